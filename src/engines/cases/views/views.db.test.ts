import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { type Role } from '../../org/schema.ts'
import { viewsHandlers as views } from './api.ts'
import { viewsContract, ViewQuery } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('saved views', async () => {
  const { here } = await hotline()
  const list = async (role: Role) => value(await views.views(await here.ctx(role), nothing))
  const save = async (role: Role, name: string, more: { query?: Record<string, string>; unit?: string | null } = {}) => views.save(await here.ctx(role), { ...nothing, body: { name, query: { late: 'true' }, unit: null, ...more } })
  const edit = async (role: Role, id: string, body: object) => views.edit(await here.ctx(role), { ...nothing, params: { id }, body })
  const names = async (role: Role) => (await list(role)).items.map(view => view.name)

  it('are a person’s own, in the order they choose, and gone when removed', async () => {
    const [a, b] = [value(await save('department', '我的超时')).id, value(await save('department', '签收', { query: { state: 'dispatched,handling', order: 'due' } })).id]
    expect(await names('department')).toEqual(['我的超时', '签收'])
    expect(await names('department-head')).toEqual([])
    value(await views.arrange(await here.ctx('department'), { ...nothing, body: { ids: [b, a] } }))
    expect(await names('department')).toEqual(['签收', '我的超时'])
    value(await edit('department', a, { name: '超时', query: { late: 'true', type: 'hotline' } }))
    expect((await list('department')).items[1]).toMatchObject({ name: '超时', query: { late: 'true', type: 'hotline' }, own: true, unit: null, start: false })
    value(await views.remove(await here.ctx('department'), { ...nothing, params: { id: b } }))
    expect(await names('department')).toEqual(['超时'])
  })

  it('one of them begins the list of that person alone', async () => {
    const id = value(await save('department-head', '本单位办理中', { query: { state: 'handling' }, unit: here.places.finance.id })).id
    const start = async (role: Role, view: string | null) => views.start(await here.ctx(role), { ...nothing, body: { view } })
    const starts = async (role: Role) => (await list(role)).items.filter(view => view.start).map(view => view.id)
    value(await start('department', id))
    expect([await starts('department'), await starts('department-head')]).toEqual([[id], []])
    value(await start('department', null))
    expect(await starts('department')).toEqual([])
    expect(await start('street', id)).toMatchObject({ ok: false, refused: 'unknown-view' })
    // A view that begins somebody's list can still be removed by whose it is.
    value(await start('department', id))
    value(await views.remove(await here.ctx('department-head'), { ...nothing, params: { id } }))
    expect(await starts('department')).toEqual([])
  })

  it('are shared with a unit by who speaks for it, seen by its people and changed by nobody else', async () => {
    expect((await list('department')).shareWith).toEqual([])
    expect((await list('department-head')).shareWith).toMatchObject([{ id: here.places.finance.id }])
    const id = value(await save('department-head', '共用', { unit: here.places.finance.id })).id
    expect((await list('department')).items).toMatchObject([{}, { id, own: false, unit: { id: here.places.finance.id, name: '区发展和改革局' }, by: 'department-head（演示）' }])
    expect(await names('street')).toEqual([])
    expect(await edit('department', id, { name: '改名' })).toMatchObject({ ok: false, refused: 'not-your-view' })
    expect(await views.remove(await here.ctx('department'), { ...nothing, params: { id } })).toMatchObject({ ok: false, refused: 'not-your-view' })
    expect(await edit('street', id, { name: '改名' })).toMatchObject({ ok: false, refused: 'unknown-view' })
    expect(await views.arrange(await here.ctx('department'), { ...nothing, body: { ids: [id] } })).toMatchObject({ ok: false, refused: 'unknown-view' })
    for (const unit of [here.places.finance.id, here.places.street.id, v7()]) expect(await save('department', `共用给${unit.slice(-4)}`, { unit })).toMatchObject({ ok: false, refused: 'may-not-share-view' })
    expect(await save('department-head', '给街道', { unit: here.places.street.id })).toMatchObject({ ok: false, refused: 'may-not-share-view' })
    expect(await edit('department-head', id, { unit: here.places.street.id })).toMatchObject({ ok: false, refused: 'may-not-share-view' })
    value(await edit('department-head', id, { unit: null }))
    expect(await names('department')).toEqual(['超时'])
  })

  it('have names of their own, and not more than can be found again', async () => {
    expect(await save('department', '超时')).toMatchObject({ ok: false, refused: 'view-name-taken' })
    const other = value(await save('department', '另一个')).id
    expect(await edit('department', other, { name: '超时' })).toMatchObject({ ok: false, refused: 'view-name-taken' })
    value(await edit('department', other, { name: '另一个' }))
    for (let n = 2; n < 50; n += 1) value(await save('department', `视图${n}`))
    expect(await save('department', '第五十一个')).toMatchObject({ ok: false, refused: 'too-many-views', facts: { most: 50 } })
  })

  it('keep only filters that the list takes, and never a telephone', () => {
    for (const query of [{}, { state: 'handling,answered', category: 'rubbish', order: 'due' }, { q: '垃圾', openedFrom: '2023-08-01' }, { asked: 'any', soon: 'true' }]) expect(ViewQuery.safeParse(query).success, JSON.stringify(query)).toBe(true)
    for (const query of [{ phone: '13800138000' }, { state: 'nonsense' }, { lead: 'x' }, { order: 'oldest' }, { page: '2' }, { late: 'yes' }, { q: '\u0000' }, { openedFrom: '2023-02-30' }, { constructor: 'x' }]) expect(ViewQuery.safeParse(query).success, JSON.stringify(query)).toBe(false)
    for (const body of [{ name: '', query: {} }, { name: '　'.repeat(3), query: {} }, { name: 'x'.repeat(41), query: {} }, { name: 'a\u0000', query: {} }, { name: '好', query: { q: 'x'.repeat(200) } }, { name: '好', query: {}, unit: '1' }]) expect(viewsContract.save.body.safeParse(body).success, JSON.stringify(body)).toBe(false)
    expect(viewsContract.arrange.body.safeParse({ ids: [] }).success).toBe(false)
  })

  it('leave a trace that does not say what is looked for', async () => {
    const entries = await here.db.selectFrom('audit.entry').selectAll().where('verb', 'like', 'case-view.%').execute()
    expect(new Set(entries.map(entry => entry.verb))).toEqual(new Set(['case-view.saved', 'case-view.changed', 'case-view.removed', 'case-view.arranged', 'case-view.start-chosen']))
    expect(JSON.stringify(entries)).not.toContain('超时')
  })
})

