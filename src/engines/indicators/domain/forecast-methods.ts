import { type Label } from '../../../kernel/label.ts'
import { type Indicator } from '../schema.ts'
import { type YearCourse } from './year-courses.ts'

/** A year as it stands in a month, and the complete years before it, the oldest first. */
export type Known = {
  readonly month: number
  readonly course: YearCourse
  /** Each with this month and its end known. */
  readonly past: readonly YearCourse[]
  /** Which part of a year the months so far make up: from the levels of past years, else of time. */
  readonly weight: number
}

export const forecastMethods = ['usual-course', 'last-course', 'same-rest', 'usual-step', 'recent-step', 'usual-ratio', 'weighted-rest', 'usual-drift', 'holds'] as const
export type ForecastMethod = (typeof forecastMethods)[number]

type Method = {
  readonly label: Label
  /** How it is worked out, in one sentence that a director can check by hand. */
  readonly how: Label
  /** The year's end by this method; null where it cannot be told. */
  readonly guess: (known: Known) => number | null
}

const at = (course: YearCourse | undefined, month: number): number | null => course?.at[month - 1] ?? null
const last = ({ past }: Known): YearCourse | undefined => past.at(-1)

/** The mean over past years of what their value in this month and their end give; null where one of them gives nothing. */
function meanOver({ past, month }: Known, of: (then: number, whole: number) => number | null): number | null {
  const values = past.map(course => {
    const then = at(course, month)
    return then === null || course.whole === null ? null : of(then, course.whole)
  })
  return values.length === 0 || values.some(v => v === null) ? null : values.reduce<number>((sum, v) => sum + (v ?? 0), 0) / values.length
}

/** Which share of a year had come; null where that says nothing: nothing had come, or the year came to nothing. */
const shareThen = (then: number, whole: number) => (then > 0 && whole > 0 ? then / whole : null)
const over = (now: number, share: number | null) => (share === null || share <= 0 ? null : now / share)

/** Every way of forecasting there is. Few, each told in a sentence; which is used for an indicator is decided by its past errors. */
export const methods: Readonly<Record<ForecastMethod, Method>> = {
  'usual-course': {
    label: { zh: '历年同期占比', en: 'usual share of the year' },
    how: { zh: '今年累计数除以往年同期占全年比重的平均值', en: 'The total so far, divided by the mean share that past years had reached by then' },
    guess: known => fromNow(known, now => over(now, meanOver(known, shareThen))),
  },
  'last-course': {
    label: { zh: '今年以来增速保持不变', en: 'the rest grows as the year so far' },
    how: { zh: '今年累计数除以最近一年同期占全年的比重，即余下时间增速与今年以来相同', en: 'The total so far, divided by the share that the latest past year had reached: the rest grows as the part so far did' },
    guess: known => fromNow(known, now => {
      const then = at(last(known), known.month), whole = last(known)?.whole ?? null
      return then === null || whole === null ? null : over(now, shareThen(then, whole))
    }),
  },
  'same-rest': {
    label: { zh: '余下与最近一年持平', en: 'the rest as in the latest year' },
    how: { zh: '今年累计数加最近一年同期之后的完成数', en: 'The total so far and what the latest past year still brought after this month' },
    guess: known => fromNow(known, now => {
      const then = at(last(known), known.month), whole = last(known)?.whole ?? null
      return then === null || whole === null ? null : now + whole - then
    }),
  },
  'usual-step': {
    label: { zh: '历年同期之后的平均增量', en: 'usual step to the end of the year' },
    how: { zh: '现有数加往年同期之后增量的平均值', en: 'The level now and the mean step that past years took from this month to their end' },
    guess: known => fromNow(known, now => plus(now, meanOver(known, (then, whole) => whole - then))),
  },
  'recent-step': {
    label: { zh: '近月平均增量延续', en: 'recent monthly step goes on' },
    how: { zh: '现有数加最近至多6个月的月均增量乘余下月数', en: 'The level now and, for each month left, the mean step of the last six months at most' },
    guess: known => fromNow(known, now => {
      const back = Math.min(6, known.month)
      const before = back === known.month ? openingOf(known) : at(known.course, known.month - back)
      return before === null ? null : now + ((now - before) / back) * (12 - known.month)
    }),
  },
  'usual-ratio': {
    label: { zh: '历年年末与同期之比', en: 'usual ratio of the end to this month' },
    how: { zh: '现有数乘往年年末数与同期数之比的平均值', en: 'The level now, times the mean ratio of past years’ ends to their level in this month' },
    guess: known => fromNow(known, now => times(now, meanOver(known, (then, whole) => (then > 0 ? whole / then : null)))),
  },
  'weighted-rest': {
    label: { zh: '今年以来增速与往年余下时段增速加权', en: 'growth so far, weighted with the usual growth of the rest' },
    how: { zh: '今年以来增速乘已过时段比重，加往年余下时段增速的平均值乘余下比重', en: 'Growth so far times the weight of the part that has passed, and past years’ mean growth of the rest times its weight' },
    guess: known => fromNow(known, now => plus(known.weight * now, meanOver(known, (then, whole) => whole - known.weight * then))),
  },
  'usual-drift': {
    label: { zh: '历年同期之后的平均变化', en: 'usual drift to the end of the year' },
    how: { zh: '现有数加往年从同期到年末变化的平均值', en: 'The value now and the mean change of past years from this month to their end' },
    guess: known => fromNow(known, now => plus(now, meanOver(known, (then, whole) => whole - then))),
  },
  holds: {
    label: { zh: '保持现有数', en: 'stays as it is' },
    how: { zh: '年末与现在相同', en: 'The end of the year is as now' },
    guess: known => fromNow(known, now => now),
  },
}

/** Which methods speak of what: totals, what stands, rates, and growth that was told. A rate neither adds up nor has shares. */
export const methodsFor = {
  flow: ['usual-course', 'last-course', 'same-rest'],
  stock: ['usual-step', 'recent-step', 'usual-ratio'],
  rate: ['usual-drift', 'holds'],
  growth: ['weighted-rest', 'usual-drift', 'holds'],
} as const satisfies Record<Indicator['kind'] | 'growth', readonly ForecastMethod[]>

function fromNow(known: Known, guess: (now: number) => number | null): number | null {
  const now = at(known.course, known.month)
  return now === null ? null : guess(now)
}

const plus = (a: number, b: number | null) => (b === null ? null : a + b)
const times = (a: number, b: number | null) => (b === null ? null : a * b)

/** What stood when the year began: the end of the year before, if that is on file. */
function openingOf(known: Known): number | null {
  return known.past.find(course => course.year === known.course.year - 1)?.whole ?? null
}
