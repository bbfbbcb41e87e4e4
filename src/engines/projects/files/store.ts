import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type FileKind } from './contract.ts'

/** A file with a project, without its bytes. */
export type StoredFile = {
  readonly id: Id; readonly project: Id; readonly kind: FileKind; readonly name: string; readonly mime: string; readonly size: number; readonly sha256: string; readonly visit: number | null
  readonly at: Instant; readonly person: Id; readonly by: string; readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null
}

const zulu = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Files of a project, the newest first. */
export async function findFiles(tx: Tx, district: District, project: Id): Promise<readonly StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select id, project, kind, name, mime, size, sha256, visit, ${zulu('at')} as at, person, by_name as by,
      case when withdrawn_at is null then null else json_build_object('at', ${zulu('withdrawn_at')}, 'by', withdrawn_by, 'reason', withdrawn_reason) end as withdrawn
    from projects.file where district = ${district} and project = ${project} order by at desc, id desc`.execute(tx)
  return rows
}

export async function insertFile(tx: Tx, district: District, { by, withdrawn: _withdrawn, ...file }: StoredFile, bytes: Uint8Array): Promise<void> {
  await tx.insertInto('projects.file').values({ district, ...file, by_name: by, bytes: Buffer.from(bytes) }).execute()
}

export async function loadFile(tx: Tx, district: District, project: Id, id: Id): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null> {
  const row = await tx.selectFrom('projects.file').select(['name', 'mime', 'bytes']).where('district', '=', district).where('project', '=', project).where('id', '=', id).executeTakeFirst()
  return row?.bytes ? { name: row.name, mime: row.mime, bytes: row.bytes } : null
}

/** Takes a file back: its bytes are gone, that it was there stays; false where somebody did so before. */
export async function withdrawFile(tx: Tx, district: District, id: Id, withdrawn: NonNullable<StoredFile['withdrawn']>): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('projects.file').set({ bytes: null, withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.by, withdrawn_reason: withdrawn.reason }).where('district', '=', district).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}
