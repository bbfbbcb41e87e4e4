import { describe, expect, it } from 'vitest'
import { promisedBy, tiedToOf, wordsOf } from './statements.ts'
import { type Statement } from '../schema.ts'
import { number, readRows } from './sheet.ts'
import { figureColumns, registerColumns } from './sheet-columns.ts'

const header = ['指标代码', '时期', '数值', '计量单位']

describe('a sheet of figures', () => {
  it('is read by its headers, in any order and either language', () => {
    expect(readRows(figureColumns, [['Period', 'code', '数值'], ['2023H1', 'FAI', '1,234.5']])).toEqual({ faults: [], rows: [{ row: 2, values: expect.objectContaining({ code: 'FAI', period: '2023H1', value: 1234.5, unit: null }) }] })
  })
  it('tells every cell that does not fit, with its place and what is expected', () => {
    const { faults } = readRows(figureColumns, [header, ['FAI', '2023年', '很多', '亿元'], [], ['', '2023', '1', '亿元']])
    expect(faults).toEqual([
      { row: 2, column: '时期', value: '2023年', message: { zh: '如 2023、2023H1、2023Q1、2023-05、2023M1-5', en: 'such as 2023, 2023H1, 2023Q1, 2023-05, 2023M1-5' } },
      { row: 2, column: '数值', value: '很多', message: { zh: '数字，绝对值不超过1000万亿', en: 'a number, at most 10^15 either way' } },
      { row: 4, column: '指标代码', value: '', message: { zh: '不能为空', en: 'must not be empty' } },
    ])
  })
  it('a column that must be there and is not', () => {
    expect(readRows(figureColumns, [['数值'], ['1']]).faults.map(f => f.message.zh)).toEqual(['缺少列“指标代码”', '缺少列“时期”'])
    expect(readRows(figureColumns, []).faults).toHaveLength(2)
  })
})

it('numbers are read as typed, never guessed', () => {
  const read = (cell: string) => number('n', { zh: '数', en: 'n' }).read(cell)
  expect(['1', '-2.5', '１２３．４', '1,234', '+8.4', '−3'].map(read)).toEqual([1, -2.5, 123.4, 1234, 8.4, -3])
  expect(['', '1.2.3', '12,34', '1e9', 'NaN', 'Infinity', '8.4%', '约8', '9999999999999999', '=1+1'].map(read)).toEqual(Array.from({ length: 10 }, () => undefined))
})

it('closed words are understood in either language; an escaped cell is what it was', () => {
  const row = ['FAI', '固定资产投资', '约束性', 'up', '月', 'Flow', '求和', '亿元', "'=固投；固投额"]
  const { rows, faults } = readRows(registerColumns, [['指标代码', '指标名称', '属性', '方向', '频率', '类型', '汇总方式', '计量单位', '别名'], row])
  expect(faults).toEqual([])
  expect(rows[0]?.values).toMatchObject({ nature: 'binding', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', aliases: ['=固投', '固投额'] })
})

const said = (id: string, value: number | null, rest: Partial<Statement> = {}): Statement => ({ id, operator: '>=', value, stretch: null, measure: '个', hedge: null, reference: null, tiedTo: null, nature: 'expected', verb: null, words: `${value}`, saidOn: null, reason: null, source: { kind: 'generated', seed: 't' }, origin: null, at: '2023-02-01T00:00:00.000Z', ...rest })

describe('what is promised', () => {
  it('the last thing said is in force', () => {
    expect(promisedBy([said('aug', 280, { saidOn: '2023-08-29', verb: '力争' }), said('feb', 270, { saidOn: '2023-02-14' })])).toMatchObject({ value: 280, verb: '力争' })
    expect(promisedBy([said('paper', 280, { saidOn: '2023-02-14' }), said('hand', 290, { at: '2023-06-01T00:00:00.000Z' })])?.value).toBe(290)
    expect(promisedBy([])).toBeNull()
  })
  it('a floor and what is striven for, in one paper, both stand', () => {
    const origin = 'paper'
    const floor = said('a', 560, { origin, verb: '不低于', saidOn: '2023-02-14' }), strive = said('b', 635, { origin, verb: '力争', saidOn: '2023-02-14' })
    for (const statements of [[floor, strive], [strive, floor]]) expect(promisedBy(statements)).toMatchObject({ value: 560, stretch: 635, verb: '不低于' })
    expect(promisedBy([floor, { ...strive, origin: 'another', saidOn: '2023-03-01' }])).toMatchObject({ value: 635, stretch: null })
  })
  it('has few words', () => {
    const aim = { operator: '>=', value: 10, measure: '%', aspect: 'growth', stretch: null } as const
    expect([wordsOf(aim), wordsOf({ ...aim, operator: '~', value: 4.5 }), wordsOf({ ...aim, value: -3, operator: '=' }), wordsOf({ ...aim, aspect: 'level', value: 560, measure: '个', stretch: 635 }), wordsOf({ ...aim, value: null, operator: 'municipality' })])
      .toEqual(['增长10%以上', '增长4.5%左右', '下降3%', '560个以上，力争635个', '市下达目标'])
  })
  it('in step with the economy means in step with the gross product', () => {
    const register = [{ id: 'gdp', code: 'GDP', name: { zh: '地区生产总值', en: 'GDP' }, aliases: [], notNames: [], unit: '亿元' }]
    expect(['与经济增长基本同步', '经济增长', '与地区生产总值增长同步', '与全市同步', '', null].map(words => tiedToOf(words, register))).toEqual(['gdp', 'gdp', 'gdp', null, null, null])
  })
})
