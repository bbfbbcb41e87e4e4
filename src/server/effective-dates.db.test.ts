import { describe, expect, it } from 'vitest'
import { testServer } from '../../testkit/server.ts'
import { type Role } from '../engines/org/schema.ts'
import { addDays } from '../kernel/time.ts'
import { jobsWith } from './jobs.ts'
import { runDue } from './timed.ts'

describe('changes with a day from which they hold', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  const { places } = server
  const send = (role: Role, method: 'POST' | 'PUT', url: string, payload: object = {}) => server.ask(role, { method, url, payload })
  const get = async (role: Role, url: string) => (await server.ask(role, { method: 'GET', url })).body as Record<string, never>
  const kind = (answer: { readonly body: unknown }) => (answer.body as { readonly title?: string }).title
  const midnight = (day: string) => new Date(Date.parse(`${day}T00:00:00.000Z`) - 8 * 3_600_000).toISOString()
  const wait = async (until: string) => {
    server.clock.now = until
    server.forget()
    const faults: string[] = []
    const own = jobsWith({ sms: null, mail: null, fetch }).filter(job => job.name.startsWith('org.') || job.name.startsWith('account.'))
    await runDue({ db: server.db, districts: [server.district], jobs: own, clock: () => server.clock.now, onFault: (job, _, error) => faults.push(`${job}: ${error.message}`) })
    expect(faults).toEqual([])
  }
  const unit = async (id: string) => get('administrator', `/api/units/${id}`) as unknown as { readonly unit: { readonly name: string; readonly version: number }; readonly history: readonly { readonly seq: number; readonly state: string; readonly withdrawnBecause: string | null }[]; readonly posts: readonly { readonly id: string; readonly from: string }[] }
  const rename = async (id: string, on: string, name: string) => send('administrator', 'POST', `/api/units/${id}/events`, { version: (await unit(id)).unit.version, event: { kind: 'renamed', on, name } })

  it('a unit keeps its name until the day and bears the new one from then on, by itself', async () => {
    expect((await rename(places.street.id, '2023-09-10', '洪桥新街道')).status).toBe(200)
    expect((await unit(places.street.id))).toMatchObject({ unit: { name: '洪桥街道' }, history: [{ state: 'planned' }] })
    await wait(midnight('2023-09-10').replace('16:00:00.000', '15:59:59.000'))
    expect((await unit(places.street.id)).unit.name).toBe('洪桥街道')
    await wait(addMinutes(midnight('2023-09-10'), 2))
    expect(await unit(places.street.id)).toMatchObject({ unit: { name: '洪桥新街道' }, history: [{ state: 'applied' }] })
    await wait(addMinutes(midnight('2023-09-10'), 4))
    const { rows } = { rows: await server.db.selectFrom('audit.entry').select('actor').where('verb', '=', 'unit.renamed').execute() }
    expect(rows).toEqual([{ actor: '系统 system' }])
  })

  it('a change that is withdrawn before its day never happens, and one that took effect cannot be withdrawn', async () => {
    await rename(places.otherStreet.id, '2023-09-20', '改名街道')
    const { unit: { version }, history } = await unit(places.otherStreet.id)
    const withdraw = (seq: number, seen: number) => send('administrator', 'POST', `/api/units/${places.otherStreet.id}/events/${seq}/withdraw`, { version: seen, reason: '方案调整' })
    expect(kind(await withdraw(99, version))).toBe('unknown-change')
    expect(kind(await withdraw(history.at(-1)?.seq ?? 0, version + 5))).toBe('changed-meanwhile')
    expect((await withdraw(history.at(-1)?.seq ?? 0, version)).status).toBe(200)
    expect(kind(await withdraw(history.at(-1)?.seq ?? 0, version + 1))).toBe('change-over')
    await wait(addMinutes(midnight('2023-09-20'), 2))
    expect((await unit(places.otherStreet.id)).unit.name).toBe('北京街道')
  })

  it('a change that is no longer possible on its day is taken back aloud', async () => {
    const { unit: { version } } = await unit(places.community.id)
    expect((await send('administrator', 'POST', `/api/units/${places.community.id}/events`, { version, event: { kind: 'moved', on: '2023-10-01', parent: places.otherStreet.id } })).status).toBe(200)
    const other = await unit(places.otherStreet.id)
    expect((await send('administrator', 'POST', `/api/units/${places.otherStreet.id}/events`, { version: other.unit.version, event: { kind: 'dissolved', on: '2023-09-20' } })).status).toBe(200)
    await wait(addMinutes(midnight('2023-10-01'), 2))
    expect((await unit(places.community.id)).history.at(-1)).toMatchObject({ state: 'withdrawn', withdrawnBecause: 'unknown-unit' })
  })

  it('a post given for later is shown as such, counts from its day, and may be taken back before', async () => {
    const given = await send('administrator', 'POST', '/api/posts', { person: server.person('reader'), unit: places.finance.id, role: 'department', title: '经办', from: '2023-11-01' })
    const { id } = given.body as { readonly id: string }
    expect((await unit(places.finance.id)).posts.some(post => post.id === id && post.from === '2023-11-01')).toBe(true)
    expect((await server.ctx('reader')).actor.roles).toEqual(['reader'])
    await wait(midnight('2023-11-01'))
    expect((await server.ctx('reader')).actor.roles).toEqual(['reader', 'department'])
  })

  it('who leaves has nothing from the first moment of the day; the session is closed within a minute, posts are ended', async () => {
    const before = await get('supervisor', '/api/me') as unknown as { readonly person: string }
    const leave = (on: string | null, version: number) => send('administrator', 'PUT', `/api/people/${before.person}/leave`, { on, version, reason: '退休' })
    expect(kind(await leave('2023-01-01', 1))).toBe('leave-past')
    expect(kind(await send('administrator', 'PUT', `/api/people/${server.person('administrator')}/leave`, { on: '2024-01-01', version: 1, reason: '退休' }))).toBe('deactivate-self')
    expect((await leave('2023-11-02', 1)).status).toBe(200)
    expect(kind(await leave('2023-11-02', 1))).toBe('changed-meanwhile')
    expect((await leave(null, 2)).status).toBe(200)
    expect((await leave('2023-11-02', 3)).status).toBe(200)
    server.clock.now = addMinutes(midnight('2023-11-02'), -1)
    server.forget()
    expect((await server.ask('supervisor', { method: 'GET', url: '/api/me' })).status).toBe(200)
    server.clock.now = midnight('2023-11-02')
    expect((await server.ask('supervisor', { method: 'GET', url: '/api/me' })).status).toBe(401)
    await wait(addMinutes(midnight('2023-11-02'), 1))
    expect(await server.db.selectFrom('account.session').select('id').where('user_id', '=', before.person).execute()).toEqual([])
    expect(await server.db.selectFrom('org.post').select('until_on').where('person', '=', before.person).execute()).toEqual([{ until_on: '2023-11-02' }])
    expect(kind(await leave('2023-12-01', 5))).toBe('already-left')
  })

  it('who holds no post any more is signed out, with the reason in the trail; who never had one is not', async () => {
    server.clock.now = addMinutes(midnight('2023-11-03'), -10)
    server.forget()
    const cookie = await server.as('community')
    await send('administrator', 'POST', `/api/posts/${server.post('community')}/end`, { on: '2023-11-03' })
    await wait(addMinutes(midnight('2023-11-03'), 3))
    expect((await server.ask(null, { method: 'GET', url: '/api/session', headers: cookie })).body).toMatchObject({ state: 'signed-out' })
    expect(await server.db.selectFrom('audit.entry').select('detail').where('verb', '=', 'account.sessions-closed').where('thing_id', '=', server.person('community')).execute()).toMatchObject([{ detail: { because: 'posts-ended' } }])
  })

  it('a suspended account opens nothing for its days, neither by session nor by key, and then again', async () => {
    const today = '2023-11-06'
    server.clock.now = addMinutes(midnight(today), 23 * 60 + 50)
    server.forget()
    const key = await server.withKey('street', ['plan.read'])
    const suspend = (from: string, until: string | null) => send('security-administrator', 'POST', `/api/accounts/${server.person('street')}/suspension`, { from, until, reason: '调查' })
    expect(kind(await send('security-administrator', 'POST', `/api/accounts/${server.person('security-administrator')}/suspension`, { from: today, reason: '调查' }))).toBe('suspend-self')
    expect(kind(await suspend(today, today))).toBe('ends-before-start')
    expect((await suspend(addDays(today, 1), addDays(today, 3))).status).toBe(200)
    expect(kind(await suspend(today, null))).toBe('already-suspended')
    expect((await server.ask('street', { method: 'GET', url: '/api/me' })).status).toBe(200)
    server.clock.now = addMinutes(midnight(addDays(today, 1)), 1)
    expect((await server.ask('street', { method: 'GET', url: '/api/me' })).status).toBe(401)
    expect(kind(await server.ask(null, { method: 'GET', url: '/api/indicators', headers: key }))).toBe('key-suspended')
    server.clock.now = addMinutes(midnight(addDays(today, 3)), 1)
    server.forget()
    expect((await server.ask(null, { method: 'GET', url: '/api/indicators', headers: key })).status).toBe(200)
    expect(kind(await send('security-administrator', 'POST', `/api/accounts/${server.person('street')}/suspension/lift`))).toBe('not-suspended')
    expect((await suspend(addDays(today, 3), null)).status).toBe(200)
    expect((await send('security-administrator', 'POST', `/api/accounts/${server.person('street')}/suspension/lift`)).status).toBe(200)
    expect((await server.ask(null, { method: 'GET', url: '/api/indicators', headers: key })).status).toBe(200)
  })
})

const addMinutes = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString()
