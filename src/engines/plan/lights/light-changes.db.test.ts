import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Context } from '../../context.ts'
import { seedRegister, setOverride, takeFigures } from '../../indicators/index.ts'
import { handlers } from '../api.ts'
import { goThroughYear, jobs, lookAtLights } from '../index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const paper: Source = { kind: 'published', title: '计划报告', section: '二', saidOn: '2023-02-14' }

describe('changes of lights', async () => {
  const here = await freshDistrict({ now: '2023-08-29T02:00:00.000Z' })
  const { places } = here
  const planner = await here.ctx('planner')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => planner.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  const changes = async (query: object = {}) => value(await handlers.lightChanges(planner, { ...nothing, query: { limit: 50, ...query } })).items
  const figure = (indicator: string, period: string, level: number, saidOn: string) => write(tx => takeFigures(tx, planner, {
    origin: v7(), targets: [], figures: [{ fact: `${period}/${level}`, indicator, unit: places.district.id, period, vintage: 'published', basis: null, level: { value: level, unit: '个' }, change: null, rank: null, qualifier: null, saidOn, source: paper }],
  }))

  const projects = await write(async tx => {
    await seedRegister(tx, planner, [{ code: 'PROJECTS', name: { zh: '引进优质项目', en: 'Good projects' }, unit: '个', kind: 'flow', ownerUnit: 'planning' }], () => places.finance.id)
    const { rows } = await sql<{ id: string }>`select id from indicators.v_indicator where code = 'PROJECTS'`.execute(tx)
    const id = rows[0]?.id ?? ''
    await takeFigures(tx, planner, { origin: v7(), figures: [], targets: [{ fact: 't', indicator: id, unit: places.district.id, period: '2023', aspect: 'level', operator: '>=', value: 280, stretch: null, measure: '个', hedge: null, reference: null, nature: 'expected', verb: null, saidOn: '2023-02-14', source: paper }] })
    return id
  })

  it('what is seen for the first time is remembered and is no change', async () => {
    await figure(projects, '2023H1', 209, '2023-08-01')
    expect(await write(tx => lookAtLights(tx, planner, 2023))).toEqual({ first: 1, changed: 0 })
    expect(await changes()).toEqual([])
  })

  it('a light that turned red is written down once, with its verdict, however many look', async () => {
    await figure(projects, '2023M1-8', 120, '2023-08-29')
    const [a, b] = await Promise.all([write(tx => lookAtLights(tx, planner, 2023)), write(tx => lookAtLights(tx, planner, 2023))])
    expect(a.changed + b.changed).toBe(1)
    const [change, ...more] = await changes()
    expect(more).toEqual([])
    expect(change).toMatchObject({ code: 'PROJECTS', from: 'on-pace', to: 'off-pace', turn: 'worse', unit: places.finance.id, unitName: '区发展和改革局', judgedOn: '2023-08-29', seen: 0, answers: 0, overriddenBy: null })
    expect(change?.verdict.inputs.length).toBeGreaterThan(2)
  })

  it('keeps who saw it, each once, and leaves one entry in the trail', async () => {
    const [change] = await changes()
    const leader = await here.ctx('leader')
    const see = () => handlers.seeLight(leader, { ...nothing, params: { id: change?.id ?? '' } })
    expect(value(await see())).toEqual({ seen: 1 })
    expect(value(await see())).toEqual({ seen: 1 })
    const opened = value(await handlers.lightChange(leader, { ...nothing, params: { id: change?.id ?? '' }, query: {} }))
    expect(opened.seen.map(s => s.name)).toEqual(['leader（演示）'])
    const entries = await here.db.selectFrom('audit.entry').select('verb').where('district', '=', here.district).where('verb', '=', 'light.seen').execute()
    expect(entries).toHaveLength(1)
  })

  it('the unit that answers for it says why, a leader instructs; another unit may not', async () => {
    const [change] = await changes({ open: 'true' })
    const answer = async (role: Parameters<typeof here.ctx>[0], kind: 'explained' | 'instructed' | 'acted', words: string) => handlers.answerLight(await here.ctx(role), { ...nothing, params: { id: change?.id ?? '' }, body: { kind, words } })
    expect(await answer('street', 'explained', '与我街无关')).toMatchObject({ ok: false, refused: 'not-permitted' })
    value(await answer('department', 'explained', '三个大项目推迟签约'))
    value(await answer('leader', 'instructed', '九月底前逐个落实'))
    const opened = value(await handlers.lightChange(planner, { ...nothing, params: { id: change?.id ?? '' }, query: {} }))
    expect(opened.answers.map(a => [a.kind, a.words])).toEqual([['explained', '三个大项目推迟签约'], ['instructed', '九月底前逐个落实']])
    expect(await changes({ open: 'true' })).toEqual([])
    expect(await changes({ open: 'false' })).toHaveLength(1)
  })

  it('an override changes the light too, and the record names who set it', async () => {
    const [change] = await changes()
    await planner.write((tx, note) => setOverride(tx, planner, note, { id: change?.thing ?? '', unit: places.district.id, thing: 'target' }, { light: 'slipping', reason: '合同已在手', until: '2023-09-30' }))
    await write(tx => lookAtLights(tx, planner, 2023))
    expect((await changes())[0]).toMatchObject({ from: 'off-pace', to: 'slipping', turn: 'better', overriddenBy: 'planner（演示）' })
  })

  it('pages go on where the one before ended, filters hold, and the export has the same rows', async () => {
    const first = value(await handlers.lightChanges(planner, { ...nothing, query: { limit: 1 } }))
    expect(first).toMatchObject({ total: 2 })
    const second = value(await handlers.lightChanges(planner, { ...nothing, query: { limit: 1, after: first.next ?? '' } }))
    expect(second.items.map(i => i.turn)).toEqual(['worse'])
    expect(await changes({ q: '优质' })).toHaveLength(2)
    expect(await changes({ q: '投资' })).toEqual([])
    expect(await changes({ year: 2024 })).toEqual([])
    const file = value(await handlers.exportLightChanges(planner, { ...nothing, query: { form: 'csv', turn: 'worse' } }))
    expect(new TextDecoder().decode(file.bytes).trim().split('\n')).toHaveLength(2)
  })

  it('what is not there is said so', async () => {
    const id = v7()
    for (const result of [await handlers.lightChange(planner, { ...nothing, params: { id }, query: {} }), await handlers.seeLight(planner, { ...nothing, params: { id } }), await handlers.answerLight(planner, { ...nothing, params: { id }, body: { kind: 'acted', words: '已落实' } })]) {
      expect(result).toMatchObject({ ok: false, refused: 'unknown-light-change' })
    }
  })

  it('the timed look writes what changed and leaves no entry where nothing did', async () => {
    const [job] = jobs
    here.clock.now = '2023-10-05T02:00:00.000Z' // the override ended with September
    await job?.run(planner)
    expect((await changes())[0]).toMatchObject({ from: 'slipping', to: 'off-pace', turn: 'worse', overriddenBy: null, judgedOn: '2023-10-05' })
    const before = await here.db.selectFrom('audit.entry').select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirst()
    await job?.run(planner)
    const after = await here.db.selectFrom('audit.entry').select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirst()
    expect(after).toEqual(before)
  })
})

