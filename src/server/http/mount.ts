import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Api } from '../../engines/api.ts'
import { type Context, type Input } from '../../engines/context.ts'
import { type Actor, mayAnywhere, type Verb, verbLabels } from '../../engines/org/domain/permission.ts'
import { type File, type Route } from '../../kernel/contract.ts'
import { type District } from '../../kernel/id.ts'
import { refuse } from '../../kernel/result.ts'
import { isRecalled } from '../recall.ts'
import { sendProblem } from './errors.ts'
import { problemOf } from './problem.ts'
import { partsOf } from './upload.ts'
import { parse } from './validation.ts'

const gzipped = promisify(gzip)

/** How the server knows who asks and makes what a handler works with. */
export type Door = {
  districtOf(request: FastifyRequest): District
  actorOf(request: FastifyRequest, district: District): Promise<Actor | null>
  contextOf(request: FastifyRequest, district: District, actor: Actor): Context
}

/** Mounts every route of a contract: parse, permit, handle, answer. */
export function mount(app: FastifyInstance, { tag, contract, handlers }: Api, door: Door): void {
  for (const [name, route] of Object.entries(contract)) {
    const handler = handlers[name]
    if (!handler) throw new Error(`Route ${route.method} ${route.path} has no handler ${name}`)
    app.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(route, tag, name),
      ...limitOf(route),
      // A command without particulars may come without a body.
      preValidation: async request => { request.body ??= {} },
      handler: (request, reply) => answer(request, reply, route, handler, door),
    })
  }
}

/** What anybody may ask without signing in is limited for each address, also where the contract sets no limit of its own. */
const publicPerMinute = 600

export function limitOf({ perMinute, permission }: Route): { readonly config?: { readonly rateLimit: { readonly max: number; readonly timeWindow: string } } } {
  const max = perMinute ?? (permission === 'public' ? publicPerMinute : undefined)
  return max === undefined ? {} : { config: { rateLimit: { max, timeWindow: '1 minute' } } }
}

export function schemaOf(route: Route, tag: string, name: string) {
  return {
    tags: [tag],
    operationId: `${tag}.${name}`,
    summary: `${route.summary.zh} · ${route.summary.en}`,
    description: `permission: ${route.permission}`,
    params: route.params,
    querystring: route.query,
    ...(route.form !== 'upload' && route.method !== 'GET' && { body: route.body }),
    ...(route.form !== 'file' && { response: { 200: route.reply } }),
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, route: Route, handler: Api['handlers'][string], door: Door): Promise<FastifyReply> {
  const district = door.districtOf(request)
  const actor = await door.actorOf(request, district)
  const stopped = permitted(route, actor)
  if (stopped || !actor) return sendProblem(reply, problemOf(stopped ?? refuse('not-signed-in'), request.id))
  const input = { params: request.params, query: request.query, ...(route.form === 'upload' ? await upload(request, route) : { body: request.body ?? {}, file: null }) }
  const result = await handler(door.contextOf(request, district, actor), input as Input<Route>) // parsed by the validator just before
  if (!result.ok) return sendProblem(reply, problemOf(result, request.id))
  if (route.form === 'file') return sendFile(reply, result.value as File) // a file route's reply is a File by its contract
  return isRecalled(result) && typeof result.value === 'object' && result.value !== null ? sendOnceWritten(request, reply, result.value) : reply.send(result.value)
}

type Written = { readonly text: string; readonly packed: Promise<Buffer> }
const written = new WeakMap<object, Written>()

/** Many ask for an answer that was worked out once: it is held against its contract, put into JSON and packed once too. */
async function sendOnceWritten(request: FastifyRequest, reply: FastifyReply, value: object): Promise<FastifyReply> {
  const known = written.get(value) ?? writtenFrom(String(reply.serializeInput(value as Record<string, unknown>, '200'))) // a JSON route's reply is an object
  written.set(value, known)
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.serializer(String).send(known.text)
  return reply.header('content-encoding', 'gzip').send(await known.packed)
}

function writtenFrom(text: string): Written {
  return { text, packed: gzipped(text) }
}

/** Public routes are asked of nobody in particular; what they may see is what `door.actorOf` says of a stranger. */
function permitted(route: Route, actor: Actor | null) {
  if (route.permission === 'public') return null
  if (!actor || actor.person === '') return refuse('not-signed-in')
  if (route.permission === 'signed-in') return actor.key === null ? null : refuse('not-for-keys')
  if (!(route.permission in verbLabels)) throw new Error(`${route.path} asks for the unknown permission ${route.permission}`)
  return mayAnywhere(actor, route.permission as Verb) ? null : refuse('not-permitted', { permission: route.permission }) // checked on the line before
}

/** The body and the file of a multipart request; without multipart, the JSON body alone. */
async function upload(request: FastifyRequest, route: Route): Promise<{ readonly body: unknown; readonly file: File | null }> {
  if (!request.isMultipart()) return { body: parsedBody(route, request.body ?? {}), file: null }
  const { fields, file } = await partsOf(request)
  return { body: parsedBody(route, fields), file }
}

function parsedBody(route: Route, given: unknown): unknown {
  const parsed = parse(route.body, given, 'body')
  if ('error' in parsed) throw parsed.error
  return parsed.value
}

function sendFile(reply: FastifyReply, file: File): FastifyReply {
  return reply.type(file.mime).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`).send(Buffer.from(file.bytes))
}
