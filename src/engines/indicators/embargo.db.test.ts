import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from '../../server/database/database.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api.ts'
import { type FigureGiven } from './contract.ts'
import { judgedTargetsOfYear } from './index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null } as const
const entry = { code: 'SECRET', name: { zh: '保密指标', en: 'Held back' }, unit: '亿元', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', basis: null, ownerUnit: null, formula: null, parts: [], embargoed: true, bands: null } as const

function value<T>(result: { readonly ok: boolean; readonly value?: T }): T {
  if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result))
  return result.value
}

describe('figures that are held back until published', async () => {
  const yuexiu = await freshDistrict({ now: '2023-08-29T02:00:00.000Z' })
  const { places } = yuexiu
  const as = (role: Role) => yuexiu.ctx(role)
  const indicator = value(await handlers.create(await as('planner'), { ...nothing, body: entry }))
  const given = (more: Partial<FigureGiven>): FigureGiven => ({ indicator: indicator.id, unit: places.district.id, period: '2023H1', vintage: 'quick', basis: null, level: { value: 777.25, unit: '亿元' }, change: null, rank: null, qualifier: null, saidOn: null, ground: '快报', submit: true, ...more })
  const approve = async (id: string, version: number, decision: 'approve' | 'publish' = 'approve') => value(await handlers.decide(await as('planner'), { ...nothing, params: { id }, body: { decision, reason: null, version } }))
  const held = await (async () => { const made = value(await handlers.enter(await as('planner'), { ...nothing, body: given({}) })); return approve(made.id, made.version) })()
  value(await handlers.promise(await as('planner'), { ...nothing, body: { indicator: indicator.id, unit: places.district.id, period: '2023', aspect: 'level', operator: '>=', value: 1000, stretch: null, measure: '亿元', hedge: null, reference: null, tiedTo: null, nature: 'expected', verb: null, saidOn: null, ground: '部署会' } }))
  const versionNow = async () => value(await handlers.embargo(await as('planner'), { ...nothing, params: { id: indicator.id } })).version
  const name = async (posts: string[]) => handlers.nameForEmbargo(await as('planner'), { ...nothing, params: { id: indicator.id }, body: { posts, version: await versionNow() } })

  /** Every place where the value could stand, as this person sees it. */
  async function placesWhereSeen(role: Role): Promise<string[]> {
    const ctx = await as(role)
    const looks: Record<string, unknown> = {
      list: value(await handlers.figures(ctx, { ...nothing, query: { limit: 50 } })),
      figure: await handlers.figure(ctx, { ...nothing, params: { id: held.id } }),
      register: value(await handlers.indicators(ctx, { ...nothing, query: { limit: 50 } })),
      page: value(await handlers.indicator(ctx, { ...nothing, params: { id: 'SECRET' }, query: {} })),
      targets: value(await handlers.targets(ctx, { ...nothing, query: { limit: 50 } })),
      lights: await ctx.read(tx => judgedTargetsOfYear(tx, ctx.district, 2023, ctx.today())),
      view: await ctx.read(tx => tx.selectFrom('indicators.v_figure').selectAll().where('district', '=', ctx.district).execute()),
    }
    return Object.entries(looks).filter(([, answer]) => JSON.stringify(answer).includes('777.25')).map(([place]) => place)
  }

  it('are seen nowhere by who neither handles nor is named for them', async () => {
    for (const role of ['leader', 'supervisor', 'street', 'department-head', 'auditor'] as const) expect([role, await placesWhereSeen(role)]).toEqual([role, []])
  })

  it('are seen by who enters and by who approves, but turn no light for anybody', async () => {
    for (const role of ['planner', 'statistician'] as const) expect([role, await placesWhereSeen(role)]).toEqual([role, ['list', 'figure', 'register', 'page', 'view']])
    const ctx = await as('planner')
    const [judged] = await ctx.read(tx => judgedTargetsOfYear(tx, ctx.district, 2023, ctx.today()))
    expect(judged).toMatchObject({ light: 'not-judged', said: [], pair: null })
  })

  it('stand in no file, whoever exports', async () => {
    for (const role of ['planner', 'statistician', 'leader'] as const) {
      const ctx = await as(role)
      const files = [await handlers.exportFigures(ctx, { ...nothing, query: { form: 'csv' } }), await handlers.exportRegister(ctx, { ...nothing, query: { form: 'csv' } }), await handlers.exportTargets(ctx, { ...nothing, query: { form: 'csv' } })]
      for (const file of files) expect(new TextDecoder().decode(value(file).bytes)).not.toContain('777.25')
    }
  })

  it('are seen by a named post, by nobody else of that unit, and no longer once the name is taken back', async () => {
    const named = value(await name([yuexiu.post('leader')]))
    expect(named.posts).toMatchObject([{ personName: 'leader（演示）', holds: true }])
    expect(await placesWhereSeen('leader')).toEqual(['list', 'figure', 'register', 'page', 'view'])
    expect(await placesWhereSeen('supervisor')).toEqual([])
    value(await name([]))
    expect(await placesWhereSeen('leader')).toEqual([])
  })

  it('are seen by the substitute to whom a named post was lent, and by nobody through a post that has ended', async () => {
    value(await name([yuexiu.post('leader')]))
    const seenBySubstitute = async () => (await placesWhereSeen('supervisor')).length > 0
    await within(yuexiu.db, { district: yuexiu.district, sees: 'district' }, tx => tx.insertInto('org.delegation').values({ district: yuexiu.district, id: '01890000-0000-7000-8000-0000000000d1', post: yuexiu.post('leader'), to_person: yuexiu.person('supervisor'), from_on: '2023-08-01', until_on: '2023-09-01', reason: '出差', withdrawn: false }).execute())
    expect(await seenBySubstitute()).toBe(true)
    yuexiu.clock.now = '2023-09-02T02:00:00.000Z'
    expect(await seenBySubstitute()).toBe(false)
    yuexiu.clock.now = '2023-08-29T02:00:00.000Z'
    await within(yuexiu.db, { district: yuexiu.district, sees: 'district' }, tx => tx.updateTable('org.post').set({ until_on: '2023-08-29' }).where('id', '=', yuexiu.post('leader')).execute())
    await expect(as('leader').then(ctx => ctx.actor.posts)).resolves.toEqual([])
    expect(await seenBySubstitute()).toBe(false)
    await within(yuexiu.db, { district: yuexiu.district, sees: 'district' }, tx => tx.updateTable('org.post').set({ until_on: null }).where('id', '=', yuexiu.post('leader')).execute())
  })

  it('are named for by a planner only, for an embargoed indicator, for posts that are there and hold', async () => {
    const planner = await as('planner')
    const open = value(await handlers.create(planner, { ...nothing, body: { ...entry, code: 'OPEN', name: { zh: '公开指标', en: 'Open' }, embargoed: false } }))
    expect(await handlers.nameForEmbargo(planner, { ...nothing, params: { id: open.id }, body: { posts: [], version: 1 } })).toMatchObject({ refused: 'not-embargoed' })
    expect(await name(['01890000-0000-7000-8000-00000000dead'])).toMatchObject({ refused: 'unknown-post' })
    expect(await handlers.nameForEmbargo(planner, { ...nothing, params: { id: indicator.id }, body: { posts: [], version: 1 } })).toMatchObject({ refused: 'changed-meanwhile' })
  })

  it('are open to all from the moment they are published, in files and lights too', async () => {
    await approve(held.id, held.version, 'publish')
    expect(await placesWhereSeen('street')).toEqual(['list', 'figure', 'register', 'page', 'targets', 'lights', 'view'])
    expect(new TextDecoder().decode(value(await handlers.exportFigures(await as('street'), { ...nothing, query: { form: 'csv' } })).bytes)).toContain('777.25')
  })
})
