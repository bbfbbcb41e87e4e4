/** Spreadsheets in and out: bytes to cells and back. What the cells mean is decided in domain/sheet.ts. */
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { type File } from '../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'

/** Rows of a sheet that is imported or exported at once, the header included. */
export const MOST_ROWS = 20_000
const MOST_BYTES = 10_000_000
const MOST_UNPACKED = 200_000_000

export type Cell = string | number | null

/** The cells of the first sheet of an xlsx file, or of a CSV file in UTF-8 or GB 18030 (as Chinese spreadsheets save it). `times`: of a date in a spreadsheet also the time of day, where it has one. */
export async function cellsOf(file: File | null, times = false): Promise<Result<string[][], 'file-missing' | 'sheet-unreadable' | 'sheet-too-large'>> {
  if (!file || file.bytes.length === 0) return refuse('file-missing')
  if (file.bytes.length > MOST_BYTES) return refuse('sheet-too-large', { most: MOST_ROWS })
  try {
    const zipped = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
    if (zipped && unpackedSize(file.bytes) > MOST_UNPACKED) return refuse('sheet-too-large', { most: MOST_ROWS })
    const rows = zipped ? await fromExcel(file.bytes, times) : fromCsv(file.bytes)
    return rows.length > MOST_ROWS ? refuse('sheet-too-large', { most: MOST_ROWS }) : ok(rows)
  } catch {
    // Whatever a reader of a foreign format throws, the answer is the same: this is no sheet that can be read.
    return refuse('sheet-unreadable', { file: file.name.slice(0, 100) })
  }
}

/** What the archive says it unpacks to, without unpacking it: a small file may claim gigabytes. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, { filter: entry => { size += entry.originalSize; return false } })
  return size
}

async function fromExcel(bytes: Uint8Array, times: boolean): Promise<string[][]> {
  const rows = await readSheet(Buffer.from(bytes))
  return rows.map(row => row.map(cell => (cell === null || cell === undefined ? '' : cell instanceof Date ? dateText(cell, times) : String(cell))))
}

/** A spreadsheet's date has no time zone; the reader gives it as if it were UTC. */
function dateText(date: Date, times: boolean): string {
  const text = date.toISOString()
  return times && text.slice(11, 16) !== '00:00' ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 10)
}

function fromCsv(bytes: Uint8Array): string[][] {
  const text = textOf(bytes)
  if (text.includes('\u0000')) throw new Error('binary')
  const delimiter = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
  return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, to: MOST_ROWS + 1 })
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

/** A sheet as a file for download. */
export async function sheetFile(name: string, form: 'csv' | 'xlsx', rows: readonly (readonly Cell[])[]): Promise<File> {
  if (form === 'csv') return { name: `${name}.csv`, mime: 'text/csv; charset=utf-8', bytes: Buffer.from(csvText(rows), 'utf8') }
  const [header = [], ...body] = rows
  const cells = [header.map(value => ({ value: plain(String(value ?? '')), type: String, fontWeight: 'bold' as const })), ...body.map(row => row.map(value => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value: plain(value), type: String })))]
  const bytes = await writeExcelFile(cells, { sheet: '数据', stickyRowsCount: 1 }).toBuffer()
  return { name: `${name}.xlsx`, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

/** XML holds no control characters but tab and line ends. */
function plain(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
}

/**
 * CSV by RFC 4180, in UTF-8 with the mark that spreadsheets want. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, which the import takes off again; numbers are left alone.
 */
function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
