import { expect, test } from 'vitest'
import { type Browser, codeFor, freshServer } from '../../../testkit/browser.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from '../database/database.ts'
import { type Id } from '../../kernel/id.ts'

const yuexiu = await freshDistrict()
const server = await freshServer([yuexiu])
const password = 'Garden-42-Gate'
const roles = ['planner', 'leader', 'street', 'department', 'statistician', 'supervisor', 'community'] as const
for (const role of roles) await server.open(role, password)

const signIn = async (username: string, given: { password?: string; userAgent?: string; address?: string } = {}) => {
  const desk = server.browser(given)
  await desk.ask('POST', '/api/session', { username, password: given.password ?? password })
  return desk
}
const sessionsOf = async (desk: Browser) => (await desk.ask('GET', '/api/sessions')).json['items'] as { id: Id; thisOne: boolean }[] // as its contract says
const trailOf = async (person: Id) => (await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.selectFrom('audit.entry').select(['verb', 'detail', 'actor']).where('thing_id', '=', person).orderBy('id').execute()))
const wait = (seconds: number) => { yuexiu.clock.now = new Date(Date.parse(yuexiu.clock.now) + seconds * 1000).toISOString() }

/** Switches codes on; answers the secret and the backup codes. The code after the present one, so that the present one is left for signing in. */
async function setUpCodes(desk: Browser) {
  const begun = await desk.ask('POST', '/api/session/second-factor', { password })
  const { secret, backupCodes } = begun.json as { secret: string; backupCodes: string[] } // as its contract says
  const confirmed = await desk.ask('POST', '/api/session/second-factor/confirm', { code: codeFor(secret, 1) })
  expect(confirmed.json).toMatchObject({ state: 'signed-in', secondFactor: true })
  return { secret, backupCodes, uri: String(begun.json['uri']) }
}

test('I see where I am signed in: device, address, since when, last used, and which is this one', async () => {
  wait(60)
  await signIn('planner', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; UOS) AppleWebKit/537.36 Chrome/110.0.0.0 Safari/537.36', address: '10.7.0.1' })
  wait(120)
  const desk = await signIn('planner', { address: '10.7.0.2' })
  expect(await sessionsOf(desk)).toMatchObject([
    { device: 'Chrome 120 · Windows', address: '10.7.0.2', since: yuexiu.clock.now, lastUsedAt: yuexiu.clock.now, thisOne: true },
    { device: 'Chrome 110 · 统信UOS', address: '10.7.0.1', thisOne: false },
    { thisOne: false },
  ])
})

test('I sign one device out, then all others; my own session stays', async () => {
  const [a, b, c] = [await signIn('leader'), await signIn('leader'), await signIn('leader')]
  const other = (await sessionsOf(b)).find(one => one.thisOne)?.id
  expect((await a.ask('DELETE', `/api/sessions/${other}`)).json).toEqual({ done: true })
  expect((await b.ask('GET', '/api/me')).status).toBe(401)
  expect((await a.ask('DELETE', `/api/sessions/${other}`)).json).toMatchObject({ status: 404, title: 'unknown-session' })
  expect((await a.ask('POST', '/api/sessions/revoke-others')).json).toEqual({ revoked: 2 })
  expect((await c.ask('GET', '/api/me')).status).toBe(401)
  expect((await a.ask('GET', '/api/me')).status).toBe(200)
  expect((await trailOf(yuexiu.person('leader'))).map(e => e.verb)).toEqual(expect.arrayContaining(['account.session-revoked', 'account.sessions-revoked']))
})

test('nobody signs out the devices of another person', async () => {
  const [mine, theirs] = [await signIn('planner'), await signIn('leader')]
  const id = (await sessionsOf(theirs)).find(one => one.thisOne)?.id
  expect((await mine.ask('DELETE', `/api/sessions/${id}`)).status).toBe(404)
  expect((await theirs.ask('GET', '/api/me')).status).toBe(200)
})

