import { describe, expect, it } from 'vitest'
import { judge } from '../../indicators/domain/judge.ts'
import { oursFromTheStart } from '../../indicators/domain/parameters.ts'
import { noOutlook } from '../../indicators/domain/outlook.ts'
import { promisedBy } from '../../indicators/domain/statements.ts'
import { type Statement, type Target } from '../../indicators/schema.ts'
import { type Source } from '../../../kernel/source.ts'
import { type PlanLine } from '../schema.ts'
import { lineOfTarget, papersOf } from './lines.ts'
import { type Said } from '../../indicators/domain/vintage.ts'

const february: Source = { kind: 'published', title: '计划报告', section: '二、主要预期目标', saidOn: '2023-02-14' }
const august: Source = { kind: 'published', title: '半年报告', section: '二、下半年', saidOn: '2023-08-29' }

const fai = { id: 'fai', code: 'FAI', name: { zh: '固定资产投资', en: 'Investment in fixed assets' }, kind: 'flow', direction: 'up', basis: null, embargoed: false, bands: null } as const
const projects = { ...fai, id: 'projects', code: 'QUALITY-PROJECTS', name: { zh: '引进优质项目', en: 'Good projects brought in' } } as const

const statement = (id: string, source: Source, parts: Partial<Statement>): Statement => ({ id, operator: '>=', value: 10, stretch: null, measure: '%', hedge: '以上', reference: null, tiedTo: null, nature: 'expected', verb: '力争', words: '力争增长10%以上', saidOn: source.kind === 'published' ? source.saidOn : null, reason: null, source, origin: id, at: '2023-09-01T00:00:00.000Z', ...parts })

function target(id: string, aspect: Target['aspect'], statements: Statement[]): Target {
  const promised = promisedBy(statements)
  if (!promised) throw new Error('nothing promised')
  return { id, indicator: id, unit: 'u', period: '2023', aspect, partOf: null, statements, version: 1, ...promised }
}

const figure = (id: string, period: string, parts: Partial<Said>): Said => ({ id, period, vintage: 'published', basis: null, level: null, change: null, qualifier: null, status: 'published', saidOn: '2023-08-29', at: '2023-09-01T00:00:00.000Z', ...parts })
const grew = (value: number) => ({ value, unit: '%', base: '同比' })

function lineOf(of: Target, indicator: Parameters<typeof judge>[1] & { readonly id: string; readonly code: string }, said: readonly Said[], on = '2023-08-31'): PlanLine {
  const judged = judge(of, indicator, said, null, on, oursFromTheStart)
  return lineOfTarget({ ...judged, target: of, indicator, place: '越秀区', owner: '区发展和改革局', light: judged.verdict.light, override: null, outlook: noOutlook, figureSource: judged.pair ? august : null, said, commitments: [] })
}

