/** Parts a whole number by weights into whole numbers that add up to it: the largest remainders get what rounding leaves. */
export function parted(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map(weight => (whole * weight) / sum)
  const floors = exact.map(n => Math.floor(n))
  const left = whole - floors.reduce((a, b) => a + b, 0)
  const larger = new Set(exact.map((n, i) => ({ i, rest: n - (floors[i] ?? 0) })).toSorted((a, b) => b.rest - a.rest || a.i - b.i).slice(0, left).map(({ i }) => i))
  return floors.map((n, i) => n + (larger.has(i) ? 1 : 0))
}
