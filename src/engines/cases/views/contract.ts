import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { PlainText } from '../../indicators/contract.ts'
import { CaseQuery } from '../contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })

/** Everything that a list is narrowed and ordered by, but a telephone: whose it is would stay readable under the name of a view. */
const Kept = z.strictObject({ ...CaseQuery.omit({ phone: true }).shape, order: z.enum(['newest', 'due']).optional() })

/** A filter as it stands in the address of the list: name and text. It is refused where the list would refuse it. */
export const ViewQuery = z.record(z.string(), z.string().max(4000)).superRefine((query, context) => {
  const read = Kept.safeParse(query)
  for (const issue of read.success ? [] : read.error.issues) context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
})
export type ViewQuery = z.infer<typeof ViewQuery>

const Name = PlainText(40)

/** A kept filter (常用视图). `unit`: everybody in that unit sees it. `own`: whose it is may change it. */
export const SavedView = z.object({ id: Id, name: z.string(), query: z.record(z.string(), z.string()), unit: z.object({ id: Id, name: z.string() }).nullable(), own: z.boolean(), by: z.string(), start: z.boolean() })
export type SavedView = z.infer<typeof SavedView>

/** What waits for the person, with how many there are; `atLeast`: counting stopped there. */
export const QueueView = z.object({ key: z.string(), name: Label, urgent: z.boolean(), query: z.record(z.string(), z.string()), count: z.int(), atLeast: z.boolean() })
export type QueueView = z.infer<typeof QueueView>

export const viewsContract = {
  queues: route({ method: 'GET', path: '/api/cases/queues', permission: 'case.read', summary: words('待我办理的工单：各类及件数', 'What waits for me among cases, with counts'), reply: z.object({ items: z.array(QueueView) }) }),
  views: route({ method: 'GET', path: '/api/cases/views', permission: 'case.read', summary: words('常用视图', 'Saved views'), reply: z.object({ items: z.array(SavedView), /** Units with which this person may share a view. */ shareWith: z.array(z.object({ id: Id, name: z.string() })) }) }),
  save: route({ method: 'POST', path: '/api/cases/views', permission: 'case.read', summary: words('保存常用视图', 'Save a view'), body: z.object({ name: Name, query: ViewQuery, unit: Id.nullable().default(null) }), reply: byId }),
  edit: route({ method: 'PATCH', path: '/api/cases/views/:id', permission: 'case.read', summary: words('修改常用视图', 'Change a view'), params: byId, body: z.object({ name: Name.optional(), query: ViewQuery.optional(), unit: Id.nullable().optional() }), reply: byId }),
  remove: route({ method: 'DELETE', path: '/api/cases/views/:id', permission: 'case.read', summary: words('删除常用视图', 'Remove a view'), params: byId, reply: byId }),
  arrange: route({ method: 'PUT', path: '/api/cases/views/order', permission: 'case.read', summary: words('调整常用视图次序', 'Put one’s views in order'), body: z.object({ ids: z.array(Id).min(1).max(50) }), reply: z.object({ ids: z.array(Id) }) }),
  start: route({ method: 'PUT', path: '/api/cases/views/start', permission: 'case.read', summary: words('设为打开清单时的视图', 'Choose with which view the list begins'), body: z.object({ view: Id.nullable() }), reply: z.object({ view: Id.nullable() }) }),
} satisfies Contract
