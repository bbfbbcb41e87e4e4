import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { ends } from '../../cases/domain/machine.ts'
import { type NoticeRow } from './contract.ts'
import { type Grade } from '../domain/notice-rule.ts'

export type Notice = { readonly case: Id; readonly about: { readonly kind: NoticeRow['about']['kind']; readonly id: Id; readonly name: string }; readonly addressee: Id; readonly grade: Grade; readonly former: Id | null; readonly raisedAt: Instant; readonly byRule: boolean }

export async function insertNotice(tx: Tx, district: District, { case: caseId, about, addressee, grade, former, raisedAt, byRule }: Notice): Promise<void> {
  await tx.insertInto('supervision.notice').values({ district, case_id: caseId, about_kind: about.kind, about: about.id, about_name: about.name, addressee, grade, former, raised_at: raisedAt, by_rule: byRule }).execute()
}

const over = sql`c.state = any (${[...ends]}::text[])`

/** The last notice about each of these things. The caller sees every case. */
export async function findLast(tx: Tx, district: District, about: readonly Id[]): Promise<ReadonlyMap<Id, { readonly open: boolean; readonly raisedAt: Instant }>> {
  const { rows } = await sql<{ about: Id; open: boolean; raisedAt: Instant }>`
    select distinct on (n.about) n.about, not ${over} as open, n.raised_at as "raisedAt" from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id
    where n.district = ${district} and n.about = any (${about}::uuid[]) order by n.about, n.raised_at desc`.execute(tx)
  return new Map(rows.map(({ about: id, ...row }) => [id, row]))
}

/** Notices whose limit passed while nobody answered and nobody asked for more time, and which no other follows yet. */
export async function findUnanswered(tx: Tx, district: District, now: Instant): Promise<readonly (Notice & { readonly number: string; readonly dueAt: Instant })[]> {
  const { rows } = await sql<{ case: Id; kind: NoticeRow['about']['kind']; about: Id; name: string; addressee: Id; grade: Grade; raisedAt: Instant; number: string; dueAt: Instant }>`
    select n.case_id as "case", n.about_kind as kind, n.about, n.about_name as name, n.addressee, n.grade, n.raised_at as "raisedAt", c.number, c.resolve_due_at as "dueAt"
    from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id
    where n.district = ${district} and n.grade <> 'red' and c.state in ('dispatched', 'handling') and c.resolve_due_at < ${now} and not exists (select from supervision.notice next where next.district = n.district and next.former = n.case_id)
    order by c.resolve_due_at limit 200`.execute(tx)
  return rows.map(({ kind, about, name, ...row }) => ({ ...row, about: { kind, id: about, name }, former: null, byRule: true }))
}

/** Notices that were approved and are not issued yet, with to whom they go. */
export async function findApproved(tx: Tx, district: District): Promise<readonly { readonly case: Id; readonly addressee: Id }[]> {
  const { rows } = await sql<{ case: Id; addressee: Id }>`
    select n.case_id as "case", n.addressee from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id where n.district = ${district} and c.state = 'filed' order by n.raised_at limit 200`.execute(tx)
  return rows
}

type Asked = { readonly about?: Id | undefined; readonly addressee?: Id | undefined; readonly grade?: Grade | undefined; readonly open?: boolean | undefined }

/** The register as far as the caller sees its cases, the newest first, and how many the filters leave. A unit sees what was issued to it. */
export async function findNotices(tx: Tx, district: District, asked: Asked, now: Instant, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly items: readonly NoticeRow[]; readonly total: number }> {
  const where = sql.join([
    sql`n.district = ${district}`,
    ...(asked.about === undefined ? [] : [sql`n.about = ${asked.about}`]), ...(asked.addressee === undefined ? [] : [sql`n.addressee = ${asked.addressee}`]), ...(asked.grade === undefined ? [] : [sql`n.grade = ${asked.grade}`]),
    ...(asked.open === undefined ? [] : [asked.open ? sql`not ${over}` : sql`${over}`]),
  ], sql` and `)
  const { rows } = await sql<{ case: Id; number: string; kind: NoticeRow['about']['kind']; about: Id; name: string; addressee: Id; addresseeName: string | null; grade: Grade; state: NoticeRow['state']; dueAt: Instant | null; former: string | null; raisedAt: Instant; byRule: boolean; total: number }>`
    select n.case_id as "case", c.number, n.about_kind as kind, n.about, n.about_name as name, n.addressee, u.name as "addresseeName", n.grade, c.state, c.resolve_due_at as "dueAt", f.number as former, n.raised_at as "raisedAt", n.by_rule as "byRule", count(*) over ()::int as total
    from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id left join cases.v_case f on f.district = n.district and f.id = n.former left join org.v_unit u on u.district = n.district and u.id = n.addressee
    where ${where} order by n.raised_at desc, n.case_id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const isOver = (state: NoticeRow['state']) => ends.some(end => end === state)
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ kind, about, name, addressee, addresseeName, total: _total, ...row }) => ({ ...row, about: { kind, id: about, name }, addressee: { id: addressee, name: addresseeName ?? '—' }, open: !isOver(row.state), late: row.dueAt !== null && row.dueAt < now && (row.state === 'dispatched' || row.state === 'handling') })),
  }
}

