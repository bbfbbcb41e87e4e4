import { type Label } from '../../../../kernel/label.ts'
import { yearOf } from '../../../../kernel/period.ts'
import { printNumber } from '../../../../kernel/quantity.ts'
import { type Source } from '../../../../kernel/source.ts'
import { type Day } from '../../../../kernel/time.ts'
import { looseName, nameParts } from '../../../indicators/domain/names.ts'
import { entryFrom, type FigureEntry, type TargetEntry } from '../ledger-from-fact.ts'
import { periodWords } from '../../../indicators/domain/words.ts'
import { type Figure } from '../../../indicators/schema.ts'
import { type Fact } from '../../schema.ts'
import { chineseAt } from '../facts/numbers.ts'
import { type Amount } from './range.ts'

/** A place in a ranking: 全市第二 is place 2 of 全市. */
export type Place = { readonly scope: string; readonly place: number; readonly words: string }

/** 连续3年: how many, of what (年, 次, 届), and what lasted, where the paper says it beside the place (超额完成任务). */
export type Streak = { readonly count: number; readonly of: string; readonly what: string; readonly words: string }

/** One thing that one source says, as the checks hold it against others: a fact of a paper or a figure of the ledger. */
export type Saying = {
  /** Stable over readings of the same text. */
  readonly key: string
  /** The paper it stands in; sayings of the ledger have none. */
  readonly paper: string | null
  readonly saidOn: Day | null
  /** What it speaks of: an entry of the register where that is certain, else its bare name. Equal subjects are the same thing. */
  readonly subject: string
  /** Its bare name, also where the subject is an entry of the register. */
  readonly thing: string
  readonly name: string
  readonly side: 'result' | 'target'
  /** A level that stood at the end of the period, or grew to it over several years. */
  readonly standing: boolean
  readonly period: string
  readonly level: Amount | null
  readonly change: (Amount & { readonly base: string }) | null
  /** 可比, 剔除…后; empty for the plain basis. */
  readonly basis: string
  /** 其中, 下降 and other words beside the figure. */
  readonly notes: string
  readonly operator: TargetEntry['operator'] | null
  readonly places: readonly Place[]
  readonly streak: Streak | null
  /** Its own words from where its clause begins, and its sentence, both without spaces; empty for figures of the ledger. */
  readonly words: string
  readonly sentence: string
  readonly sentenceAt: number
  readonly at: number
  readonly source: Source
}

/** A paper whose facts are to be checked: `key` names it among the others. */
export type CheckedPaper = { readonly key: string; readonly saidOn: Day | null; readonly raw: string; readonly facts: readonly { readonly key: string; readonly fact: Fact; readonly source: Source; readonly subject: string | null }[] }

/** What a paper says, in the order of its text. Facts that were read with little certainty say nothing here: a person looks at them first. */
export function sayingsOf(paper: CheckedPaper): Saying[] {
  return paper.facts.flatMap(({ key, fact, source, subject }) => {
    const entry = fact.certainty < 0.8 ? null : entryFrom(fact, source, paper.saidOn)
    if (!entry || entry.kind === 'none') return []
    const words = plainWords(paper.raw.slice(fact.start, fact.end)), around = sentenceAround(paper.raw, fact.start, fact.end)
    const said = entry.kind === 'figure' ? figureSaid(entry.figure, words) : targetSaid(entry.target, words)
    return [{
      key, paper: paper.key, saidOn: paper.saidOn, subject: subject ?? thingOf(fact.name), thing: thingOf(fact.name), name: fact.name, period: fact.period,
      standing: fact.kind === 'cumulative' || fact.kind === 'since-baseline', ...said,
      places: placesIn(fact.rank), streak: streakIn(fact.streak), words, sentence: plainWords(around.text), sentenceAt: around.start, at: fact.start, source,
    }]
  })
}

/** What a published figure of the ledger says that no paper on file brought. */
export function sayingOfFigure(key: string, figure: Figure & { readonly indicatorName: string }): Saying {
  const { level, change, period, saidOn, source } = figure
  return {
    key, paper: null, saidOn, subject: figure.indicator, thing: thingOf(figure.indicatorName), name: figure.indicatorName, side: 'result', standing: /[-]/.test(period), period,
    level: level && { value: level.value, upper: upperIn(figure.qualifier, level.unit), unit: level.unit, hedge: level.hedge ?? null, decimals: null },
    change: change && { value: change.value, upper: null, unit: change.unit, hedge: level ? null : hedgeIn(figure.qualifier), decimals: null, base: change.base },
    basis: figure.basis ?? '', notes: figure.qualifier ?? '', operator: null, places: placesIn(figure.rank), streak: streakIn(/连续[^；]*/.exec(figure.qualifier ?? '')?.[0] ?? null), words: '', sentence: '', sentenceAt: 0, at: 0, source,
  }
}

