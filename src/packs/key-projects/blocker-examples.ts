/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseEvent } from '../../engines/cases/schema.ts'
import { type CaseStep, type Example } from '../pack.ts'

const raised = { type: 'blocker', category: 'land', fields: { project: '演示路改造工程' }, openedAt: '2025-03-03 10:00' } as const
const removed = (evidence: number): CaseEvent => ({ kind: 'answered', words: '用地批复已取得', result: 'removed', evidence: Array.from({ length: evidence }, () => ({ what: '用地批复', reference: '演示〔2025〕3号' })) })
const taken: readonly CaseStep[] = [['2025-03-03 10:00', 'opener', { kind: 'dispatched', lead: 'planning-resources', co: [], words: '' }], ['2025-03-04 09:00', 'lead', { kind: 'signed' }]]
const sideBySide: readonly CaseStep[] = [
  ['2025-03-03 10:00', 'opener', { kind: 'dispatched', lead: 'planning-resources', co: ['finance', 'land-development'], words: '用地、资金、征拆同时办理' }],
  ['2025-03-03 15:00', 'lead', { kind: 'signed' }],
  ['2025-03-06 10:00', 'co-unit', { kind: 'co-answered', unit: 'finance', words: '征地款已安排' }],
]

export const blockerExamples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '堵点已消除，有佐证，提出单位确认后销号', en: 'A blocker removed, with evidence, confirmed by who raised it: struck off' },
    given: { ...raised, steps: [...taken, ['2025-03-20 10:00', 'lead', removed(1)], ['2025-03-20 16:00', 'opener', { kind: 'checked', passed: true, words: '已可进场' }], ['2025-03-20 16:05', 'opener', { kind: 'closed' }]], on: '2025-03-21 09:00' },
    then: { state: 'settled', clocks: { sign: '2025-03-04 23:59 stopped', resolve: '2025-03-24 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '用地、资金、征拆几个部门同时办理，各有时限', en: 'Land, money and clearing are worked on side by side, each within its own time' },
    given: { ...raised, steps: sideBySide, on: '2025-03-11 09:00' },
    then: { state: 'handling', clocks: { sign: '2025-03-04 23:59 stopped', resolve: '2025-03-24 23:59', 'co:finance': '2025-03-10 23:59 stopped', 'co:land-development': '2025-03-10 23:59 late' } },
  },
  {
    kind: 'case', name: { zh: '还有协办部门没有答复，堵点不能报告已解决', en: 'A department that helps has not answered: the blocker cannot be called removed' },
    given: { ...raised, steps: sideBySide, asked: ['2025-03-11 10:00', 'lead', removed(1)], on: '2025-03-11 10:00' },
    then: { refused: 'co-units-open' },
  },
  {
    kind: 'case', name: { zh: '没有佐证，堵点不能报告已解决', en: 'Without evidence a blocker cannot be called removed' },
    given: { ...raised, steps: taken, asked: ['2025-03-20 10:00', 'lead', removed(0)], on: '2025-03-20 10:00' },
    then: { refused: 'evidence-needed' },
  },
  {
    kind: 'case', name: { zh: '主办部门不能自己确认堵点已消除', en: 'The department that leads cannot confirm that the blocker is gone' },
    given: { ...raised, steps: [...taken, ['2025-03-20 10:00', 'lead', removed(1)]], asked: ['2025-03-20 11:00', 'lead', { kind: 'checked', passed: true, words: '' }], on: '2025-03-20 11:00' },
    then: { refused: 'not-your-move' },
  },
  {
    kind: 'case', name: { zh: '没有写明哪个项目，不能提出堵点', en: 'A blocker that names no project is not taken' },
    given: { type: 'blocker', category: 'pipes', openedAt: '2025-03-03 10:00', steps: [], on: '2025-03-03 10:00' },
    then: { refused: 'field-needed' },
  },
  {
    kind: 'case', name: { zh: '堵点十五个工作日没有解决，先提醒，再逐级升级', en: 'A blocker not removed in fifteen working days: a warning, then it climbs' },
    given: { ...raised, steps: taken, on: '2025-03-05 09:00' },
    then: { ladder: ['resolve/0 2025-03-20 16:23', 'resolve/1 2025-03-24 23:59 superior', 'resolve/2 2025-03-25 23:59 supervision', 'resolve/3 2025-03-27 23:59 district'] },
  },
]
