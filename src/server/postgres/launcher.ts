import { mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client } from 'pg'
import { type Label } from '../../kernel/label.ts'
import { PlainFailure } from '../plain-failure.ts'
import { serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { create, isCreated, readAccess, USER, writeAccess } from './cluster.ts'
import { codeOf, failure, textOf } from './failure.ts'
import { handOver } from './files.ts'
import { type Hold, isLast, keepHold, take } from './hold.ts'
import { findRunning, halt, isAlive, launch, type Running, type Start, type Started, sweepLogs, watchOver } from './process.ts'
import { serverSettings, stampOf } from './settings.ts'

export type PostgresOptions = {
  /** The server keeps its data in `postgres` below this folder. */
  readonly dataDir: string
  readonly onProgress?: (text: Label) => void
  /** Only for tests: false trades the safety of the data for speed. */
  readonly durable?: boolean
  /** Only for tests: any number of programs use the same server, and the last one stops it. */
  readonly shared?: boolean
}

export type Postgres = {
  /** Of the database `opendistrict`, as the owner of everything. */
  readonly url: string
  readonly port: number
  /** Resolves (and never rejects) if the server ends although nobody called `stop`. */
  readonly lost: Promise<Error>
  /** Closes all connections, writes everything out and returns when the server has ended. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that is installed with the program on the data of a folder, making the database if there is
 * none yet. Whatever an earlier program left behind is cleared away; if one still works on the folder, this throws
 * and names its process. All failures are `PlainFailure`.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  try {
    return await begin(options)
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    throw failure(
      `无法启动数据库（数据文件夹 ${options.dataDir}）：${textOf(error)}。`,
      `The database could not be started (data folder ${options.dataDir}): ${textOf(error)}.`,
      error,
    )
  }
}

/**
 * The database of a folder for a command that runs beside the program: the program's server if it is running, else one
 * started for the command and stopped after it.
 */
export async function joinPostgres(options: PostgresOptions): Promise<Postgres> {
  try {
    return await startPostgres(options)
  } catch (error) {
    if (error instanceof FolderInUse) return { ...error.server, lost: new Promise(() => {}), stop: async () => {} }
    throw error
  }
}

async function begin({ dataDir, onProgress = () => {}, durable = true, shared = false }: PostgresOptions): Promise<Postgres> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const clusterDir = join(await realpath(dataDir), 'postgres')
  const account = await serverAccount(clusterDir)
  const binaries = await findBinaries(account)
  if (!(await isCreated(clusterDir, binaries))) {
    onProgress({ zh: '正在新建数据库', en: 'Creating the database' })
    await create(clusterDir, binaries, account, durable)
  }
  await handOver(clusterDir, account)

  const settings = serverSettings(durable)
  const start: Start = { clusterDir, binaries, account, settings, stamp: stampOf(settings, binaries.version) }
  const { running, client } = await reach(start, shared, onProgress)
  await createDatabase(client)
  const { password } = await readAccess(clusterDir)

  const lost = Promise.withResolvers<Error>()
  const hold = keepHold(client, () => retake(start, shared), lost.resolve)
  // Servers that are shared go when their last user says so; a watcher of the first would take them from the rest.
  const dismissWatcher = shared ? () => {} : watchOver(running.pid, account)
  const sweeping = setInterval(() => void sweepLogs(clusterDir).catch(() => {}), SWEEP_MS) // Next time, then.
  sweeping.unref()

  async function stop(): Promise<void> {
    clearInterval(sweeping)
    hold.letGo()
    const last = shared ? await isLast(hold.client()).catch(() => false) : true
    try {
      if (last) await halt(running, start)
    } finally {
      dismissWatcher()
      await hold.client().end()
    }
  }
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(password, running.port),
    port: running.port,
    lost: lost.promise,
    stop: () => (stopping ??= stop()),
  }
}

const DATABASE = 'opendistrict'

