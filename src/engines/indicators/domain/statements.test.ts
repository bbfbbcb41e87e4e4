import { expect, it } from 'vitest'
import { type Statement } from '../schema.ts'
import { promisedBy, saidBy, statementWords } from './statements.ts'

const paper = (title: string, saidOn: string | null, value: number, parts: Partial<Statement> = {}): Statement => ({
  id: title, operator: '>=', value, stretch: null, measure: '个', hedge: null, reference: null, tiedTo: null, nature: 'expected', verb: null, words: `${value}个以上`, saidOn, reason: null,
  source: { kind: 'published', title, section: '二', saidOn }, origin: null, at: '2026-01-01T00:00:00.000Z', ...parts,
})

const february = paper('计划报告', '2023-02-14', 280), august = paper('半年报告', '2023-08-29', 300)

const facts: readonly [what: string, said: readonly Statement[], day: string, value: number | undefined][] = [
  ['the day before it is restated a target is what it was', [august, february], '2023-08-28', 280],
  ['on the day it is restated it is the new one', [august, february], '2023-08-29', 300],
  ['before anybody said anything it is what was said first', [august, february], '2023-01-01', 280],
  ['a paper without a date counts from the day it was entered', [paper('无日期', null, 260), february], '2025-12-31', 280],
  ['and stands where it is all there is', [paper('无日期', null, 260)], '2023-12-31', 260],
]
it.each(facts)('%s', (_, said, day, value) => expect(promisedBy(saidBy(said, day))?.value).toBe(value))

it('a light names the paper, the person or the division it is held against', () => {
  expect(statementWords(february)).toBe('《计划报告》（2023-02-14）')
  expect(statementWords(paper('《工作报告》', '2023-02-14', 1))).toBe('《工作报告》（2023-02-14）')
  expect(statementWords(paper('手工', null, 1, { source: { kind: 'hand', person: null, name: '李某', at: '2026-01-01T00:00:00.000Z', ground: '市发改委来函' }, at: '2023-03-01T00:00:00.000Z' }))).toBe('李某录入，依据：市发改委来函（2023-03-01）')
  const divided = { kind: 'division', division: 'd', target: 't', year: 2023, edition: 2, signedBy: '陈某', on: '2023-03-05' } as const
  expect(statementWords(paper('分解', '2023-03-05', 60, { source: divided }))).toBe('第2版目标分解，陈某签认（2023-03-05）')
  expect(statementWords(paper('分解', '2023-03-05', 60, { source: { ...divided, signedBy: null } }))).toBe('第2版目标分解，未经本单位签认（2023-03-05）')
})
