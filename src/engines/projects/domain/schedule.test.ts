import { describe, expect, it } from 'vitest'
import { judgedMonth, moneyVerdict, outlookOf, plannedThrough, standings, yearOfMoney, type YearOfMoney } from './schedule.ts'

const rule = { lag: { slipping: 5, offPace: 10 }, toldBy: 10 }
const year = (done: readonly (number | null)[], months: readonly number[] | null = null): YearOfMoney => ({ year: 2025, total: 1200, months, done: Array.from({ length: 12 }, (_, i) => done[i] ?? null) })

describe('the money of a year', () => {
  it('is due by the months that were planned, else by the time passed', () => {
    expect(plannedThrough(year([]), 3)).toBe(300)
    expect(plannedThrough(year([], [0, 0, 100, 100, 100, 100, 100, 100, 200, 200, 100, 100]), 3)).toBe(100)
  })

  it('is judged through the month that had to be told, or a later one that is known', () => {
    expect([['2025-01-31', []], ['2025-02-10', []], ['2025-02-11', []], ['2025-04-10', [1, 1, 1]], ['2025-04-10', [1, 1]], ['2026-01-10', []], ['2026-01-11', []], ['2026-07-01', []], ['2024-07-01', []]].map(([on, done]) => judgedMonth(year(done as number[]), on as string, 10))) // the pairs above
      .toEqual([0, 0, 1, 3, 2, 11, 12, 12, 0])
  })

  it.each([
    ['five points exactly are slipping', [100, 100, 40], 'slipping', -5],
    ['a hair less is on pace', [100, 100, 40.12], 'on-pace', -4.99],
    ['ten points exactly are off pace', [100, 80], 'on-pace', -1.67],
    ['ten points behind', [100, 100, 100, 0, 80], 'off-pace', -10],
    ['all of it early is done', [1200], 'done', 91.67],
  ] as const)('%s', (_, done, light, lead) => {
    const on = `2025-${String(done.length + 1).padStart(2, '0')}-15`
    expect(moneyVerdict(year(done), on, rule)).toMatchObject({ light, gap: lead })
  })

  it('stays off pace until the shortfall is made up, is slipping then, and on pace when another month holds', () => {
    const lights = (done: readonly number[]) => standings(year(done), done.length, rule.lag).map(standing => standing.light)
    expect(lights([100, 0, 0, 100, 100])).toEqual(['on-pace', 'slipping', 'off-pace', 'off-pace', 'off-pace'])
    expect(lights([100, 0, 0, 150, 200, 150, 100])).toEqual(['on-pace', 'slipping', 'off-pace', 'off-pace', 'off-pace', 'slipping', 'on-pace'])
    expect(lights([0, 0, 240, 60, 100])).toEqual(['slipping', 'off-pace', 'off-pace', 'off-pace', 'off-pace'])
  })

  it('counts only what was approved, and says which months are missing', () => {
    const money = yearOfMoney({ year: 2025, total: 1200, months: null }, [{ month: '2025-01', amount: 100, state: 'approved' }, { month: '2025-02', amount: 100, state: 'told' }, { month: '2024-12', amount: 9, state: 'approved' }])
    expect(money.done.slice(0, 3)).toEqual([100, null, null])
    const verdict = moneyVerdict(money, '2025-03-15', rule)
    expect(verdict).toMatchObject({ light: 'slipping', gap: -8.33 })
    expect(verdict.because.zh).toContain('2月没有经审核的数据')
  })

  it('is not judged without a plan, and before anything was due', () => {
    expect(moneyVerdict(null, '2025-03-15', rule).light).toBe('not-judged')
    expect(moneyVerdict({ ...year([]), total: 0 }, '2025-03-15', rule).light).toBe('not-judged')
    expect(moneyVerdict(year([]), '2025-01-31', rule).light).toBe('not-judged')
  })

  it('will end as planned for what remains, or as it went so far', () => {
    expect(outlookOf(year([100, 50, 50]), '2025-04-15', 10)).toEqual({ total: 1200, toPlan: 1100, asSoFar: 800 })
    expect(outlookOf(year([]), '2025-01-15', 10)).toEqual({ total: 1200, toPlan: 1200, asSoFar: null })
  })
})
