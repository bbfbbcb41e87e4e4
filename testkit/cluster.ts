import { randomBytes } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/server/database/migrate.ts'
import { startPostgres } from '../src/server/postgres/launcher.ts'

export type Cluster = { readonly url: string; stop(): Promise<void> }
export type TestDatabase = { readonly url: string; drop(): Promise<void> }

/**
 * The PostgreSQL that tests run on: the server of `DATABASE_URL` where that is given, else our own binaries in a folder that
 * the test processes of a user share, without durable settings.
 */
export async function testCluster(): Promise<Cluster> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  return startPostgres({ dataDir: join(tmpdir(), `opendistrict-test-${userInfo().username}`), durable: false, shared: true })
}

/** A new migrated database of its own. */
export async function emptyDatabase(cluster: Cluster, name: string): Promise<TestDatabase> {
  const database = await createDatabase(cluster, name)
  await withClient(database.url, migrate)
  return database
}

/** A new database, a copy of `template` where that is given (about 50 ms). */
export async function createDatabase(cluster: Cluster, name: string, template?: string): Promise<TestDatabase> {
  const database = `od_${name}_${randomBytes(5).toString('hex')}`
  await withClient(cluster.url, client => client.query(`create database ${database}${template ? ` template ${template}` : ` template template0 encoding 'UTF8'`}`))
  const url = new URL(cluster.url)
  url.pathname = `/${database}`
  return { url: url.href, drop: () => withClient(cluster.url, async client => { await client.query(`drop database if exists ${database} with (force)`) }) }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the statement that a broken connection cuts off reports it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
