import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { type Figure } from '../../../../engines/indicators/schema.ts'
import { type PeriodKind, spanOf } from '../../../../kernel/period.ts'
import { historyOf } from '../../../ui/figure-history.ts'

/** One line that can be drawn of an indicator: periods of one kind, one unit of measure. */
export type YearLine = {
  /** Stands in the address: `year %`. */
  readonly key: string
  readonly kind: PeriodKind
  readonly unit: string
  readonly periods: readonly string[]
  readonly actual: readonly (number | null)[]
  /** What was promised for the same periods; null where nothing was. */
  readonly promised: readonly (number | null)[]
  /** Of the periods with both, how many reached what was promised. */
  readonly met: { readonly of: number; readonly count: number }
}

/** Years before halves before quarters: the coarser a period, the more it says of the whole. */
const order: readonly PeriodKind[] = ['years', 'year', 'half-year', 'quarter', 'months', 'month', 'week', 'day']

/** Every line that has at least two points, the one with the most points first; years before parts of years. */
export function linesThroughYears({ figures, targets, indicator }: Pick<IndicatorPage, 'figures' | 'targets' | 'indicator'>): readonly YearLine[] {
  const standing = figures.filter(figure => figure.replacedBy === null && figure.status !== 'draft')
  const keys = new Set(standing.flatMap(figure => unitsOf(figure).map(unit => `${spanOf(figure.period)?.kind ?? ''} ${unit}`)))
  return [...keys].flatMap((key): YearLine[] => {
    const kind = order.find(one => key.startsWith(`${one} `))
    if (!kind) return []
    const unit = key.slice(kind.length + 1)
    const example = standing.find(figure => spanOf(figure.period)?.kind === kind)?.period ?? ''
    const actual = new Map(historyOf(standing, example, unit).map(point => [point.period, point.value]))
    const promised = new Map(targets.filter(target => target.value !== null && target.measure === unit && spanOf(target.period)?.kind === kind).map(target => [target.period, target]))
    const periods = withoutGaps(kind, [...new Set([...actual.keys(), ...promised.keys()])].sort((a, b) => (spanOf(a)?.from ?? '').localeCompare(spanOf(b)?.from ?? '')))
    if (actual.size === 0 || periods.length < 2) return []
    const both = periods.flatMap(period => {
      const target = promised.get(period), value = actual.get(period)
      return target && target.value !== null && typeof value === 'number' ? [target.operator === '<=' || (target.operator !== '>=' && indicator.direction === 'down') ? value <= target.value : value >= target.value] : []
    })
    return [{
      key, kind, unit, periods, actual: periods.map(period => actual.get(period) ?? null), promised: periods.map(period => promised.get(period)?.value ?? null),
      met: { of: both.length, count: both.filter(Boolean).length },
    }]
  }).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.periods.length - a.periods.length)
}

/** Years that nothing was said of keep their place, so that the distance between two points is the time between them. */
function withoutGaps(kind: PeriodKind, periods: readonly string[]): readonly string[] {
  const first = Number(periods[0]), last = Number(periods[periods.length - 1])
  return kind === 'year' && periods.length > 1 ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : periods
}

function unitsOf({ level, change }: Pick<Figure, 'level' | 'change'>): readonly string[] {
  return [...(level ? [level.unit] : []), ...(change ? [change.unit] : [])]
}
