import { type Id } from '../../../kernel/id.ts'
import { type Day } from '../../../kernel/time.ts'
import { plain } from './grams.ts'

/** When cases are a matter that comes again and again (重复事项), and not so many single ones. */
export type ClusterRule = {
  /** How far back is looked, in days. */
  readonly days: number
  /** So many cases at least, on so many different days. */
  readonly least: number
  readonly onDays: number
  /** Two titles are alike from this share of common pairs of characters on (Jaccard, 0 to 1). */
  readonly alike: number
  /** What was dismissed is offered again after so many further cases. */
  readonly again: number
}

export const clusterRule: ClusterRule = { days: 90, least: 5, onDays: 3, alike: 0.5, again: 5 }

/** A case of one category in one street: its community (null where only the street is known), its title and its day. */
export type Repeated = { readonly id: Id; readonly community: Id | null; readonly title: string; readonly day: Day }

/** Pairs of neighbouring characters. */
function pairsOf(title: string): ReadonlySet<string> {
  return new Set(plain(title).flatMap(word => [...word].flatMap((character, i, all) => { const next = all[i + 1]; return next === undefined ? [] : [character + next] })))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

/**
 * Groups cases of one category in one street that belong together: those of the same community, and those whose titles are alike,
 * also through others between them. Only groups that the rule calls repeated, the largest first.
 */
export function repeatedIn<T extends Repeated>(cases: readonly T[], rule: ClusterRule): readonly (readonly T[])[] {
  const parent = cases.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] ?? root
    parent[i] = root
    return root
  }
  const join = (a: number, b: number) => { parent[rootOf(a)] = rootOf(b) }
  const first = new Map<Id, number>()
  for (const [i, { community }] of cases.entries()) {
    if (community === null) continue
    const before = first.get(community)
    if (before === undefined) first.set(community, i)
    else join(i, before)
  }
  const pairs = cases.map(one => pairsOf(one.title))
  for (const [i, mine] of pairs.entries()) {
    for (let j = i + 1; j < pairs.length; j++) if (rootOf(i) !== rootOf(j) && likeness(mine, pairs[j] ?? new Set()) >= rule.alike) join(i, j)
  }
  return [...Map.groupBy(cases, (_, i) => rootOf(i)).values()]
    .filter(group => group.length >= rule.least && new Set(group.map(one => one.day)).size >= rule.onDays)
    .sort((a, b) => b.length - a.length)
}

/** What titles have in common: pieces of two to six characters that stand in at least half of them, three at most, none within another. */
export function commonWords(titles: readonly string[]): readonly string[] {
  const counted = new Map<string, number>()
  for (const title of titles) {
    const pieces = new Set(plain(title).flatMap(word => { const characters = [...word]; return characters.flatMap((_, i) => [2, 3, 4, 5, 6].flatMap(n => (i + n <= characters.length ? [characters.slice(i, i + n).join('')] : []))) }))
    for (const piece of pieces) counted.set(piece, (counted.get(piece) ?? 0) + 1)
  }
  const common = [...counted].filter(([, n]) => n * 2 >= titles.length && n > 1).sort(([a, n], [b, m]) => m * (b.length - 1) - n * (a.length - 1) || b.length - a.length || a.localeCompare(b))
  const chosen: string[] = []
  for (const [piece] of common) if (chosen.length < 3 && !chosen.some(one => [...piece].some(character => one.includes(character)))) chosen.push(piece)
  return chosen
}

/** A cluster as it stands: `over` once its root-cause task is done, past its day or gone; then what comes anew is a matter of its own. */
export type StandingCluster = { readonly id: Id; readonly state: 'offered' | 'taken' | 'dismissed'; readonly over: boolean; readonly cases: ReadonlySet<Id> }

export type Settled<T> = { readonly cluster: Id | null; readonly as: 'offered' | 'joined' | 'offered-again'; readonly cases: readonly T[] }

/** What a repeated group means beside the clusters that are known: a new one, more cases of one, one that is offered again; null where nothing is new. */
export function settled<T extends Repeated>(group: readonly T[], standing: readonly StandingCluster[], rule: ClusterRule): Settled<T> | null {
  const shared = (cluster: StandingCluster) => group.filter(one => cluster.cases.has(one.id)).length
  const near = standing.filter(cluster => shared(cluster) > 0).sort((a, b) => shared(b) - shared(a))
  const fresh = group.filter(one => !standing.some(cluster => cluster.cases.has(one.id)))
  const live = near.find(cluster => cluster.state === 'offered' || (cluster.state === 'taken' && !cluster.over))
  if (live) return fresh.length > 0 ? { cluster: live.id, as: 'joined', cases: fresh } : null
  const dismissed = near.find(cluster => cluster.state === 'dismissed')
  if (dismissed) return fresh.length >= rule.again ? { cluster: dismissed.id, as: 'offered-again', cases: fresh } : null
  return fresh.length >= rule.least ? { cluster: null, as: 'offered', cases: fresh } : null
}
