import type { Fact, FactKind } from '../../schema.ts'
import type { Context } from './context.ts'
import { yearOf, type Stated } from './period.ts'
import type { Statement } from './statement.ts'
import { operatorOf, wordingBefore } from './target.ts'

const standing = /累计|实有|现有|共有|拥有|总量|总数|保有量|存量|覆盖率|达标率|认定率|建档率|普及率|普惠率|入库率|备案率|挂牌率|占比|比重|总规模|总面积|总里程|余额|在册|在库|入驻|进驻/
const reachedVerb = /(?:提高|提升|增长|增加|扩大|升|增|达)(?:至|到)/
const alreadyDone = /(?:已|已经)(?:建成|完成|落户|引进|投产|出台|开工|入驻|认定|建|有|投用|启动|形成|纳入)|现有|(?:^|[，。；])(?:去年|上年)/

/** No name of the trade is longer; a longer one is a sentence whose subject was not found. */
const longest = 120

/** A statement becomes a fact: kind, period, operator and strength come from the part of the paper it stands in. */
export function factFrom(statement: Statement, sentence: string, context: Context, stated: readonly Stated[], span: { start: number; end: number }, id: string): Fact {
  const own = stated.findLast(each => each.start <= statement.at && (each.start >= statement.start || startsClause(sentence, each.start)))
  const period = own?.period ?? context.times.period
  const clause = sentence.slice(statement.clauseStart, statement.end)
  const target = isTarget(statement, clause, sentence, context, own)
  const kind = kindOf(statement, clause, target, own, period)
  const wording = target ? wordingBefore(sentence, statement.clauseStart, statement.at) : null
  return {
    id, kind, name: statement.name.slice(0, longest), period, value: statement.value, upper: statement.upper, unit: statement.unit, hedge: statement.hedge || null, change: statement.change,
    rank: statement.ranks.length > 0 ? statement.ranks.join('; ') : null, streak: statement.streak, qualifier: statement.qualifiers.length > 0 ? statement.qualifiers.join('; ') : null,
    operator: target ? statement.open?.operator ?? (statement.value === null ? null : operatorOf(statement.hedge)) : statement.open ? statement.open.operator : null,
    strength: wording?.strength ?? null, verb: wording?.verb ?? null, reference: statement.open?.reference ?? null,
    block: context.block.id, section: context.section, ...span,
    certainty: Math.min(statement.certainty, context.sure ? 1 : 0.75, period === '' || statement.name.length > longest ? 0.7 : 1),
  }
}

/** A time at the head of a clause stands for what follows; one inside a name (2023 行动) does not. */
function startsClause(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 3), at)
  return at === 0 || /[，。；：、]$|(?:到|至|截至|力争|确保|预计|争取|在)$/.test(before)
}

function isTarget(statement: Statement, clause: string, sentence: string, context: Context, own: Stated | undefined): boolean {
  if (statement.open && statement.open.operator !== 'pending') return context.side === 'target' || /目标|预期|力争|确保/.test(clause)
  const year = own ? yearOf(own.period) : null
  const partYear = yearOf(context.times.period)
  if (context.side === 'target') return !(alreadyDone.test(clause) || (year !== null && context.times.thisYear !== null && year < context.times.thisYear) || /(?:^|[，。；])(?:去年|上年)/.test(sentence.slice(0, statement.at)))
  return year !== null && context.times.thisYear !== null && partYear !== null && year > Math.max(partYear, context.times.thisYear - 1) && /力争|确保|将|预计|计划|目标|到20\d\d年/.test(sentence)
}

function kindOf(statement: Statement, clause: string, target: boolean, own: Stated | undefined, period: string): FactKind {
  if (target) return 'target'
  if (statement.value === null && (statement.ranks.length > 0 || (statement.change === null && statement.streak !== null && statement.qualifiers.length === 0))) return 'rank'
  if (own?.overYears === true || /^\d{4}-\d{4}$/.test(period)) return 'since-baseline'
  if (statement.change !== null && /^(?:“?十[一二三四五六]五|(?:19|20)\d\d年)/.test(statement.change.base)) return 'since-baseline'
  if (!statement.rateOnly && (standing.test(clause) || reachedVerb.test(clause)) && !/累计(?:举办|组织|发放|减税|办理|开展)/.test(clause)) return 'cumulative'
  return 'actual'
}
