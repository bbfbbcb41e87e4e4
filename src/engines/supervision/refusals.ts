import { type RefusalTable } from '../refusal-table.ts'
import { feedbackRefusals } from './feedback/refusals.ts'
import { noticeRefusals } from './notices/refusals.ts'
import { owesRefusals } from './owes/refusals.ts'
import { sprintRefusals } from './sprints/refusals.ts'

export const refusals = {
  ...noticeRefusals,
  ...feedbackRefusals,
  ...sprintRefusals,
  ...owesRefusals,
  'unknown-meeting': { status: 404, zh: '没有找到这次调度会。', en: 'There is no such meeting.' },
  'meeting-open': { status: 422, zh: '{day}的调度会还没有散会，一次只能有一个。请先散会或撤销它。', en: 'The meeting of {day} is not over, and there is one at a time. Close or withdraw it first.' },
  'meeting-that-day': { status: 422, zh: '{day}已有一次调度会。请另选日期。', en: 'There was a meeting on {day} already. Choose another day.' },
  'meeting-day-past': { status: 422, zh: '{day}已经过去。请选今天或以后的日期。', en: '{day} is past. Choose today or a later day.' },
  'meeting-changed': { status: 409, zh: '{day}的调度会刚由{by}办理过（{done}），你看到的不是最新情况。未作改动，请刷新后再办。', en: 'The meeting of {day} was changed meanwhile by {by} ({doneEn}). Nothing was saved; reload and look again.' },
  'meeting-over': { status: 422, zh: '{day}的调度会已经{how}，不能再改动。', en: 'The meeting of {day} is {howEn} and cannot be changed any more.' },
  'meeting-held': { status: 422, zh: '{day}的调度会已经开始，不能再办理这一步。', en: 'The meeting of {day} has begun; this is no longer possible.' },
  'meeting-not-held': { status: 422, zh: '{day}的调度会还没有开。请先登记开会（主持人、到会人员）。', en: 'The meeting of {day} has not begun. Say first who chairs it and who is there.' },
  'meeting-ahead': { status: 422, zh: '调度会定在{day}，还没有到日子。要提前开，请撤销后另定日期。', en: 'The meeting is set for {day}. To hold it earlier, withdraw it and propose another day.' },
  'unknown-agenda-item': { status: 422, zh: '议题里没有这一项，可能已被去掉。请刷新。', en: 'This does not stand on the agenda; it may have been taken off. Reload.' },
  'item-decided': { status: 422, zh: '“{item}”已有第{no}项决定，不能去掉。', en: '“{itemEn}” has decision no. {no} and stays on the agenda.' },
  'lead-is-co-unit': { status: 422, zh: '牵头单位不能同时列为配合单位。请去掉一处。', en: 'The lead unit cannot be a co-unit as well. Take it off one of them.' },
  'decision-due-before': { status: 422, zh: '办结时限{due}早于开会的日子{day}。请改为{day}或以后。', en: 'The due day {due} is before the meeting of {day}. Choose {day} or later.' },
  'watch-ahead': { status: 422, zh: '{day}还没有到。请选今天或以前的日期。', en: '{day} has not come yet. Choose today or an earlier day.' },
} as const satisfies RefusalTable
