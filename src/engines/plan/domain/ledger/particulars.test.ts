import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ParticularValue, type Telling } from '../../ledgers/particulars-schema.ts'
import { LedgerKind } from '../../ledgers/schema.ts'
import { faultsOfKind } from './kind-check.ts'
import { changesBy, doneShareOf, missingIn, standingOn, valueWords } from './particulars.ts'
import { groupsOf, sumsOf } from './sums.ts'
import { mayTell } from './telling.ts'

const label = (zh: string) => ({ zh, en: zh })
const kind = LedgerKind.parse({
  key: 'estates', name: label('小区'), what: label('小区'), line: label('小区'), span: 'year', of: 'commitment', expected: null, capped: false, onePerSpan: false, needs: ['lead', 'particulars'], acceptance: [], judged: 'share-done', public: false, columns: [], annex: [], evaluatedInYear: null,
  groupBy: 'batch', measuredBy: 'stage',
  particulars: [
    { kind: 'text', key: 'batch', name: label('批次'), required: true, max: 10 },
    { kind: 'choice', key: 'stage', name: label('阶段'), ordered: true, choices: [{ key: 'before', name: label('前期'), done: 0 }, { key: 'begun', name: label('开工'), done: 0.3 }, { key: 'over', name: label('完工'), done: 1 }] },
    { kind: 'choice', key: 'sort', name: label('类别'), choices: [{ key: 'a', name: label('甲') }, { key: 'b', name: label('乙') }] },
    { kind: 'number', key: 'households', name: label('户数'), unit: label('户') },
    { kind: 'number', key: 'signed', name: label('签约'), unit: label('户'), atMost: 'households' },
    { kind: 'share', key: 'rate', name: label('签约率'), numerator: 'signed', denominator: 'households' },
    { kind: 'number', key: 'money', name: label('投入'), unit: label('万元'), decimals: 2 },
    { kind: 'day', key: 'begun-on', name: label('开工日期') },
  ],
})

let n = 0
const telling = (onDay: string, values: Telling['values'], reason: string | null = null): Telling => ({ id: `t${n += 1}`, onDay, values, ground: '月报', reason, at: '2025-07-01T00:00:00.000Z', by: '甲' })
const none = { state: 'none', step: 0, at: null, by: null, proposer: null, share: null, note: null } as const
const asked = (told: readonly Telling[], values: Telling['values'], onDay = '2025-06-30', reason: string | null = null, of = kind) => {
  const may = mayTell({ kind: of, line: { told: [...told], acceptance: none }, title: '甲小区' }, telling(onDay, values, reason), '2025-07-01')
  return may.ok ? 'may' : may.refused
}

describe('what stands of a line', () => {
  const told = [telling('2025-03-31', { stage: 'before', households: 90 }), telling('2025-06-30', { stage: 'begun' }), telling('2025-04-30', { households: 100 }), telling('2025-06-30', { stage: 'before' })]

  it('is of each column what was told of the latest day, and of one day what was told last', () => {
    expect(Object.entries(standingOn(told, '2025-12-31')).map(([key, { value, onDay }]) => [key, value, onDay])).toEqual([['households', 100, '2025-04-30'], ['stage', 'before', '2025-06-30']])
    expect(standingOn(told, '2025-04-29')).toMatchObject({ households: { value: 90 }, stage: { value: 'before' } })
    expect(standingOn(told, '2025-03-30')).toEqual({})
  })

  it('loses what was taken back', () => {
    expect(standingOn([...told, telling('2025-07-01', { households: null })], '2025-12-31')['households']).toBeUndefined()
  })

  it('says what a telling changed, from what to what', () => {
    expect(changesBy(kind, standingOn(told, '2025-03-31'), telling('2025-04-30', { households: 100, gone: 1 })).map(({ column, from, to }) => [column.key, from, to])).toEqual([['households', 90, 100]])
  })

  it('is done as far as its stage stands for', () => {
    const share = (stage: string | null) => doneShareOf(kind, standingOn([telling('2025-01-01', { stage })], '2025-12-31'))
    expect([share('before'), share('begun'), share('over'), share(null)]).toEqual([0, 0.3, 1, null])
    const byRate = { ...kind, measuredBy: 'rate' }
    const rate = (signed: number | null, households: number | null) => doneShareOf(byRate, standingOn([telling('2025-01-01', { signed, households })], '2025-12-31'))
    expect([rate(50, 100), rate(100, 100), rate(0, 0), rate(null, 100), rate(5, null)]).toEqual([0.5, 1, null, null, null])
  })

  it('lacks what is required', () => {
    expect(missingIn(kind, {}).map(column => column.key)).toEqual(['batch'])
    expect(missingIn(kind, standingOn([telling('2025-01-01', { batch: '第三批' })], '2025-12-31'))).toEqual([])
  })

  it('is worded with its unit, its choice or a dash', () => {
    const words = (key: string, value: ParticularValue) => valueWords(kind.particulars.find(one => one.key === key) ?? kind.particulars[0] ?? (() => { throw new Error('no column') })(), value).zh
    expect([words('money', 12.5), words('stage', 'over'), words('stage', 'gone'), words('begun-on', '2025-01-02'), words('money', null)]).toEqual(['12.5万元', '完工', 'gone', '2025-01-02', '—'])
  })
})

