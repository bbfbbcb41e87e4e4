import { describe, expect, it } from 'vitest'
import { drawn } from '../../../parts/org/outline-map.ts'
import { heatOf } from './place-heat.ts'

describe('the map of places', () => {
  it('has five degrees of heat, the hottest near the most', () => {
    expect([0, 1, 25, 26, 50, 51, 75, 76, 100].map(n => heatOf(n, 100))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4])
    expect(heatOf(0, 0)).toBe(0)
  })

  it('is drawn north up and in proportion', () => {
    const square = [[113, 0], [114, 0], [114, 1], [113, 1]] as const
    const { height, paths, centres } = drawn([square], 100)
    expect(height).toBeCloseTo(100, -1)
    expect(paths[0]).toMatch(/^M0 100(\.\d)?L100 100(\.\d)?L100 0L0 0Z$/)
    expect(centres[0]?.[0]).toBe(50)
  })
})
