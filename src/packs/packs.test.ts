import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPaper } from '../engines/documents/domain/read-paper.ts'
import { agrees, claimFrom, peersWithin, standingAmong } from '../engines/indicators/domain/benchmark.ts'
import { certainMatch, type RegisterName } from '../engines/indicators/domain/match.ts'
import { verdictOf } from '../engines/indicators/domain/light.ts'
import { nameParts } from '../engines/indicators/domain/names.ts'
import { permissionsOf } from '../engines/org/domain/permission.ts'
import { Indicator } from '../engines/indicators/schema.ts'
import { findingsOf } from '../engines/returns/domain/checks.ts'
import { dueOn } from '../engines/returns/domain/periods.ts'
import { measureOf, type SheetRow, valuesOf } from '../engines/returns/domain/values.ts'
import { FormContent, keyOf } from '../engines/returns/schema.ts'
import { Label } from '../kernel/label.ts'
import { mayPropose, stillAddsUp } from '../engines/plan/domain/division.ts'
import { faultsOfKind } from '../engines/plan/domain/ledger/kind-check.ts'
import { balanceOf, valued } from '../engines/plan/domain/parts.ts'
import { LedgerKind } from '../engines/plan/ledgers/schema.ts'
import { mayStart } from '../engines/projects/domain/forces/moves.ts'
import { mayBePlanned, nodesFrom } from '../engines/projects/domain/nodes.ts'
import { ProjectRules } from '../engines/projects/schema.ts'
import { gradeFor } from '../engines/supervision/domain/notice-rule.ts'
import { NoticeRule } from '../engines/supervision/notices/schema.ts'
import { faultsOfType } from '../engines/cases/domain/type-check.ts'
import { type CaseType, type Category } from '../engines/cases/schema.ts'
import { departments } from '../districts/departments.ts'
import { caseSays } from '../../testkit/case-example.ts'
import { ledgerSays, pathSays } from '../../testkit/ledger-example.ts'
import { projectSays } from '../../testkit/project-example.ts'
import { feedbackSays, roundsSay } from '../../testkit/supervision-example.ts'
import { catalogue } from './catalogue.ts'
import { packs } from './index.ts'
import { registeredAliases } from './indicator.ts'
import { type BenchmarkGiven, type DivisionGiven, type Example, type LightGiven, type NoticeRuleExample, type Pack, type PackIndicator, type ReturnGiven, type StartExample } from './pack.ts'

const indicators = packs.flatMap(pack => (pack.indicators ?? []).map(indicator => ({ ...indicator, pack: pack.id })))
const ledgers = packs.flatMap(pack => pack.ledgers ?? [])
const caseTypes = packs.flatMap(pack => pack.caseTypes ?? [])
const directories = packs.flatMap(pack => pack.directories ?? [])
const namesOf = (indicator: PackIndicator) => [indicator.name.zh, ...indicator.aliases]
const bare = (name: string) => nameParts(name).bare
const doubles = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i)

