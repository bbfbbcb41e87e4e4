import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type Scope } from '../org/domain/permission.ts'
import { type FigureRow } from './contract.ts'
import { type Change, type Figure } from './schema.ts'
import { type Said } from './domain/vintage.ts'

/** A figure as the database gives it, whole or in part; parts that a query left out are undefined and are not asked for. */
export type FigureRecord = {
  readonly id: Id; readonly indicator: Id; readonly unit: Id; readonly period: string; readonly vintage: Figure['vintage']; readonly basis: string | null
  readonly level_value: number | null; readonly level_unit: string | null; readonly level_hedge: string | null; readonly change_value: number | null; readonly change_unit: string | null; readonly change_base: string | null
  readonly rank: string | null; readonly qualifier: string | null; readonly status: Figure['status']; readonly said_as: string | null; readonly said_on: Day | null; readonly source: unknown; readonly origin: Id | null
  readonly at: string; readonly replaces: Id | null; readonly replaced_by: Id | null; readonly reason: string | null; readonly version: number
}

export function figureFrom(row: FigureRecord): Figure {
  const { level_value, level_unit, level_hedge, change_value, change_unit, change_base, said_as, said_on, replaced_by, source, ...rest } = row
  return {
    ...rest, level: levelFrom(level_value, level_unit, level_hedge), change: changeFrom(change_value, change_unit, change_base), saidAs: said_as, saidOn: said_on, replacedBy: replaced_by,
    source: source as Figure['source'], // only ever written from a Source, see valuesOf
  }
}

function levelFrom(value: number | null, unit: string | null, hedge: string | null): Figure['level'] {
  if (value === null || unit === null) return null
  return hedge === null ? { value, unit } : { value, unit, hedge }
}

function changeFrom(value: number | null, unit: string | null, base: string | null): Change | null {
  return value === null || unit === null ? null : { value, unit, base: base ?? '' }
}

function valuesOf(district: District, figure: Figure, fact: string | null) {
  const { level, change, saidAs, saidOn, replacedBy, source, ...rest } = figure
  const span = spanOf(figure.period)
  if (!span) throw new Error(`Figure ${figure.id} has no readable period: ${figure.period}`)
  return {
    district, ...rest, starts_on: span.from, ends_on: span.to, level_value: level?.value ?? null, level_unit: level?.unit ?? null, level_hedge: level?.hedge ?? null,
    change_value: change?.value ?? null, change_unit: change?.unit ?? null, change_base: change?.base ?? null, said_as: saidAs, said_on: saidOn, replaced_by: replacedBy, source: JSON.stringify(source), fact,
  }
}

/** Adds figures; those whose origin and fact are on file already are passed over. Answers the ids that were added. */
export async function insertFigures(tx: Tx, district: District, figures: readonly { readonly figure: Figure; readonly fact: string | null }[]): Promise<ReadonlySet<Id>> {
  const added = new Set<Id>()
  for (let i = 0; i < figures.length; i += 1000) {
    const rows = await tx.insertInto('indicators.figure').values(figures.slice(i, i + 1000).map(({ figure, fact }) => valuesOf(district, figure, fact))).onConflict(c => c.doNothing()).returning('id').execute()
    for (const row of rows) added.add(row.id)
  }
  return added
}

const columns = sql.raw('f.id, f.indicator, f.unit, f.period, f.vintage, f.basis, f.level_value, f.level_unit, f.level_hedge, f.change_value, f.change_unit, f.change_base, f.rank, f.qualifier, f.status, f.said_as, f.said_on, f.source, f.origin, f.at, f.replaces, f.replaced_by, f.reason, f.version')

/** What of an embargoed indicator may be seen before it is published: figures of the units that a person handles, and whatever a post of theirs is named for. */
export type Sight = { readonly handles: Scope; readonly posts: readonly Id[] }

/** What leaves the program as a file, and what lights rest on: nothing that is held back, whoever asks. */
export const openToAll: Sight = { handles: new Set(), posts: [] }

const embargoed = sql`exists (select from indicators.indicator e where e.district = f.district and e.id = f.indicator and e.embargoed)`
const inHands = ({ handles }: Sight) => (handles === 'district' ? sql`true` : sql`f.unit = any (${[...handles]}::uuid[])`)
const isNamed = ({ posts }: Sight) => sql`exists (select from indicators.embargo_post p where p.district = f.district and p.indicator = f.indicator and p.post = any (${[...posts]}::uuid[]))`

