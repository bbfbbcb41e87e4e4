import { z } from 'zod'
import { addDays, daysBetween, type Day } from './time.ts'

/**
 * The time a figure or a target speaks of, as a short word:
 * `2023` · `2023H1` · `2023Q1` · `2023-05` (month) · `2023W07` (week, Monday to Sunday, numbered by ISO 8601) · `2023-05-11` (day) · `2021-2025` (years, a plan period) ·
 * `2023M1-5` (January to May, a running total within the year).
 */
export const Period = z.string().refine(text => spanOf(text) !== null, { error: 'a period such as 2023, 2023H1, 2023Q1, 2023-05, 2023W07, 2023M1-5 or 2021-2025' })
export type Period = string

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'months' | 'year' | 'years'
export type PeriodSpan = { readonly kind: PeriodKind; readonly from: Day; readonly to: Day }

const two = (n: number) => String(n).padStart(2, '0')
const monthEnd = (year: number, month: number): Day => addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`, -1)
const months = (kind: PeriodKind, year: number, first: number, last: number): PeriodSpan => ({ kind, from: `${year}-${two(first)}-01`, to: monthEnd(year, last) })

/** First and last day of a period, or null where the text is no period. */
export function spanOf(period: string): PeriodSpan | null {
  const m = /^(\d{4})(?:(H[12])|(Q[1-4])|M1-(\d{1,2})|-(\d{4})|-(\d{2})(?:-(\d{2}))?|W(\d{2}))?$/.exec(period)
  if (!m) return null
  const year = Number(m[1])
  if (year < 1900 || year > 2100) return null
  if (m[2]) return m[2] === 'H1' ? months('half-year', year, 1, 6) : months('half-year', year, 7, 12)
  if (m[3]) { const q = Number(m[3][1]); return months('quarter', year, q * 3 - 2, q * 3) }
  if (m[4]) { const last = Number(m[4]); return last >= 1 && last <= 12 ? months('months', year, 1, last) : null }
  if (m[5]) { const end = Number(m[5]); return end > year && end <= 2100 ? { kind: 'years', from: `${year}-01-01`, to: `${end}-12-31` } : null }
  if (m[7]) {
    const day = `${year}-${m[6]}-${m[7]}`
    return Number.isNaN(Date.parse(day)) || addDays(day, 0) !== day ? null : { kind: 'day', from: day, to: day }
  }
  if (m[6]) { const month = Number(m[6]); return month >= 1 && month <= 12 ? months('month', year, month, month) : null }
  if (m[8]) return week(year, Number(m[8]))
  return months('year', year, 1, 12)
}

/** A week of GB/T 7408 (ISO 8601): Monday to Sunday, the first of a year being the one with 4 January in it. */
function week(year: number, number: number): PeriodSpan | null {
  const fourth: Day = `${year}-01-04`
  const first = addDays(fourth, -weekdayOf(fourth))
  const from = addDays(first, (number - 1) * 7)
  // The week belongs to the year in which its Thursday lies.
  return number >= 1 && addDays(from, 3).startsWith(String(year)) ? { kind: 'week', from, to: addDays(from, 6) } : null
}

/** The kinds of period in which a year goes by: one after another, none left out. */
export type RecurringKind = Exclude<PeriodKind, 'months' | 'years'>

/** The period of a kind in which a day lies: 2023-05-11 lies in 2023Q2. */
export function periodOn(kind: RecurringKind, day: Day): Period {
  const year = day.slice(0, 4), month = Number(day.slice(5, 7))
  switch (kind) {
    case 'day': return day
    case 'week': return weekOf(day)
    case 'month': return day.slice(0, 7)
    case 'quarter': return `${year}Q${Math.ceil(month / 3)}`
    case 'half-year': return `${year}H${Math.ceil(month / 6)}`
    case 'year': return year
  }
}

function weekOf(day: Day): Period {
  const monday = addDays(day, -weekdayOf(day))
  const year = Number(addDays(monday, 3).slice(0, 4))
  const first = week(year, 1)
  return `${year}W${two(first ? daysBetween(first.from, monday) / 7 + 1 : 1)}`
}

/** Days since Monday. */
const weekdayOf = (day: Day) => (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7

/** The calendar year a period ends in. */
export function yearOf(period: string): number | null {
  const span = spanOf(period)
  return span && Number(span.to.slice(0, 4))
}

/** Does `outer` contain the whole of `inner`? A year contains its half-year; a half-year does not contain its year. */
export function contains(outer: string, inner: string): boolean {
  const a = spanOf(outer), b = spanOf(inner)
  return a !== null && b !== null && a.from <= b.from && b.to <= a.to
}

/** Share of a period that has passed at the end of a day, 0 to 1. */
export function shareElapsed(period: string, on: Day): number | null {
  const span = spanOf(period)
  if (!span) return null
  const total = daysBetween(span.from, span.to) + 1
  return Math.min(1, Math.max(0, (daysBetween(span.from, on) + 1) / total))
}
