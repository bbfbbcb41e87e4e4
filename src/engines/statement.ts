import { CompiledQuery } from 'kysely'
import { type Tx } from './context.ts'

/** How a statement is asked: `often` is waited for, `ahead` is not. Both are kept by the database under their words. */
type Manner = 'often' | 'ahead'

const manners = new WeakMap<CompiledQuery, Manner>()

/** How a statement is to be asked, where it was said: the driver looks here. */
export const mannerOf = (statement: CompiledQuery): Manner | undefined => manners.get(statement)

/**
 * Words of a statement with values among them, which may be words with values again. The query builder would take each apart
 * and put it together at every request, which for what every request asks was a tenth of its time.
 */
export class Words {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}

export const words = (strings: TemplateStringsArray, ...values: readonly unknown[]): Words => new Words(strings, values)

/** Words that are known to the program only, such as names of columns: never of somebody who asks. */
export const spelled = (text: string): Words => new Words([text], [])

/** Words with all values as numbered places; `parameters` receives the values. */
function textOf({ strings, values }: Words, parameters: unknown[]): string {
  let text = strings[0] ?? ''
  for (const [i, value] of values.entries()) text += (value instanceof Words ? textOf(value, parameters) : `$${parameters.push(value)}`) + (strings[i + 1] ?? '')
  return text
}

function compiled(said: Words | CompiledQuery, manner: Manner): CompiledQuery {
  const parameters: unknown[] = []
  const statement = said instanceof Words ? CompiledQuery.raw(textOf(said, parameters), parameters) : said
  manners.set(statement, manner)
  return statement
}

/**
 * Asks what is asked with every request: the database keeps the statement with its plan on each connection, which saves the
 * half of its time that goes into planning. Only for statements of fixed words whose best plan does not depend on the values.
 */
export async function often<T>(tx: Tx, said: Words | CompiledQuery): Promise<readonly T[]> {
  return (await tx.executeQuery(compiled(said, 'often'))).rows as T[] // what the caller says the statement answers
}

/**
 * Sends a statement whose answer nobody needs, without waiting for it; kept like those of `often`. Where it fails, the next
 * statement or the commit fails with its error, so nothing is acknowledged that was not done.
 */
export async function ahead(tx: Tx, said: Words): Promise<void> {
  await tx.executeQuery(compiled(said, 'ahead'))
}

/** So many values PostgreSQL expects in a list that it does not see. */
const EXPECTED = 10

/**
 * A list of ids for a statement that is kept. It is filled up by an id that is nobody's: for a shorter list PostgreSQL takes a plan
 * made for its length to be cheaper than the one it has, and makes one anew at each request, which takes ten times as long as to run it.
 */
export const listed = (ids: readonly string[]): readonly string[] => [...ids, ...Array.from({ length: Math.max(0, EXPECTED - ids.length) }, () => '00000000-0000-0000-0000-000000000000')]
