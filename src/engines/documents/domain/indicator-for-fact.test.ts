import { describe, expect, it } from 'vitest'
import { type RegisterName } from '../../indicators/domain/match.ts'
import { type Fact } from '../schema.ts'
import { matchFacts, proposedIndicators } from './indicator-for-fact.ts'

const entry = (code: string, zh: string, unit: string, notNames: readonly string[] = []): RegisterName => ({ id: `0190a000-0000-7000-8000-00000000000${code.length}`, code, name: { zh, en: zh }, aliases: [], notNames: [...notNames], unit })
const register = [entry('FAI', '固定资产投资', '亿元'), entry('TAXES', '区域税收', '亿元', ['一般公共预算收入'])]
const plain: Fact = { id: 'f0', kind: 'actual', name: '', period: '2022', value: 1, upper: null, unit: '个', hedge: null, change: null, rank: null, streak: null, qualifier: null, operator: null, strength: null, verb: null, reference: null, block: '', section: '', start: 0, end: 1, certainty: 1 }
const growth = (name: string, value = 5): Partial<Fact> => ({ name, value, unit: '%', change: { value, unit: '%', base: '同比' } })
const match = (...facts: Partial<Fact>[]) => [...matchFacts(facts.map((fact, i) => ({ id: `f${i}`, fact: { ...plain, ...fact }, choice: null, beside: '' })), register)]

describe('which indicator a fact speaks of', () => {
  it('is certain by its very name, in its level as in its growth', () => {
    expect(match({ name: '固定资产投资', value: 300, unit: '亿元' }, growth('全年固定资产投资增速'))).toMatchObject([{ match: 'certain', otherwise: { code: 'FAI' } }, { match: 'certain', otherwise: { code: 'FAI' } }])
  })

  it('never merges near names by itself: they are suggested and would become an indicator of their own', () => {
    const [tax, budget] = match({ name: '区域总税收', value: 300, unit: '亿元' }, { name: '一般公共预算收入', value: 60, unit: '亿元' })
    expect(tax).toMatchObject({ match: 'suggested', candidates: [{ code: 'TAXES' }], otherwise: { kind: 'new', name: '区域总税收' } })
    expect(budget).toMatchObject({ match: 'none', candidates: [], otherwise: { kind: 'new', unit: '亿元' } })
  })

  it('proposes one indicator for one name, in the unit in which the paper gives its level', () => {
    const [level, rate, other] = match({ name: '技术合同成交额', value: 80, unit: '亿元' }, growth('技术合同成交额'), { name: '技术合同成交额', value: 120, unit: '宗' })
    expect(level?.otherwise).toMatchObject({ kind: 'new', unit: '亿元' })
    expect(rate?.otherwise).toEqual(level?.otherwise)
    expect(other?.otherwise).toMatchObject({ kind: 'new', unit: '宗' })
    expect(other?.otherwise).not.toMatchObject({ code: level?.otherwise.kind === 'new' ? level.otherwise.code : '' })
  })

  it('proposes a measure by the name where the paper tells no level', () => {
    expect(match(growth('民间投资'), growth('港口吞吐指数'), { name: '城镇新增就业人数', value: null, unit: '', kind: 'target', operator: 'municipality' }).map(m => m.otherwise)).toMatchObject([{ unit: '亿元' }, { unit: '%' }, { unit: '人' }])
  })

  it('gives a new indicator kind and direction as far as its facts tell', () => {
    const make = (fact: Partial<Fact>, unit: string) => proposedIndicators([{ fact: { ...plain, ...fact }, choice: { kind: 'new', code: 'N-1', name: '甲', unit } }])[0]
    expect(make({ kind: 'cumulative' }, '个')).toMatchObject({ indicatorKind: 'stock', direction: 'up' })
    expect(make({ kind: 'target', operator: '<=' }, '%')).toMatchObject({ indicatorKind: 'rate', direction: 'down' })
    expect(make({}, '亿元')).toMatchObject({ indicatorKind: 'flow', direction: 'up' })
  })
})
