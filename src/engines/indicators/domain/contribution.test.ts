import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsOfYear, said } from '../../../../testkit/said.ts'
import { latestTakenApart, takenApart, type Part } from './contribution.ts'
import { type Said } from './vintage.ts'

const retail = { kind: 'flow', name: { zh: '社会消费品零售总额', en: 'Retail sales' }, basis: null, unit: '亿元' } as const
const product = { ...retail, name: { zh: '地区生产总值', en: 'Gross domestic product' } } as const
const part = (id: string, ...figures: readonly Said[]): Part => ({ id, name: { zh: id, en: id }, said: figures })
const withGrowth = (period: string, level: number, growth: number) => said(period, level, { change: { value: growth, unit: '%', base: '上年同期' } })

describe('the growth of a period taken apart', () => {
  it('by levels: each part’s change over the whole of last year, the largest first, adding up to the growth', () => {
    const apart = takenApart(retail, [said('2024', 100), said('2025', 110)], [part('a', said('2024', 60), said('2025', 63)), part('b', said('2024', 40), said('2025', 47))], '2025')
    expect(apart).toMatchObject({ growth: 10, remainder: 0, constantPrices: false, parts: [{ id: 'b', points: 7, weight: 0.4, growth: 17.5 }, { id: 'a', points: 3, weight: 0.6, growth: 5 }] })
  })

  it('what no part explains stands as the remainder, also where a part has no figure', () => {
    const apart = takenApart(retail, [said('2024', 100), said('2025', 110)], [part('a', said('2024', 60), said('2025', 63)), part('b', said('2025', 47))], '2025')
    expect(apart).toMatchObject({ growth: 10, remainder: 7 })
    expect(apart?.parts.find(p => p.id === 'b')).toMatchObject({ points: null, growth: null, weight: null, level: 47 })
  })

  it('at constant prices: last year’s weight times the growth that was told, whatever the levels say', () => {
    const apart = takenApart(product, [said('2024H1', 50), withGrowth('2025H1', 60, 5)], [part('a', said('2024H1', 30), withGrowth('2025H1', 36, 4)), part('b', said('2024H1', 20), withGrowth('2025H1', 24, 6))], '2025H1')
    expect(apart).toMatchObject({ growth: 5, constantPrices: true, remainder: 0.2, parts: [{ points: 2.4 }, { points: 2.4 }] })
  })

  it('a part that is new contributes what it brought', () => {
    expect(takenApart(retail, [said('2024', 100), said('2025', 110)], [part('new', said('2024', 0), said('2025', 5))], '2025')?.parts[0]).toMatchObject({ points: 5, growth: null })
  })

  it('months add up since January, in the whole and in its parts', () => {
    const figures = [...monthsOfYear(2024, [10, 10, 10]), ...monthsOfYear(2025, [10, 13])]
    expect(latestTakenApart(retail, figures, [part('a', ...figures)], null)).toMatchObject({ period: '2025M1-2', growth: 15, remainder: 0, parts: [{ points: 15 }] })
  })

  const none: readonly [string, () => unknown][] = [
    ['without last year there is no growth to take apart', () => takenApart(retail, [said('2025', 110)], [], '2025')],
    ['without parts there is nothing to show', () => latestTakenApart(retail, [said('2024', 100), said('2025', 110)], [], null)],
    ['where no part has both years', () => latestTakenApart(retail, [said('2024', 100), said('2025', 110)], [part('a', said('2025', 1))], null)],
    ['a rate has no parts', () => takenApart({ ...retail, kind: 'rate' }, [said('2024', 100), said('2025', 110)], [], '2025')],
    ['gross product without its told growth', () => takenApart(product, [said('2024', 100), said('2025', 110)], [], '2025')],
  ]
  it.each(none)('none: %s', (_, apart) => expect(apart()).toBeNull())

  it('whatever the figures, parts and remainder add up to the growth', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
    fc.assert(fc.property(pair, fc.array(pair, { minLength: 1, maxLength: 20 }), ([then, now], parts) => {
      const apart = takenApart(retail, [said('2024', then), said('2025', now)], parts.map(([a, b], i) => part(String(i), said('2024', a), said('2025', b))), '2025')
      const sum = (apart?.parts ?? []).reduce((total, one) => total + (one.points ?? 0), apart?.remainder ?? Number.NaN)
      expect(Math.abs(sum - (now / then - 1) * 100)).toBeLessThan(0.01)
    }))
  })
})
