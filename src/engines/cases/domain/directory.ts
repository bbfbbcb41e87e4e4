import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Directory, type FieldValues } from '../schema.ts'
import { fits } from './open.ts'

/** May a line of a directory hold this? Everything in it is a field of the directory and fits it, and what is required is there. */
export function mayKeep({ fields }: Pick<Directory, 'fields'>, given: FieldValues): Result<FieldValues, 'field-needed' | 'field-wrong'> {
  for (const key of Object.keys(given)) if (!fields.some(field => field.key === key)) return refuse('field-wrong', { field: key })
  for (const field of fields) {
    const value = given[field.key] ?? null
    if (value === null || value === '') {
      if (field.required) return refuse('field-needed', { field: field.name.zh })
    } else if (!fits(field, value)) return refuse('field-wrong', { field: field.name.zh })
  }
  return ok(given)
}

/** What was given, with personal fields that were left as they are shown (masked) kept as they were. */
export function keptUnderMask({ fields }: Pick<Directory, 'fields'>, given: FieldValues, before: FieldValues): FieldValues {
  const personal = new Set(fields.filter(field => field.personal).map(field => field.key))
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, personal.has(key) && value === mask ? before[key] ?? null : value]))
}

/** What stands in the place of a personal field. */
export const mask = '***'
