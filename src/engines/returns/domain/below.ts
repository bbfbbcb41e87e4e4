import { type Id } from '../../../kernel/id.ts'

/**
 * The units that a unit's sheet waits for: those with a sheet of their own below it in the tree, with none between. A street
 * waits for its communities; the district for its streets, not for their communities once more.
 */
export function waitedFor(unit: Id, withSheets: ReadonlySet<Id>, parents: ReadonlyMap<Id, Id | null>): readonly Id[] {
  const nearestAbove = (of: Id): Id | null => {
    let at = parents.get(of) ?? null
    while (at !== null && !withSheets.has(at) && at !== unit) at = parents.get(at) ?? null
    return at
  }
  return [...withSheets].filter(other => other !== unit && nearestAbove(other) === unit)
}
