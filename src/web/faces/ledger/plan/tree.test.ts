import { describe, expect, it } from 'vitest'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { branchesOf } from './tree.ts'

const node = (id: string, parent: string | null, position: number, more: Partial<CommitmentNode> = {}): CommitmentNode => ({
  id, parent, position, year: 2023, kind: parent === null ? 'chapter' : 'task', title: id, verb: null, strength: 'plain', dueOn: '2023-12-31', leadUnit: null, coUnits: [], target: null, progress: [],
  source: { kind: 'published', title: '政府工作报告', section: '', saidOn: null }, origin: null, version: 1, share: null, light: 'not-judged', override: null, leadName: null, targetWords: null,
  verdict: { light: 'not-judged', gap: null, rule: 'no-figure', inputs: [], because: { zh: '', en: '' } }, ...more,
})

const nodes = [
  node('产业', null, 1),
  node('招商', '产业', 1, { light: 'slipping', leadName: '区投资促进局' }),
  node('引进项目', '招商', 1, { leadName: '区投资促进局' }),
  node('民生', null, 2),
  node('就业', '民生', 1),
]
const everything = { q: '', light: null, owner: '' }
const folded = { depth: 0, turned: new Set<string>() }
const drawn = (branches: ReturnType<typeof branchesOf>) => branches.map(b => `${b.number} ${b.node.title}`)

describe('the tree of a plan', () => {
  it('begins with the chapters, each saying how much stands below it', () => {
    const branches = branchesOf(nodes, everything, folded)
    expect(drawn(branches)).toEqual(['1 产业', '2 民生'])
    expect(branches.map(b => [b.below, b.open])).toEqual([[1, false], [1, false]])
  })

  it('unfolds one branch by hand, and folds one by hand where all are unfolded', () => {
    expect(drawn(branchesOf(nodes, everything, { depth: 0, turned: new Set(['产业']) }))).toEqual(['1 产业', '1.1 招商', '2 民生'])
    expect(drawn(branchesOf(nodes, everything, { depth: 9, turned: new Set(['产业']) }))).toEqual(['1 产业', '2 民生', '2.1 就业'])
  })

  it('shows what is looked for with everything above it, under its own number', () => {
    expect(drawn(branchesOf(nodes, { ...everything, q: '就业' }, folded))).toEqual(['2 民生', '2.1 就业'])
    expect(drawn(branchesOf(nodes, { ...everything, light: 'slipping' }, folded))).toEqual(['1 产业', '1.1 招商'])
    expect(drawn(branchesOf(nodes, { ...everything, owner: '区投资促进局', q: '项目' }, folded))).toEqual(['1 产业', '1.1 招商', '1.1.1 引进项目'])
    expect(branchesOf(nodes, { ...everything, q: '没有的' }, folded)).toEqual([])
  })
})
