import { describe, expect, it } from 'vitest'
import { type Source } from '../../../kernel/source.ts'
import { type Figure } from '../../indicators/schema.ts'
import { type PlanLine } from '../schema.ts'
import { type Awaited, completionOf, type ForCompletion } from './completion.ts'

const paper: Source = { kind: 'published', title: '计划报告', section: '一（一）', saidOn: '2025-02-26' }
const line = (code: string, more: Partial<PlanLine> = {}): PlanLine => ({
  id: `t-${code}`, code, name: code, label: { zh: code, en: code }, kind: 'target', indicator: code, place: null, unit: '%', operator: '=', target: 4, stretch: null, words: '增长4%', forecast: null, noForecast: null, rest: null, figure: null, period: null, targetPeriod: '2024', expected: null, share: null, gap: null,
  light: 'not-judged', because: '还没有数值。', verdict: { light: 'not-judged', gap: null, rule: 'no-figure', inputs: [], because: { zh: '还没有数值。', en: 'No figure yet.' } }, stretchVerdict: null, override: null, statements: 1, owner: null, asOf: null, sources: [], ...more,
})
const figure = (indicator: string, more: Partial<Figure>): Figure => ({ id: `f-${indicator}`, indicator, unit: 'd', period: '2024', vintage: 'published', basis: null, level: null, change: null, rank: null, qualifier: null, status: 'published', saidAs: null, saidOn: '2025-02-26', source: paper, origin: null, at: '2025-02-26T00:00:00.000Z', replaces: null, replacedBy: null, reason: null, version: 1, ...more })
const awaited = (expected: string | null): Awaited => ({ indicator: 'ENERGY', period: '2024', publisher: '市统计局', expected, source: paper, by: '王', at: '2025-02-26T00:00:00.000Z', version: 1 })
const growth = (value: number) => ({ value, unit: '%', base: '同比' })
const table = (more: Partial<ForCompletion>) => completionOf({ year: 2024, today: '2025-03-01', lines: [], next: [], figures: [], awaited: [], ...more })

describe('the completion table', () => {
  it('has the five lines that a report prints, one a dash with its note, where the year’s own targets are not on file', () => {
    const rows = table({
      next: [line('GDP', { targetPeriod: '2021-2025', words: '4100亿元以上' }), ...['GDP', 'RETAIL', 'BUDGET', 'JOBS', 'ENERGY', 'INCOME'].map(code => line(code, { targetPeriod: '2025' }))],
      figures: [figure('GDP', { change: growth(1.6) }), figure('RETAIL', { change: growth(0.5) }), figure('BUDGET', { level: { value: 59.64, unit: '亿元' }, change: growth(13.2), basis: '可比' }), figure('JOBS', { level: { value: 30019, unit: '人' } })],
      awaited: [awaited('2025H1')],
    })
    expect(rows.map(row => [row.code, row.result?.quantity ?? null, row.note?.words.zh ?? null])).toEqual([
      ['GDP', { value: 1.6, unit: '%' }, null], ['RETAIL', { value: 0.5, unit: '%' }, null], ['BUDGET', { value: 13.2, unit: '%' }, null], ['JOBS', { value: 30019, unit: '人' }, null],
      ['ENERGY', null, '2024年数值由市统计局公布，预计2025年上半年公布。'],
    ])
    expect(rows[2]?.result).toMatchObject({ grown: true, basis: '可比' })
    expect(rows.every(row => row.line === null && row.next?.targetPeriod === '2025')).toBe(true)
  })

  it.each([
    ['2025-06-30', false],
    // The last day of the time in which it is to come is not late.
    ['2025-07-01', true],
  ])('on %s a figure expected in the first half of 2025 is late: %s', (today, late) => {
    expect(table({ today, lines: [line('ENERGY')], awaited: [awaited('2025H1')] })[0]?.note).toMatchObject({ late })
  })

  it.each<[string, Partial<PlanLine>, Partial<Figure> | null, object | null]>([
    ['the figure of the line, where it is of the whole year', { figure: 1.6, period: '2024', sources: [{ of: 'figure', id: 'f', source: paper }] }, null, { quantity: { value: 1.6, unit: '%' }, grown: true }],
    ['that of half a year while the whole has not come', { figure: 1.2, period: '2024H1', sources: [{ of: 'figure', id: 'f', source: paper }] }, null, { quantity: { value: 1.2, unit: '%' }, period: '2024H1' }],
    ['the whole year before half of it', { figure: 1.2, period: '2024H1', sources: [{ of: 'figure', id: 'f', source: paper }] }, { change: { value: 1.6, unit: '%', base: '同比' } }, { quantity: { value: 1.6, unit: '%' }, period: '2024' }],
    ['a level for a target of level', { unit: '个', words: '300个' }, { level: { value: 315, unit: '个' } }, { quantity: { value: 315, unit: '个' }, grown: false }],
    ['no level for a target of growth', {}, { level: { value: 315, unit: '个' } }, null],
  ])('takes %s', (_, of, told, result) => {
    const [row] = table({ lines: [line('GDP', of)], figures: told ? [figure('GDP', told)] : [] })
    if (result === null) expect(row?.result).toBeNull()
    else expect(row?.result).toMatchObject(result)
  })

  it('prints the note of a paper where nobody has entered one, and the verdict where there is neither', () => {
    expect(table({ lines: [line('ENERGY')], figures: [figure('ENERGY', { qualifier: '待市公布' })] })[0]?.note?.words.zh).toBe('待市公布')
    expect(table({ lines: [line('ENERGY')] })[0]?.note?.words.zh).toBe('还没有数值。')
    const half = line('ENERGY', { figure: 1.2, period: '2024H1', sources: [{ of: 'figure', id: 'f', source: paper }] })
    expect(table({ lines: [half] })[0]?.note).toBeNull()
    expect(table({ lines: [half], awaited: [awaited(null)] })[0]?.note?.words.zh).toBe('2024年数值由市统计局公布。')
    expect(table({ lines: [line('ENERGY')], next: [line('ENERGY', { words: '完成市下达目标', targetPeriod: '2025' })] })[0]?.next?.words).toBe('完成市下达目标')
  })
})
