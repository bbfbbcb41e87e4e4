import { type Label } from '../../../../kernel/label.ts'
import { type LagBands, lightOfLag, type Light } from '../../../../kernel/light.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { printNumber } from '../../../../kernel/quantity.ts'
import { type Indicator, type Target } from '../../../indicators/schema.ts'
import { type YearlyPath, type YearValue } from '../../ledgers/schema.ts'

/**
 * How the value due at the end of each year is found. own: set by hand. straight: in equal steps from the base value to the
 * target. cumulative: the sum since the first year in equal parts. every-year: the same growth each year, judged by the mean
 * so far. hold: the base is there already and must be kept. none: no number, or no base to start from.
 * Ours: the outlines give no yearly path. Source: year.md §1.0 (binding and expected indicators, evaluation in year three).
 */
export type PathMethod = 'own' | 'straight' | 'cumulative' | 'every-year' | 'hold' | 'none'

export const pathMethodLabels = {
  own: { zh: '自定年度路径', en: 'path of our own' },
  straight: { zh: '直线路径：由基期值到目标值逐年等额', en: 'straight line: equal steps from base to target' },
  cumulative: { zh: '累计路径：五年总量逐年等额累计', en: 'running total: the total in equal yearly parts' },
  'every-year': { zh: '年均路径：各年同一增速，按已有各年平均评判', en: 'yearly average: the same growth each year, judged by the mean so far' },
  hold: { zh: '保持路径：基期已达到目标，逐年保持', en: 'hold: the base meets the target and must be kept' },
  none: { zh: '无法给出年度路径', en: 'no yearly path' },
} as const satisfies Record<PathMethod, Label>

export type PathGiven = {
  readonly target: Pick<Target, 'operator' | 'value' | 'aspect' | 'measure' | 'period'>
  readonly indicator: Pick<Indicator, 'kind' | 'direction'>
  /** First and last year of the plan. */
  readonly from: number
  readonly to: number
  /** What was set by hand; null where nothing was. */
  readonly set: YearlyPath | null
  /** Figures of whole years: the level in the target's measure, or the growth. */
  readonly actual: readonly YearValue[]
  readonly bands: { readonly level: LagBands; readonly growth: LagBands }
}

/** One year of a path. `reached` and `due` are shares of the way from the base to the target, for growth the mean and what it should be. */
export type PathYear = {
  readonly year: number
  readonly expected: number | null
  readonly actual: number | null
  readonly reached: number | null
  readonly due: number | null
  /** Points ahead (+) or behind (-). */
  readonly gap: number | null
  /** Has the five-year target itself been reached? */
  readonly arrived: boolean
  readonly light: Light
  readonly because: Label
}

export type PathView = { readonly method: PathMethod; readonly base: YearValue | null; readonly years: readonly PathYear[] }

/** The yearly path of an indicator of a five-year plan, with each year's figure held against it. */
export function pathOf(given: PathGiven): PathView {
  const { target, from, to } = given
  const base = given.set?.base ?? given.actual.find(a => a.year === from - 1) ?? null
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const method = methodOf(given, base)
  const actual = actualBy(given, years, method)
  return { method, base, years: years.map((year, i) => judgedYear({ ...given, method, base, year, step: (i + 1) / years.length, actual: actual.get(year) ?? null, expected: expectedIn(given, method, base, year, i + 1, years.length), last: year === to, value: target.value })) }
}

function methodOf({ target, indicator, set }: PathGiven, base: YearValue | null): PathMethod {
  if (target.value === null) return 'none'
  if (set && set.own.length > 0) return 'own'
  if (target.aspect === 'growth') return 'every-year'
  if (indicator.kind === 'flow' && spanOf(target.period)?.kind === 'years') return 'cumulative'
  if (!base) return 'none'
  return meets(target, indicator, base.value) ? 'hold' : 'straight'
}

function expectedIn({ target, set }: PathGiven, method: PathMethod, base: YearValue | null, year: number, step: number, steps: number): number | null {
  const { value } = target
  if (value === null) return null
  switch (method) {
    case 'own': return set?.own.find(o => o.year === year)?.value ?? (step === steps ? value : null)
    case 'straight': return base ? round(base.value + ((value - base.value) * step) / steps, 4) : null
    case 'cumulative': return round((value * step) / steps, 4)
    case 'every-year':
    case 'hold': return value
    case 'none': return step === steps ? value : null
  }
}

/** Figures by year; running totals break off at the first year without one. */
function actualBy({ actual }: PathGiven, years: readonly number[], method: PathMethod): ReadonlyMap<number, number> {
  const values = new Map(actual.map(a => [a.year, a.value]))
  if (method !== 'cumulative' && method !== 'every-year') return values
  const running = new Map<number, number>()
  let sum = 0
  for (const [i, year] of years.entries()) {
    const value = values.get(year)
    if (value === undefined) break
    sum += value
    running.set(year, round(method === 'cumulative' ? sum : sum / (i + 1), 4))
  }
  return running
}

type Year = Omit<PathGiven, 'actual'> & { readonly method: PathMethod; readonly base: YearValue | null; readonly year: number; readonly step: number; readonly actual: number | null; readonly expected: number | null; readonly last: boolean; readonly value: number | null }

