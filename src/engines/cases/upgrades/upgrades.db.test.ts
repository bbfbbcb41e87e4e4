import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseType } from '../schema.ts'
import { seedCaseTypes } from '../index.ts'
import { handlers } from './api.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

/** The small hotline a year later: rubbish is called waste, stalls are no longer taken, ordinary matters have ten days. */
const later: CaseType = {
  ...testType, version: 2, upgrades: [{ from: 1, categories: { rubbish: 'waste' } }],
  categories: testType.categories.map(({ below, ...category }) => ({ ...category, ...(below && { below: below.flatMap(leaf => (leaf.key === 'rubbish' ? [{ ...leaf, key: 'waste' }] : [])) }) })),
  clocks: testType.clocks.map(clock => (clock.key === 'resolve' ? { ...clock, limit: { ...clock.limit, ordinary: { n: 10, unit: 'calendar-days' } } } : clock)),
}

describe('a new version of a type', async () => {
  const { here, opened, one, move } = await hotline()
  const lead = here.places.finance.id
  const rubbish = await opened({ dispatch: { lead, co: [], words: '' } })
  const stall = await opened({ category: 'stall', dispatch: { lead, co: [], words: '' } })
  const over = await opened()
  value(await move('dispatcher', over, { kind: 'voided', reason: '重复' }))
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => { await seedCaseTypes(tx, planner, [later], () => lead); await note({ verb: 'test', thing: 'test', thingId: 't' }) })
  const upgrade = async (check: boolean, key = 'hotline') => handlers.upgrade(await here.ctx('supervisor'), { ...nothing, params: { key }, body: { check } })

  it('leaves open cases under their own', async () => {
    expect(value(await one('dispatcher', rubbish)).type.version).toBe(1)
    expect(value(await one('dispatcher', await opened({ category: 'waste' }))).type.version).toBe(2)
    expect(value(await handlers.earlier(await here.ctx('supervisor'), { ...nothing, params: { key: 'hotline' } }))).toEqual({ key: 'hotline', inForce: 2, earlier: [{ version: 1, open: 2 }] })
  })

  it('says what would become of them, and changes nothing by saying it', async () => {
    const told = value(await upgrade(true))
    expect(told).toMatchObject({ moved: 1, stayed: [{ id: stall }], next: null })
    expect(told.stayed[0]?.because.zh).toMatch(/在新版事项类型中没有对应项/)
    expect(value(await one('dispatcher', rubbish)).type.version).toBe(1)
  })

  it('takes those that it knows how to take, which then go on under it', async () => {
    expect(value(await upgrade(false))).toMatchObject({ moved: 1 })
    const view = value(await one('dispatcher', rubbish))
    expect(view).toMatchObject({ type: { version: 2 }, seq: 4 })
    expect(view.clocks.find(c => c.key === 'resolve')?.dueAt).toBe('2023-09-08T15:59:59.999Z')
    value(await move('department', rubbish, { kind: 'signed' }))
    expect(value(await one('dispatcher', stall)).type.version).toBe(1)
    expect(value(await upgrade(false))).toMatchObject({ moved: 0 })
  })

  it('that is of no type is said so', async () => {
    expect(await upgrade(false, 'nothing')).toMatchObject({ ok: false, refused: 'unknown-case-type' })
    expect(await handlers.earlier(await here.ctx('supervisor'), { ...nothing, params: { key: 'nothing' } })).toMatchObject({ ok: false, refused: 'unknown-case-type' })
  })
})
