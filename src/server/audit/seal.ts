import { sql } from 'kysely'
import { type Db } from '../../engines/context.ts'
import { chainBegin } from './file.ts'
import { linkHash, type Stored } from './trail.ts'

const BATCH = 2000

/**
 * Closes the chain over what has been written since the last time, a batch for each district; answers how many entries
 * were linked. Runs as the owner, beside the writers: it takes only committed entries, and a lock that keeps a second
 * program from doing the same. Entries are linked in the order they are found, which need not be the order of their
 * times: one that commits late is linked late.
 */
export async function seal(db: Db): Promise<number> {
  return db.transaction().execute(async tx => {
    const lock = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtext('opendistrict.audit.seal')) taken`.execute(tx)
    if (!lock.rows[0]?.taken) return 0
    const open = await sql<Stored>`
      select e.* from audit.entry e
      where not exists (select from audit.link l where l.district = e.district and l.entry = e.id)
      order by e.district, e.id limit ${BATCH}`.execute(tx)
    for (const [district, entries] of Map.groupBy(open.rows, e => e.district)) {
      const last = await tx.selectFrom('audit.link').select(['seq', 'hash']).where('district', '=', district).orderBy('seq', 'desc').limit(1).executeTakeFirst()
      let { seq, hash } = last ?? await chainBegin(tx, district)
      const links = entries.map(entry => ({ district, seq: ++seq, entry: entry.id, hash: (hash = linkHash(hash, entry)) }))
      await tx.insertInto('audit.link').values(links).execute()
      await tx.insertInto('audit.seal').values({ district, seq, hash, entries: links.length, sealed_at: new Date().toISOString() }).execute()
    }
    return open.rows.length
  })
}
