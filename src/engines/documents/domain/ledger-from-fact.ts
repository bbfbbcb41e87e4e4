import { type Label } from '../../../kernel/label.ts'
import { spanOf } from '../../../kernel/period.ts'
import { isRate, printNumber } from '../../../kernel/quantity.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Day } from '../../../kernel/time.ts'
import { nameParts } from '../../indicators/domain/names.ts'
import { type Figure, type Operator, type Target } from '../../indicators/schema.ts'
import { type Fact } from '../schema.ts'

type Saying = { readonly period: string; readonly saidOn: Day | null; readonly source: Source; readonly fact: string }
export type FigureEntry = Saying & Pick<Figure, 'vintage' | 'basis' | 'level' | 'change' | 'rank' | 'qualifier'>
export type TargetEntry = Saying & Pick<Target, 'aspect' | 'operator' | 'value' | 'stretch' | 'measure' | 'hedge' | 'reference' | 'nature' | 'verb' | 'words'>

/** What a fact becomes in the ledger: a figure, a target, or nothing, with the reason. */
export type Entry = { readonly kind: 'figure'; readonly figure: FigureEntry } | { readonly kind: 'target'; readonly target: TargetEntry } | { readonly kind: 'none'; readonly why: Label }

/** Turns an accepted fact into its entry of the ledger. `source` is where it stands in the paper, `saidOn` the day of the paper. */
export function entryFrom(fact: Fact, source: Source, saidOn: Day | null): Entry {
  const why = notForLedger(fact)
  if (why) return { kind: 'none', why }
  const saying = { period: fact.period, saidOn, source, fact: fact.id }
  return fact.kind === 'target' ? { kind: 'target', target: { ...saying, ...targetParts(fact) } } : { kind: 'figure', figure: { ...saying, ...figureParts(fact) } }
}

// The ledger keeps 18 digits before the point; a longer number is digits run together, not an amount.
const TOO_LARGE = 1e15

function notForLedger(fact: Fact): Label | null {
  if (!spanOf(fact.period)) return { zh: fact.period === '' ? '没有时期' : `时期“${fact.period}”不是规范的时期，请更正为如2023、2023H1、2023-05`, en: fact.period === '' ? 'No period' : `“${fact.period}” is no period such as 2023, 2023H1 or 2023-05; please correct it` }
  const numbers = [fact.value, fact.upper, fact.change?.value ?? null]
  if (numbers.some(n => n !== null && Math.abs(n) >= TOO_LARGE)) return { zh: '数值过大，疑为数字连写', en: 'The number is too large; digits may have run together' }
  if (fact.unit.length > 20 || (fact.change?.unit.length ?? 0) > 20) return { zh: '计量单位过长', en: 'The unit of measure is too long' }
  const { level, change, rank, qualifier } = figureParts(fact)
  if (fact.kind !== 'target' && !level && !change && !rank && !qualifier) return { zh: '原文没有数值、增幅或位次', en: 'The paper gives neither a level nor a change nor a rank' }
  return null
}

/**
 * Is what is printed only a rate of change? The reader then gives the signed rate as value and repeats it as the change;
 * where both a level and a rate are printed they differ. 固定资产投资增速10%: the name itself says that it is a rate.
 */
function growthOf(fact: Fact): { readonly value: number; readonly unit: string; readonly base: string } | null {
  const { change, value, unit } = fact
  if (change && (value === null || (change.value === value && change.unit === unit))) return change
  return !change && value !== null && isRate(unit) && nameParts(fact.name).growth ? { value, unit, base: '同比' } : null
}

/** The unit of the level a fact gives; null where it gives only a change, a rank or nothing. */
export function levelUnitOf(fact: Fact): string | null {
  return growthOf(fact) || fact.value === null || fact.unit === '' ? null : fact.unit.slice(0, 20)
}

