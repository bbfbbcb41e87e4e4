import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Context } from '../../context.ts'
import { StatementGiven } from '../../indicators/contract.ts'
import { handlers as indicators } from '../../indicators/api.ts'
import { seedRegister, takeFigures, withdrawOrigin as withdrawFigures, type TakenFigure } from '../../indicators/index.ts'
import { handlers } from '../api.ts'
import { TermsGiven } from '../contract.ts'
import { divisionMatters, planYear, withdrawOrigin } from '../index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'
const paper = v7()
const source: Source = { kind: 'document', document: paper, title: '计划报告', section: '二', start: 0, end: 4, words: '加装电梯', saidOn: '2023-02-14' }

describe('a divided target', async () => {
  const yuexiu = await freshDistrict({ now: '2023-03-01T02:00:00.000Z' })
  const { places: { district, street, otherStreet, finance, statistics } } = yuexiu
  const ctx = await yuexiu.ctx('planner')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => ctx.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  await write(tx => seedRegister(tx, ctx, [
    { code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow' },
    { code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, unit: '亿元', kind: 'flow' },
  ]))
  const register = value(await indicators.indicators(ctx, { ...nothing, query: { limit: 50 } })).items
  const [fai, lifts] = ['FAI', 'LIFTS'].map(code => register.find(i => i.code === code)?.id ?? nobody)
  if (!fai || !lifts) throw new Error('no register')
  const figure = (fact: string, unit: string, period: string, lift: number): TakenFigure => ({ fact, indicator: lifts, unit, period, vintage: 'published', basis: null, level: { value: lift, unit: '台' }, change: null, rank: null, qualifier: null, saidOn: '2023-01-10', source })
  const { targetOf } = await write(tx => takeFigures(tx, ctx, {
    origin: paper,
    figures: [figure('y1', street.id, '2022', 150), figure('y2', otherStreet.id, '2022', 50)],
    targets: [
      { fact: 't1', indicator: lifts, unit: district.id, period: '2023', aspect: 'level', operator: '>=', value: 280, stretch: null, measure: '台', hedge: null, reference: null, nature: 'expected', verb: null, saidOn: '2023-02-14', source },
      { fact: 't2', indicator: fai, unit: district.id, period: '2023', aspect: 'growth', operator: 'municipality', value: null, stretch: null, measure: '%', hedge: null, reference: null, nature: 'expected', verb: null, saidOn: '2023-02-14', source },
    ],
  }))
  const target = targetOf.get('t1') ?? nobody, growth = targetOf.get('t2') ?? nobody

  const given = (parts: readonly (readonly [unit: string, value: number])[], more: object = {}) => TermsGiven.parse({ method: 'own', check: 'sum', parts: parts.map(([unit, part]) => ({ unit, value: part })), ...more })
  const page = async (on?: string) => value(await handlers.divisions(ctx, { ...nothing, params: { id: target }, query: { ...(on && { on }) } }))
  const draft = (who: Context, terms: ReturnType<typeof given>, of = target) => handlers.draft(who, { ...nothing, params: { id: of }, body: terms })
  const params = (id: string) => ({ ...nothing, params: { id } })
  const newest = async () => { const [edition] = (await page()).editions; if (!edition) throw new Error('no edition'); return edition }
  const matters = async (who: Context) => (await who.read(tx => divisionMatters(tx, who))).map(m => [m.kind, m.unitName, m.value])

  it('offers the units below with last year’s levels', async () => {
    const { units, before, editions } = await page()
    expect(units.map(u => [u.name, u.lastYear])).toEqual([['洪桥街道', 150], ['北京街道', 50], ['区发展和改革局', null], ['区统计局', null]])
    expect({ before, editions }).toEqual({ before: { period: '2022', measure: '台' }, editions: [] })
    expect(await handlers.divisions(ctx, { ...params(nobody), query: {} })).toMatchObject({ refused: 'unknown-target' })
  })

  it('is drafted once at a time, and only with sense', async () => {
    expect(await draft(ctx, given([]), growth)).toMatchObject({ refused: 'target-without-number' })
    expect(await draft(ctx, given([]), nobody)).toMatchObject({ refused: 'unknown-target' })
    expect(await draft(ctx, given([[street.id, 1], [street.id, 2]]))).toMatchObject({ refused: 'unit-twice' })
    expect(await draft(await yuexiu.ctx('department-head'), given([[street.id, 1]]))).toMatchObject({ refused: 'not-permitted' })
    const made = value(await draft(ctx, given([[street.id, 200], [otherStreet.id, 68]])))
    expect(made).toMatchObject({ edition: 1, state: 'draft', terms: { whole: 280 }, version: 1 })
    expect(await draft(ctx, given([[street.id, 1]]))).toMatchObject({ refused: 'division-open', facts: { edition: 1 } })
    const propose = (version: number, reason: string | null = null) => handlers.propose(ctx, { ...params(made.id), body: { reason, version } })
    expect(await propose(1)).toMatchObject({ refused: 'rest-not-divided', facts: { rest: 12 } })
    expect(await handlers.revise(ctx, { ...params(made.id), body: { ...given([[street.id, 200]]), version: 9 } })).toMatchObject({ refused: 'changed-meanwhile' })
    const revised = value(await handlers.revise(ctx, { ...params(made.id), body: { ...given([[street.id, 200], [finance.id, 80]]), version: 1 } }))
    expect(await handlers.enforce(ctx, { ...params(made.id), body: { reason: '急', version: revised.version } })).toMatchObject({ refused: 'division-step' })
    value(await propose(revised.version))
    expect(await handlers.revise(ctx, { ...params(made.id), body: { ...given([[street.id, 200]]), version: 3 } })).toMatchObject({ refused: 'division-step' })
    expect(await handlers.propose(ctx, { ...params(nobody), body: { reason: null, version: 1 } })).toMatchObject({ refused: 'unknown-division' })
  })

  const head = await yuexiu.ctx('street-head'), bureau = await yuexiu.ctx('department-head')

  it('waits for each head, who signs or sends it back with a number of his own', async () => {
    const { id } = await newest()
    const sign = (who: Context, unit: string, part: number) => handlers.sign(who, { ...params(id), body: { unit, value: part } })
    expect(await matters(head)).toEqual([['sign', '洪桥街道', 200]])
    expect(await matters(bureau)).toEqual([['sign', '区发展和改革局', 80]])
    expect(await sign(head, finance.id, 80)).toMatchObject({ refused: 'not-permitted' })
    expect(await sign(head, street.id, 199)).toMatchObject({ refused: 'changed-meanwhile' })
    const back = value(await handlers.sendBack(head, { ...params(id), body: { unit: street.id, value: 200, reason: '可加装楼栋仅190处', counter: 190 } }))
    expect(back).toMatchObject({ state: 'proposed', objections: [{ unit: street.id, counter: 190, by: 'street-head（演示）' }] })
    expect(await matters(head)).toEqual([])
    expect(await matters(ctx)).toEqual([['returned', '洪桥街道', 200]])
    value(await sign(bureau, finance.id, 80))
    expect((await page()).standing).toEqual([])
  })

  it('is taken back, revised and signed by all: then it is in force, and each part is a target of its unit', async () => {
    const kept = await newest()
    const reopened = value(await handlers.reopen(ctx, { ...params(kept.id), body: { reason: '采纳街道建议', version: kept.version } }))
    const revised = value(await handlers.revise(ctx, { ...params(kept.id), body: { ...given([[street.id, 190], [finance.id, 80], [otherStreet.id, 10]]), version: reopened.version } }))
    expect(revised).toMatchObject({ objections: [], signatures: [{ unit: finance.id }] })
    const proposed = value(await handlers.propose(ctx, { ...params(kept.id), body: { reason: null, version: revised.version } }))
    const signed = value(await handlers.sign(head, { ...params(kept.id), body: { unit: street.id, value: 190 } }))
    expect(signed.state).toBe('proposed')
    expect(await handlers.enforce(ctx, { ...params(kept.id), body: { reason: null, version: signed.version } })).toMatchObject({ refused: 'signatures-missing', facts: { missing: 1 } })
    expect(await handlers.enforce(ctx, { ...params(kept.id), body: { reason: '负责人出缺', version: proposed.version } })).toMatchObject({ refused: 'changed-meanwhile' })
    const inForce = value(await handlers.enforce(ctx, { ...params(kept.id), body: { reason: '北京街道负责人出缺', version: signed.version } }))
    expect(inForce).toMatchObject({ state: 'in-force', inForceOn: '2023-03-01', unsignedReason: '北京街道负责人出缺' })
    const { standing, editions } = await page()
    expect(standing.map(({ line }) => [line.place, line.target, line.words, line.light])).toEqual(expect.arrayContaining([['洪桥街道', 190, '190台以上', 'not-judged'], ['区发展和改革局', 80, '80台以上', 'not-judged'], ['北京街道', 10, '10台以上', 'not-judged']]))
    expect(standing.find(t => t.unit === street.id)?.line.sources[0]?.source).toMatchObject({ kind: 'division', edition: 1, signedBy: 'street-head（演示）', year: 2023 })
    expect(standing.find(t => t.unit === otherStreet.id)?.line.sources[0]?.source).toMatchObject({ signedBy: null })
    expect(editions[0]?.history.map(h => h.event.kind)).toEqual(['drafted', 'revised', 'proposed', 'returned', 'signed', 'reopened', 'revised', 'proposed', 'signed', 'enforced'])
  })

  it('leaves the list of the year as it was: parts are seen with their unit', async () => {
    expect((await ctx.read(tx => planYear(tx, ctx, 2023))).lines.map(l => l.code)).toEqual(['FAI', 'LIFTS'])
    yuexiu.clock.now = '2023-07-10T02:00:00.000Z'
    await write(tx => takeFigures(tx, ctx, { origin: v7(), targets: [], figures: [{ ...figure('h', street.id, '2023H1', 100), saidOn: '2023-07-05' }] }))
    const shown = value(await handlers.unit(ctx, { ...params(street.id), query: { year: 2023 } }))
    expect(shown.parts.map(p => [p.line.name, p.line.target, p.whole.target, p.line.light, p.shares.length])).toEqual([['加装电梯', 190, 280, 'on-pace', 3]])
    expect(shown).toMatchObject({ unit: { name: '洪桥街道' }, year: 2023, waiting: [], targets: [] })
    expect(await handlers.unit(ctx, { ...params(nobody), query: {} })).toMatchObject({ refused: 'unknown-unit' })
    const file = value(await handlers.exportUnit(ctx, { ...params(street.id), query: { year: 2023, form: 'csv' } }))
    expect(new TextDecoder().decode(file.bytes)).toContain('分解目标,加装电梯,190台以上,67.9,100,台,2023H1,正常')
    const sheet = value(await handlers.exportDivision(ctx, { ...params((await newest()).id), query: { form: 'csv' } }))
    expect(new TextDecoder().decode(sheet.bytes)).toContain('440104001,洪桥街道,,,190,台,67.9,street-head（演示） 2023-03-01')
    expect(await handlers.exportDivision(ctx, { ...params(nobody), query: { form: 'csv' } })).toMatchObject({ refused: 'unknown-division' })
  })

  it('no longer adds up when the target is restated, and the planner is told', async () => {
    expect(await matters(ctx)).toEqual([])
    const { target: { version } } = await page()
    value(await indicators.restate(ctx, { ...nothing, params: { id: target }, body: { ...StatementGiven.parse({ operator: '>=', value: 300, measure: '台', ground: '市下达' }), reason: '市里加码', version } }))
    expect(await matters(ctx)).toEqual([['refit', null, null]])
    expect(await matters(head)).toEqual([])
  })

  it('a new edition takes the place of the old one, which keeps its signatures; earlier days go by it', async () => {
    const made = value(await draft(ctx, given([[street.id, 200], [otherStreet.id, 0], [statistics.id, 100]])))
    expect(made.edition).toBe(2)
    const proposed = value(await handlers.propose(ctx, { ...params(made.id), body: { reason: null, version: 1 } }))
    value(await handlers.enforce(ctx, { ...params(made.id), body: { reason: '年中调整', version: proposed.version } }))
    const { editions, standing } = await page()
    expect(editions.map(e => [e.edition, e.state, e.signatures.length])).toEqual([[2, 'in-force', 0], [1, 'superseded', 2]])
    expect(await matters(ctx)).toEqual([])
    const of = (rows: typeof standing, unit: string) => rows.find(t => t.unit === unit)?.line
    expect(of(standing, street.id)).toMatchObject({ target: 200, statements: 2 })
    expect(of(standing, finance.id)).toMatchObject({ target: null, operator: 'pending', words: '不再承担（第2版分解）', light: 'not-judged' })
    expect(of((await page('2023-06-30')).standing, street.id)).toMatchObject({ target: 190 })
  })

  it('a draft may be withdrawn, and so makes room for another', async () => {
    const made = value(await draft(ctx, given([[street.id, 300]])))
    value(await handlers.withdraw(ctx, { ...params(made.id), body: { reason: '误建', version: 1 } }))
    expect(await handlers.withdraw(ctx, { ...params(made.id), body: { reason: '误建', version: 2 } })).toMatchObject({ refused: 'division-step' })
    const inForce = (await page()).editions.find(e => e.state === 'in-force')
    expect(await handlers.withdraw(ctx, { ...params(inForce?.id ?? nobody), body: { reason: '误建', version: inForce?.version ?? 0 } })).toMatchObject({ refused: 'division-step' })
  })

  it('a draft goes out as a sheet and comes in again, all of it or nothing', async () => {
    const made = value(await draft(ctx, given([[street.id, 100], [finance.id, 200]])))
    const sheet = new TextDecoder().decode(value(await handlers.exportDivision(ctx, { ...params(made.id), query: { form: 'csv' } })).bytes)
    const take = (content: string, version = 1) => handlers.importDivision(ctx, { ...params(made.id), query: { version }, file: { name: '分解.csv', mime: 'text/csv', bytes: new TextEncoder().encode(content) } })
    expect(value(await take(`${sheet}X9,天河街道,,,7\r\n440104001,洪桥街道,,,7\r\n,北京街道,,,\r\n`))).toMatchObject({ taken: 0, faults: [{ row: 6, column: '单位', value: '天河街道' }, { row: 7, message: { zh: '单位在表中重复' } }, { row: 8, column: '分解数' }] })
    expect(value(await take(sheet.replace(',100,', ',一百,')))).toMatchObject({ taken: 0, faults: [{ row: 2, column: '分解数', value: '一百' }] })
    expect(await take(sheet, 9)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(value(await take(`${sheet.replace(',100,', ',90,')},北京街道,,,10\r\n`))).toMatchObject({ taken: 3, faults: [] })
    expect((await newest()).terms.parts.map(part => part.value)).toEqual([90, 200, 10])
    expect(await handlers.importDivision(ctx, { ...params(made.id), query: { version: 2 }, file: null })).toMatchObject({ refused: 'file-missing' })
    expect(await handlers.importDivision(ctx, { ...params(nobody), query: { version: 2 }, file: { name: 'x.csv', mime: 'text/csv', bytes: new TextEncoder().encode(sheet) } })).toMatchObject({ refused: 'unknown-division' })
    value(await handlers.withdraw(ctx, { ...params(made.id), body: { reason: '试填', version: 2 } }))
  })

  it('the last signature puts it in force by itself', async () => {
    const made = value(await draft(ctx, given([[street.id, 220], [finance.id, 80]])))
    value(await handlers.propose(ctx, { ...params(made.id), body: { reason: null, version: 1 } }))
    value(await handlers.sign(head, { ...params(made.id), body: { unit: street.id, value: 220 } }))
    expect(value(await handlers.sign(bureau, { ...params(made.id), body: { unit: finance.id, value: 80 } }))).toMatchObject({ state: 'in-force', unsignedReason: null, edition: 5 })
    expect((await page()).standing.find(t => t.unit === finance.id)?.line).toMatchObject({ target: 80, operator: '>=' })
  })

  it('two heads who sign at the same moment both count', async () => {
    const made = value(await draft(ctx, given([[street.id, 210], [finance.id, 90]])))
    value(await handlers.propose(ctx, { ...params(made.id), body: { reason: null, version: 1 } }))
    const both = await Promise.all([handlers.sign(head, { ...params(made.id), body: { unit: street.id, value: 210 } }), handlers.sign(bureau, { ...params(made.id), body: { unit: finance.id, value: 90 } })])
    expect(both.map(value).map(d => d.signatures.length).toSorted()).toEqual([1, 2])
    expect((await newest()).state).toBe('in-force')
  })

  it('follows its target when two entries of the register turn out to be one', async () => {
    await write(tx => seedRegister(tx, ctx, ['PARKS', 'GARDENS'].map(code => ({ code, name: { zh: code, en: code }, unit: '个', kind: 'flow' as const }))))
    const entries = value(await indicators.indicators(ctx, { ...nothing, query: { limit: 50 } })).items
    const [parks, gardens] = ['PARKS', 'GARDENS'].map(code => entries.find(i => i.code === code)?.id ?? nobody)
    if (!parks || !gardens) throw new Error('no register')
    const promised = async (indicator: string) => value(await indicators.promise(ctx, { ...nothing, body: { ...StatementGiven.parse({ operator: '>=', value: 6, measure: '个', ground: '纪要' }), indicator, unit: district.id, period: '2023', aspect: 'level' } })).id
    const from = await promised(parks), into = await promised(gardens)
    const made = value(await draft(ctx, given([[street.id, 6]]), from))
    value(await handlers.propose(ctx, { ...params(made.id), body: { reason: null, version: 1 } }))
    value(await handlers.sign(head, { ...params(made.id), body: { unit: street.id, value: 6 } }))
    value(await handlers.mergeIndicators(ctx, { ...params(parks), body: { into: gardens, version: 1 } }))
    const moved = value(await handlers.divisions(ctx, { ...params(into), query: {} }))
    expect(moved).toMatchObject({ editions: [{ id: made.id, state: 'in-force' }], standing: [{ unit: street.id, line: { target: 6, code: 'GARDENS' } }] })
  })

  it('goes with the paper that promised its target, and takes along what it said', async () => {
    const { targetsGone } = await write(tx => withdrawFigures(tx, ctx, paper))
    expect(targetsGone).toContain(growth)
    // A planner restated the lifts by hand: that target stays, and so do its parts.
    expect(targetsGone).not.toContain(target)
    await write(tx => withdrawOrigin(tx, ctx, paper, [target]))
    expect((await page()).editions.map(e => e.state)).toEqual(['withdrawn', 'superseded', 'withdrawn', 'withdrawn', 'superseded', 'superseded'])
    expect((await page()).standing).toEqual([])
    expect(value(await handlers.unit(ctx, { ...params(street.id), query: { year: 2023 } })).parts).toEqual([])
  })
})
