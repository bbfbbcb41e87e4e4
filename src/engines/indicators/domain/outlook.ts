import { z } from 'zod'
import { Label } from '../../../kernel/label.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Indicator, type Target } from '../schema.ts'
import { Forecast, forecastOf, yearOfPeriod, type Outcome } from './forecast.ts'
import { methods } from './forecast-methods.ts'
import { type Pair } from './pairing.ts'
import { Rest, restOf } from './rest.ts'
import { spanIn } from './spans.ts'
import { rounded } from './units.ts'
import { type Said } from './vintage.ts'
import { amountWords, growthWords } from './words.ts'

/** Where a target's year will end and what its rest must bring: in few words, as a row of the plan shows it. */
export const Outlook = z.object({
  forecast: Forecast.omit({ tests: true, methods: true }).extend({ /** The method by its name. */ by: Label, words: Label }).nullable(),
  /** Why there is no forecast. */
  noForecast: Label.nullable(),
  rest: Rest.nullable(),
})
export type Outlook = z.infer<typeof Outlook>

export const noOutlook: Outlook = { forecast: null, noForecast: null, rest: null }

type Promise = Pick<Target, 'operator' | 'value' | 'aspect' | 'measure' | 'period'>
type Thing = Pick<Indicator, 'kind' | 'direction' | 'name' | 'basis' | 'unit' | 'embargoed'>

/** Has the target an outlook: is it a whole year's, with a figure, and is some of the year left? */
export function isOpen(target: Pick<Target, 'period'>, pair: Pair | null): boolean {
  const year = yearOfPeriod(target.period), until = pair && spanIn(pair.period)?.to
  return year !== null && typeof until === 'string' && until >= `${year}-01-01` && until < `${year}-12-31`
}

/** The outlook of a target. `said`: figures of the indicator and unit, five past years included. */
export function outlookOf(target: Promise, indicator: Thing, pair: Pair | null, said: readonly Said[], on: Day): Outlook {
  const year = yearOfPeriod(target.period)
  if (year === null || !isOpen(target, pair)) return noOutlook
  // A target in step with another is one of growth, whatever the paper's words were taken for.
  const aspect = target.operator === 'tied' ? 'growth' : target.aspect
  const outcome = forecastOf(indicator, year, aspect, aspect === 'growth' ? '%' : target.measure || indicator.unit, said, on)
  return { ...briefly(outcome, aspect), rest: restOf(target, indicator, pair, said, on) }
}

function briefly(outcome: Outcome, aspect: Target['aspect']): Pick<Outlook, 'forecast' | 'noForecast'> {
  if (!outcome.made) return { forecast: null, noForecast: outcome.because }
  const { tests: _, methods: __, ...forecast } = outcome.forecast
  return { forecast: { ...forecast, by: methods[forecast.method].label, words: forecastWords(forecast, aspect) }, noForecast: null }
}

/** A forecast in few words: 预计全年19350人（18900—19800）, 预计全年增长2.6%（1.6%至3.6%）. */
export function forecastWords({ value, low, high, unit }: Pick<Forecast, 'value' | 'low' | 'high' | 'unit'>, aspect: Target['aspect']): Label {
  const digits = decimalsOf(value, unit)
  const n = (v: number) => rounded(v, digits)
  const at = aspect === 'growth' ? growthWords(n(value)) : amountWords(n(value), unit)
  // 1.6—3.6 reads as a range, -2—1 as anything but one.
  const range = n(low) === n(high) ? null : n(low) < 0 ? { zh: `${n(low)}${unit}至${n(high)}${unit}`, en: `${n(low)} to ${n(high)}` } : { zh: `${n(low)}—${n(high)}`, en: `${n(low)} to ${n(high)}` }
  return { zh: `预计全年${at.zh}${range ? `（${range.zh}）` : ''}`, en: `${at.en} expected${range ? ` (${range.en})` : ''}` }
}

/** As many decimals as say something: none of things that are counted, one of growth, two of small sums. */
export function decimalsOf(value: number, unit: string): number {
  if (unit === '%' || unit === '个百分点') return 1
  if (/^[个家人户件台套场次项条]$/.test(unit)) return 0
  return Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2
}
