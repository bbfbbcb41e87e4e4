/**
 * GeoReport v2 of Open311 (http://wiki.open311.org/GeoReport_v2): every address below /open311/<district>/v2, in XML and JSON.
 * Anybody reads what residents report, without words, without exact places; a key of a unit's system (`api_key`) reads the requests
 * that its post sees and reports new ones. Cookies are not looked at here, so no browser does anything in a person's name.
 */
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Context, type Db } from '../../engines/context.ts'
import { attach, findForOutside, findPictures, loadBytes, openCase, typesInForce } from '../../engines/cases/index.ts'
import { type CaseType } from '../../engines/cases/schema.ts'
import { mayAnywhere, type Actor } from '../../engines/org/domain/permission.ts'
import { findUnits, unitAt } from '../../engines/org/index.ts'
import { type File } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { type Language } from '../../kernel/label.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Accounts } from '../account/accounts.ts'
import { within } from '../database/database.ts'
import { problemFrom } from '../http/errors.ts'
import { type Door } from '../http/mount.ts'
import { problemOf } from '../http/problem.ts'
import { partsOf } from '../http/upload.ts'
import { type Area } from '../public/files.ts'
import { askedFrom, GeoFault, submissionFrom, type Submission, updatesAsked } from './asked.ts'
import { requestOf, updatesOf } from './requests.ts'
import { definitionOf, fieldsFrom, kindOf, servicesOf } from './services.ts'
import { type Told, xmlOf } from './xml.ts'

export type GeoDeps = { readonly db: Db; readonly accounts: Accounts; readonly districts: readonly Area[]; readonly origin: string; readonly clock: () => Instant }

/** From one address; a city's app that serves many asks for many at once. */
const readsPerMinute = 300
const reportsPerMinute = 60
/** Since then the interface answers as it does. */
const CHANGESET = '2026-11-26T00:00:00Z'

type Asking = { readonly area: Area; readonly path: string; readonly language: Language; readonly actor: Actor | null; readonly ctx: Context | null; readonly form: ReadonlyMap<string, string>; readonly file: File | null; readonly query: Readonly<Record<string, unknown>>; readonly requestId: string }
type Answer = { readonly root: string; readonly value: Told; readonly status?: number } | { readonly media: { readonly mime: string; readonly bytes: Uint8Array } }

export async function mountOpen311(app: FastifyInstance, deps: GeoDeps, door: Door): Promise<void> {
  await app.register(async scope => {
    // A photograph comes with a form in parts; JSON is none of the standard's.
    scope.removeContentTypeParser(['application/json', 'text/plain'])
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, [...new URLSearchParams(String(body))]))
    scope.setErrorHandler((error: Error, request, reply) => {
      const { status, detailEn, detail } = error instanceof GeoFault ? { status: error.status, detailEn: error.message, detail: error.message } : problemFrom(error, request)
      return send(request, reply, faultOf(status === 401 ? 403 : status, languageOf(request) === 'zh' ? detail : detailEn))
    })
    const limited = (max: number) => ({ schema: { hide: true }, config: { rateLimit: { max, timeWindow: '1 minute' } } })
    scope.get<{ Params: { '*': string } }>('/open311/*', limited(readsPerMinute), async (request, reply) => send(request, reply, await answer(deps, await askingOf(deps, request, door))))
    scope.post<{ Params: { '*': string } }>('/open311/*', limited(reportsPerMinute), async (request, reply) => send(request, reply, await report(await askingOf(deps, request, door))))
  })
}

const faultOf = (status: number, description: string): Answer => ({ root: 'errors', value: [{ code: status, description }], status })

