import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Period } from '../../../kernel/period.ts'
import { Source } from '../../../kernel/source.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { Role } from '../../org/schema.ts'
import { Particular, Telling } from './particulars-schema.ts'

/** What a line must have before the list is complete: a measurable target, a lead unit, evidence, acceptance, the columns that its kind requires. */
export const LedgerNeed = z.enum(['measure', 'lead', 'evidence', 'acceptance', 'particulars'])
export type LedgerNeed = z.infer<typeof LedgerNeed>

export const ledgerNeedLabels = {
  measure: { zh: '可计量目标', en: 'a measurable target' },
  lead: { zh: '牵头单位', en: 'a lead unit' },
  evidence: { zh: '佐证材料', en: 'evidence' },
  acceptance: { zh: '验收', en: 'acceptance' },
  particulars: { zh: '必填栏目', en: 'required columns' },
} as const satisfies Record<LedgerNeed, Label>

/** Columns a list shows beside the line itself, its target, its figure and its light. */
export const LedgerColumn = z.enum(['lead', 'due', 'weight', 'evidence', 'acceptance'])
export type LedgerColumn = z.infer<typeof LedgerColumn>

/** One step of acceptance (验收) and who takes it. Whoever leads or helps with a line never takes it, whatever the post. */
export const AcceptanceStep = z.object({ name: Label, roles: z.array(Role).min(1) })
export type AcceptanceStep = z.infer<typeof AcceptanceStep>

/**
 * A kind of ledger (台账), brought by a pack as data: the ten livelihood matters, a five-year plan, the list of inspections.
 * Everything that makes one list different from another stands here.
 */
export const LedgerKind = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: Label,
  what: Label,
  /** What one line is called: 事项, 指标, 检查考核. */
  line: Label,
  span: z.enum(['year', 'five-year']),
  /** Are the lines commitments of the plan, or targets of indicators? */
  of: z.enum(['commitment', 'target']),
  /** How many lines there should be; null where any number will do. */
  expected: z.int().min(1).nullable(),
  /** Is the number of lines capped from above? The cap itself belongs to the ledger of a year, with the paper that sets it. */
  capped: z.boolean(),
  /** Is there only one for a year? A second one would get round its cap. */
  onePerSpan: z.boolean(),
  needs: z.array(LedgerNeed),
  /** Steps of acceptance in order; none where the kind asks for no acceptance. */
  acceptance: z.array(AcceptanceStep),
  /** How the whole is judged: by its worst line, by the share of lines that are done, or by the weighted share done. */
  judged: z.enum(['worst', 'share-done', 'weighted']),
  public: z.boolean(),
  columns: z.array(LedgerColumn),
  /** Words in the heading of a paper's part or annex that bring such a list. */
  annex: z.array(z.string().min(2)),
  /** The year of the span in which the mid-term evaluation (中期评估) is made: 3 for the third. */
  evaluatedInYear: z.int().min(1).max(10).nullable(),
  /** Columns of its own (台账栏目) whose values are told of each line: numbers, shares of two numbers, stages, days, words. */
  particulars: z.array(Particular).max(20).default([]),
  /** Key of the choice or the words by which lines are put together, with a sum for each group: batch, action, fund. */
  groupBy: z.string().nullable().default(null),
  /** Key of the share or the stage that is the progress of a line: who tells it tells the progress of its commitment with it, and nothing twice. */
  measuredBy: z.string().nullable().default(null),
  /** Key of the type of cases in which the things that a line counts are followed one by one. */
  casesOf: z.string().nullable().default(null),
})
export type LedgerKind = z.infer<typeof LedgerKind>

/** A kind as a pack writes it: what it has no columns of its own for is left out. */
export type LedgerKindGiven = z.input<typeof LedgerKind>

const Words = z.string().trim().min(1).max(300)
export const YearValue = z.object({ year: z.int().min(1900).max(2100), value: z.number().min(-1e15).max(1e15) })
export type YearValue = z.infer<typeof YearValue>

/** The yearly path (年度路径) of an indicator set by hand: its base value, and the value due at the end of each year. Empty: worked out. */
export const YearlyPath = z.object({ base: YearValue.nullable(), own: z.array(YearValue).max(10), ground: Words.nullable() })
export type YearlyPath = z.infer<typeof YearlyPath>

/** A ledger: a named list over commitments or targets of a year or of a span of years. */
export const Ledger = z.object({
  id: Id,
  kind: LedgerKind.shape.key,
  span: Period,
  title: Words,
  cap: z.int().min(1).max(10_000).nullable(),
  source: Source,
  version: z.int().min(1),
})
export type Ledger = z.infer<typeof Ledger>

/** How far an indicator of a five-year plan has come, in one word. */
export const MidTermVerdict = z.enum(['far-behind', 'behind', 'on-path', 'ahead', 'no-figure', 'no-number'])
export type MidTermVerdict = z.infer<typeof MidTermVerdict>

