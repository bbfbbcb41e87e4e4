import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { Light } from '../../kernel/light.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { seeEveryCase } from '../cases/index.ts'
import { sumToYuan } from './domain/money.ts'
import { nameOf, type Project, projectOf } from './domain/project.ts'
import { writePhases } from './pool-store.ts'
import { type Blocker, type Happened, ProjectEvent, ProjectRules, ProjectVerdict } from './schema.ts'

export async function saveRules(tx: Tx, district: District, rules: ProjectRules): Promise<boolean> {
  const there = await tx.selectFrom('projects.rules').select('definition').where('district', '=', district).executeTakeFirst()
  if (there && JSON.stringify(ProjectRules.parse(there.definition)) === JSON.stringify(ProjectRules.parse(rules))) return false
  const definition = JSON.stringify(rules)
  await tx.insertInto('projects.rules').values({ district, definition }).onConflict(c => c.column('district').doUpdateSet({ definition })).execute()
  return true
}

/** Null where no pack of the district brings projects. */
export async function loadRules(tx: Tx, district: District): Promise<ProjectRules | null> {
  const row = await tx.selectFrom('projects.rules').select('definition').where('district', '=', district).executeTakeFirst()
  return row ? ProjectRules.parse(row.definition) : null
}

/** A project with its whole history. */
export type Found = { readonly id: Id; readonly events: readonly Happened[]; readonly project: Project; readonly generated: boolean }

export async function loadProject(tx: Tx, district: District, id: Id): Promise<Found | null> {
  const row = await tx.selectFrom('projects.project').select('generated').where('district', '=', district).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const rows = await tx.selectFrom('projects.event').select(['seq', 'at', 'person', 'by_name as name', 'event']).where('district', '=', district).where('project', '=', id).orderBy('seq').execute()
  const events = rows.map(happenedFrom)
  const project = projectOf(events)
  return project && { id, events, project, generated: row.generated }
}

function happenedFrom({ seq, at, person, name, event }: { readonly seq: number; readonly at: Instant; readonly person: Id | null; readonly name: string | null; readonly event: unknown }): Happened {
  return { seq, at, by: person === null || name === null ? null : { person, name }, event: ProjectEvent.parse(event) }
}

/** Holds a project until the end of the transaction, so that of two acts at once the second sees what the first did. */
export async function holdProject(tx: Tx, district: District, id: Id): Promise<void> {
  await sql`select 1 from projects.project where district = ${district} and id = ${id} for update`.execute(tx)
}

/** How many approvals are with an office. */
const running = ({ approvals }: Project) => approvals.filter(({ steps }) => steps.at(-1)?.kind === 'applied').length

const columnsOf = (project: Project) => ({
  code: project.code, name: nameOf(project), names: project.names.map(one => one.name).join('\n'), of: project.of, phase: project.phase, owner: project.owner, place_unit: project.place.unit,
  lng: project.place.point?.lng ?? null, lat: project.place.point?.lat ?? null, total: project.total, leader: project.leader, starts_on: project.startsOn, ends_on: project.endsOn, ended_on: project.ended?.on ?? null,
  approvals_running: running(project), override: project.override && JSON.stringify(project.override), seq: project.seq,
})

/** Writes a project that is new; false where its code is taken. */
export async function insertProject(tx: Tx, district: District, { id, events, project, generated }: Found): Promise<boolean> {
  const made = await tx.insertInto('projects.project').values({ district, id, generated, ...columnsOf(project) }).onConflict(c => c.columns(['district', 'code']).doNothing()).returning('id').executeTakeFirst()
  if (!made) return false
  await appendEvents(tx, district, id, events)
  await writeParts(tx, district, id, project, events.map(({ event }) => event))
  return true
}

/** Saves what an event made of a project, unless somebody saved since. */
export async function saveProject(tx: Tx, district: District, { id, project }: Pick<Found, 'id' | 'project'>, happened: Happened): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('projects.project').set(columnsOf(project)).where('district', '=', district).where('id', '=', id).where('seq', '=', happened.seq - 1).executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await appendEvents(tx, district, id, [happened])
  await writeParts(tx, district, id, project, [happened.event])
  return true
}

async function appendEvents(tx: Tx, district: District, project: Id, events: readonly Happened[]): Promise<void> {
  await tx.insertInto('projects.event').values(events.map(({ seq, at, by, event }) => ({ district, project, seq, at, person: by?.person ?? null, by_name: by?.name ?? null, event: JSON.stringify(event) }))).execute()
}