function judgedYear(given: Year): PathYear {
  const { year, expected, actual, value, last, target, indicator, method } = given
  const shown = { year, expected, actual }
  const unjudged = (zh: string, en: string): PathYear => ({ ...shown, reached: null, due: null, gap: null, arrived: false, light: 'not-judged', because: { zh, en } })
  if (value === null) return unjudged('目标没有数值，暂不评判。', 'The target has no number and is not judged.')
  if (actual === null) return unjudged(`${year}年尚无全年数值。`, `There is no figure for the whole of ${year} yet.`)
  const { reached, due } = sharesOf(given)
  const met = meets(target, indicator, actual)
  // A mean of growth or a value to be kept can still be lost; what was built up stays.
  const arrived = met && (last || (target.aspect === 'level' && method !== 'hold'))
  const words = `${year}年${printNumber(actual)}${target.measure}`
  if (last) return { ...shown, reached, due, gap: gapOf(given, reached, due), arrived, light: arrived ? 'done' : 'off-pace', because: arrived ? { zh: `${words}，达到目标。`, en: `${printNumber(actual)} ${target.measure} in ${year}: the target is reached.` } : { zh: `${words}，未达到目标${printNumber(value)}${target.measure}。`, en: `${printNumber(actual)} ${target.measure} in ${year}: the target of ${printNumber(value)} is missed.` } }
  if (expected === null) return unjudged(`${year}年没有路径值（无基期值或未设定）。`, `No value is due for ${year}: there is no base, or none was set.`)
  const gap = gapOf(given, reached, due)
  const bands = method === 'every-year' ? given.bands.growth : given.bands.level
  const light = arrived || (method === 'hold' && met) ? 'on-pace' : method === 'hold' ? 'off-pace' : lightOfLag(Math.max(0, -(gap ?? 0)), bands)
  return { ...shown, reached, due, gap, arrived, light, because: yearWords(given, { reached, due, gap, arrived }) }
}

/** Share of the way from the base to the target that was gone and that was due; for a growth and a value to be kept there is no way. */
function sharesOf({ method, base, value, actual, expected }: Year): { readonly reached: number | null; readonly due: number | null } {
  if (value === null || method === 'every-year' || method === 'hold') return { reached: null, due: null }
  const start = method === 'cumulative' ? 0 : base?.value ?? null
  if (start === null || start === value) return { reached: null, due: null }
  const share = (n: number | null) => (n === null ? null : round((n - start) / (value - start), 4))
  return { reached: share(actual), due: share(expected) }
}

function gapOf({ method, actual, expected, target, indicator }: Year, reached: number | null, due: number | null): number | null {
  if (reached !== null && due !== null) return round((reached - due) * 100, 2)
  if (actual === null || expected === null || expected === 0) return null
  const ahead = isDown(target, indicator) ? expected - actual : actual - expected
  // Growth is told in points; a level without a way (no base, to be kept) as a share of what is due.
  return round(method === 'every-year' ? ahead : (ahead / Math.abs(expected)) * 100, 2)
}

function yearWords({ year, actual, expected, method, target }: Year, { reached, due, gap, arrived }: { readonly reached: number | null; readonly due: number | null; readonly gap: number | null; readonly arrived: boolean }): Label {
  const number = (n: number | null) => (n === null ? '—' : `${printNumber(n)}${target.measure}`)
  const mean = method === 'every-year'
  const stands = { zh: `${year}年${mean ? '止年均' : method === 'cumulative' ? '止累计' : ''}${number(actual)}，路径值${number(expected)}`, en: `${mean ? 'Mean to' : method === 'cumulative' ? 'Total to' : ''} ${year}: ${number(actual)}, due ${number(expected)}`.trim() }
  if (method === 'hold' && gap !== null && gap >= 0) return { zh: `${stands.zh}，保持在目标以内。`, en: `${stands.en}; kept within the target.` }
  if (arrived) return { zh: `${stands.zh}，已提前达到五年目标。`, en: `${stands.en}; the five-year target is reached early.` }
  const way = reached !== null && due !== null ? { zh: `，完成五年目标增量的${percent(reached)}，应达${percent(due)}`, en: `; ${percent(reached)} of the way, ${percent(due)} due` } : { zh: '', en: '' }
  const ahead = gap === null ? { zh: '', en: '' } : gap >= 0 ? { zh: `，超前${printNumber(gap)}个百分点`, en: `, ${printNumber(gap)} points ahead` } : { zh: `，滞后${printNumber(-gap)}个百分点`, en: `, ${printNumber(-gap)} points behind` }
  return { zh: `${stands.zh}${way.zh}${ahead.zh}。`, en: `${stands.en}${way.en}${ahead.en}.` }
}

/** Is less better? A target says so by its operator, else its indicator does. */
function isDown(target: Pick<Target, 'operator'>, indicator: Pick<Indicator, 'direction'>): boolean {
  return target.operator === '<=' || (target.operator !== '>=' && indicator.direction === 'down')
}

function meets(target: Pick<Target, 'operator' | 'value'>, indicator: Pick<Indicator, 'direction'>, value: number): boolean {
  if (target.value === null) return false
  return isDown(target, indicator) ? value <= target.value : value >= target.value
}

const percent = (share: number) => `${printNumber(share * 100, 1)}%`
function round(n: number, digits: number): number {
  return Number(n.toFixed(digits))
}
