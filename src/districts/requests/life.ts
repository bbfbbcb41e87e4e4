import { caseOf, type Case } from '../../engines/cases/domain/case.ts'
import { clocksOf } from '../../engines/cases/domain/clocks.ts'
import { reasonOf, timersOf, unitOfStep } from '../../engines/cases/domain/ladder.ts'
import { isEnd, partiesOf, statesBefore } from '../../engines/cases/domain/machine.ts'
import { mayHappen } from '../../engines/cases/domain/moves.ts'
import { type CaseEvent, type CaseType, type Happened, type Party } from '../../engines/cases/schema.ts'
import { type Instant } from '../../kernel/time.ts'
import { courseOf } from './course.ts'
import { actsFor, departmentOf, type Dice, type World } from './world.ts'

/** What happened to a case of the demonstration: units are named by their codes, `by` is the unit for which somebody acted (null: a resident, or the program). */
export type DemoStep = { readonly at: Instant; readonly by: string | null; readonly event: CaseEvent }

/** Something that is to happen next: after so many minutes, or at a share of the time of a clock. */
export type Plan = { readonly event: CaseEvent; readonly party?: Party; readonly unit?: string } & ({ readonly minutes: number } | { readonly clock: string; readonly share: number } | { readonly at: Instant })

/** What a course looks at while it goes on. */
export type Going = { readonly type: CaseType; readonly dice: Dice; readonly lead: string; readonly co: readonly string[]; readonly present: () => Case; readonly other: (not: readonly string[]) => string }

const MINUTE = 60_000
const beijingHour = (ms: number) => new Date(ms + 8 * 3_600_000).getUTCHours()

/**
 * Lets a case live from its opening to `now`, by the rules of the engine: nothing happens that the rules refuse, and what is late
 * climbs by itself. `absorbs`: reports of the same matter that are merged into it while it is open.
 */
export function lifeOf(world: World, type: CaseType, opening: { readonly at: Instant; readonly by: string | null; readonly event: CaseEvent; readonly street: string; readonly lead: string; readonly co: readonly string[] }, dice: Dice, now: Instant, absorbs: readonly DemoStep[] = []): readonly DemoStep[] {
  const events: Happened[] = [{ seq: 1, at: opening.at, by: null, event: opening.event }]
  const steps: DemoStep[] = [{ at: opening.at, by: opening.by, event: opening.event }]
  const waiting = [...absorbs]
  const present = () => {
    const found = caseOf(type, events)
    if (!found) throw new Error('a life begins with its opening')
    return found
  }
  const happens = (at: Instant, party: Party, event: CaseEvent, unit?: string) => {
    const here = present()
    const result = mayHappen(type, 'self', here, event, { parties: new Set([party]), units: here.co.map(c => c.unit) }, at)
    if (!result.ok) throw new Error(`${type.key}: ${event.kind} by ${party} is refused: ${result.refused}`)
    events.push({ seq: events.length + 1, at, by: null, event })
    steps.push({ at, by: unit ?? actsFor(world, party, { lead: here.lead, co: here.co.map(c => c.unit), opener: opening.by }), event })
  }
  /** All that happens by itself up to an instant: what is merged into it, warnings, and steps up. */
  const until = (at: Instant) => {
    for (;;) {
      const timer = timersOf(type, clocksOf(type, events), events)[0]
      const merged = waiting[0]
      if (isEnd(present().state)) return
      if (merged && merged.at <= at && (!timer || merged.at <= timer.at)) {
        waiting.shift()
        // What is closed takes nothing more in: the caller leaves the second report out.
        if (statesBefore(type, 'absorbed').includes(present().state)) happens(later(merged.at, events), 'program', merged.event)
      } else if (timer && timer.at <= at) happens(later(timer.at, events), 'program', gone(timer))
      else return
    }
  }
  const gone = (timer: ReturnType<typeof timersOf>[number]): CaseEvent => {
    if (timer.to === null) return { kind: 'warned', clock: timer.clock, due: timer.due }
    const to = unitOfStep(timer.to, { superior: world.parents.get(present().lead ?? '') ?? null, street: opening.street, district: world.district, supervision: departmentOf(world, 'supervision-office') })
    const clock = type.clocks.find(c => c.key === timer.clock)
    return { kind: 'escalated', clock: timer.clock, step: timer.step, to, due: timer.due, reason: reasonOf(clock?.name ?? { zh: timer.clock, en: timer.clock }, timer.step, world.names.get(to) ?? to) }
  }
  const whenOf = (plan: Plan): Instant => {
    if ('at' in plan) return later(plan.at, events)
    const last = Date.parse(events.at(-1)?.at ?? opening.at)
    const clock = 'clock' in plan ? clocksOf(type, events).findLast(c => c.key === plan.clock && c.unit === null) : undefined
    const planned = 'minutes' in plan ? last + plan.minutes * MINUTE : clock ? Date.parse(clock.startedAt) + (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) * plan.share : last + 30 * MINUTE
    const at = Math.max(planned, last + (2 + dice(9)) * MINUTE)
    // What may wait is done by day.
    const hour = beijingHour(at)
    const quick = clock?.limit.unit === 'calendar-hours' && clock.limit.n <= 4
    return new Date(quick || (hour >= 8 && hour < 20) ? at : at + ((hour >= 20 ? 32 : 8) - hour) * 60 * MINUTE + dice(90) * MINUTE).toISOString()
  }
  for (const plan of courseOf({ type, dice, lead: opening.lead, co: opening.co, present, other: not => [...world.byKey.values()].find(unit => !not.includes(unit) && unit !== world.district && dice(6) === 0) ?? departmentOf(world, 'city-management') })) {
    const at = whenOf(plan)
    until(at < now ? at : now)
    if (at > now || isEnd(present().state) && !['noted', 'rated', 'excluded'].includes(plan.event.kind)) break
    happens(later(at, events), plan.party ?? partyFor(type, plan.event, opening.by), plan.event, plan.unit)
  }
  until(now)
  return steps
}

/** Never before what happened last. */
function later(at: Instant, events: readonly Happened[]): Instant {
  const last = events.at(-1)?.at ?? at
  return at > last ? at : last
}

/** Who makes a move in the demonstration: the first who may that is there. */
function partyFor(type: CaseType, event: CaseEvent, opener: string | null): Party {
  const parties = partiesOf(type, event.kind).filter(party => party !== 'program' && party !== 'reporter' && (party !== 'opener' || opener !== null))
  return parties[0] ?? 'program'
}
