import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, createDatabase, testCluster, type TestDatabase, withClient } from '../../../testkit/cluster.ts'
import { type FreshDistrict, freshDistrict } from '../../../testkit/district.ts'
import { migrate, migrations, schemas } from '../database/migrate.ts'
import { loadMode, markMode } from '../mode.ts'
import { tallyOf } from './archive.ts'
import { Role } from '../../engines/org/schema.ts'
import { backup } from './backup.ts'
import { pointInTime } from './point-in-time.ts'
import { restore } from './restore.ts'
import { tablesOf } from './tables.ts'

/** Everything that COPY text has to write in a special way, and a row larger than any piece of the file. */
const AWKWARD = ['', '\\.', '\n\\.\n', 'tab\there', 'back\\slash', '\\N', 'line\r\nend', '越秀区“十四五”规划 🏙', 'x'.repeat(3_000_000)]

let cluster: Cluster
let yuexiu: FreshDistrict
let dir = ''
let whole = ''
const made: TestDatabase[] = []

beforeAll(async () => {
  cluster = await testCluster()
  dir = await mkdtemp(join(tmpdir(), 'opendistrict-backup-'))
  yuexiu = await freshDistrict()
  await freshDistrict({ district: 440103, beside: yuexiu })
  await withClient(yuexiu.url, async (client) => {
    await markMode(client, 'demo')
    for (const [i, text] of AWKWARD.entries()) await note(client, i, text)
  })
  whole = join(dir, 'whole')
  await backup(yuexiu.url, whole)
})
afterAll(async () => {
  for (const database of made) await database.drop()
  await cluster.stop()
  await rm(dir, { recursive: true, force: true })
})

/** One command and its entry in the trail, always written together. */
async function note(client: Client, number: number, text: string): Promise<void> {
  const id = `0190f000-0000-7000-8000-${String(number).padStart(12, '0')}`
  await client.query('begin')
  await client.query(`insert into app.command (district, person, key, request, reply, done_at) values (440104, $1, $2, $3, $4, '2023-08-29T02:00:00.123456Z')`, [id, `key-${number}`, text, JSON.stringify({ text })])
  await client.query(`insert into audit.entry (district, id, at, actor, verb, thing, thing_id, detail, request_id) values (440104, $1, '2023-08-29T02:00:00Z', 'test', 'test', 'test', $2, '{}', 'test')`, [id, `key-${number}`])
  await client.query('commit')
}

async function emptyDatabase(): Promise<string> {
  const database = await createDatabase(cluster, 'restored')
  made.push(database)
  return database.url
}

/** Rows and a checksum of every table, worked out by the database and not by the code under test. */
function contents(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any ($1)`, [schemas])
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ content: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as content from ${name} t`)
      found[name] = rows[0]?.content ?? ''
    }
    return found
  })
}

function isUntouched(url: string): Promise<boolean> {
  return withClient(url, async (client) => (await tablesOf(client)).length === 0)
}

/** A backup with other contents and totals that agree with them, as a faulty or malicious program would write it. */
async function forged(name: string, edit: (text: string) => string): Promise<string> {
  const lines = edit(gunzipSync(await readFile(whole)).toString()).split('\n')
  const header = lines[0]?.replace('-- OpenDistrict backup ', '') ?? ''
  const tables = lines.flatMap((line, i) => {
    const table = /^COPY (\S+) /u.exec(line)?.[1]
    if (table === undefined) return []
    const tally = tallyOf(table)
    const rows = lines.slice(i + 1, lines.indexOf('\\.', i))
    tally.add(Buffer.from(rows.map((row) => `${row}\n`).join('')))
    return [tally.total()]
  })
  const file = join(dir, name)
  await writeFile(file, gzipSync([...lines.slice(0, -2), `-- OpenDistrict totals ${JSON.stringify({ header: createHash('sha256').update(header).digest('hex'), tables })}`, ''].join('\n')))
  return file
}

test('every table comes back exactly as it was, with its mark, and the database is up to date', async () => {
  const url = await emptyDatabase()
  const { tables, migrationsRunAfter } = await restore(url, whole)
  const before = await contents(yuexiu.url)
  expect(await contents(url)).toEqual(before)
  expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(before).toSorted())
  expect(tables.find(({ name }) => name === 'org.person')?.rows).toBe(2 * Role.options.length)
  expect(migrationsRunAfter).toEqual([])
  await withClient(url, async (client) => {
    expect(await loadMode(client)).toBe('demo')
    expect((await client.query(`select request from app.command order by key`)).rows.map(({ request }: { request: string }) => request)).toEqual(AWKWARD)
    const keys = `select conrelid::regclass::text || conname || pg_get_constraintdef(oid) as key from pg_constraint where contype = 'f' order by 1`
    expect((await client.query(keys)).rows).toEqual(await withClient(yuexiu.url, async (original) => (await original.query(keys)).rows))
  })
  expect((await stat(whole)).mode & 0o777).toBe(0o600)
})

