import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseEvent, type CaseState, type CaseType, type Happened, Party } from '../schema.ts'
import { after, type Case, caseOf } from './case.ts'
import { ends, isEnd, moveKinds, statesBefore } from './machine.ts'
import { isCategory, mayHappen, movesFor } from './moves.ts'
import { faultsOfType, reachable } from './type-check.ts'

const water = 'a0000000-0000-7000-8000-000000000001', other = 'a0000000-0000-7000-8000-000000000002', self = 'a0000000-0000-7000-8000-00000000000a'
const now = '2023-08-29T02:00:00.000Z'
const everybody = { parties: new Set(Party.options), units: [other] }
const opened: CaseEvent = { kind: 'received', number: 'RX1', type: 'hotline', version: 1, category: 'rubbish', urgency: 'ordinary', title: '垃圾', words: '门口垃圾', place: { unit: null, address: null, point: null }, channel: 'phone', fields: {}, hasReporter: false }
const history = (...events: readonly CaseEvent[]): Happened[] => [opened, ...events].map((event, i) => ({ seq: i + 1, at: now, by: null, event }))
const dispatched: CaseEvent = { kind: 'dispatched', lead: water, co: [], words: '' }
const answered: CaseEvent = { kind: 'answered', words: '已清', result: 'solved', evidence: [] }
const called = (reached: boolean, rework: boolean): CaseEvent => ({ kind: 'called-back', reached, responded: reached || null, solved: reached ? !rework : null, satisfied: reached ? !rework : null, rework, words: '' })

function standing(...events: readonly CaseEvent[]): Case {
  const present = caseOf(testType, history(...events))
  if (!present) throw new Error('no case')
  return present
}
const refusal = (event: CaseEvent, present: Case, type: CaseType = testType, when = now) => {
  const result = mayHappen(type, self, present, event, everybody, when)
  return result.ok ? 'ok' : result.refused
}

