import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { isAlive } from './process.ts'
import { joinPostgres, type Postgres, startPostgres } from './launcher.ts'

vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65_534, gid: 65_534 }

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'opendistrict-launcher-'))
  // The server of a program that was killed may still be writing its last files.
  cleanups.push(() => rm(dir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }))
  return dir
}

async function start(dataDir: string, options: { readonly shared?: boolean } = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, ...options })
  cleanups.push(() => postgres.stop())
  return postgres
}

async function query(url: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client(url)
  client.on('error', () => {}) // a server that restarts at this moment; the statement reports it
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Another program: starts the server, then does what `work` says; prints a line for whatever the test waits for. */
type Program = { readonly process: ChildProcess; line(): Promise<string>; lines(): readonly string[]; kill(signal?: NodeJS.Signals): Promise<void> }

function program(dataDir: string, work: string, account: { readonly uid: number; readonly gid: number } | undefined = undefined, options = ''): Program {
  const source = `
    import { createRequire } from 'node:module'
    import { startPostgres } from ${JSON.stringify(new URL('launcher.ts', import.meta.url).href)}
    const { Client } = createRequire(${JSON.stringify(import.meta.url)})('pg')
    try {
      const postgres = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, onProgress: text => console.log('progress', text.en), ${options} })
      ${work}
    } catch (error) { console.log('failed', error.label?.en ?? error); process.exit(1) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { ...account, stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const seen: string[] = []
  const waiting = createInterface(child.stdout)
  waiting.on('line', (line) => seen.push(line))
  let read = 0
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    child.kill(signal)
    await exited
  }
  cleanups.push(() => kill())
  return {
    process: child,
    lines: () => seen,
    kill,
    line: async () => {
      while (seen.length <= read) {
        await Promise.race([once(waiting, 'line'), exited])
        if (child.exitCode !== null && seen.length <= read) throw new Error('the program ended without a further line')
      }
      return seen[read++] ?? ''
    },
  }
}

async function lineStarting(running: Program, start: string): Promise<string> {
  for (;;) {
    const line = await running.line()
    if (line.startsWith(start) || line.startsWith('failed')) return line
  }
}

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid) && (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z ')).includes(' Z ') === false) await new Promise((resolve) => setTimeout(resolve, 20))
}

const STAY = `console.log('ready', postgres.port); await new Promise(resolve => process.stdin.once('data', resolve)); await postgres.stop(); console.log('stopped'); process.exit(0)`

test('a new data folder gets a durable database in UTF-8 that only the password opens', async () => {
  const dataDir = await folder()
  const first = await start(dataDir)
  const [settings] = await query(first.url, `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('timezone') as timezone,
    current_setting('server_encoding') as encoding, current_setting('jit') as jit, current_setting('unix_socket_directories') as sockets,
    (select concat(datlocprovider, datlocale) from pg_database where datname = current_database()) as locale`)
  expect(settings).toEqual({ fsync: 'on', commit: 'on', timezone: 'UTC', encoding: 'UTF8', jit: 'off', sockets: '', locale: 'bC.UTF-8' })

  const guessed = new URL(first.url)
  guessed.password = 'guessed'
  await expect(query(guessed.href, 'select 1')).rejects.toThrow('password authentication failed')
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(dataDir, 'postgres', 'opendistrict.json'))).mode & 0o777).toBe(0o600)

  await query(first.url, `create table kept as select 'kept' as word`)
  await first.stop()
  await first.stop()
  const second = await start(dataDir)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'kept' }])
})

test('no acknowledged row is lost when the program is killed ten times while it commits, half of the times with its server', { timeout: 240_000 }, async () => {
  const dataDir = await folder()
  const acknowledged: string[] = []
  for (let round = 0; round < 10; round++) {
    const running = program(dataDir, `
      const client = new Client(postgres.url)
      client.on('error', () => {})
      await client.connect()
      await client.query('create table if not exists promise (id text primary key)')
      for (let i = 0; ; i++) { await client.query('insert into promise values ($1)', ['${round}-' + i]); console.log('row ${round}-' + i) }`)
    for (let rows = 0; rows < 100; rows++) expect(await lineStarting(running, 'row')).toMatch(/^row/u)
    if (round % 2 === 1) process.kill(await serverPid(dataDir), 'SIGKILL')
    await running.kill()
    acknowledged.push(...running.lines().filter((line) => line.startsWith('row ')).map((line) => line.slice(4)))
  }
  const postgres = await start(dataDir)
  const found = new Set((await query(postgres.url, 'select id from promise')).map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(1000)
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
})

test('a second program on the same data folder is refused and told who is there; a command may use its server', async () => {
  const dataDir = await folder()
  const first = program(dataDir, STAY)
  await lineStarting(first, 'ready')
  await expect(startPostgres({ dataDir })).rejects.toThrow(`process ${first.process.pid}`)
  const joined = await joinPostgres({ dataDir })
  expect(await query(joined.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await joined.stop()
  expect(await query(joined.url, 'select 1 as one')).toEqual([{ one: 1 }])
  first.process.stdin?.write('\n')
  expect(await lineStarting(first, 'stopped')).toBe('stopped')
  await start(dataDir)
})

test('of two programs that start at once on a new data folder one works and the other is refused', async () => {
  const dataDir = await folder()
  const both = [program(dataDir, STAY), program(dataDir, STAY)]
  const answers = await Promise.all(both.map((each) => lineStarting(each, 'ready')))
  const winner = answers.findIndex((answer) => answer.startsWith('ready'))
  expect(answers.filter((answer) => answer.startsWith('ready'))).toHaveLength(1)
  expect(answers[1 - winner]).toContain(`(process ${both[winner]?.process.pid})`)
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

test('the server ends by itself after its program was killed', async (context) => {
  if (process.platform !== 'linux') context.skip('looks at processes the Linux way')
  const dataDir = await folder()
  const running = program(dataDir, STAY)
  await lineStarting(running, 'ready')
  const pid = await serverPid(dataDir)
  await running.kill()
  await gone(pid)
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
})

test('a server that was left behind is stopped, and a new one takes its place', async (context) => {
  if (process.platform !== 'linux') context.skip('looks at processes the Linux way')
  const dataDir = await folder()
  const running = program(dataDir, STAY)
  await lineStarting(running, 'ready')
  const orphan = await serverPid(dataDir)
  // Without its watcher the server stays when the program goes.
  for (const pid of await readdir('/proc')) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (commandLine.includes('read -r line') && commandLine.includes(`\0${orphan}\0`)) process.kill(Number(pid), 'SIGKILL')
  }
  await running.kill()
  expect(isAlive(orphan)).toBe(true)
  const postgres = await start(dataDir)
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await serverPid(dataDir)).not.toBe(orphan)
  await gone(orphan)
})

test('a process that got the number of a killed server by chance neither blocks the start nor is touched', async () => {
  const dataDir = await folder()
  const first = await start(dataDir)
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  const owner = await stat(pidFile)
  await first.stop()
  const stranger = spawn('sleep', ['600'], isRoot ? { uid: owner.uid, gid: owner.gid } : {})
  cleanups.push(async () => stranger.kill())
  await writeFile(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'), { mode: 0o600 })
  if (isRoot) await chown(pidFile, owner.uid, owner.gid)
  const second = await start(dataDir)
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBe(null)
  expect(stranger.signalCode).toBe(null)
})

test('a first start that was killed half-way is done again', { timeout: 120_000 }, async () => {
  const dataDir = await folder()
  const running = program(dataDir, STAY)
  expect(await lineStarting(running, 'progress')).toBe('progress Creating the database')
  while (!(await readdir(dataDir)).some((name) => name.startsWith('postgres.draft-'))) await new Promise((resolve) => setTimeout(resolve, 1))
  await running.kill()
  const postgres = await start(dataDir)
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await readdir(dataDir)).toEqual(['postgres'])
})

test('a folder that holds something else is left alone and named', async () => {
  const dataDir = await folder()
  await mkdir(join(dataDir, 'postgres'))
  await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'mine')
  await expect(startPostgres({ dataDir })).rejects.toThrow(`${dataDir}/postgres is neither empty nor a database of OpenDistrict (there is no PG_VERSION)`)
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt'])
})

test('a database written by another major version is named with both versions', async () => {
  const dataDir = await folder()
  await (await start(dataDir)).stop()
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
  await expect(startPostgres({ dataDir })).rejects.toThrow('was written by PostgreSQL 15, and 18.')
})

test('a data folder that cannot be made is named, with the way out', async () => {
  const dataDir = await folder()
  await writeFile(join(dataDir, 'file'), '')
  await expect(startPostgres({ dataDir: join(dataDir, 'file', 'data') })).rejects.toThrow(/ENOTDIR[\s\S]*DATABASE_URL/u)
})

test('the server keeps its port from start to start and takes another when that is gone', async () => {
  const dataDir = await folder()
  const first = await start(dataDir)
  await first.stop()
  const other = createServer().listen(first.port, '127.0.0.1')
  await once(other, 'listening')
  cleanups.push(async () => other.close())
  const second = await start(dataDir)
  expect(second.port).not.toBe(first.port)
  await second.stop()
  expect((await start(dataDir)).port).toBe(second.port)
})

test('programs that share a server use the same one, and the last one stops it', async () => {
  const dataDir = await folder()
  const others = [program(dataDir, STAY, undefined, 'shared: true'), program(dataDir, STAY, undefined, 'shared: true')]
  const postgres = await start(dataDir, { shared: true })
  const ready = await Promise.all(others.map((other) => lineStarting(other, 'ready')))
  expect(ready).toEqual([`ready ${postgres.port}`, `ready ${postgres.port}`])
  const pid = await serverPid(dataDir)
  await postgres.stop()
  others[0]?.process.stdin?.write('\n')
  await (others[0] && lineStarting(others[0], 'stopped'))
  expect(isAlive(pid)).toBe(true)
  others[1]?.process.stdin?.write('\n')
  await (others[1] && lineStarting(others[1], 'stopped'))
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
})

test('who shares waits while another holds the server alone, as the others do for a moment when they come and go', async () => {
  const dataDir = await folder()
  const alone = await start(dataDir)
  const sharing = start(dataDir, { shared: true })
  await new Promise((resolve) => setTimeout(resolve, 500))
  await alone.stop()
  expect(await query((await sharing).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when the server is killed under its program, the program is told', async () => {
  const dataDir = await folder()
  const postgres = await start(dataDir)
  process.kill(await serverPid(dataDir), 'SIGKILL')
  expect((await postgres.lost).message).toContain('The database server stopped unexpectedly')
})

test('the crash of one connection is survived, and the data folder stays taken', async () => {
  const dataDir = await folder()
  const postgres = await start(dataDir)
  const client = new Client(postgres.url)
  client.on('error', () => {})
  const ended = new Promise((resolve) => client.once('end', resolve))
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
  await ended
  const held = async (): Promise<unknown> => (await query(postgres.url, `select count(*)::int as held from pg_locks where locktype = 'advisory' and objid = 20292`).catch(() => [{ held: 0 }]))[0]?.['held']
  while ((await held()) !== 1) await new Promise((resolve) => setTimeout(resolve, 20))
  const second = program(dataDir, STAY)
  expect(await lineStarting(second, 'ready')).toContain(`(process ${process.pid})`)
})

test('root reaches data below a folder that nobody else may enter, and an ordinary user needs no root', async (context) => {
  if (!isRoot) context.skip('needs root, to become two users')
  const closed = await folder()
  await chmod(closed, 0o700)
  const postgres = await start(join(closed, 'data'))
  expect((await stat(join(closed, 'data', 'postgres'))).uid).not.toBe(0)
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])

  const theirs = await folder()
  await chown(theirs, NOBODY.uid, NOBODY.gid)
  const ordinary = program(theirs, STAY, NOBODY)
  expect(await lineStarting(ordinary, 'ready')).toMatch(/^ready/u)
  expect((await stat(join(theirs, 'postgres'))).uid).toBe(NOBODY.uid)
  // What an ordinary user has made, root runs as that user.
  ordinary.process.stdin?.write('\n')
  await lineStarting(ordinary, 'stopped')
  await start(theirs)
  expect((await stat(join(theirs, 'postgres', 'postmaster.pid'))).uid).toBe(NOBODY.uid)
})

test('data that root has copied is handed to the user of the server, and is a database of its own', async (context) => {
  if (!isRoot) context.skip('needs root, to own the copy')
  const dataDir = await folder()
  const first = await start(dataDir)
  const copied = await folder()
  await once(spawn('cp', ['-r', '--preserve=mode', join(dataDir, 'postgres'), copied]), 'exit')
  const second = await start(copied)
  expect(second.port).not.toBe(first.port)
  expect((await stat(join(copied, 'postgres', 'base'))).uid).not.toBe(0)
})
