import { randomInt } from 'node:crypto'
import { type Context, type Handlers, type Note, type Tx } from '../../engines/context.ts'
import { findPeopleOf, loadPerson } from '../../engines/org/index.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type accountContract } from './contract.ts'
import { type Desk, keyed, usernameFrom } from './desk.ts'
import { changeDue } from './domain.ts'
import { onTransaction, usernamePattern } from './library.ts'
import { rowFrom } from './own.ts'
import { removeBound } from './provider/store.ts'
import { endSessions, findHolders, findLocks, findSessions, findSuspensions, insertSuspension, liftSuspensions, loadHolder, removeAttempt, removeSecondFactor, savePasswordState } from './store.ts'

/** What the security administrator does with the accounts of others, in the transaction of the request. */
export function accountHandlers(desk: Desk): Handlers<typeof accountContract> {
  return {
    list: async (ctx, { query }) => ctx.read(async tx => {
      const now = ctx.now()
      const { total, rows } = await findHolders(tx, ctx.district, query)
      const ids = rows.map(row => row.id)
      const people = new Map((await findPeopleOf(tx, ctx.district, { ids })).map(person => [person.id, person]))
      const locks = await findLocks(tx, ctx.district, rows.map(row => keyed(desk, 'name', row.username)), now)
      const suspensions = await findSuspensions(tx, ctx.district, ids, ctx.today())
      const sessions = Map.groupBy(await findSessions(tx, ctx.district, ids, now, desk.rules), session => session.holder)
      return ok({
        total,
        next: rows.length === query.limit ? rows.at(-1)?.username ?? null : null,
        items: rows.map(({ id, username, passwordSetAt, secondFactor, ...row }) => ({
          person: id, name: people.get(id)?.name ?? '', active: people.get(id)?.active ?? false, username, passwordSetAt, secondFactor,
          hasPassword: passwordSetAt !== null, changeDue: changeDue({ passwordSetAt, ...row }, now, desk.rules), lockedUntilAt: locks.get(keyed(desk, 'name', username)) ?? null,
          suspension: suspensions.get(id) ?? null,
          sessions: sessions.get(id)?.length ?? 0, lastUsedAt: sessions.get(id)?.[0]?.lastUsedAt ?? null,
        })),
      })
    }),

    create: async (ctx, { body }) => createAccount(desk, ctx, body.person),

    resetPassword: async (ctx, { params }) => withNewPassword(desk, ctx, async (tx, hash, note) => {
      const holder = await loadHolder(tx, ctx.district, { id: params.person })
      if (!holder?.passwordSetAt) return refuse('unknown-account', { id: params.person })
      await setPassword(desk, ctx, tx, holder.id, hash)
      await endSessions(tx, ctx.district, holder.id)
      await removeAttempt(tx, ctx.district, keyed(desk, 'name', holder.username))
      await note({ verb: 'account.password-reset', thing: 'account', thingId: holder.id })
      return ok({ person: holder.id, username: holder.username })
    }),

    suspend: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
      if (!await loadHolder(tx, ctx.district, { id: params.person })) return refuse('unknown-account', { id: params.person })
      if (params.person === ctx.actor.person) return refuse('suspend-self')
      if (body.until !== null && (body.until <= body.from || body.until <= ctx.today())) return refuse('ends-before-start', { from: body.from })
      if ((await findSuspensions(tx, ctx.district, [params.person], ctx.today())).size > 0) return refuse('already-suspended')
      await insertSuspension(tx, ctx.district, params.person, { id: ctx.newId(), ...body, by: ctx.actor.name }, ctx.now())
      if (body.from <= ctx.today()) await endSessions(tx, ctx.district, params.person)
      await note({ verb: 'account.suspended', thing: 'account', thingId: params.person, detail: body })
      return ok({ done: true as const })
    }),

    lift: async (ctx, { params }) => ctx.write(async (tx, note) => {
      if (!await liftSuspensions(tx, ctx.district, params.person, ctx.today(), ctx.now(), ctx.actor.name)) return refuse('not-suspended')
      await note({ verb: 'account.suspension-lifted', thing: 'account', thingId: params.person })
      return ok({ done: true as const })
    }),

    releaseProvider: async (ctx, { params }) => ctx.write(async (tx, note) => {
      if (!await removeBound(tx, ctx.district, params.person)) return refuse('unknown-account', { id: params.person })
      await endSessions(tx, ctx.district, params.person)
      await note({ verb: 'account.provider-released', thing: 'account', thingId: params.person })
      return ok({ done: true as const })
    }),

    unlock: async (ctx, { params }) => ctx.write(async (tx, note) => {
      const holder = await loadHolder(tx, ctx.district, { id: params.person })
      if (!holder) return refuse('unknown-account', { id: params.person })
      await removeAttempt(tx, ctx.district, keyed(desk, 'name', holder.username))
      await note({ verb: 'account.unlocked', thing: 'account', thingId: holder.id })
      return ok({ done: true as const })
    }),

    sessions: async (ctx, { params }) => ctx.read(async tx => {
      if (!await loadHolder(tx, ctx.district, { id: params.person })) return refuse('unknown-account', { id: params.person })
      return ok({ items: (await findSessions(tx, ctx.district, [params.person], ctx.now(), desk.rules)).map(session => rowFrom(session, null)) })
    }),

    revokeSessions: async (ctx, { params }) => ctx.write(async (tx, note) => {
      if (!await loadHolder(tx, ctx.district, { id: params.person })) return refuse('unknown-account', { id: params.person })
      const revoked = await endSessions(tx, ctx.district, params.person)
      await note({ verb: 'account.sessions-revoked', thing: 'account', thingId: params.person, detail: { revoked } })
      return ok({ revoked })
    }),

    removeCodes: async (ctx, { params }) => ctx.write(async (tx, note) => {
      if (!await loadHolder(tx, ctx.district, { id: params.person })) return refuse('unknown-account', { id: params.person })
      if (!await removeSecondFactor(tx, ctx.district, params.person)) return refuse('second-factor-off')
      await endSessions(tx, ctx.district, params.person)
      await note({ verb: 'account.second-factor-removed', thing: 'account', thingId: params.person })
      return ok({ done: true as const })
    }),
  }
}

