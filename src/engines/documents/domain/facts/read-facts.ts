import type { Block, CleanText, Commitment, Doubt, Fact, FrontMatter } from '../../schema.ts'
import { cleanOffset, sentenceFrom, type Sentence } from './clause.ts'
import { commitmentsIn } from './commitments.ts'
import { contextsOf, type Context } from './context.ts'
import { doubtsOf } from './doubts.ts'
import { factFrom } from './fact.ts'
import { periodOfHeading, periodOfOpening, periodsIn } from './period.ts'
import { statementsIn } from './sentence.ts'
import { isHeader, statementsInRow } from './table.ts'

export type Read = { facts: Fact[]; commitments: Commitment[]; doubts: Doubt[] }

/**
 * Reads every figure, rank, target and promise of a paper. Figures keep the place in the raw text where they stand.
 * What is doubtful is read all the same, with a certainty below 0.8 and a doubt that says why.
 */
export function readFacts(clean: CleanText, outline: readonly Block[], front: FrontMatter): Read {
  const read: Read = { facts: [], commitments: [], doubts: [] }
  const ids = new Map<number, number>()
  const contexts = contextsOf(outline, front).toSorted((a, b) => a.block.clean.start - b.block.clean.start)
  let opened: string | null = null
  let announced: string | null = null
  let header: readonly string[] = []
  contexts.forEach((found, i) => {
    const { block } = found
    if (block.clean.start === 0 || clean.text[block.clean.start - 1] === '\n') {
      const line = clean.text.slice(block.clean.start, block.clean.end)
      // 这是…的五年。 on a line of its own speaks for the paragraphs below it, to the next such line.
      if (block.kind === 'heading' || (line.length <= 40 && !/[，；]/.test(line) && block.kind === 'paragraph')) announced = block.kind === 'heading' ? null : periodOfHeading(line.trim(), found.times)
      // A paragraph may be several blocks (lead sentences): what it opens with holds to the end of its line.
      opened = block.kind === 'heading' ? null : periodOfOpening(line.slice(0, 30), found.times) ?? announced
    }
    if (block.kind === 'heading' && (block.level ?? 4) <= 2) return
    const context = opened === null ? found : { ...found, times: { ...found.times, period: opened } }
    const next = contexts[i + 1]?.block.clean.start ?? Infinity
    const end = Math.min(block.clean.end, next)
    if (block.kind === 'table-row') { header = readRow(clean, context, end, header, read, ids); return }
    header = []
    let start = block.clean.start
    while (start < end) {
      const stop = sentenceEnd(clean.text, start, end)
      readSentence(clean, context, start, stop, read, ids)
      start = stop
    }
  })
  return read
}

/** Reads a row of a table and answers the header that holds for the next one. */
function readRow(clean: CleanText, context: Context, end: number, header: readonly string[], read: Read, ids: Map<number, number>): readonly string[] {
  const start = context.block.clean.start, row = clean.text.slice(start, end).replace(/\n$/, '')
  const cells = row.split('\t')
  if (isHeader(cells)) return cells
  for (const statement of statementsInRow(row, header, context.times)) {
    const span = { start: rawOffset(clean, start + statement.start), end: rawOffset(clean, start + statement.end - 1) + 1 }
    const own = { ...context, side: statement.side ?? context.side, times: { ...context.times, period: statement.period ?? context.times.period } }
    const note = statement.open?.operator === 'pending' ? clean.notes.find(each => each.at !== null && each.at >= span.start && each.at <= span.end + 4) : undefined
    const fact = factFrom(statement, row, own, [], span, idAt(ids, span.start))
    read.facts.push(note ? { ...fact, reference: note.text } : fact)
    read.doubts.push(...doubtsOf(fact, statement))
  }
  return header
}

const long = 1500
/**
 * Sentences end at 。；！？ and at the end of a line; the mark belongs to the sentence. A text without any (a table that
 * lost its lines) is cut at a comma when it has become too long, so that the time stays in step with the length.
 */
function sentenceEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case 0x3002: case 0xff1b: case 0xff01: case 0xff1f: case 0x0a: case 0x3b:
        return at + 1
      case 0xff0c: case 0x2c: case 0x20: case 0x3001:
        if (at - start > long) return at + 1
        break
      default:
        if (at - start > 2 * long) return at
    }
  }
  return end
}

/** Without one of these a sentence states no figure, place, direction or open target. */
const worthReading = /[0-9二两三四五六七八九十百千万亿零双翻倍第]|连续|[首榜][位首]|之首|前[列茅]|最[多高低大快少优好强长早佳]|——|下达|标准|要求|水平|同步|正增长|由负转正/
function readSentence(clean: CleanText, context: Context, start: number, end: number, read: Read, ids: Map<number, number>): void {
  if (end - start < 4) return
  const sentence = sentenceFrom(clean.text, start, end)
  // 高于全国平均水平 is a target where it is promised; as a result it states no figure.
  const statements = worthReading.test(sentence.text) ? statementsIn(sentence.text).filter(each => each.open?.operator !== 'tied' || context.side === 'target') : []
  const raw = (index: number) => rawOffset(clean, cleanOffset(sentence, index))
  if (statements.length > 0) {
    const stated = periodsIn(sentence.text, context.times)
    for (const statement of statements) {
      const span = { start: raw(statement.start), end: rawEnd(clean, sentence, statement.end) }
      const fact = factFrom(statement, sentence.text, context, stated, span, idAt(ids, span.start))
      read.facts.push(fact)
      read.doubts.push(...doubtsOf(fact, statement))
    }
  }
  if (context.side === 'target') {
    for (const promise of commitmentsIn(sentence.text, statements.map(each => ({ start: each.start, end: each.end })), context.times)) {
      const span = { start: raw(promise.start), end: rawEnd(clean, sentence, promise.end) }
      read.commitments.push({ id: `c${span.start}`, verb: promise.verb, object: promise.object, strength: promise.strength, period: promise.period, block: context.block.id, section: context.section, ...span, certainty: promise.certainty })
    }
  }
}

const rawOffset = (clean: CleanText, at: number): number => clean.origin[Math.min(at, clean.text.length)] ?? 0
/** End of a span: behind the last character, not before the next one, so that a page number between them stays out. */
const rawEnd = (clean: CleanText, sentence: Sentence, end: number): number => end === 0 ? rawOffset(clean, sentence.start) : rawOffset(clean, cleanOffset(sentence, end - 1)) + 1

function idAt(ids: Map<number, number>, start: number): string {
  const seen = ids.get(start) ?? 0
  ids.set(start, seen + 1)
  return seen === 0 ? `f${start}` : `f${start}${String.fromCharCode(97 + seen)}`
}
