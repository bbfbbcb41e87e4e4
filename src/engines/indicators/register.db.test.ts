import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { handlers } from './api.ts'
import { seedPublished, seedRegister } from './index.ts'
import { type Indicator } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const page = { limit: 50 }
const nobody = '00000000-0000-7000-8000-000000000000'
const given = { code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', basis: null, ownerUnit: null, formula: null, parts: [], embargoed: false, bands: null } as const

describe('the register of a district', async () => {
  const yuexiu = await freshDistrict()
  const { places } = yuexiu
  const planner = () => yuexiu.ctx('planner')

  it('takes the indicators of packs once, follows a pack that changes, and leaves alone what a person changed', async () => {
    const ctx = await planner()
    const entries = [
      { code: 'GDP', name: { zh: '地区生产总值', en: 'Gross product' }, aliases: ['GDP'], not: ['人均地区生产总值'], unit: '亿元', kind: 'flow' as const, ownerUnit: 'statistics' },
      { code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, aliases: ['固投'], unit: '亿元', kind: 'flow' as const },
    ]
    const seed = (list: typeof entries) => ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '1' }); return seedRegister(tx, ctx, list, key => (key === 'statistics' ? places.statistics.id : null)) })
    expect(await seed(entries)).toEqual({ added: 2, changed: 0 })
    expect(await seed(entries)).toEqual({ added: 0, changed: 0 })
    const list = value(await handlers.indicators(ctx, { ...nothing, query: page }))
    expect(list.items.map(i => [i.code, i.ownerName, i.aliases.length])).toEqual([['FAI', null, 1], ['GDP', '区统计局', 1]])
    const fai = list.items[0]
    if (!fai) throw new Error('no FAI')
    value(await handlers.edit(ctx, { ...nothing, params: { id: fai.id }, body: { name: { zh: '固定资产投资额', en: 'Investment' }, version: 1 } }))
    expect(await seed(entries.map(e => ({ ...e, unit: '万元' })))).toEqual({ added: 0, changed: 1 })
    expect(value(await handlers.indicators(ctx, { ...nothing, query: page })).items.map(i => [i.code, i.name.zh, i.unit])).toEqual([['FAI', '固定资产投资额', '亿元'], ['GDP', '地区生产总值', '万元']])
  })

  it('adds, changes and searches entries, each change once', async () => {
    const ctx = await planner()
    const lifts = value(await handlers.create(ctx, { ...nothing, body: given }))
    expect(await handlers.create(ctx, { ...nothing, body: given })).toMatchObject({ refused: 'indicator-code-taken', facts: { name: '加装电梯' } })
    expect(await handlers.create(ctx, { ...nothing, body: { ...given, code: 'OTHER', ownerUnit: nobody } })).toMatchObject({ refused: 'unknown-unit' })
    const edited = value(await handlers.edit(ctx, { ...nothing, params: { id: lifts.id }, body: { direction: 'down', version: 1 } }))
    expect(edited).toMatchObject({ direction: 'down', unit: '台', version: 2 })
    expect(await handlers.edit(ctx, { ...nothing, params: { id: lifts.id }, body: { direction: 'up', version: 1 } })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await handlers.edit(ctx, { ...nothing, params: { id: nobody }, body: { version: 1 } })).toMatchObject({ refused: 'unknown-indicator' })
    for (const q of ['加装', 'lifts', 'LIFTS']) expect(value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q } })).items.map(i => i.code)).toEqual(['LIFTS'])
    expect(value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q: '%' } })).total).toBe(0)
    const first = value(await handlers.indicators(ctx, { ...nothing, query: { limit: 1 } }))
    expect(first).toMatchObject({ total: 3, next: 'FAI' })
    expect(value(await handlers.indicators(ctx, { ...nothing, query: { limit: 2, after: 'FAI' } })).items.map(i => i.code)).toEqual(['GDP', 'LIFTS'])
  })

  it('remembers a confirmed name, tells near names apart, and gives no name to two entries', async () => {
    const ctx = await planner()
    const entry = async (): Promise<Indicator> => { const item = value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q: 'lifts' } })).items[0]; if (!item) throw new Error('gone'); return item }
    const name = '既有住宅增设电梯'
    expect(value(await handlers.match(ctx, { ...nothing, query: { name, unit: '台', beside: '' } })).candidates.some(c => c.certainty === 1)).toBe(false)
    const lifts = await entry()
    const named = value(await handlers.confirmName(ctx, { ...nothing, params: { id: lifts.id }, body: { name, scope: null, version: lifts.version } }))
    expect(named.aliases).toEqual([{ name, scope: null, confirmedBy: 'planner（演示）' }])
    expect(value(await handlers.match(ctx, { ...nothing, query: { name: `全年${name}`, unit: '台', beside: '' } })).candidates[0]).toMatchObject({ code: 'LIFTS', certainty: 1 })
    expect(await handlers.confirmName(ctx, { ...nothing, params: { id: lifts.id }, body: { name: 'GDP', scope: null, version: named.version } })).toMatchObject({ refused: 'name-of-another' })
    expect(await handlers.denyName(ctx, { ...nothing, params: { id: lifts.id }, body: { name, version: named.version } })).toMatchObject({ refused: 'own-name' })
    const apart = value(await handlers.denyName(ctx, { ...nothing, params: { id: lifts.id }, body: { name: '新装电梯', version: named.version } }))
    expect(apart.notNames).toEqual(['新装电梯'])
    const removed = value(await handlers.removeName(ctx, { ...nothing, params: { id: lifts.id }, body: { name, scope: null, version: (await entry()).version } }))
    expect(removed.aliases).toEqual([])
    expect(await handlers.removeName(ctx, { ...nothing, params: { id: lifts.id }, body: { name, scope: null, version: removed.version } })).toMatchObject({ refused: 'unknown-name' })
    expect(await handlers.removeName(ctx, { ...nothing, params: { id: lifts.id }, body: { name, scope: null, version: 1 } })).toMatchObject({ refused: 'changed-meanwhile' })
  })

  it('shows an indicator with its figures, derived values, doubts, papers and near entries', async () => {
    const ctx = await planner()
    const paper = (title: string, saidOn: string) => ({ kind: 'published' as const, title, section: '一', saidOn })
    const row = (period: string, level: number, change: number | null, title: string, saidOn: string) => ({ indicator: 'FAI', period, level: { value: level, unit: '亿元' }, change: change === null ? null : { value: change, unit: '%', base: '同比' }, basis: null, rank: null, source: paper(title, saidOn) })
    const seed = () => ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '2' }); return seedPublished(tx, ctx, places.district.id, { figures: [row('2021', 100, null, '2022年报告', '2022-02-01'), row('2022', 110, 15, '2023年报告', '2023-02-01'), row('2022', 112, null, '2024年报告', '2023-03-01')], targets: [] }) })
    expect(await seed()).toEqual({ figures: 3, targets: 0, unknown: [] })
    expect(await seed()).toEqual({ figures: 0, targets: 0, unknown: [] })
    const fai = value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q: '固投' } })).items[0]
    if (!fai) throw new Error('no FAI')
    expect(fai.latest).toMatchObject({ period: '2022', level: { value: 112, unit: '亿元' } })
    const shown = value(await handlers.indicator(ctx, { ...nothing, params: { id: fai.id }, query: {} }))
    expect(value(await handlers.indicator(ctx, { ...nothing, params: { id: 'FAI' }, query: {} })).indicator.id).toBe(fai.id)
    expect(shown.figures.map(f => [f.period, f.level?.value])).toEqual([['2022', 112], ['2022', 110], ['2021', 100]])
    expect(shown.derived).toMatchObject([{ kind: 'year-on-year', period: '2022', value: 12, said: { value: 15 }, doubt: { zh: '文件说增长15%，按两年数值推算为12%，相差超出四舍五入' } }])
    expect(shown.doubts).toMatchObject([{ period: '2022', words: { zh: '同一时期两处说法不同：112亿元 / 110亿元' } }])
    expect(shown.papers.map(p => p.title)).toEqual(['2024年报告', '2023年报告', '2022年报告'])
    expect(shown.units).toEqual([{ id: places.district.id, name: '区440104' }])
    expect(await handlers.indicator(ctx, { ...nothing, params: { id: nobody }, query: {} })).toMatchObject({ refused: 'unknown-indicator' })
    expect(await handlers.indicator(ctx, { ...nothing, params: { id: fai.id }, query: { unit: nobody } })).toMatchObject({ refused: 'unknown-unit' })
  })

  it('works a derived indicator out of its inputs and refuses one that comes back to itself', async () => {
    const ctx = await planner()
    const id = async (q: string) => value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q } })).items[0]?.id ?? ''
    const fai = await id('固投'), gdp = await id('GDP')
    const share = value(await handlers.create(ctx, { ...nothing, body: { ...given, code: 'FAI-SHARE', name: { zh: '投资率', en: 'Investment rate' }, unit: '%', kind: 'rate', aggregation: 'none', formula: { kind: 'ratio', inputs: [fai, gdp] } } }))
    await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '3' }); return seedPublished(tx, ctx, places.district.id, { figures: [{ indicator: 'GDP', period: '2021', level: { value: 400, unit: '亿元' }, change: null, basis: null, rank: null, source: { kind: 'published', title: '公报', section: '', saidOn: '2022-02-01' } }], targets: [] }) })
    expect(value(await handlers.indicator(ctx, { ...nothing, params: { id: share.id }, query: {} })).derived).toMatchObject([{ kind: 'formula', period: '2021', value: 25, unit: '%' }])
    expect(await handlers.edit(ctx, { ...nothing, params: { id: gdp }, body: { formula: { kind: 'sum', inputs: [fai, share.id] }, version: 2 } })).toMatchObject({ refused: 'formula-circle' })
    expect(await handlers.edit(ctx, { ...nothing, params: { id: gdp }, body: { parts: [gdp], version: 2 } })).toMatchObject({ refused: 'part-of-itself' })
    expect(await handlers.edit(ctx, { ...nothing, params: { id: gdp }, body: { parts: [nobody], version: 2 } })).toMatchObject({ refused: 'unknown-indicator' })
    expect(await handlers.edit(ctx, { ...nothing, params: { id: gdp }, body: { formula: { kind: 'sum', inputs: [fai, nobody] }, version: 2 } })).toMatchObject({ refused: 'unknown-indicator' })
  })

  it('leaves one entry in the trail for each change and none for a refusal', async () => {
    const { rows } = await sql<{ verb: string }>`select verb from audit.entry where verb like 'indicator.%' order by at, id`.execute(yuexiu.db)
    expect(rows.map(row => row.verb)).toEqual(['indicator.changed', 'indicator.added', 'indicator.changed', 'indicator.named', 'indicator.told-apart', 'indicator.name-removed', 'indicator.added'])
  })
})
