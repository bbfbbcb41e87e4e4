import { expect, it } from 'vitest'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { byOwner } from './owners.ts'

const row = (owner: string, light: ProjectRow['light'], planned: number | null, done: number) => ({ owner: { id: owner, name: owner }, light, planned, due: planned, done }) as unknown as ProjectRow // only these matter

it('adds up the projects of each owner, those with red ones first', () => {
  expect(byOwner([row('a', 'on-pace', 100, 50.1), row('b', 'off-pace', 10, 1), row('a', 'slipping', 20.2, 0.1), row('a', 'not-judged', null, 9)])).toEqual([
    { owner: { id: 'b', name: 'b' }, projects: 1, planned: 10, due: 10, done: 1, lights: { 'off-pace': 1 } },
    { owner: { id: 'a', name: 'a' }, projects: 3, planned: 120.2, due: 120.2, done: 50.2, lights: { 'on-pace': 1, slipping: 1, 'not-judged': 1 } },
  ])
})
