import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../testkit/project.ts'
import { type ProjectAct, type ProjectEvent } from '../schema.ts'
import { mayBeMade, mayHappen } from './moves.ts'
import { nameOf } from './project.ts'

const today = '2025-03-15'
const ask = (event: ProjectAct, ...before: readonly ProjectEvent[]) => mayHappen(projectFrom(madeProject(), ...before), event, today, testRules)
const told = (month: string, amount: number) => ({ kind: 'month-told', month, amount, note: '' } as const)
const reached = (node: string, on: string): Extract<ProjectAct, { kind: 'node-reached' }> => ({ kind: 'node-reached', node, on, evidence: [] })
const ended = { kind: 'ended', on: '2025-03-01', reason: '不再建设' } as const

describe('what may happen to a project', () => {
  it.each([
    ['unknown-project-kind', madeProject({ of: 'nothing' })], ['project-dates', madeProject({ startsOn: '2026-01-01', endsOn: '2025-01-01' })], ['node-circle', madeProject({ nodes: [{ key: 'a', name: 'a', weight: 1, planned: '2025-01-01', after: ['a'] }] })],
  ] as const)('it cannot be made: %s', (refused, made) => expect(mayBeMade(made, testRules)).toMatchObject({ ok: false, refused }))

  const cases: readonly (readonly [refused: string, event: ProjectAct, before?: readonly ProjectEvent[]])[] = [
    ['same-name', { kind: 'renamed', name: '示例学校扩建', from: today, ground: '批复' }],
    ['name-too-early', { kind: 'renamed', name: '新名', from: '2023-01-01', ground: '批复' }],
    ['project-dates', { kind: 'described', endsOn: '2023-01-01', reason: '批复' }],
    ['total-below-told', { kind: 'described', total: 50, reason: '批复' }, [told('2025-01', 100)]],
    ['unknown-project-list', { kind: 'listed', list: 'nothing', year: 2025, ground: '' }],
    ['listed-twice', { kind: 'listed', list: 'district-key', year: 2025, ground: '' }, [{ kind: 'listed', list: 'district-key', year: 2025, ground: '' }]],
    ['not-listed', { kind: 'unlisted', list: 'district-key', year: 2025, reason: '误列' }],
    ['same-phase', { kind: 'phased', phase: 'started', on: today, words: '开工' }],
    ['phase-day-order', { kind: 'phased', phase: 'operating', on: '2023-12-31', words: '投产' }],
    ['day-ahead', { kind: 'phased', phase: 'operating', on: '2025-03-16', words: '投产' }],
    ['node-twice', { kind: 'nodes-planned', nodes: [...madeProject().nodes, ...madeProject().nodes], reason: '重排' }],
    ['reached-node-gone', { kind: 'nodes-planned', nodes: [], reason: '重排' }, [reached('permit', '2024-07-01')]],
    ['unknown-node', { kind: 'node-forecast', node: 'nothing', on: null, reason: '重排' }],
    ['former-not-reached', reached('start', '2025-03-01')],
    ['reached-before-its-former', reached('start', '2025-01-01'), [reached('permit', '2025-02-01')]],
    ['node-not-reached', { kind: 'node-reopened', node: 'permit', reason: '误报' }],
    ['months-differ', { kind: 'year-planned', year: 2025, total: 100, months: Array.from({ length: 12 }, () => 8), reason: '' }],
    ['year-above-total', { kind: 'year-planned', year: 2025, total: 10_001, months: null, reason: '' }],
    ['month-still-running', told('2025-03', 1)],
    ['month-approved-already', told('2025-01', 1), [told('2025-01', 100), { kind: 'month-approved', month: '2025-01' }]],
    ['told-above-total', told('2025-02', 9901), [told('2025-01', 100)]],
    ['month-not-waiting', { kind: 'month-approved', month: '2025-01' }],
    ['funds-above-total', { kind: 'funded', fund: 'loan', amount: 9000, ground: '' }, [{ kind: 'funded', fund: 'budget', amount: 1001, ground: '' }]],
    ['override-past', { kind: 'light-overridden', light: 'on-pace', until: '2025-03-14', reason: '已协调' }],
    ['no-project-override', { kind: 'override-ended', reason: '已恢复' }],
    ['project-over', { kind: 'phased', phase: 'operating', on: today, words: '投产' }, [ended]],
  ]
  for (const [refused, event, before = []] of cases) it(refused, () => expect(ask(event, ...before)).toMatchObject({ ok: false, refused }))

  const allowed: readonly (readonly [what: string, event: ProjectAct, before?: readonly ProjectEvent[]])[] = [
    ['months that add up, to the yuan', { kind: 'year-planned', year: 2025, total: 100.0012, months: [...Array.from({ length: 11 }, () => 8.3333), 8.3349], reason: '' }],
    ['a month told anew', told('2025-01', 9), [told('2025-01', 100)]],
    ['what was approved to be sent back, since it turned out to be wrong', { kind: 'month-returned', month: '2025-01', reason: '重复计入' }, [told('2025-01', 100), { kind: 'month-approved', month: '2025-01' }]],
    ['what was sent back to be told anew', told('2025-01', 9), [told('2025-01', 100), { kind: 'month-approved', month: '2025-01' }, { kind: 'month-returned', month: '2025-01', reason: '重复计入' }]],
    ['exactly the whole', told('2025-02', 9900), [told('2025-01', 100)]],
    ['what was overridden until today', { kind: 'light-overridden', light: 'on-pace', until: today, reason: '已协调' }],
    ['a visit to what is over', { kind: 'visited', on: today, words: '已停工' }, [ended]],
    ['the same list in another year', { kind: 'listed', list: 'district-key', year: 2026, ground: '' }, [{ kind: 'listed', list: 'district-key', year: 2025, ground: '' }]],
  ]
  for (const [what, event, before = []] of allowed) it(`allows ${what}`, () => expect(ask(event, ...before)).toMatchObject({ ok: true }))

  it('is kept in its fold: names with their days, nodes that stay keep what was reached, months what was said of them', () => {
    const project = projectFrom(madeProject(), { kind: 'renamed', name: '示例学校新校区', from: '2025-01-01', ground: '批复' }, reached('permit', '2024-07-01'),
      { kind: 'nodes-planned', nodes: [{ key: 'permit', name: '施工许可证', weight: 1, planned: '2024-08-01', after: [] }], reason: '重排' }, told('2025-01', 100), { kind: 'month-returned', month: '2025-01', reason: '口径不符' }, told('2025-01', 90), { kind: 'month-approved', month: '2025-01' })
    expect(nameOf(project)).toBe('示例学校新校区')
    expect(project.nodes).toMatchObject([{ name: '施工许可证', reached: '2024-07-01' }])
    expect(project.months).toMatchObject([{ month: '2025-01', amount: 90, state: 'approved', approvedBy: '经办人' }])
    expect(project.seq).toBe(8)
  })
})
