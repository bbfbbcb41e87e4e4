import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Tx } from '../context.ts'
import { figureFrom, type FigureRecord } from './figure-store.ts'
import { type Figure } from './schema.ts'

/** Of one indicator, the latest so many: fifteen years of years, halves and quarters. */
const MOST_PERIODS = 100

/**
 * Published figures of these indicators and one unit that no paper on file brought, the latest periods first: of older papers, of
 * returns, corrected by hand. Nothing generated, nothing held back, no single months, of which papers do not speak.
 */
export async function findPublishedBeside(tx: Tx, district: District, unit: Id, indicators: readonly Id[]): Promise<(Figure & { readonly indicatorName: string })[]> {
  if (indicators.length === 0) return []
  const { rows } = await sql<FigureRecord & { indicator_name: string }>`
    select f.*, i.name_zh as indicator_name
    from indicators.indicator i cross join lateral (
      select id, indicator, unit, period, vintage, basis, level_value, level_unit, level_hedge, change_value, change_unit, change_base, rank, qualifier, status, said_as, said_on, source, origin, at, replaces, replaced_by, reason, version
      from indicators.figure f
      where f.district = ${district} and f.indicator = i.id and f.unit = ${unit} and f.status = 'published' and f.replaced_by is null and f.source ->> 'kind' not in ('document', 'generated') and f.period !~ '^\\d{4}-\\d{2}'
      order by f.ends_on desc, f.id desc limit ${MOST_PERIODS}) f
    where i.district = ${district} and i.id = any (${indicators}::uuid[]) and not i.embargoed
    order by i.code, f.id`.execute(tx)
  return rows.map(({ indicator_name, ...row }) => ({ ...figureFrom(row), indicatorName: indicator_name }))
}

/** Findings of these papers whose figure a person has corrected since: the ledger no longer says what the paper says. */
export async function findCorrectedFindings(tx: Tx, district: District, papers: readonly Id[]): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ finding: Id }>`select fact as finding from indicators.figure where district = ${district} and origin = any (${papers}::uuid[]) and replaced_by is not null`.execute(tx)
  return new Set(rows.map(row => row.finding))
}

/** Sums that the register keeps as formulas. */
export async function findSums(tx: Tx, district: District): Promise<{ readonly whole: Id; readonly parts: readonly Id[] }[]> {
  const { rows } = await sql<{ whole: Id; parts: Id[] }>`select id as whole, formula -> 'inputs' as parts from indicators.indicator where district = ${district} and formula ->> 'kind' = 'sum'`.execute(tx)
  return rows
}

/** Changes with every entry into the ledger and every change of the register. */
export async function loadLedgerStamp(tx: Tx, district: District): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws('/', (select id from indicators.figure where district = ${district} order by id desc limit 1),
      (select concat_ws('.', count(*), sum(version)) from indicators.indicator where district = ${district}), (select count(*) from indicators.alias where district = ${district})) as stamp`.execute(tx)
  return rows[0]?.stamp ?? ''
}
