/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseEvent } from '../../engines/cases/schema.ts'
import { type CaseStep, type Example } from '../pack.ts'
import { roundsExamples } from './rounds-examples.ts'

const raised = { type: 'supervision-notice', category: 'projects', fields: { grounds: '演示路改造工程开工节点逾期四十天，没有说明原因', about: '演示路改造工程', 'about-kind': 'project' }, openedAt: '2025-03-03 09:00' } as const
const approved: CaseStep = ['2025-03-03 09:30', 'supervisor', { kind: 'filed' }]
const issued: CaseStep = ['2025-03-03 10:00', 'supervisor', { kind: 'dispatched', lead: 'water', co: [], words: '请说明原因并排定新的日期' }]
const taken: readonly CaseStep[] = [approved, issued, ['2025-03-03 11:00', 'lead', { kind: 'signed' }]]
const fedBack: CaseEvent = { kind: 'answered', words: '雨污管迁改已完成，3月20日开工', result: 'done', evidence: [] }
const answered: readonly CaseStep[] = [...taken, ['2025-03-10 10:00', 'lead', fedBack]]
const reviewed: readonly CaseStep[] = [...answered, ['2025-03-11 10:00', 'supervisor', { kind: 'checked', passed: true, words: '现场已进场' }]]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '提起、批准、交办、签收、办理、反馈、复核、销号，八步走完', en: 'Raised, approved, issued, signed for, handled, fed back, reviewed, closed: all eight steps' },
    given: { ...raised, steps: [...reviewed, ['2025-03-11 11:00', 'supervisor', { kind: 'closed' }]], on: '2025-03-12 09:00' },
    then: { state: 'settled', lead: 'water', urgency: 'blue', clocks: { sign: '2025-03-05 23:59 stopped', resolve: '2025-03-17 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '蓝色提醒十个工作日内反馈，从交办起算，不从提起起算', en: 'A blue notice is answered in ten working days, counted from its issue and not from its raising' },
    given: { ...raised, steps: [['2025-03-05 09:00', 'supervisor', { kind: 'filed' }], ['2025-03-05 10:00', 'supervisor', { kind: 'dispatched', lead: 'water', co: [], words: '' }]], on: '2025-03-05 11:00' },
    then: { urgency: 'blue', clocks: { sign: '2025-03-07 23:59', resolve: '2025-03-19 23:59' } },
  },
  {
    kind: 'case', name: { zh: '调度会议议定事项没有落实，橙色警示，五个工作日内反馈', en: 'A decision of a dispatch meeting not carried out: an orange notice, five working days' },
    given: { ...raised, category: 'decisions', urgency: 'orange', fields: { grounds: '周调度会议议定的入统事项没有办结', former: 'DB20250203000001' }, steps: taken, on: '2025-03-10 23:59' },
    then: { urgency: 'orange', clocks: { sign: '2025-03-04 23:59 stopped', resolve: '2025-03-10 23:59' } },
  },
  {
    kind: 'case', name: { zh: '疑难工单另发红色督办单，三个工作日内反馈', en: 'A hard case gets a red notice: three working days' },
    given: { ...raised, category: 'cases', urgency: 'red', fields: { grounds: '同一处油烟投诉三次返工，没有解决', about: 'RX20250110000001', 'about-kind': 'case', consequence: '提请约谈主要负责人' }, steps: taken, on: '2025-03-06 09:00' },
    then: { urgency: 'red', clocks: { sign: '2025-03-03 16:00 stopped', resolve: '2025-03-06 23:59' } },
  },
  {
    kind: 'case', name: { zh: '红色督办签收以后没有回音，先提醒，再升到上级、督查室、区', en: 'A red notice signed for and not answered: a warning, then up to the superior, the supervisors, the district' },
    given: { ...raised, urgency: 'red', steps: taken, on: '2025-03-04 09:00' },
    then: { ladder: ['resolve/0 2025-03-06 06:47', 'resolve/1 2025-03-06 23:59 superior', 'resolve/2 2025-03-07 23:59 supervision', 'resolve/3 2025-03-11 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '连签收都没有的，也逐级上报', en: 'What is not even signed for climbs as well' },
    given: { ...raised, urgency: 'orange', steps: [approved, issued], on: '2025-03-05 09:00' },
    then: { state: 'dispatched', clocks: { sign: '2025-03-04 23:59 late' }, ladder: ['sign/1 2025-03-04 23:59 superior', 'sign/2 2025-03-05 23:59 supervision', 'sign/3 2025-03-06 23:59 district', 'resolve/0 2025-03-09 11:35', 'resolve/1 2025-03-10 23:59 superior', 'resolve/2 2025-03-11 23:59 supervision', 'resolve/3 2025-03-13 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '没有批准，不能交办', en: 'What is not approved is not issued' },
    given: { ...raised, steps: [], asked: issued, on: '2025-03-03 10:00' },
    then: { refused: 'wrong-state', state: 'received' },
  },
  {
    kind: 'case', name: { zh: '提起的单位不能自己批准', en: 'Who raises it cannot approve it' },
    given: { ...raised, steps: [], asked: ['2025-03-03 09:30', 'opener', { kind: 'filed' }], on: '2025-03-03 09:30' },
    then: { refused: 'not-your-move' },
  },
  {
    kind: 'case', name: { zh: '督查人员提起的，不能由本人批准', en: 'A supervisor who raised it does not approve it too' },
    given: { ...raised, openedBy: 'supervisor', steps: [], asked: ['2025-03-03 09:30', 'supervisor', { kind: 'filed' }], on: '2025-03-03 09:30' },
    then: { refused: 'same-person', state: 'received' },
  },
  {
    kind: 'case', name: { zh: '本人提起的，可由本人撤下（不予批准）', en: 'Who raised it may take it back by refusing it' },
    given: { ...raised, openedBy: 'supervisor', steps: [['2025-03-03 09:30', 'supervisor', { kind: 'refused', basis: '督查工作办法', words: '已当面说明，不再督办' }]], on: '2025-03-03 10:00' },
    then: { refused: null, state: 'refused' },
  },
  {
    kind: 'case', name: { zh: '领导不予批准并写明依据，到此为止，不能再交办', en: 'Refused by the leader, with the basis: it ends there and is not issued' },
    given: { ...raised, steps: [['2025-03-03 09:30', 'supervisor', { kind: 'refused', basis: '督查检查考核事项清单', words: '已在清单内安排检查，不另发督办单' }]], asked: issued, on: '2025-03-03 10:00' },
    then: { refused: 'wrong-state', state: 'refused' },
  },
  {
    kind: 'case', name: { zh: '复核没有通过，继续办理，重新计时', en: 'The review finds it undone: back to work, with its time anew' },
    given: { ...raised, steps: [...answered, ['2025-03-11 10:00', 'supervisor', { kind: 'checked', passed: false, words: '现场没有进场' }]], on: '2025-03-12 09:00' },
    then: { state: 'handling', ladder: ['resolve/0 2025-03-23 01:59', 'resolve/1 2025-03-25 23:59 superior', 'resolve/2 2025-03-26 23:59 supervision', 'resolve/3 2025-03-28 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '被督办单位不能给自己复核', en: 'The unit that was told cannot review its own answer' },
    given: { ...raised, steps: answered, asked: ['2025-03-10 11:00', 'lead', { kind: 'checked', passed: true, words: '' }], on: '2025-03-10 11:00' },
    then: { refused: 'not-your-move' },
  },
  {
    kind: 'case', name: { zh: '被督办单位不能给自己销号', en: 'The unit that was told cannot close it' },
    given: { ...raised, steps: reviewed, asked: ['2025-03-11 11:00', 'lead-head', { kind: 'closed' }], on: '2025-03-11 11:00' },
    then: { refused: 'not-your-move', state: 'checked' },
  },
  {
    kind: 'case', name: { zh: '没有复核，不能销号', en: 'What was not reviewed is not closed' },
    given: { ...raised, steps: answered, asked: ['2025-03-10 11:00', 'supervisor', { kind: 'closed' }], on: '2025-03-10 11:00' },
    then: { refused: 'wrong-state', state: 'answered' },
  },
  {
    kind: 'case', name: { zh: '不属本单位的，一个工作日内凭依据退回', en: 'What is not the unit’s own is sent back within a working day, with the rule that says so' },
    given: { ...raised, steps: [...taken, ['2025-03-04 23:59', 'lead', { kind: 'returned', basis: '区职能分工规定', words: '道路工程由住房和建设局主管' }]], on: '2025-03-05 09:00' },
    then: { state: 'disputed' },
  },
  {
    kind: 'case', name: { zh: '过了一个工作日，不能再退回', en: 'After a working day it can no longer be sent back' },
    given: { ...raised, steps: taken, asked: ['2025-03-05 00:01', 'lead', { kind: 'returned', basis: '区职能分工规定', words: '不属我局' }], on: '2025-03-05 00:01' },
    then: { refused: 'too-late-to-return' },
  },
  {
    kind: 'case', name: { zh: '经批准延期一次，不能再延', en: 'More time is granted once' },
    given: {
      ...raised, steps: [...taken, ['2025-03-12 09:00', 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '须与地铁施工错开' }], ['2025-03-12 15:00', 'supervisor', { kind: 'extension-decided', granted: true, words: '同意' }]],
      asked: ['2025-03-20 09:00', 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '仍未完工' }], on: '2025-03-20 09:00',
    },
    then: { refused: 'extensions-used', clocks: { sign: '2025-03-05 23:59 stopped', resolve: '2025-03-24 23:59' } },
  },
  {
    kind: 'case', name: { zh: '没有写明事由，不能提起', en: 'A notice without grounds is not raised' },
    given: { type: 'supervision-notice', category: 'targets', openedAt: '2025-03-03 09:00', steps: [], on: '2025-03-03 09:00' },
    then: { refused: 'field-needed' },
  },
  ...roundsExamples,
]
