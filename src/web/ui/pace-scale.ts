/** Where numbers stand on a pace bar, in per cent of its width. */
export type PaceScale = { readonly at: (value: number) => number; readonly zero: number }

/**
 * A scale that holds all given numbers and zero, with room for the last mark. Growth can be negative: zero then moves
 * into the bar, and the bar grows from it to either side.
 */
export function scaleOfPace(values: readonly (number | null)[]): PaceScale {
  const given = values.filter(value => value !== null)
  const low = Math.min(0, ...given)
  const high = Math.max(0, ...given)
  const room = (high - low || 1) * 0.04
  const from = low < 0 ? low - room : 0
  const to = high + room
  const at = (value: number) => ((value - from) / (to - from)) * 100
  return { at, zero: at(0) }
}
