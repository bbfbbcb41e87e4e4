import { type OutlookPage } from '../../../../../engines/indicators/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'

/** A line of the pace chart; null where nothing is known. */
export type CourseLine = { readonly name: Label; readonly unit: string; readonly values: readonly (number | null)[] }

/** How far the year is, and how far past years were by then. */
export type CourseLines = {
  /** `total`: shares of the whole year; `ahead`: points ahead of (+) or behind (-) expected pace; `levels`: years beside one another, where nothing adds up to a whole. */
  readonly view: CourseView | 'levels'
  /** The months that are drawn, 1 to 12: those of which anything is known. */
  readonly months: readonly number[]
  readonly lines: readonly CourseLine[]
  /** The last month of this year with a figure; 0 where there is none. */
  readonly month: number
  /** In that month: the share reached, and those of the slowest and the fastest past year, in per cent. */
  readonly reached: number | null
  readonly band: readonly [low: number, high: number] | null
}

export type CourseView = 'ahead' | 'total'

const plain = (year: number): Label => ({ zh: `${year}年`, en: String(year) })
const slowest: Label = { zh: '往年最慢', en: 'Slowest past year' }, fastest: Label = { zh: '往年最快', en: 'Fastest past year' }, pace: Label = { zh: '序时进度', en: 'Expected pace' }
const hundredth = (value: number) => Math.round(value * 100) / 100

/** What is drawn of a course: this year and the band of past years, in shares or against expected pace; else years beside one another. */
export function courseLines({ course, past, expected, whole, unit, year }: Pick<OutlookPage, 'course' | 'past' | 'expected' | 'whole' | 'unit' | 'year'>, view: CourseView): CourseLines {
  const month = course.at.findLastIndex(value => value !== null) + 1
  const complete = past.filter(one => one.whole !== null && one.whole > 0)
  const months = Array.from({ length: 12 }, (_, i) => i + 1).filter(m => [course, ...past].some(one => one.at[m - 1] !== null))
  const total = whole?.value ?? course.whole
  if (total === null || total <= 0 || expected.length === 0) {
    const years = [course, ...past.toReversed().slice(0, 2)].filter(one => one.at.some(value => value !== null))
    return { view: 'levels', months, month, reached: null, band: null, lines: years.map(one => ({ name: plain(one.year), unit, values: months.map(m => one.at[m - 1] ?? null) })) }
  }
  const share = (m: number) => { const now = course.at[m - 1] ?? null; return now === null ? null : (now / total) * 100 }
  const pastShares = (m: number) => complete.flatMap(one => { const then = one.at[m - 1] ?? null; return then === null ? [] : [(then / (one.whole ?? 1)) * 100] })
  const due = (m: number) => (expected[m - 1]?.share ?? 0) * 100
  const drawn = (m: number, value: number | null) => (value === null ? null : hundredth(view === 'total' ? value : value - due(m)))
  const line = (name: Label, valueOf: (m: number) => number | null): CourseLine => ({ name, unit: view === 'total' ? '%' : '个百分点', values: months.map(m => drawn(m, valueOf(m))) })
  const edge = (pick: (...values: number[]) => number) => (m: number) => { const shares = pastShares(m); return shares.length === 0 ? null : pick(...shares) }
  const now = pastShares(month)
  return {
    view, months, month, reached: share(month), band: complete.length > 1 && now.length > 1 ? [Math.min(...now), Math.max(...now)] : null,
    lines: [line(plain(year), share), ...(view === 'total' ? [line(pace, due)] : []), ...(complete.length > 1 ? [line(slowest, edge(Math.min)), line(fastest, edge(Math.max))] : [])],
  }
}
