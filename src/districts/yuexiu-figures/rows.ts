import { type Aspect, type Change, type Nature, type Operator } from '../../engines/indicators/schema.ts'
import { type Day } from '../../kernel/time.ts'

/** A published paper that is not on file here. */
export type Paper = { readonly title: string; readonly saidOn: Day }

/** Where a row was published: fits `Source` of kind `published`. */
export type PublishedSource = { readonly kind: 'published'; readonly title: string; readonly section: string; readonly saidOn: Day }

/** A figure of the whole district as a paper gives it: level, change or both, 万 and 亿 kept in the unit as printed. */
export type FigureRow = {
  readonly indicator: string
  readonly period: string
  readonly level: { readonly value: number; readonly unit: string; readonly hedge?: string } | null
  readonly change: Change | null
  readonly basis: string | null
  readonly rank: string | null
  readonly source: PublishedSource
}

/** A target of the whole district as a paper sets it; `value` null where it is left to the municipality or tied to another indicator. */
export type TargetRow = {
  readonly indicator: string
  readonly period: string
  readonly aspect: Aspect
  readonly operator: Operator
  readonly value: number | null
  readonly measure: string
  readonly hedge: string | null
  readonly basis: string | null
  readonly verb: string | null
  readonly reference: string | null
  readonly nature: Nature
  readonly source: PublishedSource
}

type More = { readonly change?: Change; readonly basis?: string; readonly rank?: string; readonly hedge?: string }
type Unsourced<T> = Omit<T, 'source'>

/** A level, with its change where the paper gives one. */
export function level(indicator: string, period: string, value: number, unit: string, more: More = {}): Unsourced<FigureRow> {
  const { hedge, change = null, basis = null, rank = null } = more
  return { indicator, period, level: hedge === undefined ? { value, unit } : { value, unit, hedge }, change, basis, rank }
}

/** Only a change in per cent on the year before: 增长8.4%. */
export function growth(indicator: string, period: string, value: number, more: Omit<More, 'change' | 'hedge'> = {}): Unsourced<FigureRow> {
  return { indicator, period, level: null, change: percent(value), basis: more.basis ?? null, rank: more.rank ?? null }
}

/** A change in per cent; `base` is what it is measured against, the year before where the paper says nothing else. */
export function percent(value: number, base = '上年同期'): Change {
  return { value, unit: '%', base }
}

type Set = { readonly hedge?: string; readonly basis?: string; readonly verb?: string; readonly reference?: string; readonly nature?: Nature }

/** A promised level: 不少于100场. */
export function levelTarget(indicator: string, period: string, operator: Operator, value: number | null, measure: string, set: Set = {}): Unsourced<TargetRow> {
  const { hedge = null, basis = null, verb = null, reference = null, nature = 'expected' } = set
  return { indicator, period, aspect: 'level', operator, value, measure, hedge, basis, verb, reference, nature }
}

/** A promised growth in per cent: 增长4.5%左右. */
export function growthTarget(indicator: string, period: string, operator: Operator, value: number | null, set: Set = {}): Unsourced<TargetRow> {
  return { ...levelTarget(indicator, period, operator, value, '%', set), aspect: 'growth' }
}

/** Gives rows their source: this section of this paper. */
export function from<T extends Unsourced<FigureRow> | Unsourced<TargetRow>>(paper: Paper, section: string, rows: readonly T[]): readonly (T & { readonly source: PublishedSource })[] {
  return rows.map(row => ({ ...row, source: { kind: 'published', title: paper.title, section, saidOn: paper.saidOn } }))
}

/** A figure that a paper says is still to be published, by whom and when. */
export type AwaitedRow = { readonly indicator: string; readonly period: string; readonly publisher: string; readonly expected: string | null; readonly source: { readonly kind: 'published'; readonly title: string; readonly section: string; readonly saidOn: string } }
