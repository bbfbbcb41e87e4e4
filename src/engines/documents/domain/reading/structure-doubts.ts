import type { Label } from '../../../../kernel/label.ts'
import type { Block, CleanText, Doubt, FrontMatter } from '../../schema.ts'
import { rawSpan } from './clean-text.ts'
import { groupMark, itemMark, numberOf, partMark, sentenceEnd } from './wording.ts'

/**
 * What looks lost or damaged in the structure of a paper and cannot be repaired by a machine: a lost heading number, an end
 * that was cut off, a table that does not add up, a foreign word, a quotation mark without its mate.
 */
export function structureDoubtsOf(clean: CleanText, outline: readonly Block[], front: FrontMatter): Doubt[] {
  return [
    ...noFrontMatter(clean, front), ...lostNumbers(clean, outline), ...fewerThanAnnounced(clean, outline), ...cutOff(clean, outline, front),
    ...unevenTables(clean, outline), ...strayWords(clean, outline), ...lostQuotationMarks(clean, outline),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}

function doubt(kind: Doubt['kind'], message: Label, span: { start: number; end: number }): Doubt {
  return { kind, message, fact: null, start: span.start, end: span.end }
}

function noFrontMatter(clean: CleanText, front: FrontMatter): Doubt[] {
  if (front.title !== null && (front.date !== null || front.year !== null)) return []
  const missing = [...(front.title === null ? ['标题'] : []), ...(front.date === null ? ['日期'] : []), ...(front.speaker === null ? ['报告人'] : [])]
  const missingEn = [...(front.title === null ? ['title'] : []), ...(front.date === null ? ['date'] : []), ...(front.speaker === null ? ['speaker'] : [])]
  return [doubt('no-front-matter', { zh: `文中没有读到${missing.join('、')}，请补填`, en: `The text gives no ${missingEn.join(', ')}; please fill in` }, rawSpan(clean, 0, Math.min(clean.text.length, 30)))]
}

/** The number a heading bears, and in which series. */
function numberingOf(clean: CleanText, block: Block): { series: 'part' | 'group' | 'item'; number: number } | null {
  const text = clean.text.slice(block.clean.start, Math.min(block.clean.end, block.clean.start + 12))
  const part = partMark.exec(text), group = groupMark.exec(text), item = itemMark.exec(text)
  const number = part ? numberOf(part[1] ?? part[2] ?? '') : group ? numberOf(group[1] ?? '') : item ? Number(item[1]) : null
  return number === null ? null : { series: part ? 'part' : group ? 'group' : 'item', number }
}

function lostNumbers(clean: CleanText, outline: readonly Block[]): Doubt[] {
  const doubts: Doubt[] = []
  const last = new Map<string, number>()
  for (const block of outline) {
    if (block.kind !== 'heading' || block.role === 'annex' || block.role === 'glossary') continue
    const found = numberingOf(clean, block)
    if (!found) continue
    const series = `${found.series} ${block.path.at(-1) ?? ''}`
    const before = last.get(series) ?? 0
    if (found.number !== before + 1 && found.number !== 1) {
      const zh = before === 0 ? `这里的序号从第${found.number}开始，前面的标题可能丢了序号` : `序号从第${before}跳到第${found.number}，中间可能丢了标题或序号`
      const en = before === 0 ? `Numbering begins at ${found.number} here; an earlier heading may have lost its number` : `Numbering jumps from ${before} to ${found.number}; a heading or its number may be lost`
      doubts.push(doubt('lost-heading-number', { zh, en }, block))
    }
    last.set(series, found.number)
  }
  return doubts
}

/** 重点抓好以下七个方面工作 and then six groups: something is missing. */
function fewerThanAnnounced(clean: CleanText, outline: readonly Block[]): Doubt[] {
  const doubts: Doubt[] = []
  outline.forEach((block, at) => {
    if (block.kind !== 'paragraph' || (block.role !== 'tasks' && block.role !== 'outlook' && block.role !== 'targets')) return
    const announced = /(?:抓好|做好|推进|抓|做).{0,8}?([一二三四五六七八九十]{1,2}|\d{1,2})(?:个方面|项|方面的?)(?:重点)?(?:工作|任务)?[^。]{0,6}[：:。]?\s*$/.exec(clean.text.slice(Math.max(block.clean.start, block.clean.end - 44), block.clean.end))
    const count = announced?.[1] ? /\d/.test(announced[1]) ? Number(announced[1]) : numberOf(announced[1]) : null
    if (!count || count < 2) return
    const level = outline[at + 1]?.level
    if (outline[at + 1]?.kind !== 'heading' || !level) return
    let groups = 0
    for (let k = at + 1; k < outline.length; k++) {
      const next = outline[k]
      if (next?.kind !== 'heading' || next.level === null) continue
      if (next.level < level || next.role === 'annex' || next.role === 'glossary') break
      if (next.level === level) groups++
    }
    if (groups < count) doubts.push(doubt('cut-off', { zh: `文中说有${count}个方面，只读到${groups}个，后文可能缺失`, en: `The text announces ${count} points and only ${groups} were found; something may be missing` }, { start: block.start, end: block.end }))
  })
  return doubts
}

function cutOff(clean: CleanText, outline: readonly Block[], front: FrontMatter): Doubt[] {
  const last = outline.findLast(block => block.kind !== 'furniture' && block.kind !== 'table-row')
  if (!last || clean.text.length < 200) return []
  const end = { start: Math.max(last.start, last.end - 30), end: last.end }
  const words = clean.text.slice(last.clean.start, last.clean.end).trimEnd()
  if ((last.kind === 'paragraph' || last.kind === 'list-item') && !sentenceEnd.test(words) && words.length > 12) {
    return [doubt('cut-off', { zh: '全文在一句话中间结束，后文可能缺失', en: 'The text ends in the middle of a sentence; the rest may be missing' }, end)]
  }
  if (last.kind === 'heading' || last.kind === 'lead') return [doubt('cut-off', { zh: '全文在标题处结束，正文可能缺失', en: 'The text ends with a heading; what follows may be missing' }, end)]
  const looksBothWays = front.kind === 'work-report' || front.kind === 'plan-report' || front.kind === 'half-year-report'
  const roles = new Set(outline.map(block => block.role))
  if (looksBothWays && roles.has('results') && !roles.has('tasks') && !roles.has('targets')) return [doubt('cut-off', { zh: '没有读到下一步工作安排，后文可能缺失', en: 'No part about the work ahead was found; the rest may be missing' }, end)]
  return []
}

function unevenTables(clean: CleanText, outline: readonly Block[]): Doubt[] {
  const doubts: Doubt[] = []
  for (let at = 0; at < outline.length; at++) {
    if (outline[at]?.kind !== 'table-row') continue
    let end = at
    const widths: number[] = []
    for (let row = outline[end]; row?.kind === 'table-row'; row = outline[++end]) widths.push(clean.text.slice(row.clean.start, row.clean.end).split('\t').length)
    const usual = widths[0] ?? 1
    const odd = widths.findIndex(width => width !== usual)
    const row = outline[at + odd]
    if (odd > 0 && row) doubts.push(doubt('unreadable-table', { zh: `表格第${odd + 1}行有${widths[odd]}格，表头有${usual}格，请核对`, en: `Row ${odd + 1} of the table has ${widths[odd]} cells, its head ${usual}; please check` }, row))
    at = end
  }
  return doubts
}

/** Latin words in small letters that a report has no use for; units and names of things are no strays. */
const foreign = /(?<=[一-鿿，。”])\s?([a-z]{2,12})\s?(?=[一-鿿“])/g
const knownWords = new Set(['km', 'kg', 'kw', 'mw', 'cm', 'mm', 'nm', 'um', 'app', 'pm', 'ppm', 'kwh', 'ha', 'hm', 'mg', 'db', 'wifi', 'vr', 'ar', 'ai', 'ip', 'pc', 'logo', 'vs', 'pos', 'x', 'n'])

function strayWords(clean: CleanText, outline: readonly Block[]): Doubt[] {
  const body = outline.filter(block => block.kind !== 'furniture')
  const from = body[0]?.clean.start ?? 0
  return [...clean.text.slice(from).matchAll(foreign)].filter(match => !knownWords.has(match[1] ?? '')).slice(0, 50).map(match => {
    const at = from + match.index + match[0].indexOf(match[1] ?? '')
    return doubt('stray-word', { zh: `中文里夹着外文“${match[1]}”，可能是转换时混入的`, en: `The foreign word "${match[1]}" stands in the Chinese text; it may have slipped in on conversion` }, rawSpan(clean, at, at + (match[1]?.length ?? 0)))
  })
}

function lostQuotationMarks(clean: CleanText, outline: readonly Block[]): Doubt[] {
  const doubts: Doubt[] = []
  for (const block of outline) {
    let open = -1
    for (let at = block.clean.start; at < block.clean.end; at++) {
      const code = clean.text.charCodeAt(at)
      const lost = code === 0x201c ? open >= 0 ? open : -1 : code === 0x201d ? open < 0 ? at : -1 : at === block.clean.end - 1 && open >= 0 ? open : -1
      if (lost >= 0) doubts.push(doubt('lost-quotation-mark', { zh: '引号不成对，可能丢了一半', en: 'A quotation mark has no mate; the other may be lost' }, rawSpan(clean, lost, Math.min(block.clean.end, lost + 12))))
      if (code === 0x201c) open = at
      else if (code === 0x201d) open = -1
    }
  }
  return doubts.slice(0, 100)
}
