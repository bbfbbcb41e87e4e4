import { partiesOf } from '../../../../../engines/cases/domain/machine.ts'
import { isCategory } from '../../../../../engines/cases/domain/moves.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'

/** Does this type let who opens a case hand it to their own unit at once and answer it: settled on the spot (自行处置)? */
export function settles(type: CaseType): boolean {
  return !type.steps.file && !type.steps.check && partiesOf(type, 'dispatched').includes('opener')
}

/** The type under which something of this category is settled on the spot: the chosen one, or one with the same category. */
export function settlingFor(types: readonly CaseType[], chosen: CaseType, category: string): CaseType | null {
  return [chosen, ...types].find(type => settles(type) && isCategory(type, category)) ?? null
}

const roots = (type: CaseType) => type.categories.map(one => one.key).join(' ')

/** Types that a patrol reports: what needs no more than words and a place. Of two with the same categories the one that hands on stands for both; those come first. */
export function patrolTypes(types: readonly CaseType[]): readonly CaseType[] {
  const plain = types.filter(type => type.fields.every(field => !field.required))
  const twin = (type: CaseType) => plain.some(other => other !== type && settles(other) !== settles(type) && roots(other) === roots(type))
  const shown = plain.filter(type => !(settles(type) && twin(type)))
  return [...shown.filter(twin), ...shown.filter(type => !twin(type))]
}

/** Is it closed by whoever answers it? */
export function closesItself(type: CaseType): boolean {
  return !type.steps.check && partiesOf(type, 'closed').includes('lead')
}
