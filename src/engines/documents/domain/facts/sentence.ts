import { changeBefore, levelReached, namesNothing, onlyTurnsInto, perWhat, startOfFrom, type ChangeWords } from './change.ts'
import { readDirection, readOpenTarget, readStanding } from './claims.ts'
import { piecesOf, type Piece } from './clause.ts'
import { directionsIn, type Direction } from './direction.ts'
import { readPairs } from './pairs.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { standingsIn, type Standing } from './rank.ts'
import { levelStatement, rateStatement, type Place, type Statement } from './statement.ts'
import { completed, isGeneric, leadingVerb, levelName, objectOf, ofOwner, partName, subjectBeforeVerb, subjectName, trimEnd } from './subject.ts'
import { openTargetIn } from './target.ts'
import { predicateAt, skipAdverbs, skipVerbs } from './words.ts'

export type Mark = { readonly start: number; readonly end: number } & ({ readonly quantity: Quantity } | { readonly standing: Standing } | { readonly direction: Direction })

/** What has been read so far in a sentence, and what a following piece may share: the verb 新增, the subject 全区. */
export type Reader = {
  readonly text: string
  readonly statements: Statement[]
  verb: string
  /** Who did what was counted last: 区属国有物业｜减租. Shared with the next verb behind 、. */
  subject: string
  /** What the last words without a figure spoke of: 市场主体｜逆势增长. Shared with a measure that names nothing (总量). */
  topic: string
  /** A figure whose noun stands with the next figure: 处理 16 批次、194 个异常 IP. */
  waiting: Statement | null
}

/** Reads all statements of one sentence, white space squeezed out. */
export function statementsIn(text: string): Statement[] {
  const standings = standingsIn(text)
  const free = (at: number) => !standings.some(each => each.start <= at && at < each.end)
  const quantities = quantitiesIn(text).filter(each => free(each.from))
  const directions = directionsIn(text).filter(each => free(each.start) && !quantities.some(other => other.start < each.end && each.start < other.end))
  const marks: Mark[] = [
    ...quantities.map(quantity => ({ start: quantity.start, end: quantity.end, quantity })),
    ...standings.map(standing => ({ start: standing.start, end: standing.end, standing })),
    ...directions.map(direction => ({ start: direction.start, end: direction.end, direction })),
  ].sort((a, b) => a.start - b.start)
  const reader: Reader = { text, statements: [], verb: '', subject: '', topic: '', waiting: null }
  const pieces = piecesOf(text, marks)
  const paired = new Set<Quantity>()
  pieces.forEach((piece, i) => {
    if (pieces[i - 1]?.clause !== piece.clause) readPairs(text, piece.start, endOfClause(pieces, i), quantities, reader.statements, paired)
    readPiece(reader, piece, marks.filter(mark => mark.start >= piece.start && mark.start < piece.end), paired)
  })
  return reader.statements
}

function endOfClause(pieces: readonly Piece[], from: number): number {
  let last = from
  while (pieces[last + 1]?.clause === pieces[from]?.clause) last++
  return pieces[last]?.end ?? 0
}

function readPiece(reader: Reader, piece: Piece, marks: readonly Mark[], paired: ReadonlySet<Quantity>): void {
  const open = marks.some(mark => 'quantity' in mark) ? null : openTargetIn(reader.text, piece.start, piece.end)
  if (open) return readOpenTarget(reader, piece, open)
  if (marks.length === 0) return noteTopic(reader, piece)
  let left = piece.start
  let from: Quantity | null = null
  const firstOwn = reader.statements.length
  marks.forEach((mark, i) => {
    if ('quantity' in mark) {
      const next = marks[i + 1]
      if (paired.has(mark.quantity)) left = mark.end
      else if (next && 'quantity' in next && onlyTurnsInto(reader.text.slice(mark.end, next.start))) from = mark.quantity
      else {
        left = readQuantity(reader, piece, left, mark.quantity, next?.start ?? piece.end, from, next !== undefined && 'quantity' in next)
        from = null
      }
    } else if ('standing' in mark) {
      readStanding(reader, piece, left, mark.standing, reader.statements.length > firstOwn, marks)
      if (mark.standing.kind === 'rank') left = mark.end
    } else {
      readDirection(reader, piece, left, mark.direction, reader.statements.length > firstOwn)
      left = mark.end
    }
  })
}

