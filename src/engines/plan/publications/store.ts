import { sql } from 'kysely'
import { z } from 'zod'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Light } from '../../../kernel/light.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type Happened, HeldBack, type Publication, PublicationEvent, publicationOf, Snapshot } from '../domain/publication/publication.ts'

type EventRecord = { readonly publication: Id; readonly event: unknown; readonly person: Id; readonly by_name: string; readonly at: Instant }

function happened(row: EventRecord): Happened {
  return { event: PublicationEvent.parse(row.event), person: row.person, by: row.by_name, at: row.at }
}

async function findEvents(tx: Tx, district: District, publications: readonly Id[]): Promise<ReadonlyMap<Id, readonly Happened[]>> {
  if (publications.length === 0) return new Map()
  const rows = await tx.selectFrom('plan.publication_event').select(['publication', 'event', 'person', 'by_name', 'at']).where('district', '=', district).where(sql<boolean>`publication = any (${publications}::uuid[])`).orderBy('seq').execute()
  return new Map([...Map.groupBy(rows, row => row.publication)].map(([id, events]) => [id, events.map(happened)]))
}

async function folded(tx: Tx, district: District, rows: readonly { readonly id: Id; readonly year: number }[]): Promise<Publication[]> {
  const events = await findEvents(tx, district, rows.map(row => row.id))
  return rows.flatMap(row => publicationOf(row.id, row.year, events.get(row.id) ?? []) ?? [])
}

export type Kept = { readonly publication: Publication; readonly history: readonly Happened[]; readonly snapshot: Snapshot; readonly heldBack: readonly HeldBack[] }

/** A publication with what was frozen. Its row is taken for a change where `change` says so. */
export async function loadPublication(tx: Tx, district: District, id: Id, change = false): Promise<Kept | null> {
  const row = await tx.selectFrom('plan.publication').select(['id', 'year', 'snapshot', 'held_back']).where('district', '=', district).where('id', '=', id).$if(change, q => q.forUpdate()).executeTakeFirst()
  if (!row) return null
  const history = (await findEvents(tx, district, [id])).get(id) ?? []
  const publication = publicationOf(id, row.year, history)
  return publication && { publication, history, snapshot: Snapshot.parse(row.snapshot), heldBack: z.array(HeldBack).parse(row.held_back) }
}

/** Publications, the newest first, of a year or of all. */
export async function findPublications(tx: Tx, district: District, filter: { readonly year?: number; readonly after?: Id | undefined; readonly limit: number }): Promise<{ readonly total: number; readonly rows: Publication[] }> {
  const all = tx.selectFrom('plan.publication').where('district', '=', district).$if(filter.year !== undefined, q => q.where('year', '=', filter.year ?? 0))
  const { n } = await all.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await all.select(['id', 'year']).$if(filter.after !== undefined, q => q.where('id', '<', filter.after ?? '')).orderBy('id', 'desc').limit(filter.limit).execute()
  return { total: n, rows: await folded(tx, district, rows) }
}

/** The one that waits for approval, if any. */
export async function findWaiting(tx: Tx, district: District, year: number): Promise<Publication | null> {
  const rows = await tx.selectFrom('plan.publication').select(['id', 'year']).where('district', '=', district).where('year', '=', year).where('state', '=', 'waiting').execute()
  return (await folded(tx, district, rows))[0] ?? null
}

/** The number that the next publication of a year gets. Numbers of withdrawn ones are not given again. */
export async function nextNumber(tx: Tx, district: District, year: number): Promise<number> {
  const row = await tx.selectFrom('plan.publication').select(eb => eb.fn.max('number').as('last')).where('district', '=', district).where('year', '=', year).executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertPublication(tx: Tx, district: District, kept: Pick<Kept, 'publication' | 'snapshot' | 'heldBack'>): Promise<void> {
  const { id, year, state, preparedBy, preparedAt } = kept.publication
  await tx.insertInto('plan.publication').values({ district, id, year, number: null, state, snapshot: JSON.stringify(kept.snapshot), held_back: JSON.stringify(kept.heldBack), prepared_by: preparedBy, prepared_at: preparedAt }).execute()
}

/** Saves the folded state if nobody saved since `seen`. */
export async function savePublication(tx: Tx, district: District, { id, number, state, publicAt, version }: Publication, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('plan.publication').set({ number, state, public_at: publicAt, version }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Appends an event; `seq` is the version that it leads to. */
export async function appendEvent(tx: Tx, district: District, row: Happened & { readonly id: Id; readonly publication: Id; readonly seq: number }): Promise<void> {
  await tx.insertInto('plan.publication_event').values({ district, id: row.id, publication: row.publication, seq: row.seq, at: row.at, person: row.person, by_name: row.by, event: JSON.stringify(row.event) }).execute()
}

/** A number that was given to the public, with its content where it still stands. */
export type Issue = { readonly id: Id; readonly year: number; readonly number: number; readonly state: 'public' | 'withdrawn'; readonly publicAt: Instant }

/** Every publication that became public, the latest year first and within it the latest number. Nothing that only waits is among them. */
export async function findIssues(tx: Tx, district: District): Promise<Issue[]> {
  const { rows } = await sql<Issue>`
    select id, year, number, state, public_at as "publicAt" from plan.publication
    where district = ${district} and state in ('public', 'withdrawn') and number is not null order by year desc, number desc limit 1000`.execute(tx)
  return rows
}

/** What an issue says to the public; null where it is not, or no longer, public. */
export async function loadPublicSnapshot(tx: Tx, district: District, id: Id): Promise<Snapshot | null> {
  const row = await tx.selectFrom('plan.publication').select('snapshot').where('district', '=', district).where('id', '=', id).where('state', '=', 'public').executeTakeFirst()
  return row ? Snapshot.parse(row.snapshot) : null
}

/** How a promise stood in an issue that still stands. */
export type Stood = { readonly year: number; readonly number: number; readonly publicAt: Instant; readonly light: Light; readonly figure: number | null; readonly period: string | null; readonly unit: string }

/** A promise through all issues, the latest year first and within it the latest number. Its key is the same in every year. */
export async function findStood(tx: Tx, district: District, key: string): Promise<Stood[]> {
  const { rows } = await sql<Stood>`
    select p.year, p.number, p.public_at as "publicAt", line ->> 'light' as light, (line ->> 'figure')::float8 as figure, line ->> 'period' as period, line ->> 'unit' as unit
    from plan.publication p, jsonb_array_elements(p.snapshot -> 'lines') line
    where p.district = ${district} and p.state = 'public' and line ->> 'key' = ${key}
    order by p.year desc, p.number desc limit 200`.execute(tx)
  return rows
}

/** How many figures of periods that end in a year nobody has approved yet, by indicator and unit. */
export async function findNotApproved(tx: Tx, district: District, year: number): Promise<{ indicator: Id; unit: Id; figures: number }[]> {
  const { rows } = await sql<{ indicator: Id; unit: Id; figures: number }>`
    select indicator, unit, count(*)::int as figures from indicators.v_figure
    where district = ${district} and ends_on between ${`${year}-01-01`} and ${`${year}-12-31`} and status in ('draft', 'submitted')
    group by indicator, unit`.execute(tx)
  return rows
}
