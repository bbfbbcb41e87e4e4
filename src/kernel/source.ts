import { z } from 'zod'
import { Id } from './id.ts'
import { Label } from './label.ts'
import { Day, Instant } from './time.ts'

/**
 * Where a figure, a target or a commitment came from. Whatever is shown on a screen opens to one of these.
 * `document`: the exact characters of an imported paper (offsets in UTF-16 code units into its raw text).
 * `published`: a published paper that is not on file here, by title and section.
 * `return`: told by a unit in its return (报表) and signed three times; opens to the sheet. `entry` is the row of the form; `generated` sheets belong to the demonstration.
 * `hand`: entered by a person, with the ground they gave. `formula`: derived, with its inputs.
 * `division`: the part of a unit in a divided target, by edition, with who signed it for the unit (null: put in force unsigned).
 * `cases`: counted from cases (工单) by a rule; each count opens to exactly its cases by `query`, that of the list, for who may see them. `generated` cases belong to the demonstration.
 * `generated`: made up for the demonstration, never to be taken for a fact.
 */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), document: Id, fact: Id.optional(), title: z.string(), section: z.string(), start: z.int().min(0), end: z.int().min(0), words: z.string(), saidOn: Day.nullable() }),
  z.object({ kind: z.literal('published'), title: z.string(), section: z.string(), saidOn: Day.nullable(), url: z.string().optional() }),
  z.object({ kind: z.literal('return'), sheet: Id, form: z.string(), formName: z.string(), entry: z.string(), unit: z.string(), period: z.string(), submittedBy: z.string(), approvedBy: z.string(), acceptedBy: z.string(), at: Instant, generated: z.boolean().optional() }),
  z.object({ kind: z.literal('hand'), person: Id.nullable(), name: z.string(), at: Instant, ground: z.string().min(1) }),
  z.object({ kind: z.literal('formula'), rule: z.string(), inputs: z.array(z.object({ name: z.string(), value: z.string(), figure: Id.optional() })) }),
  z.object({ kind: z.literal('division'), division: Id, target: Id, year: z.int(), edition: z.int().min(1), signedBy: z.string().nullable(), on: Day }),
  z.object({ kind: z.literal('cases'), rule: Label, at: Instant, counts: z.array(z.object({ name: Label, n: z.int().min(0), query: z.record(z.string(), z.string()) })), generated: z.boolean().optional() }),
  z.object({ kind: z.literal('generated'), seed: z.string() }),
]).readonly()
export type Source = z.infer<typeof Source>
