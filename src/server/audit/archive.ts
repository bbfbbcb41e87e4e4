import { createHash } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Db } from '../../engines/context.ts'
import { type District } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Instant } from '../../kernel/time.ts'
import { chainBegin, linesOf, verifyLines } from './file.ts'
import { writeEntry } from './trail.ts'

/** The Cybersecurity Law lets nobody keep records of the network for less (old article 21): six months. */
export const leastMonths = 6

export type Archived = { readonly district: District; readonly file: string; readonly entries: number; readonly seq: number; readonly hash: string; readonly sha256: string }

/**
 * Moves the beginning of a district's trail, as far as it is older than so many months, into a new file, and keeps the hash at
 * its end, on which the rest of the chain hangs. Nothing is deleted before the file was written, read again and verified; nothing
 * is ever archived by itself. That it was done stands in the trail.
 */
export async function archiveTrail(db: Db, district: District, file: string, keepMonths: number, now: Instant): Promise<Result<Archived, 'keep-longer' | 'nothing-to-archive'>> {
  if (keepMonths < leastMonths) return refuse('keep-longer', { months: leastMonths })
  const cutoff = new Date(now)
  cutoff.setUTCMonth(cutoff.getUTCMonth() - keepMonths)
  return db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('opendistrict.audit.seal'))`.execute(tx) // the chain stands still meanwhile
    const begin = await chainBegin(tx, district)
    const { rows: [span] } = await sql<{ to: number | null; first: Instant | null; last: Instant | null }>`
      with old as (
        select l.seq, e.at from audit.link l join audit.entry e on e.district = l.district and e.id = l.entry where l.district = ${district}
          and l.seq < coalesce((select min(y.seq) from audit.link y join audit.entry z on z.district = y.district and z.id = y.entry where y.district = ${district} and z.at >= ${cutoff.toISOString()}), 9223372036854775807))
      select max(seq) as "to", min(at) as first, max(at) as last from old`.execute(tx)
    if (!span || span.to === null || span.first === null || span.last === null) return refuse('nothing-to-archive')
    const sha256 = await writeLines(file, linesOf(tx, district, begin.seq + 1, span.to))
    const found = verifyLines(await readFile(file, 'utf8'))
    if (found.fault || found.end?.seq !== span.to) {
      await rm(file)
      throw new Error(`The trail does not hold at ${JSON.stringify(found.fault)}; nothing was archived. Run "audit verify".`)
    }
    const archived = { district, seq: span.to, hash: found.end.hash, entries: found.entries }
    await tx.insertInto('audit.archive').values({ ...archived, first_at: span.first, last_at: span.last, file_name: basename(file), file_sha256: sha256, archived_at: now }).execute()
    await sql`delete from audit.entry e using audit.link l where l.district = e.district and l.entry = e.id and e.district = ${district} and l.seq <= ${span.to}`.execute(tx)
    await sql`delete from audit.link where district = ${district} and seq <= ${span.to}`.execute(tx)
    await sql`delete from audit.seal where district = ${district} and seq <= ${span.to}`.execute(tx)
    await writeEntry(tx, { id: v7(), district, at: now, person: null, actor: '命令行 command line', requestId: 'cli' }, { verb: 'audit.archived', thing: 'district', thingId: String(district), detail: { entries: found.entries, until: span.last, keepMonths, file: basename(file), sha256, hash: archived.hash } })
    return ok({ ...archived, file, sha256 })
  }).catch(async (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await rm(file, { force: true }) // what was begun here
    throw error
  })
}

/** Writes a file that is not there yet, to the disk; answers its sha256. */
async function writeLines(path: string, lines: AsyncIterable<string>): Promise<string> {
  const handle = await open(path, 'wx', 0o600)
  const sum = createHash('sha256')
  try {
    for await (const line of lines) {
      sum.update(`${line}\n`)
      await handle.write(`${line}\n`)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return sum.digest('hex')
}
