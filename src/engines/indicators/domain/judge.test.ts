import { describe, expect, it } from 'vitest'
import { monthsOfYear, said } from '../../../../testkit/said.ts'
import { judge } from './judge.ts'
import { oursFromTheStart } from './parameters.ts'

const lifts = { kind: 'flow', direction: 'up', name: { zh: '加装电梯', en: 'Lifts' }, basis: null, embargoed: false, bands: null } as const
const target = { operator: '>=', value: 300, stretch: null, aspect: 'level', measure: '台', period: '2023' } as const
const late = Array.from({ length: 12 }, (_, i) => (i < 6 ? 5 : 45)) // a tenth by June
const half = said('2023H1', 60, { saidOn: '2023-07-10' }, '台')

describe('a target judged as of a day', () => {
  const by = (on: string, toldOn: string) => judge(target, lifts, [half, ...monthsOfYear(2022, late, '台').map(f => ({ ...f, saidOn: toldOn }))], null, on, oursFromTheStart)

  it('goes by the course of past years as it was known that day', () => {
    expect(by('2023-08-01', '2023-02-01')).toMatchObject({ verdict: { light: 'on-pace' }, expected: 30 })
  })

  it('knows nothing of months that were told only later', () => {
    const judged = by('2023-08-01', '2023-09-01')
    expect(judged).toMatchObject({ verdict: { light: 'off-pace' }, expected: 150 })
    expect(judged.verdict.because.zh).toContain('按时间折算')
  })
})
