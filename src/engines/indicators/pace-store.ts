import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Tx } from '../context.ts'
import { PaceCurve } from './schema.ts'

/** Every curve that was set for these indicators, the last word first. */
export async function findCurves(tx: Tx, district: District, indicators: readonly Id[]): Promise<ReadonlyMap<Id, readonly PaceCurve[]>> {
  if (indicators.length === 0) return new Map()
  const rows = await tx.selectFrom('indicators.pace_curve').select(['id', 'indicator', 'from_year as fromYear', 'shares', 'ground', 'by_name as by', 'at']).where('district', '=', district).where(sql<boolean>`indicator = any (${indicators}::uuid[])`).orderBy('at', 'desc').orderBy('id', 'desc').execute()
  const found = Map.groupBy(rows, row => row.indicator)
  return new Map([...found].map(([id, curves]) => [id, curves.map(curve => PaceCurve.parse(curve))]))
}

export async function insertCurve(tx: Tx, district: District, indicator: Id, person: Id, curve: PaceCurve): Promise<void> {
  const { id, fromYear, shares, ground, by, at } = curve
  await tx.insertInto('indicators.pace_curve').values({ district, id, indicator, from_year: fromYear, shares, ground, person, by_name: by, at }).execute()
}
