import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { within } from '../../server/database/database.ts'
import { insertUnit } from '../org/store.ts'
import { returnsDistrict } from '../../../testkit/returns.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const UNITS = 60

it(`${UNITS} units filling, submitting and being accepted at once lose no cell and double none`, async () => {
  const here = await returnsDistrict()
  const { handlers, district, places } = here
  const units = Array.from({ length: UNITS }, (_, i) => ({ ...places.street, id: v7(), code: `T${i}`, name: `街道${i}` }))
  await within(here.db, { district, sees: 'district' }, async tx => { for (const unit of units) await insertUnit(tx, district, unit) })
  const form = await here.make('CROWD', { name: { zh: '街道月报', en: 'Monthly' }, rhythm: 'month', units: { of: 'these', codes: units.map(u => u.code) }, due: { days: 5, of: 'working' }, rows: [{ by: 'typed', indicator: 'LIFTS' }, { by: 'typed', indicator: 'FAIRS' }, { by: 'running-total', indicator: 'FAIRS' }] })
  // Opened by three at once as well.
  const opened = await Promise.all([1, 2, 3].map(() => here.open(form, '2026-10')))
  expect(opened.reduce((a, b) => a + b)).toBe(UNITS)
  const [clerk, planner] = [await here.ctx('statistician'), await here.ctx('planner')]
  const { items } = await handlers.sheets(planner, { ...nothing, query: { limit: 200, form: form.id, whose: 'all' } }).then(r => (r.ok ? r.value : { items: [] }))
  expect(items).toHaveLength(UNITS)
  const cell = (i: number, row: string, value: number) => handlers.enter(clerk, { ...nothing, params: { id: items[i]?.id ?? '' }, body: { cells: [{ row, value, version: 0 }] } })
  // Each cell is sent twice at the same moment, as an impatient browser does: one is saved, the other is told.
  const typed = await Promise.all(items.flatMap((_, i) => [cell(i, 'LIFTS', i), cell(i, 'LIFTS', i), cell(i, 'FAIRS', 2 * i), cell(i, 'FAIRS', 2 * i)]))
  expect(typed.filter(r => r.ok)).toHaveLength(UNITS * 2)
  expect(typed.filter(r => !r.ok && r.refused === 'cell-changed-meanwhile')).toHaveLength(UNITS * 2)

  const everywhere = async (what: 'submit' | 'approve' | 'accept', who: typeof clerk, version: number) => {
    const all = await Promise.all(items.flatMap(sheet => [1, 2].map(() => handlers[what](who, { ...nothing, params: { id: sheet.id }, body: { version } }))))
    expect(all.filter(r => r.ok), what).toHaveLength(UNITS)
    expect(new Set(all.flatMap(r => (r.ok ? [] : [r.refused])))).toEqual(new Set(['changed-meanwhile']))
  }
  await everywhere('submit', clerk, 3)
  await everywhere('approve', planner, 4)
  await everywhere('accept', planner, 5)
  const figures = await planner.read(tx => tx.selectFrom('indicators.v_figure').select(['unit', 'indicator', 'level_value']).where('period', '=', '2026-10').execute())
  expect(figures).toHaveLength(UNITS * 2)
  expect(new Set(figures.map(f => `${f.unit} ${f.indicator}`)).size).toBe(UNITS * 2)
  expect(figures.reduce((sum, f) => sum + (f.level_value ?? 0), 0)).toBe(3 * (UNITS * (UNITS - 1)) / 2)
}, 120_000)
