import { z } from 'zod'
import { type Route } from '../src/kernel/contract.ts'
import { draw, pick } from '../testkit/dice.ts'
import { unknownId } from './things.ts'

/** One request that no page of ours would send; `what` is what is wrong with it. */
export type Hostile = { readonly what: string; readonly url: string; readonly method: Route['method']; readonly headers?: Record<string, string>; readonly payload?: string | Buffer }

/** Ids of things that are there, by the name that a parameter or a field has for them. */
export type Known = (name: string, path: string) => string

const long = 'x'.repeat(1_000_000)

/** Texts that break programs: each may stand where a text, a number, a date, an id or a cursor is expected. */
const texts = [
  '', ' ', '0', '-1', '1e999', '-0', '99999999999999999999', '0.1', 'NaN', 'Infinity', '١٢', '１２', 'true', 'null', 'undefined', '[]', '{}',
  'a\u0000b', '\u0000', '\uFFFE\uFFFF', '\u202Eabc', '\u0085', '👩‍👩‍👧‍👦'.repeat(20), '%', '\\', '%_%', 'a\nb\r\nc: d',
  '0000-00-00', '0000-01-01', '9999-12-31', '2023-02-30', '+275760-09-13', '-000001-01-01', '2023-13', '0000', '9999', '1900-2101',
  "1' or '1'='1", "'; drop table audit.entry; --", '../../../../etc/passwd', '..\\..\\boot.ini', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', "=cmd|' /C calc'!A0",
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', unknownId, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-an-id', 'eyJ9.garbage.cursor', 'A'.repeat(300), long.slice(0, 5000),
] as const

