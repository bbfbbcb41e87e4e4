import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { type Light, lightOrder } from '../../../../../kernel/light.ts'

type Corner = readonly [lng: number, lat: number]
export type Outlined = { readonly unit: Id; readonly name: string; readonly ring: readonly Corner[] }
/** The projects of a street: how many, the lights of them, and the worst. */
export type StreetSums = { readonly street: { readonly id: Id; readonly name: string }; readonly projects: number; readonly lights: Readonly<Partial<Record<Light, number>>>; readonly worst: Light | null }

/** Does a point lie within a ring? A ray to the east crosses its border an odd number of times. */
export function isWithin([lng, lat]: Corner, ring: readonly Corner[]): boolean {
  return ring.reduce((inside, [x, y], i) => {
    const [beforeX, beforeY] = ring.at(i - 1) ?? [x, y]
    const crosses = (y > lat) !== (beforeY > lat) && lng < ((beforeX - x) * (lat - y)) / (beforeY - y) + x
    return crosses ? !inside : inside
  }, false)
}

/** Projects by the street in which their point lies, in the order of the outlines; `unplaced` lie in none or have no point. */
export function byStreet(rows: readonly ProjectRow[], outlines: readonly Outlined[]): { readonly streets: readonly StreetSums[]; readonly unplaced: number } {
  const at = new Map<Id, ProjectRow[]>()
  let unplaced = 0
  for (const row of rows) {
    const { point } = row.place, street = point && outlines.find(one => isWithin([point.lng, point.lat], one.ring))
    if (street) at.set(street.unit, [...(at.get(street.unit) ?? []), row])
    else unplaced += 1
  }
  // A street may be drawn in several pieces and is told once.
  const streets = [...new Map(outlines.map(one => [one.unit, one.name])).entries()].map(([id, name]): StreetSums => {
    const of = at.get(id) ?? [], lights: Partial<Record<Light, number>> = {}
    for (const { light } of of) lights[light] = (lights[light] ?? 0) + 1
    return { street: { id, name }, projects: of.length, lights, worst: lightOrder.find(light => (lights[light] ?? 0) > 0) ?? null }
  })
  return { streets, unplaced }
}
