import { halfPlace, scaleOf } from '../../../../kernel/quantity.ts'
import { isCounter } from '../../../indicators/domain/units.ts'

/** A number as a paper prints it. `decimals`: how many stand behind its point, where the paper shows it (63.0 has one). */
export type Amount = { readonly value: number; readonly upper: number | null; readonly unit: string; readonly hedge: string | null; readonly decimals: number | null }

/** Between which numbers the truth lies if a printed number is right: what rounding and words such as 超, 近, 约 leave open. In units without 万 and 亿. */
export type Range = { readonly low: number; readonly high: number }

const over = /超|突破|逾|以上|余|多|不少于|不低于|至少|过|[迈跨][上入过]|站上/
const under = /近|不足|不到|以下|以内|之内|不超过|接近/
/** How far a number that is only about may lie from the truth. Ours: the reports do not say. */
const ABOUT = 0.05

export function rangeOf(amount: Amount): Range {
  const scale = scaleOf(amount.unit), hedge = amount.hedge ?? ''
  const half = halfOf(amount) * scale, value = amount.value * scale, top = (amount.upper ?? amount.value) * scale
  if (over.test(hedge)) return { low: value - half, high: Number.POSITIVE_INFINITY }
  if (under.test(hedge)) return { low: Number.NEGATIVE_INFINITY, high: top + half }
  // 达 and 达到 add nothing; every other word is taken for “about”.
  const slack = hedge === '' || /^达到?$/.test(hedge) ? 0 : Math.abs(value) * ABOUT
  return { low: value - half - slack, high: top + half + slack }
}

/** Half of the last place printed. Things that are counted one by one are not rounded. */
function halfOf({ value, unit, decimals }: Amount): number {
  if (scaleOf(unit) === 1 && isCounter(unit) && Number.isInteger(value)) return 0
  return decimals === null ? halfPlace(value) : 0.5 / 10 ** decimals
}

// Adding and dividing numbers of two digits leaves dust of this size, which must not make a doubt.
const DUST = 1e-9

/** Can both be right? */
export function meet(a: Range, b: Range): boolean {
  const dust = DUST * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs))
  return a.low <= b.high + dust && b.low <= a.high + dust
}

/** Is all of `a` above all of `b`? */
export function above(a: Range, b: Range): boolean {
  return a.low > b.high && !meet(a, b)
}

export function sumOf(ranges: readonly Range[]): Range {
  return { low: ranges.reduce((sum, r) => sum + r.low, 0), high: ranges.reduce((sum, r) => sum + r.high, 0) }
}

/** `a` over `b`; null where one of them may be zero or less. */
export function ratioOf(a: Range, b: Range): Range | null {
  if (b.low <= 0 || a.low < 0) return b.low > 0 || a.low < 0 || b.high <= 0 ? null : { low: a.low / b.high, high: Number.POSITIVE_INFINITY }
  return { low: a.low / b.high, high: a.high / b.low }
}

export function times(a: Range, factor: number): Range {
  return { low: a.low * factor, high: a.high * factor }
}

export function plus(a: Range, term: number): Range {
  return { low: a.low + term, high: a.high + term }
}
