import { expect, it } from 'vitest'
import { filled, unknownPlaceholders } from './template.ts'

it('a template takes what the case has, and shows what it has not', () => {
  expect(filled('您反映的“{title}”（{number}）由{unit}办理，{due}前答复。地址：{address}', { number: 'RX1', title: '垃圾', unit: '北京街道办', due: '11月30日', address: null, words: null, result: null, into: null })).toBe('您反映的“垃圾”（RX1）由北京街道办办理，11月30日前答复。地址：【地址】')
})

it('names in braces that stand for nothing are told', () => {
  expect(unknownPlaceholders('{number}{名字}{}')).toEqual(['名字', ''])
  expect(unknownPlaceholders('没有')).toEqual([])
})
