import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Light, Verdict } from '../../kernel/light.ts'
import { Source } from '../../kernel/source.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { LedgerDay, PlainText } from '../indicators/contract.ts'
import { Key, Money, Name, Remark, Words } from './fields-schema.ts'
import { ApprovalLine, PoolRules, workActs } from './works-schema.ts'

/** The four batches: planned 谋划, reserved 储备, started 开工, in operation 投产. The reports never list them: ours, and each district names them itself. */
export const Phase = z.enum(['planned', 'reserved', 'started', 'operating'])
export type Phase = z.infer<typeof Phase>

/** A month, `2025-03`. */
export const Month = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, { error: '应为月份，如2025-03 a month such as 2025-03' })
export type Month = string

const Year = z.int().min(2000).max(2100)

/** A file or number that shows that something was done. */
export const NodeEvidence = z.object({ what: PlainText(200), reference: PlainText(200).nullable() })

/** A node (节点) as it is planned: what is to be reached by when, after which others. Weights are compared with one another only. */
export const PlannedNode = z.object({
  key: Key, name: PlainText(60), weight: z.number().min(0).max(1000), planned: LedgerDay,
  /** Keys of the nodes that must be reached before. */
  after: z.array(Key).max(20),
})
export type PlannedNode = z.infer<typeof PlannedNode>

/** A node of a kind of project: `share` of the time from start to end at which it is planned. */
export const NodeTemplate = z.object({ key: Key, name: Label, weight: z.number().min(0).max(1000), share: z.number().min(0).max(1), after: z.array(Key).max(20) })
export type NodeTemplate = z.infer<typeof NodeTemplate>

/** A kind of project, brought by a pack as data: construction with 11 nodes, a decision with 4, investment attraction with 3. */
export const ProjectKind = z.object({ key: Key, name: Label, what: Label, nodes: z.array(NodeTemplate), approvals: z.array(ApprovalLine).max(40).optional() })
export type ProjectKind = z.infer<typeof ProjectKind>

/** A yearly list (清单) of projects: the district's own, the city's, the campaign's. A project stands in several, in each once a year. */
export const ProjectList = z.object({ key: Key, name: Label, what: Label })
export type ProjectList = z.infer<typeof ProjectList>

const Bounds = z.object({ slipping: z.number().min(0), offPace: z.number().min(0) })

/**
 * The rule behind a project's light, as data of the district. A lag is in points of the year's plan, days count from the
 * planned day of a node, or from the day on which a blocker was raised; `toldBy` is the day of the next month by which a month's
 * investment must be told. `worst`: the worst of the three speaks; `weighted`: 0 for on pace, 1 for slipping and 2 for off pace
 * are weighed, and their mean is held against `bounds`.
 */
export const LightRule = z.object({
  lag: Bounds, node: Bounds, blocker: Bounds, toldBy: z.int().min(1).max(28),
  judged: z.discriminatedUnion('by', [
    z.object({ by: z.literal('worst') }),
    z.object({ by: z.literal('weighted'), weights: z.object({ money: z.number().min(0), nodes: z.number().min(0), blockers: z.number().min(0) }), bounds: Bounds }),
  ]),
})
export type LightRule = z.infer<typeof LightRule>

/** Everything about projects that packs bring. `team`: with `one`, building begins only with one task force that has a plan (一项目一方案一专班); with `free`, task forces bind nothing. */
export const ProjectRules = z.object({ phases: z.record(Phase, Label), kinds: z.array(ProjectKind), lists: z.array(ProjectList), light: LightRule, pool: PoolRules.optional(), team: z.enum(['one', 'free']).default('free') })
export type ProjectRules = z.infer<typeof ProjectRules>

/** Where it is: words, the street or community, a point (WGS84). */
export const ProjectPlace = z.object({ unit: Id.nullable(), address: PlainText(200).nullable(), point: z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable() })
export type ProjectPlace = z.infer<typeof ProjectPlace>

/** Where the money comes from: budget 财政预算, special bonds 专项债券, special treasury bonds 超长期特别国债, enterprise 企业自筹, loans 银行贷款. */
export const Fund = z.enum(['budget', 'special-bond', 'treasury-bond', 'enterprise', 'loan', 'other'])
export type Fund = z.infer<typeof Fund>

const Described = {
  what: Remark, place: ProjectPlace, total: Money.nullable(), owner: Id, leader: PlainText(60).nullable(), contractor: PlainText(120).nullable(), startsOn: LedgerDay.nullable(), endsOn: LedgerDay.nullable(),
}

/** 并入: it goes on as part of another, which knows of it. 拆分: another came out of it. */
const another = { into: Id, on: LedgerDay, reason: Words }
const Merged = z.object({ kind: z.literal('merged'), ...another })
const Split = z.object({ kind: z.literal('split'), ...another })

