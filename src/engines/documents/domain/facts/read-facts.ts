import type { Block, CleanText, Commitment, Doubt, Fact, FrontMatter } from '../../schema.ts'
import { cleanOffset, sentenceFrom, type Sentence } from './clause.ts'
import { commitmentsIn } from './commitments.ts'
import { contextsOf, type Context } from './context.ts'
import { doubtsOf } from './doubts.ts'
import { factFrom } from './fact.ts'
import { periodsIn } from './period.ts'
import { statementsIn } from './statement.ts'

export type Read = { facts: Fact[]; commitments: Commitment[]; doubts: Doubt[] }

/**
 * Reads every figure, rank, target and promise of a paper. Figures keep the place in the raw text where they stand.
 * What is doubtful is read all the same, with a certainty below 0.8 and a doubt that says why.
 */
export function readFacts(clean: CleanText, outline: readonly Block[], front: FrontMatter): Read {
  const read: Read = { facts: [], commitments: [], doubts: [] }
  const ids = new Map<number, number>()
  const contexts = contextsOf(outline, front).toSorted((a, b) => a.block.clean.start - b.block.clean.start)
  contexts.forEach((context, i) => {
    if (context.block.kind === 'heading' && (context.block.level ?? 4) <= 2) return
    const next = contexts[i + 1]?.block.clean.start ?? Infinity
    const end = Math.min(context.block.clean.end, next)
    let start = context.block.clean.start
    while (start < end) {
      const stop = sentenceEnd(clean.text, start, end)
      readSentence(clean, context, start, stop, read, ids)
      start = stop
    }
  })
  return read
}

/** Sentences end at 。；！？ and at the end of a line; the mark belongs to the sentence. */
function sentenceEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case 0x3002: case 0xff1b: case 0xff01: case 0xff1f: case 0x0a: case 0x3b:
        return at + 1
      default:
    }
  }
  return end
}

const worthReading = /[0-9一二三四五六七八九十百千万亿两零双翻倍第首前最连同—]|下达|标准|正增长/
function readSentence(clean: CleanText, context: Context, start: number, end: number, read: Read, ids: Map<number, number>): void {
  if (end - start < 4) return
  const sentence = sentenceFrom(clean.text, start, end)
  const statements = worthReading.test(sentence.text) ? statementsIn(sentence.text) : []
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
