import { rm } from 'node:fs/promises'
import { startProgram, temporaryFolder } from '../e2e/program.ts'
import { memoryOf } from './process.ts'
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
  look?.(memoryOf(program.pid))
  await program.stop()
  return seconds
}
