import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { type CompletionRow } from '../../engines/plan/domain/completion.ts'
import { completionCells, completionDocx } from './completion-file.ts'

const row = (zh: string, more: Partial<CompletionRow>): CompletionRow => ({ indicator: 'i', code: zh, label: { zh, en: zh }, line: null, result: null, awaited: null, note: null, next: null, ...more })
const source = { kind: 'published' as const, title: '计划报告', section: '一', saidOn: null }
const rows = [
  row('一般公共预算收入', { result: { id: 'f', period: '2024', quantity: { value: 13.2, unit: '%' }, grown: true, basis: '可比', source } }),
  row('城镇新增就业人数', { result: { id: 'f', period: '2024M1-9', quantity: { value: 30019, unit: '人' }, grown: false, basis: null, source } }),
  row('单位GDP能耗下降率', { note: { words: { zh: '2024年数值由市统计局公布。', en: 'x' }, source: null, late: false } }),
]

it('prints the table as a report does, with a dash and its note where the result is to come', () => {
  const { body, notes } = completionCells(2024, rows)
  expect(body.map(cells => cells[3])).toEqual(['可比增长13.2%', '30019人（2024年1—9月）', '——（注）'])
  expect(notes).toEqual(['注：单位GDP能耗下降率，2024年数值由市统计局公布。'])
})

it('makes a Word file that reads back word for word', async () => {
  const { bytes } = await completionDocx(2024, '云台区', rows)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  for (const words of ['云台区2024年主要指标完成情况', '可比增长13.2%', '30019人', '注：单位GDP能耗下降率，2024年数值由市统计局公布。']) expect(value).toContain(words)
})
