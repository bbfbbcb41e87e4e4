import { type RawBuilder, sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type Delegation, type Jurisdiction, type Person, type Post, type Unit, type UnitEntry, UnitEvent } from './schema.ts'

const unitColumns = ['id', 'kind', 'code', 'name', 'parent', 'from_on as from', 'until_on as until', 'generated', 'version'] as const
const postColumns = ['post.id', 'post.person', 'post.unit', 'post.role', 'post.title', 'post.from_on as from', 'post.until_on as until'] as const

const asUnit = (row: object) => row as Unit // the columns are the schema's, closed sets are checked by the table's own constraints
const asPost = (row: object) => row as Post // likewise

export async function loadUnit(tx: Tx, district: District, id: Id): Promise<Unit | null> {
  const row = await tx.selectFrom('org.unit').select(unitColumns).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row ? asUnit(row) : null
}

/** Every unit that ever was, in code order; a district has about 1,400. */
export async function findUnits(tx: Tx, district: District): Promise<Unit[]> {
  return (await tx.selectFrom('org.unit').select(unitColumns).where('district', '=', district).orderBy('code').orderBy('id').execute()).map(asUnit)
}

/** Names of units by their ids, ended ones too. */
export async function findUnitNames(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; name: string }>`select id, name from org.v_unit where district = ${district} and id = any (${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** The ids of a unit and of all below it, for a condition on a column: `place_unit in ${idsWithin(district, unit)}`. */
export function idsWithin(district: District, unit: Id): RawBuilder<unknown> {
  return sql`(with recursive below as (select u.id from org.v_unit u where u.district = ${district} and u.id = ${unit} union select u.id from org.v_unit u join below b on u.district = ${district} and u.parent = b.id) select id from below)`
}

/** The units from which these hang down to the grids, themselves included. */
export async function findUnitsBelow(tx: Tx, district: District, roots: readonly Id[]): Promise<Unit[]> {
  if (roots.length === 0) return []
  const { rows } = await sql<Unit>`
    with recursive below as (
      select u.* from org.unit u where u.district = ${district} and u.id = any (${roots}::uuid[])
      union
      select u.* from org.unit u join below b on u.district = b.district and u.parent = b.id)
    select id, kind, code, name, parent, from_on as "from", until_on as "until", generated, version from below`.execute(tx)
  return rows
}

export type UnitFilter = { readonly on: Day; readonly kind?: string; readonly parent?: Id; readonly q?: string; readonly after?: string; readonly limit: number }

/** Units that live on a day, in code order, with the number directly below each. */
export async function findUnitRows(tx: Tx, district: District, filter: UnitFilter) {
  const living = tx.selectFrom('org.unit as u').where('u.district', '=', district).where('u.from_on', '<=', filter.on).where(eb => eb.or([eb('u.until_on', 'is', null), eb('u.until_on', '>', filter.on)]))
    .$if(filter.kind !== undefined, q => q.where('u.kind', '=', filter.kind ?? ''))
    .$if(filter.parent !== undefined, q => q.where('u.parent', '=', filter.parent ?? ''))
    .$if(filter.q !== undefined && filter.q !== '', q => q.where(eb => eb.or([sql<boolean>`position(${filter.q} in u.name) > 0`, eb('u.code', '=', filter.q ?? '')])))
  const total = await living.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await living
    .leftJoin('org.unit as p', join => join.onRef('p.district', '=', 'u.district').onRef('p.id', '=', 'u.parent'))
    .select(['u.id', 'u.kind', 'u.code', 'u.name', 'u.parent', 'u.from_on as from', 'u.until_on as until', 'u.generated', 'u.version', 'p.name as parentName'])
    .select(eb => eb.selectFrom('org.unit as c').whereRef('c.district', '=', 'u.district').whereRef('c.parent', '=', 'u.id').where('c.from_on', '<=', filter.on).where(w => w.or([w('c.until_on', 'is', null), w('c.until_on', '>', filter.on)])).select(w => w.fn.countAll<number>().as('n')).as('below'))
    .$if(filter.after !== undefined, q => q.where('u.code', '>', filter.after ?? ''))
    .orderBy('u.code').limit(filter.limit).execute()
  return { total: total.n, rows: rows.map(row => ({ ...asUnit(row), parentName: row.parentName, below: row.below ?? 0 })) }
}

export async function findHistory(tx: Tx, district: District, unit: Id): Promise<UnitEntry[]> {
  const rows = await tx.selectFrom('org.unit_event').select(['seq', 'event', 'noted_at', 'applied_at', 'withdrawn_at', 'withdrawn_because']).where('district', '=', district).where('unit', '=', unit).orderBy('seq').execute()
  return rows.map(row => ({ seq: row.seq, event: UnitEvent.parse(row.event), notedAt: row.noted_at, state: row.withdrawn_at !== null ? 'withdrawn' : row.applied_at === null ? 'planned' : 'applied', withdrawnBecause: row.withdrawn_because }))
}

export async function insertUnit(tx: Tx, district: District, unit: Unit): Promise<void> {
  const { from, until, ...rest } = unit
  await tx.insertInto('org.unit').values({ district, ...rest, from_on: from, until_on: until }).execute()
}

/** Many units with their founding events, in chunks that one statement can carry; parents before what hangs below them. */
export async function insertUnits(tx: Tx, district: District, units: readonly Unit[], founded: readonly { readonly id: Id; readonly seq: number; readonly event: UnitEvent; readonly at: Instant }[]): Promise<void> {
  for (let i = 0; i < units.length; i += 1000) {
    const slice = units.slice(i, i + 1000)
    await tx.insertInto('org.unit').values(slice.map(({ from, until, ...rest }) => ({ district, ...rest, from_on: from, until_on: until }))).execute()
    await tx.insertInto('org.unit_event').values(slice.flatMap((unit, k) => {
      const row = founded[i + k]
      return row ? [{ district, id: row.id, unit: unit.id, seq: row.seq, happened_on: row.event.on, event: JSON.stringify(row.event), noted_at: row.at, applied_at: row.at }] : []
    })).execute()
  }
}

export async function appendEvent(tx: Tx, district: District, unit: Id, row: { readonly id: Id; readonly seq: number; readonly event: UnitEvent; readonly at: Instant; readonly planned?: boolean }): Promise<void> {
  await tx.insertInto('org.unit_event').values({ district, id: row.id, unit, seq: row.seq, happened_on: row.event.on, event: JSON.stringify(row.event), noted_at: row.at, applied_at: row.planned ? null : row.at }).execute()
}

/** Changes that were noted before their day, which has come, in the order of their days. */
export async function findDueEvents(tx: Tx, district: District, today: Day): Promise<{ unit: Id; seq: number }[]> {
  return tx.selectFrom('org.unit_event').select(['unit', 'seq']).where('district', '=', district).where('applied_at', 'is', null).where('withdrawn_at', 'is', null).where('happened_on', '<=', today).orderBy('happened_on').orderBy('seq').execute()
}

export async function applyEvent(tx: Tx, district: District, unit: Id, seq: number, at: Instant): Promise<void> {
  await tx.updateTable('org.unit_event').set({ applied_at: at }).where('district', '=', district).where('unit', '=', unit).where('seq', '=', seq).execute()
}

export async function withdrawEvent(tx: Tx, district: District, unit: Id, seq: number, at: Instant, because: string): Promise<void> {
  await tx.updateTable('org.unit_event').set({ withdrawn_at: at, withdrawn_because: because }).where('district', '=', district).where('unit', '=', unit).where('seq', '=', seq).where('applied_at', 'is', null).execute()
}

/** Saves the folded state if nobody saved since `seen`; answers whether it did. */
export async function saveUnit(tx: Tx, district: District, unit: Unit, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('org.unit').set({ name: unit.name, parent: unit.parent, until_on: unit.until, version: unit.version }).where('district', '=', district).where('id', '=', unit.id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A person with the day from which he is no longer here, where that is known. */
export type Standing = Person & { readonly leavesOn: Day | null }

export async function loadPerson(tx: Tx, district: District, id: Id): Promise<Standing | null> {
  return (await tx.selectFrom('org.person').select(['id', 'name', 'account', 'active', 'generated', 'version', 'leaves_on as leavesOn']).where('district', '=', district).where('id', '=', id).executeTakeFirst()) ?? null
}

/** The people with these ids, or with this account. */
export async function findPeopleOf(tx: Tx, district: District, of: { readonly ids: readonly Id[] } | { readonly account: string }): Promise<Person[]> {
  const people = tx.selectFrom('org.person').select(['id', 'name', 'account', 'active', 'generated', 'version']).where('district', '=', district)
  return ('ids' in of ? people.where(sql<boolean>`id = any (${of.ids}::uuid[])`) : people.where('account', '=', of.account)).execute()
}

/** People whose day of leaving has come and who are still counted as here. */
export async function findLeavers(tx: Tx, district: District, today: Day): Promise<Id[]> {
  return (await tx.selectFrom('org.person').select('id').where('district', '=', district).where('active', '=', true).where('leaves_on', '<=', today).execute()).map(row => row.id)
}

/** Sets or takes back the day of leaving; false where somebody saved since `seen`. */
export async function saveLeaving(tx: Tx, district: District, id: Id, on: Day | null, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('org.person').set({ leaves_on: on, version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends every post of a person on a day; one that would begin later never does. Answers how many. */
export async function endPostsOf(tx: Tx, district: District, person: Id, on: Day): Promise<number> {
  const { numAffectedRows = 0n } = await sql`update org.post set until_on = greatest(from_on, ${on}::date) where district = ${district} and person = ${person} and (until_on is null or until_on > ${on})`.execute(tx)
  return Number(numAffectedRows)
}

/** Answers false where somebody saved since `seen`. */
export async function deactivatePerson(tx: Tx, district: District, id: Id, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('org.person').set({ active: false, version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertPerson(tx: Tx, district: District, person: Person): Promise<void> {
  await tx.insertInto('org.person').values({ district, ...person }).execute()
}

export async function findPeople(tx: Tx, district: District, filter: { readonly unit?: Id; readonly q?: string; readonly after?: string; readonly limit: number }) {
  const people = tx.selectFrom('org.person').where('org.person.district', '=', district)
    .$if(filter.q !== undefined && filter.q !== '', q => q.where(sql<boolean>`position(${filter.q} in name) > 0`))
    .$if(filter.unit !== undefined, q => q.where(eb => eb.exists(eb.selectFrom('org.post').select('org.post.id').whereRef('org.post.district', '=', 'org.person.district').whereRef('org.post.person', '=', 'org.person.id').where('org.post.unit', '=', filter.unit ?? ''))))
  const total = await people.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await people.select(['id', 'name', 'account', 'active', 'generated', 'version', 'leaves_on as leavesOn']).$if(filter.after !== undefined, q => q.where('account', '>', filter.after ?? '')).orderBy('account').limit(filter.limit).execute()
  return { total: total.n, rows }
}

/** Posts with the names of person and unit, of these people or of this unit. */
export async function findPosts(tx: Tx, district: District, of: { readonly people?: readonly Id[]; readonly unit?: Id; readonly ids?: readonly Id[] }) {
  const rows = await tx.selectFrom('org.post as post').where('post.district', '=', district)
    .innerJoin('org.person as person', join => join.onRef('person.district', '=', 'post.district').onRef('person.id', '=', 'post.person'))
    .innerJoin('org.unit as unit', join => join.onRef('unit.district', '=', 'post.district').onRef('unit.id', '=', 'post.unit'))
    .select([...postColumns, 'person.name as personName', 'unit.name as unitName'])
    .$if(of.people !== undefined, q => q.where(sql<boolean>`post.person = any (${of.people ?? []}::uuid[])`))
    .$if(of.ids !== undefined, q => q.where(sql<boolean>`post.id = any (${of.ids ?? []}::uuid[])`))
    .$if(of.unit !== undefined, q => q.where('post.unit', '=', of.unit ?? ''))
    .orderBy('post.from_on').orderBy('post.id').limit(2000).execute()
  return rows.map(row => ({ ...asPost(row), personName: row.personName, unitName: row.unitName }))
}

/** Lets those who give a person posts at one moment go one after another, so that each sees what the other gave. */
export async function takePersonsTurn(tx: Tx, district: District, person: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`org/post/${district}/${person}`}, 0))`.execute(tx)
}

