import { describe, expect, it } from 'vitest'
import { testServer } from '../../../testkit/server.ts'
import { Role } from '../../engines/org/schema.ts'
import { within } from '../database/database.ts'
import { type AccessRow, type Conflict } from './contract.ts'

type Listed = { readonly open: { readonly id: string } | null; readonly last: { readonly id: string } | null; readonly dueOn: string | null; readonly items: readonly (AccessRow & { readonly marked: { readonly verdict: string } | null })[] }

describe('the access review', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  const send = (url: string, payload: object = {}, role: Role = 'security-administrator') => server.ask(role, { method: 'POST', url, payload })
  const kind = (answer: { readonly body: unknown }) => (answer.body as { readonly title?: string }).title
  const list = async () => (await server.ask('security-administrator', { method: 'GET', url: '/api/access-review' })).body as Listed
  const row = async (role: Role) => (await list()).items.find(one => one.person === server.person(role))
  const directly = (work: Parameters<typeof within<unknown>>[2]) => within(server.db, { district: server.district, sees: 'district' }, work)

  it('shows every person with posts, permissions in words, keys and the last sign-in', async () => {
    await server.withKey('street', ['plan.read'])
    expect((await list()).items).toHaveLength(Role.options.length)
    expect(await row('street')).toMatchObject({ posts: [{ unitName: '洪桥街道', role: 'street', lentBy: null }], keys: [{ state: 'in-use' }], lastSignInAt: '2023-08-29T02:00:00.000Z', marked: null })
    expect((await row('auditor'))?.verbs).toEqual(['org.read', 'audit.read'])
  })

  it.each<[string, Role, Conflict, () => Promise<unknown>]>([
    ['two administrations in one hand, entered before the rule', 'auditor', 'roles-apart', () => directly(tx => tx.insertInto('org.post').values({ district: server.district, id: crypto.randomUUID(), person: server.person('auditor'), unit: server.places.district.id, role: 'administrator', title: '兼任', from_on: '2020-01-01', until_on: null }).execute())],
    ['a post in a unit that has ended', 'community', 'unit-ended', () => directly(tx => tx.updateTable('org.unit').set({ until_on: '2023-08-01' }).where('id', '=', server.places.community.id).execute())],
    ['posts of somebody who was deactivated', 'grid', 'posts-of-inactive', () => directly(tx => tx.updateTable('org.person').set({ active: false }).where('id', '=', server.person('grid')).execute())],
    ['an administrator without codes', 'security-administrator', 'no-second-factor', () => server.as('security-administrator')],
    ['a unit that the identity provider names otherwise', 'street', 'unit-differs', () => directly(tx => tx.insertInto('account.provider_person').values({ district: server.district, user_id: server.person('street'), issuer: 'x', subject: 'y', claimed_unit: 'D99', seen_at: '2023-08-29T02:00:00.000Z' }).execute())],
    ['somebody without any post', 'reader', 'no-post', () => directly(tx => tx.updateTable('org.post').set({ until_on: '2023-08-01' }).where('person', '=', server.person('reader')).execute())],
  ])('points at %s', async (_, role, conflict, make) => {
    const before = (await row(role))?.conflicts ?? []
    await make()
    expect([before.includes(conflict) && conflict !== 'no-second-factor', (await row(role))?.conflicts.includes(conflict)]).toEqual([false, true])
  })

  it('is one at a time, marks everybody but the reviewer, and is a record once closed', async () => {
    const review = (await send('/api/access-review')).body as { readonly id: string }
    const mark = (people: readonly string[], verdict: string, note: string | null = null) => send(`/api/access-review/${review.id}/verdicts`, { people, verdict, note })
    const close = () => send(`/api/access-review/${review.id}/close`)
    expect(kind(await send('/api/access-review'))).toBe('review-open')
    expect(kind(await close())).toBe('review-unfinished')
    expect(kind(await mark([server.person('security-administrator')], 'stays'))).toBe('review-self')
    expect(kind(await mark([server.person('planner')], 'ends'))).toBe('review-why')
    expect(kind(await mark([crypto.randomUUID()], 'stays'))).toBe('unknown-person')
    const others = (await list()).items.filter(one => one.active && one.person !== server.person('security-administrator')).map(one => one.person)
    expect((await mark(others, 'stays')).status).toBe(200)
    expect((await mark([server.person('planner')], 'ends', '已调离')).status).toBe(200)
    expect((await close()).status).toBe(200)
    expect(kind(await mark(others, 'stays'))).toBe('review-closed')
    expect(kind(await close())).toBe('review-closed')
    const record = (await server.ask('security-administrator', { method: 'GET', url: `/api/access-review/${review.id}` })).body as { readonly items: readonly { readonly person: string; readonly marked: { readonly verdict: string; readonly note: string | null } }[] }
    expect(record.items).toHaveLength(others.length)
    expect(record.items.find(one => one.person === server.person('planner'))?.marked).toMatchObject({ verdict: 'ends', note: '已调离' })
    expect((await row('planner'))?.conflicts).toContain('should-have-ended')
    expect(await list()).toMatchObject({ open: null, last: { id: review.id }, dueOn: '2024-02-25' })
    expect(kind(await send('/api/access-review/01890000-0000-7000-8000-00000000dead/close'))).toBe('unknown-review')
  })

  it('stands in the inbox of the security administrator once it is overdue, and in nobody else’s', async () => {
    const kinds = async (role: Role) => ((await server.ask(role, { method: 'GET', url: '/api/inbox' })).body as { readonly items: readonly { readonly kind: string }[] }).items.map(item => item.kind)
    expect(await kinds('security-administrator')).not.toContain('access-review')
    server.clock.now = '2024-02-26T02:00:00.000Z'
    server.forget()
    expect(await kinds('security-administrator')).toContain('access-review')
    expect(await kinds('administrator')).not.toContain('access-review')
    expect((await row('street'))?.conflicts).toContain('dormant')
  })

  it('goes out as a sheet with its trace, to the security administrator only', async () => {
    const sheet = await server.ask('security-administrator', { method: 'GET', url: '/api/access-review/export?form=csv' })
    expect(String(sheet.body)).toContain('planner（演示）')
    expect((await server.ask('auditor', { method: 'GET', url: '/api/access-review/export' })).status).toBe(403)
  })
})
