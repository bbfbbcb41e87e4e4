import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPaper } from '../read-paper.ts'

// The reports and their answer keys lie beside the checkout and are no part of the product.
const shared = resolve(import.meta.dirname, '../../../../../../shared')
const there = existsSync(join(shared, 'score-facts.mjs'))
if (!there) console.log('skipped: the two reports with answer keys are not there (../shared); nothing was scored')

describe.skipIf(!there)('two real reports against their answer keys', () => {
  it.each(['yuexiu-2023-half-year', 'yuexiu-2023-plan'])('%s is read at least as well as promised', name => {
    const report = join(shared, 'reports', `${name}.txt`)
    const folder = mkdtempSync(join(tmpdir(), 'facts-'))
    try {
      const facts = join(folder, 'facts.json')
      writeFileSync(facts, JSON.stringify(readPaper(readFileSync(report, 'utf8'))))
      const printed = execFileSync(process.execPath, [join(shared, 'score-facts.mjs'), report, join(shared, 'facts-key', `${name}.csv`), facts], { encoding: 'utf8' })
      const score = (words: string) => Number(new RegExp(`^${words}.*: ([\\d.]+) %$`, 'm').exec(printed)?.[1])
      expect(score('figures found')).toBeGreaterThanOrEqual(97)
      expect(score('figures right')).toBeGreaterThanOrEqual(97)
      expect(score('result or target')).toBeGreaterThanOrEqual(97)
      expect(score('name close')).toBeGreaterThanOrEqual(85)
      expect(score('period right')).toBeGreaterThanOrEqual(95)
      expect(score('rows without a number')).toBeGreaterThanOrEqual(80)
    } finally { rmSync(folder, { recursive: true }) }
  })
})
