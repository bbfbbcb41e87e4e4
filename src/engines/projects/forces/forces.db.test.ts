import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testRules } from '../../../../testkit/project.ts'
import { value } from '../../../../testkit/value.ts'
import { type Id } from '../../../kernel/id.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as projectHandlers } from '../api.ts'
import { seedProjectRules } from '../index.ts'
import { type ProjectAct } from '../schema.ts'
import { forceHandlers as handlers } from './api.ts'
import { type ForceAct, type ForceGiven } from './schema.ts'
import { forcesWaiting } from './waiting.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('task forces', async () => {
  const here = await freshDistrict({ now: '2025-01-06T02:00:00.000Z' })
  const { finance, statistics, street } = here.places
  const given: ForceGiven = { name: '城建专班', scope: '负责城建项目的征拆和审批', leader: '副区长', leadUnit: finance.id, from: '2025-01-06', until: '2025-06-30', ground: '会议纪要1号' }
  const setUp = async (more: Partial<ForceGiven> = {}, role: Role = 'planner') => handlers.setUp(await here.ctx(role), { ...nothing, body: { ...given, ...more } })
  const one = async (id: Id, role: Role = 'planner') => value(await handlers.force(await here.ctx(role), { ...nothing, params: { id } }))
  const act = async (id: Id, event: ForceAct, role: Role = 'planner', seq?: number) => handlers.actForce(await here.ctx(role), { ...nothing, params: { id }, body: { seq: seq ?? (await one(id)).seq, act: event } })
  const list = async (query: object = {}) => ({ ...value(await handlers.forces(await here.ctx('reader'), { ...nothing, query: { limit: 50, ...query } })), teamless: value(await handlers.teamless(await here.ctx('reader'), nothing)).items })
  const project = async (code: string, phase: 'reserved' | 'started' = 'reserved') => value(await projectHandlers.make(await here.ctx('planner'), { ...nothing, body: { code, name: `示例${code}`, of: 'construction', phase, what: '', place: { unit: street.id, address: null, point: null }, total: 1000, owner: finance.id, leader: null, contractor: null, startsOn: '2025-01-01', endsOn: '2025-12-31', list: null, ground: '年度清单' } })).id
  const actProject = async (id: Id, event: ProjectAct) => {
    const ctx = await here.ctx('planner'), { seq } = value(await projectHandlers.one(ctx, { ...nothing, params: { id }, query: {} }))
    return projectHandlers.act(ctx, { ...nothing, params: { id }, body: { seq, act: event } })
  }
  const start: ProjectAct = { kind: 'phased', phase: 'started', on: '2025-01-06', words: '开工' }
  const measure: ForceAct = { kind: 'measure-planned', words: '三月底前交地', unit: statistics.id, dueOn: '2025-03-31', sign: '交地单' }

  it('are not kept where no pack brings projects', async () => {
    expect(await setUp()).toMatchObject({ ok: false, refused: 'no-projects-here' })
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [{ ...testRules, team: 'one' }])
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    expect(await list()).toMatchObject({ total: 0, one: true, teamless: [] })
  })

  it('are set up by those who plan, for a unit that exists, until a day to come', async () => {
    expect(await setUp({}, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await setUp({ leadUnit: '00000000-0000-7000-8000-00000000000f' })).toMatchObject({ ok: false, refused: 'unknown-unit' })
    expect(await setUp({ until: '2025-01-05', from: '2025-01-01' })).toMatchObject({ ok: false, refused: 'force-until-past' })
    const { id } = value(await setUp())
    expect(await one(id, 'reader')).toMatchObject({ name: '城建专班', leadUnit: { name: finance.name }, state: 'standing', may: { edit: false, tell: false }, history: [{ what: { zh: '组建' } }] })
    expect(await list({ q: '城建' })).toMatchObject({ total: 1, items: [{ members: 0, projects: 0 }] })
    expect(await list({ q: '招商' })).toMatchObject({ total: 0 })
  })

  it('one project, one plan, one team: building begins with all three, and no second team takes the project', async () => {
    const { id } = value(await setUp({ name: '一号专班' })), second = value(await setUp({ name: '二号专班' })).id
    const works = await project('P-1')
    expect(await actProject(works, start)).toMatchObject({ ok: false, refused: 'start-without-team' })
    const taken: ForceAct = { kind: 'project-taken', project: works, ground: '会议纪要' }
    value(await act(id, taken))
    expect(await act(second, taken)).toMatchObject({ ok: false, refused: 'project-has-team', facts: { force: '一号专班' } })
    expect(await actProject(works, start)).toMatchObject({ ok: false, refused: 'start-without-plan' })
    value(await act(id, measure))
    value(await actProject(works, start))
    expect(await one(id)).toMatchObject({ projects: [{ code: 'P-1' }], plan: [{ unit: { name: statistics.name }, late: false }] })
    expect(await list({ project: works })).toMatchObject({ total: 1, teamless: [] })
    value(await act(id, { kind: 'project-given-up', project: works, reason: '移交' }))
    expect((await list()).teamless).toMatchObject([{ id: works }])
    value(await act(second, taken))
    expect(await act(second, { kind: 'project-taken', project: '00000000-0000-7000-8000-00000000000f', ground: '会议纪要' })).toMatchObject({ ok: false, refused: 'unknown-project' })
  })

  it('the people of its units write its log and say what is done; only planners choose its people', async () => {
    const { id } = value(await setUp({ name: '三号专班', leadUnit: statistics.id }))
    expect(await act(id, { kind: 'logged', on: '2025-01-06', what: 'meeting', words: '第一次会议' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    const mine = (await here.ctx('department')).actor.units[0] ?? ''
    value(await act(id, { kind: 'member-joined', person: '陈工', unit: mine, part: '征拆' }))
    value(await act(id, measure))
    value(await act(id, { kind: 'logged', on: '2025-01-06', what: 'meeting', words: '第一次会议' }, 'department'))
    const [planned] = (await one(id)).plan
    value(await act(id, { kind: 'measure-done', measure: planned?.key ?? '', on: '2025-01-06', evidence: '交地单3号' }, 'department'))
    expect(await act(id, { kind: 'member-left', member: 'p2', reason: '调动' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await one(id, 'department')).toMatchObject({ may: { edit: false, tell: true }, log: [{ words: '第一次会议' }], plan: [{ done: { evidence: '交地单3号' } }] })
    expect(await list({ unit: mine, q: '三号' })).toMatchObject({ items: [{ name: '三号专班', members: 1, measures: { all: 1, done: 1, late: 0 } }] })
  })

  it('tells whoever acts too late what was done meanwhile, and nothing is lost', async () => {
    const { id, seq } = value(await setUp({ name: '四号专班' }))
    value(await act(id, { kind: 'leader-changed', leader: '区长', reason: '分工调整' }))
    expect(await act(id, measure, 'planner', seq)).toMatchObject({ ok: false, refused: 'force-changed', facts: { done: '更换领衔领导' } })
    expect(await handlers.force(await here.ctx('planner'), { ...nothing, params: { id: '00000000-0000-7000-8000-00000000000f' } })).toMatchObject({ ok: false, refused: 'unknown-force' })
  })

  it('dissolve on their day by themselves, and come out as a sheet', async () => {
    const { id } = value(await setUp({ name: '五号专班', until: '2025-01-10' }))
    expect((await list({ state: 'ending' })).items.map(row => row.name)).toEqual(['五号专班'])
    const mine = (await here.ctx('department')).actor.units[0] ?? ''
    const late = value(await setUp({ name: '六号专班', leadUnit: statistics.id })).id
    for (const unit of [mine, statistics.id]) value(await act(late, { kind: 'measure-planned', words: '交出用地', unit, dueOn: '2025-01-10', sign: '交地单' }))
    const waiting = async (role: Role) => { const ctx = await here.ctx(role); return ctx.read(tx => forcesWaiting(tx, ctx)) }
    expect(await waiting('planner')).toMatchObject({ ending: [{ name: '五号专班', until: '2025-01-10' }], late: [] })
    expect(await waiting('department')).toMatchObject({ ending: [{ name: '五号专班' }], late: [] }) // the lead unit is told; what is due today is not late
    here.clock.now = '2025-01-11T02:00:00.000Z'
    expect(await waiting('department')).toEqual({ ending: [], late: [{ id: late, name: '六号专班', count: 1, since: '2025-01-10' }] })
    expect(await waiting('statistician')).toMatchObject({ ending: [], late: [{ name: '六号专班', count: 2 }] }) // the lead unit sees all
    expect(await waiting('street')).toEqual({ ending: [], late: [] })
    expect(await one(id)).toMatchObject({ state: 'dissolved', dissolved: null })
    expect(await act(id, measure)).toMatchObject({ ok: false, refused: 'force-dissolved' })
    value(await act(id, { kind: 'dissolved', on: '2025-01-10', words: '按期完成' }))
    expect((await list({ state: 'dissolved' })).items.map(row => row.name)).toEqual(['五号专班'])
    const sheet = value(await handlers.exportForces(await here.ctx('reader'), { ...nothing, query: { form: 'csv' } }))
    expect(new TextDecoder().decode(sheet.bytes)).toContain('五号专班')
  })
})
