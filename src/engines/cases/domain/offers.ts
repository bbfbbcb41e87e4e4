import { type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { dueAfter } from '../../../kernel/work-time.ts'
import { type CaseEventKind, type CaseState, type CaseType, type Party } from '../schema.ts'
import { type Case } from './case.ts'
import { isEnd, partiesOf } from './machine.ts'

/** What a page offers first: what brings a case on, then what is asked or noted beside it, then what hands it on, and last what ends it otherwise. */
const likely: readonly CaseEventKind[] = [
  'extension-decided', 'suspension-decided', 'signed', 'arbitrated', 'filed', 'dispatched', 'co-answered', 'answered', 'checked', 'closed', 'called-back', 'resumed', 'settled',
  'contacted', 'noted', 'co-asked', 'delegated', 'transferred', 'returned', 'extension-asked', 'suspension-asked', 'co-released', 'amended', 'reopened', 'merged', 'jointly-supervised', 'excluded', 'refused', 'voided',
]
/** Among these one is the act that the page is there for. */
const onward = new Set(likely.slice(0, likely.indexOf('contacted')))

/** What offering needs to know of a type. */
type Offering = Pick<CaseType, 'extensions' | 'reopenWithin' | 'returnWithin' | 'before'>

/** The moves that a page offers of those that somebody may make (`movesFor`), the likeliest first, without those that would be refused for what the case is; and the one that it is there for. */
export function offersFor(type: Offering, present: Case, moves: readonly CaseEventKind[], now: Instant): { readonly kinds: readonly CaseEventKind[]; readonly first: CaseEventKind | null } {
  const kinds = likely.filter(kind => moves.includes(kind) && makesSense(type, present, kind, now))
  return { kinds, first: kinds.find(kind => onward.has(kind)) ?? null }
}

function makesSense(type: Offering, present: Case, kind: CaseEventKind, now: Instant): boolean {
  const { asked, co } = present
  if (type.before?.[kind]?.some(first => !present.done.includes(first))) return false
  switch (kind) {
    case 'extension-decided': return asked?.what === 'extension'
    case 'suspension-decided': return asked?.what === 'suspension'
    case 'extension-asked': return asked === null && present.extended < type.extensions
    case 'suspension-asked': return asked === null
    case 'returned': return !present.floor && !(type.returnWithin && present.leadSince && now > dueAfter(present.leadSince, type.returnWithin).at)
    case 'co-released': return co.length > 0
    case 'co-answered': return co.some(one => one.answeredAt === null)
    case 'answered': return co.every(one => one.answeredAt !== null)
    case 'excluded': return !present.excluded
    case 'reopened': return type.reopenWithin !== null && present.closedAt !== null && now <= dueAfter(present.closedAt, type.reopenWithin).at
    default: return true
  }
}

/** What is to happen next in a state; whoever may do it has the turn. */
const nextMove = {
  received: 'filed', filed: 'dispatched', dispatched: 'signed', disputed: 'arbitrated', handling: 'answered', answered: 'checked', checked: 'closed', closed: 'called-back', suspended: 'resumed', refused: null, settled: null, voided: null, merged: null,
} as const satisfies Record<CaseState, CaseEventKind | null>
/** What comes instead where a type leaves a step out. */
const instead: Partial<Record<CaseEventKind, CaseEventKind>> = { filed: 'dispatched', signed: 'answered', checked: 'closed', 'called-back': 'settled' }

/** Who must act next (轮到谁办): the first party that may, with the unit where it is the lead; null at an end. What was asked for waits for who decides it. */
export function turnOf(type: Pick<CaseType, 'may' | 'steps'>, present: Pick<Case, 'state' | 'lead' | 'asked'>): { readonly party: Party; readonly unit: Id | null } | null {
  if (isEnd(present.state)) return null
  const next: CaseEventKind | null = present.asked ? `${present.asked.what}-decided` : nextMove[present.state]
  const [party] = next === null ? [] : [partiesOf(type, next), partiesOf(type, instead[next] ?? next)].flat()
  return party === undefined ? null : { party, unit: party === 'lead' ? present.lead : null }
}
