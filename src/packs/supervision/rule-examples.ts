/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example, type NoticeRuleExample } from '../pack.ts'

type Facts = readonly [zh: string, en: string, given: Omit<NoticeRuleExample, 'on'>, grade: 'blue' | 'orange' | 'red' | null]

const on = '2025-05-10'
const facts: readonly Facts[] = [
  ['亮红灯当天提起蓝色提醒', 'On the day it turns red a blue notice', { since: '2025-05-10', lead: -12 }, 'blue'],
  ['落后不到20个点，仍是蓝色提醒', 'Not quite twenty points behind: still blue', { since: '2025-05-10', lead: -19.99 }, 'blue'],
  ['落后20个点，从橙色警示起', 'Twenty points behind: orange from the start', { since: '2025-05-10', lead: -20 }, 'orange'],
  ['承诺事项逾期没有点数，蓝色提醒', 'A late commitment has no points: blue', { since: '2025-03-01', lead: null }, 'blue'],
  ['上一张还没有销号，不再提起', 'None while the last is open', { since: '2025-01-10', lead: -30, last: { open: true, raisedOn: '2025-01-10' } }, null],
  ['上一张提起不满30天，不再提起', 'None within thirty days of the last', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-11' } }, null],
  ['上一张提起满30天仍亮红灯，再次提起', 'Still red thirty days after the last: another', { since: '2025-04-10', lead: -12, last: { open: false, raisedOn: '2025-04-10' } }, 'blue'],
  ['本区定为亮红灯满7天才提起的，第6天不提起', 'Where the district waits seven days, none on the sixth', { since: '2025-05-04', lead: -12, rule: { afterDays: 7 } }, null],
  ['本区定为亮红灯满7天才提起的，第7天提起', 'Where the district waits seven days, one on the seventh', { since: '2025-05-03', lead: -12, rule: { afterDays: 7 } }, 'blue'],
]

/** When something red or late brings a notice by itself, and of which grade. */
export const ruleExamples: readonly Example[] = facts.map(([zh, en, given, grade]) => ({ kind: 'notice-rule', name: { zh, en }, given: { ...given, on }, then: { grade } }))
