import pg from 'pg'

/** Can this server be brought back to any moment? What it says of its archiving of the write-ahead log. */
export type PointInTime = {
  /** Is every segment of the log kept elsewhere, and did the last try succeed? */
  readonly possible: boolean
  readonly archiving: boolean
  readonly level: string
  /** Up to here, at the least, the log is kept: how far back an accident may lie and what would be lost. */
  readonly lastArchivedAt: string | null
  readonly lastFailedAt: string | null
  readonly failures: number
}

/** Asks a PostgreSQL server. The one that comes with the program archives no log; an operator's own may. */
export async function pointInTime(url: string): Promise<PointInTime> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: [found] } = await client.query<{ mode: string; level: string; command: string; library: string; archived: Date | null; failed: Date | null; failures: string }>(`
      select current_setting('archive_mode') as mode, current_setting('wal_level') as level, coalesce(current_setting('archive_command', true), '') as command, coalesce(current_setting('archive_library', true), '') as library,
             last_archived_time as archived, last_failed_time as failed, failed_count::text as failures from pg_stat_archiver`)
    if (!found) throw new Error('The server tells nothing of its archiver')
    const archiving = found.mode !== 'off' && found.level !== 'minimal' && ((found.command !== '' && found.command !== '(disabled)') || found.library !== '')
    const sound = found.archived !== null && (found.failed === null || found.failed < found.archived)
    return { possible: archiving && sound, archiving, level: found.level, lastArchivedAt: found.archived?.toISOString() ?? null, lastFailedAt: found.failed?.toISOString() ?? null, failures: Number(found.failures) }
  } finally {
    await client.end()
  }
}