/** `?lang=` is ours; else what the browser or program prefers, else Chinese. */
function languageOf(request: FastifyRequest): Language {
  const asked = valueOf(request.query, 'lang') ?? request.headers['accept-language'] ?? ''
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function valueOf(query: unknown, name: string): string | undefined {
  const value: unknown = typeof query === 'object' && query !== null ? Object.entries(query).find(([key]) => key === name)?.[1] : undefined
  return typeof value === 'string' ? value : undefined
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? ''
  const json = path.endsWith('.json') || (!path.endsWith('.xml') && /\bjson\b/.test(request.headers.accept ?? ''))
  void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('vary', 'Accept, Accept-Language, Accept-Encoding').header('cache-control', 'no-store')
  if ('media' in answer) return reply.type(answer.media.mime).send(Buffer.from(answer.media.bytes))
  const { root, value, status } = answer
  return reply.code(status ?? 200).type(json ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8').send(json ? JSON.stringify(value) : xmlOf(root, value))
}

/** Who asks for what. A key that opens nothing is told so, also where none would be needed. */
async function askingOf({ accounts, districts }: GeoDeps, request: FastifyRequest<{ Params: { '*': string } }>, door: Door): Promise<Asking> {
  const [, code, path] = /^(\d{6})\/(?:v2\/)?(.+?)(?:\.(?:json|xml))?$/.exec(request.params['*']) ?? []
  const area = districts.find(one => String(one.code) === code)
  if (!area || path === undefined) throw new GeoFault(404, code === undefined || area ? 'there is nothing at this address' : `jurisdiction ${code} was not found`)
  const parts = request.isMultipart() ? await partsOf(request) : null
  const form = new Map(parts ? Object.entries(parts.fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])) : Array.isArray(request.body) ? (request.body as [string, string][]) : []) // made by the parser of forms of this scope
  const asked = (name: string) => form.get(name) ?? valueOf(request.query, name)
  const jurisdiction = asked('jurisdiction_id')
  if (jurisdiction !== undefined && jurisdiction !== '' && jurisdiction !== String(area.code)) throw new GeoFault(404, `jurisdiction_id ${jurisdiction.slice(0, 60)} was not found here; it is ${area.code}`)
  for (const text of [...form, ...Object.entries(request.query ?? {})].flat()) if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())) throw new GeoFault(400, 'a value has a character that cannot be kept')
  const key = asked('api_key'), authorization = key ? `Bearer ${key}` : request.headers.authorization
  const actor = authorization === undefined ? null : await accounts.actorOf({ authorization }, area.code)
  return { area, path, language: languageOf(request), actor, ctx: actor && door.contextOf(request, area.code, actor), form, file: parts?.file ?? null, query: restOf(request.query), requestId: request.id }
}

/** For everybody as the program itself sees it; the conditions of what is asked leave out what is not for everybody. */
function reading<T>({ db }: GeoDeps, { area, ctx }: Asking, work: Parameters<typeof within<T>>[2]): Promise<T> {
  return ctx ? ctx.read(work) : within(db, { district: area.code, sees: new Set(), cases: 'district' }, work)
}

async function answer(deps: GeoDeps, asking: Asking): Promise<Answer> {
  const { area, path, language, actor } = asking
  if (actor && !mayAnywhere(actor, 'case.read')) throw new GeoFault(403, 'this api_key may not read requests')
  const [what = '', id, ...more] = path.split('/')
  if (what === 'media' && id !== undefined && more.length === 1) return media(asking, id, more[0] ?? '')
  if (more.length > 0) throw new GeoFault(404, 'there is nothing at this address')
  if (what === 'discovery' && id === undefined) return discovery(deps, area)
  const types = (await reading(deps, asking, tx => typesInForce(tx, area.code))).filter(type => type.onPortal)
  if (what === 'services') return id === undefined ? { root: 'services', value: servicesOf(types, language) } : { root: 'service_definition', value: definitionOf(typeOf(types, id), kindOf(id)?.category ?? '', language) }
  const reader = { language, through: actor ? 'key' : 'nobody', mediaAt: (number: string, picture: string) => `${deps.origin}/open311/${area.code}/v2/media/${number}/${picture}` } as const
  const find = (asked: Partial<ReturnType<typeof askedFrom>>) => reading(deps, asking, tx => findForOutside(tx, area.code, { types: types.map(type => type.key), ...asked, forAll: !actor }, { limit: asked.limit ?? 100, offset: asked.offset ?? 0 }))
  if (what === 'requests') {
    const asked = askedFrom({ ...asking.query, ...(id !== undefined && { service_request_id: id }) }, deps.clock())
    for (const kind of asked.kinds ?? []) typeOf(types, `${kind.type}_${kind.category}`)
    const found = await find(asked)
    if (id !== undefined && found.length === 0) throw new GeoFault(404, `service_request_id ${id} was not found`)
    // To nobody but a key a photograph is shown (record 35).
    const pictures = actor ? await reading(deps, asking, tx => findPictures(tx, area.code, found.map(one => one.id))) : new Map<Id, Id>()
    return { root: 'service_requests', value: found.map(one => requestOf(one, pictures.get(one.id) ?? null, reader, asked.notes)) }
  }
  if (what === 'servicerequestupdates' && id === undefined) {
    const { service_request_id: numbers, start_date, end_date } = updatesAsked(asking.query)
    return { root: 'service_request_updates', value: updatesOf(await find({ numbers }), reader, start_date, end_date) }
  }
  // Every request has its number at once, so the number is the only token there is.
  if (what === 'tokens' && id !== undefined) {
    if ((await find({ numbers: [id] })).length === 0) throw new GeoFault(404, `token ${id} was not found`)
    return { root: 'service_requests', value: [{ service_request_id: id, token: id }] }
  }
  throw new GeoFault(404, 'there is nothing at this address')
}

