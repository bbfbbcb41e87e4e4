import { expect, test } from 'vitest'
import { codeFor, freshServer } from '../../../testkit/browser.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from '../database/database.ts'
import { passwordFault } from '../../engines/org/domain/password.ts'

const yuexiu = await freshDistrict()
const liwan = await freshDistrict({ district: 440103, beside: yuexiu })
const server = await freshServer([yuexiu, liwan])
const password = 'Garden-42-Gate'
await server.open('security-administrator', password)
const office = server.browser()
await office.ask('POST', '/api/session', { username: 'security-administrator', password })

const open = async (role: Parameters<typeof yuexiu.person>[0]) => (await office.ask('POST', '/api/accounts', { person: yuexiu.person(role) })).json
const verbsOf = async (role: Parameters<typeof yuexiu.person>[0]) => (await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.selectFrom('audit.entry').select(['verb', 'actor']).where('thing_id', '=', yuexiu.person(role)).orderBy('id').execute()))

test('the security administrator opens an account; its first password is strong, is shown once and must be changed', async () => {
  const made = await open('planner')
  const initial = String(made['initialPassword'])
  expect(made).toMatchObject({ person: yuexiu.person('planner'), username: 'planner' })
  expect(initial).toHaveLength(12)
  expect(passwordFault(initial, 'planner')).toBeNull()
  const desk = server.browser()
  expect((await desk.ask('POST', '/api/session', { username: 'planner', password: initial })).json).toMatchObject({ state: 'password-change', because: 'temporary' })
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await desk.ask('POST', '/api/session/password', { present: initial, next: password })).json).toMatchObject({ state: 'signed-in' })
  expect((await verbsOf('planner')).slice(0, 1)).toEqual([{ verb: 'account.created', actor: 'security-administrator（演示）' }])
  expect(await open('planner')).toMatchObject({ status: 422, title: 'account-exists' })
})

test('the same command sent twice opens one account, and the second answer holds no password', async () => {
  const send = () => office.ask('POST', '/api/accounts', { person: yuexiu.person('leader') }, { 'idempotency-key': 'open-leader-1' })
  const [first, second] = [await send(), await send()]
  expect(first.json['initialPassword']).toHaveLength(12)
  expect(second).toMatchObject({ status: 200, json: { person: yuexiu.person('leader'), initialPassword: null } })
  const kept = await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.selectFrom('app.command').select('reply').execute())
  expect(JSON.stringify(kept)).not.toContain(String(first.json['initialPassword']))
})

test('nobody else manages accounts, not even who runs the system', async () => {
  await server.open('administrator', password)
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'administrator', password })
  for (const [method, url] of [['GET', '/api/accounts'], ['POST', `/api/accounts/${yuexiu.person('planner')}/password`], ['POST', `/api/accounts/${yuexiu.person('planner')}/unlock`]] as const) {
    expect((await desk.ask(method, url, method === 'POST' ? {} : undefined)).json).toMatchObject({ status: 403, title: 'not-permitted' })
  }
})

test('people who do not exist, are not active, or belong to another district get no account', async () => {
  expect((await office.ask('POST', '/api/accounts', { person: liwan.person('planner') })).json).toMatchObject({ status: 404, title: 'unknown-person' })
  await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.updateTable('org.person').set({ active: false }).where('id', '=', yuexiu.person('grid')).execute())
  expect(await open('grid')).toMatchObject({ title: 'person-inactive' })
  await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.updateTable('org.person').set({ account: 'two words' }).where('id', '=', yuexiu.person('street')).execute())
  expect(await open('street')).toMatchObject({ title: 'account-name-unfit' })
  await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.updateTable('org.person').set({ account: 'PLANNER' }).where('id', '=', yuexiu.person('street')).execute())
  expect(await open('street')).toMatchObject({ title: 'account-name-taken' })
})

