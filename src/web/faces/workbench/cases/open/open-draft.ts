import { type z } from 'zod'
import { type contract } from '../../../../../engines/cases/contract.ts'
import { type CaseType, Channel } from '../../../../../engines/cases/schema.ts'
import { valuesFrom } from '../../../../parts/cases/field-text.ts'

/** What is typed into the form, everything as text so that it can be kept; the type's own fields as one JSON text in `fields`. */
export const blank = { type: '', category: '', urgency: '', title: '', words: '', channel: 'phone', unit: '', address: '', lng: '', lat: '', name: '', phone: '', email: '', confidential: '', lead: '', co: '', order: '', fields: '{}' }
export type Draft = Readonly<typeof blank>

export type Given = z.input<typeof contract.open.body>

/** The values of the type's own fields; what lies there wrongly is nothing. */
export function fieldsIn(draft: Draft): Readonly<Record<string, string>> {
  try {
    const read: unknown = JSON.parse(draft.fields)
    return typeof read === 'object' && read !== null ? Object.fromEntries(Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}
  } catch {
    return {} // of an older page
  }
}

/** The case that a draft asks to open. */
export function givenBy(draft: Draft, type: CaseType): Given {
  const typed = fieldsIn(draft), text = (of: string) => (of.trim() === '' ? null : of.trim())
  const fields = valuesFrom(type.fields, typed)
  const point = draft.lng.trim() !== '' && draft.lat.trim() !== '' ? { lng: Number(draft.lng), lat: Number(draft.lat) } : null
  const reporter = text(draft.name) !== null || text(draft.phone) !== null || text(draft.email) !== null ? { name: text(draft.name), phone: text(draft.phone), ...(text(draft.email) !== null && { email: text(draft.email) }), confidential: draft.confidential === 'yes' } : null
  return {
    type: type.key, category: draft.category, ...(draft.urgency !== '' && { urgency: draft.urgency }), title: draft.title.trim(), words: draft.words.trim(), channel: Channel.catch('phone').parse(draft.channel), fields, reporter,
    place: { unit: text(draft.unit), address: text(draft.address), point }, ...(draft.lead !== '' && { dispatch: { lead: draft.lead, co: draft.co === '' ? [] : draft.co.split(','), words: draft.order.trim() } }),
  }
}

/** What is still missing before it can be sent. */
export function isComplete(draft: Draft, type: CaseType | undefined): boolean {
  const typed = fieldsIn(draft)
  return type !== undefined && draft.category !== '' && draft.title.trim() !== '' && draft.words.trim() !== '' && type.fields.every(field => !field.required || (typed[field.key] ?? '').trim() !== '')
}
