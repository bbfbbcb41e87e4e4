/** The commitments that papers bring, and how they go again. */
import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { endDivisionsOf } from './divisions/dividing.ts'
import { appliedToLine } from './domain/ledger/fold.ts'
import { applied } from './domain/tree.ts'
import { ledgerEventRow } from './ledgers/line-api.ts'
import * as ledgers from './ledgers/store.ts'
import { type Commitment, type CommitmentEvent } from './schema.ts'
import * as store from './store.ts'

/** A line of a paper's tree. `fact` is unique within the paper; `parent` is the fact of the line above. Parents come first. */
export type TakenCommitment = Pick<Commitment, 'kind' | 'title' | 'verb' | 'strength' | 'dueOn' | 'source'> & { readonly fact: string; readonly parent: string | null; readonly target?: Id | null; readonly leadUnit?: Id | null; readonly coUnits?: readonly Id[] }

/**
 * Writes a paper's chapters, tasks and measures into the tree of a year, behind what stands there, within the caller's
 * transaction. The same lines of the same paper a second time change nothing. The caller notes the audit entry.
 */
export async function takeCommitments(tx: Tx, ctx: Context, { origin, year, items }: { readonly origin: Id; readonly year: number; readonly items: readonly TakenCommitment[] }): Promise<{ readonly commitments: number; readonly commitmentOf: ReadonlyMap<string, Id> }> {
  const commitmentOf = new Map(await store.findTaken(tx, ctx.district, origin))
  const last = new Map<Id | null, number>()
  const made: { commitment: store.Stored; fact: string }[] = []
  for (const { fact, parent: above, target = null, leadUnit = null, coUnits = [], ...item } of items) {
    if (commitmentOf.has(fact)) continue
    const parent = above === null ? null : commitmentOf.get(above) ?? null
    const position = (last.get(parent) ?? await store.lastPosition(tx, ctx.district, year, parent)) + 1
    last.set(parent, position)
    const id = ctx.newId()
    commitmentOf.set(fact, id)
    made.push({ fact, commitment: { id, year, parent, position, ...item, target, leadUnit, coUnits: [...coUnits], origin, version: 1 } })
  }
  const added = await store.insertCommitments(tx, ctx.district, made)
  await store.appendEvents(tx, ctx.district, made.filter(m => added.has(m.commitment.id)).map(({ commitment }) => eventRow(ctx, commitment.id, madeOf(commitment))))
  return { commitments: added.size, commitmentOf }
}

/** The first event of a commitment. */
export function madeOf({ id, year, parent, kind, position, title, verb, strength, dueOn, leadUnit, coUnits, target, source, origin }: store.Stored): CommitmentEvent {
  return { kind: 'made', commitment: { id, year, parent, kind, position, title, verb, strength, dueOn, leadUnit, coUnits, target, source, origin } }
}

export function eventRow(ctx: Context, commitment: Id, event: CommitmentEvent): store.EventRow {
  return { id: ctx.newId(), commitment, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, event }
}

/** What went with an import, and what stays because a person entered progress on it or hung something below it. */
export type WithdrawnCommitments = { readonly commitments: number; readonly kept: readonly { readonly id: Id; readonly title: string }[]; readonly released: number }

/**
 * Removes the commitments an import brought and releases those that were measured by targets that went with it, within the
 * caller's transaction. Their history stays.
 */
export async function withdrawOrigin(tx: Tx, ctx: Context, origin: Id, targetsGone: readonly Id[] = []): Promise<WithdrawnCommitments> {
  const gone = await store.deleteCommitmentsOf(tx, ctx.district, origin)
  await store.appendEvents(tx, ctx.district, gone.map(id => eventRow(ctx, id, { kind: 'removed', reason: '文件撤回 the paper was retracted' })))
  const partsGone = await endDivisionsOf(tx, ctx, targetsGone, '文件撤回 the paper was retracted')
  const released = await relink(tx, ctx, new Map([...targetsGone, ...partsGone].map(id => [id, null])))
  const kept = await store.findOfOrigin(tx, ctx.district, origin)
  return { commitments: gone.length, kept: kept.map(({ id, title }) => ({ id, title })), released }
}

/** Moves commitments and lines of ledgers from targets that are gone to others, or to none. Answers how many commitments moved. */
export async function relink(tx: Tx, ctx: Context, targets: ReadonlyMap<Id, Id | null>): Promise<number> {
  const measured = await store.findMeasuredBy(tx, ctx.district, [...targets.keys()])
  for (const { id } of measured) {
    const commitment = await store.loadCommitment(tx, ctx.district, id)
    if (!commitment?.target) continue
    const event: CommitmentEvent = { kind: 'linked', target: targets.get(commitment.target) ?? null }
    const after = applied(commitment, event)
    if (after && await store.saveCommitment(tx, ctx.district, after, commitment.version)) await store.appendEvents(tx, ctx.district, [eventRow(ctx, id, event)])
  }
  await relinkLines(tx, ctx, targets)
  return measured.length
}

/** A line that stood for a target goes on with the one that took its place; where none did, it stays and says that its target is gone. */
async function relinkLines(tx: Tx, ctx: Context, targets: ReadonlyMap<Id, Id | null>): Promise<void> {
  for (const { id, ledger, target } of await ledgers.findLinesOfTargets(tx, ctx.district, [...targets.keys()])) {
    const into = targets.get(target ?? '') ?? null
    const found = into === null ? null : await ledgers.loadLine(tx, ctx.district, id)
    if (!found || into === null || (await ledgers.findLinesOf(tx, ctx.district, [ledger])).some(line => line.target === into)) continue
    const after = appliedToLine(found.line, { kind: 'retargeted', target: into })
    if (after && await ledgers.saveLine(tx, ctx.district, after, found.line.version)) await ledgers.appendLedgerEvents(tx, ctx.district, [ledgerEventRow(ctx, ledger, id, { kind: 'retargeted', target: into })])
  }
}
