import { describe, expect, it } from 'vitest'
import { Phase } from '../schema.ts'
import { chosenOf, poolChoice, type PhaseHistory, poolOf } from './pool.ts'

const rules = { ageLimitDays: { planned: 100, reserved: 100, started: null, operating: null }, replenish: 1.5 }
const life = (id: string, total: number | null, endedOn: string | null, ...phases: readonly (readonly [Phase, string])[]): PhaseHistory => ({ id, total, endedOn, phases: phases.map(([phase, on]) => ({ phase, on })) })
const histories = [
  life('a', 100, null, ['planned', '2023-05-01'], ['reserved', '2024-03-01'], ['started', '2024-09-01'], ['operating', '2025-02-01']),
  life('b', 200, null, ['reserved', '2024-01-01']),
  life('c', null, null, ['reserved', '2024-12-31']),
  life('d', 400, '2024-06-30', ['planned', '2022-01-01']),
  life('e', 300, null, ['planned', '2024-09-22']),
]

describe('the library of a year', () => {
  const pool = poolOf(histories, 2024, '2025-06-01', rules)
  const phase = (name: Phase, of = pool) => of.phases.find(one => one.phase === name)

  it('counts who was there, came, moved on where to, and left the library', () => {
    expect(phase('planned')).toMatchObject({ before: ['a', 'd'], came: ['e'], there: ['e'], left: { reserved: ['a'], ended: ['d'], started: [] } })
    expect(phase('planned')?.moved).toBeCloseTo(1 / 3)
    expect(phase('reserved')).toMatchObject({ before: [], came: ['a', 'b', 'c'], there: ['b', 'c'], left: { started: ['a'] } })
    expect(phase('started')).toMatchObject({ before: [], came: ['a'], there: ['a'], moved: 0 })
    expect(phase('operating')).toMatchObject({ came: [], there: [], moved: null, age: null })
  })

  it('tells ages at its end, and who is older than the limit: on the hundredth day not yet', () => {
    expect(pool.on).toBe('2024-12-31')
    expect(phase('reserved')).toMatchObject({ age: { median: 182.5, longest: 365 }, old: ['b'] })
    expect(phase('planned')).toMatchObject({ age: { median: 100, longest: 100 }, limit: 100, old: [] })
    expect(phase('started')).toMatchObject({ limit: null, old: [] })
  })

  it('is seen as of today while the year runs', () => {
    const now = poolOf(histories, 2025, '2025-01-15', rules)
    expect(now.on).toBe('2025-01-15')
    expect(phase('started', now)).toMatchObject({ before: ['a'], there: ['a'] })
    expect(phase('operating', now)).toMatchObject({ came: [] })
    expect(phase('planned', now)).toMatchObject({ old: ['e'] })
  })

  it('adds up: who was there or came has left or is there', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025]) for (const { before, came, left, there } of poolOf(histories, year, '2025-06-01', rules).phases) expect(before.length + came.length).toBe(Object.values(left).flat().length + there.length)
  })

  it('holds the reserve against what was started, by number and by money', () => {
    expect(pool.replenishment).toMatchObject({ reserved: { projects: 2, total: 200 }, started: { projects: 1, total: 100 }, unpriced: 1, byNumber: true, byMoney: true })
    const against = (replenish: number, year = 2024, of = histories) => { const { byNumber, byMoney, verdict } = poolOf(of, year, '2025-06-01', { ...rules, replenish }).replenishment; return [byNumber, byMoney, verdict.zh.replace(/^.*?[：，]/, '')] }
    expect(against(2)).toEqual([true, true, '个数和总投资都够，接得上。'])
    expect(against(2.01)).toEqual([false, false, '个数和总投资都不够，接不上，要抓紧谋划入库。'])
    expect(against(2, 2024, histories.map(one => (one.id === 'b' ? { ...one, total: 199 } : one)))).toEqual([true, false, '个数够，总投资不够，要补充大项目。'])
    expect(against(2, 2024, histories.filter(one => one.id !== 'c'))).toEqual([false, true, '总投资够，个数不够，要补充项目。'])
    expect(against(2, 2024, histories.map(one => ({ ...one, total: null })))).toEqual([true, null, '个数够；当年开工的没有总投资，不评金额。'])
    expect(against(3, 2024, histories.map(one => ({ ...one, total: null })))).toEqual([false, null, '个数不够；当年开工的没有总投资，不评金额。'])
    expect(against(2, 2023)).toEqual([null, null, '不评接续。'])
  })

  it('leads from each number to its projects', () => {
    expect([chosenOf(pool, 'came.reserved'), chosenOf(pool, 'left.planned.ended'), chosenOf(pool, 'old.reserved'), chosenOf(pool, 'before.planned'), chosenOf(pool, 'there.started')]).toEqual([['a', 'b', 'c'], ['d'], ['b'], ['a', 'd'], ['a']])
    expect([poolChoice.test('left.planned.ended'), poolChoice.test('left.planned'), poolChoice.test('came.ended'), poolChoice.test('came.planned; drop')]).toEqual([true, false, false, false])
  })
})
