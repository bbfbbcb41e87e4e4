import { describe, expect, it } from 'vitest'
import { applied, type Force, forceOf, stateOn } from '../../engines/projects/domain/forces/force.ts'
import { mayHappen } from '../../engines/projects/domain/forces/moves.ts'
import { dayOf } from '../../kernel/time.ts'
import { demoForces } from './forces.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

describe('the task forces of the demonstration', () => {
  const underway = Array.from({ length: 23 }, (_, n) => ({ id: id(n), name: `项目${n}` }))
  it.each(['2026-01-01', '2026-02-28', '2026-11-27', '2027-12-31'])('on %s have every project under way once, by steps that are all allowed', today => {
    const forces = demoForces(underway, () => id(901), today)
    const states = forces.map(({ events }) => { const force = forceOf(events); return force && stateOn(force, today) })
    expect(states).toEqual(['standing', 'standing', 'standing', 'standing', 'standing', 'ending', 'dissolved'])
    expect(forces.flatMap(({ events }) => forceOf(events)?.projects ?? []).toSorted()).toEqual(underway.map(project => project.id).toSorted())
    for (const { key, events } of forces) {
      let force: Force | null = null
      for (const happened of events) {
        if (force && happened.event.kind !== 'set-up') expect({ key, kind: happened.event.kind, may: mayHappen(force, happened.event, dayOf(happened.at)) }).toMatchObject({ may: { ok: true } })
        force = applied(force, happened)
      }
    }
  })
})
