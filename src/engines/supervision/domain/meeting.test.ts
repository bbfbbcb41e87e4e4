import { describe, expect, it } from 'vitest'
import { type AgendaItem, type Happened, type MeetingAct, type MeetingEvent } from '../schema.ts'
import { decisionState, groundOf } from './decision.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { mayHappen } from './moves.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const item = (key: string): AgendaItem => ({ key, kind: key.startsWith('other') ? 'other' : 'project', thing: null, title: { zh: key, en: key }, unit: null, why: { zh: '落后', en: 'behind' }, since: null, light: null, page: null })
const proposed: MeetingEvent = { kind: 'proposed', day: '2025-03-07', most: 10, agenda: [item('project/a'), item('project/b')], left: [{ kind: 'project', n: 3 }] }
const held: MeetingEvent = { kind: 'held', chair: '区长', present: '发改局、住建局' }
const decided: MeetingEvent = { kind: 'decided', no: 1, item: 'project/a', words: '管线月底前迁完', lead: id(1), co: [], dueOn: '2025-03-31', measure: '现场验收单', commitment: id(9) }
const closed: MeetingEvent = { kind: 'closed', words: '' }

function meetingFrom(...events: readonly MeetingEvent[]): Meeting {
  const meeting = meetingOf(events.map((event, i): Happened => ({ seq: i + 1, at: '2025-03-07T02:00:00.000Z', by: { person: id(1), name: '督查室' }, event })))
  if (!meeting) throw new Error('A meeting begins with being proposed')
  return meeting
}

describe('a meeting', () => {
  it('is what happened to it', () => {
    expect(meetingFrom(proposed, held, decided, closed)).toMatchObject({ day: '2025-03-07', state: 'closed', held: { chair: '区长', by: '督查室' }, decisions: [{ no: 1, words: '管线月底前迁完', commitment: id(9) }], left: [{ kind: 'project', n: 3 }], seq: 4 })
    expect(meetingFrom(proposed, { kind: 'withdrawn', reason: '改期' })).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '改期' } })
    expect(meetingOf([{ seq: 1, at: '2025-03-07T02:00:00.000Z', by: { person: id(1), name: '督查室' }, event: closed }])).toBeNull()
  })

  it('keeps what a person added or took off when its agenda is worked out anew', () => {
    const meeting = meetingFrom(proposed, { kind: 'item-removed', key: 'project/b', reason: '已经解决' }, { kind: 'item-added', item: item('other/1'), reason: '区长要求' }, { kind: 'renewed', most: 20, agenda: [item('project/b'), item('project/c')], left: [] })
    expect(meeting.agenda.map(one => one.key)).toEqual(['project/c', 'other/1'])
    expect([meeting.most, [...meeting.removed.keys()], [...meeting.added.keys()]]).toEqual([20, ['project/b'], ['other/1']])
  })
})

describe('what may be done to a meeting', () => {
  const decide: MeetingAct = { kind: 'decided', item: 'project/a', words: '管线月底前迁完', lead: id(1), co: [id(2)], dueOn: '2025-03-31', measure: '现场验收单' }
  const hold: MeetingAct = { kind: 'held', chair: '区长', present: '各单位' }
  const remove: MeetingAct = { kind: 'item-removed', key: 'project/a', reason: '已经解决' }
  const add: MeetingAct = { kind: 'item-added', title: '迎检', unit: null, why: '下周检查', reason: '区长要求' }
  const renew: MeetingAct = { kind: 'renewed', most: 10 }, withdraw: MeetingAct = { kind: 'withdrawn', reason: '改期' }, close: MeetingAct = { kind: 'closed', words: '' }
  it.each<[string, readonly MeetingEvent[], MeetingAct, string | null]>([
    ['it is held on its day', [proposed], hold, null],
    ['its agenda is worked out anew before', [proposed], renew, null],
    ['and not once it is held', [proposed, held], renew, 'meeting-held'],
    ['it is held once', [proposed, held], hold, 'meeting-held'],
    ['it is withdrawn before', [proposed], withdraw, null],
    ['and not once it is held', [proposed, held], withdraw, 'meeting-held'],
    ['matters are added while it is held', [proposed, held], add, null],
    ['and taken off', [proposed, held], remove, null],
    ['but not what was decided on', [proposed, held, decided], remove, 'item-decided'],
    ['nor what does not stand there', [proposed], { ...remove, key: 'project/z' }, 'unknown-agenda-item'],
    ['nothing is decided before it is held', [proposed], decide, 'meeting-not-held'],
    ['a decision is taken on what stands there', [proposed, held], decide, null],
    ['and on nothing else', [proposed, held], { ...decide, item: 'project/z' }, 'unknown-agenda-item'],
    ['several on one matter', [proposed, held, decided], decide, null],
    ['to be done on the day itself', [proposed, held], { ...decide, dueOn: '2025-03-07' }, null],
    ['and not before it', [proposed, held], { ...decide, dueOn: '2025-03-06' }, 'decision-due-before'],
    ['who leads is no co-unit', [proposed, held], { ...decide, co: [id(1)] }, 'lead-is-co-unit'],
    ['it is closed after it was held', [proposed, held], close, null],
    ['and not before', [proposed], close, 'meeting-not-held'],
    ['nothing happens to it after that', [proposed, held, closed], add, 'meeting-over'],
    ['nor after it was withdrawn', [proposed, { kind: 'withdrawn', reason: '改期' }], hold, 'meeting-over'],
  ])('%s', (_, events, act, refused) => {
    const may = mayHappen(meetingFrom(...events), act, '2025-03-07')
    expect(may.ok ? null : may.refused).toBe(refused)
  })

  it('is not held before its day', () => expect(mayHappen(meetingFrom(proposed), hold, '2025-03-06')).toMatchObject({ refused: 'meeting-ahead', facts: { day: '2025-03-07' } }))
})

describe('a decision', () => {
  it.each([
    ['is late once its day is over', { light: 'not-judged', dueOn: '2025-03-06' }, 'late'],
    ['is not late on its day', { light: 'off-pace', dueOn: '2025-03-07' }, 'open'],
    ['is done when its commitment is, however late', { light: 'done', dueOn: '2025-02-07' }, 'done'],
    ['is dropped where the plan has it no more', null, 'dropped'],
  ] as const)('%s', (_, inPlan, state) => expect(decisionState(inPlan, '2025-03-07')).toBe(state))

  it('is the ground of its commitment', () => expect(groundOf('2025-03-07', 2)).toBe('调度会 2025-03-07 第2项'))
})
