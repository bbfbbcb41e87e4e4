import { Day } from '../../../../kernel/time.ts'
import { type Label } from '../../../../kernel/label.ts'
import { choice, type Column, fitting, number, text } from '../../../indicators/domain/sheet.ts'
import { type Particular } from '../../ledgers/particulars-schema.ts'
import { type LedgerKind } from '../../ledgers/schema.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** How a column is called in a sheet: with its unit, so that nobody has to guess in what it is counted. */
export function headerOf(column: Particular): Label {
  if (column.kind !== 'number') return column.kind === 'share' ? label(`${column.name.zh}（%）`, `${column.name.en} (%)`) : column.name
  return label(`${column.name.zh}（${column.unit.zh}）`, `${column.name.en} (${column.unit.en})`)
}

/** The sheet on which the values of a ledger's own columns are told: a row for a line, known by its number and its title. An empty cell tells nothing. */
export function ledgerColumns(kind: Pick<LedgerKind, 'particulars' | 'line'>): readonly Column[] {
  return [
    number('position', label('序号', 'No.'), true),
    text('title', kind.line, 300, true),
    ...kind.particulars.flatMap(column => (column.kind === 'share' ? [] : [cellOf(column)])),
    fitting('on-day', label('截至', 'As of'), label('日期，如2025-06-30', 'a date, such as 2025-06-30'), cell => (Day.safeParse(cell).success ? cell : undefined), true),
    text('ground', label('依据', 'Ground'), 300, true),
    text('reason', label('退回理由', 'Reason for going back'), 300),
  ]
}

/** Keys of a sheet's own cells never meet those of columns, which begin with a letter and stand behind a colon here. */
export const cellKey = (column: Pick<Particular, 'key'>): string => `of:${column.key}`

function cellOf(column: Exclude<Particular, { kind: 'share' }>): Column {
  const key = cellKey(column), header = headerOf(column)
  switch (column.kind) {
    case 'number': return number(key, header)
    case 'choice': return choice(key, header, Object.fromEntries(column.choices.map(one => [one.key, one.name])), false)
    case 'day': return fitting(key, header, label('日期，如2025-06-30', 'a date, such as 2025-06-30'), cell => (Day.safeParse(cell).success ? cell : undefined))
    case 'text': return text(key, header, column.max)
  }
}
