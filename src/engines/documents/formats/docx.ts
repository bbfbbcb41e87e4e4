import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { refuse, type Result } from '../../../kernel/result.ts'
import type { Label } from '../../../kernel/label.ts'
import { withNumbers } from './docx-numbering.ts'
import { textOfHtml } from './html.ts'

/** The parts of a Word file that hold words. Pictures, fonts and macros stay in the file. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes|comments)[\w.]*\.xml(?:\.rels)?)$/

/**
 * The text of a .docx with headings, tables, footnotes and automatic numbers. Only the parts with words are unfolded,
 * and no more of them than `mostBytes`: a zip may claim to hold far more than it should.
 */
export async function textOfDocx(bytes: Uint8Array, mostBytes: number): Promise<Result<{ raw: string; notes: Label[] }, 'broken-word-file' | 'swollen-file'>> {
  let unfolded = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, { filter: file => {
      if (!wanted.test(file.name)) return false
      unfolded += file.originalSize
      return unfolded <= mostBytes
    } })
  } catch {
    // Whatever is wrong with the container, the answer to the person is the same.
    return refuse('broken-word-file', {})
  }
  if (unfolded > mostBytes) return refuse('swollen-file', { limit: Math.round(mostBytes / 1_000_000) })
  const text = (name: string) => { const part = parts[name]; return part ? strFromU8(part) : '' }
  const document = text('word/document.xml')
  if (document === '') return refuse('broken-word-file', {})
  parts['word/document.xml'] = strToU8(withNumbers(document, text('word/numbering.xml'), text('word/styles.xml')))
  try {
    const light = zipSync(parts, { level: 0 })
    // Pictures are named and never opened: an empty source is asked of each.
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(light) }, { convertImage, idPrefix: '' })
    const pictures = value.split('<img').length - 1
    const failed = messages.some(message => message.type === 'error')
    if (failed && value.trim() === '') return refuse('broken-word-file', {})
    return { ok: true, value: { raw: textOfHtml(value), notes: pictures > 0 ? [{ zh: `文中有${pictures}张图片，图中文字没有读取`, en: `The document has ${pictures} pictures; words inside pictures were not read` }] : [] } }
  } catch {
    // mammoth throws on damaged XML; there is no partial answer to give.
    return refuse('broken-word-file', {})
  }
}
