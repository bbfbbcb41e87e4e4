import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { Role, type Delegation, type Post, type Unit } from '../schema.ts'
import { actorOn, mayAnywhere, mayDo, permissionsOf, scopeOf, seenBefore, verbLabels, type Verb } from './permission.ts'

const verbs = Object.keys(verbLabels) as Verb[] // its keys are the verbs
const unit = (id: string, parent: string | null): Unit => ({ id, kind: parent ? 'street' : 'district', code: id, name: id, parent, from: '2020-01-01', until: null, generated: true, version: 1 })
const units = [unit('区', null), unit('甲街', '区'), unit('乙街', '区'), unit('甲社区', '甲街'), unit('乙社区', '乙街')]
const person = { id: '张', name: '张' }
const post = (unitId: string, role: Role, from: string, until: string | null, more: Partial<Post> = {}): Post => ({ id: `${unitId}-${role}-${from}`, person: '张', unit: unitId, role, title: '', from, until, ...more })

const aRole = fc.constantFrom(...Role.options)
const aUnit = fc.constantFrom(...units.map(u => u.id))
const aDay = fc.integer({ min: 0, max: 1000 }).map(n => addDays('2022-01-01', n))
const aVerb = fc.constantFrom(...verbs)

describe('the permission function', () => {
  it('lets whoever enters or approves figures of a unit read them before anybody else, and the plan around them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(aUnit, aRole, aDay), { maxLength: 5 }), aDay, aUnit, (held, today, place) => {
      const actor = actorOn(today, person, held.map(([at, role, from], i) => post(at, role, from, null, { id: String(i) })), [], units)
      for (const verb of ['figure.approve', 'figure.enter'] as const) {
        if (!mayDo(actor, verb, place)) continue
        const before = seenBefore(actor)
        expect(before === 'district' || before.has(place)).toBe(true)
        expect(mayDo(actor, 'plan.read', place)).toBe(true)
      }
    }))
  })

  it('gives a person who moved the rights of the new post and none of the old', () => {
    fc.assert(fc.property(aRole, aRole, aUnit, aUnit, aDay, aVerb, (before, after, from, to, moved, verb) => {
      const posts = [post(from, before, '2021-01-01', moved), post(to, after, moved, null)]
      const now = actorOn(moved, person, posts, [], units)
      const onlyNew = actorOn(moved, person, posts.slice(1), [], units)
      expect(scopeOf(now, verb)).toEqual(scopeOf(onlyNew, verb))
      const dayBefore = actorOn(addDays(moved, -1), person, posts, [], units)
      expect(scopeOf(dayBefore, verb)).toEqual(scopeOf(actorOn(addDays(moved, -1), person, posts.slice(0, 1), [], units), verb))
    }))
  })

  it('lends a post for exactly the days of the delegation', () => {
    fc.assert(fc.property(aRole, aUnit, aDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: -5, max: 70 }), aVerb, (role, place, from, days, offset, verb) => {
      const theirs = post(place, role, '2021-01-01', null, { person: '李' })
      const delegation: Delegation = { id: 'd', post: theirs.id, to: '张', from, until: addDays(from, days), reason: '休假', withdrawn: false }
      const actor = actorOn(addDays(from, offset), person, [theirs], [delegation], units)
      const held = offset >= 0 && offset < days
      expect(mayAnywhere(actor, verb)).toBe(held && verb in permissionsOf[role])
      expect(mayAnywhere(actorOn(addDays(from, offset), person, [theirs], [{ ...delegation, withdrawn: true }], units), verb)).toBe(false)
    }))
  })

  it('lends nothing of a post whose holder has left it', () => {
    const theirs = post('甲街', 'street-head', '2021-01-01', '2023-01-05', { person: '李' })
    const delegation: Delegation = { id: 'd', post: theirs.id, to: '张', from: '2023-01-01', until: '2023-02-01', reason: '休假', withdrawn: false }
    expect(mayDo(actorOn('2023-01-04', person, [theirs], [delegation], units), 'figure.approve', '甲社区')).toBe(true)
    expect(mayDo(actorOn('2023-01-05', person, [theirs], [delegation], units), 'figure.approve', '甲社区')).toBe(false)
  })

  it('lets a street see its own communities and no other street’s', () => {
    const actor = actorOn('2023-01-01', person, [post('甲街', 'street', '2021-01-01', null)], [], units)
    expect(mayDo(actor, 'figure.unpublished', '甲社区')).toBe(true)
    expect(mayDo(actor, 'figure.unpublished', '乙社区')).toBe(false)
    expect(mayDo(actor, 'figure.unpublished', null)).toBe(false)
  })

  it('lets who approves read what he approves, in every role', () => {
    fc.assert(fc.property(aRole, aUnit, aUnit, (role, place, thing) => {
      const actor = actorOn('2023-01-01', person, [post(place, role, '2021-01-01', null)], [], units)
      if (mayDo(actor, 'figure.approve', thing)) expect(mayDo(actor, 'figure.unpublished', thing)).toBe(true)
    }))
  })

  it('gives no role two of system, security and audit administration', () => {
    for (const role of Role.options) expect((['org.edit', 'account.manage', 'audit.read'] as const).filter(verb => verb in permissionsOf[role]).length).toBeLessThan(2)
  })

  it('grants every verb to somebody and gives a person without a post nothing', () => {
    for (const verb of verbs) {
      expect(Role.options.some(role => verb in permissionsOf[role]), verb).toBe(true)
      expect(mayAnywhere(actorOn('2023-01-01', person, [], [], units), verb)).toBe(false)
    }
  })
})
