import { z } from 'zod'
import { FileReply, page, PageById, PageQuery, route, type Contract } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label, type Label as Words } from '../../kernel/label.ts'
import { Light, Verdict } from '../../kernel/light.ts'
import { Period } from '../../kernel/period.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { TakenApart } from './domain/contribution.ts'
import { Outcome } from './domain/forecast.ts'
import { LightParameters } from './domain/parameters.ts'
import { Rest } from './domain/rest.ts'
import { Alias, Aspect, Bands, Change, Figure, FigureStatus, Formula, Indicator, Nature, Operator, Override, PaceCurve, Target, Vintage } from './schema.ts'

/** Text a person typed: trimmed, without control characters (PostgreSQL refuses a zero byte). */
export function PlainText(max: number) {
  return z.string().trim().min(1).max(max).regex(/^[^\p{Cc}\uFFFE\uFFFF]*$/u, { error: '不能含有控制字符 no control characters' })
}

/** A measured value: finite, and within what numeric(24,6) and a double both hold exactly enough. */
const Amount = z.number().min(-1e15).max(1e15)

/** A date that a ledger of our time can hold. */
export const LedgerDay = Day.refine(day => day >= '1900-01-01' && day <= '2100-12-31', { error: '日期应在1900年至2100年之间 a date between 1900 and 2100' })

export const Year = z.coerce.number().int().min(1900).max(2100)
const byId = z.object({ id: Id })
const Version = z.int().min(1).max(2_000_000_000)
const Code = Indicator.shape.code
const Reason = PlainText(500).min(2)
const Level = z.object({ value: Amount, unit: PlainText(20), hedge: PlainText(10).optional() })
const ChangeGiven = z.object({ value: Amount, unit: PlainText(20), base: z.string().trim().max(60).regex(/^[^\p{Cc}]*$/u) })
const unitNamed = z.object({ id: Id, name: z.string() })

/** An entry of the register with its newest figure of the whole district. */
export const IndicatorRow = Indicator.extend({ ownerName: z.string().nullable(), latest: Figure.pick({ id: true, period: true, level: true, change: true, saidOn: true }).nullable() })
export type IndicatorRow = z.infer<typeof IndicatorRow>

/** An entry of the register that a name may mean; certainty 1 is beyond doubt. */
export const CandidateRow = z.object({ indicator: Id, code: z.string(), name: Label, certainty: z.number(), why: Label })

/** A value worked out from figures; `doubt` where a paper says otherwise. */
export const DerivedRow = z.object({ kind: z.enum(['year-to-date', 'year-on-year', 'period-on-period', 'formula']), period: z.string(), value: z.number(), unit: z.string(), inputs: z.array(Id), said: z.object({ figure: Id, value: z.number() }).nullable(), doubt: Label.nullable() })

/** A post that sees an indicator's figures before they are published; once it has ended it counts for nobody. */
export const NamedPostRow = z.object({ post: Id, personName: z.string(), unitName: z.string(), title: z.string(), holds: z.boolean(), namedAt: Instant, namedBy: z.string() })
export type NamedPostRow = z.infer<typeof NamedPostRow>
const EmbargoReply = z.object({ embargoed: z.boolean(), version: z.int(), posts: z.array(NamedPostRow) })

export const FigureRow = Figure.extend({ /** Of an embargoed indicator and not published yet. */ heldBack: z.boolean(), indicatorName: z.string(), indicatorCode: z.string(), unitName: z.string().nullable() })
export type FigureRow = z.infer<typeof FigureRow>

/** An override as it is shown and, where it is over, kept. */
export const OverrideRow = Override.extend({ id: Id, withdrawn: z.boolean() })

/** A target with its light: `verdict` is computed, `light` is what is shown (an override's while it lasts). */
export const TargetRow = Target.extend({
  indicatorName: z.string(), indicatorCode: z.string(), unitName: z.string().nullable(),
  light: Light, verdict: Verdict, stretchVerdict: Verdict.nullable(), override: OverrideRow.nullable(),
  figure: z.object({ id: Id, period: z.string(), level: Quantity.nullable(), change: Change.nullable(), saidOn: Day.nullable(), inputs: z.array(Id) }).nullable(),
  expected: z.number().nullable(), share: z.number().nullable(),
})
export type TargetRow = z.infer<typeof TargetRow>

/** A month of a target whose indicator is counted month by month. */
const MonthLight = z.object({ period: z.string(), due: z.number(), done: z.number(), light: Light })

