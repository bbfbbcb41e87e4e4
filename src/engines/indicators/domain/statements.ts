import { dayOf } from '../../../kernel/time.ts'
import { type Statement, type Target } from '../schema.ts'
import { certainMatch, type RegisterName } from './match.ts'
import { aimWords } from './words.ts'

/** What a target is by its statements: the columns that are folded from them. */
export type Promised = Omit<Target, 'id' | 'indicator' | 'unit' | 'period' | 'aspect' | 'statements' | 'version'>

const striving = /力争|争取|冲刺|奋斗/

/** The order in which things were said: by the day of the paper, else the day of entry; within a day, by entry. */
export function inOrderSaid(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements
  const key = (s: Statement) => `${s.saidOn ?? dayOf(s.at)} ${s.at} ${s.id}`
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
