import { type Beside, FormRow, keyOf } from '../schema.ts'
import { measureOf, type SheetRow } from './values.ts'

const nothing: Beside = { lastPeriod: null, lastYear: null, before: null, inputs: [], count: null, brought: null, below: null }

/** A row of an open sheet for tests: what matters in the test, the rest as usual. */
export function rowOf(given: { readonly by?: string; readonly indicator: string; readonly [part: string]: unknown }, beside: Partial<Beside> = {}, unit = '个', formula: SheetRow['formula'] = null): SheetRow {
  const row = FormRow.parse({ by: 'typed', ...given })
  return { key: keyOf(row), row, name: { zh: `指标${row.indicator}`, en: `Indicator ${row.indicator}` }, measure: measureOf(row, unit), formula, beside: { ...nothing, ...beside } }
}

export const known = (value: number, period = '2026-09') => ({ value, period, figure: null })
export const cell = (value: number | null, answers: readonly { readonly finding: string; readonly seen: string }[] = []) => ({ value, answers: answers.map(answer => ({ ...answer, reason: '已核实', by: '王', at: '2026-11-02T02:00:00.000Z' })) })
