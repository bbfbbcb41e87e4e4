import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { FieldValues } from '../schema.ts'

/** What a resident has said so far; `null` and empty text: nothing yet. Kept only while it is being written. */
export const Answers = z.object({
  words: z.string(), type: z.string().nullable(), category: z.string().nullable(),
  unit: Id.nullable(), address: z.string(), point: z.object({ lng: z.number(), lat: z.number() }).nullable(), fields: FieldValues,
  /** An open case that the resident takes for the same matter; `looked`: those nearby were shown. */
  same: Id.nullable(), looked: z.boolean(),
  name: z.string(), phone: z.string(), email: z.string(), confidential: z.boolean(),
  /** The steps that were answered. */
  done: z.array(z.string()),
})
export type Answers = z.infer<typeof Answers>

export const noAnswers: Answers = { words: '', type: null, category: null, unit: null, address: '', point: null, fields: {}, same: null, looked: false, name: '', phone: '', email: '', confidential: false, done: [] }

/** What a resident holds between two pages (凭条): a report being written, one that was sent, or a case that is followed. */
export const Slip = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('writing'), answers: Answers }),
  z.object({ kind: z.literal('sent'), case: Id }),
  z.object({ kind: z.literal('following'), case: Id }),
])
export type Slip = z.infer<typeof Slip>
export type HeldSlip = { readonly slip: Slip; readonly at: Instant }

/** What is counted: reports sent, wrong codes given, words added; by the network address, the telephone, the words or the number of the case. */
export type PortalAct = 'sent' | 'wrong' | 'added'
export type CountedBy = 'address' | 'phone' | 'words' | 'number'

/** At most so many acts by the same key within so many minutes. */
export type FloodLimit = { readonly act: PortalAct; readonly by: CountedBy; readonly most: number; readonly minutes: number }

/** What a district sets of its public forms. Ours, where it sets nothing: `usualTerms`. */
export type PortalTerms = {
  readonly limits: readonly FloodLimit[]
  /** A form that is filled in faster than this was filled in by a program. */
  readonly leastSeconds: number
  /** The same words within so many minutes are told to be here already. */
  readonly sameWordsMinutes: number
  /** How long a report may be written, or a case be looked at, before it must be begun anew. */
  readonly slipMinutes: number
  /** Whom to call when it cannot wait, besides 110, 119, 120 and 122. */
  readonly numbers: readonly { readonly name: Label; readonly call: string }[]
}

/**
 * The address of a mobile network stands for thousands of telephones, so its limit is wide; that of one telephone is narrow.
 * Eight digits and five wrong tries an hour make guessing a code hopeless.
 */
export const usualTerms: PortalTerms = {
  limits: [
    { act: 'sent', by: 'address', most: 30, minutes: 60 },
    { act: 'sent', by: 'phone', most: 5, minutes: 60 },
    { act: 'sent', by: 'phone', most: 10, minutes: 24 * 60 },
    { act: 'sent', by: 'words', most: 20, minutes: 60 },
    { act: 'wrong', by: 'address', most: 30, minutes: 60 },
    { act: 'wrong', by: 'number', most: 5, minutes: 60 },
    { act: 'added', by: 'number', most: 10, minutes: 24 * 60 },
  ],
  leastSeconds: 5, sameWordsMinutes: 60, slipMinutes: 60, numbers: [],
}
