import { type Indicator } from '../schema.ts'

/** A register entry as a pack or an import brings it. What it leaves out is the usual: expected, more is better, no basis. */
export type NewEntry = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly aliases?: readonly string[]
  /** Names that mean the indicator only where certain words stand beside them. */
  readonly aliasesBeside?: readonly { readonly name: string; readonly beside: string }[]
  /** Near names that are other things, which the machine must not merge. */
  readonly not?: readonly string[]
  readonly unit: string
  readonly nature?: Indicator['nature']
  readonly direction?: Indicator['direction']
  readonly frequency?: Indicator['frequency']
  readonly kind: Indicator['kind']
  readonly aggregation?: Indicator['aggregation']
  readonly basis?: string | null
  readonly bands?: Indicator['bands']
  /** Codes of the indicators it is made of. */
  readonly parts?: readonly string[]
}

const usualAggregation = { flow: 'sum', stock: 'last', rate: 'none' } as const

/** The entry with everything filled in. */
export function entryFrom(id: string, given: NewEntry, ownerUnit: string | null, confirmedBy: string | null): Indicator {
  const { code, name, unit, kind, aliases = [], aliasesBeside = [], not = [], nature = 'expected', direction = 'up', frequency = 'half-year', basis = null, bands = null } = given
  return {
    id, code, name: { zh: name.zh, en: name.en }, aliases: [...aliases.map(name => ({ name, scope: null, confirmedBy })), ...aliasesBeside.map(({ name, beside }) => ({ name, scope: beside, confirmedBy }))], notNames: [...not], unit, nature, direction, frequency, kind,
    aggregation: given.aggregation ?? usualAggregation[kind], basis, ownerUnit, formula: null, parts: [], embargoed: false, bands, version: 1,
  }
}

/**
 * A code for an entry that a paper brought and nobody has named yet: N and seven signs worked out from its name and unit, so that
 * the same name always gets the same code. FNV-1a over the characters, 32 bits.
 */
export function codeFromName(name: string, unit: string): string {
  let hash = 0x811c9dc5
  for (const character of `${name}\n${unit}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `N-${hash.toString(36).toUpperCase().padStart(7, '0')}`
}
