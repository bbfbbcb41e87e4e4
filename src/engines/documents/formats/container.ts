import { strFromU8, unzipSync } from 'fflate'

/** What a file is by its first bytes, or by the parts of a zip; the name counts only where the content says nothing. */
export type Container =
  | { readonly kind: 'pdf' | 'docx' | 'html' | 'text' }
  | { readonly kind: 'spreadsheet' | 'presentation' | 'picture' | 'old-office-file' | 'encrypted-office-file' | 'broken-word-file' | 'other-file'; readonly format: string }

const signatures: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly kind: 'picture' | 'other-file'; readonly format: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'picture', format: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'picture', format: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'picture', format: 'GIF' },
  { bytes: [0x42, 0x4d], kind: 'picture', format: 'BMP' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: 'picture', format: 'TIFF' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: 'picture', format: 'TIFF' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, kind: 'picture', format: 'WEBP' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, kind: 'other-file', format: 'MP4/HEIC' },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: 'other-file', format: 'RAR' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: 'other-file', format: '7Z' },
  { bytes: [0x1f, 0x8b], kind: 'other-file', format: 'GZIP' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'other-file', format: 'ELF' },
  { bytes: [0x4d, 0x5a, 0x90], kind: 'other-file', format: 'EXE' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], kind: 'other-file', format: 'SQLite' },
  { bytes: [0x49, 0x44, 0x33], kind: 'other-file', format: 'MP3' },
]

export function containerOf(bytes: Uint8Array, name: string, mime: string): Container {
  const begins = (pattern: readonly number[], at = 0) => pattern.every((byte, i) => bytes[at + i] === byte)
  const head = strFromU8(bytes.subarray(0, 1024), true)
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (begins([0x50, 0x4b, 0x03, 0x04]) || begins([0x50, 0x4b, 0x05, 0x06])) return inZip(bytes, name)
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) return inCompoundFile(bytes, name)
  if (head.startsWith('{\\rtf')) return { kind: 'old-office-file', format: 'RTF' }
  const known = signatures.find(signature => begins(signature.bytes, signature.at))
  if (known) return { kind: known.kind, format: known.format }
  if (/^[^<]{0,64}<(?:!doctype\s+html|html|head|body|meta|div|p|table)[\s>]/i.test(head.replace(/<!--[\s\S]*?-->/g, '').replace(/^[^<]*<\?xml[^>]*>/, ''))) return { kind: 'html' }
  const ending = endingOf(name)
  if (ending === 'html' || ending === 'htm' || /html/.test(mime)) return { kind: 'html' }
  return ending === 'pdf' && !looksPlain(bytes) ? { kind: 'pdf' } : { kind: 'text' }
}

export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

function looksPlain(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 1024).includes(0)
}

function inZip(bytes: Uint8Array, name: string): Container {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: file => { names.push(file.name); return false } })
  } catch {
    // The directory of the zip cannot be read: whatever it was, it is broken.
    return /^(?:docx|docm|)$/.test(endingOf(name)) ? { kind: 'broken-word-file', format: 'DOCX' } : { kind: 'other-file', format: endingOf(name).toUpperCase() || 'ZIP' }
  }
  const has = (pattern: RegExp) => names.some(entry => pattern.test(entry))
  if (has(/^word\/document\.xml$/)) return { kind: 'docx' }
  if (has(/^xl\//)) return { kind: 'spreadsheet', format: 'XLSX' }
  if (has(/^ppt\//)) return { kind: 'presentation', format: 'PPTX' }
  if (has(/^OFD\.xml$/i)) return { kind: 'other-file', format: 'OFD' }
  if (has(/^content\.xml$/)) return endingOf(name) === 'ods' ? { kind: 'spreadsheet', format: 'ODS' } : { kind: 'old-office-file', format: 'ODT' }
  return has(/^word\//) || endingOf(name) === 'docx' ? { kind: 'broken-word-file', format: 'DOCX' } : { kind: 'other-file', format: 'ZIP' }
}

/** Word, Excel and WPS before 2007, and Office files under a password, share one container; its directory names the streams. */
function inCompoundFile(bytes: Uint8Array, name: string): Container {
  const has = (stream: string) => indexOfWide(bytes, stream)
  if (has('EncryptedPackage')) return { kind: 'encrypted-office-file', format: endingOf(name).toUpperCase() || 'DOCX' }
  if (has('Workbook') || /^(?:xls|et)$/.test(endingOf(name))) return { kind: 'spreadsheet', format: 'XLS' }
  if (has('PowerPoint Document') || /^(?:ppt|dps)$/.test(endingOf(name))) return { kind: 'presentation', format: 'PPT' }
  return { kind: 'old-office-file', format: endingOf(name) === 'wps' ? 'WPS' : 'DOC' }
}

/** Is the word in the bytes, in UTF-16 as directories of compound files write it? */
function indexOfWide(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))
}
