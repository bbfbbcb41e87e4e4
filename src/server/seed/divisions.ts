import { type DistrictSetup } from '../../districts/district.ts'
import { type DemoDivision } from '../../districts/divisions.ts'
import { unitsOf } from '../../districts/units.ts'
import { type Db } from '../../engines/context.ts'
import { seedDivision } from '../../engines/plan/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId } from './organisation.ts'

/** Puts divisions of targets among the streets in place, made up for the demonstration; null where all were there. */
export async function placeDivisions(db: Db, setup: DistrictSetup, divisions: readonly DemoDivision[]): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  const takers = unitsOf(setup).filter(unit => unit.kind === 'street').map(unit => ({ id: seededId(setup.code, 'unit', unit.code), name: unit.name.zh }))
  return writeIfAnything(ctx, setup, 'divisions.generated', async tx => {
    let made = 0
    for (const { terms, history, ...division } of divisions) {
      if (await seedDivision(tx, ctx, takers.map(taker => taker.id), { ...division, terms: (whole, levels) => terms(takers, whole, levels), history: divided => history(takers, divided) })) made += 1
    }
    return { divisions: made }
  })
}
