import { describe, expect, it } from 'vitest'
import { aFact } from '../../../../../testkit/finding.ts'
import { listed, nextOpen } from './finding-order.ts'

const plain = aFact({ key: 'f10', start: 10, end: 20 })
const doubtful = aFact({ key: 'f40', start: 40, end: 50, doubtful: true })
const target = aFact({ key: 'f60', start: 60, end: 70, state: 'accepted', says: { kind: 'target', name: '一般公共预算收入' } })
const all = [target, plain, doubtful]
const keys = (findings: readonly { readonly key: string }[]) => findings.map(finding => finding.key)
const filter = { show: '', kind: '', q: '', order: '' }

describe('the list of findings', () => {
  it('begins with what a person must look at, then follows the paper', () => {
    expect(keys(listed(all, filter))).toEqual(['f40', 'f10', 'f60'])
    expect(keys(listed(all, { ...filter, order: 'position' }))).toEqual(['f10', 'f40', 'f60'])
  })

  it('leaves a doubtful finding where it stands once it is decided', () => {
    expect(keys(listed([plain, { ...doubtful, state: 'accepted' }], filter))).toEqual(['f40', 'f10'])
  })

  it('is narrowed by state, by kind and by words of the name', () => {
    expect(keys(listed(all, { ...filter, show: 'doubtful' }))).toEqual(['f40'])
    expect(keys(listed(all, { ...filter, show: 'waiting' }))).toEqual(['f40', 'f10'])
    expect(keys(listed(all, { ...filter, show: 'accepted' }))).toEqual(['f60'])
    expect(keys(listed(all, { ...filter, kind: 'target' }))).toEqual(['f60'])
    expect(keys(listed(all, { ...filter, kind: 'promise' }))).toEqual([])
    expect(keys(listed(all, { ...filter, q: '预算' }))).toEqual(['f60'])
  })
})

describe('after a decision', () => {
  it('the next finding that waits comes, past those that are decided', () => {
    expect(nextOpen([plain, target, doubtful], 'f10')?.key).toBe('f40')
  })

  it('at the end of what waits the next one comes, and at the end of the list its last', () => {
    expect(nextOpen([plain, target], 'f10')?.key).toBe('f60')
    expect(nextOpen([plain, target], 'f60')?.key).toBe('f60')
    expect(nextOpen([], null)).toBeNull()
  })
})
