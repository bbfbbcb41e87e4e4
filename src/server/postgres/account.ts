import { readFile, stat } from 'node:fs/promises'
import { codeOf, failure } from './failure.ts'

/** The user of the operating system that the database server runs as. */
export type Account = { readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root. Where the program runs as root, the server runs as the owner of the data if that
 * is an ordinary user already, else as the first of these that the machine has. `nobody` comes last, because other
 * services may run as nobody too and would share the right to read the files.
 */
const UNPRIVILEGED = ['opendistrict', 'postgres', 'nobody']

/** Undefined means: as whoever runs the program. */
export async function serverAccount(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await ownerOf(clusterDir)
  if (owner !== undefined && owner.uid !== 0) return owner
  const accounts = await unprivilegedAccounts()
  const first = UNPRIVILEGED.map((name) => accounts.get(name)).find((account) => account !== undefined)
  if (first !== undefined) return first
  throw failure(
    `程序以 root 身份运行，而数据库服务器不能以 root 身份运行；本机没有 ${UNPRIVILEGED.join('、')} 用户可供它使用。请新建其中一个用户，或以普通用户身份运行本程序。`,
    `The program runs as root, the database server must not, and this machine has none of the users ${UNPRIVILEGED.join(', ')} to run it as. Create one of them, or run the program as an ordinary user.`,
  )
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { uid, gid }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Node can look up no users by name; the file has the same form on every Unix. */
async function unprivilegedAccounts(): Promise<ReadonlyMap<string, Account>> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [name, , uid, gid] = line.split(':')
      const account = { uid: Number(uid), gid: Number(gid) }
      return name && account.uid > 0 && account.gid > 0 ? [[name, account] as const] : []
    }),
  )
}
