import { createHash } from 'node:crypto'
import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Tx } from '../../context.ts'
import { actOf, paperView } from './views.ts'
import { type Paper } from '../contract.ts'
import { findingsFromReading, type ReadFinding } from '../domain/findings-from-reading.ts'
import { type Given, needsReading, withGiven } from '../domain/front-matter.ts'
import { advanced, foldFinding, sameFound, type Step } from '../domain/review.ts'
import { piecesFrom, shownName } from '../domain/text.ts'
import { type ReadOut, type ReadingPool, readingPool, type ToRead } from '../reading-pool.ts'
import { type Doubt } from '../schema.ts'
import * as store from '../store.ts'

/** A report gives 100 to 500, a five-year plan about 2,000. */
const MOST_FINDINGS = 10_000

export type Imported = { readonly existing: boolean; readonly paper: Paper }

/** A paper to import: a file, or text that was pasted. `given`: what is known of it and would else be asked. */
export type ToImport = ({ readonly bytes: Uint8Array; readonly name: string; readonly mime?: string } | { readonly text: string; readonly name?: string }) & { readonly given?: Given }

/** Reads a paper and keeps it for review. The same file, or the same text in another file, answers the import that is there. */
export async function importPaper(ctx: Context, what: ToImport, pool: ReadingPool = sharedPool): Promise<Result<Imported>> {
  const given = what.given ?? {}
  const bytes = 'bytes' in what ? what.bytes : new TextEncoder().encode(what.text)
  const mime = 'bytes' in what ? what.mime ?? 'application/octet-stream' : 'text/plain; charset=utf-8'
  const name = shownName('bytes' in what ? what.name : what.name ?? '粘贴的正文.txt')
  if (bytes.length === 0) return refuse('nothing-to-import')
  const fileHash = sha256(bytes)
  const before = await ctx.read(tx => sameText(tx, ctx, fileHash, 'file'))
  if (before) return ok(before)
  const work: ToRead = 'bytes' in what ? { bytes, name, mime, given } : { pasted: what.text, given }
  const read = await pool.read(work)
  if (!read.ok) return read
  const { raw, reading } = read.value
  const findings = findingsFromReading(reading)
  if (findings.length > MOST_FINDINGS) return refuse('too-many-findings', { count: findings.length, limit: MOST_FINDINGS })

  const textHash = sha256(raw)
  const paper: store.StoredPaper = {
    id: ctx.newId(), state: 'open', name, format: read.value.format, size: bytes.length, length: raw.length, fileHash, textHash,
    document: reading.document, given, outline: reading.outline, repairs: reading.repairs, doubts: [...notesOf(read.value), ...reading.doubts],
    importedAt: ctx.now(), importedBy: ctx.actor.person, importer: ctx.actor.name, acceptedAt: null, accepter: null, brought: null, version: 1,
  }
  return ctx.write(async (tx, note) => {
    if (!(await store.insertPaper(tx, ctx.district, paper, { mime, bytes }, piecesFrom(raw)))) {
      // The same text is on file: in another format, or from an import that was quicker just now.
      const there = await sameText(tx, ctx, textHash)
      if (!there) return refuse('changed-meanwhile')
      await note({ verb: 'paper.imported-again', thing: 'paper', thingId: there.paper.id, detail: { name } })
      return ok(there)
    }
    const act = actOf(ctx, 'imported', findings.length)
    await store.insertAct(tx, ctx.district, paper.id, act)
    await saveRead(tx, ctx, paper.id, act, findings.map(finding => ({ finding, known: null })))
    await note({ verb: 'paper.imported', thing: 'paper', thingId: paper.id, detail: { name, format: paper.format, textHash, findings: findings.length } })
    return ok({ existing: false, paper: await paperView(tx, ctx, paper) })
  })
}

/** Threads for reading belong to the program, not to a request: their number is what protects everybody else's. */
const sharedPool = readingPool()

/** The import that is there of the same text, or of the very same file. */
async function sameText(tx: Tx, ctx: Context, hash: string, of: 'text' | 'file' = 'text'): Promise<Imported | null> {
  const id = await store.findSame(tx, ctx.district, of, hash)
  const paper = id && await store.loadPaper(tx, ctx.district, id)
  return paper ? { existing: true, paper: await paperView(tx, ctx, paper) } : null
}

function sha256(of: Uint8Array | string): string {
  return createHash('sha256').update(of).digest('hex')
}

/** What was noticed on the way from the file to its text stands first among the doubts. */
function notesOf({ notes }: ReadOut): Doubt[] {
  return notes.map(message => ({ kind: 'other', fact: null, start: 0, end: 0, message }))
}

