import { z } from 'zod'
import { type Contract, FileReply, route, SeenVersion } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { spanOf } from '../../../kernel/period.ts'
import { Source } from '../../../kernel/source.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { CheckQuery, LedgerDay, PlainText, SheetReply, Year } from '../../indicators/contract.ts'
import { AcceptanceDecision, AcceptanceState, Evidence, Ledger, LedgerEvent, LedgerKind, LedgerNeed, LineEvent, MidTerm, MidTermLine, YearlyPath, YearValue } from './schema.ts'
import { PlanLine } from '../schema.ts'
import { ParticularKey, Standing } from './particulars-schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const Reason = PlainText(300).min(2)
/** A field of a form that came empty was not filled in. */
const blank = (value: unknown) => (value === '' ? undefined : value)

/** A year or a span of years that a ledger is made for. */
const Span = z.string().max(9).refine(text => ['year', 'years'].includes(spanOf(text)?.kind ?? ''), { error: '应为年份或年份区间，如2025、2021-2025 a year or years, such as 2025 or 2021-2025' })

/** One measurable part of a line: a measure of the plan, or the target itself. `line` holds target, figure and sources where there are any. */
export const PartRow = z.object({ commitment: Id.nullable(), title: z.string(), dueOn: Day.nullable(), lead: z.string().nullable(), share: z.number().nullable(), light: Light, because: Label, line: PlanLine.nullable() })
export type PartRow = z.infer<typeof PartRow>

export const PathRow = z.object({
  method: z.enum(['own', 'straight', 'cumulative', 'every-year', 'hold', 'none']), base: YearValue.nullable(),
  years: z.array(z.object({ year: z.int(), expected: z.number().nullable(), actual: z.number().nullable(), reached: z.number().nullable(), due: z.number().nullable(), gap: z.number().nullable(), arrived: z.boolean(), light: Light, because: Label, /** Where the value was said, and which figure it is; null where there is none. */ source: Source.nullable(), figure: Id.nullable() })),
  /** What the annual plans promised of the same indicator, which is how the five years are reached. */
  annual: z.array(z.object({ year: z.int(), words: z.string(), aspect: z.enum(['level', 'growth']) })),
})

/** A line of a ledger as it stands on a day. */
export const LineRow = z.object({
  id: Id, position: z.int(), title: z.string(), label: Label, commitment: Id.nullable(), target: Id.nullable(), code: z.string().nullable(), nature: z.enum(['binding', 'expected']).nullable(),
  dueOn: Day.nullable(), leads: z.array(z.string()), units: z.array(Id), weight: z.number(), parts: z.array(PartRow), share: z.number().nullable(),
  /** What is shown; `measured` is what the figures say before acceptance is asked. */
  light: Light, measured: Light, because: Label, done: z.int(), unreported: z.int(),
  evidence: z.int(), acceptance: z.object({ state: AcceptanceState, step: z.int(), share: z.number().nullable(), note: z.string().nullable() }), waitsFor: Label.nullable(), lacks: z.array(LedgerNeed),
  /** The commitment or target it stood for was retracted with its paper. */
  gone: z.boolean(),
  /** What stands of the columns that its kind has of its own, by their keys. */
  particulars: Standing,
  path: PathRow.nullable(), set: YearlyPath.nullable(), source: Source.nullable(), version: z.int(),
})
export type LineRow = z.infer<typeof LineRow>

const Whole = z.object({ light: Light, share: z.number().nullable(), lights: z.record(Light, z.int()), because: Label })

/** A ledger in a list: what it is, how many lines show which light, what is still lacking. */
export const LedgerRow = Ledger.extend({ of: LedgerKind, whole: Whole, lines: z.int(), lacking: z.int(), evidence: z.int(), awaiting: z.int(), accepted: z.int() })
export type LedgerRow = z.infer<typeof LedgerRow>

/** A ledger with its lines, as it stands on a day. */
export const LedgerView = z.object({ on: Day, ledger: LedgerRow, lines: z.array(LineRow) })
export type LedgerView = z.infer<typeof LedgerView>

export const OfferRow = z.object({ kind: z.string(), year: z.int(), title: z.string(), commitments: z.array(z.object({ id: Id, title: z.string(), parts: z.int() })) })

