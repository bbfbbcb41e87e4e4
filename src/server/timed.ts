import { sql } from 'kysely'
import { type Db } from '../engines/context.ts'
import { type Job } from '../engines/job.ts'
import { type District } from '../kernel/id.ts'
import { type Instant } from '../kernel/time.ts'
import { systemContext } from './context.ts'

export type TimedWork = { readonly db: Db; readonly districts: readonly District[]; readonly jobs: readonly Job[]; readonly clock: () => Instant; readonly onFault: (job: string, district: District, error: Error) => void }

/** Does every job whose time has come, for each district, one after another; answers how many were done. A job that fails is told, noted beside its turn and tried again at the next. */
export async function runDue({ db, districts, jobs, clock, onFault }: TimedWork): Promise<number> {
  let done = 0
  for (const district of districts) {
    for (const job of jobs) {
      if (!await claim(db, district, job, clock())) continue
      const fault = await job.run(systemContext(db, district, clock)).then(() => null, (error: unknown) => (error instanceof Error ? error : new Error(String(error))))
      if (fault) onFault(job.name, district, fault)
      await db.updateTable('app.timed_work').set({ ended_at: clock(), fault: fault?.message.slice(0, 500) ?? null }).where('district', '=', district).where('name', '=', job.name).execute()
      done += 1
    }
  }
  return done
}

/** Takes a job's turn, if its time has come and no other program took it: one row changes hands at most once in each interval. */
async function claim(db: Db, district: District, job: Job, now: Instant): Promise<boolean> {
  const known = await db.selectFrom('app.timed_work').select('began_at').where('district', '=', district).where('name', '=', job.name).executeTakeFirst()
  if (known && Date.parse(known.began_at) > Date.parse(now) - job.everySeconds * 1000) return false // most looks find nothing due, and write nothing
  const { rows } = await sql`
    insert into app.timed_work (district, name, began_at) values (${district}, ${job.name}, ${now})
    on conflict (district, name) do update set began_at = excluded.began_at, ended_at = null
      where app.timed_work.began_at <= excluded.began_at - make_interval(secs => ${job.everySeconds})
    returning name`.execute(db)
  return rows.length === 1
}
