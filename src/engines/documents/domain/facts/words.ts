import { adverbs, adverbsBeforeVerbs, halfVerbs, nominalVerbs, verbs } from './lexicon.ts'

const nounTail = /^[率量额数性型类化度力者员点站区]|^(?:进度|情况|成本|时间|时限|流程|机制|水平|比例|占比|项目|工作|工程|任务|资金|面积|标准|企业|人员|人数|中心|能力|体系|基地|园区|平台|规模|水平|资源|总额|总量|指数|强度|活动)/

/** Where the first verb that can only be a predicate stands in `text`, from `from` on; -1 where there is none. */
export function predicateAt(text: string, from = 0): number {
  for (let at = from; at + 1 < text.length; at++) {
    if (mayBegin[text.charCodeAt(at)] !== 1) continue
    const word = text.slice(at, at + 2)
    if (verbs.has(word) && !nominalVerbs.has(word) && !halfVerbs.has(word) && !nounTail.test(text.slice(at + 2, at + 4))) return at
    if (oneCharacterPredicate.test(text.slice(at, at + 3))) return at
  }
  return -1
}
/** Characters with which a verb can begin: a table look-up spares nearly all slices. */
const mayBegin = new Uint8Array(65_536)
for (const word of [...verbs, '获', '被', '成', '荣']) mayBegin[word.charCodeAt(0)] = 1
const oneCharacterPredicate = /^(?:获[评批得颁授]?|被[认评授列]|入选|成为|荣获)/

const adverbsByFirst = new Map<string, { word: string; always: boolean }[]>()
for (const [list, isAlways] of [[adverbs, true], [adverbsBeforeVerbs, false]] as const) {
  for (const word of list) {
    const first = word[0] ?? ''
    adverbsByFirst.set(first, [...adverbsByFirst.get(first) ?? [], { word, always: isAlways }])
  }
}
for (const list of adverbsByFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

/** 共有 and 再生 begin with adverbs and are words of their own. */
const notAdverb = /^(?:共[有同享建计产青治用筹]|已[有建]|并[列网联购轨]|将[军]|还[款林草迁]|再[生造就次融]|全[市区省国县]|和[谐平美]|及[时]|更[新换]|拟[建]|均[价衡等]|现[代有金场存]|另[类]|且末|则|累计)/

/** Index behind the adverbs at the start of `text` from `from` on. */
export function skipAdverbs(text: string, from = 0): number {
  let at = from
  for (;;) {
    const found = adverbsByFirst.get(text[at] ?? '')?.find(({ word }) => text.startsWith(word, at) && !(word.length === 1 && notAdverb.test(text.slice(at, at + 2))) && !(word === '高质量' && text.startsWith('发展', at + 3)))
    if (!found) return at
    const end = at + found.word.length
    if (!found.always && skipVerbs(text, skipAdverbs(text, end)) === skipAdverbs(text, end)) return at
    at = end
  }
}

/** The verbs (one or several in a row: 排查整治, 建立健全) that start at `at`; the index behind them, or `at` itself. */
export function skipVerbs(text: string, at: number): number {
  let end = at
  for (;;) {
    if (mayBegin[text.charCodeAt(end)] !== 1 && !'新再'.includes(text[end] ?? ' ')) return end
    // 新开工, 新认定: 新 belongs to the verb behind it.
    const prefix = '新再'.includes(text[end] ?? ' ') && isVerb(text.slice(end + 1, end + 3)) ? 1 : 0
    const word = text.slice(end + prefix, end + prefix + 2)
    if (!isVerb(word) && !(prefix === 0 && isVerb(text.slice(end, end + 2)))) return end
    end += prefix + 2
  }
}

const isVerb = (word: string): boolean => verbs.has(word) && !halfVerbs.has(word)
