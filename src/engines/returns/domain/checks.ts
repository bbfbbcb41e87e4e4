import { type Label } from '../../../kernel/label.ts'
import { isRate, printNumber } from '../../../kernel/quantity.ts'
import { rounded } from '../../indicators/domain/units.ts'
import { amountWords } from '../../indicators/domain/words.ts'
import { type Cell, type Check, type Finding } from '../schema.ts'
import { isAsked, type SheetRow, valuesOf } from './values.ts'

/**
 * What is wrong or doubtful in a sheet, in the order of its rows: what is required and empty, then what the form checks.
 * A check whose numbers are not all there says nothing.
 */
export function findingsOf(rows: readonly SheetRow[], checks: readonly Check[], cells: Readonly<Record<string, Pick<Cell, 'value' | 'answers'>>>): readonly Finding[] {
  const values = valuesOf(rows, cells)
  const byKey = new Map(rows.map(row => [row.key, row]))
  const empty = rows.filter(row => isAsked(row) && row.row.by === 'typed' && row.row.required && values.get(row.key) === null)
    .map(row => found('required', row, 'error', [], { zh: `“${row.name.zh}”未填。`, en: `“${row.name.en}” is empty.` }))
  const order = rows.map(row => row.key)
  const all = [...empty, ...checks.flatMap(check => {
    const row = byKey.get(check.kind === 'sum' ? check.total : check.row)
    const finding = row && judge(check, row, values, byKey)
    return finding ? [finding] : []
  })]
  return all.map(finding => ({ ...finding, answer: cells[finding.row]?.answers.findLast(a => a.finding === finding.key && a.seen === finding.seen) ?? null }))
    .toSorted((a, b) => order.indexOf(a.row) - order.indexOf(b.row))
}

/** What keeps a sheet from being submitted: errors, and warnings without an answer. */
export function openFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(finding => finding.grade === 'error' || finding.answer === null)
}

function found(kind: string, row: SheetRow, grade: Finding['grade'], seen: readonly number[], words: Label): Finding {
  return { key: `${kind}:${row.key}`, row: row.key, grade, words, seen: seen.join(' '), answer: null }
}

function judge(check: Check, row: SheetRow, values: ReadonlyMap<string, number | null>, byKey: ReadonlyMap<string, SheetRow>): Finding | null {
  const value = values.get(row.key) ?? null
  if (value === null) return null
  const say = (n: number) => amountWords(n, row.measure)
  switch (check.kind) {
    case 'between': {
      const low = check.least !== null && value < check.least, high = check.most !== null && value > check.most
      if (!low && !high) return null
      const bound = say((low ? check.least : check.most) ?? 0), now = say(value)
      return found('between', row, check.grade, [value], low ? { zh: `填报${now.zh}，不应低于${bound.zh}。`, en: `${now.en} given; it should not be below ${bound.en}.` } : { zh: `填报${now.zh}，不应高于${bound.zh}。`, en: `${now.en} given; it should not be above ${bound.en}.` })
    }
    case 'differs': {
      const then = check.from === 'last-period' ? row.beside.lastPeriod : row.beside.lastYear
      // Rates move by points. From nothing there is no per cent, and the check is silent.
      const points = isRate(row.measure)
      const moved = then === null ? null : points ? rounded(value - then.value, 2) : then.value === 0 ? null : rounded((value / then.value - 1) * 100 * Math.sign(then.value), 1)
      if (then === null || moved === null || Math.abs(moved) <= check.percent) return null
      const now = say(value), before = say(then.value), by = `${printNumber(Math.abs(moved), 1)}`, limit = printNumber(check.percent, 1)
      const [when, whenEn] = check.from === 'last-period' ? ['上期', 'last period'] : ['上年同期', 'a year ago']
      const [unit, unitEn] = points ? ['个百分点', ' points'] : ['%', ' %']
      return found(`differs-${check.from}`, row, check.grade, [value, then.value], {
        zh: `本期${now.zh}，${when}${before.zh}，${moved > 0 ? '增加' : '减少'}${by}${unit}，超过${limit}${unit}。`,
        en: `${now.en} now, ${before.en} ${whenEn}: ${moved > 0 ? 'up' : 'down'} ${by}${unitEn}, more than ${limit}${unitEn}.`,
      })
    }
    case 'never-falls': {
      const then = row.beside.lastPeriod
      if (then === null || value >= then.value) return null
      const now = say(value), before = say(then.value)
      return found('never-falls', row, check.grade, [value, then.value], { zh: `累计${now.zh}，低于上期累计的${before.zh}；累计数不应减少。`, en: `${now.en} to date, less than the ${before.en} of last period; a running total never falls.` })
    }
    case 'sum': {
      const parts = check.rows.map(key => values.get(key) ?? null)
      if (parts.some(part => part === null)) return null
      const sum = rounded(parts.reduce<number>((a, b) => a + (b ?? 0), 0), 6), gap = rounded(value - sum, 6)
      if (gap === 0) return null
      const names = check.rows.map(key => byKey.get(key)?.name ?? { zh: key, en: key })
      const now = say(value), total = say(sum), off = say(Math.abs(gap))
      return found('sum', row, check.grade, [value, sum], { zh: `${names.map(n => n.zh).join('、')}合计${total.zh}，本项填报${now.zh}，相差${off.zh}。`, en: `${names.map(n => n.en).join(' + ')} make ${total.en}; ${now.en} given here, ${off.en} apart.` })
    }
    case 'adds-up': {
      const { below } = row.beside
      if (below === null || below.of === 0) return null
      const gap = rounded(value - below.sum, 6)
      if (gap === 0) return null
      const now = say(value), total = say(below.sum), off = say(Math.abs(gap))
      return found('adds-up', row, check.grade, [value, below.sum], { zh: `下级${below.of}个单位合计${total.zh}，本单位填报${now.zh}，相差${off.zh}。`, en: `The ${below.of} units below make ${total.en}; ${now.en} given here, ${off.en} apart.` })
    }
  }
}
