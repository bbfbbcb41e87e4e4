import { describe, expect, it } from 'vitest'
import { testServer } from '../../../../testkit/server.ts'
import { seedDirectories, seedEntries } from '../index.ts'
import { type Directory } from '../schema.ts'
import { type EntryView } from './contract.ts'

const label = (zh: string) => ({ zh, en: zh })
const directory: Directory = {
  key: 'posts', name: label('应急点名录'), what: label('最先到场的人'), row: label('应急点'),
  fields: [
    { key: 'site', name: label('场所'), input: 'choice', choices: [{ key: 'school', name: label('学校') }, { key: 'market', name: label('市场') }], required: true, personal: false }, { key: 'address', name: label('地址'), input: 'text', required: false, personal: false },
    { key: 'phone', name: label('电话'), input: 'text', required: false, personal: true }, { key: 'people', name: label('人数'), input: 'number', required: false, personal: false },
  ],
}

describe('a directory', async () => {
  const server = await testServer()
  const planner = await server.ctx('planner')
  const { community, street, otherStreet } = server.places
  const seed = (of: Directory) => planner.write(async (tx, note) => {
    await note({ verb: 'test', thing: 'test', thingId: 't' })
    const made = await seedDirectories(tx, planner, [of])
    const entries = await seedEntries(tx, planner, 'posts', () => [['东街市场', otherStreet.id, 'market'], ['三元宫学校', community.id, 'school'], ['人民路市场', street.id, 'market']].map(([name = '', unit = '', site = '']) => ({ name, unit, fields: { site, address: `${name}后门`, phone: '10012345678', people: 3 } })))
    return { made, entries }
  })
  const seeded = await seed(directory)
  type Role = Parameters<typeof server.ask>[0]
  const get = (role: Role, url = '') => server.ask(role, { method: 'GET', url: `/api/cases/directories/posts${url}` })
  const names = async (query: string) => ((await get('leader', query)).body as { items: { name: string }[] }).items.map(item => item.name) // by its contract
  const idOf = async (name: string) => ((await get('leader', `?q=${encodeURIComponent(name)}`)).body as { items: { id: string }[] }).items[0]?.id ?? '' // by its contract
  const given = (more: object = {}) => ({ name: '新应急点', unit: community.id, fields: { site: 'school', phone: '10087654321' }, reason: '新设立的点', ...more })
  const add = (role: Role, more: object = {}) => server.ask(role, { method: 'POST', url: '/api/cases/directories/posts', payload: given(more) })
  const change = (role: Role, id: string, more: object) => server.ask(role, { method: 'PUT', url: `/api/cases/directories/posts/${id}`, payload: given(more) })

  it('stands as its pack has it, and is filled once for a demonstration', async () => {
    expect(seeded).toEqual({ made: 1, entries: 3 })
    expect(await seed(directory)).toEqual({ made: 0, entries: 0 })
    expect((await server.ask('leader', { method: 'GET', url: '/api/cases/directories' })).body).toMatchObject({ items: [{ directory: { key: 'posts' }, count: 3 }] })
  })

  it('is searched by words, places and choices, those near a place first, with telephones masked', async () => {
    expect(await names('?q=' + encodeURIComponent('三元宫'))).toEqual(['三元宫学校'])
    expect(await names(`?within=${street.id}`)).toEqual(expect.arrayContaining(['三元宫学校', '人民路市场']))
    expect(await names(`?within=${street.id}`)).toHaveLength(2)
    expect(await names('?choice=site/market')).toHaveLength(2)
    expect(await names('?q=1001')).toEqual([]) // a telephone is not searched
    expect((await get('leader', `?near=${community.id}&limit=2`)).body).toMatchObject({ items: [{ name: '三元宫学校', near: 2, fields: { phone: '***', people: 3 }, generated: true }, { name: '人民路市场', near: 1 }], total: 3, next: '2' })
    expect(await names(`?near=${community.id}&limit=2&after=2`)).toEqual(['东街市场'])
    expect((await get('leader', '/counts')).body).toMatchObject({ choices: [{ value: 'school', count: 1 }, { value: 'market', count: 2 }] })
    expect(((await get('leader', '/counts')).body as { streets: { count: number }[] }).streets.reduce((sum, one) => sum + one.count, 0)).toBe(3) // by its contract
    expect(await get('leader', '?choice=phone/10012345678')).toMatchObject({ status: 422, body: { title: 'field-wrong' } })
    expect(await server.ask('leader', { method: 'GET', url: '/api/cases/directories/nothing' })).toMatchObject({ status: 404, body: { title: 'unknown-directory' } })
    expect(await get('reader')).toMatchObject({ status: 403 })
  })

  it('is kept by the units themselves, with a reason, and keeps what was before', async () => {
    const added = await add('community')
    expect(added).toMatchObject({ status: 200, body: { name: '新应急点', generated: false, version: 1, mayEdit: true, fields: { phone: '***' }, changes: [{ reason: '新设立的点', before: null }] } })
    const { id } = added.body as EntryView // by its contract
    expect(await add('community')).toMatchObject({ status: 422, body: { title: 'entry-name-taken' } })
    expect(await change('community', id, { version: 1, fields: { site: 'market', phone: '***' }, reason: '搬到市场' })).toMatchObject({ status: 200, body: { version: 2, fields: { site: 'market', phone: '***' }, changes: [{ version: 2, reason: '搬到市场', before: { fields: { site: 'school', phone: '***' } } }, { version: 1 }] } })
    expect((await server.ask('community', { method: 'POST', url: `/api/cases/directories/posts/${id}/reveal`, payload: { reason: '通知演练' } })).body).toEqual({ fields: { phone: '10087654321' } })
    expect(await change('community', id, { version: 1 })).toMatchObject({ status: 409, body: { title: 'entry-changed' } })
    expect(await change('community', id, { version: 2, name: '三元宫学校' })).toMatchObject({ body: { title: 'entry-name-taken' } })
    expect(await change('department', id, { version: 2 })).toMatchObject({ status: 403, body: { title: 'not-your-entry' } })
    expect(await change('community', id, { version: 2, fields: {} })).toMatchObject({ status: 422, body: { title: 'field-needed' } })
    expect(await change('community', id, { version: 2, fields: { site: 'school', people: '三' } })).toMatchObject({ body: { title: 'field-wrong' } })
    expect(await change('community', id, { version: 2, unit: id })).toMatchObject({ body: { title: 'no-such-unit' } })
    expect(await change('community', id, { version: 2, until: '2020-01-01', reason: '已经撤销' })).toMatchObject({ status: 200 })
    expect(await names('?q=' + encodeURIComponent('新应急点'))).toEqual([])
    expect(await names('?ended=true')).toEqual(['新应急点'])
    expect(await get('community', `/${server.places.community.id}`)).toMatchObject({ status: 404, body: { title: 'unknown-entry' } })
  })

  it('opens what is personal only to who may, with a reason that the trail keeps without the data', async () => {
    const id = await idOf('三元宫学校')
    const reveal = (role: Role, reason = '通知演练') => server.ask(role, { method: 'POST', url: `/api/cases/directories/posts/${id}/reveal`, payload: { reason } })
    expect(await reveal('dispatcher')).toMatchObject({ status: 200, body: { fields: { phone: '10012345678' } } })
    expect(await reveal('department')).toMatchObject({ status: 403, body: { title: 'not-your-entry' } })
    expect(await reveal('dispatcher', '')).toMatchObject({ status: 400 })
    const entries = JSON.stringify(await server.db.selectFrom('audit.entry').select('detail').where('verb', '=', 'directory.revealed').execute())
    expect(entries).toContain('通知演练')
    expect(entries).not.toContain('10012345678')
  })
})
