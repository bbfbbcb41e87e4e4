import { describe, expect, it } from 'vitest'
import { scaleOfPace } from './pace-scale.ts'

describe('the scale of a pace bar', () => {
  it('starts at nought and leaves room behind the target', () => {
    const { at, zero } = scaleOfPace([209, 280, null])
    expect(zero).toBe(0)
    expect(at(280)).toBeCloseTo(96.15, 1)
    expect(at(209)).toBeLessThan(at(280))
  })

  it('moves nought into the bar when the actual has fallen', () => {
    const { at, zero } = scaleOfPace([-3.2, 5])
    expect(at(-3.2)).toBeGreaterThan(0)
    expect(zero).toBeGreaterThan(at(-3.2))
    expect(at(5)).toBeLessThan(100)
  })

  it('holds when nothing is known yet', () => expect(scaleOfPace([null, null]).at(0)).toBe(0))
})
