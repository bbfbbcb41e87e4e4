import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../testkit/project.ts'
import { type WorkAct } from '../works-schema.ts'
import { approvalsOf } from './approvals.ts'
import { mayHappen } from './moves.ts'

const applied = (line: string, on: string): WorkAct => ({ kind: 'approval-applied', line, on, note: '' })
const returned = (line: string, on: string): WorkAct => ({ kind: 'approval-returned', line, on, reason: '缺图纸' })
const granted = (line: string, on: string): WorkAct => ({ kind: 'approval-granted', line, on, reference: '示例〔2025〕1号' })
const notNeeded = (line: string, on: string): WorkAct => ({ kind: 'approval-not-needed', line, on, reason: '不新增用地' })
const back = (line: string): WorkAct => ({ kind: 'approval-taken-back', line, reason: '误登' })
const lineOf = (key: string, today: string, ...acts: readonly WorkAct[]) => approvalsOf(projectFrom(madeProject(), ...acts), testRules.kinds, today).find(one => one.line.key === key)
const ask = (act: WorkAct, ...before: readonly WorkAct[]) => mayHappen(projectFrom(madeProject(), ...before), act, '2025-03-31', testRules)

describe('approvals side by side', () => {
  // 2025-03-03 is a Monday; `land` has ten working days, `environment` five.
  const facts: readonly (readonly [why: string, line: string, today: string, acts: readonly WorkAct[], then: object])[] = [
    ['may be applied for at once', 'land', '2025-03-03', [], { state: 'open', due: null, late: 0 }],
    ['waits only for those before it', 'building', '2025-03-03', [], { state: 'waiting', formers: [{ key: 'land' }] }],
    ['waits no more where that is not needed', 'building', '2025-03-03', [notNeeded('land', '2025-03-03')], { state: 'open', formers: [] }],
    ['is due at the end of the tenth working day', 'land', '2025-03-17', [applied('land', '2025-03-03')], { state: 'running', since: '2025-03-03', due: '2025-03-17', used: 10, late: 0, known: true }],
    ['is late the day after', 'land', '2025-03-18', [applied('land', '2025-03-03')], { state: 'running', due: '2025-03-17', late: 1 }],
    ['is late by no more on a weekend', 'land', '2025-03-23', [applied('land', '2025-03-03')], { late: 4 }],
    ['counts a Saturday that is worked', 'environment', '2025-02-08', [applied('environment', '2025-02-05')], { used: 3 }],
    ['stands still with the owner', 'land', '2025-03-31', [applied('land', '2025-03-03'), returned('land', '2025-03-07')], { state: 'with-owner', since: '2025-03-07', due: null, used: 4, late: 0 }],
    ['goes on with what remained', 'land', '2025-03-28', [applied('land', '2025-03-03'), returned('land', '2025-03-07'), applied('land', '2025-03-20')], { state: 'running', since: '2025-03-20', due: '2025-03-28', used: 10, late: 0 }],
    ['stays late when it is sent back after its limit', 'environment', '2025-03-31', [applied('environment', '2025-03-03'), returned('environment', '2025-03-12')], { state: 'with-owner', due: '2025-03-10', late: 2 }],
    ['is granted in time', 'land', '2025-03-31', [applied('land', '2025-03-03'), granted('land', '2025-03-17')], { state: 'granted', used: 10, late: 0 }],
    ['is granted late, and by how much stays', 'land', '2026-03-31', [applied('land', '2025-03-03'), granted('land', '2025-03-19')], { state: 'granted', since: '2025-03-19', late: 2 }],
    ['is not needed', 'land', '2025-03-31', [notNeeded('land', '2025-03-03')], { state: 'not-needed', due: null, late: 0 }],
    ['stands before its last step when that is taken back', 'land', '2025-03-10', [applied('land', '2025-03-03'), granted('land', '2025-03-07'), back('land')], { state: 'running', used: 5 }],
    ['says when its day rests on holidays that are not published', 'land', '2027-01-04', [applied('land', '2026-12-28')], { known: false }],
  ]
  it.each(facts)('a line %s', (_, line, today, acts, then) => expect(lineOf(line, today, ...acts)).toMatchObject(then))

  const refused: readonly (readonly [string, WorkAct, readonly WorkAct[]])[] = [
    ['unknown-approval', applied('nothing', '2025-03-03'), []],
    ['approval-former-open', applied('building', '2025-03-20'), [applied('land', '2025-03-03')]],
    ['approval-former-open', applied('building', '2025-03-16'), [applied('land', '2025-03-03'), granted('land', '2025-03-17')]],
    ['approval-applied-already', applied('land', '2025-03-04'), [applied('land', '2025-03-03')]],
    ['approval-not-running', granted('land', '2025-03-03'), []],
    ['approval-not-running', returned('land', '2025-03-10'), [applied('land', '2025-03-03'), returned('land', '2025-03-05')]],
    ['approval-granted-already', notNeeded('land', '2025-03-20'), [applied('land', '2025-03-03'), granted('land', '2025-03-17')]],
    ['approval-not-needed-already', notNeeded('land', '2025-03-20'), [notNeeded('land', '2025-03-03')]],
    ['approval-day-order', granted('land', '2025-03-02'), [applied('land', '2025-03-03')]],
    ['approval-not-begun', back('land'), []],
    ['approval-leaned-on', back('land'), [notNeeded('land', '2025-03-03'), applied('building', '2025-03-04')]],
    ['day-ahead', applied('land', '2025-04-01'), []],
  ]
  it.each(refused)('%s', (kind, act, before) => expect(ask(act, ...before)).toMatchObject({ ok: false, refused: kind }))

  it('are applied for on the day on which those before are granted, and side by side with others', () => {
    expect(ask(applied('building', '2025-03-17'), applied('land', '2025-03-03'), granted('land', '2025-03-17'))).toMatchObject({ ok: true })
    expect(ask(applied('environment', '2025-03-03'), applied('land', '2025-03-03'))).toMatchObject({ ok: true })
    expect(ask(granted('land', '2025-03-20'), applied('land', '2025-03-03'), returned('land', '2025-03-05'), applied('land', '2025-03-10'))).toMatchObject({ ok: true })
  })

  it('are none where the kind has none', () => {
    expect(approvalsOf(projectFrom(madeProject({ of: 'other' })), testRules.kinds, '2025-03-03')).toEqual([])
  })
})
