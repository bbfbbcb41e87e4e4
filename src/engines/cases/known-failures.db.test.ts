import { describe, expect, it } from 'vitest'
import { sql, type RawBuilder } from 'kysely'
import { freshDistrict } from '../../../testkit/district.ts'
import { hotline, value } from '../../../testkit/cases.ts'
import { type Id } from '../../kernel/id.ts'
import { type Scope } from '../org/domain/permission.ts'
import { type Role } from '../org/schema.ts'
import { within } from '../../server/database/database.ts'
import { handlers } from './api.ts'
import { sweep } from './index.ts'

// What other work-order systems are known to get wrong (from their issue lists), each as a test.

describe('rows of other departments', async () => {
  const { here, opened, list } = await hotline()
  const { finance, statistics, street, otherStreet } = here.places
  const leads = [finance, statistics, street, otherStreet] as const
  for (let i = 0; i < 40; i++) await opened({ title: `第${i}件`, place: { unit: null, address: null, point: null }, dispatch: { lead: leads[i % 4]?.id ?? '', co: [], words: '' } })

  it('never leak, however many ask at once through the same connections', async () => {
    const mine: Readonly<Partial<Record<Role, string>>> = { department: finance.id, statistician: statistics.id, street: street.id }
    const roles = Object.keys(mine) as (keyof typeof mine)[] // its keys are roles
    await Promise.all(Array.from({ length: 150 }, async (_, i) => {
      const role = roles[i % roles.length] ?? 'street'
      const { items, total } = await list(role, i % 2 ? { q: '垃圾' } : { open: true })
      expect(new Set(items.map(item => item.lead?.id)), role).toEqual(new Set([mine[role]]))
      expect(total).toBe(10)
    }))
  })

  it('are left out by the view that lists read as by the policies of the tables', async () => {
    const scopes: readonly Scope[] = ['district', new Set(), new Set([finance.id]), new Set([finance.id, street.id])]
    const seen = await Promise.all(scopes.map(cases => within(here.db, { district: 440104, sees: 'district', cases }, async tx => {
      const ids = async (from: RawBuilder<unknown>) => (await sql<{ id: Id }>`select id from ${from} order by id`.execute(tx)).rows.map(row => row.id)
      const byView = await ids(sql`cases.seen_case`)
      expect(byView).toEqual(await ids(sql`cases."case"`))
      expect((await sql`select case_id as id from cases.searched order by case_id`.execute(tx)).rows).toHaveLength(byView.length)
      return byView.length
    })))
    expect(seen).toEqual([40, 0, 10, 20])
  })
})

describe('who decides', async () => {
  const { here, opened, one, move } = await hotline()

  it('on more time can open the case on which they decide, though it is not their unit’s', async () => {
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'signed' }))
    value(await move('department', id, { kind: 'extension-asked', limit: { n: 3, unit: 'working-days' }, words: '需开挖' }))
    for (const role of ['supervisor', 'dispatcher'] as const) expect(value(await one(role, id)).moves, role).toContain('extension-decided')
    expect(await move('department-head', id, { kind: 'extension-decided', granted: true, words: '' })).toMatchObject({ ok: false, refused: 'not-your-move' })
    value(await move('supervisor', id, { kind: 'extension-decided', granted: true, words: '' }))
    expect(await move('department', id, { kind: 'extension-asked', limit: { n: 3, unit: 'working-days' }, words: '再延' })).toMatchObject({ ok: false, refused: 'extensions-used' })
    expect(await move('supervisor', id, { kind: 'extension-decided', granted: true, words: '' })).toMatchObject({ ok: false, refused: 'nothing-asked' })
  })
})

describe('who begins a case', async () => {
  const { here, open, one, move } = await hotline()

  it('of a place and for a unit beyond their own scope still follows it, and nothing breaks', async () => {
    const { id } = value(await open('street', { place: { unit: here.places.otherStreet.id, address: null, point: null } }))
    value(await move('dispatcher', id, { kind: 'filed' }))
    value(await move('dispatcher', id, { kind: 'dispatched', lead: here.places.finance.id, co: [], words: '' }))
    expect(value(await one('street', id)).events).toHaveLength(3)
  })

  it('may leave: the case goes on without them', async () => {
    const { id } = value(await open('community'))
    await here.db.updateTable('org.post').set({ until_on: '2023-08-30' }).where('person', '=', here.person('community')).execute()
    here.clock.now = '2023-08-31T02:00:00.000Z'
    value(await move('dispatcher', id, { kind: 'filed' }))
    expect(value(await one('street', id)).names[here.places.community.id]).toBe('三元宫社区')
  })
})

describe('a reminder', async () => {
  const { here, opened, one, move, kinds } = await hotline()

  it('survives a send-back, an arbitration and a transfer, and comes once', async () => {
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'returned', basis: '三定方案', words: '不属本局' }))
    value(await move('supervisor', id, { kind: 'arbitrated', lead: here.places.statistics.id, floor: true, words: '兜底' }))
    value(await move('statistician', id, { kind: 'signed' }))
    expect(await move('statistician', id, { kind: 'returned', basis: '三定方案', words: '不属本局' })).toMatchObject({ ok: false, refused: 'floor-may-not-return' })
    value(await move('dispatcher', id, { kind: 'transferred', lead: here.places.finance.id, words: '改由发改办理' }))
    here.clock.now = '2023-09-04T08:00:00.000Z'
    await Promise.all([sweep(await here.ctx('planner')), sweep(await here.ctx('planner'))])
    const view = value(await one('dispatcher', id))
    expect(kinds(view).filter(kind => kind === 'warned')).toHaveLength(1)
    // The clock of the matter went on running while it was handed about.
    expect(view.clocks.find(c => c.key === 'resolve')).toMatchObject({ startedAt: '2023-08-29T02:00:00.000Z', stoppedAt: null })
  })
})

describe('a delay', async () => {
  const { here, opened, one, move } = await hotline()

  it('keeps who was handling the case', async () => {
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'signed' }))
    value(await move('department', id, { kind: 'delegated', person: here.person('department') }))
    value(await move('department', id, { kind: 'suspension-asked', until: '2023-09-20', words: '等配件' }))
    value(await move('supervisor', id, { kind: 'suspension-decided', granted: true, words: '' }))
    here.clock.now = '2023-09-20T16:30:00.000Z'
    await sweep(await here.ctx('planner'))
    value(await one('dispatcher', id))
    const row = await here.db.selectFrom('cases.case').select(['state', 'handler', 'lead']).where('id', '=', id).executeTakeFirst()
    expect(row).toEqual({ state: 'handling', handler: here.person('department'), lead: here.places.finance.id })
  })
})

describe('several rules on one thing', async () => {
  const { here, opened, one } = await hotline()

  it('all apply: both ladders of a case go off at the same look', async () => {
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    here.clock.now = '2023-09-06T02:00:00.000Z'
    await sweep(await here.ctx('planner'))
    const went = value(await one('dispatcher', id)).events.flatMap(({ event }) => (event.kind === 'warned' ? [`${event.clock}/0`] : event.kind === 'escalated' ? [`${event.clock}/${event.step}`] : []))
    expect(went.toSorted()).toEqual(['resolve/0', 'resolve/1', 'sign/1'])
  })

  it('all apply: both walls stand, the district’s and the units’', async () => {
    const neighbour = await freshDistrict({ district: 440103, beside: here })
    expect(await handlers.cases(await neighbour.ctx('leader'), { params: {}, query: { limit: 50, order: 'newest' }, body: {}, file: null })).toMatchObject({ ok: true, value: { items: [], total: 0 } })
  })
})
