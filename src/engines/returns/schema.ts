import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { Aspect, Indicator } from '../indicators/schema.ts'
import { UnitKind } from '../org/schema.ts'

/** 报送周期: how often a form is filled. Source: year.md §1.4, "watch daily, dispatch weekly, feed back monthly". */
export const Rhythm = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year'])
export type Rhythm = z.infer<typeof Rhythm>

/** Where a form's row stands for what: the indicator, its level or growth, of the period alone or of the year to date (1—10月). */
const about = { indicator: Indicator.shape.code, aspect: Aspect.default('level'), reach: z.enum(['period', 'to-date']).default('period') }

/**
 * A row of a form. `typed` is asked of the unit; the others are worked out and shown with their source, never asked:
 * by the indicator's own formula, as running total or growth of a row of the same indicator, or as a count that the program keeps.
 */
export const FormRow = z.discriminatedUnion('by', [
  z.object({ by: z.literal('typed'), ...about, required: z.boolean().default(true) }),
  z.object({ by: z.literal('formula'), ...about }),
  z.object({ by: z.literal('running-total'), ...about, reach: z.literal('to-date').default('to-date') }),
  z.object({ by: z.literal('growth'), ...about, aspect: z.literal('growth').default('growth') }),
  z.object({ by: z.literal('count'), ...about, counter: z.string().regex(/^[a-z][a-z-]{1,40}$/) }),
])
export type FormRow = z.infer<typeof FormRow>

/** The key of a row within its form and of its cell within a sheet: `JOBS`, `JOBS/to-date`, `RETAIL/growth`. */
export function keyOf({ indicator, aspect, reach }: Pick<FormRow, 'indicator' | 'aspect' | 'reach'>): string {
  return [indicator, ...(aspect === 'growth' ? ['growth'] : []), ...(reach === 'to-date' ? ['to-date'] : [])].join('/')
}

export const RowKey = z.string().regex(/^[A-Z][A-Z0-9-]{1,39}(?:\/growth)?(?:\/to-date)?$/, { error: '应为指标代码，如 JOBS、JOBS/to-date、RETAIL/growth a row such as JOBS, JOBS/to-date or RETAIL/growth' })

/** An error must be mended before the sheet is submitted; a warning may be answered with a reason instead. */
export const Grade = z.enum(['error', 'warning'])
export type Grade = z.infer<typeof Grade>

const Bound = z.number().min(-1e15).max(1e15)

/** What a form checks of its cells. A closed set: each kind explains itself with the numbers it compared (domain/checks.ts). */
export const Check = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('between'), row: RowKey, least: Bound.nullable().default(null), most: Bound.nullable().default(null), grade: Grade }),
  z.object({ kind: z.literal('differs'), row: RowKey, from: z.enum(['last-period', 'last-year']), percent: z.number().min(0).max(100_000), grade: Grade }),
  z.object({ kind: z.literal('never-falls'), row: RowKey, grade: Grade }),
  z.object({ kind: z.literal('sum'), rows: z.array(RowKey).min(2).max(40), total: RowKey, grade: Grade }),
  z.object({ kind: z.literal('adds-up'), row: RowKey, grade: Grade }),
])
export type Check = z.infer<typeof Check>

/**
 * Who fills a form. `all`: every unit of these kinds, each its own figures. `these`: units by their codes, each its own figures.
 * `owners`: each unit the rows of the indicators it keeps, as figures of the whole district.
 */
export const FormUnits = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all'), kinds: z.array(UnitKind).min(1).max(6) }),
  z.object({ of: z.literal('these'), codes: z.array(z.string().trim().min(1).max(20)).min(1).max(200) }),
  z.object({ of: z.literal('owners') }),
])
export type FormUnits = z.infer<typeof FormUnits>

/** A return comes as a quick figure, a first check or a final one; what papers publish is never a return. */
export const ReturnVintage = z.enum(['quick', 'first', 'final'])
export type ReturnVintage = z.infer<typeof ReturnVintage>

