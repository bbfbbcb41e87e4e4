import { z } from 'zod'
import { scaleOf } from '../../../../kernel/quantity.ts'
import { Aspect } from '../../../indicators/schema.ts'
import { inUnit, sameMeasure } from '../../../indicators/domain/units.ts'
import { type Followed } from './course.ts'

/** The numbers of a thread by year, in one measure: what was promised last for the year, what the year brought. */
export const ThreadNumbers = z.object({ measure: z.string(), aspect: Aspect, years: z.array(z.object({ year: z.int(), promised: z.number().nullable(), actual: z.number().nullable() })) })
export type ThreadNumbers = z.infer<typeof ThreadNumbers>

/** The numbers of the measure in which most is promised; null where nothing has a number. Years in between are there, as gaps. */
export function numbersOf({ sayings, told }: Pick<Followed, 'sayings' | 'told'>): ThreadNumbers | null {
  const promised = sayings.flatMap(s => (s.role === 'promise' && s.number !== null && s.number.value !== null ? [{ year: s.year, ...s.number, value: s.number.value, indicator: s.indicator?.id }] : []))
  const [most] = [...Map.groupBy(promised, p => p.aspect).values()].toSorted((a, b) => b.length - a.length)
  const unit = most?.toSorted((a, b) => scaleOf(b.measure) - scaleOf(a.measure))[0]
  if (!most || !unit) return null
  const measure = unit.measure
  const fitting = most.filter(p => sameMeasure(p.measure, measure))
  const results = told.filter(t => fitting.some(p => p.indicator === t.indicator) && /^\d{4}$/.test(t.period)).flatMap(t => {
    const value = unit.aspect === 'growth' ? t.growth : t.level && inUnit(t.level, measure)
    return value === null ? [] : [{ year: Number(t.period), value }]
  })
  const all = [...fitting, ...results].map(p => p.year)
  const first = Math.min(...all)
  const years = Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i)
  return { measure, aspect: unit.aspect, years: years.map(year => { const said = fitting.findLast(p => p.year === year); return { year, promised: said ? inUnit({ value: said.value, unit: said.measure }, measure) : null, actual: results.findLast(r => r.year === year)?.value ?? null } }) }
}
