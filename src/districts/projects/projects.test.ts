import { describe, expect, it } from 'vitest'
import { BlockerGiven } from '../../engines/projects/contract.ts'
import { approvalsOf } from '../../engines/projects/domain/approvals.ts'
import { projectVerdict } from '../../engines/projects/domain/light.ts'
import { mayBeMade, mayHappen } from '../../engines/projects/domain/moves.ts'
import { applied, nameOf, type Project } from '../../engines/projects/domain/project.ts'
import { judgedMonth, yearOfMoney } from '../../engines/projects/domain/schedule.ts'
import { ProjectEvent } from '../../engines/projects/schema.ts'
import { type Light } from '../../kernel/light.ts'
import { addDays, dayOf, type Day } from '../../kernel/time.ts'
import { projects as rules } from '../../packs/key-projects/rules.ts'
import { type DistrictSetup } from '../district.ts'
import { liwan } from '../liwan.ts'
import { unitsOf } from '../units.ts'
import { yuexiu } from '../yuexiu.ts'
import { withIds } from './ids.ts'
import { type DemoProject, demoProjects } from './projects.ts'
import { publishedYears } from './published.ts'

/** The project as it stands, each of its events allowed by the rules when it happened. */
function livedThrough({ code, steps }: DemoProject): Project {
  const end = steps.reduce<Project | null>((project, { at, event }, i) => {
    const may = event.kind === 'made' ? mayBeMade(event, rules) : project ? mayHappen(project, event, dayOf(at), rules) : { ok: false }
    if (!may.ok) throw new Error(`${code} ${at} ${event.kind}: ${JSON.stringify(may)}`)
    return applied(project, { seq: i + 1, at, by: null, event })
  }, null)
  if (!end) throw new Error(`${code} was never made`)
  return end
}

function standingOn(setup: DistrictSetup, today: Day) {
  const { projects, blockers } = demoProjects(setup, rules, { seed: 'test', today })
  const known = projects.map(one => {
    const project = livedThrough(one), plan = project.years.find(year => year.year === Number(today.slice(0, 4)))
    const inTheWay = blockers.filter(blocker => blocker.project === one.code).map(({ title, raisedDaysAgo, solved }) => ({ title, raisedOn: addDays(today, -raisedDaysAgo), open: !solved }))
    return { one, project, verdict: projectVerdict({ year: plan ? yearOfMoney(plan, project.months) : null, nodes: project.nodes, blockers: inTheWay, over: project.ended ? 'ended' : project.phase === 'operating' ? 'operating' : null }, today, rules.light) }
  })
  return { projects, blockers, known, count: (light: Light) => known.filter(({ verdict }) => verdict.whole.light === light).length }
}

const today = '2025-07-15'
const { projects, blockers, known } = standingOn(yuexiu, today)
const listed = (list: string, year: number, of = known) => of.filter(({ project }) => project.listings.some(l => l.list === list && l.year === year))
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
const plannedIn = (year: number, of = known) => sum(of.map(({ project }) => project.years.find(y => y.year === year)?.total ?? 0))
const doneIn = (year: number, of = known, through = 12) => sum(of.flatMap(({ project }) => project.months.filter(m => m.state === 'approved' && m.month >= `${year}-01` && m.month <= `${year}-${String(through).padStart(2, '0')}`).map(m => m.amount)))
/** 10 000 yuan as 亿元 to a hundredth. */
const inYi = (amount: number) => Math.round(amount / 100) / 100

