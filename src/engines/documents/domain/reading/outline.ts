import type { Block, CleanText, PartRole } from '../../schema.ts'
import { blockWriter, type BlockWriter } from './block-writer.ts'
import { endOfFront, groupsAhead, handsOver, headingLength, isMajorHeading, isMarkedHeading, isNumbered, liftOf, linesWithMarks, numberedHeading, type NumberedHeading, type TextLine } from './headings.ts'
import { leadsOf, standingLead } from './leads.ts'
import { announcesTasks, closes, goesOnWithProblems, looksAhead, roleOfHeading, speaksOfProblems, speaksOfTargets } from './roles.ts'
import { annexMark, countedLead, dashMark, glossaryMark, groupMark, itemMark, partMark, symbolMark } from './wording.ts'

/**
 * The outline of a paper: title, parts (一、), groups （一）, leads and sub-headings, paragraphs, list items, table rows,
 * annexes and glossary, each with its place and with what it speaks of. The blocks tile the clean text: each begins
 * where the one before it ends, a line break belonging to the block that it closes.
 */
export function outlineOf(clean: CleanText): Block[] {
  const writer = blockWriter(clean)
  const lines = linesWithMarks(clean)
  const frontEnd = endOfFront(lines)
  const grouped = groupsAhead(lines)
  const state: State = { zone: 'body', lift: liftOf(lines, frontEnd), title: null, part: 0, lastPart: null, problems: false, targets: false, tasksBegan: false, groupsAhead: false, standing: false }
  lines.forEach((line, at) => {
    state.groupsAhead = grouped[at] ?? false
    if (at <= frontEnd) writeFront(writer, state, line)
    else writeBody(writer, state, line, lines[at + 1])
  })
  return writer.blocks
}

type State = {
  zone: 'body' | 'annex' | 'glossary'
  /** 1 where numbered parts stand below chapters without numbers, or 章 below 篇. */
  readonly lift: 0 | 1
  title: string | null
  /** Number of the last part. */
  part: number
  /** Role of the last part whose heading said one. */
  lastPart: PartRole | null
  /** The paragraph before spoke of problems, of targets; so may this one. */
  problems: boolean
  targets: boolean
  /** In a part about tasks: what introduces them is over. */
  tasksBegan: boolean
  /** Groups （一） follow in this part: what stands before them introduces them. */
  groupsAhead: boolean
  /** The last lead stood on a line of its own and holds for what follows. */
  standing: boolean
}

const titleWords = /报告|纲要|规划|计划|汇报|总结|工作要点|工作安排|工作情况/

