import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type CountedBy, type HeldSlip, type PortalAct, Slip } from './schema.ts'

/** A slip whose time is not over; held against others who use it at this moment, if asked. */
export async function loadSlip(tx: Tx, district: District, tokenHash: string, now: Instant, hold = false): Promise<HeldSlip | null> {
  const row = await tx.selectFrom('cases.slip').select(['slip', 'at']).where('district', '=', district).where('token_hash', '=', tokenHash).where('until_at', '>', now).$if(hold, q => q.forUpdate()).executeTakeFirst()
  return row ? { slip: Slip.parse(row.slip), at: row.at } : null
}

/** Puts a slip in place, or what has become of it; when it was begun stays. */
export async function saveSlip(tx: Tx, district: District, tokenHash: string, slip: Slip, now: Instant, until: Instant): Promise<void> {
  const kept = { slip: JSON.stringify(slip), until_at: until }
  await tx.insertInto('cases.slip').values({ district, token_hash: tokenHash, at: now, ...kept }).onConflict(c => c.columns(['district', 'token_hash']).doUpdateSet(kept)).execute()
}

/** Clears what is over: slips, and acts that no limit looks at any more. Answers how many slips. */
export async function removeOld(tx: Tx, district: District, now: Instant, actsBefore: Instant): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('cases.slip').where('district', '=', district).where('until_at', '<=', now).executeTakeFirst()
  await tx.deleteFrom('cases.portal_act').where('district', '=', district).where('at', '<', actsBefore).execute()
  return Number(numDeletedRows)
}

/** One after another by the same key, so that many at once do not pass a limit together. */
export async function takeTurns(tx: Tx, district: District, keys: readonly string[]): Promise<void> {
  for (const key of keys.toSorted()) await sql`select pg_advisory_xact_lock(hashtextextended(${`portal:${district}:${key}`}, 0))`.execute(tx)
}

export type Acted = { readonly at: Instant; readonly caseId: Id | null }

/** The last acts by a key since an instant, the newest first. */
export async function findActs(tx: Tx, district: District, of: { readonly act: PortalAct; readonly by: CountedBy; readonly key: string; readonly since: Instant; readonly most: number }): Promise<readonly Acted[]> {
  return tx.selectFrom('cases.portal_act').select(['at', 'case_id as caseId']).where('district', '=', district).where('act', '=', of.act).where('by', '=', of.by).where('key', '=', of.key).where('at', '>', of.since).orderBy('at', 'desc').limit(of.most).execute()
}

export async function insertActs(tx: Tx, district: District, acts: readonly { readonly id: Id; readonly act: PortalAct; readonly by: CountedBy; readonly key: string; readonly caseId: Id | null }[], at: Instant): Promise<void> {
  if (acts.length > 0) await tx.insertInto('cases.portal_act').values(acts.map(({ caseId, ...act }) => ({ district, ...act, case_id: caseId, at }))).execute()
}
