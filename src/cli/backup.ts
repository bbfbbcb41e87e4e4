import { resolve } from 'node:path'
import { backup } from '../server/backup/backup.ts'
import { restore } from '../server/backup/restore.ts'
import { reach } from '../server/store.ts'
import { say, settingsOf } from './settings.ts'

type Options = { readonly json?: boolean }
const quiet = () => {}

/** `opendistrict backup FILE`: one file with every table, as of one moment, also while the program runs. */
export async function backupCommand(file: string, options: Options): Promise<void> {
  const done = await withServer(true, url => backup(url, resolve(file), options.json ? quiet : say))
  const rows = done.tables.reduce((sum, table) => sum + table.rows, 0)
  if (options.json) console.log(JSON.stringify(done))
  else say({ zh: `已备份到 ${done.file}：${done.tables.length} 张表，${rows} 行。数据文件夹中的 session-secret 不在其内，请另行保管`, en: `Backed up to ${done.file}: ${done.tables.length} tables, ${rows} rows. The file session-secret of the data folder is not in it; keep a copy elsewhere` })
}

/** `opendistrict restore FILE`: into an empty database only; nothing is ever overwritten. */
export async function restoreCommand(file: string, options: Options): Promise<void> {
  const done = await withServer(false, url => restore(url, resolve(file), options.json ? quiet : say))
  const rows = done.tables.reduce((sum, table) => sum + table.rows, 0)
  if (options.json) console.log(JSON.stringify(done))
  else say({ zh: `已恢复 ${done.madeAt} 的备份：${done.tables.length} 张表，${rows} 行，逐表核对无误`, en: `Restored the backup of ${done.madeAt}: ${done.tables.length} tables, ${rows} rows, each table compared` })
}

/** The database server alone, neither marked nor migrated: a restore wants it as it is. */
async function withServer<T>(join: boolean, work: (url: string) => Promise<T>): Promise<T> {
  const server = await reach(settingsOf(), quiet, join)
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}
