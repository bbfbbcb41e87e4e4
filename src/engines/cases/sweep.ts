import { type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { byId, superiorsOf } from '../org/domain/tree.ts'
import { findUnits } from '../org/index.ts'
import { type Unit } from '../org/schema.ts'
import { reasonOf, unitOfStep, type Line, type Timer } from './domain/ladder.ts'
import { type CaseEvent } from './schema.ts'
import { type Climbed, type DueCase, loadCase, loadType, saveClimbed, seeEveryCase, takeDueCases } from './store.ts'
import { programHappens } from './doing.ts'

/** So many cases are taken at once; others that sweep at the same time take the next ones. */
const BATCH = 1000

/**
 * Does what is to happen by itself: warnings, steps up the ladder, the end of suspensions. Every timer stands on its case and
 * goes off in the statement that takes it away, so that it goes off once however many programs sweep. Answers how many cases it touched.
 */
export async function sweep(ctx: Context): Promise<number> {
  let touched = 0
  for (;;) {
    const done = await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      const due = await takeDueCases(tx, ctx.district, ctx.now(), BATCH)
      if (due.length === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      const climbed = await climb(tx, ctx, due)
      await saveClimbed(tx, ctx.district, climbed)
      for (const one of due.filter(wakes(ctx.now()))) await wake(tx, ctx, note, one.id)
      await note({ verb: 'case.climbed', thing: 'district', thingId: String(ctx.district), detail: { cases: due.length, steps: climbed.reduce((n, one) => n + one.events.length, 0) } })
      return { ok: true as const, n: due.length }
    })
    if (!done.ok) return touched
    touched += done.n
  }
}

const wakes = (now: Instant) => ({ timers }: DueCase) => timers.some(timer => timer.key === 'resume' && timer.at <= now)

/** The end of a suspension moves the clocks, so it is folded like everything a person does. */
async function wake(tx: Tx, ctx: Context, note: Parameters<typeof programHappens>[2], id: Id): Promise<void> {
  const found = await loadCase(tx, ctx.district, { id })
  if (found) await programHappens(tx, ctx, note, found, { kind: 'resumed', words: '' })
}

/** What happens to each of these cases now. */
async function climb(tx: Tx, ctx: Context, due: readonly DueCase[]): Promise<readonly Climbed[]> {
  const all = await findUnits(tx, ctx.district)
  const units = byId(all), district = all.find(unit => unit.kind === 'district')?.id ?? ''
  const now = ctx.now()
  const climbed: Climbed[] = []
  for (const one of due) {
    const { type, departments } = await loadType(tx, ctx.district, one.type_id)
    const gone = one.timers.filter(timer => timer.at <= now)
    const steps = gone.filter(timer => 'step' in timer)
    const events = steps.map((timer, i) => ({ seq: one.seq + i + 1, at: now, by: null, event: eventOf(timer, { ...lineOf(one, units), district, supervision: departments[supervisionOffice] ?? null }, key => type.clocks.find(c => c.key === key)?.name ?? { zh: key, en: key }, units) }))
    const timers = one.timers.filter(timer => timer.at > now)
    climbed.push({ id: one.id, seq: one.seq + events.length, step: Math.max(one.step, ...steps.map(timer => timer.step)), to: events.flatMap(({ event }) => (event.kind === 'escalated' ? [event.to] : [])), timers, events })
  }
  return climbed
}

function eventOf(timer: Timer, line: Line, nameOf: (clock: string) => { readonly zh: string; readonly en: string }, units: ReadonlyMap<Id, Unit>): CaseEvent {
  if (timer.to === null) return { kind: 'warned', clock: timer.clock, due: timer.due }
  const to = unitOfStep(timer.to, line)
  return { kind: 'escalated', clock: timer.clock, step: timer.step, to, due: timer.due, reason: reasonOf(nameOf(timer.clock), timer.step, units.get(to)?.name ?? '—') }
}

/** Key of the department that supervises, where a ladder climbs to it. */
export const supervisionOffice = 'supervision-office'

/** The line up from a case: the superior of who handles it, and the street of its place. */
function lineOf({ lead, place_unit: place, opener }: DueCase, units: ReadonlyMap<Id, Unit>): Pick<Line, 'superior' | 'street'> {
  const above = lead === null ? [] : superiorsOf(lead, units)
  const here = place ?? opener
  const ground = here === null ? [] : [units.get(here), ...superiorsOf(here, units)]
  return { superior: above[0]?.id ?? null, street: ground.find(unit => unit?.kind === 'street')?.id ?? null }
}
