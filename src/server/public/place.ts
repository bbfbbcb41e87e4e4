import { type District } from '../../kernel/id.ts'

/** The files of the open data, by the last word of their addresses. */
export const fileNames = ['data.csv', 'data.json', 'sdmx.json', 'catalog.ttl', 'catalog.jsonld'] as const
export type FileName = (typeof fileNames)[number]

/** What an address of the public pages asks for. Without a district: the one this browser was in last; without a year: the latest that is public; without a number: the latest of its year. */
export type Place = {
  readonly district: District | null
  readonly year: number | null
  readonly number: number | null
  readonly what: { readonly page: 'year' | 'matters' | 'data' | 'help' } | { readonly file: FileName } | { readonly line: string }
}

/**
 * `/public` `/440104` `/2023` `/2` and then `/matters`, `/data`, `/help`, a file or the key of a promise; each of the first
 * may be left out. Null where no public page can have this address.
 */
export function placeOf(path: string): Place | null {
  const segments = path.split('/').filter(segment => segment !== '')
  const take = (shape: RegExp): number | null => (shape.test(segments[0] ?? '') ? Number(segments.shift()) : null)
  const district = take(/^[1-9]\d{5}$/)
  const year = take(/^(?:19|20|21)\d{2}$/)
  const number = year === null ? null : take(/^[1-9]\d{0,3}$/)
  const [last, ...more] = segments
  const what = more.length > 0 ? null : whatOf(last, year)
  return what && { district, year, number, what }
}

function whatOf(last: string | undefined, year: number | null): Place['what'] | null {
  if (last === undefined) return { page: 'year' }
  if (last === 'matters' || last === 'data' || last === 'help') return { page: last }
  const file = fileNames.find(name => name === last)
  if (file) return { file }
  return year !== null && /^[A-Za-z0-9-]{1,120}$/.test(last) ? { line: last } : null
}
