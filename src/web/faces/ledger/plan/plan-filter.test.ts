import { describe, expect, it } from 'vitest'
import { type PlanLine } from '../../../../engines/plan/schema.ts'
import { fitsLine, type PlanFilter } from './plan-filter.ts'

const line = { label: { zh: '固定资产投资', en: 'Investment in fixed assets' }, code: 'FAI', words: '增长10%以上', light: 'slipping', owner: '区发展和改革局', kind: 'target' } as PlanLine // what the filter looks at
const everything: PlanFilter = { q: '', light: null, owner: '', kind: null }

describe('the list of a year', () => {
  it('is searched by name in either language, by code and by the words of the target', () => expect(['固定', 'fixed', 'fai', '10%', '教育'].map(q => fitsLine(line, { ...everything, q }))).toEqual([true, true, true, true, false]))
  it('shows what fits every filter at once', () => {
    expect(fitsLine(line, { ...everything, light: 'slipping', owner: '区发展和改革局', kind: 'target' })).toBe(true)
    expect(fitsLine(line, { ...everything, light: 'slipping', owner: '区财政局' })).toBe(false)
    expect(fitsLine(line, { ...everything, kind: 'commitment' })).toBe(false)
  })
})
