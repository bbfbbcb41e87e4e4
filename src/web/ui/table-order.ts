import { type CsvCell } from './csv.ts'

/** `name` sorts upwards by the column `name`, `-name` downwards; anything else leaves the order as it came. */
export type Order = { readonly column: string; readonly down: boolean }

export function orderFrom(text: string): Order | null {
  const [, minus, column] = /^(-?)([\w-]+)$/.exec(text) ?? []
  return column ? { column, down: minus === '-' } : null
}

export function orderText(order: Order | null): string {
  return order ? `${order.down ? '-' : ''}${order.column}` : ''
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Compares two cells: numbers by value, words as a Chinese dictionary orders them, what is missing last in either direction. */
export function compareCells(a: CsvCell, b: CsvCell, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const up = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return down ? -up : up
}
