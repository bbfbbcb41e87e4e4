import { describe, expect, it } from 'vitest'
import { NoticeRule } from '../notices/schema.ts'
import { gradeAfter, gradeFor, withinDay } from './notice-rule.ts'

const words = { zh: '通报', en: 'Made known' }
const rule = NoticeRule.parse({ covers: ['project'], afterDays: 0, grade: 'blue', grave: { lag: 20, grade: 'orange' }, againAfterDays: 30, stepUp: true, most: 3, consequences: { blue: words, orange: words, red: words } })

describe('which notice a red light brings', () => {
  it.each([
    ['on the day it turned red a reminder', { since: '2025-05-10', lead: -12, last: null }, 'blue'],
    ['a hair less than twenty points behind still a reminder', { since: '2025-05-10', lead: -19.99, last: null }, 'blue'],
    ['twenty points behind a warning at once', { since: '2025-05-10', lead: -20, last: null }, 'orange'],
    ['red for a blocker alone a reminder', { since: '2025-05-10', lead: null, last: null }, 'blue'],
    ['none while one is open', { since: '2025-01-10', lead: -30, last: { open: true, raisedOn: '2025-01-10' } }, null],
    ['none within thirty days of the last', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-11' } }, null],
    ['another after thirty days', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-10' } }, 'blue'],
  ] as const)('%s', (_, thing, grade) => expect(gradeFor(thing, '2025-05-10', rule)).toBe(grade))

  it.each([['2025-05-04', null], ['2025-05-03', 'red']] as const)('waits as long as the rule says: red since %s', (since, grade) => {
    expect(gradeFor({ since, lead: -12, last: null }, '2025-05-10', { ...rule, afterDays: 7, grade: 'red' })).toBe(grade)
  })

  it('is the next grade after one that was left unanswered, and none after the last', () => {
    expect([gradeAfter('blue'), gradeAfter('orange'), gradeAfter('red')]).toEqual(['orange', 'red', null])
  })
})

describe('how many are raised on a day', () => {
  const things = ['2025-05-03', '2025-05-01', '2025-05-04', '2025-05-02'].map(since => ({ since }))
  it.each([
    [0, ['2025-05-01', '2025-05-02', '2025-05-03'], 1],
    [2, ['2025-05-01'], 3],
    [3, [], 4],
    [9, [], 4],
  ])('after %i of that day those that wait longest, and the rest is counted', (raised, now, left) => {
    expect(withinDay(things, raised, rule)).toEqual({ now: now.map(since => ({ since })), left })
  })
})

it('a rule without the words for a grade, or with nothing that it covers, is none', () => {
  expect(NoticeRule.safeParse({ ...rule, consequences: { blue: words } }).success).toBe(false)
  expect(NoticeRule.safeParse({ ...rule, covers: [] }).success).toBe(false)
  expect(NoticeRule.safeParse({ ...rule, most: 0 }).success).toBe(false)
})
