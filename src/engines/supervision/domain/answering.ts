import { type Id } from '../../../kernel/id.ts'
import { type Unit } from '../../org/schema.ts'
import { type Actor, scopeOf } from '../../org/domain/permission.ts'

type Placed = Pick<Unit, 'id' | 'kind' | 'parent'>

/** Which unit is written to for what a unit has: departments and streets for themselves, a street also for its communities and grids. The district itself is written to by nobody and stands in no line. */
export function answering(units: readonly Placed[]): ReadonlyMap<Id, Id> {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const climb = (unit: Placed | undefined): Id | null => {
    if (!unit || unit.kind === 'district') return null
    return unit.kind === 'department' || unit.kind === 'street' ? unit.id : climb(unit.parent === null ? undefined : byId.get(unit.parent))
  }
  return new Map(units.flatMap(unit => { const at = climb(unit); return at === null ? [] : [[unit.id, at]] }))
}

/**
 * Does this person speak for a unit: acknowledge its feedback, tell its rounds of a sprint? Those do who enter its progress and belong to
 * it or to a unit above it. Who may enter progress for the whole district does so for everybody, and speaks for none but his own.
 */
export function speaksFor(actor: Actor, unit: Id): boolean {
  return unitsSpokenFor(actor).includes(unit)
}

export function unitsSpokenFor(actor: Actor): readonly Id[] {
  const scope = scopeOf(actor, 'progress.enter')
  return scope === 'district' ? actor.units : [...scope]
}
