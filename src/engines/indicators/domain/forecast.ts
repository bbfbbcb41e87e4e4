import { z } from 'zod'
import { Label } from '../../../kernel/label.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Indicator, type Target } from '../schema.ts'
import { growsAtConstantPrices } from './derive.ts'
import { forecastMethods, methods, methodsFor, type ForecastMethod, type Known } from './forecast-methods.ts'
import { knownOn } from './pairing.ts'
import { spanIn } from './spans.ts'
import { rounded } from './units.ts'
import { type Said } from './vintage.ts'
import { coursesBefore, growthCourse, lastMonth, levelCourse, type YearCourse } from './year-courses.ts'

/** How many past years a forecast looks back on, and how few are too few. */
export const YEARS_LOOKED_AT = 5
const FEWEST_YEARS = 2

/** What a method would have said in one month of a past year, from the years before it, against what came. */
const Test = z.object({ year: z.int(), month: z.int(), said: z.number(), came: z.number(), error: z.number() })
export type Test = z.infer<typeof Test>

/** A forecast of the year's end (年终预测): a value with its range, the method, and how that method did in past years. */
export const Forecast = z.object({
  value: z.number(), low: z.number(), high: z.number(), unit: z.string(),
  /** The months it rests on: 2025M1-10. */
  period: z.string(),
  method: z.enum(forecastMethods),
  /** Past years it was worked out from. */
  years: z.array(z.int()),
  /** Of these, the years whose total was told anew on another base. */
  revised: z.array(z.int()),
  /** Mean absolute error in this month and its neighbours, of the method used and of those that did worse. */
  error: z.number(),
  errorUnit: z.enum(['%', '个百分点']),
  methods: z.array(z.object({ method: z.enum(forecastMethods), error: z.number().nullable() })),
  tests: z.array(Test),
})
export type Forecast = z.infer<typeof Forecast>

/** A forecast, or why there is none. */
export const Outcome = z.discriminatedUnion('made', [z.object({ made: z.literal(true), forecast: Forecast }), z.object({ made: z.literal(false), because: Label })])
export type Outcome = z.infer<typeof Outcome>

export type Foreseen = Pick<Indicator, 'kind' | 'name' | 'basis' | 'unit' | 'embargoed'>

/**
 * Where a year will end, from the months that are in. The method is the one of few that erred least in past years; no
 * forecast without two whole past years. Growth is worked out from the level's forecast wherever levels give it, so that
 * the two never contradict one another.
 * Source: issue "The plan year in depth", 2: "forecast of the year end with a range, method named, back-test shown (error
 * on past years), no forecast where there is no history".
 */
export function forecastOf(indicator: Foreseen, year: number, aspect: Target['aspect'], unit: string, said: readonly Said[], on: Day): Outcome {
  if (indicator.embargoed) return none({ zh: '数值未公布，不作预测。', en: 'Held back until published; no forecast.' })
  const figures = knownOn(said, indicator, on)
  if (aspect === 'level') return ofLevel(indicator, year, unit, figures)
  return growsAtConstantPrices(indicator) || indicator.kind === 'rate' ? ofGrowth(year, figures) : ofGrowthByLevel(indicator, year, figures)
}

function ofLevel({ kind }: Pick<Foreseen, 'kind'>, year: number, unit: string, figures: readonly Said[]): Outcome {
  const courseOf = (y: number) => levelCourse(kind, figures, y, unit)
  return forecastFrom({ kind, unit, relative: kind !== 'rate', course: courseOf(year), past: coursesBefore(year, YEARS_LOOKED_AT, courseOf), weightOf: () => 0 })
}

/** Growth that only papers can tell: gross product at constant prices. */
function ofGrowth(year: number, figures: readonly Said[]): Outcome {
  const courseOf = (y: number) => growthCourse(figures, y)
  const levels = coursesBefore(year, YEARS_LOOKED_AT, y => levelCourse('flow', figures, y, levelUnit(figures)))
  return forecastFrom({ kind: 'growth', unit: '%', relative: false, course: courseOf(year), past: coursesBefore(year, YEARS_LOOKED_AT, courseOf), weightOf: (month, before) => shareBy(month, levels.filter(c => c.year < before)) })
}

function levelUnit(figures: readonly Said[]): string {
  return figures.find(f => f.level)?.level?.unit ?? ''
}

/** Which part of a year had come by a month, by the levels of past years; by time where there are none. */
function shareBy(month: number, past: readonly YearCourse[]): number {
  const shares = past.flatMap(course => {
    const then = course.at[month - 1] ?? null
    return then !== null && course.whole !== null && course.whole > 0 ? [then / course.whole] : []
  })
  return shares.length === 0 ? month / 12 : shares.reduce((a, b) => a + b, 0) / shares.length
}

