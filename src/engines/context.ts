import { type Kysely, type Transaction } from 'kysely'
import { type Body, type Contract, type File, type Params, type Query, type Reply, type Route } from '../kernel/contract.ts'
import { type Id, type District } from '../kernel/id.ts'
import { type Result } from '../kernel/result.ts'
import { type Day, type Instant } from '../kernel/time.ts'
import { type Database } from './database.generated.ts'
import { type Actor } from './org/domain/permission.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

/** What the audit trail keeps of one act: the verb, the thing, and what a reader needs to know of it. No personal data. */
export type AuditEntry = {
  /** `documents.accepted`, `figure.entered`, `session.revoked`. */
  readonly verb: string
  readonly thing: string
  readonly thingId: string
  /** The unit that the thing belongs to, where it has one. */
  readonly unit?: Id | null
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Notes audit entries into the trail within the caller's transaction. */
export type Note = (entry: AuditEntry) => Promise<void>

/**
 * Everything a handler may use, made by the server for one request, or by the command line for one command.
 * `read` and `write` open a transaction as the non-owner role, with the district and the units the actor may see set
 * for row-level security. A `write` in which nothing is recorded in the audit trail is a fault and is rolled back.
 * With an idempotency key, the second `write` of the same key returns what the first one returned and does nothing. A command
 * that does several things, each in a transaction of its own, gives each its `part` (an id): then each is done once.
 */
export type Context = {
  readonly district: District
  readonly actor: Actor
  readonly requestId: string
  readonly now: () => Instant
  readonly today: () => Day
  readonly newId: () => Id
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Writes down that somebody has something open: no act, so it leaves no entry in the trail. Everything else is a `write`. */
  mark<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** What is the same for everybody, worked out once and given to all who ask until something is written. The key says which question it is, its day included. */
  recall<T>(key: string, work: (tx: Tx) => Promise<T>): Promise<T>
  write<T>(work: (tx: Tx, note: Note) => Promise<T>, part?: Id): Promise<T>
}

/** What a request brought, parsed by its contract. `file` is there on upload routes only. */
export type Input<T extends Route> = { readonly params: Params<T>; readonly query: Query<T>; readonly body: Body<T>; readonly file: File | null }

/** The handlers of an engine, one for each route of its contract. */
export type Handlers<C extends Contract> = { readonly [K in keyof C]: (ctx: Context, input: Input<C[K]>) => Promise<Result<Reply<C[K]>>> }
