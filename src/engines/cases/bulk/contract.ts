import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Move, type MoveKind } from '../contract.ts'

/** What may be done with many cases in the same words. What answers one matter, or decides on one, is done one at a time. */
export const bulkKinds = ['filed', 'dispatched', 'signed', 'co-asked', 'checked', 'closed', 'noted', 'jointly-supervised', 'voided'] as const satisfies readonly MoveKind[]
export type BulkKind = (typeof bulkKinds)[number]

const BulkMove = Move.refine(move => bulkKinds.some(kind => kind === move.kind), { error: '这一步须逐件办理 this is done one case at a time' })

/** What came of one case. `refused`: why not, in words; null where it was done, or may be done in a dry run. `seq` as it is now. */
export const BulkResult = z.object({ id: Id, number: z.string().nullable(), title: z.string().nullable(), seq: z.int().nullable(), refused: z.object({ kind: z.string(), said: Label }).nullable() })
export type BulkResult = z.infer<typeof BulkResult>

/** At most so many at once; a browser sends fewer and shows how far it is. */
export const MOST_AT_ONCE = 500

export const bulkContract = {
  bulk: route({
    method: 'POST', path: '/api/cases/bulk', permission: 'case.read', summary: { zh: '批量办理一步：先预览，后逐件办理', en: 'One step with many cases: asked first, then each in a transaction of its own' },
    body: z.object({
      cases: z.array(z.object({ id: Id, seq: z.int().min(1).max(2_000_000_000) })).min(1).max(MOST_AT_ONCE).refine(cases => new Set(cases.map(one => one.id)).size === cases.length, { error: '工单不能重复 each case once' }),
      move: BulkMove, dryRun: z.boolean(),
    }),
    reply: z.object({ items: z.array(BulkResult) }),
  }),
} satisfies Contract
