import { z } from 'zod'
import { Id } from '../../../../kernel/id.ts'
import { Label } from '../../../../kernel/label.ts'
import { Quantity } from '../../../../kernel/quantity.ts'
import { Source } from '../../../../kernel/source.ts'
import { Day } from '../../../../kernel/time.ts'
import { Operator, Aspect } from '../../../indicators/schema.ts'
import { Member } from './thread.ts'

/** The number of a promise: at least 300 台, growth of about 4 %. */
export const PromisedNumber = z.object({ operator: Operator, value: z.number().nullable(), measure: z.string(), aspect: Aspect })
export type PromisedNumber = z.infer<typeof PromisedNumber>

/** A promise for the year; a stage reached; or that it is finished. */
export const SayingRole = z.enum(['promise', 'progress', 'done'])
export type SayingRole = z.infer<typeof SayingRole>

/** What one paper, or a person, said of a member of a thread. A target said in two papers has two sayings. */
export const Saying = z.object({
  member: Member,
  role: SayingRole,
  year: z.int(),
  /** The name as said there. */
  name: z.string(),
  /** Is `name` the paper's own? Rows that were seeded carry the name of the register. */
  ownName: z.boolean(),
  number: PromisedNumber.nullable(),
  /** What was said, in few words: 不少于300台. Never a sentence of the paper. */
  words: z.string(),
  verb: z.string().nullable(),
  dueOn: Day,
  indicator: z.object({ id: Id, code: z.string(), name: Label, direction: z.enum(['up', 'down']) }).nullable(),
  /** The unit whose target it is, and the one that leads. */
  unit: Id.nullable(),
  lead: Id.nullable(),
  /** Key of the paper (occasion.ts); null where a person entered it. */
  paper: z.string().nullable(),
  section: z.string(),
  saidOn: Day.nullable(),
  source: Source,
})
export type Saying = z.infer<typeof Saying>

/** A figure of one of a thread's indicators, as a paper or a return told it. */
export type Told = { readonly indicator: Id; readonly unit: Id; readonly period: string; readonly level: Quantity | null; readonly growth: number | null; readonly paper: string | null; readonly saidOn: Day | null; readonly source: Source }

/** How a target of a thread ended, or stands so far: what the light rests on. */
export type Outcome = { readonly member: Member; readonly period: string; readonly words: string; readonly met: boolean | null; readonly whole: boolean; readonly source: Source; readonly paper: string | null; readonly saidOn: Day | null }
