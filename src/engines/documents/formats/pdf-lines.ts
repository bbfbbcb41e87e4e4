import { raised } from './html.ts'

/** A stretch of text on a page; x and y in points from the lower left, size of the type in points. */
export type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }

/**
 * Puts the pieces of each page together to lines, top to bottom, left to right. Raised small digits become raised
 * digits (footnote marks), a wide gap becomes a tab (a table), the indent of a paragraph two blanks.
 */
export function linesOfPages(pages: readonly (readonly Piece[])[]): string[][] {
  const rows = pages.map(rowsOf)
  // Left and right pages may have different margins; a page with few lines cannot tell its own.
  const edges = [0, 1].map(side => leftEdge(rows.filter((_, page) => page % 2 === side).flat()))
  const body = usualSize(pages.flat())
  return rows.map((page, number) => page.map(row => lineOf(row, edges[number % 2] ?? 0, body)))
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const inked = pieces.filter(piece => piece.text.trim() !== '' && piece.size > 0)
  const rows: Piece[][] = []
  for (const piece of [...inked].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const lead = row?.[0]
    // A raised mark sits up to half a line above the words it belongs to.
    if (row && lead && Math.abs(lead.y - piece.y) < Math.max(lead.size, piece.size) * 0.5) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(row => row.sort((a, b) => a.x - b.x))
}

/** Where most lines begin. */
function leftEdge(rows: readonly (readonly Piece[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) { const x = Math.round(Math.min(...row.map(piece => piece.x))); counts.set(x, (counts.get(x) ?? 0) + 1) }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

function lineOf(row: readonly Piece[], left: number, body: number): string {
  const size = usualSize(row)
  const base = row.find(piece => piece.size >= size * 0.9)?.y ?? 0
  let line = ''
  let end = row[0]?.x ?? 0
  for (const piece of row) {
    const gap = piece.x - end
    const text = piece.text.trim()
    // A footnote begins with its raised number, or its whole line is set smaller than the body.
    const mark = /^\d{1,2}$/.test(text) && (line === '' ? row.length > 1 && (piece.size < size * 0.78 || size < body * 0.85) : piece.size < size * 0.78 && piece.y > base + size * 0.15)
    if (line !== '' && gap > size * 2.2) line += '\t'
    else if (line !== '' && (gap > size * 0.2 || (/^\s/.test(piece.text) && !mark))) line += ' '
    line += mark ? `${raised(text)}${line === '' ? ' ' : ''}` : text
    end = Math.max(end, piece.x + piece.width)
  }
  const indent = (row[0]?.x ?? left) - left
  return indent > size * 1.5 && indent < size * 2.6 ? `  ${line}` : line
}

/** The size most characters of the line have. */
function usualSize(row: readonly Piece[]): number {
  const weights = new Map<number, number>()
  for (const piece of row) { const size = Math.round(piece.size * 2) / 2; weights.set(size, (weights.get(size) ?? 0) + piece.text.length) }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