function isNote(doubt: Doubt): boolean {
  return doubt.kind === 'other' && doubt.fact === null && doubt.end === 0
}

/** Fills in or mends the front matter. Where that changes which periods the paper speaks of, it is read again and findings that nobody corrected follow. */
export async function mendPaper(ctx: Context, id: Id, asked: { readonly version: number; readonly changes: Given }, pool: ReadingPool = sharedPool): Promise<Result<{ paper: Paper; rereadFindings: number }>> {
  const before = await ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, id)
    return paper && { paper, raw: needsReading(paper.document, asked.changes) ? await store.loadText(tx, ctx.district, id, 0, paper.length) : null }
  })
  if (!before) return refuse('unknown-paper', { id })
  const given = { ...before.paper.given, ...asked.changes }
  const read = before.raw === null ? null : await pool.read({ raw: before.raw, given })
  if (read && !read.ok) return read
  const reading = read?.value.reading ?? null

  return ctx.write(async (tx, note) => {
    const paper = await store.loadPaper(tx, ctx.district, id, 'locked')
    if (!paper) return refuse('unknown-paper', { id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    if (paper.version !== asked.version || before.paper.version !== asked.version) return refuse('changed-meanwhile')
    const mended: store.StoredPaper = reading
      ? { ...paper, given, document: reading.document, outline: reading.outline, repairs: reading.repairs, doubts: [...paper.doubts.filter(isNote), ...reading.doubts], version: paper.version + 1 }
      : { ...paper, given, document: withGiven(paper.document, asked.changes), version: paper.version + 1 }
    await store.savePaper(tx, ctx.district, mended, paper.version)
    const changed = reading ? await changedFindings(tx, ctx, id, findingsFromReading(reading)) : []
    const act = actOf(ctx, 'mended', changed.length)
    await store.insertAct(tx, ctx.district, id, act)
    await saveRead(tx, ctx, id, act, changed)
    await note({ verb: 'paper.mended', thing: 'paper', thingId: id, detail: { fields: Object.keys(asked.changes), findings: changed.length } })
    return ok({ paper: await paperView(tx, ctx, mended), rereadFindings: changed.length })
  })
}

/** A finding as it is read now (null: no longer), with what is known of it from before (null: new). */
type Reread = { readonly finding: ReadFinding; readonly known: null } | { readonly finding: ReadFinding | null; readonly known: store.StoredFinding }

/** What the new reading has otherwise than the findings on file. */
async function changedFindings(tx: Tx, ctx: Context, paper: Id, now: readonly ReadFinding[]): Promise<Reread[]> {
  const known = await store.loadFindings(tx, ctx.district, paper)
  const byKey = new Map(known.map(finding => [finding.key, finding]))
  const read = new Set(now.map(finding => finding.key))
  return [
    ...now.flatMap((finding): Reread[] => {
      const before = byKey.get(finding.key)
      if (!before) return [{ finding, known: null }]
      const same = !before.gone && before.kind === finding.kind && sameFound(before.read, finding.read) && before.doubtful === finding.doubtful && before.certainty === finding.certainty
      return same ? [] : [{ finding, known: before }]
    }),
    ...known.filter(finding => !finding.gone && !read.has(finding.key)).map((finding): Reread => ({ finding: null, known: finding })),
  ]
}

/** Saves what was read as the next event of each finding. */
async function saveRead(tx: Tx, ctx: Context, paper: Id, act: store.StoredAct, reread: readonly Reread[]): Promise<void> {
  const saved = reread.flatMap(({ finding, known }): { row: store.Saved; event: { kind: 'read'; value: ReadFinding['read'] | null } }[] => {
    const event = { kind: 'read' as const, value: finding?.read ?? null }
    const step: Step = { event, act: act.id, by: act.by, at: act.at }
    const standing = known ? advanced(known, step) : foldFinding([step])
    if (!standing) return []
    const place = finding ?? known
    if (!place) return []
    const { key, kind, doubtful, certainty, start, end, block, section } = place
    return [{ event, row: { seen: known?.version ?? 0, finding: { ...standing, id: known?.id ?? ctx.newId(), key, kind, doubtful, certainty, start, end, block, section } } }]
  })
  await store.saveFindings(tx, ctx.district, paper, saved.map(s => s.row))
  await store.appendEvents(tx, ctx.district, act.id, saved.map(({ row, event }) => ({ finding: row.finding.id, seq: row.finding.version, event })))
}
