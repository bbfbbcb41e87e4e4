/** What the pages show on which residents report something and follow it, as the server hands it to what draws them. */
import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type CaseState, type Field } from '../schema.ts'
import { type Fault, type Form, type Step } from '../domain/portal/answers.ts'
import { type Offer } from '../domain/portal/offers.ts'
import { type Promised, type ReporterMay, type Told } from '../domain/portal/story.ts'
import { type PortalTerms } from './schema.ts'

/** A form as it is drawn: where it goes, what stands in its boxes, what is wrong with them, and what was refused as a whole. */
export type FormShown = { readonly action: string; readonly values: Form; readonly faults: readonly Fault[]; readonly refused: Label | null }

/** Streets with their communities, in the order of their codes. */
export type StreetShown = { readonly id: Id; readonly name: string; readonly communities: readonly { readonly id: Id; readonly name: string }[] }

/** An open case near the place, with nothing in it of who reported it or in which words. */
export type NearShown = { readonly id: Id; readonly branch: readonly Label[]; readonly place: string | null; readonly metres: number | null; readonly openedAt: Instant }

/** The streets of the district or, in one that was chosen, its communities, to be chosen on a schematic map. A ring: longitude and latitude of its corners. */
export type MapShown = { readonly street: { readonly id: Id; readonly name: string } | null; readonly areas: readonly { readonly id: Id; readonly name: string; readonly ring: readonly (readonly [number, number])[] }[] }

/** What a step of the report shows beside its form. */
export type StepShown =
  | { readonly step: 'kind'; readonly words: string; readonly offers: readonly Offer[]; readonly all: readonly { readonly name: Label; readonly leaves: readonly Offer[] }[] }
  | { readonly step: 'where'; readonly streets: readonly StreetShown[]; readonly urgent: boolean; readonly map: MapShown | null }
  | { readonly step: 'words'; readonly fields: readonly Field[] }
  | { readonly step: 'near'; readonly near: readonly NearShown[] }
  | { readonly step: 'who' }
  | { readonly step: 'look'; readonly lines: readonly { readonly step: Step; readonly name: Label; readonly said: string | Label }[]; readonly alsoSame: boolean }

export type CasePage =
  /** Whom to call when it cannot wait, and the first question. `open`: may anything be reported here at all? */
  | { readonly kind: 'report'; readonly form: FormShown; readonly numbers: PortalTerms['numbers']; readonly open: boolean }
  /** `at` of `of`: which question this is of how many; `back`: address of the one before. */
  | { readonly kind: 'report-step'; readonly shown: StepShown; readonly form: FormShown; readonly at: number; readonly of: number; readonly back: string }
  | { readonly kind: 'report-sent'; readonly number: string; readonly code: string; readonly at: Instant; readonly promises: readonly Promised[]; readonly phone: boolean; /** Files that the reporter brought so far. */ readonly photos: number; readonly form: FormShown; readonly follow: string }
  | { readonly kind: 'follow'; readonly form: FormShown }
  | { readonly kind: 'followed'; readonly case: FollowedShown; readonly form: FormShown }
  /** Something cannot go on: what, and where to begin anew. */
  | { readonly kind: 'case-stopped'; readonly title: Label; readonly said: Label; readonly begin: string }

export type FollowedShown = {
  readonly number: string
  /** The number of the case in which it is dealt with, where it was put together with another. */
  readonly inside: string | null
  readonly branch: readonly Label[]
  readonly title: string
  readonly place: string | null
  readonly state: CaseState
  readonly since: Instant
  readonly story: readonly (Omit<Told, 'unit'> & { readonly unit: string | null })[]
  readonly promises: readonly Promised[]
  /** Files that the reporter brought so far. */
  readonly photos: number
  readonly may: ReporterMay
}
