import { type Language } from '../kernel/label.ts'
import { spanOf } from '../kernel/period.ts'
import { isRate, printNumber, type Quantity } from '../kernel/quantity.ts'
import { dayOf, type Day, type Instant } from '../kernel/time.ts'

/** What is printed where there is no number: not yet published, or nothing to divide by. Never 0 and never 100 %. */
export const noNumber = '—'

/**
 * A number as official papers print it. `decimals` keeps that many for a column in which all numbers have the same;
 * without it up to two, no trailing zeros.
 */
export function numberText(value: number | null, decimals?: number): string {
  if (value === null || !Number.isFinite(value)) return noNumber
  const text = decimals === undefined ? printNumber(value) : value.toFixed(decimals)
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text
}

/** A difference always shows its sign. The hyphen is the one papers print, so that searching and copying work. */
export function signedText(value: number | null, decimals?: number): string {
  const text = numberText(value, decimals)
  return value !== null && value > 0 && Number(text) !== 0 ? `+${text}` : text
}

/** English words for the units that papers print; a unit that is not here stays as printed. */
const unitWords: Readonly<Record<string, string>> = {
  '%': '%', '‰': '‰', 个百分点: 'percentage points', 倍: 'times',
  元: 'yuan', 美元: 'US dollars',
  人: 'people', 人次: 'visits', 户: 'households', 套: 'homes', 个: '', 项: '', 件: '', 宗: '', 场: '', 台: '', 部: '', 条: '', 次: 'times', 处: 'places', 所: '', 张: '', 座: '', 栋: 'buildings', 幢: 'buildings',
  家: '', 间: '', 天: 'days', 年: 'years', 公里: 'km', 千米: 'km', 米: 'm', 平方米: 'm²', 平方公里: 'km²', 公顷: 'ha', 亩: 'mu', 吨: 't', 吨标准煤: 'tce', 千瓦时: 'kWh', 微克每立方米: 'µg/m³', '微克/立方米': 'µg/m³',
}
const scaleWords = [['万亿', 'trillion'], ['亿', '×100 million'], ['万', '×10,000']] as const

/** A unit in words. 亿元 stays 亿元 in Chinese and is `×100 million yuan` in English, so that the number beside it stays as printed. */
export function unitText(unit: string, language: Language): string {
  if (language === 'zh') return unit
  for (const [scale, word] of scaleWords) {
    if (unit.startsWith(scale)) return [word, unitText(unit.slice(scale.length), language)].filter(part => part !== '').join(' ')
  }
  return unitWords[unit] ?? unit
}

const hedgeWords: Readonly<Record<string, string>> = {
  超: 'over', 超过: 'over', 逾: 'over', 近: 'nearly', 约: 'about', 突破: 'above', 达: '', 达到: '', 不少于: 'at least', 不低于: 'at least', 至少: 'at least', 不超过: 'at most', 不高于: 'at most', 力争: 'striving for',
  以上: 'or more', 以内: 'or less', 以下: 'or less', 左右: 'about', 余: 'over', 多: 'over',
}
const hedgesAfter = { zh: ['以上', '以内', '以下', '左右'], en: ['以上', '以内', '以下'] } as const satisfies Record<Language, readonly string[]>

/** A hedge at the place where it stands: before the number (超), between it and its unit (30余个) or after both (10%以上). */
export type PlacedHedge = { readonly before: string; readonly between: string; readonly after: string }

/** An unknown hedge stays as written, before the number. */
export function hedgeText(hedge: string | undefined, language: Language): PlacedHedge {
  const nowhere = { before: '', between: '', after: '' }
  if (!hedge) return nowhere
  const word = language === 'zh' ? hedge : hedgeWords[hedge] ?? hedge
  if (hedgesAfter[language].some(after => after === hedge)) return { ...nowhere, after: word }
  return language === 'zh' && /^[余多]$/.test(hedge) ? { ...nowhere, between: word } : { ...nowhere, before: word }
}

/** A quantity as one piece of text: 超3650.18亿元 · over 3650.18 ×100 million yuan. `signed` for differences. */
export function quantityText(quantity: Quantity | null, language: Language, how: { readonly signed?: boolean; readonly decimals?: number } = {}): string {
  if (quantity === null) return noNumber
  const { before, between, after } = hedgeText(quantity.hedge, language)
  const number = how.signed ? signedText(quantity.value, how.decimals) : numberText(quantity.value, how.decimals)
  const unit = unitText(quantity.unit, language)
  if (language === 'zh') return `${before}${number}${between}${unit}${after}`
  const measured = isTight(unit) ? `${number}${unit}` : [number, unit].filter(part => part !== '').join(' ')
  return [before, measured, after].filter(part => part !== '').join(' ')
}

/**
 * How far `actual` is from `target`. Two percentages differ by percentage points (个百分点), never by per cent; two
 * different units do not differ at all and give null.
 */
export function gapBetween(actual: Quantity, target: Quantity): Quantity | null {
  if (actual.unit !== target.unit) return null
  const value = Number((actual.value - target.value).toFixed(10)) // 8.4 - 10 is -1.5999999999999996 in binary
  return { value, unit: actual.unit === '%' ? '个百分点' : actual.unit }
}

/** A share of a whole as per cent; a dash where there is nothing to divide by. */
export function shareText(part: number, whole: number, decimals?: number): string {
  return whole === 0 ? noNumber : `${numberText((part / whole) * 100, decimals)}%`
}

/** Does this unit stand close to its number, as % does? */
export function isTight(unit: string): boolean {
  return isRate(unit) && unit !== '个百分点'
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const monthName = (month: number) => monthNames[month - 1] ?? ''

/** A period as people say it: 2023H1 is 2023年上半年, in English H1 2023. What is no period stays as written. */
export function periodText(period: string, language: Language): string {
  const span = spanOf(period)
  if (!span) return period
  const [year = '', , ] = span.from.split('-')
  const endYear = span.to.slice(0, 4)
  const last = Number(span.to.slice(5, 7))
  const zh = language === 'zh'
  switch (span.kind) {
    case 'day': return dayText(span.from, language)
    case 'week': return zh ? `${period.slice(0, 4)}年第${Number(period.slice(5))}周` : `Week ${Number(period.slice(5))} of ${period.slice(0, 4)}`
    case 'month': return zh ? `${year}年${last}月` : `${monthName(last)} ${year}`
    case 'quarter': return zh ? `${year}年${'一二三四'.charAt(last / 3 - 1)}季度` : `Q${last / 3} ${year}`
    case 'half-year': return zh ? `${year}年${last === 6 ? '上' : '下'}半年` : `H${last / 6} ${year}`
    case 'months': return zh ? (last === 1 ? `${year}年1月` : `${year}年1—${last}月`) : (last === 1 ? `January ${year}` : `January–${monthName(last)} ${year}`)
    case 'year': return zh ? `${year}年` : year
    case 'years': return zh ? `${year}—${endYear}年` : `${year}–${endYear}`
  }
}

/** 2023年7月31日 · 31 July 2023. */
export function dayText(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${monthName(Number(month))} ${year}`
}

/** Day and minute in Shanghai, whatever the clock of this machine is set to: 2023年7月31日 18:05. */
export function instantText(instant: Instant, language: Language): string {
  const minute = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
  return `${dayText(dayOf(instant), language)}${language === 'zh' ? ' ' : ', '}${minute}`
}
