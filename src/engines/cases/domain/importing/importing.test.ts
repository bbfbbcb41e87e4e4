import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../../../testkit/case-type.ts'
import { type CaseType } from '../../schema.ts'
import { headerTwice, mappingFault, mappingFor, meaningsOf } from './columns.ts'
import { categoriesOf, instantFrom, readRow, type Reading } from './rows.ts'

const label = (zh: string) => ({ zh, en: zh })
const type: CaseType = { ...testType, fields: [
  { key: 'card', name: label('证件号'), input: 'text', required: false, personal: true, asks: 'staff' }, { key: 'floor', name: label('楼层'), input: 'number', required: false, personal: false, asks: 'staff' },
  { key: 'kind', name: label('楼型'), input: 'choice', choices: [{ key: 'old', name: label('老楼') }, { key: 'new', name: label('新楼') }], required: true, personal: false, asks: 'staff' }, { key: 'lift', name: label('有电梯'), input: 'yes-no', required: false, personal: false, asks: 'staff' }, { key: 'built', name: label('建成日期'), input: 'day', required: false, personal: false, asks: 'staff' },
] }
const meanings = meaningsOf(type)
const now = '2023-08-29T02:00:00.000Z'
const [street, twin] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const headers = ['来源编号', '类别', '诉求内容', '标题', '紧急程度', '登记时间', '所在单位', '经度', '纬度', '状态', '反映人', '联系电话', '证件号', '楼层', '楼型', '有电梯', '建成日期']
const reading: Reading = { type, categories: categoriesOf(type), meanings, headers, mapping: mappingFor(meanings, headers), units: new Map([['人民街道', [street]], ['同名社区', [street, twin]]]), now }
const good: Readonly<Record<string, string>> = { 来源编号: 'A1', 类别: '市容/暴露垃圾', 诉求内容: '三天没人清', 标题: '垃圾', 紧急程度: '一般', 登记时间: '2023/8/1 9:05', 所在单位: '人民街道', 经度: '113.26', 纬度: '23.13', 状态: '办理中', 反映人: '李小明', 联系电话: '138 0013 8000', 证件号: 'A12345', 楼层: '３', 楼型: '老楼', 有电梯: '否', 建成日期: '1988年5月1日' }
const read = (change: Readonly<Record<string, string>> = {}) => readRow(reading, headers.map(header => ({ ...good, ...change })[header] ?? ''))
const faultsAt = (change: Readonly<Record<string, string>>) => { const is = read(change); return 'faults' in is ? is.faults.map(fault => fault.column) : [] }

describe('what the columns of a file mean', () => {
  it('is told by their names, in either language and with what people put around them', () => {
    expect(mappingFor(meanings, ['工单编号', '事项类别*', ' 反映内容 ', '受理时间', 'Title', '楼层', '备注'])).toEqual({ number: '工单编号', category: '事项类别*', words: ' 反映内容 ', openedAt: '受理时间', title: 'Title', 'field.floor': '楼层' })
    expect(mappingFor(meanings, ['编号', '来源编号', '类别', '内容'])).toMatchObject({ number: '来源编号' })
  })

  it('is as it was for the same source before, where those columns are there', () => {
    expect(mappingFor(meanings, ['甲', '乙', '编号'], { number: '甲', words: '丙' })).toEqual({ number: '甲' })
  })

  it('gives no column two meanings, whatever the headers are', () => {
    const name = fc.constantFrom(...meanings.flatMap(meaning => [meaning.name.zh, meaning.key, ...meaning.names]), '别的', 'x')
    fc.assert(fc.property(fc.uniqueArray(name), fc.dictionary(fc.constantFrom(...meanings.map(meaning => meaning.key)), name), (given, before) => {
      const mapping = mappingFor(meanings, given, before)
      expect(new Set(Object.values(mapping)).size).toBe(Object.keys(mapping).length)
      expect(mappingFault(meanings, given, mapping)?.kind ?? 'column-needed').toBe('column-needed')
    }))
  })

  it('is refused where something needed has no column, a column is not there, or one means two things', () => {
    expect(mappingFault(meanings, headers, { number: '来源编号', category: '类别' })).toEqual({ kind: 'column-needed', column: '诉求内容' })
    const three = { number: '来源编号', category: '类别', words: '诉求内容' }
    expect(mappingFault(meanings, headers, three)).toBeNull()
    expect(mappingFault(meanings, headers, { ...three, title: '没有' })).toEqual({ kind: 'no-such-column', column: '没有' })
    expect(mappingFault(meanings, headers, { ...three, nonsense: '标题' })).toEqual({ kind: 'no-such-column', column: 'nonsense' })
    expect(mappingFault(meanings, headers, { ...three, title: '诉求内容' })).toEqual({ kind: 'column-twice', column: '诉求内容' })
    expect([headerTwice(['a', '', '', 'b']), headerTwice(['a', 'b', 'a'])]).toEqual([null, 'a'])
  })
})

