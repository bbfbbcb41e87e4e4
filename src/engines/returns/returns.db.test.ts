import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { within } from '../../server/database/database.ts'
import { takeFigures } from '../indicators/index.ts'
import { findFigures } from '../indicators/figure-store.ts'
import { type FigureRow } from '../indicators/contract.ts'
import { insertDelegation } from '../org/store.ts'
import { standingOf } from './domain/sheet.ts'
import { findHistory, loadSheet } from './sheet-store.ts'
import { monthOfOwners, monthOfStreets, returnsDistrict, value } from '../../../testkit/returns.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const unknown = '01890000-0000-7000-8000-00000000dead'

describe('a month, from open sheet to lock', async () => {
  const here = await returnsDistrict()
  const { handlers, places } = here
  const planner = await here.ctx('planner'), clerk = await here.ctx('department'), head = await here.ctx('department-head')
  const figures = async (): Promise<FigureRow[]> => planner.read(async tx => (await findFigures(tx, here.district, { limit: 100, sight: { handles: 'district', posts: [] } })).rows)
  // What papers said of last year and of the year so far.
  await planner.write(async (tx, note) => {
    const { items } = await handlers.forms(planner, nothing).then(value)
    expect(items).toEqual([])
    const { rows } = await tx.selectFrom('indicators.v_indicator').select(['id', 'code']).execute().then(rows => ({ rows: new Map(rows.map(row => [row.code, row.id])) }))
    const said = (code: string, period: string, level: number, unit: string) => ({ fact: `${code} ${period}`, indicator: rows.get(code) ?? '', unit: places.district.id, period, vintage: 'published' as const, basis: null, level: { value: level, unit }, change: null, rank: null, qualifier: null, saidOn: '2026-10-20', source: { kind: 'published' as const, title: '统计月报', section: '一', saidOn: '2026-10-20' } })
    await takeFigures(tx, planner, { origin: null, targets: [], figures: [said('JOBS', '2025-10', 1000, '人'), said('JOBS', '2026M1-9', 9000, '人'), said('RETAIL', '2026M1-9', 1200, '亿元'), said('RETAIL', '2025M1-10', 13_000_000, '万元')] })
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const form = await here.make('DEPT-MONTH', monthOfOwners)
  expect(await here.open(form, '2026-10')).toBe(2)
  const mine = await here.sheetOf(form, '2026-10', places.finance.id, 'department')

  it('opens once for each unit that keeps one of its indicators, with that unit’s rows and what stands beside them', async () => {
    expect(await here.open(form, '2026-10')).toBe(0)
    expect(mine).toMatchObject({ period: '2026-10', dueOn: '2026-11-06', dueKnown: true, punctuality: { is: 'not-due' }, figuresOf: { id: places.district.id }, standing: { state: 'open', version: 1 }, may: { fill: true, approve: false } })
    expect(mine.rows.map(row => [row.key, row.row.by, row.beside.lastYear?.value ?? null])).toEqual([['JOBS', 'typed', 1000], ['JOBS/to-date', 'running-total', null], ['JOBS/growth', 'growth', null], ['FAIRS', 'typed', null]])
    const theirs = await here.sheetOf(form, '2026-10', places.statistics.id)
    expect(theirs.rows.map(row => [row.key, row.measure, row.figurePeriod, row.beside.lastPeriod?.value ?? null, row.beside.lastYear?.value ?? null])).toEqual([['RETAIL/to-date', '亿元', '2026M1-10', 1200, 1300], ['RETAIL/growth/to-date', '%', '2026M1-10', null, null]])
  })

  it('is seen by its own unit and those above, and by no other department or street', async () => {
    expect(await handlers.sheet(await here.ctx('street'), { ...nothing, params: { id: mine.id } })).toMatchObject({ refused: 'unknown-sheet' })
    expect(await handlers.sheet(planner, { ...nothing, params: { id: unknown } })).toMatchObject({ refused: 'unknown-sheet' })
    const seen = value(await handlers.sheets(await here.ctx('street'), { ...nothing, query: { limit: 50, whose: 'all' } }))
    expect(seen.items).toEqual([])
  })

  it('is saved cell by cell; a lost update is answered with what stands there now', async () => {
    const saved = value(await here.type('department', mine, { JOBS: 1300 }))
    expect(saved.standing.cells['JOBS']).toMatchObject({ value: 1300, version: 1, by: 'department（演示）' })
    expect(await handlers.enter(head, { ...nothing, params: { id: mine.id }, body: { cells: [{ row: 'JOBS', value: 1250, version: 0 }] } })).toMatchObject({ refused: 'cell-changed-meanwhile', facts: { value: 1300, by: 'department（演示）', version: 1 } })
    expect(await here.type('department', mine, { 'JOBS/growth': 1 })).toMatchObject({ refused: 'row-not-asked' })
    expect(await here.type('department', mine, { RETAIL: 1 })).toMatchObject({ refused: 'row-not-asked' })
    const looked = await here.look('department', mine.id)
    expect(looked.rows.map(row => row.value)).toEqual([1300, 10_300, 30, null])
  })

  it('is not submitted while a warning has no answer; an error cannot be answered', async () => {
    const { findings, standing } = await here.look('department', mine.id)
    expect(findings.map(f => [f.grade, f.words.zh])).toEqual([['warning', '本期1300人，上年同期1000人，增加30%，超过20%。']])
    expect(await here.take('submit', 'department', mine.id)).toMatchObject({ refused: 'findings-open', facts: { count: 1 } })
    expect(await handlers.answer(clerk, { ...nothing, params: { id: mine.id }, body: { finding: 'differs-last-year:JOBS', seen: '1299 1000', reason: '秋季招聘' } })).toMatchObject({ refused: 'finding-gone' })
    value(await handlers.answer(clerk, { ...nothing, params: { id: mine.id }, body: { finding: 'differs-last-year:JOBS', seen: '1300 1000', reason: '秋季招聘集中' } }))
    expect(await handlers.submit(clerk, { ...nothing, params: { id: mine.id }, body: { version: standing.version } })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(value(await here.take('submit', 'department', mine.id)).standing).toMatchObject({ state: 'submitted', shown: { 'JOBS/to-date': 10_300, 'JOBS/growth': 30 } })
    expect(await here.type('department', mine, { FAIRS: 3 })).toMatchObject({ refused: 'sheet-step' })
  })

  it('is sent back by the head with a reason, mended, and goes up again', async () => {
    expect(await here.take('approve', 'department', mine.id)).toMatchObject({ refused: 'not-permitted' })
    const { standing: { version } } = await here.look('planner', mine.id)
    const back = value(await handlers.sendBack(head, { ...nothing, params: { id: mine.id }, body: { version, to: 'open', reason: '请补招聘会场次' } }))
    expect(back.standing).toMatchObject({ state: 'open', sentBack: { reason: '请补招聘会场次' }, timesSentBack: 1 })
    value(await here.type('department', mine, { FAIRS: 8 }))
    value(await here.take('submit', 'department', mine.id))
    expect(value(await here.take('approve', 'department-head', mine.id)).standing.state).toBe('approved')
    expect(await here.take('accept', 'department-head', mine.id)).toMatchObject({ refused: 'not-permitted' })
  })

  it('brings, when it is accepted, one approved figure a cell, which opens to the sheet and who signed it', async () => {
    expect(await figures()).toHaveLength(4)
    value(await here.take('accept', 'planner', mine.id))
    const brought = (await figures()).filter(f => f.source.kind === 'return')
    expect(brought.map(f => [f.indicatorCode, f.period, f.unit, f.level?.value, f.vintage, f.status]).toSorted()).toEqual([['FAIRS', '2026-10', places.district.id, 8, 'quick', 'approved'], ['JOBS', '2026-10', places.district.id, 1300, 'quick', 'approved']])
    expect(brought[0]?.source).toMatchObject({ kind: 'return', sheet: mine.id, form: 'DEPT-MONTH', submittedBy: 'department（演示）', approvedBy: 'department-head（演示）', acceptedBy: 'planner（演示）' })
    expect(await here.take('accept', 'planner', mine.id)).toMatchObject({ refused: 'sheet-step' })
    expect((await here.look('department', mine.id)).history.map(step => step.event.kind)).toEqual(['opened', 'entered', 'answered', 'submitted', 'sent-back', 'entered', 'submitted', 'approved', 'accepted'])
  })

  it('after the lock opens named cells again; the revision is a later vintage beside the first figure', async () => {
    const reopen = async (role: 'planner' | 'department-head', rows: string[]) => handlers.reopen(await here.ctx(role), { ...nothing, params: { id: mine.id }, body: { version: (await here.look('planner', mine.id)).standing.version, rows, reason: '人社局核减重复登记' } })
    expect(await reopen('department-head', ['JOBS'])).toMatchObject({ refused: 'not-permitted' })
    expect(await reopen('planner', ['JOBS/growth'])).toMatchObject({ refused: 'row-not-asked' })
    value(await reopen('planner', ['JOBS']))
    expect(await here.type('department', mine, { FAIRS: 9 })).toMatchObject({ refused: 'row-locked' })
    value(await here.type('department', mine, { JOBS: 1190 }))
    for (const [what, who] of [['submit', 'department'], ['approve', 'department-head'], ['accept', 'planner']] as const) value(await here.take(what, who, mine.id))
    const jobs = (await figures()).filter(f => f.indicatorCode === 'JOBS' && f.period === '2026-10').toSorted((a, b) => (a.at < b.at || a.id < b.id ? -1 : 1))
    expect(jobs.map(f => [f.level?.value, f.vintage, f.replaces, f.replacedBy])).toEqual([[1300, 'quick', null, jobs[1]?.id], [1190, 'first', jobs[0]?.id, null]])
    expect((await figures()).filter(f => f.indicatorCode === 'FAIRS')).toHaveLength(1)
  })

  it('keeps columns that its history bears out', async () => {
    const { stored, history } = await planner.read(async tx => ({ stored: await loadSheet(tx, here.district, mine.id), history: await findHistory(tx, here.district, mine.id) }))
    expect(stored?.standing).toEqual(standingOf(history))
  })

  it('what one form brought, another shows with its source and does not ask', async () => {
    const second = await here.make('JOBS-AGAIN', { ...monthOfOwners, name: { zh: '就业专报', en: 'Jobs' }, rows: [{ by: 'typed', indicator: 'JOBS' }, { by: 'typed', indicator: 'FAIRS', reach: 'to-date' }], checks: [] })
    await here.open(second, '2026-10')
    const sheet = await here.sheetOf(second, '2026-10', places.finance.id, 'department')
    expect(sheet.rows[0]).toMatchObject({ key: 'JOBS', value: 1190, beside: { brought: { value: 1190, form: '部门经济月报', sheet: mine.id } } })
    expect(await here.type('department', sheet, { JOBS: 5 })).toMatchObject({ refused: 'row-not-asked' })
    expect(sheet.findings.map(f => f.row)).toEqual(['FAIRS/to-date'])
  })

  it('figures that are held back are seen on the sheet by who enters and approves them and by named posts, by nobody else and in no file', async () => {
    await planner.write(async (tx, note) => { await tx.updateTable('indicators.indicator').set({ embargoed: true }).where('code', '=', 'JOBS').execute(); await note({ verb: 'test', thing: 'test', thingId: 't' }) })
    const valueSeen = async (role: Parameters<typeof here.look>[0]) => (await here.look(role, mine.id)).rows[0]
    expect(await valueSeen('department')).toMatchObject({ value: 1190, held: false })
    expect(await valueSeen('planner')).toMatchObject({ value: 1190, held: false })
    expect(await valueSeen('supervisor')).toMatchObject({ key: 'JOBS', value: null, held: true, beside: { lastYear: null } })
    expect(JSON.stringify(await here.look('supervisor', mine.id))).not.toMatch(/1190|1300/)
    const file = value(await handlers.template(planner, { ...nothing, params: { id: mine.id }, query: { form: 'csv' } }))
    expect(new TextDecoder().decode(file.bytes)).not.toMatch(/1190|1000/)
  })
})

describe('units below and above', async () => {
  const here = await returnsDistrict()
  const { places } = here
  const form = await here.make('STREET-MONTH', monthOfStreets)

  it('a street’s sheet waits for its communities and shows their sum', async () => {
    expect(await here.open(form, '2026-10')).toBe(3)
    const street = await here.sheetOf(form, '2026-10', places.street.id, 'street'), community = await here.sheetOf(form, '2026-10', places.community.id, 'community')
    value(await here.type('community', community, { LIFTS: 4 }))
    value(await here.type('street', street, { LIFTS: 5 }))
    const seen = await here.look('street', street.id)
    expect(seen.rows[0]?.beside.below).toEqual({ sum: 4, of: 1, filled: 1 })
    expect(seen.findings.map(f => f.words.zh)).toEqual(['下级1个单位合计4台，本单位填报5台，相差1台。'])
    value(await here.type('street', street, { LIFTS: 4 }))
    expect(await here.take('submit', 'street', street.id)).toMatchObject({ refused: 'below-not-approved', facts: { units: '三元宫社区' } })
    value(await here.take('submit', 'community', community.id))
    expect(await here.take('submit', 'street', street.id)).toMatchObject({ refused: 'below-not-approved' })
    value(await here.take('approve', 'street-head', community.id))
    expect(value(await here.take('submit', 'street', street.id)).standing.state).toBe('submitted')
  })

  it('a count that the program keeps is shown, not asked, and frozen when the sheet is submitted', async () => {
    const other = await here.sheetOf(form, '2026-10', places.otherStreet.id)
    expect(other.rows[1]).toMatchObject({ key: 'MATTERS', value: 7, counted: { zh: '办结工单数' } })
    expect(await here.type('planner', other, { MATTERS: 9 })).toMatchObject({ refused: 'row-not-asked' })
  })

  it('nobody approves what they submitted, also when the head is on leave and the clerk stands in', async () => {
    const other = await here.sheetOf(form, '2026-10', places.otherStreet.id)
    value(await here.type('planner', other, { LIFTS: 1 }))
    value(await here.take('submit', 'planner', other.id))
    expect(await here.take('approve', 'planner', other.id)).toMatchObject({ refused: 'own-submission' })
    // The street's own sheet was submitted by its clerk, to whom the head now lends his post.
    const street = await here.sheetOf(form, '2026-10', places.street.id)
    expect(await here.take('approve', 'street', street.id)).toMatchObject({ refused: 'not-permitted' })
    await within(here.db, { district: here.district, sees: 'district' }, async tx => {
      const post = await tx.selectFrom('org.post').select('id').where('person', '=', here.person('street-head')).executeTakeFirstOrThrow()
      await insertDelegation(tx, here.district, { id: v7(), post: post.id, to: here.person('street'), from: '2026-11-01', until: '2026-12-01', reason: '休假', withdrawn: false })
    })
    expect(await here.take('approve', 'street', street.id)).toMatchObject({ refused: 'own-submission' })
    expect(value(await here.take('approve', 'street-head', street.id)).standing.state).toBe('approved')
  })
})
