import { type Job } from '../job.ts'
import { lookAtLights, type Looked } from './lights/watch.ts'

/** Every minute the lights of this year and of the year before, whose last figures come in February, are compared with the last look. */
const watchLights: Job = {
  name: 'plan.watch-lights',
  everySeconds: 60,
  run: ctx => ctx.write(async (tx, note) => {
    const year = Number(ctx.today().slice(0, 4))
    const looked: Looked[] = []
    for (const one of [year - 1, year]) looked.push(await lookAtLights(tx, ctx, one))
    const first = looked.reduce((sum, l) => sum + l.first, 0), changed = looked.reduce((sum, l) => sum + l.changed, 0)
    if (first + changed === 0) return { ok: false as const, refused: 'nothing-changed', facts: {} } // rolls back nothing and leaves no entry
    await note({ verb: 'lights.compared', thing: 'district', thingId: String(ctx.district), detail: { year, first, changed } })
    return { ok: true as const, value: changed }
  }),
}

export const jobs: readonly Job[] = [watchLights]