describe('what is published of key projects', () => {
  it('is what the papers of Yuexiu say, with paper and section', () => {
    expect(publishedYears.map(({ year, count }) => [year, count.value, count.unit, count.source.section])).toEqual([[2020, 60, '个', '一（二）'], [2021, 60, '个', '三（三）'], [2022, 62, '个', '一（二）'], [2023, 63, '个', '二（一）'], [2024, 65, '个', '一（一）'], [2025, 65, '个', '二（四）']])
    const money = (key: 'plan' | 'done' | 'completion' | 'lead' | 'started' | 'inUse') => publishedYears.flatMap(year => { const said = year[key]; return said ? [[year.year, said.value, said.unit]] : [] })
    expect(money('plan')).toEqual([[2023, 39, '亿元'], [2025, 41, '亿元']])
    expect(money('done')).toEqual([[2024, 47.88, '亿元']])
    expect(money('completion')).toEqual([[2022, 122, '%']])
    expect(money('lead')).toEqual([[2024, 18.5, '个百分点']])
    expect([money('started'), money('inUse')]).toEqual([[[2024, 10, '个']], [[2024, 12, '个']]])
    expect(publishedYears.flatMap(({ half }) => (half ? [half.cityKey.count.value, half.cityKey.lead.value, half.cityCampaign.count.value, half.cityCampaign.lead.value] : []))).toEqual([20, 6, 43, 17])
  })
})

