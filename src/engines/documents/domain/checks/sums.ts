import { baseValue, printNumber, scaleOf } from '../../../../kernel/quantity.ts'
import { sameMeasure } from '../../../indicators/domain/units.ts'
import { type Checked, type CheckedDoubt, doubtOf, type Part } from './doubt.ts'
import { above, meet, rangeOf, sumOf } from './range.ts'
import { amountText, isSpecific, MOST_ALIKE, type Saying, yearOfSaying } from './saying.ts'

/** A sum that the register keeps as a formula. */
export type KnownSum = { readonly whole: string; readonly parts: readonly string[] }

type Levelled = Saying & { readonly level: NonNullable<Saying['level']> }
const levelled = (saying: Saying): saying is Levelled => saying.level !== null && saying.change?.base !== '序时进度'

/**
 * Parts and their whole. In one sentence: 其中 parts are within their whole, and a list that ends in 共, 合计 or 总计 adds up to it.
 * Across sentences and papers: two listed counts and a count of both (20 市重点项目 and 43 市“攻城拔寨”项目 are the 63 市区重点项目),
 * and the sums that the register knows.
 */
export function checkSums(sayings: readonly Saying[], known: readonly KnownSum[]): Checked {
  const levels = sayings.filter(levelled)
  const found = [...withinSentences(levels), ...acrossSentences(levels), ...byFormula(levels, known)]
  return { kind: 'sum', compared: found.length, doubts: found.flatMap(doubt => doubt ?? []) }
}

/** Null where a comparison holds. */
type Outcome = CheckedDoubt | null

const total = /^(?:[^，、；]{0,4})?(?:共计|合计|总计|一共|共)/

function withinSentences(levels: readonly Levelled[]): Outcome[] {
  const outcomes: Outcome[] = []
  for (const sentence of bySentence(levels).values()) {
    sentence.forEach((saying, i) => {
      const parts = followingParts(sentence, i)
      if (parts.length > 0) outcomes.push(partsWithin(saying, parts))
      const words = saying.words
      if (!total.test(words)) return
      const list = sentence.slice(0, i).filter(each => each.side === saying.side && sameMeasure(each.level.unit, saying.level.unit) && !isPart(each) && !total.test(each.words))
      // 合计 right behind at least two listed amounts of its measure.
      if (list.length >= 2 && sentence.slice(i - list.length, i).every(each => list.includes(each))) outcomes.push(addsUp(saying, list, 'contradiction'))
    })
  }
  return outcomes
}

const isPart = (saying: Saying): boolean => /(?:^|；)其中(?:；|$)/.test(saying.notes) || saying.words.startsWith('其中')

/** The 其中 parts right behind a whole, as far as they are counted in its measure. */
function followingParts(sentence: readonly Levelled[], at: number): Levelled[] {
  const whole = sentence[at]
  if (!whole || isPart(whole)) return []
  const parts: Levelled[] = []
  for (const each of sentence.slice(at + 1)) {
    if (!isPart(each)) break
    if (sameMeasure(each.level.unit, whole.level.unit) && each.side === whole.side) parts.push(each)
  }
  return parts
}

/** Parts after 其中 need not be all, but none of them, nor all together, can be more than the whole. */
function partsWithin(whole: Levelled, parts: readonly Levelled[]): Outcome {
  const limit = rangeOf(whole.level), large = parts.find(part => above(rangeOf(part.level), limit))
  const sum = sumOf(parts.map(part => rangeOf(part.level)))
  if (!large && !above(sum, limit)) return null
  const said = amountText(whole.level)
  if (large) return doubtOf('sum', 'contradiction', sides(whole, [large]), { zh: `分项${amountText(large.level)}大于总数${said}`, en: `One part, ${amountText(large.level)}, is more than the whole, ${said}` })
  return doubtOf('sum', 'question', sides(whole, parts), { zh: `${sumText(parts, whole.level.unit)}，大于总数${said}；分项互不重叠时不能成立`, en: `${sumText(parts, whole.level.unit)}, more than the whole, ${said}; this cannot be unless the parts overlap` })
}

function addsUp(whole: Levelled, parts: readonly Levelled[], severity: 'contradiction' | 'question'): Outcome {
  if (meet(sumOf(parts.map(part => rangeOf(part.level))), rangeOf(whole.level))) return null
  return doubtOf('sum', severity, sides(whole, parts), { zh: `${sumText(parts, whole.level.unit)}，与所说的合计${amountText(whole.level)}不符`, en: `${sumText(parts, whole.level.unit)}; the paper says ${amountText(whole.level)}` })
}

function sides(whole: Saying, parts: readonly Saying[]): Part[] {
  return [[{ zh: '合计', en: 'Whole' }, whole], ...parts.map((part): Part => [{ zh: '分项', en: 'Part' }, part])]
}

