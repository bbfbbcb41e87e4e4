import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type ReminderKind } from './domain/lateness.ts'
import { type Sheet, SheetEvent, type SheetState, type SheetStep, Standing } from './schema.ts'

type SheetRecord = { readonly id: Id; readonly form: Id; readonly form_version: number; readonly unit: Id; readonly period: string; readonly due_on: Day; readonly due_known: boolean; readonly generated: boolean; readonly standing: unknown }

const columns = sql.raw('s.id, s.form, s.form_version, s.unit, s.period, s.due_on, s.due_known, s.generated, s.standing')

function sheetFrom({ form_version, due_on, due_known, standing, ...rest }: SheetRecord): Sheet {
  return { ...rest, formVersion: form_version, dueOn: due_on, dueKnown: due_known, standing: Standing.parse(standing) }
}

/** `held`: nobody else changes the sheet until the transaction ends, so that its steps follow one another. */
export async function loadSheet(tx: Tx, district: District, id: Id, how: 'held' | 'read' = 'read'): Promise<Sheet | null> {
  const { rows } = await sql<SheetRecord>`select ${columns} from returns.sheet s where s.district = ${district} and s.id = ${id} ${how === 'held' ? sql`for update` : sql``}`.execute(tx)
  return rows[0] ? sheetFrom(rows[0]) : null
}

/** Sheets of a form for a period, of one unit or of all that the person may see. */
export async function findSheetsOf(tx: Tx, district: District, of: { readonly form: Id; readonly period: string; readonly unit?: Id }): Promise<Sheet[]> {
  const { rows } = await sql<SheetRecord>`
    select ${columns} from returns.sheet s where s.district = ${district} and s.form = ${of.form} and s.ends_on = ${spanOf(of.period)?.to ?? null} and s.period = ${of.period} ${of.unit ? sql`and s.unit = ${of.unit}` : sql``}
    order by s.id limit 2000`.execute(tx)
  return rows.map(sheetFrom)
}

export type SheetFilter = {
  readonly units?: readonly Id[] | undefined; readonly form?: Id | undefined; readonly period?: string | undefined; readonly state?: SheetState | undefined; readonly sentBack?: boolean | undefined
  readonly overdueOn?: Day | undefined; readonly after?: { readonly due: Day; readonly id: Id } | undefined; readonly limit: number
}

/** A sheet as lists show it. */
export type SheetLine = {
  readonly id: Id; readonly form: Id; readonly formCode: string; readonly nameZh: string; readonly nameEn: string; readonly unit: Id; readonly unitName: string; readonly unitCode: string; readonly period: string; readonly dueOn: Day; readonly dueKnown: boolean
  readonly state: SheetState; readonly firstSubmittedAt: Instant | null; readonly submittedBy: Id | null; readonly timesSentBack: number; readonly sentBack: boolean; readonly reminder: ReminderKind | null; readonly version: number
}

const lineColumns = sql.raw(`s.id, s.form, f.code as "formCode", v.content -> 'name' ->> 'zh' as "nameZh", v.content -> 'name' ->> 'en' as "nameEn", s.unit, u.name as "unitName", u.code as "unitCode", s.period, s.due_on as "dueOn", s.due_known as "dueKnown",
  s.state, s.first_submitted_at as "firstSubmittedAt", s.submitted_by as "submittedBy", s.times_sent_back as "timesSentBack", s.sent_back as "sentBack", s.version,
  (select r.kind from returns.reminder r where r.district = s.district and r.sheet = s.id order by r.at desc limit 1) as reminder`)
const lineTables = sql.raw(`returns.sheet s
  join returns.form f on f.district = s.district and f.id = s.form
  join returns.form_version v on v.district = s.district and v.form = s.form and v.number = s.form_version
  join org.v_unit u on u.district = s.district and u.id = s.unit`)