/** What may stand in JSON, as JSON; the last few are no JSON at all. */
const values = [
  ...texts.map(text => JSON.stringify(text)), JSON.stringify(long), '"\\ud800"', '"\\udfff\\ud800"', 'null', 'true', 'false', '0', '-1', '-0', '0.1', '1e308', '-1e308', '1e999', '5e-324', '9007199254740993', '2147483648', '1e21',
  '[]', '[[]]', '{}', '["x"]', '[null]', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"length":1000000000}', '{"toString":1,"valueOf":2}', '{"kind":"__proto__"}',
  `${'['.repeat(500)}${']'.repeat(500)}`, `[${'0,'.repeat(100_000)}0]`, `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":${i}`).join()}}`, 'NaN', 'Infinity', '-', "'x'",
] as const

/** Pieces of a path, already escaped. */
const segments = ['%00', 'a%00b', '..%2f..%2fetc%2fpasswd', '%2e%2e', '%E0%A4%A', '%ff', '%', encodeURIComponent("1' or '1'='1"), unknownId, 'NaN', '-1', '1e999', '0000', '__proto__', encodeURIComponent('长'.repeat(60)), 'A'.repeat(199), 'A'.repeat(5000), unknownId.toUpperCase(), `${unknownId}%20`, '2023.5'] as const

const rawQueries = ['%00', '%ff=%fe', 'limit=%E0%A4%A', 'limit=1&limit=2', 'limit[]=1', 'limit[__proto__]=1', '__proto__[polluted]=1', 'q=a&q=b', `q=${'a'.repeat(8000)}`, '&'.repeat(5000), 'limit=-1', 'limit=0', 'limit=501', 'limit=1e2', 'after=%00', `after=${unknownId}`, 'after=garbage', 'year=0000'] as const

const json = { 'content-type': 'application/json' }
const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
const rawBodies: readonly (readonly [string, string | Buffer, Record<string, string>])[] = [
  ['half a JSON', '{"a":', json], ['no JSON', 'undefined', json], ['empty JSON', '', json], ['a list for an object', '[]', json], ['a text for an object', '"x"', json], ['a number for an object', '1', json], ['null', 'null', json],
  ['a prototype key', '{"__proto__":{"polluted":true}}', json], ['twenty thousand levels', deep, json], ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json], ['a byte order mark', '\uFEFF{}', json],
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }], ['over the limit', `"${'x'.repeat(2_100_000)}"`, json], ['a foreign type', '{}', { 'content-type': 'text/csv' }],
  ['a form', 'a=1&b=2', { 'content-type': 'application/x-www-form-urlencoded' }], ['a type that is none', '{}', { 'content-type': ';;;' }], ['no type', '{}', { 'content-type': '' }], ['XML with an entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', { 'content-type': 'application/xml' }],
  ['gzip that is none', '{}', { ...json, 'content-encoding': 'gzip' }], ['a strange key', '{}', { ...json, 'idempotency-key': `k${'\u00e9'.repeat(20)}` }],
]

const edge = 'XedgeX'
const part = (disposition: string, content: string | Buffer, type = 'application/octet-stream') => Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${disposition}\r\ncontent-type: ${type}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')])
const multipart = { 'content-type': `multipart/form-data; boundary=${edge}` }
const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)])

const brokenUploads: readonly (readonly [string, Buffer, Record<string, string>])[] = [
  ['multipart without a boundary', whole(part('name="file"; filename="a.txt"', 'x')), { 'content-type': 'multipart/form-data' }],
  ['another boundary', whole(part('name="file"; filename="a.txt"', 'x')), { 'content-type': 'multipart/form-data; boundary=other' }],
  ['multipart cut off', whole(part('name="file"; filename="a.txt"', 'x'.repeat(500))).subarray(0, 150), multipart],
  ['multipart of nothing', Buffer.from(`--${edge}--\r\n`), multipart], ['an empty body', Buffer.alloc(0), multipart], ['bytes for multipart', randomLike(2000), multipart],
  ['a part without a name', whole(part('filename="a.txt"', 'x')), multipart], ['a field and no file', whole(part('name="title"', 'x')), multipart],
  ['a prototype field', whole(part('name="__proto__"', 'x'), part('name="file"; filename="a.txt"', 'x')), multipart], ['a constructor field', whole(part('name="constructor"', 'x'), part('name="file"; filename="a.txt"', 'x')), multipart],
  ['two files', whole(part('name="file"; filename="a.txt"', 'x'), part('name="file"; filename="b.txt"', 'x')), multipart], ['a hundred fields', whole(...Array.from({ length: 100 }, (_, i) => part(`name="f${i}"`, 'x'))), multipart],
  ['a name that climbs', whole(part('name="file"; filename="../../../../etc/cron.d/x"', 'x')), multipart], ['a name with a zero', whole(part('name="file"; filename="a\u0000.txt"', 'x')), multipart], ['a name of 5000 characters', whole(part(`name="file"; filename="${'a'.repeat(5000)}.txt"`, 'x')), multipart],
  ['a name that is empty', whole(part('name="file"; filename=""', 'x')), multipart], ['an empty file', whole(part('name="file"; filename="a.txt"', '')), multipart], ['a header without an end', Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"`), multipart], ['headers of 100 KB', Buffer.from(`--${edge}\r\nx-a: ${'a'.repeat(100_000)}\r\n\r\n`), multipart],
]

/** Bytes that look like chance and are the same every time. */
function randomLike(length: number): Buffer {
  let state = 7
  return Buffer.from(Array.from({ length }, () => { state = (state * 1_103_515_245 + 12_345) & 0x7fffffff; return state >> 16 & 0xff }))
}

