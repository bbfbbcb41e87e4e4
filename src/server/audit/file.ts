import { sql } from 'kysely'
import { z } from 'zod'
import { type Db, type Tx } from '../../engines/context.ts'
import { type District } from '../../kernel/id.ts'
import { addDays, type Day, endOfDay } from '../../kernel/time.ts'
import { chainRoot, linkHash, type Stored } from './trail.ts'

/**
 * A part of the trail as a file, one JSON value a line: what it is and the hash it hangs on; each entry with its place and its
 * hash, in the order of the chain; where it ends. Whoever has the file can work out every hash again: sha256 over the JSON text
 * of [hash before, district, id, at, person, actor, unit, verb, thing, thing_id, detail with its keys sorted, request_id].
 */
const Head = z.object({ opendistrict: z.literal('trail'), version: z.literal(1), district: z.int(), after: z.object({ seq: z.int(), hash: z.string() }) })
const Line = z.object({ seq: z.int(), hash: z.string(), entry: z.object({ id: z.string(), at: z.string(), person: z.string().nullable(), actor: z.string(), unit: z.string().nullable(), verb: z.string(), thing: z.string(), thing_id: z.string(), detail: z.unknown(), request_id: z.string() }) })
const Tail = z.object({ end: z.object({ seq: z.int(), hash: z.string(), entries: z.int() }) })

export type Place = { readonly seq: number; readonly hash: string }

/** The last archived place of a district's chain; its root where nothing was archived. */
export async function chainBegin(db: Db | Tx, district: District): Promise<Place> {
  return (await db.selectFrom('audit.archive').select(['seq', 'hash']).where('district', '=', district).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? { seq: 0, hash: chainRoot }
}

/** The lines of a file with the linked entries from one place to another, both included. */
export async function* linesOf(db: Db | Tx, district: District, from: number, to: number): AsyncGenerator<string> {
  const before = await db.selectFrom('audit.link').select(['seq', 'hash']).where('district', '=', district).where('seq', '=', from - 1).executeTakeFirst()
  const after = before ?? await chainBegin(db, district)
  yield JSON.stringify({ opendistrict: 'trail', version: 1, district, after } satisfies z.input<typeof Head>)
  let end: Place = after, entries = 0
  while (end.seq < to) {
    const { rows } = await sql<Stored & { readonly seq: number; readonly hash: string }>`
      select l.seq, l.hash, e.* from audit.link l join audit.entry e on e.district = l.district and e.id = l.entry
      where l.district = ${district} and l.seq > ${end.seq} and l.seq <= ${to} order by l.seq limit 2000`.execute(db)
    if (rows.length === 0) break
    for (const { seq, hash, id, at, person, actor, unit, verb, thing, thing_id, detail, request_id } of rows) {
      yield JSON.stringify({ seq, hash, entry: { id, at, person, actor, unit, verb, thing, thing_id, detail, request_id } } satisfies z.input<typeof Line>)
      end = { seq, hash }
      entries += 1
    }
  }
  yield JSON.stringify({ end: { ...end, entries } } satisfies z.input<typeof Tail>)
}

/** Places in the chain between which all linked entries of a period lie; null where there are none. */
export async function placesOf(db: Db | Tx, district: District, period: { readonly from?: Day | undefined; readonly to?: Day | undefined }): Promise<{ readonly from: number; readonly to: number } | null> {
  const { rows } = await sql<{ from: number | null; to: number | null }>`
    select min(l.seq) as "from", max(l.seq) as "to" from audit.link l join audit.entry e on e.district = l.district and e.id = l.entry
    where l.district = ${district} ${period.from ? sql`and e.at > ${endOfDay(addDays(period.from, -1))}` : sql``} ${period.to ? sql`and e.at <= ${endOfDay(period.to)}` : sql``}`.execute(db)
  const [found] = rows
  return found && found.from !== null && found.to !== null ? { from: found.from, to: found.to } : null
}

/** What a file says of itself and whether it holds: `fault` names the first line that does not, counted from 1. */
export type FileVerdict = { readonly district: number | null; readonly entries: number; readonly after: Place | null; readonly end: Place | null; readonly fault: { readonly line: number; readonly what: 'unreadable' | 'missing-link' | 'changed' | 'cut-off' } | null }

/** Works every hash of a file out again. Needs nothing but the file. */
export function verifyLines(text: string): FileVerdict {
  const lines = text.split('\n').filter(line => line !== '')
  const head = parsed(Head, lines[0])
  if (!head) return { district: null, entries: 0, after: null, end: null, fault: { line: 1, what: 'unreadable' } }
  let { seq, hash } = head.after
  const verdict = (fault: FileVerdict['fault'], entries: number): FileVerdict => ({ district: head.district, entries, after: head.after, end: { seq, hash }, fault })
  for (const [i, text] of lines.slice(1).entries()) {
    const tail = parsed(Tail, text)
    if (tail) return verdict(i + 3 > lines.length && tail.end.seq === seq && tail.end.hash === hash && tail.end.entries === i ? null : { line: i + 2, what: 'cut-off' }, i)
    const line = parsed(Line, text)
    if (!line) return verdict({ line: i + 2, what: 'unreadable' }, i)
    if (line.seq !== seq + 1) return verdict({ line: i + 2, what: 'missing-link' }, i)
    if (linkHash(hash, { ...line.entry, detail: line.entry.detail, district: head.district }) !== line.hash) return verdict({ line: i + 2, what: 'changed' }, i)
    seq = line.seq
    hash = line.hash
  }
  return verdict({ line: lines.length + 1, what: 'cut-off' }, lines.length - 1)
}

function parsed<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text ?? ''))
    return read.success ? read.data : null
  } catch {
    return null // no JSON, so no line of ours
  }
}
