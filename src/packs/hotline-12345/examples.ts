/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const taken = { type: 'hotline', category: 'exposed-rubbish', openedAt: '2025-03-03 09:00', by: 'reporter' } as const
const begun: readonly CaseStep[] = [
  ['2025-03-03 09:10', 'desk', { kind: 'filed' }],
  ['2025-03-03 09:20', 'desk', { kind: 'dispatched', lead: 'street', co: [], words: '' }],
  ['2025-03-03 10:00', 'lead', { kind: 'signed' }],
]
const answered: readonly CaseStep[] = [...begun,
  ['2025-03-03 11:00', 'lead', { kind: 'contacted', words: '已与来电人约好现场查看' }],
  ['2025-03-05 16:00', 'lead', { kind: 'answered', words: '已清理并增设收运班次', result: 'solved', evidence: [] }],
  ['2025-03-06 10:00', 'checker', { kind: 'checked', passed: true, words: '' }],
  ['2025-03-06 10:05', 'desk', { kind: 'closed' }],
]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '一般诉求七天办结，回访满意后办结', en: 'An ordinary request is due in seven days and ends with a satisfied call-back' },
    given: { ...taken, steps: [...answered, ['2025-03-07 15:00', 'caller', { kind: 'called-back', reached: true, responded: true, solved: true, satisfied: true, rework: false, words: '' }]], on: '2025-03-07 16:00' },
    then: { state: 'settled', clocks: { sign: '2025-03-04 09:20 stopped', contact: '2025-03-04 09:20 stopped', resolve: '2025-03-10 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '燃气泄漏两小时办结，一刻钟内签收', en: 'A gas leak is due in two hours and signed for in a quarter of an hour' },
    given: { type: 'hotline', category: 'gas-leak', openedAt: '2025-03-08 22:00', steps: [['2025-03-08 22:02', 'desk', { kind: 'filed' }], ['2025-03-08 22:03', 'desk', { kind: 'dispatched', lead: 'city-management', co: ['fire'], words: '' }]], on: '2025-03-08 22:20' },
    then: { urgency: 'urgent', clocks: { sign: '2025-03-08 22:18 late', contact: '2025-03-08 23:03', resolve: '2025-03-09 00:02', 'co:fire': '2025-03-08 23:03' } },
  },
  {
    kind: 'case', name: { zh: '停水二十四小时办结，周末也计时', en: 'A water cut is due in twenty-four hours, at the weekend too' },
    given: { type: 'hotline', category: 'water-off', openedAt: '2025-03-08 20:00', steps: [['2025-03-08 20:10', 'desk', { kind: 'filed' }]], on: '2025-03-09 20:11' },
    then: { urgency: 'utilities', clocks: { resolve: '2025-03-09 20:10 late' } },
  },
  {
    kind: 'case', name: { zh: '当日到期的，当日结束前不算逾期', en: 'What is due today is not late before the day is over' },
    given: { ...taken, steps: begun, on: '2025-03-10 23:59' },
    then: { clocks: { sign: '2025-03-04 09:20 stopped', contact: '2025-03-04 09:20 late', resolve: '2025-03-10 23:59' }, ladder: ['resolve/0 2025-03-09 11:25', 'resolve/1 2025-03-10 23:59 superior', 'resolve/2 2025-03-11 23:59 supervision', 'resolve/3 2025-03-13 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '疑难诉求十五天，可延期一次', en: 'A hard request has fifteen days and one extension' },
    given: {
      type: 'hotline', category: 'leak-neighbour', openedAt: '2025-03-03 09:00', steps: [...begun,
        ['2025-03-17 09:00', 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '需入户检测' }],
        ['2025-03-17 11:00', 'supervisor', { kind: 'extension-decided', granted: true, words: '同意' }]],
      asked: ['2025-03-20 09:00', 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '再延' }], on: '2025-03-20 09:00',
    },
    then: { refused: 'extensions-used', urgency: 'hard', clocks: { sign: '2025-03-04 09:20 stopped', contact: '2025-03-04 09:20 late', resolve: '2025-03-25 23:59' } },
  },
  {
    kind: 'case', name: { zh: '退单须在一个工作日内，写明依据', en: 'A return is made within a working day and quotes its basis' },
    given: { ...taken, steps: begun, asked: ['2025-03-04 17:00', 'lead', { kind: 'returned', basis: '区城市管理职责分工第三条', words: '该路段由区城管局直管' }], on: '2025-03-04 17:00' },
    then: { refused: null },
  },
  {
    kind: 'case', name: { zh: '过了一个工作日不能再退单', en: 'After a working day it can no longer be returned' },
    given: { ...taken, steps: begun, asked: ['2025-03-05 09:00', 'lead', { kind: 'returned', basis: '区城市管理职责分工第三条', words: '该路段由区城管局直管' }], on: '2025-03-05 09:00' },
    then: { refused: 'too-late-to-return' },
  },
  {
    kind: 'case', name: { zh: '裁定给兜底单位的，不能再退', en: 'What is given to the floor unit cannot be returned' },
    given: {
      ...taken, steps: [...begun, ['2025-03-03 15:00', 'lead', { kind: 'returned', basis: '权责清单无此项', words: '不属本街职责' }], ['2025-03-04 09:00', 'arbitrator', { kind: 'arbitrated', lead: 'city-management', floor: true, words: '由区城管局兜底' }]],
      asked: ['2025-03-04 10:00', 'lead', { kind: 'returned', basis: '权责清单', words: '亦不属我局' }], on: '2025-03-04 10:00',
    },
    then: { refused: 'floor-may-not-return', state: 'dispatched', lead: 'city-management', clocks: { sign: '2025-03-05 09:00', contact: '2025-03-05 09:00', resolve: '2025-03-10 23:59' } },
  },
  {
    kind: 'case', name: { zh: '有协办单位没有答复，主办不能答复', en: 'The lead cannot answer while a co-unit has not' },
    given: { ...taken, steps: [...begun, ['2025-03-03 10:30', 'lead', { kind: 'co-asked', unit: 'ecology', words: '请配合监测' }]], asked: ['2025-03-05 16:00', 'lead', { kind: 'answered', words: '已清理', result: 'solved', evidence: [] }], on: '2025-03-05 16:00' },
    then: { refused: 'co-units-open', clocks: { sign: '2025-03-04 09:20 stopped', contact: '2025-03-04 09:20 late', resolve: '2025-03-10 23:59', 'co:ecology': '2025-03-06 23:59' } },
  },
  {
    kind: 'case', name: { zh: '回访未解决，退回返工，重新计时', en: 'Not solved at the call-back: done again, with a clock of its own' },
    given: { ...taken, steps: [...answered, ['2025-03-07 15:00', 'caller', { kind: 'called-back', reached: true, responded: true, solved: false, satisfied: false, rework: true, words: '第二天又堆满' }]], on: '2025-03-07 16:00' },
    then: { state: 'handling' },
  },
  {
    kind: 'case', name: { zh: '剔除出三率须由督查批准，经办单位不能自己剔除', en: 'Only the supervisors may leave an order out of the rates' },
    given: { ...taken, steps: answered, asked: ['2025-03-07 09:00', 'lead', { kind: 'excluded', reason: '不合理诉求' }], on: '2025-03-07 09:00' },
    then: { refused: 'not-your-move', state: 'closed' },
  },
  {
    kind: 'case', name: { zh: '居民自己要求重新办理，期限内可以', en: 'A resident may have it done again within the window' },
    given: { ...taken, steps: answered, asked: ['2025-03-21 23:59', 'reporter', { kind: 'reopened', words: '又堆起来了', byReporter: true }], on: '2025-03-21 23:59' },
    then: { refused: null, state: 'closed' },
  },
  {
    kind: 'case', name: { zh: '疑难工单联合督办，只由督查部门发起', en: 'Joint supervision is begun by the supervisors alone' },
    given: { ...taken, steps: begun, asked: ['2025-03-04 09:00', 'supervisor', { kind: 'jointly-supervised', on: true, words: '一月内第三次反映' }], on: '2025-03-04 09:00' },
    then: { refused: null, moves: { who: 'supervisor', may: ['noted', 'extension-decided', 'suspension-decided', 'jointly-supervised'] } },
  },
]
