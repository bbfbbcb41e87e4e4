import { type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { dueAfter, dueIn, type Limit, type OfficeHours, type Remaining, remainingUntil, usualOfficeHours } from '../../../kernel/work-time.ts'
import { type CaseType, type Category, type Clock, type Happened } from '../schema.ts'

/** A clock of a case: running, standing still, or stopped (then `late` says whether in time). */
export type Running = {
  readonly key: string
  /** The co-unit whose clock it is. */
  readonly unit: Id | null
  readonly limit: Limit
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** False where the end rests on a calendar that is not published yet. */
  readonly known: boolean
  readonly stoppedAt: Instant | null
  /** What remained when it was suspended; null while it runs. */
  readonly paused: Remaining | null
}

export function isLate({ dueAt, stoppedAt, paused }: Running, now: Instant): boolean {
  if (stoppedAt !== null) return stoppedAt > dueAt
  return paused === null && now > dueAt
}

/** The branch of a category tree from the root to this key; empty where there is no such category. */
export function branchOf(categories: readonly Category[], key: string): readonly Category[] {
  for (const category of categories) {
    if (category.key === key) return [category]
    const below = branchOf(category.below ?? [], key)
    if (below.length > 0) return [category, ...below]
  }
  return []
}

/** A category and all below it, by their keys. */
export function keysFrom({ key, below = [] }: Category): readonly string[] {
  return [key, ...below.flatMap(keysFrom)]
}

type Timed = Pick<CaseType, 'clocks' | 'categories' | 'upgrades'>

/** The limit of a clock: the nearest category that has one of its own, else the urgency's, else `*`. Null: no such clock for this case. */
export function limitOf(type: Timed, clock: Clock, category: string, urgency: string): Limit | null {
  const own = branchOf(type.categories, calledNow(type, 'categories', category)).findLast(c => c.limits?.[clock.key] !== undefined)?.limits?.[clock.key]
  return own ?? clock.limit[calledNow(type, 'urgencies', urgency)] ?? clock.limit['*'] ?? null
}

/** A key of an earlier version as this one calls it, for what had happened before a case was moved here. */
function calledNow({ upgrades = [] }: Timed, what: 'categories' | 'urgencies', key: string): string {
  return upgrades.map(upgrade => upgrade[what]?.[key]).find(renamed => renamed !== undefined) ?? key
}

/**
 * All clocks of a case, worked out from its history. A clock runs from the event that starts it to one that stops it; handing
 * on restarts those that are the handler's; an approved suspension holds all that run and gives back what remained; an
 * extension moves those that it was asked for; a comment changes nothing.
 */
export function clocksOf(type: Timed, events: readonly Happened[], hours: OfficeHours = usualOfficeHours): readonly Running[] {
  let category = '', urgency = ''
  let clocks: readonly Running[] = []
  let extension: Limit | null = null
  for (const { at, event } of events) {
    if (event.kind === 'received') ({ category, urgency } = event)
    if (event.kind === 'amended' || event.kind === 'upgraded') { category = event.category ?? category; urgency = event.urgency ?? urgency }
    if (event.kind === 'extension-asked') extension = event.limit
    if (event.kind === 'suspension-decided' && event.granted) clocks = clocks.map(clock => (isHeld(clock) ? clock : { ...clock, paused: remainingUntil(clock.dueAt, at, clock.limit.unit, hours) }))
    if (event.kind === 'resumed') clocks = clocks.map(clock => (clock.paused ? goneOn(clock, clock.paused, at, hours) : clock))
    if (event.kind === 'extension-decided' && event.granted && extension) clocks = extended(clocks, extension, hours)
    clocks = type.clocks.reduce((present, clock) => turned(clock, present, { at, event }, limitOf(type, clock, category, urgency), hours), clocks)
  }
  return clocks
}

const isHeld = (clock: Running) => clock.stoppedAt !== null || clock.paused !== null

function goneOn(clock: Running, paused: Remaining, at: Instant, hours: OfficeHours): Running {
  const due = dueIn(at, paused, hours)
  return { ...clock, paused: null, dueAt: due.at, known: due.known }
}

/** More time is given to what was to be done, not to signing for it or to others. */
function extended(clocks: readonly Running[], limit: Limit, hours: OfficeHours): readonly Running[] {
  return clocks.map(clock => {
    if (clock.key !== 'resolve' || isHeld(clock)) return clock
    const due = dueAfter(clock.dueAt, limit, hours)
    return { ...clock, dueAt: due.at, known: clock.known && due.known }
  })
}

/** What an event does to the clocks of one definition. */
function turned(clock: Clock, clocks: readonly Running[], { at, event }: Pick<Happened, 'at' | 'event'>, limit: Limit | null, hours: OfficeHours): readonly Running[] {
  const mine = (running: Running) => running.key === clock.key && running.stoppedAt === null
  const begin = (unit: Id | null): readonly Running[] => {
    if (!limit) return []
    const due = dueAfter(at, limit, hours)
    return [{ key: clock.key, unit, limit, startedAt: at, dueAt: due.at, known: due.known, stoppedAt: null, paused: null }]
  }
  if (clock.perCoUnit) {
    const asked = event.kind === 'co-asked' ? [event.unit] : event.kind === 'dispatched' ? event.co : []
    const over = event.kind === 'co-answered' || event.kind === 'co-released' ? event.unit : null
    const stopped = clocks.map(running => (mine(running) && (running.unit === over || clock.stops.includes(event.kind)) ? { ...running, stoppedAt: at } : running))
    return [...stopped.filter(running => !(mine(running) && running.unit !== null && asked.includes(running.unit))), ...asked.flatMap(begin)]
  }
  const undone = isUndone(event)
  if (clock.stops.includes(event.kind) && undone !== true) return clocks.map(running => (mine(running) ? { ...running, stoppedAt: at } : running))
  if (clock.restarts.includes(event.kind)) return [...clocks.filter(running => !mine(running)), ...begin(null)]
  return !clocks.some(mine) && clock.starts.includes(event.kind) && undone !== false ? [...clocks, ...begin(null)] : clocks
}

/**
 * A check and a call-back end the work or begin it anew. Among the `stops` of a clock they count when the work was found done,
 * among its `starts` when it was not. Null for every other event.
 */
function isUndone(event: Happened['event']): boolean | null {
  if (event.kind === 'checked') return !event.passed
  return event.kind === 'called-back' ? event.rework : null
}
