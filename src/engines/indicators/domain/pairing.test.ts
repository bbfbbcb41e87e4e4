import { describe, expect, it } from 'vitest'
import { pairOf } from './pairing.ts'
import { type Said } from './vintage.ts'

const fai = { kind: 'flow', name: { zh: '固定资产投资', en: 'Investment' }, basis: null, embargoed: false } as const
const growth = { operator: '>=', period: '2023', aspect: 'growth', measure: '%', value: 10 } as const
const projects = { operator: '>=', period: '2023', aspect: 'level', measure: '个', value: 280 } as const

const said = (id: string, period: string, parts: { level?: [number, string]; grew?: number; base?: string } & Omit<Partial<Said>, 'level' | 'change'>): Said => {
  const { level, grew, base = '同比', ...rest } = parts
  return { id, period, vintage: 'published', basis: null, level: level ? { value: level[0], unit: level[1] } : null, change: grew === undefined ? null : { value: grew, unit: '%', base }, qualifier: null, status: 'published', saidOn: '2023-08-29', at: '2023-08-29T00:00:00.000Z', ...rest }
}
const on = '2023-12-31'

describe('a growth target', () => {
  it('takes the newest growth that runs from the first day of its period', () => {
    const figures = [said('q1', '2023Q1', { grew: 7 }), said('h1', '2023H1', { grew: 8.4 }), said('may', '2023-05', { grew: 12 }), said('last', '2022', { grew: 6.3 })]
    expect(pairOf(growth, fai, figures, on)).toMatchObject({ id: 'h1', period: '2023H1', inputs: [] })
  })
  it('takes no level, no points, no other base, no month alone', () => {
    for (const figure of [said('a', '2023H1', { level: [100, '亿元'] }), said('b', '2023H1', { grew: 8, base: '环比' }), said('c', '2023-06', { grew: 8 }), said('d', '2023H2', { grew: 8 }), said('e', '2021-2025', { grew: 8 })]) {
      expect(pairOf(growth, fai, [figure], on)).toBeNull()
    }
  })
  it('works growth out from two levels where no paper tells it', () => {
    const pair = pairOf(growth, fai, [said('now', '2023H1', { level: [54.2, '亿元'] }), said('then', '2022H1', { level: [50, '亿元'] })], on)
    expect(pair).toMatchObject({ id: 'now', change: { value: 8.4 }, inputs: ['now', 'then'] })
    const gdp = { ...fai, name: { zh: '地区生产总值', en: 'GDP' } }
    expect(pairOf(growth, gdp, [said('now', '2023H1', { level: [54.2, '亿元'] }), said('then', '2022H1', { level: [50, '亿元'] })], on)).toBeNull()
  })
  it('of two papers on the same half-year the later word counts', () => {
    const figures = [said('seed', '2023H1', { grew: 8.3, saidOn: '2023-07-20' }), said('paper', '2023H1', { grew: 8.4 })]
    expect(pairOf(growth, fai, figures, on)?.id).toBe('paper')
    expect(pairOf(growth, fai, figures, '2023-08-01')?.id).toBe('seed')
  })
})

describe('a level target', () => {
  it('takes the newest total of its own measure', () => {
    const figures = [said('h1', '2023H1', { level: [209, '个'] }), said('q1', '2023Q1', { level: [90, '个'] }), said('money', '2023M1-9', { level: [9, '亿元'] }), said('h2', '2023H2', { level: [50, '个'] })]
    expect(pairOf(projects, fai, figures.slice(0, 3), on)).toMatchObject({ id: 'h1' })
    expect(pairOf(projects, fai, figures, on)).toMatchObject({ period: '2023', level: { value: 259 }, inputs: ['h1', 'h2'] })
  })
  it('sums months that follow one another, and stops at a gap', () => {
    const figures = [said('m1', '2023-01', { level: [10, '个'] }), said('m2', '2023-02', { level: [12, '家'] }), said('m4', '2023-04', { level: [9, '个'] })]
    expect(pairOf(projects, fai, figures, on)).toMatchObject({ period: '2023M1-2', level: { value: 22, unit: '个' }, inputs: ['m1', 'm2'] })
  })
  it('of what stands, any date within its period will do', () => {
    expect(pairOf(projects, { ...fai, kind: 'stock' }, [said('may', '2023-05', { level: [128, '个'] }), said('old', '2022', { level: [111, '个'] })], on)).toMatchObject({ id: 'may' })
  })
})

it('drafts turn no light, nor does what is approved but held back', () => {
  const figure = (status: Said['status']) => [said('f', '2023H1', { grew: 8.4, status })]
  expect(pairOf(growth, fai, figure('draft'), on)).toBeNull()
  expect(pairOf(growth, fai, figure('submitted'), on)).toBeNull()
  expect(pairOf(growth, fai, figure('approved'), on)?.id).toBe('f')
  expect(pairOf(growth, { ...fai, embargoed: true }, figure('approved'), on)).toBeNull()
  expect(pairOf(growth, { ...fai, embargoed: true }, figure('published'), on)?.id).toBe('f')
})

it('a target without a number shows whatever figure there is', () => {
  expect(pairOf({ ...projects, operator: 'municipality', value: null }, fai, [said('jobs', '2023H1', { level: [15000, '人'] })], on)?.id).toBe('jobs')
})

it('a target in step with another indicator is held against its growth', () => {
  const figures = [said('income', '2023H1', { grew: 4.1 }), said('level', '2023M1-9', { level: [9, '元'] })]
  expect(pairOf({ ...projects, operator: 'tied', value: null }, fai, figures, on)?.id).toBe('income')
})