function figureSaid(figure: FigureEntry, words: string): Pick<Saying, 'side' | 'level' | 'change' | 'basis' | 'notes' | 'operator'> {
  const { level, change } = figure
  return {
    side: 'result', operator: null, basis: figure.basis ?? '', notes: figure.qualifier ?? '',
    level: level && { value: level.value, upper: upperIn(figure.qualifier, level.unit), unit: level.unit, hedge: level.hedge ?? null, decimals: decimalsOf(level.value, words) },
    change: change && { value: change.value, upper: null, unit: change.unit, hedge: level ? null : hedgeIn(figure.qualifier), decimals: decimalsOf(Math.abs(change.value), words), base: change.base },
  }
}

function targetSaid(target: TargetEntry, words: string): Pick<Saying, 'side' | 'level' | 'change' | 'basis' | 'notes' | 'operator'> {
  const { value, measure, hedge, operator, stretch } = target
  const amount = value === null ? null : { value, upper: stretch, unit: measure, hedge: /左右|约/.test(hedge ?? '') ? hedge : null, decimals: decimalsOf(Math.abs(value), words) }
  return { side: 'target', operator, basis: '', notes: '', level: target.aspect === 'level' ? amount : null, change: target.aspect === 'growth' && amount ? { ...amount, base: '同比' } : null }
}

/** The ledger keeps the upper end of a range and the hedge of a rate among the notes of a figure. */
function upperIn(notes: string | null, unit: string): number | null {
  const upper = new RegExp(`至([\\d.]+)${unit.replaceAll(/[.*+?^$()|[\]{}\\/]/g, '')}(?:；|$)`).exec(notes ?? '')?.[1]
  return upper === undefined ? null : Number(upper)
}

function hedgeIn(notes: string | null): string | null {
  return /(?:^|；)(超过?|突破|近|约|逾|以上|左右|余|不足)(?:；|$)/.exec(notes ?? '')?.[1] ?? null
}

/** How many decimals a number was printed with: 63.0 has one, which its value does not show. */
function decimalsOf(value: number, words: string): number | null {
  const printed = words.match(/\d+(?:\.\d+)?/g)?.find(number => Number(number) === value)
  return printed === undefined ? null : printed.split('.')[1]?.length ?? 0
}

/** What a name means apart from time, own area and the words in which papers are free: 线上、线下招聘会 is 线上线下招聘会. */
export function thingOf(name: string): string {
  const core = looseName(nameParts(name).bare.replace(/获评|获/, '').replace(/(?:同比)?双?下降$/, ''))
  return sameThing[core] ?? core
}

/** Two names of one thing, as `looseName` leaves them. */
const sameThing: Readonly<Record<string, string>> = { gdp: '地区生产', 生产: '地区生产', 区域总税收: '区域税收' }

/** Names so short or general that two of them need not be the same thing: 清单, 平台, 项目. */
export function isSpecific({ thing }: Pick<Saying, 'thing'>): boolean {
  return thing.length >= 3 && !/^(?:重点|建设|新增)?(?:项目|企业|工作|任务|活动|措施|产业集群)$/.test(thing)
}

/** A name that comes up more often than this is a heading rather than a thing, and comparing all with all would take for ever. */
export const MOST_ALIKE = 60

/** Sayings by what they speak of. */
export function bySubject(sayings: readonly Saying[]): ReadonlyMap<string, readonly Saying[]> {
  return new Map([...Map.groupBy(sayings, saying => saying.subject)].filter(([, group]) => group.length <= MOST_ALIKE))
}

function plainWords(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}

const stops = new Set('。；！？;!?')
const LONGEST_SENTENCE = 400

/** The sentence in which a span of the raw text stands. */
function sentenceAround(raw: string, start: number, end: number): { text: string; start: number } {
  let from = start, to = Math.max(start, end - 1)
  while (from > 0 && start - from < LONGEST_SENTENCE && !stops.has(raw[from - 1] ?? '')) from -= 1
  while (to < raw.length && to - end < LONGEST_SENTENCE && !stops.has(raw[to] ?? '')) to += 1
  return { text: raw.slice(from, to), start: from }
}

