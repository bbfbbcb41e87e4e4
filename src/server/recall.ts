import { sql } from 'kysely'
import { type Db } from '../engines/context.ts'
import { type District } from '../kernel/id.ts'

/** So many answers are kept for each database; the one that was asked for longest ago goes first. */
const MOST_KEPT = 150
const WINDOW_MS = 600_000

type Kept = { readonly stamp: string; readonly value: Promise<unknown> }

const kept = new WeakMap<Db, Map<string, Kept>>()
const recalled = new WeakSet<object>()

/**
 * What was worked out from a district's ledger and is the same for everybody: worked out once, by the first who asks, and given to
 * all others until something is written. Nothing is written without an entry in the trail, so the trail tells when that is; an
 * entry that commits late changes the count of its window, and an entry of another program's is seen like one's own.
 */
export async function recall<T>(db: Db, district: District, key: string, work: () => Promise<T>): Promise<T> {
  const mine = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, mine)
  const stamp = await stampOf(db, district)
  const full = `${district}/${key}`
  const before = mine.get(full)
  mine.delete(full)
  const entry = before?.stamp === stamp ? before : { stamp, value: work() }
  mine.set(full, entry)
  for (const oldest of mine.keys()) {
    if (mine.size <= MOST_KEPT) break
    mine.delete(oldest)
  }
  try {
    const value = await entry.value as T // what `work` of the same key answered
    if (typeof value === 'object' && value !== null) recalled.add(value)
    return value
  } catch (error) {
    if (mine.get(full) === entry) mine.delete(full) // a fault is nobody's answer
    throw error
  }
}

/** Was this answer worked out once for all? Then it is also put into words once. */
export function isRecalled(value: object): boolean {
  return recalled.has(value)
}

/** Changes with every write that could change a ledger: signing in and looking at things are none. Windows stand still, so that time alone changes nothing but at their edges. */
async function stampOf(db: Db, district: District): Promise<string> {
  const edge = (Math.floor(Date.now() / WINDOW_MS) - 1) * WINDOW_MS
  const hex = edge.toString(16).padStart(12, '0')
  const from = `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
  const { rows } = await sql<{ n: number; last: string | null }>`
    with written as (select id from audit.entry where district = ${district} and id >= ${from}::uuid and verb not like 'account.%' and verb <> 'light.seen')
    select (select count(*) from written) as n, (select id from written order by id desc limit 1) as last`.execute(db)
  return `${edge}/${rows[0]?.n ?? 0}/${rows[0]?.last ?? ''}`
}
