import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Correction, type FindingEvent, type FindingKind, type FindingState, type Found, type IndicatorChoice } from './finding.ts'

/** One event of a finding with the act it belongs to; a batch (accept all that is certain) is one act over many findings. */
export type Step = { readonly event: FindingEvent; readonly act: string; readonly by: string; readonly at: string }

/** What a finding is after all that happened to it. */
export type Standing = {
  readonly read: Found
  readonly value: Found
  readonly changes: Correction
  readonly state: FindingState
  readonly choice: IndicatorChoice | null
  /** Reading the paper again did not find it, and nobody had decided it: it is no longer shown. */
  readonly gone: boolean
  /** Who decided last and when, of the decisions that stand. */
  readonly by: string | null
  readonly at: string | null
  /** Number of steps so far; a decision names the version it was made on. */
  readonly version: number
}

/** The fields of each kind that a person may correct. */
export const fieldsOf = {
  fact: ['kind', 'name', 'period', 'value', 'upper', 'unit', 'hedge', 'change', 'rank', 'streak', 'qualifier', 'operator', 'strength', 'verb', 'reference'],
  promise: ['verb', 'object', 'strength', 'period'],
  term: ['word', 'meaning'],
} as const satisfies Record<FindingKind, readonly (keyof Correction)[]>

/** The present state, folded from the history. Null where nothing was ever read. */
export function foldFinding(steps: readonly Step[]): Standing | null {
  let now: Standing | null = null
  for (const step of standingSteps(steps)) now = after(now, step)
  return now && { ...now, version: steps.length }
}

/** The state after one more step of any kind but `undone`, which needs the whole history. */
export function advanced(now: Standing, step: Step): Standing {
  return { ...(after(now, step) ?? now), version: now.version + 1 }
}

/** The steps that were not taken back: `undone` removes itself and the last decision before it. */
export function standingSteps(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = []
  for (const step of steps) {
    if (step.event.kind === 'undone') {
      let last = kept.length - 1
      while (last >= 0 && kept[last]?.event.kind === 'read') last -= 1
      if (last >= 0) kept.splice(last, 1)
    } else kept.push(step)
  }
  return kept
}

/** The decision that taking back would take back: the last one that stands. */
export function lastDecision(steps: readonly Step[]): Step | null {
  const decisions = standingSteps(steps).filter(step => step.event.kind !== 'read')
  return decisions[decisions.length - 1] ?? null
}

function after(now: Standing | null, { event, by, at }: Step): Standing | null {
  if (event.kind === 'read') return readAgain(now, event.value)
  if (!now) return null
  const decided = { ...now, by, at }
  switch (event.kind) {
    case 'accepted': return { ...decided, state: isCorrected(now.changes) ? 'corrected' : 'accepted' }
    case 'corrected': {
      const changes = realChanges(now.read, { ...now.changes, ...event.after })
      return { ...decided, changes, value: merged(now.read, changes), state: isCorrected(changes) ? 'corrected' : 'accepted' }
    }
    case 'rejected': return { ...decided, state: 'rejected' }
    case 'reopened': return { ...decided, state: 'open', changes: {}, value: now.read }
    case 'matched': return { ...decided, choice: event.choice }
    case 'undone': return now // taken out before folding
  }
}

/**
 * A new reading of the same place. Corrections stay, on top of what is read now; who accepted accepted the very values
 * that stood there, so other values are open again.
 */
function readAgain(now: Standing | null, read: Found | null): Standing | null {
  if (!now) return read && { read, value: read, changes: {}, state: 'open', choice: null, gone: false, by: null, at: null, version: 0 }
  if (!read) return { ...now, gone: now.state === 'open' || now.state === 'accepted' }
  const changes = realChanges(read, now.changes)
  const value = merged(read, changes)
  const state = now.state === 'accepted' && !sameFound(value, now.value) ? 'open' : now.state
  return { ...now, read, changes, value, state, gone: false }
}

/** The finding with the corrections laid over it. Only fields of its own kind come this far (mayCorrect). */
function merged(read: Found, changes: Correction): Found {
  return { ...read, ...changes } as Found // the corrections are of the finding's own fields
}

/** Corrections that say something else than what was read. */
function realChanges(read: Found, changes: Correction): Correction {
  const was: Readonly<Record<string, unknown>> = read
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => value !== undefined && !same(value, was[field])))
}

function isCorrected(changes: Correction): boolean {
  return Object.keys(changes).length > 0
}

/** Do two readings of one place say the same? Where they stand and how certain they are does not count. */
export function sameFound(a: Found, b: Found): boolean {
  const x: Readonly<Record<string, unknown>> = a, y: Readonly<Record<string, unknown>> = b
  const fields = new Set<string>([...fieldsOf.fact, ...fieldsOf.promise, ...fieldsOf.term])
  return [...fields].every(field => same(x[field], y[field]))
}

/** Equal as JSON; nested values are the small objects of a change. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const x = new Map(Object.entries(a)), y = new Map(Object.entries(b))
  return x.size === y.size && [...x].every(([key, value]) => same(value, y.get(key)))
}

/** What a person asks for: the body of the `decide` route without its version. */
export type Asked =
  | { readonly decision: 'accept' | 'reopen' }
  | { readonly decision: 'reject'; readonly reason: string | null }
  | { readonly decision: 'correct'; readonly changes: Correction }

/** May this be decided now, and what happens then. */
export function mayDecide(kind: FindingKind, now: Standing, asked: Asked): Result<FindingEvent, 'already-decided' | 'not-a-field' | 'nothing-changed' | 'upper-below-value'> {
  switch (asked.decision) {
    case 'accept': return now.state === 'accepted' || now.state === 'corrected' ? refuse('already-decided', { state: now.state }) : ok({ kind: 'accepted', with: 'one' })
    case 'reject': return now.state === 'rejected' ? refuse('already-decided', { state: now.state }) : ok({ kind: 'rejected', reason: asked.reason })
    case 'reopen': return now.state === 'open' ? refuse('already-decided', { state: now.state }) : ok({ kind: 'reopened' })
    case 'correct': return mayCorrect(kind, now, asked.changes)
  }
}

function mayCorrect(kind: FindingKind, now: Standing, changes: Correction): Result<FindingEvent, 'not-a-field' | 'nothing-changed' | 'upper-below-value'> {
  const fields: readonly string[] = fieldsOf[kind]
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const stranger = given.find(([field]) => !fields.includes(field))
  if (stranger) return refuse('not-a-field', { field: stranger[0], fields: fields.join(', ') })
  const was: Readonly<Record<string, unknown>> = now.value
  const real = given.filter(([field, value]) => !same(value, was[field]))
  if (real.length === 0) return refuse('nothing-changed')
  const after: Correction = Object.fromEntries(real)
  const next = { value: null, upper: null, ...merged(now.value, after) }
  if (next.upper !== null && (next.value === null || next.upper < next.value)) return refuse('upper-below-value', { value: next.value, upper: next.upper })
  const before: Correction = Object.fromEntries(real.map(([field]) => [field, was[field]]))
  return ok({ kind: 'corrected', before, after })
}

/** The names of the fields that a person corrected. */
export function correctedFields(now: Standing): string[] {
  return Object.keys(now.changes)
}