/** Reads one figure; answers where the words of the next figure in the piece begin. */
function readQuantity(reader: Reader, piece: Piece, leftStart: number, quantity: Quantity, nextStart: number, from: Quantity | null, quantityFollows: boolean): number {
  const { text } = reader
  const left = text.slice(leftStart, from ? from.start : quantity.start)
  const gap = text.slice(quantity.end, nextStart)
  const predicate = quantityFollows ? predicateAt(gap) : -1
  const right = gap.includes('分别') ? beforeChange(gap.slice(0, gap.indexOf('分别'))) : predicate >= 0 ? gap.slice(0, predicate) : quantityFollows ? beforeChange(gap) : gap
  const place: Place = { start: leftStart, end: quantity.end, at: quantity.from, clauseStart: piece.start }
  const rate = quantity.class === 'percent' || quantity.class === 'points' || quantity.class === 'multiple' || quantity.class === 'tenth'
  const words = from || quantity.class === 'duration' ? null : changeBefore(left, quantity.class)
  // 提升 39 个县域: what is raised is the county, not the number of something.
  if (words && (rate || /^(?:[，。、；）]|$)/.test(gap))) readChange(reader, quantity, words, left, place, piece)
  else readLevel(reader, piece, quantity, { left, right, gap, deed: predicate > 0 ? withObject(text, gap, nextStart, piece.end) : gap, nested: leftStart > piece.start }, from, place)
  if (predicate > 0) reader.topic = trimEnd(right)
  return predicate > 0 ? quantity.end + predicate : quantity.end
}

/** 旅行社组团出游同比增长 | 59%: the words of change belong to the next figure. */
function beforeChange(gap: string): string {
  const words = changeBefore(gap, 'percent') ?? changeBefore(`${gap}增长`, 'percent')
  return words && words.subjectEnd > 0 ? gap.slice(0, words.subjectEnd) : gap
}

function readChange(reader: Reader, quantity: Quantity, words: ChangeWords, left: string, place: Place, piece: Piece): void {
  const change = { value: words.sign * quantity.value, unit: quantity.unit, base: words.base }
  const subject = subjectName(left.slice(0, words.subjectEnd))
  const previous = reader.statements.at(-1)
  if (namesNothing(subject) && previous) {
    if (previous.change === null && previous.value !== null) {
      previous.change = change
      if (words.qualifier) previous.qualifiers.push(words.qualifier)
      previous.end = place.end
      return
    }
    const again = rateStatement(words.base !== '同比' ? growthOf(previous.name) : previous.name, quantity, change, place, 0.85)
    if (words.qualifier) again.qualifiers.unshift(words.qualifier)
    reader.statements.push(again)
    return
  }
  const name = namesNothing(subject) ? reader.topic || subject : ownName(reader, subject, piece, left)
  const made = rateStatement(name, quantity, change, place, name.length < 2 ? 0.5 : 0.95)
  if (words.qualifier) made.qualifiers.unshift(words.qualifier)
  if (/^[，、]?其中/.test(left)) made.qualifiers.push('其中')
  reader.statements.push(made)
  reader.topic = ''
}

const growthOf = (name: string): string => /增[速幅]$/.test(name) ? name : `${name}增速`

/** `deed` is what those counted did (企业｜发放补贴); `nested` tells that an earlier figure of the piece named the subject. */
type Around = { readonly left: string; readonly right: string; readonly gap: string; readonly deed: string; readonly nested: boolean }

