import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

export type Program = {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  readonly output: () => string
  /** Ends the program as Ctrl-C does and answers its exit code. */
  stop(): Promise<number | null>
  /** Ends the program the hard way. */
  kill(): Promise<void>
}

export type StartOptions = {
  readonly dataDir: string
  readonly command?: 'start' | 'serve'
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds to wait for the first answer. */
  readonly patience?: number
  /** A copy of the program elsewhere than in this checkout. */
  readonly folder?: string
  /** The account of the machine to run as, by number; only root may choose. */
  readonly account?: number
}

/** Starts the program as its own process, as `npm start` does once the pages are built, and waits until it answers. */
export async function startProgram(options: StartOptions): Promise<Program> {
  const port = await freePort()
  // The program is not a test: what runs the tests says in its environment that it is.
  const { NODE_ENV: _, VITEST: __, ...outside } = process.env
  const env = { ...outside, OPENDISTRICT_DATA: options.dataDir, OPENDISTRICT_DEMO: 'on', PORT: String(port), LOG_LEVEL: 'warn', ...options.env }
  const child = spawn(process.execPath, ['src/cli/main.ts', options.command ?? 'start'], { cwd: options.folder ?? root, env, stdio: ['ignore', 'pipe', 'pipe'], ...(options.account !== undefined && { uid: options.account, gid: options.account }) })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => { output += String(chunk) })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  const until = Date.now() + (options.patience ?? 120_000)
  while (!(await isUp(url))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The program ended before it answered:\n${output}`)
    if (Date.now() > until) { child.kill('SIGKILL'); throw new Error(`The program did not answer in time:\n${output}`) }
    await pause(50)
  }
  return {
    url, dataDir: options.dataDir, pid: child.pid ?? 0, output: () => output,
    stop: () => { child.kill('SIGTERM'); return ended },
    kill: async () => { child.kill('SIGKILL'); await ended },
  }
}

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(answer => answer.ok, () => false)
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => { probe.once('error', reject); probe.listen(0, '127.0.0.1', resolve) })
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type TemporaryFolder = { readonly path: string; remove(): Promise<void> }

/** A data folder that is gone after `remove`. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'opendistrict-e2e-'))
  // A database that was just told to stop may still write its last files.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) }
}

/** A client of the program as a demonstration role: fetch with the cookie of that sign-in. A program that starts again at another address is followed by giving the address as a function. */
export async function signedIn(url: string | (() => string), role: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const base = typeof url === 'string' ? () => url : url
  const answer = await fetch(`${base()}/api/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ role }) })
  if (!answer.ok) throw new Error(`no sign-in as ${role}: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map(c => c.split(';')[0]).join('; ')
  return (path, init = {}) => fetch(`${base()}${path}`, { ...init, headers: { cookie, ...init.headers } })
}
