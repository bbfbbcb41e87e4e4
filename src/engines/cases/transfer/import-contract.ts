import { z } from 'zod'
import { type Contract, FileReply, page, PageById, PageQuery, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { PlainText } from '../../indicators/contract.ts'
import { Key } from '../contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })

/** Rows of a file, without its header, and its size. */
export const MOST_IMPORTED = 10_000
export const MOST_IMPORTED_BYTES = 5_000_000
/** So many cases are opened or taken back with one command; a page sends the next one and shows how far it is. */
export const PIECE = 50

export const ImportState = z.enum(['uploaded', 'checked', 'done', 'undone'])
export const RowOutcome = z.enum(['unchecked', 'new', 'wrong', 'there', 'opened', 'voided'])
export type RowOutcome = z.infer<typeof RowOutcome>

/** Which header stands for which part of a case, by the keys of `domain/importing/columns.ts`. */
const MappingGiven = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,59}$/), PlainText(100)).refine(mapping => Object.keys(mapping).length <= 80)

const Import = z.object({
  id: Id, at: Instant, by: z.string(), own: z.boolean(), type: z.object({ key: z.string(), name: Label }), source: z.string(), file: z.string(), state: ImportState,
  /** How many rows came to what. */
  counts: z.record(RowOutcome, z.int()), /** Of the new ones, those whose time has run out already. */ lateAtOnce: z.int(), undone: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
})
export type Import = z.infer<typeof Import>

/** An import as its page shows it. `sample`: the first rows as they are, for whoever brought them; `meanings`: what a column can be. */
export const ImportView = Import.extend({
  headers: z.array(z.string()), mapping: z.record(z.string(), z.string()), sample: z.array(z.array(z.string())),
  meanings: z.array(z.object({ key: z.string(), name: Label, needed: z.boolean(), personal: z.boolean() })),
})
export type ImportView = z.infer<typeof ImportView>

const ImportRow = z.object({ row: z.int(), outcome: RowOutcome, faults: z.array(z.object({ column: z.string(), value: z.string(), expected: Label })), /** The case that it became, where the caller sees it. */ case: z.object({ id: Id, number: z.string(), title: z.string() }).nullable() })
export type ImportRow = z.infer<typeof ImportRow>

/** What one piece did, and how many rows are left to do. */
const Piece = z.object({ done: z.int(), left: z.int(), import: ImportView })

export const importContract = {
  imports: route({ method: 'GET', path: '/api/cases/imports', permission: 'case.open', summary: words('工单导入记录', 'Files of cases that were imported'), query: PageById.omit({ q: true }), reply: page(Import) }),
  uploadCases: route({ method: 'POST', path: '/api/cases/imports', permission: 'case.open', form: 'upload', perMinute: 60, summary: words('上传工单表格（CSV、xlsx，5MB和1万行以内），尚不登记', 'Bring a file of cases, up to 5 MB and 10,000 rows; nothing is opened yet'), query: z.object({ type: Key, source: PlainText(60).min(2) }), reply: ImportView }),
  caseImport: route({ method: 'GET', path: '/api/cases/imports/:id', permission: 'case.open', summary: words('一次导入', 'An import'), params: byId, reply: ImportView }),
  checkImport: route({ method: 'POST', path: '/api/cases/imports/:id/check', permission: 'case.open', perMinute: 60, summary: words('按列的含义试算每一行，不登记', 'Read every row by what the columns mean; nothing is opened'), params: byId, body: z.object({ mapping: MappingGiven }), reply: ImportView }),
  importRows: route({ method: 'GET', path: '/api/cases/imports/:id/rows', permission: 'case.open', summary: words('一次导入的各行', 'The rows of an import'), params: byId, query: PageQuery.omit({ q: true }).extend({ outcome: RowOutcome.optional(), after: z.coerce.number().int().min(0).max(1_000_000).optional() }), reply: page(ImportRow) }),
  importFaults: route({ method: 'GET', path: '/api/cases/imports/:id/faults', permission: 'case.open', form: 'file', perMinute: 20, summary: words('下载不能导入的行（注明原因，改正后可再次上传）', 'The rows that cannot be imported, with the reasons, to be mended and brought again'), params: byId, query: z.object({ form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  takeImport: route({ method: 'POST', path: '/api/cases/imports/:id/take', permission: 'case.open', summary: words('登记下一批行', 'Open the next rows as cases'), params: byId, reply: Piece }),
  undoImport: route({ method: 'POST', path: '/api/cases/imports/:id/undo', permission: 'case.open', summary: words('撤回整次导入的下一批工单', 'Take back the next cases of an import that nobody has touched'), params: byId, body: z.object({ reason: PlainText(200).min(4) }), reply: Piece }),
} as const satisfies Contract
