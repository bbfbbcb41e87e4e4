/** Sheets that are made up for the demonstration, with the whole history that brought them where they are. */
import { type Id } from '../../kernel/id.ts'
import { type Period, spanOf } from '../../kernel/period.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { findIndicatorsByCode, takeProgramFigures, type ProgramFigure } from '../indicators/index.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { figurePeriod } from './domain/periods.ts'
import { after } from './domain/sheet.ts'
import { measureOf } from './domain/values.ts'
import { type StoredForm } from './form-store.ts'
import { openPeriod, unitsOf } from './opening.ts'
import { type FormContent, keyOf, type Sheet, type SheetEvent, type SheetStep } from './schema.ts'
import { appendSteps, findSheetsOf, saveSheet } from './sheet-store.ts'

/** How far one sheet has come, and when each hand was put to it. What stands in `cells` was typed. */
export type SeededCourse = {
  readonly cells: Readonly<Record<string, number>>
  readonly steps: readonly { readonly what: 'enter' | 'submit' | 'approve' | 'accept' | 'send-back'; readonly at: Instant; readonly by: string; readonly reason?: string }[]
}

/** Opens the sheets of a period and leads each on its course; sheets that were open before stay as they are. Answers how many were made. */
export async function seedSheets(tx: Tx, ctx: Context, form: StoredForm, period: Period, courseOf: (sheet: { readonly unit: Id; readonly unitName: string; readonly rows: readonly string[] }, content: FormContent) => SeededCourse): Promise<number> {
  const made = new Set((await openPeriod(tx, ctx, form, period, { generated: true })).opened)
  const content = form.versions[0]?.content
  const whole = await loadDistrictUnit(tx, ctx.district)
  if (made.size === 0 || !content || !whole) return 0
  const names = new Map((await unitsOf(tx, ctx, content, spanOf(period)?.to ?? '')).map(({ unit }) => [unit.id, unit.name]))
  const register = await findIndicatorsByCode(tx, ctx.district, content.rows.map(row => row.indicator))
  const steps: (SheetStep & { readonly id: Id; readonly sheet: Id })[] = []
  for (const sheet of (await findSheetsOf(tx, ctx.district, { form: form.id, period })).filter(one => made.has(one.id))) {
    const unitName = names.get(sheet.unit) ?? ''
    const course = courseOf({ unit: sheet.unit, unitName, rows: sheet.standing.rows }, content)
    let standing = sheet.standing
    for (const { what, at, by, reason = '' } of course.steps) {
      const event: SheetEvent = what === 'enter' ? { kind: 'entered', cells: Object.entries(course.cells).map(([row, value]) => ({ row, value })) }
        : what === 'submit' ? { kind: 'submitted', shown: [] } : what === 'approve' ? { kind: 'approved' } : what === 'send-back' ? { kind: 'sent-back', to: 'open', reason }
          : { kind: 'accepted', figures: await bring({ ...sheet, standing }, at, by) }
      const step: SheetStep = { seq: standing.version + 1, at, person: null, by, event }
      standing = after(standing, step)
      steps.push({ ...step, id: ctx.newId(), sheet: sheet.id })
    }
    await saveSheet(tx, ctx.district, sheet.id, standing)

    async function bring({ standing: now }: Sheet, at: Instant, by: string): Promise<{ row: string; figure: Id }[]> {
      const brought = (content?.rows ?? []).flatMap((row): { key: string; figure: ProgramFigure }[] => {
        const key = keyOf(row), value = now.cells[key]?.value ?? null, indicator = register.get(row.indicator)
        if (row.by !== 'typed' || value === null || !indicator || !whole) return []
        const measure = measureOf(row, indicator.unit)
        return [{ key, figure: {
          indicator: indicator.id, unit: content?.units.of === 'owners' ? whole.id : sheet.unit, period: figurePeriod(row, period), vintage: content?.vintage ?? 'quick', basis: indicator.basis,
          level: row.aspect === 'level' ? { value, unit: measure } : null, change: row.aspect === 'growth' ? { value, unit: measure, base: '同比' } : null, edition: 1, replaces: null,
          source: { kind: 'return', sheet: sheet.id, form: form.code, formName: content?.name.zh ?? '', entry: key, unit: unitName, period, submittedBy: now.submitted?.by ?? '', approvedBy: now.approved?.by ?? '', acceptedBy: by, at, generated: true },
        } }]
      })
      const ids = await takeProgramFigures(tx, ctx, brought.map(one => one.figure))
      return brought.flatMap(({ key }, i) => { const figure = ids[i]; return figure ? [{ row: key, figure }] : [] })
    }
  }
  await appendSteps(tx, ctx.district, steps)
  return made.size
}
