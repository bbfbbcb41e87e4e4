import { type DistrictSetup } from '../../districts/district.ts'
import { type Db } from '../../engines/context.ts'
import { seedSupervision } from '../../engines/supervision/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId, seededPeople } from './organisation.ts'

/** Puts a made-up meeting, feedback and sprint in place; null where there are some already, or nobody supervises. */
export async function placeSupervision(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code), { people, posts } = seededPeople(setup)
  const names = new Map(people.map(person => [person.id, person.name])), supervisor = posts.find(post => post.role === 'supervisor')
  if (!supervisor) return null
  const named = (person: string) => ({ person, name: names.get(person) ?? '经办人（演示）' })
  return writeIfAnything(ctx, setup, 'supervision.generated', tx => seedSupervision(tx, ctx, {
    supervisor: { ...named(supervisor.person), unit: supervisor.unit }, first: posts.filter(post => post.role === 'department' || post.role === 'street').map(post => post.unit),
    of: unit => named(posts.find(post => post.unit === unit)?.person ?? seededId(setup.code, 'person', `of-${unit}`)),
  }))
}
