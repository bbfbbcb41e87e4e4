import { describe, expect, it, test } from 'vitest'
import { testType } from '../../../../../testkit/case-type.ts'
import { type CaseEvent, type Happened } from '../../schema.ts'
import { noAnswers } from '../../portal/schema.ts'
import { knownFrom } from '../row.ts'
import { answerStep, givenFrom, stepAfter, written } from './answers.ts'
import { againAt, sameWords } from './limits.ts'
import { offersFor } from './offers.ts'
import { promisesAhead, reporterMay, storyOf } from './story.ts'
import { titleFrom } from './title.ts'

const choices = { types: [testType], units: new Set(['u1']), near: new Set(['c1']) }
const desk = { person: 'p', name: '办事员', unit: 'd1' }

/** A history with a minute between what happens; what the reporter does is done by nobody. */
type Given = CaseEvent | readonly [CaseEvent, 'reporter']
const history = (...events: readonly Given[]): readonly Happened[] => [
  { kind: 'received', number: 'RX1', type: 'hotline', version: 1, category: 'rubbish', urgency: 'ordinary', title: '垃圾', words: '垃圾没人清', place: { unit: null, address: null, point: null }, channel: 'portal', fields: {}, hasReporter: true } as const,
  ...events,
].map((one, i) => ({ seq: i + 1, at: `2023-08-29T02:${String(i).padStart(2, '0')}:00.000Z`, by: 'kind' in one ? (i === 0 ? null : desk) : null, event: 'kind' in one ? one : one[0] }))

const done: readonly CaseEvent[] = [{ kind: 'filed' }, { kind: 'dispatched', lead: 'd1', co: [], words: '内部' }, { kind: 'signed' }, { kind: 'answered', words: '已清理', result: 'solved', evidence: [] }, { kind: 'checked', passed: true, words: '内部' }]

describe('what the reporter is told', () => {
  it('is the answer once it was checked and the case closed with it, not before', () => {
    expect(storyOf(testType, history(...done)).map(told => told.what)).toEqual(['received', 'filed', 'dispatched', 'signed'])
    expect(storyOf(testType, history(...done, { kind: 'closed' })).at(-1)).toMatchObject({ what: 'closed', words: '已清理', result: { zh: '已解决' } })
  })

  it('is never what units say to each other, who climbed it, or what was sent back inside', () => {
    const inside: readonly CaseEvent[] = [{ kind: 'noted', words: '机密', forReporter: false }, { kind: 'co-asked', unit: 'd2', words: '机密' }, { kind: 'co-answered', unit: 'd2', words: '机密' }, { kind: 'contacted', words: '机密' }, { kind: 'answered', words: '机密', result: 'solved', evidence: [] }, { kind: 'checked', passed: false, words: '机密' }, { kind: 'escalated', clock: 'resolve', step: 1, to: 'd9', due: '2023-08-30T02:00:00.000Z', reason: { zh: '机密', en: 'secret' } }, { kind: 'voided', reason: '机密' }]
    const told = storyOf(testType, history({ kind: 'filed' }, { kind: 'dispatched', lead: 'd1', co: [], words: '机密' }, { kind: 'signed' }, ...inside))
    expect(JSON.stringify(told)).not.toMatch(/机密|办事员|d2|d9/)
    expect(told.map(one => one.what)).toEqual(['received', 'filed', 'dispatched', 'signed', 'contacted', 'voided'])
  })

  it('says by when from the clocks of the type, as if it were taken up at once', () => {
    expect(promisesAhead({ type: testType, events: history() }, 'd1').map(({ name, dueAt }) => [name.zh, dueAt])).toEqual([['签收', '2023-08-30T02:00:00.000Z'], ['办结', '2023-09-05T15:59:59.999Z']])
    expect(promisesAhead({ type: { ...testType, steps: { ...testType.steps, file: false }, clocks: testType.clocks.map(clock => ({ ...clock, starts: [...clock.starts, 'dispatched' as const] })) }, events: history() }, 'd1')).toHaveLength(2)
  })
})