/** 20个 + 44个 = 64个, in the unit of the whole. */
function sumText(parts: readonly Levelled[], unit: string): string {
  const sum = parts.reduce((all, { level }) => all + baseValue(level), 0)
  const digits = Math.max(...parts.map(part => part.level.decimals ?? 2))
  return `${parts.map(part => amountText(part.level)).join(' + ')} = ${printNumber(sum / scaleOf(unit), digits)}${unit}`
}

function bySentence(sayings: readonly Levelled[]): Map<string, Levelled[]> {
  const sentences = new Map<string, Levelled[]>()
  for (const saying of sayings) {
    if (saying.paper === null) continue
    const key = `${saying.paper} ${saying.sentenceAt}`
    const known = sentences.get(key)
    if (known) known.push(saying)
    else sentences.set(key, [saying])
  }
  for (const sentence of sentences.values()) sentence.sort((a, b) => a.at - b.at)
  return sentences
}

/** By how much a count of both may miss the sum of two listed counts and still be meant as it. Ours. */
const NEARLY = 0.1

/**
 * Two counts listed with 、 or 和 before one verb, and elsewhere in the papers of that year one count whose name ends like
 * theirs (市重点项目 and 市“攻城拔寨”项目: 市区重点项目). It need not be meant as their sum, so only a near miss is asked about.
 */
function acrossSentences(levels: readonly Levelled[]): Outcome[] {
  const outcomes: Outcome[] = []
  const counts = Map.groupBy(levels.filter(each => each.level.hedge === null && isSpecific(each) && each.thing.length > HEAD), each => headKey(each, each.thing))
  for (const sentence of bySentence(levels).values()) {
    sentence.forEach((first, i) => {
      const second = sentence[i + 1]
      if (!second || !areListed(first, second)) return
      const sum = first.level.value + second.level.value
      // Whatever counts things whose name ends like one of theirs; so many of one ending are no totals.
      const alike = [...new Set([first, second].map(part => headKey(part, countedIn(part))))].flatMap(key => counts.get(key) ?? [])
      if (alike.length > MOST_ALIKE) return
      const wholes = alike.filter(each => (each.paper !== first.paper || each.sentenceAt !== first.sentenceAt) && each.level.value > Math.max(first.level.value, second.level.value) && Math.abs(each.level.value - sum) <= NEARLY * sum && namesBoth(each, first, second))
      for (const whole of wholes) outcomes.push(addsUp(whole, [first, second], 'question'))
    })
  }
  return outcomes
}

/** 重点项目: so much of the end of a name tells what is counted. */
const HEAD = 4

/** Counts of one year and unit whose names end alike. */
function headKey(saying: Levelled, thing: string): string {
  return `${yearOfSaying(saying)} ${saying.level.unit} ${thing.slice(-HEAD)}`
}

function areListed(a: Levelled, b: Levelled): boolean {
  const between = a.sentence.slice(a.sentence.indexOf(a.words), a.sentence.indexOf(b.words, a.sentence.indexOf(a.words) + 1))
  return a.thing !== b.thing && a.level.unit === b.level.unit && a.level.hedge === null && b.level.hedge === null && a.side === b.side && Number.isInteger(a.level.value) && Number.isInteger(b.level.value)
    && /^\d/.test(a.words) && /[、和及]/.test(between) && !/[，；]/.test(between)
}

/** Does the name of a count end like a part's name, from the thing counted on: 市区重点项目 like 市重点项目? */
function namesBoth(whole: Saying, ...parts: readonly Saying[]): boolean {
  const head = whole.thing.slice(-HEAD)
  return parts.some(part => countedIn(part).endsWith(head)) && parts.every(part => countedIn(part).endsWith(head.slice(-2)))
}

/** 市“攻城拔寨”项目投资完成度 speaks of 市攻城拔寨项目. */
function countedIn({ thing }: Saying): string {
  return thing.replace(/(?:年度)?投资?(?:完成[度率])$/, '')
}

/** Sums that the register keeps as formulas, for each period in which the whole and all parts are said. */
function byFormula(levels: readonly Levelled[], known: readonly KnownSum[]): Outcome[] {
  const results = levels.filter(each => each.side === 'result' && each.basis === '')
  return known.flatMap(({ whole, parts }) => results.filter(each => each.subject === whole).flatMap((said): Outcome[] => {
    const used = parts.map(part => results.findLast(each => each.subject === part && each.period === said.period && sameMeasure(each.level.unit, said.level.unit)))
    const all = used.filter(part => part !== undefined)
    return all.length === parts.length ? [addsUp(said, all, 'contradiction')] : []
  }))
}
