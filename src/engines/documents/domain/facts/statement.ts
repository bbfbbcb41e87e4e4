import { changeBefore, levelReached, namesNothing, onlyTurnsInto, startOfFrom, type ChangeWords } from './change.ts'
import { piecesOf, type Piece } from './clause.ts'
import { directionsIn, type Direction } from './direction.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { standingsIn, type Standing } from './rank.ts'
import { completed, conjuncts, leadingVerb, levelName, subjectBeforeVerb, subjectName, trimEnd, withoutLeadingVerb } from './subject.ts'
import { openTargetIn, type OpenTarget } from './target.ts'
import { predicateAt, skipVerbs } from './words.ts'

/** What a sentence states, before block and paper say of which period and whether it is a result or a target. Offsets in the squeezed sentence. */
export type Statement = {
  name: string
  value: number | null
  upper: number | null
  unit: string
  hedge: string
  change: { value: number; unit: string; base: string } | null
  ranks: string[]
  streak: string | null
  qualifiers: string[]
  open: OpenTarget | null
  /** Only a rate is printed, no level. */
  rateOnly: boolean
  /** Words of standing stock (累计, 实有) or the verb of a level reached (提升至). */
  start: number
  end: number
  /** Where the figure stands, and where its clause begins. */
  at: number
  clauseStart: number
  certainty: number
  trouble: 'lost-unit' | 'lost-ordinal' | 'lost-subject' | 'lost-range-dash' | null
}

type Mark = { readonly start: number; readonly end: number } & ({ readonly quantity: Quantity } | { readonly standing: Standing } | { readonly direction: Direction })
type Reader = { readonly text: string; readonly statements: Statement[]; verb: string; topic: string; waiting: Statement | null }

/** Reads all statements of one sentence. */
export function statementsIn(text: string): Statement[] {
  const standings = standingsIn(text)
  const outside = (at: number) => !standings.some(each => each.start <= at && at < each.end)
  const quantities = quantitiesIn(text).filter(each => outside(each.from))
  const directions = directionsIn(text).filter(each => outside(each.start) && !quantities.some(q => q.start < each.end && each.start < q.end))
  const marks: Mark[] = [
    ...quantities.map(quantity => ({ start: quantity.start, end: quantity.end, quantity })),
    ...standings.map(standing => ({ start: standing.start, end: standing.end, standing })),
    ...directions.map(direction => ({ start: direction.start, end: direction.end, direction })),
  ].sort((a, b) => a.start - b.start)
  const reader: Reader = { text, statements: [], verb: '', topic: '', waiting: null }
  const pieces = piecesOf(text, marks)
  const paired = new Set<Quantity>()
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    const inside = marks.filter(mark => mark.start >= piece.start && mark.start < piece.end)
    if (i === 0 || pieces[i - 1]?.clause !== piece.clause) readPairs(reader, pieces, piece.clause, quantities, paired)
    readPiece(reader, piece, inside, paired)
  }
  return reader.statements
}

function readPiece(reader: Reader, piece: Piece, marks: readonly Mark[], paired: ReadonlySet<Quantity>): void {
  const open = marks.some(mark => 'quantity' in mark) ? null : openTargetIn(reader.text, piece.start, piece.end)
  if (open) return readOpenTarget(reader, piece, open)
  if (marks.length === 0) return noteTopic(reader, piece)
  let left = piece.start
  let from: Quantity | null = null
  const firstOwn = reader.statements.length
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]
    if (!mark) continue
    if ('quantity' in mark) {
      const quantity = mark.quantity
      if (paired.has(quantity)) { left = quantity.end; continue }
      const next = marks[i + 1]
      if (next && 'quantity' in next && onlyTurnsInto(reader.text.slice(quantity.end, next.start))) { from = quantity; continue }
      left = readQuantity(reader, piece, left, quantity, next?.start ?? piece.end, from, next !== undefined && 'quantity' in next)
      from = null
    } else if ('standing' in mark) {
      readStanding(reader, piece, left, mark.standing, reader.statements.length > firstOwn, marks)
      if (mark.standing.kind === 'rank') left = mark.end
    } else {
      readDirection(reader, piece, left, mark.direction, reader.statements.length > firstOwn)
      left = mark.end
    }
  }
}

