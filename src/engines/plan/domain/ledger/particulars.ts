import { type Label } from '../../../../kernel/label.ts'
import { printNumber } from '../../../../kernel/quantity.ts'
import { type Particular, type ParticularValue, type Standing, type Telling } from '../../ledgers/particulars-schema.ts'
import { type LedgerKind } from '../../ledgers/schema.ts'
import { type Day } from '../../../../kernel/time.ts'

export type Columns = Pick<LedgerKind, 'particulars'>

/** The values that stand of a line on a day: of each column what was told of the latest day up to then; of one day, what was told last. */
export function standingOn(told: readonly Telling[], on: Day): Standing {
  return told.filter(telling => telling.onDay <= on).toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0)).reduce<Standing>(withTelling, {})
}

function withTelling(standing: Standing, { values, onDay, ground, at, by, withLedger }: Telling): Standing {
  const told = Object.entries(values)
  const kept = Object.entries(standing).filter(([key]) => !(key in values))
  return Object.fromEntries([...kept, ...told.flatMap(([key, value]) => (value === null ? [] : [[key, { value, onDay, ground, at, by, ...(withLedger && { withLedger }) }] as const]))])
}

export function numberOf(standing: Standing, key: string): number | null {
  const value = standing[key]?.value
  return typeof value === 'number' ? value : null
}

/** A share of two numbers; nought of nought is no share. */
export function shareOf(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator
}

/** The stage at which a line stands, as a place among its choices; -1 where none was told. */
export function stageOf(column: Extract<Particular, { kind: 'choice' }>, value: ParticularValue | undefined): number {
  return column.choices.findIndex(choice => choice.key === value)
}

/** The share of a line that is done, where its kind says which column tells it; null where that was not told. */
export function doneShareOf(kind: Columns & Pick<LedgerKind, 'measuredBy'>, standing: Standing): number | null {
  const column = kind.particulars.find(one => one.key === kind.measuredBy)
  if (column?.kind === 'share') {
    const share = shareOf(numberOf(standing, column.numerator), numberOf(standing, column.denominator))
    return share === null ? null : Math.min(1, share)
  }
  if (column?.kind !== 'choice') return null
  return column.choices[stageOf(column, standing[column.key]?.value)]?.done ?? null
}

/** Required columns of which nothing stands. */
export function missingIn({ particulars }: Columns, standing: Standing): readonly Particular[] {
  return particulars.filter(column => column.required && column.kind !== 'share' && standing[column.key] === undefined)
}

/** A value in the words of its column; a dash where there is none. */
export function valueWords(column: Particular, value: ParticularValue | undefined): Label {
  if (value === null || value === undefined) return { zh: '—', en: '—' }
  if (column.kind === 'choice') return column.choices.find(choice => choice.key === value)?.name ?? { zh: String(value), en: String(value) }
  if (column.kind === 'number' && typeof value === 'number') return { zh: `${printNumber(value, column.decimals)}${column.unit.zh}`, en: `${printNumber(value, column.decimals)} ${column.unit.en}` }
  return { zh: String(value), en: String(value) }
}

/** One column that a telling changed: from what to what. */
export type ValueChange = { readonly column: Particular; readonly from: ParticularValue; readonly to: ParticularValue }

/** What a telling changed of what stood on its day. A column that the kind no longer has is passed over. */
export function changesBy({ particulars }: Columns, before: Standing, { values }: Pick<Telling, 'values'>): readonly ValueChange[] {
  return particulars.flatMap(column => (column.key in values ? [{ column, from: before[column.key]?.value ?? null, to: values[column.key] ?? null }] : []))
}
