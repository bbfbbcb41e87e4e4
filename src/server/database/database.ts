import { type AccessMode, Kysely } from 'kysely'
import pg from 'pg'
import { type Database } from '../../engines/database.generated.ts'
import { type Db, type Tx } from '../../engines/context.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Scope } from '../../engines/org/domain/permission.ts'
import { ahead, words } from '../../engines/statement.ts'
import { GatheringSocket, pipelined } from './driver.ts'

/** How PostgreSQL's values arrive: dates as `YYYY-MM-DD`, instants as ISO text in UTC, numeric and bigint as numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, text => text],
  [pg.types.builtins.TIMESTAMPTZ, text => new Date(text).toISOString()],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.INT8, Number],
])

const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format) } as pg.CustomTypesConfig // overloads of getTypeParser cannot be written as one arrow

export type Opened = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> }

/** A pool and the query builder over it. Broken idle connections are dropped and reported to `onFault`. */
export function openDatabase(url: string, options: { readonly connections?: number; readonly onFault?: (error: Error) => void } = {}): Opened {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 20, pipeline: true, stream: () => new GatheringSocket(), types, application_name: 'opendistrict', connectionTimeoutMillis: 10_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 })
  pool.on('error', error => options.onFault?.(error))
  const db = new Kysely<Database>({ dialect: pipelined(pool) })
  return { db, pool, close: () => db.destroy() }
}

/** What row-level security is told of a transaction. Who handles no figures and holds no post sees nothing that is held back. */
export type Bounds = { readonly district: District; readonly sees: Scope; readonly handles?: Scope; readonly posts?: readonly Id[]; readonly cases?: Scope }

/** Runs `work` in one transaction as the role that owns nothing, bound to a district and to the units it may see. */
export function within<T>(db: Db, bounds: Bounds, work: (tx: Tx) => Promise<T>, mode: AccessMode = 'read write'): Promise<T> {
  return db.transaction().setAccessMode(mode).execute(async tx => {
    await ahead(tx, words`select set_config('role', 'opendistrict_request', true), set_config('app.district', ${String(bounds.district)}, true), set_config('app.units', ${scopeText(bounds.sees)}, true),
      set_config('app.handles', ${scopeText(bounds.handles ?? new Set())}, true), set_config('app.posts', ${(bounds.posts ?? []).join(',')}, true), set_config('app.case_units', ${scopeText(bounds.cases ?? new Set())}, true)`)
    return work(tx)
  })
}

/** The same for what only reads: the database refuses it to write, and nobody waits for its end. */
export function reading<T>(db: Db, bounds: Bounds, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(db, bounds, work, 'read only')
}

function scopeText(scope: Scope): string {
  return scope === 'district' ? scope : [...scope satisfies Iterable<Id>].join(',')
}
