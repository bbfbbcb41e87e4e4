import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { InboundItem } from './contract.ts'

export type Stream = { readonly taken: number; readonly caseId: Id | null }

/** The stream of a matter, held for this transaction; begun where it is new. */
export async function takeStream(tx: Tx, district: District, source: string, number: string): Promise<Stream> {
  await tx.insertInto('cases.inbound').values({ district, source, number, taken: 0, case_id: null }).onConflict(c => c.doNothing()).execute()
  return tx.selectFrom('cases.inbound').select(['taken', 'case_id as caseId']).where('district', '=', district).where('source', '=', source).where('number', '=', number).forUpdate().executeTakeFirstOrThrow()
}

export async function saveStream(tx: Tx, district: District, source: string, number: string, { taken, caseId }: Stream): Promise<void> {
  await tx.updateTable('cases.inbound').set({ taken, case_id: caseId }).where('district', '=', district).where('source', '=', source).where('number', '=', number).execute()
}

export async function keepWaiting(tx: Tx, district: District, source: string, item: InboundItem, at: Instant): Promise<void> {
  await tx.insertInto('cases.inbound_waiting').values({ district, source, number: item.number, sequence: item.sequence, item: JSON.stringify(item), at }).onConflict(c => c.doNothing()).execute()
}

/** Takes the kept item of this place in the stream; null where there is none. */
export async function takeWaiting(tx: Tx, district: District, source: string, number: string, sequence: number): Promise<InboundItem | null> {
  const row = await tx.deleteFrom('cases.inbound_waiting').where('district', '=', district).where('source', '=', source).where('number', '=', number).where('sequence', '=', sequence).returning('item').executeTakeFirst()
  return row ? InboundItem.parse(row.item) : null
}

export async function countWaiting(tx: Tx, district: District, source: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from cases.inbound_waiting where district = ${district} and source = ${source}`.execute(tx)
  return row?.n ?? 0
}
