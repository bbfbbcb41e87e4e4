/** A commitment that a person makes by hand, or that another room of the program makes for them. */
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../context.ts'
import { loadUnit } from '../org/index.ts'
import { mayStandUnder } from './domain/tree.ts'
import { type Commitment } from './schema.ts'
import * as store from './store.ts'
import { eventRow, madeOf } from './taking.ts'

export type MadeCommitment = Pick<Commitment, 'year' | 'parent' | 'kind' | 'title' | 'verb' | 'strength' | 'dueOn' | 'leadUnit' | 'source'> & { readonly coUnits: readonly Id[] }

/** Puts it behind what stands under its parent, within the caller's transaction; `ground` goes into the trail. Who asks whether it may be made is the caller. */
export async function makeCommitment(tx: Tx, ctx: Context, note: Note, given: MadeCommitment, ground: string): Promise<Result<Commitment>> {
  const known = await unitsKnown(tx, ctx, given)
  if (!known.ok) return known
  const parent = given.parent === null ? null : await store.loadCommitment(tx, ctx.district, given.parent)
  if (given.parent !== null && !parent) return refuse('unknown-commitment', { id: given.parent })
  const position = (await store.lastPosition(tx, ctx.district, given.year, given.parent)) + 1
  const commitment: store.Stored = { id: ctx.newId(), position, ...given, coUnits: [...given.coUnits], target: null, origin: null, version: 1 }
  const allowed = mayStandUnder(commitment, parent)
  if (!allowed.ok) return allowed
  await store.insertCommitments(tx, ctx.district, [{ commitment, fact: null }])
  await store.appendEvents(tx, ctx.district, [eventRow(ctx, commitment.id, madeOf(commitment))])
  await note({ verb: 'commitment.made', thing: 'commitment', thingId: commitment.id, unit: commitment.leadUnit, detail: { year: commitment.year, title: commitment.title, kind: commitment.kind, ground } })
  return ok({ ...commitment, progress: [] })
}

/** Lead and co-units must be units of this district. */
export async function unitsKnown(tx: Tx, ctx: Context, given: { readonly leadUnit?: Id | null | undefined; readonly coUnits?: readonly Id[] | undefined }): Promise<Result<null, 'unknown-unit'>> {
  for (const id of [...(given.leadUnit ? [given.leadUnit] : []), ...(given.coUnits ?? [])]) if (!(await loadUnit(tx, ctx.district, id))) return refuse('unknown-unit', { id })
  return ok(null)
}