/** The tables that repeat lists, nodes, years and months: those that the events touched, from the folded project. */
async function writeParts(tx: Tx, district: District, id: Id, project: Project, events: readonly ProjectEvent[]): Promise<void> {
  const kinds = new Set(events.map(event => event.kind))
  if (kinds.has('made') || kinds.has('phased')) await writePhases(tx, district, id, project)
  if (kinds.has('listed') || kinds.has('unlisted')) await writeListings(tx, district, id, project)
  if (['made', 'nodes-planned', 'node-forecast', 'node-reached', 'node-reopened'].some(kind => kinds.has(kind as ProjectEvent['kind']))) await writeNodes(tx, district, id, project) // the list holds kinds only
  const years = new Set(events.flatMap(event => (event.kind === 'year-planned' ? [event.year] : 'month' in event ? [Number(event.month.slice(0, 4))] : [])))
  for (const year of years) {
    const plan = project.years.find(y => y.year === year)
    const done = sumToYuan(project.months.flatMap(m => (m.state === 'approved' && m.month.startsWith(`${year}-`) ? [m.amount] : [])))
    const row = { total: plan?.total ?? null, months: plan?.months ? [...plan.months] : null, done }
    await tx.insertInto('projects.year').values({ district, project: id, year, ...row }).onConflict(c => c.columns(['district', 'project', 'year']).doUpdateSet(row)).execute()
  }
  const told = new Set(events.flatMap(event => ('month' in event ? [event.month] : [])))
  const months = project.months.filter(m => told.has(m.month)).map(({ month, amount, state, person }) => ({ district, year: Number(month.slice(0, 4)), project: id, month: Number(month.slice(5)), amount, state, person }))
  if (months.length > 0) await tx.insertInto('projects.month').values(months).onConflict(c => c.columns(['district', 'year', 'project', 'month']).doUpdateSet(eb => ({ amount: eb.ref('excluded.amount'), state: eb.ref('excluded.state'), person: eb.ref('excluded.person') }))).execute()
}

async function writeListings(tx: Tx, district: District, id: Id, { listings }: Project): Promise<void> {
  await tx.deleteFrom('projects.listing').where('district', '=', district).where('project', '=', id).execute()
  if (listings.length > 0) await tx.insertInto('projects.listing').values(listings.map(listing => ({ district, project: id, ...listing }))).execute()
}

async function writeNodes(tx: Tx, district: District, id: Id, { nodes }: Project): Promise<void> {
  await tx.deleteFrom('projects.node').where('district', '=', district).where('project', '=', id).execute()
  if (nodes.length > 0) await tx.insertInto('projects.node').values(nodes.map(({ key, name, weight, planned, forecast, reached, after }, position) => ({ district, project: id, key, position, name, weight, planned, forecast, reached, after: [...after] }))).execute()
}