describe('what the reporter may do', () => {
  const may = (now: string, ...events: readonly Given[]) => reporterMay(knownFrom(testType, 'id', history(...events)), now)
  const soon = '2023-08-29T03:00:00.000Z'

  it('is adding words while it is open, then rating it once and having it taken up again within the time', () => {
    expect(may(soon, ...done)).toEqual({ rate: false, reopenUntil: null, add: true })
    expect(may(soon, ...done, { kind: 'closed' })).toEqual({ rate: true, reopenUntil: '2023-09-13T15:59:59.999Z', add: true })
    expect(may(soon, ...done, { kind: 'closed' }, [{ kind: 'rated', score: 1, words: '' }, 'reporter'])).toMatchObject({ rate: false, reopenUntil: '2023-09-13T15:59:59.999Z' })
    expect(may('2023-09-14T00:00:00.000Z', ...done, { kind: 'closed' }, { kind: 'settled' })).toEqual({ rate: true, reopenUntil: null, add: false })
  })

  it('is rating it anew after it was taken up again and closed once more', () => {
    const again: readonly Given[] = [...done, { kind: 'closed' }, [{ kind: 'rated', score: 1, words: '' }, 'reporter'], [{ kind: 'reopened', words: '没好', byReporter: true }, 'reporter'], { kind: 'answered', words: '又清', result: 'solved', evidence: [] }, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' }]
    expect(may(soon, ...again).rate).toBe(true)
  })
})

describe('limits', () => {
  test.each([
    ['nothing was done yet', [], null],
    ['there is still one left', ['2023-08-29T01:30:00.000Z'], null],
    ['all are used up: when the oldest of them leaves the hour', ['2023-08-29T01:50:00.000Z', '2023-08-29T01:30:00.000Z', '2023-08-29T01:40:00.000Z'], '2023-08-29T02:40:00.000Z'],
    ['what is exactly an hour old counts no more', ['2023-08-29T01:50:00.000Z', '2023-08-29T01:00:00.000Z'], null],
  ] as const)('of two an hour: %s', (_, times, again) => {
    expect(againAt({ most: 2, minutes: 60 }, times, '2023-08-29T02:00:00.000Z')).toBe(again)
  })

  test('know the same words whatever stands between them', () => {
    expect(sameWords('楼下 施工，噪音！ＡＢＣ')).toBe(sameWords('楼下施工噪音abc'))
    expect(sameWords('楼下施工')).not.toBe(sameWords('楼上施工'))
  })
})

describe('answers', () => {
  test('lead to the first question that is open, and to what is near only where something is', () => {
    expect(stepAfter(noAnswers, false)).toBe('kind')
    const all = { ...noAnswers, done: ['kind', 'where', 'words', 'who'] }
    expect([stepAfter(all, false), stepAfter(all, true), stepAfter({ ...all, looked: true }, true)]).toEqual(['look', 'near', 'look'])
  })

  test('take a place by address, by community or by a point, one of them at least', () => {
    const where = (form: Record<string, string>) => answerStep('where', noAnswers, form, choices)
    expect(where({ address: '', unit: '' }).faults.map(f => f.at)).toEqual(['address'])
    expect(where({ unit: 'u1' })).toMatchObject({ faults: [], answers: { unit: 'u1' } })
    expect(where({ lng: '113.26', lat: '23.13' })).toMatchObject({ faults: [], answers: { point: { lng: 113.26, lat: 23.13 } } })
    expect(where({ lng: '999', lat: '23.13' }).faults.map(f => f.at)).toEqual(['address'])
    expect(where({ address: '路口', unit: 'u2' }).faults.map(f => f.at)).toEqual(['unit'])
  })

  test('forget the boxes of another type, and point at an open case only if it was shown', () => {
    expect(answerStep('kind', { ...noAnswers, type: 'other', fields: { a: 1 } }, { kind: 'hotline/rubbish' }, choices).answers.fields).toEqual({})
    expect(answerStep('near', noAnswers, { same: 'c1' }, choices).answers.same).toBe('c1')
    expect(answerStep('near', noAnswers, { same: 'c2' }, choices).answers).toMatchObject({ same: null, looked: true })
  })

  test('make a case only when they are complete', () => {
    expect(givenFrom(noAnswers)).toBeNull()
    expect(givenFrom({ ...noAnswers, words: '垃圾没人清。三天了', type: 'hotline', category: 'rubbish', address: '路口' })).toMatchObject({ title: '垃圾没人清', channel: 'portal', place: { unit: null, address: '路口', point: null } })
  })

  test('lose only what nobody can write', () => {
    expect(written(' a\r\nb\tc\u0000\u0007\uFFFF\uD800 垃圾 ')).toBe('a\nb\tc 垃圾')
    expect(titleFrom(`${'长'.repeat(60)}。后面`)).toBe(`${'长'.repeat(39)}…`)
    expect(titleFrom('？？')).toBe('？？')
  })
})

test('categories are offered by the words people use, the likeliest first, and none where no word fits', () => {
  expect(offersFor([testType], '门口垃圾好臭').map(one => one.category)[0]).toBe('rubbish')
  expect(offersFor([testType], '水管爆了').map(one => one.category)[0]).toBe('burst-pipe')
  expect(offersFor([testType], 'zzz')).toEqual([])
})
