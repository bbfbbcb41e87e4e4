import { describe, expect, it } from 'vitest'
import { PIECE, piecesFrom, shownName, storable, storableJson, wholeOffset, wordsAround } from './text.ts'

describe('texts that a database can hold', () => {
  it('shows every character that cannot be kept, and moves no other', () => {
    expect(storable('甲\0乙\ud800丙𠮷丁\udc00')).toEqual({ text: '甲\uFFFD乙\uFFFD丙𠮷丁\uFFFD', replaced: 3 })
    expect(storable('甲乙')).toEqual({ text: '甲乙', replaced: 0 })
  })

  it('writes no half of a character into JSON, wherever it is', () => {
    expect(JSON.parse(storableJson({ a: ['x\ud842', { b: '\udfb7y' }], c: '\\ud800' }))).toEqual({ a: ['x\uFFFD', { b: '\uFFFDy' }], c: '\\ud800' })
  })

  it('cuts a text into pieces that join to the same text and cut no character', () => {
    const text = `${'一'.repeat(PIECE - 1)}𠮷${'二'.repeat(PIECE * 2)}`
    const pieces = piecesFrom(text)
    expect(pieces.map(piece => piece.content).join('')).toBe(text)
    expect(pieces.every(piece => piece.content.isWellFormed() && text.startsWith(piece.content, piece.start))).toBe(true)
    expect(piecesFrom('')).toEqual([])
    expect(wholeOffset('𠮷', 1)).toBe(0)
  })

  it('makes a file name that shows no path and no control characters', () => {
    expect(shownName('C:\\报告\\2023\u0000计划.docx')).toBe('2023计划.docx')
    expect(shownName('../../')).toBe('未命名')
    expect(shownName('长'.repeat(300))).toHaveLength(200)
  })

  it('gives the words around a place, within its sentence and 120 characters', () => {
    const raw = '前一句。地区生产总值\n增长 4.5%左右，固定资产投资增长8%以上。后一句。'
    const start = raw.indexOf('固定'), end = raw.indexOf('以上') + 2
    expect(wordsAround(raw, start, end)).toBe('地区生产总值增长4.5%左右，固定资产投资增长8%以上。')
    expect(wordsAround('长'.repeat(500), 0, 500)).toHaveLength(120)
    expect(wordsAround(`${'长'.repeat(300)}8%${'短'.repeat(300)}`, 300, 302).length).toBeLessThanOrEqual(120)
  })
})
