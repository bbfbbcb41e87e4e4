import { z } from 'zod'
import { Id } from '../../../../kernel/id.ts'
import { Label } from '../../../../kernel/label.ts'
import { Light } from '../../../../kernel/light.ts'
import { Quantity } from '../../../../kernel/quantity.ts'
import { Day, Instant } from '../../../../kernel/time.ts'
import { Change, Operator, Vintage } from '../../../indicators/schema.ts'
import { PublicLedger } from './public-matter.ts'

/**
 * Where something public was said, as the public reads it: the paper with its section and day, or how else it came about.
 * Never a person, never the words of an internal ground.
 */
export const PublicSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paper'), title: z.string(), section: z.string(), day: Day.nullable(), url: z.string().nullable() }),
  /** Reported by the responsible unit on a day. */
  z.object({ kind: z.literal('reported'), day: Day }),
  /** The part that a unit took of a target of the district, on the day on which the division came into force. */
  z.object({ kind: z.literal('divided'), day: Day }),
  /** Counted from cases on a day. */
  z.object({ kind: z.literal('counted'), day: Day }),
  /** Worked out from other figures that are public. */
  z.object({ kind: z.literal('calculated') }),
  /** Made up for the demonstration. */
  z.object({ kind: z.literal('generated') }),
])
export type PublicSource = z.infer<typeof PublicSource>

/** What was said of a promise on one day. */
export const PublicStatement = z.object({ words: z.string(), operator: Operator, target: z.number().nullable(), stretch: z.number().nullable(), unit: z.string(), day: Day.nullable(), source: PublicSource })
export type PublicStatement = z.infer<typeof PublicStatement>

/** A figure of a promise as it was said once: later vintages stand beside it. */
export const PublicFigure = z.object({ period: z.string(), vintage: Vintage, level: Quantity.nullable(), change: Change.nullable(), day: Day.nullable(), source: PublicSource })
export type PublicFigure = z.infer<typeof PublicFigure>

/** A promise of the year as the public sees it. Its fields are those of the ledger's line that may be public. */
export const PublicLine = z.object({
  /** Stays the same from one publication to the next: what links and other programs hold on to. */
  key: z.string().regex(/^[A-Za-z0-9-]{1,120}$/),
  kind: z.enum(['target', 'commitment']),
  /** Code of the indicator; null for a commitment. */
  code: z.string().nullable(),
  label: Label,
  /** The unit that answers for it; a unit, never a person. */
  owner: z.string().nullable(),
  /** The unit whose target it is, where that is not the district. */
  place: z.string().nullable(),
  unit: z.string(),
  operator: Operator.nullable(),
  target: z.number().nullable(),
  stretch: z.number().nullable(),
  words: z.string(),
  targetPeriod: z.string(),
  /** Is it growth that was promised? The figure is then growth too. */
  growth: z.boolean(),
  figure: z.number().nullable(),
  period: z.string().nullable(),
  asOf: Day.nullable(),
  expected: z.number().nullable(),
  share: z.number().nullable(),
  /** Percentage points ahead (+) or behind (-). */
  gap: z.number().nullable(),
  light: Light,
  stretchLight: Light.nullable(),
  because: Label,
  /** A figure is there and may not be public yet. */
  heldBack: z.boolean(),
  targetSource: PublicSource.nullable(),
  figureSource: PublicSource.nullable(),
  /** In the order in which it was said. */
  statements: z.array(PublicStatement),
  /** The latest period first. */
  figures: z.array(PublicFigure),
})
export type PublicLine = z.infer<typeof PublicLine>

/** Everything that is public of a plan year, frozen. `form` grows when a field changes its meaning. */
export const Snapshot = z.object({
  form: z.literal(1),
  district: z.int(),
  year: z.int(),
  /** The day as of which lights were judged. */
  on: Day,
  lines: z.array(PublicLine),
  /** The ledgers that are public by their kind, over these promises. */
  ledgers: z.array(PublicLedger).default([]),
})
export type Snapshot = z.infer<typeof Snapshot>

/** Why the public sees less of a promise than the people who work here. */
export const HeldBackKind = z.enum(['embargoed', 'not-approved', 'override', 'left-out'])
export type HeldBackKind = z.infer<typeof HeldBackKind>

export const HeldBack = z.object({ key: z.string(), label: Label, kind: HeldBackKind, why: Label })
export type HeldBack = z.infer<typeof HeldBack>

/** A promise that is left out of a publication, and why. The reason is kept in the trail and is not public. */
export const LeftOut = z.object({ key: z.string().regex(/^[A-Za-z0-9-]{1,120}$/), reason: z.string().trim().min(4).max(500) })
export type LeftOut = z.infer<typeof LeftOut>

/** What happened to a publication: the history from which its state is folded. */
export const PublicationEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepared'), lines: z.int(), leftOut: z.array(LeftOut.extend({ label: Label })), digest: z.string() }),
  z.object({ kind: z.literal('taken-back'), reason: z.string() }),
  z.object({ kind: z.literal('returned'), reason: z.string() }),
  z.object({ kind: z.literal('approved'), number: z.int().min(1) }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
])
export type PublicationEvent = z.infer<typeof PublicationEvent>

/** 待批准 waits for approval, 已退回 returned (by the approver or taken back by its maker), 已公布 public, 已撤回 withdrawn. */
export const PublicationState = z.enum(['waiting', 'returned', 'public', 'withdrawn'])
export type PublicationState = z.infer<typeof PublicationState>

/** An event with who did it and when. */
export type Happened = { readonly event: PublicationEvent; readonly person: Id; readonly by: string; readonly at: Instant }

/** A publication (公布) of a plan year: what was frozen by whom, and how far it came. */
export const Publication = z.object({
  id: Id,
  year: z.int(),
  /** Its number within the year, from the day it became public: 第2期. */
  number: z.int().nullable(),
  state: PublicationState,
  digest: z.string(),
  lines: z.int(),
  preparedBy: Id,
  preparedByName: z.string(),
  preparedAt: Instant,
  approvedByName: z.string().nullable(),
  publicAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  /** Why it was returned, taken back or withdrawn. */
  reason: z.string().nullable(),
  leftOut: z.array(LeftOut.extend({ label: Label })),
  version: z.int().min(1),
})
export type Publication = z.infer<typeof Publication>

/** The state of a publication, folded from its history; null before it was prepared. */
export function publicationOf(id: Id, year: number, history: readonly Happened[]): Publication | null {
  return history.reduce<Publication | null>((publication, happened) => after(id, year, publication, happened), null)
}

/** One step of the fold. */
export function after(id: Id, year: number, publication: Publication | null, { event, person, by, at }: Happened): Publication | null {
  if (event.kind === 'prepared') {
    return {
      id, year, number: null, state: 'waiting', digest: event.digest, lines: event.lines, preparedBy: person, preparedByName: by, preparedAt: at,
      approvedByName: null, publicAt: null, withdrawnAt: null, reason: null, leftOut: event.leftOut, version: 1,
    }
  }
  if (!publication) return null
  const next = { ...publication, version: publication.version + 1 }
  switch (event.kind) {
    case 'taken-back':
    case 'returned': return { ...next, state: 'returned', reason: event.reason }
    case 'approved': return { ...next, state: 'public', number: event.number, approvedByName: by, publicAt: at }
    case 'withdrawn': return { ...next, state: 'withdrawn', withdrawnAt: at, reason: event.reason }
  }
}
