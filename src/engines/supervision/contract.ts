import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label, type Label as Words } from '../../kernel/label.ts'
import { Light } from '../../kernel/light.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { LedgerDay } from '../indicators/contract.ts'
import { AgendaItem, DecisionState, LeftOff, MeetingAct, MeetingState, Most } from './schema.ts'
import { usualMost } from './domain/agenda.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })
const signed = { by: z.string(), at: Instant }
const offset = z.string().regex(/^\d{1,6}$/).optional()
const may = z.object({ hold: z.boolean() })

/** A meeting in the list, with how its decisions stand. */
export const MeetingRow = z.object({ id: Id, day: Day, state: MeetingState, chair: z.string().nullable(), items: z.int(), decisions: z.object({ all: z.int(), done: z.int(), late: z.int() }) })
export type MeetingRow = z.infer<typeof MeetingRow>

/** A decision with how it stands in the plan today. `told`: the newest progress, with its evidence. */
export const DecisionView = z.object({
  meeting: z.object({ id: Id, day: Day }), no: z.int(), item: z.string(), itemTitle: z.string(), words: z.string(), measure: z.string(), lead: named, co: z.array(named), dueOn: Day, state: DecisionState,
  /** Null where it was removed from the plan. `dueOn` may have been changed there. */
  commitment: z.object({ id: Id, year: z.int(), dueOn: Day, light: Light, share: z.number().nullable(), told: z.object({ on: Day, by: z.string(), note: z.string(), evidence: z.string().nullable() }).nullable() }).nullable(),
})
export type DecisionView = z.infer<typeof DecisionView>

const AgendaShown = AgendaItem.extend({ /** Who put it there by hand, and why. */ added: z.object({ ...signed, reason: z.string() }).nullable() })

export const MeetingView = z.object({
  id: Id, day: Day, state: MeetingState, most: z.int(), agenda: z.array(AgendaShown), removed: z.array(z.object({ key: z.string(), title: Label, reason: z.string(), ...signed })), left: LeftOff, workedOutAt: Instant,
  /** Decisions of earlier meetings as they stood when the agenda was worked out are on the agenda; these are its own. */
  decisions: z.array(DecisionView),
  held: z.object({ ...signed, chair: z.string(), present: z.string() }).nullable(), closed: z.object({ ...signed, words: z.string() }).nullable(), withdrawn: z.object({ ...signed, reason: z.string() }).nullable(),
  history: z.array(z.object({ seq: z.int(), ...signed, what: Label })), may, seq: z.int(),
})
export type MeetingView = z.infer<typeof MeetingView>

export const ChangeView = z.object({ kind: z.enum(['project', 'plan', 'decision', 'month', 'figures']), thing: Id, title: Label, unit: named.nullable(), on: Day, was: Light.nullable(), light: Light.nullable(), turn: z.enum(['worse', 'better', 'other']), because: Label.nullable(), page: z.string() })
export type ChangeView = z.infer<typeof ChangeView>

/** What changed from a day until today, both included. `cut`: there is more than is shown. */
export const TodayView = z.object({ since: Day, until: Day, worse: z.int(), better: z.int(), groups: z.array(z.object({ unit: named.nullable(), worse: z.int(), changes: z.array(ChangeView) })), cut: z.boolean(), lastMeeting: Day.nullable() })
export type TodayView = z.infer<typeof TodayView>

const DecisionQuery = { /** `unfinished`: those that are not done and still in the plan. */ which: z.enum(['unfinished', 'all']).default('unfinished'), meeting: Id.optional(), unit: Id.optional() }

export const contract = {
  today: route({ method: 'GET', path: '/api/dispatch/today', permission: 'dispatch.read', summary: words('日监测：昨天以来的变化，按责任单位', 'What changed since yesterday, by the unit that answers'), query: z.object({ since: LedgerDay.optional() }), reply: TodayView }),
  meetings: route({
    method: 'GET', path: '/api/dispatch/meetings', permission: 'dispatch.read', summary: words('调度会列表', 'Dispatch meetings'), query: PageQuery.omit({ q: true }).extend({ after: offset }),
    reply: page(MeetingRow).extend({ /** The one that is not over. */ open: z.object({ id: Id, day: Day }).nullable(), may }),
  }),
  propose: route({ method: 'POST', path: '/api/dispatch/meetings', permission: 'dispatch.hold', summary: words('拟开调度会，自动生成议题', 'Propose a meeting; its agenda is worked out'), body: z.object({ day: LedgerDay, most: Most.default(usualMost) }), reply: z.object({ id: Id, seq: z.int() }) }),
  meeting: route({ method: 'GET', path: '/api/dispatch/meetings/:id', permission: 'dispatch.read', summary: words('一次调度会', 'A meeting'), params: byId, reply: MeetingView }),
  act: route({
    method: 'POST', path: '/api/dispatch/meetings/:id/acts', permission: 'dispatch.hold', summary: words('调度会办理一步', 'Do something with a meeting'), params: byId,
    body: z.object({ /** Number of the last event that the caller knows of; somebody else's act in between is told and nothing is saved. */ seq: z.int().min(1).max(2_000_000_000), act: MeetingAct }), reply: z.object({ id: Id, seq: z.int() }),
  }),
  paper: route({ method: 'GET', path: '/api/dispatch/meetings/:id/paper', permission: 'dispatch.read', form: 'file', perMinute: 30, summary: words('调度会议题与决定事项（docx）', 'Agenda and decisions as a Word file'), params: byId, reply: FileReply }),
  decisions: route({ method: 'GET', path: '/api/dispatch/decisions', permission: 'dispatch.read', summary: words('决定事项清单', 'Decisions of meetings'), query: PageQuery.omit({ q: true }).extend({ ...DecisionQuery, after: offset }), reply: page(DecisionView) }),
  exportDecisions: route({ method: 'GET', path: '/api/dispatch/decisions/export', permission: 'dispatch.read', form: 'file', perMinute: 30, summary: words('导出决定事项清单', 'Export decisions'), query: z.object({ ...DecisionQuery, form: z.enum(['xlsx', 'csv']).default('xlsx') }), reply: FileReply }),
} satisfies Contract
