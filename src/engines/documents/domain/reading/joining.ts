import type { Line } from './lines.ts'
import { address, annexMark, beginsAnew, closingStart, commaEnd, countedLead, dashMark, fullStopEnd, glossaryMark, groupMark, itemMark, leadSentence, numberOf, partMark, salutation, sentenceEnd, symbolMark } from './wording.ts'
import { addressLine } from './furniture.ts'
import { roleOfHeading } from './roles.ts'

/** How two neighbouring lines of text belong together. */
export type Seam = 'break' | 'join' | 'join-over-page'

/** How the lines of a text were set: whether each ends where the paper's edge was, and what marks a paragraph. */
export type Setting = {
  readonly wrapped: boolean
  /** Usual width of a full line, in half characters. */
  readonly width: number
  /** A blank line, or an indent, stands before each paragraph and not inside it. */
  readonly gapsSpeak: boolean
  readonly indentsSpeak: boolean
}

export function settingOf(lines: readonly Line[]): Setting {
  const text = lines.filter(line => line.kind === 'text')
  const widths = text.map(line => line.width).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.85)] ?? 0
  const full = text.filter(line => line.width >= width * 0.8 && line.width <= width * 1.2)
  const open = full.filter(line => !sentenceEnd.test(line.text) && !isHeading(line) && !saysItsRole(line))
  const wrapped = text.length >= 8 && width >= 20 && width <= 150 && full.length >= text.length * 0.4 && open.length >= full.length * 0.5
  const share = (of: (line: Line) => boolean) => (text.length === 0 ? 0 : text.filter(of).length / text.length)
  const gaps = share(line => line.gap > 0), indents = share(line => line.indent >= 2)
  return { wrapped, width, gapsSpeak: gaps > 0.04 && gaps < 0.6, indentsSpeak: indents > 0.04 && indents < 0.6 }
}

/**
 * Tells for each line of text whether it goes on with the line of text before it. `before[i]` is the index of that
 * line or -1. A sentence cut by the edge of a line or page is joined; a heading, a list item and a new paragraph
 * are not.
 */
export function seamsOf(lines: readonly Line[]): Seam[] {
  const setting = settingOf(lines)
  const front = addressLine(lines)
  const seams: Seam[] = lines.map(() => 'break')
  let previous = -1
  let interrupted = false
  const open: Paragraph = { width: 0, quotes: 0, heading: false, text: '', lines: 0, part: 0, group: 0 }
  lines.forEach((line, at) => {
    if (line.kind !== 'text') { if (line.kind === 'row' || line.kind === 'aside') { previous = -1; interrupted = false } else interrupted ||= line.kind !== 'rule' || previous >= 0; return }
    const last = lines[previous]
    if (last && previous >= 0) {
      const overPage = interrupted || line.newPage || line.indent === 1
      const joins = at < front ? joinsInFront(last, line, open, lines.slice(at, at + 3)) : at !== front && previous !== front ? joinsInBody(last, line, open, setting, lines, at, overPage) : false
      if (joins) seams[at] = overPage ? 'join-over-page' : 'join'
    }
    if (seams[at] === 'break') {
      const part = partMark.exec(line.text), group = groupMark.exec(line.text)
      if (part) { open.part = numberOf(part[1] ?? part[2] ?? '') ?? 0; open.group = 0 }
      if (group) open.group = numberOf(group[1] ?? '') ?? 0
      open.width = 0; open.quotes = 0; open.text = line.text; open.lines = 0; open.heading = isHeading(line) || namesAPart(line, setting) }
    open.width += line.width
    open.lines++
    open.quotes = Math.max(0, open.quotes + balanceOf(line.text))
    previous = at
    interrupted = false
  })
  return seams
}

/** Words that begin a paragraph wherever they stand. */
const newThought = /^(?:20\d\d\s?年|今年以来|刚刚过去|一年来|虽然|尽管|综观|纵观|展望|与此同时|今年是|过去[一五]年|[一五]年来|根据以上|为确保|为完成|在看到|在肯定|回顾|成绩|[上下]半年，|做好今年)/

/** What is known of the paragraph so far. */
type Paragraph = {
  width: number
  quotes: number
  heading: boolean
  text: string
  lines: number
  /** Numbers of the last part and group, after which the next are expected. */
  part: number
  group: number
}

function isHeading(line: Line): boolean {
  if (line.style === 'heading' || glossaryMark.test(line.text) || (line.text.length <= 20 && annexMark.test(line.text))) return true
  // Where a sentence follows the heading on its line, the line is the beginning of a paragraph.
  return (partMark.test(line.text) || groupMark.test(line.text)) && !/。./.test(line.text)
}

/** A short line without any punctuation that says what it looks back on or ahead to: a chapter heading without number. */
function namesAPart(line: Line, setting: Setting): boolean {
  return (!setting.wrapped || reachOf(line) < setting.width * 0.88) && saysItsRole(line)
}

function saysItsRole(line: Line): boolean {
  return line.text.length <= 45 && !/[，。；：！？、,;:]/.test(line.text) && roleOfHeading(line.text) !== null
}

/** Quotation marks and brackets opened and not closed. */
function balanceOf(text: string): number {
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x201c || code === 0xff08 || code === 0x300a || code === 0x28) open++
    else if (code === 0x201d || code === 0xff09 || code === 0x300b || code === 0x29) open--
  }
  return open
}

