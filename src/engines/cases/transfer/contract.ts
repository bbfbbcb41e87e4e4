import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { PlainText } from '../../indicators/contract.ts'
import { CaseQuery } from '../contract.ts'

const Columns = z.preprocess(value => (typeof value === 'string' ? value.split(',') : value), z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,59}$/)).min(1).max(80)).optional()

/** The filters of the list; columns by the keys of `domain/export-columns.ts`, and with a type `field.<key>` for its own fields. The usual ones where none are named. */
const ExportQuery = z.object({ ...CaseQuery.shape, form: z.enum(['csv', 'xlsx']).default('xlsx'), columns: Columns })

export const transferContract = {
  exportCases: route({ method: 'GET', path: '/api/cases/export', permission: 'case.read', form: 'file', perMinute: 20, summary: { zh: '导出工单（个人信息遮蔽）', en: 'Cases as a file, personal data masked' }, query: ExportQuery, reply: FileReply }),
  exportRevealed: route({ method: 'POST', path: '/api/cases/export', permission: 'case.reveal', form: 'file', perMinute: 10, summary: { zh: '导出工单及反映人信息（记录理由）', en: 'Cases as a file with who asked; the reason is kept' }, query: ExportQuery, body: z.object({ reason: PlainText(200).min(4) }), reply: FileReply }),
} as const satisfies Contract
