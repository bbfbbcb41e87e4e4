/** Opens the sheets of a form for a period that is over: one for each unit that lived then, with the rows that are asked of it. */
import { type Id } from '../../kernel/id.ts'
import { type Period, spanOf } from '../../kernel/period.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { findIndicatorsByCode } from '../indicators/index.ts'
import { findUnits } from '../org/index.ts'
import { type Unit } from '../org/schema.ts'
import { dueOn } from './domain/periods.ts'
import { standingOf } from './domain/sheet.ts'
import { type StoredForm } from './form-store.ts'
import { type FormContent, type FormVersion, keyOf, type Sheet } from './schema.ts'
import { appendSteps, insertSheets } from './sheet-store.ts'

/** The version that holds on a day; null before the first and after the form was stopped. */
export function versionOn(form: StoredForm, day: Day): FormVersion | null {
  return form.until !== null && form.until <= day ? null : form.versions.find(version => version.from <= day) ?? null
}

/** Who fills a form on a day, and which of its rows are asked of each. */
export async function unitsOf(tx: Tx, ctx: Context, { units, rows }: FormContent, day: Day): Promise<readonly { readonly unit: Unit; readonly rows: readonly string[] }[]> {
  const living = (await findUnits(tx, ctx.district)).filter(unit => unit.from <= day && (unit.until === null || unit.until > day))
  if (units.of === 'owners') {
    const owners = new Map([...await findIndicatorsByCode(tx, ctx.district, rows.map(row => row.indicator))].map(([code, entry]) => [code, entry.ownerUnit]))
    return living.flatMap(unit => {
      const own = rows.filter(row => owners.get(row.indicator) === unit.id)
      return own.some(row => row.by === 'typed' || row.by === 'count') ? [{ unit, rows: own.map(keyOf) }] : []
    })
  }
  const chosen = living.filter(unit => (units.of === 'all' ? units.kinds.includes(unit.kind) : units.codes.includes(unit.code)))
  return chosen.map(unit => ({ unit, rows: rows.map(keyOf) }))
}

/** Opens what is not open yet; answers how many sheets that were, and of how many units. A second time it changes nothing. */
export async function openPeriod(tx: Tx, ctx: Context, form: StoredForm, period: Period, how: { readonly generated?: boolean } = {}): Promise<{ readonly opened: readonly Id[]; readonly units: number }> {
  const end = spanOf(period)?.to
  const version = end ? versionOn(form, end) : null
  if (!end || !version) return { opened: [], units: 0 }
  const due = dueOn(version.content.due, period)
  const at = ctx.now()
  const asked = await unitsOf(tx, ctx, version.content, end)
  const sheets = asked.map(({ unit, rows }) => {
    const step = { seq: 1, at, person: ctx.actor.person, by: ctx.actor.name, event: { kind: 'opened' as const, rows: [...rows] } }
    const sheet: Sheet = { id: ctx.newId(), form: form.id, formVersion: version.number, unit: unit.id, period, dueOn: due.day, dueKnown: due.known, generated: how.generated ?? false, standing: standingOf([step]) }
    return { sheet, step }
  })
  const added = await insertSheets(tx, ctx.district, sheets.map(one => one.sheet))
  await appendSteps(tx, ctx.district, sheets.flatMap(({ sheet, step }) => (added.has(sheet.id) ? [{ ...step, id: ctx.newId(), sheet: sheet.id }] : [])))
  return { opened: [...added], units: asked.length }
}
