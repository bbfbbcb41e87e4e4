import { describe, expect, it } from 'vitest'
import { type Source } from '../../../kernel/source.ts'
import { type Fact } from '../schema.ts'
import { type Entry, entryFrom } from './ledger-from-fact.ts'

const source: Source = { kind: 'document', document: '0190a000-0000-7000-8000-000000000001', title: '测试报告', section: '', start: 0, end: 9, words: '', saidOn: '2023-02-07' }
const plain: Fact = {
  id: 'f0', kind: 'actual', name: '固定资产投资', period: '2022', value: null, upper: null, unit: '', hedge: null, change: null, rank: null, streak: null, qualifier: null,
  operator: null, strength: null, verb: null, reference: null, block: 'b0', section: '', start: 0, end: 9, certainty: 1,
}
const entry = (fact: Partial<Fact>): Entry => entryFrom({ ...plain, ...fact }, source, '2023-02-07')
const percent = (value: number, base = '同比') => ({ value, unit: '%', base })

describe('figures from facts', () => {
  it.each<[string, Partial<Fact>, object]>([
    ['a level with its growth', { value: 3650.18, unit: '亿元', change: percent(6.3) }, { level: { value: 3650.18, unit: '亿元' }, change: percent(6.3) }],
    ['only a growth rate', { value: 8.4, unit: '%', change: percent(8.4) }, { level: null, change: percent(8.4) }],
    ['a fall', { value: -3.1, unit: '%', change: percent(-3.1) }, { level: null, change: percent(-3.1) }],
    ['a growth rate told by the name', { name: '全年固定资产投资增速', value: 8.4, unit: '%' }, { level: null, change: percent(8.4) }],
    ['a share is a level', { name: '绿色建筑占比', value: 90, unit: '%' }, { level: { value: 90, unit: '%' }, change: null }],
    ['a share that moved by points', { name: '绿色建筑占比', value: 90, unit: '%', change: { value: 2.5, unit: '个百分点', base: '同比' } }, { level: { value: 90, unit: '%' }, change: { value: 2.5, unit: '个百分点', base: '同比' } }],
    ['points ahead of expected pace', { value: 6, unit: '个百分点', change: { value: 6, unit: '个百分点', base: '序时进度' } }, { level: null, change: { value: 6, unit: '个百分点', base: '序时进度' } }],
    ['a hedge', { value: 24, unit: '万户', hedge: '超' }, { level: { value: 24, unit: '万户', hedge: '超' } }],
    ['a range', { value: 2, upper: 3, unit: '个' }, { level: { value: 2, unit: '个' }, qualifier: '至3个' }],
    ['a rank without a number', { kind: 'rank', rank: '全市第二' }, { level: null, change: null, rank: '全市第二' }],
    ['a streak', { value: 169, unit: '家', streak: '连续三年增长' }, { level: { value: 169, unit: '家' }, qualifier: '连续三年增长' }],
    ['a comparable basis', { value: 3.7, unit: '%', change: percent(3.7, '可比') }, { change: percent(3.7), basis: '可比', level: null }],
    ['a basis net of an item', { value: 1.2, unit: '%', change: percent(1.2), qualifier: '剔除留抵退税因素后; 分别 1/2' }, { basis: '剔除留抵退税因素后', qualifier: null }],
    ['growth since a base year', { kind: 'since-baseline', value: 12, unit: '%', change: percent(12, '2019年') }, { level: null, change: percent(12, '2019年'), basis: null }],
    ['a result not yet published', { operator: 'pending', reference: '由市统计局公布' }, { level: null, change: null, qualifier: '由市统计局公布' }],
  ])('%s', (_, fact, figure) => {
    expect(entry(fact)).toMatchObject({ kind: 'figure', figure: { vintage: 'published', period: '2022', saidOn: '2023-02-07', fact: 'f0', ...figure } })
  })

  it.each<[string, Partial<Fact>]>([
    ['no period', { value: 1, unit: '个', period: '' }],
    ['words in place of a period', { value: 1, unit: '个', period: '近年来' }],
    ['neither level nor change nor rank', {}],
    ['digits run together', { value: 2e19, unit: '个' }],
  ])('nothing is entered from %s, and the reason is told', (_, fact) => {
    const made = entry(fact)
    expect(made.kind === 'none' ? made.why.zh : '').not.toBe('')
  })
})

describe('targets from facts', () => {
  const target = (fact: Partial<Fact>) => entry({ kind: 'target', period: '2023', ...fact })

  it.each<[string, Partial<Fact>, object]>([
    ['at least, of growth', { value: 10, unit: '%', hedge: '以上', change: percent(10), operator: '>=', strength: 'strive', verb: '力争' }, { aspect: 'growth', operator: '>=', value: 10, measure: '%', words: '力争增长10%以上' }],
    ['about', { value: 4.5, unit: '%', hedge: '左右', change: percent(4.5), operator: '~' }, { aspect: 'growth', operator: '~', value: 4.5, words: '增长4.5%左右' }],
    ['growth told by the name', { name: '全年固定资产投资增速', value: 10, unit: '%', hedge: '以上', operator: '>=', strength: 'ensure', verb: '确保' }, { aspect: 'growth', value: 10, words: '确保增长10%以上' }],
    ['a number of things', { value: 280, unit: '个', operator: '=' }, { aspect: 'level', operator: '=', value: 280, measure: '个', words: '280个' }],
    ['not less than', { value: 100, unit: '场', hedge: '不少于', operator: '>=', strength: 'at-least', verb: '不少于' }, { aspect: 'level', operator: '>=', words: '不少于100场' }],
    ['a share', { name: '生活垃圾回收利用率', value: 42, unit: '%', hedge: '以上', operator: '>=' }, { aspect: 'level', operator: '>=', measure: '%', words: '42%以上' }],
    ['a range', { value: 2, upper: 3, unit: '对', operator: '=' }, { value: 2, stretch: 3, words: '2-3对' }],
    ['a ceiling', { name: '城镇登记失业率', value: 3.5, unit: '%', hedge: '以内', operator: '<=' }, { aspect: 'level', operator: '<=', words: '3.5%以内' }],
    ['a fall of at least', { value: -3, unit: '%', hedge: '以上', change: percent(-3), operator: '>=' }, { aspect: 'growth', operator: '<=', value: -3, words: '下降3%以上' }],
    ['a fall of at most', { value: -3, unit: '%', hedge: '以内', change: percent(-3), operator: '<=' }, { operator: '>=', value: -3 }],
    ['left to the municipality', { operator: 'municipality', reference: '完成市下达目标' }, { operator: 'municipality', value: null, stretch: null, words: '完成市下达目标' }],
    ['tied to another indicator', { operator: 'tied', reference: '经济增长' }, { operator: 'tied', reference: '经济增长', words: '与经济增长同步' }],
    ['without a number and without a word why', {}, { operator: 'pending', words: '待定' }],
    ['a number beside the municipality’s duty', { value: 3, unit: '万人', operator: 'municipality', reference: '完成市下达目标' }, { operator: '=', value: 3, words: '3万人' }],
    ['a binding one', { value: 3, unit: '%', operator: '>=', qualifier: '约束性指标' }, { nature: 'binding' }],
  ])('%s', (_, fact, parts) => {
    expect(target(fact)).toMatchObject({ kind: 'target', target: { period: '2023', nature: 'expected', ...parts } })
  })
})
