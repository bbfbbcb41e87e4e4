/** The arithmetic of a divided target: spreading a number over units, and whether the parts make it up. */
import { type Id } from '../../../kernel/id.ts'
import { rounded } from '../../indicators/domain/units.ts'
import { type DivisionTerms, type Part } from '../schema.ts'

/**
 * Spreads a number over weights so that the rounded parts add up to it exactly: what rounding leaves goes to the largest
 * remainders, the earlier unit first where they are equal. Weights that are all zero count as equal.
 */
export function spread(whole: number, weights: readonly number[], digits: number): number[] {
  const scale = 10 ** digits
  const steps = Math.round(rounded(Math.abs(whole) * scale, 4))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map(weight => (total > 0 ? weight / total : 1 / weights.length) * steps)
  const floors = exact.map(Math.floor)
  const left = steps - floors.reduce((sum, floor) => sum + floor, 0)
  const byRemainder = exact.map((value, i) => ({ i, remainder: value - Math.floor(value) })).toSorted((a, b) => b.remainder - a.remainder || a.i - b.i)
  const lucky = new Set(byRemainder.slice(0, left).map(one => one.i))
  return floors.map((floor, i) => rounded(Math.sign(whole) * (floor + (lucky.has(i) ? 1 : 0)) / scale, digits))
}

/** Shares that leave nothing over: within half of the smallest step in which they are typed. */
const isWhole = (shares: number) => Math.abs(shares - 100) < 0.005

/** The parts with the values that follow from their shares. Shares that make up a hundred leave no rest to rounding; other methods have values of their own. */
export function valued(terms: DivisionTerms): DivisionTerms {
  if (terms.method !== 'share') return { ...terms, parts: terms.parts.map(part => ({ ...part, value: rounded(part.value, terms.digits) })) }
  const shares = terms.parts.map(part => part.share ?? 0)
  const exact = isWhole(shares.reduce((sum, share) => sum + share, 0)) && shares.every(share => share >= 0)
  const values = exact ? spread(terms.whole, shares, terms.digits) : shares.map(share => rounded((terms.whole * share) / 100, terms.digits))
  return { ...terms, parts: terms.parts.map((part, i) => ({ ...part, value: values[i] ?? 0 })) }
}

/** What the parts come to, and how much of the whole is not divided yet (+) or divided too often (-). Nulls where nothing is checked or nothing can be. */
export type Balance = { readonly total: number | null; readonly rest: number | null; readonly fits: boolean }

/** Holds the parts against a number: the one that was divided, or the one that the target says by now. */
export function balanceOf(terms: Pick<DivisionTerms, 'check' | 'tolerance' | 'parts'>, whole: number | null): Balance {
  const total = totalOf(terms.check, terms.parts.map(part => ({ value: part.value, weight: part.weight })))
  if (terms.check === 'none') return { total, rest: null, fits: true }
  if (total === null || whole === null) return { total, rest: null, fits: false }
  const rest = rounded(whole - total, 6)
  return { total, rest, fits: Math.abs(rest) <= rounded(terms.tolerance, 6) }
}

/** The sum of values, or their mean by weights; null where nothing weighs anything. Where nothing is checked there is no total. */
export function totalOf(check: DivisionTerms['check'], values: readonly { readonly value: number; readonly weight: number | null }[]): number | null {
  if (check === 'none') return null
  if (check === 'sum') return rounded(values.reduce((sum, { value }) => sum + value, 0), 6)
  const weight = values.reduce((sum, one) => sum + (one.weight ?? 0), 0)
  return weight > 0 ? rounded(values.reduce((sum, one) => sum + one.value * (one.weight ?? 0), 0) / weight, 4) : null
}

/** A part in per cent of the whole, as a unit's page shows it; null where parts do not add up to one number. */
export function shareOf(terms: Pick<DivisionTerms, 'check'>, value: number, whole: number | null): number | null {
  return terms.check === 'sum' && whole !== null && whole !== 0 ? rounded((value / whole) * 100, 1) : null
}

/** Fills every part evenly: equal shares, equal values, or for weighed values the whole for each. */
export function evenly(terms: DivisionTerms): DivisionTerms {
  return byLevels(terms, new Map(terms.parts.map(part => [part.unit, 1])))
}

/**
 * Fills the parts by levels, usually those of the year before: shares and values in proportion to them, so that they add up
 * exactly; where values are weighed the levels become the weights and each unit gets the whole. A unit without a level gets nothing.
 */
export function byLevels(terms: DivisionTerms, levels: ReadonlyMap<Id, number>): DivisionTerms {
  const weights = terms.parts.map(part => Math.max(0, levels.get(part.unit) ?? 0))
  if (terms.parts.length === 0) return terms
  if (terms.method === 'weight') return { ...terms, parts: terms.parts.map((part, i) => ({ ...part, weight: weights[i] ?? 0, value: terms.whole })) }
  if (terms.method === 'share') {
    const shares = spread(100, weights, 2)
    return valued({ ...terms, parts: terms.parts.map((part, i) => ({ ...part, share: shares[i] ?? 0 })) })
  }
  const values = spread(terms.whole, weights, terms.digits)
  return { ...terms, parts: terms.parts.map((part, i) => ({ ...part, value: values[i] ?? 0 })) }
}

/** What an edition changed against the one before it: units that came, went, or owe another number. */
export function changesBetween(before: readonly Part[], after: readonly Part[]): readonly { readonly unit: Id; readonly before: number | null; readonly after: number | null }[] {
  const was = new Map(before.map(part => [part.unit, part.value])), is = new Map(after.map(part => [part.unit, part.value]))
  return [...new Set([...is.keys(), ...was.keys()])].map(unit => ({ unit, before: was.get(unit) ?? null, after: is.get(unit) ?? null })).filter(change => change.before !== change.after)
}

/** What the units report together against what the district reports, of one period. `missing`: units of which there is no figure for it. */
export type PartsPace = { readonly period: string; readonly whole: number; readonly parts: number | null; readonly difference: number | null; readonly missing: readonly Id[] }

/** Sets the district's figure beside those of its units; a unit whose figure speaks of another period counts as missing. */
export function paceOfParts(terms: Pick<DivisionTerms, 'check' | 'parts'>, whole: { readonly period: string; readonly value: number } | null, figures: ReadonlyMap<Id, { readonly period: string; readonly value: number }>): PartsPace | null {
  if (!whole || terms.check === 'none') return null
  const same = terms.parts.flatMap(part => {
    const figure = figures.get(part.unit)
    return figure && figure.period === whole.period ? [{ unit: part.unit, value: figure.value, weight: part.weight }] : []
  })
  const parts = same.length === 0 ? null : totalOf(terms.check, same)
  const reporting = new Set(same.map(one => one.unit))
  return { period: whole.period, whole: whole.value, parts, difference: parts === null ? null : rounded(whole.value - parts, 6), missing: terms.parts.map(part => part.unit).filter(unit => !reporting.has(unit)) }
}
