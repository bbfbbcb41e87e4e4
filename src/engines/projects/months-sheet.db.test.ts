import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { testRules } from '../../../testkit/project.ts'
import { value } from '../../../testkit/value.ts'
import { type Id } from '../../kernel/id.ts'
import { sheetFile, type Cell } from '../indicators/index.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api.ts'
import { seedProjectRules } from './index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('months told by a sheet', async () => {
  const here = await freshDistrict({ now: '2025-04-11T02:00:00.000Z' })
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedProjectRules(tx, planner, [testRules])
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const make = async (code: string, name: string, owner: Id) => {
    const { id, seq } = value(await handlers.make(planner, { ...nothing, body: { code, name, of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } }))
    value(await handlers.act(planner, { ...nothing, params: { id }, body: { seq, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    return id
  }
  const own = await make('A-1', '示例道路', here.places.finance.id)
  await make('A-2', '示例公园', here.places.statistics.id)
  const head = ['项目编号', '项目名称', '月份', '当月完成投资（万元）', '说明']
  const bring = async (rows: readonly (readonly Cell[])[], check = false, role: Role = 'department') => value(await handlers.importMonths(await here.ctx(role), { ...nothing, query: { check: check ? 'true' : 'false' }, file: await sheetFile('months', 'xlsx', [head, ...rows]) }))

  it('come on a sheet that holds the projects of the unit, and go back on it', async () => {
    const text = Buffer.from(value(await handlers.monthsSheet(await here.ctx('department'), { ...nothing, query: { month: '2025-03', form: 'csv' } })).bytes).toString('utf8')
    expect(text).toContain('A-1,示例道路,2025-03')
    expect(text).not.toContain('A-2')
    expect(await bring([['A-1', '示例道路', '2025-03', 90.5, null], ['A-1', null, '2025-02', 100, '补报']])).toMatchObject({ taken: 2, faults: [] })
    const view = value(await handlers.one(planner, { ...nothing, params: { id: own }, query: {} }))
    expect(view.project.months).toMatchObject([{ month: '2025-02', amount: 100, state: 'told', note: '补报' }, { month: '2025-03', amount: 90.5, state: 'told' }])
    expect(await bring([['A-1', '示例道路', '2025-03', 90.5, null]])).toMatchObject({ taken: 0, faults: [] })
  })

  it('name each cell that does not fit, and then nothing is taken', async () => {
    const reply = await bring([['A-1', null, '2025-01', 10, null], ['A-1', null, '2025-01', 20, null], ['A-2', null, '2025-01', 10, null], ['A-9', null, '2025-01', 10, null], ['A-1', '别的项目', '2024-12', 10, null], ['A-1', null, '2025-04', 10, null], ['A-1', null, '2024-11', 9000, null]])
    expect(reply.faults.map(({ row, column, message }) => [row, column, message.zh])).toEqual([
      [3, '月份', '同一项目同一月份出现了两次'], [4, '项目编号', '不是本单位的项目，不能填报'], [5, '项目编号', '没有这个编号的项目'], [6, '项目名称', '与编号不符，A-1是“示例道路”'],
      [7, '当月完成投资（万元）', '2025-04还没有过完，月末之后再报。'], [8, '当月完成投资（万元）', '报2024-11后累计完成9200.5万元，超过总投资5000万元。请核对数字和单位（万元）；确有增加的，请先按批复调整总投资。没有保存。'],
    ])
    expect(reply.taken).toBe(0)
    expect((await bring([['A-1', null, '2025-01', -5, null], ['A-1', null, '十一月', 5, null]])).faults.map(fault => fault.column)).toEqual(['当月完成投资（万元）', '月份'])
    expect(value(await handlers.one(planner, { ...nothing, params: { id: own }, query: {} })).project.months).toHaveLength(2)
  })

  it('are only looked at where a check is asked for', async () => {
    expect(await bring([['A-1', null, '2025-01', 10, null]], true)).toMatchObject({ checkedOnly: true, taken: 0, faults: [] })
    expect(value(await handlers.one(planner, { ...nothing, params: { id: own }, query: {} })).project.months).toHaveLength(2)
  })
})
