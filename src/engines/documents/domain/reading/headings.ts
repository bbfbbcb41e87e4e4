import type { CleanText, Mark } from '../../schema.ts'
import { roleOfHeading } from './roles.ts'
import { annexMark, dashMark, glossaryMark, groupMark, itemMark, numberOf, partMark, salutation, subItemMark } from './wording.ts'

/** A line of the clean text with what its marks said of it. `bold` is the length of the bold words it begins with. */
export type TextLine = { readonly start: number; readonly end: number; readonly next: number; readonly text: string; readonly bold: number; readonly heading: number; readonly bullet: boolean; readonly row: boolean; readonly aside: boolean }

export function linesWithMarks(clean: CleanText): TextLine[] {
  const lines: TextLine[] = []
  let mark = 0
  for (let start = 0; start < clean.text.length || (start === 0 && clean.text.length === 0);) {
    const feed = clean.text.indexOf('\n', start)
    const end = feed < 0 ? clean.text.length : feed
    const own: Mark[] = []
    for (let next = clean.marks[mark]; next && next.start < Math.max(end, start + 1); next = clean.marks[++mark]) if (next.start >= start) own.push(next)
    const bold = own.find(({ kind, start: from }) => kind === 'bold' && from <= start + 2)
    lines.push({
      start, end, next: feed < 0 ? end : end + 1, text: clean.text.slice(start, end),
      bold: bold ? Math.min(end, bold.end) - start : 0,
      heading: own.find(({ kind }) => kind === 'heading')?.level ?? 0,
      bullet: own.some(({ kind }) => kind === 'bullet'), row: own.some(({ kind }) => kind === 'row'), aside: own.some(({ kind }) => kind === 'aside'),
    })
    if (feed < 0) break
    start = feed + 1
  }
  return lines.filter(line => line.next > line.start)
}

/** For each line: does a group heading follow before the next part? */
export function groupsAhead(lines: readonly TextLine[]): boolean[] {
  const ahead = lines.map(() => false)
  for (let at = lines.length - 1, follows = false; at >= 0; at--) {
    const text = lines[at]?.text ?? ''
    ahead[at] = follows
    follows = groupMark.test(text) || (follows && !partMark.test(text))
  }
  return ahead
}

/** Title, date, speaker, address and the sentence that hands the report over: index of its last line, -1 for none. */
export function endOfFront(lines: readonly TextLine[]): number {
  const near = lines.slice(0, 40)
  const address = near.findIndex(line => salutation.test(line.text))
  if (address >= 0) return address + (handsOver(lines[address + 1]?.text ?? '') ? 1 : 0)
  const first = near.findIndex(line => partMark.test(line.text) || groupMark.test(line.text) || (line.text.length > 60 && /。/.test(line.text) && !handsOver(line.text)) || line.row)
  return first < 0 ? Math.min(lines.length, 1) - 1 : first - 1
}

export function handsOver(text: string): boolean {
  return text.length < 160 && /审议|审查|报告工作|提出意见|请予|汇报|报告如下/.test(text) && /报告|汇报/.test(text) && !partMark.test(text)
}

/** A chapter heading without a number: a short line of its own that says what it looks back on or ahead to. */
export function isMajorHeading(line: TextLine, next: TextLine | undefined): boolean {
  return line.text.length >= 4 && line.text.length <= 45 && !line.row && !line.bullet && !line.aside && !next?.row && next !== undefined
    && !/[。！？；：，、,;:!?\s]/.test(line.text) && !isNumbered(line.text) && !dashMark.test(line.text) && !annexMark.test(line.text) && !glossaryMark.test(line.text)
    && roleOfHeading(line.text) !== null && next.text.length > line.text.length
}

export function isNumbered(text: string): boolean {
  return partMark.test(text) || groupMark.test(text) || itemMark.test(text) || subItemMark.test(text)
}

/** How deep a paper's numbering goes above 一、: chapters without numbers, or 篇 above 章, push everything one level down. */
export function liftOf(lines: readonly TextLine[], frontEnd: number): 0 | 1 {
  if (lines.some(line => line.text.length <= 40 && volumeMark.test(line.text))) return 1
  const firstPart = lines.findIndex((line, at) => at > frontEnd && partMark.test(line.text))
  return firstPart >= 0 && lines.some((line, at) => at > frontEnd && at < firstPart && isMajorHeading(line, lines[at + 1])) ? 1 : 0
}

/** A numbered heading: its level from 1, the length of its number, and of the whole heading in the line. */
export type NumberedHeading = { readonly level: number; readonly mark: number; readonly length: number; /** Of a part 一、 its number, else null. */ readonly part: number | null }

const volumeMark = /^第[一二三四五六七八九十]{1,3}篇/
const sectionMark = /^第[一二三四五六七八九十]{1,3}节/

export function numberedHeading(line: TextLine, next: TextLine | undefined, lift: 0 | 1): NumberedHeading | null {
  const { text } = line
  const whole = headingLength(text)
  const part = partMark.exec(text)
  if (part && (whole > 0 || text.length <= 60)) {
    const level = volumeMark.test(text) ? 1 : sectionMark.test(text) ? 2 + lift : 1 + lift
    return { level, mark: part[0].length, length: whole || text.length, part: part[1] ? numberOf(part[1]) : null }
  }
  const group = groupMark.exec(text)
  if (group && whole > 0) return { level: 2 + lift, mark: group[0].length, length: whole, part: null }
  // 1. and （1） head a paragraph where they stand alone before it; a run of them is a list.
  const item = itemMark.exec(text) ?? subItemMark.exec(text)
  const alone = item && text.length <= 40 && !/[。；，：]/.test(text) && next && !next.row && !isNumbered(next.text) && next.text.length > text.length
  return alone ? { level: itemMark.test(text) ? Math.min(4, 3 + lift) : 4, mark: item[0].length, length: text.length, part: null } : null
}

/** A converter's heading, or a line of nothing but bold words. */
export function isMarkedHeading(line: TextLine): boolean {
  return line.text.length <= 50 && !/[。；：]/.test(line.text.slice(0, -1)) && (line.heading > 0 || line.bold >= line.text.length)
}

/** Length of the heading that a numbered line begins with: to its full stop, or the whole line; 0 where it is too long for one. */
export function headingLength(text: string): number {
  const stop = text.slice(0, 81).search(/[。！!]/)
  if (stop >= 0) return stop + 1
  return text.length <= 80 && !/[；;]$/.test(text) ? text.length : 0
}
