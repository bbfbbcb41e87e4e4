import { type Tx } from '../../engines/context.ts'
import { findPosts } from '../../engines/org/index.ts'
import { type Verb } from '../../engines/org/domain/permission.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type KeyRow } from './contract.ts'
import { stateOn } from './domain.ts'

const columns = ['id', 'name', 'person', 'post', 'verbs', 'until_on as until', 'issued_at as issuedAt', 'issued_by as issuedBy', 'collected_at as collectedAt', 'last_used_at as lastUsedAt', 'revoked_at as revokedAt', 'revoked_by as revokedBy', 'revoked_because as revokedBecause'] as const

type Stored = Omit<KeyRow, 'personName' | 'postTitle' | 'unitName' | 'role' | 'state'>
const asStored = (row: object) => row as Stored // verbs are only ever written from the schema's

/** Keys with the names of their posts, the newest first. */
async function named(tx: Tx, district: District, rows: readonly Stored[], today: Day): Promise<KeyRow[]> {
  const posts = new Map((await findPosts(tx, district, { ids: rows.map(row => row.post) })).map(post => [post.id, post]))
  return rows.flatMap(row => {
    const post = posts.get(row.post)
    return post ? [{ ...row, personName: post.personName, postTitle: post.title, unitName: post.unitName, role: post.role, state: stateOn(today, row, post) }] : []
  })
}

export async function findKeys(tx: Tx, district: District, filter: { readonly person?: Id; readonly after?: string | undefined; readonly q?: string | undefined; readonly limit: number }, today: Day): Promise<{ total: number; rows: KeyRow[] }> {
  const keys = tx.selectFrom('account.api_key').where('district', '=', district)
    .$if(filter.person !== undefined, q => q.where('person', '=', filter.person ?? ''))
    .$if(Boolean(filter.q), q => q.where('name', 'like', `%${(filter.q ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`))
  const { n } = await keys.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await keys.select(columns).$if(filter.after !== undefined, q => q.where('id', '<', filter.after ?? '')).orderBy('id', 'desc').limit(filter.limit).execute()
  return { total: n, rows: await named(tx, district, rows.map(asStored), today) }
}

export async function loadKey(tx: Tx, district: District, id: Id, today: Day): Promise<KeyRow | null> {
  const row = await tx.selectFrom('account.api_key').select(columns).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row ? (await named(tx, district, [asStored(row)], today))[0] ?? null : null
}

/** What a request with a key asks, in one statement. */
export async function loadSecret(tx: Tx, district: District, id: Id) {
  return tx.selectFrom('account.api_key').select(['id', 'name', 'person', 'post', 'verbs', 'until_on as until', 'secret_hash as hash', 'last_used_at as lastUsedAt', 'revoked_at as revokedAt']).where('district', '=', district).where('id', '=', id).executeTakeFirst()
}

export async function insertKey(tx: Tx, district: District, key: { readonly id: Id; readonly name: string; readonly person: Id; readonly post: Id; readonly verbs: readonly Verb[]; readonly until: Day; readonly at: Instant; readonly by: string }): Promise<void> {
  const { until, at, by, verbs, ...rest } = key
  await tx.insertInto('account.api_key').values({ district, ...rest, verbs: [...verbs], until_on: until, issued_at: at, issued_by: by }).execute()
}

/** Keeps the hash of a key that was just made; false where it was collected before. */
export async function saveCollected(tx: Tx, district: District, id: Id, hash: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('account.api_key').set({ secret_hash: hash, collected_at: at }).where('district', '=', district).where('id', '=', id).where('collected_at', 'is', null).where('revoked_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function saveRevoked(tx: Tx, district: District, id: Id, revoked: { readonly at: Instant; readonly by: string; readonly because: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('account.api_key').set({ revoked_at: revoked.at, revoked_by: revoked.by, revoked_because: revoked.because }).where('district', '=', district).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function noteKeyUse(tx: Tx, district: District, id: Id, at: Instant): Promise<void> {
  await tx.updateTable('account.api_key').set({ last_used_at: at }).where('district', '=', district).where('id', '=', id).execute()
}

