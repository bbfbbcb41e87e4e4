import { z } from 'zod'
import { Label } from '../../kernel/label.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { LedgerDay, PlainText } from '../indicators/contract.ts'
import { Key, Money, MoneyChange, Name, Remark, Words } from './fields-schema.ts'

/** 合同 of a project: works 施工, design 勘察设计, supervision 监理, supply 设备材料采购, other 其他. */
export const ContractKind = z.enum(['works', 'design', 'supervision', 'supply', 'other'])
export type ContractKind = z.infer<typeof ContractKind>

/**
 * An approval (审批事项) that a kind of project needs: who grants it and within how many working days of their own. It waits only for those
 * in `after`; all others run side by side (并联). Each district's pack sets its own.
 */
export const ApprovalLine = z.object({ key: Key, name: Label, grants: Label, limit: z.int().min(1).max(500), after: z.array(Key).max(20) })
export type ApprovalLine = z.infer<typeof ApprovalLine>

/**
 * The rules of the library (项目库): after how many days in a phase a project is old (null: never), and how many times of what was
 * started in a year the reserve is to hold at least, by number and by money.
 */
export const PoolRules = z.object({ ageLimitDays: z.object({ planned: z.int().min(1).nullable(), reserved: z.int().min(1).nullable(), started: z.int().min(1).nullable(), operating: z.int().min(1).nullable() }), replenish: z.number().positive().max(100) })
export type PoolRules = z.infer<typeof PoolRules>

const ContractNumber = PlainText(60).min(1)
const Count = z.int().min(0).max(10_000_000)
/** Square metres, to a hundredth. */
const Area = z.number().min(0).max(1_000_000_000).refine(value => Math.abs(value * 100 - Math.round(value * 100)) < 1e-3, { error: '面积最多两位小数 at most two decimals' })

/** Households 户, area of land in m², area of buildings to be torn down in m². */
const planned = { households: Count, area: Area, buildings: Area }
/** All that was reached by a day, not since the last one. */
const told = { signed: Count, cleared: Count, area: Area, demolished: Area }

/** Contracts, land, and approvals: what people bring about. */
export const workActs = [
  z.object({ kind: z.literal('contract-signed'), number: ContractNumber, what: Name, of: ContractKind, party: Name, amount: Money, on: LedgerDay }),
  /** 变更: more, or less below nought. */
  z.object({ kind: z.literal('contract-changed'), number: ContractNumber, by: MoneyChange, reason: Words, approval: PlainText(120).min(2), on: LedgerDay }),
  /** 结算: what it came to in the end. */
  z.object({ kind: z.literal('contract-closed'), number: ContractNumber, account: Money, on: LedgerDay }),
  /** Entered by mistake. */
  z.object({ kind: z.literal('contract-struck'), number: ContractNumber, reason: Words }),
  z.object({ kind: z.literal('land-planned'), ...planned, ground: Words }),
  /** `reason`: why less is told than before; empty where nothing is. */
  z.object({ kind: z.literal('land-told'), on: LedgerDay, ...told, reason: Remark }),
  z.object({ kind: z.literal('approval-applied'), line: Key, on: LedgerDay, note: Remark }),
  /** 退回补正: the clock of the office stands still until it is applied for again. */
  z.object({ kind: z.literal('approval-returned'), line: Key, on: LedgerDay, reason: Words }),
  z.object({ kind: z.literal('approval-granted'), line: Key, on: LedgerDay, reference: PlainText(200).min(2) }),
  z.object({ kind: z.literal('approval-not-needed'), line: Key, on: LedgerDay, reason: Words }),
  /** The last step of a line was entered by mistake. */
  z.object({ kind: z.literal('approval-taken-back'), line: Key, reason: Words }),
] as const
export const WorkAct = z.discriminatedUnion('kind', workActs)
export type WorkAct = z.infer<typeof WorkAct>

const workKinds: ReadonlySet<string> = new Set(workActs.map(act => act.shape.kind.value))

/** Is it about contracts, land or approvals? */
export const isWork = (event: { readonly kind: string }): event is WorkAct => workKinds.has(event.kind)

/** A contract as it stands. */
export const ProjectContract = z.object({
  number: z.string(), what: z.string(), of: ContractKind, party: z.string(), amount: z.number(), on: Day,
  changes: z.array(z.object({ by: z.number(), reason: z.string(), approval: z.string(), on: Day })).readonly(),
  closed: z.object({ account: z.number(), on: Day }).nullable(),
}).readonly()
export type ProjectContract = z.infer<typeof ProjectContract>

export const LandPlanned = z.object(planned).readonly()
export type LandPlanned = z.infer<typeof LandPlanned>
export const LandTold = z.object({ on: Day, ...told, reason: z.string(), by: z.string(), at: Instant }).readonly()
export type LandTold = z.infer<typeof LandTold>
/** 征地拆迁: what is to be taken and cleared, and how far it is, day by day. */
export type Land = { readonly planned: LandPlanned | null; readonly told: readonly LandTold[] }

/** A step of an approval: `words` are the note, the reason, or the number of the paper. */
export type ApprovalStep = { readonly kind: 'applied' | 'returned' | 'granted' | 'not-needed'; readonly on: Day; readonly words: string }
export type Approvals = readonly { readonly line: string; readonly steps: readonly ApprovalStep[] }[]
