import { sql } from 'kysely'
import { type Db, type Tx } from '../../engines/context.ts'
import { type District } from '../../kernel/id.ts'
import { chainBegin } from './file.ts'
import { linkHash, type Stored } from './trail.ts'

/** What is wrong with the first broken entry, or null where the chain holds. */
export type Breach = { readonly district: number; readonly seq: number; readonly entry: string | null; readonly what: 'missing-link' | 'missing-entry' | 'changed' | 'cut-off' | 'seal-differs' }

export type Verification = { readonly entries: number; readonly open: number; readonly heads: readonly { readonly district: number; readonly seq: number; readonly hash: string }[]; readonly breach: Breach | null }

type Row = Stored & { readonly seq: number; readonly hash: string; readonly entry: string; readonly stored: string | null; readonly link_district: number }
const PAGE = 5000

/** Walks the whole trail from its beginning and stops at the first entry that was changed, removed or put in: of all districts as the owner, of one as its auditor. */
export async function verify(db: Db | Tx, only?: District): Promise<Verification> {
  const all = await sql<{ district: number }>`select distinct district from audit.link union select distinct district from audit.seal union select distinct district from audit.archive order by 1`.execute(db)
  const districts = { rows: all.rows.filter(row => only === undefined || row.district === only) }
  const open = await sql<{ n: number }>`select count(*) n from audit.entry e where not exists (select from audit.link l where l.district = e.district and l.entry = e.id)`.execute(db)
  const heads: { district: number; seq: number; hash: string }[] = []
  let entries = 0
  for (const { district } of districts.rows) {
    const chain = await verifyChain(db, district)
    entries += chain.seq
    if (chain.breach) return { entries, open: open.rows[0]?.n ?? 0, heads, breach: chain.breach }
    heads.push({ district, seq: chain.seq, hash: chain.hash })
  }
  return { entries, open: open.rows[0]?.n ?? 0, heads, breach: null }
}

async function verifyChain(db: Db | Tx, district: number): Promise<{ seq: number; hash: string; breach: Breach | null }> {
  const seals = new Map((await db.selectFrom('audit.seal').select(['seq', 'hash']).where('district', '=', district).execute()).map(s => [s.seq, s.hash]))
  // What was archived is verified by its file; here the chain goes on from its end.
  let { seq, hash } = await chainBegin(db, district)
  for (;;) {
    const { rows } = await sql<Row>`
      select l.seq, l.hash, l.entry, l.district as link_district, e.id as stored, e.* from audit.link l
      left join audit.entry e on e.district = l.district and e.id = l.entry
      where l.district = ${district} and l.seq > ${seq} order by l.seq limit ${PAGE}`.execute(db)
    for (const row of rows) {
      const what = row.seq !== seq + 1 ? 'missing-link' : row.stored === null ? 'missing-entry' : linkHash(hash, { ...row, id: row.stored }) !== row.hash ? 'changed' : null
      if (what) return { seq, hash, breach: { district, seq: seq + 1, entry: what === 'missing-link' ? null : row.entry, what } }
      seq = row.seq
      hash = row.hash
      const sealed = seals.get(seq)
      if (sealed !== undefined && sealed !== hash) return { seq, hash, breach: { district, seq, entry: row.entry, what: 'seal-differs' } }
      seals.delete(seq)
    }
    if (rows.length < PAGE) break
  }
  const beyond = Math.min(...seals.keys())
  return { seq, hash, breach: Number.isFinite(beyond) ? { district, seq: seq + 1, entry: null, what: 'cut-off' } : null }
}
