/** An edition of a divided target: what it is by its history, and what may be done with it. */
import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { subtreeOf } from '../../org/domain/tree.ts'
import { type Unit } from '../../org/schema.ts'
import { type Target } from '../../indicators/schema.ts'
import { type Division, type DivisionEvent, type DivisionState, type DivisionStep, type DivisionTerms } from '../schema.ts'
import { balanceOf } from './parts.ts'

/** The state of an edition, folded from its history; null before it was drafted. */
export function divisionOf(steps: readonly DivisionStep[]): Division | null {
  return steps.reduce<Division | null>(applied, null)
}

/** One step of the fold. An answer of a unit lasts as long as its number does: a part that changes must be signed anew, an objection to the old number is answered. */
export function applied(division: Division | null, { event, by, at }: DivisionStep): Division | null {
  if (event.kind === 'drafted') return { id: event.id, target: event.target, edition: event.edition, state: 'draft', terms: event.terms, proposed: null, signatures: [], objections: [], inForceOn: null, unsignedReason: null, version: 1 }
  if (!division) return null
  const next = { ...division, state: nextState[division.state][event.kind] ?? division.state, version: division.version + 1 }
  const others = <T extends { readonly unit: Id }>(answers: readonly T[], unit: Id) => answers.filter(answer => answer.unit !== unit)
  switch (event.kind) {
    case 'revised': return { ...next, terms: event.terms, signatures: stillMeant(division.signatures, event.terms), objections: stillMeant(division.objections, event.terms) }
    case 'proposed': return { ...next, proposed: { by, at, reason: event.reason } }
    case 'signed': return { ...next, signatures: [...others(next.signatures, event.unit), { unit: event.unit, value: event.value, by, at }], objections: others(next.objections, event.unit) }
    case 'returned': return { ...next, objections: [...others(next.objections, event.unit), { unit: event.unit, value: event.value, by, at, reason: event.reason, counter: event.counter }], signatures: others(next.signatures, event.unit) }
    case 'reopened': return { ...next, proposed: null }
    case 'enforced': return { ...next, inForceOn: event.on, unsignedReason: event.reason }
    case 'superseded':
    case 'withdrawn': return next
  }
}

function stillMeant<T extends { readonly unit: Id; readonly value: number }>(answers: readonly T[], terms: DivisionTerms): T[] {
  return answers.filter(answer => terms.parts.some(part => part.unit === answer.unit && part.value === answer.value))
}

type Step = Exclude<DivisionEvent['kind'], 'drafted'>

/** Which step leads where. A division in force is never edited: a new edition takes its place. It is withdrawn only when its target goes. */
const nextState: Readonly<Record<DivisionState, Partial<Record<Step, DivisionState>>>> = {
  draft: { revised: 'draft', proposed: 'proposed', withdrawn: 'withdrawn' },
  proposed: { signed: 'proposed', returned: 'proposed', reopened: 'draft', enforced: 'in-force', withdrawn: 'withdrawn' },
  'in-force': { superseded: 'superseded', withdrawn: 'withdrawn' },
  superseded: {},
  withdrawn: {},
}

export function mayHappen(division: Division, step: Step): Result<null, 'division-step'> {
  return nextState[division.state][step] ? ok(null) : refuse('division-step', { state: division.state, edition: division.edition })
}

/** Is the edition still worked on, so that no second one may be begun? */
export function isOpen(state: DivisionState): boolean {
  return state === 'draft' || state === 'proposed'
}

type Divisible = Pick<Target, 'value' | 'unit'>

/** May these terms be kept as a draft? They need not add up yet, but must make sense: units of this one, each once and living, nothing negative. */
export function mayDraft(terms: DivisionTerms, target: Divisible, units: readonly Unit[], day: Day): Result<null, 'target-without-number' | 'check-does-not-fit' | 'unit-twice' | 'unit-not-below' | 'part-unit-ended' | 'negative-part' | 'unknown-unit'> {
  if (target.value === null) return refuse('target-without-number')
  const fits = { share: terms.check === 'sum', weight: terms.check === 'weighted-mean', own: terms.check !== 'weighted-mean' }[terms.method]
  if (!fits) return refuse('check-does-not-fit')
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const below = subtreeOf(target.unit, units, day)
  const seen = new Set<Id>()
  for (const part of terms.parts) {
    const unit = byId.get(part.unit)
    if (!unit) return refuse('unknown-unit', { id: part.unit })
    if (seen.has(unit.id)) return refuse('unit-twice', { unit: unit.name })
    seen.add(unit.id)
    if (unit.until !== null && unit.until <= day) return refuse('part-unit-ended', { unit: unit.name, on: unit.until })
    if (unit.id === target.unit || !below.has(unit.id)) return refuse('unit-not-below', { unit: unit.name })
    // Growth may be promised to fall; a share, a weight and a number that is added up may not.
    if ((part.share ?? 0) < 0 || (part.weight ?? 0) < 0 || (terms.check === 'sum' && part.value < 0)) return refuse('negative-part', { unit: unit.name })
  }
  return ok(null)
}

/** May the terms be put before the units? The parts make up the whole; a rest that stays undivided needs its reason, more than the whole is refused. */
export function mayPropose(terms: DivisionTerms, target: Pick<Target, 'value' | 'measure'>, reason: string | null): Result<null, 'no-parts' | 'division-ground-needed' | 'weight-missing' | 'whole-changed' | 'parts-over-whole' | 'rest-not-divided'> {
  if (terms.parts.length === 0) return refuse('no-parts')
  if (terms.check !== 'sum' && !terms.ground) return refuse('division-ground-needed')
  if (target.value !== terms.whole) return refuse('whole-changed', { divided: terms.whole, now: target.value, measure: target.measure })
  const { total, rest, fits } = balanceOf(terms, terms.whole)
  if (terms.check !== 'none' && total === null) return refuse('weight-missing')
  if (fits || rest === null) return ok(null)
  if (terms.check === 'sum' && rest < 0) return refuse('parts-over-whole', { over: -rest, whole: terms.whole, measure: target.measure })
  return reason ? ok(null) : refuse('rest-not-divided', { rest, whole: terms.whole, measure: target.measure })
}

/** May a unit answer to this number? Only to its own part, and only to the number as it now stands. */
export function mayAnswer(division: Division, unit: Id, value: number): Result<null, 'division-step' | 'no-part-of-it' | 'changed-meanwhile'> {
  const open = mayHappen(division, 'signed')
  if (!open.ok) return open
  const part = division.terms.parts.find(p => p.unit === unit)
  if (!part) return refuse('no-part-of-it')
  return part.value === value ? ok(null) : refuse('changed-meanwhile', { value: part.value })
}

/** Units that have not signed their part as it now stands. */
export function unsigned(division: Division): readonly Id[] {
  const signed = new Set(division.signatures.map(s => s.unit))
  return division.terms.parts.map(part => part.unit).filter(unit => !signed.has(unit))
}

/** May it be put in force? When every unit has signed it comes into force by itself; before that only with a reason, which shows. */
export function mayEnforce(division: Division, reason: string | null): Result<null, 'division-step' | 'signatures-missing'> {
  const open = mayHappen(division, 'enforced')
  if (!open.ok) return open
  const missing = unsigned(division).length
  return missing === 0 || reason ? ok(null) : refuse('signatures-missing', { missing })
}

/** Do the parts in force still make up what the target says by now? While the number is the one that was divided they count as agreed. */
export function stillAddsUp(terms: DivisionTerms, whole: number | null): boolean {
  return whole === terms.whole || balanceOf(terms, whole).fits
}
