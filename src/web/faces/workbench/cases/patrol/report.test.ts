import { describe, expect, it } from 'vitest'
import { afterFailure, isToSend, nextStep, nothingYet, type Report, titleFor } from './report.ts'

const report: Report = {
  key: 'k', person: 'p', at: '2026-11-26T02:00:00.000Z', type: 'grid', category: 'rubbish', title: '暴露垃圾', words: '两袋', place: { unit: 'u', address: null, point: null }, self: { unit: 'u', result: 'solved', words: '已清', evidence: '', signs: true, closes: true },
  photos: [new File(['x'], 'a.jpg')], insists: false, got: nothingYet, state: 'waiting', similar: [], said: null,
}
const said = { zh: '原因。', en: 'A reason.' }

describe('a finding of a patrol on its way', () => {
  it('is compared first, then opened, then its photographs, then signed for, answered and closed, each once', () => {
    const got = (more: Partial<Report['got']>) => nextStep({ ...report, got: { ...nothingYet, ...more } })
    expect([got({}), got({ checked: true }), got({ id: 'c' }), got({ id: 'c', photos: 1 }), got({ id: 'c', photos: 1, signed: true }), got({ id: 'c', photos: 1, signed: true, answered: true }), got({ id: 'c', photos: 1, signed: true, answered: true, closed: true })]).toEqual(['check', 'open', 'photo', 'sign', 'answer', 'close', null])
    expect(nextStep({ ...report, self: null, photos: [], got: { ...nothingYet, id: 'c' } })).toBe(null)
    expect(nextStep({ ...report, insists: true })).toBe('open')
  })

  it('waits when there is no network, a fault or too much at once, and for the sign-in when signed out', () => {
    for (const status of [0, 429, 503]) expect(afterFailure(report, 'open', status, said)).toMatchObject({ state: 'waiting', said: null })
    expect(afterFailure(report, 'check', 401, said).state).toBe('signed-out')
    expect(isToSend({ state: 'signed-out' })).toBe(true)
  })

  it('says why it was refused and is not sent again by itself', () => {
    const refused = afterFailure(report, 'open', 422, said)
    expect(refused).toMatchObject({ state: 'refused', said })
    expect(isToSend(refused)).toBe(false)
  })

  it('goes on without a photograph that was not taken, and leaves the rest to the case’s page', () => {
    const opened = { ...report, got: { ...nothingYet, id: 'c' } }
    const without = afterFailure(opened, 'photo', 415, said)
    expect(nextStep(without)).toBe('sign')
    expect(nextStep(afterFailure(without, 'answer', 409, said))).toBe(null)
  })

  it('has a title from its category and the first sentence', () => {
    expect(titleFor('暴露垃圾', '门口两袋。味道大')).toBe('暴露垃圾：门口两袋')
    expect(titleFor('垃圾', '长'.repeat(100))).toHaveLength(60)
  })
})
