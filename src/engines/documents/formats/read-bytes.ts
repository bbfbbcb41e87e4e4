import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import type { Label } from '../../../kernel/label.ts'
import type { fileRefusals } from '../domain/file-refusals.ts'
import { likenessOf } from '../domain/reading/likeness.ts'
import { refusals } from '../refusals.ts'
import { readApart } from './apart.ts'
import { containerOf, endingOf } from './container.ts'
import { decode } from './decode.ts'

export type PaperFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'paste'

/** The text of a file, ready to be read as a paper, and what a person should know of how it was read. */
export type RawPaper = { readonly raw: string; readonly format: PaperFormat; readonly notes: readonly Label[] }

export type FileRefusal = keyof typeof fileRefusals | 'text-too-long'

/** How much is taken in. Each can be set; a report is about 0.1 MB of text. */
export type ReadingLimits = {
  readonly bytes: number
  /** Of the unfolded parts of a .docx. */
  readonly unfoldedBytes: number
  readonly characters: number
  readonly fewestCharacters: number
  readonly seconds: number
}

export const usualLimits: ReadingLimits = { bytes: 20_000_000, unfoldedBytes: 64_000_000, characters: 2_000_000, fewestCharacters: 60, seconds: 30 }

/**
 * Any file as the raw text of a report, or a clear answer why not. The content decides what a file is, its name only
 * where the content says nothing. The same bytes give the same text.
 */
export async function readBytes(bytes: Uint8Array, file: { readonly name: string; readonly mime?: string }, given: Partial<ReadingLimits> = {}): Promise<Result<RawPaper, FileRefusal>> {
  const limits = { ...usualLimits, ...given }
  if (bytes.length === 0) return refuse('empty-file', {})
  if (bytes.length > limits.bytes) return refuse('file-too-large', { megabytes: Math.round(bytes.length / 100_000) / 10, limit: limits.bytes / 1_000_000 })
  const container = containerOf(bytes, file.name, file.mime ?? '')
  switch (container.kind) {
    case 'text': {
      const decoded = decode(bytes)
      if (!decoded) return refuse('other-file', { format: endingOf(file.name).toUpperCase() || '—' })
      if (/^(?:csv|tsv)$/.test(endingOf(file.name))) return refuse('spreadsheet', { format: endingOf(file.name).toUpperCase() })
      return asPaper({ raw: decoded.text, format: /^(?:md|markdown)$/.test(endingOf(file.name)) ? 'md' : 'txt', notes: decoded.notes }, limits)
    }
    case 'pdf': case 'docx': case 'html': {
      const stated = container.kind === 'html' ? /charset\s*=\s*["']?([\w-]{2,30})/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1] : undefined
      const read = await readApart({ kind: container.kind, bytes, mostBytes: limits.unfoldedBytes, ...(stated !== undefined && { stated }) }, limits.seconds)
      return read.ok ? asPaper({ ...read.value, format: container.kind }, limits) : read
    }
    case 'spreadsheet': return refuse('spreadsheet', { format: container.format })
    case 'presentation': return refuse('presentation', { format: container.format })
    case 'picture': return refuse('picture', { format: container.format })
    case 'old-office-file': return refuse('old-office-file', { format: container.format })
    case 'encrypted-office-file': return refuse('encrypted-office-file', {})
    case 'broken-word-file': return refuse('broken-word-file', {})
    case 'other-file': return refuse('other-file', { format: container.format })
  }
}

/** Text that a person pasted. */
export function readPasted(text: string, given: Partial<ReadingLimits> = {}): Result<RawPaper, FileRefusal> {
  return text.trim() === '' ? refuse('empty-file', {}) : asPaper({ raw: text, format: 'paste', notes: [] }, { ...usualLimits, ...given })
}

function asPaper(paper: RawPaper, limits: ReadingLimits): Result<RawPaper, FileRefusal> {
  const { raw } = paper
  if (raw.trim() === '') return refuse('empty-file', {})
  if (raw.length > limits.characters) return refuse('text-too-long', { length: raw.length, limit: limits.characters })
  const likeness = likenessOf(raw)
  if (likeness.chinese < limits.fewestCharacters && likeness.share >= 0.35) return refuse('text-too-short', { characters: likeness.chinese, limit: limits.fewestCharacters })
  if (!likeness.isReport) return refuse('not-a-report', { officialWords: Math.round(likeness.officialWords), figures: Math.round(likeness.figures), sentences: Math.round(likeness.sentences), headings: likeness.headings, chineseShare: Math.round(likeness.share * 100) })
  return ok(paper)
}

/** A refusal in words for the person who sent the file. */
export function sayRefusal(refusal: Refusal<FileRefusal>): Label {
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(refusal.facts[name] ?? '—'))
  const { zh, en } = refusals[refusal.refused]
  return { zh: fill(zh), en: fill(en) }
}
