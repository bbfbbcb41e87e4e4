import { type Id } from '../../../kernel/id.ts'
import { type PeriodSpan } from '../../../kernel/period.ts'
import { type Quantity } from '../../../kernel/quantity.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Change, type Indicator, type Target } from '../schema.ts'
import { growthOfLevels, runningTotal, yearOnYearOf } from './derive.ts'
import { sameMeasure } from './units.ts'
import { spanIn, yearIn } from './spans.ts'
import { inForce, type Said } from './vintage.ts'

/** The figure a target is held against. `inputs`: the figures it was worked out from, where no paper tells it as such. */
export type Pair = { readonly id: Id; readonly period: string; readonly level: Quantity | null; readonly change: Change | null; readonly saidOn: Day | null; readonly inputs: readonly Id[] }

type Promise = Pick<Target, 'operator' | 'period' | 'aspect' | 'measure' | 'value'>
type Thing = Pick<Indicator, 'kind' | 'name' | 'basis' | 'embargoed'>

/**
 * The newest figure that speaks of a target: of the same indicator and unit (the caller sees to that), within the target's
 * period, of its aspect and measure, said by that day, approved or published. What adds up over time must run from the
 * first day of the period: a May that grew by 12 per cent says nothing of the year. Null: the target stays open.
 */
export function pairOf(target: Promise, indicator: Thing, figures: readonly Said[], on: Day): Pair | null {
  const span = spanIn(target.period)
  if (!span) return null
  const said = knownOn(figures, indicator, on)
  const within = said.filter(f => isWithin(f.period, span))
  if (target.value === null && target.operator !== 'tied') return withoutNumber(within, indicator, target.period, span.from)
  // In step with another indicator always means its growth, whatever the paper's words were taken for.
  if (target.aspect === 'growth' || target.value === null) return growthPair(within, said, indicator, target.period, span.from)
  return levelPair(within, indicator, target, span.from)
}

function isWithin(period: string, span: PeriodSpan | null): boolean {
  const inner = spanIn(period)
  return inner !== null && span !== null && span.from <= inner.from && inner.to <= span.to
}

/** A light rests on what is approved; of a figure held back, only on what is published. */
function counts(figure: Said, indicator: Pick<Thing, 'embargoed'>, on: Day): boolean {
  const open = figure.status === 'published' || (figure.status === 'approved' && !indicator.embargoed)
  return open && (figure.saidOn === null || figure.saidOn <= on)
}

// A forecast, its rest and a page ask for the same figures of one day; figures are values and never change.
const knownFigures = new WeakMap<readonly Said[], Map<string, readonly Said[]>>()

/** The figures that count on a day, remembered, so that what is worked out from them is worked out once. */
export function knownOn(figures: readonly Said[], indicator: Pick<Thing, 'embargoed'>, on: Day): readonly Said[] {
  const days = knownFigures.get(figures) ?? new Map<string, readonly Said[]>()
  knownFigures.set(figures, days)
  const key = `${on} ${indicator.embargoed}`
  const found = days.get(key) ?? figures.filter(f => counts(f, indicator, on))
  days.set(key, found)
  return found
}

function told(figure: Said): Pair {
  return { id: figure.id, period: figure.period, level: figure.level, change: figure.change, saidOn: figure.saidOn, inputs: figure.inputs ?? [] }
}

/** The figure whose period ends last; of those, the longest period, then the one in force. */
function newest(figures: readonly Said[]): Pair | null {
  const ends = figures.map(f => spanIn(f.period)?.to ?? '').toSorted().at(-1)
  const last = figures.filter(f => spanIn(f.period)?.to === ends)
  const from = last.map(f => spanIn(f.period)?.from ?? '').toSorted()[0]
  const best = inForce(last.filter(f => spanIn(f.period)?.from === from))
  return best && told(best)
}

/** What stands beside a target that has no number yet: of what adds up, the total since the period began. */
function withoutNumber(within: readonly Said[], indicator: Thing, period: string, from: Day): Pair | null {
  if (indicator.kind !== 'flow') return newest(within)
  return later(newest(within.filter(f => spanIn(f.period)?.from === from)), sumPair(within.filter(f => f.level), period, from)) ?? newest(within)
}

function levelPair(within: readonly Said[], indicator: Thing, target: Promise, from: Day): Pair | null {
  const levels = within.filter(f => f.level && sameMeasure(f.level.unit, target.measure))
  if (indicator.kind !== 'flow') return newest(levels)
  const direct = newest(levels.filter(f => spanIn(f.period)?.from === from))
  const summed = sumPair(levels, target.period, from)
  return later(direct, summed)
}

/** A running total summed from months and quarters, where it reaches further than what papers tell. */
function sumPair(levels: readonly Said[], period: string, from: Day): Pair | null {
  const year = yearIn(period)
  if (year === null || from !== `${year}-01-01`) return null
  for (const end of [...new Set(levels.map(f => spanIn(f.period)?.to ?? ''))].toSorted().toReversed()) {
    const total = runningTotal(levels, year, end)
    const [first] = total?.inputs ?? []
    if (!total || first === undefined) continue
    const period = end === `${year}-12-31` ? String(year) : end === lastDay(year, end) ? `${year}M1-${Number(end.slice(5, 7))}` : end
    const inputs = levels.filter(f => total.inputs.includes(f.id))
    return { id: first, period, level: total.level, change: null, saidOn: inputs.map(f => f.saidOn).filter(d => d !== null).toSorted().at(-1) ?? null, inputs: total.inputs.length > 1 ? total.inputs : inputs[0]?.inputs ?? [] }
  }
  return null
}

function lastDay(year: number, day: Day): Day | undefined {
  return spanIn(`${year}-${day.slice(5, 7)}`)?.to
}

/** Of a told and a derived pair the one that reaches further; told where they reach equally far. */
function later(direct: Pair | null, derived: Pair | null): Pair | null {
  if (!direct || !derived) return direct ?? derived
  return (spanIn(derived.period)?.to ?? '') > (spanIn(direct.period)?.to ?? '') ? derived : direct
}

function growthPair(within: readonly Said[], said: readonly Said[], indicator: Thing, period: string, from: Day): Pair | null {
  const fits = within.filter(f => indicator.kind !== 'flow' || spanIn(f.period)?.from === from)
  return later(newest(fits.filter(f => yearOnYearOf(f) !== null)), grownPair(within, fits, said, indicator, period, from))
}

/** Growth worked out from two levels, where it may be: see `growthOfLevels`. */
function grownPair(within: readonly Said[], fits: readonly Said[], said: readonly Said[], indicator: Thing, period: string, from: Day): Pair | null {
  const summed = indicator.kind === 'flow' ? sumPair(within.filter(f => f.level), period, from) : null
  const level = later(newest(fits.filter(f => f.level)), summed)
  const grown = level && growthOfLevels(indicator, said, level.period)
  if (!level || !grown || !isWithin(level.period, spanIn(period))) return null
  return { ...level, change: { value: grown.value, unit: '%', base: '同比' }, inputs: grown.inputs }
}
