import { describe, expect, it } from 'vitest'
import { derivedFrom, disagreements, formulaValue, periodBefore, runningTotal, yearBefore } from './derive.ts'
import { expectedShare, growthOfRest, lightsOfMonths, monthsLeft, timeShare, weightOfElapsed } from './pace.ts'
import { inUnit, sameMeasure, speaksOf } from './units.ts'
import { inForce, type Said } from './vintage.ts'

let n = 0
const said = (period: string, level: number | null, rest: Partial<Said> = {}, unit = '亿元'): Said => ({ id: `f${n++}`, period, vintage: 'published', basis: null, level: level === null ? null : { value: level, unit }, change: null, qualifier: null, status: 'published', saidOn: null, at: '2023-01-01T00:00:00.000Z', ...rest })
const growth = (value: number) => ({ change: { value, unit: '%', base: '同比' } })
const revenue = { kind: 'flow', name: { zh: '一般公共预算收入', en: 'Budget revenue' }, basis: null } as const

describe('running totals', () => {
  it('a told total wins over the sum of its months', () => {
    expect(runningTotal([said('2023-01', 1), said('2023-02', 2), said('2023M1-2', 3.1)], 2023, '2023-02-28')?.level).toEqual({ value: 3.1, unit: '亿元' })
  })
  it('quarters and months join end to end', () => {
    expect(runningTotal([said('2023Q1', 10), said('2023-04', 3), said('2023-05', 4000, {}, '万元')], 2023, '2023-05-31')?.level).toEqual({ value: 13.4, unit: '亿元' })
  })
  it('a gap leaves no total', () => {
    expect(runningTotal([said('2023-01', 1), said('2023-03', 2)], 2023, '2023-03-31')).toBeNull()
  })
  it('pieces of another measure leave no total', () => {
    expect(runningTotal([said('2023-01', 1), said('2023-02', 2, {}, '亿美元')], 2023, '2023-02-28')).toBeNull()
  })
  it('are worked out for flows where no paper tells them', () => {
    expect(derivedFrom(revenue, [said('2023-01', 1), said('2023-02', 2)]).find(d => d.kind === 'year-to-date')).toMatchObject({ period: '2023M1-2', value: 3, unit: '亿元' })
    expect(derivedFrom({ ...revenue, kind: 'stock' }, [said('2023-01', 1), said('2023-02', 2)]).some(d => d.kind === 'year-to-date')).toBe(false)
  })
})

describe('growth worked out and held against the paper', () => {
  const facts: readonly [what: string, now: Said, before: Said, value: number, doubt: boolean][] = [
    ['53.7 after 52.31 is the 2.66 % that is said', said('2022', 53.7, growth(2.66)), said('2021', 52.31), 2.66, false],
    ['rounding of both levels explains a tenth', said('2022', 93.2, growth(60.2)), said('2021', 58.2), 60.14, false],
    ['9 % said, 5 % by the levels: a doubt', said('2022', 105, growth(9)), said('2021', 100), 5, true],
    ['net of refunds is another basis: no doubt', said('2022', 105, { ...growth(9), qualifier: '剔除留抵退税因素后' }), said('2021', 100), 5, false],
    ['comparable basis: no doubt', said('2022', 105, { ...growth(9), qualifier: '可比' }), said('2021', 100), 5, false],
    ['a level that is only about: no doubt', said('2022', null, { ...growth(9), level: { value: 105, unit: '亿元', hedge: '超' } }), said('2021', 100), 5, false],
    ['revised base: no doubt', said('2022', 105, { ...growth(9), basis: '经普修订后' }), said('2021', 100), 5, false],
  ]
  it.each(facts)('%s', (_, now, before, value, doubt) => {
    const derived = derivedFrom(revenue, [now, before]).find(d => d.kind === 'year-on-year')
    expect(derived?.value).toBe(value)
    expect(derived?.doubt !== null).toBe(doubt)
    expect(derived?.inputs).toEqual([now.id, before.id])
  })
  it('gross product grows at constant prices: its levels contradict nothing', () => {
    const gdp = { ...revenue, name: { zh: '地区生产总值', en: 'GDP' } }
    expect(derivedFrom(gdp, [said('2022', 3650.18, growth(1)), said('2021', 3608)]).every(d => d.doubt === null)).toBe(true)
  })
  it('a rate moves by points', () => {
    expect(derivedFrom({ ...revenue, kind: 'rate' }, [said('2023', 87.8, {}, '%'), said('2022', 85.5, {}, '%')])[0]).toMatchObject({ value: 2.3, unit: '个百分点' })
  })
  it('nothing grows from zero', () => {
    expect(derivedFrom(revenue, [said('2023', 5), said('2022', 0)])).toEqual([])
  })
  it('a month is also held against the month before', () => {
    expect(derivedFrom(revenue, [said('2023-05', 110), said('2023-04', 100)]).find(d => d.kind === 'period-on-period')).toMatchObject({ period: '2023-05', value: 10 })
  })
})

it('two papers that say different things of the same period are shown together', () => {
  const a = said('2022', 53.7), b = said('2022', 53.9)
  expect(disagreements([a, b])).toEqual([{ period: '2022', a: a.id, b: b.id, words: { zh: '同一时期两处说法不同：53.7亿元 / 53.9亿元', en: 'Said differently for the same period: 53.7亿元 / 53.9亿元' } }])
  expect(disagreements([said('2022', 53.7), said('2022', 53.72)])).toEqual([])
  expect(disagreements([said('2022', 53.7, { vintage: 'quick' }), said('2022', 53.9, { vintage: 'final' })])).toEqual([])
  expect(disagreements([said('2022', null, growth(4.2)), said('2022', null, growth(4.4))])).toHaveLength(1)
})