/** What people bring about, and what is written down just so. */
const acts = [
  z.object({ kind: z.literal('renamed'), name: Name, from: LedgerDay, ground: Words }),
  z.object({ kind: z.literal('described'), what: Described.what.optional(), place: ProjectPlace.optional(), total: Money.nullable().optional(), owner: Id.optional(), leader: Described.leader.optional(), contractor: Described.contractor.optional(), startsOn: LedgerDay.nullable().optional(), endsOn: LedgerDay.nullable().optional(), reason: Words }),
  z.object({ kind: z.literal('listed'), list: Key, year: Year, ground: Remark }),
  z.object({ kind: z.literal('unlisted'), list: Key, year: Year, reason: Words }),
  z.object({ kind: z.literal('phased'), phase: Phase, on: LedgerDay, words: Words }),
  z.object({ kind: z.literal('nodes-planned'), nodes: z.array(PlannedNode).max(60), reason: Words }),
  z.object({ kind: z.literal('node-forecast'), node: Key, on: LedgerDay.nullable(), reason: Words }),
  z.object({ kind: z.literal('node-reached'), node: Key, on: LedgerDay, evidence: z.array(NodeEvidence).max(10) }),
  z.object({ kind: z.literal('node-reopened'), node: Key, reason: Words }),
  /** The year's plan: a whole, and its months where they are planned (they add up to it). */
  z.object({ kind: z.literal('year-planned'), year: Year, total: Money, months: z.array(Money).length(12).nullable(), reason: Remark }),
  z.object({ kind: z.literal('month-told'), month: Month, amount: Money, note: Remark }),
  z.object({ kind: z.literal('month-approved'), month: Month }),
  z.object({ kind: z.literal('month-returned'), month: Month, reason: Words }),
  z.object({ kind: z.literal('funded'), fund: Fund, amount: Money, ground: Remark }),
  z.object({ kind: z.literal('light-overridden'), light: Light, until: LedgerDay, reason: Words }),
  z.object({ kind: z.literal('override-ended'), reason: Words }),
  /** What somebody saw on the site. */
  z.object({ kind: z.literal('visited'), on: LedgerDay, words: Words }),
  z.object({ kind: z.literal('ended'), on: LedgerDay, reason: Words }),
  ...workActs,
] as const
export const ProjectAct = z.discriminatedUnion('kind', [Merged, Split, ...acts])
export type ProjectAct = z.infer<typeof ProjectAct>

/** What happened to a project. Append-only; `domain/project.ts` folds it into the present state. What the program writes into the other of two projects stands before the acts. */
export const ProjectEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), code: PlainText(40), name: Name, of: Key, phase: Phase, on: LedgerDay, ...Described, nodes: z.array(PlannedNode).max(60), source: Source }),
  z.object({ kind: z.literal('absorbed'), other: Id, name: PlainText(120), on: LedgerDay }),
  z.object({ kind: z.literal('came-of'), other: Id, name: PlainText(120), on: LedgerDay }),
  // With what the other was called then.
  Merged.extend({ name: PlainText(120) }),
  Split.extend({ name: PlainText(120) }),
  ...acts,
])
export type ProjectEvent = z.infer<typeof ProjectEvent>
export type ProjectEventKind = ProjectEvent['kind']

/** An event with when it happened and by whom. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string } | null; readonly event: ProjectEvent }

/** A node as it stands. `forecast` is what those who do the work expect. */
export const Node = PlannedNode.extend({ forecast: Day.nullable(), reached: Day.nullable(), evidence: z.array(NodeEvidence) })
export type Node = z.infer<typeof Node>

export const YearPlan = z.object({ year: z.int(), total: z.number(), months: z.array(z.number()).nullable() })
export type YearPlan = z.infer<typeof YearPlan>

/** Investment done in a month. Only what was approved counts. */
export const MonthTold = z.object({ month: Month, amount: z.number(), state: z.enum(['told', 'approved', 'returned']), person: Id.nullable(), by: z.string(), at: Instant, note: z.string(), approvedBy: z.string().nullable(), reason: z.string().nullable() })
export type MonthTold = z.infer<typeof MonthTold>

export const Listing = z.object({ list: z.string(), year: z.int() })
export type Listing = z.infer<typeof Listing>

export const Override = z.object({ light: Light, until: Day, reason: z.string(), by: z.string(), at: Instant })

/** A matter in the way of a project (堵点): a case, with since when and whether it is over. */
export const Blocker = z.object({ case: Id, kind: z.string(), title: z.string(), raisedOn: Day, open: z.boolean() })
export type Blocker = z.infer<typeof Blocker>

/** What the light is made of, each a verdict of its own. */
export const ProjectVerdict = z.object({ whole: Verdict, money: Verdict, nodes: Verdict, blockers: Verdict }).readonly()
export type ProjectVerdict = z.infer<typeof ProjectVerdict>
