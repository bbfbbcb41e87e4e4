/** Puts a sheet together: its rows with what the ledger and other sheets say beside them, the values worked out, and what the checks find. */
import { type Id } from '../../kernel/id.ts'
import { isRate } from '../../kernel/quantity.ts'
import { type Label } from '../../kernel/label.ts'
import { spanOf } from '../../kernel/period.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { runningTotal, yearBefore, yearOnYearOf } from '../indicators/domain/derive.ts'
import { inUnit } from '../indicators/domain/units.ts'
import { inForce } from '../indicators/domain/vintage.ts'
import { findIndicatorsByCode, findIndicatorsOf, findProgramFigures, findSaid, heldBackFrom, sightOf, type SaidOf } from '../indicators/index.ts'
import { type Figure, type Indicator } from '../indicators/schema.ts'
import { findUnits, loadDistrictUnit, loadUnit } from '../org/index.ts'
import { type Unit } from '../org/schema.ts'
import { waitedFor } from './domain/below.ts'
import { findingsOf } from './domain/checks.ts'
import { beginsYear, figurePeriod, figurePeriodBefore } from './domain/periods.ts'
import { measureOf, type SheetRow, valuesOf } from './domain/values.ts'
import { findForms, type StoredForm } from './form-store.ts'
import { type Beside, type Finding, type FormRow, type FormVersion, keyOf, type Known, type Missing, type Sheet } from './schema.ts'
import { findSheetsOf } from './sheet-store.ts'

/** What other engines count for a unit and period; the server says which counts there are. */
export type Counters = Readonly<Record<string, { readonly name: Label; readonly count: (tx: Tx, ctx: Context, unit: Id, from: Day, to: Day) => Promise<number> }>>

/** A row as it stands on a sheet, with the register entry behind it. `held`: its figures are held back from this person. */
export type FilledRow = SheetRow & { readonly indicator: Indicator; readonly figurePeriod: string; readonly held: boolean }

