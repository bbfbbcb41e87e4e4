import type { Block, CleanText, Term } from '../../schema.ts'
import { rawSpan } from './clean-text.ts'

/** Words the paper explains: in its glossary, in footnotes, and inside a sentence with 即 or 以下简称. */
export function termsOf(clean: CleanText, outline: readonly Block[]): Term[] {
  const terms: Term[] = []
  for (const block of outline) {
    if (block.role === 'glossary' && block.kind !== 'heading') {
      const entry = entryOf(clean.text.slice(block.clean.start, block.clean.end).trim())
      if (entry) terms.push({ ...entry, start: block.start, end: block.end })
    }
  }
  for (const note of clean.notes) {
    const entry = entryOf(note.text)
    const word = entry?.word ?? (note.at === null ? null : wordBefore(clean, note.at))
    if (word) terms.push({ word, meaning: entry?.meaning ?? note.text, start: note.start, end: note.end })
  }
  const glossaryStart = outline.find(block => block.role === 'glossary')?.clean.start ?? clean.text.length
  for (const { word, meaning, at, until } of inlineTerms(clean.text.slice(0, glossaryStart))) terms.push({ word, meaning, ...rawSpan(clean, at, until) })
  const seen = new Set<string>()
  return terms.filter(({ word }) => !seen.has(word) && seen.add(word)).sort((a, b) => a.start - b.start)
}

const withColon = /^(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[①-⑳]|[[［【〔]\d{1,3}[\]］】〕]|[一二三四五六七八九十]{1,3}、)?\s?([^：:。；]{1,48}?)(?:，即)?[：:]\s?(.+)$/s
const withVerb = /^(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[①-⑳]|[[［【〔]\d{1,3}[\]］】〕])?\s?((?:[^，。；：即指]|“[^”]*”){2,24}?)(?:，)?(?:是指|即|系指|指的是|指)(.+)$/s
const withMaker = /^([^，。；：由]{2,12})由(.+(?:组成|构成).*)$/s

/** An entry of a glossary, in the forms word：meaning, word即meaning, and those from which the colon was lost. */
function entryOf(line: string): { word: string; meaning: string } | null {
  const colon = withColon.exec(line)
  if (colon?.[1] && colon[2] && balanced(colon[1])) return tidy(colon[1], colon[2])
  const verb = withVerb.exec(line)
  if (verb?.[1] && verb[2] && balanced(verb[1])) return tidy(verb[1], verb[2])
  const maker = withMaker.exec(line)
  if (maker?.[1] && maker[2]) return tidy(maker[1], `由${maker[2]}`)
  return countedEntry(line)
}

/** 六稳稳就业、稳金融…: the word ends where the first item begins, and the items share their first character. */
function countedEntry(line: string): { word: string; meaning: string } | null {
  const items = line.replace(/^“/, '').split('、')
  const first = items[0] ?? '', shared = items[1]?.charAt(0) ?? ''
  const cut = shared === '' ? -1 : first.lastIndexOf(shared)
  return items.length >= 3 && cut >= 2 && cut <= 12 && items.slice(1).every(item => item.startsWith(shared)) ? tidy(first.slice(0, cut), first.slice(cut) + line.slice(line.indexOf('、'))) : null
}

function tidy(word: string, meaning: string): { word: string; meaning: string } {
  const plain = word.trim().replace(/[，,]$/, '')
  const quoted = /^“([^“”]+)”$/.exec(plain)
  return { word: quoted?.[1] ?? plain, meaning: meaning.trim().replace(/^(?:是|指|是指|即)(?=.)/, '') }
}

function balanced(text: string): boolean {
  return text.split('“').length === text.split('”').length
}

/** The words a footnote's mark stands behind: from the last quotation mark, or the last words of the clause. */
function wordBefore(clean: CleanText, rawAt: number): string | null {
  let low = 0, high = clean.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((clean.origin[middle] ?? 0) < rawAt) low = middle + 1
    else high = middle
  }
  const before = clean.text.slice(Math.max(0, low - 40), low).replace(/^.*\n/s, '').replace(/\t.*$/s, '').replace(/[—–-]+$/, '')
  const quoted = /“[^“”]{1,20}”[^“”，。；、：]{0,12}$/.exec(before)?.[0]
  const words = quoted ?? /[^，。；、：！？“”（）]{2,16}$/.exec(before)?.[0] ?? ''
  return words.length >= 2 ? tidy(words, '').word : null
}

const beforeThatIs = /“([^“”。]{2,20})”([^，。“”；（]{0,6})[，（(]?$/
const afterThatIs = /^即[：:]?([^。；）]{4,90})/
const beforeShort = /([^，。；、（）“”]{4,36})（$/
const afterShort = /^以下(?:简称|称)[：:]?[“《]?([^”》）]{2,14})[”》]?）/

/** “六件事”，即…; …规划纲要（以下简称《纲要》）. Found from the rare words 即 and 以下, and not by trying every place. */
function* inlineTerms(text: string): Generator<{ word: string; meaning: string; at: number; until: number }> {
  for (let at = text.indexOf('即'); at >= 0; at = text.indexOf('即', at + 1)) {
    const after = afterThatIs.exec(text.slice(at, at + 94)), before = after && beforeThatIs.exec(text.slice(Math.max(0, at - 32), at))
    if (after && before) yield { word: `${before[1]}${before[2]}`, meaning: after[1] ?? '', at: at - before[0].length, until: at + after[0].length }
  }
  for (let at = text.indexOf('以下'); at >= 0; at = text.indexOf('以下', at + 2)) {
    const after = afterShort.exec(text.slice(at, at + 26)), before = after && beforeShort.exec(text.slice(Math.max(0, at - 38), at))
    if (after && before) yield { word: after[1] ?? '', meaning: before[1] ?? '', at: at - before[0].length, until: at + after[0].length }
  }
}