async function findLines(tx: Tx, district: District, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<SheetLine[]> {
  const { rows } = await sql<SheetLine>`select ${lineColumns} from ${lineTables} where s.district = ${district} and ${where} order by ${order} limit ${limit}`.execute(tx)
  return rows
}

/** Sheets, the latest due first. */
export async function findSheets(tx: Tx, district: District, filter: SheetFilter): Promise<{ total: number; rows: SheetLine[] }> {
  const where = sql`true
    ${filter.units ? sql`and s.unit = any (${filter.units}::uuid[])` : sql``}
    ${filter.form ? sql`and s.form = ${filter.form}` : sql``}
    ${filter.period ? sql`and s.period = ${filter.period}` : sql``}
    ${filter.state ? sql`and s.state = ${filter.state}` : sql``}
    ${filter.sentBack === undefined ? sql`` : sql`and s.sent_back = ${filter.sentBack}`}
    ${filter.overdueOn ? sql`and s.first_submitted_at is null and s.due_on < ${filter.overdueOn}` : sql``}`
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from returns.sheet s where s.district = ${district} and ${where}`.execute(tx)
  const page = filter.after ? sql`${where} and (s.due_on, s.id) < (${filter.after.due}::date, ${filter.after.id}::uuid)` : where
  return { total: counted[0]?.n ?? 0, rows: await findLines(tx, district, page, sql`s.due_on desc, s.id desc`, filter.limit) }
}

/** Sheets of a form for these periods, by unit in code order. */
export async function findProgress(tx: Tx, district: District, form: Id, periods: readonly string[]): Promise<SheetLine[]> {
  return findLines(tx, district, sql`s.form = ${form} and s.period = any (${periods}::text[])`, sql`u.code, s.ends_on desc`, 5000)
}

/** What these units still have to do, soonest due first: to fill, or to approve. */
export async function findWaitingSheets(tx: Tx, district: District, units: readonly Id[], state: 'open' | 'submitted'): Promise<SheetLine[]> {
  return units.length === 0 ? [] : findLines(tx, district, sql`s.unit = any (${units}::uuid[]) and s.state = ${state}`, sql`s.due_on, s.id`, 200)
}

/** Approved sheets that wait to be accepted, counted by form and period. */
export async function countToAccept(tx: Tx, district: District): Promise<{ form: Id; code: string; nameZh: string; nameEn: string; period: string; count: number; since: Instant | null }[]> {
  const { rows } = await sql<{ form: Id; code: string; nameZh: string; nameEn: string; period: string; count: number; since: Instant | null }>`
    select s.form, f.code, f.name_zh as "nameZh", f.name_en as "nameEn", s.period, count(*)::int as count, min(s.first_submitted_at) as since
    from returns.sheet s join returns.v_form f on f.district = s.district and f.id = s.form
    where s.district = ${district} and s.state = 'approved' group by s.form, f.code, f.name_zh, f.name_en, s.period order by min(s.due_on) limit 50`.execute(tx)
  return rows
}

/** Opens sheets; those that are there already are passed over. Answers the ids that were opened. */
export async function insertSheets(tx: Tx, district: District, sheets: readonly Sheet[]): Promise<ReadonlySet<Id>> {
  const added = new Set<Id>()
  for (let i = 0; i < sheets.length; i += 500) {
    const rows = await tx.insertInto('returns.sheet').values(sheets.slice(i, i + 500).map(sheet => ({
      district, id: sheet.id, form: sheet.form, form_version: sheet.formVersion, unit: sheet.unit, period: sheet.period, starts_on: spanOf(sheet.period)?.from ?? '', ends_on: spanOf(sheet.period)?.to ?? '', due_on: sheet.dueOn, due_known: sheet.dueKnown, generated: sheet.generated, ...columnsOf(sheet.standing),
    }))).onConflict(c => c.columns(['district', 'form', 'unit', 'period']).doNothing()).returning('id').execute()
    for (const row of rows) added.add(row.id)
  }
  return added
}

function columnsOf(standing: Standing) {
  const { state, firstSubmittedAt, submitted, timesSentBack, sentBack, version } = standing
  return { state, first_submitted_at: firstSubmittedAt, submitted_by: submitted?.person ?? null, times_sent_back: timesSentBack, sent_back: sentBack !== null, standing: JSON.stringify(standing), version }
}

/** Saves the folded state; the sheet is held by this transaction. */
export async function saveSheet(tx: Tx, district: District, id: Id, standing: Standing): Promise<void> {
  await tx.updateTable('returns.sheet').set(columnsOf(standing)).where('district', '=', district).where('id', '=', id).execute()
}

export async function appendSteps(tx: Tx, district: District, steps: readonly (SheetStep & { readonly id: Id; readonly sheet: Id })[]): Promise<void> {
  for (let i = 0; i < steps.length; i += 500) {
    await tx.insertInto('returns.event').values(steps.slice(i, i + 500).map(({ by, event, ...step }) => ({ district, ...step, by_name: by, event: JSON.stringify(event) }))).execute()
  }
}

export async function findHistory(tx: Tx, district: District, sheet: Id): Promise<SheetStep[]> {
  const rows = await tx.selectFrom('returns.event').select(['seq', 'at', 'person', 'by_name as by', 'event']).where('district', '=', district).where('sheet', '=', sheet).orderBy('seq').limit(5000).execute()
  return rows.map(row => ({ ...row, event: SheetEvent.parse(row.event) }))
}

/** Sheets that nobody has submitted yet and that are due by a day. */
export async function findUnsubmitted(tx: Tx, district: District, dueBy: Day): Promise<{ id: Id; dueOn: Day; reminded: ReminderKind[] }[]> {
  const { rows } = await sql<{ id: Id; dueOn: Day; reminded: ReminderKind[] }>`
    select s.id, s.due_on as "dueOn", array(select r.kind from returns.reminder r where r.district = s.district and r.sheet = s.id) as reminded
    from returns.sheet s where s.district = ${district} and s.state = 'open' and s.first_submitted_at is null and s.due_on <= ${dueBy} limit 10000`.execute(tx)
  return rows
}

/** Adds notices; one that was given before is not given again. Answers how many were. */
export async function insertReminders(tx: Tx, district: District, notices: readonly { readonly sheet: Id; readonly kind: ReminderKind }[], at: Instant): Promise<number> {
  if (notices.length === 0) return 0
  const rows = await tx.insertInto('returns.reminder').values(notices.map(notice => ({ district, ...notice, at }))).onConflict(c => c.doNothing()).returning('sheet').execute()
  return rows.length
}
