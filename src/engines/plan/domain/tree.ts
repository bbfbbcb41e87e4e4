import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Commitment, type CommitmentEvent, type CommitmentKind } from '../schema.ts'

/** The state of a commitment, folded from its history; null before it was made and after it was removed. */
export function commitmentOf(events: readonly CommitmentEvent[]): Commitment | null {
  return events.reduce<Commitment | null>(applied, null)
}

/** One step of the fold. */
export function applied(commitment: Commitment | null, event: CommitmentEvent): Commitment | null {
  if (event.kind === 'made') return { ...event.commitment, progress: [], version: 1 }
  if (!commitment) return null
  const version = commitment.version + 1
  switch (event.kind) {
    case 'edited': return { ...commitment, ...given(event.set), version }
    case 'moved': return { ...commitment, parent: event.parent, position: event.position, version }
    case 'linked': return { ...commitment, target: event.target, version }
    case 'progressed': return { ...commitment, progress: [...commitment.progress, event.progress], version }
    case 'removed': return null
  }
}

type Edit = Extract<CommitmentEvent, { kind: 'edited' }>['set']

/** Only what was given: a field that is there but undefined changes nothing. */
function given(set: Edit): { readonly [K in keyof Edit]?: NonNullable<Edit[K]> | Extract<Edit[K], null> } {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}

/** The newest progress by its day, then by its entry. */
export function latestProgress(commitment: Pick<Commitment, 'progress'>): Commitment['progress'][number] | null {
  return commitment.progress.toSorted((a, b) => b.onDay.localeCompare(a.onDay) || b.at.localeCompare(a.at))[0] ?? null
}

const depth: Readonly<Record<CommitmentKind, number>> = { chapter: 0, task: 1, measure: 2 }

type Placed = Pick<Commitment, 'id' | 'kind' | 'parent' | 'year' | 'title'>

/** May a commitment stand under this parent? Only under a wider one of its own year: a measure under a task or a chapter, a chapter under nothing. */
export function mayStandUnder(commitment: Placed, parent: Placed | null): Result<null, 'kind-below' | 'other-year'> {
  if (!parent) return ok(null)
  if (parent.year !== commitment.year) return refuse('other-year', { year: parent.year })
  return depth[parent.kind] < depth[commitment.kind] ? ok(null) : refuse('kind-below', { parent: parent.title })
}

/** May progress be entered by hand? Not where figures measure it, nor for a day that has not come. */
export function mayProgress(commitment: Commitment, onDay: Day, today: Day): Result<null, 'measured-by-figures' | 'day-not-come'> {
  if (commitment.target !== null) return refuse('measured-by-figures', { title: commitment.title })
  return onDay > today ? refuse('day-not-come', { day: onDay }) : ok(null)
}

/** May it be removed by hand? Not what a paper brought (that paper is retracted), nor what stands in a ledger, has progress or other commitments below it. */
export function mayRemove(commitment: Commitment, below: number, listed: boolean): Result<null, 'from-a-paper' | 'in-a-ledger' | 'not-empty'> {
  if (commitment.origin !== null) return refuse('from-a-paper', { title: commitment.title })
  if (listed) return refuse('in-a-ledger', { title: commitment.title })
  return below > 0 || commitment.progress.length > 0 ? refuse('not-empty', { title: commitment.title, below }) : ok(null)
}

/** The number of each commitment along its branch: 2.1.3 is the third measure of the first task of the second chapter. */
export function numbersOf(commitments: readonly Pick<Commitment, 'id' | 'parent' | 'position'>[]): ReadonlyMap<Id, string> {
  const children = childrenOf(commitments)
  const numbers = new Map<Id, string>()
  const walk = (parent: Id | null, prefix: string) => {
    for (const [i, child] of (children.get(parent) ?? []).entries()) {
      numbers.set(child.id, `${prefix}${i + 1}`)
      walk(child.id, `${prefix}${i + 1}.`)
    }
  }
  walk(null, '')
  return numbers
}

/** Commitments by their parent, in order. One whose parent is not among them stands at the top. */
export function childrenOf<C extends Pick<Commitment, 'id' | 'parent' | 'position'>>(commitments: readonly C[]): ReadonlyMap<Id | null, readonly C[]> {
  const known = new Set(commitments.map(c => c.id))
  const grouped = Map.groupBy(commitments, c => (c.parent !== null && known.has(c.parent) ? c.parent : null))
  return new Map([...grouped].map(([parent, list]) => [parent, list.toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id))]))
}
