import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Label } from '../../kernel/label.ts'
import { migrate, migrations } from '../database/migrate.ts'
import { loadMode, markMode } from '../mode.ts'
import { PlainFailure } from '../plain-failure.ts'
import { copyLine, type Header, readArchive, tallyOf, type Total, verifyArchive } from './archive.ts'
import { rowsOf } from './backup.ts'
import { foreignKeysOf, type OurTable, settleForms, tablesOf } from './tables.ts'

export type RestoreSummary = { readonly madeAt: string; readonly tables: readonly Total[]; readonly migrationsRunAfter: readonly string[] }

/**
 * Fills an empty database from a backup. The whole file is checked before anything is changed; the rows come in with one
 * transaction that compares every table with the backup before it commits. A backup of an older program is restored in
 * the shape it had, then brought up to date.
 */
export async function restore(url: string, file: string, onProgress: (text: Label) => void = () => {}): Promise<RestoreSummary> {
  onProgress({ zh: `正在核对备份文件 ${file}`, en: `Checking the backup ${file}` })
  const header = await verifyArchive(file)
  await mustBeKnown(header)
  const client = new Client({ connectionString: url, application_name: 'opendistrict restore' })
  client.on('error', () => {}) // The query that it breaks off reports it.
  try {
    await client.connect()
    // Keeps a program that starts meanwhile from bringing the database up to date under our hands.
    await client.query(`select pg_advisory_lock(hashtext('opendistrict.migrate'))`)
    await mustBeEmpty(client, header)
    await migrate(client, { only: new Set(header.migrations.map(({ id }) => id)) })
    const tables = await load(client, file, header, onProgress)
    if (header.mode !== null) await markMode(client, header.mode)
    const migrationsRunAfter = await migrate(client)
    await client.query('analyze')
    return { madeAt: header.madeAt, tables, migrationsRunAfter }
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    const said = error instanceof Error ? error.message : String(error)
    throw new PlainFailure({ zh: `恢复没有完成：${said}。`, en: `The restore was not finished: ${said}.` }, error)
  } finally {
    await client.end()
  }
}

async function mustBeKnown(header: Header): Promise<void> {
  const known = new Map((await migrations()).map(({ id, checksum }) => [id, checksum]))
  const unknown = header.migrations.find(({ id }) => !known.has(id))
  if (unknown !== undefined) {
    throw new PlainFailure({
      zh: `备份由更新的程序写成（本程序不认识迁移 ${unknown.id}）。请用那个版本的程序恢复。`,
      en: `The backup was written by a newer program (migration ${unknown.id} is unknown here). Restore it with that version.`,
    })
  }
  const changed = header.migrations.find(({ id, checksum }) => known.get(id) !== checksum)
  if (changed === undefined) return
  throw new PlainFailure({
    zh: `备份时的迁移 ${changed.id} 与本程序中的不同，数据可能不相容。请用写成备份的那个版本恢复。`,
    en: `Migration ${changed.id} was another one when the backup was made, so the data may not fit. Restore it with the version that wrote it.`,
  })
}

async function mustBeEmpty(client: Client, header: Header): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (rowCount === 0) continue
    throw new PlainFailure({
      zh: `数据库不是空的（${name} 中有数据），未作任何改动。请恢复到新的数据库或新的数据文件夹。`,
      en: `The database is not empty (${name} has rows); nothing was changed. Restore into a new database or a new data folder.`,
    })
  }
  const { rowCount } = await client.query(`select where to_regclass('public.migration') is not null`)
  const done = rowCount === 0 ? [] : (await client.query<{ id: string }>('select id from public.migration')).rows
  const newer = done.find(({ id }) => !header.migrations.some((migration) => migration.id === id))
  const mode = await loadMode(client)
  if (newer !== undefined) {
    throw new PlainFailure({
      zh: `数据库已升级到比备份更新的版本（${newer.id}），备份写不进去。请恢复到一个全新的数据库。`,
      en: `The database has been brought up to date beyond the backup (${newer.id}), so the backup does not fit. Restore into a database that is wholly new.`,
    })
  }
  if (mode === null || header.mode === null || mode === header.mode) return
  throw new PlainFailure({
    zh: `备份是${NAMES[header.mode].zh}，而这个数据库标为${NAMES[mode].zh}。请恢复到一个全新的数据库。`,
    en: `The backup is of ${NAMES[header.mode].en}, and this database is marked as ${NAMES[mode].en}. Restore into a database that is wholly new.`,
  })
}

const NAMES = {
  demo: { zh: '演示数据库', en: 'a demo database' },
  live: { zh: '正式数据库', en: 'a database for real work' },
} as const

/**
 * Tables refer to each other, in circles too, so the references are taken away while the rows come in and put back
 * afterwards, which checks every one of them.
 */
async function load(client: Client, file: string, header: Header, onProgress: (text: Label) => void): Promise<readonly Total[]> {
  const tables = await tablesOf(client)
  mustFit(tables, header)
  const references = await foreignKeysOf(client)
  await client.query('begin')
  try {
    await settleForms(client)
    for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
    const totals: Total[] = []
    for await (const part of readArchive(file)) {
      if (part.part === 'header') continue
      const { name, columns } = part.table
      onProgress({ zh: `正在恢复 ${name}`, en: `Restoring ${name}` })
      await pipeline(Readable.from(part.pieces, { objectMode: false }), client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)))
      totals.push(part.total())
    }
    for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await compare(client, tables, totals)
    await client.query('commit')
    return totals
  } catch (error) {
    await client.query('rollback').catch(() => {}) // The connection is gone, and the transaction with it.
    throw error
  }
}

/** The same migrations make the same tables, unless somebody changed the database by hand. */
function mustFit(tables: readonly OurTable[], header: Header): void {
  const [here, there] = [tables.map(copyLine), header.tables.map(copyLine)]
  const other = there.find((line) => !here.includes(line)) ?? here.find((line) => !there.includes(line))
  if (other === undefined) return
  throw new PlainFailure({
    zh: `备份中的表与数据库中的表不一致：${other}。没有恢复任何数据。`,
    en: `The tables of the backup and of the database differ: ${other}. Nothing was restored.`,
  })
}

/** What the database would write now must be, byte for byte, what came out of the backup. */
async function compare(client: Client, tables: readonly OurTable[], totals: readonly Total[]): Promise<void> {
  for (const table of tables) {
    const tally = tallyOf(table.name)
    for await (const piece of rowsOf(client, table)) tally.add(piece)
    const [is, was] = [tally.total(), totals.find(({ name }) => name === table.name)]
    if (is.sha256 === was?.sha256 && is.rows === was.rows) continue
    throw new PlainFailure({
      zh: `恢复后的 ${is.name} 与备份不一致（备份 ${was?.rows ?? 0} 行，恢复 ${is.rows} 行）。没有恢复任何数据。`,
      en: `${is.name} came out different from the backup (${was?.rows ?? 0} rows there, ${is.rows} here). Nothing was restored.`,
    })
  }
}
