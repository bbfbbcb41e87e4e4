import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Finding, type SheetEvent, type SheetState, type Standing } from '../schema.ts'
import { after, mayAccept, mayAnswer, mayApprove, mayEnter, mayReopen, maySendBack, maySubmit, standingOf, stateWords } from './sheet.ts'

const [clerk, head, planner] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b', '01890000-0000-7000-8000-00000000000c']
const figure = '01890000-0000-7000-8000-0000000000ff'
const steps = (...events: readonly (readonly [person: string, event: SheetEvent])[]): Standing => standingOf(events.map(([person, event], i) => ({ seq: i + 1, at: `2026-11-0${Math.min(9, i + 1)}T02:00:00.000Z`, person, by: person.slice(-1), event })))
const opened: SheetEvent = { kind: 'opened', rows: ['JOBS', 'LIFTS'] }
const entered: SheetEvent = { kind: 'entered', cells: [{ row: 'JOBS', value: 120 }] }
const submitted: SheetEvent = { kind: 'submitted', shown: [{ row: 'JOBS/to-date', value: 1020 }] }
const asked = new Set(['JOBS', 'LIFTS'])

const open = steps([clerk, opened], [clerk, entered])
const sent = steps([clerk, opened], [clerk, entered], [clerk, submitted])
const approved = steps([clerk, opened], [clerk, entered], [clerk, submitted], [head, { kind: 'approved' }])
const accepted = steps([clerk, opened], [clerk, entered], [clerk, submitted], [head, { kind: 'approved' }], [planner, { kind: 'accepted', figures: [{ row: 'JOBS', figure }] }])
const all: Readonly<Record<SheetState, Standing>> = { open, submitted: sent, approved, accepted }

describe('a sheet on its way', () => {
  it('is what its history leaves', () => {
    expect(open).toMatchObject({ state: 'open', version: 2, cells: { JOBS: { value: 120, version: 1, by: 'a' } } })
    expect(sent).toMatchObject({ state: 'submitted', firstSubmittedAt: '2026-11-03T02:00:00.000Z', submitted: { person: clerk }, shown: { 'JOBS/to-date': 1020 } })
    expect(accepted).toMatchObject({ state: 'accepted', approved: { person: head }, accepted: { person: planner }, figures: { JOBS: figure }, round: 1 })
  })

  it('goes open, submitted, approved, accepted, and no other way', () => {
    const moves = Object.fromEntries(Object.entries(all).map(([state, sheet]) => [state, [
      mayEnter(sheet, [{ row: 'LIFTS', value: 1, version: 0 }], asked).ok && 'enter', maySubmit(sheet, [], [], new Map()).ok && 'submit', mayApprove(sheet, head).ok && 'approve', mayAccept(sheet, planner, []).ok && 'accept',
      maySendBack(sheet, 'open', '缺项').ok && 'back to the unit', maySendBack(sheet, 'submitted', '再核').ok && 'back to the head', mayReopen(sheet, ['JOBS'], asked, '更正').ok && 'reopen',
    ].filter(Boolean)]))
    expect(moves).toEqual({ open: ['enter', 'submit'], submitted: ['approve', 'back to the unit'], approved: ['accept', 'back to the unit', 'back to the head'], accepted: ['reopen'] })
    expect(mayApprove(open, head)).toMatchObject({ refused: 'sheet-step', facts: { zh: stateWords.open.zh } })
  })

  it('keeps why it came back, until it is submitted again, and when it first came', () => {
    const back = after(sent, { at: '2026-11-04T02:00:00.000Z', person: head, by: '局长', event: { kind: 'sent-back', to: 'open', reason: '就业数偏高' } })
    expect(back).toMatchObject({ state: 'open', submitted: null, timesSentBack: 1, sentBack: { reason: '就业数偏高', by: '局长' }, firstSubmittedAt: '2026-11-03T02:00:00.000Z' })
    expect(after(back, { at: '2026-11-05T02:00:00.000Z', person: clerk, by: 'a', event: submitted })).toMatchObject({ state: 'submitted', sentBack: null, timesSentBack: 1, firstSubmittedAt: '2026-11-03T02:00:00.000Z' })
  })

  it('opens only the named cells again after the lock, as a further round', () => {
    const again = after(accepted, { at: '2026-11-20T02:00:00.000Z', person: planner, by: 'c', event: { kind: 'reopened', rows: ['JOBS'], reason: '人社局更正' } })
    expect(again).toMatchObject({ state: 'open', round: 2, revising: ['JOBS'], figures: { JOBS: figure } })
    expect(mayEnter(again, [{ row: 'LIFTS', value: 1, version: 0 }], asked)).toMatchObject({ refused: 'row-locked' })
    expect(mayEnter(again, [{ row: 'JOBS', value: 121, version: 1 }], asked).ok).toBe(true)
    expect(mayReopen(accepted, ['JOBS', 'NOWHERE'], asked, '更正')).toMatchObject({ refused: 'row-not-asked', facts: { row: 'NOWHERE' } })
  })
})

