import type { Doubt, Fact } from '../../schema.ts'
import type { Statement } from './statement.ts'

const messages: Readonly<Record<NonNullable<Statement['trouble']>, Doubt['message']>> = {
  'lost-unit': { zh: '数字后面没有单位，可能丢了单位', en: 'The number has no unit; the unit may have been lost' },
  'lost-ordinal': { zh: '“第”后面没有名次，可能丢了名次', en: 'No place stands behind 第; the rank may have been lost' },
  'lost-subject': { zh: '没有找到这个数字说的是什么', en: 'It was not found what this figure counts' },
  'lost-range-dash': { zh: '两个数字连在一起，可能丢了中间的连接号', en: 'Two numbers stand side by side; the dash of a range may have been lost' },
}

/** What a person should look at before a fact is believed. */
export function doubtsOf(fact: Fact, statement: Statement): Doubt[] {
  const span = { start: fact.start, end: fact.end }
  if (statement.trouble) return [{ kind: statement.trouble, message: messages[statement.trouble], fact: fact.id, ...span }]
  if (fact.certainty >= 0.8) return []
  return [{ kind: 'low-certainty', message: { zh: '读得没有把握，请核对', en: 'Read with little certainty; please check' }, fact: fact.id, ...span }]
}
