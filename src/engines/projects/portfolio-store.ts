import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Light } from '../../kernel/light.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { idsWithin } from '../org/index.ts'
import { type projectOrders, type ProjectQuery, type ProjectRow } from './contract.ts'
import { sumToYuan } from './domain/money.ts'
import { type Phase } from './schema.ts'

export type Sums = { readonly projects: number; readonly total: number; readonly planned: number; readonly due: number; readonly done: number; readonly lights: Readonly<Record<Light, number>>; readonly phases: Readonly<Record<Phase, number>>; readonly blocked: number }

/** `chosen`: those that stand behind a number of the library; null where none is asked for. */
type Asked = { readonly district: District; readonly query: ProjectQuery; readonly year: number; readonly today: Day; readonly chosen: readonly Id[] | null }

/**
 * The projects that the filters leave, with their money of the year: of the year in which they are lit as it was worked out for
 * the light, of others as plan and approved months say when they are over.
 */
function portfolio({ district, query, year, today, chosen }: Asked): RawBuilder<unknown> {
  const current = year === Number(today.slice(0, 4))
  const like = query.q === undefined ? null : `%${query.q.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
  const money = current
    ? sql`p.planned, p.due, coalesce(p.done, 0) as done, p.lead`
    : sql`y.total as planned, y.total as due, coalesce(y.done, 0) as done, case when y.total > 0 then round((y.done - y.total) / y.total * 100, 2) end as lead`
  const others = current ? sql`` : sql`left join projects.year y on y.district = p.district and y.project = p.id and y.year = ${year}`
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => (values && values.length > 0 ? [sql`${column} = any (${[...values]}::text[])`] : [])
  const where = sql.join([
    sql`p.district = ${district}`,
    // Of a past year's list they are shown as they stood then.
    chosen ? sql`p.id = any (${[...chosen]}::uuid[])` : query.ended === true ? sql`p.ended_on is not null` : sql`(p.ended_on is null or p.ended_on >= ${query.list === undefined ? `${year + 1}-01-01` : `${year}-01-01`})`,
    ...(query.list === undefined ? [] : [sql`exists (select from projects.listing l where l.district = p.district and l.project = p.id and l.list = ${query.list} and l.year = ${year})`]),
    ...(query.of === undefined ? [] : [sql`p.of = ${query.of}`]), ...among(sql`p.phase`, query.phase), ...among(sql`p.light`, query.light),
    ...(query.ids === undefined ? [] : [sql`p.id = any (${[...query.ids]}::uuid[])`]),
    ...(query.owner === undefined ? [] : [sql`p.owner = ${query.owner}`]),
    ...(query.within === undefined ? [] : [sql`p.place_unit in ${idsWithin(district, query.within)}`]),
    ...(query.blocked === undefined ? [] : [query.blocked ? sql`p.blockers_open > 0` : sql`p.blockers_open = 0`]),
    ...(query.waiting === undefined ? [] : [sql`exists (select from projects.month m where m.district = p.district and m.project = p.id and m.state = ${query.waiting})`]),
    ...(like === null ? [] : [sql`(p.names ilike ${like} or p.code ilike ${like})`]),
  ], sql` and `)
  return sql`
    (select p.id, p.code, p.name, p.of, p.phase, p.owner, p.place_unit, p.lng, p.lat, p.total, ${money}, p.light, p.computed, p.because, p.nodes_all, p.nodes_reached, p.nodes_late, p.blockers_open, p.blocked_since, p.leader, p.generated, p.seq
     from projects.project p ${others} where ${where})`
}

const worstFirst = sql`array_position(array['off-pace', 'slipping', 'on-pace', 'done', 'not-judged'], p.light)`
const orders: Readonly<Record<(typeof projectOrders)[number], RawBuilder<unknown>>> = {
  light: worstFirst, lead: sql`p.lead`, code: sql`p.code`, name: sql`p.name`, total: sql`p.total`, planned: sql`p.planned`, done: sql`p.done`, blockers: sql`p.blocked_since`,
}

type Row = Omit<ProjectRow, 'owner' | 'place' | 'nodes' | 'blockers' | 'because'> & {
  readonly owner: Id; readonly ownerName: string | null; readonly placeUnit: Id | null; readonly placeName: string | null; readonly lng: number | null; readonly lat: number | null; readonly because: ProjectRow['because'] | null
  readonly nodesAll: number; readonly nodesReached: number; readonly nodesLate: number; readonly open: number; readonly oldest: Day | null
}

/** A page of the portfolio: worst first unless asked otherwise, and within that those furthest behind. */
export async function findPortfolio(tx: Tx, asked: Asked, page: { readonly order: (typeof projectOrders)[number]; readonly down: boolean; readonly offset: number; readonly limit: number }): Promise<readonly ProjectRow[]> {
  const { district, year } = asked
  const { rows } = await sql<Row>`
    select p.id, p.code, p.name, p.of, p.phase, p.owner, owner.name as "ownerName", p.place_unit as "placeUnit", place.name as "placeName", p.lng, p.lat,
      array(select l.list from projects.listing l where l.district = ${district} and l.project = p.id and l.year = ${year} order by l.list) as lists,
      p.total::float8 as total, p.planned::float8 as planned, p.due::float8 as due, p.done::float8 as done, p.lead::float8 as lead, p.light, p.computed, p.because, p.light <> p.computed as overridden,
      p.nodes_all as "nodesAll", p.nodes_reached as "nodesReached", p.nodes_late as "nodesLate", p.blockers_open as open, p.blocked_since as oldest, p.leader, p.generated, p.seq
    from (select * from ${portfolio(asked)} p order by ${orders[page.order]} ${page.down ? sql`desc` : sql``} nulls last, p.lead nulls last, p.code limit ${page.limit} offset ${page.offset}) p
    left join org.v_unit owner on owner.district = ${district} and owner.id = p.owner
    left join org.v_unit place on place.district = ${district} and place.id = p.place_unit
    order by ${orders[page.order]} ${page.down ? sql`desc` : sql``} nulls last, p.lead nulls last, p.code`.execute(tx)
  return rows.map(({ owner, ownerName, placeUnit, placeName, lng, lat, nodesAll, nodesReached, nodesLate, open, oldest, because, ...row }) => ({
    ...row, owner: { id: owner, name: ownerName ?? '—' }, because: because ?? { zh: '', en: '' },
    place: { unit: placeUnit === null ? null : { id: placeUnit, name: placeName ?? '—' }, point: lng === null || lat === null ? null : { lng, lat } },
    nodes: { all: nodesAll, reached: nodesReached, late: nodesLate }, blockers: { open, oldest },
  }))
}

/** Over all that the filters leave. */
export async function sumPortfolio(tx: Tx, asked: Asked): Promise<Sums> {
  const { rows } = await sql<{ light: Light; phase: Phase; n: number; total: number; planned: number; due: number; done: number; blocked: number }>`
    select p.light, p.phase, count(*)::int as n, coalesce(sum(p.total), 0)::float8 as total, coalesce(sum(p.planned), 0)::float8 as planned, coalesce(sum(p.due), 0)::float8 as due, coalesce(sum(p.done), 0)::float8 as done, count(*) filter (where p.blockers_open > 0)::int as blocked
    from ${portfolio(asked)} p group by p.light, p.phase`.execute(tx)
  const sum = (of: (row: (typeof rows)[number]) => number) => sumToYuan(rows.map(of))
  const lights = { 'off-pace': 0, slipping: 0, 'on-pace': 0, done: 0, 'not-judged': 0 }, phases = { planned: 0, reserved: 0, started: 0, operating: 0 }
  for (const row of rows) {
    lights[row.light] += row.n
    phases[row.phase] += row.n
  }
  return { projects: sum(r => r.n), total: sum(r => r.total), planned: sum(r => r.planned), due: sum(r => r.due), done: sum(r => r.done), blocked: sum(r => r.blocked), lights, phases }
}

/** Years for which there is a list or a plan, the latest first. */
export async function findYears(tx: Tx, district: District): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive years as (
      (select max(y.year) as year from projects.year y where y.district = ${district})
      union all select (select max(y.year) from projects.year y where y.district = ${district} and y.year < years.year) from years where years.year is not null)
    select year from years where year is not null
    union select distinct year from projects.listing where district = ${district} order by year desc`.execute(tx)
  return rows.map(row => row.year)
}

