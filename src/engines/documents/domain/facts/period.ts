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

const PLANS: Readonly<Record<string, string>> = { 九五: '1996-2000', 十五: '2001-2005', 十一五: '2006-2010', 十二五: '2011-2015', 十三五: '2016-2020', 十四五: '2021-2025', 十五五: '2026-2030', 十六五: '2031-2035' }
const QUARTERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }

const expression = /(?<before>较|比|自|从|与|对比|超|《[^》]{0,30}|“)?(?:(?<plan>“?(?:十[一二三四五六]?|九)五”?)(?:规划)?(?<planTail>时期|期间|以来|期末|末|五年|这五年|收官)|(?<years>(?:过去|近|这|前|后|未来|今后)?[五三四两二]年(?:来|间|时间里|中)|(?:过去|近|这|今后|未来)的?(?:五|三)年)|(?<range>(?:19|20)\d\d)年?[-—–至到~～](?<rangeEnd>(?:19|20)\d\d)年|(?:(?<year>(?:19|20)\d\d)年|(?<relative>今年|去年|上年|明年|本年|当年|全年))?(?:(?<half>上半年|下半年)|第?(?<quarter>[一二三四])季度|(?<three>前三季度)|(?<from>\d{1,2})月?[-—–至到~～](?<month>\d{1,2})月(?:份)?|(?<oneMonth>\d{1,2})月(?:份)?(?!\d{1,2}日|日|底前))?(?<tail>以来|底|末|内|初|前|计划|度|全年)?)/g

export type Stated = { readonly period: string; readonly start: number; readonly end: number; readonly sinceBase: boolean }

/** Periods named in a sentence, each with its place. Those that only serve as a comparison (较上半年) are left out. */
export function periodsIn(text: string, times: Times): Stated[] {
  const found: Stated[] = []
  for (const match of text.matchAll(expression)) {
    if (match[0] === '' || !match.groups) continue
    const groups = match.groups
    if (groups.before && groups.before !== '“') continue
    const period = periodFrom(groups, times)
    if (period !== null) found.push({ period, start: match.index, end: match.index + match[0].length, sinceBase: groups.plan !== undefined || groups.years !== undefined || groups.range !== undefined })
  }
  return found
}

type Groups = Readonly<Record<string, string | undefined>>

function periodFrom(groups: Groups, times: Times): string | null {
  const ownYear = yearOf(times.period) ?? times.thisYear
  if (groups.plan) return PLANS[groups.plan.replace(/[“”]/g, '')] ?? null
  if (groups.years) {
    const count = chineseAt(/[五四三两二]/.exec(groups.years)?.[0] ?? '五', 0)?.value ?? 5
    if (ownYear === null) return null
    if (/未来|今后|后/.test(groups.years)) return times.thisYear === null ? null : `${times.thisYear}-${times.thisYear + count - 1}`
    const last = times.thisYear === null ? ownYear : Math.min(ownYear, times.thisYear)
    return `${last - count + 1}-${last}`
  }
  if (groups.range && groups.rangeEnd) return Number(groups.rangeEnd) > Number(groups.range) ? `${groups.range}-${groups.rangeEnd}` : null
  const year = groups.year ? Number(groups.year) : relativeYear(groups.relative, times, ownYear)
  const within = groups.half ?? groups.quarter ?? groups.three ?? groups.month ?? groups.oneMonth
  if (within === undefined && !groups.year && !groups.relative) return null
  const y = year ?? ownYear
  if (y === null) return null
  if (groups.half) return `${y}${groups.half === '上半年' ? 'H1' : 'H2'}`
  if (groups.quarter) return `${y}Q${QUARTERS[groups.quarter]}`
  if (groups.three) return `${y}M1-9`
  if (groups.month) return groups.from === '1' ? `${y}M1-${Number(groups.month)}` : null
  if (groups.oneMonth) return `${y}-${groups.oneMonth.padStart(2, '0')}`
  // 今年以来 in a half-year paper is the half-year itself, not the year.
  if (groups.relative && groups.relative !== '全年' && groups.tail === '以来') return null
  return String(y)
}

function relativeYear(word: string | undefined, times: Times, own: number | null): number | null {
  if (word === '去年' || word === '上年') return times.thisYear === null ? own : times.thisYear - 1
  if (word === '明年') return times.thisYear === null ? own : times.thisYear + 1
  if (word === '今年' || word === '本年') return times.thisYear ?? own
  return own
}

export const yearOf = (period: string): number | null => /(\d{4})(?!.*\d{4})/.exec(period) ? Number(/(\d{4})(?!.*\d{4})/.exec(period)?.[1]) : null

const headingPeriod = /“?(十[一二三四五六]?五)”?(?:规划)?(?:时期|期间|以来|发展|工作|主要|经济|目标|的)|(?:过去|今后|未来)(?:的)?五年|五年(?:来|工作)|((?:19|20)\d\d)年(上半年|下半年)?|(上半年|下半年)|(今年|去年|上年)/
/** The period a heading gives to what stands under it. */
export function periodOfHeading(heading: string, times: Times): string | null {
  const match = headingPeriod.exec(heading)
  if (!match) return null
  const own = yearOf(times.period) ?? times.thisYear
  if (match[1]) return PLANS[match[1]] ?? null
  if (match[2]) return match[3] === '上半年' ? `${match[2]}H1` : match[2]
  if (match[4]) return match[4] === '上半年' && own !== null ? `${own}H1` : times.period
  if (match[5]) return String(relativeYear(match[5], times, own) ?? '') || null
  if (times.thisYear === null) return null
  return /今后|未来/.test(match[0]) ? `${times.thisYear}-${times.thisYear + 4}` : `${times.thisYear - 5}-${times.thisYear - 1}`
}
