import { describe, expect, it } from 'vitest'
import { type Given } from './judging.ts'
import { shownLight, verdictOf } from './light.ts'
import { oursFromTheStart, parametersOn } from './parameters.ts'

type Parts = {
  kind?: 'flow' | 'stock' | 'rate'; direction?: 'up' | 'down'; embargoed?: boolean
  op?: Given['target']['operator']; value?: number | null; aspect?: 'level' | 'growth'; measure?: string; target?: string
  level?: number; unit?: string; change?: number; base?: string; changeUnit?: string; period?: string; none?: boolean; on?: string; saidOn?: string
} & Pick<Given, 'past' | 'tied'>

function given(parts: Parts): Given {
  const aspect = parts.aspect ?? (parts.change === undefined ? 'level' : 'growth')
  return {
    indicator: { kind: parts.kind ?? 'flow', direction: parts.direction ?? 'up', embargoed: parts.embargoed ?? false },
    target: { operator: parts.op ?? '>=', value: parts.value === undefined ? 10 : parts.value, aspect, measure: parts.measure ?? (aspect === 'growth' ? '%' : '个'), period: parts.target ?? '2023' },
    figure: parts.none ? null : {
      period: parts.period ?? '2023H1', saidOn: parts.saidOn ?? null,
      level: parts.level === undefined ? null : { value: parts.level, unit: parts.unit ?? parts.measure ?? '个' },
      change: parts.change === undefined ? null : { value: parts.change, unit: parts.changeUnit ?? '%', base: parts.base ?? '同比' },
    },
    on: parts.on ?? '2024-02-01',
    ...(parts.past && { past: parts.past }), ...(parts.tied !== undefined && { tied: parts.tied }),
  }
}

const past = (period: string, value: number, unit = '个') => ({ id: period, period, vintage: 'final' as const, basis: null, level: { value, unit }, change: null, qualifier: null, status: 'published' as const, saidOn: null, at: '2023-01-01T00:00:00.000Z' })

describe('growth against its target, in points', () => {
  const facts: readonly [what: string, parts: Parts, light: string, gap: number | null][] = [
    ['investment +8.4 % at half-year against at least 10 %', { change: 8.4, on: '2023-08-31' }, 'slipping', -1.6],
    ['gross product +5.3 % against about 4.5 %', { change: 5.3, value: 4.5, op: '~', on: '2023-08-31' }, 'on-pace', 0.8],
    ['exactly on target', { change: 10, on: '2023-08-31' }, 'on-pace', 0],
    ['0.49 points behind', { change: 9.51, on: '2023-08-31' }, 'on-pace', -0.49],
    ['half a point behind is slipping', { change: 9.5, on: '2023-08-31' }, 'slipping', -0.5],
    ['1.99 points behind', { change: 8.01, on: '2023-08-31' }, 'slipping', -1.99],
    ['two points behind is off pace', { change: 8, on: '2023-08-31' }, 'off-pace', -2],
    ['about reaches 0.3 points: 4.2 against about 4.5', { change: 4.2, value: 4.5, op: '~', on: '2023-08-31' }, 'on-pace', -0.3],
    ['lag counts from the reach of about: 3.7 against about 4.5', { change: 3.7, value: 4.5, op: '~', on: '2023-08-31' }, 'slipping', -0.8],
    ['the year met its target', { change: 10, period: '2023' }, 'done', 0],
    ['the year missed by a tenth of a point', { change: 9.9, period: '2023' }, 'off-pace', -0.1],
    ['the year within the reach of about', { change: 4.2, value: 4.5, op: '~', period: '2023' }, 'done', -0.3],
    ['less is better: energy fell by 3.2 % against 3 %', { change: -3.2, value: -3, op: '=', direction: 'down', kind: 'rate', on: '2023-08-31' }, 'on-pace', 0.2],
    ['at most: crimes may rise by 1 % and rose by 2 %', { change: 2, value: 1, op: '<=', on: '2023-08-31' }, 'slipping', -1],
    ['growth against another base is another class', { change: 8.4, base: '较2019年', on: '2023-08-31' }, 'not-judged', null],
    ['points are no growth', { change: 6, changeUnit: '个百分点', on: '2023-08-31' }, 'not-judged', null],
    ['a level is no growth', { level: 100, unit: '亿元', aspect: 'growth', on: '2023-08-31' }, 'not-judged', null],
  ]
  it.each(facts)('%s', (_, parts, light, gap) => expect(verdictOf(given(parts))).toMatchObject({ light, gap }))

  it('says what the rest of the year must grow, and by which weights', () => {
    const verdict = verdictOf(given({ change: 8.4, on: '2023-08-31' }))
    expect(verdict.because.zh).toBe('上半年增长8.4%，目标10%以上，差1.6个百分点；下半年需增长约11.6%（按两个半年各占一半估算）。')
    expect(verdict.because.en).toBe('The first half: +8.4 %; target at least 10 %; 1.6 points short; the second half must grow about 11.6 % (taking both halves as equal).')
    const known = verdictOf(given({ change: 8.4, on: '2023-08-31', past: [past('2022H1', 40, '亿元'), past('2022', 100, '亿元')] }))
    expect(known.because.zh).toContain('下半年需增长约11.1%（按去年同期占全年40%估算）')
    expect(verdictOf(given({ change: 2, period: '2023Q1', on: '2023-04-30' })).because.zh).toContain('后三个季度需增长约12.7%（按已过时间占25%估算）')
  })
})

