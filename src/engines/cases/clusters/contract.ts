import { z } from 'zod'
import { type Contract, page, PageById, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { LedgerDay, PlainText } from '../../indicators/contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })
/** Somebody else decided in between? Then nothing is saved. */
const seen = { version: z.int().min(1).max(2_000_000_000) }

export const ClusterState = z.enum(['offered', 'taken', 'dismissed'])
export type ClusterState = z.infer<typeof ClusterState>

/** A matter that comes again and again. `cases` and `weeks` count what the caller sees; `words` is what the titles have in common; the list of its cases is `/cases?cluster=…`. */
export const ClusterView = z.object({
  id: Id, state: ClusterState, type: z.object({ key: z.string(), name: Label }), category: z.array(Label), street: named, community: named.nullable(), words: z.array(z.string()),
  cases: z.int(), open: z.int(), firstOn: Day.nullable(), lastOn: Day.nullable(),
  /** How many came in each of the last thirteen weeks, by the Monday with which it began. */
  weeks: z.array(z.object({ from: Day, n: z.int() })),
  offeredAt: Instant, decided: z.object({ at: Instant, by: z.string(), reason: z.string().nullable() }).nullable(),
  commitment: z.object({ id: Id, year: z.int(), title: z.string(), lead: named.nullable(), dueOn: Day, share: z.number().nullable() }).nullable(),
  mayDecide: z.boolean(), version: z.int(),
})
export type ClusterView = z.infer<typeof ClusterView>

export const clusterContract = {
  clusters: route({ method: 'GET', path: '/api/cases/clusters', permission: 'case.read', summary: words('反复出现的事项', 'Matters that come again and again'), query: PageById.omit({ q: true }).extend({ state: ClusterState.optional(), within: Id.optional(), commitment: Id.optional(), containing: Id.optional() }), reply: page(ClusterView) }),
  find: route({ method: 'POST', path: '/api/cases/clusters/find', permission: 'case.supervise', summary: words('立即查找反复出现的事项', 'Look for them now'), reply: z.object({ offered: z.int(), joined: z.int() }) }),
  one: route({ method: 'GET', path: '/api/cases/clusters/:id', permission: 'case.read', summary: words('一项反复出现的事项', 'A matter that comes again and again'), params: byId, reply: ClusterView }),
  take: route({
    method: 'POST', path: '/api/cases/clusters/:id/take', permission: 'case.supervise', summary: words('立为治本任务，列入年度计划', 'Make it a root-cause task of the plan'), params: byId,
    body: z.object({ ...seen, title: PlainText(300).min(4), leadUnit: Id, coUnits: z.array(Id).max(50).default([]), dueOn: LedgerDay, ground: PlainText(300).min(4) }), reply: ClusterView,
  }),
  dismiss: route({ method: 'POST', path: '/api/cases/clusters/:id/dismiss', permission: 'case.supervise', summary: words('不立任务（说明理由）', 'No task of it, with the reason'), params: byId, body: z.object({ ...seen, reason: PlainText(300).min(4) }), reply: ClusterView }),
} satisfies Contract
