import { describe, expect, it } from 'vitest'
import { type PlanLine } from '../../engines/plan/schema.ts'
import { type Light } from '../../kernel/light.ts'
import { packs } from '../../packs/index.ts'
import { byLight, headlineOf, lightsOf, needsOf, panelsOf } from './needs.ts'

const line = (code: string, light: Light, more: Partial<PlanLine> = {}): PlanLine => ({
  id: code, code, name: code, label: { zh: code, en: code }, kind: 'target', indicator: code, place: null, unit: '%', operator: '>=', target: 10, stretch: null, words: '增长10%以上', figure: 8, period: '2023H1', targetPeriod: '2023', expected: 10, share: null, forecast: null, noForecast: null, rest: null, gap: -2, light,
  because: '', verdict: { light, gap: -2, rule: '', inputs: [], because: { zh: '差2个百分点', en: '2 points behind' } }, stretchVerdict: null, override: null, statements: 1, owner: null, asOf: null, sources: [], ...more,
})

describe('what needs the leader', () => {
  it('is off pace before slipping, the larger gap first, and nothing that is on pace, done or not judged', () => {
    const needs = needsOf([line('A', 'slipping'), line('B', 'off-pace', { gap: -3 }), line('C', 'on-pace'), line('D', 'off-pace', { gap: -30 }), line('E', 'done'), line('F', 'not-judged')], '2023-08-29')
    expect(needs.map(n => n.id)).toEqual(['D', 'B', 'A'])
    expect(needs[0]).toMatchObject({ kind: 'off-pace', days: 124, why: { zh: '差2个百分点' } })
  })

  it('begins with a commitment whose last day is past, and is late only after that day', () => {
    const task = line('T', 'slipping', { kind: 'commitment', targetPeriod: '2023' })
    expect(needsOf([line('B', 'off-pace'), task], '2024-01-01').map(n => n.kind)).toEqual(['overdue', 'off-pace'])
    expect(needsOf([task], '2023-12-31')[0]).toMatchObject({ kind: 'slipping', days: 0 })
  })
})

describe('what needs the leader besides the plan', () => {
  it('stands among its lines by how far behind it is', () => {
    const project = needsOf([line('P', 'off-pace')], '2023-08-29')[0]
    const needs = project ? needsOf([line('A', 'off-pace', { gap: -3 }), line('B', 'off-pace', { gap: -30 })], '2023-08-29', [{ need: { ...project, page: '/projects/P' }, gap: -16 }]) : []
    expect(needs.map(need => need.id)).toEqual(['B', 'P', 'A'])
  })
})

describe('the year', () => {
  it('opens with the headline indicators in their order and keeps the rest by pack, what no pack carries last', () => {
    const lines = [line('N-XYZ', 'on-pace'), line('LIFTS', 'off-pace'), line('RETAIL', 'on-pace'), line('GDP', 'done')]
    expect(headlineOf(lines, packs).map(l => l.code)).toEqual(['GDP', 'RETAIL'])
    expect(panelsOf(lines, packs).map(p => [p.name.en, p.lines.map(l => l.code)])).toEqual([[expect.any(String), ['LIFTS']], ['Other targets and commitments', ['N-XYZ']]])
  })

  it('counts the lights of a panel and shows the worst first', () => {
    const lines = [line('A', 'on-pace'), line('B', 'not-judged'), line('C', 'off-pace')]
    expect(lightsOf(lines)).toEqual({ 'on-pace': 1, slipping: 0, 'off-pace': 1, done: 0, 'not-judged': 1 })
    expect(byLight(lines).map(l => l.code)).toEqual(['C', 'A', 'B'])
  })
})
