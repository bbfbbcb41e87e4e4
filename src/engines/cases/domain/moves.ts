import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { dueAfter, type OfficeHours, usualOfficeHours } from '../../../kernel/work-time.ts'
import { type CaseEvent, type CaseEventKind, type CaseType, type Party } from '../schema.ts'
import { type Case } from './case.ts'
import { moveKinds, partiesOf, statesBefore } from './machine.ts'

/** The moves that somebody may make now: what the page offers and in this order. */
export function movesFor(type: CaseType, present: Case, parties: ReadonlySet<Party>, person?: Id): readonly CaseEventKind[] {
  return moveKinds.filter(kind => statesBefore(type, kind).includes(present.state) && partiesOf(type, kind).some(party => parties.has(party)) && keptApart(type, present, kind, person) === null)
}

/** A move that this person made before and that keeps them from this one: two people do the two. */
function keptApart({ apart = [] }: Pick<CaseType, 'apart'>, { doneBy }: Pick<Case, 'doneBy'>, kind: CaseEventKind, person: Id | undefined): CaseEventKind | null {
  if (person === undefined) return null
  return apart.flatMap(([one, other]) => (one === kind ? [other] : other === kind ? [one] : [])).find(other => doneBy[other] === person) ?? null
}

type Refused = 'wrong-state' | 'not-your-move' | 'floor-may-not-return' | 'evidence-needed' | 'co-units-open' | 'nothing-asked' | 'already-asked' | 'extensions-used' | 'lead-is-no-co-unit' | 'not-a-co-unit' | 'too-late-to-reopen' | 'merge-into-itself' | 'unknown-category' | 'unknown-urgency' | 'unknown-result' | 'same-unit' | 'not-yet' | 'too-late-to-return' | 'same-person'

/** May this happen to the case now, by somebody who is this to it? The one decision of the engine; everything that is refused says why. */
export function mayHappen(type: CaseType, self: Id, present: Case, event: CaseEvent, by: { readonly parties: ReadonlySet<Party>; readonly units: readonly Id[]; readonly person?: Id }, now: Instant, hours: OfficeHours = usualOfficeHours): Result<CaseEvent, Refused> {
  if (!statesBefore(type, event.kind).includes(present.state)) return refuse('wrong-state', { number: present.number, state: present.state, move: event.kind })
  if (!partiesOf(type, event.kind).some(party => by.parties.has(party))) return refuse('not-your-move', { number: present.number, move: event.kind })
  const made = keptApart(type, present, event.kind, by.person)
  if (made !== null) return refuse('same-person', { number: present.number, first: type.names?.[made]?.zh ?? made, firstEn: type.names?.[made]?.en ?? made })
  const first = type.before?.[event.kind]?.find(kind => !present.done.includes(kind))
  if (first) return refuse('not-yet', { number: present.number, first: type.names?.[first]?.zh ?? first })
  switch (event.kind) {
    case 'returned': return mayReturn(type, present, event, now, hours)
    case 'transferred': return event.lead === present.lead ? refuse('same-unit', { number: present.number }) : ok(event)
    case 'dispatched': return event.co.includes(event.lead) ? refuse('lead-is-no-co-unit', { number: present.number }) : ok(event)
    case 'co-asked': return event.unit === present.lead ? refuse('lead-is-no-co-unit', { number: present.number }) : ok(event)
    case 'co-answered': return present.co.some(c => c.unit === event.unit) && by.units.includes(event.unit) ? ok(event) : refuse('not-a-co-unit', { number: present.number })
    case 'co-released': return present.co.some(c => c.unit === event.unit) ? ok(event) : refuse('not-a-co-unit', { number: present.number })
    case 'answered': return mayAnswer(type, present, event)
    case 'extension-asked': return present.asked ? refuse('already-asked', { number: present.number }) : present.extended >= type.extensions ? refuse('extensions-used', { number: present.number, most: type.extensions }) : ok(event)
    case 'suspension-asked': return present.asked ? refuse('already-asked', { number: present.number }) : ok(event)
    case 'extension-decided': return present.asked?.what === 'extension' ? ok(event) : refuse('nothing-asked', { number: present.number })
    case 'suspension-decided': return present.asked?.what === 'suspension' ? ok(event) : refuse('nothing-asked', { number: present.number })
    case 'reopened': return mayReopen(type, present, event, now, hours)
    case 'merged': return event.into === self ? refuse('merge-into-itself', { number: present.number }) : ok(event)
    case 'amended': return mayAmend(type, event)
    default: return ok(event)
  }
}

/** A unit may return what is not its own, with the rule that says so, unless it is the floor unit or has kept it too long. */
function mayReturn(type: CaseType, present: Case, event: CaseEvent, now: Instant, hours: OfficeHours): Result<CaseEvent, Refused> {
  if (present.floor) return refuse('floor-may-not-return', { number: present.number })
  const until = type.returnWithin && present.leadSince ? dueAfter(present.leadSince, type.returnWithin, hours).at : null
  return until !== null && now > until ? refuse('too-late-to-return', { number: present.number, until: dayOf(until) }) : ok(event)
}

/** The lead answers when its co-units have, with the evidence that the type asks for. */
function mayAnswer(type: CaseType, present: Case, event: Extract<CaseEvent, { kind: 'answered' }>): Result<CaseEvent, Refused> {
  const waiting = present.co.filter(c => c.answeredAt === null).length
  if (waiting > 0) return refuse('co-units-open', { number: present.number, waiting })
  if (event.evidence.length < type.evidence) return refuse('evidence-needed', { number: present.number, needed: type.evidence })
  return type.results.some(result => result.key === event.result) ? ok(event) : refuse('unknown-result', { result: event.result })
}

function mayReopen(type: CaseType, present: Case, event: CaseEvent, now: Instant, hours: OfficeHours): Result<CaseEvent, Refused> {
  const until = type.reopenWithin && present.closedAt ? dueAfter(present.closedAt, type.reopenWithin, hours).at : null
  return until !== null && now <= until ? ok(event) : refuse('too-late-to-reopen', { number: present.number, until: until === null ? '' : dayOf(until) })
}

function mayAmend(type: CaseType, event: Extract<CaseEvent, { kind: 'amended' }>): Result<CaseEvent, Refused> {
  if (event.urgency !== undefined && !type.urgencies.some(u => u.key === event.urgency)) return refuse('unknown-urgency', { urgency: event.urgency })
  return event.category === undefined || isCategory(type, event.category) ? ok(event) : refuse('unknown-category', { category: event.category })
}

/** Only what has nothing below it may be given to a case: a branch says too little about whose it is. */
export function isCategory(type: Pick<CaseType, 'categories'>, key: string): boolean {
  const walk = (categories: CaseType['categories']): boolean => categories.some(category => ((category.below ?? []).length === 0 ? category.key === key : walk(category.below ?? [])))
  return walk(type.categories)
}
