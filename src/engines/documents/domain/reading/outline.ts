import type { Block, CleanText, Mark } from '../../schema.ts'
import { annexMark, countedLead, dashMark, glossaryMark, groupMark, itemMark, partMark, salutation, subItemMark, symbolMark } from './wording.ts'
import { leadsOf, standingLead } from './leads.ts'
import { announcesTasks, closes, goesOnWithProblems, looksAhead, roleOfHeading, speaksOfProblems, speaksOfTargets } from './roles.ts'
import { rawSpan } from './clean-text.ts'

/**
 * The outline of a paper: title, parts (一、), groups （一）, leads and sub-headings, paragraphs, list items, table rows,
 * annexes and glossary, each with its place and with what it speaks of. The blocks tile the clean text: each begins
 * where the one before it ends, a line break belonging to the block that it closes.
 */
export function outlineOf(clean: CleanText): Block[] {
  const writer = blockWriter(clean)
  const lines = linesWithMarks(clean)
  const state: State = { zone: 'front', titled: false, problems: false, targets: false, tasksBegan: false, groupsAhead: false, majors: false, standing: false }
  const frontEnd = endOfFront(lines)
  const firstPart = lines.findIndex((line, at) => at > frontEnd && partMark.test(line.text))
  state.majors = firstPart >= 0 && lines.some((line, at) => at > frontEnd && at < firstPart && isMajorHeading(line, lines[at + 1]))
  const grouped = groupsAhead(lines)
  lines.forEach((line, at) => {
    state.groupsAhead = grouped[at] ?? false
    if (at <= frontEnd) writeFront(writer, state, line)
    else writeBody(writer, state, line, lines[at + 1], at - frontEnd)
  })
  return writer.blocks
}

type TextLine = { readonly start: number; readonly end: number; readonly next: number; readonly text: string; readonly bold: number; readonly heading: number; readonly bullet: boolean; readonly row: boolean; readonly aside: boolean }

type State = {
  zone: 'front' | 'body' | 'annex' | 'glossary'
  titled: boolean
  /** The paragraph before spoke of problems, of targets; so may this one. */
  problems: boolean
  targets: boolean
  tasksBegan: boolean
  /** Groups （一） follow in this part: what stands before them introduces them. */
  groupsAhead: boolean
  /** Chapters without numbers stand above the numbered ones: the first of them comes before any 一、. */
  majors: boolean
  /** The last lead stood on a line of its own. */
  standing: boolean
}

