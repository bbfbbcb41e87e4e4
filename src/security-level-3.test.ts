import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/security-level-3.md'), 'utf8').split('\n').filter(line => line.startsWith('| ')).slice(1).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))

it.each(rows)('level 3: %s is shown by a test that is there, or said plainly not to be the program’s', (item, _, how, shown = '') => {
  expect([item, how].every(Boolean)).toBe(true)
  if (/^not (?:by the program: by the operator|yet)/.test(shown)) return
  const [, path = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? []
  expect(existsSync(join(root, path)), `${item}: ${path}`).toBe(true)
  const written = readFileSync(join(root, path), 'utf8').replaceAll("\\'", "'")
  expect(['it', 'test'].some(word => written.includes(`${word}('${name}'`)), `${item}: no test “${name}” in ${path}`).toBe(true)
})

it('the table has every item once', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(new Set(rows.map(([item]) => item)).size).toBe(rows.length)
})