describe('all packs together', () => {
  test('have ids of their own, and every indicator has a code of its own', () => {
    expect(doubles(packs.map(pack => pack.id))).toEqual([])
    expect(doubles(indicators.map(indicator => indicator.code))).toEqual([])
  })

  test('make an indicator of parts that are registered, counted alike, named once and not itself', () => {
    const byCode = new Map(indicators.map(indicator => [indicator.code, indicator]))
    const wholes = indicators.filter(indicator => indicator.parts !== undefined)
    expect(wholes.length).toBeGreaterThan(0)
    for (const { code, unit, kind, parts = [] } of wholes) {
      expect(doubles(parts)).toEqual([])
      expect(parts).not.toContain(code)
      for (const part of parts) expect(byCode.get(part), part).toMatchObject({ unit, kind })
    }
  })

  test('claim a name for one indicator only, however it is printed', () => {
    const claims = indicators.flatMap(i => [...new Set(namesOf(i).map(bare))].map(name => ({ name, code: i.code })))
    expect(doubles(claims.map(claim => claim.name)).map(name => claims.filter(claim => claim.name === name))).toEqual([])
  })

  test('never list a name both as an indicator’s own and as a thing it must not be merged with', () => {
    for (const indicator of indicators) {
      const own = new Set(namesOf(indicator).map(bare))
      expect((indicator.not ?? []).filter(name => own.has(bare(name))), indicator.code).toEqual([])
    }
  })

  test('bring forms with codes of their own, whose rows are indicators of the packs', () => {
    expect(doubles(usualForms.map(form => form.code))).toEqual([])
    const codes = new Set(indicators.map(i => i.code))
    expect(usualForms.flatMap(form => form.content.rows.map(row => row.indicator)).filter(code => !codes.has(code))).toEqual([])
  })

  test('bring the rules of projects once', () => {
    expect(packs.filter(pack => pack.projects).map(pack => pack.id)).toEqual(['key-projects'])
  })

  test('bring the rule of notices once', () => {
    expect(packs.filter(pack => pack.notices).map(pack => pack.id)).toEqual(['supervision'])
  })

  test('carry no system twice without saying which part each carries', () => {
    const full = packs.flatMap(pack => pack.systems.filter(claim => !claim.extent).map(claim => claim.id))
    expect(doubles(full)).toEqual([])
  })
})

test('the guide to adding a pack points to files that are there', () => {
  const guide = new URL('../../docs/adding-a-pack.md', import.meta.url)
  const links = [...readFileSync(guide, 'utf8').matchAll(/\]\(([^)]+)\)/g)].flatMap(m => m[1] ?? [])
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter(link => !existsSync(new URL(link, guide)))).toEqual([])
})

const glossary = readFileSync(new URL('../../GLOSSARY.md', import.meta.url), 'utf8')

