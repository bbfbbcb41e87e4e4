import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type LimitUnit } from '../../../kernel/work-time.ts'
import { type Tx } from '../../context.ts'
import { rateKeys, type RateKey } from '../domain/rates.ts'
import { type CaseFilter, narrowedTo } from '../list-store.ts'
import { bases, within } from './counting-store.ts'

/** By what cases are told apart: the unit that handles them, the unit of the place, the category (`type/category`), the type, the channel; or not at all. */
export type GroupedBy = 'unit' | 'place' | 'category' | 'type' | 'channel' | 'nothing'

const keyOf = {
  unit: sql`c.lead::text`, place: sql`c.place_unit::text`, category: sql`c.type || '/' || c.category`, type: sql`c.type`, channel: sql`c.channel`, nothing: sql`null::text`,
} as const satisfies Record<GroupedBy, RawBuilder<unknown>>

export type Span = { readonly from: Instant; readonly to: Instant }
export type CountedRow = { readonly key: string | null; readonly whole: number; readonly parts: Partial<Record<RateKey, number>> }

/** What each rate counts in a span, by group. A row for each group and basis; of the rates of a basis each names its part. */
export async function countRates(tx: Tx, district: District, filter: CaseFilter, { from, to }: Span, by: GroupedBy, now: Instant): Promise<readonly CountedRow[]> {
  const of = bases.map(basis => sql`
    select ${keyOf[by]} as key, count(*)::int as whole, ${sql.join(rateKeys.map(rate => {
      const part = basis.parts[rate]
      return part ? sql`count(*) filter (where ${part})::int` : sql`null::int`
    }).map((count, i) => sql`${count} as ${sql.ref(rateKeys[i] ?? '')}`))}
    from cases.seen_case c where ${narrowedTo(district, filter, now)} and ${within(basis, from, to)} group by 1`)
  const { rows } = await sql<{ key: string | null; whole: number } & Record<RateKey, number | null>>`${sql.join(of, sql` union all `)}`.execute(tx)
  return rows.map(({ key, whole, ...rest }) => ({ key, whole, parts: Object.fromEntries(rateKeys.flatMap(rate => (rest[rate] === null ? [] : [[rate, rest[rate]]]))) }))
}

/** How long handling took in a span, by group, in the unit in which each case's limit is counted. */
export async function sumSpent(tx: Tx, district: District, filter: CaseFilter, { from, to }: Span, by: GroupedBy, now: Instant): Promise<readonly { readonly key: string | null; readonly unit: LimitUnit; readonly cases: number; readonly sum: number }[]> {
  const { rows } = await sql<{ key: string | null; unit: LimitUnit; cases: number; sum: number }>`
    select ${keyOf[by]} as key, c.spent_unit as unit, count(*)::int as cases, sum(c.spent) as sum
    from cases.seen_case c where ${narrowedTo(district, filter, now)} and c.handled_at is not null and c.handled_at >= ${from} and c.handled_at < ${to} and c.spent is not null group by 1, 2`.execute(tx)
  return rows
}

/** Ages of open cases in days, each up to and with its last day. */
export const ages = [0, 3, 7, 15] as const

export type OpenRow = { readonly lead: Id | null; readonly place: Id | null; readonly category: string; readonly age: number; readonly step: number; readonly open: number; readonly late: number; readonly soon: number; readonly suspended: number; readonly undispatched: number; readonly joint: number }

/** All open cases, counted once in groups small enough to be added up in every way the board shows. `soon`: due before that instant. */
export async function countOpen(tx: Tx, district: District, filter: CaseFilter, soon: Instant, today: Day, now: Instant): Promise<readonly OpenRow[]> {
  const age = sql`(${today}::date - (c.opened_at at time zone 'Asia/Shanghai')::date)`
  const { rows } = await sql<OpenRow>`
    select c.lead, c.place_unit as place, c.type || '/' || c.category as category, c.step,
      case ${sql.join(ages.map((days, i) => sql`when ${age} <= ${days} then ${i}::int`), sql` `)} else ${ages.length}::int end as age,
      count(*)::int as open, count(*) filter (where c.due_at < ${now})::int as late, count(*) filter (where c.due_at >= ${now} and c.due_at < ${soon})::int as soon,
      count(*) filter (where c.state = 'suspended')::int as suspended, count(*) filter (where c.state in ('received', 'filed', 'disputed'))::int as undispatched, count(*) filter (where c.joint)::int as joint
    from cases.seen_case c where ${narrowedTo(district, { ...filter, open: true }, now)} group by 1, 2, 3, 4, 5`.execute(tx)
  return rows
}

/** How many were opened from a day on, by day and hour in Beijing. */
export async function countOpened(tx: Tx, district: District, filter: CaseFilter, now: Instant): Promise<readonly { readonly day: Day; readonly hour: number; readonly n: number }[]> {
  const local = sql`(c.opened_at at time zone 'Asia/Shanghai')`
  const { rows } = await sql<{ day: Day; hour: number; n: number }>`
    select to_char(${local}, 'YYYY-MM-DD') as day, extract(hour from ${local})::int as hour, count(*)::int as n from cases.seen_case c where ${narrowedTo(district, filter, now)} group by 1, 2`.execute(tx)
  return rows
}

/** How many were opened in a span, by the unit of their place. */
export async function countByPlace(tx: Tx, district: District, filter: CaseFilter, now: Instant): Promise<readonly { readonly place: Id; readonly n: number }[]> {
  const { rows } = await sql<{ place: Id; n: number }>`select c.place_unit as place, count(*)::int as n from cases.seen_case c where ${narrowedTo(district, filter, now)} and c.place_unit is not null group by 1`.execute(tx)
  return rows
}

