import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type CaseType, type Category, type Field, type FieldValues, type Reporter } from '../schema.ts'
import { branchOf } from './clocks.ts'
import { isCategory } from './moves.ts'

/** How urgent a case is where nobody says: the nearest category that tells, else the type's second (一般), else its first. */
export function urgencyOf(type: Pick<CaseType, 'categories' | 'urgencies'>, category: string): string {
  const told = branchOf(type.categories, category).findLast(c => c.urgency !== undefined)?.urgency
  return told ?? type.urgencies[1]?.key ?? type.urgencies[0]?.key ?? ''
}

/** Which unit answers for a category by the pack: the nearest branch that says so. */
export function answersFor(type: Pick<CaseType, 'categories'>, category: string): Category['unit'] | null {
  return branchOf(type.categories, category).findLast(c => c.unit !== undefined)?.unit ?? null
}

/** May a case be opened with this? The category is the end of a branch, the urgency is one of the type's, and what is asked is there. */
export function mayOpen(type: CaseType, given: { readonly category: string; readonly urgency?: string | undefined; readonly fields: FieldValues }, by: Field['asks']): Result<{ readonly urgency: string }, 'unknown-category' | 'unknown-urgency' | 'field-needed' | 'field-wrong'> {
  if (!isCategory(type, given.category)) return refuse('unknown-category', { category: given.category })
  const urgency = given.urgency ?? urgencyOf(type, given.category)
  if (!type.urgencies.some(u => u.key === urgency)) return refuse('unknown-urgency', { urgency })
  for (const key of Object.keys(given.fields)) if (!type.fields.some(f => f.key === key)) return refuse('field-wrong', { field: key })
  for (const field of type.fields) {
    const value = given.fields[field.key] ?? null
    if (value === null || value === '') {
      // What only staff know is not demanded of a resident.
      if (field.required && (by === 'staff' || field.asks === 'reporter')) return refuse('field-needed', { field: field.name.zh })
    } else if (!fits(field, value)) return refuse('field-wrong', { field: field.name.zh })
  }
  return ok({ urgency })
}

/** Is this a value of the field? */
export function fits(field: Pick<Field, 'input' | 'choices'>, value: string | number | boolean): boolean {
  switch (field.input) {
    case 'text':
    case 'long-text':
    case 'directory': return typeof value === 'string'
    case 'number': return typeof value === 'number'
    case 'yes-no': return typeof value === 'boolean'
    case 'day': return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'choice': return (field.choices ?? []).some(choice => choice.key === value)
  }
}

/** A number people can read over the phone: the type's letters, the day, six digits drawn by chance, so that it tells nobody how many there are. */
export function numberFor(type: Pick<CaseType, 'prefix'>, day: Day, drawn: number): string {
  return `${type.prefix}${day.replaceAll('-', '')}${String(drawn % 1_000_000).padStart(6, '0')}`
}

/** A name keeps its first character, a number its first three and last four, an e-mail address its first letter and where it is (standards.md §9). */
export function masked(reporter: Reporter): Reporter {
  const { name, phone, email, confidential } = reporter
  const digits = phone?.replaceAll(/\D/g, '') ?? ''
  return { confidential, ...(email && { email: maskedEmail(email) }), name: name === null ? null : confidential ? '**' : `${[...name][0] ?? ''}**`, phone: phone === null ? null : digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : '****' }
}

export const maskedEmail = (email: string) => `${[...email][0] ?? ''}***${email.slice(email.lastIndexOf('@'))}`
