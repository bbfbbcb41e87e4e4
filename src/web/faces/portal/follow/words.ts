import { type Label } from '../../../../kernel/label.ts'
import { type Told } from '../../../../engines/cases/domain/portal/story.ts'
import { type CaseState } from '../../../../engines/cases/schema.ts'

/** Where a report stands, for the one who made it: what is happening, not how offices call it. */
export const standing = {
  received: { zh: '已收到，工作人员还没有看', en: 'Received; staff have not looked at it yet' },
  filed: { zh: '已受理，正在确定由谁办', en: 'Taken up; it is being decided who deals with it' },
  dispatched: { zh: '已交给承办单位，等它签收', en: 'Handed to a unit, which has still to sign for it' },
  disputed: { zh: '正在确定由谁办', en: 'It is being decided who deals with it' },
  handling: { zh: '正在办理', en: 'Being dealt with' },
  answered: { zh: '承办单位已办，正在核查', en: 'The unit has dealt with it; that is being checked' },
  checked: { zh: '已核查，即将答复您', en: 'Checked; you will have the answer soon' },
  closed: { zh: '已办结，等您评价或回访', en: 'Done; you may rate it or will be called' },
  suspended: { zh: '经批准暂缓办理', en: 'Put off, with approval' },
  refused: { zh: '不予受理', en: 'Not taken up' },
  settled: { zh: '已办结', en: 'Done' },
  voided: { zh: '已撤销', en: 'Withdrawn' },
  merged: { zh: '已与同一件事合并办理', en: 'Put together with the same matter' },
} as const satisfies Record<CaseState, Label>

/** What happened, as the reporter is told. */
export const happenings = {
  received: { zh: '您反映了', en: 'You reported' },
  filed: { zh: '受理', en: 'Taken up' },
  refused: { zh: '不予受理，依据是', en: 'Not taken up; the rule is' },
  dispatched: { zh: '交由{unit}办理', en: 'Handed to {unit}' },
  signed: { zh: '承办单位签收', en: 'The unit signed for it' },
  contacted: { zh: '承办单位与您联系', en: 'The unit got in touch with you' },
  told: { zh: '{unit}告诉您', en: '{unit} tells you' },
  added: { zh: '您补充', en: 'You added' },
  closed: { zh: '办理结果', en: 'The outcome' },
  rework: { zh: '回访得知没有解决，重新办理', en: 'You said it was not solved; it was taken up again' },
  'called-back': { zh: '已回访', en: 'You were called' },
  reopened: { zh: '重新办理', en: 'Taken up again' },
  rated: { zh: '您的评价', en: 'Your rating' },
  extended: { zh: '经批准延长办理时间', en: 'More time was approved' },
  suspended: { zh: '经批准暂缓办理', en: 'Put off, with approval' },
  resumed: { zh: '恢复办理', en: 'Went on' },
  merged: { zh: '与同一件事合并办理', en: 'Put together with the same matter' },
  voided: { zh: '撤销。有疑问请拨打12345', en: 'Withdrawn. Questions? Call 12345' },
} as const satisfies Record<Told['what'], Label>

/** The five grades of 好差评 (GB/T 39734), the best first. */
export const grades: readonly { readonly score: number; readonly name: Label }[] = [
  { score: 5, name: { zh: '非常满意', en: 'Very satisfied' } },
  { score: 4, name: { zh: '满意', en: 'Satisfied' } },
  { score: 3, name: { zh: '基本满意', en: 'Rather satisfied' } },
  { score: 2, name: { zh: '不满意', en: 'Dissatisfied' } },
  { score: 1, name: { zh: '非常不满意', en: 'Very dissatisfied' } },
]
