import pg from 'pg'
import { migrations } from '../server/database/migrate.ts'
import { withStore } from './open.ts'

/** `opendistrict migrate`: opening the database brings it up to date; this tells what is in it then. */
export async function migrateCommand(options: { readonly json?: boolean }): Promise<void> {
  const known = await migrations()
  const done = await withStore(async store => {
    const client = new pg.Client({ connectionString: store.url })
    await client.connect()
    try {
      return (await client.query<{ id: string; at: string }>('select id, at::text from public.migration order by at, id')).rows
    } finally {
      await client.end()
    }
  })
  if (options.json) console.log(JSON.stringify({ migrations: done }, null, 2))
  else console.log(`数据库已是最新：${done.length} / ${known.length} 步。 The database is up to date: ${done.length} of ${known.length} steps.`)
}
