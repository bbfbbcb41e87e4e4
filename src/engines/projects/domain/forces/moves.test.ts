import { describe, expect, it } from 'vitest'
import { type ForceAct, type ForceEvent, type Happened } from '../../forces/schema.ts'
import { type Force, forceOf, isLate, stateOn, unitsOf } from './force.ts'
import { mayBeSetUp, mayHappen, mayStart } from './moves.ts'

const unit = '00000000-0000-7000-8000-000000000001', other = '00000000-0000-7000-8000-000000000002', project = '00000000-0000-7000-8000-000000000003'
const begun: ForceEvent = { kind: 'set-up', name: '城建专班', scope: '城建项目', leader: '副区长', leadUnit: unit, from: '2025-01-01', until: '2025-06-30', ground: '会议纪要', source: { kind: 'generated', seed: 'test' } }
const joined = { kind: 'member-joined', person: '陈工', unit: other, part: '' } as const
const planned = { kind: 'measure-planned', words: '完成征拆', unit: other, dueOn: '2025-03-31', sign: '交地单' } as const
const taken = { kind: 'project-taken', project, ground: '会议纪要' } as const
const done = (on: string): ForceAct => ({ kind: 'measure-done', measure: 'm2', on, evidence: '交地单' })
const ended = { kind: 'dissolved', on: '2025-03-01', words: '任务完成' } as const

function force(...events: readonly ForceEvent[]): Force {
  const folded = forceOf([begun, ...events].map((event, i): Happened => ({ seq: i + 1, at: '2025-01-02T02:00:00.000Z', by: null, event })))
  if (!folded) throw new Error('It begins with being set up')
  return folded
}

describe('what may happen to a task force', () => {
  const cases: readonly (readonly [refused: string, act: ForceAct, before?: readonly ForceEvent[], on?: string])[] = [
    ['force-dissolved', joined, [ended]],
    ['force-dissolved', joined, [], '2025-07-01'],
    ['same-leader', { kind: 'leader-changed', leader: '副区长', reason: '分工' }],
    ['member-twice', joined, [joined]],
    ['unknown-force-member', { kind: 'member-left', member: 'p9', reason: '调动' }],
    ['project-taken-already', taken, [taken]],
    ['project-not-here', { kind: 'project-given-up', project, reason: '完成' }],
    ['measure-outside', { ...planned, dueOn: '2025-07-01' }],
    ['unknown-measure', done('2025-03-01')],
    ['measure-done-already', done('2025-03-01'), [planned, done('2025-03-01')]],
    ['measure-not-done', { kind: 'measure-reopened', measure: 'm2', reason: '误报' }, [planned]],
    ['day-ahead', { kind: 'logged', on: '2025-03-16', what: 'meeting', words: '会议' }],
    ['not-longer', { kind: 'extended', until: '2025-06-30', reason: '未完成' }],
    ['force-dates', { kind: 'dissolved', on: '2024-12-31', words: '任务完成' }],
  ]
  for (const [refused, act, before = [], on = '2025-03-15'] of cases) it(`${refused}: ${act.kind}`, () => expect(mayHappen(force(...before), act, on)).toMatchObject({ ok: false, refused }))

  const allowed: readonly (readonly [what: string, act: ForceAct, before?: readonly ForceEvent[], on?: string])[] = [
    ['a measure due on its last day', { ...planned, dueOn: '2025-06-30' }],
    ['an act on its last day', joined, [], '2025-06-30'],
    ['closing words after its last day', { kind: 'dissolved', on: '2025-06-30', words: '任务完成' }, [], '2025-07-05'],
    ['a measure done late', done('2025-04-15'), [planned], '2025-04-15'],
  ]
  for (const [what, act, before = [], on = '2025-03-15'] of allowed) it(`allows ${what}`, () => expect(mayHappen(force(...before), act, on)).toEqual({ ok: true, value: null }))

  it('is set up with its days in order, the last one not past', () => {
    expect(mayBeSetUp({ from: '2025-02-01', until: '2025-01-31' }, '2025-01-01')).toMatchObject({ refused: 'force-dates' })
    expect(mayBeSetUp({ from: '2025-01-01', until: '2025-01-31' }, '2025-02-01')).toMatchObject({ refused: 'force-until-past' })
    expect(mayBeSetUp({ from: '2025-01-01', until: '2025-01-01' }, '2025-01-01')).toMatchObject({ ok: true })
  })

  it('building begins only with a team, its plan, and nodes', () => {
    expect(mayStart({ force: null, nodes: 3 }, '示例路')).toMatchObject({ refused: 'start-without-team' })
    expect(mayStart({ force: force(taken), nodes: 3 }, '示例路')).toMatchObject({ refused: 'start-without-plan' })
    expect(mayStart({ force: force(taken, planned), nodes: 0 }, '示例路')).toMatchObject({ refused: 'start-without-nodes' })
    expect(mayStart({ force: force(taken, planned), nodes: 1 }, '示例路')).toMatchObject({ ok: true })
  })
})

describe('a task force as it stands', () => {
  it.each([['2025-06-15', 'standing'], ['2025-06-16', 'ending'], ['2025-06-30', 'ending'], ['2025-07-01', 'dissolved']] as const)('on %s it is %s', (on, state) => expect(stateOn(force(), on)).toBe(state))

  it('is the fold of what happened: members, measures in the order of their days, units, late measures', () => {
    const whole = force(joined, planned, { ...planned, words: '先行借地', dueOn: '2025-02-28' }, { kind: 'leader-changed', leader: '区长', reason: '分工' }, { kind: 'extended', until: '2025-12-31', reason: '未完成' })
    expect(whole).toMatchObject({ leader: '区长', until: '2025-12-31', members: [{ key: 'p2', person: '陈工' }], plan: [{ words: '先行借地' }, { words: '完成征拆' }], seq: 6 })
    expect(unitsOf(whole)).toEqual([unit, other])
    expect(whole.plan.map(measure => isLate(measure, '2025-03-31'))).toEqual([true, false])
    expect(force(joined, { kind: 'member-left', member: 'p2', reason: '调动' }).members).toEqual([])
  })
})
