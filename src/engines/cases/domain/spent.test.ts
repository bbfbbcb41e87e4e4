import { describe, expect, it } from 'vitest'
import { type CaseEvent, type Happened } from '../schema.ts'
import { type Running } from './clocks.ts'
import { spentOn } from './spent.ts'

const clock = (more: Partial<Running>): Running => ({ key: 'resolve', unit: null, limit: { n: 7, unit: 'calendar-days' }, startedAt: '2023-08-28T02:00:00.000Z', dueAt: '2023-09-04T15:59:59.999Z', known: true, stoppedAt: '2023-08-31T02:00:00.000Z', paused: null, ...more })
const happened = (at: string, event: CaseEvent): Happened => ({ seq: 1, at, by: null, event })

describe('what handling took', () => {
  it('is told in the time in which the limit is counted', () => {
    expect(spentOn([clock({})], [])).toEqual({ amount: 3, unit: 'calendar-days' })
    expect(spentOn([clock({ limit: { n: 2, unit: 'calendar-hours' }, stoppedAt: '2023-08-28T03:30:00.000Z' })], [])).toEqual({ amount: 1.5, unit: 'calendar-hours' })
    // From Friday to Monday is one working day, and 10 to 18 without the lunch break are six hours.
    expect(spentOn([clock({ limit: { n: 5, unit: 'working-days' }, startedAt: '2023-08-25T02:00:00.000Z', stoppedAt: '2023-08-28T02:00:00.000Z' })], [])).toEqual({ amount: 1, unit: 'working-days' })
    expect(spentOn([clock({ limit: { n: 8, unit: 'working-hours' }, stoppedAt: '2023-08-28T10:00:00.000Z' })], [])).toEqual({ amount: 6, unit: 'working-hours' })
  })

  it('is not the time for which a case was suspended', () => {
    const events = [happened('2023-08-29T02:00:00.000Z', { kind: 'suspension-decided', granted: true, words: '' }), happened('2023-08-30T02:00:00.000Z', { kind: 'resumed', words: '' })]
    expect(spentOn([clock({})], events)).toEqual({ amount: 2, unit: 'calendar-days' })
  })

  it('is that of the last time it was brought to an end, and nothing before', () => {
    expect(spentOn([clock({ stoppedAt: null })], [])).toBeNull()
    expect(spentOn([clock({}), clock({ startedAt: '2023-09-01T02:00:00.000Z', stoppedAt: null })], [])).toEqual({ amount: 3, unit: 'calendar-days' })
    expect(spentOn([], [])).toBeNull()
  })
})
