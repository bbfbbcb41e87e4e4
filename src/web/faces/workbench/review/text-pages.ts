import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Block, type Span } from '../../../../engines/documents/schema.ts'

/** UTF-16 units of a page of the raw text. A page is fetched and drawn as a whole when it comes near the window. */
export const pageLength = 12_000

/**
 * Cuts a raw text of this length into pages. They end where a block of the outline begins, so that no line is broken by
 * a page; a stretch without any block is cut where it is.
 */
export function pagesOf(length: number, outline: readonly Block[], aim: number = pageLength): readonly Span[] {
  const starts = [...new Set(outline.map(block => block.start))].sort((a, b) => a - b)
  const pages: Span[] = []
  let start = 0
  let i = 0
  while (start < length) {
    while (i < starts.length && (starts[i] ?? 0) < start + aim) i += 1
    const next = starts[i] ?? length
    const end = Math.min(length, next < start + 2 * aim ? next : start + aim)
    pages.push({ start, end })
    start = end
  }
  return pages
}

/** A stretch of the raw text over which nothing changes: the same findings lie on it, the same heading, the same look. */
export type Segment = Span & {
  /** Findings that lie on it, the shortest first: a click takes the nearest. */
  readonly on: readonly Finding[]
  /** Level of the heading it is part of, null for running text. */
  readonly heading: number | null
  /** Page furniture and footnotes, drawn softly. */
  readonly aside: boolean
  /** The very words that are looked at. */
  readonly looked: boolean
}

/** A page of the raw text as the stretches it is drawn of. `findings` and `outline` may be of the whole paper. */
export function segmentsOf(page: Span, findings: readonly Finding[], outline: readonly Block[], look: Span | null): readonly Segment[] {
  const touches = (span: Span) => span.start < page.end && span.end > page.start && span.end > span.start
  const here = findings.filter(touches)
  const blocks = outline.filter(block => touches(block) && (isHeading(block) || isAside(block)))
  const looks = look && touches(look) ? [look] : []
  const edges = new Set([page.start, page.end])
  for (const span of [...here, ...blocks, ...looks]) {
    edges.add(Math.max(page.start, span.start))
    edges.add(Math.min(page.end, span.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? page.end
    const covers = (span: Span) => span.start <= start && end <= span.end
    const heading = blocks.find(block => isHeading(block) && covers(block))
    return {
      start, end,
      on: here.filter(covers).sort((a, b) => a.end - a.start - (b.end - b.start)),
      heading: heading?.level ?? null,
      aside: blocks.some(block => isAside(block) && covers(block)),
      looked: looks.some(covers),
    }
  })
}

/** Parts and groups; lead sentences stay running text. */
function isHeading(block: Block): boolean {
  return (block.kind === 'title' || block.kind === 'heading') && block.level !== null && block.level <= 3
}

function isAside(block: Block): boolean {
  return block.kind === 'furniture' || block.kind === 'footnote'
}