function figureParts(fact: Fact): Pick<Figure, 'vintage' | 'basis' | 'level' | 'change' | 'rank' | 'qualifier'> {
  const growth = growthOf(fact)
  const level = growth || fact.value === null ? null : { value: fact.value, unit: fact.unit, ...(fact.hedge && { hedge: fact.hedge }) }
  const change = growth ?? fact.change
  const notes = [...wordsOf(fact.qualifier), ...wordsOf(fact.streak), ...(fact.upper === null ? [] : [`至${printNumber(fact.upper, 6)}${fact.unit}`]), ...(growth && fact.hedge ? [fact.hedge] : []), ...(fact.operator === 'pending' ? wordsOf(fact.reference) : [])]
  const comparable = change?.base === '可比'
  const bases = [...notes.filter(isBasis), ...(comparable && !notes.some(isBasis) ? ['可比'] : [])]
  return {
    vintage: 'published',
    basis: bases.join('；').slice(0, 60) || null,
    level,
    change: change && { ...change, base: comparable ? '同比' : change.base.slice(0, 60) },
    rank: fact.rank?.slice(0, 60) ?? null,
    qualifier: notes.filter(note => !isBasis(note)).join('；').slice(0, 120) || null,
  }
}

/** The parts of a qualifier; how a pair of 分别 was split is a note of the reader and says nothing of the figure. */
function wordsOf(text: string | null): string[] {
  return (text ?? '').split(/[;；]/).map(part => part.trim()).filter(part => part !== '' && !/^分别 ?\d/.test(part))
}

/** 可比, 剔除留抵退税因素后: the basis (口径), which makes it another figure beside the plain one. */
function isBasis(words: string): boolean {
  return /可比|剔除|扣除|同口径|不变价/.test(words)
}

function targetParts(fact: Fact): Pick<Target, 'aspect' | 'operator' | 'value' | 'stretch' | 'measure' | 'hedge' | 'reference' | 'nature' | 'verb' | 'words'> {
  const growth = growthOf(fact)
  const value = growth ? growth.value : fact.value
  const measure = growth ? growth.unit : fact.unit
  const aspect = growth || (value === null && nameParts(fact.name).growth) ? 'growth' : 'level'
  return {
    aspect, value, measure,
    operator: operatorOf(fact, value, aspect),
    stretch: value === null ? null : fact.upper,
    hedge: fact.hedge,
    reference: fact.reference?.slice(0, 200) ?? null,
    nature: /约束性/.test(`${fact.name}${fact.qualifier ?? ''}${fact.reference ?? ''}`) ? 'binding' : 'expected',
    verb: fact.verb?.slice(0, 20) ?? null,
    words: targetWords(fact, value, measure, aspect),
  }
}

/**
 * A target without a number is left to the municipality, tied to another indicator or pending. A fall turns the sense:
 * 下降3%以上 is a growth of at most -3 %.
 */
function operatorOf(fact: Fact, value: number | null, aspect: Target['aspect']): Operator {
  const said = fact.operator
  if (value === null) return said === 'municipality' || said === 'tied' ? said : 'pending'
  const operator = said === null || said === 'municipality' || said === 'tied' || said === 'pending' ? '=' : said
  if (aspect === 'level' || value >= 0) return operator
  return operator === '>=' ? '<=' : operator === '<=' ? '>=' : operator
}

const behind = /以上|以下|以内|之内|左右|上下|余|多/

/** The target in few words, made from its parts: 力争增长10%以上, 不少于100场, 完成市下达目标. */
function targetWords(fact: Fact, value: number | null, measure: string, aspect: Target['aspect']): string {
  if (value === null) return (fact.operator === 'tied' ? `与${fact.reference ?? '有关指标'}同步` : fact.reference ?? '待定').slice(0, 120)
  const verb = fact.strength === 'ensure' || fact.strength === 'strive' ? fact.verb ?? '' : ''
  const direction = aspect === 'level' ? '' : value < 0 ? '下降' : measure === '个百分点' ? '提高' : '增长'
  const hedge = fact.hedge ?? ''
  const number = `${printNumber(aspect === 'growth' ? Math.abs(value) : value, 6)}${fact.upper === null ? '' : `-${printNumber(fact.upper, 6)}`}${measure}`
  return `${verb}${direction}${behind.test(hedge) ? `${number}${hedge}` : `${hedge}${number}`}`.slice(0, 120)
}
