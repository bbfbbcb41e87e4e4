import { z } from 'zod'
import { Label } from '../../../kernel/label.ts'
import { isRate, printNumber } from '../../../kernel/quantity.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Indicator, type Target } from '../schema.ts'
import { growsAtConstantPrices, yearOnYearOf } from './derive.ts'
import { yearOfPeriod } from './forecast.ts'
import { growthOfRest, monthsLeft, weightOfElapsed } from './pace.ts'
import { knownOn, type Pair } from './pairing.ts'
import { spanIn } from './spans.ts'
import { inUnit, isCounter, rounded } from './units.ts'
import { type Said } from './vintage.ts'
import { amountWords, restWords, shareWords } from './words.ts'
import { levelCourse } from './year-courses.ts'

/** What the rest of a year must bring for its target to be met (余下需完成): as a number, by month and quarter, and against what the same rest brought last year. */
export const Rest = z.object({
  months: z.int(),
  /** In the measure of the level; null where only growth is known. */
  amount: z.number().nullable(),
  unit: z.string(),
  perMonth: z.number().nullable(),
  /** Where whole quarters are left. */
  perQuarter: z.number().nullable(),
  /** What the same months brought last year. */
  lastYear: z.number().nullable(),
  /** Growth that the rest needs on the same months of last year, in per cent. */
  growth: z.number().nullable(),
  words: Label,
})
export type Rest = z.infer<typeof Rest>

type Promise = Pick<Target, 'operator' | 'value' | 'aspect' | 'measure' | 'period'>
type Thing = Pick<Indicator, 'kind' | 'direction' | 'name' | 'basis' | 'unit' | 'embargoed'>

/**
 * What the rest must bring. Null where the target has no number or is no year's, where nothing is left of the year or of the
 * target, and for rates, which the rest of a year does not add to.
 * Source: year.md §3, "the useful answer is what the remaining periods must grow for the year to hit".
 */
export function restOf(target: Promise, indicator: Thing, pair: Pair | null, said: readonly Said[], on: Day): Rest | null {
  const year = yearOfPeriod(target.period), asOf = pair && spanIn(pair.period)?.to
  if (year === null || target.value === null || !pair || !asOf || indicator.kind === 'rate') return null
  const months = monthsLeft(target.period, asOf)
  if (months <= 0 || !asOf.startsWith(`${year}-`)) return null
  const figures = knownOn(said, indicator, on)
  const limit = target.operator === '<=' || (target.operator !== '>=' && indicator.direction === 'down')
  const rest = target.aspect === 'level'
    ? restOfLevel({ ...target, value: target.value }, indicator, pair, figures, year, asOf, months, limit)
    : restOfGrowth({ ...target, value: target.value }, indicator, pair, figures, year, asOf, months, limit)
  // English sentences begin with a capital.
  return rest && { ...rest, words: { zh: rest.words.zh, en: rest.words.en.charAt(0).toUpperCase() + rest.words.en.slice(1) } }
}

type Numbered = Promise & { readonly value: number }

function restOfLevel(target: Numbered, { kind }: Thing, pair: Pair, figures: readonly Said[], year: number, asOf: Day, months: number, limit: boolean): Rest | null {
  const unit = target.measure
  const now = pair.level && inUnit(pair.level, unit)
  if (now === null || isRate(unit)) return null
  const amount = rounded(target.value - now, 6)
  if (amount <= 0) return null
  return worded({ months, amount, unit, lastYear: restOfLastYear(kind, figures, year, asOf, unit) }, target.period, asOf, limit, 'amount')
}

function restOfGrowth(target: Numbered, indicator: Thing, pair: Pair, figures: readonly Said[], year: number, asOf: Day, months: number, limit: boolean): Rest | null {
  const grown = yearOnYearOf(pair)
  if (grown === null || indicator.kind !== 'flow') return null
  const { unit } = indicator
  const base = levelCourse('flow', figures, year - 1, unit), now = levelCourse('flow', figures, year, unit).at[Number(asOf.slice(5, 7)) - 1] ?? null
  const lastYear = restOfLastYear('flow', figures, year, asOf, unit)
  if (!growsAtConstantPrices(indicator) && base.whole !== null && now !== null && lastYear !== null && lastYear > 0) {
    const amount = rounded(base.whole * (1 + target.value / 100) - now, 6)
    return amount <= 0 ? null : worded({ months, amount, unit, lastYear }, target.period, asOf, limit, 'growth')
  }
  const { weight, how } = weightOfElapsed(target.period, asOf, figures)
  const growth = growthOfRest(target.value, grown, weight)
  if (growth === null) return null
  const rest = restWords(target.period, asOf), share = shareWords(weight)
  const ground: Label = how === 'last-year' ? { zh: `去年同期占全年${share.zh}`, en: `last year ${share.en} had come by then` } : { zh: `按时间占${share.zh}`, en: `${share.en} of the time has passed` }
  return {
    months, amount: null, unit, perMonth: null, perQuarter: null, lastYear: null, growth,
    words: { zh: `${neededWords(rest, growth, limit).zh}（${ground.zh}）`, en: `${neededWords(rest, growth, limit).en} (${ground.en})` },
  }
}

