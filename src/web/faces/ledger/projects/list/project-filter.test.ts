import { expect, it } from 'vitest'
import { filterFrom, orderAsked } from './project-filter.ts'

it('takes from the address what the portfolio can be narrowed by, and nothing that does not fit', () => {
  expect(filterFrom(new URLSearchParams('year=2025&list=district-key&light=off-pace,slipping&view=owners&blocked=true'))).toEqual({ year: '2025', list: 'district-key', light: 'off-pace,slipping', blocked: 'true' })
  expect(filterFrom(new URLSearchParams('year=soon&light=purple&owner=nobody&q='))).toEqual({})
})

it('asks for the order of the table where the server knows it; blockers with the most days first are those raised first', () => {
  expect(['', 'lead', '-planned', '-blockers', 'phase'].map(orderAsked)).toEqual([{}, { order: 'lead', down: 'false' }, { order: 'planned', down: 'true' }, { order: 'blockers', down: 'false' }, {}])
})
