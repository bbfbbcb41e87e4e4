import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { ahead, listed, often, spelled, words } from '../statement.ts'
import { deskOf, firstOf, knownFrom, rowOf, searchGrams, type CaseRow, type CaseTimer, type Known } from './domain/row.ts'
import { type CaseType, type Happened, type Reporter } from './schema.ts'

/** A case type as a district has it: its definition, and the units behind the keys by which it names departments. */
export type TypeHere = { readonly type: CaseType; readonly departments: Readonly<Record<string, Id>> }

/** Versions of types never change once they are there, so each is read once. The newest hundred are kept. */
const types = new Map<Id, TypeHere>()

export async function loadType(tx: Tx, district: District, id: Id): Promise<TypeHere> {
  const known = types.get(id)
  if (known) return known
  const row = await tx.selectFrom('cases.type').select(['definition', 'departments']).where('district', '=', district).where('id', '=', id).executeTakeFirstOrThrow()
  const { definition, departments } = row as unknown as { definition: CaseType; departments: Record<string, Id> } // written by `insertType` alone
  types.set(id, { type: definition, departments })
  const [oldest] = types.keys()
  if (types.size > 100 && oldest !== undefined) types.delete(oldest)
  return { type: definition, departments }
}

/** The newest version of each type, by key. */
export async function findTypes(tx: Tx, district: District): Promise<readonly TypeHere[]> {
  const rows = await tx.selectFrom('cases.type').distinctOn('key').select('id').where('district', '=', district).orderBy('key').orderBy('version', 'desc').execute()
  const found: TypeHere[] = []
  for (const { id } of rows) found.push(await loadType(tx, district, id))
  return found
}

/** A version of a type, the newest where none is named; null where there is none. */
export async function findType(tx: Tx, district: District, key: string, version?: number): Promise<TypeHere | null> {
  const [row] = await often<{ id: Id }>(tx, words`select id from cases.type where district = ${district} and key = ${key}${version === undefined ? words`` : words` and version = ${version}`} order by version desc limit 1`)
  return row ? loadType(tx, district, row.id) : null
}

