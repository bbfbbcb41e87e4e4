import { readFileSync, readdirSync } from 'node:fs'

/** What a running program and its database hold in memory, MB; not a number where the system has no /proc. */
export function memoryOf(pid: number): { readonly program: number; readonly database: number } {
  return { program: residentOf(pid), database: sharesOf(descendantsOf(pid).filter(child => nameOf(child).includes('postgres'))) }
}

/** Milliseconds of processor time that a running program and its database have used so far, also those of its connections that have ended. */
export function cpuOf(pid: number): { readonly program: number; readonly database: number } {
  return { program: ticksOf(pid, 2), database: descendantsOf(pid).filter(child => nameOf(child).includes('postgres')).reduce((sum, child) => sum + ticksOf(child, 4), 0) }
}

/** Of user and system, and with `fields` 4 also of children that were waited for; a tick is 10 ms on Linux. */
function ticksOf(pid: number, fields: 2 | 4): number {
  const after = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return after.slice(11, 11 + fields).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
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

/** Resident memory, MB. */
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
