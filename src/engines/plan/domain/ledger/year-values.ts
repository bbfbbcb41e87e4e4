import { type Id } from '../../../../kernel/id.ts'
import { type Day } from '../../../../kernel/time.ts'
import { yearOnYearOf } from '../../../indicators/domain/derive.ts'
import { pairOf } from '../../../indicators/domain/pairing.ts'
import { inUnit } from '../../../indicators/domain/units.ts'
import { type Said } from '../../../indicators/domain/vintage.ts'
import { type Indicator, type Target } from '../../../indicators/schema.ts'
import { type YearValue } from '../../ledgers/schema.ts'

/** A whole year's value with the figures it was read or worked out from. */
export type YearFigure = YearValue & { readonly figures: readonly Id[] }

/** The figure of each whole year that can stand beside a target, in its measure; a half-year is no year. */
export function yearValues(target: Pick<Target, 'operator' | 'value' | 'aspect' | 'measure'>, indicator: Pick<Indicator, 'kind' | 'name' | 'basis' | 'embargoed'>, said: readonly Said[], years: readonly number[], on: Day): readonly YearFigure[] {
  return years.flatMap(year => {
    const period = String(year)
    const pair = pairOf({ ...target, period }, indicator, said, on)
    if (!pair || pair.period !== period) return []
    const value = target.aspect === 'growth' ? yearOnYearOf(pair) : pair.level && inUnit(pair.level, target.measure)
    return value === null ? [] : [{ year, value, figures: pair.inputs.length > 0 ? pair.inputs : [pair.id] }]
  })
}
