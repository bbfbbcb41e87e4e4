/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const asked = { type: 'enterprise', category: 'q-power', fields: { enterprise: '演示企业' }, openedAt: '2025-04-01 10:00' } as const
const begun: readonly CaseStep[] = [
  ['2025-04-01 10:30', 'desk', { kind: 'filed' }],
  ['2025-04-01 10:40', 'desk', { kind: 'dispatched', lead: 'science-industry', co: [], words: '' }],
  ['2025-04-01 11:00', 'lead', { kind: 'signed' }],
]
const talked: readonly CaseStep[] = [...begun, ['2025-04-01 15:00', 'lead', { kind: 'contacted', words: '已与企业负责人通话' }]]
const extension = (day: string): readonly CaseStep[] => [[`${day} 09:00`, 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '与市供电部门协调' }], [`${day} 10:00`, 'supervisor', { kind: 'extension-decided', granted: true, words: '' }]]

export const examples: readonly Example[] = [
  {
    // 清明 is on 4 April 2025, a Friday.
    kind: 'case', name: { zh: '恰好第五个工作日到期', en: 'Due on the fifth working day, the festival not counted' },
    given: { ...asked, steps: begun, on: '2025-04-09 23:59' },
    then: { clocks: { sign: '2025-04-02 11:40 stopped', contact: '2025-04-02 23:59 late', resolve: '2025-04-09 23:59' } },
  },
  {
    kind: 'case', name: { zh: '五个工作日办结，企业评价满意', en: 'Answered within five working days, and the enterprise is satisfied' },
    given: {
      ...asked, on: '2025-04-09 10:00', steps: [...talked, ['2025-04-07 10:00', 'lead', { kind: 'answered', words: '已批准增容', result: 'solved', evidence: [] }], ['2025-04-07 14:00', 'checker', { kind: 'checked', passed: true, words: '' }], ['2025-04-07 14:05', 'desk', { kind: 'closed' }],
        ['2025-04-08 10:00', 'caller', { kind: 'called-back', reached: true, responded: true, solved: true, satisfied: true, rework: false, words: '' }]],
    },
    then: { state: 'settled', clocks: { sign: '2025-04-02 11:40 stopped', contact: '2025-04-02 23:59 stopped', resolve: '2025-04-09 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '先联系企业，才能答复', en: 'First talk to the enterprise, then answer' },
    given: { ...asked, steps: begun, asked: ['2025-04-02 10:00', 'lead', { kind: 'answered', words: '请按流程申请', result: 'explained', evidence: [] }], on: '2025-04-02 10:00' },
    then: { refused: 'not-yet' },
  },
  {
    kind: 'case', name: { zh: '街道办不了的转区部门，再到专班协调', en: 'What a street cannot do goes to a department, which must talk to the enterprise anew' },
    given: { ...asked, category: 'q-street', steps: [...talked, ['2025-04-02 09:00', 'desk', { kind: 'transferred', lead: 'city-management', words: '超出街道权限' }], ['2025-04-02 10:00', 'lead', { kind: 'signed' }]], asked: ['2025-04-02 11:00', 'lead', { kind: 'answered', words: '已处理', result: 'solved', evidence: [] }], on: '2025-04-02 11:00' },
    then: { refused: 'not-yet', lead: 'city-management', ladder: ['resolve/0 2025-04-08 06:53', 'resolve/1 2025-04-09 23:59 superior', 'resolve/2 2025-04-10 23:59 supervision', 'resolve/3 2025-04-14 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '外迁苗头三个工作日内回应', en: 'A sign that a firm may leave is answered within three working days' },
    given: { ...asked, category: 'q-leaving', steps: begun, on: '2025-04-01 12:00' },
    then: { urgency: 'urgent', clocks: { sign: '2025-04-01 12:40 stopped', contact: '2025-04-01 14:40', resolve: '2025-04-07 23:59' } },
  },
  {
    kind: 'case', name: { zh: '账款拖欠可延期两次，第三次不批', en: 'Unpaid bills may be extended twice, not three times' },
    given: { ...asked, category: 'q-arrears', steps: [...talked, ...extension('2025-04-14'), ...extension('2025-04-21')], asked: ['2025-04-25 09:00', 'lead', { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '再协调' }], on: '2025-04-25 09:00' },
    then: { refused: 'extensions-used', urgency: 'hard' },
  },
  {
    kind: 'case', name: { zh: '没有企业名称，不能提交', en: 'A request without the name of the enterprise is not taken' },
    given: { type: 'enterprise', category: 'q-loan', openedAt: '2025-04-01 10:00', by: 'reporter', steps: [], on: '2025-04-01 10:00' },
    then: { refused: 'field-needed' },
  },
]
