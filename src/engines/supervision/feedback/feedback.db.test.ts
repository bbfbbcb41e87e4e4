import { describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { v7 } from 'uuid'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testType } from '../../../../testkit/case-type.ts'
import { testRules } from '../../../../testkit/project.ts'
import { testServer } from '../../../../testkit/server.ts'
import { value } from '../../../../testkit/value.ts'
import { handlers as planHandlers } from '../../plan/api.ts'
import { type Id } from '../../../kernel/id.ts'
import { seedCaseTypes } from '../../cases/index.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as projectHandlers } from '../../projects/api.ts'
import { seedProjectRules, watchProjects } from '../../projects/index.ts'
import { feedbackWaiting } from '../waiting.ts'
import { feedbackHandlers as handlers } from './api.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const label = (zh: string) => ({ zh, en: zh })
const blockerType = { ...testType, key: 'blocker', prefix: 'DD', fields: ['project', 'project-id'].map(key => ({ key, name: label(key), input: 'text' as const, required: true, personal: false, asks: 'staff' as const })), onPortal: false, evidence: 0, steps: { file: false, sign: true, check: false, callBack: false }, categories: [{ key: 'pipes', name: label('管线') }], may: { ...testType.may, dispatched: ['desk', 'opener', 'supervisor', 'program'] as const } }

