import { rm } from 'node:fs/promises'
import { readFileSync, readdirSync } from 'node:fs'
import { startProgram, temporaryFolder } from '../e2e/program.ts'
import { median, type Row } from './table.ts'

const rounds = 3

/** Seconds from the command to the first answer of `/healthz`, with the pages built, and what the running program holds in memory. */
export async function bench(): Promise<readonly Row[]> {
  const first: number[] = [], later: number[] = [], memory: number[] = [], database: number[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = await temporaryFolder()
    try {
      first.push(await timed(folder.path))
      later.push(await timed(folder.path, found => { memory.push(found.program); database.push(found.database) }))
    } finally {
      await rm(folder.path, { recursive: true, force: true })
    }
  }
  return [
    { what: 'first start, with database and demonstration made', measured: median(first), unit: 's', beside: 'limit 60 s', ratio: median(first) / 60 },
    { what: 'later start to /healthz', measured: median(later), unit: 's', beside: 'limit 5 s', ratio: median(later) / 5 },
    { what: 'memory of the program at rest', measured: median(memory), unit: 'MB', beside: '', ratio: null },
    { what: 'memory of its database at rest, shared pages counted once', measured: median(database), unit: 'MB', beside: '', ratio: null },
  ]
}

async function timed(dataDir: string, look?: (found: { program: number; database: number }) => void): Promise<number> {
  const began = performance.now()
  const program = await startProgram({ dataDir, command: 'serve' })
  const seconds = (performance.now() - began) / 1000
  if (look) look({ program: residentOf(program.pid), database: sharesOf(descendantsOf(program.pid).filter(pid => nameOf(pid).includes('postgres'))) })
  await program.stop()
  return seconds
}

const MB = 1024
const field = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Resident memory, MB; not a number where the system has no /proc. */
function residentOf(pid: number): number {
  return field(read(`/proc/${pid}/status`), 'VmRSS') / MB
}

/** Proportional shares of several processes, MB. */
function sharesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (field(read(`/proc/${pid}/smaps_rollup`), 'Pss') || 0), 0) / MB
}

const nameOf = (pid: number) => read(`/proc/${pid}/comm`).trim()

function descendantsOf(pid: number): number[] {
  const parents = new Map(safePids().map(p => [p, Number(/\) \S (\d+)/.exec(read(`/proc/${p}/stat`))?.[1])]))
  const found = [pid]
  for (const one of found) for (const [child, parent] of parents) if (parent === one && !found.includes(child)) found.push(child)
  return found
}

function safePids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(n => n > 0)
  } catch {
    return []
  }
}
