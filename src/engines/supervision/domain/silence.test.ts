import { describe, expect, it } from 'vitest'
import { type Answerable, silenceOf } from './silence.ts'

const now = '2025-05-10T02:00:00.000Z', due = '2025-05-09T15:59:59.999Z'
const notice = (more: Partial<Answerable>): Answerable => ({ case: 'a', unit: 'u', grade: 'blue', state: 'handling', dueAt: due, answeredAt: null, followedAt: null, ...more })

describe('notices that nobody answered in time', () => {
  it.each([
    ['not answered a moment after the limit', {}, now, { since: due, next: 'orange' }, { thisYear: 1, now: 1 }],
    ['not even signed for', { state: 'dispatched' }, now, { since: due, next: 'orange' }, { thisYear: 1, now: 1 }],
    ['at the limit itself not yet', {}, due, undefined, undefined],
    ['the next grade followed already', { followedAt: '2025-05-10T01:00:00.000Z' }, now, { since: due, next: null }, { thisYear: 1, now: 1 }],
    ['after red none follows', { grade: 'red' }, now, { since: due, next: null }, { thisYear: 1, now: 1 }],
    ['answered at the last instant is in time', { state: 'answered', answeredAt: due }, now, undefined, undefined],
    ['answered late it is silent no more and stays counted', { state: 'answered', answeredAt: '2025-05-09T16:00:00.000Z' }, now, undefined, { thisYear: 1, now: 0 }],
    ['closed after a late answer it stays counted', { state: 'settled', answeredAt: '2025-05-09T16:00:00.000Z' }, now, undefined, { thisYear: 1, now: 0 }],
    ['found undone and given a new limit, after the next grade had followed', { dueAt: '2025-05-20T15:59:59.999Z', followedAt: '2025-04-01T00:00:00.000Z' }, now, undefined, { thisYear: 1, now: 0 }],
    ['silent since last year it is silent now and not counted this year', { dueAt: '2024-12-31T15:59:59.999Z' }, now, { since: '2024-12-31T15:59:59.999Z', next: 'orange' }, { thisYear: 0, now: 1 }],
    ['in Beijing the new year had begun', { dueAt: '2024-12-31T16:00:00.000Z' }, now, { since: '2024-12-31T16:00:00.000Z', next: 'orange' }, { thisYear: 1, now: 1 }],
    ['waiting for approval it has no limit', { state: 'received', dueAt: null }, now, undefined, undefined],
    ['void it is none', { state: 'voided' }, now, undefined, undefined],
  ] as const)('%s', (_, more, at, silent, counted) => {
    const { silent: all, byUnit } = silenceOf([notice(more)], at)
    expect([all.get('a'), byUnit.get('u')]).toEqual([silent, counted])
  })

  it('are counted by unit', () => {
    const { byUnit } = silenceOf([notice({}), notice({ case: 'b' }), notice({ case: 'c', unit: 'v', state: 'settled', answeredAt: now })], now)
    expect([...byUnit]).toEqual([['u', { thisYear: 2, now: 2 }], ['v', { thisYear: 1, now: 0 }]])
  })
})
