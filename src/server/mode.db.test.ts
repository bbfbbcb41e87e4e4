import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, createDatabase, testCluster, type TestDatabase, withClient } from '../../testkit/cluster.ts'
import { migrate } from './database/migrate.ts'
import { loadMode, settleMode } from './mode.ts'

let cluster: Cluster
const made: TestDatabase[] = []
beforeAll(async () => {
  cluster = await testCluster()
})
afterAll(async () => {
  for (const database of made) await database.drop()
  await cluster.stop()
})

async function newDatabase(): Promise<string> {
  const database = await createDatabase(cluster, 'mode')
  made.push(database)
  return database.url
}

test('a database that began with real work refuses demo mode for ever', async () => {
  await withClient(await newDatabase(), async (client) => {
    await settleMode(client, 'live')
    await migrate(client)
    await settleMode(client, 'live')
    await expect(settleMode(client, 'demo')).rejects.toThrow('cannot be opened in demo mode')
    expect(await loadMode(client)).toBe('live')
  })
})

test('a demo database refuses real work', async () => {
  await withClient(await newDatabase(), async (client) => {
    await settleMode(client, 'demo')
    await settleMode(client, 'demo')
    await expect(settleMode(client, 'live')).rejects.toThrow('cannot be used for real work')
  })
})

test('a database that was migrated and carries no mark counts as real work', async () => {
  await withClient(await newDatabase(), async (client) => {
    await migrate(client)
    await expect(settleMode(client, 'demo')).rejects.toThrow('cannot be opened in demo mode')
  })
})

test('of two programs that open a new database in different modes one is refused', async () => {
  const url = await newDatabase()
  const tries = await Promise.allSettled((['demo', 'live'] as const).map((mode) => withClient(url, (client) => settleMode(client, mode))))
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
