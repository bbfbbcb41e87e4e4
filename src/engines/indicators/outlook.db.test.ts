import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { handlers } from './api.ts'
import { outlooksOf, judgedTargetsOfYear, seedGenerated, seedPublished, seedRegister } from './index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'
const generated = { kind: 'generated', seed: 'test' } as const
const two = (n: number) => String(n).padStart(2, '0')

describe('the outlook of an indicator', async () => {
  const yuexiu = await freshDistrict({ now: '2023-08-10T02:00:00.000Z' })
  const { places } = yuexiu
  const ctx = await yuexiu.ctx('planner')
  const entry = (code: string, zh: string, parts: readonly string[] = []) => ({ code, name: { zh, en: code }, unit: '台', kind: 'flow', frequency: 'month', parts }) as const
  const month = (indicator: string, unit: string, year: number, n: number, level: number) => ({ indicator, unit, period: `${year}-${two(n)}`, level: { value: level, unit: '台' }, growth: null, saidOn: n === 12 ? `${year + 1}-01-05` : `${year}-${two(n + 1)}-05`, source: generated })
  const year = (indicator: string, unit: string, y: number, each: number, months = 12) => Array.from({ length: months }, (_, i) => month(indicator, unit, y, i + 1, each))
  const lifts = (unit: string, share: number) => [...year('LIFTS', unit, 2021, 20 * share), ...year('LIFTS', unit, 2022, 30 * share), ...year('LIFTS', unit, 2023, 36 * share, 7)]
  const rows = [
    ...lifts(places.district.id, 1), ...lifts(places.street.id, 0.5), ...lifts(places.otherStreet.id, 0.25), ...lifts(places.finance.id, 1),
    ...year('NEW-LIFTS', places.district.id, 2022, 10), ...year('NEW-LIFTS', places.district.id, 2023, 20, 7), ...year('MENDED-LIFTS', places.district.id, 2022, 20), ...year('MENDED-LIFTS', places.district.id, 2023, 16, 7),
  ]
  await ctx.write(async (tx, note) => {
    await note({ verb: 'test', thing: 'test', thingId: '1' })
    await seedRegister(tx, ctx, [entry('LIFTS', '加装电梯', ['NEW-LIFTS', 'MENDED-LIFTS']), entry('NEW-LIFTS', '新装电梯'), entry('MENDED-LIFTS', '改造电梯')])
    expect(await seedGenerated(tx, ctx, [...rows, { ...month('LIFTS', places.district.id, 2020, 1, 1), indicator: 'NOPE' }])).toMatchObject({ figures: rows.length, unknown: ['NOPE'] })
    expect(await seedGenerated(tx, ctx, rows)).toMatchObject({ figures: 0 })
    return seedPublished(tx, ctx, places.district.id, { figures: [], targets: [{ indicator: 'LIFTS', period: '2023', aspect: 'level', operator: '>=', value: 420, measure: '台', hedge: null, verb: null, reference: null, nature: 'expected', source: { kind: 'published', title: '报告', section: '一', saidOn: '2023-02-01' } }] })
  })
  const register = value(await handlers.indicators(ctx, { ...nothing, query: { limit: 50 } })).items
  const id = register.find(e => e.code === 'LIFTS')?.id ?? nobody
  const outlook = async (query: object = {}) => value(await handlers.outlook(ctx, { ...nothing, params: { id }, query }))

  it('shows the year beside past years, where it will end, how that method did, and what the rest must bring', async () => {
    const page = await outlook()
    expect(page).toMatchObject({ year: 2023, years: [2023, 2022, 2021], unit: '台', course: { whole: null }, past: [{ year: 2021, whole: 240 }, { year: 2022, whole: 360 }] })
    expect(page.course.at.slice(0, 8)).toEqual([36, 72, 108, 144, 180, 216, 252, null])
    expect(page.level).toMatchObject({ made: true, forecast: { value: 432, low: 432, high: 432, method: 'usual-course', years: [2021, 2022] } })
    expect(page.targets[0]?.rest?.words.zh).toBe('余下5个月需完成168台，平均每月33.6台；去年同期150台，今年需高出12%')
    expect(page.expected[6]).toMatchObject({ share: 0.583333, how: 'past-years' })
  })

  it('takes the growth apart by its parts and by the streets, not by the departments beside them', async () => {
    const page = await outlook()
    expect(page.sectors).toMatchObject({ period: '2023M1-7', growth: 20, remainder: 0, parts: [{ name: { zh: '新装电梯' }, points: 33.3333 }, { name: { zh: '改造电梯' }, points: -13.3333 }] })
    expect(page.units).toMatchObject({ growth: 20, remainder: 5, parts: [{ name: { zh: '洪桥街道' }, points: 10 }, { name: { zh: '北京街道' }, points: 5 }] })
    expect(await outlook({ unit: places.street.id })).toMatchObject({ units: null, level: { made: true, forecast: { value: 216 } } })
  })

  it('goes by what was known on an earlier day, and says why there is no forecast', async () => {
    expect(await outlook({ on: '2023-03-10' })).toMatchObject({ course: { at: [36, 72, ...Array<null>(10).fill(null)] } })
    expect((await outlook({ year: 2022 })).level).toMatchObject({ made: false, because: { zh: '全年数已有，不需预测。' } })
    expect((await outlook({ year: 2022, on: '2022-03-01' })).level).toMatchObject({ made: false, because: { zh: expect.stringContaining('现有1个') } })
    expect(await handlers.outlook(ctx, { ...nothing, params: { id: nobody }, query: {} })).toMatchObject({ refused: 'unknown-indicator' })
    expect(await handlers.outlook(ctx, { ...nothing, params: { id }, query: { unit: nobody } })).toMatchObject({ refused: 'unknown-unit' })
  })

  it('is on the lines of the year only while the year is open', async () => {
    const of = async (y: number, on: string) => ctx.read(async tx => { const judged = await judgedTargetsOfYear(tx, ctx.district, y, on); return [...(await outlooksOf(tx, ctx.district, judged, on)).values()] })
    expect(await of(2023, '2023-08-10')).toMatchObject([{ forecast: { value: 432, words: { zh: '预计全年432台' } }, noForecast: null, rest: { amount: 168 } }])
    expect(await of(2023, '2023-01-10')).toEqual([{ forecast: null, noForecast: null, rest: null }])
  })

  it('the district’s own curve is the pace that lights name, from its year on and until it is taken back', async () => {
    const shares = [0, 0, 0, 0.1, 0.2, 0.3, 0.8, 0.85, 0.9, 0.95, 0.98, 1]
    const set = (body: object) => handlers.setCurve(ctx, { ...nothing, params: { id }, body: { fromYear: 2023, shares, ground: '年度施工计划', ...body } })
    const light = async () => value(await handlers.indicator(ctx, { ...nothing, params: { id }, query: {} })).targets[0]
    expect((await light())?.light).toBe('on-pace')
    expect(await set({ shares: shares.with(3, 0) })).toMatchObject({ ok: true })
    expect(await set({ shares: [0.2, 0.1, ...shares.slice(2)] })).toMatchObject({ refused: 'curve-falls', facts: { month: 2 } })
    expect(await set({ shares: shares.with(11, 0.99) })).toMatchObject({ refused: 'curve-ends-short' })
    expect(await set({ fromYear: 2022, shares: null })).toMatchObject({ refused: 'no-curve' })
    const mine = value(await set({}))
    expect(mine).toMatchObject({ fromYear: 2023, by: 'planner（演示）' })
    const judged = await light()
    expect(judged).toMatchObject({ light: 'off-pace', expected: 336 })
    expect(judged?.verdict.because.zh).toContain('序时进度80%（按2023年起的自定进度曲线）')
    expect(await outlook()).toMatchObject({ expected: expect.arrayContaining([{ share: 0.8, how: 'own-curve' }]), curves: [{ id: mine.id }, {}] })
    value(await set({ shares: null, ground: '改按往年' }))
    expect(await light()).toMatchObject({ light: 'on-pace' })
  })

  it('a rate has no pace curve', async () => {
    const rate = value(await handlers.create(ctx, { ...nothing, body: { code: 'RATE', name: { zh: '优良率', en: 'Rate' }, unit: '%', nature: 'expected', direction: 'up', frequency: 'month', kind: 'rate', aggregation: 'none', basis: null, ownerUnit: null, formula: null, parts: [], embargoed: false, bands: null } }))
    expect(await handlers.setCurve(ctx, { ...nothing, params: { id: rate.id }, body: { fromYear: 2023, shares: null, ground: '测试' } })).toMatchObject({ refused: 'rate-has-no-pace' })
    expect(await handlers.setCurve(ctx, { ...nothing, params: { id: nobody }, body: { fromYear: 2023, shares: null, ground: '测试' } })).toMatchObject({ refused: 'unknown-indicator' })
  })
})
