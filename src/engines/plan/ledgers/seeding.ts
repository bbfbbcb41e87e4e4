/** Kinds of ledger that packs bring, and ledgers that are there from the start: from published papers, or made up for the demonstration. */
import { type Id } from '../../../kernel/id.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { appliedToLine } from '../domain/ledger/fold.ts'
import { doneShareOf, standingOn } from '../domain/ledger/particulars.ts'
import { applied } from '../domain/tree.ts'
import { ledgerEventRow } from './line-api.ts'
import { type LedgerKind, type LedgerKindGiven, type LineEvent } from './schema.ts'
import * as store from './store.ts'
import { type CommitmentEvent } from '../schema.ts'
import { appendEvents, loadCommitment, saveCommitment } from '../store.ts'
import { eventRow, takeCommitments, type TakenCommitment } from '../taking.ts'

/** Puts the kinds of ledger of the district's packs in place, in their order; answers how many were new or changed. */
export async function seedLedgerKinds(tx: Tx, ctx: Context, kinds: readonly LedgerKindGiven[]): Promise<number> {
  return store.saveKinds(tx, ctx.district, kinds)
}

/** A part of a line as it is seeded: measured by a target, or by progress that is told with it, or by nothing yet. */
export type SeededPart = { readonly title: string; readonly target: Id | null; readonly progress?: { readonly share: number; readonly onDay: Day; readonly note: string; readonly evidence: string } }

/** A line as it is seeded: a matter with its parts, or a target alone. */
export type SeededLine =
  | { readonly target: Id }
  | { readonly title: string; readonly leadUnit: Id | null; readonly coUnits?: readonly Id[]; readonly parts: readonly SeededPart[]; readonly progress?: SeededPart['progress']; readonly events?: readonly SeededEvent[] }

/** What happened to a line before the demonstration opens. */
export type SeededEvent =
  | { readonly what: 'told'; readonly onDay: Day; readonly values: Readonly<Record<string, number | string>>; readonly ground: string; readonly by: string }
  | { readonly what: 'evidence'; readonly shows: string; readonly number: string; readonly on: Day; readonly by: string }
  | { readonly what: 'proposed'; readonly by: string }
  | { readonly what: 'accepted' | 'partly' | 'refused'; readonly share?: number; readonly note: string; readonly by: string }

export type SeededLedger = { readonly id: Id; readonly kind: string; readonly span: string; readonly title: string; readonly source: Source; readonly cap?: number | null; readonly lines: readonly SeededLine[] }

/** Writes a ledger with its commitments, once; false where it, or another of its kind and span, is there already. */
export async function seedLedger(tx: Tx, ctx: Context, { id, kind: key, span, title, source, cap, lines }: SeededLedger): Promise<boolean> {
  const kind = (await store.findKinds(tx, ctx.district)).find(k => k.key === key)
  const ledger = { id, kind: key, span, title, cap: cap ?? null, source }
  if (!kind || !(await store.insertLedger(tx, ctx.district, { ...ledger, version: 1 }, kind.onePerSpan))) return false
  await store.appendLedgerEvents(tx, ctx.district, [ledgerEventRow(ctx, id, id, { kind: 'made', ledger })])
  const commitmentOf = await takeLines(tx, ctx, { id, span, title, source, lines })
  for (const [i, line] of lines.entries()) {
    const placed = { id: ctx.newId(), ledger: id, commitment: 'target' in line ? null : commitmentOf.get(`${i}`) ?? null, target: 'target' in line ? line.target : null, position: i + 1 }
    await store.insertLines(tx, ctx.district, [placed])
    await store.appendLedgerEvents(tx, ctx.district, [ledgerEventRow(ctx, id, placed.id, { kind: 'placed', line: placed })])
    if ('target' in line) continue
    for (const [j, part] of line.parts.entries()) await tellProgress(tx, ctx, commitmentOf.get(`${i}/${j}`), part)
    if (line.progress) await tellProgress(tx, ctx, commitmentOf.get(`${i}`), { title: line.title, target: null, progress: line.progress })
    for (const event of line.events ?? []) {
      await happen(tx, ctx, placed.id, lineEvent(ctx, kind, event))
      if (event.what === 'told' && line.parts.length === 0) await tellMeasured(tx, ctx, kind, placed.id, placed.commitment, event)
    }
  }
  return true
}

