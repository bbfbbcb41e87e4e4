import type { CleanText, Mark } from '../../schema.ts'
import { isDigit, isHan, isLetter, textOf } from './characters.ts'
import type { Flat } from './flat.ts'
import { glossaryMarks, looseMarks, takeNotes } from './footnotes.ts'
import { markFurniture, pageNumbersInside } from './furniture.ts'
import { seamsOf } from './joining.ts'
import { linesOf, type Line } from './lines.ts'
import { breaksIn } from './one-line.ts'
import { normalise } from './normalise.ts'
import { repairLog, type RepairLog } from './repair-log.ts'
import { tablesOf } from './tables.ts'

/**
 * The text of a paper without the damage that converters, page edges and web pages did to it, with the way back to
 * the raw text for every character. Everything that was changed is in `repairs`; nothing is added but line breaks.
 *
 * Source: year.md §4, "What damages a report's text".
 */
export function cleanText(raw: string): CleanText {
  const log = repairLog()
  const flat = normalise(raw, log)
  const lines = linesOf(flat)
  const fates = new Uint8Array(flat.text.length)
  markFurniture(lines)
  const rows = tablesOf(lines)
  for (const row of rows) for (let at = row.first; at <= row.last; at++) { const line = lines[at]; if (line) line.kind = 'row' }
  const found = takeNotes(flat, lines)
  const seams = seamsOf(lines)

  const marks: Mark[] = []
  const rowStarts = new Set(rows.map(row => row.first))
  let shown = false
  lines.forEach((line, at) => {
    if (!keeps(line)) { logDropped(flat, line, log); return }
    fates.fill(fate.keep, line.start, line.end)
    const joined = line.kind === 'row' ? !rowStarts.has(at) : seams[at] !== 'break'
    if (!joined && shown) breakBefore(flat.text, fates, line.start)
    if (joined && line.kind === 'text') {
      log[seams[at] === 'join' ? 'many' : 'each'](seams[at] === 'join' ? 'joined-line' : 'joined-over-page', rawOf(flat, line.start - 1), rawOf(flat, line.start))
      keepWordsApart(flat.text, fates, line.start)
    }
    if (line.kind === 'row' || line.kind === 'aside') marks.push({ kind: line.kind, start: line.start, end: line.end, level: 0 })
    shown = true
  })
  for (const row of rows) {
    for (const cut of row.cuts) fates[flat.text.charCodeAt(cut) <= 0x20 ? cut : cut - 1] = fate.tab
    const first = lines[row.first], last = lines[row.last]
    if (first && last) log.each('table', rawOf(flat, first.start), rawOf(flat, last.end))
  }
  const noteMarks = [...found.flatMap(({ mark }) => mark ?? []), ...glossaryMarks(flat, lines)]
  for (const { at, until } of [...noteMarks, ...looseMarks(flat, position => fates[position] === fate.drop || noteMarks.some(mark => mark.at === position))]) {
    fates.fill(fate.drop, at, until)
    log.each('footnote-mark', rawOf(flat, at), rawOf(flat, until - 1) + 1)
  }
  for (const { at, until } of pageNumbersInside(flat.text, fates)) {
    fates.fill(fate.drop, at, until)
    log.each('page-number', rawOf(flat, at), rawOf(flat, until - 1) + 1)
  }
  const breaks = new Set<number>()
  for (const line of lines) {
    if (line.kind !== 'text') continue
    for (const at of breaksIn(line.text, line.gaps)) {
      breaks.add(line.start + at)
      marks.push({ kind: 'split', start: line.start + at, end: line.start + at, level: 0 })
      log.many('split-one-line', rawOf(flat, line.start + at), rawOf(flat, line.start + at))
    }
  }
  for (const style of flat.styles) if (style.kind === 'bold' || style.kind === 'heading' || style.kind === 'bullet') marks.push({ kind: style.kind, start: style.start, end: style.end, level: style.level })
  const packed = pack(flat, fates, breaks, marks, log)
  return { ...packed, notes: found.map(({ note }) => note), repairs: log.done() }
}

