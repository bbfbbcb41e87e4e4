import { describe, expect, it } from 'vitest'
import { arabicAt, chineseAt } from './numbers.ts'

describe('numerals', () => {
  it.each([
    ['312.1万剂次', 312.1, '万', ''], ['1,234.56亿元', 1234.56, '亿', ''], ['260多万人次', 260, '万', '多'], ['400余家', 400, '', '余'],
    ['3千名', 3000, '', ''], ['5百万人', 500, '万', ''], ['2千亿元', 2000, '亿', ''], ['14.58万亿元', 14.58, '万亿', ''], ['3.2千克', 3.2, '', ''],
  ])('%s is %d with the scale %s', (text, value, scale, more) => {
    expect(arabicAt(text, 0)).toMatchObject({ value, scale, more, chinese: false })
  })

  it.each([
    ['十一连冠', 11, '', false], ['二十个', 20, '', false], ['一百二十家', 120, '', false], ['两千三百户', 2300, '', false], ['三万人', 3, '万', false], ['千亿元', 1000, '亿', true], ['百万人', 100, '万', true], ['万亿元', 1, '万亿', true],
  ])('%s is %d with the scale %s', (text, value, scale, bare) => {
    expect(chineseAt(text, 0)).toMatchObject({ value, scale, bare, chinese: true })
  })

  it('reads 两三家 as a range and the names of plans as no number', () => {
    expect(chineseAt('两三家', 0)).toMatchObject({ value: 2, upper: 3 })
    expect(chineseAt('十四五规划', 0)).toBeNull()
    expect(chineseAt('九五', 0)).toBeNull()
  })
})