test('signing in again on the same browser replaces its session', async () => {
  const desk = await signIn('supervisor')
  const before = await sessionsOf(desk)
  await desk.ask('POST', '/api/session', { username: 'supervisor', password })
  const after = await sessionsOf(desk)
  expect(after).toHaveLength(before.length)
  expect(after.map(one => one.id)).not.toContain(before.find(one => one.thisOne)?.id)
})

test('a new password must be good enough, must be new, and needs the present one', async () => {
  const desk = await signIn('street')
  const change = (present: string, next: string) => desk.ask('POST', '/api/session/password', { present, next })
  expect((await change(password, 'Ab3def')).json).toMatchObject({ status: 422, title: 'password-too-short', detail: '密码至少需要8个字符。' })
  expect((await change(password, 'abcdefgh')).json).toMatchObject({ title: 'password-too-plain' })
  expect((await change(password, 'My-Street-77')).json).toMatchObject({ title: 'password-holds-name' })
  expect((await change(password, `Aa1-${'x'.repeat(200)}`)).json).toMatchObject({ title: 'password-too-long' })
  expect((await change(password, password)).json).toMatchObject({ title: 'password-unchanged' })
  expect((await change('Wrong-42-Gate', 'Bridge-43-Lane')).json).toMatchObject({ title: 'wrong-password' })
})

test('changing the password signs the other devices out and leaves the old password worthless', async () => {
  const [desk, other] = [await signIn('street'), await signIn('street')]
  expect((await desk.ask('POST', '/api/session/password', { present: password, next: 'Bridge-43-Lane' })).json).toMatchObject({ state: 'signed-in' })
  expect((await desk.ask('GET', '/api/me')).status).toBe(200)
  expect((await other.ask('GET', '/api/me')).status).toBe(401)
  expect((await server.browser().ask('POST', '/api/session', { username: 'street', password })).status).toBe(401)
  expect((await server.browser().ask('POST', '/api/session', { username: 'street', password: 'Bridge-43-Lane' })).status).toBe(200)
  expect((await trailOf(yuexiu.person('street'))).map(e => e.verb)).toContain('account.password-changed')
})

test('a stolen session is no way to guess the password: wrong ones lock the account', async () => {
  const desk = await signIn('community')
  for (let i = 0; i < 5; i++) expect((await desk.ask('POST', '/api/session/password', { present: `Guess-${i}-Gate`, next: 'Bridge-43-Lane' })).json).toMatchObject({ title: 'wrong-password' })
  expect((await desk.ask('POST', '/api/session/password', { present: password, next: 'Bridge-43-Lane' })).json).toMatchObject({ title: 'sign-in-locked' })
  wait(600)
  expect((await desk.ask('POST', '/api/session/password', { present: password, next: 'Bridge-43-Lane' })).status).toBe(200)
})

test('after ninety days the password must be changed before anything else', async () => {
  const before = yuexiu.clock.now
  wait(90 * 86_400)
  const desk = server.browser()
  expect((await desk.ask('POST', '/api/session', { username: 'planner', password })).json).toMatchObject({ state: 'password-change', because: 'expired', name: 'planner（演示）' })
  expect((await desk.ask('GET', '/api/me')).status).toBe(401)
  expect((await desk.ask('GET', '/api/sessions')).json).toMatchObject({ status: 403, title: 'password-change-due' })
  expect((await desk.ask('POST', '/api/session/second-factor', { password })).json).toMatchObject({ title: 'password-change-due' })
  expect((await desk.ask('POST', '/api/session/password', { present: password, next: 'Bridge-43-Lane' })).json).toMatchObject({ state: 'signed-in' })
  expect((await desk.ask('GET', '/api/me')).status).toBe(200)
  yuexiu.clock.now = before
})

