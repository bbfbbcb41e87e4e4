import { v7 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { districts } from '../../districts/index.ts'
import { seedOrganisation } from '../../engines/org/index.ts'
import { within } from '../database/database.ts'
import { writeEntry } from '../audit/trail.ts'
import { type Progress, type Store } from '../store.ts'
import { seededPeople, seededUnits } from './organisation.ts'

/**
 * Makes the demonstration districts in a database, or completes them; what is there already stays. A database that holds
 * a real district is refused: its people must never be reachable by one click.
 */
export async function seedDemonstration(store: Pick<Store, 'db'>, progress: Progress): Promise<void> {
  for (const setup of districts) {
    const marked = await store.db.selectFrom('app.demonstration').select('seed').where('district', '=', setup.code).executeTakeFirst()
    if (!marked) await mark(store, setup)
    const made = await seedDistrict(store, setup)
    if (made.units + made.people > 0) progress({ zh: `已写入${setup.name.zh}：${made.units} 个单位，${made.people} 名演示人员`, en: `${setup.name.en}: ${made.units} units and ${made.people} people of the demonstration` })
  }
}

async function mark({ db }: Pick<Store, 'db'>, setup: DistrictSetup): Promise<void> {
  const real = await db.selectFrom('org.unit').select('id').where('district', '=', setup.code).limit(1).executeTakeFirst()
  if (real) throw new Error(`数据库中已有正式的${setup.name.zh}，不能以演示模式启动。请设置 OPENDISTRICT_DEMO=off，或使用另一个数据库。 The database holds a real ${setup.name.en}; demonstration mode is refused. Set OPENDISTRICT_DEMO=off, or use another database.`)
  await db.insertInto('app.demonstration').values({ district: setup.code, seed: `demo-${setup.code}`, marked_at: new Date().toISOString() }).execute()
}

async function seedDistrict({ db }: Pick<Store, 'db'>, setup: DistrictSetup): Promise<{ readonly units: number; readonly people: number }> {
  const at = new Date().toISOString()
  return within(db, { district: setup.code, sees: 'district' }, async tx => {
    const made = await seedOrganisation(tx, setup.code, { units: seededUnits(setup), ...seededPeople(setup) }, at, v7)
    if (made.units + made.people > 0) await writeEntry(tx, { id: v7(), district: setup.code, at, person: null, actor: 'seed', requestId: 'seed' }, { verb: 'district.seeded', thing: 'district', thingId: String(setup.code), detail: { ...made } })
    return made
  })
}
