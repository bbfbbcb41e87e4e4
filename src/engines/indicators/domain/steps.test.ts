import { describe, expect, it } from 'vitest'
import { codeFromName, entryFrom } from './entry.ts'
import { afterStep, isCircular, mayPromise, maySay } from './steps.ts'
import { monthsOf } from './judge.ts'

describe('a figure on its way', () => {
  it('goes from draft to published step by step and back with a reason', () => {
    expect(afterStep('draft', 'submit', null)).toEqual({ ok: true, value: 'submitted' })
    expect(afterStep('submitted', 'approve', null)).toEqual({ ok: true, value: 'approved' })
    expect(afterStep('approved', 'publish', null)).toEqual({ ok: true, value: 'published' })
    expect(afterStep('submitted', 'return', '口径有误')).toEqual({ ok: true, value: 'draft' })
    expect(afterStep('submitted', 'return', null)).toMatchObject({ refused: 'reason-needed' })
  })
  it('skips no step', () => {
    for (const [status, decision] of [['draft', 'approve'], ['draft', 'publish'], ['submitted', 'publish'], ['approved', 'submit'], ['published', 'return']] as const) expect(afterStep(status, decision, '理由')).toMatchObject({ refused: 'wrong-step', facts: { status } })
  })
  it('says something, in the measure of its indicator', () => {
    const fai = { unit: '亿元' }
    expect(maySay(fai, { level: { value: 1, unit: '万元' }, change: null, rank: null }).ok).toBe(true)
    expect(maySay(fai, { level: { value: 1, unit: '亿美元' }, change: null, rank: null })).toMatchObject({ refused: 'other-measure', facts: { expected: '亿元' } })
    expect(maySay(fai, { level: null, change: { value: 1, unit: '家', base: '' }, rank: null })).toMatchObject({ refused: 'other-measure' })
    expect(maySay(fai, { level: null, change: null, rank: null })).toMatchObject({ refused: 'nothing-said' })
    expect(maySay(fai, { level: null, change: null, rank: '全市第二' }).ok).toBe(true)
  })
})

it('a promise has a number, or says why it has none', () => {
  const given = { operator: '>=', value: 10, measure: '%', aspect: 'growth', tiedTo: null, reference: null }
  expect(mayPromise({ unit: '亿元' }, given).ok).toBe(true)
  expect(mayPromise({ unit: '亿元' }, { ...given, value: null })).toMatchObject({ refused: 'value-needed' })
  expect(mayPromise({ unit: '亿元' }, { ...given, operator: 'municipality', value: null }).ok).toBe(true)
  expect(mayPromise({ unit: '亿元' }, { ...given, operator: 'tied', value: null })).toMatchObject({ refused: 'tied-to-what' })
  expect(mayPromise({ unit: '亿元' }, { ...given, aspect: 'level' })).toMatchObject({ refused: 'other-measure', facts: { expected: '亿元' } })
})

it('a formula may not come back to its own indicator', () => {
  const formula = (...inputs: string[]) => ({ kind: 'sum' as const, inputs })
  const register = [{ id: 'a', formula: formula('b', 'c') }, { id: 'b', formula: formula('c', 'd') }, { id: 'c', formula: null }]
  expect(isCircular('d', ['a', 'x'], register)).toBe(true)
  expect(isCircular('e', ['a', 'b'], register)).toBe(false)
  expect(isCircular('e', ['e', 'b'], register)).toBe(true)
})

it('an entry that a paper brings gets a code from its name, the same each time', () => {
  expect(codeFromName('新建公共污水管网', '公里')).toMatch(/^N-[0-9A-Z]{7}$/)
  expect(codeFromName('新建公共污水管网', '公里')).toBe(codeFromName('新建公共污水管网', '公里'))
  expect(codeFromName('新建公共污水管网', '公里')).not.toBe(codeFromName('新建公共污水管网', '个'))
  expect(entryFrom('id', { code: 'X', name: { zh: '名', en: 'name' }, unit: '个', kind: 'stock' }, null, null)).toMatchObject({ aggregation: 'last', nature: 'expected', direction: 'up' })
})

it('months of a target that is counted month by month', () => {
  const said = (period: string, value: number) => ({ id: period, period, vintage: 'published' as const, basis: null, level: { value, unit: '个' }, change: null, qualifier: null, status: 'published' as const, saidOn: null, at: '2023-01-01T00:00:00.000Z' })
  const target = { operator: '>=', value: 120, stretch: null, aspect: 'level', measure: '个', period: '2023' } as const
  expect(monthsOf(target, { kind: 'flow' }, [said('2023-01', 10), said('2023-02', 4), said('2023M1-3', 30), said('2023-05', 9)])).toEqual([
    { period: '2023-01', due: 10, done: 10, light: 'on-pace' }, { period: '2023-02', due: 10, done: 4, light: 'off-pace' }, { period: '2023-03', due: 10, done: 16, light: 'slipping' },
  ])
  expect(monthsOf({ ...target, aspect: 'growth' }, { kind: 'flow' }, [said('2023-01', 10)])).toEqual([])
  expect(monthsOf(target, { kind: 'stock' }, [said('2023-01', 10)])).toEqual([])
})
