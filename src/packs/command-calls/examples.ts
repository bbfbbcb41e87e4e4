/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const called = { type: 'street-call', category: 'call-illegal-building', fields: { tried: '已劝停两次' }, openedAt: '2025-03-03 09:00' } as const
const both: readonly CaseStep[] = [
  ['2025-03-03 09:05', 'opener', { kind: 'filed' }],
  ['2025-03-03 09:10', 'desk', { kind: 'dispatched', lead: 'city-management', co: ['planning-resources', 'public-security'], words: '请同时到场' }],
  ['2025-03-03 09:40', 'lead', { kind: 'signed' }],
]
const there: readonly CaseStep[] = [...both,
  ['2025-03-03 11:00', 'lead', { kind: 'contacted', words: '已到场' }],
  ['2025-03-04 10:00', 'co-unit', { kind: 'co-answered', unit: 'planning-resources', words: '无规划许可' }],
  ['2025-03-04 11:00', 'co-unit', { kind: 'co-answered', unit: 'public-security', words: '已维持秩序' }],
  ['2025-03-05 15:00', 'lead', { kind: 'answered', words: '已拆除', result: 'solved', evidence: [] }],
]
const worried = { type: 'worry', category: 'w-stairs', openedAt: '2025-03-03 09:00' } as const
const inTheGrid: readonly CaseStep[] = [['2025-03-03 09:00', 'opener', { kind: 'dispatched', lead: 'grid', co: [], words: '' }], ['2025-03-03 09:30', 'lead', { kind: 'signed' }]]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '被叫部门和协办部门都要应哨、到场、反馈', en: 'The department that leads and those that help all answer, come and report' },
    given: { ...called, steps: there, on: '2025-03-05 16:00' },
    then: { state: 'answered', clocks: { sign: '2025-03-03 10:10 stopped', contact: '2025-03-03 13:10 stopped', resolve: '2025-03-06 23:59 stopped', 'co:planning-resources': '2025-03-05 23:59 stopped', 'co:public-security': '2025-03-05 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '一个部门没有反馈，主办不能答复', en: 'One department has not reported: the lead cannot answer' },
    given: { ...called, steps: there.slice(0, 5), asked: ['2025-03-05 15:00', 'lead', { kind: 'answered', words: '已拆除', result: 'solved', evidence: [] }], on: '2025-03-05 15:00' },
    then: { refused: 'co-units-open' },
  },
  {
    kind: 'case', name: { zh: '没有到场，不能反馈办结', en: 'Nobody has come: it cannot be answered' },
    given: { ...called, steps: both, asked: ['2025-03-03 12:00', 'lead', { kind: 'answered', words: '电话已处理', result: 'solved', evidence: [] }], on: '2025-03-03 12:00' },
    then: { refused: 'not-yet' },
  },
  {
    kind: 'case', name: { zh: '街道吹哨，部门不能退单', en: 'A department may not return a street’s call' },
    given: { ...called, steps: both, asked: ['2025-03-03 10:00', 'lead', { kind: 'returned', basis: '职责分工', words: '不属我局' }], on: '2025-03-03 10:00' },
    then: { refused: 'wrong-state' },
  },
  {
    kind: 'case', name: { zh: '没有写明街道已采取的措施，不能吹哨', en: 'A call says what the street has done already' },
    given: { type: 'street-call', category: 'call-illegal-building', openedAt: '2025-03-03 09:00', steps: [], on: '2025-03-03 09:00' },
    then: { refused: 'field-needed' },
  },
  {
    kind: 'case', name: { zh: '应急哨一刻钟应哨，半小时到场', en: 'An emergency call is answered in a quarter of an hour and met in half an hour' },
    given: { type: 'street-call', category: 'call-gas', fields: { tried: '已疏散' }, openedAt: '2025-03-08 23:00', steps: [['2025-03-08 23:00', 'opener', { kind: 'filed' }], ['2025-03-08 23:00', 'desk', { kind: 'dispatched', lead: 'city-management', co: ['fire'], words: '' }]], on: '2025-03-08 23:15' },
    then: { urgency: 'emergency', clocks: { sign: '2025-03-08 23:15', contact: '2025-03-08 23:30', resolve: '2025-03-09 03:00', 'co:fire': '2025-03-09 00:00' } },
  },
  {
    kind: 'case', name: { zh: '街道评价未解决，退回部门再办', en: 'The street finds it unsolved: back to the department' },
    given: { ...called, steps: [...there, ['2025-03-05 16:00', 'opener', { kind: 'checked', passed: false, words: '二层仍未拆' }]], on: '2025-03-05 16:30' },
    then: { state: 'handling' },
  },
  {
    kind: 'case', name: { zh: '网格办不了的上报社区，签收重新计时，总时限不变', en: 'What the grid cannot do goes up: the community has its own time to take it, the whole has no more' },
    given: { ...worried, steps: [...inTheGrid, ['2025-03-04 11:00', 'lead', { kind: 'transferred', lead: 'community', words: '需社区协调电工' }]], on: '2025-03-04 12:00' },
    then: { state: 'dispatched', lead: 'community', clocks: { sign: '2025-03-04 17:00', resolve: '2025-03-06 23:59' } },
  },
  {
    kind: 'case', name: { zh: '烦心事超时，依次升到上级、街道、区', en: 'A worry that is late climbs to the level above, the street, the district' },
    given: { ...worried, steps: inTheGrid, on: '2025-03-06 12:00' },
    then: { ladder: ['resolve/0 2025-03-06 06:35', 'resolve/1 2025-03-06 23:59 superior', 'resolve/2 2025-03-07 23:59 street', 'resolve/3 2025-03-11 23:59 district'] },
  },
]