export type FilledSheet = {
  readonly sheet: Sheet
  readonly form: StoredForm
  readonly version: FormVersion
  readonly unit: Unit
  /** The unit whose figures these are: the reporting unit's own, or the whole district's. */
  readonly figureUnit: Unit
  readonly rows: readonly FilledRow[]
  readonly values: ReadonlyMap<string, number | null>
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/** The sheet with everything around it; null where its form or unit is gone. */
export async function fill(tx: Tx, ctx: Context, counters: Counters, sheet: Sheet): Promise<FilledSheet | null> {
  const form = (await findForms(tx, ctx.district, { id: sheet.form }))[0]
  const version = form?.versions.find(v => v.number === sheet.formVersion)
  const unit = await loadUnit(tx, ctx.district, sheet.unit)
  const figureUnit = version?.content.units.of === 'owners' ? await loadDistrictUnit(tx, ctx.district) : unit
  if (!form || !version || !unit || !figureUnit) return null
  const below = version.content.addsUp ? await sheetsBelow(tx, ctx, sheet) : null
  const rows = await rowsOf(tx, ctx, counters, sheet, version, figureUnit, below)
  return {
    sheet, form, version, unit, figureUnit, rows,
    values: valuesOf(rows, sheet.standing.cells),
    findings: findingsOf(rows, version.content.checks.filter(check => rows.some(row => row.key === (check.kind === 'sum' ? check.total : check.row))), sheet.standing.cells),
    missing: (below ?? []).filter(one => one.sheet.standing.state === 'open' || one.sheet.standing.state === 'submitted').map(one => ({ unit: one.unit.name, state: one.sheet.standing.state })),
  }
}

type Below = { readonly unit: Unit; readonly sheet: Sheet }

async function sheetsBelow(tx: Tx, ctx: Context, sheet: Sheet): Promise<readonly Below[]> {
  const sheets = new Map((await findSheetsOf(tx, ctx.district, { form: sheet.form, period: sheet.period })).map(s => [s.unit, s]))
  const units = new Map((await findUnits(tx, ctx.district)).map(unit => [unit.id, unit]))
  const parents = new Map([...units.values()].map(unit => [unit.id, unit.parent]))
  return waitedFor(sheet.unit, new Set(sheets.keys()), parents).flatMap(id => {
    const [unit, one] = [units.get(id), sheets.get(id)]
    return unit && one ? [{ unit, sheet: one }] : []
  })
}

async function rowsOf(tx: Tx, ctx: Context, counters: Counters, sheet: Sheet, { content }: FormVersion, figureUnit: Unit, below: readonly Below[] | null): Promise<FilledRow[]> {
  const rows = content.rows.filter(row => sheet.standing.rows.includes(keyOf(row)))
  const register = await findIndicatorsByCode(tx, ctx.district, rows.map(row => row.indicator))
  const inputs = await findIndicatorsOf(tx, ctx.district, [...new Set([...register.values()].flatMap(entry => entry.formula?.inputs ?? []))])
  const of = (id: Id) => inputs.get(id) ?? null
  const span = spanOf(sheet.period)
  if (!span) throw new Error(`Sheet ${sheet.id} has no readable period: ${sheet.period}`)
  const from = `${Number(span.from.slice(0, 4)) - 1}-01-01`
  const entries = [...new Map([...register.values(), ...inputs.values()].map(entry => [entry.id, entry])).values()]
  const said = Map.groupBy(await findSaid(tx, ctx.district, entries.map(entry => ({ indicator: entry.id, unit: figureUnit.id, from, to: span.to, levelsOnly: false })), sightOf(ctx)), figure => figure.indicator)
  const brought = await findProgramFigures(tx, ctx.district, 'return', figureUnit.id, rows.flatMap(row => {
    const entry = register.get(row.indicator)
    return entry && row.by === 'typed' ? [{ indicator: entry.id, period: figurePeriod(row, sheet.period) }] : []
  }))
  const lastSheet = await sheetBefore(tx, ctx, sheet)
  const held = await heldBackFrom(tx, ctx, [...register.values()], [sheet.unit, figureUnit.id])
  return Promise.all(rows.flatMap(row => {
    const indicator = register.get(row.indicator)
    if (!indicator) return [] // merged into another entry since: the form has to follow, and until then it does not ask
    return [filledRow(row, indicator)]
  }))

  async function filledRow(row: FormRow, indicator: Indicator): Promise<FilledRow> {
    const series = told(said.get(indicator.id) ?? [], indicator)
    const period = figurePeriod(row, sheet.period)
    const measure = measureOf(row, indicator.unit)
    const at = (when: string | null): Known | null => (when === null ? null : knownAt(row, indicator, series, when))
    const before = figurePeriodBefore(row, sheet.period)
    const counter = row.by === 'count' ? counters[row.counter] : undefined
    return {
      key: keyOf(row), row, name: indicator.name, measure, formula: indicator.formula?.kind ?? null, indicator, figurePeriod: period,
      held: held.has(indicator.id),
      beside: {
        lastPeriod: at(before) ?? (before === null ? null : lastSheet?.(keyOf(row)) ?? null),
        lastYear: at(yearBefore(period)),
        before: row.by === 'running-total' ? totalBefore(indicator, series, sheet.period) : null,
        inputs: row.by === 'formula' ? (indicator.formula?.inputs ?? []).map(id => inputOf(of(id), row)) : [],
        count: counter ? await counter.count(tx, ctx, sheet.unit, spanOf(period)?.from ?? span?.from ?? '', span?.to ?? '') : null,
        brought: row.by === 'typed' ? broughtBy(row, indicator, brought, sheet, measure) : null,
        below: below && row.by === 'typed' && row.aspect === 'level' && !isRate(measure) ? sumBelow(keyOf(row), below) : null,
      },
    }
  }

  function inputOf(entry: Indicator | null, row: FormRow): Beside['inputs'][number] {
    if (!entry) return { name: '—', unit: '', row: null, known: null }
    const key = keyOf({ ...row, indicator: entry.code })
    return { name: entry.name.zh, unit: entry.unit, row: rows.some(other => keyOf(other) === key) ? key : null, known: knownAt(row, entry, told(said.get(entry.id) ?? [], entry), figurePeriod(row, sheet.period)) }
  }
}

/** Figures of the indicator's own basis: a comparable level and a plain one are two series. */
const told = (series: readonly SaidOf[], { basis }: Indicator) => series.filter(figure => figure.basis === basis)

/** What is on file for a period, in the unit of the row's cell. A running total that no paper told is summed from its months. */
function knownAt(row: FormRow, indicator: Indicator, series: readonly SaidOf[], period: string): Known | null {
  if (row.aspect === 'growth') {
    const figure = inForce(series.filter(f => f.period === period && yearOnYearOf(f) !== null))
    return figure ? { value: yearOnYearOf(figure) ?? 0, period, figure: figure.id } : null
  }
  const figure = inForce(series.filter(f => f.period === period && f.level))
  const value = figure?.level ? inUnit(figure.level, indicator.unit) : null
  if (figure && value !== null) return { value, period, figure: figure.id }
  const span = spanOf(period)
  const total = row.reach === 'to-date' && span && indicator.kind === 'flow' ? runningTotal(series, Number(span.to.slice(0, 4)), span.to) : null
  const sum = total && inUnit(total.level, indicator.unit)
  return sum === null ? null : { value: sum, period, figure: null }
}

function totalBefore(indicator: Indicator, series: readonly SaidOf[], period: string): Known | null {
  const start = spanOf(period)?.from ?? ''
  if (beginsYear(period)) return { value: 0, period, figure: null }
  const total = runningTotal(series, Number(start.slice(0, 4)), addDays(start, -1))
  const value = total && inUnit(total.level, indicator.unit)
  return value === null ? null : { value, period, figure: null }
}

/** The unit's own sheet of the period before, for what is not in the ledger yet. */
async function sheetBefore(tx: Tx, ctx: Context, sheet: Sheet): Promise<((key: string) => Known | null) | null> {
  const period = figurePeriodBefore({ reach: 'period' }, sheet.period)
  const [last] = period === null ? [] : await findSheetsOf(tx, ctx.district, { form: sheet.form, period, unit: sheet.unit })
  return last && period !== null ? key => {
    const value = last.standing.shown[key] ?? last.standing.cells[key]?.value ?? null
    return value === null ? null : { value, period, figure: null }
  } : null
}

function broughtBy(row: FormRow, indicator: Indicator, brought: readonly Figure[], sheet: Sheet, measure: string): Beside['brought'] {
  const period = figurePeriod(row, sheet.period)
  for (const figure of brought) {
    if (figure.indicator !== indicator.id || figure.period !== period || figure.source.kind !== 'return' || figure.source.sheet === sheet.id) continue
    const value = row.aspect === 'growth' ? figure.change?.value ?? null : figure.level ? inUnit(figure.level, measure) : null
    if (value !== null) return { value, period, figure: figure.id, sheet: figure.source.sheet, form: figure.source.formName, unit: figure.source.unit }
  }
  return null
}

function sumBelow(key: string, below: readonly Below[]): NonNullable<Beside['below']> {
  const values = below.map(({ sheet }) => sheet.standing.cells[key]?.value ?? null).filter(value => value !== null)
  return { sum: Number(values.reduce((a, b) => a + b, 0).toFixed(6)), of: below.length, filled: values.length }
}
