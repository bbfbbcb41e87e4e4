import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestProject } from 'vitest/node'

/** Keeps a folder for what the first start of the program makes, for as long as the tests run. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'opendistrict-first-starts-'))
  provide('firstStarts', folder)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
}