function writeFront(writer: BlockWriter, state: State, line: TextLine): void {
  const isTitle = state.title === null && !line.aside && titleWords.test(line.text) && line.text.length < 90 && !/^[—(（]/.test(line.text) && !handsOver(line.text) && !/材料[一二三四五六七八九十\d]*$/.test(line.text)
  if (isTitle) state.title = line.text
  writer.write(line.start, line.next, isTitle ? 'title' : line.aside ? 'furniture' : 'paragraph', 'front', isTitle ? 0 : null, isTitle ? line.text : null)
}

function writeBody(writer: BlockWriter, state: State, line: TextLine, next: TextLine | undefined): void {
  const { text } = line
  if (line.row) { writer.write(line.start, line.next, 'table-row', writer.role(), null, null); return }
  if (text.length <= 40 && glossaryMark.test(text)) { open(writer, state, line, state.zone === 'annex' && writer.level() === 1 ? 2 : 1, text, 'glossary'); state.zone = 'glossary'; return }
  // 附表 right above a table is its caption, and the report goes on below.
  if (text.length <= 50 && annexMark.test(text) && !/[。；]/.test(text) && !(next?.row && /^附\s?[表图]/.test(text))) { open(writer, state, line, 1, text, 'annex'); state.zone = 'annex'; return }
  if (state.zone !== 'body') { writeAnnex(writer, state, line); return }
  const numbered = numberedHeading(line, next, state.lift)
  // 一、 once more, where 二、 is due: a line that begins so by chance, or a list inside the part.
  const again = numbered?.part !== null && numbered?.part !== undefined && numbered.part <= state.part
  if (numbered && !again) { openNumbered(writer, state, line, numbered); return }
  if (isMajorHeading(line, next)) { state.part = 0; open(writer, state, line, 1, text, roleOfHeading(text)); return }
  if (isMarkedHeading(line) && !closes(text)) { open(writer, state, line, 3, text, roleOfHeading(text)); return }
  writeParagraph(writer, state, line, line.start, next)
}

function openNumbered(writer: BlockWriter, state: State, line: TextLine, heading: NumberedHeading): void {
  const split = line.start + heading.length
  const words = line.text.slice(heading.mark, heading.length).replace(/[。！!：:\s]+$/, '')
  const whole = heading.length >= line.text.length
  if (heading.part !== null) state.part = heading.part
  const role = heading.level <= 1 + state.lift ? partRole(state, heading.level, words) : groupRole(writer, words)
  open(writer, state, { start: line.start, next: whole ? line.next : split }, heading.level, words, role)
  if (!whole) writeParagraph(writer, state, line, split)
}

/** A part's role by its words; where they say none, parts after the plan's first are about tasks, as in a five-year plan all are. */
function partRole(state: State, level: number, words: string): PartRole | null {
  const role = roleOfHeading(words)
  if (role !== null || level > 1) return role
  const ahead = state.lastPart === 'tasks' || state.lastPart === 'targets' || state.lastPart === 'outlook' || state.lastPart === 'self-government'
  return ahead || /纲要|五年规划/.test(state.title ?? '') ? 'tasks' : null
}

/** A group keeps its part's role; under the tasks, 政府自身建设 is its own. In the results it is a result like others. */
function groupRole(writer: BlockWriter, words: string): PartRole | null {
  const role = roleOfHeading(words)
  if (role === 'problems') return role
  return role === 'self-government' && (writer.role() === 'tasks' || writer.role() === 'targets' || writer.role() === 'outlook') ? role : null
}

function open(writer: BlockWriter, state: State, line: Pick<TextLine, 'start' | 'next'>, level: number, heading: string, role: PartRole | null): void {
  writer.open(line.start, line.next, level, heading, role)
  if (level === 1 && role !== null) state.lastPart = role
  state.tasksBegan = level > 1
  state.problems = role === 'problems'
  state.targets = state.standing = false
}

/** Paragraphs that speak of the whole part, though they stand behind its last group. */
const standsByItself = /^(?:各位代表|同志们|[一三四五]年来|过去[一五]年|回顾|上半年，我们|一年来|在看到|虽然|与此同时，我们也)/

function writeParagraph(writer: BlockWriter, state: State, line: TextLine, from: number, next?: TextLine): void {
  const text = line.text.slice(from - line.start)
  const atStart = from === line.start
  const role = paragraphRole(writer, state, text, line)
  if (role === 'closing') state.part = 0
  if (role === 'problems' || role === 'closing' || (atStart && standsByItself.test(text))) { writer.closeBelow(1 + state.lift); state.standing = false }
  const isItem = line.bullet || dashMark.test(text) || symbolMark.test(text) || (atStart && isNumbered(text))
  const standing = atStart && !isItem && (role === 'results' || role === 'tasks' || role === 'self-government') && next && !next.row && !isNumbered(next.text) && next.text.length > text.length ? standingLead(text) : null
  if (standing) { writer.lead(from, line.next, standing, role); state.standing = true; return }
  const leads = role === 'problems' || role === 'closing' ? [] : leadsOf(text, { bold: atStart ? line.bold : 0, afterHeading: !atStart })
  // A lead on a line of its own holds for what follows; one at the head of a paragraph for that paragraph.
  if (!state.standing || leads.length > 0) { writer.closeLeads(); state.standing = false }
  const kind = isItem ? 'list-item' : 'paragraph'
  let at = 0
  for (const lead of leads) {
    if (lead.start > at) writer.write(from + at, from + lead.start, kind, role, null, null)
    writer.lead(from + lead.start, from + lead.end, lead.words, role)
    at = lead.end
  }
  if (from + at < line.next) writer.write(from + at, line.next, kind, role, null, null)
}

function paragraphRole(writer: BlockWriter, state: State, text: string, line: TextLine): PartRole {
  const part = writer.role()
  if (closes(text) && (part !== 'results' || text.startsWith('以上'))) return 'closing'
  if (part === 'results' || part === 'problems') {
    state.problems = (state.problems && goesOnWithProblems(text)) || (speaksOfProblems(text) && !countedLead.test(text))
    return state.problems ? 'problems' : part
  }
  if (part !== 'tasks' && part !== 'targets' && part !== 'outlook' && part !== 'unknown') return part
  if (state.targets && (line.bullet || dashMark.test(text) || symbolMark.test(text))) return 'targets'
  const announced = !state.tasksBegan && announcesTasks(text)
  state.targets = !state.tasksBegan && !(announced && text.length < 80) && speaksOfTargets(text)
  if (announced) state.tasksBegan = true
  if (state.targets) return 'targets'
  if (part === 'unknown') return speaksOfProblems(text) ? 'problems' : part
  if (announced) return text.length > 120 ? 'outlook' : 'tasks'
  if (part === 'targets') return looksAhead(text) ? 'outlook' : part
  if (part === 'outlook' || state.tasksBegan) return part
  if (countedLead.test(text)) { state.tasksBegan = true; return part }
  return state.groupsAhead || looksAhead(text) ? 'outlook' : part
}

/** Items of an annex are numbered like chapters and are none. */
function writeAnnex(writer: BlockWriter, state: State, line: TextLine): void {
  const { text } = line
  const role = state.zone === 'glossary' ? 'glossary' : 'annex'
  const isListed = line.bullet || dashMark.test(text)
  if (role === 'annex' && text.length <= 40 && !isNumbered(text) && !/[。；：]/.test(text) && !isListed) { open(writer, state, line, 2, text, 'annex'); return }
  const mark = partMark.exec(text) ?? itemMark.exec(text) ?? groupMark.exec(text)
  const stop = mark ? headingLength(text) : 0
  writer.closeLeads()
  if (role === 'annex' && mark && stop > 0 && stop < text.length && stop <= 50) {
    writer.lead(line.start, line.start + stop, text.slice(mark[0].length, stop).replace(/[。！!]$/, ''), role)
    writer.write(line.start + stop, line.next, 'list-item', role, null, null)
  } else writer.write(line.start, line.next, mark || isListed ? 'list-item' : 'paragraph', role, null, null)
}
