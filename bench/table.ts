/** One measured figure beside what it is to be held against. */
export type Row = {
  readonly what: string
  /** The median of the rounds. */
  readonly measured: number
  readonly unit: string
  /** A peer measured in the same run, or the limit that was set. */
  readonly beside: string
  readonly ratio: number | null
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Width in a terminal: a Chinese character takes two places. */
const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
const pad = (text: string, to: number, left = false) => (left ? ' '.repeat(Math.max(0, to - width(text))) + text : text + ' '.repeat(Math.max(0, to - width(text))))
const digits = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))

export function print(rows: readonly Row[]): void {
  const cells = rows.map(row => [row.what, digits(row.measured), row.unit, row.beside, row.ratio === null ? '' : `${digits(row.ratio)}×`])
  const widths = [0, 1, 2, 3, 4].map(i => Math.max(...cells.map(c => width(c[i] ?? ''))))
  for (const row of cells) console.log(`  ${row.map((cell, i) => pad(cell, widths[i] ?? 0, i === 1 || i === 4)).join('  ')}`)
}
