import { sql } from 'kysely'
import { type Tx } from '../../engines/context.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { actorFrom, holdingOf } from '../../engines/org/index.ts'
import { type Actor } from '../../engines/org/domain/permission.ts'
import { often, spelled, type Words, words } from '../../engines/statement.ts'
import { type Attempt, longestStay, type SignInRules } from './domain.ts'

/** The holder of an account: a person of org, with what sign-in must know. Never the password. */
export type Holder = { readonly id: Id; readonly username: string; readonly secondFactor: boolean; readonly passwordSetAt: Instant | null; readonly passwordTemporary: boolean }

const holderColumns = ['id', 'username', 'two_factor_enabled as secondFactor', 'password_set_at as passwordSetAt', 'password_temporary as passwordTemporary'] as const

export async function loadHolder(tx: Tx, district: District, of: { readonly id: Id } | { readonly username: string }): Promise<Holder | null> {
  const holders = tx.selectFrom('account.holder').select(holderColumns).where('district', '=', district)
  return (await ('id' in of ? holders.where('id', '=', of.id) : holders.where('username', '=', of.username)).executeTakeFirst()) ?? null
}

export async function findHolders(tx: Tx, district: District, filter: { readonly q?: string | undefined; readonly after?: string | undefined; readonly limit: number }) {
  const holders = tx.selectFrom('account.holder').where('district', '=', district).$if(Boolean(filter.q), q => q.where(sql<boolean>`position(lower(${filter.q ?? ''}) in username) > 0`))
  const total = await holders.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await holders.select(holderColumns).$if(filter.after !== undefined, q => q.where('username', '>', filter.after ?? '')).orderBy('username').limit(filter.limit).execute()
  return { total: total.n, rows }
}

export async function savePasswordState(tx: Tx, district: District, id: Id, state: { readonly setAt: Instant; readonly temporary: boolean }): Promise<void> {
  await tx.updateTable('account.holder').set({ password_set_at: state.setAt, password_temporary: state.temporary }).where('district', '=', district).where('id', '=', id).execute()
}

/** Is the account of this holder suspended on a day? */
function suspendedOn(today: Day, holder: Words): Words {
  return words`exists (select from account.suspension x where x.district = app.district() and x.user_id = ${holder} and x.lifted_at is null and x.from_on <= ${today} and (x.until_on is null or x.until_on > ${today}))`
}

export type Suspension = { readonly id: Id; readonly from: Day; readonly until: Day | null; readonly reason: string; readonly by: string }

