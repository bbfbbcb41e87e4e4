import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'

/** A view as the person sees it: their own, or one shared with a unit of theirs. */
export type ViewRow = { readonly id: Id; readonly name: string; readonly query: Record<string, string>; readonly unit: Id | null; readonly unitName: string | null; readonly person: Id; readonly by: string | null; readonly start: boolean }

/** Whose eyes: their own views, and those of these units. */
export type Viewer = { readonly person: Id; readonly units: readonly Id[] }

/** Own views first in their order, then those of units. */
export async function findViews(tx: Tx, district: District, { person, units }: Viewer): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select v.id, v.name, v.query, v.unit, u.name as "unitName", v.person, p.name as by, s.view_id is not null as start
    from cases.saved_view v
    left join org.v_unit u on u.district = v.district and u.id = v.unit
    left join org.v_person p on p.district = v.district and p.id = v.person
    left join cases.start_view s on s.district = v.district and s.view_id = v.id and s.person = ${person}
    where v.district = ${district} and (v.person = ${person} or v.unit = any (${units}::uuid[]))
    order by v.person = ${person} desc, v.position, v.id`.execute(tx)
  return rows
}

export async function countViews(tx: Tx, district: District, person: Id): Promise<number> {
  const row = await tx.selectFrom('cases.saved_view').select(e => e.fn.countAll<number>().as('n')).where('district', '=', district).where('person', '=', person).executeTakeFirst()
  return row?.n ?? 0
}

/** Puts a view behind the person's others; false where they have one of this name. */
export async function insertView(tx: Tx, district: District, view: { readonly id: Id; readonly person: Id; readonly unit: Id | null; readonly name: string; readonly query: Readonly<Record<string, string>>; readonly at: Instant }): Promise<boolean> {
  const { query, ...row } = view
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from cases.saved_view where district = ${district} and person = ${view.person})`
  const { numInsertedOrUpdatedRows } = await tx.insertInto('cases.saved_view').values({ district, ...row, query: JSON.stringify(query), position }).onConflict(c => c.columns(['district', 'person', 'name']).doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Has this person another view of this name? */
export async function isNameTaken(tx: Tx, district: District, person: Id, name: string, self: Id): Promise<boolean> {
  return (await tx.selectFrom('cases.saved_view').select('id').where('district', '=', district).where('person', '=', person).where('name', '=', name).where('id', '<>', self).executeTakeFirst()) !== undefined
}

export async function saveView(tx: Tx, district: District, id: Id, { query, ...change }: { readonly name?: string | undefined; readonly query?: Readonly<Record<string, string>> | undefined; readonly unit?: Id | null | undefined }): Promise<void> {
  await tx.updateTable('cases.saved_view').set({ ...change, ...(query && { query: JSON.stringify(query) }) }).where('district', '=', district).where('id', '=', id).execute()
}

export async function deleteView(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('cases.saved_view').where('district', '=', district).where('id', '=', id).execute()
}

/** Gives views their places in the order of these ids. */
export async function arrangeViews(tx: Tx, district: District, person: Id, ids: readonly Id[]): Promise<void> {
  await sql`update cases.saved_view v set position = o.n from unnest(${ids}::uuid[]) with ordinality as o(id, n) where v.district = ${district} and v.person = ${person} and v.id = o.id`.execute(tx)
}

export async function saveStart(tx: Tx, district: District, person: Id, view: Id | null): Promise<void> {
  if (view === null) await tx.deleteFrom('cases.start_view').where('district', '=', district).where('person', '=', person).execute()
  else await tx.insertInto('cases.start_view').values({ district, person, view_id: view }).onConflict(c => c.columns(['district', 'person']).doUpdateSet({ view_id: view })).execute()
}
