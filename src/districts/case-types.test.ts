import { describe, expect, it } from 'vitest'
import { faultsOfType } from '../engines/cases/domain/type-check.ts'
import { packs } from '../packs/index.ts'
import { caseTypesOf, usualLetters } from './case-types.ts'
import { districts } from './index.ts'
import { yuexiu } from './yuexiu.ts'

const proposalOn = (setup: typeof yuexiu, on: string) => caseTypesOf(setup, packs, on).find(type => type.key === 'proposal')

describe('the case types of a district', () => {
  it('are sound, and all that its packs bring', () => {
    for (const setup of districts) {
      const types = caseTypesOf(setup, packs, '2026-01-01')
      expect(types.map(t => t.key).toSorted()).toEqual(['blocker', 'call-out', 'enterprise', 'grid-finding', 'grid-own', 'hotline', 'proposal', 'rectification', 'street-call', 'supervision-notice', 'worry'])
      expect(types.flatMap(faultsOfType)).toEqual([])
    }
    expect(caseTypesOf({ ...yuexiu, packs: ['economy'] }, packs, '2026-01-01')).toEqual([])
  })

  it('mean by their letters what the district has set by the day, each setting as a version of its own', () => {
    const later = { from: '2025-07-01', source: '试', results: [{ key: 'a', name: { zh: 'A类（已解决）', en: 'A: solved' } }, { key: 'b', name: { zh: 'B类（已起步）', en: 'B: begun' } }, { key: 'c', name: { zh: 'C类（已列入计划）', en: 'C: planned' } }] }
    const setup = { ...yuexiu, results: { proposal: [usualLetters, later] } }
    expect(proposalOn(setup, '2025-06-30')).toMatchObject({ version: 101, results: usualLetters.results })
    expect(proposalOn(setup, '2025-07-01')).toMatchObject({ version: 102, results: later.results })
    expect(proposalOn({ ...yuexiu, results: {} }, '2025-07-01')).toMatchObject({ version: 1, results: [{ key: 'a', name: { zh: 'A类' } }, { key: 'b' }, { key: 'c' }] })
  })
})
