import { describe, expect, it } from 'vitest'
import { pastedColumn } from './pasted.ts'

describe('a column pasted from a spreadsheet', () => {
  it.each([['12', null], ['12\n', null], ['12\r\n13\r\n', ['12', '13']], ['1,200\n\n3.5\t9', ['1200', '', '3.5']], ['1,200,300\n5', ['1200300', '5']]])('%j is %j', (text, lines) => expect(pastedColumn(text)).toEqual(lines))
})
