import { randomBytes } from 'node:crypto'
import { lchown, open, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account } from './account.ts'

/**
 * The path by which the server finds its data. Another user may have no right to pass through the folders above (a
 * home with mode 700), but Linux lets every process reach its own working folder under this name without looking at
 * them. So the data stays where it was asked for, and no folder has to be opened to others.
 */
export function pathFor(clusterDir: string, account: Account | undefined): string {
  return account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : clusterDir
}

/**
 * Written whole or not at all, and as a new file: where the folder belongs to the server's user, that user could have
 * put a link there for root to write through.
 */
export async function replaceFile(path: string, text: string, account: Account | undefined): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    if (account !== undefined) await handle.chown(account.uid, account.gid)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, path)
}

export async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account !== undefined) await lchown(path, account.uid, account.gid)
}

/** Data that root has copied belongs to root: hands everything to the server's user. */
export async function handOver(clusterDir: string, account: Account | undefined): Promise<void> {
  if (account === undefined || (await stat(clusterDir)).uid === account.uid) return
  for (const entry of await readdir(clusterDir, { recursive: true, withFileTypes: true })) await giveTo(join(entry.parentPath, entry.name), account)
  await giveTo(clusterDir, account)
}

/** Makes names that were added to a folder survive a power cut. */
export async function flush(dir: string): Promise<void> {
  // Windows cannot open folders, and keeps their entries by itself.
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
