import { isBlank, isDigit, isHan, isInvisible, superscriptOf, textOf } from './characters.ts'
import type { Flat, Style } from './flat.ts'
import { lineStartOf, markupAt } from './markup.ts'
import { fullFormOf, type OpenMarks } from './punctuation.ts'
import type { RepairLog } from './repair-log.ts'

/**
 * Brings every character to one form: full-width digits, letters and signs become half-width, the look-alikes that
 * readers of PDF write for common characters become those characters, converter's markup goes and is kept as styles,
 * sub- and superscripts lose their notation. One pass; the result is never longer than the raw text.
 */
export function normalise(raw: string, log: RepairLog): Flat {
  const codes = new Uint16Array(raw.length)
  const origin = new Uint32Array(raw.length + 1)
  const styles: Style[] = []
  let length = 0
  let boldFrom = -1
  let raised = false
  let headingFrom = -1
  let headingLevel = 0
  let row = false
  let fresh = true
  const open: OpenMarks = { quote: false, brackets: 0 }

  const put = (code: number, from: number) => { codes[length] = code; origin[length++] = from }
  const closeLine = () => {
    if (headingFrom >= 0) styles.push({ kind: 'heading', start: headingFrom, end: length, level: headingLevel })
    // A bold mark that is not closed on its line is a converter's slip; what follows is not bold.
    headingFrom = boldFrom = -1
    raised = row = open.quote = false
    open.brackets = 0
    fresh = true
  }

  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (fresh && !isBlank(code)) {
      fresh = false
      const begin = lineStartOf(raw, i)
      if (begin) {
        if (begin.skip > 0) log.many('markdown', i, i + begin.skip)
        if (begin.kind === 'heading') { headingFrom = length; headingLevel = begin.level }
        if (begin.kind === 'bullet') styles.push({ kind: 'bullet', start: length, end: length, level: 0 })
        if (begin.kind === 'row') { row = true; styles.push({ kind: 'row', start: length, end: length, level: 0 }) }
        if (begin.skip > 0) { i += begin.skip - 1; continue }
      }
    }
    if (code >= 0x4e00 && code <= 0x9fff) { put(code, i); continue }
    if (code === 0x0a || code === 0x0d || code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029) {
      closeLine()
      if (code === 0x0d && raw.charCodeAt(i + 1) === 0x0a) i++
      put(0x0a, i)
      if (code === 0x0c) styles.push({ kind: 'page', start: length, end: length, level: 0 })
      continue
    }
    if (isBlank(code)) {
      const before = length > 0 ? codes[length - 1] : 0x0a
      // Blanks at the start of a line are its indent and all stay; between words one is enough.
      if (fresh) { put(0x20, i); continue }
      if (code === 0x09 && before === 0x20) codes[length - 1] = 0x09
      else if (before !== 0x20 && before !== 0x09) put(code === 0x09 ? 0x09 : 0x20, i)
      else if (before === 0x20 && styles.at(-1)?.start !== length) styles.push({ kind: 'gap', start: length, end: length, level: 0 })
      continue
    }
    if (isInvisible(code)) { log.many('stray-space', i, i + 1); continue }
    const other = formOf(raw, i, code)
    if (other !== code) { log.many(code >= 0xff00 ? 'full-width' : code < 0x2100 ? 'script-digit' : 'character-form', i, i + 1); put(other, i); continue }
    if (code > 0x7f || code <= 0x20) { put(code, i); continue }
    if (raised && isDigit(code)) { log.many('script-digit', i, i + 1); put(superscriptOf(code - 0x30), i); continue }
    if (code === 0x7c && row) { log.many('markdown', i, i + 1); put(0x09, i); continue }
    const markup = markupAt(raw, i, code)
    if (!markup) {
      const full = fullFormOf(code, length > 0 ? codes[length - 1] ?? 0 : 0, raw.charCodeAt(i + 1), open)
      if (full !== code) log.many('half-width', i, i + 1)
      put(full, i)
      continue
    }
    switch (markup.kind) {
      case 'drop': break
      case 'bold':
        if (boldFrom < 0) boldFrom = length
        else { if (length > boldFrom) styles.push({ kind: 'bold', start: boldFrom, end: length, level: 0 }); boldFrom = -1 }
        break
      case 'script':
        for (let k = markup.from; k < markup.to; k++) {
          const inner = raw.charCodeAt(k)
          put(markup.raised && isDigit(inner) ? superscriptOf(inner - 0x30) : inner, k)
        }
        break
      case 'raise': raised = true; break
      case 'lower': raised = false; break
      case 'line': closeLine(); put(0x0a, i); break
      case 'cell': put(0x09, i); break
      case 'character': put(markup.code, i); break
    }
    log.many(markup.kind === 'script' || markup.kind === 'raise' ? 'script-digit' : 'markdown', i, i + markup.skip)
    i += markup.skip - 1
  }
  closeLine()
  origin[length] = raw.length
  return { text: textOf(codes, length), origin: origin.slice(0, length + 1), styles }
}

/** The common form of a character: ５ 5, ％ %, ₂ 2, ⼀ 一. Chinese punctuation stays as it is. */
function formOf(raw: string, at: number, code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = code - 0xfee0
    if (isDigit(half) || (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)) return half
    // ％ ＋ － ／ ＝ ＜ ＞ ＆ ～ ＊ ＃ are signs of figures; （ ） ， ： ； ！ ？ are Chinese punctuation.
    if (half === 0x25 || half === 0x2b || half === 0x2d || half === 0x2f || half === 0x3d || half === 0x3c || half === 0x3e || half === 0x26 || half === 0x7e || half === 0x2a || half === 0x23) return half
    if (half === 0x2e && besideDigit(raw, at)) return half
    return code
  }
  if (code >= 0x2080 && code <= 0x2089) return code - 0x2080 + 0x30
  if (code === 0xfe6a) return 0x25
  // Kangxi radicals and compatibility forms, which readers of PDF write for plain characters.
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const plain = String.fromCharCode(code).normalize('NFKC')
    return plain.length === 1 && isHan(plain.charCodeAt(0)) ? plain.charCodeAt(0) : code
  }
  return code
}

function besideDigit(raw: string, at: number): boolean {
  const before = raw.charCodeAt(at - 1), after = raw.charCodeAt(at + 1)
  const digit = (code: number) => isDigit(code) || (code >= 0xff10 && code <= 0xff19)
  return digit(before) && digit(after)
}
