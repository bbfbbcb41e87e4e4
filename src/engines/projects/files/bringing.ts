import { createHash } from 'node:crypto'
import { type File } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { bare, kindOf } from '../../cases/domain/picture.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { checkedFile } from '../../plan/domain/ledger/evidence-file.ts'
import { nameOf } from '../domain/project.ts'
import { type Found } from '../store.ts'
import { type FileKind, MOST_FILES } from './contract.ts'
import { findFiles, insertFile, type StoredFile } from './store.ts'

type Brought = { readonly kind: FileKind; readonly visit: number | null }

/**
 * Puts a document or photograph to a project. The caller has asked whether they may. The same bytes a second time are answered with
 * what is there. What a camera wrote beside a picture is taken out of it.
 */
export async function bringFile(tx: Tx, ctx: Context, note: Note, { id, project, events }: Pick<Found, 'id' | 'project' | 'events'>, file: Pick<File, 'name' | 'bytes'> | null, { kind, visit }: Brought): Promise<Result<StoredFile>> {
  if (!file || file.bytes.length === 0) return refuse('no-project-file')
  if (visit !== null && !events.some(({ seq, event }) => seq === visit && event.kind === 'visited')) return refuse('unknown-visit')
  const checked = checkedFile(file)
  if (!checked.ok) return checked
  const { name, mime } = checked.value
  if (kind === 'photo' && !mime.startsWith('image/')) return refuse('photo-expected', { name: name.slice(0, 60) })
  const picture = mime.startsWith('image/') ? kindOf(file.bytes) : null
  const bytes = mime.startsWith('image/') ? picture && bare(picture, file.bytes) : file.bytes
  if (!bytes) return refuse('evidence-unreadable', { name: name.slice(0, 60) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const there = (await findFiles(tx, ctx.district, id)).filter(one => one.withdrawn === null)
  const same = there.find(one => one.sha256 === sha256 && one.kind === kind && one.visit === visit)
  if (!same && there.length >= MOST_FILES) return refuse('files-full', { name: nameOf(project), most: MOST_FILES })
  const kept: StoredFile = same ?? { id: ctx.newId(), project: id, kind, name, mime, size: bytes.length, sha256, visit, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, withdrawn: null }
  if (!same) await insertFile(tx, ctx.district, kept, bytes)
  await note({ verb: 'project.file-brought', thing: 'project', thingId: id, unit: project.owner, detail: { code: project.code, name: nameOf(project), file: kept.id, kind, ...(same && { again: true }) } })
  return ok(kept)
}
