import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { type Role } from '../../org/schema.ts'
import { loadCommitment } from '../../plan/index.ts'
import { handlers as caseHandlers } from '../api.ts'
import { clusterHandlers as handlers } from './api.ts'
import { clustering } from './finding.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('what comes again and again', async () => {
  const { here, opened, one, list, move } = await hotline('2023-08-20T02:00:00.000Z')
  const { street, community, finance, otherStreet } = here.places
  const onDay = (day: number) => { here.clock.now = `2023-08-${day}T02:00:00.000Z` }
  const lift = (day: number, more = {}) => { onDay(day); return opened({ title: `${day}号楼电梯停运`, place: { unit: community.id, address: null, point: null }, ...more }) }
  const find = async (role: Role = 'supervisor') => value(await handlers.find(await here.ctx(role), nothing))
  const seen = async (role: Role, query = {}) => value(await handlers.clusters(await here.ctx(role), { ...nothing, query: { limit: 50, ...query } })).items
  const take = async (id: string, version: number, dueOn = '2023-12-31') => handlers.take(await here.ctx('supervisor'), { ...nothing, params: { id }, body: { version, title: '更新老旧电梯，根治停运', leadUnit: finance.id, coUnits: [street.id], dueOn, ground: '反复投诉，须治本' } })
  const cases: string[] = []

  it('is not there while it has not come often enough, and is offered once it has', async () => {
    for (const day of [20, 20, 21, 22]) cases.push(await lift(day))
    expect(await find()).toEqual({ offered: 0, joined: 0 })
    cases.push(await lift(22))
    const told = await lift(22)
    value(await move('dispatcher', told, { kind: 'voided', reason: '重复登记' }))
    expect(await find()).toEqual({ offered: 1, joined: 0 })
    expect(await find()).toEqual({ offered: 0, joined: 0 })
    const [found] = await seen('supervisor')
    expect(found).toMatchObject({ state: 'offered', street: { name: street.name }, community: { name: community.name }, words: ['号楼电梯停运'], cases: 5, open: 5, firstOn: '2023-08-20', lastOn: '2023-08-22', mayDecide: true, commitment: null })
    expect(found?.weeks).toHaveLength(13)
    expect(found?.weeks.slice(-2)).toEqual([{ from: '2023-08-14', n: 2 }, { from: '2023-08-21', n: 3 }])
  })

  it('is seen by who reads the cases of its street, with the cases they see, and by nobody else', async () => {
    expect(await seen('street')).toMatchObject([{ cases: 5, mayDecide: false }])
    expect(await seen('leader')).toHaveLength(1)
    expect(await seen('department')).toEqual([])
    const [{ id } = { id: '' }] = await seen('leader')
    expect(await handlers.one(await here.ctx('department'), { ...nothing, params: { id } })).toMatchObject({ ok: false, refused: 'unknown-cluster' })
    expect(await seen('leader', { within: otherStreet.id })).toEqual([])
    expect(await seen('leader', { containing: cases[0] })).toMatchObject([{ id }])
  })

  it('becomes a task of the plan, from which its cases can be opened; further ones join it until it is over', async () => {
    const [{ id, version } = { id: '', version: 0 }] = await seen('supervisor')
    expect(await take(id, version, '2023-08-01')).toMatchObject({ ok: false, refused: 'due-in-the-past' })
    expect(await take(id, version + 1)).toMatchObject({ ok: false, refused: 'cluster-decided' })
    const taken = value(await take(id, version))
    expect(taken).toMatchObject({ state: 'taken', mayDecide: false, commitment: { title: '更新老旧电梯，根治停运', year: 2023, lead: { name: finance.name }, dueOn: '2023-12-31', share: null }, decided: { reason: '反复投诉，须治本' } })
    expect(await take(id, taken.version)).toMatchObject({ ok: false, refused: 'cluster-decided' })
    const commitment = await (await here.ctx('planner')).read(tx => loadCommitment(tx, here.district, taken.commitment?.id ?? ''))
    expect(commitment).toMatchObject({ kind: 'task', leadUnit: finance.id, coUnits: [street.id], source: { kind: 'cases', counts: [{ n: 5, query: { cluster: id } }] } })
    expect((await list('supervisor', { cluster: id })).items.map(item => item.id).toSorted()).toEqual(cases.toSorted())
    expect(await list('department', { cluster: id })).toMatchObject({ items: [] })
    cases.push(await lift(23))
    expect(await find()).toEqual({ offered: 0, joined: 1 })
    expect(await seen('supervisor', { commitment: taken.commitment?.id })).toMatchObject([{ id, cases: 6 }])
    // Past its day, what comes is a matter of its own, once it is often enough.
    here.clock.now = '2024-01-05T02:00:00.000Z'
    for (const day of ['05', '06', '07', '08', '08']) { here.clock.now = `2024-01-${day}T02:00:00.000Z`; await opened({ title: '电梯停运' }) }
    expect(await find()).toEqual({ offered: 1, joined: 0 })
    expect((await seen('supervisor')).map(cluster => cluster.state)).toEqual(['offered', 'taken'])
  })

  it('stays away once it was dismissed, until it came again five times', async () => {
    const [{ id, version } = { id: '', version: 0 }] = await seen('supervisor', { state: 'offered' })
    const dismiss = async (role: Role, seenVersion: number) => handlers.dismiss(await here.ctx(role), { ...nothing, params: { id }, body: { version: seenVersion, reason: '物业已签维保合同' } })
    expect(value(await dismiss('supervisor', version))).toMatchObject({ state: 'dismissed', decided: { reason: '物业已签维保合同' } })
    expect(await dismiss('supervisor', version)).toMatchObject({ ok: false, refused: 'cluster-decided' })
    for (const day of [9, 10, 11, 12]) { here.clock.now = `2024-01-${String(day).padStart(2, '0')}T02:00:00.000Z`; await opened({ title: '电梯停运' }) }
    await clustering.run(await here.ctx('planner'))
    expect(await seen('supervisor', { state: 'offered' })).toEqual([])
    await opened({ title: '电梯停运' })
    await clustering.run(await here.ctx('planner'))
    expect(await seen('supervisor', { state: 'offered' })).toMatchObject([{ id, cases: 10, decided: null }])
    const page = value(await handlers.clusters(await here.ctx('supervisor'), { ...nothing, query: { limit: 1 } }))
    expect(value(await handlers.clusters(await here.ctx('supervisor'), { ...nothing, query: { limit: 1, after: page.next ?? '' } })).items).toMatchObject([{ state: 'taken' }])
    expect((await caseHandlers.cases(await here.ctx('leader'), { ...nothing, query: { limit: 5, order: 'newest', cluster: id } })).ok).toBe(true)
    expect(value(await one('supervisor', cases[0] ?? '')).id).toBe(cases[0])
  })
})
