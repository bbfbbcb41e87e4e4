import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grew, monthsOfYear, said } from '../../../../testkit/said.ts'
import { forecastOf, type Forecast, type Foreseen } from './forecast.ts'
import { type Said } from './vintage.ts'

const today = '2025-12-31'
const indicator = (kind: Foreseen['kind'], zh = '固定资产投资', embargoed = false): Foreseen => ({ kind, name: { zh, en: zh }, basis: null, unit: '亿元', embargoed })
const investment = indicator('flow')

const level = (figures: readonly Said[], of: Foreseen = investment, year = 2025, on = today) => forecastOf(of, year, 'level', '亿元', figures, on)
const growth = (figures: readonly Said[], of: Foreseen = investment, year = 2025) => forecastOf(of, year, 'growth', '%', figures, today)
function made(outcome: ReturnType<typeof level>): Forecast {
  if (!outcome.made) throw new Error(outcome.because.zh)
  return outcome.forecast
}
const why = (outcome: ReturnType<typeof level>) => (outcome.made ? null : outcome.because.zh)

const slow = [5, 5, 10, 10, 10, 10, 5, 5, 10, 10, 10, 10] // 50 by June, 100 in all
const times = (values: readonly number[], factor: number) => values.map(value => value * factor)
const alike = [...monthsOfYear(2022, slow), ...monthsOfYear(2023, times(slow, 1.1)), ...monthsOfYear(2024, times(slow, 0.9))]

describe('a year whose past years all went alike', () => {
  it('ends where the usual share of the year leads, without error and without range', () => {
    const forecast = made(level([...alike, ...monthsOfYear(2025, times(slow, 1.2).slice(0, 6))]))
    expect(forecast).toMatchObject({ value: 120, low: 120, high: 120, unit: '亿元', period: '2025H1', method: 'usual-course', years: [2022, 2023, 2024], revised: [], error: 0, errorUnit: '%' })
    // The other methods are told beside it: as much as last year's rest would be wrong by what the years differ.
    expect(forecast.methods.find(m => m.method === 'same-rest')?.error).toBeGreaterThan(0)
  })

  it('is tested in each month of each past year that has one before it, from nothing but the years before', () => {
    const { tests } = made(level([...alike, ...monthsOfYear(2025, slow.slice(0, 10))]))
    expect(tests.map(t => t.year)).toEqual([...Array<number>(11).fill(2023), ...Array<number>(11).fill(2024)])
    expect(tests[0]).toEqual({ year: 2023, month: 1, said: 110, came: 110, error: 0 })
  })

  it('grows over last year as its level does', () => {
    const forecast = made(growth([...alike, ...monthsOfYear(2025, times(slow, 0.99).slice(0, 6))]))
    expect(forecast).toMatchObject({ value: 10, unit: '%', errorUnit: '%', method: 'usual-course' })
  })
})

describe('the method is the one that erred least in past years', () => {
  it('a year-end that brings the same sum whatever the year was before is forecast by the same rest', () => {
    const year = (y: number, first: number) => monthsOfYear(y, [...Array<number>(8).fill(first), 30, 30, 30, 30])
    const forecast = made(level([...year(2022, 4), ...year(2023, 9), ...year(2024, 6), ...year(2025, 8).slice(0, 10)]))
    expect(forecast).toMatchObject({ value: 184, method: 'same-rest', error: 0 })
  })

  it('the range is as wide as its largest past error in this month and its neighbours', () => {
    // By June 2023 had 50 of 100 after a year with 40 of 100: the usual course would have said 125, 25 per cent too much.
    const early = [5, 5, 5, 5, 10, 10, 10, 10, 10, 10, 10, 10]
    const forecast = made(level([...monthsOfYear(2023, early), ...monthsOfYear(2024, slow), ...monthsOfYear(2025, slow.slice(0, 6))]))
    const near = forecast.tests.filter(t => Math.abs(t.month - 6) <= 1)
    const reach = (Math.max(...near.map(t => Math.abs(t.error))) / 100) * forecast.value
    expect(forecast.high).toBeCloseTo(forecast.value + reach, 4)
    expect(forecast.low).toBeCloseTo(Math.max(50, forecast.value - reach), 4)
    expect(forecast.error).toBeGreaterThan(0)
  })

  it('what is there already is the least that a year can come to', () => {
    const late = [...Array<number>(11).fill(1), 89]
    const forecast = made(level([...monthsOfYear(2023, slow), ...monthsOfYear(2024, late), ...monthsOfYear(2025, slow.slice(0, 11))]))
    expect(forecast.low).toBeGreaterThanOrEqual(90)
  })
})

describe('no forecast, with the reason', () => {
  const facts: readonly [what: string, outcome: () => ReturnType<typeof level>, reason: RegExp][] = [
    ['one past year is too few', () => level([...monthsOfYear(2024, slow), ...monthsOfYear(2025, [5, 5])]), /没有足够的历史月度数据，不作预测：至少需要2个完整年度，现有1个/],
    ['no past year at all', () => level(monthsOfYear(2025, [5, 5])), /现有0个/],
    ['a past year with a month missing before this one counts for nothing', () => level([...monthsOfYear(2023, slow), ...monthsOfYear(2024, slow).filter(f => f.period !== '2024-02'), said('2024', 100), ...monthsOfYear(2025, [5, 5, 10])]), /现有1个/],
    ['nothing of this year runs from January', () => level([...alike, said('2025-03', 10)]), /今年尚无可累计的数值/],
    ['the year is over', () => level([...alike, ...monthsOfYear(2025, slow)]), /全年数已有/],
    ['held back', () => level(alike, indicator('flow', '固定资产投资', true)), /数值未公布/],
    ['drafts and what is said later do not count', () => level([...alike, said('2025-01', 5, { status: 'draft' }), said('2025M1-2', 10, { saidOn: '2026-03-20' })]), /今年尚无/],
    ['years of nothing cannot be tested', () => level([...monthsOfYear(2023, Array<number>(12).fill(0)), ...monthsOfYear(2024, Array<number>(12).fill(0)), ...monthsOfYear(2025, [0, 0])]), /无法回测/],
    ['growth without last year’s total', () => growth([...monthsOfYear(2022, slow), ...monthsOfYear(2023, slow), ...monthsOfYear(2025, slow.slice(0, 6))]), /缺上年全年数/],
  ]
  it.each(facts)('%s', (_, outcome, reason) => expect(why(outcome())).toMatch(reason))
})

