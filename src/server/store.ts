import pg from 'pg'
import { type Label } from '../kernel/label.ts'
import { type Config } from './config.ts'
import { type Opened, openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { settleMode } from './mode.ts'
import { joinPostgres, startPostgres } from './postgres/launcher.ts'

/** The database of this program, migrated and open. `lost` tells that the server went away by itself. */
export type Store = Opened & { readonly url: string; readonly lost: Promise<Error> }

export type Progress = (text: Label) => void

/**
 * Opens the database that the settings name. With `join`, a command may work beside a running program on the same data
 * folder; the program itself never does, because it must be the one that stops the server.
 */
export async function openStore(config: Config, progress: Progress, options: { readonly join: boolean; readonly onFault?: (error: Error) => void }): Promise<Store> {
  const server = await reach(config, progress, options.join)
  try {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    try {
      await settleMode(client, config.demo ? 'demo' : 'live')
      const ran = await migrate(client)
      if (ran.length > 0) progress({ zh: `数据库已升级（${ran.length} 步）`, en: `Database brought up to date (${ran.length} steps)` })
    } finally {
      await client.end()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
  const opened = openDatabase(server.url, options.onFault ? { onFault: options.onFault } : {})
  return {
    ...opened,
    url: server.url,
    lost: server.lost,
    close: async () => {
      await opened.close()
      await server.stop()
    },
  }
}

type Server = { readonly url: string; readonly lost: Promise<Error>; stop(): Promise<void> }

/** The server to work on: the operator's own, which nobody stops, or the one that comes with the program. */
export async function reach(config: Config, progress: Progress, join: boolean): Promise<Server> {
  if (config.databaseUrl) return { url: config.databaseUrl, lost: new Promise(() => {}), stop: async () => {} }
  return (join ? joinPostgres : startPostgres)({ dataDir: config.dataDir, onProgress: progress })
}
