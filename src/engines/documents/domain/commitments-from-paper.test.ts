import { describe, expect, it } from 'vitest'
import { planReport } from '../../../../testkit/invented-papers.ts'
import { plannedLines } from './commitments-from-paper.ts'
import { readPaper } from './read-paper.ts'

describe('the tree of promises of a paper', () => {
  const { outline, promises } = readPaper(planReport)
  const lines = plannedLines(outline, promises.map(promise => ({ key: promise.id, promise })), 2023)

  it('has the groups of the paper as chapters and its promises as measures, in the order of the paper', () => {
    expect(lines.map(({ kind, title }) => [kind, title])).toEqual([
      ['chapter', '扩大有效投资'], ['measure', '推进云台大桥建设'], ['measure', '启动东站片区改造'],
      ['chapter', '保障改善民生'], ['measure', '出台社区养老服务实施办法'], ['measure', '建成云台区图书馆新馆'],
    ])
    expect(lines.filter(line => line.kind === 'measure').map(line => lines.find(l => l.key === line.parent)?.kind)).toEqual(['chapter', 'chapter', 'chapter', 'chapter'])
  })

  it('is due at the end of the period of each promise', () => {
    expect(new Set(lines.map(line => line.dueOn))).toEqual(new Set(['2023-12-31']))
    const [first] = promises
    const early = first ? plannedLines(outline, [{ key: 'c1', promise: { ...first, period: '2023Q3' } }, { key: 'c2', promise: { ...first, period: '近期' } }], 2023) : []
    expect(early.filter(line => line.kind === 'measure').map(line => line.dueOn)).toEqual(['2023-09-30', '2023-12-31'])
  })
})
