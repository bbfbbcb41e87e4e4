/** Reads what is public from the database, and keeps what never changes: the content of a publication, and the files made of it. */
import { type Db } from '../../engines/context.ts'
import { type File } from '../../kernel/contract.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Snapshot } from '../../engines/plan/domain/publication/publication.ts'
import { findIssues, findStood, type Issue, loadPublicSnapshot, type Stood } from '../../engines/plan/index.ts'
import { within } from '../database/database.ts'

const MOST_SNAPSHOTS = 20
const MOST_FILES = 40

export type Reading = {
  issues(district: District): Promise<readonly Issue[]>
  /** Null where it is not public, or was withdrawn this moment. */
  snapshot(district: District, issue: Issue): Promise<Snapshot | null>
  stood(district: District, key: string): Promise<readonly Stood[]>
  /** A file of a publication, made once. */
  file(issue: Issue, name: string, make: () => Promise<File>): Promise<File>
}

/** Nobody asks here, so nothing is seen that row-level security keeps to units: only publications that are public are read at all. */
export function readingOf(db: Db): Reading {
  const snapshots = new Map<Id, Snapshot>()
  const files = new Map<string, File>()
  const nobody = (district: District) => ({ district, sees: new Set<Id>() })
  return {
    issues: district => within(db, nobody(district), tx => findIssues(tx, district)),
    async snapshot(district, issue) {
      const kept = snapshots.get(issue.id) ?? await within(db, nobody(district), tx => loadPublicSnapshot(tx, district, issue.id))
      if (kept) keep(snapshots, issue.id, kept, MOST_SNAPSHOTS)
      return kept
    },
    stood: (district, key) => within(db, nobody(district), tx => findStood(tx, district, key)),
    async file(issue, name, make) {
      const key = `${issue.id}/${name}`
      const made = files.get(key) ?? await make()
      keep(files, key, made, MOST_FILES)
      return made
    },
  }
}

/** Keeps the ones used last. */
function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return
    kept.delete(oldest)
  }
}
