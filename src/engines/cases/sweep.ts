import { type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { byId, lineUp } from '../org/domain/tree.ts'
import { findUnits } from '../org/index.ts'
import { type Unit } from '../org/schema.ts'
import { reasonOf, unitOfStep, type Line, type Timer } from './domain/ladder.ts'
import { type CaseEvent } from './schema.ts'
import { type Climbed, type DueCase, loadCase, loadType, saveClimbed, seeEveryCase, takeDueCases } from './store.ts'
import { programHappens } from './doing.ts'

/** So many cases are taken at once; others that sweep at the same time take the next ones. */
const BATCH = 2000

/** The units as they stand when a sweep begins, and the lines up that it has walked. */
type Ground = { readonly units: ReadonlyMap<Id, Unit>; readonly district: Id; readonly lines: Map<Id, readonly Unit[]> }

/**
 * Does what is to happen by itself: warnings, steps up the ladder, the end of suspensions. Every timer stands on its case and
 * goes off in the statement that takes it away, so that it goes off once however many programs sweep. Answers how many cases it touched.
 */
export async function sweep(ctx: Context): Promise<number> {
  const ground = await ctx.read(tx => loadGround(tx, ctx))
  let touched = 0, since: Instant | null = null
  for (;;) {
    const done = await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      const due = await takeDueCases(tx, ctx.district, since, ctx.now(), BATCH)
      if (due.length === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      const climbed = await climb(tx, ctx, due, ground)
      await saveClimbed(tx, ctx.district, climbed)
      for (const one of due.filter(wakes(ctx.now()))) await wake(tx, ctx, note, one.id)
      await note({ verb: 'case.climbed', thing: 'district', thingId: String(ctx.district), detail: { cases: due.length, steps: climbed.reduce((n, one) => n + one.events.length, 0) } })
      return { ok: true as const, n: due.length, last: due.at(-1)?.next_at ?? null }
    })
    if (!done.ok) return touched
    touched += done.n
    since = done.last
  }
}

const wakes = (now: Instant) => ({ timers }: DueCase) => timers.some(timer => timer.key === 'resume' && timer.at <= now)

/** The end of a suspension moves the clocks, so it is folded like everything a person does. */
async function wake(tx: Tx, ctx: Context, note: Parameters<typeof programHappens>[2], id: Id): Promise<void> {
  const found = await loadCase(tx, ctx.district, { id })
  if (found) await programHappens(tx, ctx, note, found, { kind: 'resumed', words: '' })
}

async function loadGround(tx: Tx, ctx: Context): Promise<Ground> {
  const all = await findUnits(tx, ctx.district)
  return { units: byId(all), district: all.find(unit => unit.kind === 'district')?.id ?? '', lines: new Map() }
}

/** What happens to each of these cases now. */
async function climb(tx: Tx, ctx: Context, due: readonly DueCase[], ground: Ground): Promise<readonly Climbed[]> {
  const now = ctx.now()
  const climbed: Climbed[] = []
  for (const one of due) {
    const { type, departments } = await loadType(tx, ctx.district, one.type_id)
    const gone = one.timers.filter(timer => timer.at <= now)
    const steps = gone.filter(timer => 'step' in timer)
    const events = steps.map((timer, i) => ({ seq: one.seq + i + 1, at: now, by: null, event: eventOf(timer, { ...lineOf(one, ground), district: ground.district, supervision: departments[supervisionOffice] ?? null }, key => type.clocks.find(c => c.key === key)?.name ?? { zh: key, en: key }, ground.units) }))
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
function lineOf({ lead, place_unit: place, opener }: DueCase, { units, lines }: Ground): Pick<Line, 'superior' | 'street'> {
  const up = (unit: Id | null) => {
    if (unit === null) return []
    const line = lines.get(unit) ?? lineUp(unit, units)
    lines.set(unit, line)
    return line
  }
  return { superior: up(lead)[1]?.id ?? null, street: up(place ?? opener).find(unit => unit.kind === 'street')?.id ?? null }
}
