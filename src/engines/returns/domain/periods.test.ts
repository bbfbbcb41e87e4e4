import { describe, expect, it } from 'vitest'
import { backFrom, dueOn, figurePeriod, figurePeriodBefore, lastEnded, toDate } from './periods.ts'

describe('when a return is due', () => {
  it.each([
    ['2026-01', 5, 'working', '2026-02-06', 'five working days after January'],
    ['2026-02', 5, 'working', '2026-03-06', 'the Saturday worked on 28 February lies before the month’s end'],
    ['2026W06', 3, 'working', '2026-02-11', 'the week before Spring Festival'],
    ['2026W07', 1, 'working', '2026-02-24', 'Spring Festival lies between'],
    ['2026-02-13', 1, 'working', '2026-02-14', 'the Saturday before Spring Festival is worked'],
    ['2026-02-14', 1, 'working', '2026-02-24', 'then nine days off'],
    ['2026-09', 5, 'working', '2026-10-13', 'after the long holiday of October, with a worked Saturday'],
    ['2026Q3', 10, 'calendar', '2026-10-10', 'calendar days pay no heed to holidays'],
    ['2026H1', 15, 'calendar', '2026-07-15', 'half-year'],
    ['2025', 10, 'working', '2026-01-15', 'a year, with the Sunday worked on 4 January'],
  ] as const)('%s with %i %s days is due on %s: %s', (period, days, of, day, _why) => expect(dueOn({ days, of }, period)).toEqual({ day, known: true }))

  it('says so where the holidays of next year are not published yet', () => expect(dueOn({ days: 5, of: 'working' }, '2026-12')).toEqual({ day: '2027-01-07', known: false }))
})

describe('which period is asked for', () => {
  it.each([['day', '2026-11-01', '2026-10-31'], ['week', '2026-11-02', '2026W44'], ['month', '2026-11-01', '2026-10'], ['month', '2026-10-31', '2026-09'], ['quarter', '2026-11-01', '2026Q3'], ['half-year', '2026-07-01', '2026H1'], ['year', '2026-01-01', '2025']] as const)('by the %s, on %s, it is %s', (rhythm, today, period) => expect(lastEnded(rhythm, today)).toBe(period))
  it('goes back one by one, over the turn of the year', () => expect(backFrom('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']))
})

describe('the year to date', () => {
  it.each([['2026-01', '2026-01'], ['2026-03', '2026Q1'], ['2026-06', '2026H1'], ['2026-10', '2026M1-10'], ['2026-12', '2026'], ['2026Q3', '2026M1-9']])('at the end of %s is %s, as papers say it', (period, said) => expect(toDate(period)).toBe(said))

  it('starts anew in January, while a month’s own value has December before it', () => {
    expect(figurePeriodBefore({ reach: 'to-date' }, '2026-01')).toBeNull()
    expect(figurePeriodBefore({ reach: 'period' }, '2026-01')).toBe('2025-12')
    expect(figurePeriodBefore({ reach: 'to-date' }, '2026-04')).toBe('2026Q1')
    expect(figurePeriod({ reach: 'to-date' }, '2026-10')).toBe('2026M1-10')
  })
})
