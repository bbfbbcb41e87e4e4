import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { Day, type Instant } from '../../../kernel/time.ts'
import { LongText } from '../../cases/contract.ts'

/** A month of the calendar: 2025-02. */
export const Month = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, { error: '应为年月，如2025-02 a month such as 2025-02' })

/** What a line of feedback (月反馈) is about. */
export const FeedbackKind = z.enum(['decision', 'project', 'month', 'blocker', 'target', 'commitment', 'notice', 'return', 'cases'])
export type FeedbackKind = z.infer<typeof FeedbackKind>

/** A line: what, how it stands, what is asked of the unit and until when, and the page that shows it. */
export const FeedbackLine = z.object({ kind: FeedbackKind, title: Label, why: Label, light: Light.nullable(), ask: Label.nullable(), until: Day.nullable(), page: z.string().nullable() })
export type FeedbackLine = z.infer<typeof FeedbackLine>

/** Done in time of what was due. With nothing due it is told as a dash. */
export const Share = z.object({ part: z.int().min(0), whole: z.int().min(0) })
export type Share = z.infer<typeof Share>

/** One page for one unit: what was well done, what is behind and what is asked, what comes next, and the counts of the month. `left`: lines that did not fit. */
export const FeedbackSheet = z.object({
  /** The day on which it was worked out: lights are of that day. */
  on: Day,
  good: z.array(FeedbackLine), behind: z.array(FeedbackLine), next: z.array(FeedbackLine), left: z.object({ good: z.int(), behind: z.int(), next: z.int() }),
  shares: z.object({ months: Share, returns: Share, cases: Share }),
})
export type FeedbackSheet = z.infer<typeof FeedbackSheet>

/** What happened to a page. Append-only; `domain/feedback.ts` folds it. */
export const FeedbackEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('generated'), month: Month, unit: Id, sheet: FeedbackSheet }),
  z.object({ kind: z.literal('renewed'), sheet: FeedbackSheet }),
  z.object({ kind: z.literal('words-added'), words: z.string() }),
  z.object({ kind: z.literal('sent'), dueOn: Day }),
  z.object({ kind: z.literal('acknowledged'), reply: z.string(), late: z.boolean() }),
])
export type FeedbackEvent = z.infer<typeof FeedbackEvent>
export type FeedbackEventKind = FeedbackEvent['kind']

/** An event with when it happened and by whom. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string }; readonly event: FeedbackEvent }

export const FeedbackState = z.enum(['generated', 'sent', 'acknowledged', 'replied'])
export type FeedbackState = z.infer<typeof FeedbackState>

/** Words that may also be none. */
export const WordsOrNone = z.union([z.literal(''), LongText])
