import { describe, expect, it } from 'vitest'
import { bare, kindOf } from './picture.ts'

const text = (s: string) => [...s].map(c => c.charCodeAt(0))
const has = (bytes: Uint8Array | null, s: string) => String.fromCharCode(...(bytes ?? [])).includes(s)
/** A segment of a JPEG file. */
const segment = (marker: number, body: readonly number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
/** What a camera writes: turned by 90 degrees, and where it was. */
const exif = (order: 'II' | 'MM') => [...text('Exif'), 0, 0, ...text(order), ...(order === 'II' ? [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0] : [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]), 0, 0, 0, 0, ...text('GPS 23.13,113.26')]
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 3, 0xff, 0, 4, 0xff, 0xd0, 5, ...segment(0xc4, [0xff, 0xd9]), ...segment(0xda, [1]), 6, 0xff, 0xd9]
const jpeg = (order: 'II' | 'MM') => Uint8Array.from([0xff, 0xd8, ...segment(0xe0, text('JFIF\0')), ...segment(0xe1, exif(order)), ...segment(0xfe, text('taken by Li')), ...segment(0xdb, [0, 1]), ...scan, ...text('film with GPS')])

describe('a picture without what its camera wrote beside it', () => {
  it.each(['II', 'MM'] as const)('a JPEG (%s) keeps how it is to be turned and loses where it was taken', order => {
    const clean = bare('image/jpeg', jpeg(order))
    expect(has(clean, 'GPS')).toBe(false)
    expect(has(clean, 'Li')).toBe(false)
    expect(has(clean, 'JFIF')).toBe(true)
    expect([...(clean ?? [])].slice(2, 38)).toEqual([0xff, 0xe1, 0, 34, ...text('Exif'), 0, 0, ...text('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])
    expect([...(clean ?? [])].slice(-scan.length)).toEqual(scan)
    expect(bare('image/jpeg', clean ?? new Uint8Array())).toEqual(clean)
  })

  it('a PNG loses its texts', () => {
    const chunk = (name: string, body: readonly number[]) => [0, 0, 0, body.length, ...text(name), ...body, 9, 9, 9, 9]
    const png = Uint8Array.from([0x89, ...text('PNG\r\n\u001a\n'), ...chunk('IHDR', [1, 2]), ...chunk('tEXt', text('GPS here')), ...chunk('eXIf', text('GPS there')), ...chunk('IDAT', [7]), ...chunk('IEND', [])])
    expect(kindOf(png)).toBe('image/png')
    const clean = bare('image/png', png)
    expect(has(clean, 'GPS')).toBe(false)
    expect(has(clean, 'IDAT')).toBe(true)
  })

  it('a WebP loses EXIF and XMP and no longer says that it has them', () => {
    const chunk = (name: string, body: readonly number[]) => [...text(name), body.length, 0, 0, 0, ...body, ...(body.length % 2 ? [0] : [])]
    const body = [...chunk('VP8X', [0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]), ...chunk('VP8 ', [1, 2, 3]), ...chunk('EXIF', text('GPS')), ...chunk('XMP ', text('GPS!'))]
    const clean = bare('image/webp', Uint8Array.from([...text('RIFF'), body.length + 4, 0, 0, 0, ...text('WEBP'), ...body]))
    expect(has(clean, 'GPS')).toBe(false)
    expect(clean?.[20]).toBe(0)
    expect(clean?.[4]).toBe((clean?.length ?? 0) - 8)
  })

  it('what is cut off or something else is told apart', () => {
    expect(kindOf(Uint8Array.from(text('<html>')))).toBe(null)
    expect(kindOf(new Uint8Array())).toBe(null)
    expect(bare('image/jpeg', jpeg('II').subarray(0, 40))).toBe(null)
    expect(bare('image/png', Uint8Array.from([0x89, ...text('PNG\r\n\u001a\n'), 0, 0, 1, 0, ...text('IHDR')]))).toBe(null)
    expect(kindOf(Uint8Array.from(text('%PDF-1.7')))).toBe('application/pdf')
  })
})
