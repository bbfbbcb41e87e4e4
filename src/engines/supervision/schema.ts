import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Light } from '../../kernel/light.ts'
import { Day, type Instant } from '../../kernel/time.ts'
import { LongText } from '../cases/contract.ts'
import { LedgerDay, PlainText } from '../indicators/contract.ts'

/** What stands on an agenda (议题), in the order in which it is gone through: what earlier meetings decided comes first, what a person added last. */
export const AgendaKind = z.enum(['late-decision', 'open-decision', 'sprint', 'project', 'blocker', 'target', 'commitment', 'other'])
export type AgendaKind = z.infer<typeof AgendaKind>

/** A matter on the agenda, as it stood when the agenda was worked out. `key` names the thing and stays the same from one meeting to the next. */
export const AgendaItem = z.object({
  key: z.string().max(80), kind: AgendaKind, thing: Id.nullable(), title: Label,
  /** Who answers for it. */
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  why: Label, since: Day.nullable(), light: Light.nullable(),
  /** Its page in the program. */
  page: z.string().nullable(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** How many of a kind did not fit. */
export const LeftOff = z.array(z.object({ kind: AgendaKind, n: z.int().min(1) }))
export type LeftOff = z.infer<typeof LeftOff>

/** At most so many matters of each kind on an agenda. */
export const Most = z.int().min(1).max(50)

const Words = LongText.min(2)
const Held = { chair: PlainText(60).min(2), /** Who was there: people and units, in free words. */ present: Words }
/** A decision (决定事项): what is to be done, by whom, until when, and how it is seen to be done. */
const Decided = { item: AgendaItem.shape.key, words: PlainText(300).min(4), lead: Id, co: z.array(Id).max(20), dueOn: LedgerDay, measure: PlainText(300).min(2) }

/** What people bring about at a meeting (调度会). */
export const MeetingAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('renewed'), most: Most }),
  z.object({ kind: z.literal('item-added'), title: PlainText(120).min(2), unit: Id.nullable(), why: Words, reason: Words }),
  z.object({ kind: z.literal('item-removed'), key: AgendaItem.shape.key, reason: Words }),
  z.object({ kind: z.literal('held'), ...Held }),
  z.object({ kind: z.literal('decided'), ...Decided }),
  z.object({ kind: z.literal('closed'), words: z.union([z.literal(''), LongText]) }),
  z.object({ kind: z.literal('withdrawn'), reason: Words }),
])
export type MeetingAct = z.infer<typeof MeetingAct>

const Worked = { most: Most, agenda: z.array(AgendaItem), left: LeftOff }

/** What happened to a meeting. Append-only; `domain/meeting.ts` folds it into the present state. */
export const MeetingEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposed'), day: Day, ...Worked }),
  z.object({ kind: z.literal('renewed'), ...Worked }),
  z.object({ kind: z.literal('item-added'), item: AgendaItem, reason: z.string() }),
  z.object({ kind: z.literal('item-removed'), key: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('held'), ...Held }),
  /** `commitment`: what it became in the plan, where its progress is told. */
  z.object({ kind: z.literal('decided'), no: z.int().min(1), ...Decided, commitment: Id }),
  z.object({ kind: z.literal('closed'), words: z.string() }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
])
export type MeetingEvent = z.infer<typeof MeetingEvent>
export type MeetingEventKind = MeetingEvent['kind']

/** An event with when it happened and by whom. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string }; readonly event: MeetingEvent }

export const MeetingState = z.enum(['proposed', 'held', 'closed', 'withdrawn'])
export type MeetingState = z.infer<typeof MeetingState>

/** A decision: still being done, late (its day has passed and it is not done), done, or no longer in the plan. Never typed: it follows from the plan. */
export const DecisionState = z.enum(['open', 'late', 'done', 'dropped'])
export type DecisionState = z.infer<typeof DecisionState>
