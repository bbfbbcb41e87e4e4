import { type DistrictSetup } from '../../districts/district.ts'
import { demoForces } from '../../districts/projects/forces.ts'
import { type Db } from '../../engines/context.ts'
import { findTeamless, seedForces } from '../../engines/projects/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { departmentsByKey, seededId } from './organisation.ts'

/** Puts the made-up task forces of the demonstration in place; null where there are some already, or nothing is under way. */
export async function placeForces(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code), departments = departmentsByKey(setup)
  return writeIfAnything(ctx, setup, 'forces.generated', async tx => {
    // A district without such a department has its government office do it.
    const unit = (key: string) => departments.get(key) ?? departments.get('government-office') ?? seededId(setup.code, 'unit', String(setup.code))
    const make = async () => {
      const underway = await findTeamless(tx, setup.code, ctx.today())
      return underway.length === 0 ? [] : demoForces(underway, unit, ctx.today()).map(({ key, events }) => ({ id: seededId(setup.code, 'force', key), events }))
    }
    return { forces: await seedForces(tx, ctx, make) }
  })
}
