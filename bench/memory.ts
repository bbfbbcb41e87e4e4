import { readFileSync, readdirSync } from 'node:fs'

/** What a running program and its database hold in memory, MB; not a number where the system has no /proc. */
export function memoryOf(pid: number): { readonly program: number; readonly database: number } {
  return { program: residentOf(pid), database: sharesOf(descendantsOf(pid).filter(child => nameOf(child).includes('postgres'))) }
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
