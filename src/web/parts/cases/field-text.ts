import { type Field, type FieldValues } from '../../../engines/cases/schema.ts'
import { type Label } from '../../../kernel/label.ts'
import { dayText, noNumber, numberText } from '../../format.ts'
import { type useLanguage } from '../../language.tsx'

/** A value of a field as it is read. */
export function fieldText(field: Pick<Field, 'input' | 'choices'>, value: FieldValues[string] | undefined, { language, t }: Pick<ReturnType<typeof useLanguage>, 'language' | 't'>): string {
  if (value === null || value === undefined || value === '') return noNumber
  if (typeof value === 'boolean') return t(value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' })
  if (typeof value === 'number') return numberText(value)
  if (field.input === 'choice') return t(nameOf(field, value))
  return field.input === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value, language) : value
}

const nameOf = (field: Pick<Field, 'choices'>, key: string): Label => field.choices?.find(one => one.key === key)?.name ?? { zh: key, en: key }

/** Values as a form holds them. */
export function textsFrom(values: FieldValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null ? '' : String(value)]))
}

/** What a form holds as values; what is empty is left out. */
export function valuesFrom(fields: readonly Pick<Field, 'key' | 'input'>[], typed: Readonly<Record<string, string>>): FieldValues {
  return Object.fromEntries(fields.flatMap(({ key, input }) => {
    const value = (typed[key] ?? '').trim()
    return value === '' ? [] : [[key, input === 'number' ? Number(value) : input === 'yes-no' ? value === 'yes' : value]]
  }))
}
