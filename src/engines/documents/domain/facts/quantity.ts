import { arabicAt, chineseAt, isChineseNumeral, isDigit, type Numeral } from './numbers.ts'
import { neverChinese, neverFigure } from './never.ts'
import { unitAt, type Unit, type UnitClass } from './units.ts'

/**
 * A number with its unit and hedges in a sentence: 超 1500 场, 10%以上, 2-3 对, 三分之一, 近六成.
 * `start` to `end` includes the hedges, `from` is the first character of the number itself.
 */
export type Quantity = {
  readonly start: number
  readonly from: number
  readonly end: number
  readonly value: number
  readonly upper: number | null
  /** As printed, with 万 or 亿 in front: 亿元, 万户, %. Empty where the paper gives none. */
  readonly unit: string
  readonly class: UnitClass | 'bare'
  readonly before: string
  readonly after: string
  /** Words of the text that the number replaces: 七项, 1/4, 三成. */
  readonly written: string | null
  readonly chinese: boolean
  /** Damage at the figure: no unit although a hedge says that a figure was meant; 15 20 个 without its dash; 全市第140个. */
  readonly damage: Damage | null
}

const hedgeBefore = /(?:迈上|跨上|跃上|站上|冲上|不少于|不低于|不小于|不超过|不高于|不多于|不大于|至少|最多|最高|最少|超过|超出|已超|逾|超|突破|将近|接近|近|大约|约|左右|达到|高达|多达|达|累计达|少于|低于|高于|多于|大于|小于|仅|上|过|每|第|−|-)$/
const hedgeAfter = /^(?:以上|以下|以内|之内|之多|左右|上下|有余|余(?!额|量|热|粮|地|杭|姚|下)|多(?=[，。；、：）)\s]|$))/
const range = /(?:-|－|—|——|–|~|～|至|到)/y
const fractionOf = /([百千万]|[一二三四五六七八九十]+)分之([零〇一二两三四五六七八九十百千点]+|\d+(?:\.\d+)?)/y
const slash = /(\d{1,2})\/(\d{1,3})(?![\d/年月])/y

type Damage = 'lost-unit' | 'lost-range-dash' | 'lost-ordinal'

/** All quantities of a sentence (white space squeezed out), from left to right. What is no figure is left out. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) {
      const quantity = fraction(text, at) ?? arabicQuantity(text, at)
      if (quantity === null) { at = behindDigits(text, at); continue }
      found.push(quantity)
      at = quantity.end
    } else if (isChineseNumeral(code)) {
      const quantity = fraction(text, at) ?? chineseQuantity(text, at)
      if (quantity === null) { at += chineseRunLength(text, at); continue }
      found.push(quantity)
      at = quantity.end
    } else at++
  }
  return found
}

function behindDigits(text: string, at: number): number {
  let end = at
  while (/[\d.,%/+×:：-]/.test(text[end] ?? '') && /[\d]/.test(text.slice(end, end + 2))) end++
  return Math.max(end, at + 1)
}

function chineseRunLength(text: string, at: number): number {
  let end = at
  while (end < text.length && isChineseNumeral(text.charCodeAt(end))) end++
  return Math.max(1, end - at)
}

/** 1/4, 四分之一, 百分之三十, 千分之二. */
function fraction(text: string, at: number): Quantity | null {
  slash.lastIndex = at
  const printed = slash.exec(text)
  if (printed && Number(printed[1]) < Number(printed[2]) && !isDigit(text.charCodeAt(at - 1)) && neverFigure(text, at, slash.lastIndex) === null) {
    return finish(text, at, slash.lastIndex, { value: Number(printed[1]) / Number(printed[2]), unit: '', class: 'percent', written: printed[0] })
  }
  fractionOf.lastIndex = at
  const words = fractionOf.exec(text)
  if (!words?.[1] || !words[2]) return null
  const low = chineseAt(words[1], 0)?.value
  const high = /\d/.test(words[2]) ? Number(words[2]) : decimalFromWords(words[2])
  if (!low || high === null || high === undefined) return null
  const unit = words[1] === '百' ? '%' : words[1] === '千' ? '‰' : ''
  return finish(text, at, fractionOf.lastIndex, { value: unit ? high : high / low, unit, class: 'percent', written: words[0], chinese: true })
}

