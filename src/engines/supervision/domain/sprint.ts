import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dayOf, daysBetween, type Day, type Instant } from '../../../kernel/time.ts'
import { longestSprint, type Happened, type SprintAct, type SprintEvent, type SprintFrame, type SprintItem, type SprintState, type SprintThing } from '../sprints/schema.ts'
import { missedRounds, type Round, roundOn, roundsOf } from './rounds.ts'

type Signed = { readonly by: string; readonly at: Instant }

/** What a unit told of a thing for a round. */
export type Telling = Signed & { readonly round: number; readonly words: string; readonly remains: string; readonly reached: boolean }

/** A thing on a sprint with what was told of it, the newest last; told twice for a round, the later counts. */
export type Standing = SprintItem & { readonly putOn: Day; readonly told: readonly Telling[] }

/** A sprint as it stands: the fold of what happened to it. */
export type Sprint = SprintFrame & {
  readonly opened: Signed
  readonly items: readonly Standing[]
  readonly taken: readonly (Signed & { readonly title: string; readonly unit: SprintItem['unit']; readonly reason: string })[]
  readonly closed: (Signed & { readonly words: string }) | null
  readonly seq: number
}

export function sprintFrom(events: readonly Happened[]): Sprint | null {
  return events.reduce<Sprint | null>(sprintAfter, null)
}

/** One step of the fold. */
export function sprintAfter(sprint: Sprint | null, { seq, at, by, event }: Happened): Sprint | null {
  const signed = { by: by.name, at }
  if (event.kind === 'opened') return { ...event.frame, opened: signed, items: event.items.map(item => ({ ...item, putOn: dayOf(at), told: [] })), taken: [], closed: null, seq }
  return sprint && { ...sprint, ...changeOf(sprint, event, signed), seq }
}

function changeOf(sprint: Sprint, event: Exclude<SprintEvent, { kind: 'opened' }>, signed: Signed): Partial<Sprint> {
  switch (event.kind) {
    case 'put': return { items: [...sprint.items, { ...event.item, putOn: dayOf(signed.at), told: [] }] }
    case 'taken': {
      const gone = sprint.items.find(item => item.id === event.item)
      return { items: sprint.items.filter(item => item !== gone), ...(gone && { taken: [...sprint.taken, { ...signed, title: gone.title, unit: gone.unit, reason: event.reason }] }) }
    }
    case 'told': {
      const { kind: _kind, item: told, ...telling } = event
      return { items: sprint.items.map(item => (item.id === told ? { ...item, told: [...item.told.filter(one => one.round !== telling.round), { ...signed, ...telling }] } : item)) }
    }
    case 'closed': return { closed: { ...signed, words: event.words } }
  }
}

/** How a sprint stands on a day. It ends by itself when its last day is over. */
export function stateOn({ from, until, closed }: Pick<Sprint, 'from' | 'until' | 'closed'>, day: Day): SprintState {
  if (closed) return 'closed'
  if (day > until) return 'over'
  return day < from ? 'ahead' : 'running'
}

/** Was what must be reached told to be reached, and not taken back since? */
export const isReached = ({ told }: Pick<Standing, 'told'>): boolean => told.at(-1)?.reached ?? false

/** The rounds of a thing that were not told. After a sprint was closed none is missed any more. */
export const missedOf = (sprint: Sprint, item: Standing, today: Day): readonly Round[] => missedRounds(roundsOf(sprint), item, sprint.closed ? dayOf(sprint.closed.at) : today)

/** The thing that is on the list already, if it is: a thing stands on it once, and so do the same words of the same unit. */
export function twinOf(items: readonly Pick<SprintItem, 'kind' | 'thing' | 'title' | 'unit'>[], { kind, thing, title, unit }: SprintThing): string | null {
  return items.find(item => (kind === 'other' ? item.kind === 'other' && item.title === title && item.unit.id === unit : item.kind === kind && item.thing === thing))?.title ?? null
}

/** May a sprint be opened with this frame on a day? */
export function mayOpen({ from, until, every, weekday }: SprintFrame, today: Day): Result<null> {
  if (until <= from) return refuse('sprint-ends-before', { from, until })
  if (until < today) return refuse('sprint-over-already', { until })
  if (daysBetween(from, until) > longestSprint) return refuse('sprint-too-long', { n: longestSprint })
  return roundsOf({ from, until, every, weekday }).length === 0 ? refuse('sprint-without-rounds', { from, until }) : ok(null)
}

/** May supervision do this to a sprint on a day? */
export function mayAct(sprint: Sprint, act: SprintAct, today: Day): Result<null> {
  const { name } = sprint, state = stateOn(sprint, today)
  if (state === 'closed') return refuse('sprint-closed', { name })
  // What ended by itself may still be closed with words, and nothing else.
  if (state === 'over' && act.kind !== 'closed') return refuse('sprint-over', { name, until: sprint.until })
  if (act.kind === 'put') {
    const twin = twinOf(sprint.items, act.thing)
    return twin === null ? ok(null) : refuse('sprint-thing-twice', { title: twin })
  }
  if (act.kind === 'taken' && !sprint.items.some(item => item.id === act.item)) return refuse('unknown-sprint-thing')
  return ok(null)
}

/** May something be told of a thing on a day, and for which round? */
export function mayTell(sprint: Sprint, item: Id, today: Day): Result<{ readonly round: number; readonly item: Standing }> {
  const { name } = sprint, state = stateOn(sprint, today), found = sprint.items.find(one => one.id === item)
  if (state === 'closed') return refuse('sprint-closed', { name })
  if (state === 'over') return refuse('sprint-over', { name, until: sprint.until })
  if (!found) return refuse('unknown-sprint-thing')
  const round = roundOn(roundsOf(sprint), today)
  return round ? ok({ round: round.no, item: found }) : refuse('sprint-no-round', { day: today })
}
