import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessionSecret } from './secret.ts'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opendistrict-secret-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('the operator\'s secret is used and nothing is written', async () => {
  expect(await sessionSecret({ secret: 'given', dataDir })).toBe('given')
  expect(await readdir(dataDir)).toEqual([])
})

test('otherwise one is generated once, for the owner\'s eyes only, also where several programs start together', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => sessionSecret({ secret: null, dataDir })))
  expect(new Set(all).size).toBe(1)
  expect(all[0]?.length).toBeGreaterThanOrEqual(32)
  expect(await sessionSecret({ secret: null, dataDir })).toBe(all[0])
  expect(await readdir(dataDir)).toEqual(['session-secret'])
  expect((await stat(join(dataDir, 'session-secret'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(dataDir, 'session-secret'), 'utf8')).toBe(`${all[0]}\n`)
})

test('a secret that others can read or that was cut off is not used', async () => {
  await sessionSecret({ secret: null, dataDir })
  await chmod(join(dataDir, 'session-secret'), 0o644)
  await expect(sessionSecret({ secret: null, dataDir })).rejects.toThrow('Other users can read')
  await chmod(join(dataDir, 'session-secret'), 0o600)
  await writeFile(join(dataDir, 'session-secret'), 'short')
  await expect(sessionSecret({ secret: null, dataDir })).rejects.toThrow('is incomplete')
})
