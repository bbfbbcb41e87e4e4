import { type Id } from '../../../../kernel/id.ts'
import { type RegisterName } from '../../../indicators/domain/match.ts'
import { nameParts } from '../../../indicators/domain/names.ts'
import { speaksOf } from '../../../indicators/domain/units.ts'
import { type Fact } from '../../schema.ts'
import { type IndicatorChoice } from '../finding.ts'
import { levelUnitOf } from '../ledger-from-fact.ts'

/**
 * Which entry of the register a fact speaks of, for the checks: the one a person chose, else the only one that bears this very name.
 * Near names and aliases that hold only in a scope are left out: a check that rests on a guess raises false alarms.
 */
export function registerSubjects(register: readonly RegisterName[]): (fact: Fact, choice: IndicatorChoice | null) => Id | null {
  const named = Map.groupBy(register.flatMap(entry => [entry.name.zh, ...entry.aliases.filter(alias => alias.scope === null).map(alias => alias.name)].map(name => ({ entry, bare: nameParts(name).bare }))), each => each.bare)
  const byCode = new Map(register.map(entry => [entry.code, entry.id]))
  return (fact, choice) => {
    if (choice?.kind === 'existing') return choice.indicator
    if (choice?.kind === 'new') return byCode.get(choice.code) ?? null
    const entries = new Set(named.get(nameParts(fact.name).bare)?.filter(({ entry }) => speaksOf(levelUnitOf(fact) ?? '', entry.unit)).map(({ entry }) => entry.id))
    const [only] = entries
    return entries.size === 1 ? only ?? null : null
  }
}
