import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { seedPublished } from '../indicators/index.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api/handlers.ts'
import { foldDoubt } from './domain/checks/settling.ts'
import { acceptPaper, importPaper, jobs, runChecks } from './index.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const value = <T>(answer: { ok: true; value: T } | { ok: false; refused: string; facts: unknown }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
  return answer.value
}

/** A plan report of a year with these results of the year before. */
const report = (year: number, results: string, area = '云台区') => `关于测试市${area}${year - 1}年国民经济和社会发展计划执行情况与${year}年计划草案的报告

——${year}年2月8日在测试市${area}第三届人民代表大会第二次会议上

各位代表：

一、${year - 1}年国民经济和社会发展计划执行情况

（一）经济运行稳中有进。${results}

二、${year}年经济社会发展主要预期目标和重点工作

（一）扩大有效投资。加快推进云台大桥建设，启动东站片区改造。新增公办学位3200个，建成云台区图书馆新馆。
`
const first = '社会消费品零售总额208.4亿元。群众安全感连续三年居全市第一。推进重点工程63项，其中市级工程20项、区级工程44项。'
const second = '社会消费品零售总额230.5亿元，同比增长6.3%。群众安全感连续三年居全市第一。'

describe('doubts', async () => {
  const here = await freshDistrict({ now: '2024-02-10T02:00:00.000Z' })
  await sql`update org.unit set name = '测试市云台区' where district = ${here.district} and id = ${here.places.district.id}`.execute(here.db)
  const ctx = (role: Role = 'planner') => here.ctx(role)
  const doubts = async (query: object = {}, role: Role = 'planner') => value(await handlers.doubts(await ctx(role), { ...nothing, query: { limit: 50, ...query } })).items
  const bring = async (year: number, results: string, area?: string) => value(await importPaper(await ctx(), { bytes: new TextEncoder().encode(report(year, results, area)), name: `${year}${area ?? ''}.txt` })).paper.id
  const run = async () => runChecks(await ctx())
  const factOf = async (paper: string, name: string) => {
    const found = value(await handlers.findings(await ctx(), { ...nothing, params: { id: paper }, query: { limit: 500, first: 'position' } })).items.find(f => f.kind === 'fact' && f.value.name === name)
    if (!found) throw new Error(`no fact ${name}`)
    return found
  }
  const correct = async (paper: string, name: string, said: number) => {
    const finding = await factOf(paper, name)
    value(await handlers.decide(await ctx(), { ...nothing, params: { id: paper, finding: finding.id }, body: { decision: 'correct', version: finding.version, changes: { value: said } } }))
  }
  const settle = async (doubt: { id: string; version: number }, more: object = {}, role: Role = 'planner') => handlers.settleDoubt(await ctx(role), { ...nothing, params: { id: doubt.id }, body: { version: doubt.version, how: 'both-right', reason: '2023年经济普查后修订了基数', side: null, ...more } })
  const theOne = async (kind: string, query: object = {}) => {
    const [one, ...more] = await doubts({ kind, ...query })
    if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} doubts of ${kind}`)
    return one
  }
  let earlier = '', later = ''

  it('are found inside a paper once it is imported', async () => {
    earlier = await bring(2023, first)
    expect(value(await handlers.lastCheck(await ctx(), nothing))).toMatchObject({ at: null, stale: true })
    expect(value(await run())).toEqual({ found: 1, changed: 0, lapsed: 0 })
    expect(await theOne('sum')).toMatchObject({ severity: 'question', state: 'open', name: '推进重点工程', words: { zh: '20项 + 44项 = 64项，大于总数63项；分项互不重叠时不能成立' }, sides: [{ part: { zh: '合计' }, paper: earlier }, {}, {}] })
  })

  it('and between papers when another one comes; a second run finds nothing new', async () => {
    later = await bring(2024, second)
    expect(value(await run())).toEqual({ found: 2, changed: 0, lapsed: 0 })
    expect((await doubts()).map(d => [d.severity, d.kind])).toEqual([['contradiction', 'streak'], ['question', 'base'], ['question', 'sum']])
    const base = await theOne('base')
    expect(base.sides.map(side => side.source.kind === 'document' && side.source.words)).toEqual([expect.stringContaining('230.5亿元'), expect.stringContaining('208.4亿元')])
    expect(await run()).toMatchObject({ ok: false, refused: 'nothing-to-check' })
    expect(await jobs[0]?.run(await ctx())).toMatchObject({ ok: false })
    expect(value(await handlers.runChecks(await ctx(), nothing))).toMatchObject({ stale: false, papers: 2, open: { contradiction: 1, question: 2, note: 0 }, compared: { base: 1, streak: 2 } })
    expect(await doubts()).toHaveLength(3)
  })

  it('of two runs at once one does the work', async () => {
    await sql`update documents.check_run set stamp = ''`.execute(here.db)
    const ran = await Promise.all([run(), run()])
    expect(ran.filter(r => r.ok)).toHaveLength(1)
    expect(await doubts()).toHaveLength(3)
  })

  it('are settled by a person with a reason, once, on what that person saw', async () => {
    const base = await theOne('base')
    expect(await settle({ ...base, version: base.version + 1 })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await settle(base, { side: 'another' })).toMatchObject({ refused: 'not-a-side' })
    expect(await handlers.reopenDoubt(await ctx(), { ...nothing, params: { id: base.id }, body: { version: base.version, reason: '再看看' } })).toMatchObject({ refused: 'doubt-open' })
    expect(value(await settle(base)).doubt).toMatchObject({ state: 'settled', settlement: { how: 'both-right', by: 'planner（演示）', reason: '2023年经济普查后修订了基数' } })
    expect(await settle({ ...base, version: base.version + 1 })).toMatchObject({ refused: 'doubt-settled' })
    expect(await settle({ id: '01890000-0000-7000-8000-00000000dead', version: 1 })).toMatchObject({ refused: 'unknown-doubt' })
    expect(await doubts({ state: 'open' })).toHaveLength(2)
    const entries = await here.db.selectFrom('audit.entry').select('verb').where('district', '=', here.district).where('verb', '=', 'doubt.settled').execute()
    expect(entries).toHaveLength(1)
  })

  it('stay settled while their sayings stay, and open again when one of them says something else', async () => {
    value(await handlers.runChecks(await ctx(), nothing))
    expect(await theOne('base')).toMatchObject({ state: 'settled' })
    await correct(earlier, '社会消费品零售总额', 210.4)
    expect(value(await run())).toEqual({ found: 0, changed: 1, lapsed: 0 })
    const base = await theOne('base')
    expect(base).toMatchObject({ state: 'open', settlement: null, words: { zh: expect.stringContaining('210.4亿元') } })
    const { history } = value(await handlers.doubt(await ctx(), { ...nothing, params: { id: base.id } }))
    expect(history.map(step => step.event.kind)).toEqual(['found', 'settled', 'changed'])
    expect(foldDoubt(history)).toEqual({ state: 'open', settlement: null, version: base.version })
  })

  it('lapse when a correction makes the sayings agree, and come back when it is taken back', async () => {
    await correct(earlier, '社会消费品零售总额', 216.8)
    expect(value(await run())).toEqual({ found: 0, changed: 0, lapsed: 1 })
    expect(await doubts({ kind: 'base' })).toEqual([])
    const gone = await theOne('base', { state: 'lapsed' })
    expect(gone.state).toBe('lapsed')
    expect(await settle(gone)).toMatchObject({ refused: 'doubt-lapsed' })
    value(await handlers.undo(await ctx(), { ...nothing, params: { id: earlier } }))
    expect(value(await run())).toEqual({ found: 1, changed: 0, lapsed: 0 })
    expect(await theOne('base')).toMatchObject({ id: gone.id, state: 'open' })
  })

  it('are reopened with a reason', async () => {
    const streak = value(await settle(await theOne('streak'), { how: 'misprint', reason: '应为连续四年', side: (await theOne('streak')).sides[0]?.key })).doubt
    expect(value(await handlers.reopenDoubt(await ctx(), { ...nothing, params: { id: streak.id }, body: { version: streak.version, reason: '查到当年排名后再定' } })).doubt).toMatchObject({ state: 'open', settlement: null })
  })

  it('of papers under review are for those who review; those of accepted papers for everyone who sees the ledger', async () => {
    expect(await doubts({}, 'street')).toEqual([])
    const sum = await theOne('sum')
    expect(await handlers.doubt(await ctx('street'), { ...nothing, params: { id: sum.id } })).toMatchObject({ refused: 'unknown-doubt' })
    value(await acceptPaper(await ctx(), earlier, { leaveOut: { reason: '测试' } }))
    expect((await doubts({}, 'street')).map(d => d.kind)).toEqual(['sum'])
    value(await acceptPaper(await ctx(), later, { leaveOut: { reason: '测试' } }))
    expect(await doubts({}, 'street')).toHaveLength(3)
  })

  it('are found by paper, by finding and by words, page by page, and exported as listed', async () => {
    const finding = await factOf(later, '社会消费品零售总额')
    expect((await doubts({ finding: finding.id })).map(d => d.kind)).toEqual(['base'])
    expect((await doubts({ paper: later })).map(d => d.kind)).toEqual(['streak', 'base'])
    expect((await doubts({ q: '安全感' })).map(d => d.kind)).toEqual(['streak'])
    const page = value(await handlers.doubts(await ctx(), { ...nothing, query: { limit: 2 } }))
    expect(page.total).toBe(3)
    expect((await doubts({ after: page.next ?? '' })).map(d => d.kind)).toEqual(['sum'])
    const sheet = value(await handlers.exportDoubts(await ctx(), { ...nothing, query: { form: 'csv', language: 'zh' } }))
    expect(new TextDecoder().decode(sheet.bytes).split('\r\n').filter(line => /^(?:不符|待核)/.test(line))).toHaveLength(3)
  })

  it('a figure that a person corrected in the ledger speaks in the place of the paper', async () => {
    const figure = await sql<{ id: string; version: number; level_unit: string }>`select id, version, level_unit from indicators.figure where district = ${here.district} and period = '2022' and level_value = 210.4`.execute(here.db)
    const [row] = figure.rows
    if (!row) throw new Error('not in the ledger')
    await sql`insert into indicators.figure select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'level_value', 216.8, 'origin', null, 'fact', null, 'replaces', f.id, 'source', jsonb_build_object('kind', 'hand', 'person', null, 'name', '王', 'at', '2024-02-10T02:00:00.000Z', 'ground', '统计局函')))).* from indicators.figure f where id = ${row.id}`.execute(here.db)
    await sql`update indicators.figure set replaced_by = (select id from indicators.figure where replaces = ${row.id}) where id = ${row.id}`.execute(here.db)
    value(await run())
    expect(await theOne('base', { state: 'lapsed' })).toMatchObject({ state: 'lapsed' })
  })

  it('the ledger is held against the papers, and papers of another district are not', async () => {
    const planner = await ctx()
    const [indicator] = value(await handlers.matches(planner, { ...nothing, params: { id: later }, query: { limit: 500, q: '社会消费品零售总额' } })).items
    expect(indicator?.otherwise.kind).toBe('existing')
    await planner.write(async (tx, note) => {
      const code = indicator?.otherwise.kind === 'existing' ? indicator.otherwise.code : ''
      await seedPublished(tx, planner, here.places.district.id, { figures: [{ indicator: code, period: '2023', level: { value: 229.1, unit: '亿元' }, change: null, rank: null, qualifier: null, basis: null, source: { kind: 'published', title: '统计公报', section: '三', saidOn: '2024-03-30' } }], targets: [] })
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    await bring(2024, second.replace('230.5', '250.5'), '海门区')
    value(await run())
    const twice = await theOne('twice', { state: 'open' })
    expect(twice).toMatchObject({ severity: 'question', words: { zh: expect.stringContaining('229.1亿元') } })
    expect(twice.sides.map(side => [side.source.kind, side.figure === null])).toEqual(expect.arrayContaining([['published', false], ['document', true]]))
    expect(await doubts({ figure: twice.sides.find(side => side.figure !== null)?.figure })).toHaveLength(1)
  })
})
