import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from '../../server/database/database.ts'
import { handlers } from './api.ts'
import { mayAnywhere } from './domain/permission.ts'
import { type Role } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'

describe('the organisation of a district', async () => {
  const yuexiu = await freshDistrict()
  const { places } = yuexiu

  it('shows a person the roles and units they hold today', async () => {
    const answer = await handlers.me(await yuexiu.ctx('street'), nothing)
    expect(answer).toMatchObject({ ok: true, value: { roles: ['street'], units: [{ name: '洪桥街道' }] } })
  })

  it('keeps the history of a unit that is renamed and refuses to write before its last change', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const id = places.otherStreet.id
    const renamed = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 1, event: { kind: 'renamed', on: '2022-03-01', name: '北京路街道' } } })
    expect(renamed).toMatchObject({ ok: true, value: { name: '北京路街道', version: 2 } })
    const early = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 2, event: { kind: 'dissolved', on: '2021-01-01' } } })
    expect(early).toMatchObject({ ok: false, refused: 'before-last-change' })
    const stale = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 1, event: { kind: 'renamed', on: '2022-04-01', name: '别名' } } })
    expect(stale).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
    const shown = await handlers.unit(ctx, { ...nothing, params: { id }, query: {} })
    expect(shown).toMatchObject({ ok: true, value: { history: [{ event: { kind: 'renamed', name: '北京路街道' } }] } })
  })

  it('writes one audit entry with each change and none with a refusal', async () => {
    const { rows } = await sql<{ verb: string }>`select verb from audit.entry`.execute(yuexiu.db)
    expect(rows.map(row => row.verb)).toEqual(['unit.renamed'])
  })

  it('founds a task force with a last day, under its superior, with a code that is free', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const body = { kind: 'task-force' as const, code: 'Z01', name: '低空经济专班', parent: places.district.id, from: '2023-01-01', until: null }
    expect(await handlers.found(ctx, { ...nothing, body })).toMatchObject({ refused: 'task-force-needs-end' })
    expect(await handlers.found(ctx, { ...nothing, body: { ...body, parent: nobody } })).toMatchObject({ refused: 'unknown-unit' })
    expect(await handlers.found(ctx, { ...nothing, body: { ...body, until: '2024-01-01' } })).toMatchObject({ ok: true })
    expect(await handlers.found(ctx, { ...nothing, body: { ...body, code: 'D01', until: '2024-01-01' } })).toMatchObject({ refused: 'code-taken' })
    const after = await handlers.units(ctx, { ...nothing, query: { limit: 50, kind: 'task-force', on: '2024-01-01' } })
    expect(after).toMatchObject({ value: { items: [] } })
  })

  it('pages and searches units in code order', async () => {
    const ctx = await yuexiu.ctx('leader')
    const first = await handlers.units(ctx, { ...nothing, query: { limit: 2 } })
    if (!first.ok || !first.value.next) throw new Error('no second page')
    const second = await handlers.units(ctx, { ...nothing, query: { limit: 50, after: first.value.next } })
    if (!second.ok) throw new Error('no second page')
    const names = [...first.value.items, ...second.value.items].map(u => u.code)
    expect(names).toEqual(names.toSorted())
    expect(new Set(names).size).toBe(first.value.total)
    expect(await handlers.units(ctx, { ...nothing, query: { limit: 50, q: '统计' } })).toMatchObject({ value: { total: 1 } })
  })

  it('gives and ends posts; who moved loses the old rights on that day', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const person = yuexiu.person('street')
    const body = { person, unit: places.finance.id, role: 'department' as const, title: '经办', from: '2023-09-01', until: null }
    const given = await handlers.appoint(ctx, { ...nothing, body })
    expect(given).toMatchObject({ ok: true })
    expect(await handlers.appoint(ctx, { ...nothing, body: { ...body, person: yuexiu.person('administrator') } })).toMatchObject({ refused: 'appoint-self' })
    expect(await handlers.appoint(ctx, { ...nothing, body: { ...body, person: nobody } })).toMatchObject({ refused: 'unknown-person' })
    const posts = await handlers.people(ctx, { ...nothing, query: { limit: 50, unit: places.street.id } })
    const old = posts.ok && posts.value.items.flatMap(p => p.posts).find(p => p.person === person && p.unit === places.street.id)
    if (!old) throw new Error('the old post is missing')
    expect(await handlers.endPost(ctx, { ...nothing, params: { id: old.id }, body: { on: '2019-01-01' } })).toMatchObject({ refused: 'ends-before-start' })
    expect(await handlers.endPost(ctx, { ...nothing, params: { id: old.id }, body: { on: '2023-09-01' } })).toMatchObject({ ok: true })
    expect(await handlers.endPost(ctx, { ...nothing, params: { id: old.id }, body: { on: '2023-10-01' } })).toMatchObject({ refused: 'already-ended' })
    expect(await handlers.endPost(ctx, { ...nothing, params: { id: nobody }, body: { on: '2023-10-01' } })).toMatchObject({ refused: 'unknown-post' })
    yuexiu.clock.now = '2023-08-31T15:59:59.000Z'
    expect((await yuexiu.ctx('street')).actor.units).toEqual([places.street.id])
    yuexiu.clock.now = '2023-08-31T16:00:00.000Z' // midnight in Shanghai
    expect((await yuexiu.ctx('street')).actor.units).toEqual([places.finance.id])
  })

  it('enrols a person under a free user name, and one who is deactivated may nothing any more', async () => {
    const ctx = await yuexiu.ctx('administrator')
    expect(await handlers.enrol(ctx, { ...nothing, body: { name: '新人', account: 'leader' } })).toMatchObject({ refused: 'account-taken' })
    expect(await handlers.enrol(ctx, { ...nothing, body: { name: '新人', account: 'xinren' } })).toMatchObject({ ok: true, value: { generated: false } })
    const deactivate = (id: string, version: number) => handlers.deactivate(ctx, { ...nothing, params: { id }, body: { version } })
    expect(await deactivate(nobody, 1)).toMatchObject({ refused: 'unknown-person' })
    expect(await deactivate(yuexiu.person('administrator'), 1)).toMatchObject({ refused: 'deactivate-self' })
    expect(await deactivate(yuexiu.person('department'), 7)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await deactivate(yuexiu.person('department'), 1)).toMatchObject({ ok: true, value: { active: false } })
    await expect(yuexiu.ctx('department')).rejects.toThrow()
  })

  it('lends a post for a period to one who then may, and no longer when it ends or is withdrawn', async () => {
    yuexiu.clock.now = '2023-10-10T02:00:00.000Z'
    const head = await yuexiu.ctx('street-head')
    const people = await handlers.people(head, { ...nothing, query: { limit: 50, unit: places.street.id } })
    const post = people.ok && people.value.items.flatMap(p => p.posts).find(p => p.role === 'street-head')
    if (!post) throw new Error('no head')
    const body = { post: post.id, to: yuexiu.person('grid'), from: '2023-10-10', until: '2023-10-12', reason: '休假' }
    expect(await handlers.delegate(await yuexiu.ctx('community'), { ...nothing, body })).toMatchObject({ refused: 'not-permitted' })
    expect(await handlers.delegate(head, { ...nothing, body: { ...body, post: nobody } })).toMatchObject({ refused: 'unknown-post' })
    const lent = await handlers.delegate(head, { ...nothing, body })
    if (!lent.ok) throw new Error(lent.refused)
    expect(mayAnywhere((await yuexiu.ctx('grid')).actor, 'figure.approve')).toBe(true)
    yuexiu.clock.now = '2023-10-11T16:00:00.000Z' // the 12th in Shanghai
    expect(mayAnywhere((await yuexiu.ctx('grid')).actor, 'figure.approve')).toBe(false)
    yuexiu.clock.now = '2023-10-10T02:00:00.000Z'
    expect(await handlers.withdraw(head, { ...nothing, params: { id: nobody } })).toMatchObject({ refused: 'unknown-delegation' })
    expect(await handlers.withdraw(await yuexiu.ctx('community'), { ...nothing, params: { id: lent.value.id } })).toMatchObject({ refused: 'not-permitted' })
    expect(await handlers.withdraw(head, { ...nothing, params: { id: lent.value.id } })).toMatchObject({ ok: true, value: { withdrawn: true } })
    expect(mayAnywhere((await yuexiu.ctx('grid')).actor, 'figure.approve')).toBe(false)
    expect(await handlers.delegations(head, { ...nothing, query: { limit: 50 } })).toMatchObject({ value: { total: 1 } })
  })

  it('never gives one person two administrations, by post or by delegation, also where they overlap in part or two give at once', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const appoint = (role: Role, from: string, until: string | null = null, person = yuexiu.person('auditor')) => handlers.appoint(ctx, { ...nothing, body: { person, unit: places.district.id, role, title: '兼任', from, until } })
    expect(await appoint('security-administrator', '2024-01-01')).toMatchObject({ refused: 'roles-apart' })
    expect(await appoint('planner', '2030-01-01', '2030-01-02')).toMatchObject({ refused: 'roles-apart' })
    expect(await handlers.delegate(await yuexiu.ctx('security-administrator'), { ...nothing, body: { post: yuexiu.post('security-administrator'), to: yuexiu.person('auditor'), from: '2023-10-10', until: '2023-10-12', reason: '休假' } })).toMatchObject({ refused: 'roles-apart' })
    expect(await handlers.delegate(await yuexiu.ctx('street-head'), { ...nothing, body: { post: yuexiu.post('street-head'), to: yuexiu.person('auditor'), from: '2023-10-10', until: '2023-10-12', reason: '休假' } })).toMatchObject({ refused: 'roles-apart' })
    const fresh = await handlers.enrol(ctx, { ...nothing, body: { name: '两头', account: 'liang.tou' } })
    const person = fresh.ok ? fresh.value.id : ''
    const both = await Promise.all([appoint('auditor', '2024-01-01', null, person), appoint('planner', '2024-01-01', null, person)])
    expect(both.filter(given => given.ok)).toHaveLength(1)
    expect(await appoint('reader', '2024-01-01', null, person)).toMatchObject({ ok: true })
  })

  it('answers who is responsible in an area, the nearest first', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const assign = (area: string, unit: string) => handlers.assign(ctx, { ...nothing, body: { matter: '占道经营', area, unit, from: '2022-01-01', until: null } })
    await assign(places.district.id, places.finance.id)
    await assign(places.street.id, places.street.id)
    expect(await assign(nobody, places.street.id)).toMatchObject({ refused: 'unknown-unit' })
    const found = await handlers.responsible(ctx, { ...nothing, query: { area: places.community.id } })
    expect(found.ok && found.value.items.map(i => i.unitName)).toEqual(['洪桥街道', '区发展和改革局'])
    expect(found.ok && found.value.line.map(u => u.name)).toEqual(['三元宫社区', '洪桥街道', '区440104'])
  })

  it('leaks nothing when 50 requests of different districts and units run together', async () => {
    const liwan = await freshDistrict({ district: 440103, beside: yuexiu, now: yuexiu.clock.now })
    const answers = await Promise.all(Array.from({ length: 100 }, async (_, i) => {
      const here = i % 2 ? yuexiu : liwan
      const role = (['leader', 'street', 'auditor', 'community'] as const)[i % 4] ?? 'leader'
      const [me, units] = await Promise.all([handlers.me(await here.ctx(role), nothing), handlers.units(await here.ctx(role), { ...nothing, query: { limit: 500 } })])
      return { here, me, units }
    }))
    for (const { here, me, units } of answers) {
      if (!me.ok || !units.ok) throw new Error('refused')
      expect(me.value.district).toBe(here.district)
      expect(units.value.items.find(u => u.kind === 'district')?.name).toBe(`区${here.district}`)
      expect(units.value.items.filter(u => u.kind === 'district')).toHaveLength(1)
    }
    const rows = await within(yuexiu.db, { district: 440103, sees: 'district' }, tx => tx.selectFrom('org.person').select('district').execute())
    expect(new Set(rows.map(r => r.district))).toEqual(new Set([440103]))
  })
})
