/** Files that may stand with a case, told by their first bytes alone; what a browser or a name says they are is not asked. */
export type AttachmentKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

const ascii = (bytes: Uint8Array, from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))

export function kindOf(bytes: Uint8Array): AttachmentKind | null {
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  return ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' ? 'image/webp' : null
}

export const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' } as const satisfies Record<AttachmentKind, string>

/**
 * A picture without what its camera wrote beside it: where it was taken, when, with which device, a preview. How it is to be
 * turned is kept. A PDF stays as it is. Null for a picture whose parts do not fit together.
 */
export function bare(kind: AttachmentKind, bytes: Uint8Array): Uint8Array | null {
  switch (kind) {
    case 'application/pdf': return bytes
    case 'image/jpeg': return bareJpeg(bytes)
    case 'image/png': return barePng(bytes)
    case 'image/webp': return bareWebp(bytes)
  }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) { whole.set(part, at); at += part.length }
  return whole
}

/**
 * Segments and scans up to the end of the picture, without APP1 to APP15 (but APP2's colour profile and APP14, without which colours
 * are wrong) and comments. Behind the end a camera may hang a film or a second picture with the same particulars; that is cut off.
 */
function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const data = view(bytes)
  const kept: Uint8Array[] = []
  let turn: Uint8Array | null = null
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) { at += 1; continue }
    if (marker === 0xd9) return joined([bytes.subarray(0, 2), ...(turn ? [turn] : []), ...kept, bytes.subarray(at, at + 2)])
    const length = at + 4 <= bytes.length ? data.getUint16(at + 2) : 0
    if (length < 2 || at + 2 + length > bytes.length) return null
    const end = marker === 0xda ? endOfScan(bytes, at + 2 + length) : at + 2 + length
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1 && ascii(segment, 4, 4) === 'Exif') turn ??= turnOf(segment.subarray(10))
    if (!saysMore(marker, segment)) kept.push(segment)
    at = end
  }
  return null
}

function saysMore(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(segment, 4, 11) !== 'ICC_PROFILE'
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)
}

/** Within a scan 0xff is followed by 0 or by a restart mark; anything else ends it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && !((bytes[at + 1] ?? 0) >= 0xd0 && (bytes[at + 1] ?? 0) <= 0xd7))) at += 1
  return at
}

/** How the picture is to be turned (1 to 8), as a segment that says nothing else; null where it stands upright. */
function turnOf(tiff: Uint8Array): Uint8Array | null {
  if (tiff.length < 14) return null
  const little = ascii(tiff, 0, 2) === 'II'
  const data = view(tiff)
  const first = data.getUint32(4, little)
  if (first + 2 > tiff.length) return null
  const entries = data.getUint16(first, little)
  for (let i = 0; i < entries; i += 1) {
    const entry = first + 2 + i * 12
    if (entry + 12 > tiff.length) return null
    if (data.getUint16(entry, little) !== 0x0112) continue
    const turn = data.getUint16(entry + 8, little)
    return turn < 2 || turn > 8 ? null : Uint8Array.from([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0])
  }
  return null
}

const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

function barePng(bytes: Uint8Array): Uint8Array | null {
  const data = view(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + data.getUint32(at)
    if (end > bytes.length) return null
    const name = ascii(bytes, at + 4, 4)
    if (pngKept.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return null
}

function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const data = view(bytes)
  const kept: Uint8Array[] = []
  const whole = Math.min(bytes.length, 8 + data.getUint32(4, true))
  for (let at = 12; at + 8 <= whole;) {
    const size = data.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > whole) return null
    const name = ascii(bytes, at, 4)
    if (name !== 'EXIF' && name !== 'XMP ') {
      const chunk = bytes.slice(at, Math.min(end, whole))
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c // the flags that say both are there
      kept.push(chunk)
    }
    at = end
  }
  if (kept.length === 0) return null
  const body = joined(kept)
  const head = bytes.slice(0, 12)
  view(head).setUint32(4, body.length + 4, true)
  return joined([head, body])
}
