import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { open, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account } from './account.ts'
import { type Binaries } from './binaries.ts'
import { codeOf, failure } from './failure.ts'
import { pathFor, replaceFile } from './files.ts'
import { type Settings } from './settings.ts'

/** A server that runs on our data, whoever started it. */
export type Running = { readonly pid: number; readonly port: number }

/**
 * Marks the processes of one data folder on their command line. The folder's number on the disk stays when it is moved
 * and differs when it is copied, so the server of a copy is never taken for ours.
 */
async function markOf(clusterDir: string): Promise<string> {
  const { dev, ino } = await stat(clusterDir, { bigint: true })
  return `opendistrict-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 12)}`
}

const PID_FILE = 'postmaster.pid'

/** The server of this data folder, if one runs. */
export async function findRunning(clusterDir: string): Promise<Running | undefined> {
  const lines = await readPidFile(clusterDir)
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !(await isOurs(pid, clusterDir))) return undefined
  return { pid, port }
}

async function readPidFile(clusterDir: string): Promise<readonly string[] | undefined> {
  try {
    return (await readFile(join(clusterDir, PID_FILE), 'utf8')).split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const run = promisify(execFile)

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}

/** A process number says nothing by itself: after a restart of the machine it is somebody else's. */
async function isOurs(pid: number, clusterDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  // Windows shows no command lines to us; there the password decides, at the first connection.
  if (process.platform === 'win32') return true
  const commandLine = await (process.platform === 'linux'
    ? readFile(`/proc/${pid}/cmdline`, 'utf8')
    : run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout)
  ).catch(() => '') // It ended this moment, or is hidden from us, which ours never is.
  return commandLine.includes(await markOf(clusterDir))
}

/** No process can have this number: far above the limit of every system. */
const NOBODYS_PID = 2_147_483_646

/**
 * Called when no server of ours runs. PostgreSQL would refuse to start because of a process that happens to have the
 * old server's number now. The file itself stays: from its last lines PostgreSQL sees whether parts of the old
 * server still hold the shared memory, and that check must not be lost.
 */
async function disarmPidFile(clusterDir: string, account: Account | undefined): Promise<void> {
  const lines = await readPidFile(clusterDir)
  const pid = Number(lines?.[0])
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || (await isOurs(pid, clusterDir))) return
  await replaceFile(join(clusterDir, PID_FILE), [NOBODYS_PID, ...lines.slice(1)].join('\n'), account)
}

export type Start = {
  readonly clusterDir: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly settings: Settings
  readonly stamp: string
}

/** What became of an attempt: a process to wait for, or the reason it ended with. */
export type Started = { readonly pid: number; readonly ended: Promise<string> }

/**
 * Starts the server as a process of its own, apart from the terminal: Ctrl-C must reach only the program, which
 * first finishes running requests.
 */
export async function launch(start: Start, port: number): Promise<Started> {
  const { clusterDir, binaries, account, settings, stamp } = start
  await disarmPidFile(clusterDir, account)
  await sweepLogs(clusterDir)
  const given = { ...settings, port: String(port), cluster_name: `${await markOf(clusterDir)}-${stamp}-${process.pid}` }
  const startLog = join(clusterDir, 'start.log')
  await rm(startLog, { force: true })
  const log = await open(startLog, 'wx', 0o600)
  try {
    const child = spawn(
      join(binaries.dir, 'postgres'),
      ['-D', pathFor(clusterDir, account), ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { cwd: clusterDir, ...account, env: {}, detached: true, stdio: ['ignore', log.fd, log.fd], windowsHide: true },
    )
    const exited = new Promise<Error | undefined>((resolve) => {
      child.once('exit', () => resolve(undefined))
      child.once('error', resolve)
    })
    child.unref()
    if (child.pid === undefined) throw failure('无法启动数据库服务器。', 'The database server could not be started.', await exited)
    return { pid: child.pid, ended: exited.then(() => complaintOf(startLog, clusterDir)) }
  } finally {
    await log.close()
  }
}

/** The server's last words: printed at the start, or in its newest log. */
async function complaintOf(startLog: string, clusterDir: string): Promise<string> {
  const texts = [await readFile(startLog, 'utf8').catch(() => '')]
  const newest = (await logsOf(clusterDir)).at(-1)
  if (newest !== undefined) texts.push(await readFile(newest, 'utf8').catch(() => ''))
  const faults = texts.flatMap((text) => text.split('\n')).filter((line) => /FATAL|PANIC|error/u.test(line))
  return faults.slice(-3).join('\n')
}

const LOGS_KEPT = 5

/** PostgreSQL opens a new log of at most 10 MB when one is full, and never removes one. */
export async function sweepLogs(clusterDir: string): Promise<void> {
  for (const path of (await logsOf(clusterDir)).slice(0, -LOGS_KEPT)) await rm(path, { force: true })
}

/** Oldest first: the names are times. */
async function logsOf(clusterDir: string): Promise<readonly string[]> {
  const dir = join(clusterDir, 'log')
  const names = await readdir(dir).catch(() => [])
  return names.toSorted().map((name) => join(dir, name))
}

/** How long a server may take to write out what it holds; afterwards it is stopped without that. */
const PATIENCE_MS = 60_000

/** Stops a server and returns when it has ended. Nothing acknowledged is lost either way. */
export async function halt(running: Running, start: Pick<Start, 'clusterDir' | 'binaries'>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    await signalServer(running.pid, signal, start)
    const until = performance.now() + PATIENCE_MS
    while (performance.now() < until) {
      if (!(await isOurs(running.pid, start.clusterDir))) return
      await pause(10)
    }
  }
  throw failure(
    `数据库服务器（进程 ${running.pid}，${start.clusterDir}）没有停止。`,
    `The database server (process ${running.pid}, ${start.clusterDir}) did not stop.`,
  )
}

async function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT', { clusterDir, binaries }: Pick<Start, 'clusterDir' | 'binaries'>): Promise<void> {
  if (!(await isOurs(pid, clusterDir))) return
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks to the server in another way.
    await run(join(binaries.dir, 'pg_ctl'), ['stop', '-D', clusterDir, '-W', '-m', signal === 'SIGINT' ? 'fast' : 'immediate'])
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/**
 * Lets the server end soon after this program does, however that ends: a shell waits for a line from us, and asks the
 * server to stop when our end of the pipe closes without one. Returns how to send it home.
 */
export function watchOver(pid: number, account: Account | undefined): () => void {
  // Without a shell the next start takes over whatever still runs.
  if (process.platform === 'win32') return () => {}
  const watcher = spawn('/bin/sh', ['-c', 'read -r line || kill -INT "$1"', 'sh', String(pid)], {
    cwd: '/',
    ...account,
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => {}) // No shell on this machine: as on Windows.
  watcher.stdin.on('error', () => {}) // The watcher is gone already.
  watcher.unref()
  return () => watcher.stdin.end('\n')
}
