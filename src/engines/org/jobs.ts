import { ok, refuse } from '../../kernel/result.ts'
import { type Context } from '../context.ts'
import { type Job } from '../job.ts'
import { applied, mayHappen } from './domain/tree.ts'
import * as store from './store.ts'

/** What was noted before its day takes effect on it; whoever leaves is gone on that day, with all posts. */
export const jobs: readonly Job[] = [
  { name: 'org.take-effect', everySeconds: 60, run: async ctx => { await takeEffect(ctx); await seeOff(ctx) } },
]

async function takeEffect(ctx: Context): Promise<void> {
  for (const due of await ctx.read(tx => store.findDueEvents(tx, ctx.district, ctx.today()))) {
    await ctx.write(async (tx, note) => {
      const unit = await store.loadUnit(tx, ctx.district, due.unit)
      const history = await store.findHistory(tx, ctx.district, due.unit)
      const entry = history.find(one => one.seq === due.seq)
      if (!unit || entry?.state !== 'planned') return refuse('changed-meanwhile', { unit: unit?.name ?? '' })
      const allowed = mayHappen(unit, entry.event, await store.findUnits(tx, ctx.district), history.findLast(one => one.state === 'applied')?.event.on ?? unit.from)
      const next = allowed.ok ? applied(unit, entry.event) : null
      if (!allowed.ok || !next) {
        // What was possible when it was noted no longer is: it is taken back aloud, and people decide anew.
        await store.withdrawEvent(tx, ctx.district, unit.id, due.seq, ctx.now(), allowed.ok ? 'changed-meanwhile' : allowed.refused)
        await note({ verb: 'unit.change-failed', thing: 'unit', thingId: unit.id, unit: unit.id, detail: { kind: entry.event.kind, on: entry.event.on, because: allowed.ok ? 'changed-meanwhile' : allowed.refused } })
        return ok(null)
      }
      if (!await store.saveUnit(tx, ctx.district, next, unit.version)) return refuse('changed-meanwhile', { unit: unit.name })
      await store.applyEvent(tx, ctx.district, unit.id, due.seq, ctx.now())
      await note({ verb: `unit.${entry.event.kind}`, thing: 'unit', thingId: unit.id, unit: unit.id, detail: { ...entry.event, planned: true } })
      return ok(null)
    })
  }
}

async function seeOff(ctx: Context): Promise<void> {
  for (const person of await ctx.read(tx => store.findLeavers(tx, ctx.district, ctx.today()))) {
    await ctx.write(async (tx, note) => {
      const leaver = await store.loadPerson(tx, ctx.district, person)
      if (!leaver?.active || leaver.leavesOn === null || leaver.leavesOn > ctx.today()) return refuse('changed-meanwhile', { name: leaver?.name ?? '' })
      const posts = await store.endPostsOf(tx, ctx.district, leaver.id, leaver.leavesOn)
      if (!await store.deactivatePerson(tx, ctx.district, leaver.id, leaver.version)) return refuse('changed-meanwhile', { name: leaver.name })
      await note({ verb: 'person.left', thing: 'person', thingId: leaver.id, detail: { on: leaver.leavesOn, posts } })
      return ok(null)
    })
  }
}
