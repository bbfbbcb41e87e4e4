/** What one unit has on its desk and must do something with. */
import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type CaseState } from './schema.ts'

export type OwedCase = { readonly id: Id; readonly number: string; readonly type: string; readonly title: string; readonly state: CaseState; readonly leads: boolean; readonly dueAt: Instant | null }

/** Cases that the unit leads and has not answered: of these types all, those that it helps with too; of others the late ones. The first due first. */
export async function findOwedCases(tx: Tx, district: District, unit: Id, types: readonly string[], now: Instant, limit: number): Promise<readonly OwedCase[]> {
  const { rows } = await sql<OwedCase>`
    select c.id, c.number, c.type, c.title, c.state, c.lead = ${unit} as leads, c.due_at as "dueAt" from cases.desk d join cases."case" c on c.district = d.district and c.id = d.case_id
    where d.district = ${district} and d.unit = ${unit} and c.state in ('dispatched', 'handling')
      and ((c.type = any (${[...types]}::text[]) and (c.lead = ${unit} or ${unit}::uuid = any (c.co))) or (c.lead = ${unit} and d.due_at < ${now}))
    order by d.due_at nulls last, c.id limit ${limit}`.execute(tx)
  return rows
}
