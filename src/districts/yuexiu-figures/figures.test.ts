import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sameMeasure } from '../../engines/indicators/domain/units.ts'
import { Target } from '../../engines/indicators/schema.ts'
import { printNumber } from '../../kernel/quantity.ts'
import { Period } from '../../kernel/period.ts'
import { Source } from '../../kernel/source.ts'
import { packs } from '../../packs/index.ts'
import { departments } from '../departments.ts'
import { yuexiu } from '../yuexiu.ts'
import { yuexiuFigures, yuexiuTargets } from './all.ts'
import { halfYear2023 } from './half-year-2023.ts'
import { plan2023 } from './plan-2023.ts'
import { plan2025 } from './plan-2025.ts'
import { type FigureRow, type TargetRow } from './rows.ts'
import { workReport2021 } from './work-report-2021.ts'

const rows: readonly (FigureRow | TargetRow)[] = [...yuexiuFigures, ...yuexiuTargets]
const registered = new Map(packs.flatMap(p => p.indicators ?? []).map(i => [i.code, i]))
const named = (row: FigureRow | TargetRow) => `${row.indicator} ${row.period} (${row.source.section})`

describe('the published figures of Yuexiu', () => {
  test('are well over a hundred rows, each of an indicator that a pack registers', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120)
    for (const row of rows) expect(registered.has(row.indicator), row.indicator).toBe(true)
  })

  test('have a period, a source and a form that the ledger can keep', () => {
    for (const row of rows) {
      expect(Period.safeParse(row.period).success, named(row)).toBe(true)
      expect(Source.safeParse(row.source).success, named(row)).toBe(true)
    }
    for (const row of yuexiuTargets) expect(Target.pick({ aspect: true, operator: true, value: true, measure: true, hedge: true, verb: true, reference: true, nature: true }).safeParse(row).success, named(row)).toBe(true)
  })

  test('say something in every row: a level, a change or, for a target without a number, whom it follows', () => {
    for (const row of yuexiuFigures) expect(row.level !== null || row.change !== null, named(row)).toBe(true)
    for (const row of yuexiuTargets) expect((row.value === null) === (row.reference !== null), named(row)).toBe(true)
  })

  test('are not said twice by one paper', () => {
    const keys = yuexiuFigures.map(row => `${row.source.title} ${row.indicator} ${row.period}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  test('are counted in the unit of their indicator, 万 and 亿 and measure words aside', () => {
    const unitOf = (row: FigureRow | TargetRow) => registered.get(row.indicator)?.unit ?? ''
    for (const row of yuexiuFigures) if (row.level) expect(sameMeasure(row.level.unit, unitOf(row)), named(row)).toBe(true)
    for (const row of yuexiuTargets) if (row.aspect === 'level') expect(sameMeasure(row.measure, unitOf(row)), named(row)).toBe(true)
  })
})

// Where figure and unit do not stand side by side in the paper.
const printedOtherwise: Readonly<Record<string, string>> = {
  'CITY-KEY-PROJECT-LEAD 2023H1': '6个和17个百分点',
  'CULTURE-AUDIENCE 2023H1': '260多万人次',
  'ROADS-REPAIRED 2025': '30余条',
}

const folder = new URL('../../../../shared/reports/', import.meta.url)
const papers = [
  { paper: workReport2021, file: 'yuexiu-2021-work-report.txt', parts: ['一、2020年及', '二、“十四五”时期', '三、2021年工作安排', '附件1', '附件2'] },
  { paper: plan2023, file: 'yuexiu-2023-plan.txt', parts: ['一、2022年', '二、2023年'] },
  { paper: halfYear2023, file: 'yuexiu-2023-half-year.txt', parts: ['一、上半年', '二、下半年'] },
  { paper: plan2025, file: 'yuexiu-2025-plan.txt', parts: ['一、2024年', '二、2025年'] },
]

const there = existsSync(folder)
if (!there) console.warn('skipped: ../shared/reports is not here, so the figures of Yuexiu are not compared with the papers')

describe.skipIf(!there)('against the papers themselves', () => {
  test.each(papers)('every number of $file stands in the section it is cited from', ({ paper, file, parts }) => {
    const text = squeezed(readFileSync(new URL(file, folder), 'utf8'))
    expect(rows.some(row => row.source.title === paper.title)).toBe(true)
    const wrong = rows.filter(row => row.source.title === paper.title).flatMap(row => {
      const section = sectionOf(text, row.source.section, parts)
      return numbersOf(row).flatMap(number => {
        const places = [...section.matchAll(standing(number))].map(m => section.slice(Math.max(0, m.index - 60), m.index + 40))
        if (places.some(place => namePieces(row.indicator).some(piece => place.includes(piece)))) return []
        return [`${named(row)}: ${number} ${places.length > 0 ? `stands beside other words: ${places.join(' / ')}` : 'is not there'}`]
      })
    })
    expect(wrong).toEqual([])
  })

  test('every row is cited from one of these papers', () => {
    for (const row of rows) expect(papers.map(p => p.paper.title)).toContain(row.source.title)
  })
})

test.skipIf(!there)('a department is confirmed only by a paper that names it', () => {
  for (const [key, title] of Object.entries(yuexiu.namedDepartments)) {
    const file = papers.find(p => p.paper.title === title)?.file ?? title
    expect(squeezed(readFileSync(new URL(file, folder), 'utf8'))).toContain(departments.find(d => d.key === key)?.zh)
  }
})

function squeezed(raw: string): string {
  return raw.replace(/[—-]\s*\d+\s*[—-]/g, '').replace(/[\s*#]/g, '').replaceAll('(', '（').replaceAll(')', '）').replaceAll('％', '%')
}

/** What a paper must print for this row. */
function numbersOf(row: FigureRow | TargetRow): readonly string[] {
  const otherwise = printedOtherwise[`${row.indicator} ${row.period}`]
  if (otherwise) return [otherwise]
  if ('operator' in row) return row.value === null ? [] : [printNumber(row.value) + row.measure]
  return [...(row.level ? [printNumber(row.level.value) + row.level.unit] : []), ...(row.change ? [printNumber(Math.abs(row.change.value)) + row.change.unit] : [])]
}

/** Three characters in a row of any name of the indicator: enough to see that the number stands beside its subject. */
function namePieces(code: string): readonly string[] {
  const indicator = registered.get(code)
  return [indicator?.name.zh ?? '', ...(indicator?.aliases ?? [])].flatMap(name => Array.from({ length: Math.max(1, name.length - 2) }, (_, i) => name.slice(i, i + 3)))
}

/** The number with nothing numeric before it, so that 5个 is not found in 15个. */
function standing(number: string): RegExp {
  return new RegExp(`(?<![\\d.])${number.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`, 'g')
}

/** From the heading of a section to the next heading of its kind. `二` alone is the part up to its first group. */
function sectionOf(text: string, section: string, parts: readonly string[]): string {
  const between = (whole: string, start: string, end: string | undefined) => {
    const at = whole.indexOf(start)
    expect(at, `「${start}」 for ${section}`).toBeGreaterThanOrEqual(0)
    const until = end === undefined ? -1 : whole.indexOf(end, at + start.length)
    return until < 0 ? whole.slice(at) : whole.slice(at, until)
  }
  const numerals = '一二三四五六七八九十'
  const next = (numeral: string) => numerals[numerals.indexOf(numeral) + 1] ?? ''
  const part = parts.findIndex(p => p.startsWith(section.startsWith('附件') ? section.slice(0, 3) : `${section[0]}、`))
  const body = between(text, parts[part] ?? section, parts[part + 1])
  const [, group] = /（(.)）$/.exec(section) ?? []
  if (group) return between(body, `（${group}）`, `（${next(group)}）`)
  const [, item] = /^附件\d (.)$/.exec(section) ?? []
  if (item) return between(body, `${item}、`, `${next(item)}、`)
  if (section.includes('十三五')) return between(body, '回顾“十三五”', undefined)
  return body.split('（一）')[0] ?? body
}