describe('the made-up projects of Yuexiu', () => {
  it('stand in the lists of each year as many as are published', () => {
    for (const { year, count, half } of publishedYears) {
      expect(listed('district-key', year), String(year)).toHaveLength(count.value)
      if (half) expect([listed('city-key', year).length, listed('city-campaign', year).length]).toEqual([half.cityKey.count.value, half.cityCampaign.count.value])
    }
    expect(known.filter(({ project }) => project.ended && project.listings.length > 0)).toEqual([])
  })

  it('add up to the plans and the investment that are published', () => {
    expect(inYi(plannedIn(2023))).toBe(39)
    expect(inYi(plannedIn(2025))).toBe(41)
    expect(inYi(doneIn(2024))).toBe(47.88)
    expect(doneIn(2022) / plannedIn(2022)).toBeCloseTo(1.22, 4)
    expect(doneIn(2024) / plannedIn(2024) - 1).toBeCloseTo(0.185, 4)
    expect(doneIn(2020)).toBeGreaterThan(plannedIn(2020))
    for (const [list, lead] of [['city-key', 0.06], ['city-campaign', 0.17]] as const) expect(doneIn(2023, listed(list, 2023), 6) / plannedIn(2023, listed(list, 2023)) - 0.5, list).toBeCloseTo(lead, 3)
  })

  it('begin building and go into operation in 2024 as many as are published', () => {
    const into = (phase: string) => known.filter(({ one }) => one.steps.some(({ event }) => event.kind === 'phased' && event.phase === phase && event.on.startsWith('2024'))).length
    expect([into('started'), into('operating')]).toEqual([10, 12])
  })

  it('say in list and plan what is published and what is made up, and cite no paper of a day to come', () => {
    const grounds = (of: readonly DemoProject[], year: number) => [...new Set(of.flatMap(({ steps }) => steps.flatMap(({ event }) => (event.kind === 'listed' && event.list === 'district-key' && event.year === year ? [event.ground] : event.kind === 'year-planned' && event.year === year ? [event.reason] : []))))]
    expect(grounds(projects, 2025)).toEqual(['个数（65个）同《关于广州市越秀区2024年国民经济和社会发展计划执行情况与2025年计划草案的报告》二（四）；各项目为演示生成', '合计（41亿元）同《关于广州市越秀区2024年国民经济和社会发展计划执行情况与2025年计划草案的报告》二（四）；各项目为演示生成'])
    expect(grounds(demoProjects(yuexiu, rules, { seed: 'test', today: '2025-01-20' }).projects, 2025).join()).not.toContain('报告')
    expect(grounds(demoProjects(yuexiu, rules, { seed: 'test', today: '2026-05-20' }).projects, 2026)).toEqual(['名单为演示生成，个数未见公布', '年度计划为演示生成'])
  })

  it('live: some are renamed, moved on, merged, divided and withdrawn, and each other knows of it', () => {
    const having = (is: (project: Project) => boolean) => known.filter(({ project }) => is(project))
    expect(having(p => p.names.length > 1).length).toBeGreaterThan(3)
    expect(known.filter(({ one }) => one.steps.some(({ event }) => event.kind === 'nodes-planned')).length).toBeGreaterThan(3)
    const [merged] = having(p => p.ended?.into !== null && p.ended !== null), [taking] = having(p => p.kin.some(k => k.how === 'absorbed'))
    expect(merged?.project.ended).toMatchObject({ into: taking?.one.code, intoName: taking?.project.names[0]?.name })
    expect(taking?.project.kin.find(k => k.how === 'absorbed')).toMatchObject({ other: merged?.one.code, name: merged?.project.names[0]?.name })
    const [divided] = having(p => p.kin.some(k => k.how === 'split')), [part] = having(p => p.kin.some(k => k.how === 'came-of'))
    expect(divided?.project.kin).toMatchObject([{ other: part?.one.code, name: part?.project.names[0]?.name }])
    expect(part?.project.kin).toMatchObject([{ other: divided?.one.code }])
    expect(having(p => p.ended !== null && p.ended.into === null)).toHaveLength(1)
    expect(new Set(known.map(({ project }) => project.phase))).toEqual(new Set(['planned', 'reserved', 'started', 'operating']))
    expect(having(p => p.visits.length > 0).length).toBeGreaterThan(8)
    expect(having(p => p.nodes.some(node => node.forecast !== null && node.reached === null)).length).toBeGreaterThan(8)
    expect(having(p => p.override !== null && p.override.until > today)).toHaveLength(1)
  })

  it('have contracts within their totals, land that is cleared, and approvals side by side in every state', () => {
    const of = (is: (project: Project) => boolean) => known.filter(({ project }) => is(project)).length
    expect(of(p => p.contracts.length > 0)).toBeGreaterThan(40)
    expect(of(p => p.contracts.some(one => one.changes.length > 0))).toBeGreaterThan(10)
    expect(of(p => p.contracts.some(one => one.closed !== null))).toBeGreaterThan(5)
    expect(of(p => p.land.told.length > 1)).toBeGreaterThan(15)
    expect(of(p => { const last = p.land.told.at(-1); return last !== undefined && last.signed < (p.land.planned?.households ?? 0) })).toBeGreaterThan(1)
    const states = known.flatMap(({ project }) => approvalsOf(project, rules.kinds, today)), seen = (is: (line: (typeof states)[number]) => boolean) => states.filter(is).length
    for (const state of ['waiting', 'running', 'with-owner', 'granted', 'not-needed'] as const) expect(seen(line => line.state === state), state).toBeGreaterThan(0)
    expect([seen(line => line.state === 'granted' && line.late > 0) > 0, seen(line => line.state === 'running' && line.late > 0) > 0]).toEqual([true, true])
    const texts = known.flatMap(({ project }) => [...project.contracts.flatMap(one => [one.number, one.what, one.party]), ...project.approvals.flatMap(one => one.steps.map(step => step.words))])
    expect(texts.filter(text => text !== '' && !text.includes('演示'))).toEqual([])
  })

  it('are marked as generated, in source and name, and have codes of their own', () => {
    expect(new Set(projects.map(one => one.code)).size).toBe(projects.length)
    expect(new Set(projects.map(one => one.seed)).size).toBe(projects.length)
    for (const { one: { code, seed, steps }, project } of known) {
      const event = steps[0]?.event
      expect(event?.kind === 'made' && event.source, code).toEqual({ kind: 'generated', seed })
      expect(event?.kind === 'made' && event.code).toBe(code)
      for (const words of [...project.names.map(n => n.name), project.what, project.leader ?? '演示', project.contractor ?? '演示']) expect(words, code).toContain('演示')
    }
    expect(new Set(known.map(({ project }) => nameOf(project))).size).toBe(known.length)
  })

  it('happen in order, up to yesterday, by units that there are, and would be accepted by the schema', () => {
    const codes = new Set(unitsOf(yuexiu).map(u => u.code)), others = new Set(projects.map(one => one.code))
    const id = (among: ReadonlySet<string>) => (code: string) => { expect(among.has(code), code).toBe(true); return '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee' }
    const ids = { unit: id(codes), project: id(others) }
    for (const { code, steps } of projects) {
      const instants = steps.map(step => step.at)
      expect(instants, code).toEqual(instants.toSorted())
      expect((instants.at(-1) ?? '') < `${today}T00:00:00.000Z`, code).toBe(true)
      for (const { by, event } of steps) {
        expect(by !== null && codes.has(by), code).toBe(true)
        expect(ProjectEvent.safeParse(withIds(event, ids)).error?.issues ?? [], `${code} ${event.kind}`).toEqual([])
      }
    }
  })

  it('have blockers that could be opened as cases, some of them solved', () => {
    for (const { project, kind, title, words } of blockers) {
      expect(projects.some(one => one.code === project)).toBe(true)
      expect(BlockerGiven.safeParse({ kind, title, words }).success, title).toBe(true)
    }
    expect(blockers.filter(blocker => blocker.solved).length).toBeGreaterThan(1)
    expect(blockers.filter(blocker => !blocker.solved).length).toBeGreaterThan(4)
  })
})

