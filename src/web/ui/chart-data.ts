/** One line or one set of bars, with a value for each category; null is a gap, never nought. */
export type Series = { readonly name: string; readonly unit: string; readonly values: readonly (number | null)[] }

/**
 * What a chart and its table both show. `line` for change over time, `bar` to compare periods, `rows` for bars that
 * lie, to compare things with long names.
 */
export type ChartData = {
  readonly kind: 'line' | 'bar' | 'rows'; readonly categories: readonly string[]; readonly series: readonly Series[]
  /** Which category stands out by a pattern of its own: our district among others. Its name must say so too. */
  readonly marked?: number
}