/** Reads one figure; answers where the words of the next figure in the piece begin. */
function readQuantity(reader: Reader, piece: Piece, leftStart: number, quantity: Quantity, nextStart: number, from: Quantity | null, quantityFollows: boolean): number {
  const { text } = reader
  const left = text.slice(leftStart, from ? from.start : quantity.start)
  const gap = text.slice(quantity.end, nextStart)
  const pair = gap.indexOf('分别')
  const predicate = quantityFollows ? predicateAt(gap) : -1
  const right = pair >= 0 ? gap.slice(0, pair) : predicate >= 0 ? gap.slice(0, predicate) : quantityFollows ? beforeChange(gap) : gap
  const previous = reader.statements.at(-1)
  const words = from ? null : changeBefore(left, quantity.class)
  const base = { start: leftStart, end: quantity.end, at: quantity.from, clauseStart: piece.start }
  if (words && quantity.class !== 'duration') {
    readChange(reader, quantity, words, left, base, piece)
  } else {
    readLevel(reader, piece, quantity, left, right, gap, from, base, previous)
    if (quantityFollows && predicate > 0) reader.topic = trimEnd(right)
  }
  return predicate > 0 ? quantity.end + predicate : quantity.end
}

/** 旅行社组团出游同比增长 | 59%: the words of change belong to the next figure. */
function beforeChange(gap: string): string {
  const words = changeBefore(gap, 'percent')
  return words && words.subjectEnd > 0 ? gap.slice(0, words.subjectEnd) : gap
}

type Place = { readonly start: number; readonly end: number; readonly at: number; readonly clauseStart: number }

function readChange(reader: Reader, quantity: Quantity, words: ChangeWords, left: string, place: Place, piece: Piece): void {
  const subject = left.slice(0, words.subjectEnd), value = words.sign * quantity.value
  const change = { value, unit: quantity.unit, base: words.base }
  const name = subjectName(subject)
  const previous = reader.statements.at(-1)
  if (namesNothing(name) && previous) {
    if (previous.change === null && previous.value !== null) {
      previous.change = change
      if (words.qualifier) previous.qualifiers.push(words.qualifier)
      previous.end = place.end
      return
    }
    reader.statements.push(statement(previous.rateOnly && words.base !== '同比' ? growthOf(previous.name) : previous.name, quantity, { ...place, value, change, rateOnly: true, qualifier: words.qualifier, certainty: 0.85 }))
    return
  }
  const own = namesNothing(name) ? reader.topic || name : sharedSubject(reader, name, piece)
  reader.statements.push(statement(own, quantity, { ...place, value, change, rateOnly: true, qualifier: words.qualifier, certainty: own.length < 2 ? 0.5 : 0.95 }))
}

const growthOf = (name: string): string => /增[速幅]$/.test(name) ? name : `${name}增速`

function readLevel(reader: Reader, piece: Piece, quantity: Quantity, left: string, right: string, gap: string, from: Quantity | null, place: Place, previous: Statement | undefined): void {
  const counts = quantity.class === 'count' || quantity.class === 'bare' || quantity.class === 'streak'
  const source = from ? startOfFrom(left) : null
  const reached = levelReached(left)
  const before = source ? left.slice(0, source.subjectEnd) + (source.of ? `（${source.of}）` : '') : reached ? left.slice(0, reached.subjectEnd) : left
  // 增长 5%左右、力争 5.5%: a second figure for the same thing. 增长 5%，达 12 亿元: the level of what grew.
  const bareLeft = subjectName(before)
  if (namesNothing(bareLeft) || /^(?:力争|确保|争取|努力|其中|达|突破|完成|实现)$/.test(bareLeft)) {
    if (previous && (gap === '' || /^[，。、；]/.test(gap)) && piece.join !== 'first') {
      if (previous.rateOnly && (quantity.class === 'money' || quantity.class === 'count' || quantity.class === 'size') && !previous.name.endsWith('率')) {
        Object.assign(previous, { value: quantity.value, upper: quantity.upper, unit: quantity.unit, hedge: hedgeOf(quantity), rateOnly: false, end: place.end, at: place.at })
        return
      }
      reader.statements.push(statement(previous.name, quantity, { ...place, certainty: 0.8 }))
      return
    }
  }
  const noun = /^[、，]/.test(right) ? '' : right
  let name = levelName(before, noun, counts)
  const verb = leadingVerb(left)
  // 为 4.52 万家企业发放补贴 2.42 亿元: without its deed the first figure says nothing.
  if (gap !== right && (before === '' || /^(?:为|向|对|给|推动|组织|帮助|[^，]{0,4}为)$/.test(before))) name = levelName('', gap, counts)
  if (reader.waiting && piece.join === 'pause' && noun !== '') { reader.waiting.name += name.startsWith(reader.waiting.name) ? name.slice(reader.waiting.name.length) : name; reader.waiting = null }
  if (piece.join === 'pause' || piece.join === 'and') {
    const whole = completed(name, previous?.name ?? '')
    if (whole !== name) name = whole
    else if (verb === '' && reader.verb !== '' && counts === (previous !== undefined && !previous.rateOnly) && !name.startsWith(reader.verb) && predicateAt(name) < 0) name = reader.verb + name
    else if (name.length <= 4 && previous && noun === '' && !name.endsWith(previous.name)) name = withoutLeadingVerb(previous.name) + name
    else if (verb !== '' && reader.topic !== '' && predicateAt(name) === 0) name = reader.topic + name
  }
  if (name.length < 2 && gap !== right) name = levelName(before, gap, counts)
  const certainty = name.length < 2 ? 0.5 : quantity.lostUnit ? 0.6 : quantity.chinese && quantity.before === '' && quantity.class === 'count' ? 0.75 : name.length > 40 ? 0.8 : 0.95
  const made = statement(name, quantity, { ...place, certainty, trouble: quantity.lostUnit ? 'lost-unit' : name.length < 2 ? 'lost-subject' : null })
  if (from) made.qualifiers.push(`由${from.value}${from.unit || quantity.unit}`)
  if (/(?:^|[，、（])其中/.test(left)) made.qualifiers.push('其中')
  if (/增速|增幅|降幅|涨幅|增长率|下降率$/.test(before) && quantity.class === 'percent') made.change = { value: quantity.value, unit: quantity.unit, base: '同比' }
  reader.statements.push(made)
  reader.waiting = noun === '' && gap === '' && skipVerbs(name, 0) === name.length ? made : null
  if (piece.join === 'first' || piece.join === 'comma') { reader.verb = verb; reader.topic = subjectBeforeVerb(left) }
}

