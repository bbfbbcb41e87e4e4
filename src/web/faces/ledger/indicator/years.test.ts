import { describe, expect, it } from 'vitest'
import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { linesThroughYears } from './years.ts'

type Figure = IndicatorPage['figures'][number]
type Target = IndicatorPage['targets'][number]

// What the lines do not look at stays out: a figure and a target of the page have some thirty fields more.
const figure = (period: string, level: number | null, growth: number | null, more: Partial<Figure> = {}) => ({
  period, vintage: 'published', saidOn: null, level: level === null ? null : { value: level, unit: '亿元' }, change: growth === null ? null : { value: growth, unit: '%', base: '同比' }, replacedBy: null, status: 'published', ...more,
}) as Figure // see above
const target = (period: string, value: number, operator: Target['operator'] = '>=') => ({ period, value, operator, measure: '%' }) as Target // see above
const page = (figures: readonly Figure[], targets: readonly Target[] = []) => ({ figures: [...figures], targets: [...targets], indicator: { direction: 'up' } as IndicatorPage['indicator'] }) // only the direction is looked at

describe('an indicator through the years', () => {
  it('is a line for each measure, years before halves, with what was promised beside it', () => {
    const lines = linesThroughYears(page([figure('2022', 3650.18, 2.1), figure('2021', 3600, 8), figure('2023H1', null, 5.3)], [target('2022', 6), target('2021', 7), target('2023', 4.5, '~')]))
    expect(lines.map(line => line.key)).toEqual(['year %', 'year 亿元'])
    expect(lines[0]).toMatchObject({ periods: ['2021', '2022', '2023'], actual: [8, 2.1, null], promised: [7, 6, 4.5], met: { of: 2, count: 1 } })
    expect(lines[1]).toMatchObject({ periods: ['2021', '2022'], promised: [null, null], met: { of: 0, count: 0 } })
  })

  it('keeps the place of a year of which nothing was said', () => expect(linesThroughYears(page([figure('2020', null, 4.6), figure('2022', null, 6.3)]))[0]).toMatchObject({ periods: ['2020', '2021', '2022'], actual: [4.6, null, 6.3] }))
  it('leaves out drafts and what was corrected', () => expect(linesThroughYears(page([figure('2021', 1, null), figure('2022', 2, null, { status: 'draft' }), figure('2023', 3, null, { replacedBy: 'x' })]))).toEqual([]))
  it('is none where there is one point', () => expect(linesThroughYears(page([figure('2022', 3650.18, null)]))).toEqual([]))
})
