import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { testRules } from '../../../testkit/project.ts'
import { value } from '../../../testkit/value.ts'
import { type Id } from '../../kernel/id.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api.ts'
import { seedProjectRules } from './index.ts'
import { type Phase, type ProjectAct } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('contracts, land, approvals and the library', async () => {
  const here = await freshDistrict({ now: '2025-03-05T02:00:00.000Z' })
  const rule = async (rules: typeof testRules) => {
    const planner = await here.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedProjectRules(tx, planner, [rules])
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
  }
  await rule(testRules)
  const make = async (code: string, phase: Phase, total: number | null = 1000) => value(await handlers.make(await here.ctx('planner'), { ...nothing, body: { code, name: `示例${code}`, of: 'construction', phase, what: '', place: { unit: null, address: null, point: null }, total, owner: here.places.finance.id, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '入库' } })).id
  const one = async (id: Id) => value(await handlers.one(await here.ctx('reader'), { ...nothing, params: { id }, query: {} }))
  const act = async (id: Id, event: ProjectAct, role: Role = 'planner', seq?: number) => handlers.act(await here.ctx(role), { ...nothing, params: { id }, body: { seq: seq ?? (await one(id)).seq, act: event } })
  const signed: ProjectAct = { kind: 'contract-signed', number: 'HT-1', what: '主体施工', of: 'works', party: '示例公司', amount: 900, on: '2025-03-01' }

  it('contracts are told by the owner, struck off by a planner, and stay within the total', async () => {
    const id = await make('W-1', 'started')
    expect(await act(id, signed, 'street')).toMatchObject({ ok: false, refused: 'not-permitted' })
    value(await act(id, signed, 'department'))
    expect(await act(id, signed, 'department')).toMatchObject({ ok: false, refused: 'contract-number-taken' })
    expect(await act(id, { kind: 'contract-changed', number: 'HT-1', by: 100.5, reason: '设计变更', approval: '3号', on: '2025-03-04' }, 'department')).toMatchObject({ ok: false, refused: 'contracts-above-total', facts: { contracts: 1000.5, total: 1000 } })
    value(await act(id, { kind: 'contract-closed', number: 'HT-1', account: 880, on: '2025-03-04' }, 'department'))
    expect(await act(id, { kind: 'contract-struck', number: 'HT-1', reason: '误登' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect((await one(id)).project.contracts).toMatchObject([{ number: 'HT-1', amount: 900, closed: { account: 880 } }])
    value(await act(id, { kind: 'contract-struck', number: 'HT-1', reason: '误登' }))
    expect((await one(id)).project.contracts).toEqual([])
  })

  it('land and approvals are told step by step, and who acts on what is old is told what was done', async () => {
    const id = await make('W-2', 'reserved'), { seq } = await one(id)
    expect(await act(id, { kind: 'land-planned', households: 10, area: 100, buildings: 0, ground: '征收决定' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    value(await act(id, { kind: 'land-planned', households: 10, area: 100, buildings: 0, ground: '征收决定' }))
    expect(await act(id, { kind: 'land-told', on: '2025-03-04', signed: 4, cleared: 2, area: 50, demolished: 0, reason: '' }, 'department', seq)).toMatchObject({ ok: false, refused: 'project-changed', facts: { done: '核定征迁任务' } })
    value(await act(id, { kind: 'land-told', on: '2025-03-04', signed: 4, cleared: 2, area: 50, demolished: 0, reason: '' }, 'department'))
    expect((await one(id)).project.land.told).toMatchObject([{ signed: 4, by: 'department（演示）' }])
    expect(await act(id, { kind: 'approval-applied', line: 'building', on: '2025-03-04', note: '' }, 'department')).toMatchObject({ ok: false, refused: 'approval-former-open' })
    value(await act(id, { kind: 'approval-applied', line: 'land', on: '2025-03-03', note: '' }, 'department'))
    expect(await act(id, { kind: 'approval-not-needed', line: 'environment', on: '2025-03-04', reason: '豁免' }, 'department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    value(await act(id, { kind: 'approval-granted', line: 'land', on: '2025-03-04', reference: '示例〔2025〕1号' }, 'department'))
    expect((await one(id)).project.approvals).toMatchObject([{ line: 'land', steps: [{ kind: 'applied' }, { kind: 'granted', words: '示例〔2025〕1号' }] }])
  })

  it('the library of a year counts phases, and each number leads to its projects', async () => {
    const id = await make('W-3', 'planned', 500)
    const pool = async (year?: number) => handlers.pool(await here.ctx('reader'), { ...nothing, query: year === undefined ? {} : { year } })
    const names = async (choice: string) => value(await handlers.list(await here.ctx('reader'), { ...nothing, query: { limit: 50, order: 'code', pool: choice } })).items.map(row => row.code)
    const before = value(await pool())
    expect(before.phases.map(({ phase, there, came }) => [phase, there, came])).toEqual([['planned', 1, 1], ['reserved', 1, 1], ['started', 1, 1], ['operating', 0, 0]])
    expect(before.replenishment).toMatchObject({ reserved: { projects: 1, total: 1000 }, started: { projects: 1, total: 1000 }, byNumber: false, byMoney: false })
    expect(await names('there.planned')).toEqual(['W-3'])
    value(await act(id, { kind: 'phased', phase: 'reserved', on: '2025-03-05', words: '前期启动' }))
    const after = value(await pool())
    expect(after.phases[0]).toMatchObject({ there: 0, moved: 1, left: [{ into: 'reserved', projects: 1 }] })
    expect(after.replenishment).toMatchObject({ byNumber: true, byMoney: true })
    expect([await names('left.planned.reserved'), await names('came.reserved'), await names('old.reserved')]).toEqual([['W-3'], ['W-2', 'W-3'], []])
    value(await act(id, { kind: 'ended', on: '2025-03-05', reason: '不再建设' }))
    expect(await names('left.reserved.ended')).toEqual(['W-3'])
    const csv = value(await handlers.export(await here.ctx('reader'), { ...nothing, query: { form: 'csv', pool: 'there.started' } }))
    expect(new Set(Buffer.from(csv.bytes).toString('utf8').match(/W-\d/g))).toEqual(new Set(['W-1']))
    const ticked = value(await handlers.export(await here.ctx('reader'), { ...nothing, query: { form: 'csv', ids: [id], ended: true } }))
    expect(new Set(Buffer.from(ticked.bytes).toString('utf8').match(/W-\d/g))).toEqual(new Set(['W-3']))
    expect(value(await pool(2024)).phases.every(({ there }) => there === 0)).toBe(true)
  })

  it('has no library where no rules are set for it', async () => {
    const { pool: _, ...without } = testRules
    await rule(without)
    expect(await handlers.pool(await here.ctx('reader'), { ...nothing, query: {} })).toMatchObject({ ok: false, refused: 'no-pool-here' })
  })
})
