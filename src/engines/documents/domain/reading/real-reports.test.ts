import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../schema.ts'
import { cleanText } from './clean-text.ts'
import { frontMatterOf } from './front-matter.ts'
import { termsOf } from './glossary.ts'
import { likenessOf } from './likeness.ts'
import { outlineOf } from './outline.ts'
import { structureDoubtsOf } from './structure-doubts.ts'

const reports = new URL('../../../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('../shared/reports is not there: the outlines of the six real reports are not checked')

function readOf(name: string) {
  const raw = readFileSync(new URL(`${name}.txt`, reports), 'utf8')
  const clean = cleanText(raw), outline = outlineOf(clean), front = frontMatterOf(raw, clean, outline)
  return { raw, clean, outline, front, terms: termsOf(clean, outline), doubts: structureDoubtsOf(clean, outline, front) }
}
const countOf = (outline: readonly Block[], kind: Block['kind'], level: number | null, role?: Block['role']) => outline.filter(block => block.kind === kind && block.level === level && (!role || block.role === role)).length

/** Counted by eye in the raw texts; the leads and the stretches about targets were looked at one by one. */
const counted = [
  { name: 'yuexiu-2021-work-report', parts: 3, groups: 12, leads: 42, problems: 1, targets: 2, annexItems: 10, rows: 0, words: 35, notes: 0, date: '2021-02-06', speaker: '苏佩', results: '2020', plan: '2021' },
  { name: 'yuexiu-2023-plan', parts: 2, groups: 11, leads: 33, problems: 1, targets: 6, annexItems: 0, rows: 0, words: 1, notes: 1, date: '2023-02-07', speaker: '刘震海', results: '2022', plan: '2023' },
  { name: 'yuexiu-2023-half-year', parts: 2, groups: 12, leads: 38, problems: 0, targets: 0, annexItems: 0, rows: 0, words: 0, notes: 0, date: '2023-08-29', speaker: null, results: '2023H1', plan: '2023' },
  { name: 'yuexiu-2025-plan', parts: 2, groups: 12, leads: 35, problems: 1, targets: 6, annexItems: 0, rows: 6, words: 7, notes: 7, date: '2025-02-26', speaker: '刘震海', results: '2024', plan: '2025' },
  { name: 'other-sichuan-2026-work-report', parts: 3, groups: 10, leads: 62, problems: 1, targets: 6, annexItems: 0, rows: 0, words: 21, notes: 0, date: '2026-02-03', speaker: '施小琳', results: '2025', plan: '2026' },
]

describe.skipIf(!there)('the outline of a real report', () => {
  it.each(counted)('$name has its parts and groups', ({ name, ...expected }) => {
    const { clean, outline, front, terms } = readOf(name)
    expect({
      parts: countOf(outline, 'heading', 1, 'results') + countOf(outline, 'heading', 1, 'tasks') + countOf(outline, 'heading', 1, 'outlook'),
      groups: outline.filter(block => block.kind === 'heading' && block.level === 2 && block.role !== 'annex' && block.role !== 'glossary').length,
      leads: outline.filter(block => block.kind === 'lead' && block.role !== 'annex').length,
      problems: outline.filter(block => block.role === 'problems').length,
      targets: outline.filter(block => block.role === 'targets' && (block.kind === 'paragraph' || block.kind === 'list-item')).length,
      annexItems: outline.filter(block => block.role === 'annex' && block.kind === 'list-item').length,
      rows: outline.filter(block => block.kind === 'table-row').length, words: terms.length, notes: clean.notes.length,
      date: front.date, speaker: front.speaker, results: front.resultsPeriod, plan: front.planPeriod,
    }).toEqual(expected)
  })

  it('the report of Inner Mongolia has numbered chapters under two without numbers, and ten matters in its annex', () => {
    const { outline } = readOf('other-neimenggu-2026-work-report')
    expect(outline.filter(block => block.level === 1).map(block => block.role)).toEqual(['results', 'tasks', 'annex'])
    expect(outline.filter(block => block.kind === 'heading' && block.level === 2 && block.role !== 'annex')).toHaveLength(4)
    expect(outline.filter(block => block.kind === 'heading' && block.level === 3)).toHaveLength(15)
    expect(outline.filter(block => block.role === 'annex' && block.kind === 'list-item')).toHaveLength(10)
  })

  it('every figure of the raw text is in the clean text, but for page numbers, marks, notes and what stands around the report', () => {
    for (const { name } of counted) {
      const { raw, clean } = readOf(name)
      const gone = clean.repairs.filter(repair => repair.kind === 'page-number' || repair.kind === 'footnote-mark' || repair.kind === 'footnote-text' || repair.kind === 'web-furniture')
      const kept = new Set(clean.origin)
      const lost = [...raw.matchAll(/\d/g)].filter(match => !kept.has(match.index) && !gone.some(({ start, end }) => match.index >= start && match.index < end))
      expect(lost.map(match => raw.slice(match.index - 5, match.index + 5)), name).toEqual([])
    }
  })

  it('only the slips that are really there are doubted', () => {
    expect(counted.map(({ name }) => readOf(name).doubts.map(doubt => doubt.kind))).toEqual([['lost-quotation-mark', 'lost-quotation-mark'], [], ['stray-word'], [], []])
  })

  it('all six are told for reports', () => {
    for (const name of [...counted.map(report => report.name), 'other-neimenggu-2026-work-report']) expect(likenessOf(readOf(name).raw).isReport, name).toBe(true)
  })
})