/** What growth the rest needs, or may have at most where less is better. */
function neededWords(rest: Label, growth: number, limit: boolean): Label {
  const n = printNumber(Math.abs(growth), 1)
  if (limit) return growth >= 0 ? { zh: `${rest.zh}增幅不能超过${n}%`, en: `${rest.en} may grow at most ${n} %` } : { zh: `${rest.zh}需下降${n}%以上`, en: `${rest.en} must fall ${n} % or more` }
  if (growth === 0) return { zh: `${rest.zh}与去年持平即可`, en: `${rest.en} need only match last year` }
  return growth > 0 ? { zh: `${rest.zh}需增长${n}%`, en: `${rest.en} must grow ${n} %` } : { zh: `${rest.zh}降幅不超过${n}%即可`, en: `${rest.en} may fall up to ${n} %` }
}

/** What the months after a day brought last year. */
function restOfLastYear(kind: Indicator['kind'], figures: readonly Said[], year: number, asOf: Day, unit: string): number | null {
  const before = levelCourse(kind, figures, year - 1, unit)
  const then = before.at[Number(asOf.slice(5, 7)) - 1] ?? null
  return then === null || before.whole === null ? null : rounded(before.whole - then, 6)
}

type Left = Pick<Rest, 'months' | 'unit' | 'lastYear'> & { readonly amount: number }

function worded({ months, amount, unit, lastYear }: Left, period: string, asOf: Day, limit: boolean, first: 'amount' | 'growth'): Rest {
  const growth = lastYear === null || lastYear <= 0 ? null : rounded((amount / lastYear - 1) * 100, 1)
  const perMonth = rounded(amount / months, 6), perQuarter = months % 3 === 0 && months > 3 ? rounded(amount / (months / 3), 6) : null
  const rest = restWords(period, asOf), total = amountWords(rounded(amount, 2), unit), each = amountWords(rounded(perMonth, perMonth < 10 && !isCounter(unit) ? 2 : 1), unit)
  // “0.2 a month” says nothing of things that are counted.
  const monthly: Label = months > 1 && (perMonth >= 1 || !isCounter(unit)) ? { zh: `，平均每月${each.zh}`, en: `, ${each.en} a month` } : { zh: '', en: '' }
  const then = lastYear === null ? null : amountWords(rounded(lastYear, 2), unit)
  const compared = growth === null ? null : comparedWords(growth)
  const need: Label = limit ? { zh: '还可有', en: 'may still bring' } : { zh: '需完成', en: 'must bring' }
  const words: Label = first === 'growth' && growth !== null && then
    ? { zh: `${neededWords(rest, growth, limit).zh}：${total.zh}，去年同期${then.zh}`, en: `${neededWords(rest, growth, limit).en}: ${total.en}, after ${then.en} last year` }
    : { zh: `${rest.zh}${need.zh}${total.zh}${monthly.zh}${then && compared ? `；去年同期${then.zh}，今年${compared.zh}` : ''}`, en: `${rest.en} ${need.en} ${total.en}${monthly.en}${then && compared ? `; ${then.en} last year, so ${compared.en}` : ''}` }
  return { months, amount, unit, perMonth, perQuarter, lastYear, growth, words }
}

function comparedWords(growth: number): Label {
  const n = printNumber(Math.abs(growth), 1)
  if (growth === 0) return { zh: '持平即可', en: 'as much as then is enough' }
  return growth > 0 ? { zh: `需高出${n}%`, en: `${n} % more than then` } : { zh: `少${n}%也可达标`, en: `${n} % less than then is enough` }
}
