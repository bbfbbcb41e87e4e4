import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readAccess, USER } from './cluster.ts'
import { findRunning } from './process.ts'

/** The url of the server that another program runs on this data folder at the moment; null where none runs. */
export async function joinPostgres(dataDir: string): Promise<string | null> {
  const clusterDir = join(await realpath(dataDir).catch(() => dataDir), 'postgres')
  const running = await findRunning(clusterDir)
  if (!running) return null
  const { password } = await readAccess(clusterDir)
  return `postgres://${USER}:${password}@127.0.0.1:${running.port}/opendistrict`
}
