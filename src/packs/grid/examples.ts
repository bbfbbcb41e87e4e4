/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const handedUp: readonly CaseStep[] = [
  ['2025-03-07 16:30', 'desk', { kind: 'filed' }],
  ['2025-03-07 16:35', 'desk', { kind: 'dispatched', lead: 'street', co: [], words: '' }],
  ['2025-03-07 16:50', 'lead', { kind: 'signed' }],
]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '网格发现，能处置的当场处置，一步办结', en: 'Found and settled on the spot, closed at once' },
    given: {
      type: 'grid-own', category: 'e-piled-goods', openedAt: '2025-03-07 10:00', on: '2025-03-07 10:10',
      steps: [['2025-03-07 10:00', 'opener', { kind: 'dispatched', lead: 'grid', co: [], words: '' }], ['2025-03-07 10:00', 'lead', { kind: 'answered', words: '已劝导清走楼道杂物', result: 'done', evidence: [] }], ['2025-03-07 10:00', 'lead', { kind: 'closed' }]],
    },
    then: { state: 'settled', clocks: { resolve: '2025-03-10 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '占道摊贩四个工作时处置，下班不计时', en: 'Street stalls have four working hours; closing time does not count' },
    given: { type: 'grid-finding', category: 'e-hawker', openedAt: '2025-03-07 16:20', steps: handedUp, on: '2025-03-10 11:30' },
    then: { state: 'handling', clocks: { sign: '2025-03-10 11:35 stopped', resolve: '2025-03-10 11:30' } },
  },
  {
    kind: 'case', name: { zh: '井盖缺失四小时处置，晚上也计时', en: 'A missing cover has four hours, at night too' },
    given: { type: 'grid-finding', category: 'p-sewer-cover', openedAt: '2025-03-07 20:00', steps: [['2025-03-07 20:00', 'desk', { kind: 'filed' }]], on: '2025-03-08 00:01' },
    then: { urgency: 'urgent', clocks: { resolve: '2025-03-08 00:00 late' } },
  },
  {
    kind: 'case', name: { zh: '网格超时，逐级升到社区、街道、区', en: 'Late in the grid, it climbs to community, street and district' },
    given: { type: 'grid-finding', category: 'e-rented-rooms', openedAt: '2025-03-07 16:20', steps: handedUp, on: '2025-03-07 17:00' },
    then: { ladder: ['resolve/0 2025-03-11 03:17', 'resolve/1 2025-03-11 23:59 superior', 'resolve/2 2025-03-12 15:00 street', 'resolve/3 2025-03-12 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '没有核查，不能结案', en: 'Without a check it cannot be closed' },
    given: {
      type: 'grid-finding', category: 'e-illegal-building', openedAt: '2025-03-07 16:20', steps: [...handedUp, ['2025-03-14 10:00', 'lead', { kind: 'answered', words: '已责令自行拆除', result: 'ordered', evidence: [] }]],
      asked: ['2025-03-14 11:00', 'desk', { kind: 'closed' }], on: '2025-03-14 11:00',
    },
    then: { refused: 'wrong-state', state: 'answered' },
  },
  {
    kind: 'case', name: { zh: '私搭乱建核查不合格，退回重新处置', en: 'An unlicensed building that still stands goes back' },
    given: {
      type: 'grid-finding', category: 'e-illegal-building', openedAt: '2025-03-07 16:20', on: '2025-03-14 15:00',
      steps: [...handedUp, ['2025-03-14 10:00', 'lead', { kind: 'answered', words: '已拆除', result: 'done', evidence: [] }], ['2025-03-14 15:00', 'checker', { kind: 'checked', passed: false, words: '铁皮棚仍在' }]],
    },
    then: { state: 'handling' },
  },
  {
    kind: 'case', name: { zh: '网格员不能核查自己的处置', en: 'Who dealt with it cannot check it' },
    given: {
      type: 'grid-finding', category: 'e-rubbish', openedAt: '2025-03-07 16:20', steps: [...handedUp, ['2025-03-07 17:30', 'lead', { kind: 'answered', words: '已清', result: 'done', evidence: [] }]],
      asked: ['2025-03-07 17:31', 'lead', { kind: 'checked', passed: true, words: '' }], on: '2025-03-07 17:31',
    },
    then: { refused: 'not-your-move' },
  },
]