/** Malformed requests to one route: hostile values at each place of an otherwise sound request, and bodies that are none. */
export function hostileRequests(route: Route, known: Known, roll: () => number): Hostile[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(m => m[1] ?? '')
  const urlWith = (replace: Readonly<Record<string, string>> = {}) => route.path.replaceAll(/:(\w+)/g, (_, name: string) => replace[name] ?? known(name, route.path))
  const { method } = route
  const found: Hostile[] = []
  for (const name of names) for (const segment of draw(roll, segments, 12)) found.push({ what: `${name} = ${segment.slice(0, 40)}`, url: urlWith({ [name]: segment }), method })

  const query = shapeOf(route.query)
  const search = (changes: Readonly<Record<string, string>>) => `?${new URLSearchParams({ ...soundQuery(query, known, route.path, roll), ...changes })}`
  for (const name of Object.keys(query.properties ?? {})) for (const text of draw(roll, texts, 10)) found.push({ what: `query ${name} = ${text.slice(0, 40)}`, url: `${urlWith()}${search({ [name]: text })}`, method })
  for (const raw of draw(roll, rawQueries, 6)) found.push({ what: `query ${raw.slice(0, 40)}`, url: `${urlWith()}?${raw}`, method })

  if (method === 'GET') return found
  const body = shapeOf(route.body)
  const hole = '@@here@@'
  const rounds = Math.max(1, body.oneOf?.length ?? body.anyOf?.length ?? 1)
  for (let round = 0; round < rounds; round++) {
    const sound = sample(body, '', { known, path: route.path, roll, defs: body.$defs ?? {} })
    found.push({ what: 'a sound body', url: urlWith(), method, payload: JSON.stringify(sound), headers: json })
    for (const place of placesIn(sound)) for (const value of draw(roll, values, Math.ceil(6 / rounds))) {
      found.push({ what: `${place.join('.') || 'body'} = ${value.slice(0, 40)}`, url: urlWith(), method, headers: json, payload: JSON.stringify(changed(sound, place, hole)).replace(JSON.stringify(hole), () => value) })
    }
  }
  for (const [what, payload, headers] of draw(roll, rawBodies, 12)) found.push({ what, url: urlWith(), method, payload, headers })
  const uploads = route.form === 'upload' ? brokenUploads : brokenUploads.slice(0, 2)
  for (const [what, payload, headers] of uploads) found.push({ what, url: urlWith(), method, payload, headers })
  return found
}

type Shape = z.core.JSONSchema.BaseSchema
type World = { readonly known: Known; readonly path: string; readonly roll: () => number; readonly defs: Readonly<Record<string, Shape>> }

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

function soundQuery(shape: Shape, known: Known, path: string, roll: () => number): Record<string, string> {
  const required = new Set(shape.required)
  const world = { known, path, roll, defs: shape.$defs ?? {} }
  return Object.fromEntries(Object.entries(shape.properties ?? {}).filter(([name]) => required.has(name)).map(([name, inner]) => [name, String(sample(inner, name, world))]))
}

/** A value that the schema takes, as far as JSON Schema can say; dates, periods, codes and ids by their names. */
function sample(given: Shape | boolean, name: string, world: World): unknown {
  const shape = typeof given === 'boolean' ? {} : given.$ref ? world.defs[given.$ref.split('/').at(-1) ?? ''] ?? {} : given
  const choices = shape.oneOf ?? shape.anyOf
  if (choices) return sample(pick(world.roll, choices), name, world)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return pick(world.roll, shape.enum)
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type
  if (type === 'object') return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, inner]) => [key, sample(inner, key, world)]))
  if (type === 'array') return Array.from({ length: Math.max(1, shape.minItems ?? 1) }, () => sample(Array.isArray(shape.items) ? shape.items[0] ?? {} : shape.items ?? {}, name, world))
  if (type === 'integer' || type === 'number') return name === 'version' ? 1 + Math.floor(world.roll() * 3) : Math.max(shape.minimum ?? 1, Math.min(shape.maximum ?? 50, 50))
  if (type === 'boolean') return world.roll() < 0.5
  if (type === 'null') return null
  if (shape.format === 'uuid') return world.known(name, world.path)
  if (name === 'until') return '2099-12-31'
  if (shape.format === 'date') return `2023-0${1 + Math.floor(world.roll() * 9)}-15`
  if (/period$/i.test(name)) return pick(world.roll, ['2023', '2023H1', '2023-05'])
  return /code|account|name$/i.test(name) ? `X${Math.floor(world.roll() * 1e9)}` : '甲乙丙丁'
}

/** Every place in a JSON value, the root included; at most twenty. */
function placesIn(value: unknown): (string | number)[][] {
  const inner = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[], ...inner.flatMap(([key, v]) => placesIn(v).map(place => [key, ...place]))].slice(0, 20)
}

function changed(value: unknown, place: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = place
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((v, i) => (i === key ? changed(v, rest, to) : v))
  return typeof value === 'object' && value !== null ? { ...value, [key]: changed((value as Record<string | number, unknown>)[key], rest, to) } : value // a plain object of JSON
}
