import { describe, expect, it } from 'vitest'
import { evidenceGiven, evidenceRows, type NodeRow, nodeRows, nodesPlanned, textOf, withoutRow, withRow } from './rows.ts'

const row = (key: string, more: Partial<NodeRow> = {}): NodeRow => ({ key, name: `节点${key}`, weight: '1', planned: '2025-06-30', after: [], ...more })

describe('rows of a form', () => {
  it('come back from a draft as they were, and none from what is not a draft of theirs', () => {
    const rows = [row('permit'), row('start', { after: ['permit'] })]
    expect(nodeRows(textOf(rows))).toEqual(rows)
    for (const text of ['', '{', '[1]', '{"key":"a"}']) expect(nodeRows(text)).toEqual([])
    expect(evidenceRows('[{"what":"许可证"}]')).toEqual([])
  })

  it('are evidence where something was written', () => {
    expect(evidenceGiven(textOf([{ what: ' 施工许可证 ', reference: '穗建施〔示例〕1号' }, { what: '', reference: ' ' }, { what: '照片', reference: '' }]))).toEqual([{ what: '施工许可证', reference: '穗建施〔示例〕1号' }, { what: '照片', reference: null }])
    expect(evidenceGiven(textOf([{ what: '', reference: '1号' }]))).toEqual([{ what: '', reference: '1号' }])
    expect(evidenceGiven('')).toEqual([])
  })

  it('get keys that no node has, nor one that was just taken off', () => {
    expect(withRow([], [], '2025-03-15')).toEqual([{ key: 'n-1', name: '', weight: '1', planned: '2025-03-15', after: [] }])
    expect(withRow(withoutRow([row('n-1'), row('n-2')], 'n-2'), ['n-1', 'n-2'], '2025-03-15').at(-1)).toMatchObject({ key: 'n-3', planned: '2025-06-30', after: ['n-1'] })
    expect(withoutRow([row('a'), row('b', { after: ['a'] })], 'a')).toEqual([row('b')])
  })

  it('make a plan once each has a name, a weight and a day, and there is a reason', () => {
    expect(nodesPlanned([row('a', { weight: '２.5' })], '按批复')).toMatchObject({ kind: 'nodes-planned', nodes: [{ key: 'a', weight: 2.5, planned: '2025-06-30' }] })
    for (const wrong of [{ name: ' ' }, { weight: '' }, { weight: '重' }, { planned: '' }]) expect(nodesPlanned([row('a', wrong)], '按批复')).toBeNull()
    expect(nodesPlanned([row('a')], '')).toBeNull()
  })
})
