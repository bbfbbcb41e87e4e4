/** Whole sheets by spreadsheet and by other programs: everything is taken or nothing, and each cell that is wrong is told. */
import { type Label } from '../../kernel/label.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { choice, fitting, number, readRows, text, type CellFault, type Column } from '../indicators/domain/sheet.ts'
import { aspectWords } from '../indicators/domain/sheet-columns.ts'
import { cellsOf, sheetFile } from '../indicators/index.ts'
import { findUnits } from '../org/index.ts'
import { type contract } from './contract.ts'
import { findingsOf } from './domain/checks.ts'
import { after, mayEnter } from './domain/sheet.ts'
import { isAsked } from './domain/values.ts'
import { type Counters, fill, type FilledSheet } from './filling.ts'
import { findForms } from './form-store.ts'
import { keyOf, type SheetEvent, type Standing } from './schema.ts'
import { findSheetsOf, loadSheet } from './sheet-store.ts'
import { append, hold, noteStep } from './step.ts'
import { askedOf, submission } from './step-api.ts'

type Entries = Pick<Handlers<typeof contract>, 'template' | 'upload' | 'entries'>

/** A value handed in, and the line of the sheet or the place in the list from which it came. */
type Given = { readonly at: number; readonly row: string; readonly value: number | null; readonly reason: string | null }
type Fault = { readonly at: number; readonly row: string; readonly message: Label }
type Brought = { readonly filled: FilledSheet; readonly taken: number; readonly submitted: boolean; readonly faults: readonly Fault[] }

const label = (zh: string, en: string): Label => ({ zh, en })
const reachWords = { period: label('本期', 'period'), 'to-date': label('累计', 'to date') }

/** 填报模板: one line a cell that is asked. What stands beside is shown for the eye and not read back. */
const columns = [
  fitting('code', label('指标代码', 'Code'), label('本表中的指标代码', 'a code of this form'), cell => (/^[A-Z][A-Z0-9-]{1,39}$/.test(cell) ? cell : undefined), true),
  text('name', label('指标名称', 'Name'), 200),
  choice('aspect', label('项目', 'Aspect'), aspectWords, false),
  choice('reach', label('时段', 'Reach'), reachWords, false),
  text('measure', label('计量单位', 'Unit of measure'), 20),
  number('value', label('填报数', 'Value')),
  text('lastPeriod', label('上期数', 'Last period'), 40),
  text('lastYear', label('上年同期数', 'A year ago'), 40),
  text('reason', label('说明', 'Reason'), 500),
] as const satisfies readonly Column[]

export function entriesHandlers(counters: Counters): Entries {
  return {
    template: async (ctx, { params, query }) => ctx.read(async tx => {
      const sheet = await loadSheet(tx, ctx.district, params.id)
      const filled = sheet && await fill(tx, ctx, counters, sheet)
      if (!filled) return refuse('unknown-sheet', { id: params.id })
      // What is embargoed leaves the program in no file, whoever asks.
      const shown = (row: FilledSheet['rows'][number], value: number | null | undefined) => (row.indicator.embargoed ? null : value ?? null)
      const lines = filled.rows.filter(isAsked).map(row => [
        row.indicator.code, row.name.zh, aspectWords[row.row.aspect].zh, reachWords[row.row.reach].zh, row.measure, shown(row, filled.sheet.standing.cells[row.key]?.value), shown(row, row.beside.lastPeriod?.value), shown(row, row.beside.lastYear?.value), null,
      ])
      return ok(await sheetFile(`${filled.unit.name}_${filled.version.content.name.zh}_${sheet.period}`, query.form, [columns.map(column => column.header.zh), ...lines]))
    }),

    upload: async (ctx, { params, query, file }) => {
      const cells = await cellsOf(file)
      if (!cells.ok) return cells
      const { rows, faults } = readRows(columns, cells.value)
      const reply = (wrong: readonly CellFault[], taken: number) => ok({ taken, added: 0, changed: taken, rows: rows.length, checkedOnly: query.check === 'true', faults: wrong.map(f => ({ ...f })) })
      if (faults.length > 0) return reply(faults, 0)
      const given = rows.map(({ row, values }): Given => ({ at: row, row: keyIn(values), value: typeof values['value'] === 'number' ? values['value'] : null, reason: typeof values['reason'] === 'string' ? values['reason'] : null }))
      // An empty cell of a spreadsheet leaves what was typed; it clears nothing.
      const brought = await bring(ctx, counters, params.id, given.filter(one => one.value !== null || one.reason !== null), { submit: false, checkOnly: query.check === 'true', emptyStays: true })
      return brought.ok ? reply(brought.value.faults.map(fault => ({ row: fault.at, column: '指标代码', value: fault.row, message: fault.message })), brought.value.taken) : brought
    },

    entries: async (ctx, { body }) => {
      const found = await ctx.read(async (tx): Promise<Id | null> => {
        const form = (await findForms(tx, ctx.district, { code: body.form }))[0]
        const unit = (await findUnits(tx, ctx.district)).find(u => u.code === body.unit)
        const [sheet] = form && unit ? await findSheetsOf(tx, ctx.district, { form: form.id, period: body.period, unit: unit.id }) : []
        return sheet?.id ?? null
      })
      if (found === null) return refuse('no-open-sheet', { form: body.form, unit: body.unit, period: body.period })
      const brought = await bring(ctx, counters, found, body.values.map((one, i) => ({ at: i, row: keyOf(one), value: one.value, reason: one.reason })), { submit: body.submit, checkOnly: false, emptyStays: false })
      if (!brought.ok) return brought
      const { filled, taken, submitted, faults } = brought.value
      return ok({ sheet: found, state: filled.sheet.standing.state, version: filled.sheet.standing.version, taken, submitted, faults: faults.map(({ at, row, message }) => ({ entry: at, row, message })), findings: filled.findings.filter(f => !filled.rows.some(row => row.held && row.key === f.row)) })
    },
  }
}

