import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Period } from '../../../kernel/period.ts'
import { Instant } from '../../../kernel/time.ts'
import { Commitment, Doubt, Fact, Term } from '../schema.ts'

/** Text that a person types: no control characters and no broken halves of characters, which no database can hold. */
export const Typed = (max: number, min = 0) => z.string().trim().min(min).max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: '不能含有控制字符或残缺字符 no control characters or broken characters' })

/** `beside`: words that must stand near the name for it to mean this indicator also in later papers; null: it always does. */
const Beside = Typed(60, 1).nullable()
const Existing = z.object({ kind: z.literal('existing'), indicator: Id })
const New = z.object({ kind: z.literal('new'), code: z.string().trim().regex(/^[A-Z][A-Z0-9-]{1,39}$/), name: Typed(120, 1), unit: Typed(20, 1) })
const FactOnly = z.object({ kind: z.literal('fact-only') })

/** What a person asks for: an entry of the register, a new one, or `fact-only`: kept with the paper, not entered into the ledger. */
export const AskedChoice = z.discriminatedUnion('kind', [Existing.extend({ beside: Beside.default(null) }), New, FactOnly])
export type AskedChoice = z.infer<typeof AskedChoice>

/** Which indicator a fact speaks of, as chosen. */
export const IndicatorChoice = z.discriminatedUnion('kind', [Existing.extend({ beside: Beside, code: z.string(), name: z.string() }), New, FactOnly])
export type IndicatorChoice = z.infer<typeof IndicatorChoice>

/** 事实 a statement with a figure, rank or target; 承诺 a promise without a figure; 名词 a word that the paper explains. */
export const FindingKind = z.enum(['fact', 'promise', 'term'])
export type FindingKind = z.infer<typeof FindingKind>

/** 待核 open, 采纳 accepted as read, 更正 accepted with corrections, 剔除 rejected. */
export const FindingState = z.enum(['open', 'accepted', 'corrected', 'rejected'])
export type FindingState = z.infer<typeof FindingState>

/**
 * What a reviewer may say is otherwise. Every field is optional; a fact, a promise and a term each have their own fields
 * (`fieldsOf` in review.ts). Where it was read from can not be corrected: that is a fact about the paper.
 */
export const Correction = z.strictObject({
  kind: Fact.shape.kind,
  name: Typed(200, 1),
  period: Period,
  value: z.number().nullable(),
  upper: z.number().nullable(),
  unit: Typed(20),
  hedge: Typed(30).nullable(),
  change: z.object({ value: z.number(), unit: Typed(20), base: Typed(60) }).nullable(),
  rank: Typed(60).nullable(),
  streak: Typed(60).nullable(),
  qualifier: Typed(120).nullable(),
  operator: Fact.shape.operator,
  strength: Fact.shape.strength,
  verb: Typed(20).nullable(),
  reference: Typed(200).nullable(),
  object: Typed(300, 1),
  word: Typed(100, 1),
  meaning: Typed(2000, 1),
}).partial()
export type Correction = z.infer<typeof Correction>

/** What a reader finds: a fact, a promise or a term. */
export const Found = z.union([Fact, Commitment, Term])
export type Found = z.infer<typeof Found>

/** What happened to a finding, in order. The present state is folded from it (review.ts). */
export const FindingEvent = z.discriminatedUnion('kind', [
  /** Read from the paper, and read again with other front matter; null: it is no longer found there. */
  z.object({ kind: z.literal('read'), value: Found.nullable() }),
  /** `with`: one by one, among all certain ones at once, or together with the whole paper. */
  z.object({ kind: z.literal('accepted'), with: z.enum(['one', 'certain', 'paper']) }),
  z.object({ kind: z.literal('corrected'), before: Correction, after: Correction }),
  z.object({ kind: z.literal('rejected'), reason: z.string().nullable() }),
  z.object({ kind: z.literal('reopened') }),
  z.object({ kind: z.literal('matched'), choice: IndicatorChoice.nullable() }),
  /** Takes back the last decision that was not taken back yet. */
  z.object({ kind: z.literal('undone') }),
])
export type FindingEvent = z.infer<typeof FindingEvent>

const shared = {
  id: Id,
  /** Id within the reading: `f1204`. Blocks, doubts and sources speak of it. */
  key: z.string(),
  state: FindingState,
  /** UTF-16 offsets into the raw text. */
  start: z.int(),
  end: z.int(),
  block: z.string().nullable(),
  section: z.string().nullable(),
  certainty: z.number(),
  /** Certainty below 0.8 or a doubt attached: a person must look. */
  doubtful: z.boolean(),
  doubts: z.array(Doubt),
  /** Names of the fields that differ from what was read. */
  corrected: z.array(z.string()),
  choice: IndicatorChoice.nullable(),
  /** Who decided last and when; null while nobody has. */
  by: z.string().nullable(),
  at: Instant.nullable(),
  version: z.int(),
}

/** One thing read from a paper, as read and as it now stands. */
export const Finding = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('fact'), read: Fact, value: Fact }),
  z.object({ ...shared, kind: z.literal('promise'), read: Commitment, value: Commitment }),
  z.object({ ...shared, kind: z.literal('term'), read: Term, value: Term }),
])
export type Finding = z.infer<typeof Finding>

/** How far the review is. `open` counts all that wait, `doubtful` those of them that a person must look at. */
export const Progress = z.object({ all: z.int(), open: z.int(), doubtful: z.int(), accepted: z.int(), corrected: z.int(), rejected: z.int() })
export type Progress = z.infer<typeof Progress>

/** Below this a person must look (schema.ts, `Fact.certainty`). */
export const CERTAIN = 0.8