/** Raw offsets of a stretch of the clean text: from its first character to the end of its last. */
export function rawSpan(clean: CleanText, start: number, end: number): { start: number; end: number } {
  const from = clean.origin[start] ?? 0
  return { start: from, end: end > start ? (clean.origin[end - 1] ?? 0) + 1 : from }
}

/** What becomes of each character of the flat text. `line` and `tab` are blanks that became a break. */
const fate = { drop: 0, keep: 1, line: 2, tab: 3, space: 4 } as const

const keeps = (line: Line) => line.kind === 'text' || line.kind === 'row' || line.kind === 'aside'
const rawOf = (flat: Flat, at: number) => flat.origin[Math.max(0, at)] ?? 0

function logDropped(flat: Flat, line: Line, log: RepairLog): void {
  const start = rawOf(flat, line.start), end = rawOf(flat, line.end - 1) + 1
  switch (line.kind) {
    case 'page-number': log.each('page-number', start, end); return
    case 'page-furniture': log.each('page-furniture', start, end); return
    case 'web-furniture': log.each('web-furniture', start, end); return
    case 'rule': log.many('markdown', start, end); return
    case 'note': log.each('footnote-text', start, end); return
    case 'text': case 'row': case 'aside': return
  }
}

/** Turns the line feed before a line into the break between two blocks. */
function breakBefore(text: string, fates: Uint8Array, start: number): void {
  const feed = text.lastIndexOf('\n', start)
  if (feed >= 0) fates[feed] = fate.line
}

/** Two Latin words on both sides of a joined line keep a blank between them. */
function keepWordsApart(text: string, fates: Uint8Array, start: number): void {
  const feed = text.lastIndexOf('\n', start)
  let last = feed - 1
  while (last >= 0 && fates[last] !== fate.keep) last--
  if (feed >= 0 && last >= 0 && isLetter(text.charCodeAt(last)) && isLetter(text.charCodeAt(start))) fates[feed] = fate.space
}

/** Puts together what is kept. Blanks around figures and signs go; those between two words stay. */
function pack(flat: Flat, fates: Uint8Array, breaks: ReadonlySet<number>, marks: readonly Mark[], log: RepairLog): Pick<CleanText, 'text' | 'origin' | 'marks'> {
  const { text } = flat
  const codes = new Uint16Array(text.length + breaks.size)
  const origin = new Uint32Array(text.length + breaks.size + 1)
  const place = new Uint32Array(text.length + 1)
  let length = 0
  let blank = -1
  for (let i = 0; i < text.length; i++) {
    place[i] = length
    const what = fates[i]
    if (what === fate.drop) continue
    let code = text.charCodeAt(i)
    if (what === fate.line || what === fate.tab) { code = what === fate.line ? 0x0a : 0x09; blank = -1 }
    else if (what === fate.space || code === 0x20 || code === 0x09) { blank = i; continue }
    // A break that the raw text does not have takes the place of the character it stands before.
    if (breaks.size > 0 && breaks.has(i) && length > 0 && codes[length - 1] !== 0x0a) { origin[length] = flat.origin[i] ?? 0; codes[length++] = 0x0a; blank = -1; place[i] = length }
    if (blank >= 0) {
      const before = length > 0 ? codes[length - 1] ?? 0x0a : 0x0a
      if (keepsBlank(before, code)) { origin[length] = flat.origin[blank] ?? 0; codes[length++] = 0x20 }
      else log.many('stray-space', flat.origin[blank] ?? 0, (flat.origin[blank] ?? 0) + 1)
      blank = -1
      place[i] = length
    }
    origin[length] = flat.origin[i] ?? 0
    codes[length++] = code
  }
  place[text.length] = length
  origin[length] = flat.origin[text.length] ?? 0
  const moved = marks.map(mark => ({ ...mark, start: place[mark.start] ?? length, end: place[mark.end] ?? length }))
  return { text: textOf(codes, length), origin: origin.slice(0, length + 1), marks: moved.sort((a, b) => a.start - b.start || a.end - b.end) }
}

function keepsBlank(before: number, after: number): boolean {
  const isWord = (code: number) => isLetter(code) || isDigit(code)
  return (isWord(before) && isWord(after)) || (isHan(before) && isHan(after))
}
