import { z } from 'zod'
import { Day } from '../../../kernel/time.ts'
import { Bands } from '../schema.ts'

/**
 * Everything about lights that a district may set, from a day on. `level`: lag in points of the target's share; `growth`: lag in
 * points of growth; `about`: how far 左右 reaches, in points for growth and as a share of the value for levels.
 */
export const LightParameters = z.object({
  from: Day,
  level: Bands,
  growth: Bands,
  about: z.object({ growth: z.number().min(0).max(10), level: z.number().min(0).max(0.5) }),
  /** Who set them and on which ground. */
  source: z.string().trim().min(2).max(300),
})
export type LightParameters = z.infer<typeof LightParameters>

/**
 * Ours, since no report shows a district's own rule. Levels: yellow from 5 points behind, red from 10 (year.md §3). Growth: yellow
 * from half a point, red from two, because a year's growth targets of a district lie between 3 and 10 per cent, where five
 * points would never show. 左右: 0.3 points of growth, two per cent of a level.
 */
export const oursFromTheStart: LightParameters = {
  from: '1949-10-01',
  level: { slipping: 5, offPace: 10 },
  growth: { slipping: 0.5, offPace: 2 },
  about: { growth: 0.3, level: 0.02 },
  source: '系统默认：各报告未载明判灯规则 · Default of ours: the reports state no rule for lights',
}

/** The parameters that hold on a day: the last ones set on or before it, else ours. */
export function parametersOn(day: Day, dated: readonly LightParameters[]): LightParameters {
  return dated.filter(p => p.from <= day).toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? oursFromTheStart
}