describe('a year whose figures were entered afterwards', async () => {
  const here = await freshDistrict({ now: '2024-03-01T02:00:00.000Z' })
  const planner = await here.ctx('planner')

  it('is gone through month by month, once', async () => {
    const run = () => planner.write(async (tx, note) => { const n = await goThroughYear(tx, planner, 2023); await note({ verb: 'test', thing: 'test', thingId: 't' }); return n })
    await planner.write(async (tx, note) => {
      await seedRegister(tx, planner, [{ code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow' }], () => here.places.finance.id)
      const { rows } = await sql<{ id: string }>`select id from indicators.v_indicator`.execute(tx)
      const indicator = rows[0]?.id ?? '', unit = here.places.district.id
      const month = (m: string, value: number, saidOn: string) => ({ fact: m, indicator, unit, period: m, vintage: 'published', basis: null, level: { value, unit: '台' }, change: null, rank: null, qualifier: null, saidOn, source: paper }) as const
      await takeFigures(tx, planner, {
        origin: v7(), targets: [{ fact: 't', indicator, unit, period: '2023', aspect: 'level', operator: '>=', value: 120, stretch: null, measure: '台', hedge: null, reference: null, nature: 'expected', verb: null, saidOn: '2023-01-10', source: paper }],
        figures: [month('2023-01', 10, '2023-02-10'), month('2023-02', 0, '2023-03-10'), month('2023-03', 0, '2023-04-10'), month('2023-04', 40, '2023-05-10')],
      })
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    expect(await run()).toBeGreaterThan(0)
    const { items } = value(await handlers.lightChanges(planner, { ...nothing, query: { limit: 50 } }))
    expect(items.map(i => [i.judgedOn, i.from, i.to]).toReversed().slice(0, 3)).toEqual([['2023-02-28', 'not-judged', 'on-pace'], ['2023-03-31', 'on-pace', 'slipping'], ['2023-04-30', 'slipping', 'off-pace']])
    expect(await run()).toBe(0)
  })
})
