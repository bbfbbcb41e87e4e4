import { describe, expect, it } from 'vitest'
import { courseOf, type Followed } from './course.ts'
import { type Occasion } from './occasion.ts'
import { numbersOf } from './numbers.ts'
import { type Outcome, type Saying, type Told } from './saying.ts'

const lifts = { id: 'lifts', code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts added' }, direction: 'up' as const }
const papers = {
  work21: { key: 'work-report|2021-02-06', title: '2021年工作报告', kind: 'work-report', year: 2021, saidOn: '2021-02-06', document: null },
  plan22: { key: 'plan-report|2022-02-08', title: '2022年计划报告', kind: 'plan-report', year: 2022, saidOn: '2022-02-08', document: null },
  plan23: { key: 'plan-report|2023-02-07', title: '2023年计划报告', kind: 'plan-report', year: 2023, saidOn: '2023-02-07', document: null },
  half23: { key: 'half-year-report|2023-08-29', title: '2023年上半年报告', kind: 'half-year-report', year: 2023, saidOn: '2023-08-29', document: null },
  plan24: { key: 'plan-report|2024-02-06', title: '2024年计划报告', kind: 'plan-report', year: 2024, saidOn: '2024-02-06', document: null },
} as const satisfies Record<string, Occasion>
type Paper = keyof typeof papers

function promise(year: number, paper: Paper, value: number | null, more: Partial<Saying> = {}): Saying {
  const { key, saidOn, title } = papers[paper]
  return {
    member: { kind: value === null ? 'mention' : 'target', id: `t${year}` }, role: 'promise', year, name: '加装电梯', ownName: true, words: value === null ? '推进' : `${value}台`, verb: null, dueOn: `${year}-12-31`, unit: 'district', lead: null, paper: key, section: '三', saidOn,
    number: value === null ? null : { operator: '>=', value, measure: '台', aspect: 'level' }, indicator: value === null ? null : lifts, source: { kind: 'published', title, section: '三', saidOn }, ...more,
  }
}

function told(period: string, value: number, paper: Paper): Told {
  const { key, saidOn, title } = papers[paper]
  return { indicator: 'lifts', unit: 'district', period, level: { value, unit: '台' }, growth: null, paper: key, saidOn, source: { kind: 'published', title, section: '一', saidOn } }
}

function ended(year: number, met: boolean | null, whole = true): Outcome {
  return { member: { kind: 'target', id: `t${year}` }, period: whole ? String(year) : `${year}H1`, words: '320台', met, whole, source: { kind: 'published', title: papers.plan24.title, section: '一', saidOn: '2024-02-06' }, paper: papers.plan24.key, saidOn: '2024-02-06' }
}

function followed(given: Partial<Omit<Followed, 'papers'>> & { readonly papers?: readonly Paper[] }): ReturnType<typeof courseOf> {
  return courseOf({ sayings: [], told: [], outcomes: [], today: '2024-06-30', ...given, papers: (given.papers ?? []).map(paper => papers[paper]) })
}
const kindsOf = (given: Parameters<typeof followed>[0]) => followed(given).stations.map(s => `${s.year} ${s.kind}`)

describe('a promise said again', () => {
  it.each([
    ['the same in the half-year report: restated', promise(2023, 'half23', 300), 'restated'],
    ['one more: raised', promise(2023, 'half23', 301), 'raised'],
    ['one less: lowered', promise(2023, 'half23', 299), 'lowered'],
    ['in 万台, the same number: restated', promise(2023, 'half23', 0.03, { number: { operator: '>=', value: 0.03, measure: '万台', aspect: 'level' } }), 'restated'],
    ['due a day later: slipped', promise(2023, 'half23', 300, { dueOn: '2024-01-01' }), 'slipped'],
  ])('%s', (_, again, kind) => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 300), again], papers: ['plan23', 'half23'] })).toEqual(['2023 promised', `2023 ${kind}`])
  })

  it('twice in one paper is one saying', () => {
    expect(kindsOf({ sayings: [promise(2021, 'work21', 300), promise(2021, 'work21', 300, { section: '附件1 九' })], papers: ['work21'] })).toEqual(['2021 promised'])
  })

  it('the same paper on file and as a published row is one paper, and the one on file is shown', () => {
    const onFile = promise(2021, 'work21', 300, { source: { kind: 'document', document: 'd', title: '', section: '', start: 5, end: 9, words: '300台', saidOn: '2021-02-06' } })
    const { stations } = followed({ sayings: [promise(2021, 'work21', 300), onFile], papers: ['work21'] })
    expect(stations.map(s => s.evidence.map(e => e.source.kind))).toEqual([['document']])
  })

  it('a stronger verb is told beside it, with both sources', () => {
    const [, second] = followed({ sayings: [promise(2023, 'plan23', 300, { verb: '力争' }), promise(2023, 'half23', 300, { verb: '确保' })], papers: ['plan23', 'half23'] }).stations
    expect(second?.words.zh).toBe('300台，“力争”改为“确保”')
    expect(second?.evidence.map(e => e.source.kind === 'published' && e.source.saidOn)).toEqual(['2023-02-07', '2023-08-29'])
  })
})

