import { expect, test } from 'vitest'
import { freshServer } from '../../../testkit/browser.ts'
import { freshDistrict, type FreshDistrict } from '../../../testkit/district.ts'
import { Role } from '../../engines/org/schema.ts'
import { within } from '../database/database.ts'

const yuexiu = await freshDistrict()
const liwan = await freshDistrict({ district: 440103, beside: yuexiu })
const server = await freshServer([yuexiu, liwan])
const password = 'Garden-42-Gate'

const signIn = (with_: { username: string; password: string; district?: number }) => server.browser().ask('POST', '/api/session', with_)
const wait = (seconds: number) => { yuexiu.clock.now = new Date(Date.parse(yuexiu.clock.now) + seconds * 1000).toISOString() }
const trail = (of: FreshDistrict, thingId: string) => within(of.db, { district: of.district, sees: 'district' }, tx => tx.selectFrom('audit.entry').selectAll().where('thing_id', '=', thingId).orderBy('id').execute())

const roles = Role.options
for (const at of [yuexiu, liwan]) for (const role of roles) await server.open(role, password, at)

test('name and password open a session, whatever the case of the name', async () => {
  const desk = server.browser()
  const came = await desk.ask('POST', '/api/session', { username: ' Planner ', password })
  expect(came.json).toMatchObject({ state: 'signed-in', person: yuexiu.person('planner'), name: 'planner（演示）', account: 'planner', district: 440104, idleMinutes: 30, demonstration: false })
  expect((await desk.ask('GET', '/api/me')).json).toMatchObject({ person: yuexiu.person('planner'), roles: ['planner'] })
  expect((await server.browser().ask('GET', '/api/me')).status).toBe(401)
})

test('the session cookie is out of reach of scripts and of other sites, and secure where the address is', async () => {
  const came = await signIn({ username: 'planner', password })
  const cookie = came.cookies.find(line => line.startsWith('opendistrict.session_token='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).not.toMatch(/Secure/)
  const https = await freshServer([yuexiu], { origin: 'https://plan.example.org' })
  const secure = await https.browser().ask('POST', '/api/session', { username: 'planner', password })
  expect(secure.cookies.find(line => line.startsWith('__Secure-opendistrict.session_token='))).toMatch(/Secure.*SameSite=Lax/)
})

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await signIn({ username: 'planner', password: 'Garden-42-Gata' })
  const unknown = await signIn({ username: 'no.such.name', password })
  const { instance: _, ...answer } = wrong.json
  expect(wrong.status).toBe(401)
  expect(answer).toMatchObject({ title: 'sign-in-failed' })
  expect(unknown).toMatchObject({ status: wrong.status, json: answer, cookies: [] })
})

test('names that no account can have are an unsuccessful sign-in like any other, never a fault', async () => {
  for (const username of ["'; drop table account.holder; --", 'a'.repeat(60), '张'.repeat(60), '{"$ne":1}']) expect((await signIn({ username, password })).status).toBe(401)
  expect((await signIn({ username: 'plan\u0000ner', password })).json).toMatchObject({ title: 'bad-input' })
})

test('five failures lock an account for ten minutes, for the right password too, and the trail says so', async () => {
  for (let i = 0; i < 5; i++) expect((await signIn({ username: 'leader', password: 'wrong' })).status).toBe(401)
  const locked = await signIn({ username: 'leader', password })
  expect(locked).toMatchObject({ status: 429, json: { title: 'sign-in-locked', facts: { minutes: 10 } } })
  wait(599)
  expect((await signIn({ username: 'leader', password })).status).toBe(429)
  wait(1)
  expect((await signIn({ username: 'leader', password })).json).toMatchObject({ state: 'signed-in' })
  const verbs = (await trail(yuexiu, yuexiu.person('leader'))).map(entry => entry.verb)
  expect(verbs.slice(-9)).toEqual([...Array.from({ length: 5 }, () => 'account.sign-in-failed'), 'account.locked', 'account.sign-in-failed', 'account.sign-in-failed', 'account.signed-in'])
})

test('a name without an account is locked just the same, and the trail does not keep what was typed', async () => {
  for (let i = 0; i < 5; i++) expect((await signIn({ username: 'MyPassword123', password: 'x' })).status).toBe(401)
  expect((await signIn({ username: 'mypassword123', password: 'x' })).json).toMatchObject({ title: 'sign-in-locked' })
  const all = await within(yuexiu.db, { district: 440104, sees: 'district' }, async tx => [await tx.selectFrom('audit.entry').selectAll().execute(), await tx.selectFrom('account.attempt').selectAll().execute()])
  expect(JSON.stringify(all).toLowerCase()).not.toContain('mypassword123')
})

test('a success forgets earlier failures', async () => {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) await signIn({ username: 'street', password: 'wrong' })
    expect((await signIn({ username: 'street', password })).json).toMatchObject({ state: 'signed-in' })
  }
})

test('twenty tries at once are no more than five', async () => {
  const came = await Promise.all(Array.from({ length: 20 }, () => signIn({ username: 'many.at.once', password: 'wrong' })))
  expect(came.filter(one => one.status === 401)).toHaveLength(5)
  expect(came.filter(one => one.status === 429)).toHaveLength(15)
})

