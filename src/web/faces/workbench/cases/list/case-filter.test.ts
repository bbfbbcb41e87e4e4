import { describe, expect, it } from 'vitest'
import { addressOfList, filterFrom, isPhone, isSame } from './case-filter.ts'

describe('the filter of cases in an address', () => {
  it('keeps what the list takes and leaves out the rest, a telephone above all', () => {
    expect(filterFrom(new URLSearchParams('state=handling,answered&late=true&order=due&case=x&phone=13800138000'))).toEqual({ state: 'handling,answered', late: 'true', order: 'due' })
    expect(filterFrom(new URLSearchParams('state=nonsense&late=yes&lead=1&order=oldest&q='))).toEqual({})
  })

  it('is the same list however it is ordered', () => {
    expect(isSame({ late: 'true', lead: 'a', order: 'due' }, { lead: 'a', late: 'true' })).toBe(true)
    expect(isSame({ late: 'true' }, { late: 'true', lead: 'a' })).toBe(false)
  })

  it('always says something, so that the whole list is not taken for the beginning', () => {
    expect([addressOfList({}), addressOfList({ late: 'true' })]).toEqual(['/cases?order=newest', '/cases?late=true'])
  })

  it('tells a telephone from a number of a case and from words', () => {
    expect(['13800138000', '+86 138 0013 8000', '020-83333333'].map(isPhone)).toEqual([true, true, true])
    expect(['RX20230829000001', '12345', '垃圾', '三元宫路8号'].map(isPhone)).toEqual([false, false, false, false])
  })
})