test('codes: set up, sign in with password and code in two steps, stop again', async () => {
  const desk = await signIn('department')
  const since = (await sessionsOf(desk)).length
  const { secret, uri } = await setUpCodes(desk)
  expect(uri).toMatch(/^otpauth:\/\/totp\/OpenDistrict%20%E5%8C%BA440104:department\?secret=[A-Z2-7]+&issuer=OpenDistrict%20%E5%8C%BA440104&digits=6&period=30$/)
  expect(await sessionsOf(desk)).toHaveLength(since)
  expect((await desk.ask('POST', '/api/session/second-factor', { password })).json).toMatchObject({ title: 'second-factor-on' })

  const phone = server.browser()
  const first = await phone.ask('POST', '/api/session', { username: 'department', password })
  expect(first.json).toMatchObject({ state: 'second-step', person: null, name: null })
  expect(first.cookies.filter(line => /session_token=[^;]/.test(line))).toEqual([])
  expect(phone.cookies.has('opendistrict.session_token')).toBe(false)
  expect((await phone.ask('GET', '/api/me')).status).toBe(401)
  expect((await phone.ask('GET', '/api/session')).json).toMatchObject({ state: 'second-step' })
  expect((await phone.ask('POST', '/api/session/second-step', { code: '000000' })).json).toMatchObject({ status: 422, title: 'wrong-code' })
  expect((await phone.ask('POST', '/api/session/second-step', { code: codeFor(secret) })).json).toMatchObject({ state: 'signed-in', secondFactor: true })
  expect((await phone.ask('GET', '/api/me')).status).toBe(200)

  expect((await phone.ask('POST', '/api/session/second-factor/remove', { password: 'Wrong-42-Gate' })).json).toMatchObject({ title: 'wrong-password' })
  expect((await phone.ask('POST', '/api/session/second-factor/remove', { password })).json).toMatchObject({ state: 'signed-in', secondFactor: false })
  expect((await server.browser().ask('POST', '/api/session', { username: 'department', password })).json).toMatchObject({ state: 'signed-in' })
  const trail = await trailOf(yuexiu.person('department'))
  expect(trail.map(e => e.verb)).toEqual(expect.arrayContaining(['account.second-factor-begun', 'account.second-factor-set', 'account.second-factor-removed']))
  expect(trail.filter(e => e.verb === 'account.signed-in').map(e => e.detail)).toContainEqual(expect.objectContaining({ how: 'password and code' }))
})

test('a code and a backup code open one session each; codes alone, or of a sign-in that waited too long, open none', async () => {
  const { secret, backupCodes } = await setUpCodes(await signIn('statistician'))
  const step = async (code: string) => {
    const desk = server.browser()
    await desk.ask('POST', '/api/session', { username: 'statistician', password })
    return desk.ask('POST', '/api/session/second-step', { code })
  }
  const code = codeFor(secret)
  expect((await step(code)).json).toMatchObject({ state: 'signed-in' })
  expect((await step(code)).json).toMatchObject({ title: 'wrong-code' })
  const [backup = ''] = backupCodes
  expect((await step(backup)).json).toMatchObject({ state: 'signed-in' })
  expect((await step(backup)).json).toMatchObject({ title: 'wrong-code' })

  expect((await server.browser().ask('POST', '/api/session/second-step', { code })).json).toMatchObject({ status: 401, title: 'sign-in-expired' })
  const guessing = server.browser()
  guessing.cookies.set('opendistrict.two_factor', '2fa-abcdefghijklmnopqrst.c2lnbmF0dXJl')
  expect((await guessing.ask('POST', '/api/session/second-step', { code })).json).toMatchObject({ title: 'sign-in-expired' })
})