test('a reset password signs the person out everywhere, lifts a lock and must be changed', async () => {
  await server.open('department', password)
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'department', password })
  for (let i = 0; i < 5; i++) await server.browser().ask('POST', '/api/session', { username: 'department', password: 'wrong' })
  const reset = (await office.ask('POST', `/api/accounts/${yuexiu.person('department')}/password`, {})).json
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await server.browser().ask('POST', '/api/session', { username: 'department', password })).status).toBe(401)
  expect((await server.browser().ask('POST', '/api/session', { username: 'department', password: String(reset['initialPassword']) })).json).toMatchObject({ state: 'password-change' })
  expect(await verbsOf('department')).toContainEqual({ verb: 'account.password-reset', actor: 'security-administrator（演示）' })
})

test('the list shows who has an account, who is locked and who is signed in; unlocking lets them in at once', async () => {
  await server.open('auditor', password)
  for (let i = 0; i < 5; i++) await server.browser().ask('POST', '/api/session', { username: 'auditor', password: 'wrong' })
  const row = async () => ((await office.ask('GET', '/api/accounts?q=audit')).json['items'] as Record<string, unknown>[])[0] // as its contract says
  expect(await row()).toMatchObject({ person: yuexiu.person('auditor'), name: 'auditor（演示）', username: 'auditor', hasPassword: true, changeDue: null, secondFactor: false, sessions: 1, lockedUntilAt: '2023-08-29T02:10:00.000Z' })
  expect((await office.ask('POST', `/api/accounts/${yuexiu.person('auditor')}/unlock`, {})).json).toEqual({ done: true })
  expect(await row()).toMatchObject({ lockedUntilAt: null })
  expect((await server.browser().ask('POST', '/api/session', { username: 'auditor', password })).status).toBe(200)
  expect(((await office.ask('GET', '/api/accounts')).json['items'] as { username: string }[]).map(one => one.username)).not.toContain('street') // as its contract says
})

test('the list goes on page by page', async () => {
  const names: string[] = []
  let after = ''
  do {
    const page = (await office.ask('GET', `/api/accounts?limit=2${after}`)).json as { items: { username: string }[]; total: number; next: string | null } // as its contract says
    names.push(...page.items.map(one => one.username))
    expect(page.total).toBeGreaterThan(3)
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
  } while (after)
  expect(names).toEqual(names.toSorted())
  expect(new Set(names).size).toBe(names.length)
})

test('the sessions of a person can be seen and ended', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'planner', password })
  const before = (await office.ask('GET', `/api/accounts/${yuexiu.person('planner')}/sessions`)).json['items'] as unknown[] // as its contract says
  expect((await office.ask('POST', `/api/accounts/${yuexiu.person('planner')}/sessions/revoke`, {})).json).toEqual({ revoked: before.length })
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
})

test('codes of a lost phone are stopped, and the person signs in with the password alone', async () => {
  await server.open('supervisor', password)
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'supervisor', password })
  const { secret } = (await desk.ask('POST', '/api/session/second-factor', { password })).json as { secret: string } // as its contract says
  await desk.ask('POST', '/api/session/second-factor/confirm', { code: codeFor(secret) })
  expect((await office.ask('POST', `/api/accounts/${yuexiu.person('supervisor')}/second-factor/remove`, {})).json).toEqual({ done: true })
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await server.browser().ask('POST', '/api/session', { username: 'supervisor', password })).json).toMatchObject({ state: 'signed-in', secondFactor: false })
  expect((await office.ask('POST', `/api/accounts/${yuexiu.person('supervisor')}/second-factor/remove`, {})).json).toMatchObject({ title: 'second-factor-off' })
})

test('accounts that do not exist are told so', async () => {
  for (const url of ['password', 'unlock', 'sessions/revoke', 'second-factor/remove']) expect((await office.ask('POST', `/api/accounts/${liwan.person('leader')}/${url}`, {})).json).toMatchObject({ status: 404, title: 'unknown-account' })
  expect((await office.ask('GET', `/api/accounts/${liwan.person('leader')}/sessions`)).status).toBe(404)
})
