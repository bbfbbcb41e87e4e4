import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type Load, type RoutingRule } from '../domain/routing.ts'
import { ended } from '../list-store.ts'

type Loaded = Load & { readonly id: Id }
const inHand = (now: Instant) => sql`count(*)::int as open, count(*) filter (where c.due_at < ${now})::int as late`
const working = sql`c.state in ('dispatched', 'handling', 'suspended') and c.state not in ${ended}`

/** What these units have in hand. Asked in a transaction that sees every case; nothing but numbers comes of it. */
export async function findUnitLoads(tx: Tx, district: District, units: readonly Id[], now: Instant): Promise<ReadonlyMap<Id, Load>> {
  const { rows } = await sql<Loaded>`select c.lead as id, ${inHand(now)} from cases."case" c where c.district = ${district} and c.lead = any (${units}::uuid[]) and ${working} group by c.lead`.execute(tx)
  return new Map(rows.map(({ id, ...load }) => [id, load]))
}

export type Handler = { readonly person: Id; readonly name: string }

/** Who holds a post with one of these roles in a unit on a day, with what they have in hand of the unit's cases; in the order of names. */
export async function findHandlers(tx: Tx, district: District, unit: Id, roles: readonly string[], on: Day, now: Instant): Promise<readonly (Handler & Load)[]> {
  const { rows } = await sql<Handler & Load>`
    select p.id as person, p.name, coalesce(h.open, 0) as open, coalesce(h.late, 0) as late
    from org.v_person p left join (select c.handler, ${inHand(now)} from cases."case" c where c.district = ${district} and c.lead = ${unit} and ${working} group by c.handler) h on h.handler = p.id
    where p.district = ${district} and p.active and (p.leaves_on is null or p.leaves_on > ${on})
      and exists (select from org.v_post o where o.district = p.district and o.person = p.id and o.unit = ${unit} and o.role = any (${roles}::text[]) and o.from_on <= ${on} and (o.until_on is null or o.until_on > ${on}))
    order by p.name, p.id`.execute(tx)
  return rows
}

/** Those who assign automatically take turns, so that each sees what the one before gave away. */
export async function takeTurnAssigning(tx: Tx, district: District): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cases/assign/${district}`}, 0))`.execute(tx)
}

/** Who does something to a rule, when and why. */
export type Said = { readonly at: Instant; readonly by: string; readonly reason: string }
/** A rule with who made it and who ended it (not known of those that ended before that was kept). `replaces`: the rule whose place it took. */
export type RuleKept = RoutingRule & Said & { readonly replaces: Id | null; readonly ended: { readonly at: Instant | null; readonly by: string | null; readonly reason: string } | null }

/** Rules in the order in which they were made: one, those that hold on a day or later, those that were over by then or never came to hold, or all of a type. */
export async function findRules(tx: Tx, district: District, of: { readonly type?: string | undefined; readonly on?: Day; readonly over?: boolean | undefined } | { readonly id: Id }): Promise<readonly RuleKept[]> {
  const held = (on: Day, over: boolean) => (over ? sql`(until_on <= ${on} or until_on = from_on)` : sql`(until_on is null or (until_on > ${on} and until_on > from_on))`)
  const which = 'id' in of ? sql`id = ${of.id}` : sql`true ${of.on === undefined ? sql`` : sql`and ${held(of.on, of.over ?? false)}`} ${of.type === undefined ? sql`` : sql`and type = ${of.type}`}`
  const { rows } = await sql<Omit<RuleKept, 'ended'> & { readonly endedAt: Instant | null; readonly endedBy: string | null; readonly endedBecause: string | null }>`
    select id, type, category, area, unit, from_on as "from", until_on as "until", reason, made_by as by, made_at as at, replaces, ended_at as "endedAt", ended_by as "endedBy", ended_because as "endedBecause"
    from cases.routing_rule where district = ${district} and ${which} order by id`.execute(tx)
  return rows.map(({ endedAt, endedBy, endedBecause, ...rule }) => ({ ...rule, ended: endedBecause === null ? null : { at: endedAt, by: endedBy, reason: endedBecause } }))
}

export async function insertRule(tx: Tx, district: District, { from, until, by, at, ended: _ended, ...rest }: RuleKept): Promise<void> {
  await tx.insertInto('cases.routing_rule').values({ district, ...rest, from_on: from, until_on: until, made_by: by, made_at: at }).execute()
}

/** False where it ended on that day or before. */
export async function endRule(tx: Tx, district: District, id: Id, on: Day, { at, by, reason }: Said): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('cases.routing_rule').set({ until_on: on, ended_because: reason, ended_by: by, ended_at: at }).where('district', '=', district).where('id', '=', id).where(eb => eb.or([eb('until_on', 'is', null), eb('until_on', '>', on)])).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An open case in one of the squares. `seenBy`: the units whose people see it. */
export type CaseNear = { readonly id: Id; readonly number: string; readonly title: string; readonly type: string; readonly version: number; readonly category: string; readonly openedAt: Instant; readonly lng: number | null; readonly lat: number | null; readonly place: Id | null; readonly seenBy: readonly Id[]; readonly reporters: number }

type NearWanted = { readonly type: string; readonly categories: readonly string[]; readonly since: Instant; readonly most: number }

async function findNear(tx: Tx, district: District, of: NearWanted, where: RawBuilder<unknown>): Promise<readonly CaseNear[]> {
  const { rows } = await sql<CaseNear>`
    select c.id, c.number, c.title, c.type, c.version, c.category, c.opened_at as "openedAt", c.at_point[0] as lng, c.at_point[1] as lat, c.place_unit as place, c.seen_by as "seenBy",
      1 + (select count(*)::int from cases."case" m where m.district = c.district and m.merged_into = c.id) as reporters
    from cases."case" c
    where c.district = ${district} and ${where} and c.state not in ${ended} and c.type = ${of.type} and c.category = any (${of.categories}::text[]) and c.opened_at >= ${of.since}
    order by c.opened_at desc limit ${of.most}`.execute(tx)
  return rows
}

/** The newest open cases in these squares, of these categories, opened since. Asked in a transaction that sees every case. */
export async function findInCells(tx: Tx, district: District, of: NearWanted & { readonly cells: readonly number[] }): Promise<readonly CaseNear[]> {
  return findNear(tx, district, of, sql`c.cell = any (${of.cells}::bigint[])`)
}

/** The same in a community and its grids. */
export async function findInUnit(tx: Tx, district: District, of: NearWanted & { readonly unit: Id }): Promise<readonly CaseNear[]> {
  return findNear(tx, district, of, sql`c.place_unit in (select u.id from org.v_unit u where u.district = ${district} and (u.id = ${of.unit} or u.parent = ${of.unit}))`)
}
