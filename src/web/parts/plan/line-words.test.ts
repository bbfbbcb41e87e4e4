import { describe, expect, it } from 'vitest'
import { type Source } from '../../../kernel/source.ts'
import { expectedBeside, figureOf, pageOfLine, targetWords } from './line-words.ts'

const line = { words: '增长10%以上', kind: 'target', operator: '>=', target: 10, stretch: null, unit: '%', targetPeriod: '2023' } as const
const paper = (section: string): Source => ({ kind: 'published', title: '半年报告', section, saidOn: '2023-08-29' })

describe('a target in words', () => {
  it('keeps the Chinese words as they are', () => expect(targetWords(line, 'zh')).toBe('增长10%以上'))
  it('is complete in English', () => {
    expect(targetWords(line, 'en')).toBe('growth of at least 10%')
    expect(targetWords({ ...line, words: '280个', operator: '=', target: 280, unit: '个' }, 'en')).toBe('280')
    expect(targetWords({ ...line, words: '560个以上，力争635个', target: 560, stretch: 635, unit: '个' }, 'en')).toBe('at least 560, striving for 635')
    expect(targetWords({ ...line, words: '确保增长10%以上' }, 'en')).toBe('ensure growth of at least 10%')
    expect(targetWords({ ...line, words: '市下达目标', operator: 'municipality', target: null }, 'en')).toBe('as set by the municipality')
    expect(targetWords({ ...line, words: '2023年12月31日前完成', kind: 'commitment', targetPeriod: '2023-12-31' }, 'en')).toBe('to be done by 31 December 2023')
  })
})

describe('the figure beside a target', () => {
  it('answers with the paper it was read from', () => expect(figureOf({ figure: 8.4, unit: '%', sources: [{ of: 'target', id: 't', source: paper('二') }, { of: 'figure', id: 'f', source: paper('一') }] })).toEqual({ quantity: { value: 8.4, unit: '%' }, source: paper('一'), also: [], id: 'f' }))
  it('that was worked out from two names both and is itself none of them', () => expect(figureOf({ figure: 8.4, unit: '%', sources: [{ of: 'figure', id: 'a', source: paper('一') }, { of: 'figure', id: 'b', source: paper('二') }] })).toMatchObject({ source: paper('一'), also: [paper('二')], id: null }))
  it('is not there without a source', () => expect(figureOf({ figure: 8.4, unit: '%', sources: [] })).toBeNull())
})

describe('the page of a line', () => {
  it('is the indicator in the year in which the target ends, or the commitment in its year', () => {
    expect(pageOfLine({ kind: 'target', id: 't', code: 'FAI', targetPeriod: '2021-2025' })).toBe('/register/FAI?year=2025')
    expect(pageOfLine({ kind: 'commitment', id: 'c', code: '1.2', targetPeriod: '2023-11-30' })).toBe('/plan/2023?item=c')
  })
})

describe('the expected pace', () => {
  it('is not drawn where it is the target itself', () => expect([expectedBeside({ expected: 10, target: 10 }), expectedBeside({ expected: 139, target: 280 })]).toEqual([null, 139]))
})
