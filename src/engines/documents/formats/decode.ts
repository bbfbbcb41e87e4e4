import type { Label } from '../../../kernel/label.ts'

export type Decoded = { readonly text: string; readonly notes: readonly Label[] }

/** A file cut in the middle of a character leaves at most one broken character behind. */
const toleratedBreaks = 2

/**
 * Bytes as text: UTF-8 with or without mark, UTF-16 of both kinds, else GB18030, which contains GBK and GB2312. Null
 * where they are no text in any of them. `stated` is the encoding a web page names for itself.
 */
export function decode(bytes: Uint8Array, stated?: string): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return plain(new TextDecoder('utf-8').decode(bytes), [])
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes), [noteOf('UTF-16')])
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain(new TextDecoder('utf-16be').decode(bytes), [noteOf('UTF-16')])
  const wide = wideOrder(bytes)
  if (wide) return plain(new TextDecoder(wide).decode(bytes), [noteOf('UTF-16')])
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = countOf(utf8, '�')
  const onlyAtEnd = broken <= toleratedBreaks && broken > 0 && utf8.indexOf('�') >= utf8.length - broken
  if (broken === 0 || onlyAtEnd) return plain(utf8, onlyAtEnd ? [{ zh: '文件在一个字的中间截断，最后的残字已略去', en: 'The file is cut off inside a character; its last bytes were left out' }] : [])
  const other = stated && !/^(?:gb|utf-?8)/i.test(stated) ? decodeAs(bytes, stated) : null
  const gb = decodeAs(bytes, 'gb18030')
  const best = other && countOf(other, '�') === 0 ? { text: other, name: stated ?? '' } : gb !== null ? { text: gb, name: 'GB18030' } : null
  if (best === null || countOf(best.text, '�') > Math.max(toleratedBreaks, best.text.length / 2000)) return broken > utf8.length / 200 ? null : plain(utf8, [])
  return plain(best.text, [noteOf(best.name)])
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    // A page may name an encoding that does not exist; the caller then tries the usual ones.
    return null
  }
}

function noteOf(encoding: string): Label {
  return { zh: `按${encoding}编码读取`, en: `Read as ${encoding}` }
}

/** Text has hardly any control characters; what has more is a program, a picture or the like. */
function plain(text: string, notes: readonly Label[]): Decoded | null {
  const kept = text.replace(/\uFFFD+$/, '')
  let odd = 0
  for (let i = 0; i < kept.length && i < 200_000; i++) {
    const code = kept.charCodeAt(i)
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x0b) odd++
  }
  return odd > Math.min(kept.length, 200_000) / 200 ? null : { text: kept, notes }
}

/** UTF-16 without a mark shows in the zero bytes of its line breaks, digits and signs, nearly all on one side (一 has one on the other). */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const end = Math.min(bytes.length, 8192)
  let even = 0, odd = 0
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const least = end / 2 / 50
  if (odd > least && odd > even * 3) return 'utf-16le'
  return even > least && even > odd * 3 ? 'utf-16be' : null
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}