/** What a form (报表) asks, of whom and by when. A sheet stays under the version it was opened with. */
export const FormContent = z.object({
  name: Label,
  rhythm: Rhythm,
  rows: z.array(FormRow).min(1).max(100),
  units: FormUnits,
  /** Days after the period's end, until the end of that day in Beijing. */
  due: z.object({ days: z.int().min(0).max(120), of: z.enum(['working', 'calendar']) }),
  vintage: ReturnVintage.default('quick'),
  /** A unit's sheet waits for those of the units below it, and its typed levels are their sums. */
  addsUp: z.boolean().default(false),
  checks: z.array(Check).max(100).default([]),
}).superRefine((form, ctx) => {
  const keys = form.rows.map(keyOf)
  const say = (path: (string | number)[], zh: string, en: string) => ctx.addIssue({ code: 'custom', path, message: `${zh} ${en}` })
  for (const [i, key] of keys.entries()) if (keys.indexOf(key) !== i) say(['rows', i], `填报项${key}重复`, `the row ${key} occurs twice`)
  for (const [i, row] of form.rows.entries()) {
    const sibling = row.by === 'running-total' ? { ...row, aspect: 'level' as const, reach: 'period' as const } : row.by === 'growth' ? { ...row, aspect: 'level' as const } : null
    if (sibling && !keys.includes(keyOf(sibling))) say(['rows', i], `${keyOf(row)}要由${keyOf(sibling)}推算，表中没有这一项`, `${keyOf(row)} is worked out from ${keyOf(sibling)}, which the form lacks`)
    if (row.by === 'running-total' && row.aspect === 'growth') say(['rows', i], '累计只用于总量', 'only levels have running totals')
  }
  for (const [i, check] of form.checks.entries()) {
    for (const key of check.kind === 'sum' ? [...check.rows, check.total] : [check.row]) if (!keys.includes(key)) say(['checks', i], `表中没有填报项${key}`, `the form has no row ${key}`)
    if (check.kind === 'adds-up' && !form.addsUp) say(['checks', i], '只有下级汇总的报表才能核对下级合计', 'only a form that adds up can be held against the units below')
  }
  if (form.addsUp && form.units.of === 'owners') say(['addsUp'], '由责任单位分别填报的报表没有上下级合计', 'a form that each owner fills for the district does not add up')
  if (form.rows.every(row => row.by !== 'typed' && row.by !== 'count')) say(['rows'], '至少要有一项由单位填报或由系统计数', 'at least one row is typed or counted')
})
export type FormContent = z.infer<typeof FormContent>

/** A form of the district with the version that holds from a day on. */
export const FormVersion = z.object({ form: Id, code: Indicator.shape.code, number: z.int().min(1), from: Day, content: FormContent, at: Instant, by: z.string() })
export type FormVersion = z.infer<typeof FormVersion>

/** A form as a pack brings it: what it leaves out is the usual. */
export type PackForm = { readonly code: string; readonly from: Day; readonly content: z.input<typeof FormContent> }

/** Where a sheet (填报表) is: 填报中, 已报送, 已审核, 已核收并锁定. */
export const SheetState = z.enum(['open', 'submitted', 'approved', 'accepted'])
export type SheetState = z.infer<typeof SheetState>

const Value = z.number().min(-1e15).max(1e15)

/** What happened to a sheet: the history its present state is folded from (domain/sheet.ts). */
export const SheetEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), rows: z.array(RowKey) }),
  z.object({ kind: z.literal('entered'), cells: z.array(z.object({ row: RowKey, value: Value.nullable() })) }),
  z.object({ kind: z.literal('answered'), row: RowKey, finding: z.string(), seen: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('submitted'), shown: z.array(z.object({ row: RowKey, value: Value })) }),
  z.object({ kind: z.literal('approved') }),
  z.object({ kind: z.literal('accepted'), figures: z.array(z.object({ row: RowKey, figure: Id })) }),
  z.object({ kind: z.literal('sent-back'), to: z.enum(['open', 'submitted']), reason: z.string() }),
  z.object({ kind: z.literal('reopened'), rows: z.array(RowKey).min(1), reason: z.string() }),
])
export type SheetEvent = z.infer<typeof SheetEvent>

