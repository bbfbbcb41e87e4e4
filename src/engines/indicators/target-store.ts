import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Tx } from '../context.ts'
import { inOrderSaid, promisedBy } from './domain/statements.ts'
import { type Statement, type Target } from './schema.ts'

/** What makes a promise one thing: two papers that speak of the same are two statements of one target. */
export type TargetKey = Pick<Target, 'indicator' | 'unit' | 'period' | 'aspect'>

type StatementRecord = Omit<Statement, 'saidOn' | 'tiedTo' | 'source'> & { readonly target: Id; readonly said_on: string | null; readonly tied_to: Id | null; readonly source: unknown }

function statementFrom(row: StatementRecord): Statement {
  const { id, operator, value, stretch, measure, hedge, reference, nature, verb, words, reason, origin, at } = row
  return { id, operator, value, stretch, measure, hedge, reference, nature, verb, words, reason, origin, at, saidOn: row.said_on, tiedTo: row.tied_to, source: row.source as Statement['source'] } // only ever written from a Source
}

const statementColumns = ['id', 'target', 'operator', 'value', 'stretch', 'measure', 'hedge', 'reference', 'tied_to', 'nature', 'verb', 'words', 'said_on', 'reason', 'source', 'origin', 'at'] as const

/** Statements of these targets, each in the order in which they were said: the last one is in force. */
async function findStatements(tx: Tx, district: District, targets: readonly Id[]): Promise<ReadonlyMap<Id, readonly Statement[]>> {
  if (targets.length === 0) return new Map()
  const rows = await tx.selectFrom('indicators.statement').select(statementColumns).where('district', '=', district).where(sql<boolean>`target = any (${targets}::uuid[])`).orderBy('at').orderBy('id').execute()
  const records = rows as unknown as StatementRecord[] // closed sets are checked by the table
  return new Map([...Map.groupBy(records, r => r.target)].map(([target, said]) => [target, inOrderSaid(said.map(statementFrom))]))
}

/** A target with what lists show of its indicator and unit. */
export type TargetNamed = Target & { readonly indicatorName: string; readonly indicatorNameEn: string; readonly indicatorCode: string; readonly unitName: string | null; readonly ownerName: string | null }
type TargetRecord = Omit<TargetNamed, 'tiedTo' | 'partOf' | 'statements'> & { readonly tied_to: Id | null; readonly part_of: Id | null }

const named = sql.raw(`t.id, t.indicator, t.unit, t.period, t.aspect, t.operator, t.value, t.stretch, t.measure, t.hedge, t.reference, t.tied_to, t.nature, t.verb, t.words, t.part_of, t.version,
  i.name_zh as "indicatorName", i.name_en as "indicatorNameEn", i.code as "indicatorCode", u.name as "unitName", o.name as "ownerName"`)

async function findNamed(tx: Tx, district: District, where: RawBuilder<unknown>, limit: number): Promise<TargetNamed[]> {
  const { rows } = await sql<TargetRecord>`
    select ${named} from indicators.target t
    join indicators.indicator i on i.district = t.district and i.id = t.indicator
    left join org.v_unit u on u.district = t.district and u.id = t.unit
    left join org.v_unit o on o.district = t.district and o.id = i.owner_unit
    where t.district = ${district} and ${where}
    order by i.code, t.id limit ${limit}`.execute(tx)
  const said = await findStatements(tx, district, rows.map(row => row.id))
  return rows.map(({ tied_to, part_of, ...row }) => ({ ...row, tiedTo: tied_to, partOf: part_of, statements: [...said.get(row.id) ?? []] }))
}

export async function loadTarget(tx: Tx, district: District, id: Id): Promise<TargetNamed | null> {
  return (await findNamed(tx, district, sql`t.id = ${id}`, 1))[0] ?? null
}

export async function findTargetsByIds(tx: Tx, district: District, ids: readonly Id[]): Promise<TargetNamed[]> {
  return ids.length === 0 ? [] : findNamed(tx, district, sql`t.id = any (${ids}::uuid[])`, ids.length)
}

export type TargetFilter = {
  readonly year?: number | undefined; readonly indicator?: Id | undefined; readonly unit?: Id | undefined; readonly aspect?: string | undefined; readonly q?: string | undefined
  /** Only targets of their own, not the parts into which they were divided. */
  readonly whole?: boolean | undefined
  /** Only the parts of this target. */
  readonly partOf?: Id | undefined
  readonly after?: { readonly code: string; readonly id: Id } | undefined; readonly limit: number
}

