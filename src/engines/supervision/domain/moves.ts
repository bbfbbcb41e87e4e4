import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type MeetingAct } from '../schema.ts'
import { type Meeting } from './meeting.ts'

/** May this be done to a meeting on this day? The agenda is worked out anew until it is held; decisions are taken from then until it is closed. */
export function mayHappen(meeting: Meeting, act: MeetingAct, today: Day): Result<null> {
  const { day } = meeting
  if (meeting.state === 'closed' || meeting.state === 'withdrawn') return refuse('meeting-over', { day, how: meeting.state === 'closed' ? '散会' : '撤销', howEn: meeting.state })
  switch (act.kind) {
    case 'renewed':
    case 'withdrawn':
      return meeting.state === 'proposed' ? ok(null) : refuse('meeting-held', { day })
    case 'item-added': return ok(null)
    case 'item-removed': {
      const item = meeting.agenda.find(one => one.key === act.key)
      if (!item) return refuse('unknown-agenda-item')
      const decided = meeting.decisions.find(decision => decision.item === act.key)
      return decided ? refuse('item-decided', { item: item.title.zh, itemEn: item.title.en, no: decided.no }) : ok(null)
    }
    case 'held':
      if (meeting.state === 'held') return refuse('meeting-held', { day })
      return today < day ? refuse('meeting-ahead', { day }) : ok(null)
    case 'decided':
      if (meeting.state === 'proposed') return refuse('meeting-not-held', { day })
      if (!meeting.agenda.some(item => item.key === act.item)) return refuse('unknown-agenda-item')
      if (act.co.includes(act.lead)) return refuse('lead-is-co-unit')
      return act.dueOn < day ? refuse('decision-due-before', { due: act.dueOn, day }) : ok(null)
    case 'closed': return meeting.state === 'proposed' ? refuse('meeting-not-held', { day }) : ok(null)
  }
}
