import { type Instant } from '../../../kernel/time.ts'
import { type CaseEvent, type CaseType, type Message, type Occasion } from '../schema.ts'
import { type Case } from './case.ts'

/** On which occasion an event tells somebody something; null: on none. */
export function occasionOf(event: CaseEvent): Occasion | null {
  switch (event.kind) {
    case 'received': return 'received'
    case 'refused': return 'refused'
    case 'dispatched':
    case 'arbitrated':
    case 'transferred': return 'dispatched'
    case 'extension-decided': return event.granted ? 'extended' : null
    case 'suspension-decided': return event.granted ? 'suspended' : null
    case 'resumed': return 'resumed'
    case 'answered': return 'answered'
    case 'closed': return 'closed'
    case 'reopened': return 'reopened'
    case 'called-back': return event.rework ? 'reopened' : null
    case 'merged': return 'merged'
    case 'voided': return 'voided'
    case 'warned': return 'due-soon'
    case 'escalated': return 'late'
    default: return null
  }
}

/** What a text may name of a case. */
export type Named = { readonly unit: string; readonly due: string; readonly words: string; readonly result: string; readonly into: string }

/** A message or letter with its places filled in, Chinese as it is sent. */
export function filled(text: string, present: Pick<Case, 'number' | 'title'>, named: Named): string {
  const places: Readonly<Record<string, string>> = { ...named, number: present.number, title: present.title }
  return text.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
}

/** The messages of a type on an occasion. */
export function messagesOn(type: Pick<CaseType, 'messages'>, occasion: Occasion): readonly Message[] {
  return (type.messages ?? []).filter(message => message.on === occasion)
}

const MINUTE = 60_000
/** How long after each failure it is tried again: a minute, five, half an hour, two hours, half a day. */
const pauses = [1, 5, 30, 120, 720].map(minutes => minutes * MINUTE)

/** When to try again after so many failures; null: no more. */
export function nextTry(tries: number, now: Instant): Instant | null {
  const pause = pauses[tries - 1]
  return pause === undefined ? null : new Date(Date.parse(now) + pause).toISOString()
}

/** What a program of others is told of an event: what happened to which case, without words, persons or numbers of telephones. */
export function hookBody(present: Case, event: CaseEvent, at: Instant, seq: number): string {
  const { number, type, state, category, urgency, openedAt, lead, place } = present
  return JSON.stringify({ event: { kind: event.kind, seq, at }, case: { number, type, state, category, urgency, openedAt, lead, place: place.unit } })
}

/** Does a hook ask for this? Nothing named means everything. */
export function isWanted(hook: { readonly types: readonly string[]; readonly kinds: readonly string[] }, type: string, kind: string): boolean {
  return (hook.types.length === 0 || hook.types.includes(type)) && (hook.kinds.length === 0 || hook.kinds.includes(kind))
}
