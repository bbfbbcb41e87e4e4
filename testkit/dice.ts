/** Repeatable chance: the same seed rolls the same numbers from 0 (in) to 1 (out) on every machine (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(roll: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(roll() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** So many different ones of them, in chance order; all where there are fewer. */
export function draw<T>(roll: () => number, from: readonly T[], count: number): T[] {
  return from.map(value => ({ value, at: roll() })).toSorted((a, b) => a.at - b.at).slice(0, count).map(one => one.value)
}
