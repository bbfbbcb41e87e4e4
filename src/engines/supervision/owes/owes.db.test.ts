import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testType } from '../../../../testkit/case-type.ts'
import { testRules } from '../../../../testkit/project.ts'
import { value } from '../../../../testkit/value.ts'
import { type Id } from '../../../kernel/id.ts'
import { supervision } from '../../../packs/supervision/pack.ts'
import { handlers as caseHandlers } from '../../cases/api.ts'
import { type Move } from '../../cases/contract.ts'
import { seedCaseTypes } from '../../cases/index.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as planHandlers } from '../../plan/api.ts'
import { handlers as projectHandlers } from '../../projects/api.ts'
import { findLateApprovals, seedProjectRules, watchProjects } from '../../projects/index.ts'
import { type ProjectAct } from '../../projects/schema.ts'
import { handlers as dispatchHandlers } from '../api.ts'
import { type MeetingAct } from '../schema.ts'
import { noticeHandlers } from '../notices/api.ts'
import { tendNotices } from '../notices/tending.ts'
import { owesHandlers } from './api.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const label = (zh: string) => ({ zh, en: zh })
const blockerType = { ...testType, key: 'blocker', prefix: 'DD', fields: ['project', 'project-id'].map(key => ({ key, name: label(key), input: 'text' as const, required: true, personal: false, asks: 'staff' as const })), onPortal: false, evidence: 0, steps: { file: false, sign: true, check: false, callBack: false }, categories: [{ key: 'pipes', name: label('管线') }], may: { ...testType.may, dispatched: ['desk', 'opener', 'supervisor', 'program'] as const } }