/** Row-level security asks the same below; this is the first wall, and the only one where a file may hold less than its reader may see. */
export const seen = (sight: Sight): RawBuilder<unknown> => sql`(f.status = 'published' or ${inHands(sight)} or not ${embargoed} or ${isNamed(sight)})`

export async function loadFigure(tx: Tx, district: District, id: Id, sight: Sight): Promise<FigureRow | null> {
  return (await findFigureRows(tx, district, sql`f.id = ${id}`, sight, 1))[0] ?? null
}

async function findFigureRows(tx: Tx, district: District, where: RawBuilder<unknown>, sight: Sight, limit: number): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRecord & { held_back: boolean; indicator_name: string; indicator_code: string; unit_name: string | null }>`
    select ${columns}, i.embargoed and f.status <> 'published' as held_back, i.name_zh as indicator_name, i.code as indicator_code, u.name as unit_name
    from indicators.figure f
    join indicators.indicator i on i.district = f.district and i.id = f.indicator
    left join org.v_unit u on u.district = f.district and u.id = f.unit
    where f.district = ${district} and ${where} and ${seen(sight)}
    order by f.id desc limit ${limit}`.execute(tx)
  return rows.map(({ held_back, indicator_name, indicator_code, unit_name, ...row }) => ({ ...figureFrom(row), heldBack: held_back, indicatorName: indicator_name, indicatorCode: indicator_code, unitName: unit_name }))
}

export type FigureFilter = {
  readonly indicator?: Id | undefined; readonly unit?: Id | undefined; readonly status?: string | undefined; readonly origin?: Id | undefined; readonly year?: number | undefined; readonly q?: string | undefined
  readonly after?: string | undefined; readonly limit: number; readonly sight: Sight
}

/** Beyond this the number of figures is told as this: an exact count of a million rows helps nobody and takes longer than the page. */
export const MOST_COUNTED = 10_000

/** Figures, newest entry first (ids sort by time of entry). `total` stops counting at `MOST_COUNTED`. */
export async function findFigures(tx: Tx, district: District, filter: FigureFilter): Promise<{ total: number; rows: FigureRow[] }> {
  const where = sql`true
    ${filter.indicator ? sql`and f.indicator = ${filter.indicator}` : sql``}
    ${filter.unit ? sql`and f.unit = ${filter.unit}` : sql``}
    ${filter.status ? sql`and f.status = ${filter.status}` : sql``}
    ${filter.origin ? sql`and f.origin = ${filter.origin}` : sql``}
    ${filter.year ? sql`and f.ends_on between ${`${filter.year}-01-01`} and ${`${filter.year}-12-31`}` : sql``}
    ${filter.q ? sql`and f.indicator in (select i.id from indicators.indicator i where i.district = ${district} and position(${filter.q.toLowerCase()} in i.search) > 0)` : sql``}`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from indicators.figure f where f.district = ${district} and ${where} and ${seen(filter.sight)} limit ${MOST_COUNTED}) counted`.execute(tx)
  return { total: rows[0]?.n ?? 0, rows: await findFigureRows(tx, district, filter.after ? sql`${where} and f.id < ${filter.after}` : where, filter.sight, filter.limit) }
}

/** Figures of one indicator and unit, the latest period first. */
export async function findFiguresOf(tx: Tx, district: District, indicator: Id, unit: Id, sight: Sight, limit: number): Promise<Figure[]> {
  const { rows } = await sql<FigureRecord>`
    select ${columns} from indicators.figure f
    where f.district = ${district} and f.indicator = ${indicator} and f.unit = ${unit} and ${seen(sight)}
    order by f.ends_on desc, f.id desc limit ${limit}`.execute(tx)
  return rows.map(figureFrom)
}

/** Every figure of the same indicator, unit and period: the vintages of one thing. */
export async function findVintages(tx: Tx, district: District, of: Pick<Figure, 'indicator' | 'unit' | 'period'>, sight: Sight): Promise<Figure[]> {
  const span = spanOf(of.period)
  const { rows } = await sql<FigureRecord>`
    select ${columns} from indicators.figure f
    where f.district = ${district} and f.indicator = ${of.indicator} and f.unit = ${of.unit} and f.ends_on = ${span?.to ?? null} and f.period = ${of.period} and ${seen(sight)}
    order by f.id desc limit 200`.execute(tx)
  return rows.map(figureFrom)
}

export async function findFiguresByIds(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, Figure>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<FigureRecord>`select ${columns} from indicators.figure f where f.district = ${district} and f.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.id, figureFrom(row)]))
}

