import { address, countedLead, dashMark, itemMark, subItemMark, groupMark, numberOf } from './wording.ts'

/** A lead: the short sentence with which a paragraph, or a stretch of one, announces its subject. Offsets into the paragraph. */
export type Lead = { readonly start: number; readonly end: number; readonly words: string }

const longestLead = 26
const longestCountedLead = 46

/**
 * Finds the leads of a paragraph. Bold words at its head are one; so is a first sentence that is short and has
 * neither comma nor figure. Where the leads of a group stand one after another in a single paragraph
 * (（一）经济发展持续向好。经济运行起势有力。…主要行业稳步增长。…), the later ones are as long as the first.
 */
export function leadsOf(text: string, given: { readonly bold: number; readonly afterHeading: boolean }): Lead[] {
  if (address.test(text)) return []
  const counted = countedLeads(text)
  if (counted.length > 1) return counted
  const first = firstLead(text, given.bold)
  if (!first) return []
  const leads = [first]
  if (!given.afterHeading) return leads
  const usual = first.words.length
  for (const match of text.matchAll(/[。！]([^。，、；：！？“”（）\d,;:]{4,16})。/g)) {
    const start = match.index + 1, words = match[1] ?? ''
    const end = match.index + match[0].length
    if (start >= first.end + 10 && end < text.length && Math.abs(words.length - usual) <= 1) leads.push({ start, end, words })
  }
  return leads
}

/** A line that is nothing but a lead: 加力扩大有效投资。 alone, with its paragraph on the next line. */
export function standingLead(text: string): string | null {
  if (address.test(text) || !/[。]$/.test(text) || text.length > longestCountedLead) return null
  const words = text.slice(0, -1)
  if (words.length < 4 || /[。！？：；:;\d]/.test(words.replace(/“[^”]*”/g, ''))) return null
  return countedLead.test(text) || (words.length <= longestLead && !/[，,]/.test(words)) ? words : null
}

/** 一要…。…二要…。…三要…。 in one paragraph: each sentence so counted is the lead of what follows it. */
function countedLeads(text: string): Lead[] {
  const leads: Lead[] = []
  let last: number | null = null
  for (const match of text.matchAll(/(?<=^|[。；：！])([一二三四五六七八九十]{1,2})(是|要)([^。；！？]{3,44})。/g)) {
    const number = numberOf(match[1] ?? '')
    // A page edge may have begun a new paragraph at 三要: then counting goes on from there.
    if (number === null || (last === null ? number !== 1 && match.index > 0 : number !== last + 1)) continue
    last = number
    leads.push({ start: match.index, end: match.index + match[0].length, words: match[0].slice(0, -1) })
  }
  return (leads.at(-1)?.end ?? text.length) < text.length ? leads : []
}

function firstLead(text: string, bold: number): Lead | null {
  const mark = (dashMark.exec(text) ?? itemMark.exec(text) ?? subItemMark.exec(text) ?? groupMark.exec(text))?.[0].length ?? 0
  const words = (end: number) => text.slice(mark, end).replace(/[。！：:.．\s]+$/, '')
  if (bold >= 4 && bold < text.length && bold <= 60) {
    // The full stop may stand just outside the bold words.
    const end = /[。：]/.test(text.charAt(bold)) ? bold + 1 : bold
    return end < text.length ? { start: 0, end, words: words(end) } : null
  }
  const counted = countedLead.test(text) || /^(?:五年来|[一四三]年来|过去[一五]年)[，,]/.test(text)
  const listed = mark > 0 && dashMark.test(text)
  const stop = text.slice(0, mark + longestCountedLead + 1).search(/[。！]/)
  if (stop < mark + 4 || stop + 1 >= text.length) return null
  const sentence = text.slice(mark, stop)
  if (/\d/.test(sentence.replace(/“[^”]*”/g, '')) || /[：:；;？?]/.test(sentence)) return null
  if (/(?:时期|年).{0,12}(?:极不|不平凡|不寻常|关键)/.test(sentence)) return null
  if (!counted && !listed && (sentence.length > longestLead || /[，,]/.test(sentence))) return null
  return { start: 0, end: stop + 1, words: words(stop) }
}
