import { diceOf } from '../dice.ts'

/**
 * Splits a total into parts after their weights, each rounded to so many decimals, so that the parts add up to the total
 * exactly: what rounding leaves over goes to the parts that lost most by it (Hamilton's method).
 */
export function spread(total: number, weights: readonly number[], decimals: number): readonly number[] {
  const steps = 10 ** decimals
  const whole = Math.round(total * steps), sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map(weight => (whole * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = whole - parts.reduce((a, b) => a + b, 0)
  const byLoss = exact.map((value, i) => ({ i, loss: value - Math.floor(value) })).toSorted((a, b) => b.loss - a.loss || a.i - b.i)
  for (const { i } of byLoss.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts.map(part => part / steps)
}

/** Weights that each stray from what they are by at most `reach` of themselves, the same way for the same seed. */
export function strayed(weights: readonly number[], reach: number, seed: string): readonly number[] {
  const dice = diceOf(seed)
  return weights.map(weight => weight * (1 + reach * (dice(2001) / 1000 - 1)))
}