/** Approved figures of these indicators and units for years, half-years, quarters and plan periods, the earliest first; of what is held back only what is published. */
export async function findToldFigures(tx: Tx, district: District, keys: readonly { readonly indicator: Id; readonly unit: Id }[]): Promise<Figure[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<FigureRecord>`
    select ${columns} from unnest(${keys.map(k => k.indicator)}::uuid[], ${keys.map(k => k.unit)}::uuid[]) k (indicator, unit)
    join indicators.figure f on f.district = ${district} and f.indicator = k.indicator and f.unit = k.unit
    join indicators.indicator i on i.district = f.district and i.id = f.indicator
    where f.replaced_by is null and (f.status = 'published' or (f.status = 'approved' and not i.embargoed)) and f.period ~ '^\\d{4}(H[12]|Q[1-4]|-\\d{4})?$'
    order by f.ends_on, f.said_on nulls first, f.at, f.id`.execute(tx)
  return rows.map(figureFrom)
}

type Told = { readonly indicator: Id; readonly period: string }

/** Indicators and exactly these periods, as rows `k`. */
const told = (keys: readonly Told[]) => sql`unnest(${keys.map(k => k.indicator)}::uuid[], ${keys.map(k => k.period)}::text[], ${keys.map(k => spanOf(k.period)?.to ?? null)}::date[]) k (indicator, period, ends)`

/** Figures in force that the program itself brought for a unit: from returns, or counted from cases. */
export async function findProgramFigures(tx: Tx, district: District, kind: 'return' | 'cases', unit: Id, keys: readonly Told[]): Promise<Figure[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<FigureRecord>`
    select ${columns} from ${told(keys)}
    join indicators.figure f on f.district = ${district} and f.indicator = k.indicator and f.unit = ${unit} and f.ends_on = k.ends and f.period = k.period
    where f.replaced_by is null and f.status in ('approved', 'published') and f.source ->> 'kind' = ${kind}`.execute(tx)
  return rows.map(figureFrom)
}

/** How often each of these was counted differently from cases, by indicator; without those that never were. */
export async function countEditions(tx: Tx, district: District, unit: Id, keys: readonly Told[]): Promise<ReadonlyMap<Id, number>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ indicator: Id; n: number }>`
    select f.indicator, count(*)::int as n from ${told(keys)}
    join indicators.figure f on f.district = ${district} and f.indicator = k.indicator and f.unit = ${unit} and f.ends_on = k.ends and f.period = k.period
    where f.source ->> 'kind' = 'cases' group by 1`.execute(tx)
  return new Map(rows.map(row => [row.indicator, row.n]))
}

/** The newest figure of each indicator that was counted from cases. */
export async function findLastCounted(tx: Tx, district: District, indicators: readonly Id[]): Promise<ReadonlyMap<Id, Figure>> {
  const { rows } = await sql<FigureRecord>`
    select distinct on (f.indicator) ${columns} from indicators.figure f
    where f.district = ${district} and f.indicator = any (${indicators}::uuid[]) and f.replaced_by is null and f.source ->> 'kind' = 'cases' order by f.indicator, f.ends_on desc, f.at desc`.execute(tx)
  return new Map(rows.map(row => [row.indicator, figureFrom(row)]))
}

/** The figures that seeds, sheets and returns put on file under these keys. */
export async function findByFact(tx: Tx, district: District, facts: readonly string[]): Promise<ReadonlyMap<string, Id>> {
  const rows = await tx.selectFrom('indicators.figure').select(['fact', 'id']).where('district', '=', district).where('origin', 'is', null).where('fact', 'in', facts).execute()
  return new Map(rows.flatMap(row => (row.fact === null ? [] : [[row.fact, row.id]])))
}

/** Units that have figures of an indicator, by name. */
export async function findUnitsWith(tx: Tx, district: District, indicator: Id): Promise<{ id: Id; name: string }[]> {
  // One index probe for each unit instead of a walk over all figures of the indicator.
  const { rows } = await sql<{ id: Id; name: string }>`
    select u.id, u.name from org.v_unit u
    where u.district = ${district} and u.kind in ('district', 'department', 'street', 'task-force')
      and exists (select from indicators.figure f where f.district = u.district and f.indicator = ${indicator} and f.unit = u.id)
    order by u.code limit 200`.execute(tx)
  return rows
}

