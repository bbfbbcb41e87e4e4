import { spanOf } from '../../kernel/period.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { type Street } from '../district.ts'
import { courses, standings, type Course, type CourseYear, type Standing } from './courses.ts'
import { otherPart, product, productParts } from './product.ts'
import { spread, strayed } from './spread.ts'

/** A figure made up for the demonstration. `street`: nine digits of its code; null for the whole district. */
export type GeneratedRow = {
  readonly indicator: string
  readonly street: string | null
  readonly period: string
  readonly level: { readonly value: number; readonly unit: string } | null
  /** Growth on the year before in per cent. */
  readonly growth: number | null
  readonly saidOn: Day
  readonly source: { readonly kind: 'generated'; readonly seed: string }
}

export const seriesSeed = 'yuexiu-series'
const source = { kind: 'generated', seed: seriesSeed } as const
const month = (year: number, number: number) => `${year}-${String(number).padStart(2, '0')}`

/** Everything made up of Yuexiu's indicators: months, quarters of the gross product and its parts, months of streets. */
export function yuexiuSeries(district: number, streets: readonly Street[]): readonly GeneratedRow[] {
  return [
    ...courses.flatMap(course => course.years.flatMap(year => monthsOf(course, year))),
    ...standings.flatMap(standingsOf),
    ...product.map(({ period, level, growth }) => row('GDP', period, level, '亿元', growth)),
    ...partsOfProduct(),
    ...courses.filter(course => course.streets).flatMap(course => course.years.filter(year => year.year >= 2024).flatMap(year => streetsOf(course, year, district, streets))),
  ]
}

/** The months of a year, adding up to its total and, where that is fixed, to its first half. */
function monthsOf(course: Course, year: CourseYear): GeneratedRow[] {
  const { indicator, unit, decimals, season } = course
  const weights = strayed(season, 0.05, `${seriesSeed} ${indicator} ${year.year}`)
  const values = year.half === undefined
    ? spread(year.total, weights, decimals)
    : [...spread(year.half, weights.slice(0, 6), decimals), ...spread(year.total - year.half, weights.slice(6), decimals)]
  return values.slice(0, year.until ?? 12).map((value, i) => row(indicator, month(year.year, i + 1), value, unit, null))
}

/** What stands at each month's end: from one known value to the next in unequal steps. */
function standingsOf({ indicator, unit, decimals, known, hidden }: Standing): GeneratedRow[] {
  return known.flatMap(([to, value], i) => {
    const before = known[i - 1]
    if (!before) return []
    const [from, opening] = before
    const months = monthsBetween(from, to)
    const steps = spread(value - opening, strayed(months.map(() => 1), 0.5, `${seriesSeed} ${indicator} ${to}`), decimals)
    return months.map((period, at) => row(indicator, period, Number((opening + steps.slice(0, at + 1).reduce((a, b) => a + b, 0)).toFixed(decimals)), unit, null))
  }).filter(({ period }) => period < hidden[0] || period > hidden[1])
}

/** The months after one up to and with another. */
function monthsBetween(after: string, until: string): string[] {
  const number = (period: string) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1
  return Array.from({ length: number(until) - number(after) }, (_, i) => number(after) + 1 + i).map(n => month(Math.floor(n / 12), (n % 12) + 1))
}

/** Parts of the gross product, adding up to it; the growth of the last is what makes theirs add up to its growth, but for rounding. */
function partsOfProduct(): GeneratedRow[] {
  const rest = 100 - productParts.reduce((sum, part) => sum + part.share, 0)
  const shares = [...productParts.map(part => part.share), rest]
  const names = [...productParts.map(part => part.indicator), otherPart]
  return product.filter(({ period, level }) => period >= '2024' && level !== null).flatMap(({ period, level, growth }) => {
    const before = product.find(point => point.period === `2024${period.slice(4)}`)
    const grown = productParts.map(part => part.growth[period])
    const known = growth !== null && period >= '2025' && before && grown.every(g => g !== undefined)
    const left = known ? Number(((growth * 100 - grown.reduce((sum: number, g, i) => sum + (g ?? 0) * (shares[i] ?? 0), 0)) / rest).toFixed(1)) : null
    const growths = known ? [...grown, left] : []
    const levels = spread(level ?? 0, shares.map((share, i) => share * (1 + (growths[i] ?? 0) / 100)), 2)
    return names.map((indicator, i) => row(indicator, period, levels[i] ?? 0, '亿元', growths[i] ?? null))
  })
}

/** A year's months by street, adding up to the district's of each month. */
function streetsOf(course: Course, year: CourseYear, district: number, streets: readonly Street[]): GeneratedRow[] {
  const sizes = strayed(streets.map(() => 1), 0.7, `${seriesSeed} ${course.indicator} streets`)
  const drift = strayed(sizes, 0.06, `${seriesSeed} ${course.indicator} streets ${year.year}`)
  return monthsOf(course, year).flatMap(({ period, level }) => {
    const values = spread(level?.value ?? 0, strayed(drift, 0.04, `${seriesSeed} ${course.indicator} ${period}`), course.decimals)
    return streets.map((street, i) => row(course.indicator, period, values[i] ?? 0, course.unit, null, `${district}${street.code}`))
  })
}

/** Told on the twentieth of the month after, as quick figures are. */
function row(indicator: string, period: string, value: number | null, unit: string, growth: number | null, street: string | null = null): GeneratedRow {
  const ends = spanOf(period)?.to ?? ''
  return { indicator, street, period, level: value === null ? null : { value, unit }, growth, saidOn: addDays(ends, 20), source }
}
