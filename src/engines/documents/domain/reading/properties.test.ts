import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { frontMatterOf } from './front-matter.ts'
import { termsOf } from './glossary.ts'
import { outlineOf } from './outline.ts'
import { structureDoubtsOf } from './structure-doubts.ts'

/** Scraps of which damaged papers are made: headings, figures, markup in every notation, page edges, footnotes, tables. */
const scraps = [
  '一、', '二、2024年工作安排', '（一）', '（三）城区更美。', '1.', '（2）', '①', '——', '— 12 —', '- 3 -', '第 2 页', '\n', '\n\n', '\r\n', '\f', '\t', ' ', '　', '\u200b', '\ufeff', '12', '4.6%', '４．６％', '亿元', '全区完成投资', '增长', '，', '。', '；', '：', '“两廊”', '“', '”', '（', '）', '1', '¹', '<sup>1</sup>', '<sub>2.5</sub>', 'PM_{2.5}', 'm^{2}', 'PM₂.₅', '**', '## ', '- ', '> ', '| a | b |\n', '|---|---|\n', '<br>', '<td>', '</td>', '</tr>', '<table>', '&nbsp;', '&amp;', '&#20013;', '\\%', '$', '`', '[1]', '[文](http://a)', '![图](b)', '⼀', '各位代表：', '附件1', '名词解释', ',', ':', '(', ')', '"', '09:35', '1,234', '1.“两廊”：走廊。', '指标名称 完成情况', '就业 5万人', '责任编辑：', '关于', '工作报告', 'and', '𠮷', '\ud800', '\u0000',
]
const paper = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...scraps) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), { maxLength: 120 }).map(parts => parts.join(''))

/** Is the clean character the raw one, a form of it, or white space in the place of a break, a tag or a blank? */
function isFormOf(raw: string, clean: string): boolean {
  return raw === clean || clean === '\n' || clean === '\t' || clean === ' ' || raw.normalize('NFKC') === clean.normalize('NFKC') || raw === '&' || (raw === '﹪' && clean === '%') || (raw === '"' && (clean === '“' || clean === '”'))
}

describe('whatever the text', () => {
  it('every clean character stands where its origin says, and the origins never go back', () => {
    fc.assert(fc.property(paper, raw => {
      const { text, origin } = cleanText(raw)
      expect(origin).toHaveLength(text.length + 1)
      expect(origin[text.length]).toBe(raw.length)
      for (let i = 0; i < text.length; i++) {
        const at = origin[i] ?? -1
        if (!isFormOf(raw.charAt(at), text.charAt(i))) throw new Error(`clean ${i} ${JSON.stringify(text.charAt(i))} has origin ${at} ${JSON.stringify(raw.charAt(at))}`)
        expect(at).toBeLessThanOrEqual(origin[i + 1] ?? -1)
      }
    }), { numRuns: 600, seed: 7 })
  })

  it('the blocks tile the clean text in order, and know only headings before them', () => {
    fc.assert(fc.property(paper, raw => {
      const clean = cleanText(raw)
      let at = 0
      const known = new Set<string>()
      for (const block of outlineOf(clean)) {
        expect(block.clean.start).toBe(at)
        expect(block.clean.end).toBeGreaterThan(at)
        expect(block.start).toBeLessThanOrEqual(block.end)
        expect(block.path.every(id => known.has(id))).toBe(true)
        expect(known.has(block.id)).toBe(false)
        known.add(block.id)
        at = block.clean.end
      }
      expect(at).toBe(clean.text.length)
    }), { numRuns: 600, seed: 8 })
  })

  it('front matter, words and doubts are read without a fault, with spans inside the raw text', () => {
    fc.assert(fc.property(paper, raw => {
      const clean = cleanText(raw), outline = outlineOf(clean), front = frontMatterOf(raw, clean, outline)
      for (const { start, end } of [...clean.repairs, ...clean.notes, ...termsOf(clean, outline), ...structureDoubtsOf(clean, outline, front)]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(raw.length)
      }
    }), { numRuns: 400, seed: 9 })
  })

  it('cleaning what is clean changes no words', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('全区完成投资，', '增长4.6%', '新建公园6个', '，', '。', '举办活动'), { minLength: 1, maxLength: 30 }).map(parts => `${parts.join('')}。`), sentence => {
      expect(cleanText(sentence).text).toBe(sentence)
    }), { numRuns: 200, seed: 10 })
  })
})

describe('hostile texts of a hundred thousand characters are read like any other', () => {
  it.each(['|', '|a|\n', '<', '<a ', '<!--', '**', '（', '一、\n', '“', '\n', '[', '](http', '$', '——\n', '1\n', '1 文字\n', '文1\n1\n', '¹ 文\n', '^{', '指标名称\n完成情况\n', '1.词：义\n', '附件1\n', '。一是工作。', '即', '以下', '“即', '第一届第一次会议', '市', '1.', '> '])('%j over and over', unit => {
    const raw = unit.repeat(Math.ceil(100_000 / unit.length))
    const clean = cleanText(raw), outline = outlineOf(clean)
    structureDoubtsOf(clean, outline, frontMatterOf(raw, clean, outline))
    termsOf(clean, outline)
    expect(clean.origin[clean.text.length]).toBe(raw.length)
  })
})
