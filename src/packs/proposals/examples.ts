/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const put = { type: 'proposal', category: 'b-renewal', fields: { of: 'suggestion', session: '十七届五次', 'paper-number': '12' }, openedAt: '2025-02-12 10:00' } as const
const given: readonly CaseStep[] = [
  ['2025-02-20 10:00', 'desk', { kind: 'filed' }],
  ['2025-02-20 10:30', 'desk', { kind: 'dispatched', lead: 'housing-construction', co: ['planning-resources', 'civil-affairs'], words: '' }],
]
const both: readonly CaseStep[] = [
  ['2025-03-10 10:00', 'co-unit', { kind: 'co-answered', unit: 'planning-resources', words: '规划上可行' }],
  ['2025-03-12 10:00', 'co-unit', { kind: 'co-answered', unit: 'civil-affairs', words: '可由社区议事' }],
]
const met: readonly CaseStep[] = [...given, ['2025-02-24 09:00', 'lead', { kind: 'signed' }], ...both, ['2025-03-20 15:00', 'lead', { kind: 'contacted', words: '在社区与代表面商，代表认可思路' }]]
const answered: readonly CaseStep[] = [...met, ['2025-05-12 10:00', 'lead', { kind: 'answered', words: '年内完成三个小区', result: 'a', evidence: [] }], ['2025-05-14 10:00', 'checker', { kind: 'checked', passed: true, words: '' }], ['2025-05-14 10:30', 'desk', { kind: 'closed' }]]
const verdict = (satisfied: boolean): CaseStep => ['2025-05-26 10:00', 'caller', { kind: 'called-back', reached: true, responded: true, solved: satisfied, satisfied, rework: !satisfied, words: satisfied ? '满意' : '希望明确时间' }]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '面商后三个月内答复，代表满意，办结', en: 'Met, answered within three months, the deputy satisfied: done' },
    given: { ...put, steps: [...answered, verdict(true)], on: '2025-05-27 10:00' },
    then: { state: 'settled', clocks: { sign: '2025-03-02 23:59 stopped', meet: '2025-04-06 23:59 stopped', resolve: '2025-05-20 23:59 stopped', 'co:planning-resources': '2025-03-22 23:59 stopped', 'co:civil-affairs': '2025-03-22 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '没有面商，不能答复', en: 'No meeting, no answer' },
    given: { ...put, steps: [...given, ['2025-02-24 09:00', 'lead', { kind: 'signed' }], ...both], asked: ['2025-03-20 10:00', 'lead', { kind: 'answered', words: '已研究', result: 'b', evidence: [] }], on: '2025-03-20 10:00' },
    then: { refused: 'not-yet' },
  },
  {
    kind: 'case', name: { zh: '第十天还可以申请改办', en: 'On the tenth day it may still be called not ours' },
    given: { ...put, steps: given, asked: ['2025-03-02 18:00', 'lead', { kind: 'returned', basis: '区政府部门三定规定', words: '主要内容属市级事权' }], on: '2025-03-02 18:00' },
    then: { refused: null },
  },
  {
    kind: 'case', name: { zh: '过了十天不能再申请改办', en: 'After ten days it can no longer be called not ours' },
    given: { ...put, steps: given, asked: ['2025-03-03 09:00', 'lead', { kind: 'returned', basis: '区政府部门三定规定', words: '主要内容属市级事权' }], on: '2025-03-03 09:00' },
    then: { refused: 'too-late-to-return' },
  },
  {
    kind: 'case', name: { zh: '会办单位超过一个月没有意见，逐级升级', en: 'A co-unit without an opinion after a month climbs' },
    given: { ...put, steps: given, on: '2025-03-23 09:00' },
    then: { clocks: { sign: '2025-03-02 23:59 late', meet: '2025-04-06 23:59', resolve: '2025-05-20 23:59', 'co:planning-resources': '2025-03-22 23:59 late', 'co:civil-affairs': '2025-03-22 23:59 late' } },
  },
  {
    kind: 'case', name: { zh: '代表不满意，重新办理，须再次面商', en: 'The deputy is not satisfied: done again, and met again' },
    given: { ...put, steps: [...answered, verdict(false)], asked: ['2025-06-03 10:00', 'lead', { kind: 'answered', words: '补充说明', result: 'a', evidence: [] }], on: '2025-06-03 10:00' },
    then: { state: 'handling', refused: 'not-yet' },
  },
]
