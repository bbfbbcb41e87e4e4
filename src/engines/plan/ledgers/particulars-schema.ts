import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Day, Instant } from '../../../kernel/time.ts'

export const ParticularKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const common = {
  key: ParticularKey,
  name: Label,
  /** A line without it lacks something. */
  required: z.boolean().default(false),
}

/**
 * A column of its own that a kind of ledger has (台账栏目). What is told of it is a number, one of some choices, a day or words; a share is
 * worked out from two numbers and never told. Choices that are `ordered` are stages: one goes back to an earlier one only with a reason.
 * `done` of a stage is the share of the work that it stands for, where the stage is the progress of a line.
 */
export const Particular = z.discriminatedUnion('kind', [
  z.object({
    ...common, kind: z.literal('number'), unit: Label, decimals: z.int().min(0).max(4).default(0),
    /** Is it summed at the foot and for each group? */
    total: z.boolean().default(true),
    /** Key of the number that it may not pass: who signed is never more than who lives there. */
    atMost: ParticularKey.nullable().default(null),
  }),
  z.object({ ...common, kind: z.literal('share'), numerator: ParticularKey, denominator: ParticularKey }),
  z.object({ ...common, kind: z.literal('choice'), ordered: z.boolean().default(false), choices: z.array(z.object({ key: ParticularKey, name: Label, done: z.number().min(0).max(1).nullable().default(null) })).min(2).max(30) }),
  z.object({ ...common, kind: z.literal('day') }),
  z.object({ ...common, kind: z.literal('text'), max: z.int().min(1).max(300).default(100) }),
])
export type Particular = z.infer<typeof Particular>

/** A value as it is told: a number, or words (of a choice its key, of a day the day). Null takes back what was told. */
export const ParticularValue = z.union([z.number(), z.string(), z.null()])
export type ParticularValue = z.infer<typeof ParticularValue>

/** What somebody told of a line on a day: some of its columns, on what ground, and why a stage went back where one did. */
export const Telling = z.object({ id: Id, onDay: Day, values: z.record(z.string(), ParticularValue), ground: z.string().trim().min(2).max(300), reason: z.string().trim().max(300).nullable(), at: Instant, by: z.string(), /** Did it come with the ledger, from where the ledger itself is? */ withLedger: z.boolean().optional() })
export type Telling = z.infer<typeof Telling>

/** The value that stands of a column, with the day it speaks of and where it is from. */
export const StandingValue = z.object({ value: z.union([z.number(), z.string()]), onDay: Day, ground: z.string(), at: Instant, by: z.string(), withLedger: z.boolean().optional() })
export type StandingValue = z.infer<typeof StandingValue>

/** The values that stand of a line, by the key of their column. */
export const Standing = z.record(z.string(), StandingValue)
export type Standing = z.infer<typeof Standing>
