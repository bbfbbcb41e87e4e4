import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseEvent, type CaseType, type Happened } from '../schema.ts'
import { caseOf } from './case.ts'
import { clocksOf } from './clocks.ts'
import { upgradeOf } from './upgrade.ts'

const water = 'a0000000-0000-7000-8000-000000000001'
const at = '2023-08-29T02:00:00.000Z', later = '2023-08-30T02:00:00.000Z'
const opened = (category = 'rubbish', urgency = 'ordinary'): CaseEvent => ({ kind: 'received', number: 'RX1', type: 'hotline', version: 1, category, urgency, title: '垃圾', words: '门口垃圾', place: { unit: null, address: null, point: null }, channel: 'phone', fields: {}, hasReporter: false })
const history = (...events: readonly CaseEvent[]): Happened[] => events.map((event, i) => ({ seq: i + 1, at, by: null, event }))
const handling = (category?: string, urgency?: string) => history(opened(category, urgency), { kind: 'filed' }, { kind: 'dispatched', lead: water, co: [], words: '' }, { kind: 'signed' })

/** The second version: rubbish is called waste there and has a day more; ordinary is called usual. */
const second: CaseType = {
  ...testType, version: 2,
  categories: [{ key: 'street', name: { zh: '市容', en: 'Street' }, unit: { placeLevel: 'street' }, below: [{ key: 'waste', name: { zh: '垃圾', en: 'Waste' }, limits: { resolve: { n: 8, unit: 'calendar-days' } } }, { key: 'stall', name: { zh: '占道', en: 'Stall' } }] }],
  urgencies: [{ key: 'urgent', name: { zh: '紧急', en: 'Urgent' } }, { key: 'usual', name: { zh: '一般', en: 'Usual' } }],
  clocks: testType.clocks.map(clock => (clock.key === 'resolve' ? { ...clock, limit: { urgent: { n: 2, unit: 'calendar-hours' }, usual: { n: 7, unit: 'calendar-days' } } } : clock)),
  upgrades: [{ from: 1, categories: { rubbish: 'waste' }, urgencies: { ordinary: 'usual' } }],
}
const refusal = (to: CaseType, events: readonly Happened[]) => { const result = upgradeOf(testType, to, events, later); return result.ok ? 'ok' : result.refused }

describe('an open case and a later version of its type', () => {
  it('is moved with what is called otherwise there, and goes on by the new limits', () => {
    const events = handling()
    const result = upgradeOf(testType, second, events, later)
    expect(result).toEqual({ ok: true, value: { kind: 'upgraded', version: 2, category: 'waste', urgency: 'usual' } })
    const moved = result.ok ? [...events, { seq: 5, at: later, by: null, event: result.value }] : []
    expect(caseOf(second, moved)).toMatchObject({ version: 2, category: 'waste', urgency: 'usual', state: 'handling', lead: water })
    expect(clocksOf(second, moved).filter(c => c.key === 'resolve').map(c => c.dueAt)).toEqual(['2023-09-06T15:59:59.999Z'])
  })

  it('stays where the later version does not take it', () => {
    expect(refusal({ ...second, upgrades: [] }, handling())).toBe('no-upgrade')
    expect(refusal({ ...testType, upgrades: [{ from: 1 }] }, handling())).toBe('no-upgrade')
  })

  it('stays where the later version has nothing for its category, urgency or state', () => {
    expect(refusal(second, handling('burst-pipe', 'urgent'))).toBe('upgrade-lacks')
    expect(refusal(second, handling('rubbish', 'hard'))).toBe('upgrade-lacks')
    const closed = [...handling(), ...history({ kind: 'answered', words: '已清', result: 'solved', evidence: [] }, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' }).map((h, i) => ({ ...h, seq: 5 + i }))]
    expect(refusal({ ...second, steps: { ...second.steps, callBack: false } }, closed)).toBe('upgrade-lacks')
  })

  it('stays where it would be due earlier than was promised', () => {
    const sooner: CaseType = { ...second, categories: [{ key: 'waste', name: { zh: '垃圾', en: 'Waste' }, unit: { placeLevel: 'street' }, limits: { resolve: { n: 1, unit: 'calendar-days' } } }] }
    expect(refusal(sooner, handling())).toBe('upgrade-shortens')
  })

  it('is not moved once it is over', () => {
    expect(refusal(second, [...handling(), { seq: 5, at, by: null, event: { kind: 'voided', reason: '重复' } }])).toBe('wrong-state')
  })
})
