import { sql, type RawBuilder } from 'kysely'
import { type Instant } from '../../../kernel/time.ts'
import { neverDue, type RateKey } from '../domain/rates.ts'

/** What a rate counts from: the moment in whose period a case counts, and whether it counts at all. Conditions on `cases.seen_case c`; `domain/rates.ts` says the same of one case. */
type Basis = { readonly at: RawBuilder<unknown>; readonly counts: RawBuilder<unknown>; readonly parts: Partial<Record<RateKey, RawBuilder<unknown>>> }

const due = sql`c.resolve_due_at is not null and c.state not in (${sql.join(neverDue.map(state => sql.lit(state)))})`

export const bases: readonly Basis[] = [
  { at: sql`least(c.closed_at, c.resolve_due_at)`, counts: due, parts: { closing: sql`c.closed_at is not null`, 'on-time': sql`c.closed_at is not null and c.resolved_at <= c.resolve_due_at` } },
  { at: sql`c.handled_at`, counts: sql`c.handled_at is not null`, parts: { rework: sql`c.reworks > 0` } },
  { at: sql`c.dispatched_at`, counts: sql`c.dispatched_at is not null`, parts: { 'accurate-dispatch': sql`c.returns = 0` } },
  { at: sql`least(c.sign_met_at, c.sign_due_at)`, counts: sql`c.sign_due_at is not null`, parts: { 'signed-in-time': sql`c.sign_met_at <= c.sign_due_at` } },
  { at: sql`c.called_back_at`, counts: sql`c.called_back_at is not null and not c.excluded`, parts: { response: sql`c.responded`, solution: sql`c.solved`, satisfaction: sql`c.satisfied` } },
]

/** The cases behind one number: those of a rate's line below (`whole`) or above (`part`), of a span. */
export type CountedFilter = { readonly rate: RateKey; readonly side: 'part' | 'whole'; readonly from: Instant; readonly to: Instant }

export function within({ at, counts }: Basis, from: Instant, to: Instant): RawBuilder<unknown> {
  return sql`${counts} and ${at} >= ${from} and ${at} < ${to}`
}

/** The condition of a list that shows exactly the cases that a rate counted. */
export function countedBy({ rate, side, from, to }: CountedFilter): RawBuilder<unknown> {
  const basis = bases.find(one => one.parts[rate] !== undefined)
  const part = basis?.parts[rate]
  if (!basis || !part) throw new Error(`No basis counts for ${rate}`)
  return side === 'whole' ? within(basis, from, to) : sql`${within(basis, from, to)} and ${part}`
}
