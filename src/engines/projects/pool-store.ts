import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { chosenOf, type PhaseHistory, type Pool, poolOf } from './domain/pool.ts'
import { type Project } from './domain/project.ts'
import { type ProjectRules } from './schema.ts'

/** Writes the phases of a project as they are folded. */
export async function writePhases(tx: Tx, district: District, project: Id, { phases }: Pick<Project, 'phases'>): Promise<void> {
  await tx.insertInto('projects.phase').values(phases.map(({ phase, on }, position) => ({ district, project, position, phase, on_day: on })))
    .onConflict(c => c.columns(['district', 'project', 'position']).doUpdateSet(eb => ({ phase: eb.ref('excluded.phase'), on_day: eb.ref('excluded.on_day') }))).execute()
}

/** The phases of every project that was ever on file. */
async function findHistories(tx: Tx, district: District): Promise<readonly PhaseHistory[]> {
  const { rows } = await sql<PhaseHistory>`
    select p.id, p.total::float8 as total, p.ended_on as "endedOn", h.phases from projects.project p
    join (select project, jsonb_agg(jsonb_build_object('phase', phase, 'on', on_day) order by position) as phases from projects.phase where district = ${district} group by project) h on h.project = p.id
    where p.district = ${district} order by p.code`.execute(tx)
  return rows
}

/** The library of a year; null where the district's packs set no rules for it. */
export async function loadPool(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, rules: Pick<ProjectRules, 'pool'> | null, year: number): Promise<Pool | null> {
  return rules?.pool ? poolOf(await findHistories(tx, ctx.district), year, ctx.today(), rules.pool) : null
}

/** The projects behind a number of the library, which a list is narrowed to; null where it is not asked for. */
export async function findChosen(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, rules: Pick<ProjectRules, 'pool'> | null, { pool, year }: { readonly pool: string | undefined; readonly year: number }): Promise<readonly Id[] | null> {
  if (pool === undefined) return null
  const library = await loadPool(tx, ctx, rules, year)
  return library ? chosenOf(library, pool) : []
}
