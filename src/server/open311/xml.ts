/** What an answer may hold; a list becomes one element for each of its values, named by the table. */
export type Told = string | number | boolean | null | undefined | readonly Told[] | { readonly [name: string]: Told }

/** How the standard calls a value of each list. */
const single: Readonly<Record<string, string>> = {
  services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request', service_request_updates: 'request_update', notes: 'note', errors: 'error', endpoints: 'endpoint', formats: 'format',
}

/** An answer as XML 1.0 in UTF-8. */
export function xmlOf(root: string, value: Told): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
}

function element(name: string, value: Told): string {
  if (value === null || value === undefined || value === '') return `<${name}/>`
  return `<${name}>${contentOf(name, value)}</${name}>`
}

function contentOf(name: string, value: NonNullable<Told>): string {
  if (isList(value)) return value.map(one => element(single[name] ?? 'value', one)).join('')
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [element(key, one)])).join('')
  return escaped(String(value))
}

const isList = (value: Told): value is readonly Told[] => Array.isArray(value)

/** XML 1.0 has no place for most control characters, even escaped. */
function escaped(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}
