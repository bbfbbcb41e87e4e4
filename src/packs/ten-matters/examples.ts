/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const year = { ledger: 'ten-matters', span: '2025' } as const
const done = { parts: [{ share: 1 }, { share: 1 }], evidence: 2 } as const

export const examples: readonly Example[] = [
  {
    kind: 'ledger', name: { zh: '数值全部达到并经督查验收，才算完成', en: 'Done once every figure is reached and the supervisors have accepted it' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed', 'accepted'] }] },
    then: { lines: [{ light: 'done', share: 1, lacks: [] }], whole: 'done' },
  },
  {
    kind: 'ledger', name: { zh: '数值已达到但尚未验收，显示待验收，不亮完成灯', en: 'Reached but not accepted: awaiting acceptance, not done' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed'] }] },
    then: { lines: [{ light: 'on-pace', lacks: ['acceptance'] }], whole: 'on-pace' },
  },
  {
    kind: 'ledger', name: { zh: '验收未通过，亮黄灯，须整改', en: 'Not accepted: slipping, to be put right' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed', 'refused'] }] },
    then: { lines: [{ light: 'slipping', lacks: ['acceptance'] }], whole: 'slipping' },
  },
  {
    kind: 'ledger', name: { zh: '一件事两项内容，一项严重滞后，整件亮红灯', en: 'Of two parts one is off pace: so is the matter' },
    given: { ...year, on: '2025-06-30', lines: [{ parts: [{ share: 0.6 }, { share: 0.3 }], evidence: 1 }] },
    then: { lines: [{ light: 'off-pace', share: 0.45 }], whole: 'off-pace' },
  },
  {
    kind: 'ledger', name: { zh: '恰好落后五个百分点，由绿转黄', en: 'Exactly five points behind turns to slipping' },
    given: { ...year, on: '2025-06-30', lines: [{ parts: [{ share: 0.445_890_41 }], evidence: 1 }] },
    then: { lines: [{ light: 'slipping' }] },
  },
  {
    kind: 'ledger', name: { zh: '两项内容只报了一项且已完成，另一项没有填报，不算完成', en: 'One part done, the other never reported: not done' },
    given: { ...year, on: '2025-12-20', lines: [{ parts: [{ share: 1 }, { share: null }], evidence: 1 }] },
    then: { lines: [{ light: 'on-pace', share: 0.5 }] },
  },
  {
    kind: 'ledger', name: { zh: '没有牵头单位、没有目标、没有佐证，逐项写明尚缺什么', en: 'Without lead, measure and evidence, the line says what it lacks' },
    given: { ...year, on: '2025-03-01', lines: [{ parts: [{ share: null }], led: false }] },
    then: { lines: [{ light: 'not-judged', lacks: ['measure', 'lead', 'evidence'] }], whole: 'not-judged' },
  },
  {
    kind: 'ledger', name: { zh: '没有佐证材料，不能申请验收', en: 'Without evidence it cannot be put forward' },
    given: { ...year, on: '2025-12-20', lines: [{ parts: [{ share: 1 }] }], asked: { what: 'propose' } },
    then: { refused: 'no-evidence' },
  },
  {
    kind: 'ledger', name: { zh: '还没有全部完成，不能申请验收', en: 'What is not done in every part cannot be put forward' },
    given: { ...year, on: '2025-12-20', lines: [{ parts: [{ share: 1 }, { share: 0.9 }], evidence: 3 }], asked: { what: 'propose' } },
    then: { refused: 'not-done' },
  },
  {
    kind: 'ledger', name: { zh: '牵头单位不能验收自己的事项', en: 'Who leads a matter cannot accept it' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed'] }], asked: { what: 'accept', by: 'supervisor', ownUnit: true } },
    then: { refused: 'own-line' },
  },
  {
    kind: 'ledger', name: { zh: '督查员可以验收', en: 'A supervisor may accept' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed'] }], asked: { what: 'accept', by: 'supervisor', ownUnit: false } },
    then: { refused: null },
  },
  {
    kind: 'ledger', name: { zh: '计划员编台账，但不能验收', en: 'A planner keeps the ledger and cannot accept' },
    given: { ...year, on: '2025-12-20', lines: [{ ...done, acceptance: ['proposed'] }], asked: { what: 'accept', by: 'planner', ownUnit: false } },
    then: { refused: 'not-your-step' },
  },
]
