import { numberOf } from './wording.ts'

/** From this length on a line may be a whole report whose line breaks were lost. Paragraphs of real reports stay below. */
export const suspectLength = 1200
const fewestHeadings = 3

const spots = /(?<address>各位(?:代表|委员)[：:]|主任、各位[^。：:]{2,20}[：:])|(?<call>各位代表[！!])|(?<part>[一二三四五六七八九十]{1,3})、|[（(](?<group>[一二三四五六七八九十]{1,3})[）)]|(?<dash>——)|(?<end>以上报告[，,])|(?<annex>附件\s?[\d一二三四]?[：:]?\s?(?:名词解释)?|名词解释)|(?<turn>(?<=[。！]\s?)(?:各位代表[，,]|[三五]年来[，,]|过去[一五]年|刚刚过去|一年来[，,]|与此同时|展望20|虽然|我们也清醒|在看到成绩|成绩固然|在肯定成绩|综观|根据以上思路|为确保))/g

/** How a chapter heading ends when the paragraph after it stands on the same line. */
const headingEnd = /(?:回顾|成就|主要成绩|成绩|安排建议|安排|主要任务|任务|重点工作|主要目标|目标|建议|措施|打算|情况|工作|考虑|要求)(?=20\d\d|今年|去年|过去|[一二三四五]年来|“|[（(]一[）)]|根据|按照|各位|我们|做好|当前|综观|新的|上半年|下半年|在市|面对|坚持)/

/** A chapter heading without a number, glued to the paragraph after it: it names a period and what it tells of it. */
const bareHeading = /(?<=[。！])\s?((?:“十[一二三四五六七八九]五”|20\d\d年|今年|过去五年)[^，。；：！？]{2,40}?(?:回顾|成就|成绩|安排|任务|重点工作|目标|情况))(?=\s|“|20\d\d|今年|过去|各位|我们)/g

/**
 * Where a report on one line is to be divided: before its heading numbers, as long as they count on from one, after
 * the address, before the items of a list. Offsets into the line; empty where the line is only a long paragraph.
 */
export function breaksIn(text: string, gaps: readonly number[] = []): number[] {
  if (text.length < suspectLength) return []
  const breaks = new Set<number>()
  let nextPart = 1, nextGroup = 1, headings = 0
  let addressed = false
  for (const match of text.matchAll(spots)) {
    const at = match.index, groups = match.groups ?? {}
    const boundary = at === 0 || /[。！？：；!?:;”’）)】\s]/.test(text.charAt(at - 1)) || breaks.has(at)
    if (groups['address'] && !addressed) {
      addressed = true
      for (const place of frontBreaks(text.slice(0, at))) breaks.add(place)
      breaks.add(at).add(at + match[0].length)
    } else if (groups['part'] && boundary && numberOf(groups['part']) === nextPart) {
      nextPart++
      nextGroup = 1
      headings++
      breaks.add(at)
      const end = headingEndIn(text, at + match[0].length)
      if (end !== null) breaks.add(end)
    } else if (groups['group']) {
      const number = numberOf(groups['group'])
      if (!boundary || (number !== nextGroup && number !== 1)) continue
      nextGroup = (number ?? 0) + 1
      headings++
      breaks.add(at)
    } else if (groups['dash']) {
      if (addressed && /[：；。:;]/.test(text.charAt(at - 1))) breaks.add(at)
    } else if (groups['call'] || groups['end']) {
      if (boundary) breaks.add(at)
    } else if (groups['turn']) {
      breaks.add(at)
    } else if (groups['annex'] && boundary && at > text.length / 2) {
      breaks.add(at)
      nextPart = 1
      if (match[0].endsWith('名词解释')) breaks.add(at + match[0].length)
    }
  }
  if (headings >= fewestHeadings) for (const match of text.matchAll(bareHeading)) breaks.add(match.index).add(match.index + match[0].length)
  if (headings >= fewestHeadings) for (const place of paragraphGaps(text, gaps)) breaks.add(place)
  return headings < fewestHeadings ? [] : [...new Set([...breaks].map(at => (/\s/.test(text.charAt(at)) ? at + 1 : at)))].filter(at => at > 0 && at < text.length).sort((a, b) => a - b)
}

/**
 * Blanks that stand for lost line breaks: runs of two and more wherever a sentence or a whole heading ends before
 * them, single ones behind a full stop if the text has them only here and there.
 */
function paragraphGaps(text: string, gaps: readonly number[]): number[] {
  const wide = gaps.filter(at => /[。！？；：）)”\d一-鿿]\s*$/.test(text.slice(Math.max(0, at - 3), at)) && !/^[一-鿿]{1,4}\s/.test(text.slice(at, at + 6)))
  if (wide.length >= 5) return wide
  const stops = text.split('。').length - 1
  const single = [...text.matchAll(/(?<=[。；：！]) (?=[^ ])/g)].map(match => match.index + 1)
  return single.length >= 5 && single.length < stops * 0.6 ? single : []
}

/** Title, date and meeting, speaker: what stands before the address. */
function frontBreaks(front: string): number[] {
  const places: number[] = []
  const from = Math.max(0, front.length - 300)
  const number = /材料[一二三四五六七八九十\d]{1,2}(?=\s?[一-鿿])/.exec(front.slice(from))
  if (number) places.push(from + number.index + number[0].length)
  const date = front.slice(from).search(/(?:——|—|（|\(|(?<=报告)|(?<=草案[）)]))\s?(?:\d{4}年\s?\d{1,2}月|[〇零一二三四五六七八九]{4}年)/)
  if (date >= 0) places.push(from + date)
  const meeting = front.lastIndexOf('会议上')
  if (meeting >= 0) places.push(meeting + 3 + (/^[）)]/.test(front.slice(meeting + 3)) ? 1 : 0))
  return places
}

function headingEndIn(text: string, from: number): number | null {
  const ahead = text.slice(from, from + 64)
  const stop = ahead.search(/[。！？；]/)
  const within = stop < 0 ? ahead : ahead.slice(0, stop)
  const blank = within.search(/(?<=[一-鿿”）]{4})\s/)
  if (blank >= 0) return from + blank + 1
  const end = headingEnd.exec(within)
  return end ? from + end.index + end[0].length : null
}
