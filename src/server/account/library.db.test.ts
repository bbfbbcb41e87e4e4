import { expect, test } from 'vitest'
import { freshServer } from '../../../testkit/browser.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from '../database/database.ts'
import { makeAccounts } from './accounts.ts'
import { makeLibrary, onTransaction } from './library.ts'

const yuexiu = await freshDistrict()
const settings = { secret: 'a secret of the tests, long enough for all', origin: 'http://localhost', clock: () => yuexiu.clock.now, openDoor: false, onFault: () => {} }

test('our tables are those the library asks for', async () => {
  const context = await makeLibrary(settings).$context
  await within(yuexiu.db, { district: 440104, sees: new Set() }, tx => onTransaction(tx, async () => { await context.explicitSchemaCheck?.() }))
  expect(context.explicitSchemaCheck).toBeDefined()
  await expect(within(yuexiu.db, { district: 440104, sees: new Set() }, async tx => {
    // The check itself can fail: a library that asks for one more column says which.
    const more = makeLibrary(settings)
    more.options.user.fields.emailVerified = 'email_proved'
    const changed = await more.$context
    await onTransaction(tx, async () => { await changed.explicitSchemaCheck?.() })
  })).rejects.toThrow(/email_proved/)
})

test('the library works on our transaction only', async () => {
  await expect(makeLibrary(settings).api.getSession({ headers: new Headers({ cookie: 'opendistrict.session_token=a.b' }) })).resolves.toBeNull()
  const { internalAdapter } = await makeLibrary(settings).$context
  await expect(internalAdapter.findUserById(yuexiu.person('planner'))).rejects.toThrow('outside a transaction')
})

test('what the library writes is lost with our transaction', async () => {
  const { internalAdapter } = await makeLibrary(settings).$context
  const id = yuexiu.person('planner')
  await expect(within(yuexiu.db, { district: 440104, sees: new Set() }, async tx => {
    await onTransaction(tx, () => internalAdapter.createUser({ id, username: 'planner', name: 'planner', email: 'planner', emailVerified: false }, { method: 'email-password' }))
    throw new Error('the power went')
  })).rejects.toThrow('the power went')
  const left = await within(yuexiu.db, { district: 440104, sees: new Set() }, tx => tx.selectFrom('account.holder').select('id').execute())
  expect(left).toEqual([])
})

test('outside the demonstration the library has no way in without a password', async () => {
  const library = makeLibrary(settings)
  await expect(within(yuexiu.db, { district: 440104, sees: new Set() }, tx => onTransaction(tx, () => library.api.enter({ body: { holder: yuexiu.person('planner') }, headers: new Headers() })))).rejects.toThrow('without a password here')
})

test('a known and an unknown name cost one computation of the password each, so that time tells nothing', async () => {
  const done: string[] = []
  const passwords = {
    hash: async (password: string) => { done.push('hash'); return `plain:${password}` },
    verify: async ({ hash, password }: { hash: string; password: string }) => { done.push('verify'); return hash === `plain:${password}` },
  }
  const server = await freshServer([yuexiu], { passwords })
  await server.open('planner', 'Garden-42-Gate')
  for (const username of ['planner', 'no.such.name']) {
    done.length = 0
    await server.browser().ask('POST', '/api/session', { username, password: 'wrong' })
    expect(done).toHaveLength(1)
  }
})

test('a secret that is too short, or no district at all, stops the start with a sentence', () => {
  const deps = { ...settings, db: yuexiu.db, databaseUrl: yuexiu.url, districts: [{ code: 440104, name: { zh: '越秀区', en: 'Yuexiu' } }], demonstration: null }
  expect(() => makeAccounts({ ...deps, secret: 'short' })).toThrow(/32/)
  expect(() => makeAccounts({ ...deps, districts: [] })).toThrow(/No district/)
})
