import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../testkit/project.ts'
import { type WorkAct } from '../works-schema.ts'
import { contractsShown } from './contracts.ts'
import { mayHappen } from './moves.ts'

const signed = (number: string, amount: number, on = '2025-01-10'): WorkAct => ({ kind: 'contract-signed', number, what: '主体施工', of: 'works', party: '示例建设公司', amount, on })
const changed = (number: string, by: number, on = '2025-02-10'): WorkAct => ({ kind: 'contract-changed', number, by, reason: '设计变更', approval: '区发改〔2025〕3号', on })
const closed = (number: string, account: number, on = '2025-03-10'): WorkAct => ({ kind: 'contract-closed', number, account, on })
const ask = (act: WorkAct, ...before: readonly WorkAct[]) => mayHappen(projectFrom(madeProject({ total: 10_000 }), ...before), act, '2025-03-15', testRules)

describe('contracts of a project', () => {
  const refused: readonly (readonly [string, WorkAct, readonly WorkAct[]])[] = [
    ['contract-number-taken', signed('A1', 10), [signed('A1', 20)]],
    ['contracts-above-total', signed('A2', 0.0001), [signed('A1', 10_000)]],
    ['contracts-above-total', changed('A1', 1), [signed('A1', 10_000)]],
    ['contracts-above-total', closed('A1', 10_001), [signed('A1', 10_000)]],
    ['unknown-contract', changed('A9', 1), [signed('A1', 10)]],
    ['unknown-contract', { kind: 'contract-struck', number: 'A9', reason: '误登' }, []],
    ['contract-before-signing', changed('A1', 1, '2025-01-09'), [signed('A1', 10)]],
    ['contract-before-signing', closed('A1', 10, '2025-02-09'), [signed('A1', 10), changed('A1', 1)]],
    ['contract-below-nought', changed('A1', -10.0001), [signed('A1', 10)]],
    ['contract-closed-already', changed('A1', 1), [signed('A1', 10), closed('A1', 11, '2025-02-01')]],
    ['contract-closed-already', closed('A1', 1), [signed('A1', 10), closed('A1', 11)]],
    ['day-ahead', signed('A1', 10, '2025-03-16'), []],
  ]
  it.each(refused)('%s', (kind, act, before) => expect(ask(act, ...before)).toMatchObject({ ok: false, refused: kind }))

  const allowed: readonly (readonly [string, WorkAct, readonly WorkAct[]])[] = [
    ['exactly the total', signed('A2', 1), [signed('A1', 9999)]],
    ['a change on the day of signing', changed('A1', 1, '2025-01-10'), [signed('A1', 10)]],
    ['a change down to nought', changed('A1', -10), [signed('A1', 10)]],
    ['a final account below the contract', closed('A1', 9), [signed('A1', 10)]],
    ['the number of one that was struck off', signed('A1', 5), [signed('A1', 10), { kind: 'contract-struck', number: 'A1', reason: '误登' }]],
  ]
  it.each(allowed)('allows %s', (_, act, before) => expect(ask(act, ...before)).toMatchObject({ ok: true }))

  it('keep the total from falling below them', () => {
    const project = projectFrom(madeProject({ total: 10_000 }), signed('A1', 6000))
    expect(mayHappen(project, { kind: 'described', total: 5999, reason: '批复' }, '2025-03-15', testRules)).toMatchObject({ ok: false, refused: 'contracts-above-total', facts: { contracts: 6000, total: 5999 } })
    expect(mayHappen(project, { kind: 'described', total: 6000, reason: '批复' }, '2025-03-15', testRules)).toMatchObject({ ok: true })
  })

  it('are shown with changes, what they come to, and against the total', () => {
    const shown = contractsShown(projectFrom(madeProject({ total: 10_000 }), signed('A1', 6000), changed('A1', 300), changed('A1', -100.5), signed('A2', 1000), closed('A2', 900), { ...signed('A3', 50), of: 'design' } as WorkAct)) // the kind fits
    expect(shown.rows.map(({ number, changed: by, now, differs }) => [number, by, now, differs])).toEqual([['A1', 199.5, 6199.5, null], ['A2', 0, 900, -100], ['A3', 0, 50, null]])
    expect(shown).toMatchObject({ amount: 7050, changed: 199.5, now: 7149.5, total: 10_000, left: 2850.5, byKind: [{ of: 'works', count: 2, now: 7099.5 }, { of: 'design', count: 1, now: 50 }] })
    expect(contractsShown({ contracts: [], total: null })).toMatchObject({ now: 0, left: null, byKind: [] })
  })
})
