import { expect, it } from 'vitest'
import { filterFrom } from './project-filter.ts'

it('takes from the address what the portfolio can be narrowed by, and nothing that does not fit', () => {
  expect(filterFrom(new URLSearchParams('year=2025&list=district-key&light=off-pace,slipping&view=owners&blocked=true'))).toEqual({ year: '2025', list: 'district-key', light: 'off-pace,slipping', blocked: 'true' })
  expect(filterFrom(new URLSearchParams('year=soon&light=purple&owner=nobody&q='))).toEqual({})
})
