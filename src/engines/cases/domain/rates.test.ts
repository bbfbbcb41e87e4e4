import { describe, expect, it } from 'vitest'
import { type CountedCase, countedFor, percentOf, periodBefore, periodLastYear, rateKeys, weightedOf } from './rates.ts'

const fresh: CountedCase = { state: 'handling', resolve_due_at: null, resolved_at: null, closed_at: null, handled_at: null, dispatched_at: null, sign_due_at: null, sign_met_at: null, called_back_at: null, reworks: 0, returns: 0, excluded: false, responded: null, solved: null, satisfied: null }
const on = (day: number, hour = 4) => `2023-08-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

describe('a rate', () => {
  it('of nothing is a dash, never a hundred per cent', () => {
    expect(percentOf({ part: 0, whole: 0 })).toBeNull()
    expect(percentOf({ part: 0, whole: 3 })).toBe(0)
    expect(percentOf({ part: 2, whole: 3 })).toBe(66.67)
    expect(percentOf({ part: 3, whole: 3 })).toBe(100)
  })

  it('counts no case that has come to nothing yet', () => {
    expect(rateKeys.map(rate => countedFor(rate, fresh))).toEqual(rateKeys.map(() => null))
  })
})

describe('due to be closed', () => {
  const due = { ...fresh, resolve_due_at: on(10) }
  it.each<[string, CountedCase, string | null, boolean, boolean]>([
    ['an open case counts where its limit falls, and is not closed', due, on(10), false, false],
    ['one closed on time early counts where it was closed', { ...due, state: 'settled', resolved_at: on(3), closed_at: on(4) }, on(4), true, true],
    ['handled in time and closed after the limit: in time, in the period of the limit', { ...due, state: 'closed', resolved_at: on(10), closed_at: on(12) }, on(10), true, true],
    ['handled late: closed, not in time', { ...due, state: 'closed', resolved_at: on(11), closed_at: on(11) }, on(10), true, false],
    ['handled in time and not closed yet is neither', { ...due, state: 'answered', resolved_at: on(9) }, on(10), false, false],
    ['suspended: nothing is due', { ...due, state: 'suspended' }, null, false, false],
    ['refused, voided and merged ones are not due', { ...due, state: 'merged' }, null, false, false],
    ['without a limit nothing is due', { ...fresh, state: 'settled', closed_at: on(5), resolved_at: on(5) }, null, false, false],
  ])('%s', (_, c, at, closed, inTime) => {
    expect(countedFor('closing', c)).toEqual(at === null ? null : { at, part: closed })
    expect(countedFor('on-time', c)).toEqual(at === null ? null : { at, part: inTime })
  })
})

describe('the other rates', () => {
  it.each<[string, Parameters<typeof countedFor>[0], Partial<CountedCase>, ReturnType<typeof countedFor>]>([
    ['answered once', 'rework', { handled_at: on(5) }, { at: on(5), part: false }],
    ['found undone and not answered again yet', 'rework', { handled_at: on(5), reworks: 1 }, { at: on(5), part: true }],
    ['dispatched and kept', 'accurate-dispatch', { dispatched_at: on(2) }, { at: on(2), part: true }],
    ['returned once', 'accurate-dispatch', { dispatched_at: on(2), returns: 1 }, { at: on(2), part: false }],
    ['signed for at the last moment', 'signed-in-time', { sign_due_at: on(3), sign_met_at: on(3) }, { at: on(3), part: true }],
    ['signed for too late counts where it was due', 'signed-in-time', { sign_due_at: on(3), sign_met_at: on(4) }, { at: on(3), part: false }],
    ['not signed for', 'signed-in-time', { sign_due_at: on(3) }, { at: on(3), part: false }],
    ['satisfied', 'satisfaction', { called_back_at: on(9), satisfied: true }, { at: on(9), part: true }],
    ['said nothing: below the line', 'satisfaction', { called_back_at: on(9) }, { at: on(9), part: false }],
    ['excluded by a reason that was approved', 'solution', { called_back_at: on(9), solved: false, excluded: true }, null],
    ['not called back', 'response', { responded: true }, null],
  ])('%s', (_, rate, more, counted) => { expect(countedFor(rate, { ...fresh, ...more })).toEqual(counted) })

  it('three of them are weighed together by the weights of the day', () => {
    const weights = [{ from: '2023-01-01', response: 0.3, solution: 0.35, satisfaction: 0.35 }, { from: '2023-07-01', response: 0, solution: 1, satisfaction: 1 }]
    const shares = { response: { part: 9, whole: 10 }, solution: { part: 8, whole: 10 }, satisfaction: { part: 6, whole: 10 } }
    expect(weightedOf(shares, weights, '2023-03-01')).toBe(76)
    expect(weightedOf(shares, weights, '2023-08-01')).toBe(70)
    expect(weightedOf(shares, weights, '2022-12-31')).toBeNull()
    expect(weightedOf({ ...shares, satisfaction: { part: 0, whole: 0 } }, weights, '2023-08-01')).toBeNull()
    expect(weightedOf({ ...shares, response: { part: 0, whole: 0 } }, weights, '2023-08-01')).toBe(70)
  })

  it('are set beside the period before and the same one last year', () => {
    expect(['2023-01', '2023Q1', '2023', '2023H2', '2023-03-01', '2023M1-5', '2021-2025', 'x'].map(periodBefore)).toEqual(['2022-12', '2022Q4', '2022', '2023H1', '2023-02-28', null, null, null])
    expect(['2023-01', '2023Q1', '2023', '2024-02-29', '2023M1-5', '2021-2025'].map(periodLastYear)).toEqual(['2022-01', '2022Q1', '2022', null, '2022M1-5', null])
  })
})
