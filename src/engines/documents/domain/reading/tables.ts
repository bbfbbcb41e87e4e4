import { isHan } from './characters.ts'
import type { Line } from './lines.ts'
import { beginsAnew, sentenceEnd } from './wording.ts'

/** A row of a table: the lines it was flattened to, and the offsets in the flat text where one cell ends and the next begins. */
export type Row = { readonly first: number; readonly last: number; readonly cuts: readonly number[] }

/** The words of a column's head; a caption such as 主要指标完成情况 is none. */
const headWord = /^(?!附|表|.*指标(?:完成|执行|预期))(?:序号|指标|指标名称|主要指标|项目|项目名称|名称|单位|计量单位|属性|类别|内容|事项|备注|责任单位|牵头单位|完成情况|执行情况|预期目标|目标值?|计划|完成|实际|增长|增速|增幅|同比|比上年.{0,6}|[^\s\d]{0,8}(?:完成情况|完成数|完成值|预期目标|目标值|目标|计划数?|增长|增速|增幅|预期|执行数|预算数|决算数)(?:[（(][^）)]{1,6}[）)])?|\d{4}年(?:完成|目标|预期|计划|实绩)?)$/
const mostRows = 400
/** A tab in a longer line is a blank in a paragraph. */
const longestRow = 300

/**
 * Finds tables that were flattened to lines, by the words of their head: either a row to a line with blanks between
 * the cells, or a cell to a line. Rows that a converter marked are found by their tabs.
 */
export function tablesOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.kind === 'note' || line.kind === 'page-number') continue
    if (line.kind === 'row' || (line.text.length <= longestRow && line.text.includes('\t'))) {
      if (line.text.replaceAll('\t', '').trim() !== '') rows.push({ first: at, last: at, cuts: tabs(line) })
      continue
    }
    if (line.kind !== 'text') continue
    const cells = headCells(line.text)
    if (cells >= 2) {
      const cutLines = [line]
      let last = at
      for (let k = at + 1; k < lines.length && cutLines.length < mostRows; k++) {
        const row = lines[k]
        if (!row || !isRow(row)) break
        cutLines.push(row)
        last = k
      }
      if (cutLines.length > 1) {
        cutLines.forEach((row, k) => rows.push({ first: at + k, last: at + k, cuts: cutsOf(row, cells) }))
        at = last
      }
      continue
    }
    const columns = columnHeads(lines, at)
    if (columns < 2) continue
    let k = at + columns
    while (k < lines.length && k - at < mostRows * columns && isCell(lines[k])) k++
    for (let first = at; first < k; first += columns) {
      const last = Math.min(first + columns, k) - 1
      rows.push({ first, last, cuts: lines.slice(first + 1, last + 1).map(cell => cell.start) })
    }
    at = k - 1
  }
  return rows
}

function tabs(line: Line): number[] {
  const cuts: number[] = []
  for (let at = line.text.indexOf('\t'); at >= 0; at = line.text.indexOf('\t', at + 1)) cuts.push(line.start + at)
  return cuts
}

/** How many column heads a line consists of, 0 where it is none. */
function headCells(text: string): number {
  if (text.length > 60 || !text.includes(' ')) return 0
  const cells = text.split(' ')
  return cells.length >= 2 && cells.every(cell => headWord.test(cell)) ? cells.length : 0
}

function columnHeads(lines: readonly Line[], at: number): number {
  let count = 0
  while (count < 12 && headWord.test(lines[at + count]?.text ?? '') && lines[at + count]?.kind === 'text') count++
  return count
}

function isRow(line: Line): boolean {
  return line.kind === 'text' && line.text.includes(' ') && line.text.length <= 60 && !sentenceEnd.test(line.text) && !/[。；]/.test(line.text) && !beginsAnew(line.text)
}

function isCell(line: Line | undefined): boolean {
  return line !== undefined && line.kind === 'text' && line.text.length <= 30 && !/[。；：！]/.test(line.text) && !/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十])/.test(line.text)
}

/**
 * Cuts a row into its cells. A blank between two Chinese words or before a dash divides cells; one between a word
 * and a figure does so only where too few others are left (单位 GDP能耗下降率 ——: the name has a blank of its own).
 */
function cutsOf(line: Line, cells: number): number[] {
  const spots: { at: number; weight: number }[] = []
  for (let at = line.text.indexOf(' '); at >= 0; at = line.text.indexOf(' ', at + 1)) {
    const before = line.text.charCodeAt(at - 1), after = line.text.charCodeAt(at + 1)
    const weight = (isHan(before) || line.text.charAt(at - 1) === '）') && (isHan(after) || /[—–-]/.test(line.text.charAt(at + 1))) ? 3 : isHan(before) && after >= 0x30 && after <= 0x39 ? 2 : 1
    spots.push({ at: line.start + at, weight })
  }
  return spots.sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, cells - 1).map(spot => spot.at).sort((a, b) => a - b)
}
