import { describe, expect, test } from 'vitest'
import { parametersOn } from '../engines/indicators/domain/parameters.ts'
import { Role, Unit } from '../engines/org/schema.ts'
import { spanOf } from '../kernel/period.ts'
import { packs } from '../packs/index.ts'
import { departments } from './departments.ts'
import { districts } from './index.ts'
import { demoPeople } from './people.ts'
import { unitsOf } from './units.ts'

describe.each(districts.map(setup => ({ setup, name: setup.name.zh, units: unitsOf(setup) })))('$name', ({ setup, units }) => {
  const count = (kind: string) => units.filter(u => u.kind === kind).length

  test('has the streets, communities and grids that the registers count', () => {
    const known = { 440104: [18, 222], 440103: [22, 201] }[setup.code]
    expect([count('street'), count('community')]).toEqual(known)
    expect(count('grid')).toBe(setup.grids.count)
  })

  test('names every unit once, in both languages, and each below a unit listed before it', () => {
    const seen = new Set<string>()
    for (const unit of units) {
      expect(seen.has(unit.code), unit.code).toBe(false)
      if (unit.parent !== null) expect(seen.has(unit.parent), `${unit.code} below ${unit.parent}`).toBe(true)
      expect(unit.name.zh).toMatch(/^[\p{Script=Han}0-9]+$/u)
      expect(unit.name.en).toMatch(/^[\p{Script=Latin}0-9 ,']+$/u)
      seen.add(unit.code)
    }
    expect(units.filter(u => u.parent === null).map(u => u.kind)).toEqual(['district'])
  })

  test('gives codes and names that the org engine can keep', () => {
    for (const unit of units) {
      expect(Unit.shape.code.safeParse(unit.code).success, unit.code).toBe(true)
      expect(Unit.shape.name.safeParse(unit.name.zh).success, unit.name.zh).toBe(true)
    }
  })

  test('lists streets and communities in the order of their codes, each code beginning with that of the unit above', () => {
    for (const kind of ['street', 'community', 'grid']) {
      const codes = units.filter(u => u.kind === kind).map(u => u.code)
      expect(codes).toEqual(codes.toSorted())
    }
    for (const unit of units) if (unit.parent) expect(unit.code.startsWith(unit.kind === 'department' ? String(setup.code) : unit.parent), unit.code).toBe(true)
  })

  test('marks grids as generated and everything else as not', () => {
    for (const unit of units) expect(unit.generated, unit.code).toBe(unit.kind === 'grid')
  })

  test('draws the same grids every time, and no community is without one', () => {
    expect(unitsOf(setup)).toEqual(units)
    const parents = new Set(units.filter(u => u.kind === 'grid').map(u => u.parent))
    expect(parents.size).toBe(count('community'))
  })

  test('confirms a department only by a paper that names it, and only departments that are listed', () => {
    for (const key of Object.keys(setup.namedDepartments)) expect(departments.some(d => d.key === key), key).toBe(true)
    expect(units.filter(u => u.kind === 'department' && u.confirmedBy !== null).length).toBe(Object.keys(setup.namedDepartments).length)
  })

  test('switches on packs that exist, and has a department for every owner of an indicator', () => {
    const on = setup.packs.map(id => packs.find(p => p.id === id))
    expect(on).not.toContain(undefined)
    for (const indicator of on.flatMap(p => p?.indicators ?? [])) {
      if (indicator.ownerUnit !== undefined) expect(units.some(u => u.key === indicator.ownerUnit), `${indicator.code} of ${indicator.ownerUnit}`).toBe(true)
    }
  })

  test('has a demonstration person for every role, in a unit of the tree, each name marked', () => {
    const people = demoPeople('demo', units)
    expect(people.length).toBeGreaterThanOrEqual(12)
    for (const role of Role.options) expect(people.some(p => p.role === role), role).toBe(true)
    for (const person of people) {
      expect(person.name.zh).toMatch(/（演示）$/)
      expect(person.name.en).toMatch(/\(demo\)$/)
      expect(units.some(u => u.code === person.unit), person.account).toBe(true)
      expect(person.does.zh && person.does.en && person.title.zh && person.title.en).toBeTruthy()
    }
    expect(new Set(people.map(p => p.account)).size).toBe(people.length)
    expect(new Set(people.map(p => p.name.zh)).size).toBe(people.length)
    expect(demoPeople('demo', units)).toEqual(people)
  })

  test('has a rule for lights on every day of its records', () => {
    expect(parametersOn(setup.unitsFrom, setup.lights)).toMatchObject({ level: { slipping: 5, offPace: 10 }, source: expect.stringContaining('默认') })
    expect(spanOf(setup.unitsFrom)?.kind).toBe('day')
  })
})
