import { type Tx } from '../../engines/context.ts'
import { loadPerson } from '../../engines/org/index.ts'
import { passwordFault, passwordLength } from '../../engines/org/domain/password.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { tryOnce } from './attempts.ts'
import { type sessionContract, type SessionRow } from './contract.ts'
import { type Answer, ask, type Desk, headersOf, inDistrict, noteVisit, plain, type Present, presentOf, type Visit, type VisitHandlers } from './desk.ts'
import { deviceOf } from './domain.ts'
import { signedInState } from './sign-in.ts'
import { endSessions, findSessions, loadHolder, type Session, savePasswordState } from './store.ts'

type Own = Omit<VisitHandlers<typeof sessionContract>, 'state' | 'signIn' | 'secondStep' | 'signOut'>

/** What a signed-in person does with their own account. */
export function ownHandlers(desk: Desk): Own {
  return {
    changePassword: async (visit, { body }) => as(desk, visit, 'also-when-due', async me => {
      const { holder } = me
      const fault = passwordFault(body.next, holder.username)
      if (fault) return plain(refuse(fault, passwordLength))
      if (body.next === body.present) return plain(refuse('password-unchanged'))
      return withPassword(desk, visit, me, async tx => {
        const called = await ask(tx, () => desk.library.api.changePassword({ body: { currentPassword: body.present, newPassword: body.next, revokeOtherSessions: true }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) return called
        await savePasswordState(tx, visit.district, holder.id, { setAt: desk.clock(), temporary: false })
        return { ...called, value: await stateAfter(desk, tx, visit, me, 'account.password-changed') }
      })
    }),

    sessions: async visit => as(desk, visit, 'signed-in', async me => inDistrict(desk, visit, async tx => {
      const sessions = await findSessions(tx, visit.district, [me.holder.id], desk.clock(), desk.rules)
      return plain(ok({ items: sessions.map(session => rowFrom(session, me.session.id)) }))
    })),

    revoke: async (visit, { params }) => as(desk, visit, 'signed-in', async me => inDistrict(desk, visit, async tx => {
      const ended = await endSessions(tx, visit.district, me.holder.id, { only: params.id })
      if (ended === 0) return plain(refuse('unknown-session', { id: params.id }))
      await noteOwn(desk, tx, visit, me, 'account.session-revoked', { session: params.id })
      return plain(ok({ done: true as const }))
    })),

    revokeOthers: async visit => as(desk, visit, 'signed-in', async me => inDistrict(desk, visit, async tx => {
      const revoked = await endSessions(tx, visit.district, me.holder.id, { but: me.session.id })
      await noteOwn(desk, tx, visit, me, 'account.sessions-revoked', { revoked })
      return plain(ok({ revoked }))
    })),

    setUpCodes: async (visit, { body }) => as(desk, visit, 'signed-in', async me => {
      if (me.holder.secondFactor) return plain(refuse('second-factor-on'))
      const issuer = `OpenDistrict ${desk.districts.find(d => d.code === visit.district)?.name.zh ?? visit.district}`
      return withPassword(desk, visit, me, async tx => {
        const called = await ask(tx, () => desk.library.api.enableTwoFactor({ body: { password: body.password, method: 'totp', issuer }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) return called
        if (called.value.method !== 'totp') throw new Error('The library made no secret for codes')
        await noteOwn(desk, tx, visit, me, 'account.second-factor-begun')
        // Authenticators show the issuer as it stands there, and not all of them read + as a space.
        const { totpURI: uri, backupCodes } = called.value
        return { ...called, value: { uri: uri.replaceAll('+', '%20'), secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes } }
      })
    }),

    confirmCodes: async (visit, { body }) => as(desk, visit, 'signed-in', async me => {
      if (me.holder.secondFactor) return plain(refuse('second-factor-on'))
      return inDistrict(desk, visit, async tx => {
        const called = await ask(tx, () => desk.library.api.verifyTOTP({ body: { code: body.code.replaceAll(' ', '') }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) return plain(refuse(called.code === 'INVALID_CODE' ? 'wrong-code' : 'second-factor-off'))
        return { result: ok(await stateAfter(desk, tx, visit, me, 'account.second-factor-set')), cookies: called.cookies }
      })
    }),

    removeCodes: async (visit, { body }) => as(desk, visit, 'signed-in', async me => {
      if (!me.holder.secondFactor) return plain(refuse('second-factor-off'))
      return withPassword(desk, visit, me, async tx => {
        const called = await ask(tx, () => desk.library.api.disableTwoFactor({ body: { password: body.password }, headers: headersOf(visit), returnHeaders: true }))
        return called.ok ? { ...called, value: await stateAfter(desk, tx, visit, me, 'account.second-factor-removed') } : called
      })
    }),

    renewBackupCodes: async (visit, { body }) => as(desk, visit, 'signed-in', async me => {
      if (!me.holder.secondFactor) return plain(refuse('second-factor-off'))
      return withPassword(desk, visit, me, async tx => {
        const called = await ask(tx, () => desk.library.api.generateBackupCodes({ body: { password: body.password }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) return called
        await noteOwn(desk, tx, visit, me, 'account.backup-codes-renewed')
        return { ...called, value: { backupCodes: called.value.backupCodes } }
      })
    }),
  }
}

type Me = Present & { readonly name: string }

/** Does something as the person who is signed in; somebody who owes a change of password may do that and nothing else. */
async function as<T>(desk: Desk, visit: Visit, who: 'signed-in' | 'also-when-due', work: (me: Me) => Promise<Answer<T>>): Promise<Answer<T>> {
  const me = await inDistrict(desk, visit, async tx => {
    const present = await presentOf(desk, tx, visit)
    const person = present && await loadPerson(tx, visit.district, present.holder.id)
    return present && person?.active ? { ...present, name: person.name } : null
  })
  if (!me) return plain(refuse('not-signed-in'))
  if (me.due && who === 'signed-in') return plain(refuse('password-change-due'))
  return work(me)
}

/** Does something that asks for the present password again. A wrong one counts like a failed sign-in: a stolen session must not become a way to guess it. */
function withPassword<T>(desk: Desk, visit: Visit, me: Me, make: (tx: Tx) => ReturnType<typeof ask<T>>): Promise<Answer<T>> {
  if (me.holder.passwordSetAt === null) return Promise.resolve(plain(refuse('no-password')))
  return tryOnce<T>(desk, visit, me.holder.username, 'password', async tx => {
    const called = await make(tx)
    return called.ok ? { end: 'passed', answer: { result: ok(called.value), cookies: called.cookies } } : { end: 'failed', answer: plain(refuse('wrong-password')) }
  })
}

function noteOwn(desk: Desk, tx: Tx, visit: Visit, { holder, name }: Me, verb: string, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
  return noteVisit(desk, tx, visit, { id: holder.id, name }, { verb, thing: 'account', thingId: holder.id, detail })
}

async function stateAfter(desk: Desk, tx: Tx, visit: Visit, me: Me, verb: string) {
  await noteOwn(desk, tx, visit, me, verb)
  return signedInState(desk, visit, await loadHolder(tx, visit.district, { id: me.holder.id }) ?? me.holder, me.name)
}

export function rowFrom(session: Session, current: Id | null): SessionRow {
  return { id: session.id, device: deviceOf(session.userAgent), address: session.address, since: session.startedAt, lastUsedAt: session.lastUsedAt, thisOne: session.id === current }
}

