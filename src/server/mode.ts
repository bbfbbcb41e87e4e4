import { type Client } from 'pg'
import { z } from 'zod'
import { PlainFailure } from './plain-failure.ts'

/** What a database is for, decided when it is new and never changed. */
export const Mode = z.enum(['demo', 'live'])
export type Mode = z.infer<typeof Mode>

/**
 * Marks a new database with the mode the program was started in, and refuses every other mode from then on: one click
 * can never sign anybody in where real people work, and real work never begins on generated people. To be called before
 * the migrations, because a database without any is a new one.
 */
export async function settleMode(client: Client, wanted: Mode): Promise<void> {
  const mode = (await loadMode(client)) ?? (await isNew(client) ? await markMode(client, wanted) : await markMode(client, 'live'))
  if (mode === wanted) return
  throw wanted === 'demo'
    ? new PlainFailure({
        zh: '这个数据库用于正式工作，不能以演示模式打开。请设置 OPENDISTRICT_DEMO=off，或另设 OPENDISTRICT_DATA 或 DATABASE_URL。',
        en: 'This database is for real work and cannot be opened in demo mode. Set OPENDISTRICT_DEMO=off, or another OPENDISTRICT_DATA or DATABASE_URL.',
      })
    : new PlainFailure({
        zh: '这个数据库是演示数据库，不能用于正式工作。请设置 OPENDISTRICT_DEMO=on，或另设 OPENDISTRICT_DATA 或 DATABASE_URL。',
        en: 'This is a demo database and cannot be used for real work. Set OPENDISTRICT_DEMO=on, or another OPENDISTRICT_DATA or DATABASE_URL.',
      })
}

const Rows = z.array(z.object({ mode: Mode }))

/** Null: the database carries no mark. */
export async function loadMode(client: Client): Promise<Mode | null> {
  const { rowCount } = await client.query(`select where to_regclass('public.installation') is not null`)
  if (rowCount === 0) return null
  const { rows } = await client.query('select mode from public.installation')
  return Rows.parse(rows)[0]?.mode ?? null
}

async function isNew(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(`select where to_regclass('public.migration') is null`)
  return rowCount === 1
}

/** Answers the mark that holds: another program may have been faster. */
export async function markMode(client: Client, mode: Mode): Promise<Mode> {
  await client.query(`select pg_advisory_lock(hashtext('opendistrict.migrate'))`)
  try {
    await client.query(`create table if not exists public.installation (only_one boolean primary key default true check (only_one), mode text not null check (mode in ('demo', 'live')), since timestamptz not null default now())`)
    await client.query('insert into public.installation (mode) values ($1) on conflict do nothing', [mode])
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('opendistrict.migrate'))`)
  }
  return (await loadMode(client)) ?? mode
}
