import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { challengeOf, chosenDistrict, sessionToken } from './cookies.ts'

const secret = 'a secret of the tests, long enough for all'
const signed = (token: string, by = secret) => encodeURIComponent(`${token}.${createHmac('sha256', by).update(token).digest('base64')}`)

test('a session cookie is believed only with our signature', () => {
  expect(sessionToken(`a=b; opendistrict.session_token=${signed('token')}; c=d`, secret, false)).toBe('token')
  expect(sessionToken(`__Secure-opendistrict.session_token=${signed('token')}`, secret, true)).toBe('token')
  for (const value of [signed('token', 'another secret'), 'token', 'token.', '.x', 'token.AAAA', '%', '%E0%A4%A', '', `${signed('token')}.x`, signed('to\u0000ken')]) {
    expect(sessionToken(`opendistrict.session_token=${value}`, secret, false)).toBeNull()
  }
  expect(sessionToken('', secret, false)).toBeNull()
})

test('over https a cookie that a neighbouring host could have planted is not believed', () => {
  expect(sessionToken(`opendistrict.session_token=${signed('token')}`, secret, true)).toBeNull()
  expect(challengeOf('opendistrict.two_factor=2fa-abc.c2ln', true)).toBeNull()
})

test('of the second step only its own cookie goes on', () => {
  expect(challengeOf('opendistrict.session_token=x; opendistrict.two_factor=2fa-abc.c2ln', false)).toEqual({ identifier: '2fa-abc', header: 'opendistrict.two_factor=2fa-abc.c2ln' })
  expect(challengeOf('opendistrict.two_factor=%00.c2ln', false)).toBeNull()
  expect(challengeOf('opendistrict.session_token=x', false)).toBeNull()
})

test('the district is six digits or nothing', () => {
  expect(chosenDistrict('opendistrict.district=440104')).toBe(440104)
  for (const value of ['44010', '4401040', 'x', '']) expect(chosenDistrict(`opendistrict.district=${value}`)).toBeNull()
})