test('two backups of the same data differ only in their time', async () => {
  const again = join(dir, 'again')
  await backup(yuexiu.url, again)
  const text = async (file: string): Promise<string> => gunzipSync(await readFile(file)).toString().replace(/"madeAt":"[^"]+"/u, '').replace(/"header":"\w+"/u, '')
  expect(await text(again)).toBe(await text(whole))
})

test('a backup that is made while people write contains whole transactions only', async () => {
  const busy = await freshDistrict()
  const written = { count: 0, stopped: false }
  const writing = [0, 1, 2].map((writer) => withClient(busy.url, async (client) => {
    for (let i = 0; !written.stopped; i++) {
      await note(client, 1_000_000 * (writer + 1) + i, 'x'.repeat(2000))
      written.count += 1
    }
  }))
  const untilCount = async (count: number): Promise<void> => {
    while (written.count < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await untilCount(300)
  const file = join(dir, 'busy')
  const { tables } = await backup(busy.url, file)
  await untilCount(written.count + 10)
  written.stopped = true
  await Promise.all(writing)
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]))
  expect(rows['app.command']).toBeGreaterThanOrEqual(300)
  expect(rows['app.command']).toBe(rows['audit.entry'])
  await restore(await emptyDatabase(), file)
})

test('a database that has rows is refused and stays as it is', async () => {
  const url = await emptyDatabase()
  await withClient(url, async (client) => {
    await migrate(client)
    await note(client, 1, 'mine')
  })
  const before = await contents(url)
  await expect(restore(url, whole)).rejects.toThrow('The database is not empty (app.command has rows)')
  expect(await contents(url)).toEqual(before)
})

test('a database that is migrated and empty is filled, unless it is marked for something else', async () => {
  const url = await emptyDatabase()
  await withClient(url, migrate)
  await restore(url, whole)
  expect(await contents(url)).toEqual(await contents(yuexiu.url))

  const live = await emptyDatabase()
  await withClient(live, (client) => markMode(client, 'live'))
  await expect(restore(live, whole)).rejects.toThrow('The backup is of a demo database, and this database is marked as a database for real work')
  expect(await isUntouched(live)).toBe(true)
})

test('the backup of an older program is restored in its shape and then brought up to date', async () => {
  const ids = (await migrations()).map(({ id }) => id)
  const older = await emptyDatabase()
  await withClient(older, async (client) => {
    await migrate(client, { only: new Set(ids.slice(0, -1)) })
    await note(client, 1, 'from before')
  })
  const file = join(dir, 'older')
  await backup(older, file)
  const url = await emptyDatabase()
  expect((await restore(url, file)).migrationsRunAfter).toEqual(ids.slice(-1))
  expect((await withClient(url, (client) => client.query('select request from app.command'))).rows).toEqual([{ request: 'from before' }])

  const newer = await emptyDatabase()
  await withClient(newer, migrate)
  await expect(restore(newer, file)).rejects.toThrow('brought up to date beyond the backup')
})

describe('a backup that does not fit is refused before anything is changed', () => {
  test('one of a newer program', async () => {
    const file = await forged('newer', (text) => text.replace('"migrations":[', '"migrations":[{"id":"cases/9999-later","checksum":"0"},'))
    const url = await emptyDatabase()
    await expect(restore(url, file)).rejects.toThrow('written by a newer program (migration cases/9999-later is unknown here)')
    expect(await isUntouched(url)).toBe(true)
  })

  test('one whose migrations were others under the same name', async () => {
    const file = await forged('changed', (text) => text.replace(/("id":"database\/0001-base","checksum":")\w/u, '$1-'))
    const url = await emptyDatabase()
    await expect(restore(url, file)).rejects.toThrow('Migration database/0001-base was another one')
    expect(await isUntouched(url)).toBe(true)
  })
})

describe('a backup that would break the database leaves it without a row', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['a reference to nothing', (text) => text.replace(/^COPY org\.unit .*\n[^]*?^\\\.\n/mu, (block) => `${block.split('\n')[0]}\n\\.\n`), /violates foreign key constraint/u],
    ['a value of the wrong kind', (text) => text.replace(/^440103\t/mu, 'Liwan\t'), /invalid input syntax/u],
    ['a row twice', (text) => text.replace(/^(440104\t.*\n)/mu, '$1$1'), /duplicate key/u],
  ])('%s', async (name, edit, reason) => {
    const file = await forged(name.replaceAll(' ', '-'), edit)
    const url = await emptyDatabase()
    await expect(restore(url, file)).rejects.toThrow(reason)
    const after = await contents(url)
    expect(Object.values(after).every((content) => content === '0 ')).toBe(true)
    // And it can be used at once for a backup that is sound.
    await restore(url, whole)
  })
})

