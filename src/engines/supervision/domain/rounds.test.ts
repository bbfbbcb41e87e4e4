import { describe, expect, it } from 'vitest'
import { isToTell, missedRounds, roundOn, roundsOf } from './rounds.ts'

const shown = (rounds: ReturnType<typeof roundsOf>) => rounds.map(({ from, until }) => `${from.slice(5)}/${until.slice(5)}`)

// 2025-10-09 is a Thursday, the first working day after a holiday that ends on the 8th; 2025-10-11 is a Saturday on which people work.
describe('the rounds of a sprint', () => {
  it.each([
    ['every week, from a Thursday to a Friday', { from: '2025-10-09', until: '2025-10-24', every: 'week', weekday: 5 }, ['10-09/10-10', '10-11/10-17', '10-18/10-24']],
    ['every week, ending between two of its weekdays', { from: '2025-10-09', until: '2025-10-22', every: 'week', weekday: 5 }, ['10-09/10-10', '10-11/10-17', '10-18/10-22']],
    ['every week, begun on the weekday itself', { from: '2025-10-10', until: '2025-10-20', every: 'week', weekday: 5 }, ['10-10/10-10', '10-11/10-17', '10-18/10-20']],
    ['every two weeks', { from: '2025-10-09', until: '2025-11-10', every: 'two-weeks', weekday: 5 }, ['10-09/10-17', '10-18/10-31', '11-01/11-10']],
    ['shorter than one round', { from: '2025-10-13', until: '2025-10-14', every: 'two-weeks', weekday: 5 }, ['10-13/10-14']],
    ['every working day: holidays are none, a Saturday that is worked is one', { from: '2025-10-07', until: '2025-10-13', every: 'day', weekday: 1 }, ['10-07/10-09', '10-10/10-10', '10-11/10-11', '10-12/10-13']],
    ['every working day, of which there is none', { from: '2025-10-01', until: '2025-10-03', every: 'day', weekday: 1 }, []],
  ] as const)('%s', (_, frame, rounds) => expect(shown(roundsOf(frame))).toEqual(rounds))

  const rounds = roundsOf({ from: '2025-10-09', until: '2025-10-24', every: 'week', weekday: 5 })

  it.each([['2025-10-08', null], ['2025-10-09', 1], ['2025-10-10', 1], ['2025-10-11', 2], ['2025-10-24', 3], ['2025-10-25', null]])('on %s round %s is to be told', (day, no) => expect(roundOn(rounds, day)?.no ?? null).toBe(no))

  it.each<[string, Parameters<typeof missedRounds>[1], string, readonly number[]]>([
    ['a round is missed only once its last day is over', { putOn: '2025-10-08', told: [] }, '2025-10-10', []],
    ['and then it is', { putOn: '2025-10-08', told: [] }, '2025-10-11', [1]],
    ['what was told is not missed', { putOn: '2025-10-08', told: [{ round: 1, reached: false }] }, '2025-10-18', [2]],
    ['what was put on during a round owes that round', { putOn: '2025-10-09', told: [] }, '2025-10-11', [1]],
    ['what was put on on the last day of a round does not', { putOn: '2025-10-10', told: [] }, '2025-10-18', [2]],
    ['once reached nothing more is owed', { putOn: '2025-10-08', told: [{ round: 1, reached: true }] }, '2025-10-25', []],
    ['unless it was told since that it is not', { putOn: '2025-10-08', told: [{ round: 2, reached: false }, { round: 1, reached: true }] }, '2025-10-25', [3]],
  ])('%s', (_, item, today, missed) => expect(missedRounds(rounds, item, today).map(round => round.no)).toEqual(missed))

  it('asks for the running round until it is told', () => {
    const running = roundOn(rounds, '2025-10-15')
    expect([[], [{ round: 1, reached: false }], [{ round: 2, reached: false }], [{ round: 1, reached: true }]].map(told => isToTell(running, { putOn: '2025-10-08', told }))).toEqual([true, true, false, false])
    expect(isToTell(null, { putOn: '2025-10-08', told: [] })).toBe(false)
  })
})
