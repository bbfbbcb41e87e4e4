import { type PortalTerms } from '../engines/cases/portal/schema.ts'
import { type LightParameters } from '../engines/indicators/domain/parameters.ts'
import { type UnitKind } from '../engines/org/schema.ts'
import { type District } from '../kernel/id.ts'
import { type Label } from '../kernel/label.ts'
import { type Day } from '../kernel/time.ts'
import { type ResultsSet } from './case-types.ts'

/** A community: last three digits of its code, name without 社区, name in Hanyu Pinyin. */
type Community = readonly [code: string, zh: string, en: string]

/** A street with its communities. `code` are digits seven to nine of the area code; `zh` and `en` come without 街道. */
export type Street = { readonly code: string; readonly zh: string; readonly en: string; readonly communities: readonly Community[] }

/** A department as the districts of Guangzhou commonly have it. `parent` is the key of the department above it, where that is not the district itself. */
export type Department = { readonly key: string; readonly zh: string; readonly en: string; readonly parent?: string }

/** What one district switches on and sets. Everything here is data with a date or a source; nothing here is a rule. */
export type DistrictSetup = {
  readonly code: District
  readonly name: Label
  readonly city: Label
  readonly province: Label
  /** Ids of the packs that are switched on. */
  readonly packs: readonly string[]
  /** What the district sets of the rule for lights, each from its day on. */
  readonly lights: readonly LightParameters[]
  /** What it sets of the public forms; the usual where it sets nothing. */
  readonly portal?: PortalTerms
  /** First day of our records of the unit tree; no founding date of any unit. */
  readonly unitsFrom: Day
  /** Departments that a published paper names for this district, by key, with that paper. All others are typical only. */
  readonly namedDepartments: Readonly<Record<string, string>>
  readonly streets: readonly Street[]
  /** What the district means by the results of case types, by the key of the type, in the order of their days. */
  readonly results?: Readonly<Record<string, readonly ResultsSet[]>>
  /** How many grids the demonstration draws; where the number comes from stands beside it. */
  readonly grids: { readonly count: number; readonly seed: string; readonly ground: Label }
}

/**
 * A unit of the tree as it is seeded. `code` is unique within the district and at most 20 characters: `440104` for the
 * district, `440104D02` for a department (our number, in official order), nine digits for a street, twelve for a
 * community, fourteen for a grid. `parent` is the code one step up the reporting line.
 */
export type UnitRow = {
  readonly code: string
  readonly kind: UnitKind
  readonly name: Label
  readonly parent: string | null
  readonly from: Day
  /** Key of a department, as packs name the owner of an indicator; null for other units. */
  readonly key: string | null
  /** Made up for the demonstration (grids). */
  readonly generated: boolean
  /** The paper or register that names this very unit; null: typical of such districts, not confirmed for this one. */
  readonly confirmedBy: string | null
}
