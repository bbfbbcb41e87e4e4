import { dayOf, daysBetween, type Instant } from '../../../kernel/time.ts'
import { type LimitUnit, type OfficeHours, usualOfficeHours, workedBetween } from '../../../kernel/work-time.ts'
import { workingDaysBetween } from '../../../kernel/work-calendar.ts'
import { type Happened } from '../schema.ts'
import { type Running } from './clocks.ts'

/** What something took, in the hours or days in which its limit is counted. */
export type Spent = { readonly amount: number; readonly unit: LimitUnit }

const HOUR = 3_600_000

/** What the matter took the last time it was brought to an end: from the start of its clock to its stop, without the time for which it was suspended. Null before. */
export function spentOn(clocks: readonly Running[], events: readonly Happened[], hours: OfficeHours = usualOfficeHours): Spent | null {
  const clock = clocks.findLast(one => one.key === 'resolve' && one.stoppedAt !== null)
  if (!clock || clock.stoppedAt === null) return null
  const { unit } = clock.limit
  const held = suspensions(events, clock.startedAt, clock.stoppedAt).reduce((sum, [from, to]) => sum + passed(from, to, unit, hours), 0)
  return { unit, amount: Math.max(0, Math.round((passed(clock.startedAt, clock.stoppedAt, unit, hours) - held) * 100) / 100) }
}

/** Hours or whole days from one instant to another. */
function passed(from: Instant, to: Instant, unit: LimitUnit, hours: OfficeHours): number {
  switch (unit) {
    case 'calendar-hours': return (Date.parse(to) - Date.parse(from)) / HOUR
    case 'working-hours': return workedBetween(from, to, hours) / HOUR
    case 'calendar-days': return daysBetween(dayOf(from), dayOf(to))
    case 'working-days': return workingDaysBetween(dayOf(from), dayOf(to)).days
  }
}

/** The spans between two instants in which a case stood still. */
function suspensions(events: readonly Happened[], from: Instant, to: Instant): readonly (readonly [Instant, Instant])[] {
  const spans: (readonly [Instant, Instant])[] = []
  let since: Instant | null = null
  for (const { at, event } of events) {
    if (at < from || at > to) continue
    if (event.kind === 'suspension-decided' && event.granted) since = at
    if (event.kind === 'resumed' && since !== null) { spans.push([since, at]); since = null }
  }
  return spans
}
