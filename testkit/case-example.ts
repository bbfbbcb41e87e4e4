import { caseOf, type Case } from '../src/engines/cases/domain/case.ts'
import { clocksOf, isLate, type Running } from '../src/engines/cases/domain/clocks.ts'
import { timersOf } from '../src/engines/cases/domain/ladder.ts'
import { mayHappen, movesFor } from '../src/engines/cases/domain/moves.ts'
import { mayOpen } from '../src/engines/cases/domain/open.ts'
import { type CaseType, type Happened, type Party } from '../src/engines/cases/schema.ts'
import { type CaseExample, type CaseExampleThen, type CaseStep } from '../src/packs/pack.ts'

/** An instant as it is written in an example: the time in Beijing. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00.000+08:00`).toISOString()
const shown = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** What becomes of an example case, by the very decisions of the engine. A step that may not be made is a fault of the example. */
export function caseSays(type: CaseType, given: CaseExample, { moves }: Pick<CaseExampleThen, 'moves'>): CaseExampleThen {
  const { category, fields = {}, openedAt, by = 'staff', openedBy, steps, asked } = given
  const opens = mayOpen(type, { category, urgency: given.urgency, fields }, by)
  if (!opens.ok) return { refused: opens.refused }
  const { urgency } = opens.value
  const events: Happened[] = [{ seq: 1, at: at(openedAt), by: openedBy === undefined ? null : someone(openedBy), event: { kind: 'received', number: `${type.prefix}1`, type: type.key, version: type.version, category, urgency, title: '例', words: '例', place: { unit: null, address: null, point: null }, channel: 'phone', fields, hasReporter: by === 'reporter' } }]
  for (const step of steps) {
    const refused = refusalOf(type, presentOf(type, events), step)
    if (refused !== null) throw new Error(`the example’s step ${step[0]} ${step[2].kind} is refused: ${refused}`)
    events.push({ seq: events.length + 1, at: at(step[0]), by: someone(step[1]), event: step[2] })
  }
  const present = presentOf(type, events), clocks = clocksOf(type, events)
  return {
    refused: asked ? refusalOf(type, present, asked) : null, state: present.state, lead: present.lead, urgency: present.urgency,
    clocks: Object.fromEntries(clocks.map(clock => [clock.unit === null ? clock.key : `${clock.key}:${clock.unit}`, wordsOf(clock, at(given.on))])),
    ladder: timersOf(type, clocks, events).map(timer => `${timer.key} ${shown(timer.at)}${timer.to === null ? '' : ` ${timer.to}`}`),
    ...(moves && { moves: { who: moves.who, may: movesFor(type, present, new Set([moves.who])) } }),
  }
}

/** Of an example's people each party is one. */
const someone = (party: Party) => ({ person: party, name: party, unit: null })

function presentOf(type: CaseType, events: readonly Happened[]): Case {
  const present = caseOf(type, events)
  if (!present) throw new Error('an example begins with its opening')
  return present
}

function refusalOf(type: CaseType, present: Case, [when, by, event]: CaseStep): string | null {
  // Who speaks as a co-unit speaks for the one that is named.
  const units = 'unit' in event ? [event.unit] : []
  const result = mayHappen(type, 'self', present, event, { parties: new Set([by]), units, person: by }, at(when))
  return result.ok ? null : result.refused
}

function wordsOf(clock: Running, now: string): string {
  return `${shown(clock.dueAt)}${clock.stoppedAt === null ? '' : ' stopped'}${clock.paused === null ? '' : ' paused'}${isLate(clock, now) ? ' late' : ''}`
}
