import { contract as org } from '../../engines/org/contract.ts'
import { type Verb } from '../../engines/org/domain/permission.ts'
import { type Label, type Language } from '../../kernel/label.ts'
import { call } from '../client.ts'
import { placesFor } from './nav.ts'

/** Something found: what it is called, what more tells it apart, and its page. */
export type Hit = { readonly kind: Label; readonly title: string; readonly more: string; readonly to: string }

const kinds = {
  page: { zh: '页面', en: 'Page' },
  unit: { zh: '单位', en: 'Unit' },
} as const satisfies Record<string, Label>

/** Pages by their names in either language; found at once. */
export function findPages(words: string, may: (verb: Verb) => boolean, language: Language): Hit[] {
  const asked = words.trim().toLowerCase()
  return placesFor(may).flatMap(face => face.places.map(place => ({ face, place })))
    .filter(({ face, place }) => [face.label, place.label].some(label => label && `${label.zh} ${label.en}`.toLowerCase().includes(asked)))
    .map(({ face, place }) => ({ kind: kinds.page, title: place.label[language], more: face.label?.[language] ?? '', to: place.to }))
}

/** Things of the district by their names; asked of the server. */
export async function findThings(words: string, may: (verb: Verb) => boolean, signal: AbortSignal): Promise<Hit[]> {
  const q = words.trim()
  if (q === '' || !may('org.read')) return []
  const units = await call(org.units, { query: { q, limit: 8 }, signal })
  return units.items.map(unit => ({ kind: kinds.unit, title: unit.name, more: unit.parentName ?? '', to: `/organisation?unit=${unit.id}` }))
}
