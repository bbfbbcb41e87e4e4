/** Loads what outlooks rest on: the one way by which the plan, the cockpit and the indicator's page come to a forecast. */
import { type District, type Id } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { saidByFormula } from './domain/derive.ts'
import { YEARS_LOOKED_AT } from './domain/forecast.ts'
import { isOpen, noOutlook, outlookOf, type Outlook } from './domain/outlook.ts'
import { yearIn } from './domain/spans.ts'
import { type Said } from './domain/vintage.ts'
import { findSaid } from './figure-store.ts'
import { type Indicator } from './schema.ts'
import { type JudgedTarget } from './standing.ts'

type Asked = { readonly indicator: Pick<Indicator, 'id' | 'formula' | 'unit'>; readonly unit: Id; readonly year: number }

/** Figures of a year and of the years that a forecast looks back on, for many indicators at once; a formula's are worked out. */
export async function findSaidForForecast(tx: Tx, district: District, asked: readonly Asked[]): Promise<(of: Pick<Asked, 'indicator' | 'unit'>) => readonly Said[]> {
  const keys = new Map(asked.flatMap(({ indicator, unit, year }) => [indicator.id, ...indicator.formula?.inputs ?? []].map(id => [
    keyOf(id, unit), { indicator: id, unit, from: `${year - YEARS_LOOKED_AT - 1}-01-01`, to: `${year}-12-31`, levelsOnly: false },
  ] as const)))
  const said = Map.groupBy(await findSaid(tx, district, [...keys.values()]), f => keyOf(f.indicator, f.unit))
  return ({ indicator, unit }) => {
    const told = said.get(keyOf(indicator.id, unit)) ?? []
    return indicator.formula ? [...told, ...saidByFormula(indicator, indicator.formula.inputs.map(id => said.get(keyOf(id, unit)) ?? []))] : told
  }
}

const keyOf = (indicator: Id, unit: Id) => `${indicator}/${unit}`

/** The outlook of each judged target, by its id. What is over needs none and loads nothing. */
export async function outlooksOf(tx: Tx, district: District, judged: readonly JudgedTarget[], on: Day): Promise<ReadonlyMap<Id, Outlook>> {
  const open = judged.filter(({ target, pair }) => isOpen(target, pair))
  const saidOf = open.length === 0 ? null : await findSaidForForecast(tx, district, open.map(({ target, indicator }) => ({ indicator, unit: target.unit, year: yearIn(target.period) ?? 0 })))
  return new Map(judged.map(({ target, indicator, pair }) => [target.id, saidOf ? outlookOf(target, indicator, pair, saidOf({ indicator, unit: target.unit }), on) : noOutlook]))
}