describe('the monthly feedback', async () => {
  const here = await freshDistrict({ now: '2025-01-10T02:00:00.000Z' })
  const { finance, street, community, otherStreet, statistics } = here.places
  const at = (day: string) => { here.clock.now = `${day}T02:00:00.000Z` }
  const generate = async (month: string, role: Role = 'supervisor') => handlers.generate(await here.ctx(role), { ...nothing, params: { month } })
  const month = async (role: Role = 'supervisor') => value(await handlers.month(await here.ctx(role), { ...nothing, params: { month: '2025-02' } }))
  const one = async (id: Id, role: Role = 'supervisor') => handlers.feedback(await here.ctx(role), { ...nothing, params: { id } })
  const write = async (id: Id, seq: number, words: string) => handlers.write(await here.ctx('supervisor'), { ...nothing, params: { id }, body: { seq, words } })
  const send = async (pages: { id: Id; seq: number }[]) => handlers.send(await here.ctx('supervisor'), { ...nothing, body: { pages } })
  const acknowledge = async (id: Id, seq: number, reply: string, role: Role) => handlers.acknowledge(await here.ctx(role), { ...nothing, params: { id }, body: { seq, reply } })
  const waiting = async (role: Role) => { const ctx = await here.ctx(role); return ctx.read(tx => feedbackWaiting(tx, ctx)) }
  const measure = async (title: string, leadUnit: Id, dueOn: string) => value(await planHandlers.make(await here.ctx('planner'), { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title, verb: null, strength: 'complete', dueOn, leadUnit, coUnits: [], ground: '任务书' } })).id

  it('is worked out for every department and street at once; what communities have is their street’s, and who has nothing to hear gets none', async () => {
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, [blockerType], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    const road = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P1', name: '示例道路', of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    value(await projectHandlers.act(planner, { ...nothing, params: { id: road }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    value(await projectHandlers.block(planner, { ...nothing, params: { id: road }, body: { kind: 'pipes', title: '燃气管迁改', words: '燃气管线未迁改', lead: finance.id, co: [] } }))
    const done = await measure('统计改革方案', finance.id, '2025-06-30')
    await measure('新增停车位200个', street.id, '2025-02-20')
    await measure('社区食堂开张', community.id, '2025-03-20')
    at('2025-02-18')
    const clerk = await here.ctx('department'), { commitment } = value(await planHandlers.commitment(clerk, { ...nothing, params: { id: done }, query: {} }))
    value(await planHandlers.progress(clerk, { ...nothing, params: { id: done }, body: { version: commitment.version, onDay: '2025-02-18', share: 1, note: '方案已印发', evidence: '发文〔2025〕1号' } }))
    at('2025-03-11')
    await watchProjects(await here.ctx('planner'))

    expect(await generate('2025-04')).toMatchObject({ refused: 'feedback-month-ahead' })
    expect(value(await generate('2025-02'))).toEqual({ month: '2025-02', made: 2, renewed: 0, kept: 0, silent: 2 })
    const { rows, silent } = await month()
    expect(rows.map(row => [row.unit.name, row.state, row.seq])).toEqual([['洪桥街道', 'generated', 1], ['区发展和改革局', 'generated', 1]])
    expect(silent.map(unit => unit.id).toSorted()).toEqual([otherStreet.id, statistics.id].toSorted())
  })

  const pageOf = async (unit: Id) => { const row = (await month()).rows.find(one => one.unit.id === unit); if (!row) throw new Error('it has a page'); return row }

  it('says what was done, what is behind and what is asked until when, and what comes next', async () => {
    const { sheet } = value(await one((await pageOf(finance.id)).id))
    expect(sheet.good.map(line => [line.kind, line.title.zh])).toEqual([['commitment', '统计改革方案']])
    expect(sheet.behind.map(line => [line.kind, line.title.zh, line.light, line.until])).toEqual([['project', '示例道路', 'off-pace', '2025-03-25'], ['blocker', '示例道路：燃气管迁改', null, '2025-03-25'], ['month', '示例道路', null, '2025-03-25']])
    expect(sheet.shares).toEqual({ months: { part: 0, whole: 1 }, returns: { part: 0, whole: 0 }, cases: sheet.shares.cases })
    const streets = value(await one((await pageOf(street.id)).id)).sheet
    expect([streets.behind.map(line => line.title.zh), streets.next.map(line => [line.title.zh, line.until])]).toEqual([['新增停车位200个'], [['社区食堂开张', '2025-03-20']]])
  })

  it('is seen before it is sent by supervision and leaders only', async () => {
    const { id } = await pageOf(finance.id)
    expect([(await one(id, 'leader')).ok, (await one(id, 'department-head')).ok]).toEqual([true, false])
    expect(await one(id, 'department-head')).toMatchObject({ refused: 'unknown-feedback' })
    expect(await month('department')).toMatchObject({ rows: [], silent: [] })
    expect(await acknowledge(id, 1, '', 'department')).toMatchObject({ refused: 'feedback-not-sent' })
  })

  it('is worked out anew while it is not sent, keeps the words added, and who acts on what is not the newest is told', async () => {
    const { id } = await pageOf(street.id)
    value(await write(id, 1, '停车位请抓紧验收'))
    expect(await write(id, 1, '再加一句')).toMatchObject({ refused: 'feedback-changed', facts: { unit: '洪桥街道', done: '写入意见' } })
    await measure('雨污分流改造', street.id, '2025-03-05')
    expect(value(await generate('2025-02'))).toMatchObject({ made: 0, renewed: 2, kept: 0 })
    expect(value(await one(id))).toMatchObject({ words: '停车位请抓紧验收', seq: 3, state: 'generated' })
    expect(value(await one(id)).sheet.behind.map(line => line.title.zh)).toEqual(['新增停车位200个', '雨污分流改造'])
    expect(await send([{ id, seq: 2 }, await pageOf(finance.id)].map(({ id: page, seq }) => ({ id: page, seq })))).toMatchObject({ refused: 'feedback-changed' })
    expect((await month()).rows.map(row => row.state)).toEqual(['generated', 'generated'])
  })

  it('is sent all at once and frozen from then on', async () => {
    expect(value(await send((await month()).rows.map(({ id, seq }) => ({ id, seq }))))).toEqual({ sent: 2, dueOn: '2025-03-14' })
    const page = await pageOf(street.id)
    expect(page).toMatchObject({ state: 'sent', sentOn: '2025-03-11', dueOn: '2025-03-14', late: false })
    expect(await send([{ id: page.id, seq: page.seq }])).toMatchObject({ refused: 'feedback-sent' })
    expect(await write(page.id, page.seq, '补一句')).toMatchObject({ refused: 'feedback-sent' })
    await measure('老旧小区加装电梯', street.id, '2025-03-01')
    expect(value(await generate('2025-02'))).toMatchObject({ made: 0, renewed: 0, kept: 2 })
    expect(value(await one(page.id)).sheet.behind.map(line => line.title.zh)).toEqual(['新增停车位200个', '雨污分流改造'])
  })

  it('waits in the inbox of the unit, whose people see and acknowledge it, once', async () => {
    const mine = await pageOf(finance.id), { id, seq } = mine
    expect([(await waiting('department')).mine.map(page => page.id), (await waiting('street')).mine.map(page => page.unit), (await waiting('supervisor')).mine]).toEqual([[id], [street.id], []])
    expect((await month('department')).rows.map(row => row.unit.id)).toEqual([finance.id])
    expect(value(await one(id, 'department')).may).toEqual({ hold: false, acknowledge: true })
    expect((await one(id, 'street')).ok).toBe(false)
    expect(await acknowledge(id, seq, '', 'street')).toMatchObject({ refused: 'not-your-feedback', facts: { unit: '区发展和改革局' } })
    const both = await Promise.all([acknowledge(id, seq, '已部署追赶措施', 'department'), acknowledge(id, seq, '', 'department-head')])
    expect(both.map(result => (result.ok ? 'done' : result.refused)).toSorted()).toEqual(['done', 'feedback-changed'])
    expect(await acknowledge(id, seq + 1, '', 'department')).toMatchObject({ refused: 'feedback-acknowledged' })
    expect((await waiting('department')).mine).toEqual([])
  })

  it('is late once the third working day is over; supervision sees who is, and a late acknowledgement stays marked', async () => {
    const { id, seq } = await pageOf(street.id)
    at('2025-03-14')
    expect([(await pageOf(street.id)).late, (await waiting('supervisor')).late.length]).toEqual([false, 0])
    at('2025-03-15')
    expect([(await pageOf(street.id)).late, (await waiting('supervisor')).late.map(page => page.unitName), (await waiting('street')).late]).toEqual([true, ['洪桥街道'], []])
    value(await acknowledge(id, seq, '已排期', 'street-head'))
    expect(await pageOf(street.id)).toMatchObject({ state: 'replied', late: true })
    const { items } = value(await handlers.months(await here.ctx('leader'), nothing))
    expect(items).toMatchObject([{ month: '2025-02', pages: 2, generated: 0, sent: 0, late: 1 }])
    expect((value(await one(id)).history).map(step => step.what.zh)).toEqual(['生成', '写入意见', '重新生成', '发出', '签收'])
  })

  it('is printed as a Word file', async () => {
    const { id } = await pageOf(street.id)
    const file = value(await handlers.paper(await here.ctx('street'), { ...nothing, params: { id } }))
    expect(file.name).toBe('洪桥街道2025年2月反馈.docx')
    const text = strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '|')
    for (const words of ['二、落后的和要求', '新增停车位200个', '办结，或报请调整时限', '督查意见：停车位请抓紧验收', '（逾期）', '回复：已排期']) expect(text).toContain(words)
    expect(await handlers.paper(await here.ctx('department'), { ...nothing, params: { id } })).toMatchObject({ refused: 'unknown-feedback' })
  })

  it('is seen by no other district', async () => {
    const other = await freshDistrict({ district: 440103, beside: here, now: here.clock.now }), { id, seq } = await pageOf(street.id)
    expect(await handlers.feedback(await other.ctx('supervisor'), { ...nothing, params: { id } })).toMatchObject({ refused: 'unknown-feedback' })
    expect(await handlers.send(await other.ctx('supervisor'), { ...nothing, body: { pages: [{ id, seq }] } })).toMatchObject({ refused: 'unknown-feedback' })
    expect(value(await handlers.months(await other.ctx('leader'), nothing)).items).toEqual([])
    expect(await acknowledge(v7(), 1, '', 'street')).toMatchObject({ refused: 'unknown-feedback' })
  })
})

describe('the routes of the monthly feedback', async () => {
  const { ask } = await testServer({ now: '2025-03-11T02:00:00.000Z' })

  it('let supervision work it out and send, units acknowledge, and tell a month that is none', async () => {
    const generate = (role: Role, month = '2025-02') => ask(role, { method: 'POST', url: `/api/feedback/months/${month}` })
    expect([(await generate('department-head')).status, (await generate('leader')).status, (await generate('supervisor', '2025-13')).status]).toEqual([403, 200, 400])
    const refused = await ask('leader', { method: 'POST', url: `/api/feedback/${v7()}/acknowledge`, payload: { seq: 1, reply: '' } })
    expect([refused.status, (await ask('street', { method: 'GET', url: '/api/feedback/months' })).status, (await ask('auditor', { method: 'GET', url: '/api/feedback/months' })).status]).toEqual([403, 200, 403])
    expect((await ask('supervisor', { method: 'POST', url: '/api/feedback/send', payload: { pages: [] } })).status).toBe(400)
  })
})
