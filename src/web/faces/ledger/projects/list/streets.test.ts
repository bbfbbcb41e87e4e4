import { describe, expect, it } from 'vitest'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { byStreet, isWithin } from './streets.ts'

const square = (west: number) => [[west, 23], [west + 1, 23], [west + 1, 24], [west, 24]] as const
const outlines = [{ unit: 'a', name: '甲街道', ring: square(113) }, { unit: 'b', name: '乙街道', ring: square(114) }, { unit: 'a', name: '甲街道', ring: square(115) }]
const row = (light: ProjectRow['light'], point: ProjectRow['place']['point']) => ({ light, place: { unit: null, point } }) as ProjectRow // only these are read

describe('projects by street', () => {
  it.each([[113.5, 23.5, true], [112.9, 23.5, false], [113.5, 24.1, false], [114.5, 23.5, false]] as const)('%s, %s lies within: %s', (lng, lat, within) => expect(isWithin([lng, lat], square(113))).toBe(within))

  it('are counted where their point lies, with the worst light; one without a point is told apart', () => {
    const { streets, unplaced } = byStreet([row('on-pace', { lng: 113.5, lat: 23.5 }), row('off-pace', { lng: 115.5, lat: 23.5 }), row('done', null), row('done', { lng: 120, lat: 23 })], outlines)
    expect(streets).toEqual([
      { street: { id: 'a', name: '甲街道' }, projects: 2, lights: { 'on-pace': 1, 'off-pace': 1 }, worst: 'off-pace' },
      { street: { id: 'b', name: '乙街道' }, projects: 0, lights: {}, worst: null },
    ])
    expect(unplaced).toBe(2)
  })
})