function sharedSubject(reader: Reader, name: string, piece: Piece): string {
  return piece.join === 'pause' || piece.join === 'and' ? completed(name, reader.statements.at(-1)?.name ?? '') : name
}

const hedgeOf = (quantity: Quantity): string => quantity.before + quantity.after

function statement(name: string, quantity: Quantity, more: Place & { value?: number; change?: Statement['change']; rateOnly?: boolean; qualifier?: string | null; certainty: number; trouble?: Statement['trouble'] }): Statement {
  const qualifiers = [...(more.qualifier ? [more.qualifier] : []), ...(quantity.written ? [quantity.written] : [])]
  return {
    name, value: more.value ?? quantity.value, upper: quantity.upper, unit: quantity.unit, hedge: hedgeOf(quantity), change: more.change ?? null, ranks: [], streak: null, qualifiers, open: null,
    rateOnly: more.rateOnly ?? false, start: more.start, end: more.end, at: more.at, clauseStart: more.clauseStart, certainty: more.certainty, trouble: more.trouble ?? null,
  }
}

function empty(name: string, place: Place, certainty: number): Statement {
  return { name, value: null, upper: null, unit: '', hedge: '', change: null, ranks: [], streak: null, qualifiers: [], open: null, rateOnly: false, ...place, certainty, trouble: null }
}

/** 全市第二 belongs to the figure before it where nothing new is named; else it is a statement of its own. */
function readStanding(reader: Reader, piece: Piece, leftStart: number, standing: Standing, afterOwn: boolean, marks: readonly Mark[]): void {
  const { text } = reader
  const name = subjectName(text.slice(leftStart, standing.start))
  const previous = reader.statements.at(-1)
  const belongs = previous && (afterOwn || (namesNothing(name) && (piece.join !== 'first')))
  if (belongs && !standing.lost) {
    if (standing.kind === 'rank') previous.ranks.push(standing.words)
    else previous.streak = standing.words
    if (standing.kind === 'streak' && previous.ranks.length === 0) previous.streak = text.slice(standing.start, Math.min(piece.end, standing.end + 8))
    return
  }
  // 连续 4 年增长 10%: the streak waits for the figure or the place that follows in the same piece.
  if (standing.kind === 'streak' && marks.some(mark => mark.start > standing.start && !('standing' in mark && mark.standing.kind === 'streak'))) return
  if (standing.kind === 'rank' && /^的/.test(text.slice(standing.end, standing.end + 1)) && !/^的(?:成绩|好成绩|位置|水平)/.test(text.slice(standing.end, standing.end + 4))) return
  const tail = standing.kind === 'streak' ? subjectName(text.slice(standing.end, piece.end)) : ''
  const streak = standing.kind === 'streak' ? standing.words : /连续(?:第)?[\d一二两三四五六七八九十]+个?(?:年度|年|次|届|轮|季度|月|批|期)/.exec(text.slice(leftStart, standing.start))?.[0] ?? null
  const full = name.length > 1 ? name + tail : tail
  const made = empty(full, { start: leftStart, end: standing.kind === 'streak' ? piece.end : standing.end, at: standing.start, clauseStart: piece.start }, standing.lost ? 0.3 : full.length < 2 ? 0.5 : 0.9)
  if (standing.kind === 'rank') made.ranks.push(standing.words)
  made.streak = streak
  if (standing.lost) made.trouble = 'lost-ordinal'
  else if (full.length < 2) made.trouble = 'lost-subject'
  reader.statements.push(made)
}

