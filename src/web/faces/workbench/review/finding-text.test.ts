import { describe, expect, it } from 'vitest'
import { type Fact } from '../../../../engines/documents/schema.ts'
import { aFact } from '../../../../../testkit/finding.ts'
import { factSays } from './finding-text.ts'

const says = (given: Partial<Fact>, language: 'zh' | 'en' = 'zh') => factSays(aFact({ says: given }).value, language)

describe('what a fact says in the list', () => {
  it('is said once where the paper prints only a rate', () => {
    expect(says({})).toBe('同比+8.4%')
    expect(says({}, 'en')).toBe('+8.4% (同比)')
  })

  it('keeps the hedge of a rate', () => {
    expect(says({ value: 10, hedge: '以上', change: { value: 10, unit: '%', base: '同比' } })).toBe('10%以上')
  })

  it('gives level, change and rank', () => {
    expect(says({ value: 3650.18, unit: '亿元', hedge: '超', change: { value: 2.9, unit: '个百分点', base: '较上年' }, rank: '全市第2' })).toBe('超3650.18亿元，较上年+2.9个百分点，全市第2')
  })

  it('gives both ends of a range', () => {
    expect(says({ value: 5, upper: 6, change: null })).toBe('5–6%')
  })

  it('tells of a target without a number what it follows', () => {
    expect(says({ value: null, change: null, operator: 'tied', reference: '地区生产总值' })).toBe('与另一指标挂钩：地区生产总值')
    expect(says({ value: null, change: null, operator: 'municipality' }, 'en')).toBe('As the municipality sets it')
  })

  it('is empty where only the name was read', () => {
    expect(says({ value: null, change: null })).toBe('')
  })
})
