import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Tx } from '../../context.ts'
import { ended } from '../list-store.ts'

export async function countEarlier(tx: Tx, district: District, type: string, inForce: number): Promise<{ version: number; open: number }[]> {
  const { rows } = await sql<{ version: number; open: number }>`select version, count(*)::int as open from cases."case" where district = ${district} and type = ${type} and version < ${inForce} and state not in ${ended} group by version order by version`.execute(tx)
  return rows
}

/** Open cases under earlier versions, in the order of their ids, held for this transaction. */
export async function takeEarlier(tx: Tx, district: District, type: string, inForce: number, after: Id | undefined, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from cases."case" where district = ${district} and type = ${type} and version < ${inForce} and state not in ${ended} and ${after === undefined ? sql`true` : sql`id > ${after}`}
    order by id limit ${most} for update`.execute(tx)
  return rows.map(row => row.id)
}
