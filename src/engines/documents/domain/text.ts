/** Characters that no database can hold, each shown by the sign for a lost character, so that every offset stays as it was. */
export function storable(raw: string): { readonly text: string; readonly replaced: number } {
  const halves = raw.match(/\p{Cs}/gu)?.length ?? 0 // halves of characters standing alone
  const zeros = raw.split('\0').length - 1 // the one control character that PostgreSQL refuses
  return { text: raw.toWellFormed().replaceAll('\0', '\uFFFD'), replaced: halves + zeros }
}

/** JSON without broken halves of characters: a name cut out of a text may begin or end within one. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner))
}

/** A file name to show and to give back: without path, control characters and more than 200 characters. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  return last.replaceAll(/[\p{Cc}\p{Cs}]/gu, '').trim().slice(0, 200).toWellFormed() || '未命名'
}

/** Units in one stored piece of a text. */
export const PIECE = 20_000

/** A text in pieces that never cut a character in two, each with the offset it begins at. */
export function piecesFrom(text: string): { readonly start: number; readonly content: string }[] {
  const pieces: { start: number; content: string }[] = []
  for (let start = 0; start < text.length;) {
    const end = wholeOffset(text, Math.min(text.length, start + PIECE))
    pieces.push({ start, content: text.slice(start, end) })
    start = end
  }
  return pieces
}

/** The offset itself, or one before it where it would cut a character in two. */
export function wholeOffset(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1), next = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && next >= 0xdc00 && next <= 0xdfff ? offset - 1 : offset
}

/** The words around a place, at most `most` units, white space closed up, not reaching beyond the sentence. */
export function wordsAround(raw: string, start: number, end: number, most = 120): string {
  const own = closed(raw.slice(start, end))
  if (own.length >= most) return `${own.slice(0, wholeOffset(own, most - 1))}…`
  const room = Math.floor((most - own.length) / 2)
  const before = closed(/[^。！？；]*$/.exec(raw.slice(Math.max(0, start - most), start))?.[0] ?? '')
  const behind = closed(/^[^。！？；]*[。！？；]?/.exec(raw.slice(end, end + most))?.[0] ?? '')
  return `${before.slice(-room || before.length)}${own}${behind.slice(0, room)}`.toWellFormed().slice(0, most)
}

function closed(text: string): string {
  return text.replaceAll(/[\s\u00a0\u3000*#]+/g, '')
}
