import { describe, expect, it } from 'vitest'
import { oursFromTheStart } from '../../indicators/domain/parameters.ts'
import { type Commitment, type CommitmentEvent } from '../schema.ts'
import { lineOfCommitment, verdictOfProgress, worstOf } from './lines.ts'
import { applied, commitmentOf, mayProgress, mayRemove, mayStandUnder, numbersOf } from './tree.ts'

const made: Commitment = {
  id: 'c', year: 2023, parent: null, kind: 'measure', position: 1, title: '建成社区颐康服务站', verb: '建成', strength: 'complete', dueOn: '2023-12-31', leadUnit: null, coUnits: [], target: null, progress: [],
  source: { kind: 'generated', seed: 't' }, origin: null, version: 1,
}
const { progress: none, version: first, ...birth } = made
const progressed = (share: number, onDay: string): CommitmentEvent => ({ kind: 'progressed', progress: { id: `p${onDay}`, at: `${onDay}T08:00:00.000Z`, by: '张三', onDay, share, note: '进展', evidence: '验收单' } })

describe('the history of a commitment', () => {
  it('folds into its present state, counting each step', () => {
    const events: CommitmentEvent[] = [{ kind: 'made', commitment: birth }, { kind: 'edited', set: { title: '建成颐康站', dueOn: '2023-10-31' } }, { kind: 'moved', parent: 't', position: 3 }, { kind: 'linked', target: 'x' }, { kind: 'linked', target: null }, progressed(0.4, '2023-05-31')]
    expect(commitmentOf(events)).toMatchObject({ title: '建成颐康站', dueOn: '2023-10-31', verb: '建成', parent: 't', position: 3, target: null, version: first + 5, progress: [...none, { share: 0.4 }] })
  })
  it('ends when it is removed, and begins with its making', () => {
    expect(commitmentOf([{ kind: 'made', commitment: birth }, { kind: 'removed', reason: '重复' }])).toBeNull()
    expect(applied(null, progressed(1, '2023-05-31'))).toBeNull()
  })
  it('a field that was not given stays', () => {
    expect(applied(made, { kind: 'edited', set: { title: undefined, leadUnit: null } })).toMatchObject({ title: made.title, leadUnit: null })
  })
})

describe('where a commitment may stand', () => {
  const at = (kind: Commitment['kind'], year = 2023) => ({ id: kind, kind, year, parent: null, title: kind })
  const facts: readonly [Commitment['kind'], Commitment['kind'] | null, boolean][] = [['chapter', null, true], ['task', null, true], ['measure', null, true], ['task', 'chapter', true], ['measure', 'task', true], ['measure', 'chapter', true], ['chapter', 'chapter', false], ['task', 'task', false], ['task', 'measure', false], ['measure', 'measure', false]]
  it.each(facts)('a %s under %s: %s', (kind, parent, allowed) => expect(mayStandUnder(at(kind), parent && at(parent)).ok).toBe(allowed))
  it('never under another year', () => expect(mayStandUnder(at('measure'), at('task', 2022))).toMatchObject({ refused: 'other-year' }))
  it('is numbered along its branch', () => {
    const placed = [{ id: 'a', parent: null, position: 4 }, { id: 'b', parent: null, position: 9 }, { id: 'b2', parent: 'b', position: 2 }, { id: 'b1', parent: 'b', position: 1 }, { id: 'x', parent: 'gone', position: 99 }]
    expect([...numbersOf(placed)]).toEqual([['a', '1'], ['b', '2'], ['b1', '2.1'], ['b2', '2.2'], ['x', '3']])
  })
})

it('progress is entered where no figure measures it, for days that have come', () => {
  expect(mayProgress(made, '2023-06-30', '2023-06-30').ok).toBe(true)
  expect(mayProgress(made, '2023-07-01', '2023-06-30')).toMatchObject({ refused: 'day-not-come' })
  expect(mayProgress({ ...made, target: 't' }, '2023-06-30', '2023-06-30')).toMatchObject({ refused: 'measured-by-figures' })
})

it('only what a person added, and what is empty, may be removed by hand', () => {
  expect(mayRemove(made, 0, false).ok).toBe(true)
  expect(mayRemove({ ...made, origin: 'paper' }, 0, false)).toMatchObject({ refused: 'from-a-paper' })
  expect(mayRemove(made, 0, true)).toMatchObject({ refused: 'in-a-ledger' })
  expect(mayRemove(made, 1, false)).toMatchObject({ refused: 'not-empty' })
})

describe('the light of a commitment that a person reports on', () => {
  const facts: readonly [what: string, share: number | null, onDay: string, dueOn: string, on: string, light: string, gap: number | null][] = [
    ['nothing entered', null, '', '2023-12-31', '2023-08-01', 'not-judged', null],
    ['half done at half-year', 0.5, '2023-06-30', '2023-12-31', '2023-08-01', 'on-pace', 0],
    ['five points behind', 0.45, '2023-06-30', '2023-12-31', '2023-08-01', 'slipping', -5],
    ['ten points behind', 0.4, '2023-06-30', '2023-12-31', '2023-08-01', 'off-pace', -10],
    ['done early', 1, '2023-05-01', '2023-12-31', '2023-05-02', 'done', 67],
    ['on its last day it is not late', 0.95, '2023-10-31', '2023-10-31', '2023-10-31', 'slipping', -5],
    ['the day after it is', 0.95, '2023-10-31', '2023-10-31', '2023-11-01', 'off-pace', -5],
    ['a report of a later day does not count yet', 0.9, '2023-09-30', '2023-12-31', '2023-08-01', 'not-judged', null],
  ]
  it.each(facts)('%s', (_, share, onDay, dueOn, on, light, gap) => {
    const commitment = { ...made, dueOn, progress: share === null ? [] : [{ id: 'p', at: `${onDay}T00:00:00.000Z`, by: '张三', onDay, share, note: '进展', evidence: null }] }
    const verdict = verdictOfProgress(commitment, on, oursFromTheStart)
    expect(verdict.light).toBe(light)
    if (gap === null) expect(verdict.gap).toBeNull()
    else expect(Math.round(verdict.gap ?? 0)).toBe(gap)
  })
  it('is a line once something was entered, and none where a target measures it', () => {
    const reported = applied(made, progressed(0.4, '2023-06-30')) ?? made
    const parts = { number: '1.2', verdict: verdictOfProgress(reported, '2023-07-01', oursFromTheStart), light: 'off-pace', override: null, owner: '区民政局' } as const
    expect(lineOfCommitment({ ...parts, commitment: reported })).toMatchObject({ kind: 'commitment', code: '1.2', figure: 40, expected: 50, gap: -10, words: '2023年12月31日前完成', because: '完成40%，序时进度50%（按时间折算），滞后10个百分点；2023年12月31日前完成。' })
    expect(lineOfCommitment({ ...parts, commitment: made })).toBeNull()
    expect(lineOfCommitment({ ...parts, commitment: { ...reported, target: 't' } })).toBeNull()
  })
})

it('the worst light stands for several; what is not judged says nothing', () => {
  expect(worstOf(['on-pace', 'slipping', 'done'])).toBe('slipping')
  expect(worstOf(['not-judged', 'done'])).toBe('done')
  expect(worstOf(['not-judged'])).toBe('not-judged')
  expect(worstOf([])).toBe('not-judged')
})
