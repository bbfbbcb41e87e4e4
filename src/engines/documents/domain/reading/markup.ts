import { isDigit, isHan } from './characters.ts'

/** What stands at the beginning of a line and is no text: `#` of a heading, a bullet, `>`, the bar of a table row. */
export type LineStart = { readonly kind: 'heading' | 'bullet' | 'row' | 'drop'; readonly skip: number; readonly level: number }

/** What to do with a stretch of markup inside a line; `skip` is its length in the raw text. */
export type Markup =
  | { readonly kind: 'drop' | 'bold' | 'raise' | 'lower' | 'line' | 'cell'; readonly skip: number }
  | { readonly kind: 'script'; readonly skip: number; readonly from: number; readonly to: number; readonly raised: boolean }
  | { readonly kind: 'character'; readonly skip: number; readonly code: number }

// Every pattern is sticky and bounded, so that the whole stays linear whatever the text.
const headingStart = /(#{1,6})(?:[ \t]+|(?=[^#\s\d]))/y
const bulletStart = /[-*+•●◆■▪○][ \t]+(?!\d{1,4}[ \t]*[-—–][ \t]*$|[-*])/my
const quoteStart = /(?:>[ \t]?){1,5}(?!>)/y
const fenceStart = /`{3,8}[a-z]{0,12}[ \t]*$/my
const rowStart = /\|(?=[^\n]{0,2000}\|[ \t]*\r?$)/my
const rowRule = /\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/my
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,11})(?:\s[^<>\n]{0,300})?\/?>/y
const comment = /<!--[^\n]{0,500}?-->/y
const subscript = /_\{([0-9.]{1,6})\}/y
const superscript = /\^(?:\{([0-9]{1,3})\}|\[([0-9]{1,2})\]|([0-9]{1,2}))/y
const entity = /&(?:(nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|mdash|ndash|middot|hellip|permil|times)|#(\d{2,6})|#x([0-9a-fA-F]{2,5}));/y
const image = /!\[[^\]\n]{0,200}\]\([^()\n]{0,400}\)/y
const linkEnd = /\]\((?:https?:|mailto:|\/|#|\.)[^()\n]{0,400}\)/y
const latexFont = /\\(?:mathrm|mathbf|text|textbf|rm|mathit)[ \t]{0,2}\{[ \t]{0,2}([A-Za-z0-9.%]{1,20})[ \t]{0,2}\}/y

const namedEntities: Readonly<Record<string, number>> = {
  nbsp: 0x20, ensp: 0x20, emsp: 0x20, amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, ldquo: 0x201c, rdquo: 0x201d, lsquo: 0x2018, rsquo: 0x2019,
  mdash: 0x2014, ndash: 0x2013, middot: 0xb7, hellip: 0x2026, permil: 0x2030, times: 0xd7,
}
/** Tags that end a line. All other tags of a known name are dropped. */
const lineTags = new Set(['br', 'p', 'div', 'li', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'thead', 'tbody', 'section', 'hr'])
const plainTags = new Set(['b', 'strong', 'i', 'em', 'u', 'span', 'a', 'font', 'center', 'sub', 'html', 'body', 'head', 'img', 'details', 'summary', 'small', 'big', 's', 'del', 'ins', 'mark', 'o'])

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

export function lineStartOf(raw: string, at: number): LineStart | null {
  switch (raw.charCodeAt(at)) {
    case 0x23: { // #
      const match = matchAt(headingStart, raw, at)
      return match && (match[0].length > 1 || isHan(raw.charCodeAt(at + 1))) ? { kind: 'heading', skip: match[0].length, level: match[1]?.length ?? 1 } : null
    }
    case 0x3e: { // >
      const match = matchAt(quoteStart, raw, at)
      return match ? { kind: 'drop', skip: match[0].length, level: 0 } : null
    }
    case 0x60: { // `
      const match = matchAt(fenceStart, raw, at)
      return match ? { kind: 'drop', skip: match[0].length, level: 0 } : null
    }
    case 0x7c: { // |
      const rule = matchAt(rowRule, raw, at)
      if (rule) return { kind: 'drop', skip: rule[0].length, level: 0 }
      return matchAt(rowStart, raw, at) ? { kind: 'row', skip: 1, level: 0 } : null
    }
    case 0x2d: case 0x2a: case 0x2b: case 0x2022: case 0x25cf: case 0x25c6: case 0x25a0: case 0x25aa: case 0x25cb: { // - * + • ● ◆ ■ ▪ ○
      const match = matchAt(bulletStart, raw, at)
      return match ? { kind: 'bullet', skip: match[0].length, level: 0 } : null
    }
    default: return null
  }
}

