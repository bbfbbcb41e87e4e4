import { describe, expect, it } from 'vitest'
import { type Light } from '../../../kernel/light.ts'
import { type Change, groupChanges, type LightStep, monthsDue, netChanges } from './changes.ts'

const unit = (name: string) => ({ id: name, name })
const step = (thing: string, was: Light, light: Light, on = '2025-03-07'): LightStep => ({ kind: 'project', thing, title: { zh: thing, en: thing }, unit: unit('住建局'), on, was, light, because: null, page: '/' })
const change = (thing: string, more: Partial<Change> = {}): Change => ({ ...step(thing, 'on-pace', 'slipping'), turn: 'worse', ...more })

describe('what changed since a day', () => {
  it('is told once of each light, from what it was first to what it became last', () => {
    const net = netChanges([step('a', 'on-pace', 'slipping', '2025-03-06'), step('b', 'off-pace', 'slipping'), step('a', 'slipping', 'off-pace')])
    expect(net.map(one => [one.thing, one.was, one.light, one.turn, one.on])).toEqual([['a', 'on-pace', 'off-pace', 'worse', '2025-03-07'], ['b', 'off-pace', 'slipping', 'better', '2025-03-07']])
  })

  it('is nothing where a light came back to what it was', () => expect(netChanges([step('a', 'on-pace', 'slipping'), step('a', 'slipping', 'on-pace')])).toEqual([]))

  it('is grouped by who answers, the one with most that turned worse first and what is nobody’s last', () => {
    const groups = groupChanges([change('x', { unit: null }), change('y', { unit: null }), change('a', { unit: unit('甲局'), turn: 'better' }), change('b', { unit: unit('乙局') }), change('c', { unit: unit('甲局') }), change('d', { unit: unit('丙局') }), change('e', { unit: unit('丙局') })])
    expect(groups.map(group => [group.unit?.name ?? null, group.worse, group.changes.map(one => one.thing)])).toEqual([['丙局', 2, ['d', 'e']], ['甲局', 1, ['c', 'a']], ['乙局', 1, ['b']], [null, 2, ['x', 'y']]])
  })

  it('names a decision that became late once, not again as a light of the plan', () => {
    expect(groupChanges([change('a', { kind: 'plan' }), change('a', { kind: 'decision' }), change('b', { kind: 'plan' })]).flatMap(group => group.changes.map(one => [one.kind, one.thing]))).toEqual([['decision', 'a'], ['plan', 'b']])
  })

  it.each([
    ['2025-03-10', '2025-03-10', []],
    ['2025-03-10', '2025-03-11', [['2025-02', '2025-03-11']]],
    ['2025-03-12', '2025-03-31', []],
    ['2024-12-30', '2025-02-11', [['2024-12', '2025-01-11'], ['2025-01', '2025-02-11']]],
  ])('months told by the tenth became late from %s to %s', (from, to, months) => expect(monthsDue(from, to, 10).map(one => [one.month, one.lateOn])).toEqual(months))
})
