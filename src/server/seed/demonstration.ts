import { v7 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { districts } from '../../districts/index.ts'
import { seedOrganisation } from '../../engines/org/index.ts'
import { within } from '../database/database.ts'
import { writeEntry } from '../audit/trail.ts'
import { type Progress, type Store } from '../store.ts'
import { seededPeople, seededUnits } from './organisation.ts'

/** Makes the demonstration districts in a database that is marked for it (`mode.ts`), or completes them; what is there already stays. */
export async function seedDemonstration(store: Pick<Store, 'db'>, progress: Progress): Promise<void> {
  for (const setup of districts) {
    const made = await seedDistrict(store, setup)
    if (made.units + made.people > 0) progress({ zh: `已写入${setup.name.zh}：${made.units} 个单位，${made.people} 名演示人员`, en: `${setup.name.en}: ${made.units} units and ${made.people} people of the demonstration` })
  }
}

async function seedDistrict({ db }: Pick<Store, 'db'>, setup: DistrictSetup): Promise<{ readonly units: number; readonly people: number }> {
  const at = new Date().toISOString()
  return within(db, { district: setup.code, sees: 'district' }, async tx => {
    const made = await seedOrganisation(tx, setup.code, { units: seededUnits(setup), ...seededPeople(setup) }, at, v7)
    if (made.units + made.people > 0) await writeEntry(tx, { id: v7(), district: setup.code, at, person: null, actor: 'seed', requestId: 'seed' }, { verb: 'district.seeded', thing: 'district', thingId: String(setup.code), detail: { ...made } })
    return made
  })
}