describe('what neither adds up nor has levels', () => {
  const entities = (year: number, from: number, step: number, months = 12) => monthsOfYear(year, Array.from({ length: months }, (_, i) => from + step * (i + 1)))
  it('a stock goes on by its usual step', () => {
    const forecast = made(level([...entities(2022, 100, 1), ...entities(2023, 112, 1), ...entities(2024, 124, 1), ...entities(2025, 136, 2, 6)], indicator('stock', '实有商事主体')))
    expect(forecast).toMatchObject({ value: 154, method: 'usual-step', error: 0 })
  })

  it('a rate has no shares: it drifts as it used to or stays, and errs in points', () => {
    const rate = (year: number, first: number, lastValue: number) => [said(`${year}H1`, first, {}, '%'), said(`${year}`, lastValue, {}, '%')]
    const outcome = forecastOf({ ...indicator('rate', '空气质量优良率'), unit: '%' }, 2025, 'level', '%', [...rate(2022, 85, 88), ...rate(2023, 86, 89), ...rate(2024, 84, 87), said('2025H1', 87, {}, '%')], today)
    expect(made(outcome)).toMatchObject({ value: 90, method: 'usual-drift', error: 0, errorUnit: '个百分点' })
  })

  it('gross product at constant prices is forecast from growth that was told, never from its levels', () => {
    const product = (year: number, first: number, whole: number) => [said(`${year}H1`, 40), said(`${year}`, 100), grew(`${year}H1`, first), grew(`${year}`, whole)]
    const forecast = made(growth([...product(2022, 2, 3), ...product(2023, 4, 5), ...product(2024, 1, 2), said('2025H1', 80), grew('2025H1', 3)], indicator('flow', '地区生产总值')))
    expect(forecast).toMatchObject({ value: 4, unit: '%', method: 'usual-drift', errorUnit: '个百分点', period: '2025H1' })
  })

  it('quarters do for months', () => {
    const quarters = (year: number, of: number) => ['Q1', 'H1', 'M1-9'].map((part, i) => said(`${year}${part}`, of * (0.2 + 0.25 * i)))
    const forecast = made(level([...quarters(2023, 100), said('2023', 100), ...quarters(2024, 110), said('2024', 110), said('2025H1', 54)]))
    expect(forecast).toMatchObject({ value: 120, tests: [{ year: 2024, month: 3 }, { year: 2024, month: 6 }, { year: 2024, month: 9 }] })
  })
})

it('a year whose total was told anew on another base gives its shares by its months alone, and is named', () => {
  const revised = [...monthsOfYear(2023, slow), ...monthsOfYear(2024, slow), said('2024', 130)]
  expect(made(level([...revised, ...monthsOfYear(2025, slow.slice(0, 6))]))).toMatchObject({ value: 100, revised: [2024], error: 0 })
  // A total that differs from its months by rounding is no other base.
  expect(made(level([...monthsOfYear(2023, slow), ...monthsOfYear(2024, slow), said('2024', 100.2), ...monthsOfYear(2025, slow.slice(0, 6))])).revised).toEqual([])
})

describe('for any past', () => {
  const month = fc.integer({ min: 1, max: 1000 })
  const year = fc.array(month, { minLength: 12, maxLength: 12 })
  const years = fc.array(year, { minLength: 2, maxLength: 4 })
  const figures = (past: readonly (readonly number[])[], now: readonly number[], factor = 1) => [...past.flatMap((values, i) => monthsOfYear(2025 - past.length + i, times(values, factor))), ...monthsOfYear(2025, times(now, factor))]

  it('a perfect repeat of the past is forecast exactly', () => {
    fc.assert(fc.property(year, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 11 }), (values, many, months) => {
      const forecast = made(level(figures(Array.from({ length: many }, () => values), values.slice(0, months))))
      expect(forecast.value).toBeCloseTo(values.reduce((a, b) => a + b, 0), 3)
      expect(forecast.error).toBeCloseTo(0, 3)
    }))
  })

  it('the range holds the value, and the value what is there already', () => {
    fc.assert(fc.property(years, year, fc.integer({ min: 1, max: 11 }), (past, now, months) => {
      const { value, low, high } = made(level(figures(past, now.slice(0, months))))
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(low).toBeGreaterThanOrEqual(now.slice(0, months).reduce((a, b) => a + b, 0) - 1e-6)
    }))
  })

  it('counting in another unit changes nothing but the unit', () => {
    fc.assert(fc.property(years, year, fc.integer({ min: 1, max: 11 }), fc.integer({ min: 2, max: 50 }), (past, now, months, factor) => {
      const plain = made(level(figures(past, now.slice(0, months)))), scaled = made(level(figures(past, now.slice(0, months), factor)))
      expect(scaled.method).toBe(plain.method)
      for (const end of ['value', 'low', 'high'] as const) expect(scaled[end] / (plain[end] * factor)).toBeCloseTo(1, 6)
    }))
  })
})
