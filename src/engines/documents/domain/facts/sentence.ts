import { onlyTurnsInto } from './change.ts'
import { readDirection, readOpenTarget, readStanding } from './claims.ts'
import { piecesOf, type Piece } from './clause.ts'
import { directionsIn } from './direction.ts'
import { readQuantity } from './figure.ts'
import { readPairs } from './pairs.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { standingsIn } from './rank.ts'
import type { Mark, Reader } from './reader.ts'
import { levelStatement, type Statement } from './statement.ts'
import { openTargetIn, openWords } from './target.ts'

/** Reads all statements of one sentence, white space squeezed out. */
export function statementsIn(text: string): Statement[] {
  const standings = standingsIn(text)
  const free = (at: number) => !standings.some(each => each.start <= at && at < each.end)
  const quantities = quantitiesIn(text).filter(each => free(each.from))
  const directions = directionsIn(text).filter(each => free(each.start) && !quantities.some(other => other.start < each.end && each.start < other.end))
  const marks: Mark[] = [
    ...quantities.map(quantity => ({ start: quantity.start, end: quantity.end, quantity })),
    ...standings.map(standing => ({ start: standing.start, end: standing.end, standing })),
    ...directions.map(direction => ({ start: direction.start, end: direction.end, direction })),
  ].sort((a, b) => a.start - b.start)
  const mayBeOpen = openWords.test(text)
  if (marks.length === 0 && !mayBeOpen) return []
  const reader: Reader = { text, statements: [], verb: '', subject: '', topic: '', unread: null, basis: null, waiting: null }
  const pieces = piecesOf(text, marks)
  const paired = new Set<Quantity>()
  let next = 0
  pieces.forEach((piece, i) => {
    if (pieces[i - 1]?.clause !== piece.clause) readPairs(text, piece.start, endOfClause(pieces, i), quantities, reader.statements, paired)
    const own: Mark[] = []
    for (let mark = marks[next]; mark && mark.start < piece.end; mark = marks[++next]) if (mark.start >= piece.start) own.push(mark)
    readPiece(reader, piece, own, paired, mayBeOpen)
  })
  return reader.statements
}

function endOfClause(pieces: readonly Piece[], from: number): number {
  let last = from
  while (pieces[last + 1]?.clause === pieces[from]?.clause) last++
  return pieces[last]?.end ?? 0
}

function readPiece(reader: Reader, piece: Piece, marks: readonly Mark[], paired: ReadonlySet<Quantity>, mayBeOpen: boolean): void {
  const open = !mayBeOpen || marks.some(mark => 'quantity' in mark) ? null : openTargetIn(reader.text, piece.start, piece.end)
  if (open) return readOpenTarget(reader, piece, open)
  if (marks.length === 0) {
    reader.unread = piece
    reader.basis = /^(?:剔除|扣除|不含|按可比|按同).{2,20}$/.exec(reader.text.slice(piece.start, piece.end))?.[0] ?? null
    return
  }
  let left = piece.start
  let from: Quantity | null = null
  const firstOwn = reader.statements.length
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i], next = marks[i + 1]
    if (!mark) continue
    if ('standing' in mark) {
      readStanding(reader, piece, left, mark.standing, reader.statements.length > firstOwn, marks)
      if (mark.standing.kind === 'rank') left = mark.end
    } else if ('direction' in mark) {
      readDirection(reader, piece, left, mark.direction, reader.statements.length > firstOwn)
      left = mark.end
    } else if (paired.has(mark.quantity)) {
      left = mark.end
    } else {
      const moved = movedTogether(reader.text, marks.slice(i, i + 4))
      if (moved) {
        left = readMove(reader, piece, left, moved)
        i += 3
      } else if (next && 'quantity' in next && onlyTurnsInto(reader.text.slice(mark.end, next.start))) {
        from = mark.quantity
      } else {
        left = readQuantity(reader, piece, left, mark.quantity, next?.start ?? piece.end, from, next !== undefined && 'quantity' in next)
        from = null
      }
    }
  }
}

type Move = readonly [Quantity, Quantity, Quantity, Quantity]
/** 由 13677 户 49479 人减至 887 户 1472 人: two figures move side by side. */
function movedTogether(text: string, marks: readonly Mark[]): Move | null {
  const [a, b, c, d] = marks.map(mark => 'quantity' in mark ? mark.quantity : null)
  if (!a || !b || !c || !d || a.end !== b.start || c.end !== d.start || a.unit !== c.unit || b.unit !== d.unit) return null
  return onlyTurnsInto(text.slice(b.end, c.start)) ? [a, b, c, d] : null
}

function readMove(reader: Reader, piece: Piece, left: number, [a, b, c, d]: Move): number {
  readQuantity(reader, piece, left, c, d.start, a, true)
  const first = reader.statements.at(-1)
  const second = levelStatement(first?.name ?? '', d, { start: d.start, end: d.end, at: d.from, clauseStart: piece.start }, 0.85)
  second.qualifiers.push(`由${b.value}${b.unit}`)
  reader.statements.push(second)
  return d.end
}
