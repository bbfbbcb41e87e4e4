import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../testkit/project.ts'
import { type WorkAct } from '../works-schema.ts'
import { landShown } from './land.ts'
import { mayHappen } from './moves.ts'

const planned: WorkAct = { kind: 'land-planned', households: 100, area: 5000, buildings: 8000, ground: '征收决定' }
const told = (on: string, signed: number, cleared: number, area = 0, demolished = 0, reason = ''): WorkAct => ({ kind: 'land-told', on, signed, cleared, area, demolished, reason })
const ask = (act: WorkAct, ...before: readonly WorkAct[]) => mayHappen(projectFrom(madeProject(), ...before), act, '2025-03-15', testRules)

describe('land and demolition of a project', () => {
  const refused: readonly (readonly [string, WorkAct, readonly WorkAct[]])[] = [
    ['land-not-planned', told('2025-03-01', 1, 0), []],
    ['land-above-plan', told('2025-03-01', 101, 0), [planned]],
    ['land-above-plan', told('2025-03-01', 0, 0, 5000.01), [planned]],
    ['land-above-plan', told('2025-03-01', 0, 0, 0, 8001), [planned]],
    ['land-above-plan', { ...planned, households: 9 } as WorkAct, [planned, told('2025-03-01', 10, 0)]], // of a plan only its kind matters
    ['land-cleared-unsigned', told('2025-03-01', 10, 11), [planned]],
    ['land-day-order', told('2025-02-28', 20, 0), [planned, told('2025-03-01', 10, 0)]],
    ['land-below-before', told('2025-03-02', 9, 0), [planned, told('2025-03-01', 10, 0)]],
    ['day-ahead', told('2025-03-16', 1, 0), [planned]],
  ]
  it.each(refused)('%s', (kind, act, before) => expect(ask(act, ...before)).toMatchObject({ ok: false, refused: kind }))

  const allowed: readonly (readonly [string, WorkAct, readonly WorkAct[]])[] = [
    ['exactly the plan, of today', told('2025-03-15', 100, 100, 5000, 8000), [planned]],
    ['less than before with the reason', told('2025-03-02', 9, 0, 0, 0, '一户重复统计'), [planned, told('2025-03-01', 10, 0)]],
    ['the same day again', told('2025-03-01', 12, 0), [planned, told('2025-03-01', 10, 0)]],
    ['a plan that falls to what was told', { ...planned, households: 10 } as WorkAct, [planned, told('2025-03-01', 10, 0)]], // of a plan only its kind matters
  ]
  it.each(allowed)('allows %s', (_, act, before) => expect(ask(act, ...before)).toMatchObject({ ok: true }))

  it('names what is wrong, with both numbers', () => {
    expect(ask(told('2025-03-02', 10, 3), planned, told('2025-03-01', 10, 5))).toMatchObject({ facts: { what: '清场户数', told: 3, before: 5, on: '2025-03-01' } })
  })

  it('is shown in rates with numerator and denominator; nought of nought is none', () => {
    const shown = landShown(projectFrom(madeProject(), { ...planned, buildings: 0 } as WorkAct, told('2025-02-01', 10, 5, 100), told('2025-03-01', 40, 20, 1250), told('2025-03-01', 41, 20, 1250)).land) // of a plan only its kind matters
    expect(shown?.rates.map(({ key, done, planned: of, rate }) => [key, done, of, rate])).toEqual([['signed', 41, 100, 0.41], ['cleared', 20, 100, 0.2], ['area', 1250, 5000, 0.25], ['demolished', 0, 0, null]])
    expect(shown?.course.map(one => [one.on, one.signed])).toEqual([['2025-02-01', 10], ['2025-03-01', 41]])
    expect(landShown(projectFrom(madeProject()).land)).toBeNull()
  })
})