describe('two hands', () => {
  it('nobody approves or accepts what they submitted themselves, whatever posts they hold', () => {
    expect(mayApprove(sent, clerk)).toMatchObject({ refused: 'own-submission' })
    expect(mayAccept(approved, clerk, [])).toMatchObject({ refused: 'own-submission' })
    expect(mayApprove(sent, head).ok && mayAccept(approved, head, []).ok).toBe(true)
  })
})

describe('cells', () => {
  it('are saved only over what the person saw; who was faster is told with what stands there now', () => {
    expect(mayEnter(open, [{ row: 'JOBS', value: 130, version: 0 }], asked)).toMatchObject({ refused: 'cell-changed-meanwhile', facts: { row: 'JOBS', value: 120, by: 'a', version: 1 } })
    expect(mayEnter(open, [{ row: 'JOBS', value: 130, version: 1 }, { row: 'TYPO', value: 1, version: 0 }], asked)).toMatchObject({ refused: 'row-not-asked' })
  })

  it('are answered where a warning stands, not where an error does, and not where the numbers have changed', () => {
    const warning: Finding = { key: 'differs-last-year:JOBS', row: 'JOBS', grade: 'warning', words: { zh: '增加', en: 'up' }, seen: '120 60', answer: null }
    expect(mayAnswer(open, [warning], warning.key, '120 60', '新增两家企业').ok).toBe(true)
    expect(mayAnswer(open, [{ ...warning, grade: 'error' }], warning.key, '120 60', '没有办法')).toMatchObject({ refused: 'error-not-answered' })
    expect(mayAnswer(open, [warning], warning.key, '119 60', '新增两家企业')).toMatchObject({ refused: 'finding-gone' })
    expect(maySubmit(open, [warning], [], new Map())).toMatchObject({ refused: 'findings-open', facts: { count: 1 } })
    expect(maySubmit(open, [], [{ unit: '洪桥街道', state: 'open' }], new Map())).toMatchObject({ refused: 'below-not-approved', facts: { units: '洪桥街道' } })
  })
})

it('whatever steps are tried, in any order by anybody, what was accepted was approved, by somebody else than who submitted it', () => {
  const person = fc.constantFrom(clerk, head, planner)
  const act = fc.constantFrom('enter', 'submit', 'approve', 'accept', 'back', 'half-back', 'reopen')
  fc.assert(fc.property(fc.array(fc.tuple(act, person), { maxLength: 40 }), tried => {
    let sheet = steps([clerk, opened])
    for (const [what, who] of tried) {
      const version = sheet.cells['JOBS']?.version ?? 0
      const decided = what === 'enter' ? mayEnter(sheet, [{ row: 'JOBS', value: 1, version }], asked) : what === 'submit' ? maySubmit(sheet, [], [], new Map()) : what === 'approve' ? mayApprove(sheet, who)
        : what === 'accept' ? mayAccept(sheet, who, []) : what === 'back' ? maySendBack(sheet, 'open', '退') : what === 'half-back' ? maySendBack(sheet, 'submitted', '退') : mayReopen(sheet, ['JOBS'], asked, '改')
      if (!decided.ok) continue
      sheet = after(sheet, { at: '2026-11-05T02:00:00.000Z', person: who, by: who, event: decided.value })
      if (sheet.state === 'accepted') {
        expect(sheet.submitted?.person).not.toBe(sheet.approved?.person)
        expect(sheet.submitted?.person).not.toBe(sheet.accepted?.person)
      }
      expect(sheet.state === 'open' || sheet.submitted !== null).toBe(true)
    }
  }))
})
