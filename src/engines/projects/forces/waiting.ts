import { sql } from 'kysely'
import { type Id } from '../../../kernel/id.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { isLate } from '../domain/forces/force.ts'
import { ownToTell } from '../waiting-store.ts'
import { mayEdit } from './doing.ts'
import { findForces, loadForce, standing } from './store.ts'

/** `count` measures of a task force are late, the first of them since a day. */
export type LateMeasures = { readonly id: Id; readonly name: string; readonly count: number; readonly since: Day }
type Ending = { readonly id: Id; readonly name: string; readonly until: Day }

/** Task forces that wait for the caller: those that end soon, for whoever can give them more time and for their lead units; and those with late measures, for the units that have them and for their lead units. */
export async function forcesWaiting(tx: Tx, ctx: Context): Promise<{ readonly ending: readonly Ending[]; readonly late: readonly LateMeasures[] }> {
  const today = ctx.today(), mine = ownToTell(ctx)
  if (!mayEdit(ctx) && mine.length === 0) return { ending: [], late: [] }
  const { items } = await findForces(tx, ctx.district, { state: 'ending' }, today, { offset: 0, limit: 50 })
  return { ending: items.filter(({ leadUnit }) => mayEdit(ctx) || mine.includes(leadUnit.id)).map(({ id, name, until }) => ({ id, name, until })), late: await lateMeasures(tx, ctx, mine, today) }
}

async function lateMeasures(tx: Tx, ctx: Context, units: readonly Id[], today: Day): Promise<readonly LateMeasures[]> {
  const { rows } = await sql<{ id: Id }>`
    select f.id from projects.force f where f.district = ${ctx.district} and ${standing(today)} and f.units && ${[...units]}::uuid[]
      and exists (select from jsonb_array_elements(f.measures) m where m->>'done' is null and (m->>'dueOn')::date < ${today}) order by f.until_on limit 50`.execute(tx)
  const late: LateMeasures[] = []
  for (const { id } of rows) {
    const found = await loadForce(tx, ctx.district, id), own = found?.force.plan.filter(one => isLate(one, today) && (units.includes(one.unit) || units.includes(found.force.leadUnit))) ?? []
    if (found && own[0]) late.push({ id, name: found.force.name, count: own.length, since: own[0].dueOn })
  }
  return late
}
