import { describe, expect, it } from 'vitest'
import { seedForms } from './index.ts'
import { FormContent } from './schema.ts'
import { monthOfOwners, monthOfStreets, returnsDistrict, value } from '../../../testkit/returns.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const unknown = '01890000-0000-7000-8000-00000000dead'

describe('forms as data', () => {
  const faults = (change: object) => FormContent.safeParse({ ...monthOfOwners, ...change }).error?.issues.map(issue => issue.path.join('.')) ?? []

  it.each([
    ['as it is', {}, []],
    ['a row twice', { rows: [{ by: 'typed', indicator: 'JOBS' }, { by: 'typed', indicator: 'JOBS' }], checks: [] }, ['rows.1']],
    ['a running total of what is not asked', { rows: [{ by: 'typed', indicator: 'FAIRS' }, { by: 'running-total', indicator: 'JOBS' }], checks: [] }, ['rows.1']],
    ['a check of a row that is not there', { checks: [{ kind: 'between', row: 'RETAIL', least: 0, grade: 'error' }] }, ['checks.0']],
    ['a comparison with units below where there are none', { checks: [{ kind: 'adds-up', row: 'JOBS', grade: 'error' }] }, ['checks.0']],
    ['owners that add up', { addsUp: true }, ['addsUp']],
    ['nothing to fill', { rows: [{ by: 'formula', indicator: 'SHARE' }], checks: [] }, ['rows']],
  ])('%s', (_, change, at) => expect(faults(change)).toEqual(at))
})

describe('forms of a district', async () => {
  const here = await returnsDistrict()
  const { handlers } = here
  const planner = await here.ctx('planner')
  const make = (code: string, change: object = {}) => handlers.makeForm(planner, { ...nothing, body: { code, from: '2026-01-01', content: FormContent.parse({ ...monthOfOwners, ...change }) } })
  const form = await here.make('DEPT-MONTH', monthOfOwners, '2026-09-01')

  it('are made of what there is: indicators, formulas, counts, units', async () => {
    expect(await make('DEPT-MONTH')).toMatchObject({ refused: 'form-code-taken' })
    expect(await make('OTHER', { rows: [{ by: 'typed', indicator: 'NOWHERE' }], checks: [] })).toMatchObject({ refused: 'form-unknown-code', facts: { code: 'NOWHERE' } })
    expect(await make('OTHER', { rows: [{ by: 'typed', indicator: 'JOBS' }, { by: 'formula', indicator: 'CLEAN' }], checks: [] })).toMatchObject({ refused: 'form-without-formula' })
    expect(await make('OTHER', { rows: [{ by: 'count', indicator: 'MATTERS', counter: 'moods' }], checks: [] })).toMatchObject({ refused: 'form-unknown-counter' })
    expect(await make('OTHER', { units: { of: 'these', codes: ['NOBODY'] } })).toMatchObject({ refused: 'nobody-fills' })
    expect(await make('OTHER', { rows: [{ by: 'typed', indicator: 'LIFTS' }], checks: [] })).toMatchObject({ refused: 'nobody-fills' }) // nobody keeps LIFTS
    expect(value(await handlers.counters(planner, nothing)).items).toEqual([{ key: 'cases-closed', name: { zh: '办结工单数', en: 'Cases closed' } }])
  })

  it('open for a period of their rhythm that is over and in which they held', async () => {
    const open = (id: string, period: string) => handlers.openSheets(planner, { ...nothing, params: { id }, body: { period } })
    expect(await open(unknown, '2026-10')).toMatchObject({ refused: 'unknown-form' })
    expect(await open(form.id, '2026Q3')).toMatchObject({ refused: 'period-not-of-form' })
    expect(await open(form.id, '2026-08')).toMatchObject({ refused: 'period-not-of-form' })
    expect(await open(form.id, '2026-11')).toMatchObject({ refused: 'period-not-over', facts: { to: '2026-11-30' } })
    expect(value(await open(form.id, '2026-10'))).toEqual({ opened: 2, units: 2 })
  })

  it('change from a day on; a sheet that is open stays under its version', async () => {
    const change = (from: string, version: number) => handlers.changeForm(planner, { ...nothing, params: { id: form.id }, body: { version, from, content: FormContent.parse({ ...monthOfOwners, rows: [{ by: 'typed', indicator: 'JOBS' }, { by: 'typed', indicator: 'FAIRS' }], checks: [] }) } })
    expect(await change('2026-09-01', 1)).toMatchObject({ refused: 'form-version-not-later' })
    expect(await change('2026-11-01', 7)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(value(await change('2026-11-01', 1)).versions.map(v => [v.number, v.from])).toEqual([[2, '2026-11-01'], [1, '2026-09-01']])
    here.clock.now = '2026-12-01T02:00:00.000Z'
    expect(await here.open(form, '2026-11')).toBe(1)
    expect((await here.sheetOf(form, '2026-10', here.places.finance.id)).form.number).toBe(1)
    const november = await here.sheetOf(form, '2026-11', here.places.finance.id)
    expect(november).toMatchObject({ form: { number: 2 }, dueOn: '2026-12-07' })
    expect(value(await handlers.form(planner, { ...nothing, params: { id: form.id } })).versions).toHaveLength(2)
  })

  it('stop being opened from a day on, and go on again', async () => {
    const stop = (until: string | null, version: number) => handlers.stopForm(planner, { ...nothing, params: { id: form.id }, body: { until, version } })
    expect(value(await stop('2026-12-01', 2)).until).toBe('2026-12-01')
    here.clock.now = '2027-01-04T02:00:00.000Z'
    expect(await handlers.openSheets(planner, { ...nothing, params: { id: form.id }, body: { period: '2026-12' } })).toMatchObject({ refused: 'period-not-of-form' })
    expect(value(await stop(null, 3)).until).toBeNull()
    // The State Council's notice for 2027 is not on file, and the sheet says so.
    expect(await here.open(form, '2026-12')).toBe(1)
    expect(await here.sheetOf(form, '2026-12', here.places.finance.id)).toMatchObject({ dueOn: '2027-01-07', dueKnown: false })
  })

  it('of packs are put in place once, follow their pack, and stay a person’s once a person changed them', async () => {
    const seed = (from: string, code = 'PACKED') => planner.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: 't' }); return seedForms(tx, planner, [{ code, from, content: FormContent.parse(monthOfStreets) }]) })
    expect([await seed('2026-01-01'), await seed('2026-01-01'), await seed('2027-01-01')]).toEqual([1, 0, 1])
    expect(await seed('2028-01-01', 'DEPT-MONTH')).toBe(0)
    expect(value(await handlers.forms(planner, nothing)).items.map(f => [f.code, f.number, f.fromPack])).toEqual([['DEPT-MONTH', 2, false], ['PACKED', 2, true]])
  })
})