test('new backup codes replace the old ones', async () => {
  const { backupCodes } = await setUpCodes(await signIn('leader'))
  const desk = server.browser()
  await desk.ask('POST', '/api/session', { username: 'leader', password })
  expect((await desk.ask('POST', '/api/session/second-step', { code: backupCodes[0] ?? '' })).status).toBe(200)
  const renewed = (await desk.ask('POST', '/api/session/second-factor/backup-codes', { password })).json['backupCodes'] as string[] // as its contract says
  expect(renewed).toHaveLength(10)
  const again = server.browser()
  await again.ask('POST', '/api/session', { username: 'leader', password })
  expect((await again.ask('POST', '/api/session/second-step', { code: backupCodes[1] ?? '' })).json).toMatchObject({ title: 'wrong-code' })
  expect((await again.ask('POST', '/api/session/second-step', { code: renewed[0] ?? '' })).json).toMatchObject({ state: 'signed-in' })
})

test('who knows the password cannot guess the code: five wrong ones lock the account, also across sign-ins', async () => {
  const { secret } = await setUpCodes(await signIn('supervisor'))
  const guess = async (code: string) => {
    const desk = server.browser()
    const first = await desk.ask('POST', '/api/session', { username: 'supervisor', password })
    return first.status === 200 ? desk.ask('POST', '/api/session/second-step', { code }) : first
  }
  const came = []
  for (let i = 0; i < 8; i++) came.push(await guess('000000'))
  expect(came.map(one => one.json['title'])).toEqual([...Array.from({ length: 5 }, () => 'wrong-code'), ...Array.from({ length: 3 }, () => 'sign-in-locked')])
  expect((await guess(codeFor(secret))).json).toMatchObject({ title: 'sign-in-locked' })
  wait(600)
  expect((await guess(codeFor(secret))).json).toMatchObject({ state: 'signed-in' })
})

test('a wrong first code sets nothing up', async () => {
  const desk = await signIn('street', { password: 'Bridge-43-Lane' })
  await desk.ask('POST', '/api/session/second-factor', { password: 'Bridge-43-Lane' })
  expect((await desk.ask('POST', '/api/session/second-factor/confirm', { code: '000000' })).json).toMatchObject({ title: 'wrong-code' })
  expect((await desk.ask('GET', '/api/session')).json).toMatchObject({ state: 'signed-in', secondFactor: false })
  expect((await server.browser().ask('POST', '/api/session', { username: 'street', password: 'Bridge-43-Lane' })).json).toMatchObject({ state: 'signed-in' })
  expect((await desk.ask('POST', '/api/session/second-factor/remove', { password: 'Bridge-43-Lane' })).json).toMatchObject({ title: 'second-factor-off' })
  expect((await (await signIn('planner', { password: 'Bridge-43-Lane' })).ask('POST', '/api/session/second-factor/confirm', { code: '123456' })).json).toMatchObject({ title: 'second-factor-off' })
})

test('neither passwords nor secrets nor codes nor tokens stand in the trail, and secrets are stored encrypted', async () => {
  const secrets = /Garden|Bridge|Guess-|otpauth|cheap:/
  const stored = await within(yuexiu.db, { district: 440104, sees: 'district' }, async tx => ({
    trail: JSON.stringify(await tx.selectFrom('audit.entry').selectAll().execute()),
    tokens: (await tx.selectFrom('account.session').select('token').execute()).map(row => row.token),
    factors: JSON.stringify(await tx.selectFrom('account.second_factor').selectAll().execute()),
  }))
  expect(stored.trail).not.toMatch(secrets)
  for (const token of stored.tokens) expect(stored.trail).not.toContain(token)
  expect(stored.factors).not.toMatch(/"secret":"[A-Z2-7]{20,}"|[A-Za-z0-9]{5}-[A-Za-z0-9]{5}/)
})

test('a stranger does nothing here', async () => {
  const stranger = server.browser()
  for (const [method, url, body] of [['GET', '/api/sessions', undefined], ['POST', '/api/sessions/revoke-others', {}], ['POST', '/api/session/password', { present: 'a', next: 'b' }], ['POST', '/api/session/second-factor', { password: 'a' }], ['DELETE', `/api/sessions/${yuexiu.person('planner')}`, undefined]] as const) {
    expect((await stranger.ask(method, url, body)).json).toMatchObject({ status: 401, title: 'not-signed-in' })
  }
})