describe('what may be told', () => {
  const stood = [telling('2025-03-31', { households: 100, signed: 60, stage: 'begun', batch: '三' })]

  it.each<[string, Telling['values'], string]>([
    ['up to the number that bounds it', { signed: 100 }, 'may'],
    ['not one more', { signed: 101 }, 'column-above'],
    ['both at once', { households: 120, signed: 101 }, 'may'],
    ['the bound not below what it bounds', { households: 59 }, 'column-above'],
    ['nought', { signed: 0 }, 'may'],
    ['nothing below nought', { signed: -1 }, 'column-number'],
    ['no part of a household', { signed: 60.5 }, 'column-number'],
    ['money to the cent', { money: 12.34 }, 'may'],
    ['not finer', { money: 12.345 }, 'column-number'],
    ['no words for a number', { money: '十' }, 'column-number'],
    ['a choice by its key', { sort: 'b' }, 'may'],
    ['no other', { sort: 'c' }, 'column-choice'],
    ['a day', { 'begun-on': '2025-02-28' }, 'may'],
    ['no day that there is not', { 'begun-on': '2025-02-29' }, 'column-day'],
    ['words of ten', { batch: '一二三四五六七八九十' }, 'may'],
    ['not of eleven', { batch: '一二三四五六七八九十百' }, 'column-text'],
    ['no column that there is not', { floors: 9 }, 'unknown-particular'],
    ['no share', { rate: 60 }, 'column-worked-out'],
    ['what is required is not taken back', { batch: null }, 'column-kept'],
    ['anything else is', { signed: null }, 'may'],
    ['on a later day the same again', { households: 100 }, 'may'],
    ['nothing at all is nothing', {}, 'nothing-told'],
    ['nothing taken back that was never there', { money: null }, 'nothing-told'],
  ])('%s', (_, values, expected) => { expect(asked(stood, values)).toBe(expected) })

  it('the same of the same day is nothing new', () => {
    expect(asked(stood, { households: 100, signed: 60 }, '2025-03-31')).toBe('nothing-told')
  })

  it('today, not tomorrow', () => {
    expect([asked(stood, { signed: 61 }, '2025-07-01'), asked(stood, { signed: 61 }, '2025-07-02')]).toEqual(['may', 'day-not-come'])
  })

  it('a stage goes on, stays, and goes back only with a reason; so it does when it is told of an earlier day', () => {
    expect([asked(stood, { stage: 'over' }), asked(stood, { stage: 'begun' }), asked(stood, { stage: 'before' }), asked(stood, { stage: 'before' }, '2025-06-30', '返工')]).toEqual(['may', 'may', 'stage-back', 'may'])
    expect([asked(stood, { stage: 'before' }, '2025-02-01'), asked(stood, { stage: 'over' }, '2025-02-01')]).toEqual(['may', 'stage-back'])
    expect(asked(stood, { stage: null })).toBe('stage-back')
    expect(asked([telling('2025-03-31', { sort: 'b' })], { sort: 'a' })).toBe('may')
  })

  it('what is told of an earlier day must fit what was told of later ones', () => {
    expect(asked([...stood, telling('2025-05-31', { signed: 90 })], { households: 80 }, '2025-04-30')).toBe('column-above')
  })

  it('nothing of a line that was accepted, and nothing where the kind has no columns', () => {
    const accepted = mayTell({ kind, line: { told: [], acceptance: { ...none, state: 'accepted' } }, title: '甲' }, telling('2025-06-30', { signed: 1 }), '2025-07-01')
    expect(accepted).toMatchObject({ refused: 'line-accepted' })
    expect(asked([], { signed: 1 }, '2025-06-30', null, { ...kind, particulars: [] })).toBe('no-columns')
  })
})

