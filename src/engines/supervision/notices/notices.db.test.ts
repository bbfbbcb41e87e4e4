import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testRules } from '../../../../testkit/project.ts'
import { value } from '../../../../testkit/value.ts'
import { supervision } from '../../../packs/supervision/pack.ts'
import { handlers as caseHandlers } from '../../cases/api.ts'
import { type Move } from '../../cases/contract.ts'
import { seedCaseTypes } from '../../cases/index.ts'
import { seedRegister, takeFigures } from '../../indicators/index.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as planHandlers } from '../../plan/api.ts'
import { lookAtLights } from '../../plan/index.ts'
import { handlers as projectHandlers } from '../../projects/api.ts'
import { seedProjectRules, watchProjects } from '../../projects/index.ts'
import { noticeHandlers } from './api.ts'
import { type NoticeGiven } from './contract.ts'
import { type NoticeRule } from './schema.ts'
import { seedNoticeRule } from './seeding.ts'
import { tendNotices, tendPlanNotices } from './tending.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const source = { kind: 'published', title: '2025年计划报告', section: '二', saidOn: '2025-02-01' } as const

describe('supervision notices', async () => {
  const here = await freshDistrict({ now: '2025-03-11T02:00:00.000Z' })
  const { finance, statistics, street, otherStreet } = here.places
  const planner = await here.ctx('planner')
  const at = (instant: string) => { here.clock.now = instant }
  const register = async (query: object = {}, role: Role = 'leader') => value(await noticeHandlers.notices(await here.ctx(role), { ...nothing, query: { limit: 50, ...query } }))
  const standing = async (query: object = {}, role: Role = 'leader') => value(await noticeHandlers.standing(await here.ctx(role), { ...nothing, query }))
  const step = async (id: string, move: Move, role: Role) => {
    const ctx = await here.ctx(role)
    const { seq } = value(await caseHandlers.one(ctx, { ...nothing, params: { id } }))
    return caseHandlers.move(ctx, { ...nothing, params: { id }, body: { seq, move } })
  }
  const tend = async () => tendNotices(await here.ctx('planner'))
  let parking = street.id
  const given = (): NoticeGiven => ({ about: { kind: 'commitment', id: parking, name: '新增停车位' }, addressee: street.id, grade: 'red', grounds: '连续两个月没有进展', consequence: '全区通报' })
  const raise = async (role: Role = 'supervisor', more: Partial<NoticeGiven> = {}) => noticeHandlers.raise(await here.ctx(role), { ...nothing, body: { ...given(), ...more } })
  const setRule = async (more: Partial<NoticeRule>) => {
    const ctx = await here.ctx('planner')
    return ctx.write(async (tx, note) => {
      const n = supervision.notices ? await seedNoticeRule(tx, ctx, [{ ...supervision.notices, ...more }]) : 0
      await note({ verb: 'test', thing: 'test', thingId: 't' })
      return n
    })
  }
  let blue = '', road = ''

  it('are not kept where no pack brings them', async () => {
    expect(await raise()).toMatchObject({ ok: false, refused: 'no-notices-here' })
    expect(await tend()).toBe(0)
    expect(await standing()).toMatchObject({ kept: false, rule: null, may: { raise: false } })
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, supervision.caseTypes ?? [], () => here.places.district.id)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    parking = value(await planHandlers.make(planner, { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title: '新增停车位', verb: null, strength: 'complete', dueOn: '2025-12-31', leadUnit: street.id, coUnits: [], ground: '民生实事' } })).id
    road = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P1', name: '示例道路', of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    value(await projectHandlers.act(planner, { ...nothing, params: { id: road }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
  })

  it('are not raised by themselves without a rule, nor about what it does not cover', async () => {
    expect(await tend()).toBe(0)
    expect(await setRule({ covers: ['target'] })).toBe(1)
    expect(await tend()).toBe(0)
    expect(await setRule({ covers: ['project'], most: 1 })).toBe(1)
    expect(await setRule({ covers: ['project'], most: 1 })).toBe(0)
  })

  it('are brought by a red light, once, and issued to the owner when a leader approved', async () => {
    expect(await tend()).toBe(1)
    expect(await tend()).toBe(0)
    const [notice] = (await register()).items
    blue = notice?.case ?? ''
    expect(notice).toMatchObject({ about: { kind: 'project', id: road, name: '示例道路', page: `/projects/${road}` }, addressee: { name: '区发展和改革局' }, grade: 'blue', state: 'received', stand: 'to-approve', done: 1, open: true, byRule: true, raisedBy: null, consequence: '逾期不反馈的，升为橙色警示。' })
    const view = value(await caseHandlers.one(await here.ctx('leader'), { ...nothing, params: { id: blue } }))
    expect(JSON.stringify(view.events)).toContain('落后计划16.67个百分点')
    // Nobody raised it, so whoever may approve may approve this one.
    expect(view.events[0]).toMatchObject({ by: null, event: { fields: { consequence: '逾期不反馈的，升为橙色警示。' } } })
    value(await step(blue, { kind: 'filed' }, 'leader'))
    expect(await tend()).toBe(1)
    expect((await register()).items[0]).toMatchObject({ state: 'dispatched', stand: 'to-sign', done: 3, late: false, silentSince: null, silences: 0 })
    value(await step(blue, { kind: 'signed' }, 'department'))
  })

  it('are followed by the next grade with its own consequence, once, where nobody answered in time', async () => {
    at('2025-04-01T02:00:00.000Z')
    await watchProjects(await here.ctx('planner'))
    expect((await register({ open: true })).items[0]).toMatchObject({ grade: 'blue', late: true, silentSince: '2025-03-25T15:59:59.999Z', next: 'orange', silences: 1 })
    await setRule({ covers: ['project'], most: 1, stepUp: false })
    expect(await tend()).toBe(0)
    expect((await register({ open: true })).items[0]?.next).toBeNull()
    await setRule({ covers: ['project'], most: 1 })
    expect(await tend()).toBe(1)
    expect(await tend()).toBe(0)
    const { items: [orange, before] } = await register()
    expect(orange).toMatchObject({ grade: 'orange', former: { case: blue }, consequence: '逾期不反馈的，升为红色督办，并列入下一次调度会议题。' })
    expect(before).toMatchObject({ grade: 'blue', former: null, followedBy: { case: orange?.case }, next: null, late: true })
    expect(await standing()).toMatchObject({ silences: [{ unit: { id: finance.id }, thisYear: 1, now: 1 }] })
  })

  it('stay counted as a silence once they are answered late', async () => {
    value(await step(blue, { kind: 'answered', words: '已排定开工日期', result: 'under-way', evidence: [] }, 'department'))
    expect((await register({ grade: 'blue' })).items[0]).toMatchObject({ stand: 'to-review', done: 6, late: false, silentSince: null, silences: 1 })
    expect(await standing()).toMatchObject({ silences: [{ thisYear: 1, now: 0 }] })
  })

  it('are raised by supervisors too, told to nobody before approval, and approved by somebody else', async () => {
    for (const kind of ['project', 'target', 'commitment', 'case'] as const) expect(await raise('supervisor', { about: { kind, id: finance.id, name: '没有的事' } })).toMatchObject({ ok: false, refused: 'notice-about-nothing', facts: { name: '没有的事' } })
    const raised = value(await raise())
    expect((await register({ grade: 'red' }, 'street')).items).toEqual([])
    expect((await register({ grade: 'red' })).items).toMatchObject([{ raisedBy: 'supervisor（演示）', byRule: false, consequence: '全区通报' }])
    expect(await step(raised.case, { kind: 'filed' }, 'supervisor')).toMatchObject({ refused: 'same-person', facts: { first: '提起' } })
    expect(value(await caseHandlers.one(await here.ctx('supervisor'), { ...nothing, params: { id: raised.case } })).moves).not.toContain('filed')
    expect((await register({ waiting: true }, 'supervisor')).items.map(item => item.number)).not.toContain(raised.number)
    expect((await register({ waiting: true }, 'leader')).items.map(item => item.number)).toContain(raised.number)
    value(await step(raised.case, { kind: 'refused', basis: '督查工作办法第五条', words: '已在推进，暂不督办' }, 'leader'))
    expect((await register({ grade: 'red' })).items).toMatchObject([{ number: raised.number, open: false, stand: 'refused' }])
    expect((await register({ open: false })).items).toHaveLength(1)
    expect(await raise('leader', { about: { kind: 'case', id: raised.case, name: '督办：新增停车位' } })).toMatchObject({ refused: 'notice-about-notice', facts: { name: '督办：新增停车位' } })
    const second = value(await raise('leader', { consequence: '' }))
    expect(await step(second.case, { kind: 'filed' }, 'leader')).toMatchObject({ refused: 'same-person' })
    value(await step(second.case, { kind: 'filed' }, 'supervisor'))
    expect((await register({ q: second.number })).items).toMatchObject([{ stand: 'to-issue', consequence: '逾期不反馈的，在调度会上通报单位，由单位主要负责人到会说明。' }])
    expect(await tend()).toBe(1)
  })

  it('cover red targets and late commitments of the running year, at most so many a day, the oldest first', async () => {
    at('2025-05-06T02:00:00.000Z')
    await planner.write(async (tx, note) => {
      await seedRegister(tx, planner, [{ code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow', ownerUnit: 'statistics' }], () => statistics.id)
      const [indicator] = (await tx.selectFrom('indicators.v_indicator').select('id').execute()).map(row => row.id)
      const said = { indicator: indicator ?? '', unit: here.places.district.id, source, saidOn: '2025-01-10' }
      await takeFigures(tx, planner, {
        origin: v7(), targets: [{ fact: 't', ...said, period: '2025', aspect: 'level', operator: '>=', value: 120, stretch: null, measure: '台', hedge: null, reference: null, nature: 'expected', verb: null }],
        figures: ['2025-01', '2025-02', '2025-03'].map(period => ({ fact: period, ...said, saidOn: '2025-04-05', period, vintage: 'published', basis: null, level: { value: 1, unit: '台' }, change: null, rank: null, qualifier: null })),
      })
      await lookAtLights(tx, planner, 2025)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    const promise = async (title: string, dueOn: string, leadUnit: string | null = otherStreet.id) => value(await planHandlers.make(planner, { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title, verb: null, strength: 'complete', dueOn, leadUnit, coUnits: [], ground: '街道任务书' } }))
    await promise('四月底到期', '2025-04-30')
    await promise('三月底到期', '2025-03-31')
    await promise('今天到期', '2025-05-06')
    await promise('没有牵头单位', '2025-03-31', null)
    await setRule({ covers: ['target', 'commitment'], most: 2 })
    const plan = async () => tendPlanNotices(await here.ctx('planner'))
    expect(await plan()).toBe(2)
    expect(await plan()).toBe(0)
    const raisedOn = async () => (await register({ open: true, stand: 'to-approve' })).items.map(item => [item.about.kind, item.about.name, item.addressee.name, item.grade]).toSorted()
    expect(await raisedOn()).toEqual([['commitment', '三月底到期', '北京街道', 'blue'], ['project', '示例道路', '区发展和改革局', 'orange'], ['target', '加装电梯', '区统计局', 'orange']])
    expect((await standing()).rule).toMatchObject({ left: 1, rule: { most: 2 } })
    at('2025-05-07T02:00:00.000Z')
    expect((await standing()).rule).toMatchObject({ left: 0 })
    expect(await plan()).toBe(2) // what was left, and what fell due yesterday
    expect((await standing()).rule).toMatchObject({ left: 0 })
    expect((await register({ kind: 'target' })).items).toMatchObject([{ about: { page: '/register/LIFTS?year=2025' } }])
    expect((await register({ kind: 'commitment', q: '四月' })).items[0]?.about.page).toMatch(/^\/plan\/2025\?item=/)
  })

  it('stand in a register with filters, counts and a table to take away', async () => {
    const all = await register()
    expect(all.total).toBe(8)
    expect((await register({ addressee: otherStreet.id })).total).toBe(3)
    expect((await register({ late: true })).items.map(item => item.about.name)).toEqual(['新增停车位'])
    expect((await register({ late: false })).total).toBe(7)
    expect((await register({ year: 2024 })).total).toBe(0)
    expect((await register({ q: '示例' })).total).toBe(2)
    expect((await register({ q: '%' })).total).toBe(0)
    const paged = await register({ limit: 3, after: '6' })
    expect([paged.items.length, paged.next]).toEqual([2, null])
    const { counts, years } = await standing({ kind: 'commitment' })
    expect(counts).toMatchObject({ all: 5, open: 4, late: 1, grades: { blue: 3, orange: 0, red: 2 }, stands: { 'to-approve': 3, 'to-sign': 1, refused: 1, closed: 0 } })
    expect(years).toEqual([2025])
    const file = value(await noticeHandlers.exportNotices(await here.ctx('leader'), { ...nothing, query: { form: 'csv', addressee: finance.id } }))
    const lines = new TextDecoder().decode(file.bytes).trim().split(/\r?\n/)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('逾期不反馈的后果')
    expect(lines[2]).toContain('区发展和改革局')
  })

  it('are shown to a unit as far as they were issued to it', async () => {
    expect((await register({}, 'street')).items.map(item => item.about.name)).toEqual(['新增停车位'])
    expect(await standing({}, 'street')).toMatchObject({ counts: { all: 1 }, silences: [{ unit: { id: street.id }, thisYear: 1, now: 1 }], may: { raise: false } })
  })
})
