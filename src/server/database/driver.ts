import { hash } from 'node:crypto'
import { Socket } from 'node:net'
import { AbortedTransactionError, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, type TransactionSettings } from 'kysely'
import type pg from 'pg'
import { mannerOf } from '../../engines/statement.ts'

/**
 * Kysely over a pool of connections that take statements before the ones before them are answered (`pipeline`). So what
 * opens a transaction travels with its first statement, and what closes it with the last: of four waits one is left.
 */
export function pipelined(pool: pg.Pool): Dialect {
  return {
    createDriver: () => driverOver(pool),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: db => new PostgresIntrospector(db),
  }
}

function driverOver(pool: pg.Pool): Driver {
  const connections = new WeakMap<pg.PoolClient, Connection>()
  // Kysely hands back what `acquireConnection` gave it.
  const mine = (connection: DatabaseConnection) => connection as Connection // see above
  return {
    init: async () => {},
    async acquireConnection() {
      const client = await pool.connect()
      const known = connections.get(client) ?? new Connection(client)
      connections.set(client, known)
      return known
    },
    beginTransaction: async (connection, settings) => mine(connection).begin(settings),
    commitTransaction: async connection => mine(connection).commit(),
    rollbackTransaction: async connection => mine(connection).rollback(),
    releaseConnection: async connection => mine(connection).release(),
    destroy: async () => pool.end(),
  }
}

/** A statement under its own words as its name, so that it is kept and travels with others. */
const named = (text: string) => ({ name: text, text })

const names = new Map<string, string>()

/** The name under which a statement is kept: what stands for its words. There are as many as are written in the program. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = hash('sha1', text)
  names.set(text, name)
  return name
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** One connection, with what was sent over it and not yet waited for. */
class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #sent: Promise<unknown>[] = []
  #readOnly = false
  #broken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(statement: CompiledQuery): Promise<QueryResult<R>> {
    const manner = mannerOf(statement)
    const answer = this.#client.query<Record<string, unknown>>({ text: statement.sql, values: [...statement.parameters], ...(manner && { name: nameOf(statement.sql) }) })
    if (manner === 'ahead') {
      this.#later(answer)
      return { rows: [] }
    }
    const { command, rowCount, rows } = await this.#after(answer)
    return { rows: (rows ?? []) as R[], ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) } // what the caller says the statement answers
  }

  /** Sends what opens a transaction ahead of its first statement. */
  begin({ accessMode, isolationLevel }: TransactionSettings): void {
    this.#readOnly = accessMode === 'read only'
    this.#later(this.#client.query(named(`begin${isolationLevel ? ` isolation level ${isolationLevel}` : ''}${accessMode ? ` ${accessMode}` : ''}`)))
  }

  /** Ends a transaction. One that only read has nothing to wait for: all it was asked has been answered. */
  async commit(): Promise<void> {
    const answer = this.#client.query(named('commit'))
    if (this.#readOnly) return this.#later(answer)
    // PostgreSQL answers a commit after an error with ROLLBACK.
    if ((await this.#after(answer)).command === 'ROLLBACK') throw new AbortedTransactionError()
    return undefined
  }

  async rollback(): Promise<void> {
    this.#sent = [] // failed or not, it is taken back
    await this.#client.query('rollback').catch((error: unknown) => {
      this.#broken = true
      throw error
    })
  }

  release(): void {
    this.#sent = []
    this.#client.release(this.#broken)
  }

  // oxlint-disable-next-line require-yield -- Kysely asks for a generator; nothing here streams
  async * streamQuery(): AsyncIterableIterator<never> {
    throw new Error('nothing here streams')
  }

  /** Not waited for now. Its error is not lost: whatever is waited for next brings it up. */
  #later(answer: Promise<unknown>): void {
    answer.catch(() => {})
    this.#sent.push(answer)
  }

  /** An answer, once everything sent before has been answered too: the first error is the one that counts. */
  async #after<T>(answer: Promise<T>): Promise<T> {
    const before = this.#sent
    this.#sent = []
    answer.catch(() => {})
    for (const one of before) await one
    return answer
  }
}

/**
 * A socket that sends what is written in one turn of the program as one piece. Statements that travel together then cost one
 * call of the system and not one each: those calls were a third of the program's time with a request.
 */
export class GatheringSocket extends Socket {
  #gathering = false

  // The client corks for every statement that has a name or values; this holds what it lets go until the turn is over.
  override cork(): void {
    if (!this.#gathering) {
      this.#gathering = true
      super.cork()
      setImmediate(() => {
        this.#gathering = false
        super.uncork()
      })
    }
    super.cork()
  }
}
