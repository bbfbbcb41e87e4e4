import { type Id } from '../../../kernel/id.ts'
import { type Actor, mayDo, scopeOf } from '../../org/domain/permission.ts'
import { type Happened, type Party } from '../schema.ts'
import { type Case } from './case.ts'

/** What somebody is to a case today. `units`: those co-units for which they may answer. `person`: who it is, where it is a person known by name. */
export type Standing = { readonly parties: ReadonlySet<Party>; readonly units: readonly Id[]; readonly person?: Id }

/** Works out from the one permission function what an actor is to a case. `opener` is the unit that opened it. */
export function partiesFor(actor: Actor, present: Pick<Case, 'lead' | 'co' | 'place'>, opener: Id | null): Standing {
  const near = [present.place.unit, opener]
  const may = (verb: Parameters<typeof mayDo>[1], units: readonly (Id | null)[]) => units.some(unit => mayDo(actor, verb, unit))
  const units = present.co.map(c => c.unit).filter(unit => mayDo(actor, 'case.handle', unit))
  const parties: readonly (readonly [Party, boolean])[] = [
    ['opener', opener !== null && mayDo(actor, 'case.open', opener)],
    ['desk', may('case.dispatch', near)],
    ['lead', present.lead !== null && mayDo(actor, 'case.handle', present.lead)],
    ['lead-head', present.lead !== null && mayDo(actor, 'case.approve', present.lead)],
    ['co-unit', units.length > 0],
    ['arbitrator', mayDo(actor, 'case.arbitrate', null)],
    ['checker', may('case.check', near)],
    ['caller', may('case.call-back', near)],
    ['supervisor', mayDo(actor, 'case.supervise', null)],
  ]
  return { parties: new Set(parties.flatMap(([party, is]) => (is ? [party] : []))), units, person: actor.person }
}

/** The unit in whose name an actor opens cases: the first of theirs for which they may; null: of no unit. */
export function openerOf(actor: Actor): Id | null {
  const scope = scopeOf(actor, 'case.open')
  return actor.units.find(unit => scope === 'district' || scope.has(unit)) ?? null
}

/** Units whose people see a case: lead, co-units, who opened it, where it is, and to whom it climbed. */
export function seenBy(present: Pick<Case, 'lead' | 'co' | 'place'>, opener: Id | null, events: readonly Pick<Happened, 'event'>[]): readonly Id[] {
  const climbed = events.flatMap(({ event }) => (event.kind === 'escalated' ? [event.to] : []))
  return [...new Set([present.lead, ...present.co.map(c => c.unit), opener, present.place.unit, ...climbed].filter(unit => unit !== null))]
}
