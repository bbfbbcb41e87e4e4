import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { PlainText } from '../../indicators/contract.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const byId = z.object({ id: Id })
const one = byId.extend({ attachment: Id })

/** A photograph is a few hundred kilobytes, a scanned page one or two megabytes. */
export const MOST_ATTACHMENT_BYTES = 5_000_000
/** So many stand with one case at most. */
export const MOST_ATTACHMENTS = 30

/** A file with a case. `by` is null for whoever asked; `withdrawn` says who took it back, when and why: its bytes are gone then. */
export const AttachmentView = z.object({
  id: Id, name: z.string(), mime: z.string(), size: z.int(), at: Instant, by: z.object({ name: z.string(), unit: Id.nullable() }).nullable(),
  withdrawn: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(), mayWithdraw: z.boolean(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

export const attachmentContract = {
  attachments: route({ method: 'GET', path: '/api/cases/:id/attachments', permission: 'case.read', summary: words('工单的照片和材料', 'Photographs and papers of a case'), params: byId, reply: z.object({ items: z.array(AttachmentView), mayAttach: z.boolean() }) }),
  attach: route({ method: 'POST', path: '/api/cases/:id/attachments', permission: 'case.read', summary: words('上传照片或材料（5MB以内，去除拍摄位置等信息）', 'Add a photograph or paper, up to 5 MB; where it was taken is removed from it'), form: 'upload', params: byId, reply: AttachmentView }),
  attachment: route({ method: 'GET', path: '/api/cases/:id/attachments/:attachment', permission: 'case.read', summary: words('查看照片或材料', 'A photograph or paper'), form: 'file', params: one, reply: FileReply }),
  withdraw: route({ method: 'POST', path: '/api/cases/:id/attachments/:attachment/withdraw', permission: 'case.read', summary: words('撤回照片或材料', 'Withdraw a photograph or paper'), params: one, body: z.object({ reason: PlainText(200).min(2) }), reply: AttachmentView }),
} satisfies Contract
