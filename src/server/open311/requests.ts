import { isOver, toldOf } from '../../engines/cases/domain/told.ts'
import { branchOf } from '../../engines/cases/domain/clocks.ts'
import { type WholeCase } from '../../engines/cases/index.ts'
import { type Id } from '../../kernel/id.ts'
import { type Language } from '../../kernel/label.ts'
import { codeOf } from './services.ts'

/** To whom it is told: everybody, or the system of a unit that sees the case anyway. Neither reads who asked, nor what units say to one another. */
export type Reader = { readonly language: Language; readonly through: 'nobody' | 'key'; /** Address of a photograph with a case. */ readonly mediaAt: (number: string, picture: string) => string }

const openOrClosed = (open: boolean) => (open ? 'open' : 'closed')
/** Everybody is told of a place within some hundred metres: nearer, it tells who lives there. */
const rough = (degrees: number) => Math.round(degrees * 1000) / 1000

/** A case as a request of GeoReport v2. `picture`: the first photograph with it. */
export function requestOf({ present, type, events, place, lead, resolveDueAt }: WholeCase, picture: Id | null, { language, through, mediaAt }: Reader, withNotes: boolean) {
  const told = toldOf(events), last = told.at(-1), whole = through === 'key', point = present.place.point
  return {
    service_request_id: present.number, status: openOrClosed(!isOver(present.state)), status_notes: last ? [last.what[language], whole ? last.words : null].filter(text => text !== null).join('：') : null,
    service_name: branchOf(type.categories, present.category).at(-1)?.name[language] ?? present.category, service_code: codeOf(type.key, present.category),
    description: whole ? present.words : null, agency_responsible: lead, service_notice: null,
    requested_datetime: present.openedAt, updated_datetime: last?.at ?? present.openedAt, expected_datetime: isOver(present.state) ? null : resolveDueAt,
    address: whole ? present.place.address ?? place?.name ?? null : place?.name ?? null, address_id: place?.code ?? null, zipcode: null,
    lat: point && (whole ? point.lat : rough(point.lat)), long: point && (whole ? point.lng : rough(point.lng)), media_url: whole && picture !== null ? mediaAt(present.number, picture) : null,
    ...(withNotes && { notes: told.map(one => ({ datetime: one.at, status: openOrClosed(one.open), summary: one.what[language], description: whole ? one.words : null })) }),
  }
}

/** What was told of cases, each by itself, the oldest first. */
export function updatesOf(cases: readonly WholeCase[], { language, through }: Reader, from: string | undefined, to: string | undefined) {
  return cases.flatMap(({ present, events }) => toldOf(events).map(one => ({
    update_id: `${present.number}-${one.seq}`, service_request_id: present.number, status: openOrClosed(one.open), updated_datetime: one.at,
    description: [one.what[language], through === 'key' ? one.words : null].filter(text => text !== null).join('：'), media_url: null,
  }))).filter(one => (from === undefined || one.updated_datetime >= from) && (to === undefined || one.updated_datetime <= to)).toSorted((a, b) => a.updated_datetime.localeCompare(b.updated_datetime))
}
