import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type Unit } from '../../org/schema.ts'
import { cellOf, cellsWithin, metresBetween } from './ground.ts'
import { answering, inOrderTried, leastLoaded, lineOf, type RoutingRule, unitInWords, verdicts } from './routing.ts'

const unit = (id: string, kind: Unit['kind'], name: string, parent: string | null): Unit => ({ id, kind, code: id, name, parent, from: '2020-01-01', until: null, generated: true, version: 1 })
const units = [
  unit('d', 'district', '越秀区', null), unit('water', 'department', '区水务局', 'd'), unit('s', 'street', '北京街道', 'd'), unit('t', 'street', '洪桥街道', 'd'),
  unit('c', 'community', '流水井社区', 's'), unit('e', 'community', '三眼井社区', 't'), unit('f', 'community', '法政社区', 't'), unit('g', 'grid', '流水井社区第1网格', 'c'),
]

describe('the unit that a text names', () => {
  it.each([
    ['流水井社区三巷5号', 'c'], ['流水井三巷5号', 'c'], ['法政路口', null], ['法政居委会门口', 'f'], ['北京路步行街', null], ['北京街道办对面', 's'], ['在北京街', 's'],
    ['流水井社区第1网格巡查', 'g'], ['越秀区水务局', null], ['', null], ['三眼井和流水井', null],
  ])('%s', (text, id) => expect(unitInWords(units, [text])).toBe(id))

  it('the address counts before what else was said', () => {
    expect(unitInWords(units, ['三眼井社区', '流水井社区也有'])).toBe('e')
    expect(unitInWords(units, ['文明路', '流水井社区那边'])).toBe('c')
  })
})

describe('who answers', () => {
  const rule = (id: string, more: Partial<RoutingRule>): RoutingRule => ({ id, type: 'hotline', category: null, area: null, unit: 'water', from: '2023-01-01', until: null, ...more })
  const at = (place: string | null, category = 'rubbish', rules: readonly RoutingRule[] = [], on = '2023-08-29') => answering(testType, { water: 'water' }, category, lineOf(place, units), rules, on)

  it('is the department of the category, or the street of the place', () => {
    expect(at('c', 'burst-pipe')).toMatchObject({ units: ['water'], rules: [] })
    expect(at('g')).toMatchObject({ units: ['s'], why: { zh: '地点所在街道' } })
  })

  it('is nobody where that cannot be told', () => {
    expect(at(null)).toMatchObject({ units: [], why: { zh: expect.stringContaining('地点不明') } })
    expect(answering(testType, {}, 'burst-pipe', [], [], '2023-08-29')).toMatchObject({ units: [], why: { zh: expect.stringContaining('没有设立') } })
    expect(at('water', 'rubbish').units).toEqual([])
  })

  it('a rule of the district comes first: the narrowest branch, then the smallest area', () => {
    const rules = [rule('all', {}), rule('branch', { category: 'street', unit: 't' }), rule('leaf', { category: 'rubbish', unit: 'e' }), rule('leaf-here', { category: 'rubbish', area: 'c', unit: 'g' }), rule('leaf-street', { category: 'rubbish', area: 's', unit: 'f' })]
    expect(at('g', 'rubbish', rules)).toMatchObject({ units: ['g'], rules: ['leaf-here'] })
    expect(at('s', 'rubbish', rules)).toMatchObject({ units: ['f'], rules: ['leaf-street'] })
    expect(at('t', 'rubbish', rules)).toMatchObject({ units: ['e'], rules: ['leaf'] })
    expect(at('t', 'stall', rules)).toMatchObject({ units: ['t'], rules: ['branch'] })
    expect(at('t', 'burst-pipe', rules)).toMatchObject({ units: ['water'], rules: ['all'] })
  })

  it('several rules that are as narrow all apply, each for its days and its type', () => {
    const rules = [rule('a', { category: 'rubbish', unit: 's' }), rule('b', { category: 'rubbish', unit: 't' }), rule('past', { category: 'rubbish', unit: 'c', until: '2023-08-29' }), rule('other', { type: 'grid', category: 'rubbish', unit: 'c' })]
    expect(at('g', 'rubbish', rules)).toMatchObject({ units: ['s', 't'], rules: ['a', 'b'] })
    expect(at('g', 'rubbish', rules, '2023-08-28').rules).toEqual(['a', 'b', 'past'])
  })

  it('rules are tried from the narrowest on, and each says what becomes of it', () => {
    const rules = [rule('all', {}), rule('here', { area: 's' }), rule('leaf', { category: 'rubbish' }), rule('leaf-here', { category: 'rubbish', area: 'c' }), rule('branch', { category: 'street' }), rule('grid', { category: 'street', area: 'g' }), rule('later', { category: 'rubbish', area: 'g', from: '2023-09-01' })]
    const ordered = inOrderTried(testType, rules, area => units.find(one => one.id === area)?.kind)
    expect(ordered.map(one => one.id)).toEqual(['later', 'leaf-here', 'leaf', 'grid', 'branch', 'here', 'all'])
    const fate = (place: string, category = 'rubbish') => verdicts(testType, category, lineOf(place, units), ordered, '2023-08-29').map(one => one.verdict)
    expect(fate('c')).toEqual(['other-day', 'applies', 'passed-over', 'other-place', 'passed-over', 'passed-over', 'passed-over'])
    expect(fate('t', 'burst-pipe')).toEqual(['other-day', 'other-category', 'other-category', 'other-category', 'other-category', 'other-place', 'applies'])
  })

  it('of several, whoever has least in hand', () => {
    const loads = new Map([['s', { open: 3, late: 0 }], ['t', { open: 1, late: 1 }], ['c', { open: 1, late: 0 }]])
    expect(leastLoaded(['s', 't', 'c'], loads)).toBe('c')
    expect(leastLoaded(['s', 'x'], loads)).toBe('x')
    expect(leastLoaded([], loads)).toBeNull()
  })
})

describe('the ground', () => {
  const point = fc.record({ lng: fc.double({ min: 113, max: 113.5, noNaN: true }), lat: fc.double({ min: 23, max: 23.5, noNaN: true }) })

  it('whatever lies within so many metres is in one of the squares that are looked up', () => {
    fc.assert(fc.property(point, point, fc.integer({ min: 1, max: 2000 }), (a, b, metres) => {
      if (metresBetween(a, b) <= metres) expect(cellsWithin(a, metres)).toContain(cellOf(b))
    }))
    fc.assert(fc.property(point, fc.double({ min: 0, max: 6.28, noNaN: true }), fc.integer({ min: 10, max: 1000 }), (a, turn, metres) => {
      const b = { lng: a.lng + (Math.cos(turn) * metres * 0.99) / (111_195 * Math.cos((a.lat * Math.PI) / 180)), lat: a.lat + (Math.sin(turn) * metres * 0.99) / 111_195 }
      expect(metresBetween(a, b)).toBeLessThan(metres)
      expect(cellsWithin(a, metres)).toContain(cellOf(b))
    }))
  })

  it('metres are metres', () => {
    expect(metresBetween({ lng: 113.26, lat: 23.12 }, { lng: 113.26, lat: 23.13 })).toBeCloseTo(1112, 0)
    expect(metresBetween({ lng: 113.26, lat: 23.12 }, { lng: 113.27, lat: 23.12 })).toBeCloseTo(1022.6, 0)
    expect(cellOf(null)).toBeNull()
  })
})
