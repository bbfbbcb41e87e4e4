import { type RefusalTable } from '../../refusal-table.ts'

export const feedbackRefusals = {
  'unknown-feedback': { status: 404, zh: '没有找到这份月反馈，或者还没有发给您的单位。', en: 'There is no such feedback, or it has not been sent to your unit.' },
  'feedback-month-ahead': { status: 422, zh: '{month}还没有到。请选本月或以前的月份。', en: '{month} has not come yet. Choose this month or an earlier one.' },
  'feedback-changed': { status: 409, zh: '{unit}{month}的反馈刚由{by}办理过（{done}），你看到的不是最新情况。未作改动，请刷新后再办。', en: 'The feedback of {month} for {unit} was changed meanwhile by {by} ({doneEn}). Nothing was saved; reload and look again.' },
  'feedback-sent': { status: 422, zh: '{unit}{month}的反馈已经发出，不能再改动，也不能再发一次。', en: 'The feedback of {month} for {unit} has been sent: it cannot be changed or sent again.' },
  'feedback-not-sent': { status: 422, zh: '{unit}{month}的反馈还没有发出，不能签收。', en: 'The feedback of {month} for {unit} has not been sent, so it cannot be acknowledged.' },
  'feedback-acknowledged': { status: 422, zh: '{unit}{month}的反馈已由{by}签收，不必再签。', en: 'The feedback of {month} for {unit} was acknowledged by {by} already.' },
  'not-your-feedback': { status: 403, zh: '这份反馈是发给{unit}的，由该单位的人员签收。', en: 'This feedback is for {unit}; somebody of that unit acknowledges it.' },
} as const satisfies RefusalTable
