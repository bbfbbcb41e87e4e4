import { isBlank, widthOf } from './characters.ts'
import type { Flat, Style } from './flat.ts'

/** What a line of the raw text is, as far as it can be told before the lines are joined. */
export type LineKind = 'text' | 'row' | 'page-number' | 'page-furniture' | 'web-furniture' | 'aside' | 'note' | 'rule'

/** A line with something on it. Offsets are into the flat text, without the blanks at both ends. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** In half characters. */
  readonly width: number
  /** Blanks before the first character. */
  readonly indent: number
  /** Blank lines before it. */
  readonly gap: number
  /** A form feed stands between the last line and this one. */
  readonly newPage: boolean
  readonly style: 'heading' | 'bullet' | 'row' | null
  readonly headingLevel: number
  /** The whole line is bold, or its first words are. */
  readonly bold: 'all' | 'lead' | null
  /** Where words begin again after more than one blank. */
  readonly gaps: readonly number[]
  kind: LineKind
}

export function linesOf(flat: Flat): Line[] {
  const { text, styles } = flat
  const lines: Line[] = []
  const byStart = [...styles].sort((a, b) => a.start - b.start)
  let next = 0
  let gap = 0
  let newPage = false
  for (let from = 0; from <= text.length;) {
    const breakAt = text.indexOf('\n', from)
    const to = breakAt < 0 ? text.length : breakAt
    let start = from, end = to
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    const own: Style[] = []
    for (let style = byStart[next]; style && style.start <= to; style = byStart[++next]) own.push(style)
    if (own.some(style => style.kind === 'page')) newPage = true
    if (start === end) gap++
    else {
      const words = text.slice(start, end)
      const marked = own.find(style => style.kind === 'heading' || style.kind === 'bullet' || style.kind === 'row')
      const bold = own.find(style => style.kind === 'bold' && style.start <= start + 1)
      lines.push({
        start, end, text: words, width: widthOf(words), indent: start - from, gap, newPage,
        style: marked?.kind === 'heading' || marked?.kind === 'bullet' || marked?.kind === 'row' ? marked.kind : null,
        headingLevel: marked?.level ?? 0,
        bold: bold ? (bold.end >= end ? 'all' : 'lead') : null,
        gaps: own.flatMap(style => (style.kind === 'gap' ? [style.start - start] : [])),
        kind: marked?.kind === 'row' ? 'row' : 'text',
      })
      gap = 0
      newPage = false
    }
    from = to + 1
  }
  return lines
}
