import { v7 } from 'uuid'
import { districts } from '../districts/index.ts'
import { type Context } from '../engines/context.ts'
import { actorOn } from '../engines/org/domain/permission.ts'
import { loadDistrictUnit } from '../engines/org/index.ts'
import { type Role } from '../engines/org/schema.ts'
import { makeContext } from '../server/context.ts'
import { seal } from '../server/audit/seal.ts'
import { within } from '../server/database/database.ts'
import { openStore, type Store } from '../server/store.ts'
import { Failure } from './failure.ts'
import { settingsOf } from './settings.ts'

/** Opens the database for one command, beside a running program where there is one, and closes it in the end. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settingsOf(), () => {}, { join: true })
  try {
    const done = await work(store)
    await seal(store.db) // a running program would do it within a second
    return done
  } finally {
    await store.close()
  }
}

/** The district of `--district`, or the demonstration's. */
export function districtOf(option: string | undefined): number {
  const code = option === undefined ? 440104 : Number(option)
  if (districts.some(d => d.code === code)) return code
  throw new Failure('unknown-district', `没有区划代码为 ${option} 的区；已知：${districts.map(d => `${d.code} ${d.name.zh}`).join('、')}。\nThere is no district ${option}; known are ${districts.map(d => `${d.code} ${d.name.en}`).join(', ')}.`)
}

/** What the command line works with: whoever can read the data folder acts as the district's planner, and the trail says so. */
export async function commandContext(store: Store, district: number, role: Role = 'planner'): Promise<Context> {
  const clock = () => new Date().toISOString()
  const unit = await within(store.db, { district, sees: 'district' }, tx => loadDistrictUnit(tx, district))
  if (!unit) throw new Failure('empty-district', `数据库中还没有 ${district} 的单位。请先运行 opendistrict seed。\nThere are no units of ${district} in the database yet. Run opendistrict seed first.`)
  const today = clock().slice(0, 10)
  const person = { id: commandLine, name: '命令行 command line' }
  const actor = actorOn(today, person, [{ id: commandLine, person: commandLine, unit: unit.id, role, title: '', from: today, until: null }], [], [unit])
  return makeContext(store.db, { district, actor, requestId: `cli-${v7()}` }, clock)
}

/** The person that the trail names for acts of the command line; no account belongs to it. */
const commandLine = '00000000-0000-8000-8000-000000000001'
