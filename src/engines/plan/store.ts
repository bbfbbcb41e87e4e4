import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { latestProgress } from './domain/tree.ts'
import { type Commitment, CommitmentEvent, type Progress } from './schema.ts'

/** A commitment without its progress, which is read from its history where it is needed. */
export type Stored = Omit<Commitment, 'progress'>

const columns = sql.raw('c.id, c.year, c.parent, c.kind, c.position, c.title, c.verb, c.strength, c.due_on as "dueOn", c.lead_unit as "leadUnit", c.co_units as "coUnits", c.target, c.source, c.origin, c.version')

async function find(tx: Tx, district: District, where: RawBuilder<unknown>, limit = 10_000): Promise<Stored[]> {
  const { rows } = await sql<Stored>`select ${columns} from plan.commitment c where c.district = ${district} and ${where} order by c.position, c.id limit ${limit}`.execute(tx)
  return rows
}

/** Adds the progress that people entered. */
async function withProgress(tx: Tx, district: District, stored: readonly Stored[]): Promise<Commitment[]> {
  const ids = stored.map(c => c.id)
  const { rows } = await sql<{ commitment: Id; event: unknown }>`
    select e.commitment, e.event from plan.event e join plan.commitment c on c.district = e.district and c.id = e.commitment
    where e.district = ${district} and e.commitment = any (${ids}::uuid[]) and c.share is not null and e.event ->> 'kind' = 'progressed' order by e.seq`.execute(tx)
  const progress = Map.groupBy(rows, row => row.commitment)
  return stored.map(commitment => ({ ...commitment, progress: (progress.get(commitment.id) ?? []).flatMap(row => progressIn(row.event)) }))
}

function progressIn(event: unknown): Progress[] {
  const parsed = CommitmentEvent.parse(event)
  return parsed.kind === 'progressed' ? [parsed.progress] : []
}

export async function loadCommitment(tx: Tx, district: District, id: Id): Promise<Commitment | null> {
  return (await withProgress(tx, district, await find(tx, district, sql`c.id = ${id}`, 1)))[0] ?? null
}

/** Every commitment of a year, in the order of the tree within each parent. */
export async function findCommitments(tx: Tx, district: District, year: number): Promise<Commitment[]> {
  return withProgress(tx, district, await find(tx, district, sql`c.year = ${year}`))
}

/** Tasks and measures that no target measures, of all years or by id, with their progress: what is followed by its words. */
export async function findUnmeasured(tx: Tx, district: District, ids?: readonly Id[]): Promise<Commitment[]> {
  return withProgress(tx, district, await find(tx, district, sql`c.target is null and c.kind <> 'chapter' ${ids ? sql`and c.id = any (${ids}::uuid[])` : sql``}`))
}

export type CommitmentFilter = { readonly q?: string | undefined; readonly kind?: string | undefined; readonly unit?: Id | undefined; readonly after?: string | undefined; readonly limit: number }

