import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Instant } from '../../../kernel/time.ts'
import { dueAfter, dueIn, type OfficeHours, usualOfficeHours } from '../../../kernel/work-time.ts'
import { type CaseType, type Happened, type Ladder } from '../schema.ts'
import { type Running } from './clocks.ts'

/** Something that is to happen by itself at an instant, once: `resolve/0` is the warning of the clock, `resolve/2` its second step. */
export type Timer = { readonly key: string; readonly at: Instant; readonly clock: string; readonly step: number; readonly due: Instant; readonly to: Ladder['steps'][number]['to'] | null }

/**
 * The timers that a case still has: for each clock that runs, the warning at its share of the time and the steps after its end,
 * without those that have gone off since the clock began. A clock that was restarted has all of them again; one that was
 * extended or resumed keeps what had gone off for the same end only.
 */
export function timersOf(type: Pick<CaseType, 'ladders'>, clocks: readonly Running[], events: readonly Happened[], hours: OfficeHours = usualOfficeHours): readonly Timer[] {
  return clocks.filter(clock => clock.stoppedAt === null && clock.paused === null).flatMap(clock => {
    const ladder = type.ladders.find(one => one.clock === clock.key)
    return ladder ? timersFor(ladder, clock, hours).filter(timer => !hasGoneOff(timer, clock, events)) : []
  }).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.step - b.step))
}

function timersFor(ladder: Ladder, clock: Running, hours: OfficeHours): Timer[] {
  const key = clock.unit === null ? clock.key : `${clock.key}:${clock.unit}`
  const made = (step: number, at: Instant, to: Timer['to']): Timer => ({ key: `${key}/${step}`, at, clock: clock.key, step, due: clock.dueAt, to })
  const steps = ladder.steps.slice(0, 3).map(({ after, to }, i) => made(i + 1, after === null ? clock.dueAt : dueAfter(clock.dueAt, after, hours).at, to))
  return ladder.warnAt === null ? steps : [made(0, warningOf(clock, ladder.warnAt, hours), null), ...steps]
}

/** When a share of a clock's time has passed, counted in its own kind of time; the day before the last for days that are counted whole. */
function warningOf({ startedAt, dueAt, limit }: Running, share: number, hours: OfficeHours): Instant {
  if (limit.unit === 'working-hours') return dueIn(startedAt, { unit: 'working-hours', amount: limit.n * 3_600_000 * share }, hours).at
  const [start, end] = [Date.parse(startedAt), Date.parse(dueAt)]
  return new Date(start + Math.round((end - start) * share)).toISOString()
}

/** A timer has gone off when an event says so of the same clock, step and end, since the clock began. */
function hasGoneOff(timer: Timer, clock: Running, events: readonly Happened[]): boolean {
  return events.some(({ at, event }) => at >= clock.startedAt && (event.kind === 'warned' ? timer.step === 0 : event.kind === 'escalated' && event.step === timer.step) && 'clock' in event && event.clock === timer.clock && event.due === timer.due)
}

/** What the escalation needs to know of the units: the one above, the street and the district that a place belongs to. */
export type Line = { readonly superior: Id | null; readonly street: Id | null; readonly district: Id; readonly supervision: Id | null }

/** To whom a step goes. Where there is no superior, or none of the named level, it goes to the district: nothing that is late stays where it is. */
export function unitOfStep(to: Ladder['steps'][number]['to'], line: Line): Id {
  switch (to) {
    case 'superior': return line.superior ?? line.district
    case 'street': return line.street ?? line.district
    case 'supervision': return line.supervision ?? line.district
    case 'district': return line.district
  }
}

/** Why a case climbed, for the page and the trail. */
export function reasonOf(clockName: Label, step: number, to: string): Label {
  return { zh: `“${clockName.zh}”超时，第${step}级升级至${to}`, en: `“${clockName.en}” is over time; step ${step} to ${to}` }
}
