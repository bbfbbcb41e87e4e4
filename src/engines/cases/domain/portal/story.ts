import { type Id } from '../../../../kernel/id.ts'
import { type Label } from '../../../../kernel/label.ts'
import { type Instant } from '../../../../kernel/time.ts'
import { dueAfter, type Limit, type OfficeHours, usualOfficeHours } from '../../../../kernel/work-time.ts'
import { type CaseType, type Happened } from '../../schema.ts'
import { clocksOf, type Running } from '../clocks.ts'
import { isEnd, partiesOf, statesBefore } from '../machine.ts'
import { mayHappen } from '../moves.ts'
import { type Known } from '../row.ts'

/** One thing that happened, as the reporter is told of it: by which unit, never by whom; with words meant for the reporter only. */
export type Told = {
  readonly at: Instant
  readonly what: 'received' | 'filed' | 'refused' | 'dispatched' | 'signed' | 'contacted' | 'told' | 'added' | 'closed' | 'rework' | 'called-back' | 'reopened' | 'rated' | 'extended' | 'suspended' | 'resumed' | 'merged' | 'voided'
  readonly unit: Id | null
  readonly words: string | null
  readonly result: Label | null
  readonly score: number | null
}

/** What the reporter is told of a case, in order. What units say to each other, who climbed it and why stay inside; an answer is told once the case is closed with it. */
export function storyOf(type: Pick<CaseType, 'results'>, events: readonly Happened[]): readonly Told[] {
  return events.flatMap((happened, i): readonly Told[] => {
    const { at, by, event } = happened
    const tell = (what: Told['what'], more: Partial<Told> = {}): readonly Told[] => [{ at, what, unit: null, words: null, result: null, score: null, ...more }]
    switch (event.kind) {
      case 'received': return tell('received', { words: event.words })
      case 'filed': return tell('filed')
      case 'refused': return tell('refused', { words: `${event.words}\n${event.basis}` })
      case 'dispatched':
      case 'arbitrated':
      case 'transferred': return tell('dispatched', { unit: event.lead })
      case 'signed': return tell('signed')
      case 'contacted': return tell('contacted')
      case 'noted': return event.forReporter ? tell(by === null ? 'added' : 'told', { words: event.words, unit: by?.unit ?? null }) : []
      case 'closed': {
        const answered = events.slice(0, i).findLast(before => before.event.kind === 'answered')?.event
        return answered?.kind === 'answered' ? tell('closed', { words: answered.words, result: type.results.find(result => result.key === answered.result)?.name ?? null }) : tell('closed')
      }
      case 'called-back': return event.reached ? tell(event.rework ? 'rework' : 'called-back') : []
      case 'reopened': return tell('reopened', { words: event.byReporter ? event.words : null })
      case 'rated': return tell('rated', { score: event.score, words: event.words === '' ? null : event.words })
      case 'extension-decided': return event.granted ? tell('extended') : []
      case 'suspension-decided': return event.granted ? tell('suspended') : []
      case 'resumed': return tell('resumed')
      case 'merged': return tell('merged')
      case 'voided': return tell('voided')
      // Between units, or what the program did by itself.
      case 'amended':
      case 'returned':
      case 'co-asked':
      case 'co-answered':
      case 'co-released':
      case 'delegated':
      case 'answered':
      case 'checked':
      case 'excluded':
      case 'settled':
      case 'extension-asked':
      case 'suspension-asked':
      case 'absorbed':
      case 'jointly-supervised':
      case 'warned':
      case 'escalated':
      case 'upgraded': return []
    }
  })
}

/** By when: a clock of the matter with its name, the limit and the end; `starts` where it runs only once the report is accepted. */
export type Promised = { readonly name: Label; readonly limit: Limit; readonly dueAt: Instant; readonly known: boolean; readonly paused: boolean }

const promiseOf = (type: Pick<CaseType, 'clocks'>, { key, limit, dueAt, known, paused }: Running): Promised => ({ name: type.clocks.find(clock => clock.key === key)?.name ?? { zh: key, en: key }, limit, dueAt, known, paused: paused !== null })

/** What still runs and concerns the reporter: not the clocks of co-units. */
export function promisesOf(type: Pick<CaseType, 'clocks'>, clocks: readonly Running[]): readonly Promised[] {
  return clocks.filter(clock => clock.stoppedAt === null && clock.unit === null).map(clock => promiseOf(type, clock)).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

/** What a case just received promises, if it is taken up and handed on at once. */
export function promisesAhead({ type, events }: Pick<Known, 'type' | 'events'>, unit: Id): readonly Promised[] {
  const first = events[0]
  if (!first) return []
  const ahead: readonly Happened[] = [first, ...(type.steps.file ? [{ seq: 2, at: first.at, by: null, event: { kind: 'filed' } } as const] : []), { seq: 3, at: first.at, by: null, event: { kind: 'dispatched', lead: unit, co: [], words: '' } }]
  return promisesOf(type, clocksOf(type, ahead))
}

/** What the reporter may do now: rate the handling once, have it taken up again until an instant, add words while it is open. */
export type ReporterMay = { readonly rate: boolean; readonly reopenUntil: Instant | null; readonly add: boolean }

const reporter: ReadonlySet<'reporter'> = new Set(['reporter'])

export function reporterMay({ type, id, present, events }: Known, now: Instant, hours: OfficeHours = usualOfficeHours): ReporterMay {
  const rates = partiesOf(type, 'rated').includes('reporter') && statesBefore(type, 'rated').includes(present.state)
  const reopens = mayHappen(type, id, present, { kind: 'reopened', words: '-', byReporter: true }, { parties: reporter, units: [] }, now, hours).ok
  return {
    rate: rates && !wasRated(events),
    reopenUntil: reopens && type.reopenWithin && present.closedAt ? dueAfter(present.closedAt, type.reopenWithin, hours).at : null,
    add: !isEnd(present.state) && partiesOf(type, 'noted').includes('reporter'),
  }
}

/** Was the last handling rated? Each closing may be rated once (GB/T 39734: one evaluation for one handling). */
export function wasRated(events: readonly Happened[]): boolean {
  const last = (kind: Happened['event']['kind']) => events.findLastIndex(({ event }) => event.kind === kind)
  return last('rated') > last('closed')
}
