import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../testkit/district.ts'
import { yuexiu } from '../../districts/yuexiu.ts'
import { placeLedger, placeUnits } from './district.ts'
import { seededPeople } from './organisation.ts'
import { placeProjects } from './projects.ts'

it('the made-up projects of the demonstration are put in place once, lit, with what is in their way as cases', async () => {
  const { db } = await freshDatabase()
  await placeUnits(db, yuexiu, { ...seededPeople(yuexiu), generated: true })
  await placeLedger(db, yuexiu, { figures: [], targets: [] })
  const placed = await placeProjects(db, yuexiu)
  expect(placed?.['projects']).toBeGreaterThan(100)
  expect(await placeProjects(db, yuexiu)).toBeNull()
  const { rows: [row] } = await sql<{ generated: number; red: number; yellow: number; green: number; listed: number; open: number; cases: number; orphans: number }>`
    select count(*) filter (where generated)::int as generated, count(*) filter (where light = 'off-pace')::int as red, count(*) filter (where light = 'slipping')::int as yellow, count(*) filter (where light = 'on-pace')::int as green,
      (select count(*)::int from projects.listing where list = 'district-key' and year = 2023) as listed,
      (select count(*)::int from projects.blocker where open) as open, (select count(*)::int from cases."case" c where c.type = 'blocker' and c.generated and c.state <> 'settled') as cases,
      (select count(*)::int from projects.blocker b where not exists (select from cases."case" c where c.id = b.case_id)) as orphans
    from projects.project`.execute(db)
  expect(row).toMatchObject({ generated: placed?.['projects'], listed: 63, orphans: 0, open: row?.cases })
  expect([row?.red, row?.yellow, row?.green].every(n => (n ?? 0) > 1)).toBe(true)
})
