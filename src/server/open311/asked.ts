import { z } from 'zod'
import { CaseGiven, ReporterGiven } from '../../engines/cases/contract.ts'
import { type Instant } from '../../kernel/time.ts'
import { kindOf } from './services.ts'

/** An answer that says what is wrong, with the code of the standard. */
export class GeoFault extends Error {
  readonly status: number
  constructor(status: number, words: string) {
    super(words)
    this.status = status
  }
}

const DAYS_MS = 90 * 86_400_000
const MOST = 1000
/** So many numbers or codes may be asked for at once. */
const MOST_NAMED = 100

const Few = z.string().max(4000).transform(text => text.split(',').map(part => part.trim()).filter(part => part !== '')).pipe(z.array(z.string().max(100)).max(MOST_NAMED))
/** A day, or an instant with its zone, as the W3C note has it. */
const When = z.union([z.iso.date().transform(day => `${day}T00:00:00.000Z`), z.iso.datetime({ offset: true }).transform(text => new Date(text).toISOString())])
const Count = (most: number) => z.coerce.number().int().min(1).max(most)

const RequestsQuery = z.object({
  service_request_id: Few.optional(), service_code: Few.optional(), status: Few.pipe(z.array(z.enum(['open', 'closed']))).optional(), start_date: When.optional(), end_date: When.optional(),
  page: Count(100_000).default(1), page_size: Count(MOST).default(MOST), extensions: z.enum(['true', 'false']).default('false'),
})

export type AskedRequests = {
  readonly numbers: readonly string[] | undefined
  readonly kinds: readonly { readonly type: string; readonly category: string }[] | undefined
  readonly over: boolean | undefined
  readonly from: Instant | undefined
  readonly to: Instant | undefined
  readonly limit: number
  readonly offset: number
  readonly notes: boolean
}

function read<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given, { error: z.locales.en().localeError })
  if (parsed.success) return parsed.data
  throw new GeoFault(400, parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '))
}

/** Which requests are asked for. Named numbers stand before everything else; without dates it is the last 90 days, and never more than 90. */
export function askedFrom(query: unknown, now: Instant): AskedRequests {
  const { service_request_id: numbers, service_code: codes, status, start_date, end_date, page, page_size: limit, extensions } = read(RequestsQuery, query)
  const rest = { limit, offset: (page - 1) * limit, notes: extensions === 'true' }
  if (numbers) return { numbers, kinds: undefined, over: undefined, from: undefined, to: undefined, ...rest }
  const plus = (instant: Instant, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
  const to = end_date ?? (start_date === undefined ? now : plus(start_date, DAYS_MS)), from = start_date ?? plus(to, -DAYS_MS)
  if (from > to) throw new GeoFault(400, 'start_date is after end_date')
  if (Date.parse(to) - Date.parse(from) > DAYS_MS) throw new GeoFault(400, 'start_date and end_date may not span more than 90 days')
  const kinds = codes?.map(code => { const kind = kindOf(code); if (!kind) throw new GeoFault(404, `service_code ${code} was not found`); return kind })
  return { numbers: undefined, kinds, over: status === undefined || new Set(status).size === 2 ? undefined : status[0] === 'closed', from, to, ...rest }
}

const UpdatesQuery = z.object({ service_request_id: Few.pipe(z.array(z.string()).min(1)), start_date: When.optional(), end_date: When.optional() })
export const updatesAsked = (query: unknown) => read(UpdatesQuery, query)

const Degrees = (most: number) => z.coerce.number().min(-most).max(most)
const Text = (max: number) => z.string().trim().max(max).transform(text => (text === '' ? null : text)).nullable().default(null)
const Submitted = z.object({
  service_code: z.string().min(1, { error: 'service_code was not provided' }), lat: Degrees(90).optional(), long: Degrees(180).optional(), address_string: Text(200), address_id: Text(20),
  description: z.string().trim().min(1, { error: 'description was not provided' }).max(2000), first_name: Text(30), last_name: Text(30), phone: Text(20), email: Text(120), media_url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).optional(),
}).refine(given => (given.lat === undefined) === (given.long === undefined), { error: 'lat and long are given together' })
  .refine(given => given.lat !== undefined || given.address_string !== null || given.address_id !== null, { error: 'a location is needed: lat and long, address_string or address_id' })

const blank = new Set(['lat', 'long', 'media_url'])

export type Submission = { readonly given: z.output<typeof Submitted>; readonly attributes: Readonly<Record<string, string>>; readonly words: string; readonly reporter: z.output<typeof ReporterGiven> | null }

/** A request as it was posted: what the standard asks for, attributes apart. What the words of a case may not hold is refused. */
export function submissionFrom(form: ReadonlyMap<string, string>): Submission {
  const attributes = Object.fromEntries([...form].flatMap(([name, value]) => { const code = /^attribute\[([^\]]{1,40})\](?:\[\])?$/.exec(name)?.[1]; return code === undefined ? [] : [[code, value.slice(0, 2000)]] }))
  const given = read(Submitted, { service_code: '', description: '', ...Object.fromEntries([...form].filter(([name, value]) => !(blank.has(name) && value.trim() === ''))) })
  const words = read(z.object({ description: CaseGiven.shape.words }), { description: given.media_url ? `${given.description}\n图片：${given.media_url}` : given.description }).description
  const name = nameOf(given.first_name, given.last_name)
  return { given, attributes, words, reporter: name === null && given.phone === null && given.email === null ? null : read(ReporterGiven, { name, phone: given.phone, email: given.email }) }
}

/** Chinese names are written family name first and without a space. */
function nameOf(first: string | null, last: string | null): string | null {
  const isChinese = /^\p{Script=Han}+$/u.test(`${first ?? ''}${last ?? ''}`)
  return (isChinese ? [last, first].filter(part => part !== null).join('') : [first, last].filter(part => part !== null).join(' ')) || null
}
