/**
 * Dice that fall the same way for the same seed on every machine, for what is generated for the demonstration.
 * The seed text is hashed (FNV-1a) and drives mulberry32; both are public domain and short. Math.random cannot be seeded.
 */
export function diceOf(seed: string): (sides: number) => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return sides => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}
