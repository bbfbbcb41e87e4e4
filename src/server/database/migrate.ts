import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Client } from 'pg'
import { engines } from '../../engines/index.ts'

type Migration = { readonly id: string; readonly sql: string; readonly checksum: string }

/** Schemas whose tables belong to us. Every table in them carries `district` and is guarded by row-level security. */
export const schemas: readonly string[] = ['app', 'audit', 'account', ...engines]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folders = ['server/database', 'server/account', ...engines.map(engine => `engines/${engine}`)]

/** All migrations in the order they run: the base, accounts, then the engines from low to high. */
export async function migrations(): Promise<readonly Migration[]> {
  const found: Migration[] = []
  for (const folder of folders) {
    const path = here(`../../${folder}/migrations`)
    const names = await readdir(path).catch(() => [])
    for (const name of names.filter(n => n.endsWith('.sql')).toSorted()) {
      const sql = await readFile(`${path}/${name}`, 'utf8')
      found.push({ id: `${folder.replace(/^.*\//, '')}/${name.replace(/\.sql$/, '')}`, sql, checksum: createHash('sha256').update(sql).digest('hex') })
    }
  }
  return found
}

/**
 * Brings a database to the newest schema, forward only; answers the ids that ran. Runs as the owner. Two programs that
 * start together take turns by an advisory lock. A migration that ran and has been changed since is an error: mend it
 * with a new one. `only` stops at an older schema, which a backup of that time is restored into.
 */
export async function migrate(client: Client, options: { readonly only?: ReadonlySet<string> } = {}): Promise<readonly string[]> {
  await requireVersion(client)
  await client.query(`select pg_advisory_lock(hashtext('opendistrict.migrate'))`)
  try {
    await createRequestRole(client)
    await client.query('create table if not exists public.migration (id text primary key, checksum text not null, at timestamptz not null default now())')
    const done = new Map((await client.query<{ id: string; checksum: string }>('select id, checksum from public.migration')).rows.map(r => [r.id, r.checksum]))
    const all = await migrations()
    const unknown = [...done.keys()].find(id => !all.some(m => m.id === id))
    if (unknown) throw new Error(`数据库已升级到更新的版本（${unknown}），本程序版本过旧。 The database was migrated by a newer program (${unknown}); start that one.`)
    const ran: string[] = []
    for (const { id, sql, checksum } of all.filter(migration => options.only?.has(migration.id) ?? true)) {
      const before = done.get(id)
      if (before === checksum) continue
      if (before) throw new Error(`迁移 ${id} 在执行后被改动。 Migration ${id} was changed after it ran; add a new one instead.`)
      await transaction(client, async () => {
        await client.query(sql)
        await client.query('insert into public.migration (id, checksum) values ($1, $2)', [id, checksum])
      }, `migration ${id}`)
      ran.push(id)
    }
    if (ran.length > 0) await transaction(client, () => guardTables(client), 'row-level security')
    return ran
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('opendistrict.migrate'))`)
  }
}

async function transaction(client: Client, work: () => Promise<unknown>, what: string): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`数据库升级失败：${what}。 The database could not be brought up to date: ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ v: string }>(`select current_setting('server_version_num') v`)
  const version = Math.floor(Number(rows[0]?.v) / 10_000)
  if (version < 15) throw new Error(`需要 PostgreSQL 15 或更高版本，当前为 ${version}。 PostgreSQL 15 or later is needed, this server is ${version}.`)
}

/**
 * The role requests run as: owns nothing, so row-level security holds for it. Roles belong to the whole server, so another
 * program may be making it at this moment.
 */
async function createRequestRole(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select 1 from pg_roles where rolname = 'opendistrict_request'`)
  if (!rowCount) await client.query('create role opendistrict_request nologin').catch((error: { code?: string }) => { if (error.code !== '42710' && error.code !== '23505') throw error })
  const member = await client.query(`select pg_has_role(current_user, 'opendistrict_request', 'set') ok`).catch(() => client.query(`select pg_has_role(current_user, 'opendistrict_request', 'member') ok`))
  if (member.rows[0]?.ok !== true) await client.query('grant opendistrict_request to current_user')
}

/**
 * The second wall: every table of ours is filtered by the transaction's district, for its owner too, whatever the query
 * forgets. A table without a district cannot be guarded and is refused.
 */
async function guardTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; guarded: boolean; has_district: boolean }>(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as guarded,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and a.attnotnull) as has_district
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any ($1) order by 1`, [schemas])
  for (const table of rows) {
    if (!table.has_district) throw new Error(`Table ${table.name} has no column "district int not null"`)
    if (table.guarded && (await client.query(`select 1 from pg_policy where polrelid = $1::regclass and polname = 'own_district'`, [table.name])).rowCount) continue
    await client.query(`alter table ${table.name} enable row level security`)
    await client.query(`create policy own_district on ${table.name} to opendistrict_request using (district = (select app.district())) with check (district = (select app.district()))`)
  }
}
