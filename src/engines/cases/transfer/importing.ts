import { type Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { digits } from '../api.ts'
import { wordsOf } from '../domain/refused.ts'
import { readRow, type Reading } from '../domain/importing/rows.ts'
import { happen, officialAt, openCase } from '../doing.ts'
import { loadCase, seeEveryCase } from '../store.ts'
import * as store from './import-store.ts'

/** Opens the next rows as cases, received when their source received them. All of a piece is there or nothing of it. */
export async function takePiece(tx: Tx, ctx: Context, note: Note, kept: store.ImportKept, reading: Reading, most: number): Promise<number> {
  const rows = await store.findCells(tx, ctx.district, kept.id, ['new'], most, true)
  const judged: store.Judged[] = []
  for (const { row, cells } of rows) judged.push({ row, ...await take(tx, ctx, note, kept.source, reading, cells) })
  const opened = judged.flatMap(one => one.case ?? [])
  await store.tellNobody(tx, ctx.district, opened)
  if (judged.length > 0) await store.saveJudged(tx, ctx.district, kept.id, judged)
  if (rows.length < most) await store.saveImport(tx, ctx.district, kept.id, { state: 'done' })
  await note({ verb: 'case-import.taken', thing: 'case-import', thingId: kept.id, detail: { rows: rows.length, opened: opened.length } })
  return rows.length
}

async function take(tx: Tx, ctx: Context, note: Note, source: string, reading: Reading, cells: readonly string[]): Promise<Omit<store.Judged, 'row'>> {
  // Read anew: the type, the units or the clock may have gone on since it was checked.
  const read = readRow(reading, cells)
  if ('faults' in read) return { outcome: 'wrong', faults: read.faults }
  const { number, receivedAt, given: { reporter, ...given } } = read.row
  const id = ctx.newId()
  if (!await store.claimNumber(tx, ctx.district, source, number, id)) return { outcome: 'there' }
  const who = reporter && { ...reporter, phone: reporter.phone === null ? null : digits(reporter.phone), codeHash: null }
  const opened = await openCase(tx, ctx, note, given, 'staff', who, { id, receivedAt: receivedAt ?? ctx.now() })
  if (opened.ok) return { outcome: 'opened', case: id, seq: opened.value.present.seq }
  await store.releaseNumbers(tx, ctx.district, [id])
  return { outcome: 'wrong', faults: [{ column: reading.mapping['number'] ?? '', value: number, expected: wordsOf(opened) }] }
}

/** Voids the next cases of an import that nobody has touched, and gives their numbers back. The caller has asked whether it may be. */
export async function undoPiece(tx: Tx, ctx: Context, note: Note, kept: store.ImportKept, reason: string, most: number): Promise<Result<number>> {
  const rows = await store.takeOpened(tx, ctx.district, kept.id, most)
  await seeEveryCase(tx)
  const voided: Id[] = []
  for (const { case: id } of rows) {
    const found = await loadCase(tx, ctx.district, { id })
    if (!found) continue
    // Who brought a file takes back what came of it, as the desk takes back what was opened by mistake.
    const { by } = officialAt(ctx, found.present, found.opener)
    const done = await happen(tx, ctx, note, found, { kind: 'voided', reason: `撤回导入：${reason}` }, { by, standing: { parties: new Set(['desk']), units: [] } }, found.present.seq)
    if (!done.ok) return done
    voided.push(id)
  }
  await store.tellNobody(tx, ctx.district, voided)
  if (voided.length > 0) await store.releaseNumbers(tx, ctx.district, voided)
  await store.saveJudged(tx, ctx.district, kept.id, rows.map(({ row }) => ({ row, outcome: 'voided' })))
  await store.saveImport(tx, ctx.district, kept.id, { state: 'undone', undone: { at: ctx.now(), by: ctx.actor.name, reason } })
  await note({ verb: 'case-import.undone', thing: 'case-import', thingId: kept.id, detail: { voided: voided.length, reason } })
  return ok(rows.length)
}
