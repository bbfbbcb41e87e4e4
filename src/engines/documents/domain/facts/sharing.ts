import type { Piece } from './clause.ts'
import { completed } from './conjuncts.ts'
import { isGeneric, objectOf, ofOwner, partName } from './measure.ts'
import { topicOf, type Reader } from './reader.ts'
import { predicateAt, skipAdverbs, skipVerbs } from './words.ts'

/** What a name takes from its neighbours in the sentence, so that it stands alone. */

const reaching = /^(?:实现)?(?:覆盖|惠及|受益|带动)/
/** Between figures joined by 、 or 和 the verb, and what the second name lacks, come from the first. */
export function sharedVerb(reader: Reader, name: string, leads: boolean, piece: Piece, noun: string, isLevel: boolean): string {
  if (piece.join !== 'pause' && piece.join !== 'and') return name
  const previous = reader.statements.at(-1)
  const whole = completed(name, previous?.name ?? '')
  if (whole !== name) return whole
  if (isGeneric(name)) return name
  if (!leads && !onlyVerbs(name) && reader.verb !== '' && isLevel === (previous !== undefined && !previous.rateOnly) && !name.startsWith(reader.verb) && predicateAt(name) < 0) return reader.verb + name
  if (previous && reaching.test(name)) return objectOf(previous.name) + name
  if (previous && noun === '' && name.length <= 4 && onlyVerbs(name) && !name.endsWith(previous.name)) return objectOf(previous.name) + name
  return leads && reader.subject !== '' && predicateAt(name) === 0 ? reader.subject + name : name
}

/** Behind a comma these are the district's own; behind 、 they are those of the name before. */
const aloneToo = /^(?:税收|利润总?额?|客流量?|销售额|营业额)$/
/** 总量, 密度, 满意率 and 其中国家级 say nothing alone: they take the name before them. */
export function ownName(reader: Reader, name: string, piece: Piece, left: string, unit: string): string {
  const previous = reader.statements.at(-1)
  if (/^[，、（]?其中/.test(left) && previous) return partName(name, previous.name)
  // 开工安置房 3000 套，竣工 1500 套: the same houses.
  if (name.length === 2 && onlyVerbs(name) && previous && previous.unit === unit && piece.join === 'comma') return name + objectOf(previous.name)
  if (!isGeneric(name)) return piece.join === 'pause' || piece.join === 'and' ? completed(name, previous?.name ?? '') : name
  if (piece.join === 'comma' && aloneToo.test(name) && topicOf(reader) === '') return name
  return topicOf(reader) !== '' && !isGeneric(reader.topic) && !name.startsWith(reader.topic) ? reader.topic + name : previous && piece.join !== 'first' ? ofOwner(name, previous.name) : name
}

/** 接种, 处理: a deed without what it was done to. */
export const onlyVerbs = (name: string): boolean => name.length >= 2 && skipVerbs(name, skipAdverbs(name)) === name.length
