import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { fiveYearPlan } from '../../../packs/five-year-plan/pack.ts'
import { inspections } from '../../../packs/inspections/pack.ts'
import { tenMatters } from '../../../packs/ten-matters/pack.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Context } from '../../context.ts'
import { mergeIndicators, seedRegister, takeFigures } from '../../indicators/index.ts'
import { lineOf } from '../domain/ledger/fold.ts'
import { handlers as planHandlers } from '../api.ts'
import { acceptanceMatters, ledgersOfYear, seedLedger, seedLedgerKinds, takeCommitments, withdrawOrigin } from '../index.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { loadLine } from './store.ts'
import { relink, type TakenCommitment } from '../taking.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nobody = '00000000-0000-7000-8000-000000000000'

function value<T>(result: { ok: true; value: T } | { ok: false; refused: string; facts?: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.facts)}`)
  return result.value
}

const paper: Source = { kind: 'published', title: '工作报告', section: '附件1', saidOn: '2023-02-14' }
const pdf = { name: '竣工备案.pdf', mime: 'text/html', bytes: new TextEncoder().encode('%PDF-1.7 …') }

describe('ledgers', async () => {
  const here = await freshDistrict({ now: '2023-12-20T02:00:00.000Z' })
  const { places, district } = here
  const planner = await here.ctx('planner'), street = await here.ctx('street'), supervisor = await here.ctx('supervisor'), leader = await here.ctx('leader'), other = await here.ctx('department')
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => planner.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })
  const kinds = [...tenMatters.ledgers ?? [], ...fiveYearPlan.ledgers ?? [], ...inspections.ledgers ?? []]
  const origin = v7()
  const item = (fact: string, kind: TakenCommitment['kind'], parent: string | null, title: string, target: string | null = null): TakenCommitment => ({ fact, kind, parent, title, verb: null, strength: 'plain', dueOn: '2023-12-31', source: paper, target, leadUnit: kind === 'task' ? places.street.id : null })

  const there = await write(async tx => {
    expect(await seedLedgerKinds(tx, planner, kinds)).toBe(kinds.length)
    expect(await seedLedgerKinds(tx, planner, kinds)).toBe(0)
    await seedRegister(tx, planner, [
      { code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow', ownerUnit: 'x' }, { code: 'GDP', name: { zh: '地区生产总值', en: 'Gross product' }, unit: '亿元', kind: 'flow' },
      { code: 'GDP-OLD', name: { zh: '生产总值（旧）', en: 'Gross product, old entry' }, unit: '亿元', kind: 'flow' },
    ], () => places.statistics.id)
    const { rows } = await sql<{ id: string; code: string }>`select id, code from indicators.v_indicator`.execute(tx)
    const idOf = (code: string) => rows.find(r => r.code === code)?.id ?? nobody
    const said = (indicator: string, period: string, level: number, unit: string, fact: string) => ({ fact, indicator: idOf(indicator), unit: places.district.id, period, vintage: 'published', basis: null, level: { value: level, unit }, change: null, rank: null, qualifier: null, saidOn: '2023-11-01', source: paper }) as const
    const target = (indicator: string, period: string, amount: number, measure: string, fact: string) => ({ fact, indicator: idOf(indicator), unit: places.district.id, period, aspect: 'level', operator: '>=', value: amount, stretch: null, measure, hedge: null, reference: null, nature: 'expected', verb: null, saidOn: '2021-02-14', source: paper }) as const
    const taken = await takeFigures(tx, planner, { origin, targets: [target('LIFTS', '2023', 300, '台', 't1'), target('GDP', '2025', 500, '亿元', 't2'), target('GDP-OLD', '2025', 500, '亿元', 't3')], figures: [said('LIFTS', '2023', 310, '台', 'f1'), said('GDP', '2020', 400, '亿元', 'f2'), said('GDP', '2022', 450, '亿元', 'f3')] })
    const lifts = taken.targetOf.get('t1') ?? nobody
    await takeCommitments(tx, planner, { origin, year: 2023, items: [item('c', 'chapter', null, '2023年十件民生实事'), item('m1', 'task', 'c', '加装电梯'), item('m1a', 'measure', 'm1', '加装电梯：300台', lifts), item('m1b', 'measure', 'm1', '适老化改造200户'), item('m2', 'task', 'c', '食品安全')] })
    return { lifts, gdp: taken.targetOf.get('t2') ?? nobody, gdpOld: taken.targetOf.get('t3') ?? nobody, oldEntry: idOf('GDP-OLD'), entry: idOf('GDP') }
  })

  const make = (parts: object, who = planner) => handlers.make(who, { ...nothing, body: contract.make.body.parse({ kind: 'ten-matters', span: '2023', title: '2023年十件民生实事', ground: '报告附件', ...parts }) })
  const view = async (id: string, query: object = {}, who = planner) => value(await handlers.get(who, { ...nothing, params: { id }, query }))
  const shown = async (id: string, who: Context = planner) => value(await handlers.line(who, { ...nothing, params: { id }, query: {} }))
  const progress = async (title: string, share: number) => {
    const tree = value(await planHandlers.commitments(planner, { ...nothing, params: { year: 2023 }, query: {} })).items
    const node = tree.find(n => n.title === title)
    return planHandlers.progress(planner, { ...nothing, params: { id: node?.id ?? nobody }, body: { share, onDay: '2023-12-15', note: '已办', evidence: '台账', version: node?.version ?? 0 } })
  }
  const evidence = (who: Context, line: string, parts: object = {}, file: typeof pdf | null = null) => handlers.addEvidence(who, { ...nothing, params: { id: line }, body: contract.addEvidence.body.parse({ what: '验收记录', number: '越住建〔2023〕8号', on: '2023-12-18', ...parts }), file })

  it('an annex of a paper is offered, and becomes a ledger of its matters', async () => {
    const offers = value(await handlers.offers(planner, { ...nothing, query: { year: 2023 } })).items
    expect(offers).toMatchObject([{ kind: 'ten-matters', title: '2023年十件民生实事', commitments: [{ title: '加装电梯', parts: 2 }, { title: '食品安全', parts: 1 }] }])
    const made = value(await make({ commitments: offers[0]?.commitments.map(c => c.id) }))
    expect(made.lines).toBe(2)
    expect(value(await handlers.offers(planner, { ...nothing, query: { year: 2023 } })).items).toEqual([])
    const ledger = await view(made.id)
    expect(ledger.lines.map(l => [l.title, l.leads, l.parts.length, l.light, l.share, l.lacks])).toEqual([
      ['加装电梯', ['洪桥街道'], 2, 'on-pace', 0.5, ['evidence']], ['食品安全', ['洪桥街道'], 1, 'not-judged', null, ['measure', 'evidence']],
    ])
    expect(ledger.lines[0]?.parts[0]?.line).toMatchObject({ target: 300, figure: 310, unit: '台' })
    expect(ledger.ledger).toMatchObject({ lines: 2, lacking: 2, whole: { light: 'on-pace' }, of: { expected: 10 } })
    expect(ledger.history.map(h => h.event.kind)).toEqual(['made'])
    expect(await make({})).toMatchObject({ refused: 'ledger-there' })
    expect(value(await handlers.list(planner, { ...nothing, query: { year: 2023 } }))).toMatchObject({ items: [{ title: '2023年十件民生实事' }], years: [2023] })
  })

  const ledgerOf2023 = async () => (await planner.read(tx => ledgersOfYear(tx, planner, 2023))).find(v => v.ledger.kind === 'ten-matters') ?? (() => { throw new Error('no ledger') })()

  it('a street clerk adds evidence from a phone; who has nothing to do with the matter may not', async () => {
    const [lifts] = (await ledgerOf2023()).lines
    const line = lifts?.id ?? nobody
    expect(await evidence(other, line)).toMatchObject({ refused: 'not-permitted' })
    expect(await evidence(street, line, { number: undefined })).toMatchObject({ refused: 'evidence-empty' })
    expect(await evidence(street, line, { on: '2023-12-21' })).toMatchObject({ refused: 'evidence-not-yet' })
    expect(await evidence(street, line, {}, { ...pdf, name: '竣工.exe' })).toMatchObject({ refused: 'evidence-unreadable' })
    expect(await evidence(street, line, {}, { ...pdf, bytes: new Uint8Array(5_000_001) })).toMatchObject({ refused: 'evidence-too-large' })
    expect(await evidence(street, nobody)).toMatchObject({ refused: 'unknown-line' })
    const kept = value(await evidence(street, line, { number: '' }, pdf))
    expect(kept).toMatchObject({ number: null, file: { name: '竣工备案.pdf', mime: 'application/pdf' }, by: 'street（演示）' })
    const file = kept.file?.id ?? nobody
    expect(value(await handlers.evidenceFile(supervisor, { ...nothing, params: { id: file } }))).toMatchObject({ name: '竣工备案.pdf', mime: 'application/pdf' })
    expect(await handlers.evidenceFile(other, { ...nothing, params: { id: file } })).toMatchObject({ refused: 'not-permitted' })
    expect(await handlers.evidenceFile(planner, { ...nothing, params: { id: nobody } })).toMatchObject({ refused: 'unknown-evidence' })
    const second = value(await evidence(street, line))
    const withdraw = (who: Context, id: string) => handlers.withdrawEvidence(who, { ...nothing, params: { id: line, evidence: id }, body: { reason: '传错' } })
    const plannersOwn = value(await evidence(planner, line))
    expect(await withdraw(street, plannersOwn.id)).toMatchObject({ refused: 'not-your-evidence' })
    value(await withdraw(planner, plannersOwn.id))
    value(await withdraw(street, second.id))
    expect(await withdraw(street, second.id)).toMatchObject({ refused: 'unknown-evidence' })
    expect((await ledgerOf2023()).lines[0]).toMatchObject({ evidence: 1, lacks: [] })
  })

  it('evidence brought by many at once is all kept', async () => {
    const [, food] = (await ledgerOf2023()).lines
    const came = await Promise.all(Array.from({ length: 6 }, (_, i) => evidence(street, food?.id ?? nobody, { number: `文号${i}` })))
    expect(came.every(c => c.ok)).toBe(true)
    expect((await shown(food?.id ?? nobody)).evidence.map(e => e.number).toSorted()).toEqual(['文号0', '文号1', '文号2', '文号3', '文号4', '文号5'])
  })

  it('is done only once another unit has accepted it', async () => {
    const line = (await ledgerOf2023()).lines[0]?.id ?? nobody
    const act = async (what: 'propose' | 'decide', who: Context, parts: object = {}) => {
      const { version } = (await shown(line)).line
      return what === 'propose' ? handlers.propose(who, { ...nothing, params: { id: line }, body: { note: null, version, ...parts } }) : handlers.decide(who, { ...nothing, params: { id: line }, body: { decision: 'accepted', share: null, note: '现场核查', version, ...parts } })
    }
    expect(await act('propose', street)).toMatchObject({ refused: 'not-done' })
    value(await progress('适老化改造200户', 1))
    expect((await ledgerOf2023()).lines[0]).toMatchObject({ light: 'on-pace', measured: 'done', share: 1, lacks: ['acceptance'] })
    expect(await act('propose', other)).toMatchObject({ refused: 'not-permitted' })
    expect(await act('decide', supervisor)).toMatchObject({ refused: 'not-proposed' })
    expect(await act('propose', street, { version: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
    expect((await shown(line, street)).may).toMatchObject({ work: true, propose: true, decide: false })
    value(await act('propose', street))
    expect(await act('propose', street)).toMatchObject({ refused: 'already-proposed' })
    const waitingFor = async (who: Context) => (await who.read(tx => acceptanceMatters(tx, who))).map(matter => [matter.title, matter.step.zh])
    expect([await waitingFor(supervisor), await waitingFor(leader), await waitingFor(street)]).toEqual([[['加装电梯', '督查验收']], [], []])
    expect(await act('decide', leader)).toMatchObject({ refused: 'not-your-step' })
    expect(await act('decide', supervisor, { decision: 'partly' })).toMatchObject({ refused: 'part-missing' })
    expect((await shown(line, supervisor)).may).toMatchObject({ decide: true, readFiles: true, work: false })
    value(await act('decide', supervisor, { decision: 'refused', note: '两台未通电' }))
    expect((await ledgerOf2023()).lines[0]).toMatchObject({ light: 'slipping', acceptance: { state: 'refused', note: '两台未通电' } })
    value(await act('propose', street))
    const own = (await shown(line)).evidence.find(e => e.withdrawn === null)
    expect(await handlers.withdrawEvidence(street, { ...nothing, params: { id: line, evidence: own?.id ?? nobody }, body: { reason: '反悔' } })).toMatchObject({ refused: 'acceptance-under-way' })
    value(await act('decide', supervisor))
    expect((await ledgerOf2023()).lines[0]).toMatchObject({ light: 'done', acceptance: { state: 'accepted' }, lacks: [] })
    expect(await evidence(street, line)).toMatchObject({ refused: 'line-accepted' })
    expect(await handlers.takeOff(planner, { ...nothing, params: { id: line }, body: { reason: '移出', version: (await shown(line)).line.version } })).toMatchObject({ refused: 'line-in-use' })
    const { history } = await shown(line)
    const stored = await planner.read(tx => loadLine(tx, district, line))
    expect(lineOf(history.map(h => h.event))).toEqual(stored?.line)
  })

  it('what stands in a ledger is not lost when its paper is retracted, and goes once it is taken off', async () => {
    const { kept } = await write(tx => withdrawOrigin(tx, planner, origin))
    expect(kept.map(k => k.title)).toEqual(expect.arrayContaining(['加装电梯', '食品安全']))
    const id = (await ledgerOf2023()).ledger.id
    expect(await handlers.remove(planner, { ...nothing, params: { id }, body: { reason: '重复', version: (await ledgerOf2023()).ledger.version } })).toMatchObject({ refused: 'ledger-in-use' })
  })

  it('a list of inspections is capped, and says what to do when it is full', async () => {
    const fresh = (title: string, parts: object = {}) => ({ title, dueOn: '2023-12-31', leadUnit: places.finance.id, ...parts })
    const ask = (parts: object) => make({ kind: 'inspections', title: '2023年督查检查考核事项清单', cap: 2, ...parts })
    expect(await make({ kind: 'inspections', cap: null })).toMatchObject({ refused: 'cap-missing' })
    expect(await make({ kind: 'no-such' })).toMatchObject({ refused: 'unknown-ledger-kind' })
    expect(await ask({ span: '2021-2025' })).toMatchObject({ refused: 'span-of-kind' })
    expect(await ask({ fresh: ['安全', '环保', '党建'].map(t => fresh(t)) })).toMatchObject({ refused: 'cap-reached' })
    expect(await ask({ fresh: [fresh('安全', { dueOn: '2024-01-31' })] })).toMatchObject({ refused: 'outside-span' })
    expect(await ask({ fresh: [fresh('安全', { leadUnit: nobody })] })).toMatchObject({ refused: 'unknown-unit' })
    expect(await ask({ targets: [there.gdp] })).toMatchObject({ refused: 'other-kind-of-line' })
    expect(await ask({ commitments: [nobody] })).toMatchObject({ refused: 'unknown-commitment' })
    const made = value(await ask({ fresh: [fresh('安全生产考核'), fresh('环保督查')] }))
    const add = async (parts: object) => handlers.add(planner, { ...nothing, params: { id: made.id }, body: contract.add.body.parse({ fresh: [fresh('党建考核')], version: (await view(made.id)).ledger.version, ...parts }) })
    expect(await add({})).toMatchObject({ refused: 'cap-reached', facts: { cap: 2, standing: 2, asked: 1 } })
    const edit = async (parts: object) => handlers.edit(planner, { ...nothing, params: { id: made.id }, body: { reason: '市里调整', version: (await view(made.id)).ledger.version, ...parts } })
    expect(await edit({ cap: 1 })).toMatchObject({ refused: 'cap-below-lines' })
    expect(await edit({ cap: 3, version: 99 })).toMatchObject({ refused: 'changed-meanwhile' })
    value(await edit({ cap: 3, title: '督查检查考核清单' }))
    expect(value(await add({})).added).toBe(1)
    const ledger = await view(made.id)
    expect(ledger).toMatchObject({ ledger: { cap: 3, title: '督查检查考核清单', lines: 3 }, lines: [{ title: '安全生产考核', leads: ['区发展和改革局'] }, {}, { title: '党建考核' }] })
    expect(ledger.history.map(h => h.event.kind)).toEqual(['made', 'retitled', 'capped'])
    const [safety] = ledger.lines
    expect(await handlers.propose(planner, { ...nothing, params: { id: safety?.id ?? nobody }, body: { note: null, version: 1 } })).toMatchObject({ refused: 'no-acceptance' })
    expect(await handlers.setLine(planner, { ...nothing, params: { id: safety?.id ?? nobody }, body: { path: { base: null, own: [], ground: '无' }, version: 1 } })).toMatchObject({ refused: 'no-path-here' })
    value(await handlers.setLine(planner, { ...nothing, params: { id: ledger.lines[2]?.id ?? nobody }, body: { position: 1, weight: 2, version: 1 } }))
    expect((await view(made.id)).lines.map(l => [l.title, l.weight])).toEqual([['党建考核', 2], ['安全生产考核', 1], ['环保督查', 1]])
    expect(await planHandlers.remove(planner, { ...nothing, params: { id: safety?.commitment ?? nobody }, body: { reason: '不办了', version: 1 } })).toMatchObject({ refused: 'in-a-ledger' })
    value(await handlers.takeOff(planner, { ...nothing, params: { id: safety?.id ?? nobody }, body: { reason: '并入', version: safety?.version ?? 0 } }))
    expect((await view(made.id)).lines).toHaveLength(2)
    value(await planHandlers.remove(planner, { ...nothing, params: { id: safety?.commitment ?? nobody }, body: { reason: '不办了', version: 1 } }))
    expect(await handlers.conclude(planner, { ...nothing, params: { id: made.id }, body: { year: 2022, opinion: '没有这回事', version: (await view(made.id)).ledger.version } })).toMatchObject({ refused: 'no-mid-term' })
    const sheet = value(await handlers.export(planner, { ...nothing, params: { id: made.id }, query: { form: 'csv' } }))
    expect(new TextDecoder().decode(sheet.bytes)).toContain('党建考核')
    value(await handlers.remove(planner, { ...nothing, params: { id: made.id }, body: { reason: '重做', version: (await view(made.id)).ledger.version } }))
    expect(await handlers.get(planner, { ...nothing, params: { id: made.id }, query: {} })).toMatchObject({ refused: 'unknown-ledger' })
  })

  it('two planners who add at once cannot pass the cap together', async () => {
    const made = value(await make({ kind: 'inspections', title: '清单', cap: 1 }))
    const add = (title: string) => handlers.add(planner, { ...nothing, params: { id: made.id }, body: contract.add.body.parse({ fresh: [{ title, dueOn: '2023-12-31' }], version: 1 }) })
    const came = await Promise.all([add('甲'), add('乙')])
    expect(came.filter(c => c.ok)).toHaveLength(1)
    expect((await view(made.id)).lines).toHaveLength(1)
  })

  it('a five-year plan stands against its path; its mid-term evaluation is concluded and kept', async () => {
    const made = value(await make({ kind: 'five-year-plan', span: '2021-2025', title: '十四五', targets: [there.gdp] }))
    const [gdp] = (await view(made.id)).lines
    expect(gdp).toMatchObject({ code: 'GDP', light: 'on-pace', share: 0.5, path: { method: 'straight', base: { year: 2020, value: 400 } } })
    expect(gdp?.path?.years.map(y => [y.year, y.expected, y.actual, y.light])).toEqual([[2021, 420, null, 'not-judged'], [2022, 440, 450, 'on-pace'], [2023, 460, null, 'not-judged'], [2024, 480, null, 'not-judged'], [2025, 500, null, 'not-judged']])
    const line = gdp?.id ?? nobody
    const set = (path: object) => handlers.setLine(planner, { ...nothing, params: { id: line }, body: contract.setLine.body.parse({ path: { base: null, own: [{ year: 2022, value: 470 }], ground: '实施方案', ...path }, version: 1 }) })
    expect(await set({ ground: null })).toMatchObject({ refused: 'path-ground' })
    expect(await set({ own: [{ year: 2019, value: 1 }] })).toMatchObject({ refused: 'path-years' })
    expect(await set({ own: [{ year: 2022, value: 1 }, { year: 2022, value: 2 }] })).toMatchObject({ refused: 'path-years' })
    value(await set({}))
    expect((await view(made.id)).lines[0]).toMatchObject({ light: 'off-pace', path: { method: 'own' }, set: { ground: '实施方案' } })
    const midTerm = value(await handlers.midTerm(planner, { ...nothing, params: { id: made.id }, query: {} }))
    expect(midTerm).toMatchObject({ year: 2023, lines: [{ code: 'GDP', verdict: 'no-figure' }] })
    const conclude = async (year: number) => handlers.conclude(planner, { ...nothing, params: { id: made.id }, body: { year, opinion: '第二年滞后，需加力', version: (await view(made.id)).ledger.version } })
    expect(await conclude(2023)).toMatchObject({ refused: 'year-not-over' })
    expect(value(await conclude(2022))).toMatchObject({ year: 2022, lines: [{ verdict: 'far-behind', expected: 470, actual: 450, reached: 0.5, due: 0.7 }] })
    expect((await view(made.id)).midTerms).toMatchObject([{ year: 2022, by: 'planner（演示）', opinion: '第二年滞后，需加力' }])
    expect(await make({ kind: 'five-year-plan', span: '2016-2020', targets: [there.gdp] })).toMatchObject({ refused: 'outside-span' })
    expect(await make({ kind: 'five-year-plan', span: '2021-2025', targets: [nobody] })).toMatchObject({ refused: 'unknown-target' })
    expect(await make({ kind: 'five-year-plan', span: '2021-2025', targets: [there.gdp, there.gdpOld] })).toMatchObject({ ok: true })
  })

  it('a line follows its target when two entries of the register are merged, and says so when it is gone', async () => {
    const made = value(await make({ kind: 'five-year-plan', span: '2021-2025', title: '专项规划', targets: [there.gdpOld] }))
    await write(async tx => {
      const merged = await mergeIndicators(tx, planner, there.oldEntry, there.entry, 1)
      if (!merged.ok) throw new Error(merged.refused)
      await relink(tx, planner, new Map([[there.gdpOld, there.gdp]]))
    })
    const [line] = (await view(made.id)).lines
    expect(line).toMatchObject({ target: there.gdp, code: 'GDP', gone: false })
    expect((await shown(line?.id ?? nobody)).history.map(h => h.event.kind)).toEqual(['placed', 'retargeted'])
    await write(async tx => { await sql`update plan.ledger_line set target = ${nobody} where id = ${line?.id ?? nobody}`.execute(tx) })
    expect((await view(made.id)).lines[0]).toMatchObject({ gone: true, light: 'not-judged', parts: [] })
  })

  it('is seeded once, with what happened before', async () => {
    const list = { id: v7(), kind: 'ten-matters', span: '2022', title: '2022年十件民生实事', source: { kind: 'generated', seed: 's' } as const, lines: [{
      title: '口袋公园', leadUnit: places.street.id, parts: [{ title: '新建5个', target: null, progress: { share: 1, onDay: '2022-11-01', note: '建成', evidence: '照片' } }],
      events: [{ what: 'evidence', shows: '竣工', number: '1号', on: '2022-11-01', by: '甲' }, { what: 'proposed', by: '甲' }, { what: 'accepted', note: '属实', by: '乙' }],
    }] } as const
    expect(await write(tx => seedLedger(tx, planner, list))).toBe(true)
    expect(await write(tx => seedLedger(tx, planner, list))).toBe(false)
    const [seeded] = await planner.read(tx => ledgersOfYear(tx, planner, 2022))
      .then(views => views.filter(v => v.ledger.kind === 'ten-matters'))
    expect(seeded).toMatchObject({ ledger: { whole: { light: 'done' }, of: { public: true } }, lines: [{ title: '口袋公园', light: 'done', evidence: 1, acceptance: { state: 'accepted' } }] })
  })
})
