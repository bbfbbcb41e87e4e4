import { type Source } from '../kernel/source.ts'

/** A part of a listed matter: measured by a target that is on file, or by progress, or by nothing yet. */
export type ListedPart = { readonly title: string; readonly target?: string; readonly progress?: { readonly share: number; readonly onDay: string; readonly note: string; readonly evidence: string } }

/** A matter of a list. `lead` and `with` are keys of departments, or codes of streets; `target` of a part is the code of an indicator. */
export type ListedMatter = { readonly title: string; readonly lead: string; readonly with?: readonly string[]; readonly parts: readonly ListedPart[]; readonly proved?: readonly { readonly shows: string; readonly number: string; readonly on: string }[]; readonly accepted?: 'proposed' | 'accepted' | 'partly' | 'refused'; readonly told?: readonly ListedTelling[]; /** Of a matter without parts, which is measured by itself. */ readonly progress?: ListedPart['progress'] }

/** What is told of the columns of a line on a day, and where from. */
export type ListedTelling = { readonly onDay: string; readonly ground: string; readonly values: Readonly<Record<string, number | string>> }

/** A ledger that a district has from the start: matters as a paper's annex lists them, or targets of a five-year plan by indicator. */
export type DistrictList = { readonly kind: string; readonly span: string; readonly title: string; readonly source: Source; /** As a ledger with a cap has it. */ readonly cap?: number } & ({ readonly matters: readonly ListedMatter[] } | { readonly targets: readonly { readonly indicator: string; readonly period: string; readonly aspect: 'level' | 'growth' }[] })
