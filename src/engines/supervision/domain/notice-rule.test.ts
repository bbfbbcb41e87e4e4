import { describe, expect, it } from 'vitest'
import { gradeAfter, gradeFor } from './notice-rule.ts'

describe('which notice a red light brings', () => {
  it.each([
    ['on the day it turned red a reminder', { since: '2025-05-10', lead: -12, last: null }, 'blue'],
    ['a hair less than twenty points behind still a reminder', { since: '2025-05-10', lead: -19.99, last: null }, 'blue'],
    ['twenty points behind a warning at once', { since: '2025-05-10', lead: -20, last: null }, 'orange'],
    ['red for a blocker alone a reminder', { since: '2025-05-10', lead: null, last: null }, 'blue'],
    ['none while one is open', { since: '2025-01-10', lead: -30, last: { open: true, raisedOn: '2025-01-10' } }, null],
    ['none within thirty days of the last', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-11' } }, null],
    ['another after thirty days', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-10' } }, 'blue'],
  ] as const)('%s', (_, thing, grade) => expect(gradeFor(thing, '2025-05-10')).toBe(grade))

  it('is the next grade after one that was left unanswered, and none after the last', () => {
    expect([gradeAfter('blue'), gradeAfter('orange'), gradeAfter('red')]).toEqual(['orange', 'red', null])
  })
})
