import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route, SeenVersion } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label, type Label as Words } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { LedgerDay, PlainText, SheetReply } from '../indicators/contract.ts'
import { Aspect, Indicator } from '../indicators/schema.ts'
import { Beside, Check, Finding, FormContent, FormRow, FormVersion, Missing, Rhythm, RowKey, SheetEvent, SheetState, Standing } from './schema.ts'

const byId = z.object({ id: Id })
const words = (zh: string, en: string): Words => ({ zh, en })
const Code = Indicator.shape.code
const Reason = PlainText(500).min(2)
const Value = z.number().min(-1e15).max(1e15)
const Form = z.enum(['csv', 'xlsx']).default('xlsx')
const named = z.object({ id: Id, code: z.string(), name: z.string() })

const Punctuality = z.object({ is: z.enum(['on-time', 'late', 'missing', 'not-due']), days: z.int() })

/** A sheet in a list: whose, for when, where it is, and how it stands to its due day. */
export const SheetRowView = z.object({
  id: Id, form: z.object({ id: Id, code: z.string(), name: Label }), unit: named, period: z.string(), dueOn: Day, dueKnown: z.boolean(), state: SheetState,
  punctuality: Punctuality, firstSubmittedAt: Instant.nullable(), timesSentBack: z.int(), sentBack: z.boolean(), reminder: z.enum(['due-soon', 'late']).nullable(), version: z.int(),
})
export type SheetRowView = z.infer<typeof SheetRowView>

/** A row of the sheet that is open on a desk. `held`: its numbers are held back from this person. */
const RowView = z.object({
  key: z.string(), row: FormRow, name: Label, measure: z.string(), formula: z.enum(['sum', 'difference', 'ratio']).nullable(), beside: Beside,
  indicator: z.object({ id: Id, code: z.string() }), figurePeriod: z.string(), held: z.boolean(), value: z.number().nullable(), counted: Label.nullable(),
})
export type RowView = z.infer<typeof RowView>

/** What this person may do with the sheet now. `own`: they submitted it themselves, so others have to approve and accept it. */
const May = z.object({ fill: z.boolean(), submit: z.boolean(), approve: z.boolean(), accept: z.boolean(), sendBack: z.boolean(), reopen: z.boolean(), own: z.boolean() })

/** A sheet with everything that stands on its page. */
export const SheetView = z.object({
  id: Id, form: z.object({ id: Id, code: z.string(), name: Label, rhythm: Rhythm, number: z.int(), vintage: z.string(), addsUp: z.boolean() }), unit: named, figuresOf: named, period: z.string(), dueOn: Day, dueKnown: z.boolean(), generated: z.boolean(), punctuality: Punctuality,
  standing: Standing, rows: z.array(RowView), checks: z.array(Check), findings: z.array(Finding), missing: z.array(Missing), may: May,
  history: z.array(z.object({ seq: z.int(), at: Instant, by: z.string(), event: SheetEvent })),
})
export type SheetView = z.infer<typeof SheetView>

/** The sheet after a step, without what stands beside it. */
const SheetNow = z.object({ id: Id, standing: Standing, findings: z.array(Finding) })
export type SheetNow = z.infer<typeof SheetNow>

export const FormView = z.object({ id: Id, code: z.string(), until: Day.nullable(), fromPack: z.boolean(), version: z.int(), versions: z.array(FormVersion) })
export type FormView = z.infer<typeof FormView>

const FormRowView = z.object({ id: Id, code: z.string(), name: Label, rhythm: Rhythm, rows: z.int(), number: z.int(), from: Day, until: Day.nullable(), due: FormContent.shape.due, units: FormContent.shape.units, fromPack: z.boolean() })
export type FormRowView = z.infer<typeof FormRowView>

