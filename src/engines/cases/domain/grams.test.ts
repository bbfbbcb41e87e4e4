import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gramsOf, gramsSought } from './grams.ts'

it('a text is found by any piece of it, of one character or more', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'东濠涌边垃圾没人清Ab12，。 ') }), fc.nat(), fc.nat(), (text, a, b) => {
    const characters = [...text], from = a % characters.length, piece = characters.slice(from, from + 1 + (b % (characters.length - from))).join('')
    const grams = new Set(gramsOf([text]))
    expect(gramsSought(piece).every(gram => grams.has(gram))).toBe(true)
  }))
})

it('full-width and capital letters are found by plain ones, and punctuation is nothing', () => {
  expect(gramsOf(['ＲＸ１'])).toEqual(gramsOf(['rx1']))
  expect(gramsSought('，。')).toEqual([])
  expect(gramsSought('垃圾')).toEqual(['垃圾'])
  expect(gramsSought('垃')).toEqual(['垃'])
})
