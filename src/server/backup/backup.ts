import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { type Label } from '../../kernel/label.ts'
import { loadMode } from '../mode.ts'
import { PlainFailure } from '../plain-failure.ts'
import { archiveOf, type Header, type Total } from './archive.ts'
import { copyOut, type OurTable, settleForms, tablesOf } from './tables.ts'

export type BackupSummary = { readonly file: string; readonly madeAt: string; readonly tables: readonly Total[] }

const Migrations = z.array(z.object({ id: z.string(), checksum: z.string() }))
const Server = z.tuple([z.object({ server: z.string(), now: z.string() })])

/**
 * Writes every table of ours, as it is at one moment, into one file, while the program goes on working. The file has
 * its name only when it is whole. It contains personal data and password hashes: it is readable by its owner alone.
 */
export async function backup(url: string, file: string, onProgress: (text: Label) => void = () => {}): Promise<BackupSummary> {
  await mustBeFree(file)
  const client = new Client({ connectionString: url, application_name: 'opendistrict backup' })
  client.on('error', () => {}) // The query that it breaks off reports it.
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`
  try {
    await client.connect()
    await client.query('begin isolation level repeatable read read only')
    await settleForms(client)
    const tables = await tablesOf(client)
    // The list of tables must hold until the last of them has been read.
    if (tables.length > 0) await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
    const header = await headerOf(client, tables)
    const totals: Total[] = []
    const orders = new Map(tables.map((table) => [table.name, table]))
    const lines = archiveOf(header, ({ name }) => rowsOf(client, orders.get(name)), (total) => {
      totals.push(total)
      onProgress({ zh: `已备份 ${total.name}：${total.rows} 行`, en: `Backed up ${total.name}: ${total.rows} rows` })
    })
    await pipeline(lines, createGzip(), createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
    await client.query('commit')
    await mustBeFree(file)
    await rename(draft, file)
    return { file, madeAt: header.madeAt, tables: totals }
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    const said = error instanceof Error ? error.message : String(error)
    throw new PlainFailure({ zh: `备份到 ${file} 没有完成：${said}。`, en: `The backup to ${file} was not finished: ${said}.` }, error)
  } finally {
    await rm(draft, { force: true })
    await client.end()
  }
}

async function mustBeFree(file: string): Promise<void> {
  const isThere = await access(file).then(() => true, () => false)
  if (isThere) throw new PlainFailure({ zh: `${file} 已存在，未覆盖。请换一个文件名。`, en: `${file} exists already and was not overwritten. Give another name.` })
}

async function headerOf(client: Client, tables: readonly OurTable[]): Promise<Header> {
  const hasRun = await client.query(`select where to_regclass('public.migration') is not null`)
  if (hasRun.rowCount === 0) throw new PlainFailure({ zh: '这个数据库里没有 OpenDistrict 的数据，无可备份。', en: 'There is nothing of OpenDistrict in this database to back up.' })
  const [{ server, now }] = Server.parse((await client.query(`select current_setting('server_version') as server, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`)).rows)
  return {
    form: 1,
    madeAt: now,
    server,
    mode: await loadMode(client),
    migrations: Migrations.parse((await client.query('select id, checksum from public.migration order by at, id')).rows),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}

export async function* rowsOf(client: Client, table: OurTable | undefined): AsyncGenerator<Buffer> {
  if (table === undefined) throw new Error('a table that was not asked for')
  yield* client.query(copyTo(copyOut(table)))
}
