import { baseUnit, baseValue, isRate, scaleOf, type Quantity } from '../../../kernel/quantity.ts'

/** Measure words that count the same things under different habits: 27 家 and 27 个, 17 间 and 17 个. 户, 人 and 人次 count other things. */
const counters = new Set(['个', '家', '项', '条', '间', '所', '处', '宗', '件', '座', '栋', '幢', '只', '支', '批', '份'])

/** Different words for one unit of measure. */
const sameWord: Readonly<Record<string, string>> = { 名: '人', 位: '人', 场次: '场', '㎡': '平方米', 平米: '平方米', 千米: '公里', km: '公里', '％': '%', 元人民币: '元', '人民币元': '元' }

// A few dozen units are asked for thousands of times for one page; papers bring few enough to remember them all.
const plain = new Map<string, string>()
const MOST_REMEMBERED = 1000

/** The unit without 万 and 亿 and in its usual word. */
export function plainUnit(unit: string): string {
  const known = plain.get(unit)
  if (known !== undefined) return known
  const base = baseUnit(unit.trim())
  const made = sameWord[base] ?? base
  if (plain.size < MOST_REMEMBERED) plain.set(unit, made)
  return made
}

/** Does the unit count whole things, which cannot be done by a fifth? */
export function isCounter(unit: string): boolean {
  return counters.has(plainUnit(unit)) || /^[人户场台套次]$/.test(plainUnit(unit))
}

/** May a level said in one unit stand beside a level said in the other? 亿元 beside 万元: yes. 人 beside 人次, 亿元 beside 亿美元: no. */
export function sameMeasure(a: string, b: string): boolean {
  const x = plainUnit(a), y = plainUnit(b)
  return x === y || (counters.has(x) && counters.has(y))
}

/** A level in another unit of the same measure: 3900 万元 in 亿元 is 0.39. Null where the measures differ. */
export function inUnit(level: Quantity, unit: string): number | null {
  if (!sameMeasure(level.unit, unit)) return null
  return rounded(baseValue(level) / scaleOf(unit), 6)
}

/**
 * Can words in this unit speak of an indicator measured in that one, as its level or as its change? A rate of growth fits
 * every indicator, points fit every one as well, no unit at all (a rank, a direction) too.
 */
export function speaksOf(said: string, registered: string): boolean {
  return said.trim() === '' || isRate(said) || said === '倍' || sameMeasure(said, registered)
}

/** Kills the dust of binary fractions: 8.4 - 10 is -1.6. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  const result = Math.round((value + Math.sign(value) * Number.EPSILON * Math.abs(value)) * scale) / scale
  return result === 0 ? 0 : result // never -0, which prints as a fall
}
