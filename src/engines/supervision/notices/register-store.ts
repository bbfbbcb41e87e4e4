/** The register, as far as the caller sees the cases: supervision sees all, a unit what was issued to it. */
import { type RawBuilder, sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, endOfDay, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type CaseState } from '../../cases/schema.ts'
import { type Answerable } from '../domain/silence.ts'
import { statesOf } from '../domain/notice-steps.ts'
import { type NoticeQuery } from './contract.ts'
import { type AboutKind, type Grade } from './schema.ts'
import { over } from './store.ts'

const late = (now: Instant) => sql`(c.state in ('dispatched', 'handling') and c.resolve_due_at < ${now})`
const unit = sql`coalesce(c.lead, n.addressee)`
const tables = sql`supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id`
const lastDay = (year: number): Day => `${year}-12-31`

function narrowed(district: District, asked: NoticeQuery, now: Instant, me: Id): RawBuilder<unknown> {
  const like = asked.q === undefined ? null : `%${asked.q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
  return sql.join([
    sql`n.district = ${district}`,
    ...(asked.about === undefined ? [] : [sql`n.about = ${asked.about}`]), ...(asked.addressee === undefined ? [] : [sql`${unit} = ${asked.addressee}`]), ...(asked.kind === undefined ? [] : [sql`n.about_kind = ${asked.kind}`]), ...(asked.grade === undefined ? [] : [sql`n.grade = ${asked.grade}`]),
    ...(asked.open === undefined ? [] : [asked.open ? sql`not ${over}` : sql`${over}`]), ...(asked.stand === undefined ? [] : [sql`c.state = any (${[...statesOf(asked.stand)]}::text[])`]),
    ...(asked.late === undefined ? [] : [asked.late ? late(now) : sql`not ${late(now)}`]),
    ...(asked.year === undefined ? [] : [sql`n.raised_at > ${endOfDay(lastDay(asked.year - 1))} and n.raised_at <= ${endOfDay(lastDay(asked.year))}`]),
    ...(like === null ? [] : [sql`(c.number ilike ${like} or n.about_name ilike ${like})`]),
    ...(asked.waiting === undefined ? [] : [sql`${asked.waiting ? sql`` : sql`not`} (c.state = 'received' and n.raised_by is distinct from ${me})`]),
  ], sql` and `)
}

type Asking = { readonly district: District; readonly asked: NoticeQuery; readonly now: Instant; readonly me: Id }

export type NoticeLine = {
  readonly case: Id; readonly number: string; readonly kind: AboutKind; readonly about: Id; readonly name: string; readonly unit: Id; readonly unitName: string | null; readonly grade: Grade; readonly state: CaseState; readonly dueAt: Instant | null; readonly answeredAt: Instant | null
  readonly former: Id | null; readonly formerNumber: string | null; readonly next: Id | null; readonly nextNumber: string | null; readonly followedAt: Instant | null; readonly raisedAt: Instant; readonly byRule: boolean; readonly raisedBy: string | null; readonly consequence: string
  /** Code and year of a target, year of a commitment; for the address of its page. */
  readonly code: string | null; readonly year: number | null
}

/** A page of the register, the newest first. */
export async function findNotices(tx: Tx, { district, asked, now, me }: Asking, page: { readonly offset: number; readonly limit: number }): Promise<readonly NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select n.case_id as "case", c.number, n.about_kind as kind, n.about, n.about_name as name, ${unit} as unit, u.name as "unitName", n.grade, c.state, c.resolve_due_at as "dueAt", c.answered_at as "answeredAt",
      n.former, f.number as "formerNumber", next.case_id as next, fc.number as "nextNumber", next.raised_at as "followedAt", n.raised_at as "raisedAt", n.by_rule as "byRule", n.raised_by_name as "raisedBy", n.consequence,
      i.code, coalesce(left(t.period, 4)::int, p.year) as year
    from ${tables} left join cases.v_case f on f.district = n.district and f.id = n.former
    left join supervision.notice next on next.district = n.district and next.former = n.case_id left join cases.v_case fc on fc.district = next.district and fc.id = next.case_id
    left join org.v_unit u on u.district = n.district and u.id = ${unit}
    left join indicators.v_target t on n.about_kind = 'target' and t.district = n.district and t.id = n.about left join indicators.v_indicator i on i.district = t.district and i.id = t.indicator
    left join plan.v_commitment p on n.about_kind = 'commitment' and p.district = n.district and p.id = n.about
    where ${narrowed(district, asked, now, me)} order by n.raised_at desc, n.case_id limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}

export async function countNotices(tx: Tx, { district, asked, now, me }: Asking): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from ${tables} where ${narrowed(district, asked, now, me)}`.execute(tx)
  return row?.n ?? 0
}

/** How many there are of each grade in each state, and how many of those are late. */
export async function groupNotices(tx: Tx, { district, asked, now, me }: Asking): Promise<readonly { readonly grade: Grade; readonly state: CaseState; readonly n: number; readonly late: number }[]> {
  const { rows } = await sql<{ grade: Grade; state: CaseState; n: number; late: number }>`select n.grade, c.state, count(*)::int as n, count(*) filter (where ${late(now)})::int as late from ${tables} where ${narrowed(district, asked, now, me)} group by n.grade, c.state`.execute(tx)
  return rows
}

/** Years in which notices were raised, the latest first. */
export async function findNoticeYears(tx: Tx, district: District): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`select distinct extract(year from n.raised_at at time zone 'Asia/Shanghai')::int as year from ${tables} where n.district = ${district} order by year desc`.execute(tx)
  return rows.map(row => row.year)
}

/** All notices whose answer was due, or which the next grade followed, since the year began, or which wait: what silences are counted from. */
export async function findAnswerable(tx: Tx, district: District, year: number): Promise<readonly (Answerable & { readonly unitName: string | null })[]> {
  const begin = endOfDay(lastDay(year - 1))
  const { rows } = await sql<Answerable & { unitName: string | null }>`
    select n.case_id as "case", ${unit} as unit, u.name as "unitName", n.grade, c.state, c.resolve_due_at as "dueAt", c.answered_at as "answeredAt", next.raised_at as "followedAt"
    from ${tables} left join supervision.notice next on next.district = n.district and next.former = n.case_id left join org.v_unit u on u.district = n.district and u.id = ${unit}
    where n.district = ${district} and (c.state in ('dispatched', 'handling') or c.resolve_due_at > ${begin} or next.raised_at > ${begin})`.execute(tx)
  return rows
}
