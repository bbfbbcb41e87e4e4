/**
 * Sentences and their pieces. A sentence is squeezed (white space between characters goes, except between two digits
 * or letters), and knows the way back to the clean text.
 */
export type Sentence = {
  readonly text: string
  /** Offset in the clean text of the first character. */
  readonly start: number
  readonly end: number
  /** The sentence as it stands in the clean text, with its white space. */
  readonly full: string
}

/** Offset in the clean text of character `index` of the squeezed sentence. */
export function cleanOffset(sentence: Sentence, index: number): number {
  if (sentence.full.length === sentence.text.length) return sentence.start + index
  let at = 0
  for (let passed = 0; at < sentence.full.length; at++) {
    const here = sentence.full[at], wanted = sentence.text[passed]
    if (here !== wanted && !(wanted === ' ' && anyWhite.test(here ?? ''))) continue
    if (passed === index) break
    passed++
  }
  return sentence.start + at
}

const anyWhite = /[ \t\u00a0\u3000\r\n*#]/
const white = /[ \t\u00a0\u3000\r\n*#]+/g
export function sentenceFrom(clean: string, start: number, end: number): Sentence {
  const full = clean.slice(start, end)
  const text = !anyWhite.test(full) ? full : full.replace(white, (gap, at: number) => /[0-9A-Za-z%]/.test(full[at - 1] ?? '') && /[0-9A-Za-z]/.test(full[at + gap.length] ?? '') ? ' ' : '')
  return { text, start, end, full }
}

/** How a piece is joined to the one before it: the shared subject or verb reaches over 、 and 和 more easily than over a comma. */
type Join = 'first' | 'comma' | 'pause' | 'and' | 'bracket'
export type Piece = { readonly start: number; readonly end: number; readonly join: Join; readonly clause: number }
export type Mark = { readonly start: number; readonly end: number }

const stop = /[，,；;：:。！？!?]/
const and = /(?:以及|和|及|与|并|，)$/

/**
 * Cuts a sentence at commas, and inside a clause between two marks (figures, ranks) at the 、 or 和 that joins them:
 * 20 个市重点项目、43 个“攻城拔寨”项目 are two pieces, A、B、C等 5 个村 is one.
 */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let clauseStart = 0, clause = 0, depth = 0, next = 0
  const close = (end: number) => {
    const inside: Mark[] = []
    while (next < marks.length && (marks[next]?.start ?? Infinity) < end) { const mark = marks[next++]; if (mark) inside.push(mark) }
    cutClause(text, clauseStart, end, inside, clause++, pieces)
    clauseStart = end + 1
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if ('（(“‘《'.includes(char)) depth++
    else if ('）)”’》'.includes(char)) depth = Math.max(0, depth - 1)
    else if (stop.test(char) && (depth === 0 || !closesSoon(text, at)) && !isInsideNumber(text, at)) close(at)
  }
  close(text.length)
  return pieces
}

/** A comma inside quotation marks or brackets does not cut, but a mark that was lost must not swallow the sentence. */
function closesSoon(text: string, at: number): boolean {
  for (let i = at + 1; i < text.length && i < at + 24; i++) {
    if ('）)”’》'.includes(text[i] ?? '')) return true
    if ('（(“‘《'.includes(text[i] ?? '')) return false
  }
  return false
}

const isInsideNumber = (text: string, at: number): boolean => /[,:：.]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')

function cutClause(text: string, start: number, end: number, marks: readonly Mark[], clause: number, pieces: Piece[]): void {
  if (start >= end) return
  let from = start, join: Join = pieces.length === 0 ? 'first' : 'comma'
  for (let i = 1; i < marks.length; i++) {
    const before = marks[i - 1], mark = marks[i]
    if (!before || !mark || mark.start < from) continue
    const cut = cutBetween(text, before, mark)
    if (!cut) continue
    pieces.push({ start: from, end: cut.end, join, clause })
    from = cut.next
    join = cut.join
  }
  pieces.push({ start: from, end, join, clause })
}

function cutBetween(text: string, before: Mark, mark: Mark): { end: number; next: number; join: Join } | null {
  const gap = text.slice(before.end, mark.start)
  const bracket = /^(?:[^（(]*)([（(])/.exec(gap)
  if (bracket && !/[）)]/.test(gap)) return { end: before.end + bracket[0].length - 1, next: before.end + bracket[0].length, join: 'bracket' }
  if (gap.startsWith('）') || gap.startsWith(')')) return { end: before.end, next: before.end + 1, join: 'comma' }
  if (gap.endsWith('、')) return { end: mark.start - 1, next: mark.start, join: 'pause' }
  const joined = and.exec(gap)
  if (joined) return { end: mark.start - joined[0].length, next: mark.start, join: 'and' }
  if (gap.startsWith('、')) return { end: before.end, next: before.end + 1, join: 'pause' }
  const startJoined = /^(?:以及|和|及|与|并|且)/.exec(gap)
  if (startJoined) return { end: before.end, next: before.end + startJoined[0].length, join: 'and' }
  const last = gap.lastIndexOf('、')
  return last > 0 ? { end: before.end + last, next: before.end + last + 1, join: 'pause' } : null
}
