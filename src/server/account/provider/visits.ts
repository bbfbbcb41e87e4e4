import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { type Tx } from '../../../engines/context.ts'
import { enrolReader, findPeopleOf, findUnits, loadPerson } from '../../../engines/org/index.ts'
import { holdsOn } from '../../../engines/org/domain/tree.ts'
import { type Person } from '../../../engines/org/schema.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { dayOf } from '../../../kernel/time.ts'
import { type providerContract } from '../contract.ts'
import { clearErrand, districtCookie, errandCookie, errandOf } from '../cookies.ts'
import { type Answer, ask, type Desk, headersOf, inDistrict, keyed, noteVisit, plain, presentOf, usernameFrom, type Visit, type VisitHandlers } from '../desk.ts'
import { usernamePattern } from '../library.ts'
import { makeHolder } from '../manage.ts'
import { endSessions, findSuspensions, loadHolder, removeEndedSessions, takeTurn } from '../store.ts'
import { type Identity, type Provider } from './provider.ts'
import { endProviderSessions, hearOnce, keepErrand, loadBound, markSession, saveBound, takeErrand } from './store.ts'

/** How long a person may take at the provider. */
const errandMinutes = 10

/** Going to the identity provider and coming back. Whatever is refused, the person stands before the page of sign-in, which says why. */
export function providerHandlers(desk: Desk, provider: Provider, enrol: boolean): VisitHandlers<typeof providerContract> {
  const secondsFromNow = (seconds: number) => new Date(Date.parse(desk.clock()) + seconds * 1000).toISOString()

  return {
    begin: async (asked, { query }) => {
      const visit = { ...asked, district: query.district ?? asked.district }
      if (!desk.districts.some(d => d.code === visit.district)) return plain(refuse('unknown-district', { district: visit.district }))
      const begun = await provider.begin()
      if (!begun.ok) return backToSignIn(begun)
      const secret = randomBytes(32).toString('base64url')
      await inDistrict(desk, visit, tx => keepErrand(tx, visit.district, keyed(desk, 'code', secret), { ...begun.value.errand, next: query.next }, desk.clock(), secondsFromNow(errandMinutes * 60)))
      return { result: ok({}), cookies: [errandCookie(visit.district, secret, errandMinutes * 60, desk.secure)], leave: begun.value.url }
    },

    callback: async (asked, { query }) => {
      const errand = errandOf(asked.headers.cookie ?? '', desk.secure)
      if (!errand || !desk.districts.some(d => d.code === errand.district)) return backToSignIn(refuse('provider-refused', { because: 'no sign-in under way' }))
      const visit = { ...asked, district: errand.district }
      // Taken away before anything is looked at, and for good: the same answer a second time finds nothing.
      const kept = await inDistrict(desk, visit, tx => takeErrand(tx, visit.district, keyed(desk, 'code', errand.secret), desk.clock()))
      const found = kept ? await provider.finish(new URLSearchParams(query), kept) : refuse('provider-refused', { because: 'no sign-in under way' })
      return inDistrict(desk, visit, async tx => {
        const entered = found.ok ? await enter(desk, tx, visit, provider.issuer, found.value, enrol) : found
        const leave = [clearErrand(desk.secure)]
        if (!entered.ok) {
          if (entered.refused !== 'provider-denied') await noteVisit(desk, tx, visit, null, { verb: 'account.sign-in-failed', thing: 'account', thingId: 'unknown', detail: { how: 'provider', because: entered.facts['because'] ?? entered.refused, address: visit.address } })
          return { ...backToSignIn(entered), cookies: leave }
        }
        return { result: ok({}), cookies: [...leave, ...entered.value, districtCookie(visit.district, desk.secure)], leave: kept?.next ?? '/' }
      })
    },

    ended: async (visit, { body }) => {
      const heard = await provider.heard(body.logout_token)
      if (!heard.ok) return plain(heard)
      let ended = 0
      for (const { code } of desk.districts) {
        ended += await inDistrict(desk, { ...visit, district: code }, async tx => {
          if (!await hearOnce(tx, code, heard.value.jti, desk.clock(), secondsFromNow(-86_400))) return 0
          const holders = await endProviderSessions(tx, code, heard.value)
          for (const holder of new Set(holders)) await noteVisit(desk, tx, { ...visit, district: code }, null, { verb: 'account.signed-out', thing: 'account', thingId: holder, detail: { how: 'provider' } })
          return holders.length
        })
      }
      return plain(ok({ ended }))
    },
  }
}

