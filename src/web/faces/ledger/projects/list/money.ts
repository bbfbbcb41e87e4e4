import { type Quantity } from '../../../../../kernel/quantity.ts'

/** 10 000 yuan as papers print them: from 1亿元 on in 亿元, else in 万元. */
export function moneyOf(amount: number): Quantity {
  return amount >= 10_000 ? { value: amount / 10_000, unit: '亿元' } : { value: amount, unit: '万元' }
}
