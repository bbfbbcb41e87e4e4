import { type Label } from '../../../kernel/label.ts'
import { type AgendaKind, type DecisionState, type MeetingEventKind, type MeetingState } from '../schema.ts'

export const agendaLabels: Readonly<Record<AgendaKind, Label>> = {
  'late-decision': { zh: '逾期的决定事项', en: 'Decisions that are late' },
  'open-decision': { zh: '在办的决定事项', en: 'Decisions being carried out' },
  sprint: { zh: '攻坚行动落后的事项', en: 'Behind on a sprint' },
  project: { zh: '红灯项目', en: 'Projects off pace' },
  blocker: { zh: '久未解决的堵点', en: 'Blockers that stay' },
  target: { zh: '红灯指标', en: 'Targets off pace' },
  commitment: { zh: '逾期的承诺事项', en: 'Commitments that are late' },
  other: { zh: '其他议题', en: 'Other matters' },
}

export const meetingStates: Readonly<Record<MeetingState, Label>> = {
  proposed: { zh: '待开', en: 'Proposed' },
  held: { zh: '正在开', en: 'Being held' },
  closed: { zh: '已散会', en: 'Closed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

export const decisionStates: Readonly<Record<DecisionState, Label>> = {
  open: { zh: '在办', en: 'Being done' },
  late: { zh: '逾期', en: 'Late' },
  done: { zh: '办结', en: 'Done' },
  dropped: { zh: '已从计划删除', en: 'Taken out of the plan' },
}

/** What happened to a meeting, in a word. */
export const meetingWords: Readonly<Record<MeetingEventKind, Label>> = {
  proposed: { zh: '拟开会议', en: 'proposed' },
  renewed: { zh: '重新生成议题', en: 'agenda worked out anew' },
  'item-added': { zh: '增加议题', en: 'a matter added' },
  'item-removed': { zh: '去掉议题', en: 'a matter taken off' },
  held: { zh: '开会', en: 'held' },
  decided: { zh: '作出决定', en: 'a decision taken' },
  closed: { zh: '散会', en: 'closed' },
  withdrawn: { zh: '撤销会议', en: 'withdrawn' },
}
