import { type Context, type Db } from '../../engines/context.ts'
import { loadActor } from '../../engines/org/index.ts'
import { findIssues, publicationHandlers } from '../../engines/plan/index.ts'
import { type DistrictSetup } from '../../districts/district.ts'
import { makeContext } from '../context.ts'
import { dayOf } from '../../kernel/time.ts'
import { within } from '../database/database.ts'
import { seededId } from './organisation.ts'

const request = { query: {}, file: null }

/** Publishes years of the demonstration as people do it: the planner prepares, the leader approves. A year that was published before is left alone; answers how many were. */
export async function placePublications(db: Db, setup: DistrictSetup, years: readonly number[]): Promise<number> {
  const [planner, leader] = [await contextOf(db, setup, 'planner'), await contextOf(db, setup, 'leader')]
  if (!planner || !leader) return 0
  const known = new Set((await planner.read(tx => findIssues(tx, setup.code))).map(issue => issue.year))
  let published = 0
  for (const year of years.filter(one => !known.has(one))) {
    const draft = await publicationHandlers.draft(planner, { ...request, params: { year }, body: {} })
    if (!draft.ok || draft.value.waiting || draft.value.lines.length === 0) continue
    const made = await publicationHandlers.prepare(planner, { ...request, params: { year }, body: { digest: draft.value.digest, leaveOut: [] } })
    if (made.ok && (await publicationHandlers.approve(leader, { ...request, params: { id: made.value.id }, body: { version: made.value.version, knowing: false } })).ok) published += 1
  }
  return published
}

/** What a person of the demonstration may do here; null where the district has none. */
async function contextOf(db: Db, { code }: DistrictSetup, account: string): Promise<Context | null> {
  const clock = () => new Date().toISOString()
  const actor = await within(db, { district: code, sees: new Set() }, tx => loadActor(tx, code, seededId(code, 'person', account), dayOf(clock())))
  return actor && makeContext(db, { district: code, actor, requestId: 'system' }, clock)
}
