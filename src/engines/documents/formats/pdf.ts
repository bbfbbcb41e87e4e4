import { getDocumentProxy } from 'unpdf'
import { refuse, type Result } from '../../../kernel/result.ts'
import type { Label } from '../../../kernel/label.ts'
import { ChineseMaps } from './chinese-cmaps.ts'
import { linesOfPages, type Piece } from './pdf-lines.ts'

const mostPages = 600
/** Fewer printed characters a page than this, over the whole file, and there is no text layer worth the name. */
const fewestCharacters = 12

/** The text layer of a PDF, line by line as it is set, pages divided by form feeds. */
export async function textOfPdf(bytes: Uint8Array): Promise<Result<{ raw: string; notes: Label[] }, 'broken-pdf' | 'encrypted-pdf' | 'scanned-pdf'>> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false, useWorkerFetch: false, cMapUrl: 'made-here/', cMapPacked: false, BinaryDataFactory: ChineseMaps })
  } catch (fault) {
    return fault instanceof Error && fault.name === 'PasswordException' ? refuse('encrypted-pdf', {}) : refuse('broken-pdf', {})
  }
  const pages: Piece[][] = []
  let failed = 0
  const last = Math.min(pdf.numPages, mostPages)
  for (let number = 1; number <= last; number++) {
    try {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent()
      pages.push(content.items.flatMap(item => ('str' in item ? [pieceOf(item)] : [])))
      page.cleanup()
    } catch {
      // One damaged page does not spoil the others; it is counted and said.
      failed++
    }
  }
  const count = pdf.numPages
  await pdf.loadingTask.destroy()
  if (failed === last) return refuse('broken-pdf', {})
  const raw = linesOfPages(pages).map(lines => lines.join('\n')).join('\n\f')
  if (raw.replace(/\s/g, '').length < fewestCharacters * last) return refuse('scanned-pdf', { pages: count })
  const notes: Label[] = []
  if (failed > 0) notes.push({ zh: `有${failed}页损坏，没有读到`, en: `${failed} pages are damaged and were not read` })
  if (count > mostPages) notes.push({ zh: `共${count}页，只读前${mostPages}页`, en: `Of ${count} pages the first ${mostPages} were read` })
  return { ok: true, value: { raw, notes } }
}

type Item = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number }

function pieceOf(item: Item): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
  return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || Math.hypot(a, b) || item.height }
}