/** 双下降, 正增长, 翻倍: which way, without a number. */
function readDirection(reader: Reader, piece: Piece, leftStart: number, direction: Direction, afterOwn: boolean): void {
  const { text } = reader
  const name = subjectName(text.slice(leftStart, direction.start))
  const previous = reader.statements.at(-1)
  if (previous && (afterOwn || (namesNothing(name) && piece.join !== 'first'))) { previous.qualifiers.push(direction.words); return }
  const made = empty(name, { start: leftStart, end: direction.end, at: direction.start, clauseStart: piece.start }, name.length < 2 ? 0.5 : 0.85)
  made.value = direction.value
  made.unit = direction.unit
  if (direction.times !== null) made.change = { value: direction.times, unit: '倍', base: '同比' }
  made.qualifiers.push(direction.words)
  made.streak = /连续(?:第)?[\d一二两三四五六七八九十]+个?(?:年度|年|次|届|轮|季度|月)/.exec(text.slice(leftStart, direction.start))?.[0] ?? null
  reader.statements.push(made)
}

function readOpenTarget(reader: Reader, piece: Piece, open: OpenTarget): void {
  const name = subjectName(reader.text.slice(piece.start, open.subjectEnd))
  const made = empty(name, { start: piece.start, end: open.end, at: open.start, clauseStart: piece.start }, name.length < 2 ? 0.5 : 0.9)
  made.open = open
  reader.statements.push(made)
}

/** A clause without a figure may name what the next clause measures: 固定资产投资，同比增长 5%. */
function noteTopic(reader: Reader, piece: Piece): void {
  const words = subjectName(reader.text.slice(piece.start, piece.end))
  reader.topic = words.length <= 16 && predicateAt(words) < 0 ? words : ''
}

const between = /^(?:左右|以上)?(?:、|和|及|与|以及|，)?([^、，；]{0,8})$/
/** A、B分别增长 8.9%、8.3%: as many names as figures. */
function readPairs(reader: Reader, pieces: readonly Piece[], clause: number, quantities: readonly Quantity[], paired: Set<Quantity>): void {
  const own = pieces.filter(piece => piece.clause === clause)
  const start = own[0]?.start ?? 0, end = own.at(-1)?.end ?? 0
  const { text } = reader
  const word = text.slice(start, end).indexOf('分别')
  if (word < 0) return
  const at = start + word
  const list: Quantity[] = []
  for (const quantity of quantities) {
    if (quantity.start < at || quantity.start >= end) continue
    const last = list.at(-1)
    if (last && !between.test(text.slice(last.end, quantity.start))) break
    list.push(quantity)
  }
  const first = list[0], final = list.at(-1)
  if (!first || !final || list.length < 2) return
  const spoken = text.slice(start, at)
  const words = changeBefore(text.slice(at + 2, first.start), final.class)
  const outer = changeBefore(`${spoken}增长`, 'percent')
  const subjectText = outer ? spoken.slice(0, outer.subjectEnd) : spoken
  const names = namesNothing(subjectName(subjectText)) ? null : conjuncts(withoutFigures(subjectText, start, quantities), list.length)
  const earlier = names ? [] : reader.statements.slice(-list.length)
  if (!names && earlier.length < list.length) return
  list.forEach((quantity, i) => {
    const unit = quantity.unit !== final.unit && final.unit.startsWith(quantity.unit) ? final.unit : quantity.unit
    const previousQuantity = list[i - 1]
    const ownWords = previousQuantity ? changeBefore(text.slice(previousQuantity.end, quantity.start).replace(/^(?:左右|以上)?(?:、|和|及|与|以及)/, ''), final.class) : null
    const said = ownWords ?? words
    const value = (said?.sign ?? 1) * quantity.value
    const change = said ? { value, unit, base: said.base === '同比' ? outer?.base ?? '同比' : said.base } : null
    paired.add(quantity)
    const target = earlier[i]
    if (target && change) { target.change ??= change; target.qualifiers.push(`分别 ${i + 1}/${list.length}`); return }
    const made = statement(names?.[i] ?? target?.name ?? '', { ...quantity, unit }, { start: quantity.start, end: quantity.end, at: quantity.from, clauseStart: start, value, change, rateOnly: said !== null, certainty: 0.9 })
    made.qualifiers.push(`分别 ${i + 1}/${list.length}`)
    reader.statements.push(made)
  })
}

function withoutFigures(subject: string, offset: number, quantities: readonly Quantity[]): string {
  let text = subject
  for (const quantity of quantities.toReversed()) {
    const from = quantity.start - offset, to = quantity.end - offset
    if (from >= 0 && to <= subject.length) text = text.slice(0, from) + text.slice(to)
  }
  return text
}
