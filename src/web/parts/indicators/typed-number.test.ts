import { describe, expect, it } from 'vitest'
import { numberIn, typedNumber } from './typed-number.ts'

describe('a number that a person types', () => {
  it('may have full-width digits, a sign and decimals', () => expect(['8.4', '８．４', '−1.6', '+3', ' 3650.18 '].map(typedNumber)).toEqual([8.4, 8.4, -1.6, 3, 3650.18]))
  it('is not guessed at', () => expect(['10%以上', '约8', '1,200', '1e9', '9999999999999999'].map(typedNumber)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']))
  it('is nothing where nothing was typed', () => expect([typedNumber(''), numberIn('约8')]).toEqual([null, null]))
})
