import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { idsWithin } from '../../org/index.ts'
import { type Directory, type FieldValues } from '../schema.ts'
import { type EntryRow, type EntryView } from './contract.ts'

/** A line as it is kept. */
export type Entry = { readonly id: Id; readonly name: string; readonly unit: Id; readonly fields: FieldValues; readonly from: Day; readonly until: Day | null; readonly generated: boolean }

export async function findDirectories(tx: Tx, district: District, on: Day): Promise<readonly { readonly directory: Directory; readonly count: number }[]> {
  const { rows } = await sql<{ directory: Directory; count: number }>`
    select d.definition as directory, (select count(*)::int from cases.entry e where e.district = d.district and e.directory = d.key and (e.until_on is null or e.until_on > ${on})) as count
    from cases.directory d where d.district = ${district} order by d.key`.execute(tx)
  return rows
}

export async function loadDirectory(tx: Tx, district: District, key: string): Promise<Directory | null> {
  const { rows } = await sql<{ definition: Directory }>`select definition from cases.directory where district = ${district} and key = ${key}`.execute(tx)
  return rows[0]?.definition ?? null
}

/** Puts a directory in place as its pack has it now; false where it is there and the same. */
export async function saveDirectory(tx: Tx, district: District, directory: Directory): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into cases.directory (district, key, definition) values (${district}, ${directory.key}, ${JSON.stringify(directory)}::jsonb)
    on conflict (district, key) do update set definition = excluded.definition where cases.directory.definition <> excluded.definition`.execute(tx)
  return numAffectedRows === 1n
}

export type EntryFilter = { readonly q?: string | undefined; readonly within?: Id | undefined; readonly choice?: { readonly field: string; readonly value: string } | undefined; readonly near?: Id | undefined; readonly ended: boolean }

/** Fields in which words are looked for: open ones that hold text. */
const openText = (directory: Directory) => directory.fields.filter(field => !field.personal && field.input === 'text').map(field => field.key)

function conditions(district: District, directory: Directory, { q, within, choice, ended }: EntryFilter, on: Day) {
  const like = q && `%${q.trim().replaceAll(/[\\%_]/g, found => `\\${found}`)}%`
  return sql.join([
    sql`e.district = ${district}`, sql`e.directory = ${directory.key}`, ended ? sql`e.until_on <= ${on}` : sql`(e.until_on is null or e.until_on > ${on})`,
    ...(like ? [sql`(e.name ilike ${like} or exists (select from jsonb_each_text(e.fields) f where f.key = any (${openText(directory)}::text[]) and f.value ilike ${like}))`] : []),
    ...(within === undefined ? [] : [sql`e.unit in ${idsWithin(district, within)}`]), ...(choice ? [sql`e.fields ->> ${choice.field} = ${choice.value}`] : []),
  ], sql` and `)
}

/** Lines of a directory, those nearest to a place first where one was asked about, else by street, unit and name. */
export async function findEntries(tx: Tx, district: District, directory: Directory, filter: EntryFilter, on: Day, page: { readonly limit: number; readonly offset: number }): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }> {
  const where = conditions(district, directory, filter, on)
  // The line of units above the place: its community counts for two, its street for one.
  const { rows } = await sql<EntryRow>`
    with recursive up as (select u.id, u.parent, u.kind from org.v_unit u where u.district = ${district} and u.id = ${filter.near ?? null}::uuid union select u.id, u.parent, u.kind from org.v_unit u join up on u.district = ${district} and u.id = up.parent)
    select e.id, e.name, json_build_object('id', u.id, 'name', u.name, 'street', s.name) as unit, e.fields, e.from_on as "from", e.until_on as until, e.generated, e.version,
      case when e.unit in (select id from up where kind <> 'district' and kind <> 'street') then 2 when s.id in (select id from up where kind = 'street') or e.unit in (select id from up where kind = 'street') then 1 else 0 end as near
    from cases.entry e join org.v_unit u on u.district = e.district and u.id = e.unit left join org.v_unit s on s.district = u.district and s.id = u.parent and s.kind = 'street'
    where ${where} order by near desc, s.code nulls first, u.code, length(e.name), e.name, e.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const counted = await sql<{ n: number }>`select count(*)::int as n from cases.entry e where ${where}`.execute(tx)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

