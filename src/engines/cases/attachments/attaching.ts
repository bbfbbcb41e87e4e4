import { createHash } from 'node:crypto'
import { type File } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { isEnd } from '../domain/machine.ts'
import { bare, endings, kindOf } from '../domain/picture.ts'
import { type Known } from '../domain/row.ts'
import { type Happened } from '../schema.ts'
import { MOST_ATTACHMENT_BYTES, MOST_ATTACHMENTS } from './contract.ts'
import { type Attachment, findAttachments, insertAttachment } from './store.ts'

/**
 * Puts a photograph or paper to a case: `by` is null for whoever asked. The caller has asked whether they may. The same bytes a
 * second time are answered with what is there. What a camera wrote beside a picture is taken out of it.
 */
export async function attach(tx: Tx, ctx: Context, note: Note, found: Pick<Known, 'id' | 'present'>, file: Pick<File, 'name' | 'bytes'> | null, by: Happened['by']): Promise<Result<Attachment>> {
  const { number, state, lead } = found.present
  if (isEnd(state)) return refuse('wrong-state', { number, state, move: 'attached' })
  if (!file || file.bytes.length === 0) return refuse('no-attachment')
  if (file.bytes.length > MOST_ATTACHMENT_BYTES) return refuse('attachment-too-large', { most: MOST_ATTACHMENT_BYTES / 1_000_000, size: Math.ceil(file.bytes.length / 1_000_000) })
  const mime = kindOf(file.bytes)
  const bytes = mime && bare(mime, file.bytes)
  if (!mime || !bytes) return refuse('attachment-unreadable', { name: plainName(file.name).slice(0, 60).toWellFormed() })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const there = (await findAttachments(tx, ctx.district, found.id)).filter(one => one.withdrawn === null)
  const same = there.find(one => one.sha256 === sha256)
  if (same) {
    await note({ verb: 'case.attached', thing: 'case', thingId: found.id, unit: lead, detail: { number, attachment: same.id, again: true } })
    return ok(same)
  }
  if (there.length >= MOST_ATTACHMENTS) return refuse('attachments-full', { number, most: MOST_ATTACHMENTS })
  const attachment: Attachment = { id: ctx.newId(), caseId: found.id, name: nameFor(file.name, endings[mime]), mime, size: bytes.length, sha256, at: ctx.now(), person: by?.person ?? null, byName: by?.name ?? null, unit: by?.unit ?? null, withdrawn: null }
  await insertAttachment(tx, ctx.district, attachment, bytes)
  await note({ verb: 'case.attached', thing: 'case', thingId: found.id, unit: lead, detail: { number, attachment: attachment.id, mime, size: attachment.size } })
  return ok(attachment)
}

function plainName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, '').trim().toWellFormed()
}

/** A name with the ending of what it is; a long one keeps its beginning. */
function nameFor(name: string, ending: string): string {
  const stem = plainName(name).replace(/\.[a-z0-9]{1,5}$/i, '').slice(0, 100).toWellFormed().trim()
  return `${stem === '' ? 'photo' : stem}.${ending}`
}
