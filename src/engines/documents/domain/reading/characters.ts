/** Questions about one character, by its UTF-16 code unit. Asked millions of times, hence no regular expressions. */

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)
}

/** Chinese characters, with 〇 and the first extension; surrogate pairs count as Chinese, for they are rare names. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007 || (code >= 0xd800 && code <= 0xdfff)
}

/** White space inside a line. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f
}

/** Written and never seen: zero-width characters, byte order marks, soft hyphens, control characters. */
export function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0xfeff || (code >= 0x2060 && code <= 0x2064) || code === 0xad || code < 0x09 || (code >= 0x0e && code < 0x20) || code === 0x7f || code === 0xfffc
}

/** ¹ ² ³ and ⁰ ⁴–⁹ as a digit, -1 for all else. */
export function superscriptDigit(code: number): number {
  if (code === 0xb9) return 1
  if (code === 0xb2) return 2
  if (code === 0xb3) return 3
  return code === 0x2070 || (code >= 0x2074 && code <= 0x2079) ? code - 0x2070 : -1
}

export function superscriptOf(digit: number): number {
  return digit === 1 ? 0xb9 : digit === 2 ? 0xb2 : digit === 3 ? 0xb3 : 0x2070 + digit
}

/** Width on paper in half characters: a Chinese character 2, a Latin one 1. */
export function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2e80 && !isWideSign(text.charCodeAt(i)) ? 1 : 2
  return width
}

/** Dashes, quotation marks and dots are set full-width in Chinese print. */
function isWideSign(code: number): boolean {
  return code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026 || code === 0xb7
}

const chunk = 0x2000

/** A string from the first `length` code units of a buffer. */
export function textOf(codes: Uint16Array, length: number): string {
  let text = ''
  // Spreading a typed array goes through its iterator and takes ten times as long as apply, which knows it.
  for (let i = 0; i < length; i += chunk) text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + chunk)) as unknown as number[]) // apply takes any array-like, its type says array
  return text
}
