import { shareElapsed } from '../../../kernel/period.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { runningTotal } from './derive.ts'
import { inUnit, rounded } from './units.ts'
import { spanIn, yearIn } from './spans.ts'
import { shareByCurve, type OwnCurve } from './own-curve.ts'
import { type Said } from './vintage.ts'

/** How many years back the usual course of a year is taken from. */
const YEARS_BACK = 3

/** Which part of a year's total should be there by a day, and from what that is known. */
export type ExpectedShare =
  | { readonly how: 'own-curve'; readonly share: number; readonly fromYear: number }
  | { readonly how: 'past-years'; readonly share: number; readonly years: readonly number[] }
  | { readonly how: 'time-passed'; readonly share: number }

/**
 * Expected pace (序时进度) at the end of a day: by the curve that the district set, where it set one; else the mean share that the last three years had reached by the same day, where their
 * months are on file; else the share of time passed. Source: year.md §3, "Expected pace is not a straight line by default
 * where last years' months are known ... the straight line is the fallback and says so".
 */
export function expectedShare(period: string, until: Day, past: readonly Said[], curve: OwnCurve | null = null): ExpectedShare {
  if (curve && spanIn(period)?.kind === 'year') return { how: 'own-curve', share: shareByCurve(curve.shares, period, until), fromYear: curve.fromYear }
  const known = spanIn(period)?.kind === 'year' ? sharesOfPastYears(Number(period), until, past) : []
  if (known.length === 0) return { how: 'time-passed', share: timeShare(period, until) }
  return { how: 'past-years', share: rounded(known.reduce((sum, y) => sum + y.share, 0) / known.length, 6), years: known.map(y => y.year).toSorted((a, b) => a - b) }
}

type PastShares = readonly { readonly year: number; readonly share: number }[]

// Asked for the light, the pace bar and the weights of the same target; figures are values and never change.
const shares = new WeakMap<readonly Said[], Map<string, PastShares>>()

/** What share of each past year's total had come by the same day; the latest year first. Years without both totals are left out. */
function sharesOfPastYears(year: number, until: Day, past: readonly Said[]): PastShares {
  const known = shares.get(past) ?? new Map<string, PastShares>()
  shares.set(past, known)
  const key = `${year} ${until}`
  const found = known.get(key) ?? Array.from({ length: YEARS_BACK }, (_, i) => year - 1 - i).flatMap(y => {
    const part = runningTotal(past, y, sameDay(until, y)), whole = part && runningTotal(past, y, `${y}-12-31`)
    const value = part && whole && inUnit(part.level, whole.level.unit)
    return value !== null && whole && whole.level.value > 0 && value >= 0 ? [{ year: y, share: value / whole.level.value }] : []
  })
  known.set(key, found)
  return found
}

/** The same day of another year; the last of February stays the last of February. */
function sameDay(day: Day, year: number): Day {
  return day.slice(5, 7) === '02' && isMonthEnd(day) ? addDays(`${year}-03-01`, -1) : `${year}${day.slice(4)}`
}

function isMonthEnd(day: Day): boolean {
  return spanIn(day.slice(0, 7))?.to === day
}

/** Share of time passed: by months where the day ends one, as officials count (end of June is half), else by days. */
export function timeShare(period: string, until: Day): number {
  const span = spanIn(period)
  if (!span) return 0
  if (until >= span.to) return 1
  if (until < span.from) return 0
  if (span.kind === 'day' || span.kind === 'week' || !isMonthEnd(until)) return rounded(shareElapsed(period, until) ?? 0, 6)
  return rounded((monthsBetween(span.from, until)) / monthsBetween(span.from, span.to), 6)
}

/** Whole months left in a period after a day. */
export function monthsLeft(period: string, after: Day): number {
  const span = spanIn(period)
  return span && after < span.to ? monthsBetween(span.from, span.to) - (after < span.from ? 0 : monthsBetween(span.from, after)) : 0
}

/** Months from the first day of one to the last day of another. An unfinished month counts as passed. */
function monthsBetween(from: Day, to: Day): number {
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return month(to) - month(from) + 1
}

/**
 * What the rest of the year must grow for the year to reach its target, when the part so far grew by `grown` and made up
 * `weight` of the year before. From w(1+a) + (1-w)(1+r) = 1+g. Null when nothing of the year is left.
 */
export function growthOfRest(goal: number, grown: number, weight: number): number | null {
  return weight >= 1 || weight < 0 ? null : rounded((goal - weight * grown) / (1 - weight), 1)
}

/**
 * Which part of the year before the elapsed part made up: told by last year's figures, else the share of time, and it
 * says which.
 */
export function weightOfElapsed(period: string, until: Day, past: readonly Said[]): { readonly weight: number; readonly how: 'last-year' | 'time-passed' } {
  const year = yearIn(period)
  const last = year === null || spanIn(period)?.kind !== 'year' ? undefined : sharesOfPastYears(year, until, past).find(y => y.year === year - 1)
  return last ? { weight: rounded(last.share, 6), how: 'last-year' } : { weight: timeShare(period, until), how: 'time-passed' }
}

/** A month of a promise that is due month by month. */
export type MonthDue = { readonly period: string; readonly due: number; readonly done: number }

/**
 * Lights of a promise that is due month by month: a month met is green, a month missed is red, and red turns yellow only in
 * the month in which the shortfall has been made up; the next month met is green again. What is done beyond a month's due
 * is not saved up for the next.
 * Source: year.md §3, "Month met is green; missed is red; red turns yellow only after the shortfall has been made up
 * (Ou'hai, Wenzhou)".
 */
export function lightsOfMonths(months: readonly MonthDue[]): readonly { readonly period: string; readonly light: 'on-pace' | 'slipping' | 'off-pace' }[] {
  let owed = 0
  return months.map(({ period, due, done }) => {
    const before = owed
    owed = Math.max(0, rounded(owed + due - done, 6))
    return { period, light: owed > 0 ? 'off-pace' : before > 0 ? 'slipping' : 'on-pace' }
  })
}