/** A photograph with a request, to a key that sees the request; nobody else sees one (record 35). */
async function media({ area, ctx }: Asking, number: string, picture: string): Promise<Answer> {
  if (!ctx) throw new GeoFault(403, 'api_key was not provided')
  const file = Id.safeParse(picture).success ? await ctx.read(async tx => {
    const [found] = await findForOutside(tx, area.code, { types: (await typesInForce(tx, area.code)).filter(type => type.onPortal).map(type => type.key), numbers: [number], forAll: false }, { limit: 1, offset: 0 })
    return found ? loadBytes(tx, area.code, found.id, picture) : null
  }) : null
  if (!file?.mime.startsWith('image/')) throw new GeoFault(404, 'there is no such photograph, or it was withdrawn')
  return { media: file }
}

/** What was asked of a resource, without who asks and in which words. */
function restOf(query: unknown): Readonly<Record<string, unknown>> {
  const ours = new Set(['api_key', 'jurisdiction_id', 'lang'])
  return Object.fromEntries(Object.entries(query ?? {}).filter(([name]) => !ours.has(name)))
}

function typeOf(types: readonly CaseType[], code: string): CaseType {
  const kind = kindOf(code), type = types.find(one => one.key === kind?.type)
  if (!type || !servicesOf([type], 'zh').some(service => service.service_code === code)) throw new GeoFault(404, `service_code ${code} was not found`)
  return type
}

function discovery({ origin }: GeoDeps, area: Area): Answer {
  const endpoint = { specification: 'http://wiki.open311.org/GeoReport_v2', url: `${origin}/open311/${area.code}/v2`, changeset: CHANGESET, type: 'production', formats: ['text/xml', 'application/json'] }
  return { root: 'discovery', value: { changeset: CHANGESET, contact: `${area.name.zh} ${area.name.en}`, key_service: `api_key: ${origin}/keys`, endpoints: [endpoint] } }
}

async function report(asking: Asking): Promise<Answer> {
  const { area, path, ctx, actor, form, file, requestId } = asking
  if (path !== 'requests') throw new GeoFault(404, 'there is nothing at this address')
  if (!ctx || !actor) throw new GeoFault(403, 'api_key was not provided')
  if (!mayAnywhere(actor, 'case.open')) throw new GeoFault(403, 'this api_key may not report requests')
  const submission = submissionFrom(form)
  const types = (await ctx.read(tx => typesInForce(tx, area.code))).filter(type => type.onPortal)
  const type = typeOf(types, submission.given.service_code)
  const done = await ctx.write(async (tx, note) => {
    const unit = await placeOf(ctx, tx, submission.given)
    const { lat, long, address_string: address } = submission.given
    const opened = await openCase(tx, ctx, note, {
      type: type.key, category: kindOf(submission.given.service_code)?.category ?? '', title: titleOf(submission), words: submission.words, channel: 'platform', fields: fieldsFrom(type, submission.attributes),
      place: { unit, address, point: lat === undefined || long === undefined ? null : { lat, lng: long } },
    }, 'app', submission.reporter && { ...submission.reporter, phone: submission.reporter.phone?.replaceAll(/\D/g, '') ?? null, codeHash: null })
    if (!opened.ok) return opened
    const attached = file ? await attach(tx, ctx, note, opened.value, file, { person: actor.person, name: actor.name, unit: actor.units[0] ?? null }) : null
    return attached?.ok !== false ? { ok: true as const, value: { number: opened.value.present.number } } : attached
  })
  if (!done.ok) { const { status, detail, detailEn } = problemOf(done, requestId); throw new GeoFault(status === 422 ? 400 : status, asking.language === 'zh' ? detail : detailEn) }
  const notice = { zh: `已收到，编号${done.value.number}。`, en: `Received under the number ${done.value.number}.` }
  return { root: 'service_requests', value: [{ service_request_id: done.value.number, service_notice: notice[asking.language], account_id: null }], status: 201 }
}

/** The unit on whose ground it is: where the point lies, else the one whose code was given. */
async function placeOf(ctx: Context, tx: Parameters<typeof unitAt>[0], { lat, long, address_id: code }: Submission['given']): Promise<Id | null> {
  if (code !== null) {
    const unit = (await findUnits(tx, ctx.district)).find(one => one.code === code && (one.until === null || one.until > ctx.today()))
    if (!unit) throw new GeoFault(400, `address_id ${code} was not found; it is the code of a street, community or grid`)
    return unit.id
  }
  return lat === undefined || long === undefined ? null : (await unitAt(tx, ctx.district, { lat, lng: long }, ctx.today()))?.id ?? null
}

/** The first of what was said. */
function titleOf({ given }: Submission): string {
  const line = given.description.split('\n', 1)[0] ?? ''
  return line.length <= 40 ? line : `${line.slice(0, 39).toWellFormed().replace(/\uFFFD$/, '')}…`
}

