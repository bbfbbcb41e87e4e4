import { describe, expect, it } from 'vitest'
import { type Actor, type Scope, type Verb } from '../../org/domain/permission.ts'
import { mayRaise } from './raising.ts'

const owner = '01900000-0000-7000-8000-000000000001', own = '01900000-0000-7000-8000-000000000002'
const who = (scopes: readonly (readonly [Verb, Scope])[]): Actor => ({ person: own, name: '经办', roles: [], units: [own], posts: [], scopes: new Map(scopes), key: null })

describe('who may raise a blocker', () => {
  it.each([
    ['the unit itself', [['project.tell', new Set([owner])], ['case.open', new Set([owner])]], true],
    ['a planner, in the name of the own unit', [['project.tell', 'district'], ['case.open', new Set([own])]], true],
    ['a supervisor who visits', [['light.answer', 'district'], ['case.open', 'district']], true],
    ['a leader, who opens no cases', [['light.answer', 'district']], false],
    ['another unit', [['project.tell', new Set([own])], ['case.open', new Set([own])]], false],
  ] as const)('%s: %s', (_who, scopes, may) => expect(mayRaise(who(scopes), owner)).toBe(may))
})
