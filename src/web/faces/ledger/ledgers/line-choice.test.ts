import { expect, it } from 'vitest'
import { freshLines, idsIn } from './line-choice.ts'

it('lines typed one to a row are due at the end of the span', () => {
  expect(freshLines(' 安全生产考核\n\n环保督查 ', '2025')).toEqual([{ title: '安全生产考核', dueOn: '2025-12-31', leadUnit: null }, { title: '环保督查', dueOn: '2025-12-31', leadUnit: null }])
  expect(freshLines('甲', '2021-2025')[0]?.dueOn).toBe('2025-12-31')
  expect(freshLines('', '2025')).toEqual([])
  expect([idsIn(''), idsIn('a b')]).toEqual([[], ['a', 'b']])
})
