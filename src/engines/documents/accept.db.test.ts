import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { type FreshDistrict, freshDistrict } from '../../../testkit/district.ts'
import { halfYearReport, planReport } from '../../../testkit/invented-papers.ts'
import { takeFigures } from '../indicators/index.ts'
import { type Role } from '../org/schema.ts'
import { acceptPaper, importPaper } from './index.ts'
import { handlers } from './api/handlers.ts'
import { type Finding } from './domain/finding.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const value = <T>(answer: { ok: true; value: T } | { ok: false; refused: string; facts: unknown }): T => {
  if (!answer.ok) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
  return answer.value
}
const tables = ['indicators.indicator', 'indicators.alias', 'indicators.figure', 'indicators.target', 'indicators.statement', 'plan.commitment', 'documents.term']

/** Every row of the ledger, without ids and instants that are new each time: what must be as before after a paper is retracted. */
async function ledger(district: FreshDistrict): Promise<string[]> {
  const rows: string[] = []
  for (const table of tables) {
    const found = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(table)} t where district = ${district.district}`.execute(district.db)
    for (const { row } of found.rows) rows.push(`${table} ${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !['id', 'at', 'indicator', 'target', 'parent', 'version', 'tied_to'].includes(column)).toSorted()))}`)
  }
  return rows.sort()
}

describe('accepting a paper', async () => {
  const yuntai = await freshDistrict()
  const ctx = (role: Role = 'planner') => yuntai.ctx(role)
  const findingsOf = async (id: string): Promise<Finding[]> => value(await handlers.findings(await ctx(), { ...nothing, params: { id }, query: { limit: 500, first: 'position' } })).items
  const fact = async (id: string, name: string) => {
    const found = (await findingsOf(id)).find(f => f.kind === 'fact' && f.value.name === name)
    if (!found) throw new Error(`no fact ${name}`)
    return found
  }
  const figures = async (name: string) => (await sql<{ period: string; level_value: number | null; change_value: number | null; source: { start: number; end: number; words: string; document: string; fact: string } }>`
    select f.period, f.level_value, f.change_value, f.source from indicators.figure f join indicators.indicator i on i.district = f.district and i.id = f.indicator where i.name_zh = ${name} and f.district = ${yuntai.district} order by f.period`.execute(yuntai.db)).rows

  // The register as a pack would have it, so that one name is certain and one is only near.
  const seeding = await ctx()
  await seeding.write(async (tx, note) => {
    await takeFigures(tx, seeding, { origin: null, figures: [], targets: [], indicators: [
      { id: seeding.newId(), code: 'FAI', name: '固定资产投资', unit: '亿元', kind: 'flow' }, { id: seeding.newId(), code: 'PROJECTS', name: '落户优质项目', unit: '个', kind: 'flow' },
    ] })
    await note({ verb: 'register.seeded', thing: 'register', thingId: '' })
    return null
  })
  const before = await ledger(yuntai)
  const imported = value(await importPaper(await ctx(), { bytes: new TextEncoder().encode(planReport), name: '计划报告.txt' }))
  const id = imported.paper.id
  let accepted: string[] = []

  it('is stopped by a doubtful finding that nobody decided, and says how many there are', async () => {
    expect(await acceptPaper(await ctx(), id)).toMatchObject({ ok: false, refused: 'doubtful-open', facts: { count: 1 } })
    expect(value(await handlers.acceptance(await ctx(), { ...nothing, params: { id } }))).toMatchObject({ mayAccept: false, openDoubtful: 1, needed: [], brings: { commitments: expect.any(Number) } })
    expect(await ledger(yuntai)).toEqual(before)
  })

  it('suggests near names and leaves the choice to a person', async () => {
    const { items } = value(await handlers.matches(await ctx(), { ...nothing, params: { id }, query: { limit: 500 } }))
    const of = (name: string) => items.find(item => item.name === name)
    expect(of('固定资产投资')).toMatchObject({ match: 'certain', otherwise: { kind: 'existing', code: 'FAI' } })
    expect(of('引进优质项目')).toMatchObject({ match: 'suggested', candidates: [{ code: 'PROJECTS' }], otherwise: { kind: 'new', name: '引进优质项目', unit: '个' } })
    expect(of('新增公办学位')).toMatchObject({ match: 'none', otherwise: { kind: 'new' } })
    const projects = await fact(id, '引进优质项目')
    const indicator = of('引进优质项目')?.candidates[0]?.indicator ?? ''
    const chosen = value(await handlers.chooseIndicator(await ctx(), { ...nothing, params: { id, finding: projects.id }, body: { version: projects.version, choice: { kind: 'existing', indicator, beside: null }, sameName: true } }))
    expect(chosen).toMatchObject({ chosen: 2, finding: { choice: { kind: 'existing', code: 'PROJECTS', name: '落户优质项目' } } })
    const jobs = await fact(id, '新增就业人数')
    expect(await handlers.chooseIndicator(await ctx(), { ...nothing, params: { id, finding: jobs.id }, body: { version: jobs.version, choice: { kind: 'new', code: 'FAI', name: '新增就业', unit: '万人' }, sameName: false } })).toMatchObject({ ok: false, refused: 'indicator-code-taken' })
    value(await handlers.chooseIndicator(await ctx(), { ...nothing, params: { id, finding: jobs.id }, body: { version: jobs.version, choice: { kind: 'fact-only' }, sameName: false } }))
    const promise = (await findingsOf(id)).find(f => f.kind === 'promise')
    expect(await handlers.chooseIndicator(await ctx(), { ...nothing, params: { id, finding: promise?.id ?? '' }, body: { version: 1, choice: null, sameName: false } })).toMatchObject({ ok: false, refused: 'not-a-fact' })
  })

  it('writes figures, targets and words with the characters they were read from', async () => {
    const investment = await fact(id, '固定资产投资')
    value(await handlers.decide(await ctx(), { ...nothing, params: { id, finding: investment.id }, body: { decision: 'correct', version: investment.version, changes: { value: 6.3, change: { value: 6.3, unit: '%', base: '同比' } } } }))
    const doubtful = (await findingsOf(id)).find(f => f.doubtful)
    value(await handlers.decide(await ctx(), { ...nothing, params: { id, finding: doubtful?.id ?? '' }, body: { decision: 'reject', version: doubtful?.version ?? 0, reason: '原文缺名次' } }))
    const preview = value(await handlers.acceptance(await ctx(), { ...nothing, params: { id } }))
    expect(preview).toMatchObject({ mayAccept: true, factOnly: [{ name: '新增就业人数' }] })
    const done = value(await handlers.accept(await ctx(), { ...nothing, params: { id }, body: { version: imported.paper.version, unmatched: 'new' } }))
    expect(done).toMatchObject({ already: false, brought: { figures: preview.brings.figures, targets: preview.brings.targets, commitments: preview.brings.commitments, terms: 1, leftOut: 0, factOnly: 1, newIndicators: preview.newIndicators.length }, paper: { state: 'accepted', acceptedBy: 'planner（演示）', progress: { open: 0 } } })
    const [figure] = await figures('固定资产投资')
    expect(figure).toMatchObject({ period: '2022', level_value: null, change_value: 6.3, source: { document: id, fact: investment.id, start: investment.start, end: investment.end } })
    expect(figure?.source.words).toContain('固定资产投资增长6.2%')
    expect(figure?.source.words.length).toBeLessThanOrEqual(120)
    expect(await figures('落户优质项目')).toMatchObject([{ level_value: 96 }])
    expect(await figures('全区地区生产总值')).toMatchObject([{ level_value: 512.6, change_value: 3.1 }])
    const tree = await sql<{ title: string; kind: string; above: string | null; measured: boolean }>`select c.title, c.kind, p.title as above, c.target is not null as measured from plan.commitment c left join plan.commitment p on p.id = c.parent where c.origin = ${id} order by c.source -> 'start'`.execute(yuntai.db)
    expect(tree.rows.slice(0, 3)).toEqual([{ title: '扩大有效投资', kind: 'chapter', above: null, measured: false }, { title: '引进优质项目：力争120个以上', kind: 'measure', above: '扩大有效投资', measured: true }, { title: '推进云台大桥建设', kind: 'measure', above: '扩大有效投资', measured: false }])
    accepted = await ledger(yuntai)
    expect(accepted.some(row => row.startsWith('indicators.alias') && row.includes('引进优质项目'))).toBe(true)
    const street = value(await handlers.passage(await ctx('street'), { ...nothing, params: { id }, query: { start: investment.start, end: investment.end, around: 20 } }))
    expect(street.words).toContain('6.2%')
    expect(value(await handlers.terms(await ctx('street'), { ...nothing, query: { limit: 10 } })).items).toMatchObject([{ word: '云台通办', document: id }])
  })

  it('changes nothing when it is accepted twice, also at the same moment, and cannot be changed while it is accepted', async () => {
    expect(value(await acceptPaper(await ctx(), id))).toMatchObject({ already: true, brought: { terms: 1 } })
    expect(await ledger(yuntai)).toEqual(accepted)
    const finding = await fact(id, '固定资产投资')
    expect(await handlers.decide(await ctx(), { ...nothing, params: { id, finding: finding.id }, body: { decision: 'reopen', version: finding.version } })).toMatchObject({ ok: false, refused: 'already-accepted' })
    expect(await handlers.remove(await ctx(), { ...nothing, params: { id }, body: { reason: '不再需要' } })).toMatchObject({ ok: false, refused: 'was-accepted' })
  })

  it('takes away exactly what it brought when it is retracted, and brings the same again when it is accepted again', async () => {
    const { removed, kept } = value(await handlers.retract(await ctx(), { ...nothing, params: { id }, body: { reason: '数据有误' } }))
    expect(removed).toMatchObject({ terms: 1, commitments: accepted.filter(row => row.startsWith('plan.')).length })
    expect(kept).toEqual([])
    expect(await ledger(yuntai)).toEqual(before)
    expect(await handlers.retract(await ctx(), { ...nothing, params: { id }, body: { reason: '数据有误' } })).toMatchObject({ ok: false, refused: 'not-accepted' })
    expect(await handlers.remove(await ctx(), { ...nothing, params: { id }, body: { reason: '不再需要' } })).toMatchObject({ ok: false, refused: 'was-accepted' })
    const both = await Promise.all([acceptPaper(await ctx(), id), acceptPaper(await ctx(), id)])
    expect(both.map(b => value(b).already).sort()).toEqual([false, true])
    expect(await ledger(yuntai)).toEqual(accepted)
  })

  it('knows in the next paper what a person chose in this one, and retracting one paper leaves the other', async () => {
    const half = value(await importPaper(await ctx(), { text: halfYearReport }))
    const { items } = value(await handlers.matches(await ctx(), { ...nothing, params: { id: half.paper.id }, query: { limit: 500 } }))
    expect(items.filter(item => item.name === '引进优质项目').map(item => item.match)).toEqual(['certain', 'certain'])
    value(await acceptPaper(await ctx(), half.paper.id, { leaveOut: { reason: '测试中留下' } }))
    expect(await figures('固定资产投资')).toMatchObject([{ period: '2022' }, { period: '2023H1', change_value: 7.1 }])
    value(await handlers.retract(await ctx(), { ...nothing, params: { id: half.paper.id }, body: { reason: '测试撤回' } }))
    expect(await ledger(yuntai)).toEqual(accepted)
  })

  it('asks for what the front matter lacks before it accepts', async () => {
    const { paper } = value(await importPaper(await ctx(), { text: planReport.replaceAll(/20(?:22|23)年(?:2月8日)?/g, '') }))
    expect(await acceptPaper(await ctx(), paper.id, { leaveOut: { reason: '测试' } })).toMatchObject({ ok: false, refused: 'front-matter-missing', facts: { fields: '日期、年度' } })
  })

  it('leaves a trace of every acceptance and retraction', async () => {
    const { rows } = await sql<{ verb: string }>`select verb from audit.entry where verb in ('paper.accepted', 'paper.retracted') order by id`.execute(yuntai.db)
    expect(rows.map(row => row.verb)).toEqual(['paper.accepted', 'paper.retracted', 'paper.accepted', 'paper.accepted', 'paper.retracted'])
  })

  const real = new URL('../../../../shared/reports/yuexiu-2023-half-year.txt', import.meta.url)
  it.skipIf(!existsSync(real))('takes a real half-year report in, out and in again', async () => {
    const yuexiu = await freshDistrict({ district: 440103, beside: yuntai })
    const planner = await yuexiu.ctx('planner')
    const empty = await ledger(yuexiu)
    const { paper } = value(await importPaper(planner, { bytes: readFileSync(real), name: 'half-year.txt' }))
    const first = value(await acceptPaper(planner, paper.id, { leaveOut: { reason: '测试' } }))
    expect(first.brought.figures).toBeGreaterThan(50)
    expect(first.brought.targets).toBeGreaterThan(20)
    expect(first.brought.commitments).toBeGreaterThan(50)
    const full = await ledger(yuexiu)
    value(await handlers.retract(planner, { ...nothing, params: { id: paper.id }, body: { reason: '测试' } }))
    expect(await ledger(yuexiu)).toEqual(empty)
    value(await acceptPaper(planner, paper.id, { leaveOut: { reason: '测试' } }))
    expect(await ledger(yuexiu)).toEqual(full)
  })
  if (!existsSync(real)) console.warn('../shared/reports is not there: the test with a real report is skipped')
})
