import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plannedLines, type PlannedLine } from '../../engines/documents/domain/commitments-from-paper.ts'
import { entryFrom } from '../../engines/documents/domain/ledger-from-fact.ts'
import { readPaper } from '../../engines/documents/domain/read-paper.ts'
import { offersIn } from '../../engines/plan/domain/ledger/offers.ts'
import { LedgerKind } from '../../engines/plan/ledgers/schema.ts'
import { tenMatters } from './pack.ts'

const reports = new URL('../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('\nSKIPPED: the real reports are not beside this repository; annexes of livelihood matters are not read here.\n')

/** The tree of a paper's promises as the plan would hold it, every target accepted. */
function treeOf(file: string, year: number): readonly PlannedLine[] {
  const { outline, promises, facts } = readPaper(readFileSync(new URL(file, reports), 'utf8'))
  const targets = facts.flatMap(fact => {
    const entry = entryFrom(fact, { kind: 'generated', seed: 'test' }, null)
    return entry.kind === 'target' ? [{ key: fact.id, fact, target: entry.target }] : []
  })
  return plannedLines(outline, [...promises.map(promise => ({ key: promise.id, promise })), ...targets], year)
}

const offersOf = (file: string, year: number) => offersIn((tenMatters.ledgers ?? []).map(kind => LedgerKind.parse(kind)), treeOf(file, year).map((line, i) => ({ id: line.key, parent: line.parent, position: i + 1, kind: line.kind, title: line.title, year })), new Set())

test.skipIf(!there)('the annex of 2021 is offered as ten matters, each with its parts', () => {
  const [offer, ...others] = offersOf('yuexiu-2021-work-report.txt', 2021)
  expect(others).toEqual([])
  expect(offer?.commitments).toHaveLength(10)
  expect(offer?.commitments.every(matter => matter.parts > 0)).toBe(true)
  expect(offer?.commitments.reduce((sum, matter) => sum + matter.parts, 0)).toBeGreaterThanOrEqual(22)
})

test.skipIf(!there)('an annex that lists its matters without headings is offered measure by measure', () => {
  const [offer] = offersOf('other-neimenggu-2026-work-report.txt', 2026)
  expect(offer?.commitments.length).toBeGreaterThan(10)
  expect(offer?.commitments.every(matter => matter.parts === 1)).toBe(true)
})
