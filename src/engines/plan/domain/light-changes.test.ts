import { describe, expect, it } from 'vitest'
import { Light, type Verdict } from '../../../kernel/light.ts'
import { changesOf, monthEndsOf, type StandingLight, turnOf } from './light-changes.ts'

const verdict: Verdict = { light: 'on-pace', gap: 0, rule: 'growth', inputs: [], because: { zh: '持平', en: 'even' } }
const standing = (thing: string, light: Light): StandingLight => ({ thing, kind: 'target', year: 2025, code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, unit: null, light, verdict: { ...verdict, light }, overriddenBy: null })

describe('the turn of a light', () => {
  it.each([
    ['on-pace', 'slipping', 'worse'], ['on-pace', 'off-pace', 'worse'], ['slipping', 'off-pace', 'worse'], ['done', 'on-pace', 'worse'],
    ['off-pace', 'slipping', 'better'], ['off-pace', 'on-pace', 'better'], ['slipping', 'done', 'better'], ['on-pace', 'done', 'better'],
    ['not-judged', 'slipping', 'worse'], ['not-judged', 'off-pace', 'worse'], ['not-judged', 'on-pace', 'other'], ['not-judged', 'done', 'better'],
    ['off-pace', 'not-judged', 'other'], ['slipping', 'not-judged', 'other'], ['on-pace', 'not-judged', 'other'],
  ] as const)('from %s to %s is %s', (from, to, turn) => {
    expect(turnOf(from, to)).toBe(turn)
  })

  it('never calls one turn and its opposite both worse', () => {
    for (const a of Light.options) for (const b of Light.options) expect(turnOf(a, b) === 'worse' && turnOf(b, a) === 'worse').toBe(false)
  })
})

describe('what changed since the last look', () => {
  it('is nothing where a light is seen for the first time, and nothing where it stayed', () => {
    expect(changesOf(new Map([['b', 'slipping']]), [standing('a', 'off-pace'), standing('b', 'slipping')])).toEqual({ first: [standing('a', 'off-pace')], changed: [] })
  })

  it('names the light before and the turn', () => {
    expect(changesOf(new Map([['a', 'on-pace']]), [standing('a', 'off-pace')]).changed).toEqual([{ ...standing('a', 'off-pace'), from: 'on-pace', turn: 'worse' }])
  })
})

it('a year is gone through at the ends of its months that have come', () => {
  expect(monthEndsOf(2024, '2024-03-30')).toEqual(['2024-01-31', '2024-02-29'])
  expect(monthEndsOf(2024, '2024-03-31')).toEqual(['2024-01-31', '2024-02-29', '2024-03-31'])
  expect(monthEndsOf(2024, '2025-02-01')).toHaveLength(12)
})
