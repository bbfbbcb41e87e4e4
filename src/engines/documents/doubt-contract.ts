import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Instant } from '../../kernel/time.ts'
import { CheckedDoubt, CheckKind, Severity } from './domain/checks/doubt.ts'
import { DoubtState, DoubtStep, SettledHow } from './domain/checks/settling.ts'
import { Typed } from './domain/finding.ts'

const byId = z.object({ id: Id })
const SeenVersion = z.int().min(1).max(2_147_483_647)
const Reason = Typed(500, 2)
/** Where a page of doubts ended: how grave the last one is, and its id. */
const DoubtCursor = z.string().regex(/^[0-2]\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: '应为上一页给出的 next the value of next that the page before gave' })

/** One of the sayings of a doubt, and where it can be opened. */
export const DoubtSideRow = CheckedDoubt.shape.sides.element.omit({ key: true, paper: true }).extend({ key: z.string(), paper: Id.nullable(), finding: Id.nullable(), figure: Id.nullable() })

/** A doubt as the list and its page show it. */
export const DoubtRow = CheckedDoubt.omit({ key: true, sides: true }).extend({
  id: Id,
  state: DoubtState,
  sides: z.array(DoubtSideRow),
  foundAt: Instant,
  settlement: z.object({ how: SettledHow, reason: z.string(), side: z.string().nullable(), by: z.string(), at: z.string() }).nullable(),
  version: z.int(),
})
export type DoubtRow = z.infer<typeof DoubtRow>

const Filter = z.object({ paper: Id.optional(), finding: Id.optional(), figure: Id.optional(), kind: CheckKind.optional(), severity: Severity.optional(), state: DoubtState.optional() })

/** What the last run of the checks rested on. `stale`: something was entered since and the checks have not yet run again. */
export const LastCheck = z.object({
  at: Instant.nullable(),
  stale: z.boolean(),
  papers: z.int(),
  compared: z.record(CheckKind, z.int()),
  open: z.record(Severity, z.int()),
  settled: z.int(),
  lapsed: z.int(),
})
export type LastCheck = z.infer<typeof LastCheck>

const words = (zh: string, en: string): Label => ({ zh, en })

export const doubtRoutes = {
  doubts: route({ method: 'GET', path: '/api/doubts', permission: 'plan.read', summary: words('疑点：文件内部、文件之间、文件与台账之间不符之处', 'Doubts: what does not go together in papers, between them, and with the ledger'), query: PageQuery.extend({ ...Filter.shape, after: DoubtCursor.optional() }), reply: page(DoubtRow) }),
  lastCheck: route({ method: 'GET', path: '/api/doubts/last-check', permission: 'plan.read', summary: words('最近一次检查', 'The last run of the checks'), reply: LastCheck }),
  exportDoubts: route({ method: 'GET', path: '/api/doubts/export', permission: 'plan.read', form: 'file', summary: words('导出疑点', 'Export the doubts'), query: PageQuery.pick({ q: true }).extend({ ...Filter.shape, form: z.enum(['csv', 'xlsx']).default('csv'), language: z.enum(['zh', 'en']).default('zh') }), reply: FileReply }),
  doubt: route({ method: 'GET', path: '/api/doubts/:id', permission: 'plan.read', summary: words('一条疑点及其经过', 'One doubt and its history'), params: byId, reply: z.object({ doubt: DoubtRow, history: z.array(DoubtStep) }) }),
  settleDoubt: route({
    method: 'POST', path: '/api/doubts/:id/settle', permission: 'import.review', summary: words('疑点销号', 'Settle a doubt'), params: byId,
    body: z.object({
      version: SeenVersion, how: SettledHow, reason: Reason,
      /** Key of the saying that is wrong, where one is. */
      side: Typed(300, 1).nullable().default(null),
    }),
    reply: z.object({ doubt: DoubtRow }),
  }),
  reopenDoubt: route({ method: 'POST', path: '/api/doubts/:id/reopen', permission: 'import.review', summary: words('重开疑点', 'Reopen a doubt'), params: byId, body: z.object({ version: SeenVersion, reason: Reason }), reply: z.object({ doubt: DoubtRow }) }),
  runChecks: route({ method: 'POST', path: '/api/doubts/check', permission: 'import.review', summary: words('立即检查', 'Run the checks now'), reply: LastCheck }),
} as const satisfies Contract
