import { type CaseEvent, type CaseEventKind, type CaseState, type CaseType, type Party } from '../schema.ts'

/** The ends of a case; from some of them it may still be reopened. */
export const ends = ['refused', 'settled', 'voided', 'merged'] as const satisfies readonly CaseState[]

export function isEnd(state: CaseState): boolean {
  return ends.some(end => end === state)
}

const open = ['received', 'filed', 'dispatched', 'disputed', 'handling', 'answered', 'checked', 'suspended'] as const satisfies readonly CaseState[]
const withUnit = ['dispatched', 'handling'] as const satisfies readonly CaseState[]
const any = [...open, 'closed', ...ends] as const satisfies readonly CaseState[]

/** From which states a move may be made, in every type. `received` makes the case. */
const from = {
  received: [],
  amended: open,
  refused: ['received'],
  filed: ['received'],
  dispatched: ['received', 'filed'],
  signed: ['dispatched'],
  contacted: withUnit,
  returned: withUnit,
  arbitrated: ['disputed'],
  transferred: withUnit,
  'co-asked': withUnit,
  'co-answered': ['dispatched', 'handling', 'answered', 'suspended'],
  'co-released': withUnit,
  delegated: withUnit,
  noted: any,
  answered: ['handling'],
  checked: ['answered'],
  closed: ['answered', 'checked'],
  'called-back': ['closed'],
  excluded: ['closed', 'settled'],
  settled: ['closed'],
  reopened: ['closed', 'settled'],
  rated: ['closed', 'settled'],
  'extension-asked': withUnit,
  'extension-decided': withUnit,
  'suspension-asked': withUnit,
  'suspension-decided': withUnit,
  resumed: ['suspended'],
  merged: open,
  absorbed: open,
  voided: open,
  'jointly-supervised': open,
  warned: open,
  escalated: open,
  upgraded: open,
} as const satisfies Record<CaseEventKind, readonly CaseState[]>

/** Who may make a move where the type says nothing else. */
export const usualParties = {
  received: ['reporter', 'desk', 'program'],
  amended: ['desk'],
  refused: ['desk'],
  filed: ['desk'],
  dispatched: ['desk', 'program'],
  signed: ['lead'],
  contacted: ['lead'],
  returned: ['lead'],
  arbitrated: ['arbitrator'],
  transferred: ['lead-head', 'desk'],
  'co-asked': ['lead', 'desk'],
  'co-answered': ['co-unit'],
  'co-released': ['lead', 'desk'],
  delegated: ['lead'],
  noted: ['desk', 'lead', 'co-unit', 'checker', 'caller', 'supervisor', 'reporter'],
  answered: ['lead'],
  checked: ['checker'],
  closed: ['desk', 'checker', 'program'],
  'called-back': ['caller'],
  excluded: ['supervisor'],
  settled: ['caller', 'program'],
  reopened: ['reporter', 'desk', 'caller'],
  rated: ['reporter'],
  'extension-asked': ['lead'],
  'extension-decided': ['desk', 'supervisor'],
  'suspension-asked': ['lead'],
  'suspension-decided': ['desk', 'supervisor'],
  resumed: ['lead', 'desk', 'program'],
  merged: ['desk'],
  absorbed: ['program'],
  voided: ['desk'],
  'jointly-supervised': ['supervisor'],
  warned: ['program'],
  escalated: ['program'],
  upgraded: ['program'],
} as const satisfies Record<CaseEventKind, readonly Party[]>

export const moveKinds = Object.keys(from) as readonly CaseEventKind[] // its keys are the kinds

/** Who may make this move in this type; nobody where the move does not exist in it. */
export function partiesOf(type: Pick<CaseType, 'may' | 'steps'>, kind: CaseEventKind): readonly Party[] {
  const { steps } = type
  if (!steps.file && kind === 'filed') return []
  if (!steps.sign && kind === 'signed') return []
  if (!steps.check && kind === 'checked') return []
  if (!steps.callBack && (kind === 'called-back' || kind === 'settled')) return []
  return type.may[kind] ?? usualParties[kind]
}

/** The states from which a move may be made in this type. */
export function statesBefore(type: Pick<CaseType, 'may' | 'steps'>, kind: CaseEventKind): readonly CaseState[] {
  if (partiesOf(type, kind).length === 0) return []
  const states: readonly CaseState[] = from[kind]
  switch (kind) {
    // What must be filed first is not dispatched before; what must be checked is not closed before.
    case 'dispatched': return type.steps.file ? states.filter(s => s !== 'received') : states
    case 'closed': return type.steps.check ? states.filter(s => s !== 'answered') : states
    default: return states
  }
}

/** What a case needs to know of itself for its next state. */
type Standing = { readonly state: CaseState; readonly resumesTo: CaseState | null }

/** The state after a move that may be made. */
export function stateAfter(type: Pick<CaseType, 'steps'>, { state, resumesTo }: Standing, event: CaseEvent): CaseState {
  switch (event.kind) {
    case 'received': return 'received'
    case 'refused': return 'refused'
    case 'filed': return 'filed'
    case 'dispatched':
    case 'arbitrated':
    case 'transferred': return type.steps.sign ? 'dispatched' : 'handling'
    case 'signed': return 'handling'
    case 'returned': return 'disputed'
    case 'answered': return 'answered'
    case 'checked': return event.passed ? 'checked' : 'handling'
    case 'closed': return type.steps.callBack ? 'closed' : 'settled'
    case 'called-back': return event.rework ? 'handling' : event.reached ? 'settled' : 'closed'
    case 'settled': return 'settled'
    case 'reopened': return 'handling'
    case 'suspension-decided': return event.granted ? 'suspended' : state
    case 'resumed': return resumesTo ?? 'handling'
    case 'merged': return 'merged'
    case 'voided': return 'voided'
    case 'amended':
    case 'contacted':
    case 'co-asked':
    case 'co-answered':
    case 'co-released':
    case 'delegated':
    case 'noted':
    case 'excluded':
    case 'rated':
    case 'extension-asked':
    case 'extension-decided':
    case 'suspension-asked':
    case 'absorbed':
    case 'jointly-supervised':
    case 'warned':
    case 'escalated':
    case 'upgraded': return state
  }
}
