import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Day } from '../../../kernel/time.ts'
import { holdsOn, byId, lineUp } from '../../org/domain/tree.ts'
import { type Unit } from '../../org/schema.ts'
import { type CaseType } from '../schema.ts'
import { branchOf } from './clocks.ts'
import { answersFor } from './open.ts'

/** A district's own rule: cases of this branch of categories (null: of the whole type) in this area (null: anywhere) go to this unit. */
export type RoutingRule = { readonly id: Id; readonly type: string; readonly category: string | null; readonly area: Id | null; readonly unit: Id; readonly from: Day; readonly until: Day | null }

/**
 * The unit of the ground that a text names: by its whole name (三元宫社区, 三元宫居委会), or by a name of three characters and more
 * without what follows it. Of several the longest name counts, then the smallest unit; two that are equally good are none.
 */
export function unitInWords(units: readonly Pick<Unit, 'id' | 'kind' | 'name' | 'parent'>[], texts: readonly string[]): Id | null {
  const ground = units.filter(({ kind }) => kind === 'street' || kind === 'community' || kind === 'grid')
  for (const text of texts) {
    const found = ground.flatMap(unit => { const length = named(unit, text); return length > 0 ? [{ unit, length }] : [] }).toSorted((a, b) => b.length - a.length || sizes.indexOf(a.unit.kind) - sizes.indexOf(b.unit.kind))
    const [best, next] = found
    if (best && !(next && next.length === best.length && next.unit.kind === best.unit.kind)) return best.unit.id
  }
  return null
}

const sizes: readonly Unit['kind'][] = ['grid', 'community', 'street', 'district']

/** How many characters of the name stand in the text; none where it is not named. */
function named({ kind, name }: Pick<Unit, 'kind' | 'name'>, text: string): number {
  if (text.includes(name)) return name.length
  const stem = name.replace(/(?:街道|社区)$/, '')
  if (kind === 'grid' || stem === name) return 0
  const called = kind === 'street' ? ['街道办', '街道', '街'] : ['社区', '居委会', '居委']
  return (stem.length >= 3 && text.includes(stem)) || called.some(end => text.includes(stem + end)) ? stem.length : 0
}

/** A unit and those above it on the ground, the smallest first. */
export function lineOf(unit: Id | null, units: readonly Unit[]): readonly Unit[] {
  return unit === null ? [] : lineUp(unit, byId(units))
}

/** Who answers, and why: the units of the rule or of the category. `rules` are those that sent it there. */
export type Answering = { readonly units: readonly Id[]; readonly why: Label; readonly rules: readonly Id[] }

/** How narrow a rule is: by the depth of its branch of categories, then by the size of its area. */
function narrowness(rule: RoutingRule, { categories }: Pick<CaseType, 'categories'>, areaKind: Unit['kind'] | undefined): number {
  return (rule.category === null ? 0 : branchOf(categories, rule.category).length) * 10 + (rule.area === null ? 0 : sizes.length - sizes.indexOf(areaKind ?? 'district'))
}

/** Rules of a type in the order in which they are tried, the narrowest first. Of two that are as narrow neither goes before the other. */
export function inOrderTried<R extends RoutingRule>(type: Pick<CaseType, 'categories'>, rules: readonly R[], kindOf: (area: Id) => Unit['kind'] | undefined): R[] {
  const narrow = (rule: R) => narrowness(rule, type, rule.area === null ? undefined : kindOf(rule.area))
  return rules.toSorted((a, b) => narrow(b) - narrow(a))
}

/** What becomes of a rule with a case: it applies, a narrower one goes before it, or it is for another day, category or place. */
export type Verdict = 'applies' | 'passed-over' | 'other-day' | 'other-category' | 'other-place'

/** What becomes of each rule of a type with a case of this category at this place on a day, in the order given. */
export function verdicts<R extends RoutingRule>(type: Pick<CaseType, 'key' | 'categories'>, category: string, line: readonly Unit[], rules: readonly R[], on: Day): readonly { readonly rule: R; readonly verdict: Verdict }[] {
  const branch = branchOf(type.categories, category).map(c => c.key)
  const met = (rule: R): Verdict => (!holdsOn(on, rule) ? 'other-day' : rule.category !== null && !branch.includes(rule.category) ? 'other-category' : rule.area !== null && !line.some(unit => unit.id === rule.area) ? 'other-place' : 'applies')
  const narrow = (rule: R) => narrowness(rule, type, line.find(unit => unit.id === rule.area)?.kind)
  const judged = rules.filter(rule => rule.type === type.key).map(rule => ({ rule, verdict: met(rule) }))
  const narrowest = Math.max(...judged.filter(one => one.verdict === 'applies').map(one => narrow(one.rule)))
  return judged.map(one => (one.verdict === 'applies' && narrow(one.rule) < narrowest ? { ...one, verdict: 'passed-over' } : one))
}

/**
 * Which units answer for a category at a place on a day. The district's own rules come first: of those that apply, the one for the
 * narrowest branch, then for the smallest area; where several are as narrow all apply, and any of their units may have it. Else
 * the category's department, or the grid, community or street of the place. No unit: nobody can be told from what is known.
 */
export function answering(type: Pick<CaseType, 'key' | 'categories'>, departments: Readonly<Record<string, Id>>, category: string, line: readonly Unit[], rules: readonly RoutingRule[], on: Day): Answering {
  const chosen = verdicts(type, category, line, rules, on).filter(one => one.verdict === 'applies').map(one => one.rule)
  if (chosen.length > 0) return { units: [...new Set(chosen.map(rule => rule.unit))], rules: chosen.map(rule => rule.id), why: { zh: '本区派遣规则', en: 'A routing rule of the district' } }
  const answers = answersFor(type, category)
  if (answers && 'department' in answers) {
    const unit = departments[answers.department]
    return { units: unit === undefined ? [] : [unit], rules: [], why: unit === undefined ? { zh: '此类别的主管部门本区没有设立', en: 'The district has no such department as this category names' } : { zh: '此类别的主管部门', en: 'The department in charge of this category' } }
  }
  const unit = answers && line.find(({ kind }) => kind === answers.placeLevel)
  if (unit) return { units: [unit.id], rules: [], why: whyHere[answers.placeLevel] }
  return { units: [], rules: [], why: line.length === 0 ? { zh: '地点不明，不能确定办理单位', en: 'The place is not known, so neither is the unit' } : { zh: '此类别没有规定办理单位', en: 'No unit is set for this category' } }
}

const whyHere = {
  street: { zh: '地点所在街道', en: 'The street of the place' }, community: { zh: '地点所在社区', en: 'The community of the place' }, grid: { zh: '地点所在网格', en: 'The grid of the place' },
} as const satisfies Record<'street' | 'community' | 'grid', Label>

/** How much a unit or a person has in hand. */
export type Load = { readonly open: number; readonly late: number }

/** Of those who may have it, whoever has least in hand: fewest open, then fewest late, then in the order given. Null of none. */
export function leastLoaded<T extends string>(of: readonly T[], loads: ReadonlyMap<T, Load>): T | null {
  const nothing: Load = { open: 0, late: 0 }
  return of.toSorted((a, b) => { const [x, y] = [loads.get(a) ?? nothing, loads.get(b) ?? nothing]; return x.open - y.open || x.late - y.late })[0] ?? null
}
