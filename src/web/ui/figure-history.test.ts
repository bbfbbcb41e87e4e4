import { describe, expect, it } from 'vitest'
import { historyOf, quantityOf } from './figure-history.ts'

const growth = (value: number) => ({ level: null, change: { value, unit: '%', base: '同比' } })
const both = { level: { value: 3650.18, unit: '亿元' }, change: { value: 6.3, unit: '%', base: '同比' } }

describe('what a figure measures', () => {
  it('is its level, unless its change is asked for by its unit', () => expect([quantityOf(both, null)?.value, quantityOf(both, '亿元')?.value, quantityOf(both, '%')?.value]).toEqual([3650.18, 3650.18, 6.3]))
  it('is its change where it has no level', () => expect(quantityOf(growth(8.4), null)).toEqual({ value: 8.4, unit: '%' }))
  it('is nothing where only a rank was said', () => expect(quantityOf({ level: null, change: null }, null)).toBeNull())
})

describe('the history of a figure', () => {
  const said = (period: string, value: number, vintage: 'quick' | 'final' | 'published' = 'published', saidOn: string | null = null) => ({ period, vintage, saidOn, ...growth(value) })

  it('sets years beside years, oldest first', () => {
    expect(historyOf([said('2023', 6), said('2021', 8), said('2022H1', 3), said('2022', 4)], '2023', '%')).toEqual([{ period: '2021', value: 8 }, { period: '2022', value: 4 }, { period: '2023', value: 6 }])
  })

  it('takes the latest vintage of a period, and of one vintage the one said last', () => {
    expect(historyOf([said('2022', 4.4, 'final'), said('2022', 4, 'quick'), said('2021', 7, 'published', '2022-02-01'), said('2021', 8, 'published', '2022-07-01')], '2022', '%')).toEqual([{ period: '2021', value: 8 }, { period: '2022', value: 4.4 }])
  })

  it('leaves out what was measured in another unit', () => expect(historyOf([{ period: '2022', vintage: 'final', saidOn: null, ...both }, said('2023', 6)], '2023', '亿元')).toEqual([{ period: '2022', value: 3650.18 }]))
})
