import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { testServer } from '../testkit/server.ts'
import { backup } from '../src/server/backup/backup.ts'
import { restore } from '../src/server/backup/restore.ts'
import { schemas } from '../src/server/database/migrate.ts'
import { startPostgres } from '../src/server/postgres/launcher.ts'
import { thingsThatAreThere } from './things.ts'

/** Every row of every table of ours, as text; tables that come later are in by themselves. */
async function rowsOf(url: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any ($1) order by 1`, [schemas])
    const found = new Map<string, ReadonlySet<string>>()
    for (const { name } of tables) found.set(name, new Set((await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row)))
    return found
  } finally {
    await client.end()
  }
}

const missing = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].filter(row => !all.has(row))

it('a district is backed up while people write, and comes back in an empty folder row by row', async () => {
  const server = await testServer()
  await thingsThatAreThere(server)
  const folder = await mkdtemp(join(tmpdir(), 'od-restored-'))
  const work = { going: true, written: 0 }
  const writer = async (n: number) => {
    for (let i = 0; work.going; i++) {
      const { status } = await server.ask('planner', { method: 'POST', url: '/api/indicators', payload: { code: `W${n}-${i}`, name: { zh: `并发指标${n}之${i}`, en: `Written meanwhile ${n} ${i}` }, unit: '个', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum' } })
      if (status === 200) work.written += 1
    }
  }
  await server.as('planner')
  const before = await rowsOf(server.url)
  const writers = [0, 1, 2].map(writer)
  const file = join(folder, 'backup')
  while (work.written < 30) await new Promise(resolve => { setTimeout(resolve, 10) })
  const { tables } = await backup(server.url, file)
  const during = work.written
  while (work.written < during + 5) await new Promise(resolve => { setTimeout(resolve, 10) })
  work.going = false
  await Promise.all(writers)
  const after = await rowsOf(server.url)

  const empty = await startPostgres({ dataDir: join(folder, 'data'), onProgress: () => {} })
  try {
    await restore(empty.url, file)
    const restored = await rowsOf(empty.url)
    expect([...restored.keys()]).toEqual([...after.keys()])
    expect(tables.map(table => table.name).toSorted()).toEqual([...after.keys()])
    for (const [name, rows] of restored) {
      // What was there before and after must have come back; nothing else may have. Rows written meanwhile are there or not.
      const stood = new Set([...before.get(name) ?? []].filter(row => after.get(name)?.has(row)))
      expect(missing(stood, rows), `${name}: lost`).toEqual([])
      expect(missing(rows, new Set([...before.get(name) ?? [], ...after.get(name) ?? []])), `${name}: not as it was`).toEqual([])
    }
    const meanwhile = [...restored.get('indicators.indicator') ?? []].filter(row => row.includes('并发指标')).length
    expect(meanwhile).toBeGreaterThanOrEqual(30)
    expect([...restored.get('audit.entry') ?? []].filter(row => row.includes('indicator.added')).length).toBeGreaterThanOrEqual(meanwhile)
    expect([...restored].filter(([, rows]) => rows.size > 0).length).toBeGreaterThan(20)
  } finally {
    await empty.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
