import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseEvent, type Happened } from '../schema.ts'
import { clocksOf, isLate } from './clocks.ts'
import { timersOf, unitOfStep } from './ladder.ts'

const water = 'a0000000-0000-7000-8000-000000000001', other = 'a0000000-0000-7000-8000-000000000002'
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00.000+08:00`).toISOString()
const shown = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const opened = (category = 'rubbish', urgency = 'ordinary'): CaseEvent => ({ kind: 'received', number: 'RX1', type: 'hotline', version: 1, category, urgency, title: '门口垃圾', words: '门口垃圾没人清', place: { unit: null, address: null, point: null }, channel: 'phone', fields: {}, hasReporter: true })
type Step = readonly [when: string, event: CaseEvent]
const history = (...events: readonly Step[]): Happened[] => events.map(([when, event], i) => ({ seq: i + 1, at: at(when), by: null, event }))
const dispatched = (lead = water, co: string[] = []): CaseEvent => ({ kind: 'dispatched', lead, co, words: '' })
const ends = (events: readonly Happened[]) => Object.fromEntries(clocksOf(testType, events).map(c => [c.unit === null ? c.key : `${c.key}:${c.unit.slice(-1)}`, `${shown(c.dueAt)}${c.stoppedAt ? ' stopped' : ''}${c.paused ? ' paused' : ''}`]))
const begun: readonly Step[] = [['2023-08-29 10:00', opened()], ['2023-08-29 10:05', { kind: 'filed' }], ['2023-08-29 10:10', dispatched()], ['2023-08-29 11:00', { kind: 'signed' }]]

describe('the clocks of a case', () => {
  it('run from filing and from dispatch, each with its own limit', () => {
    expect(ends(history(...begun.slice(0, 3)))).toEqual({ resolve: '2023-09-05 23:59', sign: '2023-08-30 10:10' })
    expect(ends(history(...begun))).toEqual({ resolve: '2023-09-05 23:59', sign: '2023-08-30 10:10 stopped' })
  })

  it('take the limit of the nearest category that has one, else the urgency’s', () => {
    expect(ends(history(['2023-08-29 10:00', opened('stall')], ['2023-08-29 10:05', { kind: 'filed' }]))).toEqual({ resolve: '2023-08-29 16:05' })
    expect(ends(history(['2023-08-29 10:00', opened('burst-pipe', 'urgent')], ['2023-08-29 10:05', { kind: 'filed' }]))).toEqual({ resolve: '2023-08-29 12:05' })
  })

  it('are not moved by a comment, a warning or a climb', () => {
    const more: readonly Step[] = [['2023-08-30 09:00', { kind: 'noted', words: '在办', forReporter: false }], ['2023-09-04 09:00', { kind: 'warned', clock: 'resolve', due: at('2023-09-05 23:59') }], ['2023-09-06 00:00', { kind: 'escalated', clock: 'resolve', step: 1, to: water, due: at('2023-09-05 23:59'), reason: { zh: '超时', en: 'late' } }]]
    expect(ends(history(...begun, ...more))).toEqual(ends(history(...begun)))
  })

  it('handing on gives the new handler the whole time to sign, and the matter no more time', () => {
    expect(ends(history(...begun, ['2023-08-31 15:00', { kind: 'transferred', lead: other, words: '归水务' }]))).toEqual({ resolve: '2023-09-05 23:59', sign: '2023-09-01 15:00' })
  })

  it('stand still only while a suspension is approved, and give back what remained', () => {
    const asked: readonly Step[] = [['2023-08-31 10:00', { kind: 'suspension-asked', until: null, words: '等配件' }]]
    expect(ends(history(...begun, ...asked)).resolve).toBe('2023-09-05 23:59')
    const held: readonly Step[] = [...asked, ['2023-08-31 12:00', { kind: 'suspension-decided', granted: true, words: '' }]]
    expect(ends(history(...begun, ...held)).resolve).toBe('2023-09-05 23:59 paused')
    expect(ends(history(...begun, ...held, ['2023-09-10 09:00', { kind: 'resumed', words: '' }])).resolve).toBe('2023-09-15 23:59') // five days were left
    expect(ends(history(...begun, ...asked, ['2023-08-31 12:00', { kind: 'suspension-decided', granted: false, words: '不同意' }])).resolve).toBe('2023-09-05 23:59')
  })

  it('an extension that is granted moves the end by its own kind of days', () => {
    const asked: readonly Step[] = [['2023-09-05 10:00', { kind: 'extension-asked', limit: { n: 2, unit: 'working-days' }, words: '需开挖' }]]
    expect(ends(history(...begun, ...asked, ['2023-09-05 11:00', { kind: 'extension-decided', granted: true, words: '' }])).resolve).toBe('2023-09-07 23:59')
    expect(ends(history(...begun, ...asked, ['2023-09-05 11:00', { kind: 'extension-decided', granted: false, words: '' }])).resolve).toBe('2023-09-05 23:59')
  })

  it('stop with the answer, and begin anew when a check or a call-back finds the work undone', () => {
    const answered: readonly Step[] = [['2023-08-30 09:00', { kind: 'answered', words: '已清', result: 'solved', evidence: [] }]]
    expect(ends(history(...begun, ...answered)).resolve).toBe('2023-09-05 23:59 stopped')
    const failed = clocksOf(testType, history(...begun, ...answered, ['2023-08-30 15:00', { kind: 'checked', passed: false, words: '还在' }])).filter(c => c.key === 'resolve' && c.stoppedAt === null)
    expect(failed.map(c => shown(c.dueAt))).toEqual(['2023-09-06 23:59'])
    expect(ends(history(...begun, ...answered, ['2023-08-30 15:00', { kind: 'checked', passed: true, words: '' }])).resolve).toBe('2023-09-05 23:59 stopped')
  })

  it('each co-unit has its own, stopped by its own answer', () => {
    const both: readonly Step[] = [...begun.slice(0, 2), ['2023-08-29 10:10', dispatched(water, [other])], ['2023-08-29 11:00', { kind: 'signed' }], ['2023-08-30 10:00', { kind: 'co-asked', unit: 'a0000000-0000-7000-8000-000000000003', words: '' }]]
    expect(ends(history(...both))).toMatchObject({ 'co:2': '2023-09-01 23:59', 'co:3': '2023-09-04 23:59' })
    expect(ends(history(...both, ['2023-08-30 12:00', { kind: 'co-answered', unit: other, words: '已配合' }]))).toMatchObject({ 'co:2': '2023-09-01 23:59 stopped', 'co:3': '2023-09-04 23:59' })
  })

  it('what is due today is late only after the day has ended', () => {
    const [resolve] = clocksOf(testType, history(...begun)).filter(c => c.key === 'resolve')
    expect(resolve && [isLate(resolve, at('2023-09-05 23:59')), isLate(resolve, at('2023-09-06 00:00'))]).toEqual([false, true])
  })
})

describe('the ladder', () => {
  const timers = (events: readonly Happened[]) => timersOf(testType, clocksOf(testType, events), events).map(t => `${t.key} ${shown(t.at)}`)

  it('warns at its share of the time, then climbs at most three steps', () => {
    expect(timers(history(...begun))).toEqual(['resolve/0 2023-09-04 11:36', 'resolve/1 2023-09-05 23:59', 'resolve/2 2023-09-06 23:59', 'resolve/3 2023-09-07 23:59'])
  })

  it('goes off once for the same end, and again for a new one', () => {
    const due = clocksOf(testType, history(...begun)).find(c => c.key === 'resolve')?.dueAt ?? ''
    const warned: readonly Step[] = [...begun, ['2023-09-04 11:37', { kind: 'warned', clock: 'resolve', due }]]
    expect(timers(history(...warned))[0]).toBe('resolve/1 2023-09-05 23:59')
    const extended: readonly Step[] = [...warned, ['2023-09-05 10:00', { kind: 'extension-asked', limit: { n: 2, unit: 'calendar-days' }, words: '需开挖' }], ['2023-09-05 11:00', { kind: 'extension-decided', granted: true, words: '' }]]
    expect(timers(history(...extended))).toContain('resolve/0 2023-09-06 02:00')
  })

  it('is silent while the case stands still, and has its warning again after a send-back', () => {
    expect(timers(history(...begun, ['2023-08-31 10:00', { kind: 'suspension-asked', until: null, words: '等' }], ['2023-08-31 12:00', { kind: 'suspension-decided', granted: true, words: '' }]))).toEqual([])
    const again = history(...begun, ['2023-08-30 09:00', { kind: 'answered', words: '已清', result: 'solved', evidence: [] }], ['2023-08-30 15:00', { kind: 'checked', passed: false, words: '还在' }])
    expect(timers(again).map(t => t.split(' ')[0])).toEqual(['resolve/0', 'resolve/1', 'resolve/2', 'resolve/3'])
  })

  it('what has no superior, or no street, climbs to the district', () => {
    const line = { superior: null, street: null, district: water, supervision: null }
    for (const to of ['superior', 'street', 'district', 'supervision'] as const) expect(unitOfStep(to, line)).toBe(water)
    expect(unitOfStep('superior', { ...line, superior: other })).toBe(other)
  })
})
