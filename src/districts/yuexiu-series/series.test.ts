import { describe, expect, test } from 'vitest'
import { spanOf } from '../../kernel/period.ts'
import { baseValue } from '../../kernel/quantity.ts'
import { Source } from '../../kernel/source.ts'
import { packs } from '../../packs/index.ts'
import { yuexiuFigures } from '../yuexiu-figures/all.ts'
import { yuexiu } from '../yuexiu.ts'
import { courses } from './courses.ts'
import { otherPart, productParts } from './product.ts'
import { yuexiuSeries } from './series.ts'
import { spread } from './spread.ts'

const rows = yuexiuSeries(yuexiu.code, yuexiu.streets)
const district = rows.filter(row => row.street === null)
const registered = new Map(packs.flatMap(p => p.indicators ?? []).map(i => [i.code, i]))
const flows = courses.map(course => course.indicator)
const named = (row: { readonly indicator: string; readonly period: string }) => `${row.indicator} ${row.period}`
const cents = (value: number) => Math.round(value * 100)

/** What is on file of the months of a year up to one of them; null where one is missing. */
function total(indicator: string, year: number, months: number): number | null {
  const found = district.filter(row => row.indicator === indicator && new RegExp(`^${year}-\\d\\d$`).test(row.period) && Number(row.period.slice(5)) <= months)
  return found.length === months ? found.reduce((sum, row) => sum + (row.level ? baseValue(row.level) : 0), 0) : null
}

/** The months of a period that a paper gives a figure of. */
const monthsIn = (period: string) => (/^\d{4}$/.test(period) ? 12 : period.endsWith('H1') ? 6 : 0)

describe('the generated series of Yuexiu', () => {
  test('are the same on every machine, marked as generated, of registered indicators and of periods that are over', () => {
    expect(yuexiuSeries(yuexiu.code, yuexiu.streets)).toEqual(rows)
    for (const row of rows) {
      expect(Source.parse(row.source).kind).toBe('generated')
      expect(registered.has(row.indicator), row.indicator).toBe(true)
      expect(row.saidOn > (spanOf(row.period)?.to ?? '9999'), named(row)).toBe(true)
      if (row.level && row.indicator !== 'MARKET-ENTITIES') expect(row.level.value, named(row)).toBeGreaterThanOrEqual(0)
    }
  })

  const levels = yuexiuFigures.filter(f => flows.includes(f.indicator) && f.level && !f.level.hedge && monthsIn(f.period) > 0 && f.period >= '2020' && total(f.indicator, Number(f.period.slice(0, 4)), 12) !== null)
  test('have levels of papers to add up to', () => expect(levels.length).toBeGreaterThanOrEqual(4))
  test.each(levels.map(f => [named(f), f] as const))('months add up exactly to the published %s', (_, figure) => {
    expect(cents(total(figure.indicator, Number(figure.period.slice(0, 4)), monthsIn(figure.period)) ?? 0)).toBe(cents(figure.level ? baseValue(figure.level) : 0))
  })

  const growths = yuexiuFigures.filter(f => flows.includes(f.indicator) && f.change && monthsIn(f.period) > 0 && !f.basis).flatMap(f => {
    const year = Number(f.period.slice(0, 4)), now = total(f.indicator, year, monthsIn(f.period)), before = total(f.indicator, year - 1, monthsIn(f.period))
    return now === null || before === null ? [] : [[named(f), f.change?.value ?? Number.NaN, (now / before - 1) * 100] as const]
  })
  test('have growth of papers to agree with', () => expect(growths.length).toBeGreaterThanOrEqual(5))
  test.each(growths)('months grow as the published %s', (_, said, grown) => expect(Number(grown.toFixed(1))).toBe(said))

  test('what stands agrees with every published level of it', () => {
    for (const figure of yuexiuFigures.filter(f => f.indicator === 'MARKET-ENTITIES' && f.period >= '2020')) {
      const month = figure.period.length === 4 ? `${figure.period}-12` : `${figure.period.slice(0, 4)}-06`
      expect(district.find(row => row.indicator === figure.indicator && row.period === month)?.level?.value, named(figure)).toBe(figure.level?.value)
    }
  })

  test('no month of 2023 stands beyond the half-year report, which leaves that year open', () => {
    expect(rows.filter(row => row.period > '2023-06' && row.period < '2024' && !/H1|Q1/.test(row.period))).toEqual([])
  })

  test('streets add up to the district in every month, and parts to the gross product in every quarter', () => {
    for (const row of district.filter(one => rows.some(other => other.street !== null && other.indicator === one.indicator && other.period === one.period))) {
      const streets = rows.filter(other => other.street !== null && other.indicator === row.indicator && other.period === row.period)
      expect(streets).toHaveLength(18)
      expect(cents(streets.reduce((sum, other) => sum + (other.level?.value ?? 0), 0)), named(row)).toBe(cents(row.level?.value ?? 0))
    }
    const parts = [...productParts.map(part => part.indicator), otherPart]
    for (const row of district.filter(one => one.indicator === 'GDP' && one.period >= '2024')) {
      const of = district.filter(other => parts.includes(other.indicator) && other.period === row.period)
      expect(of, named(row)).toHaveLength(parts.length)
      expect(cents(of.reduce((sum, other) => sum + (other.level?.value ?? 0), 0)), named(row)).toBe(cents(row.level?.value ?? 0))
    }
  })
})

test('what rounding leaves over goes to whoever lost most by it, and nothing is lost', () => {
  expect(spread(1, [1, 1, 1], 2)).toEqual([0.34, 0.33, 0.33])
  expect(spread(10, [2, 3, 5], 0)).toEqual([2, 3, 5])
  expect(spread(0, [1, 2], 2)).toEqual([0, 0])
})
