import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { Rhythm, SprintAct, SprintFrame, SprintItem, SprintState, SprintTelling, SprintThing, SprintThingKind } from './schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })
const signed = { by: z.string(), at: Instant }
const Seen = z.int().min(1).max(2_000_000_000)
const may = z.object({ hold: z.boolean() })
const RoundView = z.object({ no: z.int(), from: Day, until: Day })

/** A sprint in the list. `missed`: rounds that were not told, over all its things. */
export const SprintRow = z.object({ id: Id, name: z.string(), from: Day, until: Day, every: Rhythm, weekday: z.int(), state: SprintState, items: z.int(), reached: z.int(), missed: z.int(), round: RoundView.nullable(), rounds: z.int() })
export type SprintRow = z.infer<typeof SprintRow>

const TellingView = z.object({ ...signed, round: z.int(), words: z.string(), remains: z.string(), reached: z.boolean() })

/** A thing on a sprint. Light, points and reason are those of its engine today; null for free words, and where the thing is gone. `missed`: numbers of the rounds that were not told. */
export const SprintItemView = SprintItem.extend({
  putOn: Day, light: Light.nullable(), lead: z.number().nullable(), because: Label.nullable(), told: z.array(TellingView), reached: z.boolean(), missed: z.array(z.int()), /** Is the running round still to be told? */ toTell: z.boolean(), /** May the caller tell it? */ mine: z.boolean(),
})
export type SprintItemView = z.infer<typeof SprintItemView>

export const SprintView = z.object({
  id: Id, name: z.string(), ground: z.string(), from: Day, until: Day, every: Rhythm, weekday: z.int(), state: SprintState, opened: z.object(signed), rounds: z.array(RoundView), round: RoundView.nullable(), items: z.array(SprintItemView),
  taken: z.array(z.object({ ...signed, title: z.string(), unit: named, reason: z.string() })), closed: z.object({ ...signed, words: z.string() }).nullable(), history: z.array(z.object({ seq: z.int(), ...signed, what: Label, detail: z.string() })), may, seq: z.int(),
})
export type SprintView = z.infer<typeof SprintView>

/** A red of the year as it is offered for a new sprint. Who has no unit cannot be put on before somebody answers for it. */
export const ProposedThing = z.object({ kind: SprintThingKind, thing: Id, title: Label, why: Label, light: Light.nullable(), unit: named.nullable(), page: z.string().nullable() })
export type ProposedThing = z.infer<typeof ProposedThing>

const reply = z.object({ id: Id, seq: z.int() })

export const sprintContract = {
  sprints: route({ method: 'GET', path: '/api/sprints', permission: 'dispatch.read', summary: words('攻坚行动列表', 'Sprints'), reply: z.object({ items: z.array(SprintRow), may }) }),
  proposed: route({ method: 'GET', path: '/api/sprints/proposed', permission: 'dispatch.hold', summary: words('今年的红灯事项，供列入攻坚行动', 'The reds of the year, to be put on a sprint'), reply: z.object({ items: z.array(ProposedThing) }) }),
  open: route({ method: 'POST', path: '/api/sprints', permission: 'dispatch.hold', summary: words('启动攻坚行动', 'Open a sprint'), body: SprintFrame.extend({ things: z.array(SprintThing).max(200) }), reply }),
  sprint: route({ method: 'GET', path: '/api/sprints/:id', permission: 'dispatch.read', summary: words('一次攻坚行动', 'A sprint'), params: byId, reply: SprintView }),
  act: route({ method: 'POST', path: '/api/sprints/:id/acts', permission: 'dispatch.hold', summary: words('列入、撤下事项，收官', 'Put things on, take them off, close'), params: byId, body: z.object({ /** Number of the last event that the caller knows of; somebody else's act in between is told and nothing is saved. */ seq: Seen, act: SprintAct }), reply }),
  tell: route({ method: 'POST', path: '/api/sprints/:id/tellings', permission: 'progress.enter', summary: words('填报一轮', 'Tell a round'), params: byId, body: z.object({ seq: Seen, telling: SprintTelling }), reply }),
  export: route({ method: 'GET', path: '/api/sprints/:id/export', permission: 'dispatch.read', form: 'file', perMinute: 30, summary: words('导出攻坚行动清单', 'Export a sprint'), params: byId, query: z.object({ form: z.enum(['xlsx', 'csv']).default('xlsx') }), reply: FileReply }),
} satisfies Contract