/** Title, date and session before the address: a title goes on until it says what it is, a date until the meeting. */
function joinsInFront(last: Line, line: Line, open: Paragraph, ahead: readonly Line[]): boolean {
  const [before, words, whole] = [last.text, line.text, open.text].map(text => text.replaceAll(' ', '')) as [string, string, string] // three in, three out
  if (words.startsWith('关于') || dashMark.test(words) || open.width > 160 || salutation.test(words)) return false
  if (/^(?:—|\(|（)?.{0,4}\d{4}年\d{1,2}月/.test(whole) && !/[上）)]$/.test(before) && /会议上?[）)]?$/.test(before + words) && line.width < 60) return true
  if (dashMark.test(before) || /[上）)]$/.test(before) || titleEnd.test(before) || !titleEndsIn(ahead) || /^\d{4}年\d{1,2}月/.test(words)) return false
  return (last.style === 'heading' && line.style === 'heading') || before.includes('关于') || /\d{4}年/.test(before)
}

/** Does one of these lines end a title, with no date or address before it? */
function titleEndsIn(lines: readonly Line[]): boolean {
  for (const line of lines) {
    const words = line.text.replaceAll(' ', '')
    if (line.kind !== 'text' || dashMark.test(words) || salutation.test(words) || line.width > 80) return false
    if (titleEnd.test(words)) return true
  }
  return false
}

/** How the title of a paper ends. */
const titleEnd = /(?:报告|纲要|草案|规划|计划|材料|说明|意见)(?:[（(].{1,8}[）)])?$/

function joinsInBody(last: Line, line: Line, open: Paragraph, setting: Setting, lines: readonly Line[], at: number, overPage: boolean): boolean {
  if (line.style !== null || last.style === 'heading' || salutation.test(line.text)) return false
  const edge = edgeNear(lines, at - 1, setting)
  const full = setting.wrapped && reachOf(last) >= edge * 0.86
  const ended = sentenceEnd.test(last.text)
  // Inside a quotation, after a comma, or with a whole sentence before it on the line, a line without an end goes on.
  const cut = !ended && (open.quotes > 0 || commaEnd.test(last.text) || /。./.test(last.text))
  const long = full || cut || (!setting.wrapped && open.width > 80)
  const indented = setting.indentsSpeak && line.indent >= 2
  if (indented && !(cut && last.indent >= 2 && open.quotes > 0)) return false
  if (beginsAnew(line.text)) {
    // A wrapped line may begin with 十、 or 1. or —— by chance: then the one before is full and its sentence open.
    if (ended || !long || open.heading || address.test(line.text)) return false
    const part = partMark.exec(line.text), group = groupMark.exec(line.text)
    const expected = part ? numberOf(part[1] ?? part[2] ?? '') === open.part + 1 : group ? numberOf(group[1] ?? '') === open.group + 1 : false
    if (part || group) return (full || cut) && !(expected && line.width < 60 && !sentenceEnd.test(line.text))
    if (symbolMark.test(line.text)) return cut
    return line.text.startsWith('——') ? !/[：；]$/.test(last.text) : cut || !itemMark.test(line.text)
  }
  if (!ended && closingStart.test(line.text)) return true
  if (last.bold === 'all' && !full) return false
  if (ended && namesAPart(line, setting)) return false
  if (!ended && open.lines === 1 && namesAPart(last, { ...setting, width: setting.width * 2 }) && /^(?:“十|20\d\d|今年|过去)/.test(line.text)) return false
  // A heading as wide as the page: what is left of it would be short, what is full again is the paragraph below.
  if (open.heading && open.lines === 1 && full && !ended && !commaEnd.test(last.text) && !groupMark.test(last.text)) return line.width < edge * 0.8 && !sentenceEnd.test(line.text)
  // Where every paragraph is indented, a line that is not goes on with the one before.
  if (setting.indentsSpeak && setting.wrapped && line.indent < 2 && !open.heading && reachOf(last) >= edge * (ended ? 0.7 : 0.45)) return true
  if (ended) {
    // A line that ends with its sentence just at the edge says nothing: then the next line's words decide.
    if (!full || reachOf(last) < edge * 0.9 || newThought.test(line.text) || open.heading && open.lines === 1 && !fullStopEnd.test(last.text)) return false
    if (setting.gapsSpeak && line.gap > 0 && !overPage) return false
    if (!fullStopEnd.test(last.text)) return !dashMark.test(line.text)
    // A short sentence begins a paragraph where the paragraphs here begin with short sentences.
    const led = open.heading || leadSentence(open.text) !== null || groupMark.test(open.text) || countedLead.test(open.text)
    return !(led && leadSentence(line.text) !== null)
  }
  if (cut) return true
  if (setting.wrapped) {
    if (full) return true
    if (open.heading && open.lines === 1) return false
    return overPage || reachOf(last) >= setting.width * 0.7
  }
  if (overPage && !open.heading && /[，、]/.test(last.text)) return true
  return open.width > 80 && !(open.heading && open.width < 120 && line.gap > 0 && !overPage)
}

/** How far a line reaches to the right: an indent is two characters wide, however it was typed. */
function reachOf(line: Line): number {
  return line.width + (line.indent >= 2 ? 4 : 0)
}

/** The width of a full line around here: pages of one paper may be set differently. */
function edgeNear(lines: readonly Line[], at: number, setting: Setting): number {
  let edge = 0
  for (let k = Math.max(0, at - 4); k <= at + 4; k++) {
    const line = lines[k]
    if (line && line.kind === 'text' && line.width <= setting.width * 1.25) edge = Math.max(edge, reachOf(line))
  }
  return Math.max(edge, setting.width * 0.75)
}
