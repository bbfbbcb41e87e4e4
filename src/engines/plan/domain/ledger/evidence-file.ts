import { ok, refuse, type Result } from '../../../../kernel/result.ts'

/** Evidence is a page or a picture, not a film: 5 MB. */
export const MOST_EVIDENCE_BYTES = 5_000_000

const ascii = (bytes: Uint8Array, from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))

/** Kinds of file that may be evidence, each by its first bytes; what a browser or a file name says it is, is not asked. */
const known: readonly { readonly mime: string; readonly endings: readonly string[]; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { mime: 'application/pdf', endings: ['pdf'], is: b => ascii(b, 0, 5) === '%PDF-' },
  { mime: 'image/jpeg', endings: ['jpg', 'jpeg'], is: b => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  { mime: 'image/png', endings: ['png'], is: b => ascii(b, 0, 8) === '\u0089PNG\r\n\u001a\n' },
  { mime: 'image/webp', endings: ['webp'], is: b => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WEBP' },
  { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'], is: b => ascii(b, 0, 4) === 'PK\u0003\u0004' },
  { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'], is: b => ascii(b, 0, 4) === 'PK\u0003\u0004' },
]

/** What a browser may let a person choose. */
export const evidenceEndings = known.flatMap(kind => kind.endings.map(ending => `.${ending}`))

/** Checks a file that is to be evidence: not empty, not too large, and what its name says it is. Answers its kind and a name without a path. */
export function checkedFile(file: { readonly name: string; readonly bytes: Uint8Array }): Result<{ readonly name: string; readonly mime: string; readonly size: number }, 'evidence-too-large' | 'evidence-unreadable'> {
  const size = file.bytes.length
  if (size > MOST_EVIDENCE_BYTES) return refuse('evidence-too-large', { most: 5, size: Math.ceil(size / 1_000_000) })
  const name = (file.name.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, '').trim()
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = known.find(k => k.endings.includes(ending) && k.is(file.bytes))
  // A long name keeps its ending.
  return kind ? ok({ name: name.length > 200 ? `${name.slice(0, 190).toWellFormed()}.${ending}` : name.toWellFormed(), mime: kind.mime, size }) : refuse('evidence-unreadable', { name: name.slice(0, 60).toWellFormed() })
}