function linesWithMarks(clean: CleanText): TextLine[] {
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
function groupsAhead(lines: readonly TextLine[]): boolean[] {
  const ahead = lines.map(() => false)
  for (let at = lines.length - 1, follows = false; at >= 0; at--) {
    const text = lines[at]?.text ?? ''
    ahead[at] = follows
    follows = groupMark.test(text) || (follows && !partMark.test(text))
  }
  return ahead
}

/** Title, date, speaker, address and the sentence that hands the report over: index of its last line, -1 for none. */
function endOfFront(lines: readonly TextLine[]): number {
  const near = lines.slice(0, 40)
  const address = near.findIndex(line => salutation.test(line.text))
  if (address >= 0) return address + (handsOver(lines[address + 1]?.text ?? '') ? 1 : 0)
  const first = near.findIndex(line => partMark.test(line.text) || groupMark.test(line.text) || (line.text.length > 60 && /。/.test(line.text) && !handsOver(line.text)) || line.row)
  return first < 0 ? Math.min(lines.length, 1) - 1 : first - 1
}

function handsOver(text: string): boolean {
  return text.length < 160 && /审议|审查|报告工作|提出意见|请予|汇报|报告如下/.test(text) && /报告|汇报/.test(text) && !partMark.test(text)
}

function writeFront(writer: Writer, state: State, line: TextLine): void {
  const isTitle = !state.titled && !line.aside && /报告|纲要|规划|计划|汇报/.test(line.text) && line.text.length < 90 && !/^[—(（]/.test(line.text) && !handsOver(line.text) && !/材料[一二三四五六七八九十\d]*$/.test(line.text)
  if (isTitle) state.titled = true
  writer.write(line.start, line.next, isTitle ? 'title' : line.aside ? 'furniture' : 'paragraph', 'front', isTitle ? 0 : null, isTitle ? line.text : null)
}

/** A chapter heading without a number: a short line of its own that says what it looks back on or ahead to. */
function isMajorHeading(line: TextLine, next: TextLine | undefined): boolean {
  return line.text.length >= 4 && line.text.length <= 45 && !line.row && !line.bullet && !line.aside && !next?.row && next !== undefined
    && !/[。！？；：，、,;:!?\s]/.test(line.text) && !isNumbered(line.text) && !dashMark.test(line.text) && !annexMark.test(line.text) && !glossaryMark.test(line.text)
    && roleOfHeading(line.text) !== null && next.text.length > line.text.length
}

function isNumbered(text: string): boolean {
  return partMark.test(text) || groupMark.test(text) || itemMark.test(text) || subItemMark.test(text)
}

function writeBody(writer: Writer, state: State, line: TextLine, next: TextLine | undefined, distance: number): void {
  const { text } = line
  if (line.row) { writer.write(line.start, line.next, 'table-row', writer.role(), null, null); return }
  if (text.length <= 40 && glossaryMark.test(text)) { open(writer, state, line, state.zone === 'annex' && writer.level() === 1 ? 2 : 1, text, 'glossary'); state.zone = 'glossary'; return }
  if (text.length <= 50 && annexMark.test(text) && !/[。；]/.test(text)) { open(writer, state, line, 1, text, 'annex'); state.zone = 'annex'; return }
  if (state.zone === 'annex' || state.zone === 'glossary') { writeAnnex(writer, state, line); return }
  state.zone = 'body'
  const part = partMark.exec(text)
  if (part && (headingLength(text) > 0 || text.length <= 60)) { openNumbered(writer, state, line, part[0].length, state.majors ? 2 : 1); return }
  const group = groupMark.exec(text)
  if (group && headingLength(text) > 0) { openNumbered(writer, state, line, group[0].length, state.majors ? 3 : 2); return }
  if (isMajorHeading(line, next)) { open(writer, state, line, 1, text, roleOfHeading(text)); return }
  if (text.length <= 50 && !/[。；：]/.test(text.slice(0, -1)) && (line.heading > 0 || (line.bold >= text.length && !closes(text))) && distance > 0) { open(writer, state, line, levelOfPlainHeading(text, state), text, roleOfHeading(text)); return }
  writeParagraph(writer, state, line, line.start, next)
}

function levelOfPlainHeading(text: string, state: State): number {
  if (itemMark.test(text)) return state.majors ? 4 : 3
  return subItemMark.test(text) ? 4 : 3
}

/** Length of the heading that a numbered line begins with: to its full stop, or the whole line; 0 where it is too long for one. */
function headingLength(text: string): number {
  const stop = text.slice(0, 81).search(/[。！!]/)
  if (stop >= 0) return stop + 1
  return text.length <= 80 && !/[；;]$/.test(text) ? text.length : 0
}

function openNumbered(writer: Writer, state: State, line: TextLine, mark: number, level: number): void {
  const length = headingLength(line.text) || line.text.length
  const split = line.start + length
  const words = line.text.slice(mark, length).replace(/[。！!：:\s]+$/, '')
  const whole = length >= line.text.length
  open(writer, state, { ...line, next: whole ? line.next : split }, level, words, level === 1 || state.majors && level === 2 ? roleOfHeading(words) : groupRole(writer, words))
  if (!whole) writeParagraph(writer, state, line, split)
}

/** A group keeps its part's role; under the tasks, 政府自身建设 is its own. In the results it is a result like others. */
function groupRole(writer: Writer, words: string): Block['role'] | null {
  const role = roleOfHeading(words)
  if (role === 'problems') return role
  return role === 'self-government' && (writer.role() === 'tasks' || writer.role() === 'targets' || writer.role() === 'outlook') ? role : null
}

function open(writer: Writer, state: State, line: Pick<TextLine, 'start' | 'next'>, level: number, heading: string, role: Block['role'] | null): void {
  writer.open(line.start, line.next, level, heading, role)
  state.standing = false
  if (level === 1) { state.tasksBegan = false }
  else state.tasksBegan = true
  state.problems = role === 'problems'
  state.targets = false
}

function writeParagraph(writer: Writer, state: State, line: TextLine, from: number, next?: TextLine): void {
  const text = line.text.slice(from - line.start)
  if (line.start === from && standsByItself.test(text)) { writer.closeGroup(state.majors ? 2 : 1); state.standing = false }
  const role = paragraphRole(writer, state, text, line)
  if (role === 'problems' || role === 'closing') { writer.closeGroup(state.majors ? 2 : 1); state.standing = false }
  const isItem = line.bullet || dashMark.test(text) || symbolMark.test(text) || (isNumbered(text) && from === line.start)
  const leads = role === 'problems' || role === 'closing' || role === 'front' ? [] : leadsOf(text, { bold: from === line.start ? line.bold : 0, afterHeading: from > line.start })
  const standing = from === line.start && next && next.text.length > text.length && !next.row && !isNumbered(next.text) && !isItem && (role === 'results' || role === 'tasks' || role === 'self-government') ? standingLead(text) : null
  if (standing) { writer.lead(from, line.next, standing, role); state.standing = true; return }
  // A lead on a line of its own holds for what follows; one at the head of a paragraph for that paragraph.
  if (!state.standing || leads.length > 0) { writer.closeLeads(); state.standing = false }
  let at = 0
  for (const lead of leads) {
    if (lead.start > at) writer.write(from + at, from + lead.start, isItem ? 'list-item' : 'paragraph', role, null, null)
    if (from + lead.start > from + at || at > 0) writer.closeLeads()
    writer.lead(from + lead.start, from + lead.end, lead.words, role)
    at = lead.end
  }
  if (from + at < line.next) writer.write(from + at, line.next, isItem ? 'list-item' : 'paragraph', role, null, null)
}

/** Paragraphs that speak of the whole part, though they stand behind its last group. */
const standsByItself = /^(?:各位代表|同志们|[一三四五]年来|过去[一五]年|回顾|上半年，我们|一年来|在看到|虽然|与此同时，我们也)/

function paragraphRole(writer: Writer, state: State, text: string, line: TextLine): Block['role'] {
  const part = writer.role()
  if (closes(text) && (part !== 'results' || text.startsWith('以上'))) return 'closing'
  const isItem = line.bullet || dashMark.test(text) || symbolMark.test(text)
  if (part === 'results' || part === 'problems') {
    state.problems = (state.problems && goesOnWithProblems(text)) || (speaksOfProblems(text) && !countedLead.test(text))
    return state.problems ? 'problems' : part
  }
  if (part === 'tasks' || part === 'targets' || part === 'outlook' || part === 'unknown') {
    if (state.targets && isItem) return 'targets'
    const announced = !state.tasksBegan && announcesTasks(text)
    state.targets = !state.tasksBegan && !(announced && text.length < 80) && speaksOfTargets(text)
    if (announced) state.tasksBegan = true
    if (state.targets) return 'targets'
    if (announced) return part === 'unknown' ? part : text.length > 120 ? 'outlook' : 'tasks'
    if (part === 'tasks' && !state.tasksBegan) { if (countedLead.test(text)) state.tasksBegan = true; else return state.groupsAhead || looksAhead(text) ? 'outlook' : 'tasks' }
    if (part === 'targets' && looksAhead(text)) return 'outlook'
    if (part === 'unknown' && speaksOfProblems(text)) return 'problems'
  }
  return part
}

/** Items of an annex are numbered like chapters and are none. */
function writeAnnex(writer: Writer, state: State, line: TextLine): void {
  const { text } = line
  const role = state.zone === 'glossary' ? 'glossary' : 'annex'
  if (role === 'annex' && text.length <= 40 && !isNumbered(text) && !/[。；：]/.test(text) && !line.bullet && !dashMark.test(text)) { open(writer, state, line, 2, text, 'annex'); return }
  const mark = partMark.exec(text) ?? itemMark.exec(text) ?? groupMark.exec(text)
  const stop = mark ? headingLength(text) : 0
  writer.closeLeads()
  if (role === 'annex' && mark && stop > 0 && stop < text.length && stop <= 50) {
    writer.lead(line.start, line.start + stop, text.slice(mark[0].length, stop).replace(/[。！!]$/, ''), role)
    writer.write(line.start + stop, line.next, 'list-item', role, null, null)
  } else writer.write(line.start, line.next, mark || line.bullet || dashMark.test(text) ? 'list-item' : 'paragraph', role, null, null)
}

type Writer = {
  readonly blocks: Block[]
  readonly write: (start: number, end: number, kind: Block['kind'], role: Block['role'], level: Block['level'], heading: string | null) => void
  readonly open: (start: number, end: number, level: number, heading: string, role: Block['role'] | null) => void
  readonly lead: (start: number, end: number, words: string, role: Block['role']) => void
  /** Leads hold for their own paragraph only. */
  readonly closeLeads: () => void
  /** Closes whatever stands below a level. */
  readonly closeGroup: (level: number) => void
  readonly role: () => Block['role']
  readonly level: () => number
}

function blockWriter(clean: CleanText): Writer {
  const blocks: Block[] = []
  const stack: { id: string; level: number; role: Block['role']; lead: boolean }[] = []
  const role = () => stack.at(-1)?.role ?? 'unknown'
  const write: Writer['write'] = (start, end, kind, role, level, heading) => {
    const text = clean.text
    const last = text.charCodeAt(end - 1) === 0x0a ? end - 1 : end
    const span = rawSpan(clean, start, last)
    blocks.push({ id: `b${span.start}`, kind, role, level, heading, path: stack.map(entry => entry.id), ...span, clean: { start, end } })
  }
  const push = (level: number, role: Block['role'], lead: boolean) => { const block = blocks.at(-1); if (block) stack.push({ id: block.id, level, role, lead }) }
  return {
    blocks, write, role,
    level: () => stack.at(-1)?.level ?? 0,
    open: (start, end, level, heading, given) => {
      while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= level) stack.pop()
      const own = given ?? role()
      write(start, end, 'heading', own, level, heading)
      push(level, own, false)
    },
    lead: (start, end, words, own) => {
      while (stack.at(-1)?.lead) stack.pop()
      const level = Math.min(4, Math.max(3, (stack.at(-1)?.level ?? 0) + 1))
      write(start, end, 'lead', own, level, words)
      push(level, role(), true)
    },
    closeGroup: level => { while ((stack.at(-1)?.level ?? 0) > level) stack.pop() },
    closeLeads: () => { while (stack.at(-1)?.lead) stack.pop() },
  }
}
