import { type District, type Id } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { api as join } from '../api.ts'
import { type Tx } from '../context.ts'
import { often, words } from '../statement.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { type Actor, actorOn } from './domain/permission.ts'
import { type Holding, holdingOf } from './holding-store.ts'
import { findOutlined, insertOutlines, type NewOutline } from './outline-store.ts'
import { type Person, type Post, type Unit } from './schema.ts'
import * as store from './store.ts'

export const api = join('org', contract, handlers)

/** From the day of leaving on a person may do nothing, whether or not that has been written down yet. */
const isGone = ({ leavesOn }: store.Standing, day: Day) => leavesOn !== null && day >= leavesOn

/** What somebody may do on a day by what they hold. */
export function actorFrom({ person, posts, delegations, units }: Holding, day: Day): Actor {
  return actorOn(day, person, posts, delegations, units)
}

/** A person with what they may do on a day; null where there is no such person or they were deactivated. */
export async function loadActor(tx: Tx, district: District, person: Id, day: Day): Promise<Actor | null> {
  const [found] = await often<{ holding: Holding | null }>(tx, words`select ${holdingOf(district, words`${person}::uuid`, day)} as holding`)
  return found?.holding ? actorFrom(found.holding, day) : null
}

/** What the holder of a post may do on a day by this post alone; null where the post does not hold or its holder was deactivated. */
export async function loadActorOfPost(tx: Tx, district: District, id: Id, day: Day): Promise<Actor | null> {
  const [post] = await store.findPosts(tx, district, { ids: [id] })
  const person = post && await store.loadPerson(tx, district, post.person)
  if (!post || !person?.active || isGone(person, day)) return null
  const actor = actorOn(day, person, [post], [], await store.findUnitsBelow(tx, district, [post.unit]))
  return actor.posts.length === 0 ? null : actor
}

/** The unit that is the district itself. */
export async function loadDistrictUnit(tx: Tx, district: District): Promise<Unit | null> {
  return (await store.findUnits(tx, district)).find(unit => unit.kind === 'district') ?? null
}

export { jobs } from './jobs.ts'
export { findOutlines, unitAt } from './outline-store.ts'
export { holdingOf } from './holding-store.ts'
export { findPeopleOf, findPosts, findUnitNames, findUnits, idsWithin, loadPerson, loadUnit } from './store.ts'
export { unitKnown } from './unit-known.ts'

/** Enrols a person with one post. */
export async function enrolReader(tx: Tx, district: District, person: Person, post: Post): Promise<void> {
  await store.insertPerson(tx, district, person)
  await store.insertPost(tx, district, post)
}

/** Puts units, people and posts that are not there yet into an empty or earlier seeded district; what is there stays. */
export async function seedOrganisation(tx: Tx, district: District, given: { readonly units: readonly Unit[]; readonly people: readonly Person[]; readonly posts: readonly Post[] }, at: string, newId: () => Id): Promise<{ readonly units: number; readonly people: number }> {
  const known = new Set((await store.findUnits(tx, district)).map(unit => unit.id))
  const units = given.units.filter(unit => !known.has(unit.id))
  await store.insertUnits(tx, district, units, units.map(unit => ({ id: newId(), seq: 1, event: { kind: 'founded', on: unit.from, unit } as const, at })))
  let people = 0
  for (const person of given.people) {
    if (await store.loadPerson(tx, district, person.id)) continue
    await store.insertPerson(tx, district, person)
    for (const post of given.posts.filter(p => p.person === person.id)) await store.insertPost(tx, district, post)
    people += 1
  }
  return { units: units.length, people }
}

/** Outlines of units that have none yet; those of others stay as they are. Answers how many were added. */
export async function seedOutlines(tx: Tx, district: District, outlines: readonly NewOutline[]): Promise<number> {
  const known = await findOutlined(tx, district)
  const missing = outlines.filter(outline => !known.has(outline.unit))
  await insertOutlines(tx, district, missing)
  return missing.length
}
