import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Role, type Delegation, type Post } from '../schema.ts'
import { areApart, breaches, heldBy, mayHoldBeside, type Held } from './separation.ts'

const held = (role: Role, from: string, until: string | null = null): Held => ({ role, from, until })

describe('separated administrators', () => {
  it.each<[Role, Role, boolean]>([
    ['administrator', 'security-administrator', true], ['administrator', 'auditor', true], ['security-administrator', 'auditor', true],
    ['administrator', 'planner', true], ['auditor', 'department-head', true], ['security-administrator', 'leader', true], ['auditor', 'statistician', true],
    ['administrator', 'reader', false], ['security-administrator', 'department-head', true], ['administrator', 'administrator', false],
    ['planner', 'department-head', false], ['auditor', 'grid', false],
  ])('%s and %s must be apart: %s', (a, b, apart) => {
    expect([areApart(a, b), areApart(b, a)]).toEqual([apart, apart])
  })

  it.each<[string, Held, boolean]>([
    ['the whole time', held('auditor', '2023-01-01'), true],
    ['one day only', held('auditor', '2023-06-30', '2023-07-01'), true],
    ['from the day the other ends', held('auditor', '2023-07-01'), false],
    ['until the day the other begins', held('auditor', '2020-01-01', '2023-01-01'), false],
    ['a part, from within', held('auditor', '2023-03-01', '2024-01-01'), true],
  ])('may not overlap %s', (_, given, refused) => {
    expect(mayHoldBeside(given, [held('planner', '2023-01-01', '2024-01-01'), held('administrator', '2023-01-01', '2023-07-01')].slice(1)).ok).toBe(!refused)
    if (refused) expect(mayHoldBeside(given, [held('administrator', '2023-01-01', '2023-07-01')])).toMatchObject({ refused: 'roles-apart' })
  })

  it('counts a post that was lent, for the days on which it is', () => {
    const post: Post = { id: 'p', person: '李', unit: 'u', role: 'auditor', title: '', from: '2023-01-01', until: '2023-09-01' }
    const lent: Delegation = { id: 'd', post: 'p', to: '张', from: '2023-08-01', until: '2023-10-01', reason: '休假', withdrawn: false }
    expect(heldBy('张', [post], [lent])).toEqual([held('auditor', '2023-08-01', '2023-09-01')])
    expect(heldBy('张', [post], [{ ...lent, withdrawn: true }])).toEqual([])
  })

  it('lists as a breach exactly what would have been refused, as long as it is not over', () => {
    const aDay = fc.integer({ min: 1, max: 28 }).map(d => `2023-05-${String(d).padStart(2, '0')}`)
    const aHeld = fc.record({ role: fc.constantFrom(...Role.options), from: aDay, until: fc.option(aDay) }).filter(h => h.until === null || h.until > h.from)
    fc.assert(fc.property(aHeld, aHeld, aDay, (a, b, today) => {
      const refused = !mayHoldBeside(a, [b]).ok
      const over = [a.until, b.until].some(until => until !== null && until <= today)
      expect(breaches([a, b], today).length > 0).toBe(refused && !over)
    }))
  })
})
