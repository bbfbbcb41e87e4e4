import { type DistrictSetup } from '../../districts/district.ts'
import { demoEmergencyUnits } from '../../districts/requests/emergency-units.ts'
import { type Db } from '../../engines/context.ts'
import { seedEntries } from '../../engines/cases/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId } from './organisation.ts'

/** Puts the made-up smallest emergency units of the demonstration in place; null where they are there, or the district keeps no such directory. */
export async function placeEmergencyUnits(db: Db, setup: DistrictSetup, count: number): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  if (!setup.packs.includes('emergency-units')) return null
  return writeIfAnything(ctx, setup, 'directory.generated', async tx => ({
    units: await seedEntries(tx, ctx, 'emergency-units', () => demoEmergencyUnits(setup, { seed: `emergency-${setup.code}`, today: ctx.today(), count }).map(({ unit, name, fields }) => ({ name, unit: seededId(setup.code, 'unit', unit), fields }))),
  }))
}
