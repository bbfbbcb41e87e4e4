import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { testType } from '../../../testkit/case-type.ts'
import { testRules } from '../../../testkit/project.ts'
import { value } from '../../../testkit/value.ts'
import { type Id } from '../../kernel/id.ts'
import { seedCaseTypes } from '../cases/index.ts'
import { handlers as caseHandlers } from '../cases/api.ts'
import { type Move } from '../cases/contract.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api.ts'
import { type ProjectGiven } from './contract.ts'
import { monthsWaiting, seedProjectRules, watchProjects } from './index.ts'
import { type ProjectAct } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

/** The case type of blockers, as small as a test needs it. */
const blockerType = { ...testType, key: 'blocker', prefix: 'DD', fields: ['project', 'project-id'].map(key => ({ key, name: { zh: key, en: key }, input: 'text' as const, required: true, personal: false, asks: 'staff' as const })), onPortal: false, evidence: 0, steps: { file: false, sign: true, check: false, callBack: false }, categories: [{ key: 'pipes', name: { zh: '管线', en: 'Pipes' } }, { key: 'land', name: { zh: '用地', en: 'Land' } }], may: { ...testType.may, dispatched: ['desk', 'opener', 'supervisor', 'program'] as const, received: ['desk', 'opener'] as const, closed: ['lead'] as const } }

