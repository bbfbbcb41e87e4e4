import { type Rhythm } from './schema.ts'
import { spanOf } from '../../kernel/period.ts'
import { addWorkingDays } from '../../kernel/work-calendar.ts'
import { type Context } from '../context.ts'
import { type Job } from '../job.ts'
import { reminderOn } from './domain/lateness.ts'
import { backFrom } from './domain/periods.ts'
import { findForms } from './form-store.ts'
import { periodAsked } from './form-api.ts'
import { openPeriod, versionOn } from './opening.ts'
import { findUnsubmitted, insertReminders } from './sheet-store.ts'

/** So many periods back a form is opened where the program did not run when they ended. */
const caughtUp: Readonly<Record<Rhythm, number>> = { day: 10, week: 4, month: 3, quarter: 2, 'half-year': 1, year: 1 }

/** Opens the sheets of every period that has ended since the form holds. */
async function openDue(ctx: Context): Promise<void> {
  const forms = await ctx.read(tx => findForms(tx, ctx.district))
  for (const form of forms) {
    const asked = periodAsked(form, ctx), rhythm = form.versions[0]?.content.rhythm
    if (asked === null || !rhythm) continue
    for (const period of backFrom(asked, caughtUp[rhythm]).toReversed()) {
      const end = spanOf(period)?.to ?? ''
      if (versionOn(form, end) === null) continue
      await writeIfAnything(ctx, async (tx, note) => {
        const { opened } = await openPeriod(tx, ctx, form, period)
        if (opened.length > 0) await note({ verb: 'return.opened', thing: 'form', thingId: form.id, detail: { form: form.code, period, sheets: opened.length } })
        return opened.length
      })
    }
  }
}

/** One notice the working day before the due day, one when it is past; each of them once. */
async function remind(ctx: Context): Promise<void> {
  const today = ctx.today()
  await writeIfAnything(ctx, async (tx, note) => {
    const notices = (await findUnsubmitted(tx, ctx.district, addWorkingDays(today, 1).day)).flatMap(({ id, dueOn, reminded }) => {
      const kind = reminderOn({ dueOn, firstSubmittedAt: null, state: 'open' }, today)
      return kind && !reminded.includes(kind) ? [{ sheet: id, kind }] : []
    })
    const given = await insertReminders(tx, ctx.district, notices, ctx.now())
    if (given > 0) await note({ verb: 'return.reminded', thing: 'district', thingId: String(ctx.district), detail: { notices: given, on: today } })
    return given
  })
}

/** A turn in which there was nothing to do leaves nothing in the trail. */
async function writeIfAnything(ctx: Context, work: (...of: Parameters<Parameters<Context['write']>[0]>) => Promise<number>): Promise<void> {
  await ctx.write(async (tx, note) => ((await work(tx, note)) > 0 ? { ok: true as const } : { ok: false as const, refused: 'nothing-to-do', facts: {} }))
}

export const jobs: readonly Job[] = [
  { name: 'returns.open', everySeconds: 600, run: openDue },
  { name: 'returns.remind', everySeconds: 600, run: remind },
]
