import { createHash } from 'node:crypto'
import { migrate, migrations } from '../src/server/database/migrate.ts'
import { type Cluster, withClient } from './cluster.ts'

/**
 * A migrated database that tests copy, named after the migrations in it, so that it is made once and a changed migration
 * makes a new one. Test processes that want it at the same time take turns.
 */
export async function templateOf(cluster: Cluster): Promise<string> {
  const name = `od_template_${createHash('sha256').update((await migrations()).map(m => m.checksum).join()).digest('hex').slice(0, 12)}`
  await withClient(cluster.url, async client => {
    await client.query(`select pg_advisory_lock(hashtext('od_template'))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
    const url = new URL(cluster.url)
    url.pathname = `/${name}`
    await withClient(url.href, migrate)
    await client.query(`update pg_database set datistemplate = true, datallowconn = false where datname = $1`, [name])
  })
  return name
}
