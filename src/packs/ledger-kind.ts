import { type LedgerKindGiven } from '../engines/plan/ledgers/schema.ts'
import { type Label } from '../kernel/label.ts'

/** A column that a kind of ledger has of its own, as a pack writes it. */
export type ColumnGiven = NonNullable<LedgerKindGiven['particulars']>[number]

const label = (zh: string, en: string): Label => ({ zh, en })

type NumberMore = { readonly decimals?: number; readonly total?: boolean; readonly atMost?: string; readonly required?: boolean }

/** A number with its unit; `atMost` names the number that it may not pass. */
export function amount(key: string, zh: string, en: string, unit: readonly [zh: string, en: string], more: NumberMore = {}): ColumnGiven {
  return { kind: 'number', key, name: label(zh, en), unit: label(...unit), ...more }
}

/** A share of two numbers, which is worked out. */
export function share(key: string, zh: string, en: string, numerator: string, denominator: string): ColumnGiven {
  return { kind: 'share', key, name: label(zh, en), numerator, denominator }
}

/** One of some choices. */
export function oneOf(key: string, zh: string, en: string, choices: readonly (readonly [key: string, zh: string, en: string])[], required = false): ColumnGiven {
  return { kind: 'choice', key, name: label(zh, en), required, choices: choices.map(([choice, ...words]) => ({ key: choice, name: label(...words) })) }
}

/** Stages in their order; each says which share of the work it stands for. */
export function stages(key: string, zh: string, en: string, choices: readonly (readonly [key: string, zh: string, en: string, done: number])[], required = false): ColumnGiven {
  return { kind: 'choice', key, name: label(zh, en), ordered: true, required, choices: choices.map(([choice, nameZh, nameEn, done]) => ({ key: choice, name: label(nameZh, nameEn), done })) }
}

export function words(key: string, zh: string, en: string, required = false): ColumnGiven {
  return { kind: 'text', key, name: label(zh, en), required }
}

export function day(key: string, zh: string, en: string): ColumnGiven {
  return { kind: 'day', key, name: label(zh, en) }
}

/** What most lists of commitments have in common: any number of lines, lead units, no acceptance, judged by the lines that are done. */
export const usualList = {
  of: 'commitment', expected: null, capped: false, onePerSpan: false, needs: ['lead'], acceptance: [], judged: 'share-done', public: false, columns: ['lead', 'due'], annex: [], evaluatedInYear: null,
} satisfies Partial<LedgerKindGiven>
