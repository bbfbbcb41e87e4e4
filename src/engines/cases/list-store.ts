import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { idsWithin } from '../org/index.ts'
import { often } from '../statement.ts'
import { gramsSought } from './domain/grams.ts'
import { countedBy, type CountedFilter } from './figures/counting-store.ts'
import { type CaseState, type Channel } from './schema.ts'

/** What a list of cases is narrowed by. Everything may be left out. */
export type CaseFilter = {
  /** The units whose cases the caller sees, where that is not all of them: what the wall says too, told so that open cases are taken from their desks. */
  readonly seenBy?: readonly Id[] | undefined
  readonly type?: string | undefined
  readonly state?: readonly CaseState[] | undefined
  /** Those that have not come to an end. */
  readonly open?: boolean | undefined
  readonly category?: readonly string[] | undefined
  readonly urgency?: string | undefined
  readonly lead?: readonly Id[] | undefined
  readonly co?: readonly Id[] | undefined
  readonly place?: readonly Id[] | undefined
  readonly handler?: Id | undefined
  readonly late?: boolean | undefined
  /** Due by then and not late yet. */
  readonly dueBy?: Instant | undefined
  readonly channel?: Channel | undefined
  /** In this unit or one below it. */
  readonly within?: Id | undefined
  /** With no unit yet; and with no place. */
  readonly undispatched?: boolean | undefined
  readonly placeless?: boolean | undefined
  readonly step?: number | undefined
  /** Of this matter that came again and again. */
  readonly cluster?: Id | undefined
  /** Exactly those that a rate counted. */
  readonly counted?: CountedFilter | undefined
  readonly climbed?: boolean | undefined
  readonly joint?: boolean | undefined
  readonly asked?: 'extension' | 'suspension' | 'any' | undefined
  readonly number?: string | undefined
  readonly words?: string | undefined
  /** The whole number of a telephone, digits only. */
  readonly phone?: string | undefined
  readonly openedFrom?: Instant | undefined
  readonly openedTo?: Instant | undefined
}

export type CaseLine = {
  readonly id: Id; readonly number: string; readonly typeId: Id; readonly state: CaseState; readonly category: string; readonly urgency: string; readonly channel: Channel; readonly title: string
  readonly placeUnit: Id | null; readonly placeName: string | null; readonly address: string | null; readonly openedAt: Instant; readonly lead: Id | null; readonly leadName: string | null; readonly co: readonly Id[]; readonly handler: Id | null; readonly asked: 'extension' | 'suspension' | null
  readonly dueAt: Instant | null; readonly dueClock: string | null; readonly dueKnown: boolean; readonly since: Instant; readonly step: number; readonly joint: boolean; readonly reworks: number; readonly generated: boolean; readonly seq: number
}

export const ended = sql`('refused', 'settled', 'voided', 'merged')`