/** Names of projects by their ids. */
export async function findNames(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('projects.project').select(['id', 'name']).where('district', '=', district).where('id', 'in', [...ids]).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Projects of a yearly list with all their names, for comparison between years. */
export async function findListed(tx: Tx, district: District, list: string, year: number): Promise<{ readonly id: Id; readonly name: string; readonly names: readonly string[] }[]> {
  const { rows } = await sql<{ id: Id; name: string; names: string }>`
    select p.id, p.name, p.names from projects.listing l join projects.project p on p.district = l.district and p.id = l.project
    where l.district = ${district} and l.list = ${list} and l.year = ${year} and p.ended_on is null order by p.code`.execute(tx)
  return rows.map(row => ({ ...row, names: row.names.split('\n') }))
}

export async function countProjects(tx: Tx, district: District): Promise<number> {
  const { n } = await tx.selectFrom('projects.project').select(eb => eb.fn.countAll<string>().as('n')).where('district', '=', district).executeTakeFirstOrThrow()
  return Number(n)
}

export async function insertBlocker(tx: Tx, district: District, project: Id, { case: caseId, kind, title, raisedOn, open }: Blocker): Promise<void> {
  await tx.insertInto('projects.blocker').values({ district, project, case_id: caseId, kind, title, raised_on: raisedOn, open }).execute()
}

export type BlockerShown = Blocker & { readonly number: string | null; readonly seen: boolean; readonly lead: string | null; readonly dueAt: Instant | null }

/** Everything that was ever in the way of a project, open ones first. Who has it and by when is told to whoever sees the project; the case itself opens to those who see cases. The transaction sees every case from here on. */
export async function findBlockersShown(tx: Tx, district: District, project: Id): Promise<readonly BlockerShown[]> {
  const { rows: mine } = await sql<{ id: Id }>`select c.id from projects.blocker b join cases.v_case c on c.district = b.district and c.id = b.case_id where b.district = ${district} and b.project = ${project}`.execute(tx)
  await seeEveryCase(tx)
  const { rows } = await sql<Omit<BlockerShown, 'seen'>>`
    select b.case_id as "case", b.kind, b.title, b.raised_on as "raisedOn", b.open, c.number, u.name as lead, c.due_at as "dueAt"
    from projects.blocker b left join cases.v_case c on c.district = b.district and c.id = b.case_id left join org.v_unit u on u.district = b.district and u.id = c.lead
    where b.district = ${district} and b.project = ${project} order by b.open desc, b.raised_on desc, b.case_id`.execute(tx)
  const seen = new Set(mine.map(({ id }) => id))
  return rows.map(row => ({ ...row, seen: seen.has(row.case) }))
}

/** What was kept with the last light, and the lights before it that were different, the newest first. */
export async function loadLights(tx: Tx, district: District, project: Id): Promise<{ readonly light: Light; readonly verdict: ProjectVerdict; readonly litAt: Instant; readonly lights: readonly { readonly on: Day; readonly light: Light; readonly was: Light | null; readonly because: Label }[] } | null> {
  const row = await tx.selectFrom('projects.project as p').innerJoin('projects.verdict as v', join => join.onRef('v.district', '=', 'p.district').onRef('v.project', '=', 'p.id')).select(['p.light', 'v.verdict', 'p.lit_at']).where('p.district', '=', district).where('p.id', '=', project).executeTakeFirst()
  if (!row || row.lit_at === null) return null
  const { rows } = await sql<{ on: Day; light: Light; was: Light | null; because: Label }>`
    select on_day as "on", light, was, verdict -> 'because' as because from projects.light where district = ${district} and project = ${project} order by at desc limit 100`.execute(tx)
  return { light: Light.parse(row.light), verdict: ProjectVerdict.parse(row.verdict), litAt: row.lit_at, lights: rows }
}

/** Projects with their whole histories, in the order of their ids as given: for what is handed out. */
export async function findWhole(tx: Tx, district: District, ids: readonly Id[]): Promise<readonly (Found & { readonly updatedAt: Instant })[]> {
  const { rows } = await sql<{ id: Id; generated: boolean; events: readonly { readonly seq: number; readonly at: Instant; readonly person: Id | null; readonly name: string | null; readonly event: unknown }[] }>`
    select p.id, p.generated, (select jsonb_agg(jsonb_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'person', e.person, 'name', e.by_name, 'event', e.event) order by e.seq) from projects.event e where e.district = p.district and e.project = p.id) as events
    from projects.project p where p.district = ${district} and p.id = any (${ids}::uuid[]) order by array_position(${ids}::uuid[], p.id)`.execute(tx)
  return rows.flatMap(({ id, generated, events: told }) => {
    const events = told.map(happenedFrom), project = projectOf(events)
    return project ? [{ id, events, project, generated, updatedAt: events.at(-1)?.at ?? '' }] : []
  })
}

export async function findIdsByCode(tx: Tx, district: District, codes: readonly string[]): Promise<ReadonlyMap<string, Id>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.selectFrom('projects.project').select(['id', 'code']).where('district', '=', district).where('code', 'in', [...codes]).execute()
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Projects of these units that have a plan for the year of a month, with what was told of the month. */
export async function findToTell(tx: Tx, district: District, units: 'district' | ReadonlySet<Id>, month: string): Promise<readonly { readonly code: string; readonly name: string; readonly amount: number | null }[]> {
  const { rows } = await sql<{ code: string; name: string; amount: number | null }>`
    select p.code, p.name, m.amount::float8 as amount from projects.project p
    join projects.year y on y.district = p.district and y.project = p.id and y.year = ${Number(month.slice(0, 4))} and y.total is not null
    left join projects.month m on m.district = p.district and m.project = p.id and m.year = y.year and m.month = ${Number(month.slice(5))}
    where p.district = ${district} and p.ended_on is null ${units === 'district' ? sql`` : sql`and p.owner = any (${[...units]}::uuid[])`} order by p.code`.execute(tx)
  return rows
}
