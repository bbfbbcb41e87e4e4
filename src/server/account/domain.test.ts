import { expect, test } from 'vitest'
import { type Attempt, changeDue, defaultRules, deviceOf, gateFor, hasEnded, isWorthNoting, takenBack } from './domain.ts'

const noon = '2026-03-02T04:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString()
const tried = (times: number, from: Attempt | null = null, at = noon) => Array.from({ length: times }).reduce<Attempt | null>(before => {
  const gate = gateFor(before, at, defaultRules)
  return gate.open ? gate.attempt : before
}, from)

test('the fifth failure in a row locks an account for ten minutes', () => {
  expect(tried(4)).toMatchObject({ failures: 4, lockedUntilAt: null })
  expect(tried(5)).toMatchObject({ failures: 5, lockedUntilAt: later(600) })
  expect(gateFor(tried(5), later(599), defaultRules)).toEqual({ open: false, lockedUntilAt: later(600) })
})

test('a lock ends by itself, and the count begins anew', () => {
  expect(gateFor(tried(5), later(600), defaultRules)).toMatchObject({ open: true, attempt: { failures: 1, lockedUntilAt: null } })
})

test('knocking at a locked account does not prolong the lock', () => {
  expect(gateFor(tried(50), later(600), defaultRules).open).toBe(true)
})

test('a day without any try forgets earlier failures', () => {
  expect(gateFor(tried(4), later(86_399), defaultRules)).toMatchObject({ attempt: { failures: 5 } })
  expect(gateFor(tried(4), later(86_400), defaultRules)).toMatchObject({ attempt: { failures: 1 } })
})

test('a right password that still owes a code lifts only the lock it set itself', () => {
  const mine = { failures: 5, lastAt: noon, lockedUntilAt: later(600) }
  expect(takenBack(mine, mine)).toMatchObject({ failures: 4, lockedUntilAt: null })
  const fourth = { failures: 4, lastAt: noon, lockedUntilAt: null }
  expect(takenBack(mine, fourth)).toMatchObject({ failures: 4, lockedUntilAt: later(600) })
})

test('a session ends after half an hour without use, and after twelve hours in any case', () => {
  const session = { startedAt: noon, lastUsedAt: noon }
  expect(hasEnded(session, later(1799), defaultRules)).toBe(false)
  expect(hasEnded(session, later(1800), defaultRules)).toBe(true)
  expect(hasEnded({ startedAt: noon, lastUsedAt: later(43_199) }, later(43_199), defaultRules)).toBe(false)
  expect(hasEnded({ startedAt: noon, lastUsedAt: later(43_199) }, later(43_200), defaultRules)).toBe(true)
})

test('use of a session is noted once a minute', () => {
  expect(isWorthNoting({ lastUsedAt: noon }, later(59))).toBe(false)
  expect(isWorthNoting({ lastUsedAt: noon }, later(60))).toBe(true)
})

test.each([
  ['chosen by the administrator', { passwordSetAt: noon, passwordTemporary: true }, 'temporary'],
  ['fresh', { passwordSetAt: noon, passwordTemporary: false }, null],
  ['89 days old', { passwordSetAt: later(-89 * 86_400), passwordTemporary: false }, null],
  ['90 days old', { passwordSetAt: later(-90 * 86_400), passwordTemporary: false }, 'expired'],
  ['none at all, as in the demonstration', { passwordSetAt: null, passwordTemporary: false }, null],
])('a password that is %s', (_, holder, due) => {
  expect(changeDue(holder, noon, defaultRules)).toBe(due)
})

test('a district may do without the periodic change', () => {
  expect(changeDue({ passwordSetAt: '2001-01-01T00:00:00.000Z', passwordTemporary: false }, noon, { ...defaultRules, passwordDays: 0 })).toBeNull()
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36', 'Chrome 86 · Windows'],
  ['Mozilla/5.0 (X11; Linux aarch64; Kylin) AppleWebKit/537.36 Chrome/102.0.0.0 Safari/537.36 Qaxbrowser', '奇安信浏览器 · 麒麟'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1', 'Safari 17 · iOS'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0', 'Edge 120 · Windows'],
  ['curl/8', ''],
])('a device is named as its owner would name it: %s', (userAgent, name) => {
  expect(deviceOf(userAgent)).toBe(name)
})
