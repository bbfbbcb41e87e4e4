import { describe, expect, it } from 'vitest'
import { type FeedbackEvent } from '../feedback/schema.ts'
import { acknowledgeBy, feedbackFrom, isLateOn } from './feedback.ts'
import { answering } from './answering.ts'
import { emptySheet } from './feedback-sheet.ts'
import { shareWords } from './feedback-words.ts'

const fold = (...events: readonly FeedbackEvent[]) => feedbackFrom(events.map((event, i) => ({ seq: i + 1, at: '2025-03-03T02:00:00.000Z', by: { person: 'p', name: '督查员' }, event })))
const made: FeedbackEvent = { kind: 'generated', month: '2025-02', unit: 'u', sheet: emptySheet('2025-03-03') }

describe('a page of feedback', () => {
  it('is generated, given words, sent, acknowledged', () => {
    expect(fold({ kind: 'renewed', sheet: emptySheet('2025-03-03') })).toBe(null)
    expect(fold(made, { kind: 'renewed', sheet: emptySheet('2025-03-04') }, { kind: 'words-added', words: '请抓紧' })).toMatchObject({ state: 'generated', words: '请抓紧', sheet: { on: '2025-03-04' }, seq: 3 })
    const sent = [made, { kind: 'sent', dueOn: '2025-03-06' }] as const
    expect(fold(...sent)).toMatchObject({ state: 'sent', sent: { dueOn: '2025-03-06' } })
    expect([fold(...sent, { kind: 'acknowledged', reply: '', late: false })?.state, fold(...sent, { kind: 'acknowledged', reply: '已部署', late: true })?.state]).toEqual(['acknowledged', 'replied'])
  })

  it.each([['2025-03-03', '2025-03-06'], ['2025-03-06', '2025-03-11'], ['2025-01-27', '2025-02-07']])('sent on %s it is acknowledged by %s, three working days later', (on, by) => expect(acknowledgeBy(on)).toBe(by))

  it('is acknowledged late only once that day is over in Beijing', () => {
    expect([isLateOn('2025-03-06', '2025-03-06T15:59:59.999Z'), isLateOn('2025-03-06', '2025-03-06T16:00:00.000Z')]).toEqual([false, true])
  })

  it('prints a dash where nothing was due', () => expect([shareWords({ part: 0, whole: 0 }), shareWords({ part: 0, whole: 2 }), shareWords({ part: 2, whole: 2 })]).toEqual(['—', '0/2', '2/2']))

  it('goes to departments and streets; communities and grids are their street’s, and the district is nobody’s', () => {
    const unit = (id: string, kind: 'district' | 'department' | 'street' | 'community' | 'grid', parent: string | null) => ({ id, kind, parent })
    expect([...answering([unit('d', 'district', null), unit('a', 'department', 'd'), unit('b', 'department', 'a'), unit('s', 'street', 'd'), unit('c', 'community', 's'), unit('g', 'grid', 'c')])]).toEqual([['a', 'a'], ['b', 'b'], ['s', 's'], ['c', 's'], ['g', 's']])
  })
})
