import { type Verb } from '../../engines/org/domain/permission.ts'
import { type Label, type Language } from '../../kernel/label.ts'
import { contract as views, type Found } from '../../server/views/contract.ts'
import { call } from '../client.ts'
import { placesFor } from './nav.ts'

/** Something found: what it is called, what more tells it apart, and its page. */
export type Hit = { readonly kind: Label; readonly title: string; readonly more: string; readonly to: string }

const kinds = {
  page: { zh: '页面', en: 'Page' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  commitment: { zh: '承诺', en: 'Promise' },
  thread: { zh: '脉络', en: 'Thread' },
  unit: { zh: '单位', en: 'Unit' },
  document: { zh: '文件', en: 'Paper' },
  case: { zh: '工单', en: 'Case' },
  person: { zh: '人员', en: 'Person' },
  project: { zh: '项目', en: 'Project' },
  force: { zh: '专班', en: 'Task force' },
} as const satisfies Record<Found['kind'] | 'page', Label>

/** Pages by their names in either language; found at once. */
export function findPages(words: string, may: (verb: Verb) => boolean, language: Language): Hit[] {
  const asked = words.trim().toLowerCase()
  return placesFor(may).flatMap(face => face.places.map(place => ({ face, place })))
    .filter(({ face, place }) => [face.label, place.label].some(label => label && `${label.zh} ${label.en}`.toLowerCase().includes(asked)))
    .map(({ face, place }) => ({ kind: kinds.page, title: place.label[language], more: face.label?.[language] ?? '', to: place.to }))
}

/** Things of the district by their names; asked of the server, within what this person may see. */
export async function findThings(words: string, may: (verb: Verb) => boolean, signal: AbortSignal): Promise<Hit[]> {
  const q = words.trim().slice(0, 60)
  if (q === '' || !may('plan.read')) return []
  const { items } = await call(views.search, { query: { q }, signal })
  return items.map(({ kind, name, detail, page }) => ({ kind: kinds[kind], title: name, more: detail, to: page }))
}