/** Marks a figure's step or its replacement if nobody changed it since `seen`. */
export async function saveFigureState(tx: Tx, district: District, id: Id, state: { readonly status?: Figure['status']; readonly replacedBy?: Id }, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('indicators.figure')
    .set({ version: seen + 1, ...(state.status && { status: state.status }), ...(state.replacedBy && { replaced_by: state.replacedBy }) })
    .where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Removes what an import brought. A correction that a person made of such a figure stays and no longer points to it. */
export async function deleteFiguresOf(tx: Tx, district: District, origin: Id): Promise<number> {
  const gone = await tx.deleteFrom('indicators.figure').where('district', '=', district).where('origin', '=', origin).returning('id').execute()
  return gone.length
}

/** Figures of one indicator and unit whose period ends between two days. */
export type SaidKey = { readonly indicator: Id; readonly unit: Id; readonly from: Day; readonly to: Day; readonly levelsOnly: boolean }
export type SaidOf = Said & { readonly indicator: Id; readonly unit: Id }

type Packed = readonly [id: Id, period: string, vintage: Said['vintage'], basis: string | null, level: number | null, levelUnit: string | null, hedge: string | null, change: number | null, changeUnit: string | null, base: string | null, qualifier: string | null, status: Said['status'], saidOn: Day | null, at: string]

/**
 * What lights rest on, for many targets at once: approved and published figures that nothing replaced, without their
 * sources, and of embargoed indicators the published ones only: a light is the same for all who look at it. Who fills a
 * return is shown what their own sight allows. One index range for each key. They come packed as JSON, a row for each key: three times faster than thousands of rows.
 */
export async function findSaid(tx: Tx, district: District, keys: readonly SaidKey[], sight: Sight = openToAll): Promise<SaidOf[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ indicator: Id; unit: Id; said: Packed[] | null }>`
    select k.indicator, k.unit, (
      select json_agg(json_build_array(f.id, f.period, f.vintage, f.basis, f.level_value, f.level_unit, f.level_hedge, f.change_value, f.change_unit, f.change_base, f.qualifier, f.status, f.said_on, f.at))
      from indicators.figure f
      where f.district = ${district} and f.indicator = k.indicator and f.unit = k.unit and f.ends_on between k.starts and k.ends
        and f.replaced_by is null and f.status in ('approved', 'published') and ${seen(sight)} and (not k.levels_only or f.level_value is not null)) as said
    from unnest(${keys.map(k => k.indicator)}::uuid[], ${keys.map(k => k.unit)}::uuid[], ${keys.map(k => k.from)}::date[], ${keys.map(k => k.to)}::date[], ${keys.map(k => k.levelsOnly)}::boolean[]) k (indicator, unit, starts, ends, levels_only)`.execute(tx)
  const found = new Map<Id, SaidOf>()
  for (const { indicator, unit, said } of rows) {
    // Two keys of one indicator may overlap, hence by id.
    for (const [id, period, vintage, basis, level, levelUnit, hedge, change, changeUnit, base, qualifier, status, saidOn, at] of said ?? []) {
      found.set(id, { id, indicator, unit, period, vintage, basis, level: levelFrom(level, levelUnit, hedge), change: changeFrom(change, changeUnit, base), qualifier, status, saidOn, at })
    }
  }
  return [...found.values()]
}

/** Papers that speak of an indicator of one unit, newest first: by document where it is on file, else by title. */
export async function findPapers(tx: Tx, district: District, indicator: Id, unit: Id): Promise<{ document: Id | null; title: string; saidOn: Day | null; mentions: number }[]> {
  const { rows } = await sql<{ document: Id | null; title: string; said_on: Day | null; mentions: number }>`
    select (s.source ->> 'document')::uuid as document, s.source ->> 'title' as title, max(s.said_on) as said_on, count(*)::int as mentions
    from (
      (select f.source, f.said_on from indicators.figure f where f.district = ${district} and f.indicator = ${indicator} and f.unit = ${unit} and f.status = 'published' order by f.ends_on desc limit 1000)
      union all
      (select x.source, x.said_on from indicators.statement x join indicators.target t on t.district = x.district and t.id = x.target where x.district = ${district} and t.indicator = ${indicator} and t.unit = ${unit})) s
    where s.source ->> 'kind' in ('document', 'published')
    group by 1, 2 order by said_on desc nulls last, title limit 50`.execute(tx)
  return rows.map(({ said_on, ...row }) => ({ ...row, saidOn: said_on }))
}
