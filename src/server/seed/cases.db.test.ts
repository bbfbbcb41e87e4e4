import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../testkit/district.ts'
import { yuexiu } from '../../districts/yuexiu.ts'
import { sweep } from '../../engines/cases/index.ts'
import { placeCases } from './cases.ts'
import { placeLedger, placeUnits, seedContext } from './district.ts'
import { seededPeople } from './organisation.ts'

describe('the made-up cases of the demonstration', async () => {
  const { db } = await freshDatabase()
  await placeUnits(db, yuexiu, { ...seededPeople(yuexiu), generated: true })
  await placeLedger(db, yuexiu, { figures: [], targets: [] })
  const placed = await placeCases(db, yuexiu, 120)

  it('are put in place once, all marked as generated, with columns that repeat their events', async () => {
    expect(placed).toEqual({ cases: 120, repeated: expect.any(Number) })
    expect(await placeCases(db, yuexiu, 120)).toBeNull()
    const { rows: [row] } = await sql<{ all: number; generated: number; types: number; events: number; leads: number; orphans: number; told: number }>`
      select count(*)::int as all, count(*) filter (where generated)::int as generated, count(distinct type)::int as types, sum(seq)::int as events, count(lead)::int as leads,
        count(*) filter (where lead is not null and not exists (select 1 from org.unit u where u.id = c.lead))::int as orphans,
        (select count(*)::int from cases.event) as told from cases."case" c`.execute(db)
    expect(row).toMatchObject({ all: 120, generated: 120, orphans: 0, told: row?.events })
    expect(row?.types).toBeGreaterThan(5)
    expect(row?.leads).toBeGreaterThan(90)
  })

  it('leave nothing behind that the ladder would have to make up for', async () => {
    expect(await sweep({ ...seedContext(db, yuexiu.code), now: () => new Date().toISOString() })).toBeLessThan(5)
  })

  it('are listed in the order in which they were opened', async () => {
    const { rows } = await sql<{ opened_at: string }>`select opened_at from cases."case" order by id desc limit 50`.execute(db)
    const opened = rows.map(row => new Date(row.opened_at).toISOString())
    expect(opened).toEqual(opened.toSorted().toReversed())
  })
})