function decimalFromWords(words: string): number | null {
  const [whole = '', part] = words.split('点')
  const value = chineseAt(whole, 0)?.value
  if (value === undefined) return null
  return part === undefined ? value : Number(`${value}.${[...part].map(char => '零一二三四五六七八九'.indexOf(char)).join('')}`)
}

type Core = Pick<Quantity, 'value' | 'unit' | 'class'> & Partial<Pick<Quantity, 'upper' | 'written' | 'chinese'>> & { more?: string }

function finish(text: string, from: number, to: number, core: Core): Quantity {
  const { start, before } = hedgesBefore(text, from)
  const after = hedgeAfter.exec(text.slice(to, to + 4))?.[0] ?? ''
  return {
    start, from, end: to + after.length, value: core.value, upper: core.upper ?? null, unit: core.unit, class: core.class,
    before, after: (core.more ?? '') + after, written: core.written ?? null, chinese: core.chinese ?? false, 
    damage: text[from - 1] === '第' ? 'lost-ordinal' : /\d $/.test(text.slice(Math.max(0, from - 2), from)) ? 'lost-range-dash' : null,
  }
}

function hedgesBefore(text: string, from: number): { start: number; before: string } {
  let start = from, before = ''
  for (let i = 0; i < 3; i++) {
    const hedge = hedgeBefore.exec(text.slice(Math.max(0, start - 4), start))?.[0]
    if (!hedge || hedge === '每' || hedge === '第' || hedge === '-' || hedge === '−' || belongsToWord(text, start - hedge.length, hedge)) break
    if ((hedge === '上' || hedge === '过') && !isChineseNumeral(text.charCodeAt(from))) break
    start -= hedge.length
    before = hedge + before
  }
  return { start, before }
}

const wordEndings: Readonly<Record<string, RegExp>> = { 约: /[签节预条合契履制违大]$/, 近: /[附临最接邻亲就]$/, 达: /[下传表抵发直送到转通四雷林]$/, 超: /[川远赶反]$/, 过: /[通经超路走渡不难]$/, 上: /[以之网线]$/, 仅: /[不]$/, 逾: /^$/ }
/** 签约 30 家, 下达 5 亿元, 附近: the hedge is the end of a word. */
function belongsToWord(text: string, at: number, hedge: string): boolean {
  return wordEndings[hedge]?.test(text.slice(Math.max(0, at - 1), at)) ?? false
}

function arabicQuantity(text: string, at: number): Quantity | null {
  const numeral = arabicAt(text, at)
  if (!numeral) return null
  const minus = /[-−－]/.test(text[at - 1] ?? '') && !/[\d一-鿿%A-Za-z]/.test(text[at - 2] ?? '') || /增长[-−－]$/.test(text.slice(Math.max(0, at - 3), at))
  const { value, upper, unit, unitClass, end, more } = withUnit(text, numeral)
  if (neverFigure(text, at, end) !== null) return null
  const sharedWord = unit === '' ? unitSharedWithNext(text, end) : null
  if (sharedWord) return finish(text, at, end, { value, upper, unit: sharedWord.word, class: sharedWord.class, more })
  if (unit === '') {
    if (/^[年月日号届版期级线路强街号岁+×xX]/.test(text.slice(end, end + 1))) return null
    const quantity = finish(text, at, end, { value, upper, unit, class: 'bare', more })
    return bareIsFigure(text, quantity) ? { ...quantity, damage: /[.]/.test(text.slice(at, end)) || /指数|得分|评分|分值|系数/.test(text.slice(Math.max(0, at - 8), at)) ? quantity.damage : 'lost-unit' } : null
  }
  return finish(text, minus ? at - 1 : at, end, { value: minus ? -value : value, upper, unit, class: unitClass, more })
}

type Measured = { readonly value: number; readonly upper: number | null; readonly unit: string; readonly unitClass: UnitClass; readonly end: number; readonly more: string }

// 3.1 万套（间）, 500 场（次）, 2813 万辆（艘、架、列）次: the second measure word adds nothing.
const otherMeasures = /[（(][户间个台次套条人所处座家项面片艘架列辆、]{1,6}[）)]次?/y
const moreBehind = /[余多](?=[，。；、]|$)/y

