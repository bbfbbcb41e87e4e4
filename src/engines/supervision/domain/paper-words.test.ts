import { describe, expect, it } from 'vitest'
import { type MeetingView } from '../contract.ts'
import { type AgendaItem } from '../schema.ts'
import { agendaTable, decisionTable, headOf } from './paper-words.ts'

const label = (zh: string) => ({ zh, en: zh })
const unit = (name: string) => ({ id: '00000000-0000-7000-8000-000000000001', name })
const item = (kind: AgendaItem['kind'], title: string, more: Partial<AgendaItem> = {}): MeetingView['agenda'][number] => ({ key: title, kind, thing: null, title: label(title), unit: unit('住建局'), why: label('落后12个百分点。'), since: null, light: 'off-pace', page: null, added: null, ...more })
const meeting: MeetingView = {
  id: '00000000-0000-7000-8000-000000000009', day: '2025-03-07', state: 'proposed', most: 10, agenda: [], removed: [], left: [], workedOutAt: '2025-03-06T02:00:00.000Z', decisions: [], held: null, closed: null, withdrawn: null, history: [], may: { hold: true }, seq: 1,
}

describe('the paper of a meeting', () => {
  it('says how many there are of each kind, those left off among them', () => {
    expect(headOf({ ...meeting, agenda: [item('project', '示例道路')], left: [{ kind: 'project', n: 4 }] }, '越秀区')).toEqual({ title: '越秀区2025年3月7日调度会议题', lines: ['红灯项目5项。'], notes: ['未列入：红灯项目4项。'], closing: [] })
  })

  it('says who chaired, who was there, what was taken off and how it closed', () => {
    const signed = { by: '督查室', at: '2025-03-07T02:00:00.000Z' }
    const { lines, notes, closing } = headOf({ ...meeting, held: { ...signed, chair: '区长', present: '发改局\n住建局' }, closed: { ...signed, words: '抓紧' }, removed: [{ key: 'a', title: label('示例桥'), reason: '已解决', ...signed }] }, '越秀区')
    expect([lines, notes, closing]).toEqual([['主持：区长', '到会：发改局、住建局'], ['经人工去掉：示例桥（已解决）。'], ['会议小结：抓紧']])
  })

  it('numbers matters through under the headings of their kinds, those added by hand last', () => {
    expect(agendaTable({ agenda: [item('project', '示例道路'), item('other', '迎检', { unit: null, light: null })] }).rows).toEqual([['红灯项目'], ['1', '示例道路', '住建局', '落后12个百分点。', '严重滞后'], ['其他议题'], ['2', '迎检', '—', '落后12个百分点。', '—']])
  })

  it('lists decisions with how they stand', () => {
    const decision: MeetingView['decisions'][number] = { meeting: { id: meeting.id, day: meeting.day }, no: 1, item: 'a', itemTitle: '示例道路', words: '迁完管线', measure: '验收单', lead: unit('住建局'), co: [unit('水务局'), unit('街道')], dueOn: '2025-03-14', state: 'late', commitment: null }
    expect(decisionTable({ decisions: [decision] }).rows).toEqual([['1', '迁完管线', '住建局', '水务局、街道', '2025-03-14', '验收单', '逾期']])
    expect(headOf({ ...meeting, decisions: [decision] }, '').title).toBe('2025年3月7日调度会议题和决定事项')
  })
})
