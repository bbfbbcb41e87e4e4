import { describe, expect, it } from 'vitest'
import { caseOf } from '../../engines/cases/domain/case.ts'
import { clocksOf, isLate } from '../../engines/cases/domain/clocks.ts'
import { isEnd } from '../../engines/cases/domain/machine.ts'
import { mayOpen } from '../../engines/cases/domain/open.ts'
import { type Category, type Happened } from '../../engines/cases/schema.ts'
import { packs } from '../../packs/index.ts'
import { caseTypesOf } from '../case-types.ts'
import { liwan } from '../liwan.ts'
import { unitsOf } from '../units.ts'
import { yuexiu } from '../yuexiu.ts'
import { mattersByCategory, mattersOf } from './corpus.ts'
import { type DemoCase, demoCases } from './requests.ts'

const now = '2026-03-20T02:00:00.000Z'
const types = caseTypesOf(yuexiu, packs, '2026-03-20')
const typeOf = (one: DemoCase) => {
  const type = types.find(t => t.key === one.type)
  if (!type) throw new Error(one.type)
  return type
}
const happened = ({ steps }: DemoCase): readonly Happened[] => steps.map(({ at, event }, i) => ({ seq: i + 1, at, by: null, event }))
const cases = demoCases(yuexiu, types, { seed: 'test', now })
const known = cases.map(one => ({ one, present: caseOf(typeOf(one), happened(one)), clocks: clocksOf(typeOf(one), happened(one)) }))

describe('the made-up cases', () => {
  it('are as many as asked, of every type that stands for itself, each with a number of its own, the same for the same seed', () => {
    expect(cases).toHaveLength(500)
    expect(new Set(cases.map(c => c.number)).size).toBe(500)
    expect([...new Set(cases.map(c => c.type))].toSorted()).toEqual(types.map(t => t.key).filter(key => key !== 'blocker' && key !== 'supervision-notice').toSorted())
    expect(demoCases(yuexiu, types, { seed: 'test', now, count: 40 })).toEqual(demoCases(yuexiu, types, { seed: 'test', now, count: 40 }))
    expect(demoCases(yuexiu, types, { seed: 'other', now, count: 40 })).not.toEqual(demoCases(yuexiu, types, { seed: 'test', now, count: 40 }))
  })

  it('live in order, in the last sixty days, and not beyond now', () => {
    for (const { steps, number } of cases) {
      const instants = steps.map(s => s.at)
      expect(instants, number).toEqual(instants.toSorted())
      expect(instants.every(at => at <= now && at > '2026-01-18'), number).toBe(true)
    }
  })

  it('stand at many points: waiting, at work, late, climbed, done again, called back, left out, merged, over', () => {
    const states = Map.groupBy(known, k => k.present?.state)
    for (const state of ['received', 'dispatched', 'handling', 'settled', 'merged'] as const) expect(states.get(state)?.length ?? 0, state).toBeGreaterThan(0)
    const count = (is: (k: (typeof known)[number]) => boolean | undefined) => known.filter(is).length
    expect(count(k => k.present !== null && !isEnd(k.present.state))).toBeGreaterThan(60)
    expect(count(k => k.clocks.some(clock => clock.stoppedAt === null && isLate(clock, now)))).toBeGreaterThan(5)
    expect(count(k => (k.present?.step ?? 0) > 0)).toBeGreaterThan(20)
    expect(count(k => (k.present?.reworks ?? 0) > 0)).toBeGreaterThan(10)
    expect(count(k => (k.present?.returns ?? 0) > 0)).toBeGreaterThan(5)
    expect(count(k => k.present?.callBack?.satisfied === true)).toBeGreaterThan(50)
    expect(count(k => k.present?.callBack?.satisfied === false)).toBeGreaterThan(3)
    expect(count(k => k.one.steps.some(s => s.event.kind === 'rated'))).toBeGreaterThan(10)
    expect(count(k => (k.present?.absorbed.length ?? 0) > 0)).toBe(count(k => k.present?.state === 'merged'))
  })

  it('name only units that there are, and nobody who could be real', () => {
    const codes = new Set(unitsOf(yuexiu).map(u => u.code))
    for (const { steps, reporter, opener } of cases) {
      for (const { by, event } of steps) {
        const named = [by, 'lead' in event ? event.lead : null, 'unit' in event ? event.unit : null, 'to' in event ? event.to : null, ...('co' in event ? event.co : []), 'place' in event ? event.place?.unit : null]
        expect(named.filter(code => code !== null && code !== undefined && !codes.has(code))).toEqual([])
      }
      if (opener !== null) expect(codes.has(opener)).toBe(true)
      if (reporter) expect(reporter.name).toContain('（演示）')
      if (reporter?.phone) expect(reporter.phone).toMatch(/^100\d{8}$/)
    }
  })

  it('are such as could be opened', () => {
    for (const one of cases) {
      const event = one.steps[0]?.event
      if (event?.kind !== 'received') throw new Error(`${one.number} does not begin with its opening`)
      expect(mayOpen(typeOf(one), event, one.opener === null ? 'reporter' : 'staff'), one.number).toMatchObject({ ok: true })
    }
  })

  it('say many different things', () => {
    const words = cases.flatMap(c => (c.steps[0]?.event.kind === 'received' ? [c.steps[0].event.words] : []))
    expect(new Set(words).size).toBeGreaterThan(460)
  })

  it('have a sentence for most of what residents ask, and the corpus is told only categories that there are', () => {
    const keys = (categories: readonly Category[]): string[] => categories.flatMap(c => (c.below?.length ? keys(c.below) : [c.key]))
    const all = types.flatMap(type => keys(type.categories))
    const hotline = types.filter(t => t.key === 'hotline').flatMap(type => keys(type.categories))
    expect(hotline.filter(key => mattersOf(key).length > 0).length / hotline.length).toBeGreaterThan(0.85)
    expect(Object.keys(mattersByCategory).filter(key => !all.includes(key))).toEqual([])
  })

  it('are valid for other seeds, days and districts as well', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) expect(demoCases(seed > 'b' ? liwan : yuexiu, types, { seed, now: seed > 'a' ? '2026-10-09T13:30:00.000Z' : '2025-01-01T20:00:00.000Z', count: 200 })).toHaveLength(200)
    expect(demoCases(yuexiu, [], { seed: 'a', now })).toEqual([])
  })
})
