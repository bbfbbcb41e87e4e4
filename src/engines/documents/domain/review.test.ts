import { describe, expect, it } from 'vitest'
import { type Fact } from '../schema.ts'
import { type FindingEvent } from './finding.ts'
import { correctedFields, foldFinding, lastDecision, mayDecide, type Standing, type Step } from './review.ts'

const investment: Fact = {
  id: 'f10', kind: 'actual', name: '固定资产投资', period: '2022', value: 8.4, upper: null, unit: '%', hedge: null, change: { value: 8.4, unit: '%', base: '同比' }, rank: null, streak: null, qualifier: null,
  operator: null, strength: null, verb: null, reference: null, block: 'b1', section: '一、回顾', start: 10, end: 24, certainty: 0.95,
}

let act = 0
const step = (event: FindingEvent, by = '张三'): Step => ({ event, act: `act${act++}`, by, at: '2023-08-29T02:00:00.000Z' })
const read = (value: Fact | null = investment) => step({ kind: 'read', value }, '')
const fold = (...steps: Step[]): Standing => {
  const now = foldFinding(steps)
  if (!now) throw new Error('nothing was read')
  return now
}

describe('the review of a finding', () => {
  it('is open when it was read and accepted as read by one decision', () => {
    expect(fold(read())).toMatchObject({ state: 'open', version: 1, by: null })
    expect(fold(read(), step({ kind: 'accepted', with: 'one' }))).toMatchObject({ state: 'accepted', version: 2, by: '张三', value: investment })
  })

  it('keeps what was read beside what a person says it is', () => {
    const now = fold(read(), step({ kind: 'corrected', before: { period: '2022' }, after: { period: '2023H1' } }))
    expect(now).toMatchObject({ state: 'corrected', read: { period: '2022' }, value: { period: '2023H1', name: '固定资产投资' } })
    expect(correctedFields(now)).toEqual(['period'])
  })

  it('counts a correction back to what was read as accepted', () => {
    const now = fold(read(), step({ kind: 'corrected', before: {}, after: { period: '2023H1' } }), step({ kind: 'corrected', before: {}, after: { period: '2022' } }))
    expect(now).toMatchObject({ state: 'accepted', changes: {} })
  })

  it('takes back decisions one by one, the last first', () => {
    const steps = [read(), step({ kind: 'accepted', with: 'one' }), step({ kind: 'rejected', reason: '重复' }), step({ kind: 'undone' })]
    expect(fold(...steps)).toMatchObject({ state: 'accepted', version: 4 })
    expect(lastDecision(steps)?.event.kind).toBe('accepted')
    expect(fold(...steps, step({ kind: 'undone' }))).toMatchObject({ state: 'open', version: 5 })
  })

  it('follows a new reading where nobody corrected, and keeps a correction where somebody did', () => {
    const again = read({ ...investment, period: '2023H1', unit: '%' })
    expect(fold(read(), again)).toMatchObject({ state: 'open', value: { period: '2023H1' } })
    expect(fold(read(), step({ kind: 'corrected', before: {}, after: { name: '固投' } }), again)).toMatchObject({ state: 'corrected', value: { name: '固投', period: '2023H1' } })
    expect(fold(read(), step({ kind: 'corrected', before: {}, after: { period: '2021' } }), again)).toMatchObject({ state: 'corrected', value: { period: '2021' }, read: { period: '2023H1' } })
  })

  it('opens again what was accepted with other values than are read now', () => {
    const accepted = step({ kind: 'accepted', with: 'certain' })
    expect(fold(read(), accepted, read({ ...investment, period: '2023H1' }))).toMatchObject({ state: 'open' })
    expect(fold(read(), accepted, read({ ...investment, certainty: 0.7 }))).toMatchObject({ state: 'accepted' })
  })

  it('hides what is no longer read unless somebody corrected it, and shows it when it is read again', () => {
    expect(fold(read(), read(null))).toMatchObject({ gone: true })
    expect(fold(read(), step({ kind: 'corrected', before: {}, after: { name: '固投' } }), read(null))).toMatchObject({ gone: false, state: 'corrected' })
    expect(fold(read(), read(null), read())).toMatchObject({ gone: false })
  })

  it('refuses a decision that changes nothing, a field of another kind and an upper end below the lower', () => {
    const now = fold(read(), step({ kind: 'accepted', with: 'one' }))
    expect(mayDecide('fact', now, { decision: 'accept' })).toMatchObject({ refused: 'already-decided' })
    expect(mayDecide('fact', now, { decision: 'correct', changes: { period: '2022', change: { unit: '%', base: '同比', value: 8.4 } } })).toMatchObject({ refused: 'nothing-changed' })
    expect(mayDecide('fact', now, { decision: 'correct', changes: { word: '大会' } })).toMatchObject({ refused: 'not-a-field', facts: { field: 'word' } })
    expect(mayDecide('fact', now, { decision: 'correct', changes: { upper: 5 } })).toMatchObject({ refused: 'upper-below-value' })
    expect(mayDecide('fact', now, { decision: 'correct', changes: { value: null, period: '2022' } })).toMatchObject({ ok: true, value: { before: { value: 8.4 }, after: { value: null } } })
  })
})
