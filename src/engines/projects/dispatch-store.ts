/** What the daily watch and the weekly dispatch ask of projects. */
import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Light } from '../../kernel/light.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type Month } from './schema.ts'

type Owned = { readonly project: Id; readonly name: string; readonly unit: Id }

/** A light of a project that changed, as it was lit on a day. */
export type ProjectLightChange = Owned & { readonly on: Day; readonly was: Light; readonly light: Light; readonly because: Label }

/** Lights of projects that changed from one day to another, both included, in the order in which they did. A light seen for the first time is no change. */
export async function findLightChanges(tx: Tx, district: District, from: Day, to: Day, limit: number): Promise<readonly ProjectLightChange[]> {
  const { rows } = await sql<ProjectLightChange>`
    select l.project, p.name, p.owner as unit, l.on_day as "on", l.was, l.light, l.verdict -> 'because' as because
    from projects.light l join projects.project p on p.district = l.district and p.id = l.project
    where l.district = ${district} and l.on_day between ${from} and ${to} and l.was is not null order by l.at, l.project limit ${limit}`.execute(tx)
  return rows
}

/** A blocker that is still there; `unit` is who leads its case, else who owns the project. */
export type StalledBlocker = Owned & { readonly case: Id; readonly title: string; readonly raisedOn: Day }

/** Open blockers that were raised by a day, the oldest first. The caller sees every case. */
export async function findStalledBlockers(tx: Tx, district: District, raisedBy: Day): Promise<readonly StalledBlocker[]> {
  const { rows } = await sql<StalledBlocker>`
    select b.case_id as "case", b.title, b.raised_on as "raisedOn", b.project, p.name, coalesce(c.lead, p.owner) as unit
    from projects.blocker b join projects.project p on p.district = b.district and p.id = b.project left join cases.v_case c on c.district = b.district and c.id = b.case_id
    where b.district = ${district} and b.open and b.raised_on <= ${raisedBy} and p.ended_on is null order by b.raised_on, b.case_id limit 500`.execute(tx)
  return rows
}

/** Projects that have a plan for the year of these months, and of which the investment of a month was not told, or was told and sent back. */
export async function findUntold(tx: Tx, district: District, months: readonly Month[], limit: number, owner?: Id): Promise<readonly (Owned & { readonly month: Month; readonly returned: boolean })[]> {
  if (months.length === 0) return []
  const { rows } = await sql<Owned & { month: Month; returned: boolean }>`
    select p.id as project, p.name, p.owner as unit, asked.month, told.state is not null as returned
    from unnest(${[...months]}::text[]) as asked(month)
    join projects.year y on y.district = ${district} and y.year = left(asked.month, 4)::int and y.total > 0
    join projects.project p on p.district = y.district and p.id = y.project and p.ended_on is null and p.phase <> 'operating'
    left join projects.month told on told.district = y.district and told.project = y.project and told.year = y.year and told.month = right(asked.month, 2)::int
    where ${owner === undefined ? sql`true` : sql`p.owner = ${owner}`} and (told.state is null or told.state = 'returned') and (y.months is null or (select sum(m) from unnest(y.months[1:right(asked.month, 2)::int]) m) > 0)
    order by asked.month, p.code limit ${limit}`.execute(tx)
  return rows
}

/** A project that goes on, as it is lit; `told`: whether its investment of a month was told and not sent back, null where none is planned for it. */
export type OwnedProject = { readonly id: Id; readonly name: string; readonly owner: Id; readonly light: Light; readonly because: Label; readonly told: boolean | null }

/** Projects that go on, with what was told of a month, by name. */
export async function findOwned(tx: Tx, district: District, month: Month): Promise<readonly OwnedProject[]> {
  const { rows } = await sql<OwnedProject>`
    select p.id, p.name, p.owner, p.light, coalesce(p.because, '{"zh": "", "en": ""}') as because,
      case when p.phase <> 'operating' and y.total > 0 and (y.months is null or (select sum(m) from unnest(y.months[1:right(${month}, 2)::int]) m) > 0) then coalesce(told.state <> 'returned', false) end as told
    from projects.project p
    left join projects.year y on y.district = p.district and y.project = p.id and y.year = left(${month}, 4)::int
    left join projects.month told on told.district = p.district and told.project = p.id and told.year = left(${month}, 4)::int and told.month = right(${month}, 2)::int
    where p.district = ${district} and p.ended_on is null order by p.lead nulls last, p.name`.execute(tx)
  return rows
}

/** How a project stands today. */
export type ProjectStanding = { readonly id: Id; readonly name: string; readonly owner: Id; readonly light: Light; readonly lead: number | null; readonly because: Label }

export async function findStandings(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, ProjectStanding>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ProjectStanding>`
    select p.id, p.name, p.owner, p.light, p.lead::float8 as lead, coalesce(p.because, '{"zh": "", "en": ""}') as because from projects.project p where p.district = ${district} and p.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.id, row]))
}

/** A project that is off pace or slipping, with what its light rests on. */
export type BehindProject = { readonly id: Id; readonly name: string; readonly light: Light; readonly because: Label }

/** Projects of an owner that are shown as off pace or slipping, those off pace first. */
export async function findBehind(tx: Tx, district: District, owner: Id): Promise<readonly BehindProject[]> {
  const { rows } = await sql<BehindProject>`
    select p.id, p.name, p.light, coalesce(p.because, '{"zh": "", "en": ""}'::jsonb) as because from projects.project p
    where p.district = ${district} and p.owner = ${owner} and p.ended_on is null and p.light in ('off-pace', 'slipping') order by p.light, p.lead nulls last, p.code limit 500`.execute(tx)
  return rows
}