/** 18 条街道建成 46 个服务站: what the streets built stands behind the second figure. */
function withObject(text: string, gap: string, nextStart: number, end: number): string {
  const verb = predicateAt(gap)
  if (skipVerbs(gap, verb) < gap.length) return gap
  const behind = /^[^，。、；\d]*?\d[\d.,]*[万亿余多]*[^\d，。、；]{1,2}?(?=[^，。、；]{2})([^，。、；\d]{2,16})/.exec(text.slice(nextStart, end))
  return behind?.[1] ? gap + behind[1] : gap
}

function readLevel(reader: Reader, piece: Piece, quantity: Quantity, { left, right, gap, deed, nested }: Around, from: Quantity | null, place: Place): void {
  const counts = quantity.class === 'count' || quantity.class === 'bare' || quantity.class === 'streak'
  const { before, of } = subjectWords(left, from)
  const noun = /^[、，]/.test(right) ? '' : right
  const previous = reader.statements.at(-1)
  if (previous && piece.join !== 'first' && /^(?:[，。、；）]|$)/.test(gap) && joinsPrevious(reader, previous, quantity, subjectName(before), left, place)) return
  const growth = quantity.class === 'percent' ? /^的?(正|负)?(增长|增速|增幅|下降|降幅)/.exec(gap) : null
  let name = levelName(before, growth ? '' : quantity.class === 'percent' ? noun.replace(/[、，].*$/, '') : noun, counts, quantity.class !== 'percent' || quantity.value === 100)
  // 为 4.52 万家企业发放补贴 2.42 亿元: without its deed the first figure says nothing.
  if (gap !== right && !gap.includes('分别') && (before === '' || /^(?:为|向|对|给|推动|组织|帮助|[^，]{0,4}为)$/.test(before))) name = levelName('', deed, counts, true)
  const verb = leadingVerb(left)
  name = ownName(reader, sharedVerb(reader, name, verb, piece, noun, counts), piece, left)
  if (nested && reader.topic !== '' && name.length <= 6 && !name.startsWith(reader.topic)) name = reader.topic + name
  if (name.length < 2 && gap !== right) name = levelName(before, gap, counts, true)
  const made = levelStatement(of === '' ? name : `${name}（${of}）`, quantity, place, certaintyOf(name, quantity))
  if (from) made.qualifiers.push(`由${from.value}${from.unit || quantity.unit}`)
  if (/^[，、（]?其中/.test(left)) made.qualifiers.push('其中')
  if (growth) Object.assign(made, { rateOnly: true, value: /下降|降幅|负/.test(growth[0]) ? -quantity.value : quantity.value })
  if (growth || (quantity.class === 'percent' && /(?:增速|增幅|降幅|涨幅|增长率|下降率)(?:达到?|为|约|超|近)?$/.test(before))) made.change = { value: made.value ?? 0, unit: quantity.unit, base: '同比' }
  if (name.length < 2) made.trouble ??= 'lost-subject'
  reader.statements.push(made)
  reader.topic = ''
  if (reader.waiting && piece.join === 'pause' && noun !== '') reader.waiting.name = name
  reader.waiting = noun === '' && gap === '' && onlyVerbs(name) ? made : null
  if (piece.join === 'first' || piece.join === 'comma') { reader.verb = verb; reader.subject = subjectBeforeVerb(left) }
}

/** The words that name the thing, without 从…, 提升至 and 每人每月. */
function subjectWords(left: string, from: Quantity | null): { before: string; of: string } {
  const source = from ? startOfFrom(left) : null
  if (source) return { before: left.slice(0, source.subjectEnd), of: source.of }
  const per = perWhat(left)
  const reached = levelReached(per ? left.slice(0, per.at) : left)
  if (reached) return { before: left.slice(0, reached.subjectEnd), of: per?.words ?? '' }
  return { before: left, of: '' }
}

