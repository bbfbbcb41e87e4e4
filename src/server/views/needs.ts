import { type PlanLine } from '../../engines/plan/schema.ts'
import { type Label } from '../../kernel/label.ts'
import { type Light, lightOrder } from '../../kernel/light.ts'
import { type Day, daysBetween } from '../../kernel/time.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Pack } from '../../packs/pack.ts'
import { type Need } from './contract.ts'

/** At most so many stand on the first screen; what a leader cannot take in at a glance is not seen. */
export const mostNeeds = 7

/**
 * What of the year needs the leader, worst first: off pace before slipping, then by the size of the gap; a commitment whose
 * last day has passed without being done. What is on pace, done or not judged needs nobody. `besides` are matters that are no lines of the plan, such as red projects.
 */
export function needsOf(lines: readonly PlanLine[], today: Day, besides: readonly { readonly need: Need; readonly gap: number }[] = []): readonly Need[] {
  return [...besides, ...lines.flatMap(line => {
    const need = needOf(line, today)
    return need ? [{ need, gap: line.gap ?? 0 }] : []
  })].toSorted((a, b) => weight(a.need) - weight(b.need) || a.gap - b.gap).map(({ need }) => need)
}

function needOf(line: PlanLine, today: Day): Need | null {
  const until = spanOf(line.targetPeriod)?.to ?? null
  const days = until === null ? null : daysBetween(today, until)
  const late = line.kind === 'commitment' && days !== null && days < 0 && line.light !== 'done' && line.light !== 'not-judged'
  if (!late && line.light !== 'off-pace' && line.light !== 'slipping') return null
  return { kind: late ? 'overdue' : line.light === 'off-pace' ? 'off-pace' : 'slipping', id: line.id, name: line.name, light: line.light, why: line.verdict.because, owner: line.owner, days, action: 'look', turned: null, page: pageOf(line) }
}

const order: readonly Need['kind'][] = ['overdue', 'off-pace', 'decision', 'slipping']
const weight = (need: Need) => order.indexOf(need.kind)

function pageOf(line: PlanLine): string {
  return line.kind === 'target' ? `/register/${line.code}?year=${line.targetPeriod.slice(0, 4)}` : `/plan/${line.targetPeriod.slice(0, 4)}?item=${line.id}`
}

/** How many lines show each light. */
export function lightsOf(lines: readonly PlanLine[]): Record<Light, number> {
  const counts: Record<Light, number> = { 'on-pace': 0, slipping: 0, 'off-pace': 0, done: 0, 'not-judged': 0 }
  for (const line of lines) counts[line.light] += 1
  return counts
}

/** Worst light first, then the order they came in. */
export function byLight(lines: readonly PlanLine[]): readonly PlanLine[] {
  return lines.toSorted((a, b) => lightOrder.indexOf(a.light) - lightOrder.indexOf(b.light))
}

/** The lines with which the year opens, in the order the packs give. */
export function headlineOf(lines: readonly PlanLine[], packs: readonly Pack[]): readonly PlanLine[] {
  const order = packs.flatMap(pack => pack.headline ?? [])
  return lines.filter(line => line.kind === 'target' && order.includes(line.code)).toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
}

const others: Label = { zh: '其他目标与承诺', en: 'Other targets and commitments' }

/** What is not headline, by the pack that carries it; what no pack carries stands last. */
export function panelsOf(lines: readonly PlanLine[], packs: readonly Pack[]): readonly { readonly name: Label; readonly lines: readonly PlanLine[] }[] {
  const headline = new Set(headlineOf(lines, packs))
  const packOf = new Map(packs.flatMap(pack => (pack.indicators ?? []).map(indicator => [indicator.code, pack] as const)))
  const groups = Map.groupBy(lines.filter(line => !headline.has(line)), line => packOf.get(line.code) ?? null)
  return [...packs, null].flatMap(pack => {
    const found = groups.get(pack)
    return found ? [{ name: pack?.name ?? others, lines: found }] : []
  })
}
