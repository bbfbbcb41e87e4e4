import { describe, expect, it } from 'vitest'
import { type Block } from '../../../../engines/documents/schema.ts'
import { aFact } from '../../../../../testkit/finding.ts'
import { pagesOf, segmentsOf } from './text-pages.ts'

const block = (id: string, start: number, end: number, given: Partial<Block> = {}): Block => ({ id, kind: 'paragraph', role: 'results', level: null, heading: null, path: [], start, end, clean: { start, end }, ...given })

describe('the pages of a raw text', () => {
  it('cover it without gap or overlap and end where a block begins', () => {
    const outline = [0, 40, 95, 130, 210].map((start, i) => block(`b${i}`, start, start + 30))
    expect(pagesOf(260, outline, 100)).toEqual([{ start: 0, end: 130 }, { start: 130, end: 260 }])
  })

  it('cut a stretch without blocks where it is, so that a paper on one line is still drawn in parts', () => {
    expect(pagesOf(350, [block('b', 0, 350)], 100)).toEqual([{ start: 0, end: 100 }, { start: 100, end: 200 }, { start: 200, end: 350 }])
  })

  it('are none for an empty text', () => {
    expect(pagesOf(0, [])).toEqual([])
  })
})

describe('the stretches of a page', () => {
  const page = { start: 0, end: 20 }

  it('are one where nothing was read', () => {
    expect(segmentsOf(page, [], [], null)).toEqual([{ start: 0, end: 20, on: [], heading: null, aside: false, looked: false }])
  })

  it('name the nearest finding first where several lie on the same words', () => {
    const sentence = aFact({ start: 2, end: 18, key: 'f2' }), figure = aFact({ start: 5, end: 9, key: 'f5' })
    const segments = segmentsOf(page, [sentence, figure], [], null)
    expect(segments.map(s => [s.start, s.end, s.on.map(f => f.key)])).toEqual([[0, 2, []], [2, 5, ['f2']], [5, 9, ['f5', 'f2']], [9, 18, ['f2']], [18, 20, []]])
  })

  it('keep to the page where a finding goes on over its edge', () => {
    const segments = segmentsOf(page, [aFact({ start: 15, end: 30 })], [], { start: 15, end: 30 })
    expect(segments.map(s => [s.start, s.end, s.looked])).toEqual([[0, 15, false], [15, 20, true]])
  })

  it('know headings from running text and page furniture from both', () => {
    const outline = [block('h', 0, 6, { kind: 'heading', level: 1, heading: '主要目标' }), block('l', 6, 12, { kind: 'lead', level: 3, heading: '稳增长' }), block('f', 12, 20, { kind: 'furniture' })]
    expect(segmentsOf(page, [], outline, null).map(s => [s.heading, s.aside])).toEqual([[1, false], [null, false], [null, true]])
  })
})
