import { type Label } from '../../../../kernel/label.ts'
import { type ForceEventKind, type ForceState, type LogKind } from '../../forces/schema.ts'

/** What happened to a task force, in a word. */
export const forceWords: Readonly<Record<ForceEventKind, Label>> = {
  'set-up': { zh: '组建', en: 'set up' },
  'leader-changed': { zh: '更换领衔领导', en: 'leader changed' },
  'member-joined': { zh: '增加成员', en: 'a member joined' },
  'member-left': { zh: '减少成员', en: 'a member left' },
  'project-taken': { zh: '接手项目', en: 'a project taken on' },
  'project-given-up': { zh: '不再负责项目', en: 'a project given up' },
  'measure-planned': { zh: '方案增加一项措施', en: 'a measure planned' },
  'measure-dropped': { zh: '方案去掉一项措施', en: 'a measure dropped' },
  'measure-done': { zh: '措施完成', en: 'a measure done' },
  'measure-reopened': { zh: '撤销措施完成', en: 'a measure reopened' },
  logged: { zh: '记事', en: 'written into the log' },
  extended: { zh: '延长期限', en: 'given more time' },
  dissolved: { zh: '撤销专班', en: 'dissolved' },
}

export const forceStates: Readonly<Record<ForceState, Label>> = { standing: { zh: '运行中', en: 'At work' }, ending: { zh: '即将到期', en: 'Ending soon' }, dissolved: { zh: '已撤销', en: 'Dissolved' } }

export const logKinds: Readonly<Record<LogKind, Label>> = { meeting: { zh: '会议', en: 'Meeting' }, visit: { zh: '现场', en: 'Visit' }, decision: { zh: '议定事项', en: 'Settled' }, other: { zh: '其他', en: 'Other' } }
