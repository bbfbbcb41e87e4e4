import { describe, expect, it } from 'vitest'
import { type FrontMatter } from '../schema.ts'
import { askedFields, missingFields, needsReading, toldOf, withGiven } from './front-matter.ts'

const read: FrontMatter = { title: '工作报告', kind: 'work-report', body: null, date: null, session: null, speaker: null, district: '云台区', year: 2023, resultsPeriod: '2022', planPeriod: '2023', inferred: ['year', 'resultsPeriod', 'planPeriod'] }

describe('the form at the head of an import', () => {
  it('asks for what the paper does not say, and needs title, date and year', () => {
    expect(askedFields(read)).toEqual(['body', 'date', 'session', 'speaker'])
    expect(missingFields(read)).toEqual(['date'])
    expect(missingFields({ ...read, title: null, year: null })).toEqual(['title', 'date', 'year'])
  })

  it('counts what people give more than what was inferred', () => {
    expect(withGiven(read, { date: '2023-02-08', year: 2024 })).toMatchObject({ date: '2023-02-08', year: 2024, inferred: ['resultsPeriod', 'planPeriod'] })
  })

  it.each([
    [{ year: 2024 }, { year: 2024, resultsPeriod: '2023', planPeriod: '2024' }],
    [{ year: 2023 }, { year: 2023 }],
    [{ year: 2023, kind: 'half-year-report' as const }, { kind: 'half-year-report', year: 2023, resultsPeriod: '2023H1', planPeriod: '2023' }],
    [{ year: 2026, kind: 'five-year-plan' as const }, { kind: 'five-year-plan', year: 2026, resultsPeriod: '2021-2025', planPeriod: '2026-2030' }],
    [{ year: 2024, resultsPeriod: '2023M1-9' }, { year: 2024, resultsPeriod: '2023M1-9', planPeriod: '2024' }],
    [{ title: '别名' }, { title: '别名' }],
  ])('a year that is given brings its periods: %j', (given, told) => {
    expect(toldOf(given, read)).toEqual(told)
  })

  it('is read again only where the change can change what sentences mean', () => {
    expect(needsReading(read, { year: 2024 })).toBe(true)
    expect(needsReading(read, { year: 2023, title: '别名', speaker: '王小明' })).toBe(false)
  })
})