/** The places a fact claims; 前列 and 前三 are no exact place. */
export function placesIn(rank: string | null): Place[] {
  return (rank ?? '').split(/[;；]/).flatMap(part => {
    const words = part.trim(), first = /^(.+?)(?:首位|榜首|之首)$/.exec(words)
    if (first?.[1]) return [{ scope: first[1], place: 1, words }]
    const place = /^(?:并列)?(.*?)第(\d+|[一二三四五六七八九十百]+)(?:名|位)?$/.exec(words)
    return place?.[2] === undefined ? [] : [{ scope: place[1] ?? '', place: countIn(place[2]), words }]
  })
}

/** 3 and 三 and 十一 as a number. */
export function countIn(digits: string): number {
  return /^\d+$/.test(digits) ? Number(digits) : digits === '两' ? 2 : chineseAt(digits, 0)?.value ?? Number.NaN
}

function streakIn(text: string | null): Streak | null {
  const words = /^连续(?:第)?(\d+|[一二两三四五六七八九十]+)个?(年度|年|次|届|轮|季度|月|批|期|场|天)(.*)$/.exec(text ?? '')
  const count = words?.[1] === undefined ? Number.NaN : countIn(words[1])
  if (!words?.[2] || !Number.isInteger(count)) return null
  // Behind a place, only words of a deed of their own say what lasted: 居全市第一、连续4年超额完成任务.
  const what = (words[3] ?? '').replaceAll(/^[“"]+|[”"，、].*$/g, '')
  return { count, of: words[2] === '年度' ? '年' : words[2], what: /^(?:位?居|保持|位列|排名|荣?获|全[市省国])/.test(what) ? '' : what, words: words[0] }
}

export function yearOfSaying(saying: Saying): number | null {
  return yearOf(saying.period)
}

/** 2023年, 2023年上半年: a period within a sentence. */
export function whenText(period: string): Label {
  if (/^\d{4}$/.test(period)) return { zh: `${period}年`, en: period }
  const { zh, en } = periodWords(period, '')
  return { zh, en: `${en.slice(0, 1).toLowerCase()}${en.slice(1)}` }
}

export function amountText({ value, upper, unit, hedge, decimals }: Amount): string {
  const digits = decimals ?? 6
  const number = `${decimals === null ? printNumber(value, digits) : value.toFixed(digits)}${upper === null ? '' : `-${printNumber(upper, digits)}`}`
  return hedge !== null && /以上|以下|以内|左右|余|多/.test(hedge) ? `${number}${unit}${hedge.replace(/^达到?…?/, '')}` : `${hedge === null || /^达到?$/.test(hedge) ? '' : hedge}${number}${unit}`
}

/** Words by which papers mean the same period of the year before. */
export const onLastYear = /^(?:同比|yoy|上年|上年同期|去年|去年同期|比上年|同比增长|)$/

/** What a saying says, in few words: 2022年 地区生产总值 3650.18亿元，增长2.9%，全市第二. Names stay as they are written. */
export function sayingText(saying: Saying): Label {
  const { level, change, places, streak, period, side, name, basis } = saying
  const sign = (value: number) => (value < 0 ? { zh: '下降', en: '-' } : { zh: '增长', en: '+' })
  const grown = change && { zh: `${sign(change.value).zh}${amountText({ ...change, value: Math.abs(change.value) })}`, en: `${sign(change.value).en}${amountText({ ...change, value: Math.abs(change.value) })}` }
  const against = change && !onLastYear.test(change.base) ? { zh: `（比${change.base}）`, en: ` (on ${change.base})` } : { zh: '', en: '' }
  const rest = [...places.map(p => p.words), ...(streak ? [streak.words] : [])]
  const zh = [level && amountText(level), grown && `${grown.zh}${against.zh}`, ...rest].filter(part => part !== null && part !== undefined).join('，')
  const en = [level && amountText(level), grown && `${grown.en}${against.en}`, ...rest].filter(part => part !== null && part !== undefined).join(', ')
  const when = whenText(period)
  return { zh: `${when.zh} ${name} ${side === 'target' ? '目标 ' : ''}${zh}${basis === '' ? '' : `（${basis}）`}`, en: `${when.en} ${name} ${side === 'target' ? 'target ' : ''}${en}${basis === '' ? '' : ` (${basis})`}` }
}