/** The page of one indicator for one unit. */
export const IndicatorPage = z.object({
  indicator: IndicatorRow,
  unit: unitNamed,
  /** Units that have figures of it. */
  units: z.array(unitNamed),
  figures: z.array(Figure),
  /** More figures than this page shows: ask `/api/figures`. */
  more: z.boolean(),
  derived: z.array(DerivedRow),
  /** Where papers contradict one another. */
  doubts: z.array(z.object({ period: z.string(), a: Id, b: Id, words: Label })),
  targets: z.array(TargetRow.extend({ months: z.array(MonthLight) })),
  /** Papers that mention it, newest first. */
  papers: z.array(z.object({ document: Id.nullable(), title: z.string(), saidOn: Day.nullable(), mentions: z.int() })),
  /** Other entries that may be the same thing, for a planner to merge or to tell apart. */
  similar: z.array(CandidateRow),
})
export type IndicatorPage = z.infer<typeof IndicatorPage>

/** A year's course as it is drawn: twelve values, January first. */
const Course = z.object({ year: z.int(), at: z.array(z.number().nullable()), whole: z.number().nullable(), revised: z.boolean() })

/** Where an indicator's year stands and will end: its course beside past years', forecasts with their back-test, what the rest must bring, and who contributed what. */
export const OutlookPage = z.object({
  year: z.int(), years: z.array(z.int()), unit: z.string(), kind: Indicator.shape.kind, constantPrices: z.boolean(),
  course: Course, past: z.array(Course),
  /** What this year's shares are shares of: the target where it gives a total, else the forecast. */
  whole: z.object({ value: z.number(), from: z.enum(['target', 'forecast']), words: z.string() }).nullable(),
  /** The share of the year that should be there at each month's end, and from what that is known; none for what does not add up. */
  expected: z.array(z.object({ share: z.number(), how: z.enum(['own-curve', 'past-years', 'time-passed']) })),
  /** Every curve that was set, the last word first. */
  curves: z.array(PaceCurve),
  level: Outcome, growth: Outcome.nullable(),
  targets: z.array(z.object({ id: Id, words: Label, aspect: Aspect, rest: Rest.nullable() })),
  sectors: TakenApart.nullable(), units: TakenApart.nullable(),
})
export type OutlookPage = z.infer<typeof OutlookPage>

const fields = {
  code: Code, name: z.object({ zh: PlainText(120), en: PlainText(160) }), unit: PlainText(20), nature: Nature, direction: Indicator.shape.direction,
  frequency: Indicator.shape.frequency, kind: Indicator.shape.kind, aggregation: Indicator.shape.aggregation, basis: PlainText(60).nullable(),
  ownerUnit: Id.nullable(), formula: Formula.nullable(), parts: Indicator.shape.parts, embargoed: z.boolean(), bands: Bands.nullable(),
}

/** What a person sets of a new register entry. */
export const IndicatorGiven = z.object({ ...fields, basis: fields.basis.default(null), ownerUnit: fields.ownerUnit.default(null), formula: fields.formula.default(null), parts: fields.parts.default([]), embargoed: fields.embargoed.default(false), bands: fields.bands.default(null) })

/** What a person changes of an entry; what is left out stays (so there are no defaults here). */
export const IndicatorChange = z.object(fields).partial()
export type IndicatorChange = z.infer<typeof IndicatorChange>

/** A figure as a person enters it. At least a level, a change or a rank must be there. */
export const FigureGiven = z.object({
  indicator: Id, unit: Id, period: Period, vintage: Vintage, basis: PlainText(60).nullable().default(null), level: Level.nullable().default(null), change: ChangeGiven.nullable().default(null),
  rank: PlainText(60).nullable().default(null), qualifier: PlainText(120).nullable().default(null), saidOn: LedgerDay.nullable().default(null),
  /** On what the person relies: the return, the letter, the table. */
  ground: PlainText(300),
  submit: z.boolean().default(false),
})
export type FigureGiven = z.infer<typeof FigureGiven>

/** A target as a person enters or restates it. A number is needed unless it is set above, tied or pending. */
export const StatementGiven = z.object({
  operator: Operator, value: Amount.nullable().default(null), stretch: Amount.nullable().default(null), measure: PlainText(20), hedge: PlainText(10).nullable().default(null),
  reference: PlainText(200).nullable().default(null), tiedTo: Id.nullable().default(null), nature: Nature.default('expected'), verb: PlainText(20).nullable().default(null),
  saidOn: LedgerDay.nullable().default(null), ground: PlainText(300),
})
export type StatementGiven = z.infer<typeof StatementGiven>

const Form = z.enum(['csv', 'xlsx']).default('csv')

/** What came of an uploaded sheet: either everything was taken, or nothing and each cell that is wrong. */
export const SheetReply = z.object({
  taken: z.int(), added: z.int(), changed: z.int(), rows: z.int(), checkedOnly: z.boolean(),
  faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), message: Label })),
})
export type SheetReply = z.infer<typeof SheetReply>

