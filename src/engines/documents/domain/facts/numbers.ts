/**
 * A numeral as printed, 312.1万 or 十一 or 超千亿, before anybody asks what it counts.
 * `scale` keeps 万, 亿 and 万亿 apart from the value, because papers and readers do; 百 and 千 are multiplied in.
 */
export type Numeral = {
  readonly value: number
  readonly scale: '' | '万' | '亿' | '万亿'
  readonly end: number
  readonly chinese: boolean
  /** 余, 多, 几 inside or behind the number: 260 多万, 400 余家. */
  readonly more: string
  /** Upper value where the numeral itself is a range: 两三家, 三五个. */
  readonly upper: number | null
  /** A lone 百, 千, 万, 亿 without a digit before it (逾百万): a number only beside a hedge. */
  readonly bare: boolean
}

const arabic = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/y
const scaleWord = /([余多几]?)((?:[十百千]?万亿|[十百千]?[万亿]|[百千](?!分之)(?![克米瓦卡伏赫帕字兆])))?([余多几]?)/y
const run = /[零〇一二两三四五六七八九十百千万亿]+/y
const DIGITS = '零一二三四五六七八九'
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

export const isDigit = (code: number): boolean => code >= 48 && code <= 57
const numeralCodes = new Uint8Array(65_536)
for (const char of '零〇一二两三四五六七八九十百千万亿') numeralCodes[char.charCodeAt(0)] = 1
export const isChineseNumeral = (code: number): boolean => numeralCodes[code] === 1

/** The Arabic numeral that starts at `at`, with its 百, 千, 万, 亿. */
export function arabicAt(text: string, at: number): Numeral | null {
  arabic.lastIndex = at
  const number = arabic.exec(text)
  if (!number) return null
  const plain = Number(number[0].replaceAll(',', ''))
  scaleWord.lastIndex = arabic.lastIndex
  const [whole = '', before = '', words = '', after = ''] = scaleWord.exec(text) ?? []
  const { factor, scale } = scaleFromWords(words)
  return { value: factor === 1 ? plain : roundAway(plain * factor), scale, end: arabic.lastIndex + whole.length, chinese: false, more: before || after, upper: null, bare: false }
}

/** 0.1 + 0.2 trouble is not the district's: 3.2 千 is 3200. */
const roundAway = (value: number): number => Number(value.toPrecision(15))

function scaleFromWords(words: string): { factor: number; scale: Numeral['scale'] } {
  const scale = words.endsWith('万亿') ? '万亿' : words.endsWith('亿') ? '亿' : words.endsWith('万') ? '万' : ''
  return { factor: TENS[words.slice(0, words.length - scale.length)] ?? 1, scale }
}

/** The numeral in characters that starts at `at`; null where the characters are no number (十四五, 二三线). */
export function chineseAt(text: string, at: number): Numeral | null {
  run.lastIndex = at
  const match = run.exec(text)
  if (!match) return null
  const end = run.lastIndex
  const more = '余多几'.includes(text[end] ?? ' ') ? (text[end] ?? '') : ''
  let scale: Numeral['scale'] = '', digits = match[0]
  for (const each of ['万亿', '亿', '万'] as const) {
    if (digits.endsWith(each)) { scale = each; digits = digits.slice(0, -each.length); break }
  }
  const bare = digits === '' || (digits.length === 1 && '百千'.includes(digits))
  const read = digits === '' ? { value: 1, upper: null } : chineseValue(digits)
  return read && { value: read.value, upper: read.upper, scale, end: end + more.length, chinese: true, more, bare }
}

function chineseValue(digits: string): { value: number; upper: number | null } | null {
  let total = 0, pending: number | null = null, previousPlace = Infinity
  for (let i = 0; i < digits.length; i++) {
    const char = digits[i] === '两' ? '二' : digits[i] === '〇' ? '零' : digits[i] ?? ''
    const place = TENS[char] ?? (char === '万' ? 1e4 : char === '亿' ? 1e8 : undefined)
    if (place === undefined) {
      const digit = DIGITS.indexOf(char)
      if (pending !== null && pending !== 0) return approximate(digits, i, pending, digit)
      pending = digit
      continue
    }
    if (place >= 1e4) { total = (total + (pending ?? 0)) * place; pending = null; previousPlace = place; continue }
    if (place >= previousPlace) return null
    total += (pending ?? 1) * place
    previousPlace = place
    pending = null
  }
  return { value: total + (pending ?? 0), upper: null }
}

/** 两三家 and 三五个 are ranges, 十四五 is a plan's name and no number at all. */
function approximate(digits: string, at: number, low: number, high: number): { value: number; upper: number | null } | null {
  return digits.length === 2 && at === 1 && (high === low + 1 || (low === 3 && high === 5)) ? { value: low, upper: high } : null
}
