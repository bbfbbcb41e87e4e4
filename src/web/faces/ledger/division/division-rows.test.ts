import { describe, expect, it } from 'vitest'
import { type DivisionTerms } from '../../../../engines/plan/schema.ts'
import { checkFor, pasted, rowsIn, termsIn, typedFrom, typedRows } from './division-rows.ts'

const terms: DivisionTerms = { method: 'own', check: 'sum', tolerance: 0, digits: 0, whole: 280, ground: null, parts: [{ unit: 'a', share: null, weight: null, value: 200 }, { unit: 'b', share: null, weight: null, value: 80 }] }
const row = (unit: string, value = '') => ({ unit, share: '', weight: '', value })
const nameOf = (unit: string) => ({ a: '洪桥街道', b: '北京街道', c: '六榕街道' })[unit] ?? unit

it('what is typed is what was there, until somebody types', () => {
  expect(termsIn(typedFrom(terms), 280)).toEqual({ terms, wrong: false })
  expect(rowsIn({ rows: '"an older page"' })).toEqual([])
})

it('what is no number counts as nothing and is told', () => {
  const typed = { ...typedFrom(terms), rows: typedRows([row('a', '２００'), row('b', '八十')]) }
  expect(termsIn(typed, 280)).toMatchObject({ wrong: true, terms: { parts: [{ value: 200 }, { value: 0 }] } })
  expect(termsIn({ ...typed, method: 'share', rows: typedRows([{ ...row('a', '八十'), share: '100' }]) }, 280)).toMatchObject({ wrong: false, terms: { parts: [{ value: 280, share: 100, weight: null }] } })
})

it('the check follows the method', () => expect([checkFor('share', 'none'), checkFor('weight', 'sum'), checkFor('own', 'weighted-mean'), checkFor('own', 'none')]).toEqual(['sum', 'weighted-mean', 'sum', 'none']))

describe('pasting from a spreadsheet', () => {
  const rows = [row('a', '1'), row('b', '2'), row('c', '3')]
  it('fills a column from the row on', () => expect(pasted(rows, 1, 'value', '1,020\n30\n40\n', nameOf).rows.map(r => r.value)).toEqual(['1', '1020', '30']))
  it('finds units by their names, in any order', () => {
    expect(pasted(rows, 0, 'share', '六榕街道\t5.5%\r\n洪桥街道\t10', nameOf)).toMatchObject({ rows: [{ share: '10' }, { share: '' }, { share: '5.5' }], unknown: [] })
  })
  it('tells a name that no row has', () => expect(pasted(rows, 0, 'value', '天河街道\t7', nameOf)).toEqual({ rows, unknown: ['天河街道'] }))
  it('leaves what is no number as it came, for the field to say so', () => expect(pasted(rows, 0, 'value', '待定', nameOf).rows[0]?.value).toBe('待定'))
})
