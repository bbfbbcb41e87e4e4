import { type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type Particular, type ParticularValue } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { type LedgerKind } from '../../../../../engines/plan/ledgers/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'

type Typed = (column: Particular) => string

const isNumber = (text: string) => /^\d+(?:\.\d+)?$/.test(text)

/** What is told of what was typed: the columns that differ from what stands; one that was emptied is taken back. */
export function typedValues(columns: readonly Particular[], { particulars }: Pick<LineRow, 'particulars'>, typed: Typed): Readonly<Record<string, ParticularValue>> {
  return Object.fromEntries(columns.flatMap(column => {
    if (column.kind === 'share') return []
    const text = typed(column).trim(), standing = particulars[column.key]?.value
    const value = text === '' ? null : column.kind === 'number' ? Number(text) : text
    return value === (standing ?? null) ? [] : [[column.key, value] as const]
  }))
}

/** What is wrong with what was typed in a column, said where it stands. */
export function faultOf({ particulars }: Pick<LedgerKind, 'particulars'>, column: Particular, typed: Typed): Label | null {
  const text = typed(column).trim()
  if (column.kind !== 'number' || text === '') return null
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0
  if (!isNumber(text)) return { zh: '应为不小于0的数', en: 'a number not below nought' }
  if (decimals > column.decimals) return column.decimals === 0 ? { zh: '应为整数', en: 'a whole number' } : { zh: `小数不超过${column.decimals}位`, en: `at most ${column.decimals} decimals` }
  const bound = particulars.find(one => one.key === column.atMost)
  const most = bound ? typed(bound).trim() : ''
  return bound && isNumber(most) && Number(text) > Number(most) ? { zh: `超过了${bound.name.zh}（${most}）`, en: `more than ${bound.name.en} (${most})` } : null
}
