import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseEvent, type Happened, type Party } from '../schema.ts'
import { caseOf, type Case } from './case.ts'
import { movesFor } from './moves.ts'
import { offersFor, turnOf } from './offers.ts'

const received: CaseEvent = { kind: 'received', number: 'RX1', type: 'hotline', version: 1, category: 'rubbish', urgency: 'ordinary', title: '垃圾', words: '垃圾', place: { unit: null, address: null, point: null }, channel: 'phone', fields: {}, hasReporter: false }
const at = '2023-08-29T02:00:00.000Z'
function after(...events: readonly CaseEvent[]): Case {
  const happened: readonly Happened[] = [received, ...events].map((event, i) => ({ seq: i + 1, at, by: null, event }))
  const present = caseOf(testType, happened)
  if (!present) throw new Error('a history begins with its being received')
  return present
}
const offered = (present: Case, parties: readonly Party[], now = at) => offersFor(testType, present, movesFor(testType, present, new Set(parties)), now)
const dispatched: readonly CaseEvent[] = [{ kind: 'filed' }, { kind: 'dispatched', lead: 'a', co: ['b'], words: '' }]

describe('what the page of a case offers', () => {
  it('to the lead: first to sign, then to answer, once the co-units have', () => {
    expect(offered(after(...dispatched), ['lead']).first).toBe('signed')
    const signed = after(...dispatched, { kind: 'signed' })
    expect(offered(signed, ['lead']).kinds).not.toContain('answered')
    expect(offered(signed, ['lead']).first).toBe(null)
    expect(turnOf(testType, signed)).toEqual({ party: 'lead', unit: 'a' })
    expect(turnOf({ ...testType, steps: { ...testType.steps, check: false }, may: { closed: ['lead'] } }, { state: 'answered', lead: 'a', asked: null })).toEqual({ party: 'lead', unit: 'a' })
    expect(offered(after(...dispatched, { kind: 'signed' }, { kind: 'co-answered', unit: 'b', words: '好' }), ['lead']).first).toBe('answered')
  })

  it('to who decides: first what was asked, and nothing where nothing was', () => {
    const asked = after(...dispatched, { kind: 'signed' }, { kind: 'extension-asked', limit: { n: 2, unit: 'working-days' }, words: '等料' })
    expect(offered(asked, ['supervisor']).first).toBe('extension-decided')
    expect(turnOf(testType, asked)).toEqual({ party: 'desk', unit: null })
    expect(turnOf({ ...testType, may: { 'extension-decided': ['supervisor'] } }, asked)?.party).toBe('supervisor')
    expect(offered(after(...dispatched), ['supervisor']).kinds).not.toContain('extension-decided')
    expect(offered(asked, ['lead']).kinds).not.toContain('extension-asked')
  })

  it('no return by the floor unit, no reopening after its time, nobody’s turn at the end', () => {
    const floor = after({ kind: 'filed' }, { kind: 'dispatched', lead: 'a', co: [], words: '' }, { kind: 'returned', basis: '条例', words: '不属我们' }, { kind: 'arbitrated', lead: 'a', floor: true, words: '兜底' })
    expect(offered(floor, ['lead']).kinds).not.toContain('returned')
    const closed = after({ kind: 'filed' }, { kind: 'dispatched', lead: 'a', co: [], words: '' }, { kind: 'signed' }, { kind: 'answered', words: '好', result: 'solved', evidence: [] }, { kind: 'checked', passed: true, words: '' }, { kind: 'closed' })
    expect(offered(closed, ['desk']).kinds).toContain('reopened')
    expect(offered(closed, ['desk'], '2024-08-29T02:00:00.000Z').kinds).not.toContain('reopened')
    expect(turnOf(testType, closed)).toEqual({ party: 'caller', unit: null })
    expect(turnOf(testType, after({ kind: 'voided', reason: '重复' }))).toBe(null)
  })
})
