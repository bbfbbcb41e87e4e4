import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { FeedbackSheet, FeedbackState, Month, WordsOrNone } from './schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })
const signed = { by: z.string(), at: Instant }
/** Number of the last event that the caller knows of; somebody else's act in between is told and nothing is saved. */
const Seen = z.int().min(1).max(2_000_000_000)
const may = z.object({ hold: z.boolean() })

/** A month with how its pages stand. `late`: not acknowledged in time. */
export const MonthRow = z.object({ month: Month, at: Instant.nullable(), by: z.string().nullable(), pages: z.int(), generated: z.int(), sent: z.int(), acknowledged: z.int(), replied: z.int(), late: z.int() })
export type MonthRow = z.infer<typeof MonthRow>

/** A unit's page in the table of a month. `late`: acknowledged late, or not yet although its day is over. */
export const FeedbackRow = z.object({ id: Id, unit: named, state: FeedbackState, behind: z.int(), sentOn: Day.nullable(), dueOn: Day.nullable(), acknowledgedAt: Instant.nullable(), late: z.boolean(), seq: z.int() })
export type FeedbackRow = z.infer<typeof FeedbackRow>

export const MonthView = z.object({ month: Month, at: Instant.nullable(), by: z.string().nullable(), rows: z.array(FeedbackRow), /** Units of which there was nothing to say. */ silent: z.array(named), may })
export type MonthView = z.infer<typeof MonthView>

export const FeedbackView = z.object({
  id: Id, month: Month, unit: named, state: FeedbackState, sheet: FeedbackSheet, words: z.string(),
  sent: z.object({ ...signed, dueOn: Day }).nullable(), acknowledged: z.object({ ...signed, reply: z.string(), late: z.boolean() }).nullable(),
  history: z.array(z.object({ seq: z.int(), ...signed, what: Label })), may: may.extend({ acknowledge: z.boolean() }), seq: z.int(),
})
export type FeedbackView = z.infer<typeof FeedbackView>

const reply = z.object({ id: Id, seq: z.int() })

export const feedbackContract = {
  months: route({ method: 'GET', path: '/api/feedback/months', permission: 'dispatch.read', summary: words('月反馈：各月情况', 'Months of feedback'), reply: z.object({ items: z.array(MonthRow), may }) }),
  month: route({ method: 'GET', path: '/api/feedback/months/:month', permission: 'dispatch.read', summary: words('一个月的反馈，按单位', 'The feedback of a month, by unit'), params: z.object({ month: Month }), reply: MonthView }),
  generate: route({ method: 'POST', path: '/api/feedback/months/:month', permission: 'dispatch.hold', summary: words('生成各单位的月反馈；未发出的重新生成', 'Work out the pages of all units; those not sent yet anew'), params: z.object({ month: Month }), reply: z.object({ month: Month, made: z.int(), renewed: z.int(), kept: z.int(), silent: z.int() }) }),
  send: route({ method: 'POST', path: '/api/feedback/send', permission: 'dispatch.hold', summary: words('发出月反馈', 'Send pages of feedback'), body: z.object({ /** Exactly these, as they were seen; where one was changed since, none is sent. */ pages: z.array(z.object({ id: Id, seq: Seen })).min(1).max(500) }), reply: z.object({ sent: z.int(), dueOn: Day }) }),
  feedback: route({ method: 'GET', path: '/api/feedback/:id', permission: 'dispatch.read', summary: words('一个单位的月反馈', 'The feedback of a unit'), params: byId, reply: FeedbackView }),
  write: route({ method: 'POST', path: '/api/feedback/:id/words', permission: 'dispatch.hold', summary: words('写入督查意见', 'Add words to a page'), params: byId, body: z.object({ seq: Seen, words: WordsOrNone }), reply }),
  acknowledge: route({ method: 'POST', path: '/api/feedback/:id/acknowledge', permission: 'progress.enter', summary: words('签收月反馈，可附回复', 'Acknowledge feedback, with a reply if there is one'), params: byId, body: z.object({ seq: Seen, reply: WordsOrNone }), reply }),
  paper: route({ method: 'GET', path: '/api/feedback/:id/paper', permission: 'dispatch.read', form: 'file', perMinute: 60, summary: words('月反馈（docx）', 'Feedback as a Word file'), params: byId, reply: FileReply }),
} satisfies Contract
