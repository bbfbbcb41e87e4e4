import type { Block, CleanText, Commitment, Fact, FrontMatter, PartRole } from '../../schema.ts'
import { readFacts, type Read } from './read-facts.ts'

/** For tests: a plan report of 2024 with one paragraph, so that a sentence can be read on its own. */
export function readSentence(text: string, role: PartRole = 'results', front: Partial<FrontMatter> = {}): Read {
  const clean: CleanText = { text, origin: Uint32Array.from({ length: text.length + 1 }, (_, i) => i), repairs: [], notes: [], marks: [] }
  const all = { start: 0, end: text.length }
  const block: Block = { id: 'p1', kind: text.includes('\t') ? 'table-row' : 'paragraph', role, level: null, heading: null, path: [], ...all, clean: all }
  return readFacts(clean, [block], { ...paper, ...front })
}

export const paper: FrontMatter = {
  title: '关于计划执行情况与计划草案的报告', kind: 'plan-report', body: null, date: '2024-02-06', session: null, speaker: null, district: null,
  year: 2024, resultsPeriod: '2023', planPeriod: '2024', inferred: [],
}

/** A fact in one line: `name | value unit | ±rate base | #rank | ~streak`. Parts that are not there are left out. */
export function told(fact: Fact): string {
  const value = fact.value === null ? (fact.operator ?? null) : `${fact.value}${fact.upper === null ? '' : `–${fact.upper}`}${fact.unit}`
  const change = fact.change && `${fact.change.value > 0 ? '+' : ''}${fact.change.value}${fact.change.unit} ${fact.change.base}`
  return [fact.name, value, change, fact.rank && `#${fact.rank}`, fact.streak && `~${fact.streak}`].filter(part => part !== null && part !== '').join(' | ')
}

export const facts = (text: string, role?: PartRole): string[] => readSentence(text, role).facts.map(told)
export const promises = (text: string): Commitment[] => readSentence(text, 'tasks').commitments
