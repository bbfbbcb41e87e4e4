import { z } from 'zod'
import { addDays, dayOf, daysBetween, endOfDay, type Day, type Instant } from './time.ts'
import { addWorkingDays, type ByCalendar, isWorkingDay, workingDaysBetween } from './work-calendar.ts'

/** How a time limit is counted; papers mean different things by the same number, so it is always said (工作时、工作日、小时、天). */
export const LimitUnit = z.enum(['working-hours', 'working-days', 'calendar-hours', 'calendar-days'])
export type LimitUnit = z.infer<typeof LimitUnit>

/** A time limit: 2 calendar hours, 7 calendar days, 1 working day. */
export const Limit = z.object({ n: z.number().positive().max(5000), unit: LimitUnit }).readonly()
export type Limit = z.infer<typeof Limit>

/** When an office is open on a working day, in minutes after midnight in Beijing, in order and without overlap. */
export type OfficeHours = readonly { readonly from: number; readonly to: number }[]

/** Ours, where a district sets none: 9 to 12 and 14 to 18. */
export const usualOfficeHours: OfficeHours = [{ from: 540, to: 720 }, { from: 840, to: 1080 }]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Milliseconds since the epoch at midnight in Beijing on a day. */
const midnight = (day: Day) => Date.parse(`${day}T00:00:00.000Z`) - 8 * HOUR
const instant = (ms: number): Instant => new Date(ms).toISOString()

/** What has still to pass until a limit is over: whole days counted as it says, or milliseconds of its kind of time. */
export type Remaining = { readonly unit: LimitUnit; readonly amount: number }

/**
 * When a limit that begins at an instant is over. Days end with the day in Beijing and are counted from the next one; hours to
 * the minute. `known` is false where the calendar of a later year is not published yet.
 */
export function dueAfter(start: Instant, limit: Limit, hours: OfficeHours = usualOfficeHours): ByCalendar<{ readonly at: Instant }> {
  return dueIn(start, remainingOf(limit), hours)
}

export function remainingOf({ n, unit }: Limit): Remaining {
  return { unit, amount: unit === 'working-hours' || unit === 'calendar-hours' ? n * HOUR : n }
}

/** When what remains, counted on from an instant, is over. */
export function dueIn(from: Instant, { unit, amount }: Remaining, hours: OfficeHours = usualOfficeHours): ByCalendar<{ readonly at: Instant }> {
  const day = dayOf(from)
  switch (unit) {
    case 'calendar-hours': return { at: instant(Date.parse(from) + amount), known: true }
    case 'calendar-days': return { at: endOfDay(addDays(day, amount)), known: true }
    case 'working-days': {
      const due = addWorkingDays(day, amount)
      return { at: endOfDay(due.day), known: due.known }
    }
    case 'working-hours': return workedOn(from, amount, hours)
  }
}

/** What remains of a limit at an instant; 0 where it is over. With `dueIn` it gives the same end again when nothing happened between. */
export function remainingUntil(due: Instant, at: Instant, unit: LimitUnit, hours: OfficeHours = usualOfficeHours): Remaining {
  if (at >= due) return { unit, amount: 0 }
  switch (unit) {
    case 'calendar-hours': return { unit, amount: Date.parse(due) - Date.parse(at) }
    case 'calendar-days': return { unit, amount: daysBetween(dayOf(at), dayOf(due)) }
    case 'working-days': return { unit, amount: Math.max(0, workingDaysBetween(dayOf(at), dayOf(due)).days) }
    case 'working-hours': return { unit, amount: workedBetween(at, due, hours) }
  }
}

/** The open spans of a day, in milliseconds since the epoch; none where nobody works. */
function spansOf(day: Day, hours: OfficeHours): readonly (readonly [number, number])[] {
  const start = midnight(day)
  return isWorkingDay(day).working ? hours.map(({ from, to }) => [start + from * MINUTE, start + to * MINUTE] as const) : []
}

function workedOn(from: Instant, amount: number, hours: OfficeHours): ByCalendar<{ readonly at: Instant }> {
  if (hours.every(h => h.to <= h.from)) throw new Error('Office hours that are never open cannot end a limit')
  let left = amount, known = true
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    known &&= isWorkingDay(day).known
    for (const [opens, closes] of spansOf(day, hours)) {
      const begin = Math.max(opens, Date.parse(from))
      if (begin >= closes) continue
      if (left <= closes - begin) return { at: instant(begin + left), known }
      left -= closes - begin
    }
  }
}

/** Milliseconds of office hours between two instants. */
export function workedBetween(from: Instant, to: Instant, hours: OfficeHours = usualOfficeHours): number {
  let sum = 0
  const [a, b] = [Date.parse(from), Date.parse(to)]
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    for (const [opens, closes] of spansOf(day, hours)) sum += Math.max(0, Math.min(closes, b) - Math.max(opens, a))
  }
  return sum
}
