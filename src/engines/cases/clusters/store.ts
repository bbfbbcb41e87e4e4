import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type ClusterState } from './contract.ts'

/** A cluster as it is kept. */
export type Cluster = {
  readonly id: Id; readonly type: string; readonly category: string; readonly street: Id; readonly community: Id | null; readonly words: readonly string[]; readonly state: ClusterState
  readonly offeredAt: Instant; readonly decidedAt: Instant | null; readonly byName: string | null; readonly reason: string | null; readonly commitment: Id | null; readonly version: number
}

const columns = sql.raw('k.id, k.type, k.category, k.street, k.community, k.words, k.state, k.offered_at as "offeredAt", k.decided_at as "decidedAt", k.by_name as "byName", k.reason, k.commitment, k.version')
/** What counts as having come: not what was refused, void, or the same matter told twice. */
const counts = sql`c.state not in ('refused', 'voided', 'merged')`
const local = sql`(c.opened_at at time zone 'Asia/Shanghai')`

/** Categories of which enough came since then to look closer. */
export async function findFrequent(tx: Tx, district: District, since: Instant, least: number): Promise<readonly { readonly type: string; readonly category: string }[]> {
  const { rows } = await sql<{ type: string; category: string }>`select c.type, c.category from cases.seen_case c where c.district = ${district} and c.opened_at >= ${since} and ${counts} and c.place_unit is not null group by 1, 2 having count(*) >= ${least} order by 1, 2`.execute(tx)
  return rows
}

export type Came = { readonly id: Id; readonly place: Id; readonly title: string; readonly day: Day }

export async function findCame(tx: Tx, district: District, type: string, category: string, since: Instant): Promise<readonly Came[]> {
  const { rows } = await sql<Came>`select c.id, c.place_unit as place, c.title, to_char(${local}, 'YYYY-MM-DD') as day from cases.seen_case c where c.district = ${district} and c.type = ${type} and c.category = ${category} and c.opened_at >= ${since} and ${counts} and c.place_unit is not null order by c.id`.execute(tx)
  return rows
}

/** The clusters of a category, each with the ids of its cases. */
export async function findKnown(tx: Tx, district: District, type: string, category: string): Promise<readonly (Cluster & { readonly cases: readonly Id[] })[]> {
  const { rows } = await sql<Cluster & { cases: Id[] }>`select ${columns}, array(select j.case_id from cases.cluster_case j where j.district = k.district and j.cluster = k.id) as cases from cases.cluster k where k.district = ${district} and k.type = ${type} and k.category = ${category}`.execute(tx)
  return rows
}

export async function insertCluster(tx: Tx, district: District, cluster: Pick<Cluster, 'id' | 'type' | 'category' | 'street' | 'community' | 'words' | 'offeredAt'>): Promise<void> {
  const { offeredAt, words, ...rest } = cluster
  await tx.insertInto('cases.cluster').values({ district, ...rest, words: [...words], state: 'offered', offered_at: offeredAt }).execute()
}

/** Cases that join a cluster, and what all of it have in common then. */
export async function addToCluster(tx: Tx, district: District, cluster: Id, cases: readonly Id[], { words, community, again }: { readonly words: readonly string[]; readonly community: Id | null; readonly again: boolean }, at: Instant): Promise<void> {
  await sql`insert into cases.cluster_case (district, case_id, cluster, joined_at) select ${district}, one, ${cluster}, ${at} from unnest(${cases}::uuid[]) one on conflict do nothing`.execute(tx)
  await tx.updateTable('cases.cluster').set(eb => ({ words: [...words], community, ...(again && { state: 'offered', offered_at: at, decided_at: null, person: null, by_name: null, reason: null }), version: eb('version', '+', 1) })).where('district', '=', district).where('id', '=', cluster).execute()
}

export type Decision = { readonly state: 'taken' | 'dismissed'; readonly at: Instant; readonly person: Id; readonly byName: string; readonly reason: string; readonly commitment: Id | null }

