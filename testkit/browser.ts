import { createHmac } from 'node:crypto'
import { type FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type Role } from '../src/engines/org/schema.ts'
import { type AccountDeps, type Accounts, makeAccounts } from '../src/server/account/accounts.ts'
import { type PasswordHashing } from '../src/server/account/library.ts'
import { makeApp } from '../src/server/app.ts'
import { type FreshDistrict } from './district.ts'

/** What came back: the status, the JSON, and the cookies as they were set. */
type Came = { readonly status: number; readonly json: Record<string, unknown>; readonly cookies: readonly string[] }

/** A browser: keeps the cookies it is given and sends them with the next request, from an address of its own. */
export type Browser = { readonly cookies: Map<string, string>; ask(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, headers?: Record<string, string>): Promise<Came> }

let desks = 0

function browser(app: FastifyInstance, options: { readonly userAgent?: string; readonly address?: string } = {}): Browser {
  desks += 1
  const { userAgent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36', address: remoteAddress = `10.0.${Math.floor(desks / 250)}.${desks % 250}` } = options
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(method, url, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const came = await app.inject({ method, url, remoteAddress, headers: { 'user-agent': userAgent, ...(cookie && { cookie }), ...headers }, ...(body && { payload: body }) })
      const set = [came.headers['set-cookie'] ?? []].flat()
      for (const line of set) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/Max-Age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      const type = String(came.headers['content-type'])
      return { status: came.statusCode, json: type.includes('json') ? came.json() : {}, cookies: set }
    },
  }
}

/** One round instead of scrypt's 16,384: what a test proves of passwords does not hang on their cost. */
const cheapPasswords: PasswordHashing = {
  hash: async password => `cheap:${createHmac('sha256', 'test').update(password).digest('hex')}`,
  verify: async ({ hash, password }) => hash === await cheapPasswords.hash(password),
}

/** Tests end by dropping the database under its connections, which is no fault; anything else is. */
function loud(error: Error): void {
  if (!('code' in error)) throw error
}

export type FreshServer = {
  readonly app: FastifyInstance
  readonly accounts: Accounts
  browser(options?: { readonly userAgent?: string; readonly address?: string }): Browser
  /** Gives the person of a role an account the way people get one: a first password from the administrator, changed at the first sign-in. */
  open(role: Role, password: string, at?: FreshDistrict): Promise<void>
}

/** The whole server over one test database, on the clock of the first district. */
export async function freshServer(districts: readonly [FreshDistrict, ...FreshDistrict[]], options: Partial<Pick<AccountDeps, 'demonstration' | 'origin' | 'passwords' | 'rules'>> = {}): Promise<FreshServer> {
  const [first] = districts
  const clock = () => first.clock.now
  const origin = options.origin ?? 'http://localhost'
  const accounts = makeAccounts({
    db: first.db, databaseUrl: first.url, secret: 'a secret of the tests, long enough for all', clock, onFault: loud,
    districts: districts.map(d => ({ code: d.district, name: { zh: `区${d.district}`, en: `District ${d.district}` } })),
    ...options, origin, demonstration: options.demonstration ?? null, passwords: options.passwords ?? cheapPasswords,
  })
  const app = await makeApp({ db: first.db, accounts, clock, logger: false, origin, trustProxy: false, uploadLimit: 1_000_000, pages: null })
  afterAll(async () => {
    await app.close()
    await accounts.close()
  })
  return {
    app,
    accounts,
    browser: given => browser(app, given),
    async open(role, password, at = first) {
      const made = await accounts.createAccount(await at.ctx('security-administrator'), at.person(role))
      if (!made.ok || made.value.initialPassword === null) throw new Error(`no account for ${role}: ${JSON.stringify(made)}`)
      const desk = browser(app)
      await desk.ask('POST', '/api/session', { username: role, password: made.value.initialPassword, district: at.district })
      const changed = await desk.ask('POST', '/api/session/password', { present: made.value.initialPassword, next: password })
      if (changed.status !== 200) throw new Error(`the first password of ${role} could not be changed: ${JSON.stringify(changed.json)}`)
    },
  }
}

/** The six digits an authenticator shows for a secret (RFC 6238, SHA-1, 30 s), `ahead` steps from now. */
export function codeFor(secret: string, ahead = 0): string {
  const bits = [...secret.replaceAll('=', '')].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const mac = createHmac('sha1', key).update(step).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