describe('what adds up over the year, by the share reached', () => {
  const facts: readonly [what: string, parts: Parts, light: string, gap: number | null][] = [
    ['209 of 280 projects at half-year', { level: 209, value: 280 }, 'on-pace', 24.64],
    ['exactly half at half-year', { level: 140, value: 280 }, 'on-pace', 0],
    ['4.99 points behind', { level: 45.01, value: 100 }, 'on-pace', -4.99],
    ['five points behind is slipping', { level: 45, value: 100 }, 'slipping', -5],
    ['9.99 points behind', { level: 40.01, value: 100 }, 'slipping', -9.99],
    ['ten points behind is off pace', { level: 40, value: 100 }, 'off-pace', -10],
    ['nothing yet at half-year', { level: 0, value: 100 }, 'off-pace', -50],
    ['the year’s number reached in June is done', { level: 280, value: 280 }, 'done', 0],
    ['another unit of the same measure', { level: 1950, unit: '万元', value: 0.39, measure: '亿元' }, 'on-pace', 0],
    ['another measure is another class', { level: 5, unit: '亿美元', value: 10, measure: '亿元' }, 'not-judged', null],
    ['only a rate where a number is due', { change: 5, aspect: 'level', value: 10 }, 'not-judged', null],
    ['the year closed short by one', { level: 279, value: 280, period: '2023' }, 'off-pace', -0.36],
    ['the year closed on the number', { level: 280, value: 280, period: '2023' }, 'done', 0],
    ['about 100: 98 is enough', { level: 98, value: 100, op: '~', period: '2023' }, 'done', -2],
    ['about 100: 97.9 is not', { level: 97.9, value: 100, op: '~', period: '2023' }, 'off-pace', -2.1],
    ['at most 100 accidents, 40 by June', { level: 40, value: 100, op: '<=' }, 'on-pace', 10],
    ['at most 100 accidents, 55 by June', { level: 55, value: 100, op: '<=' }, 'slipping', -5],
    ['at most 100 accidents, 101 by June', { level: 101, value: 100, op: '<=' }, 'off-pace', -1],
    ['no accident allowed, none happened', { level: 0, value: 0, op: '<=' }, 'on-pace', null],
    ['no accident allowed, one happened', { level: 1, value: 0, op: '<=' }, 'off-pace', null],
    ['no accident allowed, none in the whole year', { level: 0, value: 0, op: '<=', period: '2023' }, 'done', null],
    ['by days where the day ends no month', { level: 50, value: 100, period: '2023-06-15', on: '2023-06-15' }, 'on-pace', 4.52],
  ]
  it.each(facts)('%s', (_, parts, light, gap) => expect(verdictOf(given(parts))).toMatchObject({ light, gap }))

  it('says what is still to do and how much a month', () => {
    expect(verdictOf(given({ level: 209, value: 280, on: '2023-08-31' })).because).toEqual({
      zh: '上半年209个，目标280个以上，完成74.6%，序时进度50%（按时间折算），超前24.64个百分点；还需71个，下半年平均每月11.8个。',
      en: 'The first half: 209; target at least 280; 74.6 % done, expected 50 % (by time passed), 24.64 points ahead. Still to do: 71, 11.8 a month over the second half.',
    })
  })

  it('counts no fifth of a thing a month', () => {
    expect(verdictOf(given({ level: 4, value: 5, op: '=', on: '2023-08-31' })).because.zh).toBe('上半年4个，目标5个，完成80%，序时进度50%（按时间折算），超前30个百分点；还需1个。')
    expect(verdictOf(given({ level: 4, value: 5, measure: '亿元', on: '2023-08-31' })).because.zh).toContain('下半年平均每月0.2亿元')
  })

  it('expects the course of past years where their months are known, and says which', () => {
    const months = (year: number, shares: readonly number[]) => shares.map((v, i) => past(`${year}-${String(i + 1).padStart(2, '0')}`, v))
    const slow = [...months(2022, [5, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 20]), past('2021H1', 30), past('2021', 100)]
    const verdict = verdictOf(given({ level: 31, value: 100, past: slow }))
    expect(verdict).toMatchObject({ light: 'on-pace', gap: 1 })
    expect(verdict.because.zh).toContain('序时进度30%（按2021—2022年同期占全年的比重）')
    expect(verdict.inputs).toContainEqual({ name: 'expected', value: '30%' })
  })

  it('a gap in the months of a past year leaves time passed as the pace', () => {
    expect(verdictOf(given({ level: 50, value: 100, past: [past('2022-01', 5), past('2022-03', 5), past('2022', 100)] })).because.zh).toContain('按时间折算')
  })

  it('a period that is over without its last figure is judged by the newest, and says so', () => {
    expect(verdictOf(given({ level: 209, value: 280 })).because.zh).toContain('期末数尚未到')
    expect(verdictOf(given({ level: 209, value: 280, on: '2023-12-31' })).because.zh).not.toContain('期末数尚未到')
  })

  it('a running count of the year, said in August, is judged as of August', () => {
    expect(verdictOf(given({ level: 60, value: 100, period: '2023', on: '2024-02-01', saidOn: '2023-08-31' }))).toMatchObject({ light: 'slipping', gap: -6.67 })
  })
})

