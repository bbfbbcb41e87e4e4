import { type Tx } from '../../engines/context.ts'
import { mayAnywhere } from '../../engines/org/domain/permission.ts'
import { loadActor, loadPerson } from '../../engines/org/index.ts'
import { type Reply } from '../../kernel/contract.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { dayOf } from '../../kernel/time.ts'
import { type Tried, tryOnce } from './attempts.ts'
import { type sessionContract, type SessionState } from './contract.ts'
import { challengeOf, districtCookie } from './cookies.ts'
import { ask, type Desk, headersOf, inDistrict, keyed, noteVisit, plain, type Present, presentOf, usernameFrom, type Visit, type VisitHandlers } from './desk.ts'
import { changeDue } from './domain.ts'
import { loadIdToken } from './provider/store.ts'
import { endSessions, findSuspensions, type Holder, loadChallenged, loadHolder, removeEndedSessions, spendCode } from './store.ts'

type SignInHandlers = Pick<VisitHandlers<typeof sessionContract>, 'state' | 'signIn' | 'secondStep' | 'signOut'>
type State = Reply<typeof sessionContract.signIn>

export function signInHandlers(desk: Desk): SignInHandlers {
  return {
    state: async visit => inDistrict(desk, visit, async tx => plain(ok(await stateOf(desk, tx, visit, await presentOf(desk, tx, visit))))),

    signIn: async (asked, { body }) => {
      const visit = { ...asked, district: body.district ?? asked.district }
      if (!desk.districts.some(d => d.code === visit.district)) return plain(refuse('unknown-district', { district: visit.district }))
      const username = usernameFrom(body.username)
      return tryOnce<State>(desk, visit, username, 'password', async tx => {
        const before = await presentOf(desk, tx, visit)
        const called = await ask(tx, () => desk.library.api.signInUsername({ body: { username, password: body.password }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) return failed('sign-in-failed')
        if ('twoFactorRedirect' in called.value) return { end: 'halfway', answer: { result: ok(secondStepOwed(desk, visit)), cookies: [...called.cookies, districtCookie(visit.district, desk.secure)] } }
        return entered(desk, tx, visit, await loadHolder(tx, visit.district, { username }), called.cookies, before, 'password')
      })
    },

    secondStep: async (visit, { body }) => {
      const cookie = challengeOf(visit.headers.cookie ?? '', desk.secure)
      const challenged = cookie && await inDistrict(desk, visit, tx => loadChallenged(tx, visit.district, cookie.identifier))
      if (!challenged) return plain(refuse('sign-in-expired'))
      const headers = headersOf(visit, cookie.header)
      const code = body.code.replaceAll(' ', '')
      const byPhone = /^\d{6}$/.test(code)
      return tryOnce<State>(desk, visit, challenged.username, 'code', async tx => {
        const called = byPhone
          ? await ask(tx, () => desk.library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
          : await ask(tx, () => desk.library.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }))
        if (!called.ok) return failed(called.code === 'INVALID_CODE' || called.code === 'INVALID_BACKUP_CODE' ? 'wrong-code' : 'sign-in-expired')
        if (!await spendCode(tx, visit.district, challenged.id, keyed(desk, 'code', code), desk.clock())) {
          await endSessions(tx, visit.district, challenged.id, { token: called.value.token ?? '' })
          return failed('wrong-code')
        }
        return entered(desk, tx, visit, challenged, called.cookies, null, byPhone ? 'password and code' : 'password and backup code')
      })
    },

    signOut: async visit => inDistrict(desk, visit, async tx => {
      const present = await presentOf(desk, tx, visit)
      const idToken = present?.session.byProvider ? await loadIdToken(tx, visit.district, present.session.id) : null
      const leave = idToken && desk.provider ? await desk.provider.through.leave(idToken) : null
      const called = await ask(tx, () => desk.library.api.signOut({ headers: headersOf(visit), returnHeaders: true }))
      const person = present && await loadPerson(tx, visit.district, present.holder.id)
      if (present && person) await noteVisit(desk, tx, visit, person, { verb: 'account.signed-out', thing: 'account', thingId: present.holder.id })
      return { result: ok({ done: true as const, leave }), cookies: called.ok ? called.cookies : [] }
    }),
  }
}

const failed = (kind: 'sign-in-failed' | 'wrong-code' | 'sign-in-expired'): Tried<State> => ({ end: 'failed', answer: plain(refuse(kind)) })

/**
 * Everything is proved: the session stands. A person whom org no longer knows as active gets the same answer as a wrong
 * password. A session that this browser had before is ended, and what is left of ended ones is cleared away.
 */
async function entered(desk: Desk, tx: Tx, visit: Visit, holder: Holder | null, cookies: readonly string[], before: Present | null, how: string): Promise<Tried<State>> {
  const person = holder && await loadPerson(tx, visit.district, holder.id)
  if (!holder || !person?.active) {
    if (holder) await endSessions(tx, visit.district, holder.id)
    return failed('sign-in-failed')
  }
  const suspended = (await findSuspensions(tx, visit.district, [holder.id], dayOf(desk.clock()))).get(holder.id)
  if (suspended && suspended.from <= dayOf(desk.clock())) {
    await endSessions(tx, visit.district, holder.id)
    return { end: 'passed', answer: plain(refuse('account-suspended', { until: suspended.until })) }
  }
  if (!desk.passwords && !await isAdministrator(desk, tx, visit, holder.id)) {
    await endSessions(tx, visit.district, holder.id)
    return { end: 'passed', answer: plain(refuse('password-sign-in-off', { name: desk.provider?.name.zh ?? '', nameEn: desk.provider?.name.en ?? '' })) }
  }
  if (before) await endSessions(tx, visit.district, before.holder.id, { only: before.session.id })
  await removeEndedSessions(tx, visit.district, holder.id, desk.clock(), desk.rules)
  await noteVisit(desk, tx, visit, person, { verb: 'account.signed-in', thing: 'account', thingId: holder.id, detail: { how, address: visit.address } })
  const state = signedInState(desk, visit, holder, person.name)
  return { end: 'passed', answer: { result: ok(state), cookies: [...cookies, districtCookie(visit.district, desk.secure)] } }
}

/** Who runs accounts and organisation comes in by password also where that is switched off for others: somebody must be able to mend it. */
async function isAdministrator(desk: Desk, tx: Tx, visit: Visit, person: Id): Promise<boolean> {
  const actor = await loadActor(tx, visit.district, person, dayOf(desk.clock()))
  return actor !== null && (mayAnywhere(actor, 'account.manage') || mayAnywhere(actor, 'org.edit'))
}

const strangerIn = (desk: Desk, visit: Visit) => ({
  district: visit.district, districts: desk.districts.map(({ code, name }) => ({ code, name })), idleMinutes: desk.rules.idleMinutes, demonstration: desk.demonstration, provider: desk.provider?.name ?? null, passwords: desk.passwords,
  person: null, name: null, account: null, because: null, secondFactor: false,
})

const secondStepOwed = (desk: Desk, visit: Visit): SessionState => ({ ...strangerIn(desk, visit), state: 'second-step' })

export function signedInState(desk: Desk, visit: Visit, holder: Holder, name: string, byProvider = false): SessionState {
  const due = byProvider ? null : changeDue(holder, desk.clock(), desk.rules)
  return { ...strangerIn(desk, visit), state: due ? 'password-change' : 'signed-in', because: due, person: holder.id, name, account: holder.username, secondFactor: holder.secondFactor }
}

async function stateOf(desk: Desk, tx: Tx, visit: Visit, present: Present | null): Promise<SessionState> {
  const person = present && await loadPerson(tx, visit.district, present.holder.id)
  if (present && person?.active) return signedInState(desk, visit, present.holder, person.name, present.session.byProvider)
  const cookie = challengeOf(visit.headers.cookie ?? '', desk.secure)
  if (cookie && await loadChallenged(tx, visit.district, cookie.identifier)) return secondStepOwed(desk, visit)
  return { ...strangerIn(desk, visit), state: 'signed-out' }
}
