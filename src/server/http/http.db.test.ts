import { describe, expect, it } from 'vitest'
import { testServer } from '../../../testkit/server.ts'
import { type Verb, verbLabels, permissionsOf } from '../../engines/org/domain/permission.ts'
import { Role } from '../../engines/org/schema.ts'
import { accountContract } from '../account/contract.ts'
import { routes } from '../routes.ts'

const anId = '00000000-0000-7000-8000-000000000000'

describe('the server', async () => {
  const server = await testServer()
  const all = [...routes, { tag: 'accounts', contract: accountContract }].flatMap(engine => Object.values(engine.contract))
  const urlOf = (path: string) => path.replaceAll(':year', '2023').replaceAll(/:\w+/g, anId)

  it('sends a stranger away from every route that is not public', async () => {
    for (const route of all.filter(r => r.permission !== 'public')) {
      const { status } = await server.ask(null, { method: route.method, url: urlOf(route.path), ...(route.method !== 'GET' && { payload: {} }) })
      // A request that its contract refuses is refused before anybody asks who it is.
      expect([401, 400, 415], `${route.method} ${route.path}`).toContain(status)
    }
  })

  it('lets each role into exactly the routes that its permissions name', async () => {
    for (const route of all.filter(r => r.permission in verbLabels && r.method === 'GET')) for (const role of Role.options) {
      const { status } = await server.ask(role, { method: 'GET', url: urlOf(route.path) })
      const allowed = (route.permission as Verb) in permissionsOf[role] // filtered on the line before
      if (status !== 400) expect(status === 403, `${role} ${route.path} ${status}`).toBe(!allowed)
    }
  }, 120_000)

  it('answers bad input with every fault in both languages and a number to quote', async () => {
    const { status, body, headers } = await server.ask('leader', { method: 'GET', url: '/api/units?limit=0&on=2023-02-30' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ title: 'bad-input', detail: expect.stringContaining('有误'), faults: [{ at: 'query.limit' }, { at: 'query.on' }], instance: headers['x-request-id'] })
    expect(headers['content-type']).toContain('application/problem+json')
  })

  it('answers broken JSON, an unknown kind of content and an unknown address plainly', async () => {
    expect(await server.ask('administrator', { method: 'POST', url: '/api/units', payload: '{"kind":', headers: { 'content-type': 'application/json' } })).toMatchObject({ status: 400 })
    expect(await server.ask('administrator', { method: 'POST', url: '/api/units', payload: 'x', headers: { 'content-type': 'text/csv' } })).toMatchObject({ status: 415 })
    expect(await server.ask('administrator', { method: 'GET', url: '/api/nothing' })).toMatchObject({ status: 404, body: { title: 'no-such-address' } })
    expect(await server.ask('administrator', { method: 'GET', url: '/api/units/%E0%A4%A' })).toMatchObject({ status: 400 })
  })

  it('refuses a change that comes from another site', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      expect(await server.ask('administrator', { method: 'POST', url: '/api/units', payload: {}, headers })).toMatchObject({ status: 403, body: { title: 'cross-site' } })
    }
    expect(await server.ask('administrator', { method: 'POST', url: '/api/units', payload: {}, headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } })).toMatchObject({ status: 400 })
  })

  it('sends its pages a strict content policy and no referrer', async () => {
    const { headers } = await server.ask(null, { method: 'GET', url: '/healthz' })
    expect(headers['content-security-policy']).toMatch(/default-src 'none';script-src 'self' 'nonce-/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  it('describes every route in OpenAPI 3.1 and on a page', async () => {
    const { body } = await server.ask(null, { method: 'GET', url: '/api/openapi.json' })
    const described = new Set(Object.entries((body as { paths: Record<string, object> }).paths).flatMap(([path, methods]) => Object.keys(methods).map(m => `${m.toUpperCase()} ${path}`))) // an OpenAPI document
    expect(body).toMatchObject({ openapi: '3.1.0' })
    expect(all.map(route => `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`).filter(name => !described.has(name))).toEqual([])
    expect((await server.ask(null, { method: 'GET', url: '/api' })).body).toContain('/api/units')
  })

  it('limits what anybody may ask without signing in', async () => {
    let last = 0
    for (let i = 0; i < 70; i++) last = (await server.ask(null, { method: 'GET', url: '/api', remoteAddress: '10.0.0.9' })).status
    expect(last).toBe(429)
    expect((await server.ask(null, { method: 'GET', url: '/api', remoteAddress: '10.0.0.10' })).status).toBe(200)
  })

  it('does a command with the same key once, and refuses the key for another command', async () => {
    const body = { kind: 'street', code: 'S77', name: '新设街道', parent: server.places.district.id, from: '2023-01-01' }
    const ask = (payload: object) => server.ask('administrator', { method: 'POST', url: '/api/units', payload, headers: { 'idempotency-key': 'one-and-the-same' } })
    const [first, second] = [await ask(body), await ask(body)]
    expect(first).toMatchObject({ status: 200 })
    expect(second.body).toEqual(first.body)
    expect(await ask({ ...body, code: 'S78' })).toMatchObject({ status: 409, body: { title: 'key-reused' } })
  })
})
