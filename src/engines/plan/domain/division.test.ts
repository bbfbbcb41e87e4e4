import { describe, expect, it } from 'vitest'
import { type Unit } from '../../org/schema.ts'
import { type DivisionEvent, type DivisionStep, type DivisionTerms } from '../schema.ts'
import { divisionOf, mayAnswer, mayDraft, mayEnforce, mayHappen, mayPropose, stillAddsUp, unsigned } from './division.ts'

const part = (unit: string, value: number, more: { share?: number; weight?: number } = {}) => ({ unit, value, share: more.share ?? null, weight: more.weight ?? null })
const terms = (given: Partial<DivisionTerms> = {}): DivisionTerms => ({ method: 'own', check: 'sum', tolerance: 0, digits: 0, whole: 280, ground: null, parts: [part('street', 200), part('bureau', 80)], ...given })
const steps = (...events: readonly DivisionEvent[]): DivisionStep[] => events.map((event, i) => ({ at: `2025-03-0${i + 1}T00:00:00.000Z`, by: '李某', event }))
const drafted = { kind: 'drafted', id: 'd', target: 't', edition: 1, terms: terms() } as const
const proposed = { kind: 'proposed', reason: null } as const
const signed = (unit: string, value: number) => ({ kind: 'signed', unit, value }) as const
const after = (...events: readonly DivisionEvent[]) => {
  const division = divisionOf(steps(drafted, ...events))
  if (!division) throw new Error('no division')
  return division
}

describe('an edition by its history', () => {
  it('is drafted, proposed, signed by each and then in force', () => {
    const division = after(proposed, signed('street', 200), signed('bureau', 80), { kind: 'enforced', on: '2025-03-04', reason: null })
    expect(division).toMatchObject({ state: 'in-force', inForceOn: '2025-03-04', version: 5, proposed: { by: '李某' }, signatures: [{ unit: 'street', value: 200 }, { unit: 'bureau' }] })
    expect(unsigned(division)).toEqual([])
  })
  it('a signature holds only for the number that was signed', () => {
    const division = after(proposed, signed('street', 200), signed('bureau', 80), { kind: 'reopened', reason: '街道要求调整' }, { kind: 'revised', terms: terms({ parts: [part('street', 190), part('bureau', 80)] }) }, proposed)
    expect(division.signatures.map(s => s.unit)).toEqual(['bureau'])
    expect(unsigned(division)).toEqual(['street'])
  })
  it('a part that was sent back is open until its number changes or its unit signs', () => {
    const back = { kind: 'returned', unit: 'street', value: 200, reason: '辖区老楼少', counter: 180 } as const
    expect(after(proposed, signed('street', 200), back)).toMatchObject({ signatures: [], objections: [{ unit: 'street', reason: '辖区老楼少', counter: 180 }] })
    expect(after(proposed, back, signed('street', 200)).objections).toEqual([])
    expect(after(proposed, back, { kind: 'reopened', reason: '采纳建议' }, { kind: 'revised', terms: terms({ parts: [part('street', 180), part('bureau', 100)] }) }).objections).toEqual([])
  })
  it('is nothing before it was drafted', () => expect(divisionOf(steps(proposed))).toBeNull())
})

describe('which step may follow', () => {
  const facts: readonly [what: string, state: ReturnType<typeof after>, step: Parameters<typeof mayHappen>[1], may: boolean][] = [
    ['a draft is revised', after(), 'revised', true], ['a draft is not signed', after(), 'signed', false], ['what is proposed is not revised under the units’ eyes', after(proposed), 'revised', false],
    ['what is proposed is taken back first', after(proposed), 'reopened', true], ['what is in force stays as it is', after(proposed, { kind: 'enforced', on: '2025-03-04', reason: '急' }), 'revised', false],
    ['a newer edition takes its place', after(proposed, { kind: 'enforced', on: '2025-03-04', reason: '急' }), 'superseded', true], ['what was withdrawn is over', after({ kind: 'withdrawn', reason: '重复' }), 'proposed', false],
  ]
  it.each(facts)('%s', (_, division, step, may) => expect(mayHappen(division, step).ok).toBe(may))
  it('says in which state it is', () => expect(mayHappen(after(), 'signed')).toMatchObject({ refused: 'division-step', facts: { state: 'draft', edition: 1 } }))
})