const certaintyOf = (name: string, quantity: Quantity): number =>
  name.length < 2 ? 0.5 : quantity.lostUnit ? 0.6 : quantity.chinese && quantity.before === '' && quantity.class === 'count' ? 0.75 : name.length > 40 ? 0.8 : 0.95

/** 增长 5%左右、力争 5.5%; 增长 5%，达 12 亿元; 新增 3 家、累计 69 家: a second figure for what was named before. */
function joinsPrevious(reader: Reader, previous: Statement, quantity: Quantity, subject: string, left: string, place: Place): boolean {
  const wording = /^(?:力争|确保|争取|努力|达到?|突破|完成|实现|累计|总数达?|总量达?|已|全年实现|全年完成)$/
  if (!namesNothing(subject) && !wording.test(subject) && !wording.test(left)) return false
  if (/^占/.test(subject)) return false
  const level = quantity.class === 'money' || quantity.class === 'count' || quantity.class === 'size'
  if (previous.rateOnly && level && !previous.name.endsWith('率')) {
    Object.assign(previous, { value: quantity.value, upper: quantity.upper, unit: quantity.unit, hedge: quantity.before + quantity.after, rateOnly: false, end: place.end })
    return true
  }
  const name = previous.value === null ? previous.name.replace(/(?:上半年|一季度|前三季度)?(?:增速|增幅|总量|规模)$/, '') : /^累计/.test(left) ? `累计${objectOf(previous.name)}` : previous.name
  reader.statements.push(levelStatement(name, quantity, place, 0.8))
  return true
}

const reaching = /^(?:实现)?(?:覆盖|惠及|受益|带动)/
/** Between figures joined by 、 or 和 the verb, and what the second name lacks, come from the first. */
function sharedVerb(reader: Reader, name: string, verb: string, piece: Piece, noun: string, counts: boolean): string {
  if (piece.join !== 'pause' && piece.join !== 'and') return name
  const previous = reader.statements.at(-1)
  const whole = completed(name, previous?.name ?? '')
  if (whole !== name) return whole
  if (verb === '' && reader.verb !== '' && counts === (previous !== undefined && !previous.rateOnly) && !name.startsWith(reader.verb) && predicateAt(name) < 0) return reader.verb + name
  if (previous && reaching.test(name)) return objectOf(previous.name) + name
  if (previous && noun === '' && onlyVerbs(name) && !name.endsWith(previous.name)) return objectOf(previous.name) + name
  return verb !== '' && reader.subject !== '' && predicateAt(name) === 0 ? reader.subject + name : name
}

/** 总量, 密度, 满意率 and 其中国家级 say nothing alone: they take the name before them. */
function ownName(reader: Reader, name: string, piece: Piece, left: string): string {
  const previous = reader.statements.at(-1)
  if (/^[，、（]?其中/.test(left) && previous) return partName(name, previous.name)
  if (!isGeneric(name)) return piece.join === 'pause' || piece.join === 'and' ? completed(name, previous?.name ?? '') : name
  return reader.topic !== '' && !isGeneric(reader.topic) && !name.startsWith(reader.topic) ? reader.topic + name : previous && piece.join !== 'first' ? ofOwner(name, previous.name) : name
}

const onlyVerbs = (name: string): boolean => name.length >= 2 && skipVerbs(name, skipAdverbs(name)) === name.length

/** A clause without a figure may name what the next clause measures: 市场主体逆势增长，总量突破 20 万户. */
function noteTopic(reader: Reader, piece: Piece): void {
  const words = reader.text.slice(piece.start, piece.end)
  const change = changeBefore(words, 'percent')
  const subject = change && change.subjectEnd > 1 ? subjectName(words.slice(0, change.subjectEnd)) : subjectBeforeVerb(words) || subjectName(words)
  reader.topic = /^[^、“”]{3,12}$/.test(subject) && predicateAt(subject) < 0 && skipVerbs(subject, 0) === 0 && !/不断|加速|持续|进一步|更加/.test(subject) ? subject : ''
}
