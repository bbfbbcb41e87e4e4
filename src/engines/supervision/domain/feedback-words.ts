import { type Label } from '../../../kernel/label.ts'
import { type FeedbackEventKind, type FeedbackKind, type FeedbackState, type Share } from '../feedback/schema.ts'

export const feedbackStates: Readonly<Record<FeedbackState, Label>> = {
  generated: { zh: '已生成', en: 'Generated' },
  sent: { zh: '已发出，待签收', en: 'Sent, not acknowledged' },
  acknowledged: { zh: '已签收', en: 'Acknowledged' },
  replied: { zh: '已签收并回复', en: 'Acknowledged, with a reply' },
}

export const feedbackKinds: Readonly<Record<FeedbackKind, Label>> = {
  decision: { zh: '会议决定', en: 'Decision' },
  project: { zh: '项目', en: 'Project' },
  month: { zh: '投资填报', en: 'Investment told' },
  blocker: { zh: '堵点', en: 'Blocker' },
  target: { zh: '指标', en: 'Target' },
  commitment: { zh: '承诺事项', en: 'Commitment' },
  notice: { zh: '督办单', en: 'Notice' },
  return: { zh: '报表', en: 'Sheet' },
  cases: { zh: '工单', en: 'Cases' },
}

/** What happened to a page, in a word. */
export const feedbackDone: Readonly<Record<FeedbackEventKind, Label>> = {
  generated: { zh: '生成', en: 'generated' },
  renewed: { zh: '重新生成', en: 'worked out anew' },
  'words-added': { zh: '写入意见', en: 'words added' },
  sent: { zh: '发出', en: 'sent' },
  acknowledged: { zh: '签收', en: 'acknowledged' },
}

/** 2025年2月. */
export const monthWords = (month: string): Label => ({ zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月`, en: month })

/** 7/8, and a dash where nothing was due. */
export const shareWords = ({ part, whole }: Share): string => (whole === 0 ? '—' : `${part}/${whole}`)
