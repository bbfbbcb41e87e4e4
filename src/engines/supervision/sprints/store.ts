import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type Sprint, sprintFrom } from '../domain/sprint.ts'
import { type Happened, SprintEvent } from './schema.ts'

/** A sprint with its whole history. */
export type Found = { readonly id: Id; readonly events: readonly Happened[]; readonly sprint: Sprint }

/** `held`: nobody else changes it until the transaction ends, so that of two acts at once the second sees what the first did. */
export async function loadSprint(tx: Tx, district: District, id: Id, how: 'held' | 'read'): Promise<Found | null> {
  if (how === 'held') await sql`select 1 from supervision.sprint where district = ${district} and id = ${id} for update`.execute(tx)
  const rows = await tx.selectFrom('supervision.sprint_event').select(['seq', 'at', 'person', 'by_name as name', 'event']).where('district', '=', district).where('sprint', '=', id).orderBy('seq').execute()
  const events = rows.map(({ seq, at, person, name, event }): Happened => ({ seq, at, by: { person, name }, event: SprintEvent.parse(event) }))
  const sprint = sprintFrom(events)
  return sprint && { id, events, sprint }
}

const columnsOf = ({ closed, items, seq }: Sprint) => ({ closed: closed !== null, items: items.length, seq })

async function append(tx: Tx, district: District, sprint: Id, { seq, at, by, event }: Happened): Promise<void> {
  await tx.insertInto('supervision.sprint_event').values({ district, sprint, seq, at, person: by.person, by_name: by.name, event: JSON.stringify(event) }).execute()
}

export async function insertSprint(tx: Tx, district: District, { id, events, sprint }: Found): Promise<void> {
  await tx.insertInto('supervision.sprint').values({ district, id, name: sprint.name, from_on: sprint.from, until_on: sprint.until, ...columnsOf(sprint) }).execute()
  for (const happened of events) await append(tx, district, id, happened)
}

/** Saves what an event made of a sprint that is held. */
export async function saveSprint(tx: Tx, district: District, { id, sprint }: Pick<Found, 'id' | 'sprint'>, happened: Happened): Promise<void> {
  await tx.updateTable('supervision.sprint').set(columnsOf(sprint)).where('district', '=', district).where('id', '=', id).execute()
  await append(tx, district, id, happened)
}

/** Sprints that run on a day. There are never many. */
export async function findRunning(tx: Tx, district: District, day: Day): Promise<readonly Found[]> {
  const rows = await tx.selectFrom('supervision.sprint').select('id').where('district', '=', district).where('closed', '=', false).where('from_on', '<=', day).where('until_on', '>=', day).orderBy('until_on').orderBy('id').limit(50).execute()
  return loadAll(tx, district, rows.map(row => row.id))
}

/** All sprints, the latest first. */
export async function findSprints(tx: Tx, district: District): Promise<readonly Found[]> {
  const rows = await tx.selectFrom('supervision.sprint').select('id').where('district', '=', district).orderBy('from_on', 'desc').orderBy('id', 'desc').limit(100).execute()
  return loadAll(tx, district, rows.map(row => row.id))
}

async function loadAll(tx: Tx, district: District, ids: readonly Id[]): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const id of ids) {
    const one = await loadSprint(tx, district, id, 'read')
    if (one) found.push(one)
  }
  return found
}