function backToSignIn(refusal: Refusal): Answer<Record<never, never>> {
  return { result: ok({}), cookies: [], leave: `/sign-in?${new URLSearchParams({ refused: refusal.refused, ...(typeof refusal.facts['account'] === 'string' && { who: refusal.facts['account'] }) }).toString()}` }
}

/** Opens a session for whom the provider named; answers the cookies. */
async function enter(desk: Desk, tx: Tx, visit: Visit, issuer: string, identity: Identity, enrol: boolean): Promise<Result<readonly string[]>> {
  const found = await personOf(desk, tx, visit, issuer, identity, enrol)
  if (!found.ok) return found
  const person = found.value
  if (!await loadHolder(tx, visit.district, { id: person.id })) {
    await takeTurn(tx, visit.district, person.id)
    if (!await loadHolder(tx, visit.district, { id: person.id })) {
      await makeHolder(desk, tx, person.id, usernameFrom(person.account))
      await noteVisit(desk, tx, visit, person, { verb: 'account.created', thing: 'account', thingId: person.id, detail: { how: 'provider' } })
    }
  }
  const suspended = (await findSuspensions(tx, visit.district, [person.id], dayOf(desk.clock()))).get(person.id)
  if (suspended && suspended.from <= dayOf(desk.clock())) return refuse('account-suspended', { until: suspended.until, account: person.account })
  await saveBound(tx, visit.district, { person: person.id, issuer, subject: identity.subject, unit: identity.unit, at: desk.clock() })
  const before = await presentOf(desk, tx, visit)
  if (before) await endSessions(tx, visit.district, before.holder.id, { only: before.session.id })
  await removeEndedSessions(tx, visit.district, person.id, desk.clock(), desk.rules)
  const called = await ask(tx, () => desk.library.api.enter({ body: { holder: person.id }, headers: headersOf(visit), returnHeaders: true }))
  if (!called.ok) throw new Error(`No session could be opened: ${called.code}`)
  await markSession(tx, visit.district, called.value.token, identity)
  await noteVisit(desk, tx, visit, person, { verb: 'account.signed-in', thing: 'account', thingId: person.id, detail: { how: 'provider', ...(identity.amr.length > 0 && { by: identity.amr.join('、').slice(0, 100) }), address: visit.address } })
  return ok(called.cookies)
}

/**
 * The person whom the provider means: the one bound to its subject; the first time, the one whose account it names. An account
 * that was bound to another subject before is nobody's until the security administrator has looked: names are given away anew.
 */
async function personOf(desk: Desk, tx: Tx, visit: Visit, issuer: string, identity: Identity, enrol: boolean): Promise<Result<Person>> {
  const bound = await loadBound(tx, visit.district, issuer, { subject: identity.subject })
  if (bound) {
    const person = await loadPerson(tx, visit.district, bound.person)
    return person?.active ? ok(person) : refuse('provider-unknown-person', { account: person?.account ?? identity.account ?? '' })
  }
  const account = identity.account
  if (account === null) return refuse('provider-no-account')
  const [exact] = await findPeopleOf(tx, visit.district, { account })
  const [person] = exact ? [exact] : await findPeopleOf(tx, visit.district, { account: usernameFrom(account) })
  if (person && !person.active) return refuse('provider-unknown-person', { account })
  if (person) {
    const other = await loadBound(tx, visit.district, issuer, { person: person.id })
    return other ? refuse('provider-other-person', { account }) : ok(person)
  }
  return enrol ? enrolled(desk, tx, visit, identity, account) : refuse('provider-unknown-person', { account })
}

/** Enrols somebody whom the provider vouches for, in the unit that it names, with nothing but reading until he is appointed. */
async function enrolled(desk: Desk, tx: Tx, visit: Visit, identity: Identity, account: string): Promise<Result<Person>> {
  const today = dayOf(desk.clock())
  if (!usernamePattern.test(account)) return refuse('provider-unknown-person', { account: account.slice(0, 60) })
  const unit = (await findUnits(tx, visit.district)).find(one => one.code === identity.unit && holdsOn(today, one))
  if (!unit) return refuse('provider-unknown-unit', { account, unit: identity.unit ?? '' })
  const person: Person = { id: v7(), name: (identity.name ?? account).slice(0, 60), account, active: true, generated: false, version: 1 }
  await enrolReader(tx, visit.district, person, { id: v7(), person: person.id, unit: unit.id, role: 'reader', title: '待任职', from: today, until: null })
  await noteVisit(desk, tx, visit, person, { verb: 'person.enrolled', thing: 'person', thingId: person.id, unit: unit.id, detail: { account, how: 'provider', unit: unit.code } })
  return ok(person)
}