/** An event with who did it and when, the `seq`-th of its sheet. */
export const SheetStep = z.object({ seq: z.int().min(1), at: Instant, person: Id.nullable(), by: z.string(), event: SheetEvent })
export type SheetStep = z.infer<typeof SheetStep>

/** A reason given for a warning. It holds for the numbers it was given for, and lapses when one of them changes. */
export const Answer = z.object({ finding: z.string(), seen: z.string(), reason: z.string(), by: z.string(), at: Instant })
export type Answer = z.infer<typeof Answer>

/** A cell: its value in the indicator's unit of measure (growth in per cent), who typed it, and the reasons given with it. */
export const Cell = z.object({ value: Value.nullable(), version: z.int().min(0), by: z.string(), at: Instant, answers: z.array(Answer) })
export type Cell = z.infer<typeof Cell>

const Signed = z.object({ person: Id.nullable(), by: z.string(), at: Instant })

/** A sheet as its history leaves it. */
export const Standing = z.object({
  state: SheetState,
  rows: z.array(RowKey),
  cells: z.record(z.string(), Cell),
  /** 1 until the sheet is locked for the first time; each revision after the lock is a further round. */
  round: z.int().min(1),
  /** In a revision: the rows that were reopened. Only they may be changed. */
  revising: z.array(RowKey).nullable(),
  submitted: Signed.nullable(),
  approved: Signed.nullable(),
  accepted: Signed.nullable(),
  /** Worked-out values as they stood when it was submitted. */
  shown: z.record(z.string(), Value),
  firstSubmittedAt: Instant.nullable(),
  /** The last sending back that was not yet followed by a new submission. */
  sentBack: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
  timesSentBack: z.int(),
  /** The figures in force that the sheet brought, by row. */
  figures: z.record(z.string(), Id),
  /** Number of its events; also the version a command must have seen. */
  version: z.int(),
})
export type Standing = z.infer<typeof Standing>

/** A sheet (填报表): one unit's answer to one form for one period. */
export const Sheet = z.object({
  id: Id,
  form: Id,
  formVersion: z.int(),
  unit: Id,
  period: Period,
  dueOn: Day,
  /** False where the due day rests on holidays that are not published yet. */
  dueKnown: z.boolean(),
  /** Made up for the demonstration. */
  generated: z.boolean(),
  standing: Standing,
})
export type Sheet = z.infer<typeof Sheet>

/** A value on file that stands beside a cell, with its figure. */
export const Known = z.object({ value: z.number(), period: z.string(), figure: Id.nullable() })
export type Known = z.infer<typeof Known>

/** A unit below whose sheet of the same form and period is not approved yet. */
export const Missing = z.object({ unit: z.string(), state: SheetState })
export type Missing = z.infer<typeof Missing>

/** What the ledger and other sheets say of one row: what stands beside its cell and what worked-out values rest on. */
export const Beside = z.object({
  lastPeriod: Known.nullable(),
  lastYear: Known.nullable(),
  /** For a running total: what the year brought before this period. Null where a month is missing. */
  before: Known.nullable(),
  /** For a formula: its inputs in order, as they are on file; `row` where this very sheet asks for one. */
  inputs: z.array(z.object({ name: z.string(), unit: z.string(), row: RowKey.nullable(), known: Known.nullable() })),
  count: z.number().nullable(),
  /** Another sheet brought this very figure: it is shown and not asked. */
  brought: Known.extend({ sheet: Id, form: z.string(), unit: z.string() }).nullable(),
  /** Sum of the cells of the units below, of how many; null where the form does not add up. */
  below: z.object({ sum: z.number(), of: z.int(), filled: z.int() }).nullable(),
})
export type Beside = z.infer<typeof Beside>

/** What a check found: in which row, how grave, and the sentence with the numbers compared. `seen` tells whether an answer still holds. */
export const Finding = z.object({ key: z.string(), row: RowKey, grade: Grade, words: Label, seen: z.string(), answer: Answer.nullable() })
export type Finding = z.infer<typeof Finding>
