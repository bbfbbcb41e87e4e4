import { type Indicator } from '../schema.ts'
import { yearOnYearOf } from './derive.ts'
import { piecesOf, spanIn } from './spans.ts'
import { inUnit, rounded } from './units.ts'
import { inForce, type Said } from './vintage.ts'

/**
 * How an indicator went through a year (历年走势): where it stood at the end of each month, and at its end. What adds up stands
 * as the total since January; a stock, a rate and a growth as they were.
 */
export type YearCourse = {
  readonly year: number
  /** Twelve values, January first; null where nothing is on file. */
  readonly at: readonly (number | null)[]
  readonly whole: number | null
  /** The year's total was told anew on another base than its months: shares are then taken from the months alone. */
  readonly revised: boolean
}

/** From which difference a told total and the sum of its months are two bases and not two roundings. */
const OTHER_BASE = 0.005

/** The last month of which something is known, 1 to 12; 0 where nothing is. */
export function lastMonth({ at }: Pick<YearCourse, 'at'>): number {
  return at.findLastIndex(value => value !== null) + 1
}

/** The level's course through a year, in a unit. */
export function levelCourse(kind: Indicator['kind'], figures: readonly Said[], year: number, unit: string): YearCourse {
  return kind === 'flow' ? totals(figures, year, unit) : standings(kind, figures, year, unit)
}

type Reached = { readonly value: number; readonly pieces: number }

/** Totals since January: for each month's end the one that takes the fewest pieces, so that a told total wins over a sum. */
function totals(figures: readonly Said[], year: number, unit: string): YearCourse {
  const pieces = piecesOf(figures)
  const best: (Reached | null)[] = [{ value: 0, pieces: 0 }, ...Array.from({ length: 12 }, () => null)]
  let told: number | null = null
  for (let month = 1; month <= 12; month++) {
    const before = best[month - 1]
    if (!before) continue
    for (const { figure, to } of pieces.get(`${year}-${two(month)}-01`) ?? []) {
      const value = inUnit(figure.level, unit), end = endMonth(to, year)
      if (value === null || end === null) continue
      if (month === 1 && end === 12) { told = value; continue }
      const reached = best[end]
      if (!reached || before.pieces + 1 < reached.pieces) best[end] = { value: rounded(before.value + value, 6), pieces: before.pieces + 1 }
    }
  }
  const at = best.slice(1).map(reached => reached?.value ?? null)
  const summed = at[11] ?? null
  const revised = told !== null && summed !== null && Math.abs(told - summed) > OTHER_BASE * Math.abs(told)
  const whole = revised ? summed : told ?? summed
  return { year, at: [...at.slice(0, 11), whole], whole, revised }
}

const two = (n: number) => String(n).padStart(2, '0')

/** The month that a day ends, in that year. */
function endMonth(day: string, year: number): number | null {
  const month = day.slice(0, 7)
  return day.startsWith(`${year}-`) && spanIn(month)?.to === day ? Number(month.slice(5)) : null
}

/** What stood at each month's end. A rate since January and one of a single month are two things: the first counts where it is told. */
function standings(kind: Indicator['kind'], figures: readonly Said[], year: number, unit: string): YearCourse {
  const levels = figures.filter(f => f.level && spanIn(f.period)?.to.startsWith(`${year}-`))
  const sinceJanuary = levels.filter(f => spanIn(f.period)?.from === `${year}-01-01`)
  const used = kind === 'rate' && sinceJanuary.some(f => spanIn(f.period)?.kind !== 'month') ? sinceJanuary : levels
  return courseBy(used, year, f => f.level && inUnit(f.level, unit))
}

/** The course of growth since January on the same months of the year before, as it was told. */
export function growthCourse(figures: readonly Said[], year: number): YearCourse {
  return courseBy(figures.filter(f => yearOnYearOf(f) !== null && spanIn(f.period)?.from === `${year}-01-01`), year, yearOnYearOf)
}

function courseBy(figures: readonly Said[], year: number, valueOf: (figure: Said) => number | null): YearCourse {
  const byMonth = Map.groupBy(figures, f => endMonth(spanIn(f.period)?.to ?? '', year))
  const at = Array.from({ length: 12 }, (_, i) => {
    const figure = inForce(byMonth.get(i + 1) ?? [])
    return figure && valueOf(figure)
  })
  return { year, at, whole: at[11] ?? null, revised: false }
}

/** The courses of the years before one, the oldest first, as far back as asked. */
export function coursesBefore(year: number, back: number, courseOf: (year: number) => YearCourse): readonly YearCourse[] {
  return Array.from({ length: back }, (_, i) => courseOf(year - back + i))
}
