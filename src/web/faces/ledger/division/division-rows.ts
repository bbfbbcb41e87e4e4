import { valued } from '../../../../engines/plan/domain/parts.ts'
import { DivisionCheck, DivisionMethod, type DivisionTerms } from '../../../../engines/plan/schema.ts'
import { numberIn, typedNumber } from '../../../parts/indicators/typed-number.ts'
import { z } from 'zod'

/** A line of the table that is filled in: what stands in its fields, as typed. */
const Row = z.object({ unit: z.string(), share: z.string(), weight: z.string(), value: z.string() })
export type Row = z.infer<typeof Row>
export type NumberField = 'share' | 'weight' | 'value'

/** What the form of a division holds: its settings, and its rows as one text, so that a draft of them survives. */
export type TypedTerms = { readonly method: string; readonly check: string; readonly tolerance: string; readonly digits: string; readonly ground: string; readonly rows: string }

const text = (value: number | null) => (value === null ? '' : String(value))

export function typedFrom({ method, check, tolerance, digits, ground, parts }: DivisionTerms): TypedTerms {
  return { method, check, tolerance: String(tolerance), digits: String(digits), ground: ground ?? '', rows: typedRows(parts.map(({ unit, share, weight, value }) => ({ unit, share: text(share), weight: text(weight), value: String(value) }))) }
}

export function typedRows(rows: readonly Row[]): string {
  return JSON.stringify(rows)
}

export function rowsIn(typed: Pick<TypedTerms, 'rows'>): readonly Row[] {
  const parsed = z.array(Row).safeParse(JSON.parse(typed.rows))
  return parsed.success ? parsed.data : []
}

/** The terms as they would be saved: what is empty or no number counts as nothing, and `wrong` says that there is such a field. */
export function termsIn(typed: TypedTerms, whole: number): { readonly terms: DivisionTerms; readonly wrong: boolean } {
  const rows = rowsIn(typed), method = DivisionMethod.parse(typed.method)
  const parts = rows.map(row => ({ unit: row.unit, share: method === 'share' ? numberIn(row.share) : null, weight: method === 'weight' ? numberIn(row.weight) : null, value: numberIn(row.value) ?? 0 }))
  const numbers = [typed.tolerance, ...rows.flatMap(row => [...(method === 'share' ? [row.share] : [row.value]), ...(method === 'weight' ? [row.weight] : [])])]
  return {
    terms: valued({ method, check: DivisionCheck.parse(typed.check), tolerance: Math.max(0, numberIn(typed.tolerance) ?? 0), digits: Number(typed.digits), ground: typed.ground.trim() || null, whole, parts }),
    wrong: numbers.some(number => typedNumber(number) === 'wrong'),
  }
}

/** How parts are checked by each method; own values may also go unchecked. */
export function checkFor(method: string, before: string): string {
  if (method === 'share') return 'sum'
  return method === 'weight' ? 'weighted-mean' : before === 'none' ? 'none' : 'sum'
}

/**
 * What was copied from a spreadsheet, put into a column from one row on. Lines with a name and a number go to the unit of that
 * name, wherever its row stands; a name that no row has is told and changes nothing.
 */
export function pasted(rows: readonly Row[], at: number, field: NumberField, clipboard: string, nameOf: (unit: string) => string): { readonly rows: readonly Row[]; readonly unknown: readonly string[] } {
  const lines = clipboard.replace(/\r?\n$/, '').split(/\r?\n/).map(line => line.split('\t').map(cell => cell.trim()))
  const byName = new Map(rows.map((row, i) => [nameOf(row.unit), i]))
  const unknown: string[] = []
  const next = [...rows]
  const put = (i: number, number: string) => { const row = next[i]; if (row) next[i] = { ...row, [field]: plainNumber(number) } }
  for (const [i, [first = '', ...rest]] of lines.entries()) {
    if (rest.length === 0) { put(at + i, first); continue }
    const row = byName.get(first)
    if (row === undefined) unknown.push(first)
    else put(row, rest.at(-1) ?? '')
  }
  return { rows: next, unknown }
}

/** Grouping commas and a trailing per cent come with numbers from a spreadsheet. */
function plainNumber(cell: string): string {
  return /^[-+−]?[\d,，]+(?:\.\d+)?\s*[%％]?$/.test(cell) ? cell.replaceAll(/[,，%％\s]/g, '') : cell
}