/** Where a cursor of the list of sheets ended: due day and sheet. */
const SheetCursor = z.string().regex(/^\d{4}-\d{2}-\d{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, { error: '应为上一页给出的 next the value of next that the page before gave' })
const SheetFilter = z.object({ form: Id.optional(), unit: Id.optional(), period: Period.optional(), state: SheetState.optional(), whose: z.enum(['mine', 'all']).default('all'), only: z.enum(['late', 'sent-back']).optional() })

/** A value as another program or a spreadsheet hands it in: by the indicator's code, never by our ids. */
export const EntryGiven = z.object({ indicator: Code, aspect: Aspect.default('level'), reach: z.enum(['period', 'to-date']).default('period'), value: Value.nullable(), /** Why it is right, where a check doubts it. */ reason: Reason.nullable().default(null) })
export type EntryGiven = z.infer<typeof EntryGiven>

const EntriesReply = z.object({
  sheet: Id, state: SheetState, version: z.int(), taken: z.int(), submitted: z.boolean(),
  /** What could not be taken; nothing was taken then. */
  faults: z.array(z.object({ entry: z.int(), row: z.string(), message: Label })),
  /** What the checks find in the sheet as it stands now. */
  findings: z.array(Finding),
})

const ProgressUnit = z.object({ unit: named, sheet: SheetRowView.nullable(), history: z.array(z.object({ period: z.string(), punctuality: Punctuality.nullable(), state: SheetState.nullable(), timesSentBack: z.int() })) })
const Progress = z.object({
  form: FormRowView, period: z.string(), periods: z.array(z.string()), counts: z.object({ units: z.int(), 'on-time': z.int(), late: z.int(), missing: z.int(), 'not-due': z.int(), sentBack: z.int(), accepted: z.int() }), units: z.array(ProgressUnit),
})
export type Progress = z.infer<typeof Progress>

const step = <B extends z.ZodRawShape>(body: B) => z.object({ version: SeenVersion, ...body })

export const contract = {
  forms: route({ method: 'GET', path: '/api/returns/forms', permission: 'plan.read', summary: words('报表清单', 'Forms in force and those that were'), reply: z.object({ items: z.array(FormRowView) }) }),
  counters: route({ method: 'GET', path: '/api/returns/counters', permission: 'form.edit', summary: words('系统可提供的计数', 'Counts that the program keeps'), reply: z.object({ items: z.array(z.object({ key: z.string(), name: Label })) }) }),
  form: route({ method: 'GET', path: '/api/returns/forms/:id', permission: 'plan.read', summary: words('一张报表及其各版', 'A form with its versions'), params: byId, reply: FormView }),
  makeForm: route({ method: 'POST', path: '/api/returns/forms', permission: 'form.edit', summary: words('新建报表', 'Make a form'), body: z.object({ code: Code, from: LedgerDay, content: FormContent }), reply: FormView }),
  changeForm: route({ method: 'POST', path: '/api/returns/forms/:id/versions', permission: 'form.edit', summary: words('报表改版（自某日起启用）', 'A new version of a form, from a day on'), params: byId, body: step({ from: LedgerDay, content: FormContent }), reply: FormView }),
  stopForm: route({ method: 'POST', path: '/api/returns/forms/:id/stop', permission: 'form.edit', summary: words('停用或恢复报表', 'Stop opening a form from a day on, or go on with it'), params: byId, body: step({ until: LedgerDay.nullable() }), reply: FormView }),
  openSheets: route({ method: 'POST', path: '/api/returns/forms/:id/open', permission: 'form.edit', summary: words('立即开表', 'Open the sheets of a period that is over'), params: byId, body: z.object({ period: Period }), reply: z.object({ opened: z.int(), units: z.int() }) }),

  sheets: route({ method: 'GET', path: '/api/returns/sheets', permission: 'figure.unpublished', summary: words('填报表清单', 'Sheets, the latest due first'), query: PageQuery.omit({ q: true }).extend({ ...SheetFilter.shape, after: SheetCursor.optional() }), reply: page(SheetRowView) }),
  sheet: route({ method: 'GET', path: '/api/returns/sheets/:id', permission: 'figure.unpublished', summary: words('一张填报表', 'A sheet with its rows, findings and history'), params: byId, reply: SheetView }),
  enter: route({ method: 'PUT', path: '/api/returns/sheets/:id/cells', permission: 'figure.enter', summary: words('填写填报项（边填边存）', 'Save cells as they are typed'), params: byId, body: z.object({ cells: z.array(z.object({ row: RowKey, value: Value.nullable(), version: z.int().min(0).max(2_000_000_000) })).min(1).max(100) }), reply: SheetNow }),
  answer: route({ method: 'POST', path: '/api/returns/sheets/:id/answers', permission: 'figure.enter', summary: words('对提示说明理由', 'Answer a warning with a reason'), params: byId, body: z.object({ finding: PlainText(200), seen: z.string().max(100).regex(/^[-+.e\d ]*$/), reason: Reason }), reply: SheetNow }),
  submit: route({ method: 'POST', path: '/api/returns/sheets/:id/submit', permission: 'figure.enter', summary: words('报送', 'Submit a sheet'), params: byId, body: step({}), reply: SheetNow }),
  approve: route({ method: 'POST', path: '/api/returns/sheets/:id/approve', permission: 'figure.approve', summary: words('审核', 'Approve a sheet'), params: byId, body: step({}), reply: SheetNow }),
  accept: route({ method: 'POST', path: '/api/returns/sheets/:id/accept', permission: 'return.accept', summary: words('核收并锁定', 'Accept a sheet, which locks it'), params: byId, body: step({}), reply: SheetNow }),
  sendBack: route({ method: 'POST', path: '/api/returns/sheets/:id/send-back', permission: 'figure.approve', summary: words('退回', 'Send a sheet back with a reason'), params: byId, body: step({ to: z.enum(['open', 'submitted']), reason: Reason }), reply: SheetNow }),
  reopen: route({ method: 'POST', path: '/api/returns/sheets/:id/reopen', permission: 'return.accept', summary: words('重开填报项以修订', 'Reopen named cells after the lock'), params: byId, body: step({ rows: z.array(RowKey).min(1).max(100), reason: Reason }), reply: SheetNow }),

  template: route({ method: 'GET', path: '/api/returns/sheets/:id/template', permission: 'figure.enter', form: 'file', perMinute: 60, summary: words('下载填报模板', 'The sheet as a spreadsheet to fill'), params: byId, query: z.object({ form: Form }), reply: FileReply }),
  upload: route({ method: 'POST', path: '/api/returns/sheets/:id/upload', permission: 'figure.enter', form: 'upload', perMinute: 60, summary: words('上传填好的模板', 'Take a filled spreadsheet, whole or not at all'), params: byId, query: z.object({ check: z.enum(['true', 'false']).default('false') }), reply: SheetReply }),
  entries: route({ method: 'PUT', path: '/api/returns/entries', permission: 'figure.enter', summary: words('按代码报送整张填报表（供系统对接）', 'Hand in a whole sheet by codes, for other programs'), body: z.object({ form: Code, unit: PlainText(20), period: Period, values: z.array(EntryGiven).max(100), submit: z.boolean().default(false) }), reply: EntriesReply }),

  progress: route({ method: 'GET', path: '/api/returns/forms/:id/progress', permission: 'figure.unpublished', summary: words('一张报表的报送进度（按单位）', 'How a form stands, by unit'), params: byId, query: z.object({ period: Period.optional() }), reply: Progress }),
  exportProgress: route({ method: 'GET', path: '/api/returns/forms/:id/progress/export', permission: 'figure.unpublished', form: 'file', perMinute: 30, summary: words('导出报送进度', 'Export how a form stands'), params: byId, query: z.object({ period: Period.optional(), form: Form }), reply: FileReply }),
} satisfies Contract
