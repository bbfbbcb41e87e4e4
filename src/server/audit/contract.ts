import { z } from 'zod'
import { type Contract, FileReply, page, PageById, route, Searched } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Day, Instant } from '../../kernel/time.ts'

export const TrailEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  verb: z.string(),
  thing: z.string(),
  thingId: z.string(),
  detail: z.unknown(),
  requestId: z.string(),
  /** Place in the chain, null until the next batch is closed. */
  seq: z.int().nullable(),
  hash: z.string().nullable(),
})
export type TrailEntry = z.infer<typeof TrailEntry>

export const Breach = z.object({ seq: z.int(), entry: z.string().nullable(), what: z.enum(['missing-link', 'missing-entry', 'changed', 'cut-off', 'seal-differs']) })

export const contract = {
  list: route({
    method: 'GET', path: '/api/audit', permission: 'audit.read', summary: { zh: '审计记录', en: 'The audit trail' },
    query: PageById.extend({ verb: Searched(60).optional(), thing: Searched(60).optional(), thingId: Searched(80).optional(), from: Day.optional(), to: Day.optional() }),
    reply: page(TrailEntry).extend({ verbs: z.array(z.string()) }),
  }),
  verify: route({
    method: 'POST', path: '/api/audit/verify', permission: 'audit.read', summary: { zh: '核验审计链', en: 'Verify the chain' }, perMinute: 6,
    reply: z.object({ entries: z.int(), open: z.int(), head: z.string().nullable(), breach: Breach.nullable() }),
  }),
  export: route({
    method: 'GET', path: '/api/audit/export.csv', permission: 'audit.read', summary: { zh: '导出审计记录', en: 'Export the trail' }, form: 'file',
    query: z.object({ from: Day.optional(), to: Day.optional() }), reply: FileReply,
  }),
  exportLines: route({
    method: 'GET', path: '/api/audit/export.jsonl', permission: 'audit.read', summary: { zh: '导出可核验的审计记录', en: 'Export the trail so that an outsider can verify it' }, form: 'file', perMinute: 30,
    query: z.object({ from: Day.optional(), to: Day.optional() }), reply: FileReply,
  }),
} as const satisfies Contract