describe('the life of a case', () => {
  const lives: readonly [string, readonly CaseEvent[], CaseState][] = [
    ['to its end', [{ kind: 'filed' }, dispatched, { kind: 'signed' }, answered, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' }, called(true, false)], 'settled'],
    ['refused at the desk', [{ kind: 'refused', basis: '不属受理范围', words: '商业广告' }], 'refused'],
    ['sent back and arbitrated', [{ kind: 'filed' }, dispatched, { kind: 'returned', basis: '职责分工第3条', words: '归城管' }, { kind: 'arbitrated', lead: other, floor: true, words: '由街道兜底' }], 'dispatched'],
    ['found undone by the check', [{ kind: 'filed' }, dispatched, { kind: 'signed' }, answered, { kind: 'checked', passed: false, words: '还在' }], 'handling'],
    ['found undone by the call-back', [{ kind: 'filed' }, dispatched, { kind: 'signed' }, answered, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' }, called(true, true)], 'handling'],
    ['not reached by the call-back', [{ kind: 'filed' }, dispatched, { kind: 'signed' }, answered, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' }, called(false, false)], 'closed'],
    ['suspended and gone on', [{ kind: 'filed' }, dispatched, { kind: 'signed' }, { kind: 'suspension-asked', until: null, words: '等' }, { kind: 'suspension-decided', granted: true, words: '' }, { kind: 'resumed', words: '' }], 'handling'],
    ['merged into another', [{ kind: 'filed' }, { kind: 'merged', into: other }], 'merged'],
  ]
  it.each(lives)('%s', (_, events, state) => {
    let present = caseOf(testType, history())
    for (const [i, event] of events.entries()) {
      if (!present) throw new Error('no case')
      expect(mayHappen(testType, self, present, event, everybody, now)).toMatchObject({ ok: true })
      present = after(testType, present, { seq: i + 2, at: now, by: null, event })
    }
    expect(present?.state).toBe(state)
  })

  it('counts what was sent back, done again, climbed and extended', () => {
    expect(standing({ kind: 'filed' }, dispatched, { kind: 'returned', basis: '分工', words: '不属' }, { kind: 'arbitrated', lead: water, floor: false, words: '属' }, { kind: 'signed' }, answered, { kind: 'checked', passed: false, words: '还在' })).toMatchObject({ returns: 1, reworks: 1, lead: water, answeredAt: null })
  })

  it('from any state only moves of that state can be made, and an end stays an end unless it is reopened', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...lives.flatMap(([, events]) => events)), { maxLength: 25 }), events => {
      let present = caseOf(testType, history())
      for (const [i, event] of events.entries()) {
        if (!present) return
        const allowed = mayHappen(testType, self, present, event, everybody, now)
        expect(allowed.ok).toBe(allowed.ok && statesBefore(testType, event.kind).includes(present.state))
        if (!allowed.ok) continue
        if (isEnd(present.state)) expect(['noted', 'rated', 'excluded', 'reopened']).toContain(event.kind)
        present = after(testType, present, { seq: i + 2, at: now, by: null, event })
      }
    }), { numRuns: 500 })
  })
})

describe('what may not be done', () => {
  const meetFirst: CaseType = { ...testType, names: { contacted: { zh: '面商', en: 'Meeting' } }, before: { answered: ['contacted'] } }
  const returnSoon: CaseType = { ...testType, returnWithin: { n: 10, unit: 'calendar-days' } }
  const dispatchedTo = standing({ kind: 'filed' }, dispatched)
  const handling = standing({ kind: 'filed' }, dispatched, { kind: 'signed' })
  const closed = standing({ kind: 'filed' }, dispatched, { kind: 'signed' }, answered, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' })
  const facts: readonly [what: string, event: CaseEvent, present: Case, refused: string, type?: CaseType, when?: string][] = [
    ['sign what was not dispatched', { kind: 'signed' }, standing(), 'wrong-state'],
    ['dispatch before filing', dispatched, standing(), 'wrong-state'],
    ['send back what the floor unit has', { kind: 'returned', basis: '分工', words: '不属' }, standing({ kind: 'filed' }, dispatched, { kind: 'returned', basis: '分工', words: '不属' }, { kind: 'arbitrated', lead: water, floor: true, words: '兜底' }), 'floor-may-not-return'],
    ['answer while co-units have not', answered, standing({ kind: 'filed' }, { ...dispatched, co: [other] }, { kind: 'signed' }), 'co-units-open'],
    ['answer without the evidence that is asked for', answered, handling, 'evidence-needed', { ...testType, evidence: 1 }],
    ['answer with a result that there is not', { ...answered, result: 'x' }, handling, 'unknown-result'],
    ['ask the lead as its own co-unit', { kind: 'co-asked', unit: water, words: '' }, handling, 'lead-is-no-co-unit'],
    ['dispatch to a lead that is also co-unit', { ...dispatched, co: [water] }, standing({ kind: 'filed' }), 'lead-is-no-co-unit'],
    ['answer as a co-unit that was not asked', { kind: 'co-answered', unit: other, words: '已办' }, handling, 'not-a-co-unit'],
    ['hand on to the unit that has it', { kind: 'transferred', lead: water, words: '转' }, handling, 'same-unit'],
    ['decide what nobody asked', { kind: 'extension-decided', granted: true, words: '' }, handling, 'nothing-asked'],
    ['ask twice', { kind: 'extension-asked', limit: { n: 1, unit: 'working-days' }, words: '再' }, standing({ kind: 'filed' }, dispatched, { kind: 'extension-asked', limit: { n: 1, unit: 'working-days' }, words: '需' }), 'already-asked'],
    ['extend once more than the type allows', { kind: 'extension-asked', limit: { n: 1, unit: 'working-days' }, words: '再' }, standing({ kind: 'filed' }, dispatched, { kind: 'extension-asked', limit: { n: 1, unit: 'working-days' }, words: '需' }, { kind: 'extension-decided', granted: true, words: '' }), 'extensions-used'],
    ['reopen after the window', { kind: 'reopened', words: '又有了', byReporter: true }, closed, 'too-late-to-reopen', testType, '2023-09-13T16:00:00.000Z'],
    ['answer before what must come first', answered, handling, 'not-yet', meetFirst],
    ['answer after what had come first before it was handed on', answered, standing({ kind: 'filed' }, dispatched, { kind: 'signed' }, { kind: 'contacted', words: '见面' }, { kind: 'transferred', lead: other, words: '转' }, { kind: 'signed' }), 'not-yet', meetFirst],
    ['answer after what comes first', answered, standing({ kind: 'filed' }, dispatched, { kind: 'signed' }, { kind: 'contacted', words: '见面' }), 'ok', meetFirst],
    ['return what it has had too long', { kind: 'returned', basis: '分工', words: '不属' }, handling, 'too-late-to-return', returnSoon, '2023-09-08T16:00:00.000Z'],
    ['return it on the last day', { kind: 'returned', basis: '分工', words: '不属' }, handling, 'ok', returnSoon, '2023-09-08T15:59:59.000Z'],
    ['merge into itself', { kind: 'merged', into: self }, handling, 'merge-into-itself'],
    ['give a category that is only a branch', { kind: 'amended', category: 'street', reason: '更正' }, handling, 'unknown-category'],
    ['give an urgency that there is not', { kind: 'amended', urgency: 'x', reason: '更正' }, handling, 'unknown-urgency'],
  ]
  it.each(facts)('%s', (_, event, present, refused, type, when) => expect(refusal(event, present, type, when)).toBe(refused))

  it('reopen on the last day of the window', () => expect(refusal({ kind: 'reopened', words: '又有了', byReporter: true }, closed, testType, '2023-09-13T15:59:59.000Z')).toBe('ok'))

  it('by the person who did what the type keeps apart from it, whichever of the two came first', () => {
    const two: CaseType = { ...testType, names: { received: { zh: '提起', en: 'Raise' }, filed: { zh: '批准', en: 'Approve' } }, apart: [['received', 'filed']] }
    const raised = caseOf(two, [{ seq: 1, at: now, by: { person: water, name: '甲', unit: null }, event: opened }])
    if (!raised) throw new Error('no case')
    const file = (person: string | undefined, type: CaseType = two) => mayHappen(type, self, raised, { kind: 'filed' }, { ...everybody, ...(person !== undefined && { person }) }, now)
    expect(file(water)).toMatchObject({ ok: false, refused: 'same-person', facts: { first: '提起', firstEn: 'Raise' } })
    expect(file(other)).toMatchObject({ ok: true })
    // The program and who asked without a name are no person; a type of an earlier version keeps nothing apart.
    expect(file(undefined)).toMatchObject({ ok: true })
    expect(file(water, testType)).toMatchObject({ ok: true })
    expect(mayHappen({ ...two, apart: [['filed', 'received']] }, self, raised, { kind: 'filed' }, { ...everybody, person: water }, now)).toMatchObject({ refused: 'same-person' })
    expect(movesFor(two, raised, everybody.parties, water)).not.toContain('filed')
    expect(movesFor(two, raised, everybody.parties, other)).toContain('filed')
  })

  it('by somebody who is nothing to the case', () => {
    const result = mayHappen(testType, self, dispatchedTo, { kind: 'signed' }, { parties: new Set(['desk']), units: [] }, now)
    expect(result).toMatchObject({ ok: false, refused: 'not-your-move' })
    expect(movesFor(testType, dispatchedTo, new Set())).toEqual([])
    expect(movesFor(testType, dispatchedTo, new Set(['lead']))).toEqual(['signed', 'contacted', 'returned', 'co-asked', 'co-released', 'delegated', 'noted', 'extension-asked', 'suspension-asked'])
  })
})

describe('a case type', () => {
  it('that is sound has no faults, and every state can come to an end', () => {
    expect(faultsOfType(testType)).toEqual([])
    expect([...reachable(testType)].toSorted()).toEqual(['answered', 'checked', 'closed', 'dispatched', 'disputed', 'filed', 'handling', 'merged', 'received', 'refused', 'settled', 'suspended', 'voided'])
  })

  it('may leave out filing, signing, checking and call-back, in any choice of them', () => {
    fc.assert(fc.property(fc.record({ file: fc.boolean(), sign: fc.boolean(), check: fc.boolean(), callBack: fc.boolean() }), steps => {
      expect(faultsOfType({ ...testType, steps })).toEqual([])
    }))
  })

  const broken: readonly [string, Partial<CaseType>, string][] = [
    ['nobody may arbitrate', { may: { arbitrated: [], merged: [], voided: [] } }, 'a case that is disputed can never come to an end'],
    ['nobody may dispatch', { may: { dispatched: [] } }, 'a case can never be settled'],
    ['a leaf without a unit', { categories: [{ key: 'x', name: { zh: '无', en: 'none' } }] }, 'category x has no unit that answers for it'],
    ['two categories of one key', { categories: [...testType.categories, ...testType.categories] }, 'category street stands twice'],
    ['an unknown urgency', { categories: [{ key: 'x', name: { zh: '无', en: 'none' }, unit: { placeLevel: 'street' }, urgency: 'soon' }] }, 'category x names the unknown urgency soon'],
    ['four steps', { ladders: [{ clock: 'resolve', warnAt: null, steps: Array.from({ length: 4 }, () => ({ after: null, to: 'superior' as const })) }] }, 'the ladder of resolve has more than three steps'],
    ['a move kept apart without a name', { apart: [['received', 'filed']] }, 'the move filed is kept apart from another and has no name here'],
    ['a move kept apart from itself', { apart: [['filed', 'filed']] }, 'the move filed is kept apart from itself'],
    ['what must come first without a name', { before: { answered: ['contacted'] } }, 'the move contacted comes before answered and has no name here'],
    ['an unknown place in a text', { messages: [{ on: 'received', to: 'reporter', text: { zh: '{name}您好', en: 'Dear {name}' } }] }, 'text received to reporter has the unknown place {name}'],
    ['other places in the other language', { messages: [{ on: 'received', to: 'reporter', text: { zh: '{number}已收到', en: 'received' } }] }, 'text received to reporter has other places in Chinese than in English'],
    ['weights that are not the whole', { rates: { weights: [{ from: '2023-01-01', response: 0.3, solution: 0.3, satisfaction: 0.3, source: '试' }], exclusions: [] } }, 'the weights of 2023-01-01 do not add up to 1'],
    ['an upgrade to nothing', { version: 2, upgrades: [{ from: 1, categories: { rubbish: 'x' } }] }, 'an upgrade leads to the unknown category x'],
    ['a directory that is not named', { fields: [{ key: 'team', name: { zh: '单元', en: 'Unit' }, input: 'directory', required: false, personal: false, asks: 'staff' }] }, 'field team must name a directory if it is chosen from one, and only then'],
    ['a ladder of no clock', { ladders: [{ clock: 'x', warnAt: null, steps: [] }] }, 'a ladder names the unknown clock x'],
  ]
  it.each(broken)('with %s is told', (_, change, fault) => expect(faultsOfType({ ...testType, ...change })).toContain(fault))

  it('gives cases only what has nothing below it', () => {
    expect([isCategory(testType, 'rubbish'), isCategory(testType, 'burst-pipe'), isCategory(testType, 'street'), isCategory(testType, 'x')]).toEqual([true, true, false, false])
  })

  it('every move but the first can be made from somewhere', () => {
    expect(moveKinds.filter(kind => kind !== 'received' && statesBefore(testType, kind).length === 0)).toEqual([])
    expect(ends.every(isEnd)).toBe(true)
  })
})
