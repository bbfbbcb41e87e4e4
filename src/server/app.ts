import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { type Db } from '../engines/context.ts'
import { type Actor } from '../engines/org/domain/permission.ts'
import { type District } from '../kernel/id.ts'
import { refuse } from '../kernel/result.ts'
import { type Instant } from '../kernel/time.ts'
import { type Accounts } from './account/accounts.ts'
import { makeContext } from './context.ts'
import { mayComeFrom } from './http/cross-site.ts'
import { problemFrom, sendProblem } from './http/errors.ts'
import { mount } from './http/mount.ts'
import { describe } from './http/openapi.ts'
import { problemOf } from './http/problem.ts'
import { validatorCompiler } from './http/validation.ts'
import { servePages } from './http/pages.ts'
import { mountOpen311 } from './open311/mount.ts'
import { type PublicDeps } from './public/deps.ts'
import { type Area } from './public/files.ts'
import { mountPublic } from './public/portal.ts'
import { routes } from './routes.ts'

export type AppDeps = {
  readonly db: Db
  readonly accounts: Accounts
  readonly clock: () => Instant
  readonly logger: FastifyBaseLogger | false
  /** Public address, for the check that a request comes from our own pages. */
  readonly origin: string
  readonly trustProxy: boolean | number | string
  readonly uploadLimit: number
  /** Folder of the built pages; null in tests that need none. */
  readonly pages: string | null
  /** Districts that answer by Open311; none where absent. */
  readonly open311?: readonly Area[]
  /** What draws the public pages, and of which districts; null where there are none. */
  readonly publicPages?: Pick<PublicDeps, 'portal' | 'districts' | 'demonstration' | 'secret' | 'frameAncestors'> | null
}

/** A unit's system that asks more often than this is out of order. */
const keyRequestsPerMinute = 300

/** The whole server over its dependencies, not yet listening. */
export async function makeApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(6).toString('hex'),
    // A number is how many proxies stand in front; the types know only the function for that.
    trustProxy: typeof deps.trustProxy === 'number' ? (_, hop) => hop < Number(deps.trustProxy) : deps.trustProxy,
    bodyLimit: 2_000_000,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => { void sendProblem(reply, problemFrom(error, request)) },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error: Error, request, reply) => sendProblem(reply, problemFrom(error, request)))
  await app.register(helmet, { enableCSPNonces: true, contentSecurityPolicy: { useDefaults: false, directives: policy(deps.origin) }, hsts: deps.origin.startsWith('https:'), crossOriginEmbedderPolicy: false })
  await app.register(compress, { encodings: ['gzip'], threshold: 1024 })
  await app.register(rateLimit, { global: false })
  await app.register(multipart, { limits: { fileSize: deps.uploadLimit, files: 1, fields: 20, fieldSize: 2_000_000 } })
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    // Open311 looks at no cookie: pages of other sites may report by it, as the standard means them to.
    if (!request.url.startsWith('/open311/') && !mayComeFrom(request.method, request.headers, deps.origin)) return sendProblem(reply, problemOf(refuse('cross-site'), request.id))
    return undefined
  })
  // What happened, never who or with which words: the trail keeps who, and bodies stay out of logs.
  app.addHook('onResponse', async (request, reply) => request.log.info({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request'))
  await describe(app)
  app.get('/healthz', async () => ({ status: 'ok' }))

  const door = {
    districtOf: (request: FastifyRequest) => deps.accounts.districtOf(request.headers),
    actorOf: (request: FastifyRequest, district: District) => deps.accounts.actorOf(request.headers, district),
    contextOf: (request: FastifyRequest, district: District, actor: Actor) => {
      const key = request.headers['idempotency-key']
      const command = typeof key === 'string' && key.length >= 8 && key.length <= 100 ? { command: { key, request: JSON.stringify([request.method, request.url, request.body ?? null]) } } : {}
      return makeContext(deps.db, { district, actor, requestId: request.id, ...command }, deps.clock)
    },
  }
  await app.register(async api => {
    // Beside the limits of single routes, which count by address; a wrong secret does not use up the limit of the right one.
    const countKey = api.createRateLimit({ max: keyRequestsPerMinute, timeWindow: '1 minute', keyGenerator: request => `${request.ip} ${request.headers.authorization?.slice(0, 60)}` })
    api.addHook('onRequest', async (request, reply) => {
      if (request.headers.authorization === undefined) return undefined
      const count = await countKey(request)
      return !count.isAllowed && count.isExceeded ? sendProblem(reply, problemOf(refuse('too-many-requests'), request.id)) : undefined
    })
    await deps.accounts.mount(api, door)
    for (const engine of routes) mount(api, engine, door)
  })
  if (deps.publicPages) await mountPublic(app, { ...deps.publicPages, db: deps.db, origin: deps.origin, clock: deps.clock }, door)
  if (deps.open311) await mountOpen311(app, { db: deps.db, accounts: deps.accounts, districts: deps.open311, origin: deps.origin, clock: deps.clock }, door)
  if (deps.pages) await servePages(app, deps.pages)
  app.setNotFoundHandler((request, reply) => sendProblem(reply, problemOf(refuse('no-such-address'), request.id)))
  return app
}

/** Content policy: nothing from elsewhere, nothing inline. The component library's styles carry the nonce of the answer. */
function policy(origin: string) {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    // The preview of a public page, in the page on which it is approved.
    'frame-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'manifest-src': ["'self'"],
    ...(origin.startsWith('https:') && { 'upgrade-insecure-requests': [] }),
  }
}
