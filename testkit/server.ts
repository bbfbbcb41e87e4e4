import { type FastifyInstance, type InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import { type Verb } from '../src/engines/org/domain/permission.ts'
import { Role, roleLabels } from '../src/engines/org/schema.ts'
import { type District } from '../src/kernel/id.ts'
import { addDays, dayOf } from '../src/kernel/time.ts'
import { type AccountDeps, type Accounts, makeAccounts } from '../src/server/account/accounts.ts'
import { makeApp } from '../src/server/app.ts'
import { type Portal } from '../src/server/public/contract.ts'
import { type FreshDistrict, freshDistrict } from './district.ts'

export type TestServer = FreshDistrict & {
  readonly app: FastifyInstance
  readonly accounts: Accounts
  /** Headers of a request by the person who holds this role. */
  as(role: Role): Promise<Record<string, string>>
  /** Headers of a request by a unit's system: a key that acts as the post of this role, with these permissions. */
  withKey(role: Role, verbs: readonly Verb[]): Promise<Record<string, string>>
  /** Lets everybody sign in anew with their next request: after the clock was moved, old sessions have ended. */
  forget(): void
  /** A request to the server in this process, signed in as a role or, with null, as a stranger. */
  ask(role: Role | null, request: InjectOptions): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Record<string, unknown> }>
}

/** The whole server over a small district in a fresh database, without a network. */
export async function testServer(options: Parameters<typeof freshDistrict>[0] & Pick<AccountDeps, 'provider' | 'passwordSignIn' | 'fetch'> & { readonly uploadLimit?: number; readonly portal?: Portal; readonly alsoDistrict?: District; readonly frameAncestors?: readonly string[] } = {}): Promise<TestServer> {
  const here = await freshDistrict(options)
  const clock = () => here.clock.now
  const people = Role.options.map(role => ({ role, account: role, label: roleLabels[role], does: roleLabels[role], unit: roleLabels[role], roles: [role] }))
  const accounts = makeAccounts({ db: here.db, databaseUrl: here.url, secret: 'a secret of the tests, long enough', origin: 'http://localhost', clock, districts: [here.district, ...(options.alsoDistrict ? [options.alsoDistrict] : [])].map(code => ({ code, name: { zh: '测试区', en: 'Test district' } })), provider: options.provider ?? null, passwordSignIn: options.passwordSignIn ?? true, ...(options.fetch && { fetch: options.fetch }), demonstration: () => people, onFault: () => {} }) // a connection that the end of a test breaks off is no fault of the test
  const app = await makeApp({ db: here.db, accounts, clock, logger: false, origin: 'http://localhost', trustProxy: false, uploadLimit: options.uploadLimit ?? 20_000_000, pages: null, open311: [{ code: here.district, name: { zh: '测试区', en: 'Test district' } }], publicPages: options.portal ? { portal: options.portal, districts: [{ code: here.district, name: { zh: '测试区', en: 'Test district' } }], demonstration: false, secret: 'a secret of the tests, long enough', frameAncestors: options.frameAncestors ?? [] } : null })
  afterAll(async () => {
    await app.close()
    await accounts.close()
  })
  const cookies = new Map<Role, string>()
  async function as(role: Role): Promise<Record<string, string>> {
    const known = cookies.get(role)
    if (known) return { cookie: known }
    const answer = await app.inject({ method: 'POST', url: '/api/demo/sign-in', payload: { role } })
    if (answer.statusCode !== 200) throw new Error(`no sign-in as ${role}: ${answer.body}`)
    const cookie = answer.cookies.map(c => `${c.name}=${encodeURIComponent(c.value)}`).join('; ')
    cookies.set(role, cookie)
    return { cookie }
  }
  async function ask(role: Role | null, request: InjectOptions) {
    const headers = { ...request.headers, ...(role && await as(role)) }
    const answer = await app.inject({ ...request, headers })
    const isJson = String(answer.headers['content-type'] ?? '').includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json<unknown>() : answer.body, headers: answer.headers }
  }
  async function withKey(role: Role, verbs: readonly Verb[]): Promise<Record<string, string>> {
    const issued = await ask('security-administrator', { method: 'POST', url: '/api/keys', payload: { name: `测试接口 ${role}`, post: here.post(role), verbs, until: addDays(dayOf(here.clock.now), 90) } })
    const { id } = issued.body as { id: string } // the reply of a route that makes something
    const collected = await ask(role, { method: 'POST', url: `/api/keys/${id}/collect` })
    const { key } = collected.body as { key: string | null } // by its contract
    if (!key) throw new Error(`no key for ${role}: ${JSON.stringify([issued.body, collected.body])}`)
    return { authorization: `Bearer ${key}` }
  }
  return { ...here, app, accounts, as, ask, withKey, forget: () => cookies.clear() }
}