describe('what a unit owes', async () => {
  const here = await freshDistrict({ now: '2025-01-20T02:00:00.000Z' })
  const { finance, statistics, street, otherStreet } = here.places
  const planner = await here.ctx('planner')
  const at = (day: string) => { here.clock.now = `${day}T02:00:00.000Z` }
  const owes = async (role: Role, unit?: Id) => owesHandlers.owes(await here.ctx(role), { ...nothing, query: { ...(unit && { unit }) } })
  const step = async (id: string, move: Move, role: Role) => {
    const ctx = await here.ctx(role)
    const { seq } = value(await caseHandlers.one(ctx, { ...nothing, params: { id } }))
    return caseHandlers.move(ctx, { ...nothing, params: { id }, body: { seq, move } })
  }
  let notice = ''

  it('is nothing where nothing is wrong, and says whose list it is', async () => {
    expect(value(await owes('department'))).toMatchObject({ unit: { id: finance.id, name: '区发展和改革局' }, own: [{ id: finance.id }], today: '2025-01-20', items: [], counts: { all: 0, late: 0 }, cut: false, silences: 0 })
  })

  it('is all that was given to it, late first, each with its day and its page', async () => {
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [testRules])
      await seedCaseTypes(tx, planner, [blockerType, ...supervision.caseTypes ?? []], () => here.places.district.id)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    const road = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P1', name: '示例道路', of: 'construction', phase: 'started', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    value(await projectHandlers.act(planner, { ...nothing, params: { id: road }, body: { seq: 1, act: { kind: 'year-planned', year: 2025, total: 1200, months: null, reason: '' } } }))
    value(await projectHandlers.block(planner, { ...nothing, params: { id: road }, body: { kind: 'pipes', title: '燃气管迁改', words: '燃气管线未迁改', lead: statistics.id, co: [finance.id] } }))
    const promise = async (title: string, dueOn: string, leadUnit: Id, coUnits: Id[]) => value(await planHandlers.make(planner, { ...nothing, params: { year: 2025 }, body: { parent: null, kind: 'measure', title, verb: null, strength: 'complete', dueOn, leadUnit, coUnits, ground: '任务书' } }))
    await promise('逾期的承诺', '2025-02-28', finance.id, [street.id])
    await promise('年底的承诺', '2025-12-31', finance.id, [])
    const raised = value(await noticeHandlers.raise(await here.ctx('supervisor'), { ...nothing, body: { about: { kind: 'project', id: road, name: '示例道路' }, addressee: finance.id, grade: 'blue', grounds: '开工节点逾期', consequence: '' } }))
    notice = raised.case
    // Before it is approved the unit knows nothing of it.
    expect(value(await owes('department')).items.filter(item => item.kind === 'notice')).toEqual([])
    value(await step(notice, { kind: 'filed' }, 'leader'))
    await tendNotices(await here.ctx('planner'))
    const meeting = value(await dispatchHandlers.propose(await here.ctx('supervisor'), { ...nothing, body: { day: '2025-01-20', most: 10 } })).id
    const act = async (asked: MeetingAct) => { const ctx = await here.ctx('supervisor'); const { seq } = value(await dispatchHandlers.meeting(ctx, { ...nothing, params: { id: meeting } })); return value(await dispatchHandlers.act(ctx, { ...nothing, params: { id: meeting }, body: { seq, act: asked } })) }
    await act({ kind: 'item-added', title: '迎检', unit: null, why: '督导组到区', reason: '区长要求' })
    await act({ kind: 'held', chair: '区长', present: '发改局' })
    const item = value(await dispatchHandlers.meeting(await here.ctx('supervisor'), { ...nothing, params: { id: meeting } })).agenda.find(one => one.kind === 'other')?.key ?? ''
    await act({ kind: 'decided', item, words: '三月中旬前备齐材料', lead: finance.id, co: [street.id], dueOn: '2025-03-14', measure: '材料清单' })
    at('2025-03-11')
    await watchProjects(await here.ctx('planner'))
    const { items, counts, silences } = value(await owes('department'))
    expect(items.map(one => [one.kind, one.part, one.title.zh, one.dueOn, one.late, one.days])).toEqual([
      ['blocker', 'co', '燃气管迁改', '2025-01-21', true, -49],
      ['notice', 'lead', '提醒：示例道路', '2025-01-22', true, -48],
      ['month', 'lead', '示例道路', '2025-02-10', true, -29],
      ['commitment', 'lead', '逾期的承诺', '2025-02-28', true, -11],
      ['decision', 'lead', '三月中旬前备齐材料', '2025-03-14', false, 3],
      ['project', 'lead', '示例道路', null, false, null],
    ])
    expect(items.map(one => one.page)).toEqual([expect.stringMatching(/^\/cases\//), `/cases/${notice}`, `/projects/${road}`, expect.stringMatching(/^\/plan\/2025\?item=/), expect.stringMatching(/^\/plan\/2025\?item=/), `/projects/${road}`])
    expect(items.find(one => one.kind === 'month')?.why.zh).toBe('2025-01至2025-02共2个月的投资没有报。')
    expect(counts).toMatchObject({ all: 6, late: 4, kinds: { notice: { all: 1, late: 1 }, decision: { all: 1, late: 0 }, return: { all: 0, late: 0 } } })
    expect(silences).toBe(1)
    expect(value(await owes('supervisor', statistics.id)).items.map(one => [one.kind, one.part])).toEqual([['blocker', 'lead']])
    // A unit that helps sees its part.
    expect(value(await owes('street')).items.map(one => [one.kind, one.part, one.title.zh])).toEqual([['commitment', 'co', '逾期的承诺'], ['decision', 'co', '三月中旬前备齐材料']])
  })

  it('loses what was answered', async () => {
    value(await step(notice, { kind: 'signed' }, 'department'))
    value(await step(notice, { kind: 'answered', words: '已进场', result: 'done', evidence: [] }, 'department'))
    expect(value(await owes('department')).items.map(one => one.kind)).not.toContain('notice')
  })

  it('is seen by the unit, those above it, supervision and leaders, and by nobody else', async () => {
    expect(await owes('street', finance.id)).toMatchObject({ refused: 'not-your-unit', facts: { unit: '区发展和改革局' } })
    expect(await owes('street', otherStreet.id)).toMatchObject({ refused: 'not-your-unit' })
    expect(await owes('reader', finance.id)).toMatchObject({ refused: 'not-your-unit' })
    expect(value(await owes('street-head', here.places.community.id)).unit.name).toBe('三元宫社区')
    for (const role of ['supervisor', 'leader'] as const) expect(value(await owes(role, finance.id)).counts.all).toBe(5)
    expect(await owes('leader', notice)).toMatchObject({ refused: 'unknown-unit' })
    expect(await owesHandlers.exportOwes(await here.ctx('street'), { ...nothing, query: { unit: finance.id, form: 'csv' } })).toMatchObject({ refused: 'not-your-unit' })
  })

  it('is taken away as a table', async () => {
    const file = value(await owesHandlers.exportOwes(await here.ctx('department'), { ...nothing, query: { form: 'csv' } }))
    const lines = new TextDecoder().decode(file.bytes).trim().split(/\r?\n/)
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain('逾期（天）')
    expect(lines.some(line => line.includes('月度投资未报') && line.includes('29'))).toBe(true)
  })

  it('has what an office has had beyond its limit, until it is granted', async () => {
    const school = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P2', name: '示例学校', of: 'construction', phase: 'reserved', what: '', place: { unit: null, address: null, point: null }, total: 5000, owner: finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } })).id
    const act = async (seq: number, event: ProjectAct) => value(await projectHandlers.act(planner, { ...nothing, params: { id: school }, body: { seq, act: event } }))
    const late = async (role: Role) => { const ctx = await here.ctx(role); return ctx.read(tx => findLateApprovals(tx, ctx, ctx.actor.units)) }
    await act(1, { kind: 'approval-applied', line: 'environment', on: '2025-03-04', note: '' })
    expect(await late('department')).toEqual([]) // five working days: due today
    await act(2, { kind: 'approval-taken-back', line: 'environment', reason: '日期登错' })
    await act(3, { kind: 'approval-applied', line: 'environment', on: '2025-03-03', note: '' })
    expect(value(await owes('department')).items.find(one => one.kind === 'approval')).toMatchObject({ title: { zh: '示例学校：环评' }, dueOn: '2025-03-10', late: true, days: -1, page: `/projects/${school}` })
    expect(await late('department')).toMatchObject([{ project: school, line: 'environment', due: '2025-03-10', late: 1 }])
    expect(await late('street')).toEqual([])
    await act(4, { kind: 'approval-granted', line: 'environment', on: '2025-03-11', reference: '示例〔2025〕2号' })
    expect(await late('department')).toEqual([])
  })
})
