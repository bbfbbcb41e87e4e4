import { sql } from 'kysely'
import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'

/** Months of investment that wait for somebody, by the unit that owns the projects. */
export type MonthsWaiting = { readonly unit: Id; readonly name: string; readonly count: number; /** The only project they are of, else null. */ readonly project: Id | null }

/** The caller's own units, as far as the caller tells for them. Planners may tell for everybody; what waits for a unit waits for it alone. */
export const ownToTell = ({ actor }: Pick<Context, 'actor'>): readonly Id[] => actor.units.filter(unit => mayDo(actor, 'project.tell', unit))

/** Months that the caller may approve, and those that were sent back to units for which the caller tells them. */
export async function monthsWaiting(tx: Tx, ctx: Context): Promise<{ readonly toApprove: readonly MonthsWaiting[]; readonly returned: readonly MonthsWaiting[] }> {
  const { rows } = await sql<MonthsWaiting & { readonly state: 'told' | 'returned' }>`
    select p.owner as unit, coalesce(u.name, '—') as name, m.state, count(*)::int as "count", case when count(distinct p.id) = 1 then min(p.id::text) end as project
    from projects.month m join projects.project p on p.district = m.district and p.id = m.project left join org.v_unit u on u.district = p.district and u.id = p.owner
    where m.district = ${ctx.district} and m.state <> 'approved' and p.ended_on is null and (m.state = 'returned' or m.person is distinct from ${ctx.actor.person})
    group by p.owner, u.name, m.state order by u.name`.execute(tx)
  const own = ownToTell(ctx), lines = rows.map(({ state, ...line }) => ({ state, line }))
  return {
    toApprove: lines.flatMap(({ state, line }) => (state === 'told' && mayDo(ctx.actor, 'project.approve', line.unit) ? [line] : [])),
    returned: lines.flatMap(({ state, line }) => (state === 'returned' && own.includes(line.unit) ? [line] : [])),
  }
}