/** A line that is not in the plan yet: it becomes a commitment of its own. */
const FreshLine = z.object({ title: PlainText(300), dueOn: LedgerDay, leadUnit: Id.nullable().default(null) })
const chosen = { commitments: z.array(Id).max(500).default([]), targets: z.array(Id).max(500).default([]), fresh: z.array(FreshLine).max(100).default([]) }

const amount = z.number().min(-1e15).max(1e15)
const PathGiven = z.object({ base: YearValue.extend({ value: amount }).nullable(), own: z.array(YearValue.extend({ value: amount })).max(10), ground: PlainText(300).nullable() })

export const contract = {
  list: route({ method: 'GET', path: '/api/ledgers', permission: 'plan.read', summary: words('台账清单', 'The ledgers'), query: z.object({ year: Year.optional(), on: LedgerDay.optional() }), reply: z.object({ year: z.int(), items: z.array(LedgerRow), kinds: z.array(LedgerKind), years: z.array(z.int()) }) }),
  offers: route({ method: 'GET', path: '/api/ledgers/offers', permission: 'plan.edit', summary: words('可立为台账的附件清单', 'Lists of papers of which a ledger may be made'), query: z.object({ year: Year }), reply: z.object({ items: z.array(OfferRow) }) }),
  get: route({ method: 'GET', path: '/api/ledgers/:id', permission: 'plan.read', summary: words('一本台账及其各项', 'A ledger with its lines'), params: byId, query: z.object({ on: LedgerDay.optional() }), reply: LedgerView.extend({ midTerms: z.array(MidTerm), history: z.array(z.object({ seq: z.int(), at: Instant, by: z.string(), event: LedgerEvent })) }) }),
  export: route({ method: 'GET', path: '/api/ledgers/:id/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出台账', 'Export a ledger'), params: byId, query: z.object({ on: LedgerDay.optional(), form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  make: route({ method: 'POST', path: '/api/ledgers', permission: 'plan.edit', summary: words('建立台账', 'Make a ledger'), body: z.object({ kind: PlainText(40), span: Span, title: PlainText(300), ground: PlainText(300), cap: z.int().min(1).max(10_000).nullable().default(null), ...chosen }), reply: z.object({ id: Id, lines: z.int() }) }),
  edit: route({ method: 'PATCH', path: '/api/ledgers/:id', permission: 'plan.edit', summary: words('修改台账名称或上限', 'Change the title or the cap of a ledger'), params: byId, body: z.object({ title: PlainText(300).optional(), cap: z.int().min(1).max(10_000).optional(), reason: Reason, version: SeenVersion }), reply: z.object({ id: Id }) }),
  remove: route({ method: 'POST', path: '/api/ledgers/:id/remove', permission: 'plan.edit', summary: words('删除台账（不删除其中事项）', 'Remove a ledger; what it lists stays'), params: byId, body: z.object({ reason: Reason, version: SeenVersion }), reply: z.object({ id: Id }) }),
  add: route({ method: 'POST', path: '/api/ledgers/:id/lines', permission: 'plan.edit', summary: words('向台账增加事项', 'Add lines to a ledger'), params: byId, body: z.object({ ...chosen, version: SeenVersion }), reply: z.object({ added: z.int() }) }),
  conclude: route({ method: 'POST', path: '/api/ledgers/:id/mid-term', permission: 'plan.edit', summary: words('形成中期评估', 'Conclude the mid-term evaluation'), params: byId, body: z.object({ year: Year, opinion: PlainText(2000).min(4), version: SeenVersion }), reply: MidTerm }),
  midTerm: route({ method: 'GET', path: '/api/ledgers/:id/mid-term', permission: 'plan.read', summary: words('中期评估：各指标完成情况', 'The mid-term evaluation as it would be today'), params: byId, query: z.object({ year: Year.optional(), on: LedgerDay.optional() }), reply: z.object({ year: z.int(), lines: z.array(MidTermLine) }) }),
  line: route({ method: 'GET', path: '/api/ledgers/lines/:id', permission: 'plan.read', summary: words('台账的一项：佐证、验收与沿革', 'A line: evidence, acceptance, history'), params: byId, query: z.object({ on: LedgerDay.optional() }), reply: z.object({ ledger: LedgerRow, line: LineRow, evidence: z.array(Evidence), history: z.array(z.object({ seq: z.int(), at: Instant, by: z.string(), event: LineEvent })), may: z.object({ work: z.boolean(), readFiles: z.boolean(), propose: z.boolean(), decide: z.boolean(), withdraw: z.array(Id) }) }) }),
  setLine: route({ method: 'PATCH', path: '/api/ledgers/lines/:id', permission: 'plan.edit', summary: words('调整次序、权重或年度路径', 'Set place, weight or yearly path of a line'), params: byId, body: z.object({ position: z.int().min(1).max(10_000).optional(), weight: z.number().min(0).max(1000).optional(), path: PathGiven.nullable().optional(), version: SeenVersion }), reply: z.object({ id: Id }) }),
  tell: route({
    method: 'POST', path: '/api/ledgers/lines/:id/particulars', permission: 'progress.enter', summary: words('填报台账栏目', 'Tell values of the columns of a line'), params: byId,
    body: z.object({ onDay: LedgerDay, values: z.record(ParticularKey, z.union([amount, PlainText(300), z.null()])), ground: PlainText(300).min(2), reason: z.preprocess(blank, PlainText(300).nullable().optional()), version: SeenVersion }), reply: z.object({ id: Id }),
  }),
  particularsSheet: route({ method: 'GET', path: '/api/ledgers/:id/particulars', permission: 'progress.enter', form: 'file', perMinute: 30, summary: words('台账栏目填报表', 'The sheet on which the columns of a ledger are told'), params: byId, query: z.object({ form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  importParticulars: route({ method: 'POST', path: '/api/ledgers/:id/particulars/import', permission: 'progress.enter', form: 'upload', perMinute: 30, summary: words('导入台账栏目', 'Tell the columns of a ledger by a sheet'), params: byId, query: CheckQuery, reply: SheetReply }),
  takeOff: route({ method: 'POST', path: '/api/ledgers/lines/:id/remove', permission: 'plan.edit', summary: words('移出台账', 'Take a line off the ledger'), params: byId, body: z.object({ reason: Reason, version: SeenVersion }), reply: z.object({ id: Id }) }),
  addEvidence: route({
    method: 'POST', path: '/api/ledgers/lines/:id/evidence', permission: 'progress.enter', form: 'upload', perMinute: 60, summary: words('补充佐证材料（文号或文件）', 'Add evidence: a document number, a file, or both'), params: byId,
    body: z.object({ what: PlainText(300).min(2), number: z.preprocess(blank, PlainText(100).optional()), on: LedgerDay, note: z.preprocess(blank, PlainText(1000).optional()) }), reply: Evidence,
  }),
  withdrawEvidence: route({ method: 'POST', path: '/api/ledgers/lines/:id/evidence/:evidence/withdraw', permission: 'progress.enter', summary: words('撤回佐证材料', 'Withdraw evidence'), params: z.object({ id: Id, evidence: Id }), body: z.object({ reason: Reason }), reply: z.object({ id: Id }) }),
  evidenceFile: route({ method: 'GET', path: '/api/ledgers/evidence/:id', permission: 'plan.read', form: 'file', perMinute: 120, summary: words('下载佐证文件', 'A file of evidence'), params: byId, reply: FileReply }),
  propose: route({ method: 'POST', path: '/api/ledgers/lines/:id/propose', permission: 'progress.enter', summary: words('申请验收', 'Put a line forward for acceptance'), params: byId, body: z.object({ note: PlainText(500).nullable().default(null), version: SeenVersion }), reply: z.object({ id: Id }) }),
  decide: route({ method: 'POST', path: '/api/ledgers/lines/:id/decide', permission: 'ledger.accept', summary: words('验收', 'Accept, accept in part, or refuse'), params: byId, body: z.object({ decision: AcceptanceDecision, share: z.number().min(0).max(1).nullable().default(null), note: PlainText(300).min(2), version: SeenVersion }), reply: z.object({ id: Id }) }),
} satisfies Contract
