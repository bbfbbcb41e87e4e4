import { codeFromName } from '../../indicators/domain/entry.ts'
import { type Candidate, matchIndicator, type RegisterName } from '../../indicators/domain/match.ts'
import { nameParts } from '../../indicators/domain/names.ts'
import { plainUnit } from '../../indicators/domain/units.ts'
import { type Indicator } from '../../indicators/schema.ts'
import { type Fact } from '../schema.ts'
import { type IndicatorChoice } from './finding.ts'
import { levelUnitOf } from './ledger-from-fact.ts'

/** A fact in search of its indicator: what a person chose for it, and the words around it. */
export type Asking = { readonly id: string; readonly fact: Fact; readonly choice: IndicatorChoice | null; readonly beside: string }

/**
 * The indicator of a fact. `chosen` by a person; `certain`: the very name or a confirmed alias; `suggested`: near names,
 * about which a person decides; `none`. `otherwise` is what happens if nobody chooses: near names are never merged by
 * the machine, so both `suggested` and `none` become an indicator of their own.
 */
export type Matched = { readonly id: string; readonly match: 'chosen' | 'certain' | 'suggested' | 'none'; readonly candidates: readonly Candidate[]; readonly choice: IndicatorChoice | null; readonly otherwise: IndicatorChoice }

/** An indicator to be created, with what its facts say of it. */
export type Proposed = Extract<IndicatorChoice, { kind: 'new' }> & { readonly indicatorKind: Indicator['kind']; readonly direction: Indicator['direction'] }

/** Finds the indicator of each fact of a paper, one at a time as they are asked for. Facts that bear one name and measure share one new indicator. */
export function* matchFacts(asking: readonly Asking[], register: readonly RegisterName[]): Generator<Matched, void> {
  const units = unitsByName(asking.map(a => a.fact))
  for (const each of asking) yield matchFact(each, units, register)
}

function matchFact({ id, fact, choice, beside }: Asking, units: ReadonlyMap<string, readonly string[]>, register: readonly RegisterName[]): Matched {
  const proposed = proposedFor(fact, units)
  const candidates = matchIndicator(fact.name, levelUnitOf(fact) ?? '', register, beside)
  const best = candidates[0]
  if (choice) return { id, match: 'chosen', candidates, choice, otherwise: choice }
  if (best?.certainty === 1) return { id, match: 'certain', candidates, choice, otherwise: { kind: 'existing', indicator: best.indicator, code: best.code, name: best.name.zh, beside: null } }
  return { id, match: best ? 'suggested' : 'none', candidates, choice, otherwise: proposed }
}

/** The measures in which the paper gives each name: 固定资产投资增长8% is of the indicator that another sentence gives in 亿元. */
function unitsByName(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, string[]>()
  for (const fact of facts) {
    const unit = levelUnitOf(fact)
    const name = nameParts(fact.name).bare
    const known = units.get(name) ?? []
    if (unit !== null && !known.some(u => plainUnit(u) === plainUnit(unit))) units.set(name, [...known, unit])
  }
  return units
}

function proposedFor(fact: Fact, units: ReadonlyMap<string, readonly string[]>): Extract<IndicatorChoice, { kind: 'new' }> {
  const bare = nameParts(fact.name).bare
  const said = units.get(bare) ?? []
  const own = levelUnitOf(fact)
  const unit = (own === null ? said[0] : said.find(u => plainUnit(u) === plainUnit(own))) ?? likelyUnit(bare, fact)
  const name = fact.name.trim().slice(0, 120).toWellFormed() || '未命名'
  return { kind: 'new', code: codeFromName(bare, plainUnit(unit)), name, unit }
}

/** A measure for an indicator of which the paper tells no level: by the last words of its name. Shown to the person, who can change it. */
function likelyUnit(name: string, fact: Fact): string {
  if (/(?:率|占比|比重|比例)$/.test(name)) return '%'
  if (/(?:额|投资|收入|支出|税收|总值|产值|增加值|贷款|存款|外资)$/.test(name)) return '亿元'
  if (name.endsWith('人次')) return '人次'
  if (/(?:人数|就业|人口)$/.test(name)) return '人'
  if (name.endsWith('面积')) return '平方米'
  return fact.change ? '%' : '项'
}

/** New indicators of a paper, one for each code, with kind and direction as far as their facts tell. */
export function proposedIndicators(choices: readonly { readonly fact: Fact; readonly choice: Extract<IndicatorChoice, { kind: 'new' }> }[]): readonly Proposed[] {
  const byCode = Map.groupBy(choices, c => c.choice.code)
  return [...byCode.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const facts = group.map(g => g.fact)
    const rate = plainUnit(first.choice.unit) === '%'
    const standing = facts.some(fact => fact.kind === 'cumulative')
    // 控制在3.5%以内: a ceiling says that less is better.
    const ceiling = facts.some(fact => fact.kind === 'target' && fact.operator === '<=')
    return [{ ...first.choice, indicatorKind: rate ? 'rate' : standing ? 'stock' : 'flow', direction: ceiling ? 'down' : 'up' } as const]
  })
}
