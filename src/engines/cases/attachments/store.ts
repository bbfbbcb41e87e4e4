import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type AttachmentKind } from '../domain/picture.ts'

/** A file with a case, without its bytes. */
export type Attachment = {
  readonly id: Id; readonly caseId: Id; readonly name: string; readonly mime: AttachmentKind; readonly size: number; readonly sha256: string; readonly at: Instant
  readonly person: Id | null; readonly byName: string | null; readonly unit: Id | null; readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

const zulu = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = sql`id, case_id as "caseId", name, mime, size, sha256, ${zulu('at')} as at, person, by_name as "byName", unit,
  case when withdrawn_at is null then null else json_build_object('at', ${zulu('withdrawn_at')}, 'by', withdrawn_by, 'reason', withdrawn_reason) end as withdrawn`

/** Files of a case, the oldest first. */
export async function findAttachments(tx: Tx, district: District, caseId: Id): Promise<readonly Attachment[]> {
  const { rows } = await sql<Attachment>`select ${columns} from cases.attachment where district = ${district} and case_id = ${caseId} order by at, id`.execute(tx)
  return rows
}

/** The first photograph of each of these cases that was not withdrawn, by case. */
export async function findPictures(tx: Tx, district: District, cases: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (cases.length === 0) return new Map()
  const { rows } = await sql<{ caseId: Id; id: Id }>`select distinct on (case_id) case_id as "caseId", id from cases.attachment where district = ${district} and case_id = any (${cases}::uuid[]) and withdrawn_at is null and mime like 'image/%' order by case_id, at, id`.execute(tx)
  return new Map(rows.map(row => [row.caseId, row.id]))
}

export async function insertAttachment(tx: Tx, district: District, of: Omit<Attachment, 'withdrawn'>, bytes: Uint8Array): Promise<void> {
  const { caseId, byName, id, name, mime, size, sha256, at, person, unit } = of
  await tx.insertInto('cases.attachment').values({ district, id, name, mime, size, sha256, at, person, unit, case_id: caseId, by_name: byName, bytes: Buffer.from(bytes) }).execute()
}

export async function loadBytes(tx: Tx, district: District, caseId: Id, id: Id): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null> {
  const row = await tx.selectFrom('cases.attachment').select(['name', 'mime', 'bytes']).where('district', '=', district).where('case_id', '=', caseId).where('id', '=', id).executeTakeFirst()
  return row?.bytes ? { name: row.name, mime: row.mime, bytes: row.bytes } : null
}

/** Takes a file back: its bytes are gone, that it was there stays; false where somebody did so before. */
export async function withdrawAttachment(tx: Tx, district: District, id: Id, by: { readonly at: Instant; readonly by: string; readonly reason: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('cases.attachment').set({ bytes: null, withdrawn_at: by.at, withdrawn_by: by.by, withdrawn_reason: by.reason }).where('district', '=', district).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}
