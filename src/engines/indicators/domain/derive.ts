import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { periodOn } from '../../../kernel/period.ts'
import { baseValue, halfPlace, printNumber, scaleOf, type Quantity } from '../../../kernel/quantity.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Figure, type Formula, type Indicator } from '../schema.ts'
import { piecesOf, spanIn, type Piece } from './spans.ts'
import { inUnit, plainUnit, rounded } from './units.ts'
import { inForce, type Said } from './vintage.ts'

/** A value worked out from figures, with the figures it was worked out from. */
export type Derived = {
  readonly kind: 'year-to-date' | 'year-on-year' | 'period-on-period' | 'formula'
  readonly period: string
  readonly value: number
  readonly unit: string
  readonly inputs: readonly Id[]
  /** What a paper says of the same change; `doubt` where the two differ by more than rounding explains. */
  readonly said: { readonly figure: Id; readonly value: number } | null
  readonly doubt: Label | null
}

/** Words by which papers mean the same period of the year before. */
const yearOnYear = new Set(['', '同比', 'yoy', '上年', '上年同期', '去年', '去年同期', '比上年', '同比增长'])

/** Growth against the same period of the year before, in per cent; null for points, multiples and other bases (环比, 较2019年, 序时进度). */
export function yearOnYearOf(figure: Pick<Figure, 'change'>): number | null {
  const { change } = figure
  return change && plainUnit(change.unit) === '%' && yearOnYear.has(change.base.trim()) ? change.value : null
}

/** The level in force of one period, or null. */
function levelOf(figures: readonly Said[], period: string): Piece['figure'] | null {
  const span = spanIn(period)
  return piecesOf(figures).get(span?.from ?? '')?.find(piece => piece.figure.period === period)?.figure ?? null
}

/** A total from the first day of a year: told as such, or summed from months and quarters that leave no gap. */
export type RunningTotal = { readonly level: Quantity; readonly inputs: readonly Id[] }

/** The total of a year up to a day, from whatever pieces are on file; null where they leave a gap. */
export function runningTotal(figures: readonly Said[], year: number, until: Day): RunningTotal | null {
  const chain = chainOf(piecesOf(figures), `${year}-01-01`, until)
  const first = chain?.[0]?.figure.level
  if (!chain || !first) return null
  const parts = chain.map(piece => inUnit(piece.figure.level, first.unit))
  if (parts.some(part => part === null)) return null
  const hedge = chain.length === 1 && first.hedge !== undefined ? { hedge: first.hedge } : {}
  return { level: { value: rounded(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0), 6), unit: first.unit, ...hedge }, inputs: chain.map(piece => piece.figure.id) }
}

/** The fewest pieces, end to end, from one day to another: longest first, so that a told total wins over a sum of months. */
function chainOf(pieces: ReadonlyMap<Day, readonly Piece[]>, from: Day, until: Day): Piece[] | null {
  for (const piece of pieces.get(from) ?? []) {
    if (piece.to > until) continue
    const rest = piece.to === until ? [] : chainOf(pieces, piece.next, until)
    if (rest) return [piece, ...rest]
  }
  return null
}

/** The same period of the year before: 2023H1 -> 2022H1. Null for spans of years and for 29 February. */
export function yearBefore(period: string): string | null {
  const span = spanIn(period)
  if (!span || span.kind === 'years') return null
  const before = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  return spanIn(before) ? before : null
}

/** The period of the same kind just before: 2023-05 -> 2023-04, 2023Q1 -> 2022Q4. Null where there is no such thing. */
export function periodBefore(period: string): string | null {
  const span = spanIn(period)
  if (!span) return null
  return span.kind === 'months' || span.kind === 'years' ? null : periodOn(span.kind, addDays(span.from, -1))
}

/**
 * Everything that follows from the levels of one indicator in one unit: the running total where only pieces are told,
 * the change on the year before and on the period before. Figures of one basis only: the caller groups them.
 */
export function derivedFrom(indicator: Pick<Indicator, 'kind' | 'name' | 'basis'>, figures: readonly Said[]): readonly Derived[] {
  const periods = [...new Set(figures.filter(f => f.level).map(f => f.period))]
  const changes = periods.flatMap(period => {
    const now = levelOf(figures, period)
    if (!now) return []
    const before = yearBefore(period), previous = periodBefore(period)
    return [
      change('year-on-year', indicator, now, before === null ? null : levelOf(figures, before), figures),
      ...(previous === null || previous === before ? [] : [change('period-on-period', indicator, now, levelOf(figures, previous), figures)]),
    ].filter(derived => derived !== null)
  })
  return indicator.kind === 'flow' ? [...runningTotals(figures, periods), ...changes] : changes
}