/** Opens an account for a person of org, under the name that org has for them. Also the command line's way to the first one. */
export function createAccount(desk: Desk, ctx: Context, id: Id) {
  return withNewPassword(desk, ctx, async (tx, hash, note) => {
    const person = await loadPerson(tx, ctx.district, id)
    if (!person) return refuse('unknown-person', { id })
    if (!person.active) return refuse('person-inactive', { name: person.name })
    const username = usernameFrom(person.account)
    if (!usernamePattern.test(username)) return refuse('account-name-unfit', { username })
    const known = await loadHolder(tx, ctx.district, { id: person.id })
    if (known?.passwordSetAt) return refuse('account-exists', { name: person.name, username: known.username })
    if (!known && await loadHolder(tx, ctx.district, { username })) return refuse('account-name-taken', { username })
    if (!known) await makeHolder(desk, tx, person.id, username)
    await setPassword(desk, ctx, tx, person.id, hash)
    await note({ verb: 'account.created', thing: 'account', thingId: person.id })
    return ok({ person: person.id, username })
  })
}

type Made = { readonly person: Id; readonly username: string }
type Work = (tx: Tx, hash: string, note: Note) => Promise<Result<Made>>

/**
 * Does `work` with a password made for the occasion and answers it in plain, this once. It stays out of what `write`
 * returns, which is stored under an idempotency key: the same command sent twice gets the account without the password.
 */
async function withNewPassword(desk: Desk, ctx: Context, work: Work) {
  const password = newPassword()
  const hash = await (await desk.library.$context).password.hash(password)
  let done = false
  const result = await ctx.write(async (tx, note) => {
    const made = await work(tx, hash, note)
    done = made.ok
    return made
  })
  return result.ok ? ok({ ...result.value, initialPassword: done ? password : null }) : result
}

/** Gives a person an account; without a password nobody can sign in to it yet. */
export async function makeHolder(desk: Desk, tx: Tx, id: Id, username: string): Promise<void> {
  const { internalAdapter } = await desk.library.$context
  await onTransaction(tx, () => internalAdapter.createUser({ id, username, name: username, email: username, emailVerified: false }, { method: 'email-password' }))
}

/** Sets a password that must be changed at the next sign-in. */
async function setPassword(desk: Desk, ctx: Context, tx: Tx, holder: Id, hash: string): Promise<void> {
  const { internalAdapter } = await desk.library.$context
  await onTransaction(tx, async () => {
    if (await internalAdapter.findCredentialAccount(holder)) await internalAdapter.updatePassword(holder, hash)
    else await internalAdapter.createAccount({ userId: holder, providerId: 'credential', accountId: holder, password: hash })
  })
  await savePasswordState(tx, ctx.district, holder, { setAt: ctx.now(), temporary: true })
}

/** Without letters and digits that look alike: it is read out or written down once. */
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-+=%@'] as const

/** Twelve characters of every class, 70 bits: no account begins with a password that anybody could know. */
function newPassword(): string {
  const any = alphabets.join('')
  const pick = (from: string) => from[randomInt(from.length)] ?? ''
  for (;;) {
    const password = Array.from({ length: 12 }, () => pick(any)).join('')
    if (alphabets.every(alphabet => [...alphabet].some(letter => password.includes(letter)))) return password
  }
}
