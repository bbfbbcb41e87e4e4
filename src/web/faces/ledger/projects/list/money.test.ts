import { expect, it } from 'vitest'
import { moneyOf } from './money.ts'

it('says money in 万元 and from 1亿元 on in 亿元', () => {
  expect(moneyOf(9_999)).toEqual({ value: 9_999, unit: '万元' })
  expect(moneyOf(10_000)).toEqual({ value: 1, unit: '亿元' })
})
