import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { holdsOn } from '../../org/domain/tree.ts'
import { findUnits, unitAt } from '../../org/index.ts'
import { type Unit } from '../../org/schema.ts'
import { lineOf, unitInWords } from '../domain/routing.ts'
import { type Place } from '../schema.ts'
import { type RoutingSuggestion } from './contract.ts'

/** Where something is. `found`: the smallest unit that is known and those above it; `units`: all that live today. */
export type Placed = RoutingSuggestion['place'] & { readonly found: readonly Unit[]; readonly units: readonly Unit[] }

export const named = ({ id, name, kind }: Unit) => ({ id, name, kind })

/**
 * The unit of a place: by the point on the map first, then by a name in the address, then the unit that was given, then by a name
 * in the words. A smaller unit that was given within what was found is kept: whoever named the grid knew more than the address.
 */
export async function placed(tx: Tx, ctx: Context, place: Place, texts: readonly string[]): Promise<Placed> {
  const units = (await findUnits(tx, ctx.district)).filter(unit => holdsOn(ctx.today(), unit))
  const at = place.point && await unitAt(tx, ctx.district, place.point, ctx.today())
  const ways: readonly (readonly [RoutingSuggestion['place']['by'], Id | null])[] = [['point', at?.id ?? null], ['address', unitInWords(units, [place.address ?? ''])], ['given', place.unit], ['words', unitInWords(units, texts)]]
  const [by, id] = ways.find(([, unit]) => unit !== null) ?? ['nothing', null]
  const given = lineOf(place.unit, units)
  const keepsGiven = id !== place.unit && given.some(unit => unit.id === id)
  const found = keepsGiven ? given : lineOf(id, units)
  return { units, found, by: keepsGiven ? 'given' : by, unit: found[0] ? named(found[0]) : null, line: found.map(named) }
}

/** A place that names no unit gets the one in which its point lies or that its address names, so that those who are there see the case. */
export async function withUnit(tx: Tx, ctx: Context, place: Place): Promise<Place> {
  if (place.unit !== null || (place.point === null && place.address === null)) return place
  return { ...place, unit: (await placed(tx, ctx, place, [])).unit?.id ?? null }
}
