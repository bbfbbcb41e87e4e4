import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { systemContext } from '../../server/context.ts'
import { runDue } from '../../server/timed.ts'
import { jobs } from './jobs.ts'
import { monthOfOwners, monthOfStreets, returnsDistrict, value } from '../../../testkit/returns.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('what is done by itself', async () => {
  const here = await returnsDistrict('2026-01-30T02:00:00.000Z')
  const { handlers, places } = here
  const faults: string[] = []
  const run = async (now: string) => { here.clock.now = now; await runDue({ db: here.db, districts: [here.district], jobs, clock: () => here.clock.now, onFault: (job, _, error) => { faults.push(`${job}: ${error.message}`) } }); expect(faults).toEqual([]) }
  const reminders = async () => (await here.ctx('planner')).read(async tx => (await sql<{ kind: string; unit: string; period: string }>`select r.kind, u.name as unit, s.period from returns.v_reminder r join returns.v_sheet s on s.district = r.district and s.id = r.sheet join org.v_unit u on u.district = s.district and u.id = s.unit order by r.at, u.code`.execute(tx)).rows.map(r => `${r.period} ${r.unit} ${r.kind}`))
  const form = await here.make('DEPT-MONTH', monthOfOwners, '2026-01-01')
  await here.make('STREET-WEEK', { ...monthOfStreets, name: { zh: '街道周报', en: 'Weekly' }, rhythm: 'week', units: { of: 'all', kinds: ['street'] }, addsUp: false, checks: [], due: { days: 2, of: 'working' } }, '2026-02-09')

  it('sheets open when a period is over, once, also when the program was down then', async () => {
    await run('2026-01-31T15:59:59.000Z')
    const count = async () => value(await handlers.sheets(await here.ctx('planner'), { ...nothing, query: { limit: 50, whose: 'all' } })).items.map(s => `${s.form.code} ${s.period} ${s.unit.name} ${s.dueOn}`)
    expect(await count()).toEqual([])
    await run('2026-01-31T16:10:00.000Z') // midnight of 1 February in Beijing, and ten minutes
    expect((await count()).toSorted()).toEqual(['DEPT-MONTH 2026-01 区发展和改革局 2026-02-06', 'DEPT-MONTH 2026-01 区统计局 2026-02-06'])
    await run('2026-02-24T02:00:00.000Z')
    // Both weeks end within Spring Festival; two working days after it is Wednesday the 25th.
    expect((await count()).filter(line => line.startsWith('STREET')).toSorted()).toEqual(['STREET-WEEK 2026W07 北京街道 2026-02-25', 'STREET-WEEK 2026W07 洪桥街道 2026-02-25', 'STREET-WEEK 2026W08 北京街道 2026-02-25', 'STREET-WEEK 2026W08 洪桥街道 2026-02-25'])
  })

  it('one notice comes the working day before the due day and one when it is past, never two', async () => {
    const other = await returnsDistrict('2026-02-02T02:00:00.000Z')
    const sheets = await other.make('DEPT-MONTH', monthOfOwners)
    await other.open(sheets, '2026-01')
    const statistics = await other.sheetOf(sheets, '2026-01', other.places.statistics.id)
    value(await other.type('statistician', statistics, { 'RETAIL/to-date': 100, 'RETAIL/growth/to-date': 3 }))
    value(await other.take('submit', 'statistician', statistics.id))
    const remind = jobs.find(job => job.name === 'returns.remind')
    const on = async (now: string) => { other.clock.now = now; await remind?.run(systemContext(other.db, other.district, () => other.clock.now)); return (await other.ctx('planner')).read(async tx => (await tx.selectFrom('returns.v_reminder').select(['kind', 'at']).orderBy('at').execute()).map(r => r.kind)) }
    expect(await on('2026-02-04T02:00:00.000Z')).toEqual([])
    expect(await on('2026-02-05T02:00:00.000Z')).toEqual(['due-soon'])
    expect(await on('2026-02-05T09:00:00.000Z')).toEqual(['due-soon'])
    expect(await on('2026-02-06T15:59:00.000Z')).toEqual(['due-soon'])
    // Two programs at once.
    other.clock.now = '2026-02-06T16:01:00.000Z'
    await Promise.all([1, 2, 3].map(() => remind?.run(systemContext(other.db, other.district, () => other.clock.now))))
    expect(await on('2026-02-09T02:00:00.000Z')).toEqual(['due-soon', 'late'])
    expect(value(await other.handlers.sheets(await other.ctx('department'), { ...nothing, query: { limit: 50, whose: 'mine' } })).items.map(s => [s.reminder, s.punctuality])).toEqual([['late', { is: 'missing', days: 1 }]])
  })

  it('completeness and lateness are told by unit, with twelve periods side by side', async () => {
    const planner = await here.ctx('planner')
    const mine = await here.sheetOf(form, '2026-01', places.finance.id)
    value(await here.type('department', mine, { JOBS: 5 }))
    value(await here.take('submit', 'department', mine.id))
    const progress = value(await handlers.progress(planner, { ...nothing, params: { id: form.id }, query: {} }))
    expect(progress).toMatchObject({ period: '2026-01', counts: { units: 2, late: 1, missing: 1, 'on-time': 0, sentBack: 0, accepted: 0 } })
    expect(progress.periods).toHaveLength(12)
    expect(progress.units.map(u => [u.unit.name, u.sheet?.punctuality])).toEqual([['区发展和改革局', { is: 'late', days: 7 }], ['区统计局', { is: 'missing', days: 7 }]])
    const csv = value(await handlers.exportProgress(planner, { ...nothing, params: { id: form.id }, query: { form: 'csv' } }))
    expect(new TextDecoder().decode(csv.bytes)).toContain('区统计局,填报中,2026-02-06,,逾期未报,7,0')
    // A department sees its own line only.
    expect(value(await handlers.progress(await here.ctx('department'), { ...nothing, params: { id: form.id }, query: {} })).units.map(u => u.unit.name)).toEqual(['区发展和改革局'])
    expect(await handlers.progress(planner, { ...nothing, params: { id: '01890000-0000-7000-8000-00000000dead' }, query: {} })).toMatchObject({ refused: 'unknown-form' })
    expect(await reminders()).toContain('2026-01 区统计局 late')
  })
})
