import { describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { v7 } from 'uuid'
import { freshDistrict } from '../../../testkit/district.ts'
import { testType } from '../../../testkit/case-type.ts'
import { testRules } from '../../../testkit/project.ts'
import { testServer } from '../../../testkit/server.ts'
import { value } from '../../../testkit/value.ts'
import { type Id } from '../../kernel/id.ts'
import { seedCaseTypes } from '../cases/index.ts'
import { seedRegister, takeFigures } from '../indicators/index.ts'
import { type Role } from '../org/schema.ts'
import { handlers as planHandlers } from '../plan/api.ts'
import { lookAtLights } from '../plan/index.ts'
import { handlers as projectHandlers } from '../projects/api.ts'
import { seedProjectRules, watchProjects } from '../projects/index.ts'
import { handlers } from './api.ts'
import { type MeetingAct } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const source = { kind: 'published', title: '2025年计划报告', section: '二', saidOn: '2025-02-01' } as const
const label = (zh: string) => ({ zh, en: zh })
const blockerType = { ...testType, key: 'blocker', prefix: 'DD', fields: ['project', 'project-id'].map(key => ({ key, name: label(key), input: 'text' as const, required: true, personal: false, asks: 'staff' as const })), onPortal: false, evidence: 0, steps: { file: false, sign: true, check: false, callBack: false }, categories: [{ key: 'pipes', name: label('管线') }], may: { ...testType.may, dispatched: ['desk', 'opener', 'supervisor', 'program'] as const } }

describe('the weekly dispatch', async () => {
  const here = await freshDistrict({ now: '2025-01-20T02:00:00.000Z' })
  const { finance, statistics, street } = here.places
  const at = (day: string) => { here.clock.now = `${day}T02:00:00.000Z` }
  const propose = async (day: string, role: Role = 'supervisor', most = 10) => handlers.propose(await here.ctx(role), { ...nothing, body: { day, most } })
  const one = async (id: Id, role: Role = 'reader') => value(await handlers.meeting(await here.ctx(role), { ...nothing, params: { id } }))
  const act = async (id: Id, asked: MeetingAct, role: Role = 'supervisor', seq?: number) => handlers.act(await here.ctx(role), { ...nothing, params: { id }, body: { seq: seq ?? (await one(id)).seq, act: asked } })
  const today = async (since?: string) => handlers.today(await here.ctx('leader'), { ...nothing, query: { ...(since && { since }) } })
  const decisions = async (query: object = {}) => value(await handlers.decisions(await here.ctx('leader'), { ...nothing, query: { limit: 50, which: 'unfinished', ...query } }))
  const progress = async (id: Id, share: number) => {
    const ctx = await here.ctx('department')
    const { commitment } = value(await planHandlers.commitment(ctx, { ...nothing, params: { id }, query: {} }))
    value(await planHandlers.progress(ctx, { ...nothing, params: { id }, body: { version: commitment.version, onDay: ctx.today(), share, note: '已迁改验收', evidence: '验字〔2025〕3号' } }))
  }
  const held: MeetingAct = { kind: 'held', chair: '区长', present: '发改局、统计局\n洪桥街道' }
  const decided = (item: string, more: Partial<Extract<MeetingAct, { kind: 'decided' }>> = {}): MeetingAct => ({ kind: 'decided', item, words: '三月中旬前迁完燃气管线', lead: finance.id, co: [street.id], dueOn: '2025-03-14', measure: '现场验收单', ...more })
  let first = '', second = ''

  it('begins with an empty agenda where nothing is wrong, and the daily watch has nothing to tell', async () => {
    expect(value(await today())).toMatchObject({ since: '2025-01-19', until: '2025-01-20', worse: 0, groups: [], cut: false, lastMeeting: null })
    const { id } = value(await propose('2025-01-20'))
    expect(await one(id)).toMatchObject({ day: '2025-01-20', state: 'proposed', agenda: [], left: [], may: { hold: false } })
    value(await act(id, { kind: 'withdrawn', reason: '本周不开' }))
    expect(await act(id, held)).toMatchObject({ refused: 'meeting-over' })
  })

  it('writes its first page from red projects, old blockers, red targets and late commitments', async () => {
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, [blockerType], () => null)
      await seedRegister(tx, planner, [{ code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow', ownerUnit: 'statistics' }], () => statistics.id)
      const [indicator] = (await tx.selectFrom('indicators.v_indicator').select('id').execute()).map(row => row.id)
      const said = { indicator: indicator ?? '', unit: here.places.district.id, source, saidOn: '2025-01-10' }
      await takeFigures(tx, planner, {
        origin: v7(), targets: [{ fact: 't', ...said, period: '2025', aspect: 'level', operator: '>=', value: 120, stretch: null, measure: '台', hedge: null, reference: null, nature: 'expected', verb: null }],
        figures: ['2025-01', '2025-02'].map(period => ({ fact: period, ...said, saidOn: '2025-03-05', period, vintage: 'published', basis: null, level: { value: 1, unit: '台' }, change: null, rank: null, qualifier: null })),
      })
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    const make = async (code: string, name: string) => value(await projectHandlers.make(planner, { ...nothing, body: { code, name, of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    const road = await make('P1', '示例道路')
    value(await projectHandlers.act(planner, { ...nothing, params: { id: road }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    value(await projectHandlers.block(planner, { ...nothing, params: { id: road }, body: { kind: 'pipes', title: '燃气管迁改', words: '燃气管线未迁改', lead: statistics.id, co: [] } }))
    value(await planHandlers.make(planner, { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title: '新增停车位200个', verb: null, strength: 'complete', dueOn: '2025-02-28', leadUnit: street.id, coUnits: [], ground: '街道任务书' } }))
    const look = async () => { const ctx = await here.ctx('planner'); await ctx.write(async (tx, note) => { await lookAtLights(tx, ctx, 2025); await note({ verb: 'test', thing: 'test', thingId: 't' }) }) }
    await look()
    at('2025-03-11')
    await look()
    await watchProjects(await here.ctx('planner'))

    const both = await Promise.all([propose('2025-03-12'), propose('2025-03-12', 'supervisor', 5)])
    expect(both.map(result => (result.ok ? 'done' : result.refused)).toSorted()).toEqual(['done', 'meeting-that-day'])
    const { open } = value(await handlers.meetings(planner, { ...nothing, query: { limit: 10 } }))
    first = open?.id ?? ''
    expect((await one(first)).agenda.map(item => [item.kind, item.title.zh, item.unit?.name, item.since, item.light])).toEqual([
      ['project', '示例道路', '区发展和改革局', '2025-03-11', 'off-pace'],
      ['blocker', '示例道路：燃气管迁改', '区统计局', '2025-01-20', 'off-pace'],
      ['target', '加装电梯', '区统计局', '2025-03-11', 'off-pace'],
      ['commitment', '新增停车位200个', '洪桥街道', '2025-03-01', 'not-judged'],
    ])
  })

  it('is proposed once for a day, one at a time, and for no day that is past', async () => {
    expect(await propose('2025-03-12')).toMatchObject({ refused: 'meeting-that-day' })
    expect(await propose('2025-03-19')).toMatchObject({ refused: 'meeting-open', facts: { day: '2025-03-12' } })
    expect(await propose('2025-03-10')).toMatchObject({ refused: 'meeting-day-past' })
  })

  it('takes matters on and off by hand, with the reason and the name, and keeps that when worked out anew', async () => {
    value(await act(first, { kind: 'item-added', title: '下周迎检', unit: street.id, why: '督导组到区', reason: '区长要求' }))
    expect(await act(first, { kind: 'item-added', title: '下周迎检', unit: v7(), why: '督导组到区', reason: '区长要求' })).toMatchObject({ refused: 'unknown-unit' })
    value(await act(first, { kind: 'item-removed', key: (await one(first)).agenda.find(item => item.kind === 'target')?.key ?? '', reason: '数字有误，正在核' }))
    value(await act(first, { kind: 'renewed', most: 5 }, 'leader'))
    const view = await one(first)
    expect(view.agenda.map(item => [item.kind, item.added?.reason ?? null])).toEqual([['project', null], ['blocker', null], ['commitment', null], ['other', '区长要求']])
    expect(view.removed).toMatchObject([{ title: { zh: '加装电梯' }, reason: '数字有误，正在核', by: 'supervisor（演示）' }])
    expect(view.history.map(step => [step.by, step.what.zh])).toEqual([['supervisor（演示）', '拟开会议'], ['supervisor（演示）', '增加议题'], ['supervisor（演示）', '去掉议题'], ['leader（演示）', '重新生成议题']])
  })

  it('is held on its day, and its decisions become commitments of the plan', async () => {
    expect(await act(first, held)).toMatchObject({ refused: 'meeting-ahead' })
    at('2025-03-12')
    expect(await act(first, decided('other/1'))).toMatchObject({ refused: 'meeting-not-held' })
    value(await act(first, held))
    expect(await act(first, { kind: 'withdrawn', reason: '改期' })).toMatchObject({ refused: 'meeting-held' })
    const { agenda } = await one(first), key = agenda[0]?.key ?? ''
    expect(await act(first, decided('other/1'))).toMatchObject({ refused: 'unknown-agenda-item' })
    expect(await act(first, decided(key, { dueOn: '2025-03-11' }))).toMatchObject({ refused: 'decision-due-before' })
    expect(await act(first, decided(key, { co: [finance.id] }))).toMatchObject({ refused: 'lead-is-co-unit' })
    expect(await act(first, decided(key, { lead: v7() }))).toMatchObject({ refused: 'unknown-unit' })
    value(await act(first, decided(key)))
    value(await act(first, decided(key, { words: '补报两个月投资', dueOn: '2025-03-18', co: [] })))
    value(await act(first, decided(agenda[1]?.key ?? '', { words: '迁改方案报区政府', dueOn: '2025-03-28', lead: statistics.id, co: [] })))
    expect(await act(first, { kind: 'item-removed', key, reason: '已经解决' })).toMatchObject({ refused: 'item-decided' })
    const view = await one(first)
    expect(view.decisions.map(d => [d.no, d.itemTitle, d.words, d.lead.name, d.co.map(unit => unit.name), d.state])).toEqual([[1, '示例道路', '三月中旬前迁完燃气管线', '区发展和改革局', ['洪桥街道'], 'open'], [2, '示例道路', '补报两个月投资', '区发展和改革局', [], 'open'], [3, '示例道路：燃气管迁改', '迁改方案报区政府', '区统计局', [], 'open']])
    const { commitment } = value(await planHandlers.commitment(await here.ctx('reader'), { ...nothing, params: { id: view.decisions[0]?.commitment?.id ?? '' }, query: {} }))
    expect(commitment).toMatchObject({ year: 2025, kind: 'measure', parent: null, title: '三月中旬前迁完燃气管线', dueOn: '2025-03-14', leadUnit: finance.id, coUnits: [street.id], source: { kind: 'hand', name: 'supervisor（演示）', ground: '调度会 2025-03-12 第1项' } })
  })

  it('tells who acts on what is not the newest what was done since, and loses nothing of two at once', async () => {
    const { seq, agenda } = await one(first), key = agenda[0]?.key ?? ''
    const both = await Promise.all([act(first, decided(key, { words: '街道做好围挡', dueOn: '2025-04-30' }), 'leader', seq), act(first, { kind: 'closed', words: '按分工抓落实' }, 'supervisor', seq)])
    expect(both.map(result => (result.ok ? 'done' : result.refused)).toSorted()).toEqual(['done', 'meeting-changed'])
    if ((await one(first)).state === 'held') value(await act(first, { kind: 'closed', words: '按分工抓落实' }))
    expect(await act(first, held, 'supervisor', seq)).toMatchObject({ refused: 'meeting-changed' })
    expect(await act(first, decided(key))).toMatchObject({ refused: 'meeting-over' })
    expect(await propose('2025-03-12')).toMatchObject({ refused: 'meeting-that-day' })
    const id = v7(), ctx = await here.ctx('supervisor')
    for (const result of [await handlers.meeting(ctx, { ...nothing, params: { id } }), await handlers.paper(ctx, { ...nothing, params: { id } }), await handlers.act(ctx, { ...nothing, params: { id }, body: { seq: 1, act: held } })]) expect(result).toMatchObject({ refused: 'unknown-meeting' })
  })

  it('has decisions done when the plan is told so, and late after their day; the next agenda begins with those that are not done', async () => {
    const [moved] = (await one(first)).decisions
    await progress(moved?.commitment?.id ?? '', 1)
    at('2025-03-19')
    await watchProjects(await here.ctx('planner'))
    expect((await one(first)).decisions.slice(0, 3).map(d => [d.state, d.commitment?.share ?? null, d.commitment?.told?.evidence ?? null])).toEqual([['done', 1, '验字〔2025〕3号'], ['late', null, null], ['open', null, null]])
    second = value(await propose('2025-03-19')).id
    expect((await one(second)).agenda.slice(0, 2).map(item => [item.kind, item.title.zh, item.why.zh, item.since])).toEqual([
      ['late-decision', '补报两个月投资', '2025-03-12调度会第2项，应于3月18日前办结，已逾期1天；尚未填报进展。', '2025-03-19'],
      ['open-decision', '迁改方案报区政府', '2025-03-12调度会第3项，应于3月28日前办结，还有9天；尚未填报进展。', '2025-03-12'],
    ])
    expect((await one(second)).agenda.filter(item => item.kind === 'commitment').map(item => item.title.zh)).toEqual(['新增停车位200个'])
    const { items } = value(await handlers.meetings(await here.ctx('reader'), { ...nothing, query: { limit: 10 } }))
    expect(items.map(row => [row.day, row.state, row.decisions.done, row.decisions.late])).toEqual([['2025-03-19', 'proposed', 0, 0], ['2025-03-12', 'closed', 1, 1], ['2025-01-20', 'withdrawn', 0, 0]])
  })

  it('lists decisions that are not finished, late ones first, page by page and as a table', async () => {
    const all = await decisions()
    expect(all.items[0]).toMatchObject({ no: 2, state: 'late', meeting: { day: '2025-03-12' } })
    const [page, rest] = [await decisions({ limit: 1 }), await decisions({ limit: 10, after: '1' })]
    expect([page.next, page.total, rest.items.length, rest.next]).toEqual(['1', all.total, all.total - 1, null])
    expect((await decisions({ unit: statistics.id })).items.map(d => d.no)).toEqual([3])
    expect((await decisions({ which: 'all', meeting: first })).items.map(d => d.state)).toContain('done')
    const file = value(await handlers.exportDecisions(await here.ctx('reader'), { ...nothing, query: { which: 'all', form: 'csv' } }))
    const [head, line] = new TextDecoder().decode(file.bytes).split('\r\n')
    expect(head).toBe('调度会,序号,议题,决定事项,怎样算办结,牵头单位,配合单位,办结时限,计划中的时限,状态,进展（%）,最近填报,填报内容,佐证材料')
    expect(line).toBe('2025-03-12,2,示例道路,补报两个月投资,现场验收单,区发展和改革局,,2025-03-18,2025-03-18,逾期,,,,')
  })

  it('says so where the plan has a decision no more', async () => {
    const last = (await one(first)).decisions.find(d => d.no === 3)
    const planner = await here.ctx('planner')
    value(await planHandlers.remove(planner, { ...nothing, params: { id: last?.commitment?.id ?? '' }, body: { version: 1, reason: '已并入另一项' } }))
    expect((await one(first)).decisions.find(d => d.no === 3)).toMatchObject({ state: 'dropped', commitment: null, words: '迁改方案报区政府' })
    expect((await decisions()).items.map(d => d.no)).not.toContain(3)
  })

  it('tells every day what changed, by the unit that answers', async () => {
    const watched = value(await today('2025-03-11'))
    expect(watched).toMatchObject({ since: '2025-03-11', until: '2025-03-19', lastMeeting: '2025-03-12' })
    const mine = watched.groups.find(group => group.unit?.id === finance.id)
    expect(mine?.changes.map(change => [change.kind, change.title.zh, change.was, change.light])).toEqual([['decision', '补报两个月投资', null, 'off-pace'], ['project', '示例道路', 'not-judged', 'off-pace'], ['month', '示例道路', null, null]])
    expect(watched.groups.find(group => group.unit?.id === statistics.id)?.changes).toMatchObject([{ kind: 'plan', title: { en: 'Lifts' }, light: 'off-pace', turn: 'worse', on: '2025-03-11', page: '/register/LIFTS?year=2025' }])
    expect(value(await today()).groups.flatMap(group => group.changes.map(change => change.kind))).toEqual(['decision'])
    // Figures that came in are one line for the unit that owns their indicators.
    const figures = value(await today('2025-01-01')).groups.flatMap(group => group.changes.filter(change => change.kind === 'figures').map(change => ({ of: group.unit?.name, ...change })))
    expect(figures).toMatchObject([{ of: '区统计局', title: { zh: '2个新数值', en: '2 new figures' }, because: { zh: '加装电梯。', en: 'Lifts.' }, turn: 'other', light: null, page: '/register/figures' }])
    expect(await today('2025-03-20')).toMatchObject({ refused: 'watch-ahead' })
  })

  it('is printed as a Word file', async () => {
    const file = value(await handlers.paper(await here.ctx('leader'), { ...nothing, params: { id: first } }))
    expect(file.name).toBe('区4401042025年3月12日调度会议题和决定事项.docx')
    const text = strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '|')
    for (const words of ['红灯项目1项，久未解决的堵点1项，逾期的承诺事项1项，其他议题1项。', '主持：区长', '到会：发改局、统计局、洪桥街道', '经人工去掉：加装电梯（数字有误，正在核）。', '会议小结：按分工抓落实', '补报两个月投资', '逾期']) expect(text).toContain(words)
  })

  it('is seen by no other district', async () => {
    const other = await freshDistrict({ district: 440103, beside: here, now: here.clock.now })
    expect(await handlers.meeting(await other.ctx('leader'), { ...nothing, params: { id: second } })).toMatchObject({ refused: 'unknown-meeting' })
    expect(value(await handlers.meetings(await other.ctx('leader'), { ...nothing, query: { limit: 10 } }))).toMatchObject({ total: 0, open: null })
  })
})

describe('the routes of the weekly dispatch', async () => {
  const { ask } = await testServer({ now: '2025-03-11T02:00:00.000Z' })
  const propose = (role: Role) => ask(role, { method: 'POST', url: '/api/dispatch/meetings', payload: { day: '2025-03-12' } })

  it('let everybody see, leaders, supervisors and planners hold, and administrators do neither', async () => {
    expect([(await propose('department-head')).status, (await propose('leader')).status, (await propose('planner')).status]).toEqual([403, 200, 422])
    expect((await ask('street', { method: 'GET', url: '/api/dispatch/meetings' })).body).toMatchObject({ total: 1, open: { day: '2025-03-12' }, may: { hold: false } })
    expect((await ask('auditor', { method: 'GET', url: '/api/dispatch/today' })).status).toBe(403)
    expect(await ask('supervisor', { method: 'POST', url: '/api/dispatch/meetings', payload: { day: '2025-03-12' } })).toMatchObject({ status: 422, body: { detail: '2025-03-12已有一次调度会。请另选日期。' } })
  })
})
