import type pg from 'pg'

/**
 * Puts the timed work of these names off until tomorrow, so that it does not do meanwhile what is measured apart, or answer what
 * was loaded for a measure. The program must have begun each of its jobs once: before, a job has no turn that could be put off.
 */
export async function putOff(owner: pg.Client, names: string): Promise<void> {
  let before = -1
  for (;;) {
    const { rows: [turns] } = await owner.query<{ n: number; running: number }>(`select count(*)::int as n, count(*) filter (where ended_at is null)::int as running from app.timed_work where name like $1`, [names])
    if (turns && turns.n > 0 && turns.n === before && turns.running === 0) break
    before = turns?.n ?? -1
    await new Promise(resolve => { setTimeout(resolve, 1000) })
  }
  await owner.query(`update app.timed_work set began_at = now() + interval '1 day' where name like $1`, [names])
}
