import { type Label } from '../kernel/label.ts'
import { departments } from './departments.ts'
import { diceOf } from './dice.ts'
import { type DistrictSetup, type UnitRow } from './district.ts'

const register = '国家统计局统计用区划代码（2023-06-30）'
const two = (n: number) => String(n).padStart(2, '0')

/** The whole unit tree of a district, each unit after its parent: district, departments in official order, streets, communities and grids by code. */
export function unitsOf(setup: DistrictSetup): readonly UnitRow[] {
  const district = String(setup.code)
  const codeOf = (key: string) => `${district}D${two(departments.findIndex(d => d.key === key) + 1)}`
  const unit = { from: setup.unitsFrom, key: null, generated: false, confirmedBy: register } as const
  const offices = departments.map((d): UnitRow => ({
    ...unit, code: codeOf(d.key), kind: 'department', name: { zh: d.zh, en: d.en }, parent: d.parent ? codeOf(d.parent) : district, key: d.key,
    confirmedBy: setup.namedDepartments[d.key] ?? null,
  }))
  const streets = setup.streets.map((s): UnitRow => ({ ...unit, code: district + s.code, kind: 'street', name: { zh: `${s.zh}街道`, en: `${s.en} Street` }, parent: district }))
  const communities = setup.streets.flatMap(s => s.communities.map(([code, zh, en]): UnitRow => ({
    ...unit, code: district + s.code + code, kind: 'community', name: { zh: `${zh}社区`, en: `${en} Community` }, parent: district + s.code,
  })))
  return [{ ...unit, code: district, kind: 'district', name: setup.name, parent: null }, ...offices, ...byCode(streets), ...byCode(communities), ...gridsOf(setup, byCode(communities))]
}

/**
 * Grids below the communities: as evenly as the count allows, the odd ones falling where the dice say. No published
 * register names a district's grids, so all of them are marked as generated.
 */
function gridsOf(setup: Pick<DistrictSetup, 'grids' | 'unitsFrom'>, communities: readonly Pick<UnitRow, 'code' | 'name'>[]): readonly UnitRow[] {
  if (communities.length === 0) return []
  const { count, seed } = setup.grids
  const each = Math.floor(count / communities.length)
  const larger = drawn(count - each * communities.length, communities.length, seed)
  return communities.flatMap((community, i) => Array.from({ length: each + (larger.has(i) ? 1 : 0) }, (_, n): UnitRow => ({
    code: community.code + two(n + 1), kind: 'grid', name: gridName(community.name, n + 1), parent: community.code, from: setup.unitsFrom, key: null, generated: true, confirmedBy: null,
  })))
}

function gridName(community: Label, number: number): Label {
  return { zh: `${community.zh}第${number}网格`, en: `${community.en}, grid ${number}` }
}

function drawn(many: number, among: number, seed: string): ReadonlySet<number> {
  const dice = diceOf(seed)
  const found = new Set<number>()
  while (found.size < many) found.add(dice(among))
  return found
}

function byCode(units: readonly UnitRow[]): readonly UnitRow[] {
  return units.toSorted((a, b) => a.code.localeCompare(b.code))
}
