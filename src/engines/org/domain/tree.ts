import { type Id } from '../../../kernel/id.ts'
import { refuse, ok, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Unit, type UnitEvent } from '../schema.ts'

/** Does something that lives from a day until (not including) another hold on this day? */
export function holdsOn(day: Day, thing: { readonly from: Day; readonly until: Day | null }): boolean {
  return thing.from <= day && (thing.until === null || day < thing.until)
}

/** What of a unit says where in the tree it hangs, and when. */
export type Branch = Pick<Unit, 'id' | 'parent' | 'from' | 'until'>

/** The unit and every unit below it that lives on the day. Circles, should a file ever bring one, end the walk. */
export function subtreeOf(root: Id, units: readonly Branch[], day: Day): ReadonlySet<Id> {
  const children = Map.groupBy(units.filter(u => u.parent !== null && holdsOn(day, u)), u => u.parent)
  const found = new Set([root])
  // A Set iterates over what is added while it is walked, so this is a breadth-first search.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return found
}

/** Units by their ids. */
export function byId(units: readonly Unit[]): ReadonlyMap<Id, Unit> {
  return new Map(units.map(unit => [unit.id, unit]))
}

/** The reporting line upwards, nearest superior first. */
export function superiorsOf(unit: Id, units: ReadonlyMap<Id, Unit>): readonly Unit[] {
  const line: Unit[] = []
  let next = units.get(unit)?.parent
  while (next) {
    const superior = units.get(next)
    if (!superior || line.includes(superior)) break
    line.push(superior)
    next = superior.parent
  }
  return line
}

/** A unit and its reporting line upwards; empty where it is not among them. */
export function lineUp(unit: Id, units: ReadonlyMap<Id, Unit>): readonly Unit[] {
  const own = units.get(unit)
  return own ? [own, ...superiorsOf(unit, units)] : []
}

/** The state of a unit on a day, folded from its history; null before it was founded. */
export function unitOn(day: Day, events: readonly UnitEvent[]): Unit | null {
  let unit: Unit | null = null
  for (const event of events.filter(e => e.on <= day).toSorted((a, b) => a.on.localeCompare(b.on))) unit = applied(unit, event)
  return unit
}

/** One step of the fold. */
export function applied(unit: Unit | null, event: UnitEvent): Unit | null {
  if (event.kind === 'founded') return event.unit
  if (!unit) return null
  const version = unit.version + 1
  switch (event.kind) {
    case 'renamed': return { ...unit, name: event.name, version }
    case 'moved': return { ...unit, parent: event.parent, version }
    case 'merged':
    case 'split':
    case 'dissolved': return { ...unit, until: event.on, version }
  }
}

/** May this happen to the unit? Refused: it no longer lives, its new parent is itself or below it, or history would be rewritten. */
export function mayHappen(unit: Unit, event: UnitEvent, units: readonly Unit[], last: Day): Result<UnitEvent, 'unit-ended' | 'before-last-change' | 'parent-below' | 'unknown-unit' | 'already-founded' | 'parts-not-below'> {
  if (event.kind === 'founded') return refuse('already-founded', { unit: unit.name })
  // A task force knows its last day from the beginning and may change until then.
  if (unit.until !== null && unit.until <= event.on) return refuse('unit-ended', { unit: unit.name, on: unit.until })
  if (event.on < last) return refuse('before-last-change', { unit: unit.name, on: event.on, last })
  const known = new Set(units.filter(u => holdsOn(event.on, u)).map(u => u.id))
  const named = event.kind === 'moved' ? [event.parent] : event.kind === 'merged' ? [event.into] : event.kind === 'split' ? event.into : []
  const missing = named.find(id => !known.has(id))
  if (missing) return refuse('unknown-unit', { unit: missing, on: event.on })
  if (event.kind === 'moved' && subtreeOf(unit.id, units, event.on).has(event.parent)) return refuse('parent-below', { unit: unit.name })
  if (event.kind === 'merged' && event.into === unit.id) return refuse('parent-below', { unit: unit.name })
  if (event.kind === 'split' && event.into.includes(unit.id)) return refuse('parts-not-below', { unit: unit.name })
  return ok(event)
}
