import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { type Access, USER } from './cluster.ts'
import { codeOf, failure, textOf } from './failure.ts'

/**
 * Which program uses a server is settled by a lock inside the server itself: PostgreSQL frees it the moment the
 * program's connection breaks, however the program ended. A lock file would survive a hard kill, and a process number
 * in it may belong to somebody else by then.
 */
const LOCK = 20_292

export type Hold =
  | { readonly outcome: 'held'; readonly client: Client; readonly alone: boolean; readonly cluster: string }
  /** Another program works on this data; `by` is its process number. */
  | { readonly outcome: 'taken'; readonly by: number }
  /** The server is starting or stopping. */
  | { readonly outcome: 'not-yet' }

/** PostgreSQL's `cannot connect now` and `admin shutdown`, and what the network says of a server that comes or goes. */
const NOT_YET = new Set(['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

const Answer = z.tuple([z.object({ alone: z.boolean(), joined: z.boolean(), cluster: z.string() })])
const Holders = z.array(z.object({ holder: z.string() }))

/** Takes the server for this program alone or, `shared`, together with others that share. */
export async function take(port: number, access: Access, shared: boolean): Promise<Hold> {
  const client = new Client({
    host: '127.0.0.1', port, user: USER, password: access.password, database: 'postgres',
    application_name: `opendistrict ${process.pid}`, connectionTimeoutMillis: 10_000, keepAlive: true,
  })
  client.on('error', () => {}) // Its end is what matters, and `end` tells that.
  try {
    await client.connect()
    const { rows } = await client.query(
      `with tried as materialized (select pg_try_advisory_lock($1) as alone),
            joined as materialized (select alone, case when $2 and not alone then pg_try_advisory_lock_shared($1) else false end as joined from tried)
       select alone, joined, current_setting('cluster_name') as cluster from joined`,
      [LOCK, shared],
    )
    const [{ alone, joined, cluster }] = Answer.parse(rows)
    if (alone && shared) await client.query('select pg_advisory_lock_shared($1), pg_advisory_unlock($1)', [LOCK])
    if (alone || joined) return { outcome: 'held', client, alone, cluster }
    const by = await holderOf(client)
    await client.end()
    return by === undefined ? { outcome: 'not-yet' } : { outcome: 'taken', by }
  } catch (error) {
    await client.end().catch(() => {}) // It failed already; the first failure is the one to report.
    if (NOT_YET.has(codeOf(error) ?? '') || textOf(error).startsWith('Connection terminated')) return { outcome: 'not-yet' }
    throw failure(
      `已有数据库服务器在 127.0.0.1:${port} 运行，但无法登录：${textOf(error)}。`,
      `A database server runs on 127.0.0.1:${port}, but signing in to it failed: ${textOf(error)}.`,
      error,
    )
  }
}

async function holderOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query(
    `select activity.application_name as holder from pg_locks join pg_stat_activity activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted limit 1`,
    [LOCK],
  )
  const pid = Number(Holders.parse(rows)[0]?.holder.split(' ')[1])
  return Number.isInteger(pid) ? pid : undefined
}

/** True if no other program shares the server any more; it is then ours alone, to stop. */
export async function isLast(client: Client): Promise<boolean> {
  const { rows } = await client.query('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [LOCK])
  return z.array(z.object({ last: z.boolean() })).parse(rows)[0]?.last === true
}

/**
 * Keeps the hold while the server recovers from the crash of one of its processes, which ends all connections for a
 * second. Calls `lost` once if the server is gone for good or another program has taken it.
 */
export function keepHold(first: Client, again: () => Promise<Hold | 'gone'>, lost: (error: Error) => void): Keeper {
  const state = { client: first, wanted: true }
  function watch(): void {
    state.client.once('end', () => {
      if (state.wanted) regain().catch((error: unknown) => lost(gone(error)))
    })
  }
  async function regain(): Promise<void> {
    const until = performance.now() + REGAIN_MS
    while (state.wanted && performance.now() < until) {
      const hold = await again()
      if (hold === 'gone') break
      if (hold.outcome === 'held') {
        state.client = hold.client
        return watch()
      }
      await pause(200)
    }
    if (state.wanted) lost(gone())
  }
  watch()
  return { client: () => state.client, letGo: () => void (state.wanted = false) }
}

export type Keeper = { client(): Client; letGo(): void }

const REGAIN_MS = 60_000

function gone(cause?: unknown): Error {
  return failure('数据库服务器意外停止。请重新启动程序。', 'The database server stopped unexpectedly. Start the program again.', cause)
}
