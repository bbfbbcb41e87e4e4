import { z } from 'zod'
import { Label } from '../../../../kernel/label.ts'
import { Source } from '../../../../kernel/source.ts'
import { Day } from '../../../../kernel/time.ts'

/** What can happen to a promise on its way through papers and years. */
export const StationKind = z.enum(['promised', 'restated', 'raised', 'lowered', 'renewed', 'carried', 'slipped', 'renamed', 'below-last-result', 'progress', 'result', 'kept', 'missed', 'done', 'dropped', 'not-renewed', 'silent'])
export type StationKind = z.infer<typeof StationKind>

export const stationLabels = {
  promised: { zh: '承诺', en: 'Promised' },
  restated: { zh: '重申', en: 'Restated' },
  raised: { zh: '上调', en: 'Raised' },
  lowered: { zh: '下调', en: 'Lowered' },
  renewed: { zh: '再次承诺', en: 'Promised again' },
  carried: { zh: '结转', en: 'Carried over' },
  slipped: { zh: '延期', en: 'Slipped' },
  renamed: { zh: '改称', en: 'Renamed' },
  'below-last-result': { zh: '低于上年实绩', en: 'Below the last result' },
  progress: { zh: '进展', en: 'Progress' },
  result: { zh: '结果', en: 'Result' },
  kept: { zh: '兑现', en: 'Kept' },
  missed: { zh: '未兑现', en: 'Not kept' },
  done: { zh: '完成', en: 'Done' },
  dropped: { zh: '未再提', en: 'Dropped' },
  'not-renewed': { zh: '未再设目标', en: 'No longer a target' },
  silent: { zh: '结果未见', en: 'No result told' },
} as const satisfies Record<StationKind, Label>

/** Stations at which somebody should ask why. */
export const askWhy: readonly StationKind[] = ['dropped', 'silent', 'slipped', 'lowered', 'missed', 'below-last-result', 'not-renewed']

/** What a station rests on: words said somewhere, which open to their source. */
export const Evidence = z.object({ name: z.string(), words: z.string(), period: z.string().nullable(), source: Source })
export type Evidence = z.infer<typeof Evidence>

/** One station of the line through the years. Where two things are compared, both are evidence, the earlier first. */
export const Station = z.object({
  kind: StationKind,
  /** The year whose promise or result it is. */
  year: z.int(),
  /** Key of the paper in which it is seen; for what a paper leaves out, the paper that does. */
  paper: z.string().nullable(),
  saidOn: Day.nullable(),
  words: Label,
  evidence: z.array(Evidence),
})
export type Station = z.infer<typeof Station>

/** The line of a thread through the years. `untold`: years of which no paper on file could tell the result, so that nothing is said of them. */
export const Course = z.object({ stations: z.array(Station), untold: z.array(z.int()) })
export type Course = z.infer<typeof Course>
