import { type FrontMatter } from '../schema.ts'

/** The fields a person may be asked for. The kind of paper always has a value, `other` where nothing tells it. */
const formFields = ['title', 'body', 'date', 'session', 'speaker', 'district', 'year', 'resultsPeriod', 'planPeriod'] as const

/** Without these a figure could not say which paper said it, when, and of which year. */
const neededFields = ['title', 'date', 'year'] as const

/** What a person gave for the form at the head of the import. */
export type Given = { readonly [K in Exclude<keyof FrontMatter, 'inferred'>]?: FrontMatter[K] | undefined }

/** Fields that the paper does not say and that nobody has filled in: to be asked. */
export function askedFields(document: FrontMatter): string[] {
  return formFields.filter(field => document[field] === null)
}

/** Those of them without which the paper cannot be accepted. */
export function missingFields(document: FrontMatter): string[] {
  return neededFields.filter(field => document[field] === null)
}

/** The form with what people gave laid over what was read. What was given is inferred no more. */
export function withGiven(read: FrontMatter, given: Given): FrontMatter {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...read, ...known, inferred: read.inferred.filter(field => !(field in known)) }
}

/**
 * What the reader is told. A year that a person gives says which periods the parts speak of, unless these are given too:
 * a half-year report of 2023 tells of 2023H1, a plan report of 2022, both plan for 2023.
 */
export function toldOf(given: Given, read: FrontMatter): Partial<FrontMatter> {
  const kind = given.kind ?? read.kind
  const told: Partial<FrontMatter> = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const year = given.year ?? null
  if (year === null || (year === read.year && kind === read.kind)) return told
  const years = kind === 'five-year-plan' ? { resultsPeriod: `${year - 5}-${year - 1}`, planPeriod: `${year}-${year + 4}` } : { resultsPeriod: kind === 'half-year-report' ? `${year}H1` : String(year - 1), planPeriod: String(year) }
  return { ...years, ...told }
}

/** Does this change what the paper's sentences mean? Then it is read again: periods of facts follow the year and the periods of the form. */
export function needsReading(before: FrontMatter, changes: Given): boolean {
  return (['kind', 'date', 'year', 'resultsPeriod', 'planPeriod'] as const).some(field => changes[field] !== undefined && changes[field] !== before[field])
}
