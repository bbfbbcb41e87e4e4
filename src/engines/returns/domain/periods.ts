import { periodOn, spanOf, type Period } from '../../../kernel/period.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { addWorkingDays, type ByCalendar } from '../../../kernel/work-calendar.ts'
import { periodBefore } from '../../indicators/domain/derive.ts'
import { type FormContent, type FormRow, type Rhythm } from '../schema.ts'

/** The latest period of a rhythm that is over on a day: on 1 November it is October. */
export function lastEnded(rhythm: Rhythm, today: Day): Period {
  const current = spanOf(periodOn(rhythm, today))
  return periodOn(rhythm, addDays(current?.from ?? today, -1))
}

/** A period and those before it, the latest first. */
export function backFrom(period: Period, count: number): readonly Period[] {
  const before = count > 1 ? periodBefore(period) : null
  return [period, ...(before === null ? [] : backFrom(before, count - 1))]
}

/** The last day on which a sheet of this period is in time. Not `known` where it rests on holidays that are not published yet. */
export function dueOn({ days, of }: FormContent['due'], period: Period): ByCalendar<{ readonly day: Day }> {
  const end = spanOf(period)?.to ?? ''
  return of === 'working' ? addWorkingDays(end, days) : { day: addDays(end, days), known: true }
}

/** The year up to the end of a period, in the words papers use for it: 2026-06 is 2026H1, 2026-10 is 2026M1-10. */
export function toDate(period: Period): Period {
  const to = spanOf(period)?.to ?? ''
  const year = to.slice(0, 4), month = Number(to.slice(5, 7))
  switch (month) {
    case 1: return `${year}-01`
    case 3: return `${year}Q1`
    case 6: return `${year}H1`
    case 12: return year
    default: return `${year}M1-${month}`
  }
}

/** The period that a row's figure speaks of on a sheet of this period. */
export function figurePeriod({ reach }: Pick<FormRow, 'reach'>, period: Period): Period {
  return reach === 'to-date' ? toDate(period) : period
}

/** The period just before, for the same row. A running total starts anew each year, so January has none. */
export function figurePeriodBefore(row: Pick<FormRow, 'reach'>, period: Period): Period | null {
  const before = periodBefore(period)
  if (before === null) return null
  return row.reach === 'to-date' && before.slice(0, 4) !== period.slice(0, 4) ? null : figurePeriod(row, before)
}

/** Does the period begin with the year, so that its own value is the running total? */
export function beginsYear(period: Period): boolean {
  return spanOf(period)?.from.endsWith('-01-01') ?? false
}
