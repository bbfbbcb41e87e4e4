import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { type Indicator } from '../schema.ts'
import { growsAtConstantPrices, runningTotal, yearBefore, yearOnYearOf } from './derive.ts'
import { piecesOf, spanIn } from './spans.ts'
import { inUnit, rounded } from './units.ts'
import { inForce, type Said } from './vintage.ts'

/** What one part contributes to the growth of the whole, in points (拉动百分点). */
export const Contribution = z.object({
  id: Id, name: Label,
  /** Its level now and in the same period of the year before; null where not on file. */
  level: z.number().nullable(), before: z.number().nullable(),
  /** Its share of last year's whole, 0 to 1. */
  weight: z.number().nullable(),
  /** Its own growth in per cent. */
  growth: z.number().nullable(),
  /** Points of the whole's growth; null where it cannot be told. */
  points: z.number().nullable(),
})
export type Contribution = z.infer<typeof Contribution>

/** A growth taken apart: what each part contributes, and what no part explains, which is never hidden. */
export const TakenApart = z.object({ period: z.string(), unit: z.string(), growth: z.number(), parts: z.array(Contribution), /** 未分解与误差: growth less the sum of the parts, in points. */ remainder: z.number(), /** Is it growth at constant prices, so that weights are last year's and growth each part's own? */ constantPrices: z.boolean() })
export type TakenApart = z.infer<typeof TakenApart>

export type Part = { readonly id: Id; readonly name: Label; readonly said: readonly Said[] }
type Whole = Pick<Indicator, 'kind' | 'name' | 'basis' | 'unit'>

/**
 * Takes the growth of a period apart: each part's share of last year's whole times its own growth. Where levels give growth
 * that is the part's change over last year's whole; at constant prices the part's growth is the one that was told.
 * The points of the parts and the remainder always add up to the growth. Null where the whole's growth is not known.
 */
export function takenApart(whole: Whole, said: readonly Said[], parts: readonly Part[], period: string): TakenApart | null {
  const before = yearBefore(period)
  if (before === null || whole.kind === 'rate') return null
  const constantPrices = growsAtConstantPrices(whole)
  const now = levelIn(whole, said, period), then = levelIn(whole, said, before)
  const told = toldGrowth(said, period)
  const growth = constantPrices ? told : now !== null && then !== null && then > 0 ? (now / then - 1) * 100 : null
  if (growth === null || then === null || then <= 0) return null
  const found = parts.map(part => contribution(whole, part, period, before, then, constantPrices))
  const known = found.reduce((sum, part) => sum + (part.points ?? 0), 0)
  return { period, unit: whole.unit, growth: rounded(growth, 2), parts: found.toSorted((a, b) => (b.points ?? Number.NEGATIVE_INFINITY) - (a.points ?? Number.NEGATIVE_INFINITY)), remainder: rounded(growth - known, 4), constantPrices }
}

function contribution(whole: Whole, { id, name, said }: Part, period: string, before: string, wholeThen: number, constantPrices: boolean): Contribution {
  const now = levelIn(whole, said, period), then = levelIn(whole, said, before)
  const growth = constantPrices ? toldGrowth(said, period) : now !== null && then !== null && then > 0 ? (now / then - 1) * 100 : null
  // A part that was nothing last year has no growth and still contributes what it brought.
  const points = constantPrices ? (growth === null || then === null ? null : (then / wholeThen) * growth) : now === null || then === null ? null : ((now - then) / wholeThen) * 100
  return { id, name, level: now, before: then, weight: then === null ? null : rounded(then / wholeThen, 6), growth: growth === null ? null : rounded(growth, 2), points: points === null ? null : rounded(points, 4) }
}

/** The level of a period in the whole's unit: as told, else what adds up since January. */
function levelIn({ kind, unit }: Whole, said: readonly Said[], period: string): number | null {
  const span = spanIn(period)
  const told = piecesOf(said).get(span?.from ?? '')?.find(piece => piece.figure.period === period)?.figure.level
  const summed = told ?? (kind === 'flow' && span?.from.endsWith('-01-01') ? runningTotal(said, Number(span.from.slice(0, 4)), span.to)?.level : null)
  return summed ? inUnit(summed, unit) : null
}

function toldGrowth(said: readonly Said[], period: string): number | null {
  const figure = inForce(said.filter(f => f.period === period && yearOnYearOf(f) !== null))
  return figure && yearOnYearOf(figure)
}

/** The latest period whose growth can be taken apart into at least one part: since January for what adds up. */
export function latestTakenApart(whole: Whole, said: readonly Said[], parts: readonly Part[], year: number | null): TakenApart | null {
  if (parts.length === 0) return null
  for (const period of periodsSince(whole, [...said, ...parts.flatMap(part => part.said)], year)) {
    const apart = takenApart(whole, said, parts, period)
    if (apart?.parts.some(part => part.points !== null)) return apart
  }
  return null
}

/** Periods to try, the one that ends last first. */
function periodsSince({ kind }: Whole, said: readonly Said[], year: number | null): readonly string[] {
  const told = said.filter(f => year === null || spanIn(f.period)?.to.startsWith(String(year))).map(f => f.period)
  const spans = [...new Set(told.flatMap(period => (kind === 'flow' ? sinceJanuary(period) : [period])))]
  return spans.toSorted((a, b) => (spanIn(b)?.to ?? '').localeCompare(spanIn(a)?.to ?? '')).slice(0, 24)
}

/** The period from January to the end of another, in each way it may be written. */
function sinceJanuary(period: string): readonly string[] {
  const span = spanIn(period)
  if (!span || span.kind === 'years' || span.kind === 'day') return []
  const year = span.to.slice(0, 4), month = Number(span.to.slice(5, 7))
  const named: Readonly<Record<number, string>> = { 1: `${year}-01`, 3: `${year}Q1`, 6: `${year}H1`, 12: year }
  return [...new Set([...(span.from.endsWith('-01-01') ? [period] : []), ...(named[month] === undefined ? [] : [named[month]]), `${year}M1-${month}`])]
}