/** The level's forecast as growth on the year before; the growth that papers tell where no levels are on file. */
function ofGrowthByLevel(indicator: Foreseen, year: number, figures: readonly Said[]): Outcome {
  const level = ofLevel(indicator, year, indicator.unit, figures)
  const base = levelCourse(indicator.kind, figures, year - 1, indicator.unit)
  const told = level.made && base.whole !== null && base.whole > 0 ? null : ofGrowth(year, figures)
  if (!level.made || told) return told?.made ? told : level.made ? none({ zh: '缺上年全年数，不能推算全年增速，不作预测。', en: "Last year's total is missing, so the year's growth cannot be told; no forecast." }) : level
  const { forecast } = level, whole = base.whole ?? 0
  const grown = (value: number) => rounded((value / whole - 1) * 100, 6)
  return { made: true, forecast: { ...forecast, value: grown(forecast.value), low: grown(forecast.low), high: grown(forecast.high), unit: '%', revised: base.revised && !forecast.revised.includes(year - 1) ? [...forecast.revised, year - 1] : forecast.revised } }
}

type Question = {
  readonly kind: keyof typeof methodsFor
  readonly unit: string
  /** Errors in per cent of what came; else in the points of a rate. */
  readonly relative: boolean
  readonly course: YearCourse
  readonly past: readonly YearCourse[]
  readonly weightOf: (month: number, before: number) => number
}

function forecastFrom(question: Question): Outcome {
  const { kind, unit, relative, course, weightOf } = question
  const month = lastMonth(course)
  if (month === 0) return none({ zh: '今年尚无可累计的数值，不作预测。', en: 'No figure of this year runs from January; no forecast.' })
  if (month === 12) return none({ zh: '全年数已有，不需预测。', en: 'The year’s figure is in; nothing to forecast.' })
  const past = question.past.filter(c => c.whole !== null && c.at[month - 1] !== null)
  if (past.length < FEWEST_YEARS) return tooFew(past.length)
  const known: Known = { month, course, past, weight: weightOf(month, course.year) }
  const tried = methodsFor[kind].map(method => {
    const near = testsOf(method, question, past, [month - 1, month, month + 1])
    return { method, value: methods[method].guess(known), near, error: near.length === 0 ? null : near.reduce((sum, t) => sum + Math.abs(t.error), 0) / near.length }
  })
  const best = tried.filter(t => t.value !== null && t.error !== null).reduce<(typeof tried)[number] | null>((least, t) => (least === null || (t.error ?? 0) < (least.error ?? 0) - 1e-9 ? t : least), null)
  if (!best || best.value === null) return none({ zh: '历史数值无法回测（为零或为负），不作预测。', en: 'The past figures cannot be tested (nought or negative); no forecast.' })
  const reach = Math.max(...best.near.map(t => Math.abs(t.error))) * (relative ? Math.abs(best.value) / 100 : 1)
  const now = course.at[month - 1] ?? 0
  // What adds up does not fall behind what is there already, where no past year ever did.
  const floor = kind === 'flow' && now <= best.value && past.every(c => (c.at[month - 1] ?? 0) <= (c.whole ?? 0)) ? now : Number.NEGATIVE_INFINITY
  return {
    made: true,
    forecast: {
      value: rounded(best.value, 6), low: rounded(Math.max(floor, best.value - reach), 6), high: rounded(best.value + reach, 6), unit,
      period: month === 6 ? `${course.year}H1` : month === 3 ? `${course.year}Q1` : `${course.year}M1-${month}`,
      method: best.method, years: past.map(c => c.year), revised: past.filter(c => c.revised).map(c => c.year),
      error: rounded(best.error ?? 0, 4), errorUnit: relative ? '%' : '个百分点',
      methods: tried.map(t => ({ method: t.method, error: t.error === null ? null : rounded(t.error, 4) })), tests: [...testsOf(best.method, question, past, everyMonth)],
    },
  }
}

const everyMonth = Array.from({ length: 11 }, (_, n) => n + 1)

/** What a method would have said in these months of each past year, from nothing but the years before. */
function testsOf(method: ForecastMethod, { relative, weightOf }: Pick<Question, 'relative' | 'weightOf'>, past: readonly YearCourse[], months: readonly number[]): readonly Test[] {
  return past.flatMap((course, i) => months.flatMap((month): Test[] => {
    const before = month < 1 || month > 11 ? [] : past.slice(0, i).filter(c => c.at[month - 1] !== null)
    const said = before.length === 0 ? null : methods[method].guess({ month, course, past: before, weight: weightOf(month, course.year) })
    const came = course.whole
    if (said === null || came === null || (relative && came === 0)) return []
    return [{ year: course.year, month, said: rounded(said, 6), came, error: rounded(relative ? ((said - came) / Math.abs(came)) * 100 : said - came, 4) }]
  }))
}

function none(because: Label): Outcome {
  return { made: false, because }
}

function tooFew(years: number): Outcome {
  return none({
    zh: `没有足够的历史月度数据，不作预测：至少需要${FEWEST_YEARS}个完整年度，现有${years}个。`,
    en: `Too few past years of months for a forecast: ${FEWEST_YEARS} whole years are needed, ${years === 0 ? 'none is' : `${years} is`} on file.`,
  })
}

/** The year that a target's period is, if it is a whole one: only years are forecast. */
export function yearOfPeriod(period: string): number | null {
  return spanIn(period)?.kind === 'year' ? Number(period) : null
}
