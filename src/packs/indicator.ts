import { type PackIndicator } from './pack.ts'

type Rest = Partial<Omit<PackIndicator, 'code' | 'name' | 'unit' | 'kind' | 'aggregation'>>

// What holds for most indicators of the reports: expected, more is better, told in February and in August.
const usual = { aliases: [], nature: 'expected', direction: 'up', frequency: 'half-year' } as const

/** What happens within a period and adds up over it and over units: investment, fairs held, lifts built. */
export function flow(code: string, zh: string, en: string, unit: string, rest: Rest = {}): PackIndicator {
  return { ...usual, code, name: { zh, en }, unit, kind: 'flow', aggregation: 'sum', ...rest }
}

/** What stands at the end of a period: enterprises on the register, stations in being. The last value counts. */
export function stock(code: string, zh: string, en: string, unit: string, rest: Rest = {}): PackIndicator {
  return { ...usual, code, name: { zh, en }, unit, kind: 'stock', aggregation: 'last', ...rest }
}

/** A share or a speed: it can neither be added up nor averaged without its weights. */
export function rate(code: string, zh: string, en: string, unit: string, rest: Rest = {}): PackIndicator {
  return { ...usual, code, name: { zh, en }, unit, kind: 'rate', aggregation: 'none', ...rest }
}

/** The aliases of a pack's indicator as the register keeps them: those that hold everywhere and those that need words beside them. */
export function registeredAliases({ aliases, aliasesBeside = [] }: Pick<PackIndicator, 'aliases' | 'aliasesBeside'>): { readonly name: string; readonly scope: string | null; readonly confirmedBy: null }[] {
  return [...aliases.map(name => ({ name, scope: null, confirmedBy: null })), ...aliasesBeside.map(({ name, beside }) => ({ name, scope: beside, confirmedBy: null }))]
}
