import { describe, expect, it } from 'vitest'
import { compareCells, orderFrom, orderText } from './table-order.ts'

describe('the order of a table', () => {
  it('is written into the address and read back', () => expect([orderFrom('gap'), orderFrom('-gap'), orderFrom(''), orderText({ column: 'gap', down: true }), orderText(null)]).toEqual([{ column: 'gap', down: false }, { column: 'gap', down: true }, null, '-gap', '']))
  it('sets numbers by value', () => expect([10, 9, 100].sort((a, b) => compareCells(a, b, false))).toEqual([9, 10, 100]))
  it('puts what is missing last, upwards and downwards', () => {
    expect([null, 2, 1].sort((a, b) => compareCells(a, b, false))).toEqual([1, 2, null])
    expect([null, 2, 1].sort((a, b) => compareCells(a, b, true))).toEqual([2, 1, null])
  })

  it('sets words as a Chinese dictionary does', () => expect(['住房', '财政', '投资'].sort((a, b) => compareCells(a, b, false))).toEqual(['财政', '投资', '住房']))
})