describe('queues', async () => {
  const { here, opened, move, list } = await hotline()
  const { finance, statistics } = here.places
  const queues = async (role: Role) => Object.fromEntries(value(await views.queues(await here.ctx(role), nothing)).items.map(({ key, count }) => [key, count]))
  const received = await opened()
  const dispatched = await opened({ dispatch: { lead: finance.id, co: [statistics.id], words: '' } })
  const handling = await opened({ dispatch: { lead: finance.id, co: [], words: '' } })
  value(await move('department', handling, { kind: 'signed' }))
  value(await move('department', handling, { kind: 'delegated', person: here.person('department') }))
  value(await move('department', handling, { kind: 'extension-asked', limit: { n: 1, unit: 'calendar-days' }, words: '等材料' }))

  it('count what waits for a person to do, by what they may', async () => {
    expect(await queues('dispatcher')).toEqual({ 'to-file': 1, 'to-dispatch': 0, 'to-check': 0, 'to-close': 0, 'to-call': 0, asked: 1, 'late-all': 0 })
    expect(await queues('department')).toEqual({ 'to-sign': 1, 'in-hand': 1, mine: 1, co: 0, soon: 1, late: 0 })
    expect(await queues('statistician')).toEqual({ 'to-sign': 0, 'in-hand': 0, mine: 0, co: 1, soon: 0, late: 0 })
    expect(await queues('leader')).toEqual({ asked: 1, 'late-all': 0, climbed: 0, joint: 0 })
    expect(await queues('supervisor')).toMatchObject({ disputed: 0, asked: 1 })
  })

  it('show in the list what they count', async () => {
    const asParsed = (query: Record<string, string>) => ({ ...query, ...Object.fromEntries(Object.entries(query).filter(([name]) => ['lead', 'co', 'state'].includes(name)).map(([name, text]) => [name, text.split(',')])), ...Object.fromEntries(Object.entries(query).filter(([, text]) => text === 'true').map(([name]) => [name, true])) })
    for (const role of ['department', 'dispatcher', 'statistician', 'leader'] as const) {
      for (const queue of value(await views.queues(await here.ctx(role), nothing)).items) expect((await list(role, asParsed(queue.query))).total, `${role} ${queue.key}`).toBe(queue.count)
    }
    expect((await list('department', { soon: true })).items.map(row => row.id)).toEqual([dispatched])
  })

  it('late comes when the clock has run out; a branch of the categories stands for all below it', async () => {
    here.clock.now = '2023-09-06T02:00:00.000Z'
    expect(await queues('department')).toMatchObject({ late: 2, soon: 0 })
    expect((await list('dispatcher', { category: ['street'] })).items).toHaveLength(3)
    expect((await list('dispatcher', { category: ['street'], type: 'other' })).items).toEqual([])
    expect((await list('dispatcher', { category: ['burst-pipe'] })).items).toEqual([])
    expect((await list('dispatcher', { category: ['rubbish'], state: ['received'] })).items.map(row => row.id)).toEqual([received])
  })
})
