import { chineseAt } from './numbers.ts'

/**
 * The time a statement speaks of. A paper says it once and leaves it standing (上半年, …; 2020年, …), or not at all:
 * then the part of the paper decides.
 */
export type Times = {
  /** Period of the part (results or tasks), the fallback. */
  readonly period: string
  /** The year that 今年 means. */
  readonly thisYear: number | null
}

/** A period named in a sentence, and whether it is measured over years (五年来, “十三五”时期). */
export type Stated = { readonly period: string; readonly start: number; readonly end: number; readonly overYears: boolean }

const PLANS: Readonly<Record<string, string>> = { 九五: '1996-2000', 十五: '2001-2005', 十一五: '2006-2010', 十二五: '2011-2015', 十三五: '2016-2020', 十四五: '2021-2025', 十五五: '2026-2030', 十六五: '2031-2035' }
const QUARTERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }

const part = String.raw`上半年|下半年|前三季度|第?[一二三四]季度|\d{1,2}月?[-—–至到~～]\d{1,2}月(?:份)?|\d{1,2}月(?:份)?(?!\d{1,2}日|日|底前)`
const expression = new RegExp([
  String.raw`“?(十[一二三四五六]?五|九五)”?(?:规划)?(?:时期|期间|以来|期末|末|五年|这五年|收官)`,
  String.raw`((?:过去|近|这|前|后|未来|今后)?[五三四两二]年(?:来|间|时间里|中)|(?:过去|近|这|今后|未来)的?[五三]年|[五三]年(?=(?:累计|年均|平均|共)?(?:增长|下降|提高|增加|减少|新增)))`,
  String.raw`((?:19|20)\d\d)年?[-—–至到~～]((?:19|20)\d\d)年`,
  String.raw`(?:((?:19|20)\d\d)年|(今年|去年|上年|明年|本年|当年|全年))(${part})?(以来)?`,
  `(${part})`,
].join('|'), 'g')
/** Behind such words a time is only what something is measured against (较上半年), or part of a title. */
const measuredAgainst = /(?:[较比][^，。；]{1,6}[和、与]|较|比|自|从|与|超|是|为|相当于|《[^》]{0,30})$/

/** 全年预期目标的 47.8%: the year is that of the aim. */
const aimed = /^(?:全年|今年|年度)(?:预期|调整|增长|投资)*(?:目标|任务|计划|预算)/

/** Periods named in a sentence, each with its place. */
export function periodsIn(text: string, times: Times): Stated[] {
  const found: Stated[] = []
  if (!/[年月季]|五”?[时期以末规]/.test(text)) return found
  for (const match of text.matchAll(expression)) {
    if (measuredAgainst.test(text.slice(Math.max(0, match.index - 32), match.index))) continue
    if (aimed.test(text.slice(match.index, match.index + 12))) continue
    const [whole, plan, span, from, to, year, relative, inYear, since, alone] = match
    const overYears = plan !== undefined || span !== undefined || from !== undefined
    const period = plan ? PLANS[plan] ?? null
      : span ? periodOfSpan(span, times)
        : from && to ? (Number(to) > Number(from) ? `${from}-${to}` : null)
          : periodInYear(year ? Number(year) : relativeYear(relative, times), relative, inYear ?? alone, since !== undefined, times)
    if (period) found.push({ period, start: match.index, end: match.index + whole.length, overYears })
  }
  return found
}

/** 五年来 ends with the part's year; 今后五年 begins with the paper's. */
function periodOfSpan(span: string, times: Times): string | null {
  const count = chineseAt(/[五四三两二]/.exec(span)?.[0] ?? '五', 0)?.value ?? 5
  if (/未来|今后|后/.test(span)) return times.thisYear === null ? null : `${times.thisYear}-${times.thisYear + count - 1}`
  const own = yearOf(times.period) ?? times.thisYear
  if (own === null) return null
  const last = times.thisYear === null ? own : Math.min(own, times.thisYear)
  return `${last - count + 1}-${last}`
}

