import { changeBefore } from './change.ts'
import type { Piece } from './clause.ts'
import type { Direction } from './direction.ts'
import type { Quantity } from './quantity.ts'
import type { Standing } from './rank.ts'
import type { Statement } from './statement.ts'
import { subjectBeforeVerb, subjectName } from './subject.ts'
import { predicateAt, skipVerbs } from './words.ts'

/** Something found in a sentence that states something: a figure, a place or streak, a direction. */
export type Mark = { readonly start: number; readonly end: number } & ({ readonly quantity: Quantity } | { readonly standing: Standing } | { readonly direction: Direction })

/** What has been read so far in a sentence, and what a following piece may share: the verb 新增, the subject 全区. */
export type Reader = {
  readonly text: string
  readonly statements: Statement[]
  verb: string
  /** Who did what was counted last: 区属国有物业｜减租. Shared with the next verb behind 、. */
  subject: string
  /** What the last words without a figure spoke of: 市场主体｜逆势增长. Shared with a measure that names nothing (总量). */
  topic: string
  /** The last words without a figure, not yet looked into. */
  unread: Piece | null
  /** 剔除退税因素后，…: said ahead of the figure it qualifies. */
  basis: string | null
  /** A figure whose noun stands with the next figure: 处理 16 批次、194 个异常 IP. */
  waiting: Statement | null
}

/** A figure that was read ends what the words before it announced. */
export function forgetTopic(reader: Reader): void {
  reader.topic = ''
  reader.unread = null
}

/** A clause without a figure may name what the next clause measures: 市场主体逆势增长，总量突破 20 万户. */
export function topicOf(reader: Reader): string {
  if (reader.unread) { reader.topic = topicIn(reader.text.slice(reader.unread.start, reader.unread.end)); reader.unread = null }
  return reader.topic
}

function topicIn(words: string): string {
  const change = changeBefore(words, 'percent')
  const branch = /^([^，、“”]{2,10}?(?:业|市场|园区))(?![态务绩主])/.exec(subjectName(words))?.[1]
  const subject = branch ? branch : change && change.subjectEnd > 1 ? subjectName(words.slice(0, change.subjectEnd)) : subjectBeforeVerb(words) || subjectName(words)
  return /^[^、“”]{3,12}$/.test(subject) && !/^(?:剔除|扣除|按照?|随着|通过|围绕)/.test(subject) && predicateAt(subject) < 0 && skipVerbs(subject, 0) === 0 && !/不断|加速|持续|进一步|更加/.test(subject) ? subject : ''
}
