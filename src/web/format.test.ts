import { describe, expect, it } from 'vitest'
import { dayText, gapBetween, hedgeText, instantText, numberText, periodText, quantityText, shareText, signedText, unitText } from './format.ts'

describe('a number', () => {
  it('has no grouping commas and no trailing zeros', () => expect([3650.18, 240000, 8.4, 10].map(n => numberText(n))).toEqual(['3650.18', '240000', '8.4', '10']))
  it('keeps its decimals where a column asks for them', () => expect([8, 8.46].map(n => numberText(n, 1))).toEqual(['8.0', '8.5']))
  it('is a dash where there is none', () => expect([null, Number.NaN, Number.POSITIVE_INFINITY].map(n => numberText(n))).toEqual(['—', '—', '—']))
  it('is never minus nought', () => expect([numberText(-0.001), numberText(-0.04, 1)]).toEqual(['0', '0.0']))
})

describe('a difference', () => {
  it('shows its sign', () => expect([6.3, -1.6, 0].map(n => signedText(n))).toEqual(['+6.3', '-1.6', '0']))
  it('that rounds to nought shows none', () => expect([signedText(0.001), signedText(-0.001)]).toEqual(['0', '0']))
  it('of two percentages is in percentage points', () => expect(gapBetween({ value: 8.4, unit: '%' }, { value: 10, unit: '%' })).toEqual({ value: -1.6, unit: '个百分点' }))
  it('of two amounts keeps their unit', () => expect(gapBetween({ value: 209, unit: '个' }, { value: 280, unit: '个' })).toEqual({ value: -71, unit: '个' }))
  it('of an amount and a percentage is refused', () => expect(gapBetween({ value: 3650.18, unit: '亿元' }, { value: 6, unit: '%' })).toBeNull())
})

describe('a quantity', () => {
  it('stands as papers print it', () => {
    expect(quantityText({ value: 3650.18, unit: '亿元' }, 'zh')).toBe('3650.18亿元')
    expect(quantityText({ value: 2.9, unit: '个百分点' }, 'zh', { signed: true })).toBe('+2.9个百分点')
  })

  it('keeps its hedge on its side of the number', () => {
    expect(quantityText({ value: 500, unit: '亿元', hedge: '超' }, 'zh')).toBe('超500亿元')
    expect(quantityText({ value: 10, unit: '%', hedge: '以上' }, 'zh')).toBe('10%以上')
    expect(quantityText({ value: 30, unit: '个', hedge: '余' }, 'zh')).toBe('30余个')
  })

  it('is complete in English', () => {
    expect(quantityText({ value: 3650.18, unit: '亿元', hedge: '超' }, 'en')).toBe('over 3650.18 ×100 million yuan')
    expect(quantityText({ value: 10, unit: '%', hedge: '以上' }, 'en')).toBe('10% or more')
    expect(quantityText({ value: 280, unit: '个' }, 'en')).toBe('280')
    expect(quantityText({ value: -1.6, unit: '个百分点' }, 'en', { signed: true })).toBe('-1.6 percentage points')
    expect(hedgeText('左右', 'en')).toEqual({ before: 'about', between: '', after: '' })
  })

  it('keeps a unit that has no English word', () => expect(unitText('万标箱', 'en')).toBe('×10,000 标箱'))
})

describe('a share', () => {
  it('is per cent of the whole', () => expect(shareText(209, 280, 0)).toBe('75%'))
  it('of nothing is a dash, never 100 %', () => expect(shareText(0, 0)).toBe('—'))
})

describe('a period', () => {
  const cases = [
    ['2023', '2023年', '2023'],
    ['2023H1', '2023年上半年', 'H1 2023'],
    ['2023H2', '2023年下半年', 'H2 2023'],
    ['2023Q4', '2023年四季度', 'Q4 2023'],
    ['2023-05', '2023年5月', 'May 2023'],
    ['2023M1-5', '2023年1—5月', 'January–May 2023'],
    ['2023M1-1', '2023年1月', 'January 2023'],
    ['2021-2025', '2021—2025年', '2021–2025'],
    ['2023-05-11', '2023年5月11日', '11 May 2023'],
    ['去年', '去年', '去年'],
  ] as const
  for (const [period, zh, en] of cases) it(`${period} is ${zh}`, () => expect([periodText(period, 'zh'), periodText(period, 'en')]).toEqual([zh, en]))
})

describe('a day and a time', () => {
  it('are said in words', () => expect([dayText('2023-07-31', 'zh'), dayText('2023-07-31', 'en')]).toEqual(['2023年7月31日', '31 July 2023']))
  it('are those of Shanghai', () => expect([instantText('2023-07-31T16:05:00.000Z', 'zh'), instantText('2023-07-31T10:05:00.000Z', 'en')]).toEqual(['2023年8月1日 00:05', '31 July 2023, 18:05']))
})
