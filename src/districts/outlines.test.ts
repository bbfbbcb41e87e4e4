import { describe, expect, it } from 'vitest'
import { diceOf } from './dice.ts'
import { districts } from './index.ts'
import { schematicOutlines, type SchematicOutline } from './outlines.ts'
import { unitsOf } from './units.ts'

/** Twice the area inside corners, in millionths of a degree each way, so that sums are exact. */
function areaOf({ ring }: SchematicOutline): number {
  const whole = (n: number) => Math.round(n * 1e6)
  return Math.abs(ring.reduce((sum, [x, y], i) => { const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]; return sum + whole(x) * whole(nextY) - whole(nextX) * whole(y) }, 0))
}

const holds = ({ ring }: SchematicOutline, lng: number, lat: number) => {
  const [xs, ys] = [ring.map(corner => corner[0]), ring.map(corner => corner[1])]
  return lng > Math.min(...xs) && lng < Math.max(...xs) && lat > Math.min(...ys) && lat < Math.max(...ys)
}

describe.each(districts.map(setup => ({ setup, name: setup.name.zh, units: unitsOf(setup), outlines: schematicOutlines(setup) })))('the schematic map of $name', ({ setup, units, outlines }) => {
  const of = (kind: string) => { const codes = new Set(units.filter(unit => unit.kind === kind).map(unit => unit.code)); return outlines.filter(outline => codes.has(outline.code)) }

  it('has one cell for every street, community and grid, drawn the same every time', () => {
    for (const kind of ['street', 'community', 'grid']) expect(of(kind)).toHaveLength(units.filter(unit => unit.kind === kind).length)
    expect(schematicOutlines(setup)).toEqual(outlines)
  })

  it('cells fill what they are part of without gap or overlap', () => {
    const own = new Map(outlines.map(outline => [outline.code, outline]))
    for (const outline of outlines) {
      const parts = units.filter(unit => unit.parent === outline.code).flatMap(unit => own.get(unit.code) ?? [])
      if (parts.length > 0) expect(parts.reduce((sum, part) => sum + areaOf(part), 0), outline.code).toBe(areaOf(outline))
    }
    const dice = diceOf('points')
    const streets = of('street'), lngs = streets.flatMap(s => s.ring.map(c => c[0])), lats = streets.flatMap(s => s.ring.map(c => c[1]))
    const somewhere = (values: number[]) => Math.min(...values) + ((dice(999_999) + 0.5) / 1e6) * (Math.max(...values) - Math.min(...values))
    for (let i = 0; i < 200; i++) {
      const [lng, lat] = [somewhere(lngs), somewhere(lats)]
      for (const kind of ['street', 'community', 'grid']) expect(of(kind).filter(outline => holds(outline, lng, lat)).length, `${kind} at ${lng},${lat}`).toBe(1)
    }
  })

  it('no cell is a sliver', () => {
    for (const outline of outlines) {
      const [xs, ys] = [outline.ring.map(corner => corner[0]), outline.ring.map(corner => corner[1])]
      const [wide, high] = [(Math.max(...xs) - Math.min(...xs)) * 102_400, (Math.max(...ys) - Math.min(...ys)) * 110_900]
      expect(Math.min(wide, high), outline.code).toBeGreaterThan(25)
      expect(Math.max(wide, high) / Math.min(wide, high), outline.code).toBeLessThan(6)
    }
  })
})