describe('projects', async () => {
  const here = await freshDistrict({ now: '2025-01-05T02:00:00.000Z' })
  const owner = here.places.finance.id
  const at = (day: string) => { here.clock.now = `${day}T02:00:00.000Z` }
  const given = (more: Partial<ProjectGiven> = {}): ProjectGiven => ({ code: 'YX-001', name: '示例学校扩建', of: 'construction', phase: 'reserved', what: '', place: { unit: here.places.street.id, address: null, point: null }, total: 12_000, owner, leader: null, contractor: null, startsOn: '2025-01-01', endsOn: '2026-12-31', list: { list: 'district-key', year: 2025 }, ground: '年度清单', ...more })
  const make = async (more: Partial<ProjectGiven> = {}, role: Role = 'planner') => handlers.make(await here.ctx(role), { ...nothing, body: given(more) })
  const one = async (id: Id, role: Role = 'planner') => value(await handlers.one(await here.ctx(role), { ...nothing, params: { id }, query: {} }))
  const act = async (id: Id, event: ProjectAct, role: Role = 'planner', seq?: number) => handlers.act(await here.ctx(role), { ...nothing, params: { id }, body: { seq: seq ?? (await one(id)).seq, act: event } })
  const list = async (query: object = {}, role: Role = 'reader') => value(await handlers.list(await here.ctx(role), { ...nothing, query: { limit: 50, order: 'light', ...query } }))
  const told = (month: string, amount: number): ProjectAct => ({ kind: 'month-told', month, amount, note: '' })

  it('are not kept where no pack brings them', async () => {
    expect(await handlers.rules(await here.ctx('reader'), nothing)).toMatchObject({ ok: false, refused: 'no-projects-here' })
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    expect(value(await handlers.rules(await here.ctx('reader'), nothing)).kinds).toHaveLength(1)
  })

  it('are taken in by planners, with the nodes of their kind, once under a code', async () => {
    expect(await make({}, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await make({ of: 'nothing' })).toMatchObject({ ok: false, refused: 'unknown-project-kind' })
    const { id } = value(await make())
    expect(await make()).toMatchObject({ ok: false, refused: 'project-code-taken' })
    const view = await one(id, 'reader')
    expect(view).toMatchObject({ light: 'on-pace', seq: 2, may: { edit: false, tell: false }, project: { listings: [{ list: 'district-key', year: 2025 }] } })
    expect(view.nodes.map(node => node.key)).toEqual(['permit', 'start', 'finish'])
    expect((await list({ list: 'district-key', year: 2025 })).items.map(row => row.code)).toEqual(['YX-001'])
    expect((await list({ list: 'district-key', year: 2024 })).items).toEqual([])
  })

  it('fall behind and turn red, are slipping once the shortfall is made up, and on pace when another month holds', async () => {
    const { id } = value(await make({ code: 'YX-002', name: '示例道路', startsOn: null, endsOn: null, list: null }))
    expect((await one(id)).light).toBe('not-judged')
    value(await act(id, { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '年度计划' }))
    const month = async (on: string, key: string, amount: number) => {
      at(on)
      value(await act(id, told(key, amount), 'department'))
      return value(await act(id, { kind: 'month-approved', month: key }, 'department-head')).light
    }
    expect([await month('2025-02-11', '2025-01', 0), await month('2025-03-11', '2025-02', 0), await month('2025-04-11', '2025-03', 250), await month('2025-05-12', '2025-04', 150), await month('2025-06-11', '2025-05', 100)])
      .toEqual(['slipping', 'off-pace', 'off-pace', 'slipping', 'on-pace'])
    const view = await one(id)
    expect(view.lights.map(change => change.light)).toEqual(['on-pace', 'slipping', 'off-pace', 'slipping', 'not-judged'])
    expect(view.year).toMatchObject({ planned: 1200, curve: 'time', judged: 5, outlook: { toPlan: 1200, asSoFar: 1200 } })
    expect(view.verdict.money.inputs.map(input => input.value)).toContainEqual({ zh: '1200万元', en: '1200 (10,000 yuan)' })
    const row = (await list({ q: '示例道路' })).items[0]
    expect(row).toMatchObject({ planned: 1200, due: 500, done: 500, lead: 0, light: 'on-pace' })
    const { items: [course, ...others] } = value(await handlers.courses(await here.ctx('reader'), { ...nothing, query: { year: 2025, ids: [id, here.places.finance.id] } }))
    expect(others).toEqual([]) // what is no project has none
    expect(course).toEqual({ id, ...Object.fromEntries(Object.entries(view.year).filter(([key]) => key !== 'outlook')) })
  })

  it('are told by their unit and approved by another, and nothing is lost when two act at once', async () => {
    const { id, seq } = value(await make({ code: 'YX-003', name: '示例公园', list: null }))
    expect(await act(id, told('2025-05', 10), 'street')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await act(id, told('2025-05', 12_001))).toMatchObject({ ok: false, refused: 'told-above-total', facts: { total: 12_000 } })
    value(await act(id, told('2025-05', 10), 'department-head', seq))
    expect(await act(id, { kind: 'month-approved', month: '2025-05' }, 'department-head')).toMatchObject({ ok: false, refused: 'own-month' })
    expect(await act(id, { kind: 'month-approved', month: '2025-05' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await act(id, told('2025-04', 10), 'department', seq)).toMatchObject({ ok: false, refused: 'project-changed', facts: { done: '报月度投资' } })
    const both = await Promise.all([act(id, told('2025-03', 1), 'department', seq + 1), act(id, told('2025-04', 2), 'planner', seq + 1)])
    expect(both.map(result => (result.ok ? 'done' : result.refused)).toSorted()).toEqual(['done', 'project-changed'])
    const waiting = async (role: Role) => { const ctx = await here.ctx(role); const { toApprove, returned } = await ctx.read(tx => monthsWaiting(tx, ctx)); return [toApprove, returned].map(lines => lines.map(({ name, count, project }) => [name, count, project])) }
    expect((await waiting('planner'))[0]?.[0]?.slice(0, 1)).toEqual(['区发展和改革局'])
    expect(await waiting('street')).toEqual([[], []])
    value(await act(id, { kind: 'month-returned', month: '2025-05', reason: '口径不符' }))
    expect((await waiting('department'))[1]).toEqual([['区发展和改革局', 1, id]])
    expect((await list({ waiting: 'returned' })).items.map(row => row.id)).toEqual([id])
    expect((await one(id)).project.months.find(m => m.month === '2025-05')).toMatchObject({ state: 'returned', reason: '口径不符' })
  })

  it('become one, or come of one another, and both know of it', async () => {
    const [a, b, c] = [value(await make({ code: 'YX-010', name: '北区管网一标', list: null })).id, value(await make({ code: 'YX-011', name: '北区管网', list: null })).id, value(await make({ code: 'YX-012', name: '北区泵站', list: null })).id]
    expect(await act(a, { kind: 'merged', into: a, on: '2025-06-01', reason: '并标' })).toMatchObject({ ok: false, refused: 'itself' })
    expect(await act(a, { kind: 'merged', into: here.places.street.id, on: '2025-06-01', reason: '并标' })).toMatchObject({ ok: false, refused: 'unknown-project' })
    value(await act(a, { kind: 'merged', into: b, on: '2025-06-01', reason: '两标合并' }))
    value(await act(b, { kind: 'split', into: c, on: '2025-06-01', reason: '泵站单列' }))
    expect(await act(a, told('2025-05', 1))).toMatchObject({ ok: false, refused: 'project-over' })
    expect(await act(c, { kind: 'merged', into: a, on: '2025-06-01', reason: '并标' })).toMatchObject({ ok: false, refused: 'project-over' })
    expect((await one(a)).project.ended).toMatchObject({ into: b, intoName: '北区管网' })
    expect((await one(b)).project.kin).toMatchObject([{ how: 'absorbed', other: a }, { how: 'split', other: c, name: '北区泵站' }])
    expect((await one(c)).project.kin).toMatchObject([{ how: 'came-of', other: b, name: '北区管网' }])
    expect((await list({ q: '北区' })).items.map(row => row.name).toSorted()).toEqual(['北区泵站', '北区管网'])
  })

  it('leave as a sheet, a package and a calendar of what the filters leave', async () => {
    const leave = async (form: 'xlsx' | 'csv' | 'oc4ids' | 'ics', q?: string) => handlers.export(await here.ctx('reader'), { ...nothing, query: { form, q } })
    const text = async (form: 'csv' | 'oc4ids' | 'ics', q?: string) => Buffer.from(value(await leave(form, q)).bytes).toString('utf8')
    expect(await text('csv', '示例')).toContain('YX-002')
    expect(JSON.parse(await text('oc4ids', '示例道路')).projects).toMatchObject([{ title: '示例道路', budget: { amount: { amount: 120_000_000, currency: 'CNY' } } }])
    expect(await text('ics')).toContain('BEGIN:VEVENT')
    expect(value(await leave('xlsx')).name).toMatch(/xlsx$/)
    expect(await leave('oc4ids', '没有这样的')).toMatchObject({ ok: false, refused: 'nothing-to-export' })
  })

  it('are suggested for one where the lists of two years name them alike', async () => {
    value(await make({ code: 'YX-020', name: '西华路小学改扩建工程', list: { list: 'city-key', year: 2024 } }))
    value(await make({ code: 'YX-021', name: '西华路小学扩建项目', list: { list: 'city-key', year: 2025 } }))
    const { items } = value(await handlers.matches(await here.ctx('planner'), { ...nothing, query: { list: 'city-key', year: 2025 } }))
    expect(items.map(({ one: a, other }) => [a.name, other.name])).toEqual([['西华路小学改扩建工程', '西华路小学扩建项目']])
  })

  it('are shown under an override until its day, with who and why, and as computed after it', async () => {
    const { id } = value(await make({ code: 'YX-030', name: '示例桥', list: null }))
    expect(await act(id, { kind: 'light-overridden', light: 'off-pace', until: '2025-06-20', reason: '桩基返工' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    value(await act(id, { kind: 'light-overridden', light: 'off-pace', until: '2025-06-20', reason: '桩基返工' }, 'leader'))
    expect(await one(id)).toMatchObject({ light: 'off-pace', override: { by: 'leader（演示）', reason: '桩基返工' } })
    expect((await list({ light: ['off-pace'] })).items.find(row => row.id === id)).toMatchObject({ overridden: true })
    at('2025-06-21')
    await watchProjects(await here.ctx('planner'))
    expect(await one(id)).toMatchObject({ light: 'on-pace', override: null })
    expect(await watchProjects(await here.ctx('planner'))).toBe(0)
  })

  it('have blockers that are cases: they age, and go when the case comes to its end', async () => {
    const { id } = value(await make({ code: 'YX-040', name: '示例泵房', startsOn: '2025-06-22', endsOn: '2026-06-01', list: null }))
    const raise = async (role: Role = 'department') => handlers.block(await here.ctx(role), { ...nothing, params: { id }, body: { kind: 'pipes', title: '燃气管迁改', words: '燃气管线未迁改', lead: here.places.statistics.id, co: [] } })
    expect(await raise()).toMatchObject({ ok: false, refused: 'no-blockers-here' })
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedCaseTypes(tx, planner, [blockerType], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    expect(await raise('street')).toMatchObject({ ok: false, refused: 'not-permitted' })
    const raised = value(await raise())
    expect((await one(id)).blockers).toMatchObject([{ case: raised.case, open: true, number: raised.number, lead: '区统计局' }])
    at('2025-07-06')
    await watchProjects(planner)
    expect(await one(id)).toMatchObject({ light: 'slipping' })
    expect((await list({ blocked: true })).items.map(row => row.blockers)).toEqual([{ open: 1, oldest: '2025-06-21' }])
    at('2025-07-21')
    await watchProjects(planner)
    expect((await one(id)).verdict.blockers).toMatchObject({ light: 'off-pace' })
    const move = async (role: Role, step: Move) => { const ctx = await here.ctx(role); const view = value(await caseHandlers.one(ctx, { ...nothing, params: { id: raised.case } })); value(await caseHandlers.move(ctx, { ...nothing, params: { id: raised.case }, body: { seq: view.seq, move: step } })) }
    await move('statistician', { kind: 'signed' })
    await move('statistician', { kind: 'answered', words: '已迁改', result: 'solved', evidence: [] })
    await move('statistician', { kind: 'closed' })
    await watchProjects(planner)
    expect((await one(id)).blockers).toMatchObject([{ open: false }])
    expect((await one(id)).verdict.blockers.light).toBe('on-pace')
  })
})
