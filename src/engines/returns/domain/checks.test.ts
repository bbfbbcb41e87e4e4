import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Check } from '../schema.ts'
import { findingsOf, openFindings } from './checks.ts'
import { cell, known, rowOf } from './test-rows.ts'

type Told = readonly [row: string, grade: string, zh: string]
const told = (...of: Parameters<typeof findingsOf>): Told[] => findingsOf(...of).map(f => [f.row, f.grade, f.words.zh])
const check = (given: unknown) => Check.parse(given)

describe('what a sheet’s checks find', () => {
  it('a required cell that is empty, but not one that is optional, worked out or brought by another form', () => {
    const rows = [rowOf({ indicator: 'AA' }), rowOf({ indicator: 'BB', required: false }), rowOf({ by: 'growth', indicator: 'AA' }), rowOf({ indicator: 'CC' }, { brought: { ...known(1), sheet: '01890000-0000-7000-8000-000000000001', form: '月报', unit: '甲' } })]
    expect(told(rows, [], {})).toEqual([['AA', 'error', '“指标AA”未填。']])
    expect(told(rows, [], { AA: cell(0) })).toEqual([])
  })

  it('bounds, which a value may reach', () => {
    const between = check({ kind: 'between', row: 'AA', least: 0, most: 100, grade: 'error' })
    const at = (value: number) => told([rowOf({ indicator: 'AA' }, {}, '%')], [between], { AA: cell(value) })
    expect([at(0), at(100)]).toEqual([[], []])
    expect(at(100.1)).toEqual([['AA', 'error', '填报100.1%，不应高于100%。']])
    expect(at(-1)).toEqual([['AA', 'error', '填报-1%，不应低于0%。']])
  })

  it('a leap against last period or last year, by more than the form allows', () => {
    const differs = check({ kind: 'differs', row: 'AA', from: 'last-period', percent: 50, grade: 'warning' })
    const at = (value: number, then = 100, unit = '户') => told([rowOf({ indicator: 'AA' }, { lastPeriod: known(then) }, unit)], [differs], { AA: cell(value) })
    expect(at(150)).toEqual([])
    expect(at(151)).toEqual([['AA', 'warning', '本期151户，上期100户，增加51%，超过50%。']])
    expect(at(10)).toEqual([['AA', 'warning', '本期10户，上期100户，减少90%，超过50%。']])
    expect(at(5, 0)).toEqual([]) // from nothing there is no per cent
    expect(told([rowOf({ indicator: 'AA' }, { lastYear: known(87) }, '%')], [check({ ...differs, from: 'last-year', percent: 5 })], { AA: cell(95) })).toEqual([['AA', 'warning', '本期95%，上年同期87%，增加8个百分点，超过5个百分点。']])
  })

  it('a running total that falls', () => {
    const rows = (now: number) => told([rowOf({ indicator: 'AA', reach: 'to-date' }, { lastPeriod: known(80, '2026M1-9') })], [check({ kind: 'never-falls', row: 'AA/to-date', grade: 'error' })], { 'AA/to-date': cell(now) })
    expect(rows(80)).toEqual([])
    expect(rows(79)).toEqual([['AA/to-date', 'error', '累计79个，低于上期累计的80个；累计数不应减少。']])
  })

  it('parts that do not make the whole, to the sixth decimal', () => {
    const rows = ['AA', 'BB', 'ALL'].map(indicator => rowOf({ indicator }, {}, '亿元'))
    const sum = check({ kind: 'sum', rows: ['AA', 'BB'], total: 'ALL', grade: 'error' })
    expect(told(rows, [sum], { AA: cell(0.1), BB: cell(0.2), ALL: cell(0.3) })).toEqual([])
    expect(told(rows, [sum], { AA: cell(20), BB: cell(43), ALL: cell(64) })).toEqual([['ALL', 'error', '指标AA、指标BB合计63亿元，本项填报64亿元，相差1亿元。']])
    expect(told(rows, [sum], { AA: cell(20), ALL: cell(64) })).toEqual([['BB', 'error', '“指标BB”未填。']])
  })

  it('a unit that says something else than the units below it', () => {
    const rows = [rowOf({ indicator: 'AA' }, { below: { sum: 30, of: 18, filled: 18 } })]
    expect(told(rows, [check({ kind: 'adds-up', row: 'AA', grade: 'warning' })], { AA: cell(31) })).toEqual([['AA', 'warning', '下级18个单位合计30个，本单位填报31个，相差1个。']])
  })
})

describe('an answer to a warning', () => {
  const rows = [rowOf({ indicator: 'AA' }, { lastPeriod: known(100) })]
  const checks = [check({ kind: 'differs', row: 'AA', from: 'last-period', percent: 50, grade: 'warning' })]

  it('holds for the numbers it was given for and lapses when one of them changes', () => {
    const answered = [{ finding: 'differs-last-period:AA', seen: '200 100' }]
    expect(openFindings(findingsOf(rows, checks, { AA: cell(200, answered) }))).toEqual([])
    expect(openFindings(findingsOf(rows, checks, { AA: cell(201, answered) }))).toHaveLength(1)
  })

  it('does not help an error', () => {
    const error = [check({ kind: 'between', row: 'AA', most: 10, grade: 'error' })]
    expect(openFindings(findingsOf(rows, error, { AA: cell(11, [{ finding: 'between:AA', seen: '11' }]) }))).toHaveLength(1)
  })
})

it('every finding quotes the value it is about, in both languages, whatever the numbers', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(n => Number(n.toFixed(2)))
  fc.assert(fc.property(number, number, number, (value, then, bound) => {
    const rows = [rowOf({ indicator: 'AA' }, { lastPeriod: known(then), lastYear: known(then), below: { sum: then, of: 2, filled: 2 } })]
    const checks = [check({ kind: 'between', row: 'AA', least: bound, grade: 'error' }), check({ kind: 'differs', row: 'AA', from: 'last-year', percent: 10, grade: 'warning' }), check({ kind: 'adds-up', row: 'AA', grade: 'warning' })]
    for (const { words, seen } of findingsOf(rows, checks, { AA: cell(value) })) {
      expect(words.zh).toContain(String(value === 0 ? 0 : value))
      expect(words.en).toContain(String(value === 0 ? 0 : value))
      expect(seen).toMatch(/^[-+.e\d ]+$/)
    }
  }))
})
