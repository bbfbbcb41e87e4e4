import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { sumToYuan } from '../../../../../engines/projects/domain/money.ts'
import { type Light } from '../../../../../kernel/light.ts'

export type OwnerSums = { readonly owner: ProjectRow['owner']; readonly projects: number; readonly planned: number; readonly due: number; readonly done: number; readonly lights: Readonly<Partial<Record<Light, number>>> }

/** What each owner's projects come to, those with the most red first, then by the money planned. */
export function byOwner(rows: readonly ProjectRow[]): readonly OwnerSums[] {
  const sum = (of: readonly ProjectRow[], value: (row: ProjectRow) => number | null) => sumToYuan(of.map(row => value(row) ?? 0))
  return [...Map.groupBy(rows, row => row.owner.id).values()].flatMap(of => {
    const [first] = of
    if (!first) return []
    const lights: Partial<Record<Light, number>> = {}
    for (const { light } of of) lights[light] = (lights[light] ?? 0) + 1
    return [{ owner: first.owner, projects: of.length, planned: sum(of, row => row.planned), due: sum(of, row => row.due), done: sum(of, row => (row.planned === null ? 0 : row.done)), lights }]
  }).toSorted((a, b) => (b.lights['off-pace'] ?? 0) - (a.lights['off-pace'] ?? 0) || b.planned - a.planned)
}
