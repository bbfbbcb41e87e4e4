import { v7 } from 'uuid'
import { afterAll } from 'vitest'
import { type Context } from '../src/engines/context.ts'
import { insertPerson, insertPost, insertUnit } from '../src/engines/org/store.ts'
import { loadActor } from '../src/engines/org/index.ts'
import { type Role, type Unit } from '../src/engines/org/schema.ts'
import { type District, type Id } from '../src/kernel/id.ts'
import { dayOf, type Instant } from '../src/kernel/time.ts'
import { makeContext } from '../src/server/context.ts'
import { type Opened, openDatabase, within } from '../src/server/database/database.ts'
import { type Cluster, createDatabase, testCluster } from './cluster.ts'
import { templateOf } from './template.ts'

let cluster: Promise<Cluster> | undefined

/** A database of its own for a test file, copied from the migrated template and dropped at the end of the file. */
export async function freshDatabase(): Promise<Opened & { readonly url: string }> {
  cluster ??= testCluster()
  const server = await cluster
  const made = await createDatabase(server, 'test', await templateOf(server))
  const opened = openDatabase(made.url, { connections: 12 })
  afterAll(async () => {
    await opened.close()
    await made.drop()
  })
  return { ...opened, url: made.url }
}

/** Units of the small district that tests play in. */
export type Places = { readonly district: Unit; readonly finance: Unit; readonly statistics: Unit; readonly street: Unit; readonly otherStreet: Unit; readonly community: Unit }

/** A clock that stands still until it is set. */
export type Clock = { now: Instant }

export type FreshDistrict = Opened & {
  readonly url: string
  readonly district: District
  readonly places: Places
  readonly clock: Clock
  /** The person who holds this role here. */
  person(role: Role): Id
  /** The post of that person. */
  post(role: Role): Id
  /** What a handler gets when the person with this role asks, on the clock's day. */
  ctx(role: Role, asked?: { readonly key?: string; readonly request?: string }): Promise<Context>
}

const seats: Readonly<Record<Role, keyof Places>> = {
  leader: 'district', planner: 'finance', 'department-head': 'finance', department: 'finance', 'street-head': 'street', street: 'street', community: 'community', grid: 'community',
  supervisor: 'district', dispatcher: 'district', statistician: 'statistics', reader: 'finance', auditor: 'district', 'security-administrator': 'district', administrator: 'district',
}
const roles = Object.keys(seats) as Role[] // its keys are the roles

/** A small district with one person for each role, in a fresh database or beside another district in the same one. */
export async function freshDistrict(options: { readonly district?: District; readonly beside?: Opened & { readonly url: string }; readonly now?: Instant } = {}): Promise<FreshDistrict> {
  const district = options.district ?? 440104
  const opened = options.beside ?? await freshDatabase()
  const clock: Clock = { now: options.now ?? '2023-08-29T02:00:00.000Z' }
  const unit = (kind: Unit['kind'], code: string, name: string, parent: Unit | null): Unit => ({ id: v7(), kind, code, name, parent: parent?.id ?? null, from: '2020-01-01', until: null, generated: true, version: 1 })
  const root = unit('district', String(district), `区${district}`, null)
  const street = unit('street', `${district}001`, '洪桥街道', root)
  const places: Places = {
    district: root, street,
    finance: unit('department', 'D01', '区发展和改革局', root), statistics: unit('department', 'D02', '区统计局', root),
    otherStreet: unit('street', `${district}002`, '北京街道', root), community: unit('community', `${district}001001`, '三元宫社区', street),
  }
  const people = new Map(roles.map(role => [role, v7()]))
  const personOf = (role: Role): Id => people.get(role) ?? v7()
  const posts = new Map(roles.map(role => [role, v7()]))
  const postOf = (role: Role): Id => posts.get(role) ?? v7()
  await within(opened.db, { district, sees: 'district' }, async tx => {
    for (const place of [root, places.finance, places.statistics, street, places.otherStreet, places.community]) await insertUnit(tx, district, place)
    for (const role of roles) {
      await insertPerson(tx, district, { id: personOf(role), name: `${role}（演示）`, account: role, active: true, generated: true, version: 1 })
      await insertPost(tx, district, { id: postOf(role), person: personOf(role), unit: places[seats[role]].id, role, title: role, from: '2020-01-01', until: null })
    }
  })
  return {
    ...opened, district, places, clock,
    person: personOf,
    post: postOf,
    ctx: async (role, asked = {}) => {
      const actor = await within(opened.db, { district, sees: new Set() }, tx => loadActor(tx, district, personOf(role), dayOf(clock.now)))
      if (!actor) throw new Error(`no ${role} on ${clock.now}`)
      return makeContext(opened.db, { district, actor, requestId: 'test', ...(asked.key && { command: { key: asked.key, request: asked.request ?? '' } }) }, () => clock.now)
    },
  }
}
