import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { FormContent, type FormVersion } from './schema.ts'

/** A form with all its versions, the newest first. */
export type StoredForm = { readonly id: Id; readonly code: string; readonly until: Day | null; readonly fromPack: boolean; readonly version: number; readonly versions: readonly FormVersion[] }

type VersionRow = { readonly id: Id; readonly code: string; readonly until_on: Day | null; readonly from_pack: boolean; readonly version: number; readonly number: number; readonly from_on: Day; readonly content: unknown; readonly at: Instant; readonly by_name: string }

/** Forms by code, each with all its versions. */
export async function findForms(tx: Tx, district: District, only: { readonly id?: Id; readonly code?: string } = {}): Promise<readonly StoredForm[]> {
  const { rows } = await sql<VersionRow>`
    select f.id, f.code, f.until_on, f.from_pack, f.version, v.number, v.from_on, v.content, v.at, v.by_name
    from returns.form f join returns.form_version v on v.district = f.district and v.form = f.id
    where f.district = ${district} ${only.id ? sql`and f.id = ${only.id}` : sql``} ${only.code ? sql`and f.code = ${only.code}` : sql``}
    order by f.code, v.number desc`.execute(tx)
  return [...Map.groupBy(rows, row => row.id)].flatMap(([id, versions]) => {
    const [first] = versions
    return first ? [{ id, code: first.code, until: first.until_on, fromPack: first.from_pack, version: first.version, versions: versions.map(versionFrom) }] : []
  })
}

function versionFrom(row: Pick<VersionRow, 'id' | 'code' | 'number' | 'from_on' | 'content' | 'at' | 'by_name'>): FormVersion {
  return { form: row.id, code: row.code, number: row.number, from: row.from_on, content: FormContent.parse(row.content), at: row.at, by: row.by_name }
}

export async function loadForm(tx: Tx, district: District, id: Id): Promise<StoredForm | null> {
  return (await findForms(tx, district, { id }))[0] ?? null
}

/** Adds a form; false where its code is taken. */
export async function insertForm(tx: Tx, district: District, form: { readonly id: Id; readonly code: string; readonly fromPack: boolean }): Promise<boolean> {
  const made = await tx.insertInto('returns.form').values({ district, id: form.id, code: form.code, from_pack: form.fromPack }).onConflict(c => c.columns(['district', 'code']).doNothing()).returning('id').executeTakeFirst()
  return made !== undefined
}

export async function insertVersion(tx: Tx, district: District, { form, number, from, content, at, by }: FormVersion): Promise<void> {
  await tx.insertInto('returns.form_version').values({ district, form, number, from_on: from, content: JSON.stringify(content), at, by_name: by }).execute()
}

/** Counts a change up if nobody changed the form since `seen`. What a person changed is no longer the pack's. */
export async function saveForm(tx: Tx, district: District, id: Id, seen: number, set: { readonly until?: Day | null; readonly fromPack?: boolean }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('returns.form').set({ version: seen + 1, ...(set.until !== undefined && { until_on: set.until }), ...(set.fromPack !== undefined && { from_pack: set.fromPack }) })
    .where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}