describe('the two papers of 2023', () => {
  const investment = target('fai', 'growth', [statement('feb', february, {}), statement('aug', august, { verb: '确保', words: '确保增长10%以上' })])
  const half = figure('h1', '2023H1', { change: grew(8.4) })

  it('investment stands at +8.4 % for the half-year against at least 10 %, in one line with two statements', () => {
    expect(lineOf(investment, fai, [half, figure('year-before', '2022', { change: grew(6.3) })])).toMatchObject({
      code: 'FAI', kind: 'target', unit: '%', operator: '>=', target: 10, figure: 8.4, period: '2023H1', targetPeriod: '2023', gap: -1.6, light: 'slipping', words: '确保增长10%以上', statements: 2, asOf: '2023-06-30',
      because: '上半年增长8.4%，目标10%以上，差1.6个百分点；下半年需增长约11.6%（按两个半年各占一半估算）。',
      sources: [{ of: 'target', id: 'aug' }, { of: 'target', id: 'feb' }, { of: 'figure', id: 'h1' }],
    })
  })

  it('209 of 280 projects: 75 %', () => {
    const promised = target('projects', 'level', [statement('feb', february, { value: 280, measure: '个', words: '280个以上' }), statement('aug', august, { value: 280, measure: '个', words: '力争280个以上' })])
    const line = lineOf(promised, projects, [figure('h1', '2023H1', { level: { value: 209, unit: '个' } })])
    expect(line).toMatchObject({ target: 280, figure: 209, unit: '个', expected: 140, share: 0.7464, gap: 24.64, light: 'on-pace' })
  })

  it('a seeded row and the paper itself stand side by side as two statements and two figures of one line', () => {
    const both = target('fai', 'growth', [...investment.statements, statement('seed', february, { origin: null })])
    expect(lineOf(both, fai, [half, figure('seed', '2023H1', { change: grew(8.4), saidOn: '2023-08-29', at: '2023-01-01T00:00:00.000Z' })])).toMatchObject({ figure: 8.4, statements: 3, gap: -1.6 })
  })

  it('before August nothing was said of the half-year: the target stays open and says so', () => {
    expect(lineOf(investment, fai, [half], '2023-07-01')).toMatchObject({ figure: null, period: null, light: 'not-judged', gap: null, because: '尚无数值，还不能判灯。', asOf: null })
  })

  it('classes that differ are not paired: a level does not answer a promise of growth', () => {
    expect(lineOf(investment, fai, [figure('h1', '2023H1', { level: { value: 30, unit: '亿元' } })])).toMatchObject({ figure: null, light: 'not-judged' })
    const level = target('projects', 'level', [statement('feb', february, { value: 280, measure: '个' })])
    expect(lineOf(level, projects, [figure('h1', '2023H1', { change: grew(30) }), figure('money', '2023H1', { level: { value: 2, unit: '亿元' } })])).toMatchObject({ figure: null, light: 'not-judged' })
  })
})

it('a figure that was summed opens to the figures it was summed from', () => {
  const promised = target('projects', 'level', [statement('feb', february, { value: 280, measure: '个' })])
  const line = lineOf(promised, projects, [figure('q1', '2023Q1', { level: { value: 90, unit: '个' } }), figure('q2', '2023Q2', { level: { value: 119, unit: '家' } })])
  expect(line).toMatchObject({ figure: 209, period: '2023M1-6' })
  expect(line.sources.at(-1)).toEqual({ of: 'figure', id: 'q1', source: { kind: 'formula', rule: '由各期数值累加', inputs: [{ name: '2023Q1', value: '90个', figure: 'q1' }, { name: '2023Q2', value: '119家', figure: 'q2' }] } })
})

it('floor and stretch are judged apart', () => {
  const both = target('projects', 'level', [statement('floor', august, { origin: 'p', value: 560, measure: '个', verb: '不低于' }), statement('strive', august, { origin: 'p', value: 635, measure: '个', verb: '力争' })])
  const line = lineOf(both, projects, [figure('y', '2023', { level: { value: 600, unit: '个' }, saidOn: '2024-02-01' })], '2024-03-01')
  expect(line).toMatchObject({ target: 560, stretch: 635, light: 'done', gap: 7.14, stretchVerdict: { light: 'off-pace' } })
})

it('what the municipality sets shows its figure and is not judged', () => {
  const jobs = target('jobs', 'level', [statement('feb', february, { operator: 'municipality', value: null, measure: '', words: '完成市下达目标', reference: '完成市下达目标' })])
  expect(lineOf(jobs, { ...projects, id: 'jobs', code: 'JOBS' }, [figure('h1', '2023H1', { level: { value: 15000, unit: '人' } })])).toMatchObject({ operator: 'municipality', target: null, figure: 15000, unit: '人', light: 'not-judged', because: '目标由市下达，数值尚未到，暂不判灯；上半年15000人。' })
})

it('the papers of a year are listed once, the newest first', () => {
  const onFile: Source = { kind: 'document', document: 'd', title: '计划报告', section: '', start: 0, end: 1, words: '', saidOn: '2023-02-14' }
  expect(papersOf([february, august, onFile, { kind: 'generated', seed: 'x' }])).toEqual([{ document: null, title: '半年报告', saidOn: '2023-08-29' }, { document: 'd', title: '计划报告', saidOn: '2023-02-14' }])
})
