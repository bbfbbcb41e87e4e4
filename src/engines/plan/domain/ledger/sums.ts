import { type Label } from '../../../../kernel/label.ts'
import { type Particular, type Standing } from '../../ledgers/particulars-schema.ts'
import { type LedgerKind } from '../../ledgers/schema.ts'
import { type Columns, numberOf, shareOf, valueWords } from './particulars.ts'

/** A sum at the foot of a column: of how many lines a number stands, and of how many lines there are. A share is that of the sums of lines where both numbers stand. */
export type Sum = { readonly value: number | null; readonly told: number; readonly of: number }

type Row = { readonly particulars: Standing }

/** The sums of some lines by column. Where no line has a number there is no sum: a nought would be a number that nobody told. */
export function sumsOf({ particulars }: Columns, rows: readonly Row[]): ReadonlyMap<string, Sum> {
  return new Map(particulars.flatMap(column => (column.kind === 'number' && column.total ? [[column.key, sumOf(column, rows)] as const] : column.kind === 'share' ? [[column.key, shareOfSums(column, rows)] as const] : [])))
}

function sumOf({ key, decimals }: Extract<Particular, { kind: 'number' }>, rows: readonly Row[]): Sum {
  const numbers = rows.flatMap(row => numberOf(row.particulars, key) ?? [])
  return { value: numbers.length === 0 ? null : Number(numbers.reduce((sum, n) => sum + n, 0).toFixed(decimals)), told: numbers.length, of: rows.length }
}

function shareOfSums({ numerator, denominator }: Extract<Particular, { kind: 'share' }>, rows: readonly Row[]): Sum {
  const pairs = rows.flatMap(row => {
    const above = numberOf(row.particulars, numerator), below = numberOf(row.particulars, denominator)
    return above === null || below === null ? [] : [{ above, below }]
  })
  return { value: shareOf(pairs.reduce((sum, pair) => sum + pair.above, 0), pairs.reduce((sum, pair) => sum + pair.below, 0)), told: pairs.length, of: rows.length }
}

/** Lines that belong together by the column of their kind, in the order of its choices, or of its words; those without a value come last. */
export type Group<R> = { readonly key: string | null; readonly name: Label; readonly rows: readonly R[] }

export function groupsOf<R extends Row>(kind: Columns & Pick<LedgerKind, 'groupBy'>, rows: readonly R[]): readonly Group<R>[] {
  const column = kind.particulars.find(one => one.key === kind.groupBy)
  if (!column) return [{ key: null, name: { zh: '', en: '' }, rows }]
  const by = Map.groupBy(rows, row => row.particulars[column.key]?.value ?? null)
  const values = column.kind === 'choice' ? column.choices.map(choice => choice.key) : [...by.keys()].filter(value => value !== null).toSorted((a, b) => String(a).localeCompare(String(b), 'zh-Hans-CN', { numeric: true }))
  const none = by.get(null)
  return [
    ...values.flatMap((value): Group<R>[] => { const of = by.get(value); return of ? [{ key: String(value), name: valueWords(column, value), rows: of }] : [] }),
    ...(none ? [{ key: null, name: { zh: `“${column.name.zh}”未填`, en: `${column.name.en}: not told` }, rows: none }] : []),
  ]
}
