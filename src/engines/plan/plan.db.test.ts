import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context } from '../context.ts'
import { seedRegister, takeFigures, withdrawOrigin as withdrawFigures } from '../indicators/index.ts'
import { handlers } from './api.ts'
import { CommitmentGiven } from './contract.ts'
import { commitmentOf } from './domain/tree.ts'
import { findPlanYears, planYear, takeCommitments, treeOfYear, withdrawOrigin } from './index.ts'
import { refusals } from './refusals.ts'
import { type TakenCommitment } from './taking.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'
const paper = v7()

const from = (document: string): Source => ({ kind: 'document', document, title: '计划报告', section: '二', start: 0, end: 4, words: '优质项目', saidOn: '2023-02-14' })

describe('the plan of a year', async () => {
  const yuexiu = await freshDistrict()
  const { places } = yuexiu
  const unit = places.district.id
  const ctx = await yuexiu.ctx('planner')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => ctx.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  const year = (query: object = {}) => handlers.year(ctx, { ...nothing, params: { year: 2023 }, query })
  const tree = () => ctx.read(tx => treeOfYear(tx, ctx, 2023))

  const brought = await write(async tx => {
    await seedRegister(tx, ctx, [
      { code: 'PROJECTS', name: { zh: '引进优质项目', en: 'Good projects' }, unit: '个', kind: 'flow', ownerUnit: 'planning' },
      { code: 'LANDED', name: { zh: '落地优质项目', en: 'Good projects landed' }, unit: '个', kind: 'flow' },
    ], () => places.finance.id)
    const { rows } = await sql<{ id: string; code: string }>`select id, code from indicators.v_indicator order by code`.execute(tx)
    const [landed, projects] = rows
    if (!landed || !projects) throw new Error('no register')
    const target = { unit, period: '2023', aspect: 'level', operator: '>=', value: 280, stretch: null, measure: '个', hedge: '以上', reference: null, nature: 'expected', verb: '争取', saidOn: '2023-02-14', source: from(paper) } as const
    const taken = await takeFigures(tx, ctx, {
      origin: paper, targets: [{ ...target, fact: 'f1', indicator: projects.id }],
      figures: [{ fact: 'h1', indicator: projects.id, unit, period: '2023H1', vintage: 'published', basis: null, level: { value: 209, unit: '个' }, change: null, rank: null, qualifier: null, saidOn: '2023-08-29', source: from(paper) }],
    })
    return { projects: projects.id, landed: landed.id, target: taken.targetOf.get('f1') ?? nobody }
  })
  const line = (fact: string, kind: TakenCommitment['kind'], parent: string | null, title: string, target: string | null = null): TakenCommitment => ({ fact, kind, parent, title, verb: null, strength: 'plain', dueOn: '2023-12-31', source: from(paper), target })
  const items = [line('b1', 'chapter', null, '突出扩大内需'), line('b2', 'task', 'b1', '招商稳商'), line('f1', 'measure', 'b2', '引进优质项目：280个以上', brought.target), line('p1', 'measure', 'b2', '捷星总部大厦竣工'), line('b3', 'chapter', null, '科技创新')]

  it('takes a paper’s chapters, tasks and measures once, in its order', async () => {
    const take = () => write(tx => takeCommitments(tx, ctx, { origin: paper, year: 2023, items }))
    expect((await take()).commitments).toBe(5)
    expect((await take()).commitments).toBe(0)
    const nodes = await tree()
    expect(nodes.map(n => [n.title, n.kind, n.position, n.light, n.share])).toEqual([
      ['突出扩大内需', 'chapter', 1, 'on-pace', 0.7464], ['招商稳商', 'task', 1, 'on-pace', 0.7464], ['引进优质项目：280个以上', 'measure', 1, 'on-pace', 0.7464], ['捷星总部大厦竣工', 'measure', 2, 'not-judged', null], ['科技创新', 'chapter', 2, 'not-judged', null],
    ])
  })

  it('prints each target once with its sources, and nothing for what nobody has reported on', async () => {
    const plan = value(await year())
    expect(plan.lines).toHaveLength(1)
    expect(plan.lines[0]).toMatchObject({ code: 'PROJECTS', operator: '>=', target: 280, figure: 209, period: '2023H1', share: 0.7464, light: 'on-pace', owner: '区发展和改革局', sources: [{ of: 'target' }, { of: 'figure' }, { of: 'commitment' }] })
    expect(plan).toMatchObject({ on: '2023-08-29', papers: [{ document: paper, title: '计划报告' }], commitments: { measures: 2, measured: 1, done: 0, late: 0, unreported: 0 } })
    expect(value(await year({ on: '2024-01-01' })).commitments).toEqual({ measures: 2, measured: 1, done: 0, late: 1, unreported: 1 })
    expect(value(await year({ light: 'off-pace' })).lines).toEqual([])
    expect(value(await year({ q: '优质', kind: 'target', owner: '区发展和改革局' })).lines).toHaveLength(1)
    expect(value(await year({ on: '2023-07-01' })).lines[0]).toMatchObject({ figure: null, light: 'not-judged' })
    expect(value(await handlers.years(ctx, nothing)).years).toEqual([{ year: 2023, targets: 1, commitments: 5 }])
    expect(await ctx.read(tx => findPlanYears(tx, ctx.district))).toEqual([2023])
  })

  const named = async (title: string) => { const node = (await tree()).find(n => n.title === title); if (!node) throw new Error(`no ${title}`); return node }

  it('progress is entered with its evidence by who leads, and becomes a line', async () => {
    const building = await named('捷星总部大厦竣工')
    const entered = (who: Context, version: number, parts: object = {}) => handlers.progress(who, { ...nothing, params: { id: building.id }, body: { share: 0.4, onDay: '2023-06-30', note: '主体结构封顶', evidence: '监理月报第6期', version, ...parts } })
    const clerk = await yuexiu.ctx('department')
    expect(await entered(clerk, 1)).toMatchObject({ refused: 'not-permitted' })
    const led = value(await handlers.edit(ctx, { ...nothing, params: { id: building.id }, body: { leadUnit: places.finance.id, version: 1 } }))
    expect(led).toMatchObject({ leadUnit: places.finance.id, title: building.title, dueOn: '2023-12-31', version: 2 })
    expect(await entered(clerk, 1)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await entered(clerk, 2, { onDay: '2023-08-30' })).toMatchObject({ refused: 'day-not-come' })
    expect(value(await entered(clerk, 2))).toMatchObject({ version: 3, progress: [{ share: 0.4, by: 'department（演示）', evidence: '监理月报第6期' }] })
    const lines = value(await year()).lines
    expect(lines.find(l => l.kind === 'commitment')).toMatchObject({ code: '1.1.2', name: '捷星总部大厦竣工', figure: 40, expected: 50, gap: -10, light: 'off-pace', owner: '区发展和改革局' })
    expect(await named('招商稳商')).toMatchObject({ light: 'off-pace', share: 0.5732 })
    const linked = await named('引进优质项目：280个以上')
    expect(await handlers.progress(ctx, { ...nothing, params: { id: linked.id }, body: { share: 1, onDay: '2023-06-30', note: '完成了', evidence: '口头', version: linked.version } })).toMatchObject({ refused: 'measured-by-figures' })
  })

  it('keeps the history it is folded from', async () => {
    const building = await named('捷星总部大厦竣工')
    const shown = value(await handlers.commitment(ctx, { ...nothing, params: { id: building.id }, query: {} }))
    expect(shown.history.map(h => [h.seq, h.event.kind, h.by])).toEqual([[1, 'made', 'planner（演示）'], [2, 'edited', 'planner（演示）'], [3, 'progressed', 'department（演示）']])
    const folded = commitmentOf(shown.history.map(h => h.event))
    expect(shown.commitment).toMatchObject({ ...folded })
    expect(await handlers.commitment(ctx, { ...nothing, params: { id: nobody }, query: {} })).toMatchObject({ refused: 'unknown-commitment' })
  })

  const given = (parts: object) => CommitmentGiven.parse({ kind: 'measure', title: '新增口袋公园', dueOn: '2023-10-31', ground: '区长办公会', ...parts })
  const make = (parts: object) => handlers.make(ctx, { ...nothing, params: { year: 2023 }, body: given(parts) })

  it('a planner adds, moves, links and removes', async () => {
    const chapter = await named('科技创新'), task = await named('招商稳商')
    const park = value(await make({ parent: chapter.id, coUnits: [places.street.id] }))
    expect(park).toMatchObject({ parent: chapter.id, position: 1, origin: null, source: { kind: 'hand', ground: '区长办公会' } })
    expect(await make({ parent: park.id })).toMatchObject({ refused: 'kind-below' })
    expect(await make({ parent: nobody })).toMatchObject({ refused: 'unknown-commitment' })
    expect(await make({ leadUnit: nobody })).toMatchObject({ refused: 'unknown-unit' })
    expect(await handlers.make(ctx, { ...nothing, params: { year: 2024 }, body: given({ parent: chapter.id }) })).toMatchObject({ refused: 'other-year' })
    const moved = value(await handlers.move(ctx, { ...nothing, params: { id: park.id }, body: { parent: task.id, position: 1, version: 1 } }))
    expect(moved).toMatchObject({ parent: task.id, position: 1 })
    expect((await tree()).filter(n => n.parent === task.id).toSorted((a, b) => a.position - b.position).map(n => n.title)).toEqual(['新增口袋公园', '引进优质项目：280个以上', '捷星总部大厦竣工'])
    const above = await named('突出扩大内需')
    expect(await handlers.move(ctx, { ...nothing, params: { id: above.id }, body: { parent: task.id, position: 1, version: above.version } })).toMatchObject({ refused: 'parent-below-itself' })
    expect(await handlers.link(ctx, { ...nothing, params: { id: park.id }, body: { target: nobody, version: 2 } })).toMatchObject({ refused: 'unknown-target' })
    const linked = value(await handlers.link(ctx, { ...nothing, params: { id: park.id }, body: { target: brought.target, version: 2 } }))
    expect(linked.target).toBe(brought.target)
    value(await handlers.link(ctx, { ...nothing, params: { id: park.id }, body: { target: null, version: 3 } }))
    const remove = (id: string, version: number) => handlers.remove(ctx, { ...nothing, params: { id }, body: { reason: '重复录入', version } })
    expect(await remove(task.id, task.version)).toMatchObject({ refused: 'from-a-paper' })
    expect(await remove(park.id, 1)).toMatchObject({ refused: 'changed-meanwhile' })
    const full = value(await make({ kind: 'task', title: '绿美越秀' }))
    value(await make({ parent: full.id }))
    expect(await remove(full.id, 1)).toMatchObject({ refused: 'not-empty' })
    value(await remove(park.id, 4))
    expect(value(await handlers.find(ctx, { ...nothing, params: { year: 2023 }, query: { limit: 50, q: '口袋', kind: 'measure' } })).total).toBe(1)
    expect(value(await handlers.find(ctx, { ...nothing, params: { year: 2023 }, query: { limit: 2, unit: places.finance.id } })).items.map(c => c.title)).toEqual(['捷星总部大厦竣工'])
  })

  it('a commitment’s light may be overridden until a day', async () => {
    const building = await named('捷星总部大厦竣工')
    value(await handlers.override(await yuexiu.ctx('supervisor'), { ...nothing, params: { id: building.id }, body: { light: 'slipping', reason: '已现场核实，九月封顶', until: '2023-09-30' } }))
    expect(await named('捷星总部大厦竣工')).toMatchObject({ light: 'slipping', verdict: { light: 'off-pace' }, override: { by: 'supervisor（演示）' } })
    value(await handlers.withdrawOverride(ctx, { ...nothing, params: { id: building.id } }))
    expect(await named('捷星总部大厦竣工')).toMatchObject({ light: 'off-pace', override: null })
    expect(await handlers.override(ctx, { ...nothing, params: { id: nobody }, body: { light: 'done', reason: '没有的事项', until: '2023-09-30' } })).toMatchObject({ refused: 'unknown-commitment' })
  })

  it('is exported with its lights', async () => {
    const file = value(await handlers.exportYear(ctx, { ...nothing, params: { year: 2023 }, query: { form: 'csv' } }))
    expect(new TextDecoder().decode(file.bytes)).toContain('PROJECTS,引进优质项目,280个以上,209,个,2023H1,74.6%,24.64,正常')
  })

  it('two entries that are one are merged; commitments measured by the one that goes follow', async () => {
    const other = v7()
    const { target } = await write(async tx => {
      const taken = await takeFigures(tx, ctx, { origin: other, figures: [], targets: [{ unit, period: '2023', aspect: 'level', operator: '>=', value: 300, stretch: null, measure: '个', hedge: null, reference: null, nature: 'expected', verb: null, fact: 'x', indicator: brought.landed, saidOn: '2023-08-29', source: from(other) }] })
      const made = taken.targetOf.get('x') ?? nobody
      await takeCommitments(tx, ctx, { origin: other, year: 2023, items: [{ ...line('x', 'measure', null, '落地优质项目：300个以上', made), source: from(other) }] })
      return { target: made }
    })
    expect(target).not.toBe(brought.target)
    const merge = (into: string, version: number) => handlers.mergeIndicators(ctx, { ...nothing, params: { id: brought.landed }, body: { into, version } })
    expect(await merge(brought.landed, 1)).toMatchObject({ refused: 'same-indicator' })
    expect(await merge(nobody, 1)).toMatchObject({ refused: 'unknown-indicator' })
    expect(await merge(brought.projects, 9)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(value(await merge(brought.projects, 1))).toMatchObject({ targetsJoined: 1, indicator: { code: 'PROJECTS', aliases: [{ name: '落地优质项目' }] } })
    const lines = value(await year()).lines.filter(l => l.kind === 'target')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ target: 300, statements: 2, gap: 19.67 })
    expect((await named('落地优质项目：300个以上')).target).toBe(brought.target)
    await write(async tx => withdrawOrigin(tx, ctx, other, (await withdrawFigures(tx, ctx, other)).targetsGone))
    expect(value(await year()).lines.filter(l => l.kind === 'target')[0]).toMatchObject({ target: 280, statements: 1 })
  })

  it('retracting a paper removes its commitments; what carries a person’s progress stays and is told', async () => {
    const park = await named('新增口袋公园')
    value(await handlers.link(ctx, { ...nothing, params: { id: park.id }, body: { target: brought.target, version: park.version } }))
    const { targetsGone } = await write(tx => withdrawFigures(tx, ctx, paper))
    expect(targetsGone).toEqual([brought.target])
    const gone = await write(tx => withdrawOrigin(tx, ctx, paper, targetsGone))
    // 招商稳商 and its chapter stay because the building below them does.
    expect(gone).toMatchObject({ commitments: 2, released: 1 })
    expect((await named('新增口袋公园')).target).toBeNull()
    expect(gone.kept.map(k => k.title).toSorted()).toEqual(['招商稳商', '捷星总部大厦竣工', '突出扩大内需'])
    expect(await write(tx => withdrawOrigin(tx, ctx, paper))).toMatchObject({ commitments: 0 })
    expect(value(await year()).lines.map(l => l.name)).toEqual(['捷星总部大厦竣工'])
  })

  it('shows the same year to everybody who may see the plan', async () => {
    const seen = async (role: 'leader' | 'street' | 'grid') => { const who = await yuexiu.ctx(role); return (await who.read(tx => planYear(tx, who, 2023))).lines.map(l => [l.name, l.light]) }
    expect(await seen('street')).toEqual(await seen('leader'))
    expect(await seen('grid')).toEqual(await seen('leader'))
  })

  it('every refusal has a sentence in both languages', () => {
    for (const { zh, en } of Object.values(refusals)) expect([zh.length > 5, en.length > 5]).toEqual([true, true])
  })
})
