import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Verdict } from '../../kernel/light.ts'
import { Source } from '../../kernel/source.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { Operator } from '../indicators/schema.ts'

/** The tree of a plan year: chapter (章), task (任务), measure (举措). */
export const CommitmentKind = z.enum(['chapter', 'task', 'measure'])
export type CommitmentKind = z.infer<typeof CommitmentKind>

export const Strength = z.enum(['ensure', 'complete', 'at-least', 'strive', 'advance', 'explore', 'plain'])
export type Strength = z.infer<typeof Strength>

/** Progress entered by hand where no indicator measures it, always with its evidence. */
export const Progress = z.object({ id: Id, at: Instant, by: z.string(), onDay: Day, share: z.number().min(0).max(1), note: z.string().trim().min(2).max(1000), evidence: z.string().trim().max(500).nullable() })
export type Progress = z.infer<typeof Progress>

/** A commitment (承诺事项): someone owes something to somebody by a date. */
export const Commitment = z.object({
  id: Id,
  year: z.int(),
  parent: Id.nullable(),
  kind: CommitmentKind,
  /** Number within its parent, 1, 2, 3 …: the order of the paper. */
  position: z.int().min(1),
  title: z.string().trim().min(1).max(300),
  verb: z.string().max(20).nullable(),
  strength: Strength,
  dueOn: Day,
  leadUnit: Id.nullable(),
  coUnits: z.array(Id),
  /** The target that measures it, of the indicators engine; null where progress is entered by hand. */
  target: Id.nullable(),
  progress: z.array(Progress),
  source: Source,
  origin: Id.nullable(),
  version: z.int().min(1),
})
export type Commitment = z.infer<typeof Commitment>

/** One line of the year as leaders read it, and as `opendistrict plan YEAR --json` prints it. */
export const PlanLine = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['target', 'commitment']),
  /** Unit of measure of target and figure: %, 个, 亿元. */
  unit: z.string(),
  operator: Operator.nullable(),
  target: z.number().nullable(),
  stretch: z.number().nullable(),
  words: z.string(),
  figure: z.number().nullable(),
  /** Period the figure speaks of: 2023H1. Null where there is none. */
  period: z.string().nullable(),
  targetPeriod: z.string(),
  /** Where the figure should stand at the end of its period, in `unit`. */
  expected: z.number().nullable(),
  /** Share of a level target reached, 0.75 for 209 of 280. */
  share: z.number().nullable(),
  /** Percentage points ahead (+) or behind (-). */
  gap: z.number().nullable(),
  light: Verdict.unwrap().shape.light,
  because: z.string(),
  verdict: Verdict,
  owner: z.string().nullable(),
  asOf: Day.nullable(),
  sources: z.array(z.object({ of: z.enum(['target', 'figure', 'commitment']), id: Id, source: Source })),
})
export type PlanLine = z.infer<typeof PlanLine>

export const PlanYear = z.object({ year: z.int(), lines: z.array(PlanLine) })
export type PlanYear = z.infer<typeof PlanYear>