export const CheckQuery = z.object({ check: z.enum(['true', 'false']).default('false') })
const words = (zh: string, en: string): Words => ({ zh, en })

const FigureFilter = z.object({ indicator: Id.optional(), unit: Id.optional(), status: FigureStatus.optional(), origin: Id.optional(), year: Year.optional() })
const TargetFilter = z.object({ year: Year.optional(), indicator: Id.optional(), unit: Id.optional(), aspect: Aspect.optional() })
/** Where a page of targets ended: the indicator's code and the target. */
const TargetCursor = z.string().regex(/^[^/\p{Cc}]{1,100}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, { error: '应为上一页给出的 next the value of next that the page before gave' })
const RegisterFilter = z.object({ nature: Nature.optional(), kind: Indicator.shape.kind.optional(), owner: Id.optional(), embargoed: z.enum(['true', 'false']).optional() })

export const contract = {
  indicators: route({ method: 'GET', path: '/api/indicators', permission: 'plan.read', summary: words('指标台账', 'The register of indicators'), query: PageQuery.extend(RegisterFilter.shape), reply: page(IndicatorRow) }),
  match: route({ method: 'GET', path: '/api/indicators/match', permission: 'plan.read', summary: words('文中名称对应哪项指标', 'Which indicators a name may mean'), query: z.object({ name: z.string().min(1).max(200), unit: z.string().max(20).default(''), beside: z.string().max(300).default('') }), reply: z.object({ candidates: z.array(CandidateRow) }) }),
  exportRegister: route({ method: 'GET', path: '/api/indicators/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出指标台账', 'Export the register'), query: RegisterFilter.extend({ form: Form, q: z.string().max(100).optional() }), reply: FileReply }),
  importRegister: route({ method: 'POST', path: '/api/indicators/import', permission: 'register.edit', form: 'upload', perMinute: 30, summary: words('导入指标台账', 'Import the register from a sheet'), query: CheckQuery, reply: SheetReply }),
  indicator: route({ method: 'GET', path: '/api/indicators/:id', permission: 'plan.read', summary: words('一项指标：数值、目标、文件、推算', 'An indicator by id or code: figures, targets, papers, derived values'), params: z.object({ id: z.union([Id, Code]) }), query: z.object({ unit: Id.optional(), on: LedgerDay.optional() }), reply: IndicatorPage }),
  outlook: route({ method: 'GET', path: '/api/indicators/:id/outlook', permission: 'plan.read', summary: words('一项指标的进度、预测与贡献', "An indicator's year: pace, forecast, what the rest must bring, contributions"), params: byId, query: z.object({ unit: Id.optional(), year: Year.optional(), on: LedgerDay.optional() }), reply: OutlookPage }),
  setCurve: route({ method: 'POST', path: '/api/indicators/:id/pace-curves', permission: 'register.edit', summary: words('设定或取消自定进度曲线', 'Set the own pace curve of an indicator, or end it'), params: byId, body: z.object({ fromYear: z.int().min(1990).max(2100), shares: PaceCurve.shape.shares, ground: PlainText(300) }), reply: PaceCurve }),
  create: route({ method: 'POST', path: '/api/indicators', permission: 'register.edit', summary: words('新增指标', 'Add an indicator'), body: IndicatorGiven, reply: Indicator }),
  edit: route({ method: 'PATCH', path: '/api/indicators/:id', permission: 'register.edit', summary: words('修改指标', 'Change an indicator'), params: byId, body: IndicatorChange.extend({ version: Version }), reply: Indicator }),
  confirmName: route({ method: 'POST', path: '/api/indicators/:id/aliases', permission: 'register.edit', summary: words('确认别名', 'Confirm that a name means this indicator'), params: byId, body: z.object({ name: PlainText(120), scope: PlainText(60).nullable().default(null), version: Version }), reply: Indicator }),
  removeName: route({ method: 'POST', path: '/api/indicators/:id/aliases/remove', permission: 'register.edit', summary: words('删除别名', 'Remove a name'), params: byId, body: z.object({ name: Alias.shape.name, scope: Alias.shape.scope.default(null), version: Version }), reply: Indicator }),
  denyName: route({ method: 'POST', path: '/api/indicators/:id/not-names', permission: 'register.edit', summary: words('确认不是同一指标', 'Say that a name is another indicator'), params: byId, body: z.object({ name: PlainText(120), version: Version }), reply: Indicator }),
  embargo: route({ method: 'GET', path: '/api/indicators/:id/embargo', permission: 'plan.read', summary: words('公布前的知悉岗位', 'Posts that see it before it is published'), params: byId, reply: EmbargoReply }),
  nameForEmbargo: route({ method: 'PUT', path: '/api/indicators/:id/embargo', permission: 'register.edit', summary: words('指定公布前的知悉岗位', 'Name the posts that see it before it is published'), params: byId, body: z.object({ posts: z.array(Id).max(100), version: Version }), reply: EmbargoReply }),

  figures: route({ method: 'GET', path: '/api/figures', permission: 'plan.read', summary: words('数值清单', 'Figures, newest entry first'), query: PageById.extend(FigureFilter.shape), reply: page(FigureRow) }),
  exportFigures: route({ method: 'GET', path: '/api/figures/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出数值', 'Export figures'), query: FigureFilter.extend({ form: Form }), reply: FileReply }),
  importFigures: route({ method: 'POST', path: '/api/figures/import', permission: 'figure.enter', form: 'upload', perMinute: 30, summary: words('导入数值', 'Import figures from a sheet'), query: CheckQuery, reply: SheetReply }),
  figure: route({ method: 'GET', path: '/api/figures/:id', permission: 'plan.read', summary: words('一个数值及其各次说法', 'A figure with its vintages'), params: byId, reply: z.object({ figure: FigureRow, vintages: z.array(Figure) }) }),
  enter: route({ method: 'POST', path: '/api/figures', permission: 'figure.enter', summary: words('填报数值', 'Enter a figure'), body: FigureGiven, reply: Figure }),
  correct: route({ method: 'POST', path: '/api/figures/:id/corrections', permission: 'figure.enter', summary: words('更正数值（原数保留）', 'Correct a figure; the old one stays'), params: byId, body: FigureGiven.omit({ indicator: true, unit: true }).extend({ reason: Reason, version: Version }), reply: Figure }),
  submit: route({ method: 'POST', path: '/api/figures/:id/submit', permission: 'figure.enter', summary: words('报送数值', 'Submit a draft'), params: byId, body: z.object({ version: Version }), reply: Figure }),
  decide: route({ method: 'POST', path: '/api/figures/:id/decisions', permission: 'figure.approve', summary: words('审核、发布或退回数值', 'Approve, publish or return a figure'), params: byId, body: z.object({ decision: z.enum(['approve', 'publish', 'return']), reason: Reason.nullable().default(null), version: Version }), reply: Figure }),

  targets: route({ method: 'GET', path: '/api/targets', permission: 'plan.read', summary: words('目标清单', 'Targets'), query: PageQuery.extend({ ...TargetFilter.shape, after: TargetCursor.optional(), on: LedgerDay.optional() }), reply: page(TargetRow) }),
  exportTargets: route({ method: 'GET', path: '/api/targets/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出目标', 'Export targets'), query: TargetFilter.extend({ form: Form }), reply: FileReply }),
  target: route({ method: 'GET', path: '/api/targets/:id', permission: 'plan.read', summary: words('一个目标及其历次表述', 'A target with what was said of it'), params: byId, query: z.object({ on: LedgerDay.optional() }), reply: z.object({ target: TargetRow, overrides: z.array(OverrideRow) }) }),
  promise: route({ method: 'POST', path: '/api/targets', permission: 'plan.edit', summary: words('录入目标', 'Enter a target'), body: StatementGiven.extend({ indicator: Id, unit: Id, period: Period, aspect: Aspect }), reply: Target }),
  restate: route({ method: 'POST', path: '/api/targets/:id/statements', permission: 'plan.edit', summary: words('调整目标（原表述保留）', 'Restate a target; what was said before stays'), params: byId, body: StatementGiven.extend({ reason: Reason, version: Version }), reply: Target }),
  override: route({ method: 'PUT', path: '/api/targets/:id/override', permission: 'light.override', summary: words('人工调灯', 'Override a light until a day'), params: byId, body: z.object({ light: Light, reason: PlainText(500).min(4), until: LedgerDay }), reply: OverrideRow }),
  withdrawOverride: route({ method: 'POST', path: '/api/targets/:id/override/withdraw', permission: 'light.override', summary: words('撤回人工调灯', 'Withdraw an override'), params: byId, reply: OverrideRow }),
  lightRules: route({ method: 'GET', path: '/api/lights/rules', permission: 'plan.read', summary: words('判灯规则与参数', 'Rules and parameters of lights'), reply: z.object({ inForce: LightParameters, dated: z.array(LightParameters), rules: z.array(z.object({ rule: z.string(), label: Label })), inputs: z.array(z.object({ name: z.string(), label: Label })) }) }),
} satisfies Contract
