import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type Mapping } from '../domain/importing/columns.ts'
import { type Fault } from '../domain/importing/rows.ts'
import { type ImportRow, type RowOutcome } from './import-contract.ts'

export type ImportKept = {
  readonly id: Id; readonly person: Id; readonly by: string; readonly at: Instant; readonly type: string; readonly source: string; readonly file: string; readonly headers: readonly string[]; readonly mapping: Mapping
  readonly state: 'uploaded' | 'checked' | 'done' | 'undone'; readonly undone: { readonly at: Instant; readonly by: string; readonly reason: string } | null; readonly counts: Partial<Readonly<Record<RowOutcome, number>>>; readonly late: number
}

/** A row with what is in it, as the reader gave it. */
export type Cells = { readonly row: number; readonly cells: readonly string[] }

/** What came of a row. */
export type Judged = { readonly row: number; readonly outcome: RowOutcome; readonly faults?: readonly Fault[]; readonly case?: Id; readonly seq?: number }

export async function insertImport(tx: Tx, district: District, one: Pick<ImportKept, 'id' | 'person' | 'by' | 'at' | 'type' | 'source' | 'file' | 'headers' | 'mapping'>, rows: readonly Cells[]): Promise<void> {
  const { by, file, headers, mapping, ...rest } = one
  await tx.insertInto('cases.import').values({ district, ...rest, by_name: by, file_name: file, headers: [...headers], mapping: JSON.stringify(mapping), state: 'uploaded' }).execute()
  await sql`insert into cases.import_row (district, import_id, row, cells, outcome)
    select ${district}, ${one.id}, r.row, r.cells, 'unchecked' from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row int, cells text[])`.execute(tx)
}

/** Whose imports: one's own, and with `all` those of everybody. */
export type Whose = { readonly person: Id; readonly all: boolean }

const shown = (district: District, { person, all }: Whose, more = sql``) => sql<ImportKept>`
  select i.id, i.person, i.by_name as by, to_char(i.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, i.type, i.source, i.file_name as file, i.headers, i.mapping, i.state,
    case when i.undone_at is null then null else json_build_object('at', to_char(i.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', i.undone_by, 'reason', i.undo_reason) end as undone,
    coalesce((select json_object_agg(outcome, n) from (select r.outcome, count(*)::int as n from cases.import_row r where r.district = i.district and r.import_id = i.id group by r.outcome) c), '{}') as counts,
    (select count(*)::int from cases.import_row r where r.district = i.district and r.import_id = i.id and r.outcome = 'new' and r.faults <> '[]') as late
  from cases.import i where i.district = ${district} and (${all} or i.person = ${person}) ${more}`

