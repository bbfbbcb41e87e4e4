import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Light } from '../../../kernel/light.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { turnOf, type Turn } from '../../plan/domain/light-changes.ts'

/** What changed: a light of a project or of the plan, a decision that became late, a month whose investment was not told in time, figures that came in. */
export type Change = {
  readonly kind: 'project' | 'plan' | 'decision' | 'month' | 'figures'
  readonly thing: Id
  readonly title: Label
  readonly unit: { readonly id: Id; readonly name: string } | null
  readonly on: Day
  readonly was: Light | null
  readonly light: Light | null
  readonly turn: Turn
  /** Null where its page says it. */
  readonly because: Label | null
  readonly page: string
}

/** A light that changed, in the order in which its changes happened. */
export type LightStep = Pick<Change, 'kind' | 'thing' | 'title' | 'unit' | 'on' | 'because' | 'page'> & { readonly was: Light; readonly light: Light }

/** Several changes of one light are one, from what it was first to what it became last; one that came back to what it was is none. */
export function netChanges(steps: readonly LightStep[]): readonly Change[] {
  return [...Map.groupBy(steps, step => step.thing).values()].flatMap(of => {
    const first = of[0], last = of.at(-1)
    return first && last && first.was !== last.light ? [{ ...last, was: first.was, turn: turnOf(first.was, last.light) }] : []
  })
}

export type ChangeGroup = { readonly unit: Change['unit']; readonly worse: number; readonly changes: readonly Change[] }

const order: Readonly<Record<Turn, number>> = { worse: 0, better: 2, other: 1 }
const kinds: Readonly<Record<Change['kind'], number>> = { decision: 0, project: 1, plan: 2, month: 3, figures: 4 }

/** By the unit that answers, the one with most that turned worse first; what is nobody's last. A decision that became late is not told a second time as a light of the plan. */
export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const late = new Set(changes.flatMap(change => (change.kind === 'decision' ? [change.thing] : [])))
  const told = changes.filter(change => change.kind !== 'plan' || !late.has(change.thing))
  return [...Map.groupBy(told, change => change.unit?.id ?? null).values()]
    .map(of => ({ unit: of[0]?.unit ?? null, worse: of.filter(change => change.turn === 'worse').length, changes: of.toSorted((a, b) => order[a.turn] - order[b.turn] || kinds[a.kind] - kinds[b.kind] || b.on.localeCompare(a.on)) }))
    .toSorted((a, b) => Number(a.unit === null) - Number(b.unit === null) || b.worse - a.worse || (a.unit?.name ?? '').localeCompare(b.unit?.name ?? '', 'zh'))
}

/** Months (`2025-02`) of which the last day to be told passed between two days, both included: `toldBy` is the day of the next month until whose end there was time. */
export function monthsDue(from: Day, to: Day, toldBy: number): readonly { readonly month: string; readonly lateOn: Day }[] {
  const months: { month: string; lateOn: Day }[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 32).slice(0, 7)}-01`) {
    const lateOn = addDays(`${day.slice(0, 7)}-${String(toldBy).padStart(2, '0')}`, 1)
    if (lateOn >= from && lateOn <= to) months.push({ month: addDays(day, -1).slice(0, 7), lateOn })
  }
  return months
}
