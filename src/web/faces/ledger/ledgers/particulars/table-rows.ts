import { numberOf, shareOf, stageOf } from '../../../../../engines/plan/domain/ledger/particulars.ts'
import { type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type Particular } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { type LedgerKind } from '../../../../../engines/plan/ledgers/schema.ts'
import { lightOrder } from '../../../../../kernel/light.ts'
import { compareCells, type Order } from '../../../../ui/table-order.ts'

/** What a cell of a column is sorted by: stages in their order, shares by their size. */
export function sortValue(column: Particular, { particulars }: Pick<LineRow, 'particulars'>): number | string | null {
  if (column.kind === 'share') return shareOf(numberOf(particulars, column.numerator), numberOf(particulars, column.denominator))
  const value = particulars[column.key]?.value ?? null
  return column.kind === 'choice' && value !== null ? stageOf(column, value) : value
}

/** Lines in the order that the address asks for; as the ledger has them where it asks for none. */
export function inOrder(kind: Pick<LedgerKind, 'particulars'>, lines: readonly LineRow[], order: Order | null): readonly LineRow[] {
  if (!order) return lines
  const column = kind.particulars.find(one => `of-${one.key}` === order.column)
  const value = (line: LineRow) => (column ? sortValue(column, line) : order.column === 'light' ? lightOrder.indexOf(line.light) : order.column === 'title' ? line.title : line.position)
  return lines.toSorted((a, b) => compareCells(value(a), value(b), order.down) || a.position - b.position)
}

/** Columns by which lines can be chosen: choices, and the words by which they are grouped. */
export function filterColumns({ particulars, groupBy }: Pick<LedgerKind, 'particulars' | 'groupBy'>): readonly Particular[] {
  return particulars.filter(column => column.kind === 'choice' || (column.kind === 'text' && column.key === groupBy))
}

/** Does a line have what is chosen of these columns? Nothing chosen leaves all. */
export function isChosen({ particulars }: Pick<LineRow, 'particulars'>, chosen: ReadonlyMap<string, string>): boolean {
  return [...chosen].every(([key, value]) => value === '' || String(particulars[key]?.value ?? '') === value)
}

/** Columns of which something stands in some line: those with nothing told are named below the table instead of standing empty in it. */
export function shownColumns({ particulars, groupBy }: Pick<LedgerKind, 'particulars' | 'groupBy'>, lines: readonly LineRow[]): { readonly shown: readonly Particular[]; readonly empty: readonly Particular[] } {
  const told = (column: Particular) => lines.some(line => (column.kind === 'share' ? sortValue(column, line) !== null : line.particulars[column.key] !== undefined))
  const own = particulars.filter(column => column.key !== groupBy)
  return { shown: own.filter(told), empty: own.filter(column => !told(column) && column.kind !== 'share') }
}

/** The latest day of which something was told of a line. */
export function toldOn({ particulars }: Pick<LineRow, 'particulars'>): string | null {
  return Object.values(particulars).map(value => value.onDay).toSorted().at(-1) ?? null
}