describe('sums and groups', () => {
  const row = (values: Telling['values']) => ({ particulars: standingOn([telling('2025-01-01', values)], '2025-12-31') })
  const rows = [row({ batch: '第十批', households: 100, signed: 50, money: 0.1 }), row({ batch: '第二批', households: 20, money: 0.2 }), row({ signed: 7 })]

  it('a share at the foot counts lines where both numbers stand; nought of nought is none', () => {
    expect(Object.fromEntries(sumsOf(kind, rows))).toEqual({ households: { value: 120, told: 2, of: 3 }, signed: { value: 57, told: 2, of: 3 }, rate: { value: 0.5, told: 1, of: 3 }, money: { value: 0.3, told: 2, of: 3 } })
    expect(sumsOf(kind, [row({ households: 0, signed: 0 })]).get('rate')?.value).toBeNull()
    expect(sumsOf(kind, []).get('money')).toEqual({ value: null, told: 0, of: 0 })
  })

  it('groups stand in the order of their words or choices, those without one last', () => {
    expect(groupsOf(kind, rows).map(group => [group.key, group.rows.length])).toEqual([['第二批', 1], ['第十批', 1], [null, 1]])
    expect(groupsOf({ ...kind, groupBy: 'sort' }, [row({ sort: 'b' }), row({ sort: 'a' })]).map(group => group.name.zh)).toEqual(['甲', '乙'])
    expect(groupsOf({ ...kind, groupBy: null }, rows)).toHaveLength(1)
  })

  it('the sums of the groups are the sum of the whole', () => {
    const line = fc.record({ batch: fc.constantFrom('一', '二', '三'), households: fc.nat(1e6) })
    fc.assert(fc.property(fc.array(line), lines => {
      const of = lines.map(values => row(values))
      const parts = groupsOf(kind, of).reduce((sum, group) => sum + (sumsOf(kind, group.rows).get('households')?.value ?? 0), 0)
      expect(parts).toBe(sumsOf(kind, of).get('households')?.value ?? 0)
    }))
  })
})

describe('a kind with columns', () => {
  it('is sound as these are', () => { expect(faultsOfKind(kind)).toEqual([]) })

  it.each<[string, Partial<LedgerKind>]>([
    ['a key twice', { particulars: [...kind.particulars, ...kind.particulars.slice(0, 1)] }],
    ['a bound that is no number', { particulars: kind.particulars.map(one => (one.kind === 'number' ? { ...one, atMost: 'batch' } : one)) }],
    ['a share of what is not there', { particulars: kind.particulars.filter(one => one.key !== 'signed') }],
    ['a group by a number', { groupBy: 'money' }],
    ['progress by stages that say nothing', { measuredBy: 'sort' }],
    ['needs that do not fit', { needs: ['lead'] }],
  ])('%s is a fault', (_, change) => { expect(faultsOfKind({ ...kind, ...change })).toHaveLength(change.particulars && change.particulars.every(one => one.kind !== 'number' || one.atMost !== 'batch') ? 1 : change.particulars ? 3 : 1) })

  it('one without columns reads as before', () => {
    const { particulars, groupBy, measuredBy, casesOf } = LedgerKind.parse({ ...kind, particulars: undefined, groupBy: undefined, measuredBy: undefined, casesOf: undefined })
    expect({ particulars, groupBy, measuredBy, casesOf }).toEqual({ particulars: [], groupBy: null, measuredBy: null, casesOf: null })
  })
})
