import { describe, expect, it } from 'vitest'
import { cell, known, rowOf } from './test-rows.ts'
import { isAsked, valuesOf } from './values.ts'

const worth = (rows: Parameters<typeof valuesOf>[0], cells: Parameters<typeof valuesOf>[1] = {}) => Object.fromEntries(valuesOf(rows, cells))

describe('what is worked out and not asked', () => {
  it('adds this month to the year so far, and is silent where a month is missing', () => {
    const row = rowOf({ indicator: 'JOBS' })
    expect(worth([row, rowOf({ by: 'running-total', indicator: 'JOBS' }, { before: known(900) })], { JOBS: cell(120) })).toEqual({ JOBS: 120, 'JOBS/to-date': 1020 })
    expect(worth([row, rowOf({ by: 'running-total', indicator: 'JOBS' })], { JOBS: cell(120) })['JOBS/to-date']).toBeNull()
  })

  it('grows by per cent on last year’s level, a rate by points, and from nothing not at all', () => {
    const growth = rowOf({ by: 'growth', indicator: 'JOBS' })
    expect(worth([rowOf({ indicator: 'JOBS' }, { lastYear: known(100) }), growth], { JOBS: cell(108.4) })['JOBS/growth']).toBe(8.4)
    expect(worth([rowOf({ indicator: 'JOBS' }, { lastYear: known(0) }), growth], { JOBS: cell(5) })['JOBS/growth']).toBeNull()
    expect(worth([rowOf({ indicator: 'CLEAN' }, { lastYear: known(87.2) }, '%'), rowOf({ by: 'growth', indicator: 'CLEAN' }, {}, '%')], { CLEAN: cell(88) })['CLEAN/growth']).toBe(0.8)
  })

  it('takes the inputs of a formula from the sheet itself, else from the ledger', () => {
    const share = rowOf({ by: 'formula', indicator: 'SHARE' }, { inputs: [{ name: '已办', unit: '件', row: 'DONE', known: null }, { name: '应办', unit: '件', row: null, known: known(80) }] }, '%', 'ratio')
    expect(worth([rowOf({ indicator: 'DONE' }), share], { DONE: cell(60) })['SHARE']).toBe(75)
    expect(worth([rowOf({ indicator: 'DONE' }), share])['SHARE']).toBeNull()
  })

  it('has no value for a formula that comes back to itself', () => {
    expect(worth([rowOf({ by: 'formula', indicator: 'AA' }, { inputs: [{ name: '甲', unit: '个', row: 'AA', known: null }, { name: '乙', unit: '个', row: null, known: known(1) }] }, '个', 'sum')])).toEqual({ AA: null })
  })

  it('shows a count and what another form brought, and asks for neither', () => {
    const counted = rowOf({ by: 'count', indicator: 'CASES', counter: 'cases-closed' }, { count: 7 })
    const brought = rowOf({ indicator: 'LIFTS' }, { brought: { ...known(12), sheet: '01890000-0000-7000-8000-000000000001', form: '月报', unit: '区住房和建设局' } })
    expect(worth([counted, brought], { LIFTS: cell(99) })).toEqual({ CASES: 7, LIFTS: 12 })
    expect([counted, brought, rowOf({ indicator: 'XX' })].map(isAsked)).toEqual([false, false, true])
  })
})