/** Targets in the order of their indicators' codes. Of a year: those whose period ends in it. */
export async function findTargets(tx: Tx, district: District, filter: TargetFilter): Promise<{ total: number; rows: TargetNamed[] }> {
  const where = sql`true
    ${filter.year ? sql`and t.ends_on between ${`${filter.year}-01-01`} and ${`${filter.year}-12-31`}` : sql``}
    ${filter.indicator ? sql`and t.indicator = ${filter.indicator}` : sql``}
    ${filter.unit ? sql`and t.unit = ${filter.unit}` : sql``}
    ${filter.aspect ? sql`and t.aspect = ${filter.aspect}` : sql``}
    ${filter.whole ? sql`and t.part_of is null` : sql``}
    ${filter.partOf ? sql`and t.part_of = ${filter.partOf}` : sql``}
    ${filter.q ? sql`and position(${filter.q.toLowerCase()} in i.search) > 0` : sql``}`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from indicators.target t join indicators.indicator i on i.district = t.district and i.id = t.indicator where t.district = ${district} and ${where}`.execute(tx)
  const rest = filter.after ? sql`${where} and (i.code, t.id) > (${filter.after.code}, ${filter.after.id}::uuid)` : where
  return { total: rows[0]?.n ?? 0, rows: await findNamed(tx, district, rest, filter.limit) }
}

/** Says of which wider target a target is a part. */
export async function savePartOf(tx: Tx, district: District, target: Id, whole: Id): Promise<void> {
  await tx.updateTable('indicators.target').set({ part_of: whole }).where('district', '=', district).where('id', '=', target).execute()
}

/** The parts of one target become parts of another, which took its place. */
export async function moveParts(tx: Tx, district: District, from: Id, into: Id): Promise<void> {
  await tx.updateTable('indicators.target').set({ part_of: into }).where('district', '=', district).where('part_of', '=', from).execute()
}

/** Published papers, not on file here, that say something of a target. */
export async function findQuotedPapers(tx: Tx, district: District): Promise<{ readonly title: string; readonly saidOn: string | null }[]> {
  const { rows } = await sql<{ title: string; saidOn: string | null }>`select distinct source ->> 'title' as title, source ->> 'saidOn' as "saidOn" from indicators.statement where district = ${district} and source ->> 'kind' = 'published'`.execute(tx)
  return rows
}

/** Finds the target of a key, or makes it, still without anything said of it. */
export async function ensureTarget(tx: Tx, district: District, key: TargetKey, id: Id, first: Statement): Promise<Id> {
  const span = spanOf(key.period)
  if (!span) throw new Error(`A target needs a readable period, not ${key.period}`)
  const { indicator, unit, period, aspect } = key
  const made = await tx.insertInto('indicators.target')
    .values({ district, id, indicator, unit, period, aspect, starts_on: span.from, ends_on: span.to, operator: first.operator, measure: first.measure, nature: first.nature, words: first.words })
    .onConflict(c => c.columns(['district', 'indicator', 'unit', 'period', 'aspect']).doNothing()).returning('id').executeTakeFirst()
  return made?.id ?? (await findTargetId(tx, district, key)) ?? id
}

export async function findTargetId(tx: Tx, district: District, key: TargetKey): Promise<Id | null> {
  const row = await tx.selectFrom('indicators.target').select('id').where('district', '=', district).where('indicator', '=', key.indicator).where('unit', '=', key.unit).where('period', '=', key.period).where('aspect', '=', key.aspect).executeTakeFirst()
  return row?.id ?? null
}

/** Adds a statement; false where that fact of that origin is on file already. */
export async function insertStatement(tx: Tx, district: District, target: Id, statement: Statement, fact: string | null): Promise<boolean> {
  const { saidOn, tiedTo, source, ...rest } = statement
  const inserted = await tx.insertInto('indicators.statement').values({ district, target, ...rest, said_on: saidOn, tied_to: tiedTo, source: JSON.stringify(source), fact }).onConflict(c => c.doNothing()).returning('id').executeTakeFirst()
  return inserted !== undefined
}

/** Removes what an import said; answers the targets it was said of. */
export async function deleteStatementsOf(tx: Tx, district: District, origin: Id): Promise<{ readonly statements: number; readonly targets: Id[] }> {
  const rows = await tx.deleteFrom('indicators.statement').where('district', '=', district).where('origin', '=', origin).returning('target').execute()
  return { statements: rows.length, targets: [...new Set(rows.map(row => row.target))] }
}

export async function moveStatements(tx: Tx, district: District, from: Id, into: Id): Promise<void> {
  await tx.updateTable('indicators.statement').set({ target: into }).where('district', '=', district).where('target', '=', from).execute()
}

export async function moveTarget(tx: Tx, district: District, target: Id, indicator: Id): Promise<void> {
  await tx.updateTable('indicators.target').set({ indicator }).where('district', '=', district).where('id', '=', target).execute()
}

/** Writes into the targets what their statements say; a target of which nothing is said any more goes. Answers those that went. */
export async function refold(tx: Tx, district: District, targets: readonly Id[]): Promise<Id[]> {
  const said = await findStatements(tx, district, targets)
  const gone: Id[] = []
  for (const id of targets) {
    const promised = promisedBy(said.get(id) ?? [])
    if (!promised) {
      await tx.deleteFrom('indicators.target').where('district', '=', district).where('id', '=', id).execute()
      gone.push(id)
      continue
    }
    const { tiedTo, ...rest } = promised
    await tx.updateTable('indicators.target').set({ ...rest, tied_to: tiedTo, version: sql`version + 1` }).where('district', '=', district).where('id', '=', id).execute()
  }
  return gone
}

/** Takes the right to restate a target that nobody changed since `seen`. */
export async function claimTarget(tx: Tx, district: District, id: Id, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('indicators.target').set({ version: seen }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}