describe('what stands, by the way since the year began', () => {
  const facts: readonly [what: string, parts: Parts, light: string, gap: number | null][] = [
    ['111 at the start, 128 in June, 222 due: 15 % of the way', { kind: 'stock', level: 128, value: 222, past: [past('2022', 111)] }, 'off-pace', -34.68],
    ['half of the way in June', { kind: 'stock', level: 166.5, value: 222, past: [past('2022', 111)] }, 'on-pace', 0],
    ['without a level at the start pace cannot be told', { kind: 'stock', level: 128, value: 222 }, 'not-judged', null],
    ['already there', { kind: 'stock', level: 222, value: 222 }, 'done', 0],
    ['the year closed, not all built', { kind: 'stock', level: 221, value: 222, period: '2023' }, 'off-pace', -0.45],
  ]
  it.each(facts)('%s', (_, parts, light, gap) => expect(verdictOf(given(parts))).toMatchObject({ light, gap }))
})

describe('a rate, by its distance', () => {
  const facts: readonly [what: string, parts: Parts, light: string, gap: number | null][] = [
    ['clean air on 87.3 % of days against 90 %', { kind: 'rate', level: 87.3, value: 90, measure: '%' }, 'on-pace', -2.7],
    ['five points short is slipping', { kind: 'rate', level: 85, value: 90, measure: '%' }, 'slipping', -5],
    ['met in June is not yet done', { kind: 'rate', level: 91, value: 90, measure: '%' }, 'on-pace', 1],
    ['met over the year', { kind: 'rate', level: 91, value: 90, measure: '%', period: '2023' }, 'done', 1],
    ['unemployment at most 5.5 %', { kind: 'rate', level: 5, value: 5.5, measure: '%', op: '<=', period: '2023' }, 'done', 0.5],
    ['fine dust 25 against at most 22: 13.6 % of the target', { kind: 'rate', level: 25, value: 22, measure: '微克/立方米', op: '<=' }, 'off-pace', -13.64],
  ]
  it.each(facts)('%s', (_, parts, light, gap) => expect(verdictOf(given(parts))).toMatchObject({ light, gap }))
})

