import { z } from 'zod'
import { type Label } from './label.ts'

/** 正常 on pace, 滞后 slipping, 严重滞后 off pace, 完成 done, 未评 not judged. Never typed by a person: always computed. */
export const Light = z.enum(['on-pace', 'slipping', 'off-pace', 'done', 'not-judged'])
export type Light = z.infer<typeof Light>

export const lightLabels = {
  'on-pace': { zh: '正常', en: 'On pace' },
  slipping: { zh: '滞后', en: 'Slipping' },
  'off-pace': { zh: '严重滞后', en: 'Off pace' },
  done: { zh: '完成', en: 'Done' },
  'not-judged': { zh: '未评', en: 'Not judged' },
} as const satisfies Record<Light, Label>

/** Worst first; used where several lights must be one. Not judged says nothing, so it loses to every other. */
export const lightOrder: readonly Light[] = ['off-pace', 'slipping', 'on-pace', 'done', 'not-judged']

/**
 * A light with everything needed to explain it: the rule that was applied, its inputs in the order they are read,
 * and the gap in percentage points of the target (negative: behind).
 */
export const Verdict = z.object({
  light: Light,
  gap: z.number().nullable(),
  rule: z.string(),
  inputs: z.array(z.object({ name: z.string(), /** As it stands, or in both languages where it has words. */ value: z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]) })),
  because: z.object({ zh: z.string(), en: z.string() }),
}).readonly()
export type Verdict = z.infer<typeof Verdict>

/** From which lag, in percentage points, a promise is slipping and off pace. Set by the district. */
export type LagBands = { readonly slipping: number; readonly offPace: number }

/** Defaults of ours (year.md §3): yellow begins at a lag of 5 points, red at 10. */
export const defaultLagBands: LagBands = { slipping: 5, offPace: 10 }

export function lightOfLag(lag: number, bands: LagBands): 'on-pace' | 'slipping' | 'off-pace' {
  if (lag >= bands.offPace) return 'off-pace'
  return lag >= bands.slipping ? 'slipping' : 'on-pace'
}
