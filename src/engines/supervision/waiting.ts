/** What of feedback and sprints waits for a person. */
import { type Id } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { unitsSpokenFor } from './domain/answering.ts'
import { isToTell, roundOn, roundsOf } from './domain/rounds.ts'
import { findUnacknowledged, type Unacknowledged } from './feedback/store.ts'
import { findRunning } from './sprints/store.ts'

/** Pages that the caller's units have to acknowledge; for supervision, those whose day is over and that nobody acknowledged. */
export type FeedbackWaiting = { readonly mine: readonly Unacknowledged[]; readonly late: readonly Unacknowledged[] }

export async function feedbackWaiting(tx: Tx, ctx: Context): Promise<FeedbackWaiting> {
  const units = unitsSpokenFor(ctx.actor), holds = mayDo(ctx.actor, 'dispatch.hold', null)
  if (units.length === 0 && !holds) return { mine: [], late: [] }
  const open = await findUnacknowledged(tx, ctx.district)
  return { mine: open.filter(page => units.includes(page.unit)), late: holds ? open.filter(page => page.dueOn < ctx.today()) : [] }
}

/** A round of a sprint that runs, with how many things the caller's units still have to tell. */
export type RoundsWaiting = { readonly sprint: Id; readonly name: string; readonly no: number; readonly until: Day; readonly count: number }

export async function roundsWaiting(tx: Tx, ctx: Context): Promise<readonly RoundsWaiting[]> {
  const units = unitsSpokenFor(ctx.actor)
  if (units.length === 0) return []
  return (await findRunning(tx, ctx.district, ctx.today())).flatMap(({ id, sprint }) => {
    const round = roundOn(roundsOf(sprint), ctx.today()), count = sprint.items.filter(item => units.includes(item.unit.id) && isToTell(round, item)).length
    return round && count > 0 ? [{ sprint: id, name: sprint.name, no: round.no, until: round.until, count }] : []
  })
}
