import { describe, expect, it } from 'vitest'
import { type EntryGiven } from './contract.ts'
import { monthOfOwners, returnsDistrict, value } from '../../../testkit/returns.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const file = (lines: string) => ({ name: '填报.csv', mime: 'text/csv', bytes: new TextEncoder().encode(lines) })

describe('whole sheets', async () => {
  const here = await returnsDistrict()
  const { handlers, places } = here
  const clerk = await here.ctx('department')
  const form = await here.make('DEPT-MONTH', monthOfOwners)
  await here.open(form, '2026-10')
  const sheet = await here.sheetOf(form, '2026-10', places.finance.id, 'department')
  const upload = async (lines: string, check: 'true' | 'false' = 'false') => value(await handlers.upload(clerk, { ...nothing, params: { id: sheet.id }, query: { check }, file: file(lines) }))
  const entries = (values: Partial<EntryGiven>[], more: object = {}) => handlers.entries(clerk, { ...nothing, body: { form: 'DEPT-MONTH', unit: places.finance.code, period: '2026-10', submit: false, values: values.map(one => ({ indicator: '', aspect: 'level' as const, reach: 'period' as const, value: null, reason: null, ...one })), ...more } })
  const versionNow = async () => (await here.look('department', sheet.id)).standing.version

  it('go out as a spreadsheet with the unit’s own cells, codes, names and units', async () => {
    const out = value(await handlers.template(clerk, { ...nothing, params: { id: sheet.id }, query: { form: 'csv' } }))
    expect(out.name).toBe('区发展和改革局_部门经济月报_2026-10.csv')
    expect(text(out.bytes).trim().split('\r\n')).toEqual(['\uFEFF指标代码,指标名称,项目,时段,计量单位,填报数,上期数,上年同期数,说明', 'JOBS,城镇新增就业,总量,本期,人,,,,', 'FAIRS,招聘会,总量,本期,场,,,,'].map((line, i) => (i === 0 ? line.replace('\uFEFF', '') : line)))
    expect(await handlers.template(clerk, { ...nothing, params: { id: '01890000-0000-7000-8000-00000000dead' }, query: { form: 'csv' } })).toMatchObject({ refused: 'unknown-sheet' })
  })

  it('come back whole or not at all, with each cell that is wrong', async () => {
    const wrong = await upload('指标代码,填报数\nJOBS,一百\nFAIRS,8\n')
    expect(wrong).toMatchObject({ taken: 0, faults: [{ row: 2, column: '填报数', value: '一百', message: { zh: '数字，绝对值不超过1000万亿' } }] })
    const strange = await upload('指标代码,时段,填报数\nJOBS,累计,100\nRETAIL,本期,3\nFAIRS,本期,8\nFAIRS,本期,9\n')
    expect(strange).toMatchObject({ taken: 0, faults: [{ row: 2, value: 'JOBS/to-date', message: { zh: '这一项由系统推算，不用填' } }, { row: 3, value: 'RETAIL', message: { zh: '本表没有这一填报项' } }, { row: 5, value: 'FAIRS', message: { zh: '这一项出现了两次' } }] })
    expect(await versionNow()).toBe(1)
    expect(await upload('指标代码,填报数\nJOBS,"1,200"\nFAIRS,８\n', 'true')).toMatchObject({ taken: 2, checkedOnly: true })
    expect(await versionNow()).toBe(1)
    expect(await upload('指标代码,填报数\nJOBS,"1,200"\nFAIRS,８\n')).toMatchObject({ taken: 2, faults: [] })
    expect((await here.look('department', sheet.id)).standing.cells).toMatchObject({ JOBS: { value: 1200 }, FAIRS: { value: 8 } })
    // The same file again changes nothing, and an empty cell clears nothing.
    expect(await upload('指标代码,填报数\nJOBS,1200\nFAIRS,\n')).toMatchObject({ taken: 0 })
    expect(await versionNow()).toBe(2)
  })

  it('are handed in by other programs by codes, reasons and submission included', async () => {
    expect(await entries([], { period: '2026-09' })).toMatchObject({ refused: 'no-open-sheet' })
    expect(await handlers.entries(await here.ctx('street'), { ...nothing, body: { form: 'DEPT-MONTH', unit: places.finance.code, period: '2026-10', values: [], submit: false } })).toMatchObject({ refused: 'no-open-sheet' }) // a stranger does not even learn that it is there
    expect(value(await entries([{ indicator: 'JOBS', value: 1300 }, { indicator: 'RETAIL', value: 1 }]))).toMatchObject({ taken: 0, faults: [{ entry: 1, row: 'RETAIL' }] })
    const negative = value(await entries([{ indicator: 'JOBS', value: -1, reason: '没有办法' }], { submit: true }))
    expect(negative).toMatchObject({ taken: 1, submitted: false, state: 'open', findings: [{ grade: 'error', words: { zh: '填报-1人，不应低于0人。' } }] })
    expect(value(await entries([{ indicator: 'JOBS', value: 1250 }, { indicator: 'FAIRS', value: null }], { submit: true }))).toMatchObject({ taken: 2, submitted: true, state: 'submitted', findings: [] })
    expect(await entries([{ indicator: 'JOBS', value: 1 }])).toMatchObject({ refused: 'sheet-step' })
  })
})
