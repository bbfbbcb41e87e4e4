import { type AddressInfo } from 'node:net'
import { type FastifyInstance } from 'fastify'
import pino from 'pino'
import { makeApp } from './app.ts'
import { districts } from '../districts/index.ts'
import { makeAccounts } from './account/accounts.ts'
import { seal } from './audit/seal.ts'
import { type Config } from './config.ts'
import { sessionSecret } from './secret.ts'
import { demoRoles } from './seed/organisation.ts'
import { mailServer, textGateway } from '../engines/cases/index.ts'
import { jobsWith } from './jobs.ts'
import { type Area } from './public/files.ts'
import { loadPortal } from './public/load-portal.ts'
import { PlainFailure } from './plain-failure.ts'
import { codeOf } from './postgres/failure.ts'
import { openStore, type Progress, type Store } from './store.ts'
import { runDue } from './timed.ts'

export type Serving = { readonly address: string; stop(): Promise<void>; readonly lost: Promise<Error> }

const SEAL_EVERY_MS = 1000
/** How often it is looked which timed work is due; how often each is done stands with it. */
const LOOK_EVERY_MS = 5000

/** Opens the database, lets `prepare` fill it (the demonstration), and listens. `stop` finishes running requests first. */
export async function serve(config: Config, options: { readonly pages: string | null; readonly portal: string | null; readonly progress: Progress; readonly prepare?: (store: Store) => Promise<void> }): Promise<Serving> {
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: false }))
  // Whatever ends the program, also a start that fails half way: all that was opened by then is closed, the last first.
  const closing = new AsyncDisposableStack()
  closing.defer(() => logger.flush())
  try {
    const store = closing.adopt(await openStore(config, options.progress, { join: false, onFault: error => logger.error({ err: error }, 'database connection lost') }), opened => opened.close())
    await options.prepare?.(store)
    const clock = () => new Date().toISOString()
    const onFault = (error: Error) => logger.error({ err: error }, 'accounts')
    const roles = new Map(config.demo ? districts.map(setup => [setup.code, demoRoles(setup)] as const) : [])
    const secret = await sessionSecret(config)
    const accounts = closing.adopt(makeAccounts({
      db: store.db, databaseUrl: store.url, secret, origin: config.origin, clock, onFault,
      districts: districts.map(({ code, name }) => ({ code, name })),
      provider: config.provider, passwordSignIn: config.passwordSignIn,
      demonstration: config.demo ? code => roles.get(code) ?? [] : null,
    }), made => made.close())
    const app = await makeApp({ db: store.db, accounts, clock, logger, origin: config.origin, trustProxy: config.trustProxy, uploadLimit: config.uploadLimitBytes, pages: options.pages, open311: areas(), publicPages: options.portal === null ? null : { portal: await loadPortal(options.portal), districts: areas(), demonstration: config.demo, secret, frameAncestors: config.frameAncestors } })
    closing.defer(() => seal(store.db).then(() => {}, () => {})) // what is left is linked at the next start
    closing.adopt(repeat(SEAL_EVERY_MS, () => seal(store.db), error => logger.error({ err: error }, 'the audit chain could not be closed')), sealing => sealing.stop())
    closing.adopt(repeat(LOOK_EVERY_MS, () => runDue({ db: store.db, districts: districts.map(d => d.code), jobs: jobsWith({ sms: config.textGateway && textGateway(config.textGateway), mail: config.mailServer && mailServer(config.mailServer), fetch }), clock, onFault: (job, district, error) => logger.error({ err: error, job, district }, 'timed work failed') }), error => logger.error({ err: error }, 'timed work could not be looked after')), working => working.stop())
    closing.defer(() => finish(app))
    await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => { throw codeOf(error) === 'EADDRINUSE' ? portTaken(config.port, error) : error })
    const { port } = app.server.address() as AddressInfo // a TCP server that listens
    return {
      address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
      lost: store.lost,
      stop: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync().catch((second: unknown) => logger.error({ err: second }, 'not everything could be closed'))
    throw error
  }
}

function portTaken(port: number, cause: unknown): PlainFailure {
  return new PlainFailure({ zh: `端口${port}已被另一个程序占用。请停止那个程序，或用 PORT 设置另一个端口。`, en: `Port ${port} is taken by another program. Stop that program, or set another one with PORT.` }, cause)
}

/** Lets running requests end. A connection that was answering when the stop came goes idle after it, and a browser would keep it for more than a minute. */
async function finish(app: FastifyInstance): Promise<void> {
  const sweeping = setInterval(() => app.server.closeIdleConnections(), 100)
  await app.close().finally(() => clearInterval(sweeping))
}

/** The districts with their names, the first first. */
function areas(): readonly [Area, ...Area[]] {
  const [first, ...others] = districts.map(({ code, name, portal }) => ({ code, name, portal }))
  if (!first) throw new Error('没有配置任何区。 No district is configured.')
  return [first, ...others]
}

/** Does something again and again, never twice at once; `stop` waits for the one that runs. */
function repeat(every: number, work: () => Promise<unknown>, onFault: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = () => {
    running = work().catch(onFault).finally(() => { if (!stopped) timer = setTimeout(turn, every) })
  }
  timer = setTimeout(turn, every)
  return { stop: async () => { stopped = true; clearTimeout(timer); await running } }
}