/** Reads what stands behind a numeral: scale, range, unit: 5%-6%, 2-3 对, 560至635 个, 312.1 万剂次. */
function withUnit(text: string, first: Numeral): Measured {
  const unit = unitAt(text, first.end)
  const second = secondOfRange(text, first, unit)
  const word = second?.unit ?? unit
  let end = word?.end ?? first.end
  otherMeasures.lastIndex = end
  if (word && otherMeasures.test(text)) end = otherMeasures.lastIndex
  moreBehind.lastIndex = end
  const more = moreBehind.exec(text)?.[0] ?? ''
  return {
    value: first.value, upper: second?.numeral.value ?? first.upper, unit: (second?.numeral.scale || first.scale) + (word?.word ?? ''), unitClass: word?.class ?? 'count',
    end: end + more.length, more: first.more || second?.numeral.more || more,
  }
}

/** The upper end: 2-3 对, 5%至6%. Both ends have the unit, or the first has none. */
function secondOfRange(text: string, first: Numeral, unit: Unit | null): { numeral: Numeral; unit: Unit } | null {
  range.lastIndex = unit?.end ?? first.end
  if (!range.test(text)) return null
  const numeral = arabicAt(text, range.lastIndex)
  const word = numeral && unitAt(text, numeral.end)
  if (!numeral || !word || (unit && unit.word !== word.word)) return null
  const ordered = first.scale === numeral.scale || first.scale === '' ? numeral.value > first.value : numeral.scale === '亿'
  return ordered ? { numeral, unit: word } : null
}

const nextNumbers = /(?:[、和及与]\d+(?:\.\d+)?)+/y
/** 分别提升 2.2 和 8.7 个百分点: the first number has the unit of the second. */
function unitSharedWithNext(text: string, at: number): Unit | null {
  nextNumbers.lastIndex = at
  if (!nextNumbers.test(text)) return null
  const unit = unitAt(text, nextNumbers.lastIndex)
  return unit && (unit.class === 'percent' || unit.class === 'points') ? unit : null
}

/** A number without any unit is a figure only where the sentence says that a figure is meant. */
function bareIsFigure(text: string, quantity: Quantity): boolean {
  const next = text[quantity.end] ?? ''
  const ends = next === '' || /[，。；、：）)]/.test(next) || quantity.after !== ''
  const left = text.slice(Math.max(0, quantity.start - 6), quantity.start)
  if (ends && /(?:指数|得分|评分|分值|系数|满意度|为|(?:增|升|降|提升|提高|扩大|缩小|收窄|下降|回落)(?:至|到))$/.test(left)) return true
  return quantity.before !== '' && (ends || quantity.before !== '达') && !/^[A-Za-z]/.test(next)
}

function chineseQuantity(text: string, at: number): Quantity | null {
  const numeral = chineseAt(text, at)
  if (!numeral) return null
  const unit = greatAt(text, numeral.end) ?? unitAt(text, numeral.end)
  const { before } = hedgesBefore(text, at)
  const end = unit?.end ?? numeral.end
  if (neverChinese(text, at, numeral, unit, before) !== null) return null
  const word = unit?.word ?? ''
  if (word === '' && numeral.scale === '' && numeral.value < 100) return null
  return finish(text, at, end, {
    value: numeral.value, upper: numeral.upper, unit: numeral.scale + (word === '大' ? '个' : word), class: unit?.class ?? 'count', more: numeral.more,
    written: text.slice(at, end), chinese: true,
  })
}

/** 十大重点领域、115 项举措: 大 counts only beside another count; 四大片区 alone is a name. */
function greatAt(text: string, at: number): Unit | null {
  return text[at] === '大' && /^大[^，。；、“”]{2,10}[、和及]\d+[个项条家类]/.test(text.slice(at, at + 18)) ? { word: '大', class: 'count', end: at + 1 } : null
}

/** Hedges before and after in one: 超, 以上, 达到…以上. */
export const hedgeOf = ({ before, after }: Quantity): string => before && after ? `${before}…${after}` : before + after
