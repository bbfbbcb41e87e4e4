import { type Said } from '../src/engines/indicators/domain/vintage.ts'

let made = 0

/** A figure as derivation and pace see it: published, undated, a level in 亿元 unless it says otherwise. */
export function said(period: string, level: number | null, rest: Partial<Said> = {}, unit = '亿元'): Said {
  made += 1
  return { id: `f${made}`, period, vintage: 'published', basis: null, level: level === null ? null : { value: level, unit }, change: null, qualifier: null, status: 'published', saidOn: null, at: '2023-01-01T00:00:00.000Z', ...rest }
}

/** Growth on the year before in per cent, without a level. */
export function grew(period: string, value: number): Said {
  return said(period, null, { change: { value, unit: '%', base: '同比' } })
}

/** The first months of a year, in order. */
export function monthsOfYear(year: number, values: readonly number[], unit = '亿元'): readonly Said[] {
  return values.map((value, i) => said(`${year}-${String(i + 1).padStart(2, '0')}`, value, {}, unit))
}