/** False where it is not offered any more, or not as it was seen. */
export async function decide(tx: Tx, district: District, id: Id, seen: number, { state, at, person, byName, reason, commitment }: Decision): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('cases.cluster').set({ state, decided_at: at, person, by_name: byName, reason, commitment, version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).where('state', '=', 'offered').executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ClusterFilter = { readonly state?: ClusterState | undefined; readonly within?: Id | undefined; readonly commitment?: Id | undefined; readonly containing?: Id | undefined; /** Streets whose clusters the caller sees; undefined: all. */ readonly streets?: readonly Id[] | undefined }

function conditions(district: District, { state, within, commitment, containing, streets }: ClusterFilter): RawBuilder<unknown> {
  return sql.join([
    sql`k.district = ${district}`,
    ...(state === undefined ? [] : [sql`k.state = ${state}`]), ...(within === undefined ? [] : [sql`(k.street = ${within} or k.community = ${within})`]), ...(commitment === undefined ? [] : [sql`k.commitment = ${commitment}`]),
    ...(containing === undefined ? [] : [sql`k.id = (select j.cluster from cases.cluster_case j where j.district = k.district and j.case_id = ${containing})`]),
    ...(streets === undefined ? [] : [sql`k.street = any (${streets}::uuid[])`]),
  ], sql` and `)
}

/** What is offered first, then what is taken, the newest first. `after`: the id that the page before ended with. */
export async function findClusters(tx: Tx, district: District, filter: ClusterFilter, { after, limit }: { readonly after?: Id | undefined; readonly limit: number }): Promise<{ readonly total: number; readonly rows: readonly Cluster[] }> {
  const where = conditions(district, filter)
  const rank = (k: string) => sql`(array_position(array['offered', 'taken', 'dismissed'], ${sql.ref(`${k}.state`)}))`
  const { rows: [counted] } = await sql<{ n: number }>`select count(*)::int as n from cases.cluster k where ${where}`.execute(tx)
  const beyond = after === undefined ? sql`true` : sql`exists (select from cases.cluster l where l.district = k.district and l.id = ${after} and (${rank('l')}, -extract(epoch from l.offered_at), l.id) < (${rank('k')}, -extract(epoch from k.offered_at), k.id))`
  const { rows } = await sql<Cluster>`select ${columns} from cases.cluster k where ${where} and ${beyond} order by ${rank('k')}, -extract(epoch from k.offered_at), k.id limit ${limit}`.execute(tx)
  return { total: counted?.n ?? 0, rows }
}

export async function loadCluster(tx: Tx, district: District, id: Id, streets: readonly Id[] | undefined): Promise<Cluster | null> {
  const { rows } = await sql<Cluster>`select ${columns} from cases.cluster k where ${conditions(district, { streets })} and k.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type Counted = { readonly cluster: Id; readonly cases: number; readonly open: number; readonly firstOn: Day; readonly lastOn: Day; /** Any of them belongs to the demonstration. */ readonly generated: boolean; readonly weeks: readonly { readonly from: Day; readonly n: number }[] }

/** How many cases of each the caller sees, and in which weeks they came. */
export async function countClusters(tx: Tx, district: District, ids: readonly Id[], since: Day): Promise<ReadonlyMap<Id, Counted>> {
  const { rows } = await sql<Counted>`
    with of as (select j.cluster, ${local}::date as day, c.state, c.generated from cases.cluster_case j join cases.seen_case c on c.district = j.district and c.id = j.case_id where j.district = ${district} and j.cluster = any (${ids}::uuid[])),
    weekly as (select cluster, to_char(date_trunc('week', day), 'YYYY-MM-DD') as "from", count(*)::int as n from of where day >= ${since}::date group by 1, 2)
    select o.cluster, count(*)::int as cases, count(*) filter (where o.state not in ('refused', 'settled', 'voided', 'merged'))::int as open, to_char(min(o.day), 'YYYY-MM-DD') as "firstOn", to_char(max(o.day), 'YYYY-MM-DD') as "lastOn", bool_or(o.generated) as generated,
      coalesce((select json_agg(json_build_object('from', w."from", 'n', w.n) order by w."from") from weekly w where w.cluster = o.cluster), '[]'::json) as weeks
    from of o group by o.cluster`.execute(tx)
  return new Map(rows.map(row => [row.cluster, row]))
}
