import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../../../testkit/server.ts'
import { type Role } from '../../engines/org/schema.ts'

type Made = { readonly id: string; readonly key: string | null; readonly title?: string; readonly state?: string }

describe('keys of units’ systems', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  const post = (role: Role | null, url: string, payload: object = {}, headers = {}) => server.ask(role, { method: 'POST', url, payload, headers })
  const issue = (role: Role, more: object = {}) => post('security-administrator', '/api/keys', { name: '财政系统', post: server.post(role), verbs: ['plan.read', 'figure.enter'], until: '2023-12-31', ...more })
  const refusedAs = (answer: { readonly body: unknown }) => (answer.body as Made).title
  const getWith = (authorization: string, url = '/api/indicators') => server.ask(null, { method: 'GET', url, headers: { authorization } })
  let indicator = ''

  beforeAll(async () => {
    const made = await post('planner', '/api/indicators', { code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, unit: '亿元', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum' })
    indicator = (made.body as Made).id
  })

  it('act as the post, for its own unit and no other, and the trail tells the key', async () => {
    const headers = await server.withKey('street', ['plan.read', 'figure.enter'])
    const figure = (unit: string) => post(null, '/api/figures', { indicator, unit, period: '2023-07', vintage: 'quick', level: { value: 1.5, unit: '亿元' }, ground: '接口报送' }, headers)
    expect(await figure(server.places.street.id)).toMatchObject({ status: 200 })
    expect(refusedAs(await figure(server.places.otherStreet.id))).toBe('not-permitted')
    const trail = await server.ask('auditor', { method: 'GET', url: '/api/audit?verb=figure.entered' })
    expect(trail.body).toMatchObject({ items: [{ actor: 'street（演示）（密钥：测试接口 street）' }] })
  })

  it('do not reach beyond the permissions they were given, nor to what a person must sign in for', async () => {
    const { authorization = '' } = await server.withKey('street', ['plan.read'])
    expect((await getWith(authorization)).status).toBe(200)
    expect(refusedAs(await post(null, '/api/figures', { indicator, unit: server.places.street.id, period: '2023-07', vintage: 'quick', level: { value: 1, unit: '亿元' }, ground: '接口' }, { authorization }))).toBe('not-permitted')
    expect(refusedAs(await getWith(authorization, '/api/keys/mine'))).toBe('not-for-keys')
    expect(refusedAs(await getWith(authorization, '/api/accounts'))).toBe('not-permitted')
  })

  it('are never held by who grants them: only the holder of the post collects one, once', async () => {
    const issued = (await issue('department')).body as Made
    expect(issued).toMatchObject({ state: 'waiting' })
    expect(JSON.stringify(issued)).not.toContain('od_')
    expect(refusedAs(await post('security-administrator', `/api/keys/${issued.id}/collect`))).toBe('unknown-key')
    const collected = (await post('department', `/api/keys/${issued.id}/collect`)).body as Made
    expect(collected.key).toMatch(/^od_440104_[0-9a-f]{32}_[\w-]{43}$/)
    expect(refusedAs(await post('department', `/api/keys/${issued.id}/collect`))).toBe('key-collected')
    const stored = await server.db.selectFrom('account.api_key').selectAll().where('id', '=', issued.id).executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(collected.key?.slice(-43))
  })

  it('show their secret once also where the same command comes twice', async () => {
    const { id } = (await issue('department')).body as Made
    const collect = () => post('department', `/api/keys/${id}/collect`, {}, { 'idempotency-key': 'collect-once' })
    expect([(await collect()).body, (await collect()).body]).toMatchObject([{ key: expect.stringContaining('od_') }, { key: null }])
  })

  it.each<[string, Role, object, string]>([
    ['for what only a person decides', 'planner', { verbs: ['figure.approve'] }, 'key-verbs'],
    ['with more than the post has', 'street', { verbs: ['import.read'] }, 'key-verbs'],
    ['for more than a year', 'street', { until: '2024-08-30' }, 'key-days'],
    ['that has ended already', 'street', { until: '2023-08-29' }, 'key-days'],
    ['for one’s own post', 'security-administrator', { verbs: ['org.read'] }, 'key-for-self'],
    ['for a post that is not there', 'street', { post: '01890000-0000-7000-8000-00000000dead' }, 'unknown-post'],
  ])('are not issued %s', async (_, role, more, kind) => {
    expect(refusedAs(await issue(role, more))).toBe(kind)
  })

  it('are issued by the security administrator only', async () => {
    for (const role of ['planner', 'administrator', 'auditor'] as const) expect(refusedAs(await post(role, '/api/keys', { name: '财政系统', post: server.post('street'), verbs: ['plan.read'], until: '2023-12-31' }))).toBe('not-permitted')
  })

  it('open nothing once revoked, by their holder or the security administrator, and not again', async () => {
    const { authorization = '' } = await server.withKey('community', ['plan.read'])
    const { items: [mine] } = (await server.ask('community', { method: 'GET', url: '/api/keys/mine' })).body as { items: Made[] }
    expect(refusedAs(await post('street', `/api/keys/${mine?.id}/revoke`, { reason: '误操作' }))).toBe('unknown-key')
    expect((await post('community', `/api/keys/${mine?.id}/revoke`, { reason: '电脑遗失' })).body).toMatchObject({ state: 'revoked' })
    expect(refusedAs(await getWith(authorization))).toBe('key-revoked')
    expect(refusedAs(await post('security-administrator', `/api/keys/${mine?.id}/revoke`, { reason: '再吊销' }))).toBe('key-over')
  })

  it('end on their day and with their post', async () => {
    const { authorization = '' } = await server.withKey('grid', ['plan.read'])
    server.clock.now = '2023-11-26T15:59:59.999Z'
    expect((await getWith(authorization)).status).toBe(200)
    server.clock.now = '2023-11-26T16:00:00.000Z'
    expect(refusedAs(await getWith(authorization))).toBe('key-expired')
    server.clock.now = '2023-08-29T02:00:00.000Z'
    await server.db.updateTable('org.post').set({ until_on: '2023-08-29' }).where('id', '=', server.post('grid')).execute()
    expect(refusedAs(await getWith(authorization))).toBe('key-post-ended')
  })

  it.each(['Bearer nonsense', 'Bearer od_440104_01890000000070008000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', `Bearer ${'x'.repeat(250)}`])('that are not known say so and nothing more: %s', async authorization => {
    expect(await getWith(authorization)).toMatchObject({ status: 401, body: { title: 'key-unknown' } })
  })

  it('with a wrong secret say nothing of the key, also where it is revoked', async () => {
    const { authorization = '' } = await server.withKey('supervisor', ['plan.read'])
    expect(refusedAs(await getWith(`${authorization.slice(0, -4)}AAAA`))).toBe('key-unknown')
  })

  it('need no word of a browser; a cookie beside them is not looked at', async () => {
    const headers = await server.withKey('supervisor', ['plan.read'])
    const cross = { ...headers, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect(refusedAs(await post(null, '/api/figures', {}, cross))).not.toBe('cross-site')
    expect(refusedAs(await post(null, '/api/figures', {}, { ...cross, ...await server.as('planner') }))).toBe('cross-site')
    expect(refusedAs(await server.ask('planner', { method: 'GET', url: '/api/me', headers }))).toBe('not-for-keys')
  })

  it('that ask too often are told to wait', async () => {
    const { authorization = '' } = await server.withKey('leader', ['plan.read'])
    for (let i = 0; i < 300; i++) await getWith(authorization, '/api/lights/rules')
    expect(refusedAs(await getWith(authorization, '/api/lights/rules'))).toBe('too-many-requests')
    expect((await getWith((await server.withKey('leader', ['plan.read'])).authorization ?? '')).status).toBe(200)
  })
})
