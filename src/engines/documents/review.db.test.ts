import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { freshDistrict } from '../../../testkit/district.ts'
import { planReport } from '../../../testkit/invented-papers.ts'
import { type Role } from '../org/schema.ts'
import { handlers } from './api/handlers.ts'
import { type Finding } from './domain/finding.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const all = { limit: 500, first: 'position' as const }

describe('the review of a paper', async () => {
  const yuntai = await freshDistrict()
  const ctx = (role: Role = 'planner') => yuntai.ctx(role)
  const value = <T>(answer: { ok: true; value: T } | { ok: false; refused: string; facts: unknown }): T => {
    if (!answer.ok) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
    return answer.value
  }
  const bring = async (text: string) => value(await handlers.importPaper(await ctx(), { ...nothing, body: { text } }))
  const findingsOf = async (id: string) => value(await handlers.findings(await ctx(), { ...nothing, params: { id }, query: all })).items
  const named = (findings: readonly Finding[], name: string): Finding => {
    const found = findings.find(f => f.kind === 'fact' && f.value.name === name)
    if (!found) throw new Error(`no fact ${name}`)
    return found
  }
  const decide = async (role: Role, id: string, finding: string, body: Parameters<typeof handlers.decide>[1]['body']) => handlers.decide(await ctx(role), { ...nothing, params: { id, finding }, body })

  const { paper } = await bring(planReport)
  const id = paper.id

  it('keeps what was read, and where: every span says in the raw text what the finding says', async () => {
    expect(paper).toMatchObject({ state: 'open', kind: 'plan-report', year: 2023, date: '2023-02-08', asked: [], needed: [], format: 'paste' })
    const text = value(await handlers.text(await ctx('leader'), { ...nothing, params: { id }, query: { start: 0 } }))
    expect(text.text).toBe(planReport)
    const investment = named(await findingsOf(id), '固定资产投资')
    expect(planReport.slice(investment.start, investment.end)).toContain('6.2%')
    expect(paper.progress).toMatchObject({ open: paper.progress.all, accepted: 0 })
  })

  it('answers the import that is there when the same text comes again, also at the same moment', async () => {
    expect(await bring(planReport)).toMatchObject({ existing: true, paper: { id } })
    const other = `${planReport}\n（另文）\n`
    const both = await Promise.all([bring(other), bring(other)])
    expect(both.map(b => b.existing).sort()).toEqual([false, true])
    expect(both[0]?.paper.id).toBe(both[1]?.paper.id)
    const asFile = value(await handlers.importPaper(await ctx(), { ...nothing, file: { name: '..\\报告.txt', mime: 'text/plain', bytes: new TextEncoder().encode(planReport) } }))
    expect(asFile).toMatchObject({ existing: true, paper: { id } })
  })

  it('does not let two reviewers overwrite one another, and says who was first and what now stands', async () => {
    const finding = named(await findingsOf(id), '引进优质项目')
    const first = value(await decide('statistician', id, finding.id, { decision: 'correct', version: finding.version, changes: { value: 97 } }))
    expect(first.finding).toMatchObject({ state: 'corrected', corrected: ['value'], read: { value: 96 }, value: { value: 97 }, by: 'statistician（演示）' })
    const second = await decide('planner', id, finding.id, { decision: 'reject', version: finding.version, reason: null })
    expect(second).toMatchObject({ ok: false, refused: 'decided-meanwhile', facts: { by: 'statistician（演示）', state: 'corrected', value: 97, name: '引进优质项目', version: first.finding.version } })
    const race = await Promise.all([decide('planner', id, finding.id, { decision: 'reject', version: first.finding.version, reason: '重复' }), decide('statistician', id, finding.id, { decision: 'reopen', version: first.finding.version })])
    expect(race.filter(r => r.ok)).toHaveLength(1)
    const history = value(await handlers.finding(await ctx(), { ...nothing, params: { id, finding: finding.id } })).history
    expect(history.slice(0, 2)).toMatchObject([{ seq: 1, event: { kind: 'read', value: { value: 96 } } }, { seq: 2, event: { kind: 'corrected', before: { value: 96 }, after: { value: 97 } } }])
  })

  it('accepts all that is certain at once and takes it back, but for what others changed since', async () => {
    const before = value(await handlers.paper(await ctx(), { ...nothing, params: { id } })).progress
    const done = value(await handlers.acceptCertain(await ctx(), { ...nothing, params: { id } }))
    expect(done.accepted).toBeGreaterThan(10)
    expect(done.progress).toMatchObject({ open: before.doubtful, doubtful: before.doubtful })
    const investment = named(await findingsOf(id), '固定资产投资')
    value(await decide('statistician', id, investment.id, { decision: 'reject', version: investment.version, reason: '与统计局数不一致' }))
    const undone = value(await handlers.undo(await ctx(), { ...nothing, params: { id } }))
    expect(undone).toMatchObject({ act: 'accepted-certain', undone: done.accepted - 1, kept: 1, progress: { rejected: before.rejected + 1 } })
    expect(named(await findingsOf(id), '固定资产投资')).toMatchObject({ state: 'rejected', by: 'statistician（演示）' })
    expect(await handlers.undo(await ctx('leader'), { ...nothing, params: { id } })).toMatchObject({ ok: false, refused: 'nothing-to-undo' })
  })

  it('does not take back what somebody else has decided again', async () => {
    const retail = named(await findingsOf(id), '社会消费品零售总额')
    const mine = value(await decide('statistician', id, retail.id, { decision: 'accept', version: retail.version }))
    value(await decide('planner', id, retail.id, { decision: 'reopen', version: mine.finding.version }))
    expect(await handlers.undo(await ctx('statistician'), { ...nothing, params: { id } })).toMatchObject({ ok: false, refused: 'undo-overtaken' })
    expect(value(await handlers.undo(await ctx('planner'), { ...nothing, params: { id } })).findings).toMatchObject([{ id: retail.id, state: 'accepted' }])
  })

  it('shows doubts first and pages through without losing or doubling a finding', async () => {
    const seen: Finding[] = []
    let after: string | undefined
    do {
      const page = value(await handlers.findings(await ctx(), { ...nothing, params: { id }, query: { limit: 7, first: 'doubts', ...(after !== undefined && { after }) } }))
      seen.push(...page.items)
      after = page.next ?? undefined
      expect(page.total).toBe(paper.progress.all)
    } while (after !== undefined)
    expect(new Set(seen.map(f => f.id)).size).toBe(paper.progress.all)
    expect(seen[0]).toMatchObject({ doubtful: true, doubts: [{ kind: 'lost-ordinal' }] })
    expect(seen.map(f => f.doubtful)).toEqual(seen.map(f => f.doubtful).toSorted((a, b) => Number(b) - Number(a)))
    expect(await handlers.findings(await ctx(), { ...nothing, params: { id }, query: { ...all, after: 'x' } })).toMatchObject({ ok: false, refused: 'bad-input' })
  })

  it('reads the paper again when its year is given otherwise; corrections stay and what was accepted with other values is open again', async () => {
    // Without any year in it, the paper must be told its year.
    const { paper: fresh } = await bring(planReport.replaceAll(/20(?:22|23)年(?:2月8日)?/g, ''))
    expect(fresh).toMatchObject({ year: null, needed: ['date', 'year'] })
    const told = value(await handlers.mend(await ctx(), { ...nothing, params: { id: fresh.id }, body: { version: fresh.version, changes: { year: 2023 } } })).paper
    expect(told.document).toMatchObject({ resultsPeriod: '2022', planPeriod: '2023' })
    const [gdp, jobs, retail] = ['全区地区生产总值', '新增就业人数', '社会消费品零售总额']
    const before = await findingsOf(fresh.id)
    const was = (name: string | undefined) => { const { id: finding, version } = named(before, name ?? ''); return { finding, version } }
    value(await decide('planner', fresh.id, was(gdp).finding, { decision: 'correct', version: was(gdp).version, changes: { period: '2021' } }))
    value(await decide('planner', fresh.id, was(jobs).finding, { decision: 'correct', version: was(jobs).version, changes: { value: 1.9 } }))
    value(await decide('planner', fresh.id, was(retail).finding, { decision: 'accept', version: was(retail).version }))
    const mended = value(await handlers.mend(await ctx(), { ...nothing, params: { id: fresh.id }, body: { version: told.version, changes: { year: 2024 } } }))
    expect(mended.paper).toMatchObject({ year: 2024, document: { resultsPeriod: '2023', planPeriod: '2024' } })
    expect(mended.rereadFindings).toBeGreaterThan(0)
    const now = await findingsOf(fresh.id)
    expect(named(now, gdp ?? '')).toMatchObject({ state: 'corrected', value: { period: '2021' } })
    expect(named(now, jobs ?? '')).toMatchObject({ state: 'corrected', value: { period: '2023', value: 1.9 } })
    expect(named(now, retail ?? '')).toMatchObject({ state: 'open', value: { period: '2023' } })
    expect(await handlers.mend(await ctx(), { ...nothing, params: { id: fresh.id }, body: { version: fresh.version, changes: { title: '别的标题' } } })).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
    const titled = value(await handlers.mend(await ctx(), { ...nothing, params: { id: fresh.id }, body: { version: mended.paper.version, changes: { title: null } } }))
    expect(titled).toMatchObject({ rereadFindings: 0, paper: { needed: ['title', 'date'] } })
  })

  it('opens the exact characters to everyone who sees the ledger only when the paper is accepted', async () => {
    const investment = named(await findingsOf(id), '固定资产投资')
    const passage = value(await handlers.passage(await ctx('leader'), { ...nothing, params: { id }, query: { start: investment.start, end: investment.end, around: 5 } }))
    expect(`${passage.before}${passage.words}${passage.after}`).toBe(planReport.slice(investment.start - 5, investment.end + 5))
    expect(passage).toMatchObject({ date: '2023-02-08', section: '2022年国民经济和社会发展计划执行情况 / 经济运行稳中有进' })
    expect(await handlers.passage(await ctx('street'), { ...nothing, params: { id }, query: { start: 0, end: 10, around: 5 } })).toMatchObject({ ok: false, refused: 'unknown-paper' })
  })

  it('tells reviewers who else has the paper open', async () => {
    value(await handlers.presence(await ctx('statistician'), { ...nothing, params: { id } }))
    expect(value(await handlers.presence(await ctx(), { ...nothing, params: { id } })).others).toMatchObject([{ name: 'statistician（演示）' }])
    yuntai.clock.now = '2023-08-29T02:03:00.000Z'
    expect(value(await handlers.presence(await ctx(), { ...nothing, params: { id } })).others).toEqual([])
  })

  it('gives back the original, the reading and the findings as tables', async () => {
    const original = value(await handlers.original(await ctx(), { ...nothing, params: { id } }))
    expect(new TextDecoder().decode(original.bytes)).toBe(planReport)
    const csv = new TextDecoder().decode(value(await handlers.exportFindings(await ctx(), { ...nothing, params: { id }, query: { format: 'csv', language: 'zh' } })).bytes)
    expect(csv.split('\r\n')).toHaveLength(paper.progress.all + 2)
    expect(csv).toContain('固定资产投资')
    const xlsx = value(await handlers.exportFindings(await ctx(), { ...nothing, params: { id }, query: { format: 'xlsx', language: 'en' } }))
    expect(Array.from(xlsx.bytes.slice(0, 2))).toEqual([0x50, 0x4b])
    const reading: unknown = JSON.parse(new TextDecoder().decode(value(await handlers.reading(await ctx(), { ...nothing, params: { id } })).bytes))
    expect(reading).toMatchObject({ document: { year: 2023 } })
  })

  it('keeps a text with zero bytes and broken characters, shows where they were and says so', async () => {
    const odd = planReport.replace('各位代表：', '各位\0代表\ud800：')
    const kept = await bring(odd)
    expect(kept.paper.doubts[0]).toMatchObject({ kind: 'other', message: { zh: expect.stringContaining('2个') } })
    const text = value(await handlers.text(await ctx(), { ...nothing, params: { id: kept.paper.id }, query: { start: 0 } }))
    expect(text).toMatchObject({ length: odd.length })
    expect(text.text.indexOf('\uFFFD')).toBe(odd.indexOf('\0'))
  })

  it('refuses what is no report with its reason, and leaves nothing behind', async () => {
    const sizes = async () => (await sql<{ n: number }>`select count(*) n from documents.paper`.execute(yuntai.db)).rows[0]?.n
    const before = await sizes()
    expect(await handlers.importPaper(await ctx(), { ...nothing, body: {} })).toMatchObject({ ok: false, refused: 'nothing-to-import' })
    expect(await handlers.importPaper(await ctx(), { ...nothing, body: { text: '床前明月光，疑是地上霜。'.repeat(40) } })).toMatchObject({ ok: false, refused: 'not-a-report' })
    expect(await handlers.importPaper(await ctx(), { ...nothing, file: { name: 'a.docx', mime: '', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) } })).toMatchObject({ ok: false, facts: expect.anything() })
    const endless = planReport.replace('（二）保障改善民生。', `${Array.from({ length: 2100 }, (_, i) => `新增学位${i + 30}个，改造小区${i + 2}个，新建公园${i + 1}个，举办招聘会${i + 4}场，引进项目${i + 5}个。`).join('\n')}（二）保障改善民生。`)
    expect(await handlers.importPaper(await ctx(), { ...nothing, body: { text: endless } })).toMatchObject({ ok: false, refused: 'too-many-findings', facts: { limit: 10_000 } })
    expect(await sizes()).toBe(before)
  })

  it('refuses corrections that the finding cannot have', async () => {
    const jobs = named(await findingsOf(id), '新增就业人数')
    expect(await decide('planner', id, '0190a000-0000-7000-8000-000000000000', { decision: 'accept', version: 1 })).toMatchObject({ ok: false, refused: 'unknown-finding' })
    const correct = (changes: object) => decide('planner', id, jobs.id, { decision: 'correct', version: jobs.version, changes })
    expect(await correct({ meaning: '…' })).toMatchObject({ ok: false, refused: 'not-a-field' })
    expect(await correct({ name: '新增就业人数' })).toMatchObject({ ok: false, refused: 'nothing-changed' })
    expect(await correct({ upper: 1 })).toMatchObject({ ok: false, refused: 'upper-below-value' })
    value(await decide('planner', id, jobs.id, { decision: 'accept', version: jobs.version }))
    expect(await decide('planner', id, jobs.id, { decision: 'accept', version: jobs.version + 1 })).toMatchObject({ ok: false, refused: 'already-decided' })
  })

  it('deletes a draft with everything that hangs on it, and keeps its trace in the trail', async () => {
    const { paper: draft } = await bring(planReport.replace('云台大桥', '云台三桥'))
    value(await handlers.remove(await ctx(), { ...nothing, params: { id: draft.id }, body: { reason: '传错文件' } }))
    expect(await handlers.paper(await ctx(), { ...nothing, params: { id: draft.id } })).toMatchObject({ ok: false, refused: 'unknown-paper' })
    const { rows } = await sql<{ n: number }>`select (select count(*) from documents.finding where paper = ${draft.id}) + (select count(*) from documents.finding_event e where not exists (select from documents.finding f where f.id = e.finding)) + (select count(*) from documents.piece where paper = ${draft.id}) n`.execute(yuntai.db)
    expect(rows[0]?.n).toBe(0)
    const trail = await sql<{ detail: { reason: string } }>`select detail from audit.entry where verb = 'paper.deleted'`.execute(yuntai.db)
    expect(trail.rows).toMatchObject([{ detail: { reason: '传错文件' } }])
  })

  it('shows nothing of one district to another', async () => {
    const other = await freshDistrict({ district: 440103, beside: yuntai })
    expect(await handlers.paper(await other.ctx('planner'), { ...nothing, params: { id } })).toMatchObject({ ok: false, refused: 'unknown-paper' })
    expect(value(await handlers.papers(await other.ctx('planner'), { ...nothing, query: { limit: 50 } }))).toMatchObject({ total: 0 })
  })

  it('folds to what is stored: every finding of every paper equals its history', async () => {
    const { findSteps, loadFindings } = await import('./store.ts')
    const { foldFinding } = await import('./domain/review.ts')
    const planner = await ctx()
    await planner.read(async tx => {
      const findings = await loadFindings(tx, planner.district, id)
      const steps = await findSteps(tx, planner.district, findings.map(f => f.id))
      for (const { state, value: now, version, changes, choice, by, gone, ...finding } of findings) expect(foldFinding(steps.get(finding.id) ?? [])).toMatchObject({ state, value: now, version, changes, choice, by, gone })
    })
  })
})