describe('a damaged file is named, and nothing is changed', () => {
  const damages: [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ['cut off at its end', (bytes) => bytes.subarray(0, -100), /incomplete, damaged or no backup/u],
    ['cut off in the middle', (bytes) => bytes.subarray(0, bytes.length / 2), /incomplete, damaged or no backup/u],
    ['a changed byte', (bytes) => Buffer.concat([bytes.subarray(0, 3000), Buffer.from([(bytes[3000] ?? 0) ^ 255]), bytes.subarray(3001)]), /damaged/u],
    ['a row that was edited', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('越秀区', '荔湾区')), /damaged: app\.command is not as it was written/u],
    ['a row that was taken out', (bytes) => gzipSync(gunzipSync(bytes).toString().replace(/(COPY org\.post .*\n).*\n/u, '$1')), /damaged: org\.post is not/u],
    ['a header that was edited', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"mode":"demo"', '"mode":"live"')), /damaged: header is not/u],
    ['no totals', (bytes) => gzipSync(gunzipSync(bytes).toString().replace(/-- OpenDistrict totals.*\n$/u, '')), /no line "-- OpenDistrict totals"/u],
    ['text behind the end', (bytes) => gzipSync(`${gunzipSync(bytes).toString()}more`), /damaged: end is not/u],
    ['nothing in it', () => Buffer.alloc(0), /incomplete, damaged or no backup/u],
    ['a letter', () => Buffer.from('Dear Sir or Madam'), /incorrect header check/u],
    ['a packed letter', () => gzipSync('Dear Sir or Madam\n'), /"Dear Sir or Madam" in the place of/u],
  ]
  test.each(damages)('%s', async (name, damage, reason) => {
    const file = join(dir, `damaged-${name.replaceAll(' ', '-')}`)
    await writeFile(file, damage(await readFile(whole)))
    const url = await emptyDatabase()
    await expect(restore(url, file)).rejects.toThrow(reason)
    expect(await isUntouched(url)).toBe(true)
  })

  test('a file that is not there', async () => {
    await expect(restore(await emptyDatabase(), join(dir, 'nowhere'))).rejects.toThrow('ENOENT')
  })
})

describe('a backup that cannot be made leaves nothing behind', () => {
  test('over a file that is there', async () => {
    const file = join(dir, 'taken')
    await writeFile(file, 'mine')
    await expect(backup(yuexiu.url, file)).rejects.toThrow('exists already and was not overwritten')
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('of a database that is not ours', async () => {
    await expect(backup(await emptyDatabase(), join(dir, 'other'))).rejects.toThrow('There is nothing of OpenDistrict in this database')
    expect((await readdir(dir)).filter((name) => name.startsWith('other'))).toEqual([])
  })

  test('as somebody from whom row-level security hides rows', async () => {
    const url = await emptyDatabase()
    await withClient(url, async (client) => {
      await migrate(client)
      await client.query(`drop role if exists od_test_reader`)
      await client.query(`create role od_test_reader login password 'reader'; grant usage on schema ${schemas.join(', ')} to od_test_reader; grant select on all tables in schema ${schemas.join(', ')} to od_test_reader; grant select on public.migration to od_test_reader`)
    })
    const reader = new URL(url)
    reader.username = 'od_test_reader'
    reader.password = 'reader'
    await expect(backup(reader.href, join(dir, 'reader'))).rejects.toThrow('row-level security')
    await withClient(url, (client) => client.query('drop owned by od_test_reader; drop role od_test_reader'))
  })

  test('in a folder that is not there', async () => {
    await expect(backup(yuexiu.url, join(dir, 'no-folder', 'file'))).rejects.toThrow('ENOENT')
  })
})

test('a server that archives no log says that only backups can be restored', async () => {
  expect(await pointInTime(yuexiu.url)).toMatchObject({ possible: false, archiving: false })
})

test('nothing of ours is kept where a backup of tables would miss it', async () => {
  await withClient(yuexiu.url, async (client) => {
    const { rows } = await client.query(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('S', 'm')`, [schemas])
    expect(rows).toEqual([])
  })
})
