import { describe, expect, it } from 'vitest'
import { nextAddress, signInFor } from './next-address.ts'

describe('after signing in', () => {
  it('a person comes to the page they asked for', () => expect(nextAddress('/register?indicator=GDP')).toBe('/register?indicator=GDP'))
  it('nobody is led to another site', () => expect(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'].map(nextAddress)).toEqual(['/', '/', '/', '/']))
  it('nobody goes round in a circle', () => expect(nextAddress('/sign-in?next=/sign-in')).toBe('/'))
  it('the way back is kept in the address', () => expect(signInFor('/sign-in', { pathname: '/plan', search: '?year=2023' })).toBe('/sign-in?next=%2Fplan%3Fyear%3D2023'))
})