export async function insertPost(tx: Tx, district: District, post: Post): Promise<void> {
  const { from, until, ...rest } = post
  await tx.insertInto('org.post').values({ district, ...rest, from_on: from, until_on: until }).execute()
}

export async function endPost(tx: Tx, district: District, id: Id, on: Day): Promise<void> {
  await tx.updateTable('org.post').set({ until_on: on }).where('district', '=', district).where('id', '=', id).execute()
}

const delegationColumns = ['d.id', 'd.post', 'd.to_person as to', 'd.from_on as from', 'd.until_on as until', 'd.reason', 'd.withdrawn'] as const

/** Delegations to a person, or one by its id. */
export async function findDelegations(tx: Tx, district: District, of: { readonly to?: Id; readonly id?: Id }): Promise<Delegation[]> {
  return tx.selectFrom('org.delegation as d').select(delegationColumns).where('d.district', '=', district)
    .$if(of.to !== undefined, q => q.where('d.to_person', '=', of.to ?? '')).$if(of.id !== undefined, q => q.where('d.id', '=', of.id ?? '')).execute()
}

export async function findDelegationRows(tx: Tx, district: District, filter: { readonly after?: string; readonly limit: number }) {
  const all = tx.selectFrom('org.delegation as d').where('d.district', '=', district)
  const total = await all.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await all
    .innerJoin('org.post as post', join => join.onRef('post.district', '=', 'd.district').onRef('post.id', '=', 'd.post'))
    .innerJoin('org.unit as unit', join => join.onRef('unit.district', '=', 'd.district').onRef('unit.id', '=', 'post.unit'))
    .innerJoin('org.person as giver', join => join.onRef('giver.district', '=', 'd.district').onRef('giver.id', '=', 'post.person'))
    .innerJoin('org.person as taker', join => join.onRef('taker.district', '=', 'd.district').onRef('taker.id', '=', 'd.to_person'))
    .select([...delegationColumns, 'post.title as postTitle', 'unit.name as unitName', 'giver.name as fromName', 'taker.name as toName'])
    .$if(filter.after !== undefined, q => q.where('d.id', '<', filter.after ?? '')).orderBy('d.id', 'desc').limit(filter.limit).execute()
  return { total: total.n, rows }
}