describe('a row of a file', () => {
  it('is a case as the desk would open it, received when its source received it', () => {
    expect(read()).toEqual({ row: { number: 'A1', receivedAt: '2023-08-01T01:05:00.000Z', given: {
      type: 'hotline', category: 'rubbish', urgency: 'ordinary', title: '垃圾', words: '三天没人清', channel: 'import', place: { unit: street, address: null, point: { lng: 113.26, lat: 23.13 } },
      reporter: { name: '李小明', phone: '138 0013 8000', confidential: false }, fields: { card: 'A12345', floor: 3, kind: 'old', lift: false, built: '1988-05-01' },
    } } })
  })

  it('takes its title from its words where it has none, and is received now where it has no time', () => {
    expect(read({ 标题: '', 登记时间: '', 诉求内容: '三元宫门口的\n垃圾' })).toMatchObject({ row: { receivedAt: null, given: { title: '三元宫门口的 垃圾' } } })
  })

  it('takes off the apostrophe that an export sets before a formula', () => {
    expect(read({ 标题: "'=1+1" })).toMatchObject({ row: { given: { title: '=1+1' } } })
  })

  it('is wrong at each cell that does not fit, with its column and what is expected there', () => {
    expect(faultsAt({ 来源编号: '', 类别: '没有', 紧急程度: '很急', 登记时间: '2023-02-30', 所在单位: '同名社区', 联系电话: '无', 楼层: '三', 楼型: '', 有电梯: '也许', 建成日期: '去年' })).toEqual(['来源编号', '类别', '紧急程度', '登记时间', '所在单位', '楼层', '楼型', '有电梯', '建成日期', '联系电话'])
    expect(faultsAt({ 经度: '' })).toEqual(['经度'])
    expect(faultsAt({ 纬度: '230' })).toEqual(['纬度'])
    expect(faultsAt({ 登记时间: '2023-08-30 10:00' })).toEqual(['登记时间'])
    expect(faultsAt({ 标题: '长'.repeat(101) })).toEqual(['标题'])
    expect(faultsAt({ 诉求内容: '' })).toEqual(['诉求内容'])
    const wrong = read({ 类别: '没有' })
    expect('faults' in wrong && wrong.faults).toEqual([{ column: '类别', value: '没有', expected: { zh: '应为：暴露垃圾、占道经营、水管爆裂', en: 'one of: Rubbish, Street stall, Burst pipe' } }])
  })

  it('that is over is not opened as new work', () => {
    for (const state of ['办结', '已办结', '已结案', '作废', 'Settled', 'closed']) expect(faultsAt({ 状态: state }), state).toEqual(['状态'])
    for (const state of ['办理中', '待派遣', '']) expect(faultsAt({ 状态: state }), state).toEqual([])
  })

  it('is a case or has faults, whatever stands in it, and never both', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(good))), { maxLength: headers.length + 3 }), cells => {
      const is = readRow(reading, cells)
      expect('faults' in is ? is.faults.length > 0 : is.row.number !== '').toBe(true)
      if ('faults' in is) expect(new Set(is.faults.map(fault => fault.column)).size).toBe(is.faults.length)
    }))
  })

  it('has a time that every way of writing it comes to', () => {
    for (const text of ['2023-08-01 09:05', '2023/8/1 9:05', '2023年8月1日9时05分', '2023.8.1 9:05:30', '2023-08-01T09:05', '２０２３-８-１ ９：０５']) expect(instantFrom(text, now), text).toBe('2023-08-01T01:05:00.000Z')
    expect(instantFrom('2023-08-01', now)).toBe('2023-07-31T16:00:00.000Z')
    for (const text of ['', '昨天', '2023-13-01', '2023-08-01 25:00', '1900-01-01', '45139']) expect(instantFrom(text, now), text).toBeUndefined()
  })
})
