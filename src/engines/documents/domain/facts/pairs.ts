import { changeBefore, levelReached, namesNothing, type ChangeWords } from './change.ts'
import { conjuncts } from './conjuncts.ts'
import type { Quantity } from './quantity.ts'
import { levelStatement, rateStatement, type Statement } from './statement.ts'
import { subjectName } from './subject.ts'

/** Figures that stand side by side and are shared out among names before them: A、B分别增长 8.9%、8.3%. */
type Row = { readonly quantities: readonly Quantity[]; readonly spokenEnd: number; readonly verbStart: number; readonly explicit: boolean }

const between = /^(?:左右|以上)?(?:、|和|及|与|以及)([^、，；]{0,8})$/
const onlyJoined = /^(?:、|和|及|与|以及)$/

/**
 * Reads the pairs of one clause (`start` to `end`). The figures that were shared out are added to `paired`, the
 * statements to `statements`; nothing happens where names and figures do not fit.
 */
export function readPairs(text: string, start: number, end: number, quantities: readonly Quantity[], statements: Statement[], paired: Set<Quantity>): void {
  const row = rowOf(text, start, end, quantities.filter(each => each.start >= start && each.start < end))
  const last = row?.quantities.at(-1), first = row?.quantities[0]
  if (!row || !first || !last) return
  const spoken = text.slice(start, row.spokenEnd)
  const verbWords = text.slice(row.verbStart, first.start)
  const outer = row.explicit ? changeBefore(`${spoken}增长`, 'percent') : changeBefore(spoken, last.class)
  const words = row.explicit ? changeBefore(verbWords, last.class) : outer
  const reached = row.explicit ? null : levelReached(spoken)
  const subject = outer ? spoken.slice(0, outer.subjectEnd) : reached ? spoken.slice(0, reached.subjectEnd) : spoken
  const pronoun = namesNothing(subjectName(subject))
  const names = pronoun ? namesBefore(text, start, row.quantities.length) : conjuncts(withoutFigures(subject, start, quantities), row.quantities.length)
  // 新增 A 10 家、B 20 家，分别增长 5%、8%: the names are those of the figures before.
  const earlier = pronoun ? statements.slice(-row.quantities.length) : []
  if (!names && earlier.length < row.quantities.length) {
    if (!row.explicit || pronoun) return
  }
  row.quantities.forEach((quantity, i) => {
    const unit = quantity.unit !== last.unit && last.unit.endsWith(quantity.unit) || last.unit.startsWith(quantity.unit) ? last.unit : quantity.unit
    const said = ownWords(text, row.quantities[i - 1], quantity, last) ?? words
    const change = said ? { value: said.sign * quantity.value, unit, base: said.base === '同比' ? outer?.base ?? '同比' : said.base } : growthNoun(subject, quantity, unit)
    const place = { start: i === 0 ? start : quantity.start, end: quantity.end, at: quantity.from, clauseStart: start }
    paired.add(quantity)
    const target = earlier[i]
    const share = `分别 ${i + 1}/${row.quantities.length}`
    if (target && change && target.change === null) { target.change = change; target.qualifiers.push(share); return }
    const name = names?.[i] ?? target?.name ?? subjectName(subject)
    const shared = { ...quantity, unit }
    const made = said && change ? rateStatement(name, shared, change, place, 0.9) : { ...levelStatement(name, shared, place, names ? 0.9 : 0.75), change }
    made.qualifiers.push(share)
    statements.push(made)
  })
}

/** 基础设施投资、工业投资表现亮眼，增速分别达 …: the names stand in the clause before. */
function namesBefore(text: string, start: number, count: number): string[] | null {
  const clause = /([^，。；,;]*)[，,]$/.exec(text.slice(0, start))?.[1] ?? ''
  if (/\d/.test(clause)) return null
  const listed = /^(?:其中)?(.*?)(?:表现|均|双双|都|齐|稳步|快速|持续|保持)/.exec(clause)?.[1]
  return listed?.includes('、') ? conjuncts(listed, count) : null
}

/** The row after 分别, or figures joined by 、 and 和 alone with nothing behind them. */
function rowOf(text: string, start: number, end: number, own: readonly Quantity[]): Row | null {
  const word = text.slice(start, end).indexOf('分别')
  if (word >= 0) {
    const at = start + word
    const list: Quantity[] = []
    for (const quantity of own) {
      if (quantity.start < at) continue
      const last = list.at(-1)
      if (last && !between.test(text.slice(last.end, quantity.start))) break
      list.push(quantity)
    }
    return list.length >= 2 ? { quantities: list, spokenEnd: at, verbStart: at + 2, explicit: true } : null
  }
  for (let i = 0; i + 1 < own.length; i++) {
    const list = [own[i]].filter(each => each !== undefined)
    for (let next = own[i + 1], last = own[i]; next && last && onlyJoined.test(text.slice(last.end, next.start)) && fits(last, next); last = next, next = own[i + list.length]) list.push(next)
    const first = list[0], last = list.at(-1)
    const closed = last && (last.end >= end || /[，。、；：）]/.test(text[last.end] ?? '，'))
    if (first && closed && list.length >= 2 && first.start > start) return { quantities: list, spokenEnd: first.start, verbStart: first.start, explicit: false }
  }
  return null
}

const fits = (one: Quantity, other: Quantity): boolean => one.class === other.class && (one.unit === other.unit || other.unit.endsWith(one.unit))

/** A分别增长 5%、下降 3%: each figure may bring its own verb. */
function ownWords(text: string, previous: Quantity | undefined, quantity: Quantity, last: Quantity): ChangeWords | null {
  return previous ? changeBefore(text.slice(previous.end, quantity.start).replace(/^(?:左右|以上)?(?:、|和|及|与|以及)/, ''), last.class) : null
}

function growthNoun(subject: string, quantity: Quantity, unit: string): Statement['change'] {
  return quantity.class === 'percent' && /(?:增速|增幅|增长率)$/.test(subject) ? { value: quantity.value, unit, base: '同比' } : null
}

function withoutFigures(subject: string, offset: number, quantities: readonly Quantity[]): string {
  let text = subject
  for (const quantity of quantities.toReversed()) {
    const from = quantity.start - offset, to = quantity.end - offset
    if (from >= 0 && to <= subject.length) text = text.slice(0, from) + text.slice(to)
  }
  return text
}
