import { changeBefore, namesNothing } from './change.ts'
import type { Piece } from './clause.ts'
import type { Direction } from './direction.ts'
import { isGeneric, ofOwner } from './measure.ts'
import type { Standing } from './rank.ts'
import { topicOf, type Mark, type Reader } from './reader.ts'
import { emptyStatement } from './statement.ts'
import { subjectName } from './subject.ts'
import type { OpenTarget } from './target.ts'

/** Statements without a figure of their own: places, streaks, directions and targets that are left open. */

const streakWords = /连续(?:第)?[\d一二两三四五六七八九十]+个?(?:年度|年|次|届|轮|季度|月|批|期)/

/** 全市第二 belongs to the figure before it where nothing new is named; else it is a statement of its own. */
export function readStanding(reader: Reader, piece: Piece, leftStart: number, standing: Standing, afterOwn: boolean, marks: readonly Mark[]): void {
  const { text } = reader
  let name = subjectName(text.slice(leftStart, standing.start))
  const previous = reader.statements.at(-1)
  const tail = standing.kind === 'streak' ? subjectName(text.slice(standing.end, piece.end)) : ''
  const ownDeed = standing.kind === 'streak' && piece.join === 'comma' && /^(?:荣?获|入选|成为|蝉联|夺得|实现“|[无未零]|没有)/.test(text.slice(standing.end, standing.end + 3))
  if (previous && !standing.lost && !ownDeed && (afterOwn || (namesNothing(name) && piece.join !== 'first'))) {
    // 增长 2.7%，高于预期 0.7 个百分点，总量排在全市前三: the place is that of the level.
    const level = previous.unit === '个百分点' ? reader.statements.findLast(each => each.unit !== '个百分点' && previous.name.startsWith(each.name)) ?? previous : previous
    if (standing.kind === 'rank') level.ranks.push(standing.words)
    else previous.streak = text.slice(standing.start, Math.min(piece.end, standing.end + 8))
    previous.end = Math.max(previous.end, standing.end)
    return
  }
  // 连续 4 年增长 10%: the streak waits for the figure or the place that follows in the same piece.
  if (standing.kind === 'streak' && marks.some(mark => mark.start > standing.start && !('standing' in mark && mark.standing.kind === 'streak'))) return
  if (standing.kind === 'rank' && /^的(?!成绩|好成绩|位置|水平)/.test(text.slice(standing.end, standing.end + 4))) return
  if (isGeneric(name) && (topicOf(reader) !== '' || previous)) name = reader.topic !== '' ? reader.topic + name : ofOwner(name, previous?.name ?? '')
  const full = name.length > 1 ? name + tail : tail
  const made = emptyStatement(full, { start: leftStart, end: standing.kind === 'streak' ? piece.end : standing.end, at: standing.start, clauseStart: piece.start }, standing.lost ? 0.3 : full.length < 2 ? 0.5 : 0.9)
  if (standing.kind === 'rank') made.ranks.push(standing.words)
  made.streak = standing.kind === 'streak' ? standing.words : streakWords.exec(text.slice(leftStart, standing.start))?.[0] ?? null
  // 连续 3 年下降 says which way it went; 连续两年获奖 is a standing.
  const way = standing.kind === 'streak' ? changeBefore(text.slice(leftStart, piece.end), 'percent') : null
  if (way) made.qualifiers.push(way.verb)
  made.trouble = standing.lost ? 'lost-ordinal' : full.length < 2 ? 'lost-subject' : null
  reader.statements.push(made)
}

/** 双下降, 正增长, 翻倍: which way, without a number. */
export function readDirection(reader: Reader, piece: Piece, leftStart: number, direction: Direction, afterOwn: boolean): void {
  const { text } = reader
  const name = subjectName(text.slice(leftStart, direction.start))
  const previous = reader.statements.at(-1)
  if (previous && (afterOwn || (namesNothing(name) && piece.join !== 'first'))) {
    previous.qualifiers.push(direction.words)
    if (direction.times !== null) previous.change ??= { value: direction.times, unit: '倍', base: '同比' }
    return
  }
  const made = emptyStatement(name, { start: leftStart, end: direction.end, at: direction.start, clauseStart: piece.start }, name.length < 2 ? 0.5 : 0.85)
  made.value = direction.value
  made.unit = direction.unit
  if (direction.times !== null) made.change = { value: direction.times, unit: '倍', base: '同比' }
  made.qualifiers.push(direction.words)
  made.streak = streakWords.exec(text.slice(leftStart, direction.start))?.[0] ?? null
  reader.statements.push(made)
}

export function readOpenTarget(reader: Reader, piece: Piece, open: OpenTarget): void {
  const name = open.name ?? subjectName(reader.text.slice(piece.start, open.subjectEnd))
  const made = emptyStatement(name, { start: piece.start, end: open.end, at: open.start, clauseStart: piece.start }, name.length < 2 ? 0.5 : 0.9)
  made.open = open
  reader.statements.push(made)
}
