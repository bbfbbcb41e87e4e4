import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Tx } from '../context.ts'
import { type IndicatorRow } from './contract.ts'
import { type Figure, Indicator } from './schema.ts'
import { figureFrom, seen, type FigureRecord, type Sight } from './figure-store.ts'

/** A row of the register as the database gives it, aliases gathered. */
type Row = {
  readonly id: Id; readonly code: string; readonly name_zh: string; readonly name_en: string; readonly not_names: string[]; readonly measure: string; readonly nature: string; readonly direction: string
  readonly frequency: string; readonly kind: string; readonly aggregation: string; readonly basis: string | null; readonly owner_unit: string | null; readonly formula: unknown; readonly parts: string[]; readonly embargoed: boolean; readonly bands: unknown
  readonly version: number; readonly aliases: unknown
}

const columns = sql`i.id, i.code, i.name_zh, i.name_en, i.not_names, i.measure, i.nature, i.direction, i.frequency, i.kind, i.aggregation, i.basis, i.owner_unit, i.formula, i.parts, i.embargoed, i.bands, i.version,
  coalesce((select json_agg(json_build_object('name', a.name, 'scope', nullif(a.scope, ''), 'confirmedBy', a.confirmed_by) order by a.name, a.scope)
            from indicators.alias a where a.district = i.district and a.indicator = i.id), '[]') as aliases`

/** The columns are the schema's and their closed sets are checked by the table, so the shape is only put together here. */
function indicatorFrom(row: Row): Indicator {
  const { name_zh, name_en, not_names, measure, owner_unit, ...rest } = row
  return { ...rest, name: { zh: name_zh, en: name_en }, notNames: not_names, unit: measure, ownerUnit: owner_unit } as Indicator // see above
}

/** Code, names and aliases in one lower-case text, which the search of the register looks through. */
function searchText(entry: Pick<Indicator, 'code' | 'name' | 'aliases'>): string {
  return [entry.code, entry.name.zh, entry.name.en, ...entry.aliases.map(a => a.name)].join('\n').toLowerCase()
}

function valuesOf(entry: Indicator) {
  const { id, code, name, notNames, unit, nature, direction, frequency, kind, aggregation, basis, ownerUnit, formula, parts, embargoed, bands } = entry
  return {
    id, code, name_zh: name.zh, name_en: name.en, not_names: [...notNames], measure: unit, nature, direction, frequency, kind, aggregation, basis, owner_unit: ownerUnit,
    formula: formula && JSON.stringify(formula), parts: [...parts], embargoed, bands: bands && JSON.stringify(bands), search: searchText(entry),
  }
}

export async function loadIndicator(tx: Tx, district: District, id: Id): Promise<Indicator | null> {
  const { rows } = await sql<Row>`select ${columns} from indicators.indicator i where i.district = ${district} and i.id = ${id}`.execute(tx)
  return rows[0] ? indicatorFrom(rows[0]) : null
}

/** The whole register, in code order: a few hundred entries, at most a few thousand. */
export async function findRegister(tx: Tx, district: District): Promise<Indicator[]> {
  const { rows } = await sql<Row>`select ${columns} from indicators.indicator i where i.district = ${district} order by i.code`.execute(tx)
  return rows.map(indicatorFrom)
}

