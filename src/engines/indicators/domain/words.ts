import { type Label } from '../../../kernel/label.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Target } from '../schema.ts'
import { monthsLeft } from './pace.ts'
import { spanIn, yearIn } from './spans.ts'
import { plainUnit } from './units.ts'

const quarters = ['一', '二', '三', '四'] as const
const englishQuarters = ['first', 'second', 'third', 'fourth'] as const

/** A period as people say it beside a target of the same year: 2023H1 is 上半年. `within` is the target's period; of another year, the year is said. */
export function periodWords(period: string, within: string): Label {
  const span = spanIn(period)
  if (!span) return { zh: period, en: period }
  const year = String(yearIn(period)), sameYear = yearIn(within) === yearIn(period)
  const zhYear = sameYear ? '' : `${year}年`, enYear = sameYear ? '' : ` of ${year}`
  const from = Number(span.from.slice(5, 7)), to = Number(span.to.slice(5, 7))
  switch (span.kind) {
    case 'day': return { zh: `${zhYear}${to}月${Number(span.to.slice(8))}日`, en: `On ${span.to}` }
    case 'week': return { zh: `${period.slice(0, 4)}年第${Number(period.slice(5))}周`, en: `Week ${Number(period.slice(5))} of ${period.slice(0, 4)}` }
    case 'month': return { zh: `${zhYear}${to}月`, en: `Month ${to}${enYear}` }
    case 'months': return { zh: `${zhYear}1—${to}月`, en: `Months 1 to ${to}${enYear}` }
    case 'quarter': return { zh: `${zhYear}${quarters[(from - 1) / 3]}季度`, en: `The ${englishQuarters[(from - 1) / 3]} quarter${enYear}` }
    case 'half-year': return from === 1 ? { zh: `${zhYear}上半年`, en: `The first half${enYear}` } : { zh: `${zhYear}下半年`, en: `The second half${enYear}` }
    case 'year': return sameYear ? { zh: '全年', en: 'The year' } : { zh: `${year}年全年`, en: `The year ${year}` }
    case 'years': return { zh: `${span.from.slice(0, 4)}—${year}年`, en: `${span.from.slice(0, 4)} to ${year}` }
  }
}

/** What is left of a period after a day, as people say it: 下半年, 四季度, 余下5个月. */
export function restWords(period: string, after: Day): Label {
  const left = monthsLeft(period, after)
  if (spanIn(period)?.kind === 'year') {
    if (left === 6) return { zh: '下半年', en: 'the second half' }
    if (left === 9) return { zh: '后三个季度', en: 'the last three quarters' }
    if (left === 3) return { zh: '四季度', en: 'the fourth quarter' }
  }
  return left > 0 ? { zh: `余下${left}个月`, en: left === 1 ? 'the month left' : `the ${left} months left` } : { zh: '余下时间', en: 'the time left' }
}

/** English beside a number for the units that need a word; measure words are silent in English. */
const englishUnits: Readonly<Record<string, string>> = {
  '%': '%', '‰': '‰', 个百分点: 'points', 亿元: '×100 million yuan', 万元: '×10,000 yuan', 元: 'yuan', 亿美元: '×100 million US dollars', 人: 'people', 人次: 'visits', 户: 'households',
  平方米: 'm²', 公里: 'km', 场: 'events', 台: 'units', 套: 'flats',
}

/** A number with its unit in both languages: 280个 / 280. */
export function amountWords(value: number, unit: string): Label {
  const n = printNumber(value)
  const english = englishUnits[unit] ?? englishUnits[plainUnit(unit)]
  const scale = english !== undefined && englishUnits[unit] === undefined && unit.startsWith('万') ? '×10,000 ' : ''
  const unitEn = english === undefined ? (/[\u4e00-\u9fff]/.test(unit) ? '' : unit) : `${scale}${english}`
  return { zh: `${n}${unit}`, en: unitEn === '' ? n : `${n} ${unitEn}` }
}

/** A rate of growth as papers say it: 增长8.4%, 下降2.1%, 持平. */
export function growthWords(value: number): Label {
  if (value === 0) return { zh: '持平', en: 'no change' }
  const n = printNumber(Math.abs(value))
  return value > 0 ? { zh: `增长${n}%`, en: `+${n} %` } : { zh: `下降${n}%`, en: `-${n} %` }
}

/** Points, always as a plain number: 1.6个百分点. */
export function pointWords(points: number): Label {
  const n = printNumber(Math.abs(points))
  return { zh: `${n}个百分点`, en: `${n} points` }
}

/** A share as a percentage: 74.6%. */
export function shareWords(share: number): Label {
  const n = printNumber(share * 100, 1)
  return { zh: `${n}%`, en: `${n} %` }
}

/** Years as people say them: 2020—2022, or 2022、2024 where one between them is missing. */
export function yearsWords(years: readonly number[]): Label {
  const first = years[0], last = years.at(-1)
  if (first === undefined || last === undefined || years.length === 1) return { zh: String(first ?? ''), en: String(first ?? '') }
  return last - first + 1 === years.length ? { zh: `${first}—${last}`, en: `${first} to ${last}` } : { zh: years.join('、'), en: years.join(', ') }
}

type Aim = Pick<Target, 'operator' | 'value' | 'aspect' | 'measure'>

/** A target in few words: 10%以上, 280个以上, 4.5%左右, 不超过3.5%, 下降3%. Made from its parts, never a sentence of the paper. */
export function aimWords({ operator, value, aspect, measure }: Aim): Label {
  if (value === null) return valueless[operator === 'tied' || operator === 'municipality' ? operator : 'pending']
  const n = aspect === 'growth' && value < 0 ? { zh: `下降${printNumber(-value)}%`, en: `-${printNumber(-value)} %` } : amountWords(value, aspect === 'growth' ? '%' : measure)
  switch (operator) {
    case '>=': return { zh: `${n.zh}以上`, en: `at least ${n.en}` }
    case '<=': return { zh: `不超过${n.zh}`, en: `at most ${n.en}` }
    case '~': return { zh: `${n.zh}左右`, en: `about ${n.en}` }
    default: return n
  }
}

const valueless: Readonly<Record<'municipality' | 'tied' | 'pending', Label>> = {
  municipality: { zh: '市下达目标', en: 'as set by the municipality' },
  tied: { zh: '与另一指标同步', en: 'in step with another indicator' },
  pending: { zh: '待定', en: 'not yet set' },
}
