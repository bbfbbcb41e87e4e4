import type { Repair } from '../../schema.ts'

/**
 * Collects what was repaired. Small repairs that occur in hundreds (`many`) become one entry with a count and the
 * span of the first; repairs a person may want to look at one by one (`each`) keep their own span.
 */
export type RepairLog = {
  readonly many: (kind: Repair['kind'], start: number, end: number) => void
  readonly each: (kind: Repair['kind'], start: number, end: number) => void
  readonly done: () => Repair[]
}

/** Beyond this, single entries of one kind are counted on the last one, so that a hostile text cannot flood the log. */
const mostEntriesOfAKind = 500

export function repairLog(): RepairLog {
  const single: Repair[] = []
  const counted = new Map<Repair['kind'], Repair>()
  const entries = new Map<Repair['kind'], number>()
  const many: RepairLog['many'] = (kind, start, end) => {
    const first = counted.get(kind)
    if (first) first.count++
    else counted.set(kind, { kind, start, end, count: 1 })
  }
  const each: RepairLog['each'] = (kind, start, end) => {
    const before = entries.get(kind) ?? 0
    entries.set(kind, before + 1)
    if (before < mostEntriesOfAKind) single.push({ kind, start, end, count: 1 })
    else many(kind, start, end)
  }
  return { many, each, done: () => [...single, ...counted.values()].sort((a, b) => a.start - b.start || a.end - b.end) }
}