export async function findIndicatorsOf(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, Indicator>> {
  const { rows } = await sql<Row>`select ${columns} from indicators.indicator i where i.district = ${district} and i.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.id, indicatorFrom(row)]))
}

/** Entries by their codes; codes that the register does not know are left out. */
export async function findIndicatorsByCode(tx: Tx, district: District, codes: readonly string[]): Promise<ReadonlyMap<string, Indicator>> {
  const { rows } = await sql<Row>`select ${columns} from indicators.indicator i where i.district = ${district} and i.code = any (${codes}::text[])`.execute(tx)
  return new Map(rows.map(row => [row.code, indicatorFrom(row)]))
}

export type RegisterFilter = {
  readonly q?: string | undefined; readonly nature?: string | undefined; readonly kind?: string | undefined; readonly owner?: Id | undefined; readonly embargoed?: boolean | undefined
  readonly after?: string | undefined; readonly limit: number; readonly sight: Sight
  /** One entry, by its id or its code. */
  readonly only?: string
}

// A code begins with a capital letter, an id is written in small ones.
const codePattern = /^[A-Z]/

/** A page of the register in code order, each entry with its owner's name and its newest figure of the whole district. */
export async function findIndicatorRows(tx: Tx, district: District, filter: RegisterFilter): Promise<{ total: number; rows: IndicatorRow[] }> {
  const where = sql`i.district = ${district}
    ${filter.only === undefined ? sql`` : codePattern.test(filter.only) ? sql`and i.code = ${filter.only}` : sql`and i.id = ${filter.only}::uuid`}
    ${filter.q ? sql`and position(${filter.q.toLowerCase()} in i.search) > 0` : sql``}
    ${filter.nature ? sql`and i.nature = ${filter.nature}` : sql``}
    ${filter.kind ? sql`and i.kind = ${filter.kind}` : sql``}
    ${filter.owner ? sql`and i.owner_unit = ${filter.owner}` : sql``}
    ${filter.embargoed === undefined ? sql`` : sql`and i.embargoed = ${filter.embargoed}`}`
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from indicators.indicator i where ${where}`.execute(tx)
  const { rows } = await sql<Row & { owner_name: string | null; figure: FigureRecord | null }>`
    select ${columns}, o.name as owner_name, to_json(f) as figure
    from indicators.indicator i
    left join org.v_unit o on o.district = i.district and o.id = i.owner_unit
    left join lateral (
      select f.id, f.period, f.level_value, f.level_unit, f.level_hedge, f.change_value, f.change_unit, f.change_base, f.said_on
      from indicators.figure f
      where f.district = i.district and f.indicator = i.id and f.unit = (select u.id from org.v_unit u where u.district = ${district} and u.kind = 'district' order by u.from_on limit 1)
        and f.replaced_by is null and f.status in ('approved', 'published') and ${seen(filter.sight)}
      order by f.ends_on desc, f.said_on desc nulls last limit 1) f on true
    where ${where} ${filter.after ? sql`and i.code > ${filter.after}` : sql``}
    order by i.code limit ${filter.limit}`.execute(tx)
  return {
    total: counted[0]?.n ?? 0,
    rows: rows.map(({ owner_name, figure, ...row }) => ({ ...indicatorFrom(row), ownerName: owner_name, latest: figure && latestFrom(figure) })),
  }
}

function latestFrom(record: FigureRecord): Pick<Figure, 'id' | 'period' | 'level' | 'change' | 'saidOn'> {
  const { id, period, level, change, saidOn } = figureFrom(record)
  return { id, period, level, change, saidOn }
}

/** Adds an entry; false where its code is taken. */
export async function insertIndicator(tx: Tx, district: District, entry: Indicator, from: { readonly origin?: Id; readonly pack?: boolean } = {}): Promise<boolean> {
  const inserted = await tx.insertInto('indicators.indicator').values({ district, ...valuesOf(entry), origin: from.origin ?? null, from_pack: from.pack ?? false }).onConflict(c => c.columns(['district', 'code']).doNothing()).returning('id').executeTakeFirst()
  return inserted !== undefined
}

/** Saves an entry if nobody saved since `seen`. What a person saved is no longer the pack's; `as-it-was` leaves open whose it is. */
export async function saveIndicator(tx: Tx, district: District, entry: Indicator, seen: number, whose: 'person' | 'as-it-was' = 'person'): Promise<boolean> {
  const { id, ...values } = valuesOf(entry)
  const { numUpdatedRows } = await tx.updateTable('indicators.indicator').set({ ...values, ...(whose === 'person' && { from_pack: false }), version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Counts a change of the names up if nobody changed the entry since `seen`. Taking a name away is a person's word against the pack's; adding one is not. */
export async function countChange(tx: Tx, district: District, id: Id, seen: number, against: 'pack' | 'nothing'): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('indicators.indicator').set({ version: seen + 1, ...(against === 'pack' && { from_pack: false }) }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes a changed search text after aliases came or went, leaving the rest and the version as they are. */
export async function refreshSearch(tx: Tx, district: District, id: Id): Promise<void> {
  const entry = await loadIndicator(tx, district, id)
  if (entry) await tx.updateTable('indicators.indicator').set({ search: searchText(entry) }).where('district', '=', district).where('id', '=', id).execute()
}

/** Adds a name; false where the entry already bears it. */
export async function insertAlias(tx: Tx, district: District, alias: { readonly id: Id; readonly indicator: Id; readonly name: string; readonly scope: string | null; readonly confirmedBy: string | null; readonly origin?: Id }): Promise<boolean> {
  const { scope, confirmedBy, origin = null, ...rest } = alias
  const inserted = await tx.insertInto('indicators.alias').values({ district, ...rest, scope: scope ?? '', confirmed_by: confirmedBy, origin }).onConflict(c => c.columns(['district', 'indicator', 'name', 'scope']).doNothing()).returning('id').executeTakeFirst()
  return inserted !== undefined
}

export async function deleteAlias(tx: Tx, district: District, indicator: Id, name: string, scope: string | null): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('indicators.alias').where('district', '=', district).where('indicator', '=', indicator).where('name', '=', name).where('scope', '=', scope ?? '').executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes the names an import brought; answers the entries that bore them. */
export async function deleteAliasesOf(tx: Tx, district: District, origin: Id): Promise<Id[]> {
  const rows = await tx.deleteFrom('indicators.alias').where('district', '=', district).where('origin', '=', origin).returning('indicator').execute()
  return rows.map(row => row.indicator)
}

/**
 * Removes the entries that an import created and nothing uses: no figure, no target, no name of another origin, no formula and no
 * tied target. Answers those that went and those that stay.
 */
export async function deleteIndicatorsOf(tx: Tx, district: District, origin: Id): Promise<{ readonly gone: Id[]; readonly kept: { readonly id: Id; readonly code: string; readonly name: string }[] }> {
  const { rows: gone } = await sql<{ id: Id }>`
    delete from indicators.indicator i where i.district = ${district} and i.origin = ${origin}
      and not exists (select from indicators.figure f where f.district = i.district and f.indicator = i.id)
      and not exists (select from indicators.target t where t.district = i.district and (t.indicator = i.id or t.tied_to = i.id))
      and not exists (select from indicators.alias a where a.district = i.district and a.indicator = i.id)
      and not exists (select from indicators.peer_figure b where b.district = i.district and b.indicator = i.id)
      and not exists (select from indicators.rank_claim r where r.district = i.district and r.indicator = i.id)
      and not exists (select from indicators.indicator d where d.district = i.district and d.formula is not null and d.formula -> 'inputs' ? i.id::text)
      and not exists (select from indicators.indicator p where p.district = i.district and i.id = any (p.parts))
    returning i.id`.execute(tx)
  const kept = await tx.selectFrom('indicators.indicator').select(['id', 'code', 'name_zh as name']).where('district', '=', district).where('origin', '=', origin).execute()
  return { gone: gone.map(row => row.id), kept }
}

/** Entries as packs brought them and nobody changed since, by code. */
export async function findPackEntries(tx: Tx, district: District): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('indicators.indicator').select('code').where('district', '=', district).where('from_pack', '=', true).execute()
  return new Set(rows.map(row => row.code))
}

/** Moves everything said of one entry to another: figures, names. Targets are moved one by one, since two may be one promise. */
export async function moveFiguresAndNames(tx: Tx, district: District, from: Id, into: Id): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('indicators.figure').set({ indicator: into }).where('district', '=', district).where('indicator', '=', from).executeTakeFirst()
  await sql`update indicators.alias a set indicator = ${into} where a.district = ${district} and a.indicator = ${from}
    and not exists (select from indicators.alias b where b.district = a.district and b.indicator = ${into} and b.name = a.name and b.scope = a.scope)`.execute(tx)
  await tx.deleteFrom('indicators.alias').where('district', '=', district).where('indicator', '=', from).execute()
  await sql`update indicators.indicator set parts = array_replace(parts, ${from}::uuid, ${into}::uuid) where district = ${district} and ${from}::uuid = any (parts)`.execute(tx)
  await tx.updateTable('indicators.target').set({ tied_to: into }).where('district', '=', district).where('tied_to', '=', from).execute()
  await tx.updateTable('indicators.statement').set({ tied_to: into }).where('district', '=', district).where('tied_to', '=', from).execute()
  return Number(numUpdatedRows)
}

export async function deleteIndicator(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('indicators.indicator').where('district', '=', district).where('id', '=', id).execute()
}
