/** How much one address, one telephone, the same words or one number may do in a time. */
import { type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { againAt } from '../domain/portal/limits.ts'
import { type CountedBy, type PortalAct, type PortalTerms } from './schema.ts'
import { findActs, insertActs, takeTurns } from './store.ts'

/** Who stands at the counter: by what they are counted, never who they are. `keyed` turns a value into what only this server makes of it. */
export type Visitor = { readonly address: string; readonly terms: PortalTerms; keyed(use: string, value: string): string }

export type Counted = Partial<Readonly<Record<CountedBy, string>>>

const before = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString()
export const after = (now: Instant, minutes: number): Instant => before(now, -minutes)

/** When this may be done again by these keys; null: now. From here to the end of the transaction nobody else is counted by them. */
export async function blockedUntil(tx: Tx, ctx: Context, visitor: Visitor, act: PortalAct, counted: Counted): Promise<Instant | null> {
  const limits = visitor.terms.limits.flatMap(limit => { const value = counted[limit.by]; return limit.act === act && value !== undefined ? [{ ...limit, key: visitor.keyed(limit.by, value) }] : [] })
  await takeTurns(tx, ctx.district, [...new Set(limits.map(({ by, key }) => `${act}:${by}:${key}`))])
  let latest: Instant | null = null
  for (const limit of limits) {
    const acts = await findActs(tx, ctx.district, { ...limit, since: before(ctx.now(), limit.minutes), most: limit.most })
    const again = againAt(limit, acts.map(({ at }) => at), ctx.now())
    if (again !== null && (latest === null || again > latest)) latest = again
  }
  return latest
}

/** Counts an act under each of its keys. */
export async function count(tx: Tx, ctx: Context, visitor: Visitor, act: PortalAct, counted: Counted, caseId: Id | null): Promise<void> {
  const keys = Object.entries(counted) as [CountedBy, string][] // its keys are those of Counted
  await insertActs(tx, ctx.district, keys.map(([by, value]) => ({ id: ctx.newId(), act, by, key: visitor.keyed(by, value), caseId })), ctx.now())
}

/** Cases opened with a key within some minutes, the newest first. */
export async function sentLately(tx: Tx, ctx: Context, visitor: Visitor, by: CountedBy, value: string, minutes: number): Promise<readonly Id[]> {
  const acts = await findActs(tx, ctx.district, { act: 'sent', by, key: visitor.keyed(by, value), since: before(ctx.now(), minutes), most: 50 })
  return acts.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
}

/** Beijing's clock, for a person who is told when to come again. */
export function clockText(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000 + 59_999).toISOString().slice(11, 16)
}
