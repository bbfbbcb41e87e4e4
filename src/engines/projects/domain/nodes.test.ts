import { describe, expect, it } from 'vitest'
import { testRules } from '../../../../testkit/project.ts'
import { type Node } from '../schema.ts'
import { criticalNodes, expectedNodes, mayBePlanned, nodeShare, nodesFrom, nodesVerdict } from './nodes.ts'

const node = (key: string, planned: string, after: readonly string[] = [], more: Partial<Node> = {}): Node => ({ key, name: key, weight: 1, planned, after: [...after], forecast: null, reached: null, evidence: [], ...more })

describe('the nodes of a project', () => {
  it('come from its kind, each at its share of the time', () => {
    expect(nodesFrom(testRules.kinds[0]?.nodes ?? [], '2025-01-01', '2025-12-31').map(n => n.planned)).toEqual(['2025-04-02', '2025-07-02', '2025-12-31'])
  })

  it.each([
    ['node-twice', [node('a', '2025-01-01'), node('a', '2025-02-01')]],
    ['node-after-unknown', [node('a', '2025-01-01', ['z'])]],
    ['node-circle', [node('a', '2025-01-01', ['c']), node('b', '2025-01-01', ['a']), node('c', '2025-01-01', ['b'])]],
    ['node-circle', [node('a', '2025-01-01', ['a'])]],
    ['node-before-its-former', [node('a', '2025-03-01'), node('b', '2025-02-01', ['a'])]],
  ] as const)('%s', (refused, nodes) => expect(mayBePlanned(nodes)).toMatchObject({ ok: false, refused }))

  it('are named round the circle they make', () => {
    expect(mayBePlanned([node('a', '2025-01-01', ['b']), node('b', '2025-01-01', ['a'])])).toMatchObject({ facts: { nodes: 'a → b → a' } })
  })

  it('may share a former', () => expect(mayBePlanned([node('a', '2025-01-01'), node('b', '2025-02-01', ['a']), node('c', '2025-02-01', ['a']), node('d', '2025-02-01', ['b', 'c'])]).ok).toBe(true))

  it('move on what waits for them, and the chain that does is the critical one', () => {
    const nodes = [node('a', '2025-01-10'), node('b', '2025-02-10', ['a']), node('c', '2025-01-20'), node('d', '2025-03-10', ['b', 'c'])]
    const expected = expectedNodes(nodes, '2025-01-25')
    expect(expected.map(e => [e.node.key, e.expected, e.delay, e.late, e.because])).toEqual([
      ['a', '2025-01-25', 15, true, null], ['b', '2025-02-25', 15, false, 'a'], ['c', '2025-01-25', 5, true, null], ['d', '2025-03-25', 15, false, 'b'],
    ])
    expect(criticalNodes(expected).map(e => e.node.key)).toEqual(['a', 'b', 'd'])
    expect(criticalNodes([])).toEqual([])
  })

  it('are expected when those who work say so', () => {
    const [a, b] = expectedNodes([node('a', '2025-01-10', [], { forecast: '2025-01-30' }), node('b', '2025-02-10', ['a'])], '2025-01-05')
    expect([a?.expected, b?.expected, a?.late]).toEqual(['2025-01-30', '2025-03-02', false])
  })

  it.each([
    ['2025-03-01', 'on-pace'], ['2025-03-02', 'slipping'], ['2025-03-30', 'slipping'], ['2025-03-31', 'off-pace'],
  ] as const)('due on 1 March are on %s %s: today is not late', (on, light) => {
    expect(nodesVerdict([node('a', '2025-03-01')], on, { slipping: 1, offPace: 30 }).light).toBe(light)
  })

  it('are done when all are reached, and not judged when none is planned', () => {
    expect(nodesVerdict([node('a', '2025-03-01', [], { reached: '2025-04-01' })], '2025-05-01', { slipping: 1, offPace: 30 }).light).toBe('done')
    expect(nodesVerdict([], '2025-05-01', { slipping: 1, offPace: 30 }).light).toBe('not-judged')
    expect(nodeShare([{ weight: 3, reached: '2025-01-01' }, { weight: 1, reached: null }])).toBe(0.75)
    expect(nodeShare([])).toBeNull()
  })
})
