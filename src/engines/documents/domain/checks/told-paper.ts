import { readSentence } from '../facts/test-paper.ts'
import { type Source } from '../../../../kernel/source.ts'
import { type Fact } from '../../schema.ts'
import { checkSayings, type CheckReport } from './check-papers.ts'
import { type Saying, sayingsOf } from './saying.ts'
import { type KnownSum } from './sums.ts'

/** For tests: what the plan report of a year says of the year before (`results`) and of its own year (`tasks`). */
export type Told = { readonly year: number; readonly results?: string; readonly tasks?: string }

export function saidIn({ year, results = '', tasks = '' }: Told): Saying[] {
  const front = { year, resultsPeriod: String(year - 1), planPeriod: String(year), date: `${year}-02-06` }
  const raw = `${results}\n${tasks}`
  const moved = (fact: Fact, by: number): Fact => ({ ...fact, id: `f${fact.start + by}${fact.id.replace(/^f\d+/, '')}`, start: fact.start + by, end: fact.end + by })
  const facts = [...readSentence(results, 'results', front).facts, ...readSentence(tasks, 'tasks', front).facts.map(fact => moved(fact, results.length + 1))]
  const source = (fact: Fact): Source => ({ kind: 'document', document: '01890000-0000-7000-8000-000000000001', title: `${year}`, section: fact.section, start: fact.start, end: fact.end, words: raw.slice(fact.start, fact.end), saidOn: front.date })
  return sayingsOf({ key: String(year), saidOn: front.date, raw, facts: facts.map(fact => ({ key: `${year}#${fact.id}`, fact, source: source(fact), subject: null })) })
}

export function check(papers: readonly Told[], sums: readonly KnownSum[] = []): CheckReport {
  return checkSayings(papers.flatMap(saidIn), sums)
}
