import { describe, expect, it } from 'vitest'
import { countedSource, type CountedFigure, levelOf, monthsCounted, sharesOf } from './counted-figures.ts'

const opened: CountedFigure = { indicator: 'HOTLINE-CASES', type: 'hotline', counts: 'opened' }, onTime: CountedFigure = { indicator: 'HOTLINE-ON-TIME', type: 'hotline', counts: 'on-time' }

describe('what the register is told of cases', () => {
  it('counts months that are over, across the turn of a year', () => {
    expect(monthsCounted('2026-01-31', 3)).toEqual(['2025-12', '2025-11', '2025-10'])
    expect(monthsCounted('2026-02-01', 1)).toEqual(['2026-01'])
  })

  it.each([[opened, { part: 12, whole: 12 }, { value: 12, unit: '件' }], [opened, { part: 0, whole: 0 }, null], [onTime, { part: 2, whole: 3 }, { value: 66.67, unit: '%' }], [onTime, { part: 0, whole: 0 }, null]] as const)('writes %o of %o as %o', (figure, share, level) => {
    expect(levelOf(figure, share)).toEqual(level)
  })

  it('says of what a figure was made, and opens each number to its cases', () => {
    expect(countedSource(onTime, { part: 2, whole: 3 }, '2026-10', '2026-11-01T00:00:00.000Z', false)).toEqual({
      kind: 'cases', rule: { zh: '按期结案率 = 按期结案 ÷ 应结案', en: expect.any(String) }, at: '2026-11-01T00:00:00.000Z',
      counts: [{ name: expect.objectContaining({ zh: '按期结案' }), n: 2, query: { type: 'hotline', counted: 'on-time/part', countedIn: '2026-10' } }, { name: expect.objectContaining({ zh: '应结案' }), n: 3, query: { type: 'hotline', counted: 'on-time/whole', countedIn: '2026-10' } }],
    })
    expect(countedSource(opened, { part: 5, whole: 5 }, '2026-02', '2026-03-01T00:00:00.000Z', true)).toMatchObject({ generated: true, counts: [{ n: 5, query: { type: 'hotline', openedFrom: '2026-02-01', openedTo: '2026-02-28' } }] })
  })

  it('reads the numbers back from a figure on file', () => {
    expect(sharesOf(countedSource(onTime, { part: 2, whole: 3 }, '2026-10', '2026-11-01T00:00:00.000Z', false))).toEqual({ part: 2, whole: 3 })
    expect(sharesOf(countedSource(opened, { part: 5, whole: 5 }, '2026-10', '2026-11-01T00:00:00.000Z', false))).toEqual({ part: 5, whole: 5 })
    expect(sharesOf({ kind: 'generated', seed: 'x' })).toBeNull()
  })
})
