import { v5 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { demoPeople } from '../../districts/people.ts'
import { unitsOf } from '../../districts/units.ts'
import { type Person, type Post, type Unit } from '../../engines/org/schema.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type DemoPerson } from '../account/demonstration.ts'

/** Name space of seeded ids: the same thing of the same district has the same id on every machine. */
const namespace = 'b6d7f3b8-4a51-4c1e-9f0e-6d1f0c9a2b77'

export function seededId(district: District, kind: string, key: string): Id {
  return v5(`${district}/${kind}/${key}`, namespace)
}

/** The unit tree of a district as rows of the org engine, parents first. */
export function seededUnits(setup: DistrictSetup): readonly Unit[] {
  const id = (code: string) => seededId(setup.code, 'unit', code)
  return unitsOf(setup).map(row => ({ id: id(row.code), kind: row.kind, code: row.code, name: row.name.zh, parent: row.parent === null ? null : id(row.parent), from: row.from, until: null, generated: row.generated, version: 1 }))
}

/** The units behind the keys by which packs name departments. */
export function departmentsByKey(setup: DistrictSetup): ReadonlyMap<string, Id> {
  return new Map(unitsOf(setup).flatMap(unit => (unit.key === null ? [] : [[unit.key, seededId(setup.code, 'unit', unit.code)] as const])))
}

const seedOf = (setup: DistrictSetup) => `demo-${setup.code}`

/** The demonstration's persons and posts of a district. */
export function seededPeople(setup: DistrictSetup): { readonly people: readonly Person[]; readonly posts: readonly Post[] } {
  const found = demoPeople(seedOf(setup), unitsOf(setup)).map(person => ({ person, id: seededId(setup.code, 'person', person.account) }))
  return {
    people: found.map(({ person, id }) => ({ id, name: person.name.zh, account: person.account, active: true, generated: true, version: 1 })),
    posts: found.map(({ person, id }) => ({ id: seededId(setup.code, 'post', person.account), person: id, unit: seededId(setup.code, 'unit', person.unit), role: person.role, title: person.title.zh, from: setup.unitsFrom, until: null })),
  }
}

/** Who acts for a unit, by its code: its person of the demonstration, or a nameless one; null where the district has no such unit. */
export function whoActs(setup: DistrictSetup): (code: string) => { readonly person: Id; readonly name: string; readonly unit: Id } | null {
  const { people, posts } = seededPeople(setup)
  const byId = new Map(people.map(person => [person.id, person]))
  const persons = new Map(posts.flatMap(post => { const person = byId.get(post.person); return person ? [[post.unit, person] as const] : [] }))
  const units = new Set(unitsOf(setup).map(unit => unit.code))
  return code => {
    if (!units.has(code)) return null
    const unit = seededId(setup.code, 'unit', code), person = persons.get(unit)
    return { person: person?.id ?? seededId(setup.code, 'person', `of-${code}`), name: person?.name ?? '经办人（演示）', unit }
  }
}

/** Whom one may sign in as with one click. */
export function demoRoles(setup: DistrictSetup): readonly DemoPerson[] {
  const units = new Map(unitsOf(setup).map(unit => [unit.code, unit.name]))
  return demoPeople(seedOf(setup), unitsOf(setup)).map(person => ({ role: person.account, account: person.account, label: person.title, does: person.does, unit: units.get(person.unit) ?? setup.name, roles: [person.role] }))
}
