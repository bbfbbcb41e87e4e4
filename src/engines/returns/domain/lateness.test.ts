import { describe, expect, it } from 'vitest'
import { waitedFor } from './below.ts'
import { punctualityOf, reminderOn } from './lateness.ts'
import { vintageOf } from './revising.ts'

describe('how a unit stands to the due day', () => {
  it.each([
    ['2026-02-13', null, '2026-02-13', 'not-due', 0, 'the due day itself is in time'],
    ['2026-02-13', null, '2026-02-14', 'missing', 1, 'a worked Saturday counts'],
    ['2026-02-14', null, '2026-02-23', 'missing', 0, 'over Spring Festival no working day passes'],
    ['2026-02-14', null, '2026-02-24', 'missing', 1, 'the first day after it'],
    ['2026-11-06', '2026-11-06T15:59:59.999Z', '2026-11-20', 'on-time', 0, 'a minute before midnight in Beijing'],
    ['2026-11-06', '2026-11-06T16:00:00.000Z', '2026-11-20', 'late', 0, 'midnight is the next day, a Saturday'],
    ['2026-11-06', '2026-11-10T02:00:00.000Z', '2026-11-20', 'late', 2, 'two working days later'],
  ] as const)('due %s, submitted %s, on %s: %s by %i (%s)', (dueOn, firstSubmittedAt, today, is, days, _why) => expect(punctualityOf({ dueOn, firstSubmittedAt }, today)).toEqual({ is, days }))
})

describe('reminders', () => {
  it.each([['2026-11-05', null], ['2026-11-06', 'due-soon'], ['2026-11-08', 'due-soon'], ['2026-11-09', 'due-soon'], ['2026-11-10', 'late'], ['2026-12-01', 'late']] as const)('due on Monday 9 November: on %s %s', (today, kind) => expect(reminderOn({ dueOn: '2026-11-09', firstSubmittedAt: null, state: 'open' }, today)).toBe(kind))
  it('are not sent for what has come, nor for what came and was sent back', () => expect(reminderOn({ dueOn: '2026-11-09', firstSubmittedAt: '2026-11-05T02:00:00.000Z', state: 'open' }, '2026-11-20')).toBeNull())
})

describe('whom a unit waits for', () => {
  const parents = new Map([['district', null], ['street', 'district'], ['other', 'district'], ['community', 'street'], ['grid', 'community']])
  it.each([
    ['district', ['district', 'street', 'other', 'community'], ['street', 'other']],
    ['street', ['district', 'street', 'community', 'grid'], ['community']],
    ['district', ['district', 'community'], ['community']],
    ['community', ['district', 'street', 'community'], []],
  ])('%s among %j waits for %j', (unit, sheets, waits) => expect(waitedFor(unit, new Set(sheets), parents)).toEqual(waits))
})

it('a revision is one vintage later, and final stays final', () => expect([vintageOf('quick', 1), vintageOf('quick', 2), vintageOf('quick', 3), vintageOf('quick', 9), vintageOf('first', 2), vintageOf('final', 2)]).toEqual(['quick', 'first', 'final', 'final', 'final', 'final']))
