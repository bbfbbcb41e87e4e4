import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { PlainText } from '../../indicators/contract.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const byId = z.object({ id: Id })
const one = byId.extend({ file: Id })

/** So many stand with one project at most. */
export const MOST_FILES = 200

/** What a file is: the plan of the project 方案, an approval 批复, a contract 合同, minutes 会议纪要, a photograph 照片, something else. */
export const FileKind = z.enum(['plan', 'approval', 'contract', 'minutes', 'photo', 'other'])
export type FileKind = z.infer<typeof FileKind>

/** A file with a project. `visit`: number of the event of the visit at which it was taken. `withdrawn`: who took it back, when and why; its bytes are gone then. */
export const ProjectFile = z.object({
  id: Id, kind: FileKind, name: z.string(), mime: z.string(), size: z.int(), visit: z.int().nullable(), at: Instant, by: z.string(),
  withdrawn: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(), mayWithdraw: z.boolean(),
})
export type ProjectFile = z.infer<typeof ProjectFile>

export const fileContract = {
  files: route({ method: 'GET', path: '/api/projects/:id/files', permission: 'plan.read', summary: words('项目的文件和照片', 'Documents and photographs of a project'), params: byId, reply: z.object({ items: z.array(ProjectFile), mayBring: z.boolean() }) }),
  bring: route({
    method: 'POST', path: '/api/projects/:id/files', permission: 'plan.read', summary: words('上传项目文件或照片（5MB以内，去除照片的拍摄位置等信息）', 'Add a document or photograph, up to 5 MB; where it was taken is removed from it'), form: 'upload', perMinute: 60,
    params: byId, query: z.object({ kind: FileKind, visit: z.coerce.number().int().min(1).max(2_000_000_000).optional() }), reply: ProjectFile,
  }),
  projectFile: route({ method: 'GET', path: '/api/projects/:id/files/:file', permission: 'plan.read', summary: words('查看项目文件或照片', 'A document or photograph'), form: 'file', params: one, reply: FileReply }),
  withdrawFile: route({ method: 'POST', path: '/api/projects/:id/files/:file/withdraw', permission: 'plan.read', summary: words('撤回项目文件或照片', 'Withdraw a document or photograph'), params: one, body: z.object({ reason: PlainText(200).min(2) }), reply: ProjectFile }),
} satisfies Contract
