import { z } from 'zod'

/** A calendar date, `YYYY-MM-DD`, always meant in Asia/Shanghai. There is no year 0, in history or in PostgreSQL. */
export const Day = z.iso.date().refine(day => day >= '0001-01-01', { error: '没有这个日期 there is no such date' })
export type Day = z.infer<typeof Day>

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The date in Shanghai at an instant. China has had one time zone and no summer time since 1991. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The last millisecond of a date in Shanghai: what is due today is late only after this. */
export function endOfDay(day: Day): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS - SHANGHAI_OFFSET_MS - 1).toISOString()
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS)
}
