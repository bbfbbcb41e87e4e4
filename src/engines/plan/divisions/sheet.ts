/** A division as a spreadsheet, out and in again. */
import { type Id } from '../../../kernel/id.ts'
import { type Cell } from '../../indicators/index.ts'
import { number, text, type CellFault, type Column, type SheetRow } from '../../indicators/domain/sheet.ts'
import { type Unit } from '../../org/schema.ts'
import { balanceOf, shareOf } from '../domain/parts.ts'
import { type Division, type DivisionTerms, type Part } from '../schema.ts'

const sumLabel = { sum: '合计', none: '合计', 'weighted-mean': '加权平均' } as const satisfies Record<DivisionTerms['check'], string>
const wholeLabel = '目标'

export const divisionHeaders: Cell[] = ['单位代码', '单位', '份额（%）', '权重', '分解数', '计量单位', '占比（%）', '签认', '意见', '建议数']

/** A row for each part, then what they come to and what was divided. */
export function divisionCells(division: Division, measure: string, units: readonly Unit[]): Cell[][] {
  const { terms } = division
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const { total } = balanceOf(terms, terms.whole)
  const rows = terms.parts.map(({ unit, share, weight, value }): Cell[] => {
    const signature = division.signatures.find(s => s.unit === unit), objection = division.objections.find(o => o.unit === unit)
    return [byId.get(unit)?.code ?? null, byId.get(unit)?.name ?? null, share, weight, value, measure, shareOf(terms, value, terms.whole), signature ? `${signature.by} ${signature.at.slice(0, 10)}` : null, objection?.reason ?? null, objection?.counter ?? null]
  })
  return [...rows, [null, sumLabel[terms.check], null, null, total, measure, null, null, null, null], [null, wholeLabel, null, null, terms.whole, measure, null, null, null, null]]
}

/** What is read of such a sheet; its other columns are for people and may stay in it. */
export const divisionColumns: readonly Column[] = [
  text('code', { zh: '单位代码', en: 'Unit code' }, 20), text('unit', { zh: '单位', en: 'Unit' }, 60, true),
  number('share', { zh: '份额（%）', en: 'Share (%)' }), number('weight', { zh: '权重', en: 'Weight' }), number('value', { zh: '分解数', en: 'Part' }),
]

/** The parts that the rows of a sheet mean. Rows of a sum and of the target are passed over; a unit nobody knows or that stands there twice is a fault, and so is a missing number. */
export function partsFrom(rows: readonly SheetRow[], method: DivisionTerms['method'], units: readonly Unit[]): { readonly parts: readonly Part[]; readonly faults: readonly CellFault[] } {
  const known = new Map<unknown, Id>(units.flatMap(unit => [[unit.name, unit.id], [unit.code, unit.id]]))
  const summary = new Set<unknown>([...Object.values(sumLabel), wholeLabel])
  const faults: CellFault[] = [], parts: Part[] = []
  const needed = method === 'share' ? { key: 'share', header: '份额（%）' } : { key: 'value', header: '分解数' }
  for (const { row, values } of rows) {
    if (!values['code'] && summary.has(values['unit'])) continue
    const unit = known.get(values['code']) ?? known.get(values['unit'])
    const amount = (key: string) => { const value = values[key]; return typeof value === 'number' ? value : null }
    const wrong = (column: string, zh: string, en: string) => faults.push({ row, column, value: String(values['unit'] ?? ''), message: { zh, en } })
    if (unit === undefined) { wrong('单位', '没有这个单位', 'there is no such unit'); continue }
    if (parts.some(part => part.unit === unit)) { wrong('单位', '单位在表中重复', 'this unit occurs twice in the sheet'); continue }
    if (amount(needed.key) === null) { wrong(needed.header, '不能为空', 'must not be empty'); continue }
    parts.push({ unit, share: method === 'share' ? amount('share') : null, weight: method === 'weight' ? amount('weight') : null, value: amount('value') ?? 0 })
  }
  return { parts, faults }
}