/** The conditions of a filter on `cases.seen_case c`. */
export function narrowedTo(district: District, filter: CaseFilter, now: Instant): RawBuilder<unknown> {
  const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined, type: 'text' | 'uuid') => (values && values.length > 0 ? [sql`${column} = any (${values}::${sql.raw(type)}[])`] : [])
  const grams = filter.words === undefined ? [] : gramsSought(filter.words)
  return sql.join([
    sql`c.district = ${district}`,
    ...(filter.type === undefined ? [] : [sql`c.type = ${filter.type}`]),
    ...among(sql`c.state`, filter.state, 'text'), ...among(sql`c.category`, filter.category, 'text'), ...among(sql`c.lead`, filter.lead, 'uuid'), ...among(sql`c.place_unit`, filter.place, 'uuid'),
    ...(filter.co && filter.co.length > 0 ? [sql`c.co && ${filter.co}::uuid[]`] : []),
    ...(filter.open === undefined ? [] : [filter.open ? sql`c.state not in ${ended}` : sql`c.state in ${ended}`]),
    ...(filter.urgency === undefined ? [] : [sql`c.urgency = ${filter.urgency}`]),
    ...(filter.handler === undefined ? [] : [sql`c.handler = ${filter.handler}`]),
    ...(filter.late === undefined ? [] : [filter.late ? sql`(c.due_at < ${now} and c.state not in ${ended})` : sql`(c.due_at is null or c.due_at >= ${now})`]),
    ...(filter.dueBy === undefined ? [] : [sql`(c.due_at >= ${now} and c.due_at < ${filter.dueBy} and c.state not in ${ended})`]),
    ...(filter.channel === undefined ? [] : [sql`c.channel = ${filter.channel}`]),
    ...(filter.within === undefined ? [] : [sql`c.place_unit in ${idsWithin(district, filter.within)}`]),
    ...(filter.undispatched === undefined ? [] : [filter.undispatched ? sql`c.lead is null` : sql`c.lead is not null`]),
    ...(filter.placeless === undefined ? [] : [filter.placeless ? sql`c.place_unit is null` : sql`c.place_unit is not null`]),
    ...(filter.step === undefined ? [] : [sql`c.step = ${filter.step}`]),
    ...(filter.cluster === undefined ? [] : [sql`c.id in (select j.case_id from cases.cluster_case j where j.district = ${district} and j.cluster = ${filter.cluster})`]),
    ...(filter.counted === undefined ? [] : [countedBy(filter.counted)]),
    ...(filter.climbed === undefined ? [] : [filter.climbed ? sql`c.step > 0` : sql`c.step = 0`]),
    ...(filter.joint === undefined ? [] : [sql`c.joint = ${filter.joint}`]),
    ...(filter.asked === undefined ? [] : [filter.asked === 'any' ? sql`(c.asked is not null and c.state not in ${ended})` : sql`c.asked = ${filter.asked}`]),
    ...(filter.number === undefined ? [] : [sql`c.number = ${filter.number}`]),
    ...(grams.length === 0 ? [] : [sql`c.grams @> ${grams}::text[]`]),
    ...(filter.phone === undefined ? [] : [sql`c.id in (select r.case_id from cases.reporter r where r.district = ${district} and r.phone = ${filter.phone})`]),
    ...(filter.openedFrom === undefined ? [] : [sql`c.opened_at >= ${filter.openedFrom}`]),
    ...(filter.openedTo === undefined ? [] : [sql`c.opened_at < ${filter.openedTo}`]),
  ], sql` and `)
}

export type CaseOrder = 'newest' | 'due'

export type CasePage = { readonly order: CaseOrder; readonly after?: { readonly id: Id; readonly dueAt: Instant | null } | undefined; readonly limit: number; /** So many are looked through one by one before the index of words is asked; as the statistics tell where left out. */ readonly lookThrough?: number }

type Row = { readonly id: RawBuilder<unknown>; readonly dueAt: RawBuilder<unknown> }
const caseRow: Row = { id: sql`c.id`, dueAt: sql`c.due_at` }
const deskRow: Row = { id: sql`d.case_id`, dueAt: sql`d.due_at` }

const orderOf = (order: CaseOrder, { id, dueAt }: Row) => (order === 'newest' ? sql`${id} desc` : sql`${dueAt}, ${id}`)
const keyOf = (order: CaseOrder) => (order === 'newest' ? sql`c.id` : sql`c.due_at, c.id`)

function beyond({ order, after }: CasePage, { id, dueAt }: Row): RawBuilder<unknown> {
  if (!after) return sql`true`
  if (order === 'newest') return sql`${id} < ${after.id}`
  return after.dueAt === null ? sql`(${dueAt} is null and ${id} > ${after.id})` : sql`((${dueAt}, ${id}) > (${after.dueAt}, ${after.id}) or ${dueAt} is null)`
}

/** A narrowed list: where its rows come from, and by which conditions. */
type Asked = { readonly district: District; readonly filter: CaseFilter; readonly now: Instant; readonly page: CasePage }

/** Units from whose desks the rows can be taken: where the caller sees those of some units only, and none that has ended is asked for. */
const desksFor = ({ seenBy, open, late, dueBy }: CaseFilter) => (open !== false && (open === true || late === true || dueBy !== undefined) ? seenBy : undefined)

