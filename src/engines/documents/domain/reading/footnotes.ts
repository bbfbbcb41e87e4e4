import type { Footnote } from '../../schema.ts'
import { isDigit, isHan, isLetter, superscriptDigit } from './characters.ts'
import type { Flat } from './flat.ts'
import type { Line } from './lines.ts'
import { glossaryMark, sentenceEnd } from './wording.ts'

/** A footnote with the place of its mark, if the mark was found: offsets into the flat text, `at` to `until`. */
export type FoundNote = { readonly note: Footnote; readonly mark: { readonly at: number; readonly until: number } | null }

/** How far back a mark may stand, in lines, and how long a note may be, in lines. */
const reach = 90
const longestNote = 14

/**
 * Takes the footnotes' texts out of the body (a page reader drops them into the middle of a sentence) and finds the
 * digit that refers to each. A note is a line that begins with a small number, standing alone, raised or in brackets,
 * to which such a digit stuck to a word before it answers. Marks lines as `note`.
 */
export function takeNotes(flat: Flat, lines: readonly Line[]): FoundNote[] {
  const found: FoundNote[] = []
  let spots: Map<string, Spots> | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || (line.kind !== 'text' && line.kind !== 'page-number')) continue
    const label = labelOf(lines, at)
    if (!label) continue
    const { last, text } = noteText(flat, lines, at, label)
    if (text.length < 2) continue
    spots ??= spotsByMark(lines)
    const mark = markFor(lines, spots.get(label.mark), at, label, text)
    if (!mark && !label.sure) continue
    for (let k = at; k <= last; k++) { const part = lines[k]; if (part && part.kind !== 'rule') part.kind = 'note' }
    found.push({ note: { mark: label.mark, text, at: mark ? flat.origin[mark.at] ?? null : null, start: flat.origin[line.start] ?? 0, end: (flat.origin[(lines[last]?.end ?? line.end) - 1] ?? 0) + 1 }, mark })
    at = last
  }
  return found
}

type Label = {
  readonly mark: string
  /** Line and offset in it where the words of the note begin. */
  readonly from: number
  readonly skip: number
  /** A raised number at the head of a line is a note even if its mark is lost. */
  readonly sure: boolean
  /** How likely its mark must be: a wrapped line may begin with a figure too. */
  readonly least: number
}

const numbered = /^(?:(\d{1,2})\s+(?=\S)|[[［〔【](\d{1,2})[\]］〕】]\s?|注\s?(\d{1,2})\s?[：:.、]\s?)(?=[^\d%.])/
const circled = /^([①-⑳])\s?/

function labelOf(lines: readonly Line[], at: number): Label | null {
  const text = lines[at]?.text ?? ''
  if (/^\d{1,2}$/.test(text)) {
    const next = lines[at + 1]
    return next && next.kind === 'text' && next.gap <= 1 && !next.newPage && next.text.length > 3 ? { mark: text, from: at + 1, skip: 0, sure: false, least: 2 } : null
  }
  let raised = ''
  while (raised.length < 3 && superscriptDigit(text.charCodeAt(raised.length)) >= 0) raised += superscriptDigit(text.charCodeAt(raised.length))
  if (raised !== '') {
    const skip = raised.length + (/^\s/.test(text.slice(raised.length)) ? 1 : 0)
    return text.length > skip ? { mark: raised, from: at, skip, sure: true, least: 1 } : /\S/.test(lines[at + 1]?.text ?? '') ? { mark: raised, from: at + 1, skip: 0, sure: true, least: 1 } : null
  }
  const ring = circled.exec(text)
  if (ring?.[1]) return { mark: ring[1], from: at, skip: ring[0].length, sure: false, least: 4 }
  const match = numbered.exec(text)
  const mark = match?.[1] ?? match?.[2] ?? match?.[3]
  return match && mark ? { mark, from: at, skip: match[0].length, sure: false, least: 3 } : null
}

/** The note runs to the end of its sentence; page readers set no other sign. */
function noteText(flat: Flat, lines: readonly Line[], at: number, label: Label): { last: number; text: string } {
  let text = ''
  let last = at
  for (let k = label.from; k < lines.length && k < label.from + longestNote; k++) {
    const line = lines[k]
    if (!line || line.kind === 'page-number' || line.kind === 'row') break
    if (k > label.from && (line.newPage || line.indent > 0 || labelOf(lines, k) !== null)) break
    text += flat.text.slice(line.start + (k === label.from ? label.skip : 0), line.end)
    last = k
    if (sentenceEnd.test(line.text)) break
  }
  return { last, text: text.replace(/(?<=[一-鿿，。；：（）“”]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%]) (?=[一-鿿，。；：（）“”])/g, '') }
}

type Spot = { readonly line: number; readonly at: number; readonly until: number }
/** Raised, ringed and bracketed numbers apart from plain digits stuck to a word. */
type Spots = { readonly explicit: Spot[]; readonly plain: Spot[] }

const markForms = /([¹²³⁰⁴-⁹]{1,3})|[[［〔【](\d{1,2})[\]］〕】]|([①-⑳])|(?<!\d)(\d{1,2})(?!\d)/g

