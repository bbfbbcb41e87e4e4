import { expect, test } from 'vitest'
import { freshServer } from '../../../testkit/browser.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { roleLabels } from '../../engines/org/schema.ts'
import { within } from '../database/database.ts'
import { type DemoPerson } from './demonstration.ts'

const yuexiu = await freshDistrict()
const liwan = await freshDistrict({ district: 440103, beside: yuexiu })
const person = (role: 'planner' | 'leader'): DemoPerson => ({ role, account: role, label: roleLabels[role], does: { zh: '演示', en: 'For show' }, unit: { zh: '区发展和改革局', en: 'Development and Reform' }, roles: [role] })
const server = await freshServer([yuexiu, liwan], { demonstration: district => (district === 440104 ? [person('planner'), person('leader')] : [person('planner')]) })

test('the page of roles says whom one can be and what they do', async () => {
  const came = await server.browser().ask('GET', '/api/demo/roles')
  expect(came.json).toMatchObject({ district: 440104, items: [{ role: 'planner', label: { zh: '计划员', en: 'Planner' }, does: { zh: '演示' }, unit: { en: 'Development and Reform' } }, { role: 'leader' }] })
  expect(JSON.stringify(came.json)).not.toContain('account')
  expect((await server.browser().ask('GET', '/api/demo/roles?district=440103')).json).toMatchObject({ district: 440103, items: [{ role: 'planner' }] })
})

test('one request signs in as a role, in the district asked for or the first', async () => {
  const desk = server.browser()
  expect(await desk.ask('POST', '/api/demo/sign-in', { role: 'planner' })).toMatchObject({ status: 200, json: { person: yuexiu.person('planner'), name: 'planner（演示）', role: 'planner', district: 440104 } })
  expect((await desk.ask('GET', '/api/me')).json).toMatchObject({ roles: ['planner'] })
  expect((await desk.ask('GET', '/api/session')).json).toMatchObject({ state: 'signed-in', demonstration: true })
  const other = server.browser()
  await other.ask('POST', '/api/demo/sign-in', { role: 'planner', district: 440103 })
  expect((await other.ask('GET', '/api/me')).json).toMatchObject({ district: 440103, person: liwan.person('planner') })
})

test('visitors who are first in a role at the same moment all come in', async () => {
  const came = await Promise.all(Array.from({ length: 6 }, () => server.browser().ask('POST', '/api/demo/sign-in', { role: 'leader' })))
  expect(came.map(c => c.status)).toEqual([200, 200, 200, 200, 200, 200])
})

test('changing the role ends the session before, and each sign-in is in the trail', async () => {
  const desk = server.browser()
  await desk.ask('POST', '/api/demo/sign-in', { role: 'planner' })
  const kept = server.browser()
  for (const [name, value] of desk.cookies) kept.cookies.set(name, value)
  await desk.ask('POST', '/api/demo/sign-in', { role: 'leader' })
  expect((await desk.ask('GET', '/api/me')).json).toMatchObject({ roles: ['leader'] })
  expect((await kept.ask('GET', '/api/me')).status).toBe(401)
  const entries = await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.selectFrom('audit.entry').select(['verb', 'actor', 'detail']).where('thing_id', '=', yuexiu.person('leader')).orderBy('id').execute())
  expect(entries.at(-1)).toEqual({ verb: 'account.signed-in', actor: 'leader（演示）', detail: { how: 'demonstration', role: 'leader' } })
})

test('roles that the demonstration does not have, and people who are not generated, are refused', async () => {
  expect((await server.browser().ask('POST', '/api/demo/sign-in', { role: 'mayor' })).json).toMatchObject({ status: 404, title: 'unknown-demo-role' })
  expect((await server.browser().ask('POST', '/api/demo/sign-in', { role: 'leader', district: 440103 })).json).toMatchObject({ title: 'unknown-demo-role' })
  expect((await server.browser().ask('POST', '/api/demo/sign-in', { role: 'leader', district: 110101 })).json).toMatchObject({ title: 'unknown-demo-role' })
  await within(yuexiu.db, { district: 440104, sees: 'district' }, tx => tx.updateTable('org.person').set({ generated: false }).where('id', '=', yuexiu.person('leader')).execute())
  expect((await server.browser().ask('POST', '/api/demo/sign-in', { role: 'leader' })).json).toMatchObject({ title: 'unknown-demo-role' })
})

test('an account of the demonstration has no password: nobody signs in with one, or sets one', async () => {
  expect((await server.browser().ask('POST', '/api/session', { username: 'planner', password: '' })).status).toBe(400)
  expect((await server.browser().ask('POST', '/api/session', { username: 'planner', password: 'anything-1A' })).status).toBe(401)
  const desk = server.browser()
  await desk.ask('POST', '/api/demo/sign-in', { role: 'planner' })
  expect((await desk.ask('POST', '/api/session/password', { present: 'anything-1A', next: 'Garden-42-Gate' })).json).toMatchObject({ title: 'no-password' })
  expect((await desk.ask('POST', '/api/session/second-factor', { password: 'anything-1A' })).json).toMatchObject({ title: 'no-password' })
})
