import { type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Fund, type Happened, type Listing, type MonthTold, type Node, type NodeEvidence, type Override, type Phase, type PlannedNode, type ProjectEvent, type ProjectPlace, type YearPlan } from '../schema.ts'
import { type z } from 'zod'
import { type Approvals, isWork, type Land, type ProjectContract, type WorkAct } from '../works-schema.ts'
import { approvalsAfter } from './approvals.ts'
import { contractsAfter } from './contracts.ts'
import { landAfter } from './land.ts'

/** A project as it stands: the fold of what happened to it. Money in 10 000 yuan. */
export type Project = {
  readonly code: string
  /** All it was called, with since when; the last is what it is called now. */
  readonly names: readonly { readonly name: string; readonly from: Day }[]
  readonly of: string
  readonly phase: Phase
  readonly phases: readonly { readonly phase: Phase; readonly on: Day }[]
  readonly what: string
  readonly place: ProjectPlace
  readonly total: number | null
  readonly owner: Id
  readonly leader: string | null
  readonly contractor: string | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly listings: readonly Listing[]
  readonly nodes: readonly Node[]
  readonly years: readonly YearPlan[]
  readonly months: readonly MonthTold[]
  readonly funds: readonly { readonly fund: z.infer<typeof Fund>; readonly amount: number; readonly ground: string }[]
  readonly override: z.infer<typeof Override> | null
  /** Other projects it came of, was divided into, or took in. */
  readonly kin: readonly { readonly how: 'absorbed' | 'split' | 'came-of'; readonly other: Id; readonly name: string; readonly on: Day }[]
  /** Over, without having been finished: merged into another, or withdrawn. */
  readonly ended: { readonly on: Day; readonly into: Id | null; readonly intoName: string | null; readonly reason: string } | null
  readonly visits: readonly { readonly on: Day; readonly by: string; readonly at: Instant; readonly words: string }[]
  readonly contracts: readonly ProjectContract[]
  readonly land: Land
  readonly approvals: Approvals
  readonly seq: number
}

export function projectOf(events: readonly Happened[]): Project | null {
  return events.reduce<Project | null>(applied, null)
}

export const nameOf = (project: Pick<Project, 'names'>) => project.names.at(-1)?.name ?? ''

const asNode = (node: PlannedNode): Node => ({ ...node, forecast: null, reached: null, evidence: [] })

/** One step of the fold. */
export function applied(project: Project | null, { seq, at, by, event }: Happened): Project | null {
  if (event.kind === 'made') return madeFrom(event, seq)
  if (!project) return null
  return { ...project, ...changeOf(project, event, at, by), seq }
}

function madeFrom({ name, of, phase, on, nodes, code, what, place, total, owner, leader, contractor, startsOn, endsOn }: Extract<ProjectEvent, { kind: 'made' }>, seq: number): Project {
  return { code, names: [{ name, from: on }], of, phase, phases: [{ phase, on }], what, place, total, owner, leader, contractor, startsOn, endsOn, listings: [], nodes: nodes.map(asNode), years: [], months: [], funds: [], override: null, kin: [], ended: null, visits: [], contracts: [], land: { planned: null, told: [] }, approvals: [], seq }
}

function changeOf(project: Project, event: Exclude<ProjectEvent, { kind: 'made' }>, at: Instant, by: Happened['by']): Partial<Project> {
  const who = by?.name ?? '系统'
  if (isWork(event)) return workOf(project, event, who, at)
  const node = (key: string, change: Partial<Node>) => ({ nodes: project.nodes.map(one => (one.key === key ? { ...one, ...change } : one)) })
  const month = (key: string, change: Partial<MonthTold>) => ({ months: project.months.map(one => (one.month === key ? { ...one, ...change } : one)) })
  switch (event.kind) {
    case 'renamed': return { names: [...project.names, { name: event.name, from: event.from }].toSorted((a, b) => a.from.localeCompare(b.from)) }
    case 'described': return given(event)
    case 'listed': return { listings: [...project.listings, { list: event.list, year: event.year }] }
    case 'unlisted': return { listings: project.listings.filter(l => l.list !== event.list || l.year !== event.year) }
    case 'phased': return { phase: event.phase, phases: [...project.phases, { phase: event.phase, on: event.on }] }
    case 'merged': return { ended: { on: event.on, into: event.into, intoName: event.name, reason: event.reason } }
    case 'absorbed':
    case 'came-of': return { kin: [...project.kin, { how: event.kind, other: event.other, name: event.name, on: event.on }] }
    case 'split': return { kin: [...project.kin, { how: 'split', other: event.into, name: event.name, on: event.on }] }
    case 'nodes-planned': return { nodes: replanned(project.nodes, event.nodes) }
    case 'node-forecast': return node(event.node, { forecast: event.on })
    case 'node-reached': return node(event.node, { reached: event.on, evidence: evidenceOf(project, event.node, event.evidence) })
    case 'node-reopened': return node(event.node, { reached: null })
    case 'year-planned': return { years: [...project.years.filter(y => y.year !== event.year), { year: event.year, total: event.total, months: event.months }].toSorted((a, b) => a.year - b.year) }
    case 'month-told': return { months: [...project.months.filter(m => m.month !== event.month), { month: event.month, amount: event.amount, state: 'told' as const, person: by?.person ?? null, by: who, at, note: event.note, approvedBy: null, reason: null }].toSorted((a, b) => a.month.localeCompare(b.month)) }
    case 'month-approved': return month(event.month, { state: 'approved', approvedBy: who, reason: null })
    case 'month-returned': return month(event.month, { state: 'returned', reason: event.reason })
    case 'funded': return { funds: [...project.funds.filter(f => f.fund !== event.fund), ...(event.amount > 0 ? [{ fund: event.fund, amount: event.amount, ground: event.ground }] : [])] }
    case 'light-overridden': return { override: { light: event.light, until: event.until, reason: event.reason, by: who, at } }
    case 'override-ended': return { override: null }
    case 'visited': return { visits: [...project.visits, { on: event.on, by: who, at, words: event.words }] }
    case 'ended': return { ended: { on: event.on, into: null, intoName: null, reason: event.reason } }
  }
}

/** Contracts, land and approvals after an act. */
function workOf(project: Project, event: WorkAct, who: string, at: Instant): Partial<Project> {
  switch (event.kind) {
    case 'contract-signed':
    case 'contract-changed':
    case 'contract-closed':
    case 'contract-struck': return { contracts: contractsAfter(project.contracts, event) }
    case 'land-planned':
    case 'land-told': return { land: landAfter(project.land, event, who, at) }
    case 'approval-applied':
    case 'approval-returned':
    case 'approval-granted':
    case 'approval-not-needed':
    case 'approval-taken-back': return { approvals: approvalsAfter(project.approvals, event) }
  }
}

/** Only what was given: a field that is there but undefined changes nothing. */
function given({ kind: _kind, reason: _reason, ...set }: Extract<ProjectEvent, { kind: 'described' }>): Partial<Project> {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}

/** A new plan keeps what was already reached, foreseen and shown of nodes that stay. */
function replanned(before: readonly Node[], planned: readonly PlannedNode[]): Node[] {
  return planned.map(node => ({ ...asNode(node), ...keptOf(before.find(old => old.key === node.key)) }))
}

const keptOf = (old: Node | undefined) => (old ? { forecast: old.forecast, reached: old.reached, evidence: old.evidence } : {})
const evidenceOf = (project: Project, key: string, more: readonly z.infer<typeof NodeEvidence>[]) => [...(project.nodes.find(node => node.key === key)?.evidence ?? []), ...more]
