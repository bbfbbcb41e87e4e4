import { type District, type Id } from '../../../kernel/id.ts'
import { type Tx } from '../../context.ts'
import { Awaited } from '../domain/completion.ts'

/** What is awaited of these indicators for a period. */
export async function findAwaited(tx: Tx, district: District, entries: readonly Id[], period: string): Promise<Awaited[]> {
  if (entries.length === 0) return []
  const rows = await tx.selectFrom('plan.awaited').select(['indicator', 'period', 'publisher', 'expected', 'source', 'by_name as by', 'at', 'version']).where('district', '=', district).where('indicator', 'in', entries).where('period', '=', period).execute()
  return rows.map(row => Awaited.parse(row))
}

/** Puts in what is awaited, or saves it over the version that was seen (0: none); false where somebody saved meanwhile. */
export async function saveAwaited(tx: Tx, district: District, awaited: Awaited, seen: number): Promise<boolean> {
  const { indicator, period, by, source, ...rest } = awaited
  const values = { ...rest, by_name: by, source: JSON.stringify(source) }
  if (seen === 0) return (await tx.insertInto('plan.awaited').values({ district, indicator, period, ...values }).onConflict(c => c.doNothing()).returning('indicator').executeTakeFirst()) !== undefined
  const { numUpdatedRows } = await tx.updateTable('plan.awaited').set(values).where('district', '=', district).where('indicator', '=', indicator).where('period', '=', period).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteAwaited(tx: Tx, district: District, indicator: Id, period: string, seen: number): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('plan.awaited').where('district', '=', district).where('indicator', '=', indicator).where('period', '=', period).where('version', '=', seen).executeTakeFirst()
  return numDeletedRows === 1n
}