/** One indicator in a mid-term evaluation, with everything the verdict rests on. */
export const MidTermLine = z.object({
  line: Id, code: z.string(), name: Label, nature: z.enum(['binding', 'expected']), unit: z.string(), base: YearValue.nullable(), target: z.number().nullable(), words: z.string(),
  expected: z.number().nullable(), actual: z.number().nullable(), actualYear: z.int().nullable(), reached: z.number().nullable(), due: z.number().nullable(), gap: z.number().nullable(), verdict: MidTermVerdict, because: Label,
})
export type MidTermLine = z.infer<typeof MidTermLine>

/** A mid-term evaluation as it was concluded: a frozen decision with its inputs. */
export const MidTerm = z.object({ id: Id, year: z.int(), at: Instant, by: z.string(), opinion: z.string().trim().min(4).max(2000), lines: z.array(MidTermLine) })
export type MidTerm = z.infer<typeof MidTerm>

/** What happened to a ledger as a whole. */
export const LedgerEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), ledger: Ledger.omit({ version: true }) }),
  z.object({ kind: z.literal('retitled'), title: Words, reason: Words }),
  z.object({ kind: z.literal('capped'), cap: z.int().min(1), reason: Words }),
  z.object({ kind: z.literal('evaluated'), midTerm: MidTerm }),
  z.object({ kind: z.literal('removed'), reason: Words }),
])
export type LedgerEvent = z.infer<typeof LedgerEvent>

/** A file that proves something, kept with its first bytes checked. */
export const EvidenceFile = z.object({ id: Id, name: z.string().min(1).max(200), mime: z.string(), size: z.int().min(1) })
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** One piece of evidence (佐证材料): what it shows, its document number or its file, the day it speaks of, and who brought it. */
export const Evidence = z.object({
  id: Id, what: Words, number: z.string().max(100).nullable(), on: Day, note: z.string().max(1000).nullable(), file: EvidenceFile.nullable(),
  at: Instant, by: z.string(), person: Id.nullable(), withdrawn: z.object({ at: Instant, by: z.string(), reason: Words }).nullable(),
})
export type Evidence = z.infer<typeof Evidence>

export const AcceptanceDecision = z.enum(['accepted', 'partly', 'refused'])
export type AcceptanceDecision = z.infer<typeof AcceptanceDecision>

/** How far acceptance has come: nothing proposed, waiting at a step, or decided. */
export const AcceptanceState = z.enum(['none', 'proposed', ...AcceptanceDecision.options])
export type AcceptanceState = z.infer<typeof AcceptanceState>

export const acceptanceLabels = {
  none: { zh: '未申请验收', en: 'Not put forward' },
  proposed: { zh: '待验收', en: 'Awaiting acceptance' },
  accepted: { zh: '验收通过', en: 'Accepted' },
  partly: { zh: '部分通过', en: 'Accepted in part' },
  refused: { zh: '验收未通过', en: 'Not accepted' },
} as const satisfies Record<AcceptanceState, Label>

export const Acceptance = z.object({ state: AcceptanceState, /** Steps passed since it was put forward. */ step: z.int().min(0), at: Instant.nullable(), by: z.string().nullable(), proposer: Id.nullable(), /** Share accepted, where only a part was. */ share: z.number().min(0).max(1).nullable(), note: z.string().nullable() })
export type Acceptance = z.infer<typeof Acceptance>

/** What happened to a line of a ledger. */
export const LineEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), line: z.object({ id: Id, ledger: Id, commitment: Id.nullable(), target: Id.nullable(), position: z.int().min(1) }) }),
  z.object({ kind: z.literal('set'), position: z.int().min(1).optional(), weight: z.number().min(0).max(1000).optional(), path: YearlyPath.nullable().optional() }),
  z.object({ kind: z.literal('retargeted'), target: Id }),
  z.object({ kind: z.literal('evidence-added'), evidence: Evidence.omit({ withdrawn: true }) }),
  z.object({ kind: z.literal('evidence-withdrawn'), evidence: Id, at: Instant, by: z.string(), reason: Words }),
  z.object({ kind: z.literal('proposed'), at: Instant, by: z.string(), person: Id, note: z.string().nullable() }),
  z.object({ kind: z.literal('decided'), step: z.int().min(0), last: z.boolean(), decision: AcceptanceDecision, share: z.number().min(0).max(1).nullable(), at: Instant, by: z.string(), note: Words }),
  z.object({ kind: z.literal('told'), telling: Telling }),
  z.object({ kind: z.literal('taken-off'), reason: Words }),
])
export type LineEvent = z.infer<typeof LineEvent>

/** A line of a ledger as its history leaves it. Its light is not kept: it follows from the commitment or the target. */
export const LedgerLine = z.object({
  id: Id, ledger: Id, commitment: Id.nullable(), target: Id.nullable(), position: z.int().min(1), weight: z.number(), path: YearlyPath.nullable(), evidence: z.array(Evidence), acceptance: Acceptance, told: z.array(Telling), version: z.int().min(1),
})
export type LedgerLine = z.infer<typeof LedgerLine>
