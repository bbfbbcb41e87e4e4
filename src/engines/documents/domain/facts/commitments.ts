import type { Strength } from '../../schema.ts'
import { periodsIn, type Times } from './period.ts'
import { trimEnd } from './subject.ts'
import { skipAdverbs } from './words.ts'

/** A promise without a figure, in one clause of a sentence. Offsets in the squeezed sentence. */
export type Promised = { readonly verb: string; readonly object: string; readonly strength: Strength; readonly period: string; readonly start: number; readonly end: number; readonly certainty: number }

const strong = /^(确保|保证|务必|力争|争取|努力|力求|争创|全力争取)/
const strengthOfWord: Readonly<Record<string, Strength>> = { 确保: 'ensure', 保证: 'ensure', 务必: 'ensure', 力争: 'strive', 争取: 'strive', 努力: 'strive', 力求: 'strive', 争创: 'strive', 全力争取: 'strive' }
/** Something will stand, run or be in force when this is done: it can be answered with yes or no. */
const finishing = /^(完成|建成|建好|竣工|投产|投用|开业|开园|开工|动工|启动|出台|制定|制订|编制|修订|印发|发布|建立|成立|组建|设立|创建|新建|改建|扩建|新设|新增|引进|引入|举办|承办|召开|开设|开通|开展|开办|上线|搭建|构建|建设|打造|实施|落实|申报|创办|创设|配置|配备|开发|选任|培育|改造|修缮|整治|升级改造|盘活|招引)/
const advancing = /^(推进|推动|加快|促进|支持|鼓励)/
const exploring = /^(探索|试点|试行|谋划|研究|筹建|筹备|谋划推进)/

/** The verb may be two in a row: 建立健全, 出台实施. */
const second = /^(?:健全|完善|实施|盘活|优化|落实|运营|投用|推广|启用|开放)/
const listNumber = /^(?:[-—·•\s]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+(?:是|要|、)|\d{1,2}[.．、])+/
/** 力争 2023 年内竣工: what is to be finished stands in the clause before. */
const milestone = /^(?:20\d\d年|今年|年|本年|上半年|下半年)?(?:年?(?:底|末|内|初))?(?:前|之前)?(?:全面|全部|正式|如期|基本|实现|完成)*(竣工|投产|完工|开工|建成|投用|通车|开业|达产|动工|封顶|运营|验收|交付)(?:使用|投用|投产|运营|开放)?$/

/** The promises of a sentence, clause by clause; clauses that hold a figure are facts already and are left out. */
export function commitmentsIn(text: string, figures: readonly { start: number; end: number }[], times: Times): Promised[] {
  const found: Promised[] = []
  let start = listNumber.exec(text)?.[0].length ?? 0
  for (let at = start; at <= text.length; at++) {
    const char = text[at] ?? '，'
    if (char !== '，' && char !== '。' && char !== '；' && char !== ',' && char !== '：') continue
    const end = at
    if (end - start >= 5 && !figures.some(figure => figure.start < end && figure.end > start)) {
      const promise = promiseIn(text, start, end, times, found.at(-1))
      if (promise) found.push(promise)
    }
    start = at + 1
  }
  return found
}

function promiseIn(text: string, start: number, end: number, times: Times, previous: Promised | undefined): Promised | null {
  const clause = text.slice(start, end)
  let at = skipAdverbs(clause)
  const promised = strong.exec(clause.slice(at))
  if (promised) at = at + promised[0].length
  const finished = promised ? milestone.exec(clause.slice(at)) : null
  if (finished?.[1] && previous && previous.end === start - 1) {
    const due = periodsIn(clause, times).at(-1)?.period ?? times.period
    return { verb: `${promised?.[0]}${finished[1]}`, object: previous.object.replace(/建设$/, ''), strength: strengthOf(promised?.[0]), period: due, start, end, certainty: 0.85 }
  }
  if (promised) at = skipAdverbs(clause, at)
  const rest = clause.slice(at)
  const kind = finishing.exec(rest) ?? exploring.exec(rest) ?? advancing.exec(rest)
  const first = kind?.[1] ?? ''
  const deed = first + (second.exec(rest.slice(first.length))?.[0] ?? '')
  if (!kind && !promised) return null
  const object = trimEnd(rest.slice(kind ? deed.length : 0).replace(/^了/, '')).slice(0, 60)
  if (object.length < 3) return null
  const strength = promised ? strengthOf(promised[0]) : exploring.test(rest) ? 'explore' : advancing.test(rest) ? 'advance' : /^(?:完成|建成|竣工|投产)/.test(rest) ? 'complete' : 'plain'
  const period = periodsIn(clause, times).at(-1)?.period ?? times.period
  return { verb: `${promised?.[0] ?? ''}${kind ? deed : ''}`, object, strength, period, start, end, certainty: promised || finishing.test(rest) ? 0.9 : 0.8 }
}

const strengthOf = (word: string | undefined): Strength => strengthOfWord[word ?? ''] ?? 'plain'
