import { expect, it } from 'vitest'
import { alike, suggestMatches } from './matching.ts'

it('finds one project under two names, and takes two phases of one thing for two', () => {
  expect(alike('海珠北路小学扩建工程', '海珠北路小学扩建项目')).toBe(1)
  expect(alike('滨江商务大厦一期', '滨江商务大厦二期')).toBe(0)
  expect(alike('滨江商务大厦', '麓湖公园步道')).toBe(0)
  const match = suggestMatches([{ id: 'a', names: ['海珠北路小学扩建工程'] }, { id: 'b', names: ['麓湖公园步道'] }], [{ id: 'c', names: ['海珠北路小学新校区', '海珠北路小学'] }, { id: 'd', names: ['滨江商务大厦'] }])
  expect(match.map(({ one, other }) => [one, other])).toEqual([['a', 'c']])
})
