import { z } from 'zod'
import { type Contract, FileReply, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Light } from '../../kernel/light.ts'
import { Day } from '../../kernel/time.ts'
import { CompletionRow } from '../../engines/plan/domain/completion.ts'
import { PlanLine } from '../../engines/plan/schema.ts'

/** One matter that needs the leader: what it is, who has it, since or until when, and the one thing to do. */
export const Need = z.object({
  kind: z.enum(['off-pace', 'slipping', 'overdue', 'decision']),
  id: Id,
  name: z.string(),
  light: Light.nullable(),
  why: Label,
  owner: z.string().nullable(),
  /** Days left (+) or days late (-); null where no day is set. */
  days: z.int().nullable(),
  action: z.enum(['look', 'decide']),
  /** The last change of its light that still counts: when it was judged so, and how many answers there are. Null where none is on record. */
  turned: z.object({ change: Id, on: Day, answers: z.int() }).nullable(),
  /** Path of the page that shows it. */
  page: z.string(),
})
export type Need = z.infer<typeof Need>

export const Cockpit = z.object({
  year: z.int(),
  years: z.array(z.int()),
  /** Where this year has nothing to show: the latest year whose targets have figures, else the latest with targets. */
  instead: z.int().nullable(),
  /** The latest day that any figure shown speaks of. */
  asOf: Day.nullable(),
  needs: z.array(Need),
  /** How many matters there are beyond those shown. */
  more: z.int(),
  headline: z.array(PlanLine),
  panels: z.array(z.object({ name: Label, lights: z.record(Light, z.int()), lines: z.array(PlanLine) })),
})
export type Cockpit = z.infer<typeof Cockpit>

export const InboxItem = z.object({
  kind: z.enum(['cases', 'acceptance', 'review', 'accept', 'front-matter', 'approve', 'publish', 'sign', 'divide', 'overdue', 'light', 'doubt', 'return-fill', 'return-approve', 'return-accept', 'access-review', 'project-approve', 'project-returned', 'approval-late', 'force-ending', 'force-late', 'feedback', 'feedback-late', 'sprint']),
  id: z.string(),
  /** In the words of the matter itself, or in ours. */
  title: z.union([z.string(), Label]),
  what: Label,
  since: z.string().nullable(),
  count: z.int().nullable(),
  page: z.string(),
})
export type InboxItem = z.infer<typeof InboxItem>

export const Found = z.object({ kind: z.enum(['indicator', 'target', 'commitment', 'thread', 'unit', 'document', 'person', 'case', 'project', 'force']), id: z.string(), name: z.string(), detail: z.string(), page: z.string() })
export type Found = z.infer<typeof Found>

export const SystemLine = z.object({
  id: z.string(), group: z.string(), groupName: Label, tier: z.int(), name: Label, state: z.enum(['there', 'partly', 'not-yet']),
  carriers: z.array(z.object({ pack: z.string(), packName: Label, example: Label, page: z.string(), extent: Label.nullable() })),
})

export const contract = {
  cockpit: route({ method: 'GET', path: '/api/cockpit/:year', permission: 'plan.read', summary: { zh: '驾驶舱', en: 'The cockpit' }, params: z.object({ year: z.coerce.number().int().min(1990).max(2100) }), reply: Cockpit }),
  completion: route({ method: 'GET', path: '/api/completion/:year', permission: 'plan.read', summary: { zh: '主要指标完成情况', en: 'The completion table of a year' }, params: z.object({ year: z.coerce.number().int().min(1990).max(2099) }), reply: z.object({ year: z.int(), rows: z.array(CompletionRow) }) }),
  exportCompletion: route({ method: 'GET', path: '/api/completion/:year/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: { zh: '导出主要指标完成情况', en: 'Export the completion table' }, params: z.object({ year: z.coerce.number().int().min(1990).max(2099) }), query: z.object({ form: z.enum(['docx', 'xlsx', 'csv']).default('docx') }), reply: FileReply }),
  inbox: route({ method: 'GET', path: '/api/inbox', permission: 'signed-in', summary: { zh: '待我办理', en: 'What waits for me' }, reply: z.object({ items: z.array(InboxItem) }) }),
  search: route({ method: 'GET', path: '/api/search', permission: 'plan.read', summary: { zh: '全局搜索', en: 'Search everything' }, query: z.object({ q: z.string().trim().min(1).max(60).regex(/^[^\p{Cc}]*$/u, { error: '不能含有控制字符 no control characters' }) }), reply: z.object({ items: z.array(Found) }) }),
  systems: route({ method: 'GET', path: '/api/systems', permission: 'signed-in', summary: { zh: '系统目录', en: 'The catalogue of systems' }, reply: z.object({ counts: z.object({ there: z.int(), partly: z.int(), 'not-yet': z.int() }), lines: z.array(SystemLine) }) }),
} as const satisfies Contract