function urlOf(password: string, port: number): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`
}

const SWEEP_MS = 600_000

/** Waiting for another program to begin or end, or for the rest of a killed server to go. */
const GRACE_MS = 10_000
/** After a crash the server first replays what was not yet in its files. */
const RECOVERY_MS = 600_000

/** Comes back with a running server that this program holds. */
async function reach(start: Start, shared: boolean, onProgress: (text: Label) => void): Promise<{ running: Running; client: Client }> {
  const { clusterDir } = start
  const began = performance.now()
  let access = await readAccess(clusterDir)
  let mine: Started | undefined
  let port = 0
  for (;;) {
    const waited = performance.now() - began
    const complaint = mine === undefined ? undefined : await Promise.race([mine.ended, pause(0, undefined)])
    if (complaint !== undefined) {
      mine = undefined
      if (!mayPass(complaint) || waited > GRACE_MS) throw broken(clusterDir, complaint)
      await pause(100)
    }
    const running = await findRunning(clusterDir)
    if (running === undefined) {
      if (mine === undefined) {
        onProgress({ zh: '正在启动数据库', en: 'Starting the database' })
        port = await freePort(access.port)
        mine = await launch(start, port)
      }
    } else {
      const hold = await take(running.port, access, shared)
      // Who shares holds it alone for the moment of its coming or going.
      if (hold.outcome === 'taken' && ((isAlive(hold.by) && !shared) || waited > GRACE_MS)) throw new FolderInUse(dirname(clusterDir), hold.by, { url: urlOf(access.password, running.port), port: running.port })
      if (hold.outcome === 'held') {
        if (running.pid === mine?.pid) {
          if (port !== access.port) await writeAccess(clusterDir, { ...access, port })
          return { running, client: hold.client }
        }
        // Where others work on it, it stays as it is, whatever it was started with.
        if (shared && (!hold.alone || hold.cluster.includes(start.stamp))) return { running, client: hold.client }
        // Somebody's server without somebody. Its starter may only be about to take hold of it.
        await hold.client.end()
        const starter = Number(hold.cluster.split('-').at(-1))
        if (starter === process.pid || !isAlive(starter) || waited > GRACE_MS / 2) await halt(running, start)
      }
    }
    if (waited > RECOVERY_MS) throw broken(clusterDir, '')
    await pause(20)
    access = await readAccess(clusterDir)
  }
}

/** Ends that are no fault of the data: another program was faster, the port went, or the killed server is not all gone. */
function mayPass(complaint: string): boolean {
  return complaint === '' || /lock file|shared memory block|could not create any TCP\/IP sockets|terminating|shut/u.test(complaint)
}

function broken(clusterDir: string, complaint: string): PlainFailure {
  const said = complaint === '' ? '没有说明原因' : complaint
  return failure(
    `数据库服务器没有启动：${said}。日志在 ${join(clusterDir, 'log')}。`,
    `The database server did not start: ${complaint === '' ? 'it gave no reason' : complaint}. Its log is in ${join(clusterDir, 'log')}.`,
  )
}

class FolderInUse extends PlainFailure {
  readonly server: Pick<Postgres, 'url' | 'port'>

  constructor(dataDir: string, pid: number, server: Pick<Postgres, 'url' | 'port'>) {
    super({
      zh: `另一个 OpenDistrict 程序（进程 ${pid}）正在使用数据文件夹 ${dataDir}。请先停止它，或设置另一个 OPENDISTRICT_DATA。`,
      en: `Another OpenDistrict program (process ${pid}) is using the data folder ${dataDir}. Stop it first, or set another OPENDISTRICT_DATA.`,
    })
    this.server = server
  }
}

async function retake(start: Start, shared: boolean): Promise<Hold | 'gone'> {
  const running = await findRunning(start.clusterDir)
  return running === undefined ? 'gone' : take(running.port, await readAccess(start.clusterDir), shared)
}

/** The preferred port if it is free, else any. */
async function freePort(preferred: number): Promise<number> {
  const probe = createServer()
  try {
    const listened = Promise.withResolvers<void>()
    probe.once('error', listened.reject)
    probe.listen(preferred, '127.0.0.1', listened.resolve)
    await listened.promise
    const address = probe.address()
    if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
    return address.port
  } catch (error) {
    if (preferred === 0) throw error
    return await freePort(0)
  } finally {
    if (probe.listening) await new Promise((resolve) => probe.close(resolve))
  }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount !== 0) return
  try {
    await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Another program that shares the server made it this moment (duplicate database, or its catalogue entry).
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error
  }
}
