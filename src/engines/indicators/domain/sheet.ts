import { type Label } from '../../../kernel/label.ts'

/** A column of a spreadsheet: its header in both languages, how a cell is read and what is expected there. `read` answers undefined where a cell does not fit. */
export type Column = { readonly key: string; readonly header: Label; readonly required?: boolean; readonly expect: Label; readonly read: (text: string) => unknown }

/** A cell that does not fit. `row` is the number the spreadsheet shows, the header being row 1. */
export type CellFault = { readonly row: number; readonly column: string; readonly value: string; readonly message: Label }

export type SheetRow = { readonly row: number; readonly values: Readonly<Record<string, unknown>> }

/** Reads a sheet by its headers, in any order and either language. Every fault is told; the caller takes all rows or none. */
export function readRows(columns: readonly Column[], cells: readonly (readonly string[])[]): { readonly rows: readonly SheetRow[]; readonly faults: readonly CellFault[] } {
  const [header = [], ...body] = cells
  const places = new Map(columns.map(column => [column.key, header.findIndex(text => isHeader(text, column))]))
  const missing = columns.filter(c => c.required && places.get(c.key) === -1)
  if (missing.length > 0) return { rows: [], faults: missing.map(c => ({ row: 1, column: c.header.zh, value: '', message: { zh: `缺少列“${c.header.zh}”`, en: `The column “${c.header.en}” is missing` } })) }
  const faults: CellFault[] = []
  const rows = body.flatMap((line, i): SheetRow[] => {
    if (line.every(cell => cell.trim() === '')) return []
    const row = i + 2
    const values: Record<string, unknown> = {}
    for (const column of columns) {
      const text = (line[places.get(column.key) ?? -1] ?? '').trim()
      const value = text === '' ? null : column.read(text.replace(/^'(?=[=+\-@])/, ''))
      if (value === undefined || (value === null && column.required)) faults.push({ row, column: column.header.zh, value: text.slice(0, 60), message: text === '' ? { zh: '不能为空', en: 'must not be empty' } : column.expect })
      else values[column.key] = value
    }
    return [{ row, values }]
  })
  return { rows, faults }
}

function isHeader(text: string, { header, key }: Column): boolean {
  const given = text.replace(/^\uFEFF/, '').trim().toLowerCase()
  return given === header.zh.toLowerCase() || given === header.en.toLowerCase() || given === key.toLowerCase()
}

/** A cell that holds one of a closed set of words, in either language or as the program writes it. */
export function choice(key: string, header: Label, words: Readonly<Record<string, Label>>, required = true): Column {
  const byWord = new Map(Object.entries(words).flatMap(([value, label]) => [[value.toLowerCase(), value], [label.zh.toLowerCase(), value], [label.en.toLowerCase(), value]]))
  const all = Object.values(words)
  return { key, header, required, expect: { zh: `应为：${all.map(w => w.zh).join('、')}`, en: `one of: ${all.map(w => w.en).join(', ')}` }, read: cell => byWord.get(cell.toLowerCase()) }
}

export function text(key: string, header: Label, max: number, required = false): Column {
  return { key, header, required, expect: { zh: `文字，不超过${max}字，不含控制字符`, en: `text of at most ${max} characters, without control characters` }, read: cell => (cell.length <= max && !/\p{Cc}/u.test(cell) ? cell : undefined) }
}

/** Several names in one cell, parted by ； or ;. */
export function names(key: string, header: Label, max: number): Column {
  return { key, header, expect: { zh: `名称，用分号隔开，每个不超过${max}字`, en: `names parted by semicolons, each of at most ${max} characters` }, read: cell => {
    const parts = cell.split(/[;；]/).map(part => part.trim()).filter(part => part !== '')
    return parts.every(part => part.length <= max && !/\p{Cc}/u.test(part)) ? parts : undefined
  } }
}

/** A number as people type it: full-width digits, grouping commas and a trailing % are understood, anything else is not guessed at. */
export function number(key: string, header: Label, required = false): Column {
  return { key, header, required, expect: { zh: '数字，绝对值不超过1000万亿', en: 'a number, at most 10^15 either way' }, read: cell => {
    const plain = cell.normalize('NFKC').replace(/^[+]/, '').replace('−', '-')
    if (!/^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(plain)) return undefined
    const value = Number(plain.replaceAll(',', ''))
    return Math.abs(value) <= 1e15 ? value : undefined
  } }
}

export function fitting(key: string, header: Label, expect: Label, read: (cell: string) => unknown, required = false): Column {
  return { key, header, required, expect, read }
}
