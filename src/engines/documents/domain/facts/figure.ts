import { changeBefore, levelReached, namesNothing, perWhat, startOfFrom, type ChangeWords } from './change.ts'
import type { Piece } from './clause.ts'
import { lightVerbs } from './lexicon.ts'
import { isGeneric, objectOf } from './measure.ts'
import { hedgeOf, type Quantity } from './quantity.ts'
import { forgetTopic, topicOf, type Reader } from './reader.ts'
import { onlyVerbs, ownName, sharedVerb } from './sharing.ts'
import { levelStatement, rateStatement, type Place, type Statement } from './statement.ts'
import { leadingVerb, levelName, subjectBeforeVerb, subjectName, trimEnd } from './subject.ts'
import { predicateAt, skipAdverbs, skipVerbs } from './words.ts'

/** Reads one figure; answers where the words of the next figure in the piece begin. */
export function readQuantity(reader: Reader, piece: Piece, leftStart: number, quantity: Quantity, nextStart: number, from: Quantity | null, quantityFollows: boolean): number {
  const { text } = reader
  const left = text.slice(leftStart, from ? from.start : quantity.start)
  const gap = text.slice(quantity.end, nextStart)
  const predicate = quantityFollows ? predicateAt(gap) : -1
  const right = gap.includes('分别') ? beforeChange(gap.slice(0, gap.indexOf('分别'))) : predicate >= 0 ? gap.slice(0, predicate) : quantityFollows ? beforeChange(gap.replace(/[、和及与][^、和及与]*等$/, '')) : gap
  const place: Place = { start: leftStart, end: quantity.end, at: quantity.from, clauseStart: piece.start }
  const rate = quantity.class === 'percent' || quantity.class === 'points' || quantity.class === 'multiple' || quantity.class === 'tenth'
  const words = from || quantity.class === 'duration' ? null : changeBefore(left, quantity.class)
  // 提升 39 个县域: what is raised is the county, not the number of something.
  if (words && (rate || /^(?:[，。、；）]|$)/.test(gap))) readChange(reader, quantity, words, left, place, piece)
  else readLevel(reader, piece, quantity, { left, right, gap, last: !quantityFollows, deed: predicate > 0 ? withObject(text, gap, nextStart, piece.end) : gap, nested: leftStart > piece.start }, from, place)
  if (predicate > 0) reader.topic = trimEnd(right).replace(/(?:全年|上半年|年内)$/, '')
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
  const latest = reader.statements.at(-1)
  const previous = words.base === '同比' ? reader.statements.findLast(each => !each.aside) ?? latest : latest
  if (namesNothing(subject) && previous) {
    if (previous.change === null && (previous.value !== null || previous.ranks.length > 0)) {
      previous.change = change
      if (words.qualifier) previous.qualifiers.push(words.qualifier)
      previous.end = place.end
      return
    }
    const again = rateStatement(words.base === '同比' ? previous.name : growthOf(previous.name, subject), quantity, change, place, 0.85)
    again.aside = words.base !== '同比'
    if (words.qualifier) again.qualifiers.unshift(words.qualifier)
    reader.statements.push(again)
    return
  }
  const name = namesNothing(subject) ? topicOf(reader) || subject : ownName(reader, subject, piece, left, quantity.unit)
  const made = rateStatement(name, quantity, change, place, name.length < 2 ? 0.5 : 0.95)
  const basis = words.qualifier ?? reader.basis
  if (basis) made.qualifiers.unshift(basis)
  reader.basis = null
  if (/^[，、]?其中/.test(left)) made.qualifiers.push('其中')
  reader.statements.push(made)
  forgetTopic(reader)
}

/** 增速高于全市, 降幅收窄: what is compared is the rate and not the level. */
function growthOf(name: string, subject: string): string {
  const noun = /降幅|涨幅|跌幅|增幅/.exec(subject)?.[0] ?? '增速'
  return /(?:增速|增幅|降幅|涨幅)$/.test(name) ? name : name + noun
}

/** `deed` is what those counted did (企业｜发放补贴); `nested`: an earlier figure of the piece named the subject; `last`: none follows in it. */
type Around = { readonly left: string; readonly right: string; readonly gap: string; readonly deed: string; readonly nested: boolean; readonly last: boolean }

/** 18 条街道建成 46 个服务站: what the streets built stands behind the second figure. */
function withObject(text: string, gap: string, nextStart: number, end: number): string {
  const verb = predicateAt(gap)
  if (skipVerbs(gap, verb) < gap.length) return gap
  const behind = /^[^，。、；\d]*?\d[\d.,]*[万亿余多]*[^\d，。、；]{1,2}?(?=[^，。、；]{2})([^，。、；\d]{2,16})/.exec(text.slice(nextStart, end))
  return behind?.[1] ? gap + behind[1] : gap
}

