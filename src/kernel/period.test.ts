import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, periodOn, spanOf } from './period.ts'
import { addDays } from './time.ts'

describe('the periods of a rhythm', () => {
  it.each([['day', '2026-02-24', '2026-02-24'], ['week', '2026-02-24', '2026W09'], ['week', '2027-01-01', '2026W53'], ['week', '2024-12-30', '2025W01'], ['month', '2026-02-24', '2026-02'], ['quarter', '2026-12-31', '2026Q4'], ['half-year', '2026-07-01', '2026H2'], ['year', '2026-07-01', '2026']] as const)('the %s of %s is %s', (kind, day, period) => {
    expect(periodOn(kind, day)).toBe(period)
  })

  it('every day lies in the period that is named for it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const, 'half-year' as const, 'year' as const), (n, kind) => {
      const day = addDays('1930-01-01', n)
      expect(contains(periodOn(kind, day), day)).toBe(true)
      expect(spanOf(periodOn(kind, day))?.kind).toBe(kind)
    }))
  })

  it('a year has 52 or 53 weeks', () => {
    expect(spanOf('2026W53')).toEqual({ kind: 'week', from: '2026-12-28', to: '2027-01-03' })
    expect([spanOf('2025W53'), spanOf('2025W00'), spanOf('2025W54')]).toEqual([null, null, null])
  })
})