/** Running totals at the end of each month or quarter for which no paper tells one. */
function runningTotals(figures: readonly Said[], periods: readonly string[]): Derived[] {
  return periods.flatMap(period => {
    const span = spanIn(period)
    if (!span || span.from.endsWith('-01-01') || (span.kind !== 'month' && span.kind !== 'quarter' && span.kind !== 'half-year')) return []
    const year = Number(span.to.slice(0, 4))
    const total = runningTotal(figures, year, span.to)
    if (!total || total.inputs.length < 2) return []
    return [{ kind: 'year-to-date' as const, period: `${year}M1-${Number(span.to.slice(5, 7))}`, value: total.level.value, unit: total.level.unit, inputs: total.inputs, said: null, doubt: null }]
  })
}

function change(kind: 'year-on-year' | 'period-on-period', indicator: Pick<Indicator, 'name' | 'basis' | 'kind'>, now: Said, before: Said | null, figures: readonly Said[]): Derived | null {
  const bounds = before?.level && now.level ? growthBounds(now.level, before.level) : null
  if (!bounds || !before) return null
  // A rate moves by points, everything else by per cent.
  const points = plainUnit(now.level?.unit ?? '') === '%'
  const value = points ? rounded((now.level?.value ?? 0) - (before.level?.value ?? 0), 2) : bounds.value
  const told = kind === 'year-on-year' && !points ? inForce(figures.filter(f => f.period === now.period && yearOnYearOf(f) !== null)) : null
  const said = told && { figure: told.id, value: yearOnYearOf(told) ?? 0 }
  const doubt = said && told && comparable(indicator, [now, before, told]) ? differs(said.value, bounds) : null
  return { kind, period: now.period, value, unit: points ? '个百分点' : '%', inputs: [now.id, before.id], said, doubt }
}

/**
 * Growth of a period on the same one of the year before, from their levels or, for what adds up since the year began, from
 * what their months add up to. Null where one is missing, where both may not be held together (net of something, only
 * about, another basis) and for what grows at constant prices.
 */
export function growthOfLevels(indicator: Pick<Indicator, 'name' | 'basis' | 'kind'>, figures: readonly Said[], period: string): { readonly value: number; readonly inputs: readonly Id[] } | null {
  const past = yearBefore(period)
  const now = totalOf(indicator, figures, period), before = past === null ? null : totalOf(indicator, figures, past)
  if (!now || !before || indicator.kind === 'rate') return null
  const inputs = [...now.inputs, ...before.inputs]
  if (!comparable(indicator, figures.filter(f => inputs.includes(f.id)))) return null
  const bounds = growthBounds(now.level, before.level)
  return bounds && { value: bounds.value, inputs }
}

/** The level of a period: as told, else summed from the months and quarters since the year began. */
function totalOf(indicator: Pick<Indicator, 'kind'>, figures: readonly Said[], period: string): RunningTotal | null {
  const told = levelOf(figures, period), span = spanIn(period)
  if (told) return { level: told.level, inputs: [told.id] }
  return span && indicator.kind === 'flow' && span.from.endsWith('-01-01') ? runningTotal(figures, Number(span.from.slice(0, 4)), span.to) : null
}

type Bounds = { readonly value: number; readonly low: number; readonly high: number }

/** Growth of a level in per cent, and between which bounds the rounding of both levels leaves it. Null where the older is not above zero. */
function growthBounds(now: Quantity, before: Quantity): Bounds | null {
  const later = inUnit(now, before.unit)
  if (later === null || before.value <= 0) return null
  const a = halfPlace(now.value) * (scaleOf(now.unit) / scaleOf(before.unit)), b = halfPlace(before.value)
  const growth = (x: number, y: number) => (y > 0 ? (x / y - 1) * 100 : Number.POSITIVE_INFINITY)
  return { value: rounded(growth(later, before.value), 2), low: growth(later - a, before.value + b), high: growth(later + a, before.value - b) }
}

/**
 * May the said growth be held against the levels? Not where it is net of something (可比, 剔除…后), where a level is only
 * about (超, 近), where the bases differ, nor for gross product and value added, whose growth is published at constant
 * prices while levels are at current ones (practice of the National Bureau of Statistics).
 */
function comparable(indicator: Pick<Indicator, 'name' | 'basis'>, figures: readonly Said[]): boolean {
  const netOf = figures.some(f => /可比|剔除|扣除|同口径|不变价/.test(`${f.qualifier ?? ''}${f.basis ?? ''}`))
  const about = figures.some(f => f.level?.hedge)
  return !netOf && !about && figures.every(f => f.basis === figures[0]?.basis) && !growsAtConstantPrices(indicator)
}

