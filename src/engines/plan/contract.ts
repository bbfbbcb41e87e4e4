import { z } from 'zod'
import { type Contract, FileReply, page, PageById, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { Light } from '../../kernel/light.ts'
import { Instant } from '../../kernel/time.ts'
import { LedgerDay, OverrideRow, PlainText, SheetReply, TargetRow, Year } from '../indicators/contract.ts'
import { Indicator } from '../indicators/schema.ts'
import { UnitKind } from '../org/schema.ts'
import { awaitedRoutes } from './completion/contract.ts'
import { Commitment, CommitmentEvent, CommitmentKind, CommitmentNode, Division, DivisionCheck, DivisionMethod, DivisionStep, LightAnswer, LightAnswerKind, LightChange, LightSeen, PlanLine, PlanYear, Strength } from './schema.ts'

const byId = z.object({ id: Id })
const byYear = z.object({ year: Year })
const Version = z.int().min(1).max(2_000_000_000)
const words = (zh: string, en: string): Label => ({ zh, en })

/** How many lines or commitments a year has, for the year switch. */
const YearRow = z.object({ year: z.int(), targets: z.int(), commitments: z.int() })

/** What a person sets of a commitment. */
const fields = { title: PlainText(300), verb: PlainText(20).nullable(), strength: Strength, dueOn: LedgerDay, leadUnit: Id.nullable(), coUnits: z.array(Id).max(50) }
export const CommitmentGiven = z.object({ ...fields, kind: CommitmentKind, parent: Id.nullable().default(null), verb: fields.verb.default(null), strength: Strength.default('plain'), leadUnit: fields.leadUnit.default(null), coUnits: fields.coUnits.default([]), ground: PlainText(300) })
/** What is left out stays, so there are no defaults here. */
export const CommitmentChange = z.object(fields).partial()

/** One step of a commitment's history. */
export const HistoryRow = z.object({ seq: z.int(), at: Instant, by: z.string(), event: CommitmentEvent })

const LineFilter = z.object({ q: z.string().trim().max(60).optional(), light: Light.optional(), kind: PlanLine.shape.kind.optional(), owner: z.string().max(60).optional(), on: LedgerDay.optional() })

/** Where a page of changes ended: the day and the change. */
const ChangeCursor = z.string().regex(/^\d{4}-\d{2}-\d{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, { error: '应为上一页给出的 next the value of next that the page before gave' })
/** Which changes of lights: `open` are those for the worse of which nobody has yet said what was done. */
const ChangeFilter = z.object({ year: Year.optional(), turn: LightChange.shape.turn.optional(), thing: Id.optional(), unit: Id.optional(), open: z.enum(['true', 'false']).optional() })
const Amount = z.number().min(-1e15).max(1e15)
const Reason = PlainText(500).min(2)
const ReasonOrNone = Reason.nullable().default(null)

/** What a planner sets of a division. The number that is divided is the target's own; values of shares are worked out. */
export const TermsGiven = z.object({
  method: DivisionMethod, check: DivisionCheck, tolerance: Amount.min(0).default(0), digits: z.int().min(0).max(2).default(0), ground: PlainText(300).nullable().default(null),
  parts: z.array(z.object({ unit: Id, share: Amount.nullable().default(null), weight: Amount.nullable().default(null), value: Amount.default(0) })).max(500),
})

/** A unit that may take a part, with the level of the year before that parts are often filled by. */
const UnitForPart = z.object({ id: Id, name: z.string(), kind: UnitKind, lastYear: z.number().nullable() })

/** An edition of a division with everything that happened to it. */
export const DivisionRow = Division.extend({ history: z.array(DivisionStep.extend({ seq: z.int() })) })
export type DivisionRow = z.infer<typeof DivisionRow>

/** A part as the target it became. */
const Standing = z.object({ unit: Id, line: PlanLine })

/** The page of a divided target. */
export const DivisionPage = z.object({
  target: TargetRow,
  line: PlanLine,
  /** The year before and the measure in which `lastYear` is told. */
  before: z.object({ period: z.string(), measure: z.string() }).nullable(),
  units: z.array(UnitForPart),
  /** Newest first. */
  editions: z.array(DivisionRow),
  /** How the parts stand, each as a target of its unit; also those that the edition in force no longer has. */
  standing: z.array(Standing),
})
export type DivisionPage = z.infer<typeof DivisionPage>

/** What one unit owes in a year. */
export const UnitPage = z.object({
  unit: z.object({ id: Id, name: z.string(), kind: UnitKind }),
  year: z.int(),
  years: z.array(z.int()),
  /** Its parts of divided targets, each with the whole and the other parts. */
  parts: z.array(z.object({ line: PlanLine, whole: PlanLine, division: Division, shares: z.array(z.object({ unit: Id, name: z.string(), value: z.number(), light: Light.nullable() })) })),
  /** Parts that wait for its signature, or that it sent back. */
  waiting: z.array(z.object({ whole: PlanLine, target: Id, division: Division, value: z.number() })),
  /** Targets of its own. */
  targets: z.array(PlanLine),
  commitments: z.array(CommitmentNode),
})
export type UnitPage = z.infer<typeof UnitPage>

export const contract = {
  ...awaitedRoutes,
  divisions: route({ method: 'GET', path: '/api/plan/targets/:id/divisions', permission: 'plan.read', summary: words('目标分解：各版次、签认、各单位进度', 'The divisions of a target: editions, signatures, how the parts stand'), params: byId, query: z.object({ on: LedgerDay.optional() }), reply: DivisionPage }),
  draft: route({ method: 'POST', path: '/api/plan/targets/:id/divisions', permission: 'plan.edit', summary: words('起草新一版分解', 'Draft an edition of a division'), params: byId, body: TermsGiven, reply: Division }),
  revise: route({ method: 'PUT', path: '/api/plan/divisions/:id', permission: 'plan.edit', summary: words('修改分解草案', 'Revise a draft'), params: byId, body: TermsGiven.extend({ version: Version }), reply: Division }),
  propose: route({ method: 'POST', path: '/api/plan/divisions/:id/propose', permission: 'plan.edit', summary: words('下发各单位签认', 'Put a division before the units'), params: byId, body: z.object({ reason: ReasonOrNone, version: Version }), reply: Division }),
  reopen: route({ method: 'POST', path: '/api/plan/divisions/:id/reopen', permission: 'plan.edit', summary: words('收回修改', 'Take a division back to revise it'), params: byId, body: z.object({ reason: Reason, version: Version }), reply: Division }),
  withdraw: route({ method: 'POST', path: '/api/plan/divisions/:id/withdraw', permission: 'plan.edit', summary: words('撤销未生效的分解', 'Withdraw a division that is not in force'), params: byId, body: z.object({ reason: Reason, version: Version }), reply: Division }),
  enforce: route({ method: 'POST', path: '/api/plan/divisions/:id/enforce', permission: 'plan.edit', summary: words('签认未齐时说明理由后生效', 'Put a division in force before every unit has signed'), params: byId, body: z.object({ reason: ReasonOrNone, version: Version }), reply: Division }),
  // The number that is signed says what was seen; so two heads may sign at once.
  sign: route({ method: 'POST', path: '/api/plan/divisions/:id/sign', permission: 'part.sign', summary: words('签认本单位分解数', 'Sign the part of a unit'), params: byId, body: z.object({ unit: Id, value: Amount }), reply: Division }),
  sendBack: route({ method: 'POST', path: '/api/plan/divisions/:id/return', permission: 'part.sign', summary: words('退回分解数并提出建议数', 'Send a part back with a number of one’s own'), params: byId, body: z.object({ unit: Id, value: Amount, reason: Reason, counter: Amount.nullable().default(null) }), reply: Division }),
  importDivision: route({ method: 'POST', path: '/api/plan/divisions/:id/import', permission: 'plan.edit', form: 'upload', perMinute: 30, summary: words('从表格填入分解草案', 'Fill a draft from a sheet'), params: byId, query: z.object({ version: z.coerce.number().pipe(Version) }), reply: SheetReply }),
  exportDivision: route({ method: 'GET', path: '/api/plan/divisions/:id/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出分解表', 'Export a division'), params: byId, query: z.object({ form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  unit: route({ method: 'GET', path: '/api/plan/units/:id', permission: 'plan.read', summary: words('一个单位一年所负的目标与任务', 'What a unit owes in a year'), params: byId, query: z.object({ year: Year.optional(), on: LedgerDay.optional() }), reply: UnitPage }),
  exportUnit: route({ method: 'GET', path: '/api/plan/units/:id/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出单位责任清单', 'Export what a unit owes'), params: byId, query: z.object({ year: Year.optional(), form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  years: route({ method: 'GET', path: '/api/plan', permission: 'plan.read', summary: words('各年度计划', 'The plan years'), reply: z.object({ years: z.array(YearRow) }) }),
  year: route({ method: 'GET', path: '/api/plan/:year', permission: 'plan.read', summary: words('一年的目标与承诺及其灯', 'A year: targets and measured commitments with their lights'), params: byYear, query: LineFilter, reply: PlanYear }),
  exportYear: route({ method: 'GET', path: '/api/plan/:year/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出年度计划', 'Export a year'), params: byYear, query: LineFilter.extend({ form: z.enum(['csv', 'xlsx']).default('csv') }), reply: FileReply }),
  commitments: route({ method: 'GET', path: '/api/plan/:year/commitments', permission: 'plan.read', summary: words('任务分解：章、任务、举措', 'The tree of commitments'), params: byYear, query: z.object({ on: LedgerDay.optional() }), reply: z.object({ items: z.array(CommitmentNode) }) }),
  find: route({ method: 'GET', path: '/api/plan/:year/search', permission: 'plan.read', summary: words('查找承诺事项', 'Find commitments'), params: byYear, query: PageById.extend({ kind: CommitmentKind.optional(), unit: Id.optional() }), reply: page(Commitment.omit({ progress: true })) }),
  commitment: route({ method: 'GET', path: '/api/plan/commitments/:id', permission: 'plan.read', summary: words('一项承诺及其沿革', 'A commitment and its history'), params: byId, query: z.object({ on: LedgerDay.optional() }), reply: z.object({ commitment: CommitmentNode, history: z.array(HistoryRow) }) }),
  make: route({ method: 'POST', path: '/api/plan/:year/commitments', permission: 'plan.edit', summary: words('新增承诺事项', 'Add a commitment'), params: byYear, body: CommitmentGiven, reply: Commitment }),
  edit: route({ method: 'PATCH', path: '/api/plan/commitments/:id', permission: 'plan.edit', summary: words('修改承诺事项', 'Change a commitment'), params: byId, body: CommitmentChange.extend({ version: Version }), reply: Commitment }),
  move: route({ method: 'POST', path: '/api/plan/commitments/:id/move', permission: 'plan.edit', summary: words('调整位置', 'Move a commitment'), params: byId, body: z.object({ parent: Id.nullable(), position: z.int().min(1).max(10_000), version: Version }), reply: Commitment }),
  link: route({ method: 'POST', path: '/api/plan/commitments/:id/link', permission: 'plan.edit', summary: words('挂接目标', 'Say which target measures it'), params: byId, body: z.object({ target: Id.nullable(), version: Version }), reply: Commitment }),
  progress: route({ method: 'POST', path: '/api/plan/commitments/:id/progress', permission: 'progress.enter', summary: words('填报进展（附依据）', 'Enter progress with its evidence'), params: byId, body: z.object({ share: z.number().min(0).max(1), onDay: LedgerDay, note: PlainText(1000).min(2), evidence: PlainText(500).min(2), version: Version }), reply: Commitment }),
  remove: route({ method: 'POST', path: '/api/plan/commitments/:id/remove', permission: 'plan.edit', summary: words('删除手工录入的承诺事项', 'Remove a commitment that was entered by hand'), params: byId, body: z.object({ reason: PlainText(500).min(2), version: Version }), reply: z.object({ id: Id }) }),
  override: route({ method: 'PUT', path: '/api/plan/commitments/:id/override', permission: 'light.override', summary: words('人工调灯（承诺事项）', 'Override a commitment’s light until a day'), params: byId, body: z.object({ light: Light, reason: PlainText(500).min(4), until: LedgerDay }), reply: OverrideRow }),
  withdrawOverride: route({ method: 'POST', path: '/api/plan/commitments/:id/override/withdraw', permission: 'light.override', summary: words('撤回人工调灯（承诺事项）', 'Withdraw a commitment’s override'), params: byId, reply: OverrideRow }),
  lightChanges: route({ method: 'GET', path: '/api/lights/changes', permission: 'plan.read', summary: words('亮灯变动', 'Changes of lights, newest first'), query: PageQuery.extend({ ...ChangeFilter.shape, after: ChangeCursor.optional() }), reply: page(LightChange) }),
  exportLightChanges: route({ method: 'GET', path: '/api/lights/changes/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出亮灯变动', 'Export changes of lights'), query: ChangeFilter.extend({ q: PageQuery.shape.q, form: z.enum(['csv', 'xlsx']).default('csv') }), reply: FileReply }),
  lightChange: route({ method: 'GET', path: '/api/lights/changes/:id', permission: 'plan.read', summary: words('一次亮灯变动：谁看过、做了什么', 'A change of a light: who saw it, what was done'), params: byId, reply: z.object({ change: LightChange, seen: z.array(LightSeen), answers: z.array(LightAnswer) }) }),
  seeLight: route({ method: 'POST', path: '/api/lights/changes/:id/seen', permission: 'plan.read', summary: words('记为已看', 'Note that one has seen it'), params: byId, reply: z.object({ seen: z.int() }) }),
  answerLight: route({ method: 'POST', path: '/api/lights/changes/:id/answers', permission: 'light.answer', summary: words('说明原因、批示或措施', 'Say why, or what was done'), params: byId, body: z.object({ kind: LightAnswerKind, words: PlainText(1000).min(2) }), reply: LightAnswer }),
  // Here and not with the register, because commitments that were measured by the entry that goes must follow.
  mergeIndicators: route({ method: 'POST', path: '/api/indicators/:id/merge', permission: 'register.edit', summary: words('并入另一项指标', 'Merge an indicator into another'), params: byId, body: z.object({ into: Id, version: Version }), reply: z.object({ indicator: Indicator, figures: z.int(), targetsJoined: z.int() }) }),
} satisfies Contract
