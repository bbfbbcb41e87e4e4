/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { Label } from '../kernel/label.ts'
import { catalogue, systemGroups } from './catalogue.ts'
import { packs } from './index.ts'
import { type Pack } from './pack.ts'
import { printSystems, systemsReport } from './systems.ts'

describe('the catalogue of systems', () => {
  test('has 292 systems, each once, named in both languages, in a group that has a name', () => {
    expect(catalogue).toHaveLength(292)
    expect(new Set(catalogue.map(system => system.id)).size).toBe(292)
    for (const system of catalogue) {
      expect(system.id).toMatch(/^S\d{3}$/)
      expect(Label.safeParse(system.name).success, system.id).toBe(true)
      expect(systemGroups[system.group].zh).toBeTruthy()
    }
  })

  const file = new URL('../../../shared/systems.csv', import.meta.url)
  const there = existsSync(file)
  if (!there) console.warn('skipped: ../shared/systems.csv is not here, so the catalogue is not compared with it')
  test.skipIf(!there)('says of each system what systems.csv says', () => {
    const rows: { id: string; tier: string; group: string; name_zh: string; name_en: string }[] = parse(readFileSync(file, 'utf8'), { columns: true })
    expect(catalogue.map(s => [s.id, String(s.tier), s.group, s.name.zh, s.name.en])).toEqual(rows.map(r => [r.id, r.tier, r.group, r.name_zh, r.name_en]))
  })
})

const example = { kind: 'match', name: { zh: '认得出', en: 'known' }, given: { name: '地区生产总值', unit: '亿元' }, then: { indicator: 'GDP' } } as const
const pack: Pack = {
  id: 'trial', version: 1, name: { zh: '试验', en: 'Trial' }, what: { zh: '试验', en: 'Trial' }, origins: [{ document: '试验', section: '一' }],
  systems: [{ id: 'S002', example: '认得出', page: '/cockpit' }, { id: 'S003', example: '认得出', page: '/plan/2023', extent: { zh: '只有一半', en: 'only half' } }, { id: 'S004', example: '没有这个例子', page: '/cockpit' }],
  examples: [example],
}

describe('the report on systems', () => {
  const report = systemsReport([pack], catalogue)
  const line = (id: string) => report.lines.find(l => l.id === id)

  test('names pack, example and page of a system that is carried', () => {
    expect(line('S002')).toMatchObject({ state: 'there', carriers: [{ pack: 'trial', example: { zh: '认得出' }, page: '/cockpit', extent: null }] })
  })

  test('says which part of a system works where not all of it does', () => {
    expect(line('S003')).toMatchObject({ state: 'partly', carriers: [{ extent: { en: 'only half' } }] })
  })

  test('gives nothing for a claim whose example is missing', () => {
    expect(line('S004')).toMatchObject({ state: 'not-yet', carriers: [] })
  })

  test('has a line for each of the 292, and its counts add up to them', () => {
    expect(report.lines).toHaveLength(292)
    expect(report.counts).toEqual({ there: 1, partly: 1, 'not-yet': 290 })
  })

  test('prints in either language: one line a system, its carriers below it', () => {
    expect(printSystems(report, 'en').split('\n').slice(0, 6)).toMatchInlineSnapshot(`
      [
        "There 1 · Partly 1 · Not there yet 290 / 292",
        "",
        "A Plan and economy",
        "  S001  Annual plan (execution report + next-year draft)  —  Not there yet",
        "  S002  Headline target register  —  There",
        "        Trial (trial)  /cockpit  known",
      ]
    `)
    expect(printSystems(report, 'zh')).toContain('S003  市下达目标  —  部分已有')
  })

  test('finds in the packs of today no claim without proof', () => {
    const claims = packs.flatMap(p => p.systems).length
    expect(systemsReport(packs, catalogue).lines.flatMap(l => l.carriers)).toHaveLength(claims)
  })
})