function periodInYear(year: number | null, relative: string | undefined, inYear: string | undefined, since: boolean, times: Times): string | null {
  // 全年 of a part that speaks of five years is the paper's own year.
  if (relative === '全年' && /^\d{4}-\d{4}$/.test(times.period) && times.thisYear !== null) return String(times.thisYear)
  // 今年以来 in a half-year paper is the half-year itself, not the year.
  if (year === null || (relative !== undefined && relative !== '全年' && since)) return null
  if (inYear === undefined) return String(year)
  if (inYear.endsWith('半年')) return `${year}${inYear === '上半年' ? 'H1' : 'H2'}`
  if (inYear === '前三季度') return `${year}M1-9`
  if (inYear.endsWith('季度')) return `${year}Q${QUARTERS[inYear.at(-3) ?? '']}`
  const months = inYear.match(/\d+/g) ?? []
  if (months.length === 2) return months[0] === '1' ? `${year}M1-${Number(months[1])}` : null
  return Number(months[0]) >= 1 && Number(months[0]) <= 12 ? `${year}-${(months[0] ?? '').padStart(2, '0')}` : null
}

function relativeYear(word: string | undefined, times: Times): number | null {
  const own = yearOf(times.period) ?? times.thisYear
  if (word === '去年' || word === '上年') return times.thisYear === null ? own : times.thisYear - 1
  if (word === '明年') return times.thisYear === null ? own : times.thisYear + 1
  if (word === '今年' || word === '本年') return times.thisYear ?? own
  return own
}

/** The last year a period names: 2023H1 -> 2023, 2016-2020 -> 2020. */
export function yearOf(period: string): number | null {
  const year = /^(?:\d{4}-)?(\d{4})/.exec(period)?.[1]
  return year === undefined ? null : Number(year)
}

const headingPeriod = /“?(十[一二三四五六]?五)”?(?:规划)?(?:时期|期间|以来|发展|工作|主要|经济|目标|的)|(?:过去|今后|未来|这)(?:的)?五年|五年(?:来|工作|[。.]?$)|((?:19|20)\d\d)年(上半年|下半年)?|(上半年|下半年)|(今年|去年|上年|过去一年|一年来)/g

/** The period a heading gives to what stands under it. A heading that names two (“十四五”成就和2025年回顾) decides nothing. */
export function periodOfHeading(heading: string, times: Times): string | null {
  const named = new Set([...heading.matchAll(headingPeriod)].map(match => namedPeriod(match, times)).filter(period => period !== null))
  return named.size === 1 ? [...named][0] ?? null : null
}

function namedPeriod([whole, plan, year, half, halfAlone, relative]: RegExpExecArray, times: Times): string | null {
  if (plan) return PLANS[plan] ?? null
  if (year) return half === '上半年' ? `${year}H1` : year
  const own = relativeYear(relative, times)
  if (halfAlone) return halfAlone === '上半年' && own !== null ? `${own}H1` : times.period
  if (relative) return /过去一年|一年来/.test(relative) || own === null ? times.period : String(own)
  if (times.thisYear === null) return null
  return /今后|未来/.test(whole) ? `${times.thisYear}-${times.thisYear + 4}` : `${times.thisYear - 5}-${times.thisYear - 1}`
}

const opening = /^[—\-－·•\s（(]*(?:[一二三四五六七八九十]+是|刚刚过去的|在|到|过去的|回顾)?/
/** A paragraph that opens with a time (五年来, …; 刚刚过去的2025年, …) speaks of it to its end. */
export function periodOfOpening(text: string, times: Times): string | null {
  const at = opening.exec(text)?.[0].length ?? 0
  if (/^过去一年|^一年来/.test(text.slice(at))) return times.thisYear === null ? null : String(times.thisYear - 1)
  const first = periodsIn(text.slice(at, at + 16), times)[0]
  return first && first.start <= 1 && !/^年(?:是|的|底|内|末)/.test(text.slice(at + first.end - 1)) ? first.period : null
}
