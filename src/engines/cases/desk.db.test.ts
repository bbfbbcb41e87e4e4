import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../testkit/cases.ts'
import { within } from '../../server/database/database.ts'
import { sweep } from './index.ts'
import { type CaseFilter, type CaseLine, type CaseOrder, type CasePage, countCases, findCases } from './list-store.ts'

describe('what lies on the desks', async () => {
  const { here, opened, move } = await hotline()
  const { finance, statistics, street, otherStreet } = here.places
  const at = (instant: string) => { here.clock.now = instant }
  /** Rows that the desks lack or have too many of, by what the cases themselves say. */
  const wrong = async () => (await sql<{ case_id: string; unit: string }>`
    select case_id, unit from (select district, id as case_id, u as unit, due_at from cases."case", unnest(seen_by) u where state not in ('refused', 'settled', 'voided', 'merged')) c
    full join cases.desk d using (district, case_id, unit) where c.district is null or d.district is null or c.due_at is distinct from d.due_at or case_id is null`.execute(here.db)).rows
  const on = async (id: string) => (await here.db.selectFrom('cases.desk').select('unit').where('case_id', '=', id).execute()).map(row => row.unit)

  it('is what the cases say, whatever happens to them', async () => {
    const id = await opened({ dispatch: { lead: finance.id, co: [statistics.id], words: '' } })
    expect(await on(id)).toEqual(expect.arrayContaining([finance.id, statistics.id]))
    value(await move('department', id, { kind: 'signed' }))
    expect(await wrong()).toEqual([])
    value(await move('department-head', id, { kind: 'transferred', lead: otherStreet.id, words: '属地办理' }))
    expect(await on(id)).not.toContain(finance.id)
    expect(await wrong()).toEqual([])
    const [voided, merged] = [await opened(), await opened()]
    value(await move('dispatcher', voided, { kind: 'voided', reason: '重复' }))
    value(await move('dispatcher', merged, { kind: 'merged', into: id }))
    expect([await on(voided), await on(merged)]).toEqual([[], []])
    at('2023-09-20T02:00:00.000Z')
    expect(await sweep(await here.ctx('planner'))).toBeGreaterThan(0)
    expect(await on(id)).toContain(here.places.district.id)
    expect(await wrong()).toEqual([])
  })

  it('is listed and counted like all that one sees', async () => {
    for (let i = 0; i < 24; i++) {
      at(`2023-09-20T${String(i % 8).padStart(2, '0')}:${String(i * 2).padStart(2, '0')}:00.000Z`)
      const id = await opened({ title: i % 3 ? '路灯不亮' : '门口纸箱成堆', words: i % 2 ? '路灯坏了' : '没人清', place: { unit: i % 2 ? street.id : otherStreet.id, address: null, point: null }, dispatch: { lead: i % 4 ? finance.id : statistics.id, co: i % 5 || i % 4 === 0 ? [] : [statistics.id], words: '' } })
      if (i % 7 === 0) value(await move('dispatcher', id, { kind: 'voided', reason: '重复' }))
    }
    at('2023-09-20T09:00:00.000Z')
    const now = here.clock.now
    const all = async (filter: CaseFilter, units: readonly string[], order: CaseOrder, lookThrough?: number) => within(here.db, { district: 440104, sees: 'district', cases: new Set(units) }, async tx => {
      const found: string[] = []
      for (let after: CasePage['after'], page: readonly CaseLine[] | null = null; page === null || page.length > 0; after = page.at(-1)) {
        page = await findCases(tx, 440104, filter, { order, after, limit: 5, ...(lookThrough !== undefined && { lookThrough }) }, now)
        found.push(...page.map(line => line.id))
      }
      return { found, count: await countCases(tx, 440104, filter, now) }
    })
    const asked: readonly CaseFilter[] = [{ open: true }, { late: true }, { open: true, late: false }, { open: true, late: true }, { open: false, late: true }, { dueBy: '2023-09-21T02:30:00.000Z' }, { open: true, lead: [statistics.id] }, { open: true, words: '路灯' }, { late: true, words: '没有这个词' }, { open: true, openedFrom: '2023-09-20T03:00:00.000Z', co: [statistics.id] }]
    for (const units of [[finance.id], [statistics.id], [finance.id, statistics.id, street.id, here.places.district.id], []]) {
      for (const filter of asked) {
        for (const order of ['due', 'newest'] as const) {
          const seen = await all(filter, units, order)
          for (const most of [undefined, 3]) expect(await all({ ...filter, seenBy: units }, units, order, most), JSON.stringify({ filter, order, units: units.length })).toEqual(seen)
        }
      }
    }
    expect((await all({ open: true, seenBy: [finance.id] }, [finance.id], 'due')).count).toBeGreaterThan(5)
  })
})