describe('a promise in later years', () => {
  it.each([
    ['a number of each year: promised again', [promise(2021, 'work21', 300), promise(2023, 'plan23', 300)], ['2021 promised', '2023 renewed']],
    ['words without a number, never finished: carried over', [promise(2021, 'work21', null), promise(2023, 'plan23', null)], ['2021 promised', '2023 carried']],
    ['due by 30 June, said again two years later: slipped', [promise(2021, 'work21', null, { dueOn: '2021-06-30' }), promise(2023, 'plan23', null)], ['2021 promised', '2023 slipped']],
    ['due on the last day of its year is no day of its own', [promise(2021, 'work21', null, { dueOn: '2021-12-31' }), promise(2023, 'plan23', null)], ['2021 promised', '2023 carried']],
    ['finished between: a new promise', [promise(2021, 'work21', null), promise(2022, 'plan23', null, { role: 'done', words: '建成' }), promise(2023, 'half23', null)], ['2021 promised', '2022 done', '2023 renewed']],
    ['under another name', [promise(2021, 'work21', null, { name: '南洋电器厂“混合改造”试点' }), promise(2023, 'plan23', null, { name: '南洋电器厂及周边更新改造' })], ['2021 promised', '2023 carried', '2023 renamed']],
    ['under a longer name: not renamed', [promise(2021, 'work21', 40, { name: '“零距离”就业招聘会' }), promise(2023, 'plan23', 40, { name: '举办“零距离”就业招聘会' })], ['2021 promised', '2023 renewed']],
    ['a target of 2025 said in 2021 stands before that of 2023', [promise(2025, 'work21', 4100), promise(2023, 'plan23', 300)], ['2025 promised', '2023 promised']],
  ] as const)('%s', (_, sayings, kinds) => {
    expect(kindsOf({ sayings })).toEqual(kinds)
  })
})

describe('what the year brought', () => {
  it.each([
    ['met at the end of the year: kept', true, true, ['2023 promised', '2023 kept']],
    ['short at the end of the year: not kept', false, true, ['2023 promised', '2023 missed']],
    ['met, but only half the year is told: nothing is said', true, false, ['2023 promised']],
    ['not judged: nothing is said', null, true, ['2023 promised']],
  ] as const)('%s', (_, met, whole, kinds) => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 300)], outcomes: [ended(2023, met, whole)], papers: ['plan23'] })).toEqual(kinds)
  })

  it.each([
    ['one below last year’s result', 550, ['2022 result', '2023 promised', '2023 below-last-result']],
    ['equal to last year’s result', 551, ['2022 result', '2023 promised']],
    ['one above', 552, ['2022 result', '2023 promised']],
  ] as const)('a target %s', (_, value, kinds) => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', value)], told: [told('2022', 551, 'plan23')], papers: ['plan23'] }).toSorted()).toEqual([...kinds].toSorted())
  })

  it('where less is better, a target above last year’s result is the weaker one', () => {
    const less = { ...lifts, direction: 'down' as const }
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 552, { indicator: less })], told: [told('2022', 551, 'plan23')], papers: ['plan23'] })).toContain('2023 below-last-result')
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 550, { indicator: less })], told: [told('2022', 551, 'plan23')], papers: ['plan23'] })).not.toContain('2023 below-last-result')
  })

  it('a growth lower than last year’s is still growth', () => {
    const growth = promise(2023, 'plan23', 4, { number: { operator: '~', value: 4, measure: '%', aspect: 'growth' } })
    expect(kindsOf({ sayings: [growth], told: [{ ...told('2022', 0, 'plan23'), level: null, growth: 6 }], papers: ['plan23'] })).not.toContain('2023 below-last-result')
  })
})

