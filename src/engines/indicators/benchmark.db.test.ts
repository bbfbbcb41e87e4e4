import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { handlers } from './api.ts'
import { benchmarkHandlers } from './benchmark-api.ts'
import { mergeIndicators, seedPeers, seedPublished, seedRegister } from './index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'

describe('our district beside others', async () => {
  const yuexiu = await freshDistrict({ now: '2025-02-10T02:00:00.000Z' })
  const ctx = await yuexiu.ctx('planner')
  const entry = (code: string, zh: string) => ({ code, name: { zh, en: code }, unit: '亿元', kind: 'flow', frequency: 'quarter' }) as const
  const paper = { kind: 'published', title: '计划报告', section: '一', saidOn: '2025-02-01' } as const
  const row = { period: '2024', level: null, change: null, basis: null, rank: null, source: paper }
  await ctx.write(async (tx, note) => {
    await note({ verb: 'test', thing: 'test', thingId: '1' })
    await seedRegister(tx, ctx, [entry('PRODUCT', '生产总值'), entry('PRODUCT-TOO', '生产总值二'), entry('HELD', '保密的')])
    return seedPublished(tx, ctx, yuexiu.places.district.id, {
      figures: [{ ...row, indicator: 'PRODUCT', change: { value: 1.6, unit: '%', base: '' }, rank: '增速全市第二' }],
      targets: [{ indicator: 'PRODUCT', period: '2024', aspect: 'growth', operator: '>=', value: 4, measure: '%', hedge: null, verb: null, reference: null, nature: 'expected', source: { ...paper, saidOn: '2024-02-01' } }],
    })
  })
  const register = value(await handlers.indicators(ctx, { ...nothing, query: { limit: 50 } })).items
  const idOf = (code: string) => register.find(one => one.code === code)?.id ?? nobody
  const id = idOf('PRODUCT')
  const published = { title: '某区统计公报', section: '一', saidOn: '2025-01-28' }
  const peer = { code: '440105', name: '海珠区', period: '2024', level: null, growth: 5.1 as number | null, ...published }
  const enter = (given: object, indicator = id) => benchmarkHandlers.enterPeer(ctx, { ...nothing, params: { id: indicator }, body: { ...peer, ...given } })
  const claim = (given: object) => benchmarkHandlers.claimRank(ctx, { ...nothing, params: { id }, body: { period: '2024', scope: 'city', compared: 'growth', rank: 2, of: 3, ...published, ...given } })
  const choose = (code: string | null, was: string | null, indicator = id) => benchmarkHandlers.chooseBenchmark(ctx, { ...nothing, params: { id: indicator }, body: { code, was } })
  const page = async (query: object = {}, who = ctx, indicator = id) => value(await benchmarkHandlers.benchmarks(who, { ...nothing, params: { id: indicator }, query }))
  const verdicts = async () => (await page()).claims.map(one => one.agreement?.verdict ?? null)

  it('shows the places that papers claim before anything of another district is on file, and does not judge them', async () => {
    expect(await page()).toMatchObject({ period: '2024', periods: ['2024'], standings: [], peers: [], claims: [{ words: { zh: '增速全市第二' }, scope: 'city', of: null, entered: null, agreement: { verdict: 'cannot-say' } }] })
  })

  it('is placed among those whose published figures were entered, with its distance to the best, the chosen and its target', async () => {
    const made = value(await enter({}))
    expect(made).toMatchObject({ change: { value: 5.1, unit: '%' }, source: { kind: 'published', title: '某区统计公报' }, by: 'planner（演示）', withdrawn: null })
    expect(await choose('440106', null)).toMatchObject({ refused: 'peer-not-on-file' })
    value(await choose('440105', null))
    expect(await page()).toMatchObject({ benchmark: '440105', districts: [{ code: '440105' }], standings: [{ compared: 'growth', rank: 2, of: 2, toBest: -3.5, toBenchmark: -3.5, toTarget: -2.4 }] })
  })

  it('tells of a claim that it fits, that it differs or that not all districts are on file', async () => {
    value(await claim({}))
    expect((await verdicts())[0]).toBe('not-all-on-file')
    value(await enter({ code: '440106', name: '天河区', growth: 1.1 }))
    expect((await verdicts())[0]).toBe('fits')
    // A district of another city counts among all, not within the city.
    value(await enter({ code: '440305', name: '南山区', growth: 6 }))
    expect(await page()).toMatchObject({ standings: [{ rank: 3, of: 4 }] })
    expect((await verdicts())[0]).toBe('fits')
    const wrong = value(await claim({ rank: 1 }))
    expect(await verdicts()).toEqual(['differs', 'fits', 'cannot-say'])
    const withdrawn = await benchmarkHandlers.withdrawClaim(ctx, { ...nothing, params: { id: wrong.id }, body: { reason: '与公报不符', version: 1 } })
    expect(withdrawn).toMatchObject({ value: { withdrawn: { because: '与公报不符' }, version: 2 } })
    expect(await verdicts()).toEqual([null, 'fits', 'cannot-say'])
  })

  it('refuses what cannot be compared or stands already, and never deletes', async () => {
    expect(await enter({ code: '440104' })).toMatchObject({ refused: 'peer-is-ours' })
    expect(await enter({ growth: null })).toMatchObject({ refused: 'nothing-said' })
    expect(await enter({ code: '440103', level: { value: 3, unit: '人' } })).toMatchObject({ refused: 'other-measure' })
    expect(await enter({ growth: 7 })).toMatchObject({ refused: 'peer-on-file' })
    expect(await enter({}, nobody)).toMatchObject({ refused: 'unknown-indicator' })
    expect(await claim({ rank: 4 })).toMatchObject({ refused: 'rank-beyond', facts: { rank: 4, of: 3 } })
    expect(await choose('440106', null)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await benchmarkHandlers.withdrawPeer(ctx, { ...nothing, params: { id: nobody }, body: { reason: '测试', version: 1 } })).toMatchObject({ refused: 'unknown-peer-figure' })
    expect(await benchmarkHandlers.withdrawClaim(ctx, { ...nothing, params: { id: nobody }, body: { reason: '测试', version: 1 } })).toMatchObject({ refused: 'unknown-rank-claim' })
    const stands = (await page()).peers.find(one => one.code === '440305')
    const withdraw = (version: number) => benchmarkHandlers.withdrawPeer(ctx, { ...nothing, params: { id: stands?.id ?? nobody }, body: { reason: '不是同市', version } })
    expect(await withdraw(2)).toMatchObject({ refused: 'changed-meanwhile' })
    value(await withdraw(1))
    expect(await withdraw(2)).toMatchObject({ refused: 'withdrawn-already' })
    expect(await page()).toMatchObject({ standings: [{ of: 3 }], peers: expect.arrayContaining([expect.objectContaining({ code: '440305', withdrawn: expect.objectContaining({ because: '不是同市' }) })]) })
  })

  it('leaves the program as a sheet, with what was withdrawn and why', async () => {
    const file = async (what: 'figures' | 'claims') => new TextDecoder().decode(value(await benchmarkHandlers.exportBenchmarks(ctx, { ...nothing, params: { id }, query: { what, form: 'csv' } })).bytes)
    const figures = await file('figures')
    for (const words of ['海珠区', '440105', '某区统计公报', '已撤回：不是同市', '（本区）']) expect(figures).toContain(words)
    expect(await file('claims')).toContain('增速全市第2')
  })

  it('keeps our own figure from whoever may not see it before it is published', async () => {
    const held = idOf('HELD')
    const secret = value(await handlers.enter(ctx, { ...nothing, body: { indicator: held, unit: yuexiu.places.district.id, period: '2024', vintage: 'quick', basis: null, level: { value: 777.25, unit: '亿元' }, change: null, rank: '总量全市第一', qualifier: null, saidOn: null, ground: '快报', submit: true } }))
    value(await handlers.decide(ctx, { ...nothing, params: { id: secret.id }, body: { decision: 'approve', reason: null, version: secret.version } }))
    value(await enter({ level: { value: 500, unit: '亿元' }, growth: null }, held))
    const entryNow = value(await handlers.indicator(ctx, { ...nothing, params: { id: held }, query: {} })).indicator
    value(await handlers.edit(ctx, { ...nothing, params: { id: held }, body: { embargoed: true, version: entryNow.version } }))
    expect(await page({}, ctx, held)).toMatchObject({ standings: [{ rank: 1, of: 2 }], claims: [{ words: { zh: '总量全市第一' } }] })
    expect(await page({}, await yuexiu.ctx('leader'), held)).toMatchObject({ standings: [{ rank: null, of: 1 }], claims: [] })
    expect(new TextDecoder().decode(value(await benchmarkHandlers.exportBenchmarks(ctx, { ...nothing, params: { id: held }, query: { what: 'figures', form: 'csv' } })).bytes)).not.toContain('777.25')
  })

  it('keeps what was entered when two entries of the register become one: what stood twice stands once', async () => {
    const from = idOf('PRODUCT-TOO')
    value(await enter({ growth: 9 }, from))
    value(await enter({ code: '440112', name: '黄埔区', growth: 2 }, from))
    const entryNow = value(await handlers.indicator(ctx, { ...nothing, params: { id: from }, query: {} })).indicator
    value(await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '1' }); return mergeIndicators(tx, ctx, from, id, entryNow.version) }))
    const { peers, benchmark } = await page()
    expect(benchmark).toBe('440105')
    expect(peers.filter(one => one.code === '440105').map(one => [one.change?.value, one.withdrawn?.because ?? null])).toEqual(expect.arrayContaining([[5.1, null], [9, '生产总值二并入生产总值']]))
    expect(peers.find(one => one.code === '440112')).toMatchObject({ withdrawn: null })
  })

  it('made-up districts are put in place once and say that they are made up', async () => {
    const made = [{ indicator: 'PRODUCT', code: '440191', name: '示例甲区', period: '2023', growth: 3, saidOn: '2024-01-20', source: { kind: 'generated', seed: 'test' } }] as const
    const seed = () => ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'test', thingId: '1' }); return seedPeers(tx, ctx, made) })
    expect(await seed()).toMatchObject({ peers: 1 })
    expect(await seed()).toMatchObject({ peers: 0 })
    expect(await page({ period: '2023' })).toMatchObject({ peers: [{ source: { kind: 'generated' } }], standings: [{ rank: null, of: 1 }] })
  })
})
