import { type Source } from '../../../kernel/source.ts'
import { dayOf, type Day } from '../../../kernel/time.ts'
import { type Statement, type Target } from '../schema.ts'
import { certainMatch, type RegisterName } from './match.ts'
import { aimWords } from './words.ts'

/** What a target is by its statements: the columns that are folded from them. */
export type Promised = Omit<Target, 'id' | 'indicator' | 'unit' | 'period' | 'aspect' | 'partOf' | 'statements' | 'version'>

const striving = /力争|争取|冲刺|奋斗/

/** The order in which things were said: by the day of the paper, else the day of entry; within a day, by entry. */
export function inOrderSaid(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements
  const key = (s: Statement) => `${saidOn(s)} ${s.at} ${s.id}`
  return statements.map(s => ({ s, key: key(s) })).toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ s }) => s)
}

/**
 * The last thing said is in force. Where the same paper names a floor and a number it strives for (不低于560，力争635), both
 * stand: the floor as the value, the other as the stretch. Null where nothing was said.
 */
export function promisedBy(statements: readonly Statement[]): Promised | null {
  const last = inOrderSaid(statements).at(-1)
  if (!last) return null
  const twin = last.origin === null ? undefined : statements.find(s => s.id !== last.id && s.origin === last.origin && s.measure === last.measure && s.value !== null && last.value !== null && s.value !== last.value && striving.test(s.verb ?? '') !== striving.test(last.verb ?? ''))
  const [floor, stretch] = !twin ? [last, last.stretch] : striving.test(last.verb ?? '') ? [twin, last.value] : [last, twin.value]
  const { operator, value, measure, hedge, reference, tiedTo, nature, verb, words } = floor
  return { operator, value, stretch, measure, hedge, reference, tiedTo, nature, verb, words }
}

/** On which day a statement was said: the day of the paper, else the day of its entry. */
function saidOn(statement: Statement): Day {
  return statement.saidOn ?? dayOf(statement.at)
}

/**
 * What had been said by a day, in order: a light as of an earlier day is held against what stood then, not against what was said
 * later. Where nothing had been said yet, the first thing said stands: papers without a date come into the ledger years later.
 */
export function saidBy(statements: readonly Statement[], day: Day): readonly Statement[] {
  const said = inOrderSaid(statements)
  const then = said.filter(s => saidOn(s) <= day)
  return then.length > 0 ? then : said.slice(0, 1)
}

/** Which statement a light is judged against, in few words: the paper, the person or the division, and its day. */
export function statementWords(statement: Statement): string {
  return `${whoSaid(statement.source)}（${saidOn(statement)}）`
}

function whoSaid(source: Source): string {
  switch (source.kind) {
    case 'document':
    case 'published': return `《${source.title.replace(/^《(.*)》$/, '$1')}》`
    case 'hand': return `${source.name}录入，依据：${source.ground}`
    case 'division': return `第${source.edition}版目标分解，${source.signedBy === null ? '未经本单位签认' : `${source.signedBy}签认`}`
    case 'return': return `${source.unit}《${source.formName}》`
    case 'formula': return source.rule
    case 'cases': return `工单统计：${source.rule.zh}`
    case 'generated': return '演示数据'
  }
}

/** The few words of a target where nobody gave any: 增长10%以上, 280个以上, 完成市下达目标. */
export function wordsOf(promised: Pick<Target, 'operator' | 'value' | 'measure' | 'aspect' | 'stretch'>): string {
  const aim = aimWords(promised).zh
  const grown = promised.aspect === 'growth' && promised.value !== null && promised.value >= 0 ? `增长${aim}` : aim
  return promised.stretch === null ? grown : `${grown}，力争${aimWords({ ...promised, operator: '=', value: promised.stretch }).zh}`
}

/** The indicator that a tied target follows, by the words of the paper: 与经济增长同步 follows the gross product. */
export function tiedToOf(reference: string | null, register: readonly RegisterName[]): string | null {
  if (!reference) return null
  const name = reference.replaceAll(/^(?:与|和|同)|(?:基本)?(?:保持)?同步.*$/g, '').trim()
  return certainMatch(name, '%', register) ?? (/^经济(?:发展|增长|增速)?/.test(name) ? certainMatch('地区生产总值', '%', register) : null)
}
