import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config } from './config.ts'

const FILE = 'session-secret'

/**
 * The secret that sessions are signed with: the operator's, else one generated at the first start and kept in the data
 * folder for its owner alone. There is none in the source, so no two installations share one.
 */
export async function sessionSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): Promise<string> {
  if (secret !== null) return secret
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, FILE)
  const kept = await readKept(path)
  if (kept !== undefined) return kept
  await writeOnce(path, `${randomBytes(32).toString('base64url')}\n`)
  const written = await readKept(path)
  if (written === undefined) throw new Error(`${path} 写入后无法读取。 ${path} could not be read after it was written.`)
  return written
}

async function readKept(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { mode } = await stat(path)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`会话密钥文件 ${path} 可被其他用户读取，请删除后重新启动（所有人需重新登录）。 Other users can read the session secret in ${path}. Delete it and start again (everybody must sign in anew).`)
  }
  if (text.trim().length < 32) throw new Error(`会话密钥文件 ${path} 不完整，请删除后重新启动。 The session secret in ${path} is incomplete. Delete it and start again.`)
  return text.trim()
}

/** Whole or not at all, and never over one that another program has just written. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
}
