/** How hot a place is among the others: 0 (nothing came in) to 4 (near the most). */
export function heatOf(n: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (n === 0 || most === 0) return 0
  const share = n / most
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1
}