/** These columns of the first so many cases of a list: from each desk the first so many of it, else from all that the caller sees. */
function firstCases({ district, filter, now, page }: Asked, columns: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  const where = narrowedTo(district, filter, now)
  const desks = desksFor(filter)
  const order = orderOf(page.order, caseRow)
  if (!desks) return sql`(select ${columns} from cases.seen_case c where ${where} and ${beyond(page, caseRow)} order by ${order} limit ${most})`
  return sql`
    (select distinct on (${keyOf(page.order)}) c.* from unnest(${desks}::uuid[]) as desk(unit), lateral (
      select ${columns} from cases.desk d join cases.seen_case c on c.district = d.district and c.id = d.case_id
      where d.district = ${district} and d.unit = desk.unit and ${onDesk(filter, now)} and ${where} and ${beyond(page, deskRow)} order by ${orderOf(page.order, deskRow)} limit ${most}) c
    order by ${order} limit ${most})`
}

/** What is asked of the time by which it is due, where that is in order on the desk. */
function onDesk({ late, dueBy }: CaseFilter, now: Instant): RawBuilder<unknown> {
  return sql.join([
    sql`true`,
    ...(late === undefined ? [] : [late ? sql`d.due_at < ${now}` : sql`(d.due_at is null or d.due_at >= ${now})`]),
    ...(dueBy === undefined ? [] : [sql`d.due_at >= ${now} and d.due_at < ${dueBy}`]),
  ], sql` and `)
}

const lineColumns = sql`c.id, c.number, c.state, c.category, c.urgency, c.channel, c.title, c.place_unit, c.address, c.opened_at, c.lead, c.co, c.handler, c.asked, c.due_at, c.due_clock, c.due_known, c.since, c.step, c.joint, c.reworks, c.generated, c.seq, c.type, c.version`

/** A page of cases, the newest first or those that are due first. `after` is the last line of the page before. */
export async function findCases(tx: Tx, district: District, { words, ...filter }: CaseFilter, page: CasePage, now: Instant): Promise<readonly CaseLine[]> {
  const grams = words === undefined ? [] : gramsSought(words)
  const list: Asked = { district, filter, now, page }
  const order = orderOf(page.order, caseRow)
  const found = grams.length === 0 ? firstCases(list, lineColumns, page.limit) : sql`(select ${lineColumns} from cases.seen_case c where c.district = ${district} and c.id = any (${await findWithGrams(tx, list, grams)}::uuid[]))`
  const asked = sql<CaseLine>`
    select c.id, c.number, c.state, c.category, c.urgency, c.channel, c.title, c.place_unit as "placeUnit", c.address, c.opened_at as "openedAt", c.lead, c.co, c.handler, c.asked,
      c.due_at as "dueAt", c.due_clock as "dueClock", c.due_known as "dueKnown", c.since, c.step, c.joint, c.reworks, c.generated, c.seq, t.id as "typeId", place.name as "placeName", unit.name as "leadName"
    from ${found} c
    join cases.type t on t.district = ${district} and t.key = c.type and t.version = c.version
    left join org.v_unit place on place.district = ${district} and place.id = c.place_unit
    left join org.v_unit unit on unit.district = ${district} and unit.id = c.lead
    order by ${order}`.compile(tx)
  // Of a number there is one way to find it; what else is asked is planned by its values.
  return filter.number === undefined ? (await tx.executeQuery(asked)).rows : often<CaseLine>(tx, asked)
}

/** Nobody is let wait for more than so many being looked through one by one. */
const MOST_LOOKED_THROUGH = 20_000

/**
 * Ids of a page of those with all of these grams. What is written seldom, the index brings at once; what is written often soon
 * comes along when one looks through them in order, where the index would bring a hundred thousand to be put in order. Which of
 * the two reads fewer rows the statistics of the table tell; PostgreSQL itself takes neighbouring grams for independent of each other.
 */
