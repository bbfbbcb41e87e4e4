import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DivisionTerms } from '../schema.ts'
import { balanceOf, byLevels, changesBetween, evenly, paceOfParts, shareOf, spread, valued } from './parts.ts'

const terms = (parts: Partial<DivisionTerms>): DivisionTerms => ({ method: 'own', check: 'sum', tolerance: 0, digits: 0, whole: 280, ground: null, parts: [], ...parts })
const part = (unit: string, value: number, more: { share?: number; weight?: number } = {}) => ({ unit, value, share: more.share ?? null, weight: more.weight ?? null })
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

describe('spreading a number', () => {
  it('280 lifts over 18 streets are 16 for ten of them and 15 for eight', () => {
    expect(spread(280, Array.from({ length: 18 }, () => 1), 0)).toEqual([16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 15, 15, 15, 15, 15, 15, 15, 15])
  })
  it('goes by weights, with the largest remainders first', () => expect(spread(10, [1, 1, 4], 0)).toEqual([2, 2, 6]))
  it('weights of nothing count as equal', () => expect(spread(9, [0, 0, 0], 0)).toEqual([3, 3, 3]))
  it('over nobody is nothing', () => expect(spread(9, [], 0)).toEqual([]))
  it('always adds up exactly, and nobody is further than one step from his due', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (steps, weights, digits) => {
      const scale = 10 ** digits, whole = steps / scale
      const parts = spread(whole, weights, digits)
      expect(Math.round(sum(parts) * scale)).toBe(steps)
      const total = sum(weights)
      for (const [i, value] of parts.entries()) expect(Math.abs(value * scale - (total === 0 ? steps / weights.length : ((weights[i] ?? 0) * steps) / total))).toBeLessThan(1.0001)
    }))
  })
})

describe('parts by shares', () => {
  it('shares that make up a hundred leave no rest to rounding', () => {
    const third = valued(terms({ method: 'share', whole: 100, parts: [part('a', 0, { share: 33.33 }), part('b', 0, { share: 33.33 }), part('c', 0, { share: 33.34 })] }))
    expect(third.parts.map(p => p.value)).toEqual([33, 33, 34])
    expect(balanceOf(third, 100)).toEqual({ total: 100, rest: 0, fits: true })
  })
  it('shares short of a hundred leave a rest that shows as a number', () => {
    const some = valued(terms({ method: 'share', parts: [part('a', 0, { share: 50 }), part('b', 0, { share: 45.7 })] }))
    expect(some.parts.map(p => p.value)).toEqual([140, 128])
    expect(balanceOf(some, 280)).toEqual({ total: 268, rest: 12, fits: false })
  })
})

describe('do the parts make up the whole', () => {
  const facts: readonly [what: string, parts: Partial<DivisionTerms>, whole: number | null, total: number | null, rest: number | null, fits: boolean][] = [
    ['12 of 280 are not divided yet', { parts: [part('a', 200), part('b', 68)] }, 280, 268, 12, false],
    ['exactly divided', { parts: [part('a', 200), part('b', 80)] }, 280, 280, 0, true],
    ['divided 5 too often', { parts: [part('a', 200), part('b', 85)] }, 280, 285, -5, false],
    ['a rest as large as the tolerance fits', { tolerance: 5, parts: [part('a', 275)] }, 280, 275, 5, true],
    ['and one beyond it does not', { tolerance: 4.9, parts: [part('a', 275)] }, 280, 275, 5, false],
    ['growth of 6 and 4 at weights 3 to 1 is 5.5', { method: 'weight', check: 'weighted-mean', digits: 1, whole: 5.5, parts: [part('a', 6, { weight: 300 }), part('b', 4, { weight: 100 })] }, 5.5, 5.5, 0, true],
    ['weights of nothing have no mean', { method: 'weight', check: 'weighted-mean', parts: [part('a', 6, { weight: 0 })] }, 5.5, null, null, false],
    ['where nothing is checked everything fits', { check: 'none', parts: [part('a', 1)] }, 280, null, null, true],
    ['a target that lost its number is made up by nothing', { parts: [part('a', 280)] }, null, 280, null, false],
  ]
  it.each(facts)('%s', (_, given, whole, total, rest, fits) => expect(balanceOf(terms(given), whole)).toEqual({ total, rest, fits }))
})

describe('filling in', () => {
  const units = terms({ parts: [part('a', 0), part('b', 0), part('c', 0)] })
  const levels = new Map([['a', 60], ['b', 30]])
  it('evenly', () => expect(evenly({ ...units, whole: 100 }).parts.map(p => p.value)).toEqual([34, 33, 33]))
  it('by last year’s levels; who had none gets none', () => expect(byLevels({ ...units, whole: 100 }, levels).parts.map(p => p.value)).toEqual([67, 33, 0]))
  it('as shares that make up a hundred', () => {
    const filled = byLevels({ ...units, method: 'share', whole: 280 }, levels)
    expect(filled.parts.map(p => p.share)).toEqual([66.67, 33.33, 0])
    expect(sum(filled.parts.map(p => p.value))).toBe(280)
  })
  it('as weights, with the whole for everybody', () => expect(byLevels({ ...units, method: 'weight', check: 'weighted-mean', whole: 6 }, levels).parts).toEqual([part('a', 6, { weight: 60 }), part('b', 6, { weight: 30 }), part('c', 6, { weight: 0 })]))
  it('nobody stays nobody', () => expect(evenly(terms({})).parts).toEqual([]))
})

it('an edition tells what it changed', () => {
  expect(changesBetween([part('a', 1), part('b', 2), part('c', 3)], [part('a', 1), part('b', 4), part('d', 5)])).toEqual([{ unit: 'b', before: 2, after: 4 }, { unit: 'd', before: null, after: 5 }, { unit: 'c', before: 3, after: null }])
})

it('a part is a share of the whole only where parts add up', () => {
  expect([shareOf({ check: 'sum' }, 28, 280), shareOf({ check: 'sum' }, 28, 0), shareOf({ check: 'sum' }, 28, null), shareOf({ check: 'weighted-mean' }, 6, 5)]).toEqual([10, null, null, null])
})

describe('what units report against what the district reports', () => {
  const divided = terms({ parts: [part('a', 60), part('b', 40)] })
  const district = { period: '2025H1', value: 55 }
  const of = (...figures: readonly [unit: string, period: string, value: number][]) => new Map(figures.map(([unit, period, value]) => [unit, { period, value }]))
  it('the difference is told', () => expect(paceOfParts(divided, district, of(['a', '2025H1', 30], ['b', '2025H1', 20]))).toEqual({ period: '2025H1', whole: 55, parts: 50, difference: 5, missing: [] }))
  it('a unit without a figure for that period explains it', () => expect(paceOfParts(divided, district, of(['a', '2025H1', 30], ['b', '2025Q1', 9]))).toEqual({ period: '2025H1', whole: 55, parts: 30, difference: 25, missing: ['b'] }))
  it('no unit at all leaves no sum', () => expect(paceOfParts(divided, district, of())).toMatchObject({ parts: null, difference: null, missing: ['a', 'b'] }))
  it('without a figure of the district there is nothing to hold them against', () => expect(paceOfParts(divided, null, of())).toBeNull())
})