describe('which terms make sense', () => {
  const unit = (id: string, parent: string | null, until: string | null = null): Unit => ({ id, kind: 'street', code: id, name: id, parent, from: '2020-01-01', until, generated: true, version: 1 })
  const units = [unit('district', null), unit('street', 'district'), unit('bureau', 'district'), unit('community', 'street'), unit('gone', 'district', '2024-06-01'), unit('elsewhere', null)]
  const target = { value: 280, unit: 'district' }
  const facts: readonly [what: string, terms: DivisionTerms, refused: string | null][] = [
    ['parts need not add up yet', terms({ parts: [part('street', 1)] }), null],
    ['a community below a street is below the district', terms({ parts: [part('community', 1)] }), null],
    ['a unit stands there twice', terms({ parts: [part('street', 1), part('street', 2)] }), 'unit-twice'],
    ['a unit that has ended', terms({ parts: [part('gone', 1)] }), 'part-unit-ended'],
    ['a unit of another tree', terms({ parts: [part('elsewhere', 1)] }), 'unit-not-below'],
    ['the whole itself', terms({ parts: [part('district', 1)] }), 'unit-not-below'],
    ['a unit nobody knows', terms({ parts: [part('nobody', 1)] }), 'unknown-unit'],
    ['a negative share', terms({ method: 'share', parts: [part('street', 0, { share: -1 })] }), 'negative-part'],
    ['a negative weight', terms({ method: 'weight', check: 'weighted-mean', parts: [part('street', 5, { weight: -1 })] }), 'negative-part'],
    ['a negative number of what is counted', terms({ parts: [part('street', -1)] }), 'negative-part'],
    ['growth may be promised to fall', terms({ method: 'weight', check: 'weighted-mean', parts: [part('street', -2, { weight: 1 })] }), null],
    ['shares are not weighed', terms({ method: 'share', check: 'weighted-mean' }), 'check-does-not-fit'],
    ['own values may go unchecked', terms({ check: 'none' }), null],
  ]
  it.each(facts)('%s', (_, given, refused) => {
    const result = mayDraft(given, target, units, '2025-03-01')
    expect(result.ok ? null : result.refused).toBe(refused)
  })
  it('a target without a number cannot be divided', () => expect(mayDraft(terms(), { ...target, value: null }, units, '2025-03-01')).toMatchObject({ refused: 'target-without-number' }))
})

describe('what may be put before the units', () => {
  const target = { value: 280, measure: '个' }
  const facts: readonly [what: string, terms: DivisionTerms, reason: string | null, refused: string | null][] = [
    ['what adds up', terms(), null, null],
    ['a rest needs a reason', terms({ parts: [part('street', 268)] }), null, 'rest-not-divided'],
    ['and has one', terms({ parts: [part('street', 268)] }), '区本级承担', null],
    ['more than the whole is refused whatever the reason', terms({ parts: [part('street', 281)] }), '加压', 'parts-over-whole'],
    ['unless the tolerance allows it', terms({ tolerance: 1, parts: [part('street', 281)] }), null, null],
    ['nobody', terms({ parts: [] }), null, 'no-parts'],
    ['weights without their ground', terms({ method: 'weight', check: 'weighted-mean', parts: [part('street', 280, { weight: 1 })] }), null, 'division-ground-needed'],
    ['nothing checked without saying why', terms({ check: 'none' }), null, 'division-ground-needed'],
    ['weights of nothing', terms({ method: 'weight', check: 'weighted-mean', ground: '2024年投资额', parts: [part('street', 280, { weight: 0 })] }), null, 'weight-missing'],
    ['a mean above the whole needs a reason like one below', terms({ method: 'weight', check: 'weighted-mean', ground: '2024年投资额', parts: [part('street', 281, { weight: 1 })] }), null, 'rest-not-divided'],
    ['the number was restated since', terms({ whole: 270, parts: [part('street', 270)] }), null, 'whole-changed'],
  ]
  it.each(facts)('%s', (_, given, reason, refused) => {
    const result = mayPropose(given, target, reason)
    expect(result.ok ? null : result.refused).toBe(refused)
  })
})

it('a unit answers only to its own part and to the number it was shown', () => {
  expect(mayAnswer(after(proposed), 'street', 200)).toMatchObject({ ok: true })
  expect(mayAnswer(after(proposed), 'street', 201)).toMatchObject({ refused: 'changed-meanwhile' })
  expect(mayAnswer(after(proposed), 'park', 200)).toMatchObject({ refused: 'no-part-of-it' })
  expect(mayAnswer(after(), 'street', 200)).toMatchObject({ refused: 'division-step' })
})

it('is put in force without all signatures only with a reason', () => {
  expect(mayEnforce(after(proposed, signed('street', 200)), null)).toMatchObject({ refused: 'signatures-missing', facts: { missing: 1 } })
  expect(mayEnforce(after(proposed, signed('street', 200)), '年初须下达')).toMatchObject({ ok: true })
  expect(mayEnforce(after(), '急')).toMatchObject({ refused: 'division-step' })
})

it('a restated target leaves its parts behind; a number that was agreed short stays agreed', () => {
  expect([280, 300, 279, null].map(whole => stillAddsUp(terms({ tolerance: 1 }), whole))).toEqual([true, false, true, false])
  expect(stillAddsUp(terms({ parts: [part('street', 200)] }), 280)).toBe(true)
})
