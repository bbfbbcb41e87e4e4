import { type Job } from '../../engines/job.ts'
import { endSessions, findSessionsToClose } from './store.ts'

/** Whoever may no longer do anything here is signed out within the minute. What they may do ended before, at the beginning of the day. */
export const jobs: readonly Job[] = [{
  name: 'account.close-sessions',
  everySeconds: 60,
  run: async ctx => {
    for (const { person, because } of await ctx.read(tx => findSessionsToClose(tx, ctx.district, ctx.today()))) {
      await ctx.write(async (tx, note) => {
        const revoked = await endSessions(tx, ctx.district, person)
        await note({ verb: 'account.sessions-closed', thing: 'account', thingId: person, detail: { revoked, because } })
      })
    }
  },
}]