/** Puts a version of a type in place; false where it is there already. */
export async function insertType(tx: Tx, district: District, { id, type, departments }: TypeHere & { readonly id: Id }, at: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('cases.type').values({ district, id, key: type.key, version: type.version, definition: JSON.stringify(type), departments: JSON.stringify(departments), at }).onConflict(c => c.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** From here to the end of the transaction it sees every case: what is written may belong to others afterwards. To be called after the decision that it may be written. */
export async function seeEveryCase(tx: Tx): Promise<void> {
  await ahead(tx, words`select set_config('app.case_units', 'district', true)`)
}

const asJson = ({ at_point, ...row }: CaseRow) => ({ ...row, at_point: at_point && `(${at_point.lng},${at_point.lat})` })

/** Events as rows of their table. */
const eventsAsJson = (events: readonly Happened[]) => JSON.stringify(events.map(({ seq, at, by, event }) => ({ seq, at, person: by?.person ?? null, by_name: by?.name ?? null, unit: by?.unit ?? null, event })))

export type ReporterKept = Reporter & { readonly codeHash: string | null }

/** A new case with its first events and who asked, in one statement; false where its number is taken. */
export async function insertCase(tx: Tx, district: District, known: Known, reporter: ReporterKept | null, generated: boolean): Promise<boolean> {
  const { id, events } = known
  const desk = deskOf(known)
  const rows = await often(tx, words`
    with made as (
      insert into cases."case" select r.* from jsonb_populate_record(null::cases."case", ${JSON.stringify({ ...asJson(rowOf(known)), district, id, generated })}::jsonb) r
      on conflict (district, number) do nothing returning id),
    told as (
      insert into cases.event (district, case_id, seq, at, person, by_name, unit, event)
      select ${district}, made.id, e.seq, e.at, e.person, e.by_name, e.unit, e.event from made, jsonb_to_recordset(${eventsAsJson(events)}::jsonb) as e(seq int, at timestamptz, person uuid, by_name text, unit uuid, event jsonb)),
    outbox as (insert into cases.outbox (district, case_id, seq, until_seq) select ${district}, made.id, 1, ${events.length}::int from made),
    later as (insert into cases.upcoming (district, case_id, next_at, timers) select ${district}, made.id, ${firstOf(known.timers)}, ${JSON.stringify(known.timers)}::jsonb from made where ${known.timers.length > 0}),
    found as (insert into cases.searched (district, case_id, grams) select ${district}, made.id, ${searchGrams(known)}::text[] from made),
    laid as (insert into cases.desk (district, unit, case_id, due_at) select ${district}, u, made.id, ${desk.dueAt}::timestamptz from made, unnest(${desk.units}::uuid[]) u),
    who as (
      insert into cases.reporter (district, case_id, name, phone, email, confidential, code_hash)
      select ${district}, made.id, ${reporter?.name ?? null}, ${reporter?.phone ?? null}, ${reporter?.email ?? null}, ${reporter?.confidential ?? false}, ${reporter?.codeHash ?? null} from made where ${reporter !== null})
    select id from made`)
  return rows.length === 1
}

/** Saves what a case has become by what happened after `before`, if nobody else was there in between; answers whether it did. */
export async function saveCase(tx: Tx, district: District, known: Known, before: Known): Promise<boolean> {
  const row = rowOf(known), events = known.events.filter(({ seq }) => seq > before.present.seq)
  const grams = searchGrams(known, before)
  const rows = await often(tx, words`
    with saved as (
      update cases."case" c set (${spelled(Object.keys(row).join(', '))}) = (select ${spelled(Object.keys(row).map(name => `r.${name}`).join(', '))} from jsonb_populate_record(null::cases."case", ${JSON.stringify(asJson(row))}::jsonb) r)
      where c.district = ${district} and c.id = ${known.id} and c.seq = ${before.present.seq} returning c.id),
    ${upcoming(district, known)},${laid(district, known, before)}${grams === null ? words`` : words`
    found as (update cases.searched s set grams = ${grams}::text[] from saved where s.district = ${district} and s.case_id = saved.id),`}
    told as (
      insert into cases.event (district, case_id, seq, at, person, by_name, unit, event)
      select ${district}, saved.id, e.seq, e.at, e.person, e.by_name, e.unit, e.event from saved, jsonb_to_recordset(${eventsAsJson(events)}::jsonb) as e(seq int, at timestamptz, person uuid, by_name text, unit uuid, event jsonb)),
    outbox as (insert into cases.outbox (district, case_id, seq, until_seq) select ${district}, saved.id, ${before.present.seq + 1}::int, ${known.present.seq}::int from saved)
    select id from saved`)
  return rows.length === 1
}

/** What is still to happen by itself, beside the case that was saved. */
function upcoming(district: District, { id, timers }: Known) {
  if (timers.length === 0) return words`over as (delete from cases.upcoming u using saved where u.district = ${district} and u.case_id = saved.id)`
  return words`later as (
      insert into cases.upcoming (district, case_id, next_at, timers) select ${district}, ${id}, ${firstOf(timers)}, ${JSON.stringify(timers)}::jsonb from saved
      on conflict (district, case_id) do update set next_at = excluded.next_at, timers = excluded.timers)`
}

/** On which desks it lies now, where that is not as it was. */
function laid(district: District, known: Known, before: Known) {
  const now = deskOf(known), was = deskOf(before)
  const gone = was.units.some(unit => !now.units.includes(unit)), come = now.dueAt !== was.dueAt || now.units.some(unit => !was.units.includes(unit))
  return words`${gone ? words`
    gone as (delete from cases.desk d using saved where d.district = ${district} and d.case_id = saved.id and d.unit <> all (${now.units}::uuid[])),` : words``}${come && now.units.length > 0 ? words`
    laid as (
      insert into cases.desk (district, unit, case_id, due_at) select ${district}, u, saved.id, ${now.dueAt}::timestamptz from saved, unnest(${now.units}::uuid[]) u
      on conflict (district, case_id, unit) do update set due_at = excluded.due_at where desk.due_at is distinct from excluded.due_at),` : words``}`
}

type Loaded = { id: Id; type_id: Id; generated: boolean; events: Happened[] }

/** The history of `cases."case" c` as it is folded. */
export const historyOf = `(select json_agg(json_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', case when e.person is null then null else json_build_object('person', e.person, 'name', e.by_name, 'unit', e.unit) end, 'event', e.event) order by e.seq) from cases.event e where e.district = c.district and e.case_id = c.id)`

export type Found = Known & { readonly departments: TypeHere['departments']; readonly generated: boolean }

/** A case with its whole history, by its id or its number; null where there is none that the caller sees. */
export async function loadCase(tx: Tx, district: District, of: { readonly id: Id } | { readonly number: string }): Promise<Found | null> {
  const [found] = await often<Loaded>(tx, words`select c.id, t.id as type_id, c.generated, ${spelled(historyOf)} as events from cases."case" c join cases.type t on t.district = c.district and t.key = c.type and t.version = c.version where c.district = ${district} and ${'id' in of ? words`c.id = ${of.id}` : words`c.number = ${of.number}`}`)
  if (!found) return null
  const here = await loadType(tx, district, found.type_id)
  return { ...knownFrom(here.type, found.id, found.events), departments: here.departments, generated: found.generated }
}

export async function loadReporter(tx: Tx, district: District, id: Id): Promise<ReporterKept | null> {
  const [found] = await often<ReporterKept>(tx, words`select name, phone, email, confidential, code_hash as "codeHash" from cases.reporter where district = ${district} and case_id = ${id}`)
  return found ?? null
}

export type DueCase = { readonly id: Id; readonly type_id: Id; readonly lead: Id | null; readonly place_unit: Id | null; readonly opener: Id | null; readonly seq: number; readonly step: number; readonly timers: readonly CaseTimer[]; readonly next_at: Instant }

/**
 * Cases for which something is to happen by itself, those that wait longest first; of those that wait as long as `since` or less,
 * so that nobody walks once more over what was done. Others that look at the same time get the next ones.
 */
export async function takeDueCases(tx: Tx, district: District, since: Instant | null, now: Instant, most: number): Promise<readonly DueCase[]> {
  const { rows } = await sql<DueCase>`
    select c.id, t.id as type_id, c.lead, c.place_unit, c.opener, c.seq, c.step, c.timers, c.next_at
    from (
      select c.district, c.id, c.type, c.version, c.lead, c.place_unit, c.opener, c.seq, c.step, u.timers, u.next_at from cases.upcoming u join cases."case" c on c.district = u.district and c.id = u.case_id
      where u.district = ${district} and u.next_at >= ${since ?? '-infinity'} and u.next_at <= ${now} order by u.next_at limit ${most} for update skip locked) c
    join cases.type t on t.district = c.district and t.key = c.type and t.version = c.version order by c.next_at`.execute(tx)
  return rows
}

/** What a turn of the ladder makes of a case: what happened, in order, and what is still to happen. */
export type Climbed = { readonly id: Id; /** Of its last event then. */ readonly seq: number; readonly step: number; readonly to: readonly Id[]; readonly timers: readonly CaseTimer[]; readonly events: readonly Happened[] }

/** Saves a whole turn in one statement. */
export async function saveClimbed(tx: Tx, district: District, climbed: readonly Climbed[]): Promise<void> {
  const cases = climbed.map(({ id, seq, step, to, timers, events }) => ({ id, seq, first_seq: events[0]?.seq ?? null, step, climbed_to: to, timers, next_at: firstOf(timers) }))
  const events = climbed.flatMap(one => one.events.map(({ seq, at, event }) => ({ case_id: one.id, seq, at, event })))
  await sql`
    with told as (
      insert into cases.event (district, case_id, seq, at, event)
      select ${district}, e.case_id, e.seq, e.at, e.event from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(case_id uuid, seq int, at timestamptz, event jsonb)),
    now as materialized (select * from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as n(id uuid, seq int, first_seq int, step int, climbed_to uuid[], timers jsonb, next_at timestamptz)),
    outbox as (insert into cases.outbox (district, case_id, seq, until_seq) select ${district}, n.id, n.first_seq, n.seq from now n where n.first_seq is not null),
    later as (update cases.upcoming u set timers = n.timers, next_at = n.next_at from now n where u.district = ${district} and u.case_id = n.id and n.next_at is not null),
    over as (delete from cases.upcoming u using now n where u.district = ${district} and u.case_id = n.id and n.next_at is null),
    laid as (
      insert into cases.desk (district, unit, case_id, due_at) select distinct c.district, to_unit, n.id, c.due_at from now n join cases."case" c on c.district = ${district} and c.id = n.id, unnest(n.climbed_to) to_unit
      on conflict (district, case_id, unit) do nothing)
    update cases."case" c set seq = n.seq, step = n.step, seen_by = c.seen_by || (select coalesce(array_agg(u), '{}') from unnest(n.climbed_to) u where u <> all (c.seen_by))
    from now n where c.district = ${district} and c.id = n.id`.execute(tx)
}

/** Names of units and persons by their ids; what is not there is left out. */
export async function findNames(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await often<{ id: Id; name: string }>(tx, words`
    select id, name from org.v_unit where district = ${district} and id = any (${listed(ids)}::uuid[])
    union all select id, name from org.v_person where district = ${district} and id = any (${listed(ids)}::uuid[])`)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Of these, those that are no living unit. */
export async function findNoUnits(tx: Tx, district: District, ids: readonly Id[], on: Day): Promise<readonly Id[]> {
  if (ids.length === 0) return []
  const living = new Set((await often<{ id: Id }>(tx, words`select id from org.v_unit where district = ${district} and id = any (${listed(ids)}::uuid[]) and from_on <= ${on} and (until_on is null or until_on > ${on})`)).map(row => row.id))
  return ids.filter(id => !living.has(id))
}
