import { type LimitUnit } from '../../../kernel/work-time.ts'
import { rateKeys, type RateKey, type Share } from './rates.ts'

/** What was counted of one group. */
export type Tally = { readonly shares: Readonly<Record<RateKey, Share>>; readonly spent: ReadonlyMap<LimitUnit, { readonly cases: number; readonly sum: number }> }

/** Counts of one basis and small group: how many below the line, and above it for each rate of the basis. */
export type RateCount = { readonly key: string | null; readonly whole: number; readonly parts: Partial<Record<RateKey, number>> }
export type SpentCount = { readonly key: string | null; readonly unit: LimitUnit; readonly cases: number; readonly sum: number }

export const noTally: Tally = { shares: sharesFrom([]), spent: new Map() }

/** Adds small groups up into those that are shown: communities into streets, kinds of matter into branches. `into` says where a small group belongs. */
export function tallied(counts: readonly RateCount[], spent: readonly SpentCount[], into: (key: string | null) => string): ReadonlyMap<string, Tally> {
  const byGroup = Map.groupBy(counts, count => into(count.key))
  const spentBy = Map.groupBy(spent, one => into(one.key))
  return new Map([...new Set([...byGroup.keys(), ...spentBy.keys()])].map(key => [key, { shares: sharesFrom(byGroup.get(key) ?? []), spent: spentFrom(spentBy.get(key) ?? []) }]))
}

function sharesFrom(counts: readonly RateCount[]): Record<RateKey, Share> {
  const of = (rate: RateKey): Share => counts.reduce<Share>((sum, { whole, parts }) => {
    const part = parts[rate]
    return part === undefined ? sum : { part: sum.part + part, whole: sum.whole + whole }
  }, { part: 0, whole: 0 })
  return Object.fromEntries(rateKeys.map(rate => [rate, of(rate)])) as Record<RateKey, Share> // its keys are the rates
}

function spentFrom(spent: readonly SpentCount[]): Tally['spent'] {
  return new Map([...Map.groupBy(spent, one => one.unit)].map(([unit, ones]) => [unit, { cases: ones.reduce((n, one) => n + one.cases, 0), sum: ones.reduce((n, one) => n + one.sum, 0) }]))
}