/** How many lines there are in each street, and for each value of each choice. */
export async function countEntries(tx: Tx, district: District, directory: Directory, on: Day): Promise<{ readonly streets: readonly { readonly id: Id; readonly name: string; readonly count: number }[]; readonly choices: readonly { readonly field: string; readonly value: string; readonly count: number }[] }> {
  const where = conditions(district, directory, { ended: false }, on)
  const streets = await sql<{ id: Id; name: string; count: number }>`
    select s.id, s.name, count(*)::int as count from cases.entry e join org.v_unit u on u.district = e.district and u.id = e.unit join org.v_unit s on s.district = u.district and s.id = case when u.kind = 'street' then u.id else u.parent end and s.kind = 'street'
    where ${where} group by s.id, s.name, s.code order by s.code`.execute(tx)
  const keys = directory.fields.filter(field => field.input === 'choice' && !field.personal).map(field => field.key)
  const choices = await sql<{ field: string; value: string; count: number }>`select f.key as field, f.value, count(*)::int as count from cases.entry e, jsonb_each_text(e.fields) f where ${where} and f.key = any (${keys}::text[]) group by f.key, f.value`.execute(tx)
  return { streets: streets.rows, choices: choices.rows }
}

export type EntryFound = Omit<EntryView, 'mayEdit' | 'mayReveal'>

/** A line with its changes, nothing masked. */
export async function loadEntry(tx: Tx, district: District, directory: string, id: Id): Promise<EntryFound | null> {
  const { rows } = await sql<EntryFound>`
    select e.id, e.name, json_build_object('id', u.id, 'name', u.name, 'street', s.name) as unit, e.fields, e.from_on as "from", e.until_on as until, e.generated, e.version,
      coalesce((select json_agg(json_build_object('version', c.version, 'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', c.by_name, 'reason', c.reason, 'before', c.before) order by c.version desc) from cases.entry_change c where c.district = e.district and c.entry_id = e.id), '[]') as changes
    from cases.entry e join org.v_unit u on u.district = e.district and u.id = e.unit left join org.v_unit s on s.district = u.district and s.id = u.parent and s.kind = 'street'
    where e.district = ${district} and e.directory = ${directory} and e.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** New lines, those whose name is taken left out. Answers how many. */
export async function insertEntries(tx: Tx, district: District, directory: string, entries: readonly Entry[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into cases.entry (district, id, directory, name, unit, fields, from_on, until_on, generated, version)
    select ${district}, e.id, ${directory}, e.name, e.unit, e.fields, e."from", e.until, e.generated, 1
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e(id uuid, name text, unit uuid, fields jsonb, "from" date, until date, generated boolean)
    on conflict (district, directory, name) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Changes a line if it still is as it was seen; null where somebody changed it in between, or the name is taken. */
export async function saveEntry(tx: Tx, district: District, directory: string, { id, name, unit, fields, until }: Omit<Entry, 'from' | 'generated'>, seen: number): Promise<'saved' | 'changed' | 'name-taken'> {
  const other = await tx.selectFrom('cases.entry').select('id').where('district', '=', district).where('directory', '=', directory).where('name', '=', name).where('id', '<>', id).executeTakeFirst()
  if (other) return 'name-taken'
  const { numUpdatedRows } = await tx.updateTable('cases.entry').set({ name, unit, fields: JSON.stringify(fields), until_on: until, version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n ? 'saved' : 'changed'
}

export async function insertChange(tx: Tx, district: District, change: { readonly entry: Id; readonly version: number; readonly at: Instant; readonly person: Id; readonly by: string; readonly reason: string; readonly before: object | null }): Promise<void> {
  const { entry, by, before, ...rest } = change
  await tx.insertInto('cases.entry_change').values({ district, entry_id: entry, by_name: by, ...rest, before: before && JSON.stringify(before) }).execute()
}
