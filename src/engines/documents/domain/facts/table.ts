import { periodsIn, type Times } from './period.ts'
import { statementsIn } from './sentence.ts'
import { emptyStatement, type Statement } from './statement.ts'
import { subjectName } from './subject.ts'

/** A row of a table: what each cell says of the indicator in the first, by the words of the header above. */
type CellStatement = Statement & { readonly period: string | null; readonly side: 'result' | 'target' | null }

const headerWords = /指标|单位|名称|完成|目标|计划|增长|增速|增幅|预期|数值|备注|属性|类别|年/
const targetColumn = /目标|计划|预期|任务|安排/
const resultColumn = /完成|实际|实绩|执行|实现|上年|去年/
const rateColumn = /增长|增速|增幅|同比|±|涨跌/
const dash = /^[-—–－─/]{1,4}$/
const number = /^[-−+]?\d[\d,]*(?:\.\d+)?$/

export const isHeader = (cells: readonly string[]): boolean => cells.length > 1 && !cells.some(cell => /\d/.test(cell.replaceAll(/(?:19|20)\d\d年?/g, ''))) && cells.filter(cell => headerWords.test(cell)).length >= Math.ceil(cells.length / 2) && !cells.some(cell => dash.test(cell))

/** Reads one row. `header` are the cells of the header row, empty where none was seen. Offsets are into the row's text. */
export function statementsInRow(row: string, header: readonly string[], times: Times): CellStatement[] {
  const cells = row.replace(/\n$/, '').split('\t')
  const starts = cells.map((_, i) => cells.slice(0, i).join('\t').length + (i > 0 ? 1 : 0))
  const nameAt = cells.findIndex((cell, i) => /[一-鿿]{2}/.test(cell) && !/单位|序号|类别|属性/.test(header[i] ?? ''))
  const name = subjectName(cells[nameAt] ?? '')
  if (nameAt < 0 || name.length < 2) return []
  const unitAt = header.findIndex(cell => /单位/.test(cell))
  const unit = unitAt >= 0 ? cells[unitAt] ?? '' : /[（(]([^（）()]{1,8})[）)]$/.exec(name)?.[1] ?? ''
  const bareName = name.replace(/[（(](?:%|[万亿]?(?:元|美元|人|吨|户|个|家|平方米|公里))[）)]$/, '')
  const found: CellStatement[] = []
  cells.forEach((cell, i) => {
    if (i <= nameAt || i === unitAt || cell === '') return
    const column = header[i] ?? ''
    const start = starts[i] ?? 0
    const place = { start: found.length === 0 ? starts[nameAt] ?? 0 : start, end: start + cell.length, at: start, clauseStart: 0 }
    const said = { period: periodsIn(column, times)[0]?.period ?? null, side: targetColumn.test(column) ? 'target' as const : resultColumn.test(column) ? 'result' as const : null }
    if (dash.test(cell)) {
      found.push({ ...emptyStatement(bareName, place, 0.85), open: { operator: 'pending', start, end: start + cell.length, subjectEnd: start, reference: cell, name: null }, ...said })
    } else if (number.test(cell)) {
      const value = Number(cell.replaceAll(',', '').replace('−', '-'))
      if (rateColumn.test(column) && !/目标值?$/.test(column)) {
        const change = { value, unit: '%', base: '同比' }
        const level = found.at(-1)
        if (level && level.change === null && level.value !== null) { level.change = change; level.end = place.end } else found.push({ ...emptyStatement(bareName, place, header.length > 0 ? 0.85 : 0.6), value, unit: '%', change, rateOnly: true, ...said })
      } else found.push({ ...emptyStatement(bareName, place, header.length > 0 && unit !== '' ? 0.85 : 0.6), value, unit, trouble: unit === '' ? 'lost-unit' : null, ...said })
    } else if (/\d|下达|同步/.test(cell)) {
      for (const statement of statementsIn(`${bareName}${cell}`)) found.push({ ...statement, ...place, name: statement.name || bareName, ...said })
    }
  })
  return found
}
