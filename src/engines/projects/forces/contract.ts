import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { PlainText } from '../../indicators/contract.ts'
import { ForceAct, ForceGiven, ForceState, LogKind } from './schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })

/** A task force in the list. `late`: measures whose day is over and that are not done. */
export const ForceRow = z.object({ id: Id, name: z.string(), leader: z.string(), leadUnit: named, members: z.int(), projects: z.int(), measures: z.object({ all: z.int(), done: z.int(), late: z.int() }), from: Day, until: Day, state: ForceState, generated: z.boolean() })
export type ForceRow = z.infer<typeof ForceRow>

export const ForceView = z.object({
  id: Id, name: z.string(), scope: z.string(), leader: z.string(), leadUnit: named, from: Day, until: Day, ground: z.string(), state: ForceState, generated: z.boolean(),
  members: z.array(z.object({ key: z.string(), person: z.string(), unit: named, part: z.string() })),
  projects: z.array(z.object({ id: Id, code: z.string(), name: z.string(), light: Light, because: Label })),
  plan: z.array(z.object({ key: z.string(), words: z.string(), unit: named, dueOn: Day, sign: z.string(), done: z.object({ on: Day, evidence: z.string() }).nullable(), late: z.boolean() })),
  log: z.array(z.object({ on: Day, what: LogKind, words: z.string(), by: z.string(), at: Instant })),
  dissolved: z.object({ on: Day, words: z.string() }).nullable(),
  history: z.array(z.object({ seq: z.int(), by: z.string().nullable(), at: Instant, what: Label, words: z.string().nullable() })),
  may: z.object({ edit: z.boolean(), tell: z.boolean() }), seq: z.int(),
})
export type ForceView = z.infer<typeof ForceView>

const Filter = { state: ForceState.optional(), unit: Id.optional(), project: Id.optional(), q: PlainText(80).optional() }

export const forceContract = {
  forces: route({
    method: 'GET', path: '/api/task-forces', permission: 'plan.read', summary: words('专班', 'Task forces'), query: PageQuery.extend({ ...Filter, after: z.string().regex(/^\d{1,6}$/).optional() }),
    /** `one`: the district holds to one project, one plan, one team. */
    reply: page(ForceRow).extend({ one: z.boolean(), may: z.object({ edit: z.boolean() }) }),
  }),
  /** Projects under way that no standing task force has, 500 at most. */
  teamless: route({ method: 'GET', path: '/api/task-forces/teamless', permission: 'plan.read', summary: words('没有专班的在建项目', 'Projects under way without a task force'), reply: z.object({ items: z.array(named) }) }),
  exportForces: route({ method: 'GET', path: '/api/task-forces/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出专班', 'Export the task forces'), query: z.object({ ...Filter, form: z.enum(['xlsx', 'csv']).default('xlsx') }), reply: FileReply }),
  setUp: route({ method: 'POST', path: '/api/task-forces', permission: 'project.edit', summary: words('组建专班', 'Set up a task force'), body: ForceGiven, reply: z.object({ id: Id, seq: z.int() }) }),
  force: route({ method: 'GET', path: '/api/task-forces/:id', permission: 'plan.read', summary: words('一个专班', 'A task force'), params: byId, reply: ForceView }),
  actForce: route({ method: 'POST', path: '/api/task-forces/:id/acts', permission: 'plan.read', summary: words('专班办理一步', 'Do something with a task force'), params: byId, body: z.object({ /** Number of the last event that the caller knows of. */ seq: z.int().min(1).max(2_000_000_000), act: ForceAct }), reply: z.object({ id: Id, seq: z.int() }) }),
} satisfies Contract
