import { expect, it } from 'vitest'
import { madeProject, testRules } from '../../../../testkit/project.ts'
import { type ProjectEvent } from '../schema.ts'
import { toldEvent } from './telling.ts'
import { toldWords } from './words.ts'

const id = '00000000-0000-7000-8000-000000000009'
const events: readonly ProjectEvent[] = [
  madeProject(), { kind: 'renamed', name: '新校区', from: '2025-01-01', ground: '批复' }, { kind: 'described', reason: '调整业主' }, { kind: 'listed', list: 'district-key', year: 2025, ground: '' }, { kind: 'unlisted', list: 'district-key', year: 2025, reason: '误列' }, { kind: 'phased', phase: 'operating', on: '2025-02-01', words: '投用' },
  { kind: 'merged', into: id, name: '乙', on: '2025-02-01', reason: '并标' }, { kind: 'absorbed', other: id, name: '甲', on: '2025-02-01' }, { kind: 'split', into: id, name: '丙', on: '2025-02-01', reason: '单列' }, { kind: 'came-of', other: id, name: '甲', on: '2025-02-01' },
  { kind: 'nodes-planned', nodes: madeProject().nodes, reason: '重排' }, { kind: 'node-forecast', node: 'start', on: '2025-03-01', reason: '用地' }, { kind: 'node-forecast', node: 'start', on: null, reason: '恢复' }, { kind: 'node-reached', node: 'start', on: '2025-03-01', evidence: [] }, { kind: 'node-reopened', node: 'start', reason: '误报' },
  { kind: 'year-planned', year: 2025, total: 1200.5, months: null, reason: '' }, { kind: 'month-told', month: '2025-03', amount: 100, note: '' }, { kind: 'month-approved', month: '2025-03' }, { kind: 'month-returned', month: '2025-03', reason: '口径' }, { kind: 'funded', fund: 'loan', amount: 100, ground: '合同' }, { kind: 'funded', fund: 'loan', amount: 0, ground: '' },
  { kind: 'light-overridden', light: 'slipping', until: '2025-05-01', reason: '已协调' }, { kind: 'override-ended', reason: '恢复' }, { kind: 'visited', on: '2025-03-01', words: '已进场' }, { kind: 'ended', on: '2025-03-01', reason: '不再建设' },
  { kind: 'contract-signed', number: 'A1', what: '主体施工', of: 'works', party: '某公司', amount: 100, on: '2025-03-01' }, { kind: 'contract-changed', number: 'A1', by: -5, reason: '设计变更', approval: '3号', on: '2025-03-01' }, { kind: 'contract-closed', number: 'A1', account: 95, on: '2025-03-01' }, { kind: 'contract-struck', number: 'A1', reason: '误登' },
  { kind: 'land-planned', households: 10, area: 100, buildings: 50, ground: '征收决定' }, { kind: 'land-told', on: '2025-03-01', signed: 5, cleared: 2, area: 10, demolished: 0, reason: '' },
  { kind: 'approval-applied', line: 'land', on: '2025-03-01', note: '' }, { kind: 'approval-returned', line: 'land', on: '2025-03-01', reason: '缺图纸' }, { kind: 'approval-granted', line: 'land', on: '2025-03-01', reference: '1号' }, { kind: 'approval-not-needed', line: 'land', on: '2025-03-01', reason: '不新增用地' }, { kind: 'approval-taken-back', line: 'land', reason: '误登' },
]

it('tells every kind of event as a sentence in both languages', () => {
  const told = events.map(event => toldEvent(event, { rules: testRules, nodeName: key => `〈${key}〉`, unitName: () => '区教育局' }))
  expect(new Set(events.map(event => event.kind))).toEqual(new Set(Object.keys(toldWords)))
  expect(told.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /[a-z]{3}/.test(en))).toBe(true)
  expect(told.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['列入2025年“区重点建设项目”', '节点“〈start〉”预计2025-03-01完成：用地', '2025年计划投资1200.5万元', '报2025年3月完成投资100万元', '取消资金来源：银行贷款', '2025-03-01变更合同A1，减少5万元，批准文号3号：设计变更', '2025-03-01“用地”批准，文号1号']))
})
