import { type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type CaseEvent, type CaseEventKind, type CaseState, type CaseType, type Channel, type FieldValues, type Happened, type Place } from '../schema.ts'
import { stateAfter } from './machine.ts'

/** A co-unit (协办单位) and whether it has answered. */
export type CoUnit = { readonly unit: Id; readonly askedAt: Instant; readonly answeredAt: Instant | null }

/** A request that waits for approval: more time, or to stand still. */
export type Asked = { readonly what: 'extension' | 'suspension'; readonly at: Instant; readonly seq: number }

/** What a call-back found. Rates count only those that were reached; excluded ones only by a supervisor's reason. */
export type CalledBack = { readonly at: Instant; readonly responded: boolean | null; readonly solved: boolean | null; readonly satisfied: boolean | null }

/** The present state of a case, folded from its events. */
export type Case = {
  readonly number: string
  readonly type: string
  readonly version: number
  readonly state: CaseState
  readonly since: Instant
  /** Where it goes on when it is resumed. */
  readonly resumesTo: CaseState | null
  readonly category: string
  readonly urgency: string
  readonly title: string
  readonly words: string
  readonly place: Place
  readonly channel: Channel
  readonly fields: FieldValues
  readonly openedAt: Instant
  readonly lead: Id | null
  /** Since when the lead has it. */
  readonly leadSince: Instant | null
  /** Kinds of what happened since it was handed over or had to be done again. */
  readonly done: readonly CaseEventKind[]
  /** Who made each move last, where a person did. */
  readonly doneBy: Partial<Readonly<Record<CaseEventKind, Id>>>
  /** The lead is the floor unit: it may not return it. */
  readonly floor: boolean
  readonly co: readonly CoUnit[]
  readonly handler: Id | null
  readonly asked: Asked | null
  readonly extended: number
  readonly returns: number
  readonly reworks: number
  readonly step: number
  readonly joint: boolean
  readonly answeredAt: Instant | null
  readonly closedAt: Instant | null
  readonly callBack: CalledBack | null
  readonly unreached: number
  readonly excluded: boolean
  readonly rating: number | null
  readonly mergedInto: Id | null
  readonly absorbed: readonly { readonly other: Id; readonly number: string }[]
  /** Number of the last event: the version that a command must have seen. */
  readonly seq: number
}

/** Folds a history; null for one that does not begin with `received`. */
export function caseOf(type: Pick<CaseType, 'steps'>, events: readonly Happened[]): Case | null {
  return events.reduce<Case | null>((present, happened) => after(type, present, happened), null)
}

/** One step of the fold. */
export function after(type: Pick<CaseType, 'steps'>, present: Case | null, { at, seq, by, event }: Happened): Case | null {
  if (event.kind === 'received') return made(event, at, seq, by?.person)
  if (!present) return null
  const state = stateAfter(type, present, event)
  const done = beginsAnew(event) ? [event.kind] : present.done.includes(event.kind) ? present.done : [...present.done, event.kind]
  const moved = { ...present, seq, state, done, doneBy: by ? { ...present.doneBy, [event.kind]: by.person } : present.doneBy, since: state === present.state ? present.since : at, leadSince: 'lead' in event ? at : present.leadSince }
  switch (event.kind) {
    case 'amended': return { ...moved, category: event.category ?? present.category, urgency: event.urgency ?? present.urgency, title: event.title ?? present.title, place: event.place ?? present.place, fields: { ...present.fields, ...event.fields } }
    case 'dispatched': return { ...moved, lead: event.lead, floor: false, handler: null, co: event.co.map(unit => ({ unit, askedAt: at, answeredAt: null })) }
    case 'arbitrated': return { ...moved, lead: event.lead, floor: event.floor, handler: null, asked: null }
    case 'transferred': return { ...moved, lead: event.lead, floor: false, handler: null, asked: null }
    case 'returned': return { ...moved, returns: present.returns + 1, handler: null, asked: null }
    case 'co-asked': return { ...moved, co: [...present.co.filter(c => c.unit !== event.unit), { unit: event.unit, askedAt: at, answeredAt: null }] }
    case 'co-answered': return { ...moved, co: present.co.map(c => (c.unit === event.unit ? { ...c, answeredAt: at } : c)) }
    case 'co-released': return { ...moved, co: present.co.filter(c => c.unit !== event.unit) }
    case 'delegated': return { ...moved, handler: event.person }
    case 'answered': return { ...moved, answeredAt: at, asked: null }
    case 'checked': return event.passed ? moved : { ...moved, reworks: present.reworks + 1, answeredAt: null }
    case 'closed': return { ...moved, closedAt: at }
    case 'called-back': return calledBack(present, moved, event, at)
    case 'excluded': return { ...moved, excluded: true }
    case 'reopened': return { ...moved, reworks: present.reworks + 1, answeredAt: null, closedAt: null, callBack: null }
    case 'rated': return { ...moved, rating: event.score }
    case 'extension-asked': return { ...moved, asked: { what: 'extension', at, seq } }
    case 'extension-decided': return { ...moved, asked: null, extended: present.extended + (event.granted ? 1 : 0) }
    case 'suspension-asked': return { ...moved, asked: { what: 'suspension', at, seq } }
    case 'suspension-decided': return { ...moved, asked: null, resumesTo: event.granted ? present.state : present.resumesTo }
    case 'resumed': return { ...moved, resumesTo: null }
    case 'merged': return { ...moved, mergedInto: event.into }
    case 'absorbed': return { ...moved, absorbed: [...present.absorbed, { other: event.other, number: event.number }] }
    case 'jointly-supervised': return { ...moved, joint: event.on }
    case 'escalated': return { ...moved, step: Math.max(present.step, event.step) }
    case 'upgraded': return { ...moved, version: event.version, category: event.category ?? present.category, urgency: event.urgency ?? present.urgency }
    case 'refused':
    case 'filed':
    case 'signed':
    case 'contacted':
    case 'noted':
    case 'settled':
    case 'voided':
    case 'warned': return moved
  }
}

/** Another unit has it now, or who asked found it undone: what had been done on the way does not count again. */
function beginsAnew(event: CaseEvent): boolean {
  return 'lead' in event || event.kind === 'reopened' || (event.kind === 'called-back' && event.rework)
}

function made(event: Extract<CaseEvent, { kind: 'received' }>, at: Instant, seq: number, person: Id | undefined): Case {
  const { kind: _, hasReporter: __, ...said } = event
  return {
    ...said, state: 'received', since: at, openedAt: at, resumesTo: null, lead: null, leadSince: null, done: [], doneBy: person === undefined ? {} : { received: person }, floor: false, co: [], handler: null, asked: null, extended: 0, returns: 0, reworks: 0, step: 0, joint: false,
    answeredAt: null, closedAt: null, callBack: null, unreached: 0, excluded: false, rating: null, mergedInto: null, absorbed: [], seq,
  }
}

function calledBack(present: Case, moved: Case, event: Extract<CaseEvent, { kind: 'called-back' }>, at: Instant): Case {
  if (!event.reached) return { ...moved, unreached: present.unreached + 1 }
  const { responded, solved, satisfied } = event
  const found = { ...moved, callBack: { at, responded, solved, satisfied } }
  return event.rework ? { ...found, reworks: present.reworks + 1, answeredAt: null, closedAt: null } : found
}