export function markupAt(raw: string, at: number, code: number): Markup | null {
  switch (code) {
    case 0x2a: return starsAt(raw, at)
    case 0x5f: { // _
      const match = matchAt(subscript, raw, at)
      if (match) return { kind: 'script', skip: match[0].length, from: at + 2, to: at + match[0].length - 1, raised: false }
      return raw.charCodeAt(at + 1) === 0x5f && raw.charCodeAt(at + 2) !== 0x5f ? { kind: 'bold', skip: 2 } : null
    }
    case 0x5e: { // ^
      const match = matchAt(superscript, raw, at)
      if (!match) return null
      const inner = match[1] ?? match[2] ?? match[3] ?? ''
      const from = at + match[0].indexOf(inner)
      return { kind: 'script', skip: match[0].length, from, to: from + inner.length, raised: true }
    }
    case 0x3c: return tagAt(raw, at)
    case 0x26: { // &
      const match = matchAt(entity, raw, at)
      if (!match) return null
      const number = match[1] ? namedEntities[match[1]] : Number.parseInt(match[2] ?? match[3] ?? '', match[2] ? 10 : 16)
      return number !== undefined && number >= 0x20 && number < 0xd800 ? { kind: 'character', skip: match[0].length, code: number } : null
    }
    case 0x5c: { // \
      const match = matchAt(latexFont, raw, at)
      if (match?.[1]) { const from = at + match[0].indexOf(match[1], match[0].indexOf('{')); return { kind: 'script', skip: match[0].length, from, to: from + match[1].length, raised: false } }
      return /[\\*_{}[\]()#+\-.!%|&$~>`]/.test(raw.charAt(at + 1)) ? { kind: 'drop', skip: 1 } : null
    }
    case 0x24: return mathMarkAt(raw, at)
    case 0x21: { // !
      const match = raw.charCodeAt(at + 1) === 0x5b ? matchAt(image, raw, at) : null
      return match ? { kind: 'drop', skip: match[0].length } : null
    }
    case 0x5d: { // ] of [text](address); its opening bracket is dropped with the brackets of the line, see brackets.
      const match = matchAt(linkEnd, raw, at)
      return match ? { kind: 'drop', skip: match[0].length } : null
    }
    case 0x5b: { // [
      const close = raw.slice(at + 1, at + 201).search(/[[\]\n]/)
      return close >= 0 && raw.charAt(at + 1 + close) === ']' && matchAt(linkEnd, raw, at + 1 + close) ? { kind: 'drop', skip: 1 } : null
    }
    default: return null
  }
}

/** `**` is bold; a single star is emphasis, except between digits, where it multiplies. */
function starsAt(raw: string, at: number): Markup | null {
  let run = 1
  while (run < 4 && raw.charCodeAt(at + run) === 0x2a) run++
  if (run > 1) return { kind: 'bold', skip: run }
  return isDigit(raw.charCodeAt(at - 1)) && isDigit(raw.charCodeAt(at + 1)) ? null : { kind: 'drop', skip: 1 }
}

/** `$` around a formula such as $PM_{2.5}$ or $10\\%$; a dollar sign before a figure stays. */
function mathMarkAt(raw: string, at: number): Markup | null {
  const reach = 60
  const ahead = raw.slice(at + 1, at + 1 + reach), behind = raw.slice(Math.max(0, at - reach), at)
  const next = ahead.indexOf('$'), last = behind.lastIndexOf('$')
  const isFormula = (text: string) => /[\\^_{]/.test(text) && !text.includes('\n')
  return (next >= 0 && isFormula(ahead.slice(0, next))) || (last >= 0 && isFormula(behind.slice(last + 1))) ? { kind: 'drop', skip: 1 } : null
}

function tagAt(raw: string, at: number): Markup | null {
  const note = raw.charCodeAt(at + 1) === 0x21 ? matchAt(comment, raw, at) : null
  if (note) return { kind: 'drop', skip: note[0].length }
  const match = matchAt(tag, raw, at)
  if (!match?.[2]) return null
  const skip = match[0].length, name = match[2].toLowerCase(), closing = match[1] === '/'
  if (name === 'sup') return { kind: closing ? 'lower' : 'raise', skip }
  if (name === 'td' || name === 'th') return { kind: closing ? 'cell' : 'drop', skip }
  if (lineTags.has(name)) return { kind: 'line', skip }
  return plainTags.has(name) ? { kind: 'drop', skip } : null
}
