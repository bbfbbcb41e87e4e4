import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Light } from '../../../kernel/light.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type ForceRow } from './contract.ts'
import { ENDING, type Force, forceOf, isLate, type Measure, stateOn, unitsOf } from '../domain/forces/force.ts'
import { ForceEvent, type ForceState, type Happened } from './schema.ts'

/** A task force with its whole history. */
export type Found = { readonly id: Id; readonly events: readonly Happened[]; readonly force: Force; readonly generated: boolean }

export async function loadForce(tx: Tx, district: District, id: Id): Promise<Found | null> {
  const row = await tx.selectFrom('projects.force').select('generated').where('district', '=', district).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const rows = await tx.selectFrom('projects.force_event').select(['seq', 'at', 'person', 'by_name as name', 'event']).where('district', '=', district).where('force', '=', id).orderBy('seq').execute()
  const events = rows.map(({ seq, at, person, name, event }): Happened => ({ seq, at, by: person === null ? null : { person, name: name ?? '' }, event: ForceEvent.parse(event) }))
  const force = forceOf(events)
  return force && { id, events, force, generated: row.generated }
}

/** Holds a task force until the end of the transaction, so that of two acts at once the second sees what the first did. */
export async function holdForce(tx: Tx, district: District, id: Id): Promise<void> {
  await sql`select 1 from projects.force where district = ${district} and id = ${id} for update`.execute(tx)
}

type Counted = Pick<Measure, 'dueOn' | 'done'>
const columnsOf = (force: Force) => ({
  name: force.name, leader: force.leader, lead_unit: force.leadUnit, units: [...unitsOf(force)], from_on: force.from, until_on: force.until, dissolved_on: force.dissolved?.on ?? null, members: force.members.length,
  measures: JSON.stringify(force.plan.map(({ dueOn, done }): Counted => ({ dueOn, done }))), seq: force.seq,
})

export async function insertForce(tx: Tx, district: District, { id, events, force, generated }: Found): Promise<void> {
  await tx.insertInto('projects.force').values({ district, id, generated, ...columnsOf(force) }).execute()
  for (const happened of events) await appendEvent(tx, district, id, happened)
  await writeProjects(tx, district, id, force)
}

/** Saves what an event made of a task force, unless somebody saved since. */
export async function saveForce(tx: Tx, district: District, { id, force }: Pick<Found, 'id' | 'force'>, happened: Happened): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('projects.force').set(columnsOf(force)).where('district', '=', district).where('id', '=', id).where('seq', '=', happened.seq - 1).executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await appendEvent(tx, district, id, happened)
  if (happened.event.kind === 'project-taken' || happened.event.kind === 'project-given-up') await writeProjects(tx, district, id, force)
  return true
}

async function appendEvent(tx: Tx, district: District, force: Id, { seq, at, by, event }: Happened): Promise<void> {
  await tx.insertInto('projects.force_event').values({ district, force, seq, at, person: by?.person ?? null, by_name: by?.name ?? null, event: JSON.stringify(event) }).execute()
}

async function writeProjects(tx: Tx, district: District, id: Id, { projects }: Force): Promise<void> {
  await tx.deleteFrom('projects.force_project').where('district', '=', district).where('force', '=', id).execute()
  if (projects.length > 0) await tx.insertInto('projects.force_project').values(projects.map(project => ({ district, force: id, project }))).execute()
}

export type ForceQuery = { readonly state?: ForceState | undefined; readonly unit?: Id | undefined; readonly project?: Id | undefined; readonly q?: string | undefined }

/** Task forces that the filters leave: those at work first, by their last day; and how many there are. */
export async function findForces(tx: Tx, district: District, { state, unit, project, q }: ForceQuery, today: Day, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly items: readonly ForceRow[]; readonly total: number }> {
  const over = sql`(f.dissolved_on is not null or f.until_on < ${today})`, soon = addDays(today, ENDING)
  const inState = { dissolved: sql`and ${over}`, ending: sql`and not ${over} and f.until_on <= ${soon}`, standing: sql`and not ${over} and f.until_on > ${soon}` }
  const { rows } = await sql<{ id: Id; name: string; leader: string; leadUnit: Id; leadName: string | null; members: number; projects: number; measures: readonly Counted[]; from: Day; until: Day; dissolved: Day | null; generated: boolean; total: number }>`
    select f.id, f.name, f.leader, f.lead_unit as "leadUnit", u.name as "leadName", f.members, (select count(*)::int from projects.force_project p where p.district = f.district and p.force = f.id) as projects,
      f.measures, f.from_on as "from", f.until_on as until, f.dissolved_on as dissolved, f.generated, count(*) over ()::int as total
    from projects.force f left join org.v_unit u on u.district = f.district and u.id = f.lead_unit
    where f.district = ${district} ${state ? inState[state] : sql``} ${unit ? sql`and ${unit}::uuid = any (f.units)` : sql``} ${q ? sql`and strpos(lower(f.name || ' ' || f.leader), lower(${q})) > 0` : sql``}
      ${project ? sql`and exists (select from projects.force_project p where p.district = f.district and p.force = f.id and p.project = ${project})` : sql``}
    order by ${over}, f.until_on, f.name limit ${page.limit} offset ${page.offset}`.execute(tx)
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ leadUnit, leadName, measures, dissolved, total: _total, ...row }) => ({
      ...row, leadUnit: { id: leadUnit, name: leadName ?? '—' }, measures: { all: measures.length, done: measures.filter(one => one.done !== null).length, late: measures.filter(one => isLate(one, today)).length },
      state: stateOn({ until: row.until, dissolved: dissolved === null ? null : { on: dissolved, words: '' } }, today),
    })),
  }
}

/** Of a task force `f`: is it at work on a day? */
export const standing = (today: Day) => sql`f.dissolved_on is null and f.until_on >= ${today}`

/** The task force that has a project and is not dissolved on a day. */
export async function findStanding(tx: Tx, district: District, project: Id, today: Day): Promise<{ readonly id: Id; readonly name: string } | null> {
  const { rows } = await sql<{ id: Id; name: string }>`
    select f.id, f.name from projects.force_project p join projects.force f on f.district = p.district and f.id = p.force
    where p.district = ${district} and p.project = ${project} and ${standing(today)} order by f.from_on limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Projects under way that no standing task force has. */
export async function findTeamless(tx: Tx, district: District, today: Day): Promise<readonly { readonly id: Id; readonly name: string }[]> {
  const { rows } = await sql<{ id: Id; name: string }>`
    select p.id, p.name from projects.project p where p.district = ${district} and p.phase = 'started' and p.ended_on is null
      and not exists (select from projects.force_project l join projects.force f on f.district = l.district and f.id = l.force where l.district = p.district and l.project = p.id and ${standing(today)})
    order by p.code limit 500`.execute(tx)
  return rows
}

/** Projects with their lights, by their ids. */
export async function findProjectsShown(tx: Tx, district: District, ids: readonly Id[]): Promise<readonly { readonly id: Id; readonly code: string; readonly name: string; readonly light: Light; readonly because: Label }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: Id; code: string; name: string; light: Light; because: Label }>`select id, code, name, light, because from projects.project where district = ${district} and id = any (${[...ids]}::uuid[]) order by code`.execute(tx)
  return rows
}

export async function countForces(tx: Tx, district: District): Promise<number> {
  const { n } = await tx.selectFrom('projects.force').select(eb => eb.fn.countAll<string>().as('n')).where('district', '=', district).executeTakeFirstOrThrow()
  return Number(n)
}
