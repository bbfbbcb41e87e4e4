import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type File } from '../../kernel/contract.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { handlers } from './api.ts'
import { cellsOf, MOST_ROWS, sheetFile } from './sheets.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const check = { check: 'false' } as const
const csv = (text: string, name = '表.csv'): File => ({ name, mime: 'text/csv', bytes: new TextEncoder().encode(text) })
const textOf = (file: File) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)

const registerHeader = '指标代码,指标名称,英文名称,别名,计量单位,属性,方向,频率,类型,汇总方式,责任单位'

describe('spreadsheets', async () => {
  const yuexiu = await freshDistrict()
  const planner = await yuexiu.ctx('planner')
  const importRegister = (text: string, query: { check: 'true' | 'false' } = check) => handlers.importRegister(planner, { ...nothing, query, file: csv(text) })

  it('bring a register in, whole or not at all', async () => {
    const bad = value(await importRegister(`${registerHeader}\nFAI,固定资产投资,Investment,固投；固投额,亿元,预期性,越高越好,月,流量,求和,区统计局\nfai,,x,,亿元,随便,up,月,流量,求和,没有的局\n`))
    expect(bad).toMatchObject({ taken: 0, rows: 2 })
    expect(bad.faults.map(f => [f.row, f.column, f.value])).toEqual([[3, '指标代码', 'fai'], [3, '指标名称', ''], [3, '属性', '随便']])
    expect(value(await handlers.indicators(planner, { ...nothing, query: { limit: 50 } })).total).toBe(0)
    const owner = value(await importRegister(`${registerHeader}\nFAI,固定资产投资,Investment,,亿元,预期性,越高越好,月,流量,求和,没有的局\nFAI,固定资产投资,Investment,,亿元,预期性,越高越好,月,流量,求和,\n`))
    expect(owner.faults.map(f => [f.row, f.column, f.message.zh])).toEqual([[2, '责任单位', '没有这个单位'], [3, '指标代码', '代码在表中重复']])
    const good = `${registerHeader}\nFAI,固定资产投资,Investment,固投；固投额,亿元,预期性,越高越好,月,流量,求和,区统计局\nLIFTS,加装电梯,Lifts,,台,expected,up,year,flow,sum,\n`
    expect(value(await importRegister(good, { check: 'true' }))).toMatchObject({ taken: 0, checkedOnly: true, faults: [] })
    expect(value(await importRegister(good))).toMatchObject({ added: 2, changed: 0, faults: [] })
    expect(value(await importRegister(good))).toMatchObject({ added: 0, changed: 0 })
    expect(value(await importRegister(good.replace('Lifts', 'Lifts added')))).toMatchObject({ added: 0, changed: 1 })
  })

  it('come back as they went out, as CSV and as xlsx', async () => {
    const out = value(await handlers.exportRegister(planner, { ...nothing, query: { form: 'csv' } }))
    expect(textOf(out).startsWith('\uFEFF指标代码,指标名称')).toBe(true)
    expect(textOf(out)).toContain('\r\nFAI,固定资产投资,Investment,固投；固投额')
    expect(value(await handlers.importRegister(planner, { ...nothing, query: check, file: out }))).toMatchObject({ rows: 2, taken: 0, faults: [] })
    const excel = value(await handlers.exportRegister(planner, { ...nothing, query: { form: 'xlsx' } }))
    expect(value(await handlers.importRegister(planner, { ...nothing, query: check, file: excel }))).toMatchObject({ rows: 2, taken: 0, faults: [] })
  })

  it('bring figures in once, each with its place, and refuse what does not fit', async () => {
    const header = '指标代码,组织单位,时期,数据阶段,数值,计量单位,变动,发布日期,依据,状态'
    const faults = value(await handlers.importFigures(planner, { ...nothing, query: check, file: csv(`${header}\nFAI,,2023年,快报数,12,亿元,,,,\nNOPE,,2023,,1,,,,,\nFAI,没有的街道,2023,,1,亿元,,,,\nFAI,,2023,,1,个,,,,\nFAI,,2023,,,,,,,\n`) }))
    expect(faults.faults.map(f => [f.row, f.column])).toEqual([[2, '时期']])
    const later = value(await handlers.importFigures(planner, { ...nothing, query: check, file: csv(`${header}\nNOPE,,2023,,1,,,,,\nFAI,没有的街道,2023,,1,亿元,,,,\nFAI,,2023,,1,个,,,,\nFAI,,2023,,,,,,,\n`) }))
    expect(later.faults.map(f => [f.row, f.column])).toEqual([[2, '指标代码'], [3, '组织单位'], [4, '计量单位'], [5, '数值']])
    const good = csv(`${header}\nFAI,,2023H1,公布数,"1,234.5",亿元,8.4,2023-08-29,统计公报,已发布\nFAI,洪桥街道,2023-06,快报数,12,亿元,-3.2,,,\n`)
    expect(value(await handlers.importFigures(planner, { ...nothing, query: check, file: good }))).toMatchObject({ rows: 2, added: 2, faults: [] })
    expect(value(await handlers.importFigures(planner, { ...nothing, query: check, file: good }))).toMatchObject({ rows: 2, added: 0, faults: [] })
    const { items } = value(await handlers.figures(planner, { ...nothing, query: { limit: 50 } }))
    expect(items.map(f => [f.period, f.level?.value, f.change?.value, f.status, f.unitName]).toSorted()).toEqual([['2023-06', 12, -3.2, 'submitted', '洪桥街道'], ['2023H1', 1234.5, 8.4, 'published', '区440104']])
    const street = await yuexiu.ctx('street')
    const theirs = value(await handlers.importFigures(street, { ...nothing, query: check, file: csv(`${header}\nFAI,北京街道,2023-06,,12,亿元,,,,\nFAI,洪桥街道,2023-05,,11,亿元,,,,已发布\n`) }))
    expect(theirs).toMatchObject({ taken: 0, faults: [{ row: 2, message: { zh: '您无权填报这个单位的数值' } }] })
    value(await handlers.importFigures(street, { ...nothing, query: check, file: csv(`${header}\nFAI,洪桥街道,2023-05,,11,亿元,,,,已发布\n`) }))
    expect(value(await handlers.figures(street, { ...nothing, query: { limit: 50 } })).items.find(f => f.period === '2023-05')?.status).toBe('submitted')
    const out = value(await handlers.exportFigures(planner, { ...nothing, query: { form: 'csv', year: 2023 } }))
    expect(textOf(out)).toContain('FAI,固定资产投资,洪桥街道,2023-06,快报数,,12,亿元,,-3.2,%,同比')
  })

  it('run no formula of a stranger', async () => {
    const rows = [['名称', '数'], ['=cmd|calc', -2.5], ['+1', 1], ['-x', null], ['@a', 0], ['a"b,c\nd', 1]]
    expect(textOf(await sheetFile('x', 'csv', rows))).toBe(`\uFEFF名称,数\r\n'=cmd|calc,-2.5\r\n'+1,1\r\n'-x,\r\n'@a,0\r\n"a""b,c\nd",1\r\n`)
    const excel = await sheetFile('x', 'xlsx', rows)
    expect(await readSheet(Buffer.from(excel.bytes))).toEqual([['名称', '数'], ['=cmd|calc', -2.5], ['+1', 1], ['-x', null], ['@a', 0], ['a"b,c\nd', 1]])
  })

  it('are read as Chinese spreadsheets save them, in GB 18030 or with tabs', async () => {
    const gbk = new Uint8Array([0xd6, 0xb8, 0xb1, 0xea, 0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0x31, 0x0a]) // 指标代码,1
    expect(value(await cellsOf({ name: 'a.csv', mime: '', bytes: gbk }))).toEqual([['指标代码', '1']])
    expect(value(await cellsOf(csv('a\tb\n1\t2\n')))).toEqual([['a', 'b'], ['1', '2']])
  })

  it('that are none get a clear answer', async () => {
    expect(await cellsOf(null)).toMatchObject({ refused: 'file-missing' })
    expect(await cellsOf({ name: 'x', mime: '', bytes: new Uint8Array() })).toMatchObject({ refused: 'file-missing' })
    expect(await cellsOf({ name: '图.xlsx', mime: '', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]) })).toMatchObject({ refused: 'sheet-unreadable', facts: { file: '图.xlsx' } })
    expect(await cellsOf({ name: 'x.xlsx', mime: '', bytes: zipSync({ 'a.txt': new Uint8Array([1]) }) })).toMatchObject({ refused: 'sheet-unreadable' })
    expect(await cellsOf({ name: 'x.bin', mime: '', bytes: new Uint8Array([0, 1, 2, 255, 254, 0]) })).toMatchObject({ refused: 'sheet-unreadable' })
    expect(await cellsOf(csv('"unclosed'))).toMatchObject({ refused: 'sheet-unreadable' })
    expect(await cellsOf(csv('a\n'.repeat(MOST_ROWS + 1)))).toMatchObject({ refused: 'sheet-too-large' })
    expect(await cellsOf({ name: 'bomb.xlsx', mime: '', bytes: claimingGigabytes() })).toMatchObject({ refused: 'sheet-too-large' })
  })
})

/** A small archive whose directory claims that its only entry unpacks to two gigabytes. */
function claimingGigabytes(): Uint8Array {
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array([1]) })
  const directory = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2)
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 2_000_000_000, true)
  return bytes
}
