import { type Label } from '../../../kernel/label.ts'
import { type CaseState } from '../../cases/schema.ts'
import { type AboutKind, type Grade } from '../notices/schema.ts'

/** The eight steps of a notice, in order: 提起、批准、交办、签收、办理、反馈、复核、销号. */
export const noticeSteps = {
  raise: { zh: '提起', en: 'Raise' }, approve: { zh: '批准', en: 'Approve' }, issue: { zh: '交办', en: 'Issue' }, sign: { zh: '签收', en: 'Sign for it' },
  handle: { zh: '办理', en: 'Handle' }, 'feed-back': { zh: '反馈', en: 'Feed back' }, review: { zh: '复核', en: 'Review' }, close: { zh: '销号', en: 'Close' },
} as const satisfies Record<string, Label>
export type NoticeStep = keyof typeof noticeSteps

/** Where a notice stands, what it waits for, and who has it. At an end nobody has it. */
export const noticeStands = ['to-approve', 'to-issue', 'to-sign', 'handled', 'disputed', 'to-review', 'to-close', 'closed', 'refused', 'void'] as const
export type NoticeStand = (typeof noticeStands)[number]

export const standWords = {
  'to-approve': { zh: '待批准', en: 'Waits for approval' }, 'to-issue': { zh: '待交办', en: 'Waits to be issued' }, 'to-sign': { zh: '待签收', en: 'Waits to be signed for' }, handled: { zh: '办理中，待反馈', en: 'Being handled, waits for feedback' },
  disputed: { zh: '已退回，待裁定', en: 'Sent back, waits for a decision' }, 'to-review': { zh: '待复核', en: 'Waits for review' }, 'to-close': { zh: '待销号', en: 'Waits to be closed' },
  closed: { zh: '已销号', en: 'Closed' }, refused: { zh: '不予批准', en: 'Refused' }, void: { zh: '作废', en: 'Void' },
} as const satisfies Record<NoticeStand, Label>

type Holder = 'approver' | 'program' | 'unit' | 'supervision'

export const holderWords = {
  approver: { zh: '批准人', en: 'Whoever approves' }, program: { zh: '系统自动交办', en: 'The program issues it' }, unit: { zh: '承办单位', en: 'The unit' }, supervision: { zh: '督查部门', en: 'Supervision' },
} as const satisfies Record<Holder, Label>

/** `done`: how many of the eight steps are behind it. */
export const standOf = {
  received: { stand: 'to-approve', done: 1, step: 'approve', has: 'approver' },
  filed: { stand: 'to-issue', done: 2, step: 'issue', has: 'program' },
  dispatched: { stand: 'to-sign', done: 3, step: 'sign', has: 'unit' },
  handling: { stand: 'handled', done: 4, step: 'feed-back', has: 'unit' },
  suspended: { stand: 'handled', done: 4, step: 'feed-back', has: 'unit' },
  disputed: { stand: 'disputed', done: 3, step: 'issue', has: 'supervision' },
  answered: { stand: 'to-review', done: 6, step: 'review', has: 'supervision' },
  checked: { stand: 'to-close', done: 7, step: 'close', has: 'supervision' },
  closed: { stand: 'closed', done: 8, step: null, has: null },
  settled: { stand: 'closed', done: 8, step: null, has: null },
  refused: { stand: 'refused', done: 1, step: null, has: null },
  voided: { stand: 'void', done: 1, step: null, has: null },
  merged: { stand: 'void', done: 1, step: null, has: null },
} as const satisfies Record<CaseState, { readonly stand: NoticeStand; readonly done: number; readonly step: NoticeStep | null; readonly has: Holder | null }>

/** The states of the cases of notices that stand there. */
export function statesOf(stand: NoticeStand): readonly CaseState[] {
  return (Object.keys(standOf) as CaseState[]).filter(state => standOf[state].stand === stand) // the table's keys are the states
}

export const gradeWords = {
  blue: { zh: '蓝色提醒', en: 'Blue: reminder' }, orange: { zh: '橙色警示', en: 'Orange: warning' }, red: { zh: '红色督办', en: 'Red' },
} as const satisfies Record<Grade, Label>

export const aboutWords = {
  project: { zh: '项目', en: 'Project' }, target: { zh: '目标', en: 'Target' }, commitment: { zh: '承诺事项', en: 'Commitment' }, case: { zh: '工单', en: 'Case' },
} as const satisfies Record<AboutKind, Label>
