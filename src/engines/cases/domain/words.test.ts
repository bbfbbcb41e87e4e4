import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseEvent } from '../schema.ts'
import { doerWords, tellOf } from './telling.ts'
import { actWords, doneWords, dueWords, limitWords, stateWords } from './words.ts'

const at = (text: string) => new Date(`${text}+08:00`).toISOString()

describe('a deadline in words', () => {
  const cases: readonly (readonly [string, Parameters<typeof dueWords>[0], string, string, string, string])[] = [
    ['days are counted as days', { at: at('2026-11-24T23:59:59.999'), unit: 'calendar-days' }, '2026-11-20T09:00', 'in-time', '还剩4天', '4 days left'],
    ['the last day is due today', { at: at('2026-11-24T23:59:59.999'), unit: 'calendar-days' }, '2026-11-24T22:00', 'soon', '今天到期', 'Due today'],
    ['working days leave out the weekend', { at: at('2026-11-23T23:59:59.999'), unit: 'working-days' }, '2026-11-20T09:00', 'soon', '还剩1个工作日', '1 working day left'],
    ['a day after the end it is a day late', { at: at('2026-11-24T23:59:59.999'), unit: 'calendar-days' }, '2026-11-26T00:01', 'late', '超时2天', 'Overdue by 2 days'],
    ['on Saturday a clock of working days is late by none yet', { at: at('2026-11-20T23:59:59.999'), unit: 'working-days' }, '2026-11-21T10:00', 'late', '已超时', 'Overdue'],
    ['less than an hour is said in minutes', { at: at('2026-11-24T18:00'), unit: 'calendar-hours' }, '2026-11-24T17:15', 'soon', '还剩45分钟', '45 minutes left'],
    ['working hours stop for lunch', { at: at('2026-11-24T15:00'), unit: 'working-hours' }, '2026-11-24T11:00', 'in-time', '还剩2个工作小时', '2 working hours left'],
    ['what stands still says what is left', { at: at('2026-11-24T18:00'), unit: 'calendar-days', paused: { unit: 'calendar-days', amount: 5 } }, '2027-01-01T00:00', 'paused', '暂停计时，还剩5天', 'Paused with 5 days left'],
    ['what was done in time stays so', { at: at('2026-11-24T18:00'), unit: 'calendar-hours', stoppedAt: at('2026-11-24T18:00') }, '2027-01-01T00:00', 'met', '按时完成', 'Done in time'],
    ['what was done late says by how much', { at: at('2026-11-24T18:00'), unit: 'calendar-hours', stoppedAt: at('2026-11-24T21:00') }, '2027-01-01T00:00', 'met-late', '已完成，超时3小时', 'Done, overdue by 3 hours'],
  ]
  it.each(cases)('%s', (_name, deadline, now, level, zh, en) => {
    expect(dueWords(deadline, at(now))).toEqual({ level, words: { zh, en } })
  })
})

it('limits, states and moves have words in both languages', () => {
  expect(limitWords({ n: 1, unit: 'working-days' })).toEqual({ zh: '1个工作日', en: '1 working day' })
  expect(limitWords({ n: 0.5, unit: 'calendar-hours' })).toEqual({ zh: '30分钟', en: '30 minutes' })
  expect(limitWords({ n: 1.5, unit: 'calendar-hours' }).zh).toBe('1.5小时')
  for (const table of [stateWords, actWords, doneWords]) expect(Object.values(table).filter(({ zh, en }) => !/[一-鿿]/.test(zh) || /[一-鿿]/.test(en))).toEqual([])
})

describe('a history tells', () => {
  const nameOf = (id: string) => ({ u1: '北京街', u2: '水务局' })[id] ?? id
  const told = (event: CaseEvent) => tellOf(testType, event, nameOf)
  it('to whom a case was dispatched, and with whom', () => {
    expect(told({ kind: 'dispatched', lead: 'u1', co: ['u2'], words: '' })).toEqual({ what: { zh: '派遣给北京街，协办：水务局', en: 'dispatched to 北京街, with 水务局' }, said: [] })
  })
  it('what was corrected and why', () => {
    const { what, said } = told({ kind: 'amended', category: 'stall', title: '摆卖', reason: '听录音' })
    expect(what).toEqual({ zh: '更正内容：类别改为“占道经营”、标题改为“摆卖”', en: 'corrected: category “Street stall”, title “摆卖”' })
    expect(said).toEqual([{ label: { zh: '理由', en: 'Reason' }, text: '听录音' }])
  })
  it('what a call-back found', () => {
    expect(told({ kind: 'called-back', reached: true, responded: true, solved: false, satisfied: null, rework: true, words: '还是臭' }).what.zh).toBe('回访：已联系、未解决、返工')
  })
  it('that who asked reopened it, and that the program warned', () => {
    expect(doerWords({ by: null, event: { kind: 'reopened', words: '没修好', byReporter: true } })?.zh).toBe('反映人')
    expect(doerWords({ by: null, event: { kind: 'warned', clock: 'resolve', due: at('2026-11-24T18:00') } })?.zh).toBe('系统')
  })
})