describe('what cannot be judged says why', () => {
  const facts: readonly [what: string, parts: Parts, rule: string, zh: string][] = [
    ['no figure has come', { none: true }, 'no-figure', '尚无数值，还不能判灯。'],
    ['held back', { level: 5, embargoed: true }, 'embargoed', '数值尚未公布，公布后再判灯。'],
    ['set by the municipality', { none: true, op: 'municipality', value: null }, 'municipality', '目标由市下达，数值尚未到，暂不判灯。'],
    ['set by the municipality, with a result', { level: 30019, unit: '人', period: '2023', op: 'municipality', value: null }, 'municipality', '目标由市下达，数值尚未到，暂不判灯；全年30019人。'],
    ['printed as a dash', { none: true, op: 'pending', value: null }, 'pending', '目标值待定，暂不判灯。'],
  ]
  it.each(facts)('%s', (_, parts, rule, zh) => expect(verdictOf(given(parts))).toMatchObject({ light: 'not-judged', gap: null, rule, because: { zh } }))

  it('a target of the municipality that has arrived is judged like any other', () => {
    expect(verdictOf(given({ level: 30019, value: 30000, measure: '人', unit: '人', period: '2023', op: 'municipality' })).light).toBe('done')
  })
})

describe('a target tied to another indicator', () => {
  const gdp = { zh: '地区生产总值', en: 'Gross domestic product' }
  it('is judged against the growth of that indicator over the same period', () => {
    const verdict = verdictOf(given({ op: 'tied', value: null, change: 4.1, kind: 'rate', tied: { name: gdp, figure: { period: '2023H1', change: { value: 5.3, unit: '%', base: '同比' } } } }))
    expect(verdict).toMatchObject({ light: 'slipping', gap: -1.2, rule: 'tied' })
    expect(verdict.because.zh).toMatch(/^地区生产总值同期增长5.3%；上半年增长4.1%/)
  })
  it('waits for that indicator', () => {
    expect(verdictOf(given({ op: 'tied', value: null, change: 4.1, tied: { name: gdp, figure: null } }))).toMatchObject({ light: 'not-judged', rule: 'tied-open' })
    expect(verdictOf(given({ op: 'tied', value: null, change: 4.1, tied: { name: gdp, figure: { period: '2023Q1', change: { value: 5.3, unit: '%', base: '同比' } } } }))).toMatchObject({ rule: 'tied-open' })
    expect(verdictOf(given({ op: 'tied', value: null, none: true, tied: null }))).toMatchObject({ rule: 'no-figure' })
  })
})

it('an override shows until its last day and then ends by itself', () => {
  const verdict = verdictOf(given({ level: 40, value: 100 }))
  const override = { light: 'on-pace', until: '2023-09-30' } as const
  expect(shownLight(verdict, override, '2023-09-30')).toEqual({ light: 'on-pace', overridden: true })
  expect(shownLight(verdict, override, '2023-10-01')).toEqual({ light: 'off-pace', overridden: false })
  expect(shownLight(verdict, null, '2023-09-01')).toEqual({ light: 'off-pace', overridden: false })
})

it('bands hold from the day they were set', () => {
  const stricter = { ...oursFromTheStart, from: '2024-01-01', growth: { slipping: 0.1, offPace: 1 }, source: '区政府常务会议' }
  expect(parametersOn('2023-12-31', [stricter])).toBe(oursFromTheStart)
  expect(parametersOn('2024-01-01', [stricter])).toBe(stricter)
  expect(verdictOf({ ...given({ change: 9.8, on: '2024-08-01' }), parameters: stricter }).light).toBe('slipping')
})