/** Every place in the body that could refer to a note, by the number it bears. One pass, so that many notes stay cheap. */
function spotsByMark(lines: readonly Line[]): Map<string, Spots> {
  const spots = new Map<string, Spots>()
  lines.forEach((line, at) => {
    if (line.kind !== 'text' && line.kind !== 'row') return
    for (const match of line.text.matchAll(markForms)) {
      const until = match.index + match[0].length
      const plain = match[4] !== undefined
      if (match.index === 0 || (plain && !standsAlone(line.text, match.index, until))) continue
      const mark = match[1] ? Array.from(match[1], digit => superscriptDigit(digit.charCodeAt(0))).join('') : match[2] ?? match[3] ?? match[4] ?? ''
      const known = spots.get(mark) ?? { explicit: [], plain: [] }
      known[plain ? 'plain' : 'explicit'].push({ line: at, at: match.index, until })
      spots.set(mark, known)
    }
  })
  return spots
}

/** The digit in the lines above that refers to the note: the likeliest, and of equals the nearest. */
function markFor(lines: readonly Line[], spots: Spots | undefined, at: number, label: Label, note: string): { at: number; until: number } | null {
  if (!spots) return null
  const placeOf = (spot: Spot | undefined) => {
    const line = lines[spot?.line ?? -1]
    return spot && line && (line.kind === 'text' || line.kind === 'row') ? { at: line.start + spot.at, until: line.start + spot.until } : null
  }
  // A raised note is referred to by a raised or bracketed number, and be it at the other end of the paper (endnotes).
  const raised = label.sure ? placeOf(spots.explicit[lastBefore(spots.explicit, at)]) : null
  if (raised) return raised
  let best: { at: number; until: number } | null = null
  let bestScore = label.least - 1
  for (const [kind, bonus] of [['explicit', 4], ['plain', 0]] as const) {
    for (let k = lastBefore(spots[kind], at); k >= 0; k--) {
      const spot = spots[kind][k], place = placeOf(spot)
      if (!spot || at - spot.line > reach) break
      const score = place ? likelihood(lines[spot.line]?.text ?? '', spot.at, spot.until, note, lines[spot.line]?.kind === 'row') + bonus : 0
      if (score > bestScore) { bestScore = score; best = place }
    }
  }
  return best
}

/** Index of the last spot on a line before this one. */
function lastBefore(spots: readonly Spot[], line: number): number {
  let low = 0, high = spots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A digit right behind a Chinese word, a quotation mark or a dash and not part of a longer figure. */
function standsAlone(text: string, at: number, until: number): boolean {
  const before = text.charCodeAt(at - 1), after = text.charCodeAt(until)
  return !isDigit(before) && !isLetter(before) && !/[.+\-~–/:：(（%\s,，、“‘《]/.test(text.charAt(at - 1)) && !isDigit(after) && !/[.%‰％/+\-–~℃]/.test(text.charAt(until))
}

function likelihood(text: string, at: number, until: number, note: string, inRow: boolean): number {
  const before = text.slice(Math.max(0, at - 4), at).replace(/[”’》）)]$/, '')
  const after = text.charAt(until)
  let score = 0
  if (before.length >= 2 && note.slice(0, 40).includes(before.slice(-3))) score += 3
  if (/[，。；、：！？）)”,.;:]/.test(after)) score += 2
  // At the end of a line the rest of a figure may have gone to the next.
  if (after === '') score += inRow ? 2 : 1
  if (/[”’》）)—]/.test(text.charAt(at - 1))) score += 1
  if (/[第约超近达为增降至共仅]$/.test(before)) score -= 3
  if (/^[个项家名条万亿元人户次年月日号件套座台所处间吨倍成位级区街]/.test(after)) score -= 2
  return score
}

/**
 * Digits stuck to a word that a numbered glossary explains under that number (“两重”1 … 1.“两重”：…): marks too. Found in
 * one pass over the text, so that a long glossary costs no more than a short one.
 */
export function glossaryMarks(flat: Flat, lines: readonly Line[]): { at: number; until: number }[] {
  const head = lines.findIndex(line => line.kind === 'text' && line.text.length <= 40 && glossaryMark.test(line.text))
  const words = new Map<string, string>()
  for (const line of head < 0 ? [] : lines.slice(head + 1)) {
    const entry = /^(\d{1,2})[.．、]\s?([^：:，。]{2,30}?)(?:[：:]|是指|指|即)/.exec(line.text)
    if (entry?.[1] && entry[2] && !words.has(entry[1])) words.set(entry[1], entry[2].replace(/[“”"]/g, ''))
  }
  if (words.size === 0) return []
  const until = lines[head]?.start ?? 0
  const marks: { at: number; until: number }[] = []
  for (const match of flat.text.slice(0, until).matchAll(/(?<=[”’》）一-鿿A-Za-z])(\d{1,2})(?![\d.%])/g)) {
    const word = words.get(match[1] ?? '')
    if (word && flat.text.slice(Math.max(0, match.index - 40), match.index).replace(/[“”"]/g, '').endsWith(word)) marks.push({ at: match.index, until: match.index + match[0].length })
  }
  return marks
}

/** Marks whose notes are not in the text: a raised digit behind a word, unless it is the power of a unit (m², km³). */
export function looseMarks(flat: Flat, taken: (at: number) => boolean): { at: number; until: number }[] {
  const marks: { at: number; until: number }[] = []
  for (const match of flat.text.matchAll(/[¹²³⁰⁴-⁹]{1,3}/g)) {
    const before = flat.text.charCodeAt(match.index - 1)
    if (!taken(match.index) && !isLetter(before) && !isDigit(before) && (isHan(before) || /[”’》）)】。，；：、！]/.test(flat.text.charAt(match.index - 1)))) marks.push({ at: match.index, until: match.index + match[0].length })
  }
  return marks
}