/** Commitments of a year by words of their title, kind and unit, in the order of their entry. */
export async function searchCommitments(tx: Tx, district: District, year: number, filter: CommitmentFilter): Promise<{ total: number; rows: Stored[] }> {
  const where = sql`c.year = ${year}
    ${filter.q ? sql`and position(${filter.q} in c.title) > 0` : sql``}
    ${filter.kind ? sql`and c.kind = ${filter.kind}` : sql``}
    ${filter.unit ? sql`and (c.lead_unit = ${filter.unit} or ${filter.unit}::uuid = any (c.co_units))` : sql``}`
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from plan.commitment c where c.district = ${district} and ${where}`.execute(tx)
  const { rows } = await sql<Stored>`select ${columns} from plan.commitment c where c.district = ${district} and ${where} ${filter.after ? sql`and c.id > ${filter.after}::uuid` : sql``} order by c.id limit ${filter.limit}`.execute(tx)
  return { total: counted[0]?.n ?? 0, rows }
}

/** Years with commitments and how many each has. */
export async function findYears(tx: Tx, district: District): Promise<{ year: number; commitments: number }[]> {
  const { rows } = await sql<{ year: number; commitments: number }>`select year, count(*)::int as commitments from plan.commitment where district = ${district} group by year order by year`.execute(tx)
  return rows
}

/** Years in which targets end and how many each has. */
export async function findYearsOfTargets(tx: Tx, district: District): Promise<{ year: number; targets: number }[]> {
  const { rows } = await sql<{ year: number; targets: number }>`select extract(year from ends_on)::int as year, count(*)::int as targets from indicators.v_target where district = ${district} and part_of is null group by 1 order by 1`.execute(tx)
  return rows
}

/** Commitments that a unit leads and of which it reported the end between two days. */
export async function countDone(tx: Tx, district: District, unit: Id, from: Day, to: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from plan.commitment where district = ${district} and lead_unit = ${unit} and share >= 1 and share_on between ${from} and ${to}`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function findBelow(tx: Tx, district: District, parent: Id): Promise<Stored[]> {
  return find(tx, district, sql`c.parent = ${parent}`)
}

/** The commitment and everything above it, for the check that nothing is moved below itself. */
export async function findAbove(tx: Tx, district: District, id: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with recursive above as (
      select c.id, c.parent from plan.commitment c where c.district = ${district} and c.id = ${id}
      union
      select c.id, c.parent from plan.commitment c join above a on c.id = a.parent where c.district = ${district})
    select id from above`.execute(tx)
  return rows.map(row => row.id)
}

/** Commitments that are measured by these targets. */
export async function findMeasuredBy(tx: Tx, district: District, targets: readonly Id[]): Promise<Stored[]> {
  return targets.length === 0 ? [] : find(tx, district, sql`c.target = any (${targets}::uuid[])`)
}

function valuesOf(district: District, { dueOn, leadUnit, coUnits, source, ...rest }: Stored, fact: string | null) {
  return { district, ...rest, due_on: dueOn, lead_unit: leadUnit, co_units: [...coUnits], source: JSON.stringify(source), fact }
}

/** Adds commitments, parents first; those whose origin and fact are on file already are passed over. Answers the ids that were added. */
export async function insertCommitments(tx: Tx, district: District, items: readonly { readonly commitment: Stored; readonly fact: string | null }[]): Promise<ReadonlySet<Id>> {
  const added = new Set<Id>()
  for (let i = 0; i < items.length; i += 500) {
    const rows = await tx.insertInto('plan.commitment').values(items.slice(i, i + 500).map(({ commitment, fact }) => valuesOf(district, commitment, fact))).onConflict(c => c.doNothing()).returning('id').execute()
    for (const row of rows) added.add(row.id)
  }
  return added
}

/** Facts of an origin that are on file, with the commitment each became. */
export async function findTaken(tx: Tx, district: District, origin: Id): Promise<ReadonlyMap<string, Id>> {
  const rows = await tx.selectFrom('plan.commitment').select(['fact', 'id']).where('district', '=', district).where('origin', '=', origin).execute()
  return new Map(rows.flatMap(row => (row.fact === null ? [] : [[row.fact, row.id]])))
}

/** The last position under a parent of a year, 0 where nothing stands there. */
export async function lastPosition(tx: Tx, district: District, year: number, parent: Id | null): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(position) as last from plan.commitment where district = ${district} and year = ${year} and parent is not distinct from ${parent}::uuid`.execute(tx)
  return rows[0]?.last ?? 0
}

/** Makes room at a position: what stood there and behind it moves one on. */
export async function makeRoom(tx: Tx, district: District, year: number, parent: Id | null, position: number): Promise<void> {
  await sql`update plan.commitment set position = position + 1 where district = ${district} and year = ${year} and parent is not distinct from ${parent}::uuid and position >= ${position}`.execute(tx)
}

/** Saves the folded state if nobody saved since `seen`. */
export async function saveCommitment(tx: Tx, district: District, commitment: Commitment, seen: number): Promise<boolean> {
  const progress = latestProgress(commitment)
  const { numUpdatedRows } = await tx.updateTable('plan.commitment').set({
    parent: commitment.parent, position: commitment.position, title: commitment.title, verb: commitment.verb, strength: commitment.strength, due_on: commitment.dueOn, lead_unit: commitment.leadUnit,
    co_units: [...commitment.coUnits], target: commitment.target, share: progress?.share ?? null, share_on: progress?.onDay ?? null, version: seen + 1,
  }).where('district', '=', district).where('id', '=', commitment.id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteCommitment(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('plan.commitment').where('district', '=', district).where('id', '=', id).execute()
}

/**
 * Removes what an import brought, from the leaves up. What carries progress that a person entered, what stands in a ledger, or
 * something that another origin hung below it, stays. Answers the ids that went.
 */
export async function deleteCommitmentsOf(tx: Tx, district: District, origin: Id): Promise<Id[]> {
  const gone: Id[] = []
  for (;;) {
    const { rows } = await sql<{ id: Id }>`
      delete from plan.commitment c where c.district = ${district} and c.origin = ${origin} and c.share is null
        and not exists (select from plan.commitment below where below.district = c.district and below.parent = c.id)
        and not exists (select from plan.ledger_line listed where listed.district = c.district and listed.commitment = c.id)
      returning c.id`.execute(tx)
    if (rows.length === 0) return gone
    gone.push(...rows.map(row => row.id))
  }
}

export async function findOfOrigin(tx: Tx, district: District, origin: Id): Promise<Stored[]> {
  return find(tx, district, sql`c.origin = ${origin}`)
}

export type EventRow = { readonly id: Id; readonly commitment: Id; readonly at: Instant; readonly person: Id | null; readonly by: string; readonly event: CommitmentEvent }

/** Appends events, at most one for each commitment; each gets the next number of its commitment. */
export async function appendEvents(tx: Tx, district: District, events: readonly EventRow[]): Promise<void> {
  for (let i = 0; i < events.length; i += 500) {
    const slice = events.slice(i, i + 500)
    await sql`
      insert into plan.event (district, id, commitment, seq, at, person, by_name, event)
      select ${district}, n.id, n.commitment, coalesce((select max(e.seq) from plan.event e where e.district = ${district} and e.commitment = n.commitment), 0) + 1, n.at, n.person, n.by_name, n.event
      from unnest(${slice.map(e => e.id)}::uuid[], ${slice.map(e => e.commitment)}::uuid[], ${slice.map(e => e.at)}::timestamptz[], ${slice.map(e => e.person)}::uuid[], ${slice.map(e => e.by)}::text[], ${slice.map(e => JSON.stringify(e.event))}::jsonb[])
        n (id, commitment, at, person, by_name, event)`.execute(tx)
  }
}

export async function findHistory(tx: Tx, district: District, commitment: Id): Promise<{ seq: number; at: Instant; by: string; event: CommitmentEvent }[]> {
  const rows = await tx.selectFrom('plan.event').select(['seq', 'at', 'by_name as by', 'event']).where('district', '=', district).where('commitment', '=', commitment).orderBy('seq').limit(2000).execute()
  return rows.map(row => ({ ...row, event: CommitmentEvent.parse(row.event) }))
}
