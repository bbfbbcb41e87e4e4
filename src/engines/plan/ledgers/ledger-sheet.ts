import { lightLabels } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Cell } from '../../indicators/index.ts'
import { numberOf, shareOf, valueWords } from '../domain/ledger/particulars.ts'
import { headerOf } from '../domain/ledger/sheet-columns.ts'
import { type LineRow } from './contract.ts'
import { type Particular } from './particulars-schema.ts'
import { acceptanceLabels, type LedgerKind, ledgerNeedLabels } from './schema.ts'

/** Headers of a ledger taken to a spreadsheet, with the columns that its kind has of its own. */
export function lineHeaders(kind: LedgerKind): Cell[] {
  return ['序号', kind.line.zh, '内容', '目标', '现值', '计量单位', '数据时期', '完成比例', '内容灯', `${kind.line.zh}灯`, '说明', '责任单位', '完成时限', '佐证材料', '验收', '尚缺', ...kind.particulars.map(column => headerOf(column).zh), ...(kind.particulars.length > 0 ? ['栏目数据截至'] : [])]
}

/** One row for each part, so that a sheet can be sorted and summed. */
export function lineCells(kind: LedgerKind, line: LineRow): Cell[][] {
  const parts = line.parts.length > 0 ? line.parts : [null]
  return parts.map((part, i) => [
    line.position, line.title, part?.title ?? null, part?.line?.words ?? null, part?.line?.figure ?? null, part?.line?.unit ?? null, part?.line?.period ?? null, part === null || part.share === null ? null : `${printNumber(part.share * 100, 1)}%`,
    part ? lightLabels[part.light].zh : null, lightLabels[line.light].zh, line.because.zh, line.leads.join('、'), part?.dueOn ?? line.dueOn, line.evidence, acceptanceLabels[line.acceptance.state].zh, line.lacks.map(need => ledgerNeedLabels[need].zh).join('、'),
    // Once for a line, however many parts it has: a sum over the sheet stays right.
    ...kind.particulars.map(column => (i === 0 ? cellOf(column, line) : null)), ...(kind.particulars.length > 0 ? [i === 0 ? Object.values(line.particulars).map(value => value.onDay).toSorted().at(-1) ?? null : null] : []),
  ])
}

function cellOf(column: Particular, { particulars }: LineRow): Cell {
  if (column.kind === 'share') {
    const share = shareOf(numberOf(particulars, column.numerator), numberOf(particulars, column.denominator))
    return share === null ? null : Number(printNumber(share * 100, 1))
  }
  const value = particulars[column.key]?.value
  return value === undefined ? null : column.kind === 'number' ? value : valueWords(column, value).zh
}