function keyIn(values: Readonly<Record<string, unknown>>): string {
  return keyOf({ indicator: String(values['code']), aspect: values['aspect'] === 'growth' ? 'growth' : 'level', reach: values['reach'] === 'to-date' ? 'to-date' : 'period' })
}

type How = { readonly submit: boolean; readonly checkOnly: boolean; readonly emptyStays: boolean }

const asked = { version: null, permission: 'figure.enter', verb: 'return.brought' } as const

/** Takes values into a sheet: cells that differ, then reasons for what is doubted, then the submission if it was asked for and nothing stands against it. */
async function bring(ctx: Context, counters: Counters, id: Id, given: readonly Given[], how: How): Promise<Result<Brought>> {
  const first = await ctx.read(async (tx): Promise<Result<Plan>> => {
    const seen = await hold(tx, ctx, counters, { ...asked, sheet: id }, 'read')
    return seen.ok ? planOf(tx, ctx, counters, seen.value, given, how) : seen
  })
  if (!first.ok) return first
  if (how.checkOnly || first.value.events.length === 0) return ok({ ...first.value, submitted: false })
  return ctx.write(async (tx, note): Promise<Result<Brought>> => {
    const held = await hold(tx, ctx, counters, { ...asked, sheet: id })
    if (!held.ok) return held
    // Planned anew while nobody else can change the sheet.
    const plan = await planOf(tx, ctx, counters, held.value, given, how)
    if (!plan.ok) return plan
    const { events, faults, filled, taken } = plan.value
    const sheet = events.length > 0 ? await append(tx, ctx, held.value.sheet, events) : held.value.sheet
    const submitted = events.at(-1)?.kind === 'submitted'
    await noteStep(note, held.value, asked, { cells: taken, submitted, faults: faults.length })
    return ok({ filled: { ...filled, sheet }, taken, submitted, faults })
  })
}

/** What would happen to the sheet, and the sheet as it would be then. Nothing happens where a value cannot be taken. */
type Plan = Omit<Brought, 'submitted'> & { readonly events: readonly SheetEvent[] }

async function planOf(tx: Tx, ctx: Context, counters: Counters, filled: FilledSheet, given: readonly Given[], how: How): Promise<Result<Plan>> {
  const { standing } = filled.sheet
  const faults = faultsOf(given, filled)
  if (faults.length > 0) return ok({ filled, taken: 0, faults, events: [] })
  const changed = given.filter(one => !(how.emptyStays && one.value === null) && one.value !== (standing.cells[one.row]?.value ?? null))
  const entered = mayEnter(standing, changed.map(({ row, value }) => ({ row, value, version: standing.cells[row]?.version ?? 0 })), askedOf(filled.rows))
  if (!entered.ok) return entered
  const events: SheetEvent[] = changed.length > 0 ? [entered.value] : []
  const doubts = findingsOf(filled.rows, filled.version.content.checks, fold(standing, events, ctx).cells).filter(finding => finding.grade === 'warning')
  for (const { row, reason } of given) {
    for (const { key, seen } of reason === null ? [] : doubts.filter(doubt => doubt.row === row && doubt.answer?.reason !== reason)) events.push({ kind: 'answered', row, finding: key, seen, reason: reason ?? '' })
  }
  const would = await fill(tx, ctx, counters, { ...filled.sheet, standing: fold(standing, events, ctx) })
  if (!would) return refuse('unknown-sheet', { id: filled.sheet.id })
  const submitted = how.submit ? submission(would) : null
  return ok({ filled: would, taken: changed.length, faults, events: submitted?.ok ? [...events, submitted.value] : events })
}

function fold(standing: Standing, events: readonly SheetEvent[], { actor, now }: Pick<Context, 'actor' | 'now'>): Standing {
  return events.reduce((sheet, event) => after(sheet, { event, at: now(), person: actor.person, by: actor.name }), standing)
}

function faultsOf(given: readonly Given[], { rows, sheet }: FilledSheet): Fault[] {
  const known = new Map(rows.map(row => [row.key, row]))
  return given.flatMap(({ at, row }, i): Fault[] => {
    const found = known.get(row)
    const message = !found ? label('本表没有这一填报项', 'the sheet has no such row')
      : found.row.by !== 'typed' ? label('这一项由系统推算，不用填', 'this row is worked out and not asked')
        : found.beside.brought ? label(`《${found.beside.brought.form}》已报过这个数，不用再填`, `${found.beside.brought.form} brought this figure already`)
          : sheet.standing.revising && !sheet.standing.revising.includes(row) ? label('修订只能改已重开的填报项', 'a revision changes only the rows that were reopened')
            : given.findIndex(other => other.row === row) !== i ? label('这一项出现了两次', 'this row occurs twice') : null
    return message ? [{ at, row, message }] : []
  })
}
