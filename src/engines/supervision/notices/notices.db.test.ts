import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testRules } from '../../../../testkit/project.ts'
import { value } from '../../../../testkit/value.ts'
import { supervision } from '../../../packs/supervision/pack.ts'
import { handlers as caseHandlers } from '../../cases/api.ts'
import { type Move } from '../../cases/contract.ts'
import { seedCaseTypes } from '../../cases/index.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as projectHandlers } from '../../projects/api.ts'
import { seedProjectRules, watchProjects } from '../../projects/index.ts'
import { noticeHandlers } from './api.ts'
import { tendNotices } from './raising.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('supervision notices', async () => {
  const here = await freshDistrict({ now: '2025-03-11T02:00:00.000Z' })
  const planner = await here.ctx('planner')
  const register = async (query: object = {}, role: Role = 'leader') => value(await noticeHandlers.notices(await here.ctx(role), { ...nothing, query: { limit: 50, ...query } }))
  const step = async (id: string, move: Move, role: Role) => {
    const ctx = await here.ctx(role)
    const { seq } = value(await caseHandlers.one(ctx, { ...nothing, params: { id } }))
    return caseHandlers.move(ctx, { ...nothing, params: { id }, body: { seq, move } })
  }
  const tend = async () => tendNotices(await here.ctx('planner'))
  const raise = async (role: Role = 'supervisor') => noticeHandlers.raise(await here.ctx(role), { ...nothing, body: { about: { kind: 'commitment', id: here.places.street.id, name: '新增停车位' }, addressee: here.places.street.id, grade: 'red', grounds: '连续两个月没有进展', consequence: '全区通报' } })

  it('are not kept where no pack brings them', async () => {
    expect(await raise()).toMatchObject({ ok: false, refused: 'no-notices-here' })
    expect(await tend()).toBe(0)
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, supervision.caseTypes ?? [], () => here.places.district.id)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
  })

  it('are brought by a red light, once, and issued to the owner when a leader approved', async () => {
    const { id } = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P1', name: '示例道路', of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: here.places.finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } }))
    value(await projectHandlers.act(planner, { ...nothing, params: { id }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    expect(await tend()).toBe(1)
    expect(await tend()).toBe(0)
    const [notice] = (await register()).items
    expect(notice).toMatchObject({ about: { kind: 'project', id, name: '示例道路' }, addressee: { name: '区发展和改革局' }, grade: 'blue', state: 'received', open: true, byRule: true })
    const view = value(await caseHandlers.one(await here.ctx('leader'), { ...nothing, params: { id: notice?.case ?? '' } }))
    expect(JSON.stringify(view.events)).toContain('落后计划16.67个百分点')
    value(await step(notice?.case ?? '', { kind: 'filed' }, 'leader'))
    expect(await tend()).toBe(1)
    expect((await register()).items[0]).toMatchObject({ state: 'dispatched', late: false })
    value(await step(notice?.case ?? '', { kind: 'signed' }, 'department'))
  })

  it('are followed by the next grade, once, where nobody answered in time', async () => {
    here.clock.now = '2025-04-01T02:00:00.000Z'
    await watchProjects(await here.ctx('planner'))
    expect((await register({ open: true })).items[0]).toMatchObject({ grade: 'blue', late: true })
    expect(await tend()).toBe(1)
    expect(await tend()).toBe(0)
    const { items } = await register()
    expect(items.map(item => [item.grade, item.former])).toEqual([['orange', items[1]?.number], ['blue', null]])
  })

  it('are raised by supervisors too, and told to nobody before approval', async () => {
    const raised = value(await raise())
    expect((await register({ grade: 'red' }, 'street')).items).toEqual([])
    expect(await step(raised.case, { kind: 'refused', basis: '督查工作办法第五条', words: '已在推进，暂不督办' }, 'street').catch(() => 'not seen')).toBe('not seen')
    value(await step(raised.case, { kind: 'refused', basis: '督查工作办法第五条', words: '已在推进，暂不督办' }, 'leader'))
    expect((await register({ grade: 'red' })).items).toMatchObject([{ number: raised.number, open: false, byRule: false }])
    expect((await register({ open: false })).items).toHaveLength(1)
  })
})
