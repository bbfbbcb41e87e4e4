import { type Label } from '../../../kernel/label.ts'
import { formulaValue } from '../../indicators/domain/derive.ts'
import { plainUnit, rounded } from '../../indicators/domain/units.ts'
import { type Formula } from '../../indicators/schema.ts'
import { type Beside, type Cell, type FormRow, keyOf } from '../schema.ts'

/** A row of an open sheet: what the form says of it, what the register says of its indicator, and what stands beside it. */
export type SheetRow = {
  readonly key: string
  readonly row: FormRow
  readonly name: Label
  /** Unit of measure of the cell: the indicator's own, for growth per cent or, of a rate, points. */
  readonly measure: string
  readonly formula: Formula['kind'] | null
  readonly beside: Beside
}

/** The unit in which a row's cell is told. */
export function measureOf(row: Pick<FormRow, 'aspect'>, indicatorUnit: string): string {
  return row.aspect === 'level' ? indicatorUnit : plainUnit(indicatorUnit) === '%' ? '个百分点' : '%'
}

/** The value of each row: typed, brought by another form, or worked out. Null where something it rests on is missing. The browser runs this while people type. */
export function valuesOf(rows: readonly SheetRow[], cells: Readonly<Record<string, Pick<Cell, 'value'>>>): ReadonlyMap<string, number | null> {
  const byKey = new Map(rows.map(row => [row.key, row]))
  const known = new Map<string, number | null>()
  const valueOf = (key: string): number | null => {
    if (known.has(key)) return known.get(key) ?? null
    known.set(key, null) // a formula that comes back to itself has no value
    const row = byKey.get(key)
    const value = row ? worth(row) : null
    known.set(key, value)
    return value
  }
  const worth = ({ key, row, beside, measure, formula }: SheetRow): number | null => {
    switch (row.by) {
      case 'typed': return beside.brought?.value ?? cells[key]?.value ?? null
      case 'count': return beside.count
      case 'formula': return formula && formulaValue({ kind: formula }, beside.inputs.map(({ unit, row: asked, known: onFile }) => {
        const value = asked === null ? onFile?.value ?? null : valueOf(asked)
        return value === null ? null : { value, unit }
      }), measure)
      case 'running-total': {
        const now = valueOf(keyOf({ ...row, reach: 'period' }))
        return now === null || beside.before === null ? null : rounded(beside.before.value + now, 6)
      }
      case 'growth': {
        const level = keyOf({ ...row, aspect: 'level' })
        const now = valueOf(level), before = byKey.get(level)?.beside.lastYear?.value ?? null
        if (now === null || before === null) return null
        return measure === '%' ? (before > 0 ? rounded((now / before - 1) * 100, 1) : null) : rounded(now - before, 2)
      }
    }
  }
  for (const { key } of rows) valueOf(key)
  return known
}

/** Is the row asked of the unit? Not where it is worked out, nor where another form brought it already. */
export function isAsked({ row, beside }: Pick<SheetRow, 'row' | 'beside'>): boolean {
  return row.by === 'typed' && beside.brought === null
}

/** Does accepting the sheet write a figure for the row? Sums and growth follow from figures on file and are worked out from them each time. */
export function bringsFigure(row: Pick<SheetRow, 'row' | 'beside'>): boolean {
  return isAsked(row) || row.row.by === 'count'
}
