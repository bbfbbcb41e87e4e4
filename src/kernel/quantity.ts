import { z } from 'zod'

/** Words beside a number that say how exact it is, before (超, 近, 约, 逾, 不少于) or after it (以上, 左右, 余). */
export const Hedge = z.string()

/**
 * A number with its unit as printed: 3650.18 亿元, 8.4 %, 6 个百分点.
 * 万 and 亿 stay in the unit, as people read them; `baseValue` multiplies them out for comparison.
 */
export const Quantity = z.object({ value: z.number(), unit: z.string(), hedge: Hedge.optional() }).readonly()
export type Quantity = z.infer<typeof Quantity>

/** 万亿 10^12, 亿 10^8, 万 10^4, else 1. */
export function scaleOf(unit: string): number {
  if (unit.startsWith('万亿')) return 1e12
  if (unit.startsWith('亿')) return 1e8
  return unit.startsWith('万') ? 1e4 : 1
}

/** The unit without its 万 or 亿: 亿元 -> 元. */
export function baseUnit(unit: string): string {
  return unit.replace(/^(?:万亿|亿|万)/, '')
}

export function baseValue(quantity: { readonly value: number; readonly unit: string }): number {
  return quantity.value * scaleOf(quantity.unit)
}

/** Per cent, percentage points and permille are never confused with one another or with a count. */
export function isRate(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit === '个百分点'
}

/** A number as official papers print it: no grouping commas, at most `digits` decimals, no trailing zeros. */
export function printNumber(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)))
}

/** Half a unit of the last place printed, by which rounding may have moved a number: 0.05 for 8.4, 0.5 for 24. */
export function halfPlace(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  return 0.5 / 10 ** decimals
}
