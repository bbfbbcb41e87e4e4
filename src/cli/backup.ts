import { resolve } from 'node:path'
import { backup } from '../server/backup/backup.ts'
import { pointInTime } from '../server/backup/point-in-time.ts'
import { restore } from '../server/backup/restore.ts'
import { reach } from '../server/store.ts'
import { exitCodes, Failure } from './failure.ts'
import { say, settingsOf } from './settings.ts'

type Options = { readonly json?: boolean; readonly checkPitr?: boolean }
const quiet = () => {}

/** `opendistrict backup FILE`: one file with every table, as of one moment, also while the program runs. */
export async function backupCommand(file: string | undefined, options: Options): Promise<void> {
  if (options.checkPitr) return checkPointInTime(options)
  if (file === undefined) throw new Failure('no-file', '请写明备份文件，或用 --check-pitr 查看能否恢复到任意时刻。\nName a file to write, or ask with --check-pitr.', exitCodes.badUse)
  const done = await withServer(true, url => backup(url, resolve(file), options.json ? quiet : say))
  const rows = done.tables.reduce((sum, table) => sum + table.rows, 0)
  if (options.json) console.log(JSON.stringify(done))
  else say({ zh: `已备份到 ${done.file}：${done.tables.length} 张表，${rows} 行。数据文件夹中的 session-secret 不在其内，请另行保管`, en: `Backed up to ${done.file}: ${done.tables.length} tables, ${rows} rows. The file session-secret of the data folder is not in it; keep a copy elsewhere` })
}

/** `opendistrict backup --check-pitr`: exit code 3 where the server cannot be brought back to any moment. */
async function checkPointInTime(options: Options): Promise<void> {
  const found = await withServer(true, pointInTime)
  if (options.json) console.log(JSON.stringify(found))
  else if (found.possible) console.log(`可以恢复到任意时刻：预写日志已归档至 ${found.lastArchivedAt}。\nAny moment can be restored: the log is kept up to ${found.lastArchivedAt}.`)
  else if (found.archiving) console.log(`预写日志归档最近一次失败或尚未成功（失败 ${found.failures} 次，${found.lastFailedAt ?? '—'}），目前不能恢复到任意时刻。\nArchiving of the log failed last or has not succeeded yet; no moment between backups can be restored.`)
  else console.log(`数据库没有归档预写日志，只能恢复到某次备份。见 docs/point-in-time.md。\nThe server does not archive its log: only backups can be restored. See docs/point-in-time.md.`)
  if (!found.possible) process.exitCode = exitCodes.checkFailed
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