/** The list as a chapter of the plan, its lines as tasks and their parts as measures: the tree that a paper's annex would bring. */
async function takeLines(tx: Tx, ctx: Context, { id, span, title, source, lines }: Omit<SeededLedger, 'kind' | 'cap'>): Promise<ReadonlyMap<string, Id>> {
  const plain = { verb: null, strength: 'plain', dueOn: `${span.slice(-4)}-12-31`, source } as const
  const items = lines.flatMap((line, i): TakenCommitment[] => ('target' in line ? [] : [
    { ...plain, kind: 'task', title: line.title, fact: `${i}`, parent: 'list', leadUnit: line.leadUnit, coUnits: line.coUnits ?? [] },
    ...line.parts.map((part, j): TakenCommitment => ({ ...plain, kind: 'measure', title: part.title, fact: `${i}/${j}`, parent: `${i}`, target: part.target, leadUnit: line.leadUnit })),
  ]))
  if (items.length === 0) return new Map()
  const { commitmentOf } = await takeCommitments(tx, ctx, { origin: id, year: Number(span.slice(-4)), items: [{ ...plain, kind: 'chapter', title, fact: 'list', parent: null }, ...items] })
  return commitmentOf
}

async function tellProgress(tx: Tx, ctx: Context, id: Id | undefined, { progress }: SeededPart): Promise<void> {
  const commitment = id === undefined || !progress ? null : await loadCommitment(tx, ctx.district, id)
  if (!commitment || !progress) return
  const event: CommitmentEvent = { kind: 'progressed', progress: { id: ctx.newId(), at: ctx.now(), by: ctx.actor.name, ...progress } }
  const after = applied(commitment, event)
  if (after && await saveCommitment(tx, ctx.district, after, commitment.version)) await appendEvents(tx, ctx.district, [eventRow(ctx, commitment.id, event)])
}

/** The progress that follows from what was told of a line, where its kind is measured by a column. */
async function tellMeasured(tx: Tx, ctx: Context, kind: LedgerKind, line: Id, commitment: Id | null, { onDay, ground }: Extract<SeededEvent, { what: 'told' }>): Promise<void> {
  const found = await store.loadLine(tx, ctx.district, line)
  const share = found && doneShareOf(kind, standingOn(found.line.told, onDay))
  if (share !== null && commitment !== null) await tellProgress(tx, ctx, commitment, { title: '', target: null, progress: { share, onDay, note: ground, evidence: ground } })
}

function lineEvent(ctx: Context, kind: LedgerKind, event: SeededEvent): LineEvent {
  const at = ctx.now()
  switch (event.what) {
    case 'evidence': return { kind: 'evidence-added', evidence: { id: ctx.newId(), what: event.shows, number: event.number, on: event.on, note: null, file: null, at, by: event.by, person: null } }
    case 'told': return { kind: 'told', telling: { id: ctx.newId(), onDay: event.onDay, values: { ...event.values }, ground: event.ground, reason: null, at, by: event.by, withLedger: true } }
    case 'proposed': return { kind: 'proposed', at, by: event.by, person: ctx.actor.person, note: null }
    case 'accepted':
    case 'partly':
    case 'refused': return { kind: 'decided', step: kind.acceptance.length - 1, last: true, decision: event.what, share: event.share ?? null, at, by: event.by, note: event.note }
  }
}

async function happen(tx: Tx, ctx: Context, id: Id, event: LineEvent): Promise<void> {
  const found = await store.loadLine(tx, ctx.district, id)
  const after = found && appliedToLine(found.line, event)
  if (found && after && await store.saveLine(tx, ctx.district, after, found.line.version)) await store.appendLedgerEvents(tx, ctx.district, [ledgerEventRow(ctx, found.line.ledger, id, event)])
}
