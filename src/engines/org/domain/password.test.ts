import { expect, test } from 'vitest'
import { passwordFault } from './password.ts'

test.each([
  ['Ab3defg', 'password-too-short'],
  ['Ab3defgh', null],
  ['abcdefgh', 'password-too-plain'],
  ['abcdefg1', 'password-too-plain'],
  ['ABCDEFG1', 'password-too-plain'],
  ['abcdefg1-', null],
  ['ABCDEFG1-', null],
  ['越秀区计划abc1', null],
  ['越秀区计划科长办公', 'password-too-plain'],
  [`Aa1${'x'.repeat(126)}`, 'password-too-long'],
  ['My-Zhang.Wei-2024', 'password-holds-name'],
  ['1ieW.gnahz!A', 'password-holds-name'],
])('the password %s', (password, fault) => {
  expect(passwordFault(password, 'zhang.wei')).toBe(fault)
})

test('a name of two letters may occur in a password: almost every password holds some', () => {
  expect(passwordFault('Quiet-Lie-77', 'li')).toBeNull()
})