it('the later vintage counts, then the later word', () => {
  const facts = [said('2022', 1, { vintage: 'published', saidOn: '2023-02-01' }), said('2022', 2, { vintage: 'final', saidOn: '2023-01-01' }), said('2022', 3, { vintage: 'quick', saidOn: '2023-08-01' })]
  expect(inForce(facts)?.level?.value).toBe(2)
  expect(inForce(facts.filter(f => f.vintage !== 'final'))?.level?.value).toBe(3)
  expect(inForce([])).toBeNull()
})

it('periods before', () => {
  expect(['2023', '2023H1', '2023Q1', '2023-01', '2023M1-5', '2021-2025', '2024-02-29', '2023-01-01'].map(yearBefore)).toEqual(['2022', '2022H1', '2022Q1', '2022-01', '2022M1-5', null, null, '2022-01-01'])
  expect(['2023', '2023H1', '2023H2', '2023Q1', '2023-01', '2023M1-5', '2023-01-01'].map(periodBefore)).toEqual(['2022', '2022H2', '2023H1', '2022Q4', '2022-12', null, '2022-12-31'])
})

it('derived indicators: sum, difference, ratio', () => {
  const inputs = [{ value: 3, unit: '亿元' }, { value: 5000, unit: '万元' }]
  expect(formulaValue({ kind: 'sum' }, inputs, '亿元')).toBe(3.5)
  expect(formulaValue({ kind: 'difference' }, inputs, '亿元')).toBe(2.5)
  expect(formulaValue({ kind: 'ratio' }, inputs, '%')).toBe(600)
  expect(formulaValue({ kind: 'ratio' }, [{ value: 3, unit: '个' }, { value: 0, unit: '个' }], '%')).toBeNull()
  expect(formulaValue({ kind: 'sum' }, [{ value: 3, unit: '个' }, null], '个')).toBeNull()
})

describe('pace', () => {
  it('time passed goes by months at the end of a month, by days within one', () => {
    const facts: readonly [string, string, number][] = [['2023', '2023-06-30', 0.5], ['2023', '2023-02-28', 2 / 12], ['2024', '2024-02-29', 2 / 12], ['2023', '2023-12-31', 1], ['2023', '2022-12-31', 0], ['2023', '2025-01-01', 1], ['2023H1', '2023-03-31', 0.5], ['2021-2025', '2023-06-30', 0.5], ['2023', '2023-01-01', 1 / 365], ['2023-05', '2023-05-15', 15 / 31]]
    for (const [period, day, share] of facts) expect(timeShare(period, day)).toBeCloseTo(share, 5)
  })
  it('months left', () => {
    expect([['2023', '2023-06-30'], ['2023', '2023-12-31'], ['2023', '2022-11-01'], ['2023H1', '2023-05-10']].map(([p = '', d = '']) => monthsLeft(p, d))).toEqual([6, 0, 12, 1])
  })
  it('the course of past years is their mean share by the same day, leap years included', () => {
    const years = [said('2022M1-2', 10), said('2022', 100), said('2021M1-2', 20), said('2021', 100), said('2020', 100)]
    expect(expectedShare('2024', '2024-02-29', years)).toEqual({ how: 'past-years', share: 0.15, years: [2021, 2022] })
    expect(expectedShare('2024H1', '2024-02-29', years).how).toBe('time-passed')
    expect(expectedShare('2025', '2025-02-28', []).how).toBe('time-passed')
  })
  it('the rest must make good what the part lacks', () => {
    expect(growthOfRest(10, 8.4, 0.5)).toBe(11.6)
    expect(growthOfRest(10, 8.4, 1)).toBeNull()
    expect(growthOfRest(4, 20, 0.9)).toBe(-140)
    expect(weightOfElapsed('2023', '2023-06-30', [said('2022H1', 45), said('2022', 100)])).toEqual({ weight: 0.45, how: 'last-year' })
    expect(weightOfElapsed('2023', '2023-06-30', [said('2021H1', 45), said('2021', 100)])).toEqual({ weight: 0.5, how: 'time-passed' })
  })
  it('red turns yellow only when the shortfall has been made up', () => {
    const month = (due: number, done: number, i: number) => ({ period: `2023-0${i + 1}`, due, done })
    const lights = (pairs: readonly (readonly [number, number])[]) => lightsOfMonths(pairs.map(([due, done], i) => month(due, done, i))).map(m => m.light)
    expect(lights([[10, 10], [10, 8], [10, 10], [10, 12], [10, 10]])).toEqual(['on-pace', 'off-pace', 'off-pace', 'slipping', 'on-pace'])
    expect(lights([[10, 30], [10, 9]])).toEqual(['on-pace', 'off-pace'])
    expect(lights([])).toEqual([])
  })
})

it('units of one measure', () => {
  expect([['亿元', '万元'], ['个', '家'], ['间', '个'], ['名', '人'], ['人', '人次'], ['亿元', '亿美元'], ['户', '家'], ['%', '个百分点']].map(([a = '', b = '']) => sameMeasure(a, b))).toEqual([true, true, true, true, false, false, false, false])
  expect(inUnit({ value: 24, unit: '万户' }, '户')).toBe(240000)
  expect(inUnit({ value: 1, unit: '人' }, '户')).toBeNull()
  expect([['%', '亿元'], ['个百分点', '%'], ['', '个'], ['倍', '家'], ['家', '亿元']].map(([a = '', b = '']) => speaksOf(a, b))).toEqual([true, true, true, true, false])
})