test('a session that is used lives on, an unused one ends after half an hour', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  for (let i = 0; i < 4; i++) {
    wait(20 * 60)
    expect((await desk.ask('GET', '/api/me')).status).toBe(200)
  }
  wait(30 * 60)
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await desk.ask('GET', '/api/session')).json).toMatchObject({ state: 'signed-out' })
})

test('a page that refreshes by itself does not keep a session alive', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  wait(29 * 60)
  expect((await desk.ask('GET', '/api/me', undefined, { 'x-opendistrict-unattended': '1' })).status).toBe(200)
  wait(60)
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
})

test('no session outlasts twelve hours, however busy', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  for (let i = 0; i < 35; i++) {
    wait(20 * 60)
    expect((await desk.ask('GET', '/api/me')).status).toBe(200)
  }
  wait(20 * 60)
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
})

test('signing out ends the session for whoever kept its cookie', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  const kept = new Map(desk.cookies)
  expect((await desk.ask('DELETE', '/api/session')).status).toBe(200)
  expect(desk.cookies.has('opendistrict.session_token')).toBe(false)
  const thief = server.browser()
  for (const [name, value] of kept) thief.cookies.set(name, value)
  expect((await thief.ask('GET', '/api/me')).status).toBe(401)
})

test('a cookie that was tampered with is nobody', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  const token = desk.cookies.get('opendistrict.session_token') ?? ''
  for (const changed of [token.slice(0, 32), `${token.slice(0, 32)}.AAAA`, `x${token}`, '%', '', 'a.b.c']) {
    desk.cookies.set('opendistrict.session_token', changed)
    expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  }
})

test('two districts have an account of the same name and see nothing of one another', async () => {
  const here = server.browser()
  const there = server.browser()
  expect((await here.ask('POST', '/api/session', { username: 'planner', password, district: 440104 })).json).toMatchObject({ person: yuexiu.person('planner') })
  expect((await there.ask('POST', '/api/session', { username: 'planner', password, district: 440103 })).json).toMatchObject({ person: liwan.person('planner') })
  expect((await there.ask('GET', '/api/me')).json).toMatchObject({ district: 440103, person: liwan.person('planner') })
  expect((await there.ask('GET', '/api/sessions')).json['items']).toHaveLength(1)

  // The cookie of one district is worth nothing in the other.
  here.cookies.set('opendistrict.district', '440103')
  expect((await here.ask('GET', '/api/me')).status).toBe(401)
  // Row-level security alone, without any filter of ours.
  const seen = await within(yuexiu.db, { district: 440103, sees: 'district' }, tx => tx.selectFrom('account.holder').select('district').distinct().execute())
  expect(seen).toEqual([{ district: 440103 }])
})

test('all the people of two districts at once each get their own session', async () => {
  const asked = [yuexiu, liwan].flatMap(at => roles.map(role => ({ at, role }))).toSorted((a, b) => a.role.localeCompare(b.role))
  const came = await Promise.all(asked.map(async ({ at, role }) => {
    const desk = server.browser()
    await desk.ask('POST', '/api/session', { username: role, password, district: at.district })
    return (await desk.ask('GET', '/api/me')).json
  }))
  expect(came.map(me => [me['district'], me['person']])).toEqual(asked.map(({ at, role }) => [at.district, at.person(role)]))
})

test('a lock in one district is none in the other', async () => {
  for (let i = 0; i < 6; i++) await signIn({ username: 'planner', password: 'wrong', district: 440103 })
  expect((await signIn({ username: 'planner', password, district: 440103 })).status).toBe(429)
  expect((await signIn({ username: 'planner', password, district: 440104 })).status).toBe(200)
})

test('a district that this installation does not have is refused', async () => {
  expect((await signIn({ username: 'planner', password, district: 110101 })).json).toMatchObject({ title: 'unknown-district' })
})

test('a person who was deactivated is told no more than a stranger, and is out at once', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'grid', password })
  await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.updateTable('org.person').set({ active: false }).where('id', '=', yuexiu.person('grid')).execute())
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await desk.ask('GET', '/api/sessions')).status).toBe(401)
  expect((await signIn({ username: 'grid', password })).json).toMatchObject({ title: 'sign-in-failed' })
})

test('outside the demonstration its routes do not exist', async () => {
  expect((await server.browser().ask('GET', '/api/demo/roles')).json).toMatchObject({ status: 404, title: 'no-such-address' })
  expect((await server.browser().ask('POST', '/api/demo/sign-in', { role: 'planner' })).json).toMatchObject({ status: 404, title: 'no-such-address' })
})

test('the library itself is not reachable: nobody signs up, and its own addresses are not there', async () => {
  for (const url of ['/api/auth/sign-up/email', '/api/auth/sign-in/username', '/api/auth/get-session', '/api/auth/two-factor/verify-totp']) {
    expect((await server.browser().ask('POST', url, { username: 'planner', password })).status).toBe(404)
  }
})

test('one address may try to sign in thirty times a minute', async () => {
  const fresh = await freshServer([yuexiu])
  const tries = []
  for (let i = 0; i < 31; i++) tries.push(await fresh.browser({ address: '10.9.9.9' }).ask('POST', '/api/session', { username: `name${i}`, password: 'x' }))
  expect(tries.filter(one => one.status === 401)).toHaveLength(30)
  expect(tries.at(-1)?.json).toMatchObject({ status: 429, title: 'too-many-requests' })
})
