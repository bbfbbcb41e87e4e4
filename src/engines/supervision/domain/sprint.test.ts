import { describe, expect, it } from 'vitest'
import { type SprintEvent, type SprintFrame, type SprintItem } from '../sprints/schema.ts'
import { isReached, mayAct, mayOpen, mayTell, missedOf, sprintFrom, stateOn, twinOf } from './sprint.ts'

const frame: SprintFrame = { name: '四季度攻坚', ground: '区政府常务会议', from: '2025-10-09', until: '2025-12-31', every: 'week', weekday: 5 }
const unit = { id: 'u', name: '区统计局' }
const item = (id: string, more: Partial<SprintItem> = {}): SprintItem => ({ id, kind: 'project', thing: `t-${id}`, title: `项目${id}`, unit, reach: '主体封顶', page: null, ...more })
type Step = readonly [day: string, event: SprintEvent]
const sprintOf = (...events: readonly Step[]) => {
  const sprint = sprintFrom(events.map(([day, event], i) => ({ seq: i + 1, at: `${day}T02:00:00.000Z`, by: { person: 'p', name: '督查员' }, event })))
  if (!sprint) throw new Error('it was opened')
  return sprint
}
const opened: Step = ['2025-10-09', { kind: 'opened', frame, items: [item('a')] }]
const told = (round: number, reached: boolean, words = '完成两层') => ({ kind: 'told', item: 'a', round, words, remains: '', reached }) as const
const closed: Step = ['2025-11-20', { kind: 'closed', words: '基本达到' }]

describe('a sprint', () => {
  it('is folded from what happened: things put on and taken off, rounds told', () => {
    const sprint = sprintOf(opened, ['2025-10-13', { kind: 'put', item: item('b') }], ['2025-10-14', { kind: 'taken', item: 'b', reason: '并入另一项' }], ['2025-10-15', told(2, false)])
    expect(sprint).toMatchObject({ seq: 4, items: [{ id: 'a', putOn: '2025-10-09', told: [{ round: 2, by: '督查员' }] }], taken: [{ title: '项目b', reason: '并入另一项' }], closed: null })
  })

  it('keeps of a round that was told twice what was told last', () => {
    const sprint = sprintOf(opened, ['2025-10-15', told(2, true)], ['2025-10-16', told(2, false, '还差一层')])
    expect(sprint.items[0]?.told.map(one => one.words)).toEqual(['还差一层'])
    expect(sprint.items.map(isReached)).toEqual([false])
  })

  it.each([['2025-10-08', 'ahead'], ['2025-10-09', 'running'], ['2025-12-31', 'running'], ['2026-01-01', 'over']])('on %s it is %s', (day, state) => expect(stateOn(sprintOf(opened), day)).toBe(state))

  it('has missed nothing more once it is closed', () => {
    expect(missedOf(sprintOf(opened, closed), firstOf(sprintOf(opened)), '2026-03-01').length).toBe(6)
    expect(missedOf(sprintOf(opened), firstOf(sprintOf(opened)), '2026-03-01').length).toBe(13)
  })

  it.each<[string, Partial<SprintFrame>, string]>([
    ['that ends on the day on which it begins', { until: '2025-10-09' }, 'sprint-ends-before'],
    ['that is past', { from: '2025-09-01', until: '2025-10-01' }, 'sprint-over-already'],
    ['that lasts as long as a year', { until: '2026-10-09' }, 'sprint-too-long'],
    ['in which nobody works', { from: '2025-10-03', until: '2025-10-05', every: 'day' }, 'sprint-without-rounds'],
  ])('%s is not opened', (_, more, refused) => expect(mayOpen({ ...frame, ...more }, '2025-10-04')).toMatchObject({ refused }))

  it('lasts 200 days at most', () => {
    expect([mayOpen({ ...frame, until: '2026-04-27' }, '2025-10-04').ok, mayOpen({ ...frame, until: '2026-04-28' }, '2025-10-04').ok]).toEqual([true, false])
  })

  const put = (thing: Parameters<typeof twinOf>[1]) => ({ kind: 'put', thing }) as const
  const again = { kind: 'project', thing: 't-a', title: '', unit: 'other', reach: '封顶' } as const
  it('has a thing once, whoever answers for it, and the same words of one unit once', () => {
    expect(mayAct(sprintOf(opened), put(again), '2025-10-10')).toMatchObject({ refused: 'sprint-thing-twice' })
    expect(mayAct(sprintOf(opened), put({ ...again, kind: 'target' }), '2025-10-10').ok).toBe(true)
    const words = [item('w', { kind: 'other', thing: null, title: '清理欠款' })]
    expect(twinOf(words, { kind: 'other', thing: null, title: '清理欠款', unit: 'u', reach: '清零' })).toBe('清理欠款')
    expect(twinOf(words, { kind: 'other', thing: null, title: '清理欠款', unit: 'v', reach: '清零' })).toBe(null)
  })

  it('takes nothing off that is not on it, and changes no more once it is closed or over, except that it may still be closed', () => {
    expect(mayAct(sprintOf(opened), { kind: 'taken', item: 'x', reason: '不在' }, '2025-10-10')).toMatchObject({ refused: 'unknown-sprint-thing' })
    expect(mayAct(sprintOf(opened, closed), { kind: 'closed', words: '再次' }, '2025-11-21')).toMatchObject({ refused: 'sprint-closed' })
    expect(mayAct(sprintOf(opened), { kind: 'taken', item: 'a', reason: '到期' }, '2026-01-01')).toMatchObject({ refused: 'sprint-over' })
    expect(mayAct(sprintOf(opened), { kind: 'closed', words: '到期收官' }, '2026-01-01').ok).toBe(true)
  })

  it('is told for the round that runs, while it runs', () => {
    const sprint = sprintOf(opened)
    expect(mayTell(sprint, 'a', '2025-10-15')).toMatchObject({ ok: true, value: { round: 2 } })
    expect(mayTell(sprint, 'x', '2025-10-15')).toMatchObject({ refused: 'unknown-sprint-thing' })
    expect(mayTell(sprint, 'a', '2025-10-08')).toMatchObject({ refused: 'sprint-no-round' })
    expect(mayTell(sprint, 'a', '2026-01-01')).toMatchObject({ refused: 'sprint-over' })
    expect(mayTell(sprintOf(opened, closed), 'a', '2025-11-21')).toMatchObject({ refused: 'sprint-closed' })
  })
})

function firstOf(sprint: ReturnType<typeof sprintOf>) {
  const [first] = sprint.items
  if (!first) throw new Error('one stands on it')
  return first
}
