import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { type IdentityProvider, identityProvider } from '../../../../testkit/identity-provider.ts'
import { testServer, type TestServer } from '../../../../testkit/server.ts'
import { dayOf } from '../../../kernel/time.ts'

const here = new Date().toISOString()

/** A browser of ours: it keeps cookies and says where it was sent. */
function browser(server: TestServer) {
  const jar = new Map<string, string>()
  return {
    jar,
    async get(url: string) {
      const reply = await server.app.inject({ method: 'GET', url, headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
      for (const { name, value, maxAge } of reply.cookies) { if (maxAge === 0) jar.delete(name); else jar.set(name, encodeURIComponent(value)) }
      return { status: reply.statusCode, to: String(reply.headers['location'] ?? ''), body: String(reply.headers['content-type'] ?? '').includes('json') ? reply.json<Record<string, unknown>>() : {} }
    },
    async send(method: 'POST' | 'DELETE', url: string, payload: object = {}) {
      const reply = await server.app.inject({ method, url, payload, headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
      for (const { name, value, maxAge } of reply.cookies) { if (maxAge === 0) jar.delete(name); else jar.set(name, encodeURIComponent(value)) }
      return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
    },
  }
}

/** Goes to the provider, signs in there as a subject and comes back; answers the browser and where it stands then. */
async function through(server: TestServer, provider: IdentityProvider, subject: string, query = '') {
  const own = browser(server)
  const back = await provider.signIn((await own.get(`/api/session/provider${query}`)).to, subject)
  const reply = await own.get(back.pathname + back.search)
  return { own, back, to: reply.to }
}

const lastFailure = async (server: TestServer) => (await server.db.selectFrom('audit.entry').select('detail').where('verb', '=', 'account.sign-in-failed').orderBy('id', 'desc').limit(1).executeTakeFirst())?.detail

describe('sign-in through the identity provider', async () => {
  const provider = await identityProvider()
  const server = await testServer({ now: here, provider: provider.settings })
  provider.people.set('s-planner', { preferred_username: 'planner', name: '王五', unit_code: 'D01' })
  provider.people.set('s-nobody', { preferred_username: 'zhao.liu', name: '赵六', unit_code: 'D01' })
  provider.people.set('s-no-account', { name: '无名' })

  it('opens a session for the enrolled person, on the page that was asked for, and the trail says how', async () => {
    const { own, to } = await through(server, provider, 's-planner', '?next=/plan/2023%3Fview%3Dlist')
    expect(to).toBe('/plan/2023?view=list')
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-in', person: server.person('planner'), provider: { zh: '粤政易统一认证' }, passwords: true })
    expect((await own.get('/api/me')).body).toMatchObject({ roles: ['planner'] })
    const entry = await server.db.selectFrom('audit.entry').selectAll().where('verb', '=', 'account.signed-in').orderBy('id', 'desc').executeTakeFirst()
    expect(entry).toMatchObject({ person: server.person('planner'), detail: { how: 'provider' } })
  })

  it('creates nothing for somebody who is not enrolled, and the page says who helps', async () => {
    const { own, to } = await through(server, provider, 's-nobody')
    expect(to).toBe('/sign-in?refused=provider-unknown-person&who=zhao.liu')
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-out' })
    expect(await server.db.selectFrom('org.person').select('id').where('account', '=', 'zhao.liu').execute()).toEqual([])
    expect((await through(server, provider, 's-no-account')).to).toContain('provider-no-account')
  })

  it('lets nobody in who was deactivated', async () => {
    provider.people.set('s-grid', { preferred_username: 'grid' })
    await server.db.updateTable('org.person').set({ active: false }).where('id', '=', server.person('grid')).execute()
    expect((await through(server, provider, 's-grid')).to).toContain('provider-unknown-person')
  })

  it('lets nobody in whose account is suspended', async () => {
    provider.people.set('s-street', { preferred_username: 'street' })
    expect((await through(server, provider, 's-street')).to).toBe('/')
    const suspend = await server.ask('security-administrator', { method: 'POST', url: `/api/accounts/${server.person('street')}/suspension`, payload: { from: dayOf(here), reason: '调查' } })
    expect(suspend.status).toBe(200)
    expect((await through(server, provider, 's-street')).to).toContain('account-suspended')
  })

  it('stays with the subject: an account that was given to somebody else opens nothing', async () => {
    provider.people.set('s-leader', { preferred_username: 'leader' })
    expect((await through(server, provider, 's-leader')).to).toBe('/')
    provider.people.set('s-other', { preferred_username: 'leader' })
    expect((await through(server, provider, 's-other')).to).toContain('provider-other-person')
    provider.people.set('s-leader', { preferred_username: 'leader.renamed' })
    expect((await through(server, provider, 's-leader')).to).toBe('/')
    const released = await server.ask('security-administrator', { method: 'POST', url: `/api/accounts/${server.person('leader')}/provider/release` })
    expect(released.status).toBe(200)
    expect((await through(server, provider, 's-other')).to).toBe('/')
  })

  it('takes an answer once, and only from the browser that went', async () => {
    const { own, back } = await through(server, provider, 's-planner')
    expect((await own.get(back.pathname + back.search)).to).toContain('provider-refused')
    const [mine, other] = [browser(server), browser(server)]
    const answer = await provider.signIn((await mine.get('/api/session/provider')).to, 's-planner')
    expect((await other.get(answer.pathname + answer.search)).to).toContain('provider-refused')
    await other.get('/api/session/provider')
    expect((await other.get(answer.pathname + answer.search)).to).toContain('provider-refused')
    expect(await lastFailure(server)).toMatchObject({ how: 'provider', because: expect.any(String) })
  })

  it('refuses a state that is not the one it gave', async () => {
    const own = browser(server)
    const answer = await provider.signIn((await own.get('/api/session/provider')).to, 's-planner')
    answer.searchParams.set('state', 'forged')
    expect((await own.get(answer.pathname + answer.search)).to).toContain('provider-refused')
  })

  it('waits ten minutes for whoever went, and no longer', async () => {
    const own = browser(server)
    const answer = await provider.signIn((await own.get('/api/session/provider')).to, 's-planner')
    server.clock.now = new Date(Date.parse(here) + 600_000).toISOString()
    expect((await own.get(answer.pathname + answer.search)).to).toContain('provider-refused')
    server.clock.now = here
  })

  it('says that somebody cancelled there without calling it a failure', async () => {
    const own = browser(server)
    const begin = new URL((await own.get('/api/session/provider')).to)
    expect((await own.get(`/api/session/provider/callback?error=access_denied&state=${begin.searchParams.get('state')}`)).to).toContain('provider-denied')
  })

  it('knows the provider’s new keys at once', async () => {
    provider.rotateKeys()
    expect((await through(server, provider, 's-planner')).to).toBe('/')
    provider.rotateKeys()
    expect((await through(server, provider, 's-planner')).to).toBe('/')
  })

  it('signs out there too, and its page takes the person back to ours', async () => {
    const { own } = await through(server, provider, 's-planner')
    const left = await own.send('DELETE', '/api/session')
    const address = new URL(String(left.body['leave']))
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/sign-in')
    expect((await provider.page(address.href)).status).toBe(200)
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-out' })
  })

  it('sends nobody to a page that is not ours', async () => {
    for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) expect((await browser(server).get(`/api/session/provider?next=${encodeURIComponent(next)}`)).status).toBe(400)
  })

  it('owes no change of a password that was not asked for', async () => {
    await server.db.updateTable('account.holder').set({ password_set_at: '2020-01-01T00:00:00.000Z', password_temporary: true }).where('id', '=', server.person('planner')).execute()
    const { own } = await through(server, provider, 's-planner')
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-in' })
    expect((await own.get('/api/me')).status).toBe(200)
  })
})

describe('a notice that somebody signed out at the provider', async () => {
  const provider = await identityProvider()
  const server = await testServer({ now: here, provider: provider.settings })
  provider.people.set('s-planner', { preferred_username: 'planner' })
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const now = () => Math.floor(Date.parse(server.clock.now) / 1000)
  const claims = (more: object = {}) => ({ iss: provider.settings.issuer, aud: 'opendistrict', iat: now(), exp: now() + 120, jti: crypto.randomUUID(), sub: 's-planner', events: event, ...more })
  const tell = async (token: string) => {
    const reply = await server.app.inject({ method: 'POST', url: '/api/session/provider/ended', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ logout_token: token }).toString() })
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
  }

  it('ends the sessions it opened here, once', async () => {
    const { own } = await through(server, provider, 's-planner')
    const token = await provider.sign(claims(), { typ: 'logout+jwt' })
    expect((await tell(token)).body).toEqual({ ended: 1 })
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-out' })
    const { own: again } = await through(server, provider, 's-planner')
    expect((await tell(token)).body).toEqual({ ended: 0 })
    expect((await again.get('/api/session')).body).toMatchObject({ state: 'signed-in' })
  })

  it.each<[string, object, boolean]>([
    ['that it did not sign', {}, true],
    ['for another program', { aud: 'another' }, false],
    ['of another issuer', { iss: 'https://elsewhere.example' }, false],
    ['that is an ID token', { nonce: 'x' }, false],
    ['that tells of something else', { events: {} }, false],
    ['that names nobody', { sub: undefined }, false],
    ['that is too old', { iat: now() - 361, exp: undefined }, false],
  ])('is not believed %s', async (_, more, forged) => {
    const { own } = await through(server, provider, 's-planner')
    expect((await tell(await provider.sign(claims(more), { forged }))).status).toBe(401)
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-in' })
  })
})

describe('what the provider’s tokens must say', async () => {
  const provider = await identityProvider()
  provider.people.set('s-planner', { preferred_username: 'planner' })
  type Claims = Record<string, unknown>
  let change: (claims: Claims) => Claims = claims => claims, forged = false
  const server = await testServer({ now: here, provider: provider.settings, fetch: (input, init) => provider.tampering(claims => change(claims), { forged })(input, init) })

  it.each<[string, (claims: Claims) => Claims, boolean, 'in' | 'out']>([
    ['as the provider gives them', claims => claims, false, 'in'],
    ['signed by somebody else', claims => claims, true, 'out'],
    ['with another nonce', claims => ({ ...claims, nonce: 'replayed' }), false, 'out'],
    ['without a nonce', claims => ({ ...claims, nonce: undefined }), false, 'out'],
    ['for another program', claims => ({ ...claims, aud: 'another' }), false, 'out'],
    ['of another issuer', claims => ({ ...claims, iss: 'https://elsewhere.example' }), false, 'out'],
  ])('%s', async (_, changed, byStranger, expected) => {
    change = changed
    forged = byStranger
    expect((await through(server, provider, 's-planner')).to).toBe(expected === 'in' ? '/' : '/sign-in?refused=provider-refused')
  })

  it.each([[58, 'in'], [62, 'out']] as const)('at the edge, to the second that tokens count in: expired %i seconds ago lets one %s', async (seconds, expected) => {
    forged = false
    change = claims => ({ ...claims, exp: Math.floor(Date.parse(server.clock.now) / 1000) - seconds })
    expect((await through(server, provider, 's-planner')).to).toBe(expected === 'in' ? '/' : '/sign-in?refused=provider-refused')
  })

  it.each([[60, 'in'], [61, 'out']] as const)('at the edge: made %i seconds from now lets one %s', async (seconds, expected) => {
    forged = false
    server.clock.now = new Date(Math.floor(Date.parse(here) / 1000) * 1000).toISOString()
    change = claims => ({ ...claims, iat: Math.floor(Date.parse(server.clock.now) / 1000) + seconds })
    expect((await through(server, provider, 's-planner')).to).toBe(expected === 'in' ? '/' : '/sign-in?refused=provider-refused')
  })
})

describe('people whom the provider vouches for', async () => {
  const provider = await identityProvider({ claimsInUserInfo: true })
  const server = await testServer({ now: here, provider: { ...provider.settings, enrol: true } })
  provider.people.set('s-new', { preferred_username: 'qian.er', name: '钱二', unit_code: 'D02' })
  provider.people.set('s-lost', { preferred_username: 'sun.san', name: '孙三', unit_code: 'D99' })

  it('are enrolled where the district wants it, in the unit that it names, to read and nothing else until appointed', async () => {
    const { own, to } = await through(server, provider, 's-new')
    expect(to).toBe('/')
    expect((await own.get('/api/me')).body).toMatchObject({ name: '钱二', roles: ['reader'], units: [{ name: '区统计局' }], verbs: ['plan.read', 'org.read'] })
    expect((await through(server, provider, 's-new')).to).toBe('/')
    expect(await server.db.selectFrom('org.person').select('id').where('account', '=', 'qian.er').execute()).toHaveLength(1)
  })

  it('are not where their unit is not known', async () => {
    expect((await through(server, provider, 's-lost')).to).toContain('provider-unknown-unit')
    expect(await server.db.selectFrom('org.person').select('id').where('account', '=', 'sun.san').execute()).toEqual([])
  })
})

describe('two districts behind one provider', async () => {
  const provider = await identityProvider()
  const server = await testServer({ now: here, provider: provider.settings, alsoDistrict: 440103 })
  await freshDistrict({ district: 440103, beside: server, now: here })
  provider.people.set('s-planner', { preferred_username: 'planner' })
  provider.people.set('s-only-here', { preferred_username: 'only.here' })

  it('each know their own people, and a session of one is none of the other', async () => {
    await server.db.insertInto('org.person').values({ district: server.district, id: crypto.randomUUID(), name: '本区人', account: 'only.here', active: true, generated: true, version: 1 }).execute()
    const { own, to } = await through(server, provider, 's-planner', '?district=440103')
    expect(to).toBe('/')
    expect((await own.get('/api/session')).body).toMatchObject({ state: 'signed-in', district: 440103 })
    expect((await through(server, provider, 's-only-here')).to).toBe('/')
    expect((await through(server, provider, 's-only-here', '?district=440103')).to).toContain('provider-unknown-person')
    expect((await browser(server).get('/api/session/provider?district=110101')).status).toBe(404)
  })
})

describe('where passwords are switched off', async () => {
  const provider = await identityProvider()
  const server = await testServer({ now: here, provider: provider.settings, passwordSignIn: false })
  const withPassword = async (role: 'planner' | 'security-administrator') => {
    const made = await server.accounts.createAccount(await server.ctx('security-administrator'), server.person(role))
    const own = browser(server)
    return { own, answer: await own.send('POST', '/api/session', { username: role, password: made.ok ? made.value.initialPassword : '' }) }
  }

  it('a planner is sent to the provider, and an administrator still comes in to mend it', async () => {
    const planner = await withPassword('planner')
    expect(planner.answer.body).toMatchObject({ title: 'password-sign-in-off' })
    expect((await planner.own.get('/api/session')).body).toMatchObject({ state: 'signed-out', passwords: false })
    expect((await withPassword('security-administrator')).answer.body).toMatchObject({ state: 'password-change' })
  })
})

it('where the provider cannot be reached the page says so', async () => {
  const provider = await identityProvider()
  const server = await testServer({ now: here, provider: provider.settings, fetch: async () => { throw new TypeError('fetch failed') } })
  expect((await browser(server).get('/api/session/provider')).to).toBe(`/sign-in?refused=${'provider-unreachable'}`)
})
