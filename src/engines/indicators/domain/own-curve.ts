import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type PaceCurve } from '../schema.ts'
import { spanIn } from './spans.ts'

/** A curve in force: the share of the year's total that should be there at each month's end, January first, 1 at the end. */
export type OwnCurve = Pick<PaceCurve, 'fromYear' | 'ground'> & { readonly shares: readonly number[] }

/** May these be a curve? It never falls and ends at the whole. */
export function mayCurve(shares: readonly number[]): Result<null, 'curve-falls' | 'curve-ends-short'> {
  const fall = shares.findIndex((share, i) => share < (shares[i - 1] ?? 0))
  if (fall >= 0) return refuse('curve-falls', { month: fall + 1 })
  return shares.at(-1) === 1 ? ok(null) : refuse('curve-ends-short')
}

/** The curve that holds for a year: the last one set for it or for a year before; none where the last word took it back. */
export function curveFor(year: number, set: readonly PaceCurve[]): OwnCurve | null {
  const [last] = set.filter(curve => curve.fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear || b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
  return last?.shares ? { fromYear: last.fromYear, ground: last.ground, shares: last.shares } : null
}

/** The share by a day of a year: told at each month's end, evenly by days between two of them. */
export function shareByCurve(shares: readonly number[], year: string, until: Day): number {
  const span = spanIn(year)
  if (!span || until < span.from) return 0
  if (until >= span.to) return 1
  const month = Number(until.slice(5, 7)), days = Number(spanIn(until.slice(0, 7))?.to.slice(8) ?? 31)
  const before = shares[month - 2] ?? 0, after = shares[month - 1] ?? 1
  return Math.round((before + (after - before) * (Number(until.slice(8)) / days)) * 1e6) / 1e6
}
