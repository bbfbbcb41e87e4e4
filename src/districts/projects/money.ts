import { seasons } from '../yuexiu-series/courses.ts'
import { type Dice } from '../requests/world.ts'

/** A whole number in parts by their weights, that add up to it exactly: the largest remainders are rounded up. */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all <= 0) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map(weight => (total * weight) / all), parts = exact.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** Months of a total: little at New Year, a push before each half-year's and year's end. */
export function monthsOf(total: number, dice: Dice): number[] {
  return apportioned(total, seasons.investment.map(weight => weight * (0.8 + dice(41) / 100)))
}

/** Months of which the first six are given together. */
export function monthsWithHalf(half: number, total: number, dice: Dice): number[] {
  const weights = seasons.investment.map(weight => weight * (0.8 + dice(41) / 100))
  return [...apportioned(half, weights.slice(0, 6)), ...apportioned(Math.max(0, total - half), weights.slice(6))]
}

/** The months of a running year that keep `pace` to a plan, give or take a hundredth: 1 as planned, 0.9 a tenth less. */
export function monthsAtPace(total: number, months: readonly number[] | null, pace: number, dice: Dice): number[] {
  let planned = 0, told = 0
  return Array.from({ length: 12 }, (_, i) => {
    planned += months?.[i] ?? total / 12
    const amount = Math.max(0, Math.round(planned * pace * (0.99 + dice(21) / 1000)) - told)
    told += amount
    return amount
  })
}

/** The pace that leaves a project so many points behind at the end of a month. What was never due cannot be missed. */
export function paceForLag(lag: number, total: number, months: readonly number[] | null, month: number): number {
  const share = (months ? months.slice(0, month).reduce((sum, m) => sum + m, 0) / total : month / 12) * 100
  return share <= 0 ? 1 : Math.max(0, 1 - lag / share)
}
