import { sql } from 'kysely'
import { type Tx } from '../../../engines/context.ts'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Errand } from './provider.ts'

export type KeptErrand = Errand & { readonly next: string }

export async function keepErrand(tx: Tx, district: District, cookieHash: string, errand: KeptErrand, now: Instant, expiresAt: Instant): Promise<void> {
  await tx.deleteFrom('account.provider_visit').where('district', '=', district).where('expires_at', '<=', now).execute()
  await tx.insertInto('account.provider_visit').values({ district, cookie_hash: cookieHash, ...errand, expires_at: expiresAt }).execute()
}

/** Takes an errand away for good: whoever comes back twice comes back with nothing. */
export async function takeErrand(tx: Tx, district: District, cookieHash: string, now: Instant): Promise<KeptErrand | null> {
  const row = await tx.deleteFrom('account.provider_visit').where('district', '=', district).where('cookie_hash', '=', cookieHash).returning(['state', 'nonce', 'verifier', 'next', 'expires_at as expiresAt']).executeTakeFirst()
  return row && row.expiresAt > now ? row : null
}

/** The person who was bound to a subject of the provider. */
export async function loadBound(tx: Tx, district: District, issuer: string, of: { readonly subject: string } | { readonly person: Id }): Promise<{ readonly person: Id; readonly subject: string } | null> {
  const bound = tx.selectFrom('account.provider_person').select(['user_id as person', 'subject']).where('district', '=', district).where('issuer', '=', issuer)
  return (await ('subject' in of ? bound.where('subject', '=', of.subject) : bound.where('user_id', '=', of.person)).executeTakeFirst()) ?? null
}

/** Binds a person to a subject, or notes that he was here again; the unit is what the provider said this time. */
export async function saveBound(tx: Tx, district: District, bound: { readonly person: Id; readonly issuer: string; readonly subject: string; readonly unit: string | null; readonly at: Instant }): Promise<void> {
  const { person, unit, at, ...rest } = bound
  await tx.insertInto('account.provider_person').values({ district, user_id: person, ...rest, claimed_unit: unit, seen_at: at })
    .onConflict(c => c.columns(['district', 'user_id']).doUpdateSet({ ...rest, claimed_unit: unit, seen_at: at })).execute()
}

export async function removeBound(tx: Tx, district: District, person: Id): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('account.provider_person').where('district', '=', district).where('user_id', '=', person).executeTakeFirst()
  return numDeletedRows > 0n
}

/** What the provider last said of people's units. */
export async function findClaimedUnits(tx: Tx, district: District): Promise<ReadonlyMap<Id, string>> {
  const rows = await tx.selectFrom('account.provider_person').select(['user_id as person', 'claimed_unit as unit']).where('district', '=', district).where('claimed_unit', 'is not', null).execute()
  return new Map(rows.map(row => [row.person, row.unit ?? '']))
}

/** Marks the session with this token as one that the provider opened. */
export async function markSession(tx: Tx, district: District, token: string, of: { readonly subject: string; readonly sid: string | null; readonly idToken: string }): Promise<void> {
  await sql`insert into account.provider_session (district, session_id, subject, sid, id_token)
    select s.district, s.id, ${of.subject}, ${of.sid}, ${of.idToken} from account.session s where s.district = ${district} and s.token = ${token}`.execute(tx)
}

export async function loadIdToken(tx: Tx, district: District, session: Id): Promise<string | null> {
  return (await tx.selectFrom('account.provider_session').select('id_token').where('district', '=', district).where('session_id', '=', session).executeTakeFirst())?.id_token ?? null
}

/** Ends the sessions of one sign-in at the provider, or, where it names none, all that its subject opened; answers whose they were. */
export async function endProviderSessions(tx: Tx, district: District, of: { readonly subject: string | null; readonly sid: string | null }): Promise<Id[]> {
  const { rows } = await sql<{ holder: Id }>`
    delete from account.session s using account.provider_session p
    where s.district = ${district} and p.district = s.district and p.session_id = s.id
      and ${of.sid !== null ? sql`p.sid = ${of.sid}` : sql`p.subject = ${of.subject}`}
    returning s.user_id as holder`.execute(tx)
  return rows.map(row => row.holder)
}

/** False where this very notice was heard before. */
export async function hearOnce(tx: Tx, district: District, jti: string, at: Instant, forgetBefore: Instant): Promise<boolean> {
  await tx.deleteFrom('account.provider_notice').where('district', '=', district).where('heard_at', '<', forgetBefore).execute()
  return (await tx.insertInto('account.provider_notice').values({ district, jti, heard_at: at }).onConflict(c => c.doNothing()).returning('jti').executeTakeFirst()) !== undefined
}
