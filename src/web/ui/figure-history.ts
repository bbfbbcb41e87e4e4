import { type Figure } from '../../engines/indicators/schema.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Quantity } from '../../kernel/quantity.ts'
import { type HistoryPoint } from './chain.ts'

/** The level of a figure or its change, whichever is in the unit asked; the level where none is asked. */
export function quantityOf(figure: Pick<Figure, 'level' | 'change'>, unit: string | null): Quantity | null {
  const { level, change } = figure
  if (unit !== null && level?.unit !== unit && change?.unit === unit) return { value: change.value, unit: change.unit }
  return level ?? (change && { value: change.value, unit: change.unit })
}

const rank: Readonly<Record<Figure['vintage'], number>> = { quick: 0, first: 1, published: 2, final: 3 }

/**
 * The same measure through the periods of the same kind (years beside years, half-years beside half-years), oldest first.
 * Where a period was said several times, the latest vintage counts, and of one vintage the one said last.
 */
export function historyOf(figures: readonly Pick<Figure, 'period' | 'vintage' | 'level' | 'change' | 'saidOn'>[], period: string, unit: string): readonly HistoryPoint[] {
  const kind = spanOf(period)?.kind
  const chosen = new Map<string, { readonly order: string; readonly value: number }>()
  for (const figure of figures) {
    const said = quantityOf(figure, unit)
    if (spanOf(figure.period)?.kind !== kind || said?.unit !== unit) continue
    const order = `${rank[figure.vintage]} ${figure.saidOn ?? ''}`
    const before = chosen.get(figure.period)
    if (!before || before.order <= order) chosen.set(figure.period, { order, value: said.value })
  }
  return [...chosen].map(([of, { value }]) => ({ period: of, value })).toSorted((a, b) => (spanOf(a.period)?.from ?? '').localeCompare(spanOf(b.period)?.from ?? ''))
}
