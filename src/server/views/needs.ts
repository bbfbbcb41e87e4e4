import { type PlanLine } from '../../engines/plan/schema.ts'
import { type Light, lightOrder } from '../../kernel/light.ts'
import { type Day, daysBetween } from '../../kernel/time.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Need } from './contract.ts'

/** At most so many stand on the first screen; what a leader cannot take in at a glance is not seen. */
export const mostNeeds = 7

/**
 * What of the year needs the leader, worst first: off pace before slipping, then by the size of the gap; a commitment whose
 * last day has passed without being done. What is on pace, done or not judged needs nobody.
 */
export function needsOf(lines: readonly PlanLine[], today: Day): readonly Need[] {
  return lines.flatMap(line => {
    const need = needOf(line, today)
    return need ? [{ need, gap: line.gap ?? 0 }] : []
  }).toSorted((a, b) => weight(a.need) - weight(b.need) || a.gap - b.gap).map(({ need }) => need)
}

function needOf(line: PlanLine, today: Day): Need | null {
  const until = spanOf(line.targetPeriod)?.to ?? null
  const days = until === null ? null : daysBetween(today, until)
  const late = line.kind === 'commitment' && days !== null && days < 0 && line.light !== 'done' && line.light !== 'not-judged'
  if (!late && line.light !== 'off-pace' && line.light !== 'slipping') return null
  return { kind: late ? 'overdue' : line.light === 'off-pace' ? 'off-pace' : 'slipping', id: line.id, name: line.name, light: line.light, why: line.verdict.because, owner: line.owner, days, action: 'look', page: pageOf(line) }
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