describe.each(packs.map(pack => ({ pack, id: pack.id })))('pack $id', ({ pack }) => {
  test('brings no word that the glossary does not know in both languages', () => {
    for (const word of pack.words ?? []) {
      expect(glossary, word.zh).toContain(word.zh)
      expect(glossary, word.en).toContain(word.en)
    }
  })

  test('names its source, and every text in both languages', () => {
    expect(pack.origins.length).toBeGreaterThan(0)
    for (const origin of pack.origins) expect(origin.document && origin.section).toBeTruthy()
    const labels = [pack.name, pack.what, ...pack.examples.map(e => e.name), ...(pack.indicators ?? []).map(i => i.name), ...(pack.words ?? []).map(w => w.meaning), ...(pack.ledgers ?? []).flatMap(l => [l.name, l.what, l.line, ...l.acceptance.map(step => step.name)]), ...pack.systems.flatMap(s => s.extent ?? [])]
    for (const label of labels) {
      expect(Label.safeParse(label).success, label.zh).toBe(true)
      expect(label.zh, 'Chinese is Chinese').toMatch(/\p{Script=Han}/u)
      expect(label.en, 'English is English').not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('claims only systems of the catalogue, each proved by an example of its own and seen on a page', () => {
    for (const claim of pack.systems) {
      expect(catalogue.some(system => system.id === claim.id), claim.id).toBe(true)
      expect(pack.examples.some(example => example.name.zh === claim.example), `${claim.id}: ${claim.example}`).toBe(true)
      expect(claim.page).toMatch(/^\/[a-z0-9/-]+$/)
    }
    expect(doubles(pack.systems.map(claim => claim.id))).toEqual([])
  })

  test('brings indicators that the register can keep', () => {
    for (const { code, name, aliases, aliasesBeside = [], not = [], unit, nature, direction, frequency, kind, aggregation } of pack.indicators ?? []) {
      const entry = { code, name, aliases: registeredAliases({ aliases, aliasesBeside }), notNames: not, unit, nature, direction, frequency, kind, aggregation }
      const read = Indicator.pick({ code: true, name: true, aliases: true, notNames: true, unit: true, nature: true, direction: true, frequency: true, kind: true, aggregation: true }).safeParse(entry)
      expect(read.success ? null : read.error.issues, code).toBeNull()
    }
  })

  test('brings kinds of ledger that the plan can keep, each with an example', () => {
    for (const kind of pack.ledgers ?? []) {
      const read = LedgerKind.safeParse(kind)
      expect(read.success ? null : read.error.issues, kind.key).toBeNull()
      expect(ledgers.filter(k => k.key === kind.key)).toHaveLength(1)
      expect(pack.examples.some(e => (e.kind === 'ledger' && e.given.ledger === kind.key) || (e.kind === 'path' && kind.of === 'target')), kind.key).toBe(true)
      // Every step of acceptance can be taken by somebody, and what asks for acceptance has a step.
      for (const step of kind.acceptance) expect(step.roles.some(role => 'ledger.accept' in permissionsOf[role]), step.name.zh).toBe(true)
      expect(kind.needs.includes('acceptance')).toBe(kind.acceptance.length > 0)
      expect(read.success ? faultsOfKind(read.data) : [], kind.key).toEqual([])
      for (const { zh, en } of (kind.particulars ?? []).flatMap(column => [column.name, ...(column.kind === 'number' ? [column.unit] : column.kind === 'choice' ? column.choices.map(one => one.name) : [])])) {
        expect(zh, en).toMatch(/\p{Script=Han}/u)
        expect(en, zh).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  test('brings case types that are sound, each with an example, with units that there are', () => {
    for (const type of pack.caseTypes ?? []) {
      expect(faultsOfType(type), type.key).toEqual([])
      expect(caseTypes.filter(t => t.key === type.key || t.prefix === type.prefix), type.key).toHaveLength(1)
      expect(pack.examples.some(e => e.kind === 'case' && e.given.type === type.key), type.key).toBe(true)
      expect(departmentsIn(type.categories).filter(key => !departments.some(d => d.key === key)), type.key).toEqual([])
      for (const label of labelsIn(type)) {
        expect(label.zh, label.en).toMatch(/\p{Script=Han}/u)
        expect(label.en, label.zh).not.toMatch(/\p{Script=Han}/u)
      }
      // A unit to which nothing is sent when it is given a case, or a reporter who never hears, would be a hole in the type.
      expect((type.messages ?? []).map(m => `${m.on} ${m.to}`), type.key).toEqual(expect.arrayContaining(['dispatched lead', 'late lead', ...(type.onPortal ? ['received reporter', 'answered reporter', 'refused reporter'] : [])]))
      for (const { directory } of type.fields) if (directory !== undefined) expect(directories.map(d => d.key)).toContain(directory)
    }
  })

  test('tells the register of indicators and case types that there are', () => {
    for (const { indicator, type } of pack.countedFigures ?? []) {
      expect(indicators.map(one => one.code)).toContain(indicator)
      expect(packs.flatMap(one => one.caseTypes ?? []).map(one => one.key)).toContain(type)
    }
  })

  test('brings directories with keys of their own, whose fields are sound', () => {
    for (const directory of pack.directories ?? []) {
      expect(directories.filter(d => d.key === directory.key)).toHaveLength(1)
      expect(doubles(directory.fields.map(f => f.key))).toEqual([])
      for (const label of [directory.name, directory.what, directory.row, ...directory.fields.map(f => f.name)]) expect(Label.safeParse(label).success, directory.key).toBe(true)
    }
  })

  test('brings rules of projects that are sound: nodes that can be planned, every name in both languages, limits in order', () => {
    for (const rules of pack.projects ? [pack.projects] : []) {
      const read = ProjectRules.safeParse(rules)
      expect(read.success ? null : read.error.issues).toBeNull()
      const { phases, kinds, lists, light } = rules
      for (const one of [kinds, lists]) expect(doubles(one.map(({ key }) => key))).toEqual([])
      for (const words of [...Object.values(phases), ...[...kinds, ...lists].flatMap(({ name, what }) => [name, what]), ...kinds.flatMap(kind => [...kind.nodes.map(node => node.name), ...(kind.approvals ?? []).flatMap(line => [line.name, line.grants])])]) {
        expect(words.zh, words.en).toMatch(/\p{Script=Han}/u)
        expect(words.en, words.zh).not.toMatch(/\p{Script=Han}/u)
      }
      // A short project as well: days that fall together must not turn round.
      for (const { key, nodes } of kinds) for (const end of ['2025-01-20', '2028-12-31']) expect(mayBePlanned(nodesFrom(nodes, '2025-01-01', end)), key).toMatchObject({ ok: true })
      for (const { key, approvals = [] } of kinds) {
        expect(doubles(approvals.map(line => line.key)), key).toEqual([])
        // Each waits for lines that stand before it, so that there is no circle.
        approvals.forEach(({ key: line, after }, i) => expect(after.filter(former => !approvals.slice(0, i).some(one => one.key === former)), line).toEqual([]))
      }
      for (const { slipping, offPace } of [light.lag, light.node, light.blocker]) expect(slipping).toBeLessThan(offPace)
      expect(pack.examples.some(example => example.kind === 'project')).toBe(true)
    }
  })

  test('brings a rule of notices that is sound: its words in both languages, and examples that raise one and that raise none', () => {
    for (const rule of pack.notices ? [pack.notices] : []) {
      const read = NoticeRule.safeParse(rule)
      expect(read.success ? null : read.error.issues).toBeNull()
      expect(doubles(rule.covers)).toEqual([])
      for (const words of Object.values(rule.consequences)) {
        expect(words.zh, words.en).toMatch(/\p{Script=Han}/u)
        expect(words.en, words.zh).not.toMatch(/\p{Script=Han}/u)
      }
      const grades = pack.examples.flatMap(example => (example.kind === 'notice-rule' ? [example.then.grade] : []))
      expect(grades).toContain(null)
      expect(grades).toEqual(expect.arrayContaining([rule.grade, rule.grave.grade]))
    }
  })

  test('has at least three examples with names of their own, some accepted and some refused', () => {
    expect(pack.examples.length).toBeGreaterThanOrEqual(3)
    expect(doubles(pack.examples.map(example => example.name.zh))).toEqual([])
    expect(pack.examples.some(accepts)).toBe(true)
    expect(pack.examples.every(accepts)).toBe(false)
  })
})

function departmentsIn(categories: readonly Category[]): string[] {
  return categories.flatMap(({ unit, below = [] }) => [...(unit && 'department' in unit ? [unit.department] : []), ...departmentsIn(below)])
}

function labelsIn(type: CaseType): Label[] {
  const named = (categories: readonly Category[]): Label[] => categories.flatMap(({ name, below = [] }) => [name, ...named(below)])
  const { fields, urgencies, results, clocks, names = {}, messages = [], letters = [], rates } = type
  return [type.name, ...named(type.categories), ...[...fields, ...fields.flatMap(f => f.choices ?? []), ...urgencies, ...results, ...clocks, ...letters, ...(rates?.exclusions ?? [])].map(x => x.name), ...Object.values(names), ...[...messages, ...letters].map(m => m.text)]
}

/** Does the example end well: a name known, something read, a promise on pace or kept? */
function accepts(example: Example): boolean {
  switch (example.kind) {
    case 'match': return example.then.indicator !== null
    case 'reading': return example.then.length > 0
    case 'return': return example.then.findings.length === 0
    case 'light': return example.then.light === 'on-pace' || example.then.light === 'done'
    case 'project': return example.then.light === undefined ? (example.then.refused ?? null) === null : example.then.light === 'on-pace' || example.then.light === 'done'
    case 'ledger': return example.then.refused === null || example.then.whole === 'on-pace' || example.then.whole === 'done'
    case 'division': return example.then.refused === null
    case 'notice-rule': return example.then.grade !== null
    case 'benchmark': return example.then.verdict === 'fits'
    case 'case': return (example.then.refused ?? null) === null && Object.values(example.then.clocks ?? {}).every(clock => !clock.endsWith('late'))
    case 'start': return example.then.refused === null
    case 'rounds': return example.then.missed.length === 0
    case 'feedback': return example.then === null || example.then.behind.length === 0
    case 'path': return example.then.verdict === 'on-path' || example.then.verdict === 'ahead'
  }
}

const register: readonly RegisterName[] = indicators.map((i, n) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, code: i.code, name: i.name, unit: i.unit,
  aliases: registeredAliases(i), notNames: [...(i.not ?? [])],
}))

describe.each(packs.map(pack => ({ pack, id: pack.id })))('examples of $id', ({ pack }) => {
  test.each(pack.examples.map(example => ({ example, name: example.name.zh })))('$name', ({ example }) => {
    switch (example.kind) {
      case 'match': return expect({ indicator: codeOf(example.given) }).toEqual(example.then)
      case 'return': return expect(returnOf(example.given)).toMatchObject(example.then)
      case 'light': return expect(verdictOn(example.given)).toMatchObject(example.then)
      case 'ledger': return expect(ledgerSays(kindOf(example.given.ledger), example.given)).toMatchObject(example.then)
      case 'division': return expect(dividedAs(example.given)).toMatchObject(example.then)
      case 'benchmark': return expect(standingOf(example.given)).toEqual(example.then)
      case 'case': return expect(caseSays(typeOf(example.given.type), example.given, example.then)).toMatchObject(example.then)
      case 'path': return expect(pathSays(example.given)).toMatchObject(example.then)
      case 'notice-rule': return expect(gradeOf(pack, example.given)).toEqual(example.then)
      case 'project': return expect(projectSays(rulesOf(pack), example.given)).toMatchObject(example.then)
      case 'start': return expect(startSays(example.given)).toEqual(example.then)
      case 'rounds': return expect(roundsSay(example.given)).toEqual(example.then)
      case 'feedback': return expect(feedbackSays(example.given)).toEqual(example.then)
      case 'reading': {
        const { facts, glossary } = readPaper(example.given.text, { resultsPeriod: example.given.resultsPeriod, planPeriod: example.given.planPeriod })
        expect(facts).toMatchObject(example.then)
        if (example.words) expect(glossary.map(term => term.word)).toEqual(example.words)
      }
    }
  })
})

function startSays({ measures, nodes }: StartExample): Extract<Example, { kind: 'start' }>['then'] {
  const plan = Array.from({ length: measures ?? 0 }, (_, i) => ({ key: `m${i}`, words: '措施', unit: '00000000-0000-7000-8000-000000000001', dueOn: '2025-06-30', sign: '验收单', done: null }))
  const may = mayStart({ force: measures === null ? null : { name: '专班', plan }, nodes }, '项目')
  return { refused: may.ok ? null : may.refused }
}

function standingOf({ own, ours, peers, claim: words }: BenchmarkGiven): Extract<Example, { kind: 'benchmark' }>['then'] {
  const grew = (value: number) => ({ level: null, change: { value, unit: '%' } })
  const claim = claimFrom(words, grew(ours))
  const all = Object.entries(peers).map(([code, value]) => ({ code, name: code, ...grew(value) }))
  const standing = standingAmong('growth', { indicator: { unit: '亿元', direction: 'up' }, ours: grew(ours), peers: claim.scope === null ? all : peersWithin(claim.scope, own, all), benchmark: null, target: null })
  return { rank: standing.rank, of: standing.of, verdict: agrees(claim, standing).verdict }
}

function dividedAs({ terms: given, measure, reason = '', later = given.whole }: DivisionGiven): Extract<Example, { kind: 'division' }>['then'] {
  const terms = valued(given)
  const may = mayPropose(terms, { value: terms.whole, measure }, reason === '' ? null : reason)
  return { rest: balanceOf(terms, terms.whole).rest, refused: may.ok ? null : may.refused, stillAddsUp: stillAddsUp(terms, later) }
}

function kindOf(key: string): LedgerKind {
  const kind = ledgers.find(k => k.key === key)
  if (!kind) throw new Error(`no pack brings a ledger ${key}`)
  return LedgerKind.parse(kind)
}

function rulesOf({ id, projects }: Pack): ProjectRules {
  if (!projects) throw new Error(`${id} brings no rules of projects`)
  return projects
}

function gradeOf({ id, notices }: Pack, { since, lead, last, on, rule = {} }: NoticeRuleExample): Extract<Example, { kind: 'notice-rule' }>['then'] {
  if (!notices) throw new Error(`${id} brings no rule of notices`)
  return { grade: gradeFor({ since, lead, last: last ?? null }, on, { ...notices, ...rule }) }
}

function typeOf(key: string): CaseType {
  const type = caseTypes.find(t => t.key === key)
  if (!type) throw new Error(`no pack brings a case type ${key}`)
  return type
}

function codeOf({ name, unit, beside }: { readonly name: string; readonly unit: string; readonly beside?: string }): string | null {
  const id = certainMatch(name, unit, register, beside)
  return register.find(entry => entry.id === id)?.code ?? null
}

const usualForms = packs.flatMap(pack => pack.forms ?? []).map(form => ({ ...form, content: FormContent.parse(form.content) }))

/** Fills a sheet as far as the example does; the rows that it leaves out are not on this unit's sheet. */
function returnOf({ form: code, period, typed, lastPeriod = {}, lastYear = {}, before = {}, below = {} }: ReturnGiven) {
  const content = usualForms.find(form => form.code === code)?.content
  if (!content) throw new Error(`no pack brings ${code}`)
  const known = (of: Readonly<Record<string, number>>, key: string) => (of[key] === undefined ? null : { value: of[key], period: '', figure: null })
  const rows = content.rows.filter(row => Object.keys(typed).some(key => key.split('/')[0] === row.indicator)).map((row): SheetRow => {
    const key = keyOf(row), indicator = indicators.find(i => i.code === row.indicator)
    const beside = { lastPeriod: known(lastPeriod, key), lastYear: known(lastYear, key), before: known(before, key), inputs: [], count: null, brought: null, below: below[key] === undefined ? null : { sum: below[key], of: 18, filled: 18 } }
    return { key, row, name: indicator?.name ?? { zh: key, en: key }, measure: measureOf(row, indicator?.unit ?? ''), formula: null, beside }
  })
  const cells = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, { value, answers: [] }]))
  return { findings: findingsOf(rows, content.checks, cells).map(({ row, grade, words }) => ({ row, grade, zh: words.zh })), values: Object.fromEntries(valuesOf(rows, cells)), dueOn: dueOn(content.due, period).day }
}

function verdictOn({ indicator: code, target, figure, on }: LightGiven) {
  const indicator = indicators.find(i => i.code === code)
  if (!indicator) throw new Error(`no pack brings ${code}`)
  return verdictOf({
    indicator: { kind: indicator.kind, direction: indicator.direction, bands: indicator.bands ?? null },
    target: { operator: target.operator, value: target.value, aspect: target.measure, measure: target.unit, period: target.period },
    figure: figure && { period: figure.period, level: figure.value === null ? null : { value: figure.value, unit: target.unit }, change: figure.change === null ? null : { value: figure.change, unit: '%', base: '同比' } },
    on,
  })
}
