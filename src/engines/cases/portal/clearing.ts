import { type Job } from '../../job.ts'
import { removeOld } from './store.ts'
import { after } from './flood.ts'

/** No limit looks back further than this. */
const LONGEST = 7 * 24 * 60

/** Clears what residents began and did not send, and what is counted no more. */
export const clearing: Job = {
  name: 'cases.slips', everySeconds: 600,
  run: async ctx => {
    const cleared = await ctx.write(async (tx, note) => {
      const slips = await removeOld(tx, ctx.district, ctx.now(), after(ctx.now(), -LONGEST))
      if (slips === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      await note({ verb: 'portal.cleared', thing: 'district', thingId: String(ctx.district), detail: { slips } })
      return { ok: true as const, slips }
    })
    return cleared.ok ? cleared.slips : 0
  },
}