/** The suspensions of these people that hold on a day or will. */
export async function findSuspensions(tx: Tx, district: District, holders: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Suspension>> {
  const rows = await tx.selectFrom('account.suspension').select(['user_id', 'id', 'from_on as from', 'until_on as until', 'reason', 'by_name as by']).where('district', '=', district).where(sql<boolean>`user_id = any (${holders}::uuid[])`).where('lifted_at', 'is', null).where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', today)])).orderBy('from_on', 'desc').execute()
  return new Map(rows.map(({ user_id, ...row }) => [user_id, row]))
}

export async function insertSuspension(tx: Tx, district: District, holder: Id, suspension: Suspension, at: Instant): Promise<void> {
  const { id, from, until, reason, by } = suspension
  await tx.insertInto('account.suspension').values({ district, id, user_id: holder, from_on: from, until_on: until, reason, by_name: by, at }).execute()
}

export async function liftSuspensions(tx: Tx, district: District, holder: Id, today: Day, at: Instant, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('account.suspension').set({ lifted_at: at, lifted_by: by }).where('district', '=', district).where('user_id', '=', holder).where('lifted_at', 'is', null).where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', today)])).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** People who are signed in and may no longer be: suspended, gone, or with posts of which none holds any more, neither own nor lent. */
export async function findSessionsToClose(tx: Tx, district: District, today: Day): Promise<readonly { person: Id; because: 'suspended' | 'left' | 'posts-ended' }[]> {
  return often(tx, words`
    select person, because from (
      select s.user_id as person, case
          when ${suspendedOn(today, spelled('s.user_id'))} then 'suspended'
          when not p.active or p.leaves_on <= ${today} then 'left'
          when exists (select from org.v_post o where o.district = p.district and o.person = p.id)
           and not exists (select from org.v_post o where o.district = p.district and o.from_on <= ${today} and (o.until_on is null or o.until_on > ${today})
             and (o.person = p.id or exists (select from org.v_delegation d where d.district = o.district and d.post = o.id and d.to_person = p.id and not d.withdrawn and d.from_on <= ${today} and d.until_on > ${today})))
          then 'posts-ended' end as because
      from (select distinct user_id from account.session where district = ${district}) s join org.v_person p on p.district = ${district} and p.id = s.user_id) found
    where because is not null`)
}

export type Session = { readonly id: Id; readonly holder: Id; readonly address: string; readonly userAgent: string; readonly startedAt: Instant; readonly lastUsedAt: Instant }

type SessionFound = { readonly session: Pick<Session, 'id' | 'startedAt' | 'lastUsedAt'> & { readonly byProvider: boolean }; readonly holder: Holder; readonly actor: Actor | null }

/** A session by its token with whose it is and what they may do today, in one statement: every request asks this. */
export async function loadSession(tx: Tx, district: District, token: string, today: Day): Promise<SessionFound | null> {
  const [row] = await often<{ session: Id; startedAt: Instant; lastUsedAt: Instant; byProvider: boolean; holding: Parameters<typeof actorFrom>[0] | null } & Holder>(tx, words`
    select s.id as session, s.started_at as "startedAt", s.last_used_at as "lastUsedAt", h.id, h.username, h.two_factor_enabled as "secondFactor", h.password_set_at as "passwordSetAt", h.password_temporary as "passwordTemporary",
      exists (select from account.provider_session p where p.district = s.district and p.session_id = s.id) as "byProvider", ${holdingOf(district, spelled('h.id'), today)} as holding
    from account.session s join account.holder h on h.district = s.district and h.id = s.user_id
    where s.district = ${district} and s.token = ${token} and not ${suspendedOn(today, spelled('h.id'))}`)
  if (!row) return null
  const { session: id, startedAt, lastUsedAt, byProvider, holding, ...holder } = row
  return { session: { id, startedAt, lastUsedAt, byProvider }, holder, actor: holding && actorFrom(holding, today) }
}

/** Sessions of these people that have not ended, newest use first. */
export async function findSessions(tx: Tx, district: District, holders: readonly Id[], now: Instant, rules: SignInRules): Promise<Session[]> {
  const rows = await tx.selectFrom('account.session').select(['id', 'user_id', 'ip_address', 'user_agent', 'started_at', 'last_used_at']).where('district', '=', district)
    .where(sql<boolean>`user_id = any (${holders}::uuid[])`).where('last_used_at', '>', before(now, rules.idleMinutes * 60)).where('started_at', '>', before(now, longestStay))
    .orderBy('last_used_at', 'desc').orderBy('id').limit(2000).execute()
  return rows.map(r => ({ id: r.id, holder: r.user_id, address: r.ip_address ?? '', userAgent: r.user_agent ?? '', startedAt: r.started_at, lastUsedAt: r.last_used_at }))
}

/** Ends sessions of a person: one, all, or all but one; answers how many. */
export async function endSessions(tx: Tx, district: District, holder: Id, which: { readonly only?: Id; readonly token?: string; readonly but?: Id } = {}): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('account.session').where('district', '=', district).where('user_id', '=', holder)
    .$if(which.only !== undefined, q => q.where('id', '=', which.only ?? '')).$if(which.token !== undefined, q => q.where('token', '=', which.token ?? '')).$if(which.but !== undefined, q => q.where('id', '<>', which.but ?? '')).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Removes what is left of a person's sessions that ended by time. */
export async function removeEndedSessions(tx: Tx, district: District, holder: Id, now: Instant, rules: SignInRules): Promise<void> {
  await tx.deleteFrom('account.session').where('district', '=', district).where('user_id', '=', holder)
    .where(eb => eb.or([eb('last_used_at', '<=', before(now, rules.idleMinutes * 60)), eb('started_at', '<=', before(now, longestStay))])).execute()
}

export async function noteUse(tx: Tx, district: District, session: Id, now: Instant): Promise<void> {
  await tx.updateTable('account.session').set({ last_used_at: now }).where('district', '=', district).where('id', '=', session).execute()
}

/** Lets those who want to open the same person's first account at one moment go one after another, until the transaction ends. There is no row yet that could be locked. */
export async function takeTurn(tx: Tx, district: District, person: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account/${district}/${person}`}, 0))`.execute(tx)
}

/** Takes hold of the row of a name until the transaction ends, so that tries of one name are counted one after another. */
export async function claimAttempt(tx: Tx, district: District, nameHash: string, now: Instant): Promise<Attempt | null> {
  const row = await tx.insertInto('account.attempt').values({ district, name_hash: nameHash, failures: 0, last_at: now })
    .onConflict(c => c.columns(['district', 'name_hash']).doUpdateSet(eb => ({ name_hash: eb.ref('excluded.name_hash') })))
    .returning(['failures', 'last_at as lastAt', 'locked_until_at as lockedUntilAt']).executeTakeFirstOrThrow()
  return row.failures === 0 ? null : row
}

export async function saveAttempt(tx: Tx, district: District, nameHash: string, attempt: Attempt): Promise<void> {
  await tx.updateTable('account.attempt').set({ failures: attempt.failures, last_at: attempt.lastAt, locked_until_at: attempt.lockedUntilAt }).where('district', '=', district).where('name_hash', '=', nameHash).execute()
}

export async function removeAttempt(tx: Tx, district: District, nameHash: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('account.attempt').where('district', '=', district).where('name_hash', '=', nameHash).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes tries older than a day, of names that nobody tries any more; rows in use by others are left to the next time. */
export async function removeOldAttempts(tx: Tx, district: District, now: Instant): Promise<void> {
  await sql`delete from account.attempt where district = ${district} and name_hash in (
    select name_hash from account.attempt where district = ${district} and last_at < ${before(now, 86_400)} order by name_hash limit 200 for update skip locked)`.execute(tx)
}

/** Until when names are locked, by their hash. */
export async function findLocks(tx: Tx, district: District, nameHashes: readonly string[], now: Instant): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx.selectFrom('account.attempt').select(['name_hash', 'locked_until_at']).where('district', '=', district).where(sql<boolean>`name_hash = any (${nameHashes})`).where('locked_until_at', '>', now).execute()
  return new Map(rows.flatMap(row => (row.locked_until_at ? [[row.name_hash, row.locked_until_at]] : [])))
}

/** Whose sign-in waits for its second step under this identifier, which nobody can guess. */
export async function loadChallenged(tx: Tx, district: District, identifier: string): Promise<Holder | null> {
  const row = await tx.selectFrom('account.challenge').select('value').where('district', '=', district).where('identifier', '=', identifier).executeTakeFirst()
  return row ? loadHolder(tx, district, { id: row.value }) : null
}

export async function removeSecondFactor(tx: Tx, district: District, holder: Id): Promise<boolean> {
  await tx.updateTable('account.holder').set({ two_factor_enabled: false }).where('district', '=', district).where('id', '=', holder).execute()
  const { numDeletedRows } = await tx.deleteFrom('account.second_factor').where('district', '=', district).where('user_id', '=', holder).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Marks a code as used; answers false where it was used before. A code lives 90 seconds, so five minutes of memory are enough. */
export async function spendCode(tx: Tx, district: District, holder: Id, codeHash: string, now: Instant): Promise<boolean> {
  await tx.deleteFrom('account.spent_code').where('district', '=', district).where('user_id', '=', holder).where('spent_at', '<', before(now, 300)).execute()
  const spent = await tx.insertInto('account.spent_code').values({ district, user_id: holder, code_hash: codeHash, spent_at: now }).onConflict(c => c.doNothing()).returning('code_hash').executeTakeFirst()
  return spent !== undefined
}

const before = (now: Instant, seconds: number): Instant => new Date(Date.parse(now) - seconds * 1000).toISOString()
