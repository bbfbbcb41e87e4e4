/** What a cell holds when it leaves for a spreadsheet: a number stays a number. */
export type CsvCell = string | number | null

/**
 * Comma-separated text that Excel and WPS open with Chinese intact (hence the byte order mark and CRLF). Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[head, ...rows].map(row => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
