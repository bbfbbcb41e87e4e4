import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Source } from '../../../../kernel/source.ts'
import { readPaper } from '../read-paper.ts'
import { type Fact } from '../../schema.ts'
import { checkSayings } from './check-papers.ts'
import { type Saying, sayingsOf } from './saying.ts'

// Every alarm that the six reports raise, judged by reading both places: true, or false with the reason.
const reports = resolve(import.meta.dirname, '../../../../../../shared/reports')
if (!existsSync(reports)) console.log('skipped: the reports are not there (../shared/reports); their labelled doubts were not compared')

type Row = { readonly kind: string; readonly places: string; readonly verdict: string }
const rows = readFileSync(join(import.meta.dirname, 'real-reports.csv'), 'utf8').trim().split('\n').slice(1).map((line): Row => {
  const [kind = '', paper = '', start = '', other = '', otherStart = '', verdict = ''] = line.split(',')
  return { kind, places: `${paper}#f${start} ${other}#f${otherStart}`, verdict }
})
const districts = [['yuexiu-2021-work-report', 'yuexiu-2023-plan', 'yuexiu-2023-half-year', 'yuexiu-2025-plan'], ['other-sichuan-2026-work-report'], ['other-neimenggu-2026-work-report']]

function saidIn(paper: string, change: (raw: string) => string = raw => raw): Saying[] {
  const raw = change(readFileSync(join(reports, `${paper}.txt`), 'utf8'))
  const { document, facts } = readPaper(raw)
  const source = (fact: Fact): Source => ({ kind: 'document', document: '01890000-0000-7000-8000-000000000001', title: paper, section: fact.section, start: fact.start, end: fact.end, words: raw.slice(fact.start, fact.end), saidOn: document.date })
  return sayingsOf({ key: paper, saidOn: document.date, raw, facts: facts.map(fact => ({ key: `${paper}#${fact.id}`, fact, source: source(fact), subject: null })) })
}

describe.skipIf(!existsSync(reports))('the six reports', () => {
  it('raise the labelled alarms and no other', () => {
    const found = districts.flatMap(papers => checkSayings(papers.flatMap(paper => saidIn(paper))).doubts).map(doubt => `${doubt.kind} ${doubt.sides[0]?.key} ${doubt.sides[1]?.key}`)
    expect(found.toSorted()).toEqual(rows.map(row => `${row.kind} ${row.places}`).toSorted())
    expect(rows.filter(row => row.verdict !== 'true').length / rows.length, 'false alarms').toBeLessThanOrEqual(0.05)
  })

  it('say 20 and 43 projects in one place and 63 in another: compared, and it holds; with 64 it is asked about', () => {
    const half = (change?: (raw: string) => string) => checkSayings(saidIn('yuexiu-2023-half-year', change))
    expect(half()).toMatchObject({ doubts: [], compared: { sum: 1 } })
    expect(half(raw => raw.replace(/63(\s*个\s*市区重点)/, '64$1')).doubts).toMatchObject([{ kind: 'sum', sides: [{}, {}, {}] }])
  })

  it('hold under damage of a figure that is said twice, and notice it', () => {
    const once = checkSayings(saidIn('yuexiu-2025-plan')).doubts
    const damaged = checkSayings(saidIn('yuexiu-2025-plan', raw => raw.replace(/(地区生产总值[^。；]{0,12})1\.6/, '$12.6'))).doubts
    expect(once.filter(doubt => doubt.kind === 'twice')).toEqual([])
    expect(damaged.filter(doubt => doubt.kind === 'twice').length).toBeGreaterThan(0)
  })
})
