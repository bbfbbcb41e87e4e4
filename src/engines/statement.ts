import { type CompiledQuery } from 'kysely'
import { type Tx } from './context.ts'

type Manner = 'often' | 'ahead'

const manners = new WeakMap<CompiledQuery, Manner>()

/** How a statement is to be asked, where it was said: the driver looks here. */
export const mannerOf = (statement: CompiledQuery): Manner | undefined => manners.get(statement)

/**
 * Asks what is asked with every request: the database keeps the statement with its plan on each connection, which saves the
 * half of its time that goes into planning. Only for statements of fixed words whose best plan does not depend on the values.
 */
export async function often<T>(tx: Tx, statement: CompiledQuery<T>): Promise<readonly T[]> {
  manners.set(statement, 'often')
  return (await tx.executeQuery(statement)).rows
}

/**
 * Sends a statement whose answer nobody needs, without waiting for it; kept like those of `often`. Where it fails, the next
 * statement or the commit fails with its error, so nothing is acknowledged that was not done.
 */
export async function ahead(tx: Tx, statement: CompiledQuery): Promise<void> {
  manners.set(statement, 'ahead')
  await tx.executeQuery(statement)
}
