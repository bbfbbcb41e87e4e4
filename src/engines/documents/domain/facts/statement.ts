import { hedgeOf, type Quantity } from './quantity.ts'
import type { OpenTarget } from './target.ts'

/**
 * What a sentence states, before block and paper say of which period it is and whether it is a result or a target.
 * Offsets are into the squeezed sentence. Statements grow while a sentence is read: a rate or a rank that follows
 * without a subject of its own joins the statement before it.
 */
export type Statement = {
  name: string
  value: number | null
  upper: number | null
  unit: string
  hedge: string
  change: { value: number; unit: string; base: string } | null
  ranks: string[]
  streak: string | null
  qualifiers: string[]
  open: OpenTarget | null
  /** Only a rate is printed, no level. */
  rateOnly: boolean
  /** Says something beside the figure before it (占…, 为预算的…, 高于全市…): a rate that follows is not about this. */
  aside: boolean
  start: number
  end: number
  /** Where the figure stands, and where its clause begins. */
  readonly at: number
  readonly clauseStart: number
  certainty: number
  trouble: Trouble | null
}
type Trouble = 'lost-unit' | 'lost-ordinal' | 'lost-subject' | 'lost-range-dash'
export type Place = { readonly start: number; readonly end: number; readonly at: number; readonly clauseStart: number }

export function emptyStatement(name: string, place: Place, certainty: number): Statement {
  return { name, value: null, upper: null, unit: '', hedge: '', change: null, ranks: [], streak: null, qualifiers: [], open: null, rateOnly: false, aside: false, ...place, certainty, trouble: null }
}

export function levelStatement(name: string, quantity: Quantity, place: Place, certainty: number): Statement {
  return {
    ...emptyStatement(name, place, quantity.damage ? 0.5 : certainty), value: quantity.value, upper: quantity.upper, unit: quantity.unit, hedge: hedgeOf(quantity),
    qualifiers: quantity.written ? [quantity.written] : [], trouble: quantity.damage,
  }
}

/** A rate stands as value and as change: the value carries the sign. */
export function rateStatement(name: string, quantity: Quantity, change: NonNullable<Statement['change']>, place: Place, certainty: number): Statement {
  return { ...levelStatement(name, quantity, place, certainty), value: change.value, unit: change.unit, change, rateOnly: true }
}
