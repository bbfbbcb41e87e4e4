import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Account } from './account.ts'
import { type Binaries } from './binaries.ts'
import { codeOf, failure, textOf } from './failure.ts'
import { flush, giveTo, pathFor, replaceFile } from './files.ts'
import { isAlive } from './process.ts'

/** How the program gets in: kept beside the data, readable by its owner alone. The port is the one used last, 0 before the first start. */
const Access = z.object({ password: z.string().min(20), port: z.int().min(0).max(65535) })
export type Access = z.infer<typeof Access>

/** The only account of the server. */
export const USER = 'opendistrict'

const ACCESS_FILE = 'opendistrict.json'

const run = promisify(execFile)

/** True if there is a finished cluster; anything else in its place is left alone and named. */
export async function isCreated(clusterDir: string, binaries: Binaries): Promise<boolean> {
  const entries = await entriesOf(clusterDir)
  if (entries.length === 0) return false
  const missing = ['PG_VERSION', ACCESS_FILE].find((name) => !entries.includes(name))
  if (missing !== undefined) {
    throw failure(
      `${clusterDir} 不是空文件夹，也不是 OpenDistrict 的数据库（缺少 ${missing}）。请把它移走，或设置另一个 OPENDISTRICT_DATA。`,
      `${clusterDir} is neither empty nor a database of OpenDistrict (there is no ${missing}). Move it away, or set another OPENDISTRICT_DATA.`,
    )
  }
  const major = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim()
  if (major === binaries.major) return true
  throw failure(
    `${clusterDir} 由 PostgreSQL ${major} 写成，而现在安装的是 ${binaries.version}。请用原来的版本备份，再恢复到新的数据文件夹。`,
    `${clusterDir} was written by PostgreSQL ${major}, and ${binaries.version} is installed. Back it up with the former version and restore it into a new data folder.`,
  )
}

async function entriesOf(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * Makes a new cluster in a draft folder and moves it into place when it is finished: a cluster that is there is whole,
 * whenever the machine stopped. If another program was faster, its cluster stays and ours goes.
 */
export async function create(clusterDir: string, binaries: Binaries, account: Account | undefined, durable: boolean): Promise<void> {
  const home = dirname(clusterDir)
  await sweepDrafts(home)
  const draft = join(home, `${DRAFT}${process.pid}-${randomBytes(6).toString('hex')}`)
  const cluster = join(draft, 'cluster')
  const password = randomBytes(24).toString('base64url')
  try {
    await mkdir(cluster, { recursive: true, mode: 0o700 })
    await writeFile(join(draft, 'password'), password, { mode: 0o600 })
    for (const path of [draft, cluster, join(draft, 'password')]) await giveTo(path, account)
    await run(join(binaries.dir, 'initdb'), [...initdbArguments(cluster, account), ...(durable ? [] : ['--no-sync'])], { cwd: cluster, ...account, env: {} })
    // One way in for everybody: the loopback address with the password.
    await replaceFile(join(cluster, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', account)
    await writeAccess(cluster, { password, port: 0 })
    await flush(cluster)
    await rename(cluster, clusterDir)
    await flush(home)
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return
    throw failure(`无法在 ${clusterDir} 新建数据库：${reasonOf(error)}。`, `A database could not be created in ${clusterDir}: ${reasonOf(error)}.`, error)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const DRAFT = 'postgres.draft-'

/** Removes what a stopped program left half-done; drafts of programs that still run stay. */
async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(DRAFT)) continue
    const pid = Number(name.slice(DRAFT.length).split('-')[0])
    if (pid === process.pid || !isAlive(pid)) await rm(join(home, name), { recursive: true, force: true })
  }
}

/** C.UTF-8 is PostgreSQL's own, the same on every system; Chinese order is asked for where it is wanted. */
function initdbArguments(cluster: string, account: Account | undefined): readonly string[] {
  return [
    '--pgdata', pathFor(cluster, account),
    '--username', USER,
    '--pwfile', account === undefined ? join(dirname(cluster), 'password') : '../password',
    '--auth', 'scram-sha-256',
    '--encoding', 'UTF8',
    '--locale', 'C',
    '--locale-provider', 'builtin',
    '--builtin-locale', 'C.UTF-8',
  ]
}

export async function readAccess(clusterDir: string): Promise<Access> {
  const path = join(clusterDir, ACCESS_FILE)
  try {
    return Access.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw failure(`无法读取数据库的访问文件 ${path}：${textOf(error)}。`, `The access file of the database, ${path}, cannot be read: ${textOf(error)}.`, error)
  }
}

export async function writeAccess(clusterDir: string, access: Access): Promise<void> {
  await replaceFile(join(clusterDir, ACCESS_FILE), `${JSON.stringify(access)}\n`, undefined)
}

/** What initdb said, without its chatter; else what the system said. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : ''
  if (said === '') return textOf(error)
  const line = said.split('\n').find((line) => /error|fatal|could not/iu.test(line)) ?? said
  return line.replace(/^.*?(?:FATAL|ERROR|error): +/u, '')
}
