import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context } from '../context.ts'
import { handlers } from './api.ts'
import { StatementGiven } from './contract.ts'
import { seedLightRules, seedPublished, seedRegister, takeFigures, withdrawOrigin, type Taking } from './index.ts'
import { oursFromTheStart } from './domain/parameters.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const page = { limit: 50 }
const nobody = '00000000-0000-7000-8000-000000000000'
const february = v7(), august = v7()

describe('targets and what papers bring', async () => {
  const yuexiu = await freshDistrict()
  const unit = yuexiu.places.district.id
  const ctx = await yuexiu.ctx('planner')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => ctx.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  const idOf = async (code: string) => value(await handlers.indicators(ctx, { ...nothing, query: { ...page, q: code } })).items.find(i => i.code === code)?.id ?? nobody
  await write(tx => seedRegister(tx, ctx, [
    { code: 'GDP', name: { zh: '地区生产总值', en: 'Gross product' }, unit: '亿元', kind: 'flow' },
    { code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, unit: '亿元', kind: 'flow' },
    { code: 'PROJECTS', name: { zh: '引进优质项目', en: 'Good projects' }, unit: '个', kind: 'flow' },
    { code: 'INCOME', name: { zh: '居民收入', en: 'Income' }, unit: '元', kind: 'rate' },
  ]))
  const [gdp, fai, projects, income] = await Promise.all(['GDP', 'FAI', 'PROJECTS', 'INCOME'].map(idOf))
  if (!gdp || !fai || !projects || !income) throw new Error('no register')
  const lightsNow = async (year = 2023) => value(await handlers.targets(ctx, { ...nothing, query: { ...page, year } })).items

  const source = (document: string, title: string, saidOn: string): Source => ({ kind: 'document', document, title, section: '二', start: 0, end: 4, words: '增长10%以上', saidOn })
  const target = { unit, period: '2023', operator: '>=', stretch: null, hedge: '以上', reference: null, nature: 'expected' } as const
  const plan: Taking = {
    origin: february, figures: [], aliases: [{ indicator: projects, name: '全年落地优质项目' }],
    indicators: [{ id: v7(), name: '建设智税服务站点', unit: '个', kind: 'flow' }],
    targets: [
      { ...target, fact: 'f1', indicator: fai, aspect: 'growth', value: 10, measure: '%', verb: '力争', saidOn: '2023-02-14', source: source(february, '计划报告', '2023-02-14') },
      { ...target, fact: 'f2', indicator: projects, aspect: 'level', value: 280, measure: '个', verb: '争取', saidOn: '2023-02-14', source: source(february, '计划报告', '2023-02-14') },
      { ...target, fact: 'f3', indicator: income, aspect: 'level', operator: 'tied', value: null, measure: '', verb: null, reference: '与经济增长基本同步', saidOn: '2023-02-14', source: source(february, '计划报告', '2023-02-14') },
    ],
  }
  const station = plan.indicators?.[0]?.id ?? nobody
  const withStation: Taking = { ...plan, targets: [...plan.targets, { ...target, fact: 'f4', indicator: station, aspect: 'level', value: 10, measure: '个', verb: null, saidOn: '2023-02-14', source: source(february, '计划报告', '2023-02-14') }] }
  const half: Taking = {
    origin: august,
    figures: [
      { fact: 'h1', indicator: fai, unit, period: '2023H1', vintage: 'published', basis: null, level: null, change: { value: 8.4, unit: '%', base: '同比' }, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') },
      { fact: 'h2', indicator: projects, unit, period: '2023H1', vintage: 'published', basis: null, level: { value: 209, unit: '个' }, change: null, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') },
      { fact: 'h3', indicator: gdp, unit, period: '2023H1', vintage: 'published', basis: null, level: null, change: { value: 5.3, unit: '%', base: '同比' }, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') },
      { fact: 'h4', indicator: income, unit, period: '2023H1', vintage: 'published', basis: null, level: null, change: { value: 5.5, unit: '%', base: '同比' }, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') },
    ],
    targets: [{ ...target, fact: 't1', indicator: fai, aspect: 'growth', value: 10, measure: '%', verb: '确保', saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') }],
  }
  const counts = async () => (await sql<{ n: string }>`select (select count(*) from indicators.figure) || ' ' || (select count(*) from indicators.target) || ' ' || (select count(*) from indicators.statement) || ' ' || (select count(*) from indicators.alias) || ' ' || (select count(*) from indicators.indicator) as n`.execute(yuexiu.db)).rows[0]?.n

  it('a paper is taken once, however often it is accepted', async () => {
    expect(await write(tx => takeFigures(tx, ctx, withStation))).toMatchObject({ figures: 0, statements: 4, targets: 4, indicators: 1, aliases: 1 })
    expect(await write(tx => takeFigures(tx, ctx, withStation))).toMatchObject({ figures: 0, statements: 0, targets: 0, indicators: 0, aliases: 0 })
    expect(await counts()).toBe('0 4 4 1 5')
    expect((await lightsNow()).map(t => [t.indicatorName, t.light, t.verdict.rule])).toEqual([['固定资产投资', 'not-judged', 'no-figure'], ['居民收入', 'not-judged', 'no-figure'], ['建设智税服务站点', 'not-judged', 'no-figure'], ['引进优质项目', 'not-judged', 'no-figure']])
  })

  it('the later paper’s figures find the earlier paper’s targets, and its own words are a second statement', async () => {
    expect(await write(tx => takeFigures(tx, ctx, half))).toMatchObject({ figures: 4, statements: 1, targets: 0 })
    const lines = await lightsNow()
    const investment = lines.find(t => t.indicatorCode === 'FAI')
    expect(investment).toMatchObject({ light: 'slipping', verb: '确保', words: '增长10%以上', verdict: { gap: -1.6 }, figure: { period: '2023H1', change: { value: 8.4 } } })
    expect(investment?.statements.map(s => s.verb)).toEqual(['力争', '确保'])
    expect(lines.find(t => t.indicatorCode === 'PROJECTS')).toMatchObject({ light: 'on-pace', share: 0.7464, verdict: { gap: 24.64 } })
    expect(lines.find(t => t.indicatorCode === 'INCOME')).toMatchObject({ light: 'on-pace', tiedTo: gdp, verdict: { rule: 'tied', gap: 0.2 } })
  })

  it('a published row of the same statement stands beside the paper’s and doubles nothing', async () => {
    const rows = { figures: [], targets: [{ indicator: 'FAI', period: '2023', aspect: 'growth', operator: '>=', value: 10, measure: '%', hedge: '以上', verb: '力争', reference: null, nature: 'expected', source: { kind: 'published', title: '计划报告', section: '二', saidOn: '2023-02-14' } }] } as const
    expect(await write(tx => seedPublished(tx, ctx, unit, rows))).toMatchObject({ targets: 1 })
    expect(await write(tx => seedPublished(tx, ctx, unit, rows))).toMatchObject({ targets: 0 })
    expect(await write(tx => seedPublished(tx, ctx, unit, { figures: [], targets: [{ ...rows.targets[0], indicator: 'NOPE' }] }))).toEqual({ figures: 0, targets: 0, unknown: ['NOPE'] })
    const lines = await lightsNow()
    expect(lines).toHaveLength(4)
    expect(lines.find(t => t.indicatorCode === 'FAI')?.statements).toHaveLength(3)
  })

  it('retracting a paper removes exactly what it brought', async () => {
    const before = await counts()
    const gone = await write(tx => withdrawOrigin(tx, ctx, august))
    expect(gone).toMatchObject({ figures: 4, statements: 1, targetsGone: [], targetsKept: [expect.any(String)] })
    expect((await lightsNow()).find(t => t.indicatorCode === 'FAI')).toMatchObject({ verb: '力争', light: 'not-judged', statements: [{}, {}] })
    expect(await write(tx => withdrawOrigin(tx, ctx, august))).toMatchObject({ figures: 0, statements: 0 })
    await write(tx => takeFigures(tx, ctx, half))
    expect(await counts()).toBe(before)
  })

  it('an indicator that the paper created stays while something else rests on it, and says so', async () => {
    value(await handlers.enter(ctx, { ...nothing, body: { indicator: station, unit, period: '2023H1', vintage: 'quick', basis: null, level: { value: 3, unit: '个' }, change: null, rank: null, qualifier: null, saidOn: null, ground: '税务局来函', submit: true } }))
    const first = await write(tx => withdrawOrigin(tx, ctx, february))
    expect(first).toMatchObject({ statements: 4, aliases: 1, indicatorsGone: [], indicatorsKept: [{ name: '建设智税服务站点' }] })
    expect(first.targetsGone).toHaveLength(3)
    await sql`delete from indicators.figure where indicator = ${station}`.execute(yuexiu.db)
    expect((await write(tx => withdrawOrigin(tx, ctx, february))).indicatorsGone).toEqual([station])
    await write(tx => takeFigures(tx, ctx, withStation))
    expect((await lightsNow()).map(t => t.light)).toEqual(['slipping', 'on-pace', 'not-judged', 'on-pace'])
  })

  const statement = (parts: object = {}) => StatementGiven.parse({ operator: '>=', value: 12, measure: '%', ground: '区政府常务会议纪要', ...parts })

  it('a planner enters and restates targets; what was said before stays', async () => {
    const enter = async (parts: object, key: object = {}) => handlers.promise(ctx, { ...nothing, body: { ...statement(parts), indicator: fai, unit, period: '2024', aspect: 'growth' as const, ...key } })
    expect(await enter({ value: null })).toMatchObject({ refused: 'value-needed' })
    expect(await enter({ operator: 'tied', value: null })).toMatchObject({ refused: 'tied-to-what' })
    expect(await enter({ measure: '亿元' })).toMatchObject({ refused: 'other-measure' })
    expect(await enter({}, { indicator: nobody })).toMatchObject({ refused: 'unknown-indicator' })
    expect(await enter({}, { unit: nobody })).toMatchObject({ refused: 'unknown-unit' })
    const made = value(await enter({}))
    expect(made).toMatchObject({ words: '增长12%以上', version: 2, statements: [{ saidOn: '2023-08-29', source: { kind: 'hand', ground: '区政府常务会议纪要' } }] })
    expect(await enter({})).toMatchObject({ refused: 'already-promised', facts: { target: made.id } })
    const restated = value(await handlers.restate(ctx, { ...nothing, params: { id: made.id }, body: { ...statement({ value: 11 }), reason: '按市里调整', version: 2 } }))
    expect(restated).toMatchObject({ value: 11, statements: [{ value: 12 }, { value: 11, reason: '按市里调整' }] })
    expect(await handlers.restate(ctx, { ...nothing, params: { id: made.id }, body: { ...statement({ value: 9 }), reason: '按市里调整', version: 2 } })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await handlers.restate(ctx, { ...nothing, params: { id: nobody }, body: { ...statement(), reason: '没有的', version: 1 } })).toMatchObject({ refused: 'unknown-target' })
  })

  it('an override shows who, why and until when, ends by itself or is withdrawn', async () => {
    const id = (await lightsNow()).find(t => t.indicatorCode === 'FAI')?.id ?? nobody
    const set = (until: string, light: 'on-pace' | 'off-pace' = 'on-pace') => handlers.override(ctx, { ...nothing, params: { id }, body: { light, reason: '大项目九月集中入统', until } })
    expect(await set('2023-08-28')).toMatchObject({ refused: 'override-over' })
    expect(await set('2024-09-01')).toMatchObject({ refused: 'override-too-long' })
    value(await set('2023-09-30'))
    value(await set('2023-10-31', 'off-pace'))
    const shown = value(await handlers.target(ctx, { ...nothing, params: { id }, query: {} }))
    expect(shown.target).toMatchObject({ light: 'off-pace', verdict: { light: 'slipping' }, override: { by: 'planner（演示）', reason: '大项目九月集中入统', until: '2023-10-31' } })
    expect(shown.overrides.map(o => o.withdrawn)).toEqual([false, true])
    expect(value(await handlers.target(ctx, { ...nothing, params: { id }, query: { on: '2023-11-01' } })).target).toMatchObject({ light: 'slipping', override: null })
    value(await handlers.withdrawOverride(ctx, { ...nothing, params: { id } }))
    expect(await handlers.withdrawOverride(ctx, { ...nothing, params: { id } })).toMatchObject({ refused: 'no-override' })
    expect(await handlers.override(ctx, { ...nothing, params: { id: nobody }, body: { light: 'done', reason: '没有的目标', until: '2023-09-30' } })).toMatchObject({ refused: 'unknown-target' })
    expect(await handlers.target(ctx, { ...nothing, params: { id: nobody }, query: {} })).toMatchObject({ refused: 'unknown-target' })
  })

  it('the district’s own bands hold from their day on', async () => {
    await write(tx => seedLightRules(tx, ctx, [oursFromTheStart, { ...oursFromTheStart, from: '2024-01-01', growth: { slipping: 0.1, offPace: 1 }, source: '区政府常务会议' }]))
    expect(value(await handlers.lightRules(ctx, nothing))).toMatchObject({ inForce: { from: '1949-10-01' }, dated: [{}, { source: '区政府常务会议' }] })
    const id = (await lightsNow()).find(t => t.indicatorCode === 'FAI')?.id ?? nobody
    expect(value(await handlers.target(ctx, { ...nothing, params: { id }, query: { on: '2024-01-02' } })).target.light).toBe('off-pace')
  })

  it('a target of a derived indicator is judged by its formula', async () => {
    const entry = { unit: '个', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', basis: null, ownerUnit: null, embargoed: false, bands: null } as const
    const made = value(await handlers.create(ctx, { ...nothing, body: { ...entry, code: 'BOTH', name: { zh: '引进项目与服务站点', en: 'Projects and stations' }, parts: [], formula: { kind: 'sum', inputs: [projects, station] } } }))
    value(await handlers.promise(ctx, { ...nothing, body: { ...statement({ value: 290, measure: '个' }), indicator: made.id, unit, period: '2023', aspect: 'level' } }))
    expect((await lightsNow()).find(t => t.indicatorCode === 'BOTH')).toMatchObject({ light: 'not-judged', figure: null })
    await write(tx => takeFigures(tx, ctx, { origin: v7(), targets: [], figures: [{ fact: 's', indicator: station, unit, period: '2023H1', vintage: 'published', basis: null, level: { value: 6, unit: '个' }, change: null, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '半年报告', '2023-08-29') }] }))
    expect((await lightsNow()).find(t => t.indicatorCode === 'BOTH')).toMatchObject({ light: 'on-pace', share: 0.7414, figure: { period: '2023H1', level: { value: 215 }, inputs: [expect.any(String), expect.any(String)] } })
  })

  it('a light as of an earlier day is held against what stood then, and names it', async () => {
    const made = value(await handlers.promise(ctx, { ...nothing, body: { ...statement({ value: 100, measure: '个', saidOn: '2023-01-10', ground: '年初计划' }), indicator: station, unit, period: '2023H1', aspect: 'level' } }))
    value(await handlers.restate(ctx, { ...nothing, params: { id: made.id }, body: { ...statement({ value: 4, measure: '个', saidOn: '2023-06-01', ground: '调整方案' }), reason: '国家政策变化', version: made.version } }))
    const on = async (day?: string) => value(await handlers.target(ctx, { ...nothing, params: { id: made.id }, query: { ...(day && { on: day }) } })).target
    expect(await on()).toMatchObject({ value: 4, words: '4个以上', light: 'done' })
    expect((await on()).verdict.inputs).toContainEqual({ name: 'statement', value: 'planner（演示）录入，依据：调整方案（2023-06-01）' })
    const before = await on('2023-05-31')
    expect(before).toMatchObject({ value: 100, words: '100个以上', light: 'not-judged' })
    expect(before.verdict.inputs).toContainEqual({ name: 'statement', value: 'planner（演示）录入，依据：年初计划（2023-01-10）' })
    expect(before.statements).toHaveLength(2)
  })

  it('a target that waits for the municipality is judged once its number has come, and an earlier day is not judged by it', async () => {
    const open = StatementGiven.parse({ operator: 'municipality', measure: '%', reference: '完成市下达目标', saidOn: '2023-02-14', ground: '计划报告' })
    const waiting = value(await handlers.promise(ctx, { ...nothing, body: { ...open, indicator: gdp, unit, period: '2023', aspect: 'growth' } }))
    const light = async (on?: string) => { const { target: now } = value(await handlers.target(ctx, { ...nothing, params: { id: waiting.id }, query: on === undefined ? {} : { on } })); return [now.light, now.verdict.inputs.find(i => i.name === 'statement')?.value] }
    expect(await light()).toEqual(['not-judged', 'planner（演示）录入，依据：计划报告（2023-02-14）'])
    const arrived = StatementGiven.parse({ operator: '>=', value: 6, measure: '%', saidOn: '2023-06-20', ground: '市发改委下达文件' })
    value(await handlers.restate(ctx, { ...nothing, params: { id: waiting.id }, body: { ...arrived, reason: '市已下达', version: waiting.version } }))
    expect(await light('2023-08-29')).toEqual(['slipping', 'planner（演示）录入，依据：市发改委下达文件（2023-06-20）'])
    expect((await light('2023-06-19'))[0]).toBe('not-judged')
  })

  it('a tied target follows the other indicator’s figure, also when that is revised', async () => {
    expect((await lightsNow()).find(t => t.indicatorCode === 'INCOME')).toMatchObject({ light: 'on-pace', verdict: { gap: 0.2 } })
    await write(tx => takeFigures(tx, ctx, { origin: v7(), targets: [], figures: [{ fact: 'r', indicator: gdp, unit, period: '2023H1', vintage: 'final', basis: null, level: null, change: { value: 6.5, unit: '%', base: '同比' }, rank: null, qualifier: null, saidOn: '2023-08-29', source: source(august, '核定公报', '2023-08-29') }] }))
    const income = (await lightsNow()).find(t => t.indicatorCode === 'INCOME')
    expect(income).toMatchObject({ light: 'slipping', verdict: { rule: 'tied', gap: -1 } })
    expect(income?.verdict.inputs).toContainEqual({ name: 'tied', value: '地区生产总值增长6.5%' })
  })

  it('is listed page by page and exported', async () => {
    const first = value(await handlers.targets(ctx, { ...nothing, query: { limit: 2, year: 2023 } }))
    const rest = value(await handlers.targets(ctx, { ...nothing, query: { ...page, year: 2023, after: first.next ?? '' } }))
    expect([...first.items, ...rest.items].map(t => t.indicatorCode)).toEqual((await lightsNow()).map(t => t.indicatorCode))
    expect(value(await handlers.targets(ctx, { ...nothing, query: { ...page, q: '优质' } })).total).toBe(1)
    const file = value(await handlers.exportTargets(ctx, { ...nothing, query: { form: 'csv', year: 2023 } }))
    expect(new TextDecoder().decode(file.bytes)).toContain('FAI,固定资产投资,区440104,2023,增速,以上,10,,%,预期性,增长10%以上,半年报告 二,2023-08-29')
  })

  it('an export that would be too long says so', async () => {
    await sql`insert into indicators.figure (district, id, indicator, unit, period, starts_on, ends_on, vintage, level_value, level_unit, status, source, at)
      select ${yuexiu.district}, gen_random_uuid(), ${fai}, ${unit}, '2020', '2020-01-01', '2020-12-31', 'published', n, '亿元', 'published', '{"kind":"generated","seed":"t"}', now() from generate_series(1, 20001) n`.execute(yuexiu.db)
    expect(await handlers.exportFigures(ctx, { ...nothing, query: { form: 'csv', year: 2020 } })).toMatchObject({ refused: 'too-many-rows' })
    expect(value(await handlers.figures(ctx, { ...nothing, query: { limit: 1, year: 2020 } })).total).toBe(10_000)
  })
})
