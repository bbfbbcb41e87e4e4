import { type NodeTemplate, type PlannedNode, type ProjectKind } from '../../engines/projects/schema.ts'
import { addDays, daysBetween, type Day } from '../../kernel/time.ts'
import { chance, type Dice } from '../requests/world.ts'
import { type Life } from './lives.ts'
import { type Trouble } from './troubles.ts'

/** When a project of the demonstration is to do what, and when it did. `before`: the plan until it was moved, where it was. */
export type Schedule = { readonly from: Day; readonly to: Day; readonly start: string | null; readonly nodes: readonly PlannedNode[]; readonly reached: ReadonlyMap<string, Day>; readonly before: { readonly to: Day; readonly nodes: readonly PlannedNode[] } | null }

/** The node with which a project counts as started. */
const starts = ['start', 'landed']

const dayIn = (dice: Dice, year: number, from: number, to: number): Day => addDays(`${year}-01-01`, from + dice(to - from + 1))

/** A schedule that lets building begin and end in the years of its life, seen on a day: what is due is reached, but for what is in trouble. */
export function scheduleOf(life: Life, kind: ProjectKind, trouble: Trouble, today: Day, dice: Dice): Schedule {
  const newest = Number(today.slice(0, 4)), start = kind.nodes.find(node => starts.includes(node.key)) ?? null
  const begins = trouble.late?.node === 'start' ? addDays(today, -trouble.late.days) : dayIn(dice, life.starts ?? newest + 1, 62, 296)
  const ends = life.last === null ? later(dayIn(dice, newest + 1 + dice(life.takes <= 2 ? 1 : life.takes <= 4 ? 2 : 4), 70, 330), addDays(begins, 220 + dice(200))) : dayIn(dice, life.last, 72, 330)
  const share = start?.share ?? 0
  const from = start ? addDays(begins, -Math.min(300 + dice(500), Math.round((daysBetween(begins, ends) * share) / (1 - share)))) : begins
  const planned = (to: Day) => kind.nodes.map(node => plannedFrom(node, share, from, begins, to))
  const nodes = lateNodes(planned(ends), start?.key ?? null, trouble, today)
  const sooner = addDays(ends, -70 - dice(60))
  const before = chance(dice, 12) && trouble.late === undefined && sooner > addDays(begins, 60) ? { to: sooner, nodes: planned(sooner) } : null
  return { from, to: ends, start: start?.key ?? null, nodes, reached: reachedOf(nodes, start?.key ?? null, trouble, today, dice), before }
}

/** What comes before the start lies between the first day and the start, the rest between start and end, by the shares of the kind. */
function plannedFrom({ key, name, weight, share, after }: NodeTemplate, atStart: number, from: Day, begins: Day, ends: Day): PlannedNode {
  const planned = share <= atStart && atStart > 0 ? addDays(from, Math.round((daysBetween(from, begins) * share) / atStart)) : addDays(begins, Math.round((daysBetween(begins, ends) * (share - atStart)) / (1 - atStart)))
  return { key, name: name.zh, weight, planned, after: [...after] }
}

const later = (one: Day, other: Day) => (one > other ? one : other)

/** The node after the start is due so many days before today, where that is the trouble. */
function lateNodes(nodes: readonly PlannedNode[], start: string | null, { late }: Trouble, today: Day): readonly PlannedNode[] {
  if (late?.node !== 'structure') return nodes
  const after = nodes.findIndex(node => node.key === start) + 1
  return nodes.map((node, i) => (i === after ? { ...node, planned: addDays(today, -late.days) } : node))
}

function reachedOf(nodes: readonly PlannedNode[], start: string | null, { late }: Trouble, today: Day, dice: Dice): ReadonlyMap<string, Day> {
  const reached = new Map<string, Day>(), yesterday = addDays(today, -1)
  const stop = late === undefined ? nodes.length : nodes.findIndex(node => node.key === start) + (late.node === 'start' ? 0 : 1)
  for (const { key, planned, after } of nodes.slice(0, stop)) {
    const formers = after.map(former => reached.get(former) ?? planned).reduce(later, '')
    const on = later(addDays(planned, chance(dice, 70) ? -dice(8) : dice(16)), formers)
    // What was due before today is reached by yesterday.
    reached.set(key, planned < today && on > yesterday ? yesterday : on)
  }
  return reached
}