/** A project whose light is red, with since when. */
export type RedProject = { readonly id: Id; readonly name: string; readonly owner: Id; readonly lead: number | null; readonly because: ProjectRow['because']; readonly since: Day }

/** Projects that are shown as off pace, those furthest behind first. */
export async function findRed(tx: Tx, district: District): Promise<readonly RedProject[]> {
  const { rows } = await sql<RedProject>`
    select p.id, p.name, p.owner, p.lead::float8 as lead, p.because,
      coalesce((select l.on_day from projects.light l where l.district = p.district and l.project = p.id and l.light = 'off-pace' order by l.at desc limit 1), p.lit_on) as since
    from projects.project p where p.district = ${district} and p.light = 'off-pace' and p.ended_on is null and p.lit_on is not null order by p.lead nulls last, p.code limit 500`.execute(tx)
  return rows
}

/** Projects whose names or code have these words, as the search of everything lists them. */
export async function findByWords(tx: Tx, district: District, words: string, most: number): Promise<readonly { readonly id: Id; readonly name: string; readonly code: string }[]> {
  const { rows } = await sql<{ id: Id; name: string; code: string }>`
    select id, name, code from projects.project where district = ${district} and (position(${words} in names) > 0 or code = ${words}) order by ended_on is not null, length(name), code limit ${most}`.execute(tx)
  return rows
}
