import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Source } from '../../../kernel/source.ts'
import { type Instant } from '../../../kernel/time.ts'
import { LongText } from '../../cases/contract.ts'
import { LedgerDay, PlainText } from '../../indicators/contract.ts'

const Words = LongText.min(2)
const Short = PlainText(300).min(2)
const ByKey = z.string().regex(/^[a-z]\d{1,4}$/)
const Person = PlainText(60).min(2)

/** Who works in a task force: a person of a unit, and what that person does there. */
export const MemberGiven = z.object({ person: Person, unit: Id, part: z.union([z.literal(''), PlainText(100)]) })
/** A measure of its plan: what is done by whom until when, and how it is seen to be done. */
export const MeasureGiven = z.object({ words: Short, unit: Id, dueOn: LedgerDay, sign: Short })

/** What a log entry tells of: a meeting, a visit, a matter that was settled, or something else. */
export const LogKind = z.enum(['meeting', 'visit', 'decision', 'other'])
export type LogKind = z.infer<typeof LogKind>

/** What people bring about with a task force (专班). */
export const ForceAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leader-changed'), leader: Person, reason: Words }),
  z.object({ kind: z.literal('member-joined'), ...MemberGiven.shape }),
  z.object({ kind: z.literal('member-left'), member: ByKey, reason: Words }),
  z.object({ kind: z.literal('project-taken'), project: Id, ground: Words }),
  z.object({ kind: z.literal('project-given-up'), project: Id, reason: Words }),
  z.object({ kind: z.literal('measure-planned'), ...MeasureGiven.shape }),
  z.object({ kind: z.literal('measure-dropped'), measure: ByKey, reason: Words }),
  z.object({ kind: z.literal('measure-done'), measure: ByKey, on: LedgerDay, evidence: Short }),
  z.object({ kind: z.literal('measure-reopened'), measure: ByKey, reason: Words }),
  z.object({ kind: z.literal('logged'), on: LedgerDay, what: LogKind, words: Words }),
  z.object({ kind: z.literal('extended'), until: LedgerDay, reason: Words }),
  z.object({ kind: z.literal('dissolved'), on: LedgerDay, words: Words }),
])
export type ForceAct = z.infer<typeof ForceAct>

/** What it is set up with. It dissolves when `until` is over. */
export const ForceGiven = z.object({ name: PlainText(80).min(2), scope: Words, leader: Person, leadUnit: Id, from: LedgerDay, until: LedgerDay, ground: Words })
export type ForceGiven = z.infer<typeof ForceGiven>

/** What happened to a task force. Append-only; `domain/force.ts` folds it into the present state. */
export const ForceEvent = z.discriminatedUnion('kind', [z.object({ kind: z.literal('set-up'), ...ForceGiven.shape, source: Source }), ...ForceAct.options])
export type ForceEvent = z.infer<typeof ForceEvent>
export type ForceEventKind = ForceEvent['kind']

/** An event with when it happened and by whom. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string } | null; readonly event: ForceEvent }

/** At work, within a fortnight of its last day, or dissolved. */
export const ForceState = z.enum(['standing', 'ending', 'dissolved'])
export type ForceState = z.infer<typeof ForceState>