/** Imports, the newest first. */
export async function findImports(tx: Tx, district: District, whose: Whose, page: { readonly limit: number; readonly after?: Id | undefined }): Promise<{ readonly rows: readonly ImportKept[]; readonly total: number }> {
  const { rows } = await shown(district, whose, sql`and (${page.after ?? null}::uuid is null or i.id < ${page.after ?? null}) order by i.id desc limit ${page.limit}`).execute(tx)
  const counted = await sql<{ n: number }>`select count(*)::int as n from cases.import i where i.district = ${district} and (${whose.all} or i.person = ${whose.person})`.execute(tx)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

export async function loadImport(tx: Tx, district: District, whose: Whose, id: Id): Promise<ImportKept | null> {
  const { rows } = await shown(district, whose, sql`and i.id = ${id}`).execute(tx)
  return rows[0] ?? null
}

export async function saveImport(tx: Tx, district: District, id: Id, change: { readonly state: ImportKept['state']; readonly mapping?: Mapping; readonly undone?: NonNullable<ImportKept['undone']> }): Promise<void> {
  const { state, mapping, undone } = change
  await tx.updateTable('cases.import').set({ state, ...(mapping && { mapping: JSON.stringify(mapping) }), ...(undone && { undone_at: undone.at, undone_by: undone.by, undo_reason: undone.reason }) }).where('district', '=', district).where('id', '=', id).execute()
}

/** What the columns of a source mean, as it was chosen last. */
export async function loadMapping(tx: Tx, district: District, source: string, type: string): Promise<Mapping> {
  const { rows } = await sql<{ mapping: Mapping }>`select mapping from cases.import_mapping where district = ${district} and source = ${source} and type = ${type}`.execute(tx)
  return rows[0]?.mapping ?? {}
}

export async function saveMapping(tx: Tx, district: District, source: string, type: string, mapping: Mapping): Promise<void> {
  const kept = JSON.stringify(mapping)
  await tx.insertInto('cases.import_mapping').values({ district, source, type, mapping: kept }).onConflict(c => c.columns(['district', 'source', 'type']).doUpdateSet({ mapping: kept })).execute()
}

/** Rows of these outcomes with their cells, in order; with `held` for this transaction alone, those that others hold left out. */
export async function findCells(tx: Tx, district: District, id: Id, outcomes: readonly RowOutcome[], most: number, held = false): Promise<readonly Cells[]> {
  const { rows } = await sql<Cells>`select row, cells from cases.import_row where district = ${district} and import_id = ${id} and outcome = any (${outcomes}::text[]) and cells is not null order by row limit ${most} ${held ? sql`for update skip locked` : sql``}`.execute(tx)
  return rows
}

/** Writes down what came of rows; where one became a case, what was in it goes. */
export async function saveJudged(tx: Tx, district: District, id: Id, judged: readonly Judged[]): Promise<void> {
  await sql`
    update cases.import_row r set outcome = j.outcome, faults = coalesce(j.faults, '[]'), case_id = coalesce(j."case", r.case_id), seq = coalesce(j.seq, r.seq), cells = case when j.outcome in ('opened', 'voided') then null else r.cells end
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j(row int, outcome text, faults jsonb, "case" uuid, seq int) where r.district = ${district} and r.import_id = ${id} and r.row = j.row`.execute(tx)
}

/** Of these numbers of a source, those that are cases already. */
export async function findImported(tx: Tx, district: District, source: string, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`select number from cases.imported where district = ${district} and source = ${source} and number = any (${numbers}::text[])`.execute(tx)
  return new Set(rows.map(row => row.number))
}

/** Claims a number of a source for a case; false where another has it. Who claims it at the same time waits for the outcome. */
export async function claimNumber(tx: Tx, district: District, source: string, number: string, caseId: Id): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('cases.imported').values({ district, source, number, case_id: caseId }).onConflict(c => c.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Gives the numbers of cases back, so that the mended file can be brought again. */
export async function releaseNumbers(tx: Tx, district: District, cases: readonly Id[]): Promise<void> {
  await tx.deleteFrom('cases.imported').where('district', '=', district).where('case_id', 'in', [...cases]).execute()
}

/** What was imported is told to nobody: who asked was told by the system that it comes from. */
export async function tellNobody(tx: Tx, district: District, cases: readonly Id[]): Promise<void> {
  if (cases.length > 0) await tx.deleteFrom('cases.outbox').where('district', '=', district).where('case_id', 'in', [...cases]).execute()
}

/** Of the cases of an import, how many somebody has done something with since. What the program did by itself is nobody's work. */
export async function countTouched(tx: Tx, district: District, id: Id): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from cases.import_row r where r.district = ${district} and r.import_id = ${id} and r.outcome = 'opened'
      and exists (select from cases.event e where e.district = r.district and e.case_id = r.case_id and e.seq > r.seq and e.event ->> 'kind' not in ('warned', 'escalated'))`.execute(tx)
  return rows[0]?.n ?? 0
}

/** The next cases of an import, held for this transaction. */
export async function takeOpened(tx: Tx, district: District, id: Id, most: number): Promise<readonly { readonly row: number; readonly case: Id }[]> {
  const { rows } = await sql<{ row: number; case: Id }>`select row, case_id as "case" from cases.import_row where district = ${district} and import_id = ${id} and outcome = 'opened' order by row limit ${most} for update skip locked`.execute(tx)
  return rows
}

/** Rows of an import with what came of them, by number. */
export async function findImportRows(tx: Tx, district: District, id: Id, { outcome, after = 0, limit }: { readonly outcome?: RowOutcome | undefined; readonly after?: number | undefined; readonly limit: number }): Promise<readonly ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select r.row, r.outcome, r.faults, case when c.id is null then null else json_build_object('id', c.id, 'number', c.number, 'title', c.title) end as "case"
    from cases.import_row r left join cases.seen_case c on c.district = r.district and c.id = r.case_id
    where r.district = ${district} and r.import_id = ${id} and r.row > ${after} and (${outcome ?? null}::text is null or r.outcome = ${outcome ?? null}) order by r.row limit ${limit}`.execute(tx)
  return rows
}

/** Forgets what is in the rows of imports older than this. Answers how many rows. */
export async function forgetCells(tx: Tx, district: District, before: Instant): Promise<number> {
  const { numAffectedRows } = await sql`update cases.import_row r set cells = null from cases.import i where i.district = ${district} and r.district = i.district and r.import_id = i.id and i.at < ${before} and r.cells is not null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
