import { z } from 'zod'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type NodeEvidence, ProjectAct } from '../../../../../engines/projects/schema.ts'

/** Rows of a form, kept in its draft as text. */
const EvidenceRow = z.object({ what: z.string(), reference: z.string() })
export type EvidenceRow = z.infer<typeof EvidenceRow>
const NodeRow = z.object({ key: z.string(), name: z.string(), weight: z.string(), planned: z.string(), after: z.array(z.string()) })
export type NodeRow = z.infer<typeof NodeRow>

/** What a draft holds; none where it is not of this form. */
function rowsIn<Row>(of: z.ZodType<Row>, text: string): readonly Row[] {
  try {
    return z.array(of).safeParse(JSON.parse(text)).data ?? []
  } catch {
    return [] // empty, or of an older page
  }
}

export const evidenceRows = (text: string) => rowsIn(EvidenceRow, text)
export const nodeRows = (text: string) => rowsIn(NodeRow, text)
export const textOf = (rows: readonly (EvidenceRow | NodeRow)[]) => JSON.stringify(rows)

/** Evidence that was written down: rows left empty are none. A number without what it is of stays, and does not fit. */
export function evidenceGiven(text: string): z.input<typeof NodeEvidence>[] {
  return evidenceRows(text).map(row => ({ what: row.what.trim(), reference: row.reference.trim() || null })).filter(row => row.what !== '' || row.reference !== null)
}

export const plannedRows = (nodes: ProjectView['nodes']): NodeRow[] => nodes.map(({ key, name, weight, planned, after }) => ({ key, name, weight: String(weight), planned, after: [...after] }))

/** A row more, after the last and waiting for it. `taken`: keys of nodes that stand now, so that a new one takes over nothing from one that was taken off. */
export function withRow(rows: readonly NodeRow[], taken: readonly string[], today: string): NodeRow[] {
  const last = rows.at(-1), keys = new Set([...taken, ...rows.map(row => row.key)])
  let n = 1
  while (keys.has(`n-${n}`)) n += 1
  return [...rows, { key: `n-${n}`, name: '', weight: '1', planned: last?.planned ?? today, after: last ? [last.key] : [] }]
}

/** Without one, for which nobody waits any more. */
export const withoutRow = (rows: readonly NodeRow[], key: string): NodeRow[] => rows.filter(row => row.key !== key).map(row => ({ ...row, after: row.after.filter(one => one !== key) }))

/** The plan that the rows make; null where something is missing or does not fit. */
export function nodesPlanned(rows: readonly NodeRow[], reason: string): ProjectAct | null {
  const weightOf = (text: string) => (text.trim() === '' ? null : Number(text.normalize('NFKC')))
  return ProjectAct.safeParse({ kind: 'nodes-planned', nodes: rows.map(row => ({ ...row, name: row.name.trim(), weight: weightOf(row.weight) })), reason: reason.trim() }).data ?? null
}
