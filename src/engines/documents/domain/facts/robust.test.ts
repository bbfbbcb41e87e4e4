import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSentence } from './test-paper.ts'

const words = fc.constantFrom('增长', '下降', '分别', '、', '和', '，', '。', '；', '“', '”', '（', '）', '《', '》', '%', '个百分点', '亿元', '万', '个', '家', '项', '第', '全市', '连续', '年', '由', '提高到', '以上', '超', '近', '其中', '占', '完成', '市下达目标', '——', '项目', '企业', '税收', '新建', '为', '12', '3.5', '2023', '十', '千亿', '三', '成', '1/4', ' ', '\t', '\n', '与经济增长同步', '翻番', '双下降')

describe('any text', () => {
  it('is read without a failure, and every span and certainty is in its bounds', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 60 }), fc.constantFrom('results' as const, 'tasks' as const, 'unknown' as const), (parts, role) => {
      const text = parts.join(''), read = readSentence(text, role)
      for (const found of [...read.facts, ...read.commitments, ...read.doubts]) {
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeLessThanOrEqual(text.length)
        expect(found.start).toBeLessThan(found.end)
      }
      for (const fact of read.facts) expect(fact.value === null || Number.isFinite(fact.value)).toBe(true)
      expect(new Set(read.facts.map(fact => fact.id)).size).toBe(read.facts.length)
    }), { numRuns: 500, seed: 20230207 })
  })

  it('a whole report without a single full stop is still read', () => {
    const { facts } = readSentence('新建公园3个，税收增长5%，'.repeat(4000))
    expect(facts).toHaveLength(8000)
    expect(facts.at(-1)).toMatchObject({ name: '税收', value: 5 })
  })
})
