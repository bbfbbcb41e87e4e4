import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testType } from '../../../../testkit/case-type.ts'
import { testRules } from '../../../../testkit/project.ts'
import { testServer } from '../../../../testkit/server.ts'
import { value } from '../../../../testkit/value.ts'
import { type Id } from '../../../kernel/id.ts'
import { seedCaseTypes } from '../../cases/index.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as planHandlers } from '../../plan/api.ts'
import { handlers as projectHandlers } from '../../projects/api.ts'
import { seedProjectRules, watchProjects } from '../../projects/index.ts'
import { handlers as dispatch } from '../api.ts'
import { roundsWaiting } from '../waiting.ts'
import { sprintHandlers as handlers } from './api.ts'
import { type SprintAct, type SprintFrame, type SprintThing } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const frame: SprintFrame = { name: '四季度攻坚', ground: '区政府常务会议纪要', from: '2025-10-09', until: '2025-12-31', every: 'week', weekday: 5 }

// 2025-10-09 is a Thursday; rounds end on Fridays: 10, 17, 24 October …
describe('a sprint', async () => {
  const here = await freshDistrict({ now: '2025-10-09T02:00:00.000Z' })
  const { finance, statistics, street } = here.places
  const at = (day: string) => { here.clock.now = `${day}T02:00:00.000Z` }
  const open = async (more: Partial<SprintFrame> & { things?: SprintThing[] } = {}, role: Role = 'supervisor') => handlers.open(await here.ctx(role), { ...nothing, body: { ...frame, things: [], ...more } })
  const one = async (role: Role = 'leader') => value(await handlers.sprint(await here.ctx(role), { ...nothing, params: { id: sprint } }))
  const act = async (asked: SprintAct, seq?: number) => handlers.act(await here.ctx('supervisor'), { ...nothing, params: { id: sprint }, body: { seq: seq ?? (await one()).seq, act: asked } })
  const tell = async (item: Id, role: Role, reached = false, seq?: number) => handlers.tell(await here.ctx(role), { ...nothing, params: { id: sprint }, body: { seq: seq ?? (await one()).seq, telling: { item, words: '完成两层', remains: reached ? '' : '还差一层', reached } } })
  const waiting = async (role: Role) => { const ctx = await here.ctx(role); return ctx.read(tx => roundsWaiting(tx, ctx)) }
  const itemOf = async (title: string) => { const item = (await one()).items.find(each => each.title === title); if (!item) throw new Error('it stands on the list'); return item }
  let sprint = '', road = '', parking = ''

  it('is proposed with the reds of the year, of which the ticked ones are put on', async () => {
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, [{ ...testType, key: 'blocker' }], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    road = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P1', name: '示例道路', of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    value(await projectHandlers.act(planner, { ...nothing, params: { id: road }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    parking = value(await planHandlers.make(planner, { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title: '新增停车位200个', verb: null, strength: 'complete', dueOn: '2025-09-30', leadUnit: street.id, coUnits: [], ground: '街道任务书' } })).id
    await watchProjects(planner)
    const { items } = value(await handlers.proposed(await here.ctx('supervisor'), nothing))
    expect(items.map(item => [item.kind, item.thing, item.unit?.id ?? null])).toEqual([['project', road, finance.id], ['commitment', parking, street.id]])

    const things: SprintThing[] = [{ kind: 'project', thing: road, title: '', unit: finance.id, reach: '补上落后的投资' }, { kind: 'other', thing: null, title: '清理拖欠账款', unit: street.id, reach: '清零' }]
    expect(await open({ until: '2025-10-09' })).toMatchObject({ refused: 'sprint-ends-before' })
    expect(await open({ from: '2025-09-01', until: '2025-10-08' })).toMatchObject({ refused: 'sprint-over-already' })
    expect(await open({ until: '2026-12-31' })).toMatchObject({ refused: 'sprint-too-long' })
    expect(await open({ every: 'day', from: '2025-10-18', until: '2025-10-19' })).toMatchObject({ refused: 'sprint-without-rounds' })
    expect(await open({ things: [things[0], things[0]].flatMap(thing => thing ?? []) })).toMatchObject({ refused: 'sprint-thing-twice' })
    expect(await open({ things: [{ kind: 'target', thing: v7(), title: '', unit: finance.id, reach: '完成' }] })).toMatchObject({ refused: 'unknown-sprint-thing' })
    sprint = value(await open({ things })).id
    expect(await one()).toMatchObject({ state: 'running', round: { no: 1, until: '2025-10-10' }, may: { hold: true } })
    expect((await one()).items.map(item => [item.title, item.unit.name, item.light, item.page])).toEqual([['示例道路', '区发展和改革局', 'off-pace', `/projects/${road}`], ['清理拖欠账款', '洪桥街道', null, null]])
  })

  it('takes more things, each once, and gives them up with a reason; who acts on what is not the newest is told', async () => {
    value(await act({ kind: 'put', thing: { kind: 'commitment', thing: parking, title: '', unit: street.id, reach: '200个全部验收' } }))
    expect(await act({ kind: 'put', thing: { kind: 'commitment', thing: parking, title: '', unit: statistics.id, reach: '验收' } })).toMatchObject({ refused: 'sprint-thing-twice', facts: { title: '新增停车位200个' } })
    value(await act({ kind: 'put', thing: { kind: 'other', thing: null, title: '迎检准备', unit: statistics.id, reach: '完成' } }))
    const extra = await itemOf('迎检准备')
    expect(await act({ kind: 'taken', item: extra.id, reason: '检查取消' }, 1)).toMatchObject({ refused: 'sprint-changed', facts: { name: '四季度攻坚', done: '列入事项、列入事项' } })
    value(await act({ kind: 'taken', item: extra.id, reason: '检查取消' }))
    expect(await act({ kind: 'taken', item: extra.id, reason: '检查取消' })).toMatchObject({ refused: 'unknown-sprint-thing' })
    expect(await one()).toMatchObject({ items: { length: 3 }, taken: [{ title: '迎检准备', reason: '检查取消' }] })
  })

  it('has its round told by the unit itself, which finds it in its inbox', async () => {
    at('2025-10-10')
    const words = await itemOf('清理拖欠账款')
    expect((await waiting('street')).map(({ name, no, until, count }) => [name, no, until, count])).toEqual([['四季度攻坚', 1, '2025-10-10', 2]])
    expect(await waiting('supervisor')).toEqual([])
    expect(await tell(words.id, 'department')).toMatchObject({ refused: 'not-your-round', facts: { unit: '洪桥街道' } })
    const { seq } = await one()
    value(await tell(words.id, 'street', false, seq))
    // What another unit told of another thing meanwhile is in nobody's way.
    value(await tell((await itemOf('示例道路')).id, 'department', false, seq))
    value(await act({ kind: 'put', thing: { kind: 'other', thing: null, title: '汇总材料', unit: statistics.id, reach: '完成' } }, seq))
    value(await act({ kind: 'taken', item: (await itemOf('汇总材料')).id, reason: '不需要' }))
    expect(await tell(words.id, 'street', true, 1)).toMatchObject({ refused: 'sprint-changed' })
    value(await tell(words.id, 'street-head', true))
    expect((await itemOf('清理拖欠账款'))).toMatchObject({ told: [{ round: 1, reached: true }], reached: true, toTell: false })
    expect((await waiting('street')).map(line => line.count)).toEqual([1])
  })

  it('tells which rounds were missed by whom once they are over', async () => {
    at('2025-10-18')
    expect((await one()).items.map(item => [item.title, item.missed])).toEqual([['示例道路', [2]], ['清理拖欠账款', []], ['新增停车位200个', [1, 2]]])
    value(await tell((await itemOf('新增停车位200个')).id, 'street'))
    expect((await itemOf('新增停车位200个')).told.map(one => one.round)).toEqual([3])
    const { items } = value(await handlers.sprints(await here.ctx('leader'), nothing))
    expect(items).toMatchObject([{ name: '四季度攻坚', state: 'running', items: 3, reached: 1, missed: 3, round: { no: 3 }, rounds: 13 }])
    const [mine] = (await one('street')).items.filter(item => item.mine)
    expect(mine?.unit.id).toBe(street.id)
  })

  it('brings what is behind before the next dispatch meeting, before the other reds and once', async () => {
    await watchProjects(await here.ctx('planner'))
    const { id } = value(await dispatch.propose(await here.ctx('supervisor'), { ...nothing, body: { day: '2025-10-18', most: 10 } }))
    const { agenda } = value(await dispatch.meeting(await here.ctx('leader'), { ...nothing, params: { id } }))
    expect(agenda.map(item => [item.kind, item.title.zh, item.since])).toEqual([['sprint', '新增停车位200个', '2025-10-11'], ['sprint', '示例道路', '2025-10-18']])
    expect(agenda[0]?.why.zh).toBe('四季度攻坚：2轮没有报；要求200个全部验收。')
  })

  it('is exported as a table', async () => {
    const file = value(await handlers.export(await here.ctx('leader'), { ...nothing, params: { id: sprint }, query: { form: 'csv' } }))
    const lines = new TextDecoder().decode(file.bytes).split('\r\n')
    expect(lines[0]).toBe('类别,事项,责任单位,到期要达到,灯,比进度快慢（点）,是否达到,最近填报,还差什么,填报轮次,漏报轮数,漏报截止日')
    expect(lines[2]).toBe('其他,清理拖欠账款,洪桥街道,清零,,,是,完成两层,,1,0,')
    expect(lines[3]).toContain('2025-10-10、2025-10-17')
  })

  it('ends by itself, may then still be closed with words, and after that nothing more', async () => {
    at('2026-01-01')
    const item = await itemOf('新增停车位200个')
    expect((await one()).state).toBe('over')
    expect(await tell(item.id, 'street')).toMatchObject({ refused: 'sprint-over' })
    expect(await waiting('street')).toEqual([])
    value(await act({ kind: 'closed', words: '停车位按期验收，道路转入下年' }))
    expect(await act({ kind: 'closed', words: '再次收官' })).toMatchObject({ refused: 'sprint-closed' })
    expect(await one()).toMatchObject({ state: 'closed', closed: { words: '停车位按期验收，道路转入下年' } })
  })

  it('is not told before it begins, and is seen by no other district', async () => {
    const later = value(await open({ from: '2026-03-02', until: '2026-06-30', things: [{ kind: 'other', thing: null, title: '汛前检查', unit: street.id, reach: '完成' }] })).id
    const ctx = await here.ctx('street'), { items } = value(await handlers.sprint(ctx, { ...nothing, params: { id: later } }))
    expect(await handlers.tell(ctx, { ...nothing, params: { id: later }, body: { seq: 1, telling: { item: items[0]?.id ?? '', words: '已开始', remains: '', reached: false } } })).toMatchObject({ refused: 'sprint-no-round' })
    const other = await freshDistrict({ district: 440103, beside: here, now: here.clock.now }), leader = await other.ctx('leader')
    expect(await handlers.sprint(leader, { ...nothing, params: { id: sprint } })).toMatchObject({ refused: 'unknown-sprint' })
    expect(await handlers.export(leader, { ...nothing, params: { id: sprint }, query: { form: 'csv' } })).toMatchObject({ refused: 'unknown-sprint' })
  })
})

describe('the routes of sprints', async () => {
  const { ask } = await testServer({ now: '2025-10-09T02:00:00.000Z' })
  const open = (role: Role, more: object = {}) => ask(role, { method: 'POST', url: '/api/sprints', payload: { ...frame, things: [], ...more } })

  it('let leaders, supervisors and planners open, everybody in the district see, and say what is wrong with what was sent', async () => {
    expect([(await open('department-head')).status, (await open('leader')).status, (await open('leader', { weekday: 8 })).status, (await open('leader', { things: [{ kind: 'other', thing: null, title: '', unit: v7(), reach: '完成' }] })).status]).toEqual([403, 200, 400, 400])
    expect(await open('leader', { things: [{ kind: 'other', thing: null, title: '示例', unit: v7(), reach: '完成' }] })).toMatchObject({ status: 404 })
    expect((await ask('street', { method: 'GET', url: '/api/sprints' })).body).toMatchObject({ items: [{ name: '四季度攻坚' }], may: { hold: false } })
    expect([(await ask('street', { method: 'GET', url: '/api/sprints/proposed' })).status, (await ask('auditor', { method: 'GET', url: '/api/sprints' })).status]).toEqual([403, 403])
  })
})
