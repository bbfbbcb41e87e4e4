import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAfter, dueIn, type Limit, LimitUnit, remainingOf, remainingUntil, workedBetween } from './work-time.ts'

/** Beijing time, `2026-02-13 17:30`, as an instant. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00.000+08:00`).toISOString()
const shown = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const facts: readonly [start: string, limit: Limit, end: string, why: string][] = [
  ['2023-08-29 10:00', { n: 2, unit: 'calendar-hours' }, '2023-08-29 12:00', 'an emergency: two hours, whatever the hour'],
  ['2023-08-29 23:30', { n: 2, unit: 'calendar-hours' }, '2023-08-30 01:30', 'past midnight'],
  ['2023-08-29 10:00', { n: 7, unit: 'calendar-days' }, '2023-09-05 23:59', 'to the end of the seventh day after'],
  ['2023-08-29 10:00', { n: 1, unit: 'working-days' }, '2023-08-30 23:59', 'to the end of the next working day'],
  ['2026-02-13 10:00', { n: 1, unit: 'working-days' }, '2026-02-14 23:59', 'the Saturday before Spring Festival is worked'],
  ['2026-02-14 10:00', { n: 1, unit: 'working-days' }, '2026-02-24 23:59', 'nine days off'],
  ['2023-08-29 10:00', { n: 4, unit: 'working-hours' }, '2023-08-29 16:00', 'over the pause at noon'],
  ['2023-08-29 17:00', { n: 4, unit: 'working-hours' }, '2023-08-30 12:00', 'an hour today, three tomorrow, to the very end of the morning'],
  ['2023-08-29 12:30', { n: 1, unit: 'working-hours' }, '2023-08-29 15:00', 'what comes in the pause begins after it'],
  ['2023-08-29 20:00', { n: 1, unit: 'working-hours' }, '2023-08-30 10:00', 'what comes in the evening begins in the morning'],
  ['2026-02-14 17:00', { n: 2, unit: 'working-hours' }, '2026-02-24 10:00', 'an hour on the worked Saturday, an hour after the festival'],
  ['2023-08-29 10:00', { n: 7, unit: 'working-hours' }, '2023-08-30 10:00', 'seven hours are a day of the office'],
]

describe('a time limit', () => {
  it.each(facts)('from %s, %j, ends %s: %s', (start, limit, end) => {
    const due = dueAfter(at(start), limit)
    expect(shown(due.at)).toBe(end)
    expect(due.known).toBe(true)
  })

  it('says when it reaches into a year whose holidays are not published', () => {
    expect(dueAfter(at('2026-12-31 10:00'), { n: 1, unit: 'working-days' })).toMatchObject({ known: false })
    expect(dueAfter(at('2026-12-31 17:00'), { n: 2, unit: 'working-hours' })).toMatchObject({ known: false })
    expect(dueAfter(at('2026-12-31 10:00'), { n: 1, unit: 'calendar-days' })).toMatchObject({ known: true })
  })

  it('is over at the same moment when it is stopped and goes on at once', () => {
    fc.assert(fc.property(instants, limits, fc.double({ min: 0, max: 1, noNaN: true }), (start, limit, share) => {
      const { at: due } = dueAfter(start, limit)
      const between = new Date(Date.parse(start) + Math.floor((Date.parse(due) - Date.parse(start)) * share * 0.999)).toISOString()
      expect(dueIn(between, remainingUntil(due, between, limit.unit)).at).toBe(due)
    }), { numRuns: 400 })
  })

  it('of more time is never over earlier, and one that begins later never ends earlier', () => {
    fc.assert(fc.property(instants, limits, fc.integer({ min: 1, max: 30 }), (start, limit, more) => {
      expect(dueAfter(start, { ...limit, n: limit.n + more }).at >= dueAfter(start, limit).at).toBe(true)
      const later = new Date(Date.parse(start) + more * 3_600_000).toISOString()
      expect(dueAfter(later, limit).at >= dueAfter(start, limit).at).toBe(true)
    }), { numRuns: 300 })
  })

  it('in office hours holds exactly so many of them', () => {
    fc.assert(fc.property(instants, fc.integer({ min: 1, max: 60 }), (start, n) => {
      expect(workedBetween(start, dueAfter(start, { n, unit: 'working-hours' }).at)).toBe(remainingOf({ n, unit: 'working-hours' }).amount)
    }), { numRuns: 300 })
  })
})

const instants = fc.integer({ min: Date.parse('2010-01-04T00:00:00Z') / 60_000, max: Date.parse('2026-10-01T00:00:00Z') / 60_000 }).map(minute => new Date(minute * 60_000).toISOString())
const limits: fc.Arbitrary<Limit> = fc.record({ n: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...LimitUnit.options) })