function readLevel(reader: Reader, piece: Piece, quantity: Quantity, { left, right, gap, deed, nested, last }: Around, from: Quantity | null, place: Place): void {
  const counts = quantity.class === 'count' || quantity.class === 'bare' || quantity.class === 'streak'
  const { before, of } = subjectWords(quantity.class === 'streak' ? left.replace(/[“‘]$/, '') : left, from)
  const noun = /^[、，]/.test(right) ? '' : right
  const previous = reader.statements.at(-1)
  if (previous && last && (piece.join !== 'first' || (nested && left === '')) && /^(?:[，。、；）”]|$)/.test(gap) && joinsPrevious(reader, previous, quantity, subjectName(before), left, place)) return
  const growth = quantity.class === 'percent' ? /^的?(正|负)?(增长|增速|增幅|下降|降幅)/.exec(gap) : null
  let name = levelName(before, growth ? '' : quantity.class === 'percent' ? noun.replace(/[、，].*$/, '') : noun, counts, quantity.class !== 'percent' || quantity.value === 100)
  // 为 4.52 万家企业发放补贴 2.42 亿元: without its deed the first figure says nothing.
  if (gap !== right && !gap.includes('分别') && (before === '' || /^(?:为|向|对|给|推动|组织|帮助|[^，]{0,4}为)$/.test(before))) name = levelName('', deed, counts, true)
  const plan = quantity.class === 'percent' && noun === '' ? ofPlan.exec(left) : null
  if (plan?.[1] && previous) name = `${nameOfWhole(reader)}完成${plan[1]}`
  const verb = leadingVerb(left)
  const leads = verb !== '' && predicateAt(left, skipAdverbs(left)) === skipAdverbs(left)
  name = plan ? name : ownName(reader, sharedVerb(reader, name, leads, piece, noun, quantity.class !== 'percent'), piece, left, quantity.unit)
  if (nested && topicOf(reader) !== '' && name.length <= 6 && !name.startsWith(reader.topic)) name = reader.topic + name
  if (name.length < 2 && gap !== right) name = levelName(before, gap, counts, true)
  if (quantity.class === 'duration') name += /^(?:以?内)?(办结|办成|到账|送达|审结)/.exec(gap)?.[1] ?? ''
  const made = levelStatement(of === '' ? name : `${name}（${of}）`, quantity, place, certaintyOf(name, quantity))
  if (from) made.qualifiers.push(`由${from.value}${from.unit || quantity.unit}`)
  if (/^[，、（]?其中/.test(left) || (piece.join === 'pause' && previous?.qualifiers.includes('其中'))) made.qualifiers.push('其中')
  if (growth) Object.assign(made, { rateOnly: true, value: /下降|降幅|负/.test(growth[0]) ? -quantity.value : quantity.value })
  if (growth || (quantity.class === 'percent' && /(?:增速|增幅|降幅|涨幅|增长率|下降率)(?:达到?|为|约|超|近)?$/.test(before))) made.change = { value: made.value ?? 0, unit: quantity.unit, base: '同比' }
  made.aside = plan !== null || subjectName(before).startsWith('占')
  if (name.length < 2) made.trouble ??= 'lost-subject'
  reader.statements.push(made)
  forgetTopic(reader)
  if (reader.waiting && (piece.join === 'pause' || nested) && noun !== '') Object.assign(reader.waiting, { name, trouble: null, certainty: 0.85 })
  reader.waiting = noun === '' && gap === '' && (onlyVerbs(name) || (!last && name === '')) ? made : null
  if (piece.join === 'first' || piece.join === 'comma') { reader.verb = lightVerbs.has(verb.slice(0, 2)) ? '' : verb; reader.subject = subjectBeforeVerb(left) }
}

/** 为年度预算的102.3%, 完成全年任务的65%: how much of the plan the figure before it is. */
const ofPlan = /仅?(?:为|完成|占|达到?|相当于|实现)?([^，、；]{0,6}(?:预算|计划|目标任务|目标|任务))的?(?:超|近|约)?$/
const nameOfWhole = (reader: Reader): string => (reader.statements.findLast(each => !each.aside) ?? reader.statements.at(-1))?.name ?? ''

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
  name.length < 2 ? 0.5 : quantity.chinese && quantity.before === '' && quantity.class === 'count' ? 0.75 : name.length > 40 ? 0.8 : 0.95

/** 增长 5%左右、力争 5.5%; 增长 5%，达 12 亿元; 新增 3 家、累计 69 家: a second figure for what was named before. */
function joinsPrevious(reader: Reader, previous: Statement, quantity: Quantity, subject: string, left: string, place: Place): boolean {
  const wording = /^(?:力争|确保|争取|努力|达到?|突破|完成|实现|累计|总数达?|总量达?|已|全年实现|全年完成)$/
  if (!namesNothing(subject) && !wording.test(subject) && !wording.test(left)) return false
  if (isGeneric(subject) && !previous.rateOnly) return false
  if (subject.startsWith('占')) return false
  const level = quantity.class === 'money' || quantity.class === 'count' || quantity.class === 'size'
  if (previous.rateOnly && level && !previous.name.endsWith('率')) {
    Object.assign(previous, { value: quantity.value, upper: quantity.upper, unit: quantity.unit, hedge: hedgeOf(quantity), rateOnly: false, end: place.end })
    return true
  }
  const name = previous.value === null ? previous.name.replace(/(?:上半年|一季度|前三季度)?(?:增速|增幅|总量|规模)$/, '') : left.startsWith('累计') ? `累计${objectOf(previous.name)}` : previous.name
  // 分别提升 2.2 和 8.7 个百分点, of one thing: the second changed the way the first did.
  const change = previous.change && previous.rateOnly && previous.unit === quantity.unit && left === '' ? { ...previous.change, value: Math.sign(previous.change.value) * quantity.value } : null
  reader.statements.push(change ? rateStatement(name, quantity, change, place, 0.8) : levelStatement(name, quantity, place, 0.8))
  return true
}
