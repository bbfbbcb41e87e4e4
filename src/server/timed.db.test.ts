import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../testkit/district.ts'
import { type Job } from '../engines/job.ts'
import { runDue } from './timed.ts'

describe('timed work', async () => {
  const here = await freshDistrict({ now: '2023-08-29T02:00:00.000Z' })
  const faults: string[] = []
  const look = (jobs: readonly Job[]) => runDue({ db: here.db, districts: [here.district], jobs, clock: () => here.clock.now, onFault: (job, _, error) => { faults.push(`${job}: ${error.message}`) } })

  it('is done once in each interval, however many programs look', async () => {
    let turns = 0
    const jobs: Job[] = [{ name: 'test.count', everySeconds: 60, run: async () => { turns += 1 } }]
    await Promise.all(Array.from({ length: 8 }, () => look(jobs)))
    expect(turns).toBe(1)
    here.clock.now = '2023-08-29T02:00:59.000Z'
    expect(await look(jobs)).toBe(0)
    here.clock.now = '2023-08-29T02:01:00.000Z'
    await Promise.all(Array.from({ length: 8 }, () => look(jobs)))
    expect(turns).toBe(2)
  })

  it('that fails is told and noted, does not stop what comes after it, and is tried again at its next turn', async () => {
    let after = 0
    const jobs: Job[] = [{ name: 'test.fail', everySeconds: 60, run: () => Promise.reject(new Error('no figures')) }, { name: 'test.after', everySeconds: 60, run: async () => { after += 1 } }]
    expect(await look(jobs)).toBe(2)
    expect(faults).toEqual(['test.fail: no figures'])
    expect(after).toBe(1)
    const row = await here.db.selectFrom('app.timed_work').select('fault').where('district', '=', here.district).where('name', '=', 'test.fail').executeTakeFirst()
    expect(row?.fault).toBe('no figures')
    here.clock.now = '2023-08-29T02:03:00.000Z'
    expect(await look(jobs)).toBe(2)
  })

  it('acts with a planner’s rights and under the name of the system', async () => {
    let who = ''
    await look([{ name: 'test.who', everySeconds: 60, run: async ctx => { who = `${ctx.actor.name} ${ctx.actor.roles.join()}` } }])
    expect(who).toBe('系统 system planner')
  })
})
