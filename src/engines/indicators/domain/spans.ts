import { spanOf, type PeriodSpan } from '../../../kernel/period.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Quantity } from '../../../kernel/quantity.ts'
import { inForce, type Said } from './vintage.ts'

// A year's lights ask for the spans of a few hundred periods a hundred thousand times. Periods are finite, so the map is too.
const spans = new Map<string, KnownSpan>()

/** A span with the day after its last. */
type KnownSpan = PeriodSpan & { readonly next: Day }

/** `spanOf`, remembered. */
export function spanIn(period: string): KnownSpan | null {
  const known = spans.get(period)
  if (known) return known
  const span = spanOf(period)
  if (!span) return null
  const made = { ...span, next: addDays(span.to, 1) }
  spans.set(period, made)
  return made
}

/** The calendar year a period ends in. */
export function yearIn(period: string): number | null {
  const span = spanIn(period)
  return span && Number(span.to.slice(0, 4))
}

/** A level in force with the days it covers. */
export type Piece = { readonly figure: Said & { readonly level: Quantity }; readonly from: Day; readonly to: Day; readonly next: Day }

// One series is asked for many totals; figures are values and never change.
const series = new WeakMap<readonly Said[], ReadonlyMap<Day, readonly Piece[]>>()

/** The levels of a series by the day on which their period begins, the longest period first; one in force for each period. */
export function piecesOf(figures: readonly Said[]): ReadonlyMap<Day, readonly Piece[]> {
  const known = series.get(figures)
  if (known) return known
  const pieces = [...Map.groupBy(figures.filter(f => f.level), f => f.period)].flatMap(([period, told]): Piece[] => {
    const span = spanIn(period), figure = inForce(told)
    return span && figure?.level ? [{ figure: { ...figure, level: figure.level }, from: span.from, to: span.to, next: span.next }] : []
  })
  const byStart = Map.groupBy(pieces.toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0)), piece => piece.from)
  series.set(figures, byStart)
  return byStart
}