async function findWithGrams(tx: Tx, list: Asked, grams: readonly string[]): Promise<readonly Id[]> {
  const { page } = list
  const { rows: [known] } = await sql<{ share: number | null; total: number }>`select share, total from cases.gram_share(${grams}::text[])`.execute(tx)
  const share = known?.share ?? 0
  const frequent = page.limit / share < share * (known?.total ?? 0)
  const most = page.lookThrough ?? (frequent ? Math.min(MOST_LOOKED_THROUGH, Math.ceil((3 * page.limit) / share) + 1000) : 0)
  if (most > 0) {
    const { near, all } = await lookThrough(tx, list, grams, most)
    if (near.length === page.limit || all) return near
  }
  return findByIndex(tx, list, grams)
}

/** Those with the grams among the first so many, as far as a page needs them, and whether those are all there are. */
async function lookThrough(tx: Tx, list: Asked, grams: readonly string[], most: number): Promise<{ readonly near: readonly Id[]; readonly all: boolean }> {
  const order = orderOf(list.page.order, caseRow)
  const { rows } = await sql<{ id: Id }>`
    select c.id from ${asksOnlyWords(list) ? firstSearched(list, grams, most) : firstCases(list, sql`c.id, c.due_at, c.grams @> ${grams}::text[] as has`, most)} c where c.has order by ${order} limit ${list.page.limit}`.execute(tx)
  const near = rows.map(row => row.id)
  return { near, all: near.length < list.page.limit && await countFirst(tx, list, most) < most }
}

/** Nothing but words is asked by somebody who sees every case: what they are found by can be looked through without the cases. */
const asksOnlyWords = ({ filter, page }: Asked) => page.order === 'newest' && Object.values(filter).every(value => value === undefined)

function firstSearched({ district, page }: Asked, grams: readonly string[], most: number): RawBuilder<unknown> {
  return sql`(select s.case_id as id, s.grams @> ${grams}::text[] as has from cases.searched s where s.district = ${district} and ${beyond(page, { id: sql`s.case_id`, dueAt: sql`null` })} order by s.case_id desc limit ${most})`
}

async function findByIndex(tx: Tx, { district, filter, now, page }: Asked, grams: readonly string[]): Promise<readonly Id[]> {
  const before = page.order === 'newest' ? page.after?.id ?? null : null
  const { rows } = await sql<{ id: Id }>`
    select c.id from (select w as id from cases.with_grams(${grams}::text[], ${before}::uuid) w order by w desc) w join cases.seen_case c on c.id = w.id
    where ${narrowedTo(district, filter, now)} and ${beyond(page, caseRow)} order by ${orderOf(page.order, caseRow)} limit ${page.limit}`.execute(tx)
  return rows.map(row => row.id)
}

/** How many there are; counting stops at this many, since nobody pages further. */
export const MOST_COUNTED = 1000

export async function countCases(tx: Tx, district: District, filter: CaseFilter, now: Instant): Promise<number> {
  return countFirst(tx, { district, filter, now, page: { order: 'due', limit: MOST_COUNTED } }, MOST_COUNTED)
}

/** How many a list has, counted up to so many. */
async function countFirst(tx: Tx, list: Asked, most: number): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from ${countable(list, most)} c`.execute(tx)
  return row?.n ?? 0
}

/** As many rows as are counted, in no order. What only the desk is asked is counted on the desk. */
function countable(list: Asked, most: number): RawBuilder<unknown> {
  const { district, filter: { open: _open, late, dueBy, seenBy: _seenBy, ...more }, now, page } = list
  const desks = desksFor(list.filter)
  if (!desks) return sql`(select from cases.seen_case c where ${narrowedTo(district, list.filter, now)} and ${beyond(page, caseRow)} limit ${most})`
  if (Object.values(more).some(value => value !== undefined)) return firstCases(list, keyOf(page.order), most)
  return sql`
    (select distinct d.case_id from unnest(${desks}::uuid[]) as desk(unit), lateral (
      select d.case_id from cases.desk d where d.district = ${district} and d.unit = desk.unit and ${onDesk({ late, dueBy }, now)} and ${beyond(page, deskRow)} limit ${most}) d limit ${most})`
}
