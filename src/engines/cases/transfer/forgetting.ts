import { addDays } from '../../../kernel/time.ts'
import { type Job } from '../../job.ts'
import { startOf } from '../domain/spans.ts'
import { forgetCells } from './import-store.ts'

/** So long the rows of a file that became no case can be fetched and mended. */
const KEPT_DAYS = 30

/** Forgets what stood in rows that were never imported: they hold names and telephones of people. */
export const forgetting: Job = {
  name: 'cases.forget-imports', everySeconds: 3600,
  run: async ctx => {
    const done = await ctx.write(async (tx, note) => {
      const rows = await forgetCells(tx, ctx.district, startOf(addDays(ctx.today(), -KEPT_DAYS)))
      if (rows === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      await note({ verb: 'case-import.forgotten', thing: 'district', thingId: String(ctx.district), detail: { rows } })
      return { ok: true as const, rows }
    })
    return done.ok ? done.rows : 0
  },
}
