import { describe, expect, it } from 'vitest'
import { type FeedbackView } from '../feedback/contract.ts'
import { feedbackPaperOf } from './feedback-paper.ts'

const label = (zh: string) => ({ zh, en: zh })
const at = '2025-03-05T02:00:00.000Z'
const view: FeedbackView = {
  id: 'f', month: '2025-02', unit: { id: 'u', name: '区统计局' }, state: 'generated', words: '', sent: null, acknowledged: null, history: [], may: { hold: true, acknowledge: false }, seq: 1,
  sheet: {
    on: '2025-03-03', good: [], next: [], left: { good: 0, behind: 2, next: 0 }, shares: { months: { part: 1, whole: 2 }, returns: { part: 0, whole: 0 }, cases: { part: 3, whole: 3 } },
    behind: [{ kind: 'project', title: label('示例道路'), why: label('落后12个点。'), light: 'off-pace', ask: label('说明原因'), until: '2025-03-17', page: null }],
  },
}

describe('the paper of a unit’s feedback', () => {
  it('has a title, counts with a dash where nothing was due, and three parts', () => {
    const { title, lines, parts, closing } = feedbackPaperOf(view, '示例区')
    expect([title, lines]).toEqual(['区统计局2025年2月反馈', ['示例区督查督办。情况截至2025-03-03。', '当月按时/应办：投资填报1/2，报表—，工单3/3。']])
    expect(parts.map(part => [part.heading, part.table?.rows ?? null, part.notes])).toEqual([
      ['一、做得好的', null, ['本月没有列出。']],
      ['二、落后的和要求', [['1', '项目', '示例道路', '落后12个点。', '严重滞后', '说明原因', '2025-03-17']], ['另有2项没有列入。']],
      ['三、近期到期的', null, ['近期没有到期的事项。']],
    ])
    expect(closing).toEqual(['已生成'])
  })

  it('closes with the words of supervision, when it was sent, and who acknowledged it', () => {
    expect(feedbackPaperOf({ ...view, state: 'replied', words: '请抓紧', sent: { by: '督查员', at, dueOn: '2025-03-10' }, acknowledged: { by: '科长', at, reply: '已部署', late: true } }, '示例区').closing).toEqual(['督查意见：请抓紧', '发出：2025-03-05，请于2025-03-10前签收。', '签收：科长，2025-03-05（逾期）。回复：已部署'])
  })
})
