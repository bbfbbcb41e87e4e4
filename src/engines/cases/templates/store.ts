import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'

/** A template of an answer as it is kept. */
export type Template = {
  readonly id: Id; readonly owner: 'person' | 'unit' | 'district'; readonly person: Id | null; readonly unit: Id | null; readonly unitName: string | null
  readonly title: string; readonly words: string; readonly type: string | null; readonly category: string | null; readonly version: number; readonly by: string
}

/** Templates that somebody may use: their own, those of their units, the district's; or the one that is named, whosever it is. */
export async function findTemplates(tx: Tx, district: District, of: { readonly person: Id; readonly units: readonly Id[] } | { readonly id: Id }): Promise<readonly Template[]> {
  const { rows } = await sql<Template>`
    select t.id, t.owner, t.person, t.unit, u.name as "unitName", t.title, t.words, t.type, t.category, t.version, t.by_name as by
    from cases.template t left join org.v_unit u on u.district = t.district and u.id = t.unit
    where t.district = ${district} and ${'id' in of ? sql`t.id = ${of.id}` : sql`(t.person = ${of.person} or t.unit = any (${[...of.units]}::uuid[]) or t.owner = 'district')`}
    order by array_position(array['person', 'unit', 'district'], t.owner), t.title, t.id`.execute(tx)
  return rows
}

export async function insertTemplate(tx: Tx, district: District, { unitName: _unitName, by, ...rest }: Template, at: Instant): Promise<void> {
  await tx.insertInto('cases.template').values({ district, ...rest, by_name: by, at }).execute()
}

/** Saves a template if nobody did so since `seen`. */
export async function saveTemplate(tx: Tx, district: District, { unitName: _unitName, by, id, ...rest }: Template, seen: number, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('cases.template').set({ ...rest, by_name: by, at }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteTemplate(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('cases.template').where('district', '=', district).where('id', '=', id).execute()
}

/** How many somebody or a unit has. */
export async function countTemplates(tx: Tx, district: District, of: Pick<Template, 'owner' | 'person' | 'unit'>): Promise<number> {
  const { n } = await tx.selectFrom('cases.template').select(sql<number>`count(*)::int`.as('n')).where('district', '=', district).where('owner', '=', of.owner)
    .$if(of.person !== null, q => q.where('person', '=', of.person)).$if(of.unit !== null, q => q.where('unit', '=', of.unit)).executeTakeFirstOrThrow()
  return n
}
