import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table that leaves for a spreadsheet', () => {
  it('keeps numbers as numbers and Chinese readable', () => expect(csvOf(['指标', '数值'], [['固定资产投资', 8.4], ['社会消费品零售总额', null]])).toBe('\uFEFF指标,数值\r\n固定资产投资,8.4\r\n社会消费品零售总额,\r\n'))
  it('keeps commas, quotation marks and line ends inside a cell', () => expect(csvOf(['a'], [['甲,"乙"\n丙']])).toBe('\uFEFFa\r\n"甲,""乙""\n丙"\r\n'))
  it('does not run text as a formula', () => expect(csvOf(['a'], [['=HYPERLINK("x")'], ['@cmd'], ['-1+2']])).toBe(`\uFEFFa\r\n"'=HYPERLINK(""x"")"\r\n'@cmd\r\n'-1+2\r\n`))
  it('leaves signed numbers as they are', () => expect(csvOf(['a'], [['-3.2'], ['+8.4%']])).toBe('\uFEFFa\r\n-3.2\r\n+8.4%\r\n'))
})