describe('what papers leave out', () => {
  it('the half-year report speaks neither of the target nor of a figure: dropped', () => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 300)], papers: ['plan23', 'half23'] })).toEqual(['2023 promised', '2023 dropped'])
  })

  it('the half-year report tells a figure: progress', () => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 300)], told: [told('2023H1', 142, 'half23')], papers: ['plan23', 'half23'] })).toEqual(['2023 promised', '2023 progress'])
  })

  it('a half-year report given before the promise cannot drop it', () => {
    expect(kindsOf({ sayings: [promise(2023, 'half23', 222)], papers: ['half23'] })).toEqual(['2023 promised'])
  })

  it('the papers of the next year neither tell its result nor promise it again: no result told', () => {
    expect(kindsOf({ sayings: [promise(2021, 'work21', 300)], papers: ['work21', 'plan22'] })).toEqual(['2021 promised', '2021 silent'])
  })

  it('a total of five years is no result of its last year', () => {
    expect(kindsOf({ sayings: [promise(2023, 'plan23', 300)], told: [told('2019-2023', 1500, 'plan24')], papers: ['plan23', 'plan24'] })).toEqual(['2023 promised', '2023 silent'])
  })

  it('the papers of the next year are not on file: nothing is said, and that is told', () => {
    expect(followed({ sayings: [promise(2021, 'work21', 300)], papers: ['work21'] })).toMatchObject({ stations: [{ kind: 'promised' }], untold: [2021] })
  })

  it.each([['on its last day the year is not over', '2023-12-31', []], ['on the day after it is', '2024-01-01', [2023]]] as const)('%s', (_, today, untold) => {
    expect(followed({ sayings: [promise(2023, 'plan23', 300)], papers: ['plan23'], today }).untold).toEqual(untold)
  })

  it('a later year’s papers no longer speak of it: dropped', () => {
    expect(kindsOf({ sayings: [promise(2021, 'work21', 300)], papers: ['work21', 'plan23', 'plan24'] })).toEqual(['2021 promised', '2023 dropped'])
  })

  it('a later year’s papers tell a result and promise nothing: no longer a target', () => {
    expect(kindsOf({ sayings: [promise(2021, 'work21', 300)], told: [told('2022', 320, 'plan23')], papers: ['work21', 'plan23'] })).toEqual(['2021 promised', '2022 result', '2023 not-renewed'])
  })

  it('what was finished is not dropped', () => {
    expect(kindsOf({ sayings: [promise(2021, 'work21', null), promise(2022, 'plan23', null, { role: 'done', words: '建成' })], papers: ['work21', 'plan23', 'plan24'] })).toEqual(['2021 promised', '2022 done'])
  })
})

describe('the numbers of a thread', () => {
  it('stand in one measure, with gaps for years of which nothing is said', () => {
    const sayings = [promise(2021, 'work21', 300), promise(2023, 'plan23', 0.04, { number: { operator: '>=', value: 0.04, measure: '万台', aspect: 'level' } })]
    expect(numbersOf({ sayings, told: [told('2022', 320, 'plan23'), told('2023H1', 142, 'half23')] })).toEqual({ measure: '万台', aspect: 'level', years: [{ year: 2021, promised: 0.03, actual: null }, { year: 2022, promised: null, actual: 0.032 }, { year: 2023, promised: 0.04, actual: null }] })
  })

  it('are none where nothing has a number', () => {
    expect(numbersOf({ sayings: [promise(2021, 'work21', null)], told: [] })).toBeNull()
  })
})