export async function insertDelegation(tx: Tx, district: District, d: Delegation): Promise<void> {
  await tx.insertInto('org.delegation').values({ district, id: d.id, post: d.post, to_person: d.to, from_on: d.from, until_on: d.until, reason: d.reason, withdrawn: d.withdrawn }).execute()
}

export async function withdrawDelegation(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.updateTable('org.delegation').set({ withdrawn: true }).where('district', '=', district).where('id', '=', id).execute()
}

export async function insertJurisdiction(tx: Tx, district: District, j: Jurisdiction): Promise<void> {
  await tx.insertInto('org.jurisdiction').values({ district, id: j.id, matter: j.matter, area: j.area, unit: j.unit, from_on: j.from, until_on: j.until }).execute()
}

/** Jurisdictions over any of these areas, or of one unit. */
export async function findJurisdictions(tx: Tx, district: District, of: { readonly areas?: readonly Id[]; readonly unit?: Id }) {
  return tx.selectFrom('org.jurisdiction as j').where('j.district', '=', district)
    .innerJoin('org.unit as area', join => join.onRef('area.district', '=', 'j.district').onRef('area.id', '=', 'j.area'))
    .innerJoin('org.unit as unit', join => join.onRef('unit.district', '=', 'j.district').onRef('unit.id', '=', 'j.unit'))
    .select(['j.id', 'j.matter', 'j.area', 'j.unit', 'j.from_on as from', 'j.until_on as until', 'area.name as areaName', 'unit.name as unitName'])
    .$if(of.areas !== undefined, q => q.where(sql<boolean>`j.area = any (${of.areas ?? []}::uuid[])`))
    .$if(of.unit !== undefined, q => q.where('j.unit', '=', of.unit ?? ''))
    .orderBy('j.matter').orderBy('j.id').execute()
}
