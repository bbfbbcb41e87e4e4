import { describe, expect, it } from 'vitest'
import { grew, monthsOfYear } from '../../../../testkit/said.ts'
import { pairOf } from './pairing.ts'
import { restOf } from './rest.ts'
import { type Said } from './vintage.ts'

const thing = { kind: 'flow', direction: 'up', name: { zh: '固定资产投资', en: 'Investment' }, basis: null, unit: '亿元', embargoed: false } as const
const ten = Array<number>(12).fill(10)

type Given = { readonly figures: readonly Said[]; readonly value?: number | null; readonly aspect?: 'level' | 'growth'; readonly operator?: '>=' | '<='; readonly kind?: 'flow' | 'stock' | 'rate'; readonly zh?: string; readonly measure?: string; readonly unit?: string; readonly period?: string }
function rest({ figures, value = 150, aspect = 'level', operator = '>=', kind = 'flow', zh = thing.name.zh, measure = aspect === 'growth' ? '%' : '亿元', unit = '亿元', period = '2025' }: Given) {
  const target = { operator, value, aspect, measure, period }, indicator = { ...thing, kind, unit, name: { zh, en: zh } }
  return restOf(target, indicator, pairOf(target, indicator, figures, '2025-12-31'), figures, '2025-12-31')
}

describe('what the rest of the year must bring', () => {
  const facts: readonly [what: string, given: Given, then: { readonly months: number; readonly amount: number | null; readonly perMonth?: number | null; readonly perQuarter?: number | null; readonly lastYear?: number | null; readonly growth: number | null } | null, words: string | null][] = [
    ['a level: the sum, each month, and against last year', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, ten.slice(0, 7))] }, { months: 5, amount: 80, perMonth: 16, perQuarter: null, lastYear: 50, growth: 60 }, '余下5个月需完成80亿元，平均每月16亿元；去年同期50亿元，今年需高出60%'],
    ['whole quarters left are told as quarters too', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, ten.slice(0, 6))] }, { months: 6, amount: 90, perMonth: 15, perQuarter: 45, lastYear: 60, growth: 50 }, '下半年需完成90亿元，平均每月15亿元；去年同期60亿元，今年需高出50%'],
    ['less than last year is enough', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, [...ten.slice(0, 9), 45])] }, { months: 2, amount: 15, lastYear: 20, growth: -25 }, '余下2个月需完成15亿元，平均每月7.5亿元；去年同期20亿元，今年少25%也可达标'],
    ['as much as last year', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, [...ten.slice(0, 10), 40])] }, { months: 1, amount: 10, lastYear: 10, growth: 0 }, '余下1个月需完成10亿元；去年同期10亿元，今年持平即可'],
    ['without last year: the sum alone', { figures: monthsOfYear(2025, ten.slice(0, 6)) }, { months: 6, amount: 90, lastYear: null, growth: null }, '下半年需完成90亿元，平均每月15亿元'],
    ['what is reached needs no rest', { figures: monthsOfYear(2025, [150]) }, null, null],
    ['the year is over', { figures: monthsOfYear(2025, ten) }, null, null],
    ['no figure yet', { figures: monthsOfYear(2024, ten) }, null, null],
    ['no number yet', { figures: monthsOfYear(2025, ten.slice(0, 6)), value: null }, null, null],
    ['a plan of five years is no year', { figures: monthsOfYear(2025, ten.slice(0, 6)), period: '2021-2025' }, null, null],
    ['a rate: the rest adds nothing to it', { figures: monthsOfYear(2025, [80, 81], '%'), kind: 'rate', value: 87, measure: '%', unit: '%' }, null, null],
    ['a limit: what may still be', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, ten.slice(0, 6))], operator: '<=' }, { months: 6, amount: 90, growth: 50 }, '下半年还可有90亿元，平均每月15亿元；去年同期60亿元，今年需高出50%'],
    ['things that are counted are not done by fifths', { figures: monthsOfYear(2025, [9, 0], '个'), value: 10, measure: '个', unit: '个' }, { months: 10, amount: 1, growth: null }, '余下10个月需完成1个'],
    ['growth by levels: the sum and its growth', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, ten.slice(0, 6))], aspect: 'growth', value: 5 }, { months: 6, amount: 66, lastYear: 60, growth: 10 }, '下半年需增长10%：66亿元，去年同期60亿元'],
    ['growth that may fall', { figures: [...monthsOfYear(2024, ten), ...monthsOfYear(2025, Array<number>(6).fill(12))], aspect: 'growth', value: 5 }, { months: 6, amount: 54, growth: -10 }, '下半年降幅不超过10%即可：54亿元，去年同期60亿元'],
    ['growth at constant prices: by weights, no sum', { figures: [...monthsOfYear(2024, ten), grew('2025H1', 3)], aspect: 'growth', value: 4, zh: '地区生产总值' }, { months: 6, amount: null, growth: 5 }, '下半年需增长5%（去年同期占全年50%）'],
    ['and by time where last year is not on file', { figures: [grew('2025M1-9', 3)], aspect: 'growth', value: 4, zh: '地区生产总值' }, { months: 3, amount: null, growth: 7 }, '四季度需增长7%（按时间占75%）'],
  ]
  it.each(facts)('%s', (_, given, then, words) => {
    const answer = rest(given)
    if (then === null) expect(answer).toBeNull()
    else expect(answer).toMatchObject(then)
    expect(answer?.words.zh ?? null).toBe(words)
    expect(answer?.words.en ?? '').not.toMatch(/[\u4e00-\u9fff]/)
  })
})
