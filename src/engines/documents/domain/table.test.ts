import { describe, expect, it } from 'vitest'
import { csvFrom } from './table.ts'

describe('exported tables', () => {
  it('opens in a spreadsheet as it is, with quotes and line breaks inside cells', () => {
    expect(csvFrom([['名称', '数值'], ['“3+3”产业, 甲"乙"', 8.4], ['两\n行', null]])).toBe('\uFEFF名称,数值\r\n"“3+3”产业, 甲""乙""",8.4\r\n"两\n行",\r\n')
  })

  it('never lets text of a paper become a formula, and leaves negative numbers alone', () => {
    expect(csvFrom([['=1+1', '@x', '-3', -3]])).toBe("\uFEFF'=1+1,'@x,'-3,-3\r\n")
  })
})