const days = ['2025-01-01', '2025-01-11', '2025-02-05', '2025-02-28', '2025-06-01', '2025-12-31', '2026-01-06', '2026-03-11', '2026-09-10', '2027-01-31', '2027-10-12', '2028-02-29', '2029-05-01', '2030-01-02', '2030-12-31']

describe('on any day', () => {
  it.each(days)('on %s some are off pace, more slipping, and most on pace', day => {
    const { known, count } = standingOn(yuexiu, day)
    expect(listed('district-key', Number(day.slice(0, 4)), known)).toHaveLength(65)
    expect(count('off-pace')).toBeGreaterThanOrEqual(2)
    expect(count('off-pace')).toBeLessThan(9)
    expect(count('slipping')).toBeGreaterThanOrEqual(5)
    expect(count('on-pace')).toBeGreaterThan(count('off-pace') + count('slipping'))
    const last = (state: string) => known.filter(({ project }) => project.months.some(month => month.state === state)).length
    expect(last('told')).toBeGreaterThanOrEqual(2)
    expect(last('returned')).toBe(1)
    // Of all others every month is approved that had to be told by then.
    const year = Number(day.slice(0, 4)), due = judgedMonth({ year, done: [] }, day, rules.light.toldBy)
    const behind = listed('district-key', year, known).filter(({ project }) => project.months.filter(month => month.state === 'approved' && month.month.startsWith(String(year))).length < due)
    expect(behind.length).toBeLessThanOrEqual(last('told') + last('returned'))
  }, 20_000)

  it.each(['2025-01-01', '2026-03-20', '2030-11-11'])('Liwan has twelve on %s, with a light of each colour', day => {
    const { known, count } = standingOn(liwan, day)
    expect(known).toHaveLength(12)
    expect(listed('district-key', Number(day.slice(0, 4)), known)).toHaveLength(10)
    for (const light of ['off-pace', 'slipping', 'on-pace'] as const) expect(count(light), light).toBeGreaterThan(0)
    expect(known.flatMap(({ one }) => one.steps).every(({ event }) => event.kind !== 'listed' || event.ground.includes('未见公布'))).toBe(true)
  })

  it('is the same for the same seed and day, another for another seed, and quick', () => {
    const begun = performance.now(), again = demoProjects(yuexiu, rules, { seed: 'test', today })
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(again).toEqual({ projects, blockers })
    expect(demoProjects(yuexiu, rules, { seed: 'other', today }).projects).not.toEqual(projects)
    for (const seed of ['a', 'b', 'c']) for (const one of demoProjects(yuexiu, rules, { seed, today: '2026-08-09' }).projects) livedThrough(one)
  })
})
