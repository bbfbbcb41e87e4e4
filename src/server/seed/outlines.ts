import { v7 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { schematicOutlines, schematicSource } from '../../districts/outlines.ts'
import { type Db } from '../../engines/context.ts'
import { seedOutlines } from '../../engines/org/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId } from './organisation.ts'

/** Puts a schematic map of streets, communities and grids in place, made up for the demonstration; null where all were there. */
export async function placeOutlines(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  return writeIfAnything(seedContext(db, setup.code), setup, 'outlines.generated', async tx => ({
    outlines: await seedOutlines(tx, setup.code, schematicOutlines(setup).map(({ code, ring }) => ({ id: v7(), unit: seededId(setup.code, 'unit', code), ring, source: schematicSource, generated: true, from: setup.unitsFrom, until: null }))),
  }))
}