/** Is its growth published at constant prices, so that levels do not give it? */
export function growsAtConstantPrices(indicator: Pick<Indicator, 'name' | 'basis'>): boolean {
  return /可比|不变价/.test(indicator.basis ?? '') || /生产总值|增加值/.test(indicator.name.zh)
}

function differs(said: number, bounds: Bounds): Label | null {
  const half = halfPlace(said)
  if (said + half >= bounds.low && said - half <= bounds.high) return null
  return {
    zh: `文件说增长${printNumber(said)}%，按两年数值推算为${printNumber(bounds.value)}%，相差超出四舍五入`,
    en: `The paper says ${printNumber(said)} %, the two levels give ${printNumber(bounds.value)} %: more than rounding explains`,
  }
}

/** Two figures of one period and basis that cannot both be right. */
export type Disagreement = { readonly period: string; readonly a: Id; readonly b: Id; readonly words: Label }

/** Where papers contradict one another: the same period, basis and vintage, values further apart than rounding. */
export function disagreements(figures: readonly Said[]): readonly Disagreement[] {
  return figures.flatMap((a, i) => figures.slice(i + 1).flatMap(b => {
    if (a.period !== b.period || a.basis !== b.basis || a.vintage !== b.vintage || a.qualifier !== b.qualifier) return []
    const pair = contradiction(a, b)
    return pair ? [{ period: a.period, a: a.id, b: b.id, words: { zh: `同一时期两处说法不同：${pair}`, en: `Said differently for the same period: ${pair}` } }] : []
  }))
}

function contradiction(a: Said, b: Said): string | null {
  const x = yearOnYearOf(a), y = yearOnYearOf(b)
  if (x !== null && y !== null && Math.abs(x - y) > halfPlace(x) + halfPlace(y)) return `${printNumber(x)}% / ${printNumber(y)}%`
  if (!a.level || !b.level || a.level.hedge || b.level.hedge) return null
  const other = inUnit(b.level, a.level.unit)
  const slack = halfPlace(a.level.value) + halfPlace(b.level.value) * (scaleOf(b.level.unit) / scaleOf(a.level.unit))
  return other !== null && Math.abs(a.level.value - other) > slack ? `${printNumber(a.level.value)}${a.level.unit} / ${printNumber(b.level.value)}${b.level.unit}` : null
}

/** Value of a derived indicator from those of its inputs, in the order of the formula; null where one is missing or a divisor is zero. */
export function formulaValue(formula: Pick<Formula, 'kind'>, inputs: readonly (Quantity | null)[], unit: string): number | null {
  const values = inputs.map(q => q && baseValue(q))
  const [first, ...rest] = values.filter(v => v !== null)
  if (first === undefined || rest.length + 1 !== values.length) return null
  const plain = formula.kind === 'sum' ? rest.reduce((a, b) => a + b, first) : formula.kind === 'difference' ? rest.reduce((a, b) => a - b, first) : quotient(first, rest)
  if (plain === null) return null
  return rounded(formula.kind === 'ratio' && plainUnit(unit) === '%' ? plain * 100 : plain / scaleOf(unit), 6)
}

function quotient(first: number, rest: readonly number[]): number | null {
  const divisor = rest.reduce((a, b) => a * b, 1)
  return divisor === 0 ? null : first / divisor
}

/** A derived indicator's levels, for each period in which all its inputs have one. `inputs` are the figures of each input, in the order of the formula. */
export function saidByFormula(indicator: Pick<Indicator, 'formula' | 'unit'>, inputs: readonly (readonly Said[])[]): readonly Said[] {
  const { formula, unit } = indicator
  const periods = new Set(inputs[0]?.map(f => f.period))
  return formula === null ? [] : [...periods].flatMap((period): Said[] => {
    const used = inputs.map(figures => levelOf(figures, period))
    const first = used[0], value = formulaValue(formula, used.map(f => f?.level ?? null), unit)
    const known = used.filter(f => f !== null)
    if (!first || value === null) return []
    // Known since the last of its inputs was said.
    const saidOn = known.map(f => f.saidOn).filter(day => day !== null).toSorted().at(-1) ?? null
    return [{ id: first.id, period, vintage: first.vintage, basis: first.basis, level: { value, unit }, change: null, qualifier: null, status: known.every(f => f.status === 'published') ? 'published' : 'approved', saidOn, at: first.at, inputs: known.map(f => f.id) }]
  })
}
