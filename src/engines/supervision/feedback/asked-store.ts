/** What the monthly feedback asks of notices and of returns. */
import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'

export type OpenNotice = { readonly case: Id; readonly number: string; readonly about: string; readonly unit: Id; readonly dueAt: Instant | null }

/** Notices that were issued and wait for an answer. The caller sees every case. */
export async function findWaitingNotices(tx: Tx, district: District): Promise<readonly OpenNotice[]> {
  const { rows } = await sql<OpenNotice>`
    select n.case_id as "case", c.number, n.about_name as about, n.addressee as unit, c.resolve_due_at as "dueAt" from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id
    where n.district = ${district} and c.state in ('dispatched', 'handling') order by c.resolve_due_at`.execute(tx)
  return rows
}

export type DueSheet = { readonly id: Id; readonly unit: Id; readonly zh: string; readonly en: string; readonly period: string; readonly dueOn: Day; readonly toldAt: Instant | null }

/** Sheets of returns that were due from one day to another, both included. */
export async function findDueSheets(tx: Tx, district: District, from: Day, to: Day): Promise<readonly DueSheet[]> {
  const { rows } = await sql<DueSheet>`
    select s.id, s.unit, f.name_zh as zh, f.name_en as en, s.period, s.due_on as "dueOn", s.first_submitted_at as "toldAt" from returns.v_sheet s join returns.v_form f on f.district = s.district and f.id = s.form
    where s.district = ${district} and s.due_on between ${from} and ${to} order by s.due_on, f.code`.execute(tx)
  return rows
}
