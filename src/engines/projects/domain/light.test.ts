import { describe, expect, it } from 'vitest'
import { testRules } from '../../../../testkit/project.ts'
import { blockersVerdict, projectVerdict, type Judged } from './light.ts'

const year = (done: number) => ({ year: 2025, total: 1200, months: null, done: [done, null, null, null, null, null, null, null, null, null, null, null] })
const blocker = (raisedOn: string, open = true) => ({ title: '管线迁改', raisedOn, open })
const given = (more: Partial<Judged> = {}): Judged => ({ year: year(100), nodes: [], blockers: [], over: null, ...more })
const light = (more: Partial<Judged>, rule = testRules.light) => projectVerdict(given(more), '2025-02-15', rule).whole.light

describe('the light of a project', () => {
  it.each([
    ['2025-02-01', 'on-pace'], ['2025-01-31', 'slipping'], ['2025-01-17', 'slipping'], ['2025-01-16', 'off-pace'],
  ] as const)('with a blocker raised on %s is, on 15 February, %s', (raisedOn, verdict) => expect(blockersVerdict([blocker(raisedOn), blocker('2025-02-14')], '2025-02-15', testRules.light.blocker).light).toBe(verdict))

  it('is that of the worst part, with what every part rests on', () => {
    expect(light({})).toBe('on-pace')
    const verdict = projectVerdict(given({ blockers: [blocker('2025-01-01')] }), '2025-02-15', testRules.light)
    expect(verdict.whole).toMatchObject({ light: 'off-pace', gap: 0, rule: 'project-worst' })
    expect(verdict.whole.because.zh).toContain('管线迁改')
    expect(verdict.whole.inputs.map(input => input.name)).toContain('year-plan')
    expect(light({ blockers: [blocker('2025-01-01', false)] })).toBe('on-pace')
  })

  it('is done when the money and the nodes are, though nothing was ever in the way', () => {
    expect(light({ year: year(1200) })).toBe('done')
    expect(light({ year: year(1200), blockers: [blocker('2025-02-14')] })).toBe('done')
    expect(light({ year: year(1200), blockers: [blocker('2025-01-31')] })).toBe('slipping')
  })

  it('may be weighed instead', () => {
    const weighed = { ...testRules.light, judged: { by: 'weighted', weights: { money: 2, nodes: 1, blockers: 1 }, bounds: { slipping: 0.5, offPace: 1.5 } } } as const
    expect(light({ blockers: [blocker('2025-01-01')] }, weighed)).toBe('slipping')
    expect(light({ blockers: [blocker('2025-01-25')] }, weighed)).toBe('on-pace')
    expect(light({ year: year(-100) }, weighed)).toBe('slipping')
    expect(light({ year: null }, weighed)).toBe('not-judged')
  })

  it('says nothing of what has neither plan nor nodes, and nothing more of what is over', () => {
    expect(light({ year: null })).toBe('not-judged')
    expect(light({ year: null, blockers: [blocker('2025-01-01')] })).toBe('off-pace')
    expect(light({ over: 'operating' })).toBe('done')
    expect(light({ over: 'ended', blockers: [blocker('2025-01-01')] })).toBe('not-judged')
  })
})
