import { z } from 'zod'
import { Label } from '../../../../kernel/label.ts'
import { Light } from '../../../../kernel/light.ts'
import { Day } from '../../../../kernel/time.ts'
import { AcceptanceState } from '../../ledgers/schema.ts'

/** One matter of a ledger as the public sees it: how many of its parts are done, what proves it, whether it was accepted. */
export const PublicMatter = z.object({
  key: z.string(),
  label: Label,
  dueOn: Day.nullable(),
  leads: z.array(z.string()),
  /** Keys of the promises that it consists of. */
  promises: z.array(z.string()),
  parts: z.int(),
  done: z.int(),
  share: z.number().nullable(),
  light: Light,
  because: Label,
  /** Pieces of evidence on file. */
  evidence: z.int(),
  acceptance: AcceptanceState,
  acceptedShare: z.number().nullable(),
})
export type PublicMatter = z.infer<typeof PublicMatter>

/** A ledger that is public by its kind, such as the ten livelihood matters. */
export const PublicLedger = z.object({ kind: z.string(), title: z.string(), name: Label, accepts: z.boolean(), matters: z.array(PublicMatter) })
export type PublicLedger = z.infer<typeof PublicLedger>
